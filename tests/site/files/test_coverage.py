"""vagvisare.site.files.coverage and its page agree with the coverage, for any combination."""

import gzip
import json
import random
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import world
from world import TODAY, decisions, directory, municipality, offer, partner, role, rule

from tests.site import sites
from vagvisare.guidance.coverage import OUTCOMES, Cell, Coverage
from vagvisare.records.directory import Directory
from vagvisare.site.building.build import Build
from vagvisare.site.exports import coveragetable
from vagvisare.site.files import coverage as written
from vagvisare.site.pages.pages import Page

HANINGE, NYKVARN = "0136", "0140"
FINAL = (role(), decisions(None, rule("kommunen", last_resort="yes")))


@cache
def _content(whole: Directory) -> dict[str, Any]:
    return json.loads(written.data(whole, TODAY)[1])  # type: ignore[no-any-return]


def _cell(whole: Directory, municipality: str, situation: str, need: str, language: str) -> Cell:
    """A cell as the page's script finds it.

    Bodies and offers are identified by their addresses. Interpreters are not in the file.
    """
    content = _content(whole)
    table = content["tables"][content["places"][municipality][0]]
    place = content["situations"].index(situation) * len(content["needs"]) + content["needs"].index(
        need
    )
    outcome, primary, bodies, offers = content["cells"][
        content["rows"][table[place]][content["languages"][language]]
    ]
    ids = {
        0: whole.representatives.get(municipality),
        1: whole.representatives.get(municipality[:2]),
    }
    own = {number: partner.id for number, partner in ids.items() if partner}
    named = tuple(
        own.get(number) or content["bodies"][number][1].split("/")[1] for number in bodies
    )
    given = tuple(content["offers"][n][1].split("/")[1] for n in offers)
    return Cell(content["outcomes"][outcome], named, primary, given, interpreter=False)


def _sample(size: int) -> list[tuple[str, str, str, str]]:
    chosen = random.Random("coverage")
    vocabulary = world.real().vocabulary
    lists = (
        vocabulary.municipalities,
        vocabulary.situations,
        vocabulary.terms("needs"),
        vocabulary.languages,
    )
    return [tuple(chosen.choice(tuple(codes)) for codes in lists) for _ in range(size)]  # type: ignore[misc]


def test_the_file_says_what_the_check_says_in_every_language_of_the_vocabulary() -> None:
    """Each language has a check of its own.

    Languages that nobody speaks share a column of the file.
    """
    whole = world.real()
    languages = tuple(whole.vocabulary.languages)
    combinations = _sample(1500)
    assert {language for *_, language in combinations} == set(languages)
    places = tuple(dict.fromkeys(municipality for municipality, *_ in combinations[:25]))
    own = Coverage(whole, TODAY, languages, places)
    compared = [one for one in combinations if one[0] in places]
    assert len(compared) > 90
    for combination in compared:
        assert _cell(whole, *combination) == replace(own.cell(*combination), interpreter=False), (
            combination
        )


def test_only_languages_that_somebody_has_are_looked_at_and_one_more() -> None:
    whole = world.real()
    looked_at = written.checked(whole, TODAY).languages
    assert {"sv", "so", "ti", "uk"} < set(looked_at)
    assert len(looked_at) < len(whole.vocabulary.languages)
    columns = written.columns(whole, TODAY)
    assert set(columns) == set(whole.vocabulary.languages)
    assert Counter(columns.values()).most_common(1)[0][0] == len(looked_at) - 1
    answers = partner("telefon", contacts=[{"phone": "+4685551234", "languages": ["am"]}])
    few = directory(offer("kurs", languages=[{"code": "vi", "how": ["staff"]}]), answers)
    assert {"sv", "vi", "am"} < set(written.checked(few, TODAY).languages)


def test_the_file_is_small_neutral_of_language_and_named_by_its_content() -> None:
    path, text = written.data(world.real(), TODAY)
    assert re.fullmatch(r"assets/coverage\.[0-9a-f]{8}\.json", path)
    assert len(gzip.compress(text.encode())) < 50_000
    content = json.loads(text)
    assert len(content["places"]) == 290
    assert content["outcomes"] == list(OUTCOMES)
    assert content["regions"]["01"] == ["Region Stockholm", "partners/region-stockholm/"]
    assert content["places"][HANINGE][1] == "Haninge kommun"


def test_the_same_records_give_the_same_file_and_others_another() -> None:
    records = (*FINAL, municipality("haninge", HANINGE), offer("kurs"))
    first = written.data(directory(*records), TODAY)
    assert written.data(directory(*records), TODAY) == first
    assert written.data(directory(*records[:-1]), TODAY)[0] != first[0]


def test_names_keep_their_official_translations() -> None:
    named = partner("a", name={"sv": "Myndigheten", "en": "The Authority"})
    entries = (named, decisions("svenska", rule("a")), *FINAL, municipality("haninge", HANINGE))
    bodies = _content(directory(*entries))["bodies"]
    assert [{"sv": "Myndigheten", "en": "The Authority"}, "partners/a/"] in bodies


# --- the page -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """A site of Haninge, where somebody answers, and Nykvarn, where nobody does."""
    return sites.a_build(
        sites.a_root(
            tmp_path_factory.mktemp("holes"), sites.HOLES, places=(HANINGE, NYKVARN, "0138")
        )
    )


def _page(build: Build, language: str) -> str:
    path, html = build.renderers[language].page(Page("coverage"))
    assert path == f"{language}/coverage/index.html"
    return html


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_without_script_the_table_counts_the_page_s_own_language(
    language: str, build: Build
) -> None:
    html = _page(build, language)
    check = Coverage(build.directory, TODAY, (language,))
    rows = re.findall(r'<tr data-code="(\d+)">(.*?)</tr>', html, re.DOTALL)
    assert sorted(code for code, _ in rows) == ["0136", "0138", "0140"]
    for code, row in rows:
        numbers = [
            int(number) for number in re.findall(r"<td>(?:<bdi[^>]*>)?(\d+)(?:</bdi>)?</td>", row)
        ]
        ends = Counter(one.cell.outcome for one in check.rows() if one.municipality == code)
        found = sum((Counter(one.cell.outcome for one in check.rows()),), Counter())
        assert numbers == [ends[outcome] for outcome in OUTCOMES if found[outcome]], code


def test_an_organisation_does_not_make_a_municipality_green_that_no_rule_reaches(
    build: Build,
) -> None:
    """Nobody is responsible in Nykvarn.

    It does have a body with a telephone that speaks Somali, an offer and an enterprise.
    """
    directory = build.directory
    assert directory.serving(NYKVARN).offers
    assert directory.serving(NYKVARN).enterprises
    html = _page(build, "so")
    shades = dict(re.findall(r'<path data-code="(\d+)"\s+data-shade="([a-z-]+)"', html))
    assert shades == {HANINGE: "last-resort", NYKVARN: "nobody", "0138": "nobody"}
    assert 'data-worst="holes"' in html
    assert set(written.counts(directory, TODAY, "so")[NYKVARN]) == {"nobody"}


def test_the_page_names_the_file_that_is_written_and_every_language(build: Build) -> None:
    files = dict(build.data_files())
    for language in sites.LANGUAGES:
        html = _page(build, language)
        (source,) = re.findall(r'data-source="\.\./\.\./([^"]+)"', html)
        assert source in files
        assert '<option value="ti">' in html
        assert '<option value="yi">' in html
    assert coveragetable.PATH in files


def test_every_outcome_is_explained_in_every_language(shipped_site: Path) -> None:
    for language in sites.LANGUAGES:
        html = (shipped_site / language / "coverage" / "index.html").read_text("utf-8")
        explained = re.findall(r'<dt><span class="end" data-shade="([a-z-]+)">', html)
        assert explained == list(OUTCOMES)
