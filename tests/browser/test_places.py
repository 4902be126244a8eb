"""Free places in the browser: refreshed from their file, and faded when old.

Where the file is unusable, the build's figures remain.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit
from tests.site import sites
from vagvisare.languages.moments import Moment
from vagvisare.languages.when import in_words
from vagvisare.reading.freeplaces import AGES
from vagvisare.site.facts.reader import AGE_NAMES
from vagvisare.site.html import interface

WHERE = "enterprises/rich/"
"""Work training: 12 places, 3 of them free on 2026-11-01."""
LANGUAGES = ("sv", "ar", "so", "en")


def _file(available: object = 5, maximum: object = 12, updated: object = "2026-11-20") -> str:
    figure = {"available": available, "maximum": maximum, "updated": updated}
    return json.dumps({"format": "1", "places": {"rich": {"arbetsträning": figure}}})


def _look(
    visit: Callable[..., Visit],
    where: str,
    body: str | None,
    today: date = sites.TODAY,
    **facts: object,
) -> Visit:
    """Opens a page on a day with this places.json (None: missing; empty: as built)."""
    opened = visit("404.html", of="rich", **facts)
    opened.faults.clear()
    opened.page.clock.set_fixed_time(today.isoformat())
    if body != "":
        _answer(opened, body)
    opened.go(where)
    opened.page.wait_for_load_state("networkidle")
    return opened


def _answer(opened: Visit, body: str | None) -> None:
    """Serves this as places.json from now on; None: missing."""
    opened.page.route(
        "**/places.json",
        lambda route: route.fulfill(status=404 if body is None else 200, body=body or ""),
    )


def _free(opened: Visit) -> str:
    return opened.page.locator("[data-places] [data-free]").first.inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_file_says_shows_without_a_build(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = _look(visit, f"{language}/{WHERE}", _file(available=0, maximum=14))
    row = opened.page.locator(".places tbody tr")
    expect(row.locator("[data-maximum]")).to_have_text("14")
    day = in_words(Moment("2026-11-20"), language, str)
    expect(row.locator("[data-free]")).to_have_text(f"0 {day}")
    assert opened.axe() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_says_what_the_build_says(language: str, visit: Callable[..., Visit]) -> None:
    """The template and the script write the same figure with the same words and mark-up."""
    built = visit(f"{language}/{WHERE}", of="rich", java_script_enabled=False)
    before = built.page.locator("[data-free]").first.inner_html()
    after = _look(visit, f"{language}/{WHERE}", "").page.locator("[data-free]").first.inner_html()
    assert _without_directions(after) == _without_directions(before)


def _without_directions(html: str) -> str:
    """The HTML without ``<bdi>``, its white space of one kind.

    The script isolates figures in every language, the build only on right-to-left pages.
    """
    for mark in ('<bdi dir="ltr">', '<bdi dir="rtl">', "<bdi>", "</bdi>"):
        html = html.replace(mark, "")
    return " ".join(html.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("age", AGES)
def test_an_old_figure_fades_and_says_how_old_it_is(
    age: str, language: str, visit: Callable[..., Visit]
) -> None:
    days = AGES[age]
    words = interface.load(sites.LOCALE, language).gettext(AGE_NAMES[age])
    opened = _look(
        visit, f"{language}/{WHERE}", _file(), today=date(2026, 11, 20) + timedelta(days + 1)
    )
    free = opened.page.locator(".places .free")
    expect(free).to_have_class("free free--old")
    expect(free.locator(".badge")).to_have_text(words)
    assert opened.axe("color-contrast") == []


DAMAGED = {
    "missing": None,
    "no JSON": "<!doctype html><title>404</title>",
    "cut off": _file()[:50],
    "another format": _file().replace('"1"', '"2"'),
    "a list": "[]",
    "nothing": "null",
    "below nought": _file(available=-1),
    "half a place": _file(available=2.5),
    "text": _file(available="<img src=x onerror=alert(1)>"),
    "above the maximum": _file(available=13),
    "no day": _file(updated=None),
    "no such day": _file(updated="2026-02-30"),
    "a day to come": _file(updated="2026-11-24"),
    "another enterprise": _file().replace("rich", "poor"),
    "no kinds": json.dumps({"format": "1", "places": {"rich": None}}),
}


def test_a_file_of_no_use_leaves_the_figures_of_the_build(visit: Callable[..., Visit]) -> None:
    opened = _look(visit, f"sv/{WHERE}", _file())
    assert _free(opened) == "5 20 november 2026"
    for fault, body in DAMAGED.items():
        opened.page.unroute("**/places.json")
        _answer(opened, body)
        opened.page.reload()
        opened.page.wait_for_load_state("networkidle")
        assert _free(opened) == "3 1 november 2026", fault
    assert all("places.json" in said or "404" in said for said in opened.faults)
    opened.faults.clear()


def test_without_script_the_figure_stands_with_its_day(visit: Callable[..., Visit]) -> None:
    opened = visit(f"ar/{WHERE}", of="rich", java_script_enabled=False)
    assert _free(opened) == f"3 {in_words(Moment('2026-11-01'), 'ar', str)}"


def test_cards_are_refreshed_too(visit: Callable[..., Visit]) -> None:
    opened = _look(visit, "so/municipalities/malmo/", _file(available=7))
    expect(opened.page.locator("[data-places='rich/arbetsträning'] .free b")).to_have_text("7")


def test_the_file_is_asked_for_only_where_places_are_shown(visit: Callable[..., Visit]) -> None:
    opened = _look(visit, "sv/offers/sfi/", "")
    assert not [address for address in opened.requests if "places.js" in address]
