"""Enterprises not heard of for long say so, and come below the others in a section of their own."""

import pytest

from tests.site import sites
from vagvisare.site.building.build import Build
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.municipality import profile

SINCE = {
    "sv": "Inget hört sedan 2017",
    "en": "Not heard of since 2017",
    "ar": "لم نسمع عنها منذ 2017",
    "so": "Wax laga maqlay ma jiraan tan iyo 2017",
}


def _dated(name: str, year: int) -> str:
    more = "industries: [café]\n"
    return sites.enterprise(name, "1280", more).replace(
        "title: Test", f"title: Test, date: '{year}'"
    )


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    records = {
        "enterprises/a-gammal": _dated("A-gammal", 2017),
        "enterprises/o-ny": _dated("O-ny", 2018),
    }
    return sites.a_build(sites.a_root(tmp_path_factory.mktemp("root"), records, places=("1280",)))


def _page(build: Build, *page: str, language: str = "sv") -> str:
    _, html = build.renderers[language].page(Page(*page))  # type: ignore[arg-type]
    return html


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_its_page_says_since_when(build: Build, language: str) -> None:
    assert SINCE[language] in _page(build, "record", "enterprises/a-gammal", language=language)
    assert SINCE[language] not in _page(build, "record", "enterprises/o-ny", language=language)


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_a_municipality_has_it_in_a_section_of_its_own(build: Build, language: str) -> None:
    offered, _, apart = _page(build, "municipality", "1280", language=language).partition(
        f"<h3>{SINCE[language]}</h3>"
    )
    assert "/enterprises/o-ny/" in offered
    assert "/enterprises/a-gammal/" not in offered
    assert "/enterprises/a-gammal/" in apart


@pytest.mark.parametrize("page", [("industry", "café"), ("county", "12"), ("index", "enterprises")])
def test_lists_have_it_below_the_others_and_say_since_when(
    build: Build, page: tuple[str, str]
) -> None:
    first, _, last = _page(build, *page).partition('data-record="o-ny"')
    assert 'data-record="a-gammal"' not in first
    assert SINCE["sv"] in last.partition('data-record="a-gammal"')[2]
    assert SINCE["sv"] not in first


def test_a_municipality_of_silent_enterprises_only_does_not_say_that_it_has_none(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    records = {"enterprises/a-gammal": _dated("A-gammal", 2017)}
    build = sites.a_build(sites.a_root(tmp_path_factory.mktemp("root"), records, places=("1280",)))
    html = _page(build, "municipality", "1280")
    assert "Vi känner inte till något socialt företag här som är öppet." in html
    assert SINCE["sv"] in html


def test_the_profile_for_officials_does_not_count_it(build: Build) -> None:
    assert profile(build.directory, "1280", sites.TODAY).industries == (("café", 1),)
