"""CONTRIBUTING.md's recipes work: carried out as they stand in a scratch copy, on the page, in search and in the check."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.recipes import a_copy, put_in, steps
from tests.site import sites

PLACES = ("1280",)
FACT = "working_hours: [deltid]\n"
FAULT = "working_hours: [heltidd]\n"


def _check(root: Path, source: Path) -> str:
    command = [sys.executable, "-m", "vagvisare", "check"]
    found = subprocess.run(
        command, cwd=root, env=os.environ | {"PYTHONPATH": str(source)}, capture_output=True, text=True, check=False
    )
    return found.stdout + found.stderr


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with a term list and a facet more."""
    source = a_copy(tmp_path_factory.mktemp("list"))
    (_, (termlists, of_list), (_, of_facet), (kinds, field)) = steps("Add a term list and a facet")
    tables = source.parent / termlists
    put_in(tables, of_list, ")\nTERM_LISTS")
    put_in(tables, of_facet, ")\nFACETS")
    put_in(source.parent / kinds, field, "    industries: ")
    return source


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with the list's file, and two enterprises: one says what its working hours are."""
    records = {"enterprises/a": sites.enterprise("A", more=FACT), "enterprises/b": sites.enterprise("B")}
    root = sites.a_root(tmp_path_factory.mktemp("root"), records, places=PLACES)
    file, terms = steps("Add a term list and a facet")[0]
    (root / file).write_text(terms, "utf-8")
    return root


def test_a_list_and_a_facet_touch_three_files() -> None:
    files = {file for file, _ in steps("Add a term list and a facet")}
    assert len(files) == 3
    assert [file for file in files if file.endswith(".yml")] == ["directory/vocabulary/working-hours.yml"]


def test_the_check_knows_a_new_list(root: Path, source: Path) -> None:
    assert "Inga problem" in _check(root, source)
    record = sites.write_record(root, "enterprises/c", sites.enterprise("C", more=FAULT))
    said = _check(root, source)
    record.unlink()
    assert "Okänd arbetstid ”heltidd”. Menade du ”heltid”? [unknown-term]" in said


def test_a_list_of_records_can_be_narrowed_by_a_new_facet(root: Path, source: Path, tmp_path: Path) -> None:
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
    known = {code: json.loads((search / f"words/{code}-more.json").read_text("utf-8")) for code in ("sv", "ar")}
    assert known["sv"]["lists"]["working-hours"] == {"deltid": ["Deltid", "halvtid"]}
    assert known["ar"]["lists"]["working-hours"] == {"deltid": ["دوام جزئي"]}
    column = json.loads((search / "columns-more.json").read_text("utf-8"))["facets"]["working-hours"]
    assert column["codes"] == ["deltid"]
    asked = (site / "sv/search/index.html").read_text("utf-8")
    assert '<i data-word="facet-working-hours">Arbetstid</i>' in asked
