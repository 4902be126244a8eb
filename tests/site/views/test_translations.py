"""The page that shows everyone the state of the translations, in every language of the site."""

import re
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.records.texts import STATES
from vagvisare.site.pages.pages import Page
from vagvisare.translating.standing import outline


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"current": 1, "machine": 999}, {"current": 1, "machine": 99, "stale": 0, "missing": 0}),
        ({"current": 999, "missing": 1}, {"current": 99, "machine": 0, "stale": 0, "missing": 1}),
        (
            {"current": 1, "machine": 1, "stale": 1},
            {"current": 34, "machine": 33, "stale": 33, "missing": 0},
        ),
        ({"machine": 7}, {"current": 0, "machine": 100, "stale": 0, "missing": 0}),
        ({}, {"current": 0, "machine": 0, "stale": 0, "missing": 0}),
    ],
)
def test_shares_add_up_and_hide_nothing(counts: dict, expected: dict) -> None:
    assert outline(counts) == expected


def _page(site: Path, language: str) -> str:
    return (site / language / "translations/index.html").read_text("utf-8")


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_every_language_but_swedish_and_ones_own_first(shipped_site: Path, language: str) -> None:
    shown = re.findall(
        r'<section class="language" aria-labelledby="language-([\w-]+)"',
        _page(shipped_site, language),
    )
    assert set(shown) == set(sites.LANGUAGES) - {"sv"}
    assert language in {"sv", shown[0]}


def test_a_machine_s_words_are_called_so(shipped_site: Path) -> None:
    somali = (
        _page(shipped_site, "sv")
        .partition('aria-labelledby="language-so"')[2]
        .partition("</section>")[0]
    )
    assert "Gjort av en maskin, inte läst av en människa" in somali
    assert "100\u00a0%" in somali
    for kind in (
        "Sociala företag",
        "Vem är vem",
        "Stöd",
        "Projekt",
        "Guidens sidor",
        "Ord och platser",
        "Knappar och rubriker",
    ):
        assert kind in somali


def test_counts_have_their_plural_form(tmp_path: Path) -> None:
    root = sites.a_root(
        tmp_path, {"enterprises/one": sites.enterprise("Ett", "0136")}, places=("0136",)
    )
    build = sites.a_build(root)
    pages = {
        language: build.renderers[language].page(Page("translations"))[1]
        for language in ("sv", "ar")
    }
    assert "(1 text)" in pages["sv"]
    assert "(نص واحد)" in pages["ar"]


def test_what_changes_in_a_record_shows(tmp_path: Path) -> None:
    fresh, old = "0" * 8, sites.enterprise("Ett", "0136")
    root = sites.a_root(
        tmp_path,
        {
            "enterprises/one": old
            + f"translations: {{so: {{summary: {{from: '{fresh}', by: human}}}}}}\n"
        },
    )
    build = sites.a_build(root, ("sv", "so"))
    assert build.standing["so"]["enterprises"] == {"stale": 1}
    assert set(build.standing["so"]) >= {"enterprises", "vocabulary", "interface"}
    assert set().union(*build.standing["so"].values()) <= set(STATES)
