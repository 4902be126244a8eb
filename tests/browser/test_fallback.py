"""An untranslated record shows its Swedish text, marked as such in the reader's language."""

from collections.abc import Callable

import pytest

from tests.browser.visits import Visit
from tests.site import sites
from vagvisare.site.html import interface

SUMMARY = "Ett kafé som bara har svensk text."
SWEDISH = {"en": "Swedish", "ar": "السويدية", "so": "Af-Iswiidhish"}


def _badge(language: str) -> str:
    return interface.load(sites.LOCALE, language).gettext("Text in %(language)s") % {
        "language": SWEDISH[language]
    }


@pytest.mark.parametrize("language", SWEDISH)
def test_a_text_that_falls_back_says_so(language: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{language}/enterprises/only-swedish/", of="rich").page
    text = page.locator(".lead > span[lang]")
    assert (text.get_attribute("lang"), text.get_attribute("dir"), text.text_content()) == (
        "sv",
        "ltr",
        SUMMARY,
    )
    badge = page.locator(".lead .badge--fallback")
    assert badge.is_visible()
    assert badge.text_content() == _badge(language)
    assert page.locator(".badge--fallback").all_text_contents() == [_badge(language)] * 3
    paragraphs = page.locator(".description > div[lang=sv][dir=ltr]")
    assert paragraphs.locator("strong").text_content() == "fyra"
    assert paragraphs.locator("li").count() == 2


def test_a_list_says_it_too(visit: Callable[..., Visit]) -> None:
    page = visit("so/enterprises/_b/", of="rich").page
    card = page.locator(".card", has_text=SUMMARY)
    assert card.locator("span[lang=sv]").text_content() == SUMMARY
    assert card.locator(".badge--fallback").text_content() == _badge("so")


def test_the_swedish_page_says_nothing_of_the_kind(visit: Callable[..., Visit]) -> None:
    assert (
        visit("sv/enterprises/only-swedish/", of="rich").page.locator(".badge--fallback").count()
        == 0
    )


@pytest.mark.parametrize("language", ["ar", "so"])
def test_what_a_machine_translated_says_so(language: str, visit: Callable[..., Visit]) -> None:
    said = interface.load(sites.LOCALE, language).gettext(
        "Translated by machine. Nobody has reviewed it yet."
    )
    assert (
        visit(f"{language}/enterprises/yalla-trappan/").page.locator(".machine").text_content()
        == said
    )
    assert visit(f"{language}/about/").page.locator(".note").text_content() == said
    assert visit("sv/enterprises/yalla-trappan/").page.locator(".machine").count() == 0
