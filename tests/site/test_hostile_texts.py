"""Hostile strings outside the records: in vocabulary, prose and configuration, in a whole build.

They are put into one site, and plain words in the same places into another. Both have the same
elements and attributes on every page, and show the texts as written. Records are tested in
test_hostile, translations in test_interface.
"""

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site import sites
from tests.site.pages_read import read_all
from vagvisare.site.exports.table import harmless

MARKS = (
    "{{ 7*7 }} {% raise %} {# x #} <@title@> <@body@> <@xss@> "
    "%(xss)s %s %% {xss} {0} ${xss} `id` $(id) \\1 \\g<0>"
)
ATTACK = (
    f"=1+1 {MARKS} </title></script><script>window.xss=1</script>"
    '<img src=x onerror="window.xss=1"> \' & &lt;'
)
TAME = "tame"
OFFER = """name: Kurs
kind: svenska
needs: [svenska]
audience: [person]
service_area: [SE]
summary: {sv: En sak., en: A thing., ar: شيء., so: Wax.}
sources: [{title: Test}]
"""


def _spoilt(text: str) -> Callable[[Any], Any]:
    """Returns a function that appends a text to each wording of a vocabulary entry."""

    def spoil(entry: Any) -> Any:
        if isinstance(entry, dict):
            return {
                language: spoil(words)
                for language, words in entry.items()
                if language != "sv-simple"
            }
        return [spoil(word) for word in entry] if isinstance(entry, list) else f"{entry} «» {text}"

    return spoil


def _spoil_vocabulary(root: Path, text: str) -> None:
    for file in (root / "directory/vocabulary").glob("*.yml"):
        entries = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 (makes text of everything)
        for entry in entries.values():
            entry.pop("translations", None)
            fields = {"label", "explanation", "synonyms", "name", "official_name"} & entry.keys()
            entry.update({field: _spoilt(text)(entry[field]) for field in fields})
        file.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), "utf-8")


def _spoil_prose(root: Path, text: str) -> None:
    for file in (root / "docs").glob("*/about.md"):
        page = file.read_text("utf-8")
        for field in ("title", "description"):
            line = f"{field}: {json.dumps(f'«» {text}', ensure_ascii=False)}"
            page = re.sub(
                rf"^{field}:.*$", lambda _, line=line: line, page, count=1, flags=re.MULTILINE
            )
        file.write_text(page, "utf-8")


def _spoil_configuration(root: Path, text: str) -> None:
    file = root / "mkdocs.yml"
    quoted = text.replace("'", "''")
    written = file.read_text("utf-8")
    written = re.sub(
        r"^site_name:.*$", lambda _: f"site_name: '«» {quoted}'", written, flags=re.MULTILINE
    )
    written = re.sub(
        r"^(  report:) \S+",
        lambda found: f"{found[1]} 'https://git.example/new?x={quoted}'",
        written,
        flags=re.MULTILINE,
    )
    address = "tame" if text == TAME else '"><script>window.xss=1</script>'
    written = re.sub(
        r"^site_url:.*$",
        f"site_url: 'https://vagvisare.example/{address}/'",
        written,
        flags=re.MULTILINE,
    )
    file.write_text(written, "utf-8")


def _site(folder: Path, text: str) -> Path:
    root = sites.a_root(
        folder / "root", {**sites.HOLES, "offers/kurs": OFFER}, places=("0136", "0138", "0140")
    )
    for spoil in (_spoil_vocabulary, _spoil_prose, _spoil_configuration):
        spoil(root, text)
    return sites.build_site(root, folder / "site")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _site(tmp_path_factory.mktemp("hostile"), ATTACK)


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _site(tmp_path_factory.mktemp("tame"), TAME)


def test_no_element_and_no_attribute_is_made_from_a_text(hostile: Path, tame: Path) -> None:
    pages, plain = read_all(hostile), read_all(tame)
    assert pages.keys() == plain.keys()
    for path, page in pages.items():
        assert page.tags == plain[path].tags, path


def test_texts_stand_there_as_they_were_written(hostile: Path) -> None:
    for path, page in read_all(hostile).items():
        assert page.text.count(MARKS) == len(re.findall(r"=1\+1", page.text)), path


def test_every_kind_of_page_has_them(hostile: Path) -> None:
    with_texts = {
        path.split("/", 2)[1]
        for path, page in read_all(hostile).items()
        if "/" in path and page.text.count(MARKS) > 2
    }
    assert {"offers", "municipalities", "glossary", "guide", "situations", "search"} <= with_texts


def test_titles_end_where_they_end(hostile: Path) -> None:
    page = read_all(hostile)["sv/about/index.html"]
    assert page.title == f"«» {ATTACK} – «» {ATTACK}"


def _cells(site: Path) -> Iterator[str]:
    with (site / "assets/coverage.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            yield from row


def test_the_files_beside_the_pages_are_whole(hostile: Path) -> None:
    for file in hostile.glob("*.xml"):
        ET.parse(file)
    assert [cell for cell in _cells(hostile) if cell != harmless(cell)] == []
    for file in hostile.rglob("*.svg"):
        ET.parse(file)
