"""Records full of hostile strings in every text field.

None of them becomes an element, an attribute or a template.
"""

import re
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from tests.site import sites
from tests.site.pages_read import PageRead, read_all
from vagvisare.reading.loading import load
from vagvisare.records.kinds import KINDS
from vagvisare.site.building.build import build
from vagvisare.site.search.search import folder_in

HOSTILE = Path(__file__).parents[1] / "hostile"
FIXTURES = sorted((*HOSTILE.glob("*/hostile*.yml"), *HOSTILE.glob("responsibility/*.yml")))
PLACES = ("1280", "0162")


def _tame(value: Any, name: str = "") -> Any:
    """A fixture's data with plain words in place of each hostile string.

    Its pages show how the hostile ones have to look.
    """
    if isinstance(value, dict):
        return {key: _tame(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_tame(item, name) for item in value]
    if "xss" not in value:
        return value
    plain = {"email": "tame@example.org"} | dict.fromkeys(
        ("url", "website", "booking", "source"), "https://example.org/tame"
    )
    return plain.get(name) or re.sub(r"» .*", "» tame", value)


def _site(folder: Path, *, tame: bool) -> Path:
    def content(path: Path) -> str:
        text = path.read_text("utf-8")
        return yaml.safe_dump(_tame(yaml.load(text, yaml.CBaseLoader))) if tame else text  # noqa: S506 (makes text of everything)

    records: dict[str, str | Path] = {
        f"{path.parent.name}/{path.stem}": content(path) for path in FIXTURES
    }
    root = sites.a_root(folder / "root", records, places=PLACES)
    sites.put_recording(root, "hostile.wav")
    (folder / "prose").mkdir()
    build(sites.a_build(root), folder / "prose", folder / "site", 1)
    return folder / "site"


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _site(tmp_path_factory.mktemp("hostile"), tame=False)


@pytest.fixture(scope="module")
def tame_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _site(tmp_path_factory.mktemp("tame"), tame=True)


# --- the fixtures ---------------------------------------------------------------------------------


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if (
        isinstance(annotation, type)
        and not isinstance(annotation, types.GenericAlias)
        and issubclass(annotation, BaseModel)
    ):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _models(part)


def _filled(model: BaseModel, found: dict[type[BaseModel], set[str]]) -> None:
    """Notes for each part which of its fields have a value."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if value not in (None, (), {}):
            found.setdefault(type(model), set()).add(name)
        for part in _parts(value):
            _filled(part, found)


def _parts(value: object) -> Iterator[BaseModel]:
    """The parts in a field's value, also inside lists and maps."""
    if isinstance(value, BaseModel):
        yield value
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    ):
        yield from _parts(item)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fixtures_fill_every_field_of_every_part(kind: str) -> None:
    """When you add a field to a model, add it to the fixtures."""
    directory = load(sites.rich_root(), today=sites.TODAY).directory
    found: dict[type[BaseModel], set[str]] = {}
    for record in directory.of_kind(kind).values():
        if record.id.startswith("hostile"):
            _filled(record, found)
    wanted, parts = [KINDS[kind]], set()
    while wanted:
        part = wanted.pop()  # type: ignore[assignment]
        if part not in parts:
            parts.add(part)
            wanted += [
                model for field in part.model_fields.values() for model in _models(field.annotation)
            ]  # type: ignore[misc]
    missing = {
        f"{part.__name__}.{name}"
        for part in parts
        for name in set(part.model_fields) - found.get(part, set())
    }  # type: ignore[attr-defined]
    assert (
        missing - {"TranslationMark.made_from", "TranslationMark.by", "TranslationMark.reviewed"}
        == set()
    )


# --- the pages ------------------------------------------------------------------------------------


def test_no_element_and_no_attribute_is_made_from_a_record(
    hostile_site: Path, tame_site: Path
) -> None:
    hostile, tame = read_all(hostile_site), read_all(tame_site)
    assert hostile.keys() == tame.keys()
    for path, page in hostile.items():
        assert page.tags == tame[path].tags, path


def _hostile_pages(site: Path) -> dict[str, PageRead]:
    return {path: page for path, page in read_all(site).items() if "«" in page.text}


def test_hostile_texts_are_on_pages_of_every_kind(hostile_site: Path) -> None:
    folders = {path.split("/")[1] for path in _hostile_pages(hostile_site)}
    assert folders == {
        "enterprises",
        "partners",
        "offers",
        "projects",
        "municipalities",
        "counties",
        "glossary",
        "industries",
        "questions",
    }


def test_texts_stand_there_as_they_were_written(hostile_site: Path) -> None:
    """Escaped once, not twice; no mark of a template or of the shell is filled in."""
    attack = (
        "<script>window.xss=1</script></script></title></textarea></style>"
        '<img src=x onerror="window.xss=1">'
    )
    marks = "{{ 7*7 }} {% raise %} {# x #} @@title@@ <@body@> <@xss@> %(xss)s %s {xss} ${xss}"
    for path, page in _hostile_pages(hostile_site).items():
        assert (
            len(re.findall(r"«\d+» xss", page.text))
            == page.text.count(attack)
            == page.text.count(marks)
        ), path


def test_titles_hold_names_as_they_were_written(hostile_site: Path) -> None:
    page = read_all(hostile_site)["sv/enterprises/hostile/index.html"]
    assert page.title.startswith("«")
    assert "</title>" in page.title
    assert "&lt;script&gt; &#60;b&#62; <!-- ]]> \\u003cscript\\u003e" in page.title
    assert page.title.endswith("– Vägvisare")


def test_links_go_only_where_links_may_go(hostile_site: Path) -> None:
    for path, page in read_all(hostile_site).items():
        schemes = {
            found[0].lower() for link in page.links if (found := re.match(r"[\w+.-]+(?=:)", link))
        }
        assert schemes <= {"https", "http", "mailto", "tel", "sms"}, path


def test_linked_data_keeps_texts_and_ends_where_it_ends(hostile_site: Path) -> None:
    described = [
        thing for page in read_all(hostile_site).values() for thing in page.linked_data[1:]
    ]
    assert len(described) == 4 * sum(path.parent.name in KINDS for path in FIXTURES)
    assert all(thing["description"].endswith("[e]: javascript:window.xss=1") for thing in described)


def test_the_search_index_keeps_texts(hostile_site: Path) -> None:
    cards = "".join(
        file.read_text("utf-8")
        for file in hostile_site.glob(f"{folder_in(hostile_site)}/cards/sv/*")
    )
    assert cards.count("</script>") > 5


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200b", "\u2028", "\x00"])
def test_what_turns_or_hides_text_does_not_come_in(character: str, tmp_path: Path) -> None:
    root = sites.a_root(
        tmp_path, {"enterprises/bad": sites.enterprise(f"a{character}b")}, places=PLACES
    )
    loaded = load(root, today=sites.TODAY)
    assert not loaded.directory.enterprises
    assert {problem.file for problem in loaded.problems} == {"directory/enterprises/bad.yml"}
