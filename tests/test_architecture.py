"""ARCHITECTURE.md: it is short, its names exist, and its answers are where things happen."""

import ast
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from builders import a_directory, a_partner, an_enterprise
from pydantic import TypeAdapter, ValidationError
from world import TODAY, decisions, directory, offer, partner, rule

from vagvisare.guidance import promise
from vagvisare.guidance.answering import Answering
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import Person
from vagvisare.guidance.serving import serves
from vagvisare.problems import messages
from vagvisare.records import freshness, texts
from vagvisare.records.directory import COUNTRY
from vagvisare.records.parts import TranslationMark
from vagvisare.records.values import Phone
from vagvisare.site.html import markup
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import page_of, pages_showing
from vagvisare.translating.losses import losses

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "vagvisare"
TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
SCREENS = 180
"""Lines of three screens."""


def _table(title: str) -> list[list[str]]:
    """The rows of the table below a heading, without its head."""
    section = TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def _names(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def test_it_fits_on_three_screens() -> None:
    assert len(TEXT.splitlines()) <= SCREENS


# --- names ----------------------------------------------------------------------------------------


def _defined(module: Path) -> set[str]:
    """The classes, functions, methods and constants of a module."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


def test_every_name_of_the_table_is_used() -> None:
    files = {path.name for folder in (SOURCE, ROOT / "directory") for path in folder.rglob("*")}
    known = files.union(*map(_defined, SOURCE.rglob("*.py")))
    rows = _table("Names")
    assert len(rows) > 20
    assert not [(row[0], name) for row in rows for name in _names(row[2]) if name not in known]
    assert all(_names(row[2]) for row in rows)


def test_no_name_is_explained_twice() -> None:
    names = [name for row in _table("Names") for name in row[0].split(", ")]
    assert len(names) == len(set(names))


# --- questions ------------------------------------------------------------------------------------


def _phone() -> None:
    phone = TypeAdapter(Phone)
    assert phone.validate_python("+46855241400") == "+46855241400"
    with pytest.raises(ValidationError, match="malformed"):
        phone.validate_python("08-552 414 00")


def _order_of_answers() -> None:
    bodies = partner("a"), partner("b")
    for order in (("a", "b"), ("b", "a")):
        lists = decisions("svenska", *map(rule, order))
        here = Answering(directory(*bodies, lists), COUNTRY, TODAY)
        found = here.responsible(Person(need="svenska"))
        assert [answer.partner.id for answer in found] == [*order]


def _order_of_offers() -> None:
    offers = offer("a", "svenska", last_resort="yes"), offer("b", "svenska")
    here = Here(directory(*offers), COUNTRY, TODAY)
    led = [(one, (one,)) for one in offers]
    assert [match.offer.id for match in here.matches(led, "sv")] == ["b", "a"]


def _old_records() -> None:
    old = an_enterprise(sources=[{"title": "x", "date": "2012"}])
    assert freshness.standing(old, TODAY) == "hidden"
    assert not serves(old, TODAY)


def _messages() -> None:
    assert "08-1" in messages.message("phone", {"value": "08-1"}, "sv")


def _translations() -> None:
    mark = TranslationMark.model_validate({"from": "00000000", "by": "machine"})
    assert texts.state({"sv": "a", "en": "b"}, "en", mark) == "stale"


def _pages() -> None:
    record = a_partner(id="a")
    assert page_of(record) in pages_showing(a_directory(record), record)


def _safe() -> None:
    assert "<script" not in markup.description("<script>x</script>")
    assert markup.filled("<b>%s</b>", "<i>") == "<b>&lt;i&gt;</b>"


def _address() -> None:
    record = a_partner(id="a")
    assert addresses.of_record(a_directory(record), record) == "partners/a/"


def _search() -> None:
    """`tests/site/search` has the words themselves."""
    assert "synonyms" in (SOURCE / "site/search/vocabularywords.py").read_text("utf-8")


def _losses() -> None:
    assert [*losses("Ring 112", "Ring")] == [("number", "112")]


def _promise() -> None:
    wanted = promise.promise({"answered": "1", "municipalities": ["0136"]})
    assert [*promise.broken(directory(), wanted, ["sv"], date(2026, 11, 23))]


TRIED: dict[str, Callable[[], None]] = {
    "Where is a phone number checked?": _phone,
    "What decides who answers, and in which order?": _order_of_answers,
    "What decides the order of the offers?": _order_of_offers,
    "When is an old record no longer shown as help?": _old_records,
    "What does a faulty record's editor read?": _messages,
    "When is a translation out of date?": _translations,
    "Which pages change with a record?": _pages,
    "What makes the text of a record safe in a page?": _safe,
    "Where is a page's address decided?": _address,
    "Which words does the search understand?": _search,
    "What may a translation not lose?": _losses,
    "What stops a build that leaves somebody without an answer?": _promise,
}


@pytest.mark.parametrize("question", TRIED)
def test_an_answer_is_where_it_happens(question: str) -> None:
    TRIED[question]()


@pytest.mark.parametrize(("question", "answer"), _table("Where is it?"))
def test_an_answer_names_what_is_there(question: str, answer: str) -> None:
    assert question in TRIED
    module = ""
    for name in _names(answer):
        if name.endswith(".py"):
            module = name
            assert (SOURCE / module).is_file()
        elif module:
            assert name in _defined(SOURCE / module), f"{name} is not in {module}"
        elif name.endswith(("/", ".yml")):
            assert (ROOT / name).exists() or (SOURCE / name).exists()
    assert module


def test_every_question_has_its_answer() -> None:
    assert [question for question, _ in _table("Where is it?")] == [*TRIED]
