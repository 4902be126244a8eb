"""The recipes of CONTRIBUTING.md work.

They are carried out word for word in a scratch copy, and show on the page, in search and in the
check.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes import a_copy, add_to, put_in, steps
from tests.site import sites

PLACES = ("1280",)
KIND_FILES = {
    "src/vagvisare/records/kinds.py",
    "src/vagvisare/site/pages/kinds.py",
    "src/vagvisare/site/facts/factsheets.py",
    "src/vagvisare/site/theme/templates/event.html",
    "src/vagvisare/locale/so/LC_MESSAGES/vagvisare.po",
}
FACT = "working_hours: [deltid]\n"
FAULT = "working_hours: [heltidd]\n"


def _check(root: Path, source: Path) -> str:
    command = [sys.executable, "-m", "vagvisare", "check"]
    found = subprocess.run(
        command,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout + found.stderr


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with one more term list and facet."""
    source = a_copy(tmp_path_factory.mktemp("list"))
    (_, (termlists, of_list), (_, of_facet), (kinds, field)) = steps("Add a term list and a facet")
    tables = source.parent / termlists
    put_in(tables, of_list, ")\nTERM_LISTS")
    put_in(tables, of_facet, ")\nFACETS")
    put_in(source.parent / kinds, field, "    industries: ")
    return source


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with the list's file and two enterprises, one of which states its working hours."""
    records = {
        "enterprises/a": sites.enterprise("A", more=FACT),
        "enterprises/b": sites.enterprise("B"),
    }
    root = sites.a_root(tmp_path_factory.mktemp("root"), records, places=PLACES)
    file, terms = steps("Add a term list and a facet")[0]
    (root / file).write_text(terms, "utf-8")
    return root


def test_a_list_and_a_facet_touch_two_files_beside_the_field() -> None:
    files = {file for file, _ in steps("Add a term list and a facet")}
    assert files - {"src/vagvisare/records/kinds.py"} == {
        "directory/vocabulary/working-hours.yml",
        "src/vagvisare/records/termlists.py",
    }


def test_the_check_knows_a_new_list(root: Path, source: Path) -> None:
    assert "Inga problem" in _check(root, source)
    record = sites.write_record(root, "enterprises/c", sites.enterprise("C", more=FAULT))
    said = _check(root, source)
    record.unlink()
    assert "Okänd arbetstid ”heltidd”. Menade du ”heltid”? [unknown-term]" in said


def test_a_list_of_records_can_be_narrowed_by_a_new_facet(
    root: Path, source: Path, tmp_path: Path
) -> None:
    done = sites.run_build(root, tmp_path / "site", PYTHONPATH=str(source))
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "site"
    page = (site / "so/enterprises/index.html").read_text("utf-8")
    (choices,) = [part for part in page.split("<details") if 'data-facet="working-hours"' in part]
    assert "Saacadaha shaqada" in choices
    assert 'value="deltid"' in choices
    assert "Waqti dhiman" in choices
    assert 'value="heltid"' not in choices  # nobody has it
    (search,) = (site / "assets").glob("search.*")
    known = {
        code: json.loads((search / f"words/{code}-others.json").read_text("utf-8"))[0]
        for code in ("sv", "ar")
    }
    assert known["sv"]["lists"]["working-hours"] == {"deltid": ["Deltid", "halvtid"]}
    assert known["ar"]["lists"]["working-hours"] == {"deltid": ["دوام جزئي"]}
    column = json.loads((search / "columns-more.json").read_text("utf-8"))["facets"][
        "working-hours"
    ]
    assert column["codes"] == ["deltid"]
    asked = (site / "sv/search/index.html").read_text("utf-8")
    assert '<i data-word="facet-working-hours">Arbetstid</i>' in asked


# --- a field and a kind ---------------------------------------------------------------------------

MOTTO = "motto: {sv: Modet växer., so: Qof walba waa loo baahan yahay.}\n"
EVENT = """\
name: Öppet hus
summary: {sv: Kom och titta.}
sources: [{title: Test}]
organisers: [a]
when: 2026-12-01
contacts: [{website: 'https://www.exempel.se/', phone: '+46855241400'}]
languages: [{code: so, how: [staff]}]
locations: [{municipality: '1280'}]
service_area: [SE]
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with one more field, kind and export."""
    source = a_copy(tmp_path_factory.mktemp("kind"))
    (_, motto), (sheets, fact), (words, motto_word) = steps("Add a field")
    (
        (models, model),
        (_, name),
        (site, kind),
        (_, its_name),
        (_, facts),
        (template, page),
        (_, word),
    ) = steps("Add a kind")
    root = source.parent
    put_in(root / models, motto, "    industries: ")
    put_in(root / models, model, "_KINDS = (")
    put_in(root / models, name, ")\nKINDS")
    put_in(root / site, kind, "def _members")
    put_in(root / site, its_name, ")\nKINDS")
    put_in(root / sheets, fact, '        field("founded"')
    put_in(root / sheets, facts, "    Partner.kind_name: (")
    for file in (site, sheets):
        put_in(root / file, "Event, ", "Offer, Partner, Project, Record\n")
    (root / template).write_text(page, "utf-8")
    for export, content in steps("Add an export"):
        (root / export).write_text(content, "utf-8")
    for catalogue in (source / "vagvisare/locale").glob("*/LC_MESSAGES/*.po"):
        own = catalogue == root / words
        add_to(
            catalogue,
            "".join(f"\n{entry if own else _in_english(entry)}" for entry in (motto_word, word)),
        )
    return source


def _in_english(entry: str) -> str:
    return re.sub(r'msgid (".*")\nmsgstr ".*"', r"msgid \1\nmsgstr \1", entry)


@pytest.fixture(scope="module")
def grown_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = {"enterprises/a": sites.enterprise("A", more=MOTTO)}
    root = sites.a_root(tmp_path_factory.mktemp("root"), records, places=PLACES)
    (root / "directory/events").mkdir()
    sites.write_record(root, "events/open-house", EVENT)
    return root


@pytest.fixture(scope="module")
def grown_site(grown: Path, grown_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("grown") / "site"
    done = sites.run_build(grown_root, site, PYTHONPATH=str(grown))
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def test_a_field_touches_three_files_and_a_kind_five() -> None:
    assert len({file for file, _ in steps("Add a field")}) == 3
    assert {file for file, _ in steps("Add a kind")} == KIND_FILES


def test_the_check_knows_a_new_field_and_a_new_kind(grown: Path, grown_root: Path) -> None:
    assert "Inga problem" in _check(grown_root, grown)
    records = {
        "enterprises/b": sites.enterprise(
            "B", more=MOTTO.replace("motto", "moto").replace("sv:", "sv: ")
        ),
        "enterprises/c": sites.enterprise("C", more=MOTTO.replace("sv: Modet växer., ", "")),
        "events/fair": EVENT.replace("[a]", "[aa]"),
    }
    files = [sites.write_record(grown_root, name, content) for name, content in records.items()]
    said = _check(grown_root, grown)
    for file in files:
        file.unlink()
    assert "Menade du ”motto”?" in said
    assert "[swedish-missing]" in said
    assert "directory/events/fair.yml:4:14: " in said
    assert "[unknown-record]" in said


def test_a_new_field_is_on_the_page_in_search_and_in_linked_data(grown_site: Path) -> None:
    page = (grown_site / "so/enterprises/a/index.html").read_text("utf-8")
    assert "<dt>Halku-dhig</dt>\n<dd>Qof walba waa loo baahan yahay.</dd>" in page
    assert '"slogan":"Qof walba waa loo baahan yahay."' in page
    assert "walba" in _words(grown_site, "text/so")
    assert "modet" in _words(grown_site, "text/sv")


def test_a_new_kind_has_a_list_and_pages_and_is_found(grown_site: Path) -> None:
    index = (grown_site / "so/events/index.html").read_text("utf-8")
    assert "<h1>Munaasabado</h1>" in index
    assert "Öppet hus" in index
    page = (grown_site / "so/events/open-house/index.html").read_text("utf-8")
    assert '"@type":"Event"' in page
    assert '"startDate":"2026-12-01"' in page
    assert '/so/enterprises/a/">' in page
    (search,) = (grown_site / "assets").glob("search.*")
    assert json.loads((search / "words/so.json").read_text("utf-8"))["lists"]["kinds"][
        "events"
    ] == ["Munaasabado"]
    assert "hus" in _words(grown_site, "names")
    assert "Munaasabado" in (grown_site / "so/search/index.html").read_text("utf-8")


def test_a_new_field_and_a_new_kind_have_their_schema(grown: Path) -> None:
    """Made from the copy's models."""
    code = (
        "from vagvisare.records import kinds, schemas; "
        "print(*map(schemas.schema, kinds.KINDS.values()), sep='\\0')"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(grown)},
        capture_output=True,
        text=True,
        check=True,
    )
    enterprises, *_, events = map(json.loads, made.stdout.split("\0"))
    assert enterprises["properties"]["motto"]["required"] == ["sv"]
    assert set(events["properties"]) > {"when", "organisers"}


# --- an export ------------------------------------------------------------------------------------


def test_an_export_touches_one_file() -> None:
    assert [file for file, _ in steps("Add an export")] == [
        "src/vagvisare/site/exports/phonebook.py"
    ]


def test_a_new_export_is_a_file_of_the_site(grown_site: Path) -> None:
    """`grown` has it too: other exports and all pages are there beside it."""
    assert (grown_site / "assets/phonebook.csv").read_text("utf-8").splitlines() == [
        "name,phone",
        "Öppet hus,'+46855241400",
    ]
    assert (grown_site / "assets/coverage.csv").is_file()
    assert (grown_site / "contacts/events/open-house.vcf").is_file()


def _words(site: Path, folder: str) -> set[str]:
    """The words in a part of the search index."""
    (search,) = (site / "assets").glob("search.*")
    return {
        word
        for file in (search / folder).glob("*.json")
        for word in json.loads(file.read_text("utf-8"))
    }
