"""Figures and Swedish names in Arabic pages, as seen: each character's place is measured."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.browser.visits import NARROW, WIDE, Visit
from tests.site import sites

PLACES_OF_CHARACTERS = """element => {
  const places = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) for (let i = 0; i < node.length; i++) {
    const range = document.createRange();
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const box = range.getClientRects()[0];
    if (box && node.data[i].trim()) places.push([node.data[i], box.left, box.top]);
  }
  return places;
}"""


def as_seen(element: Locator) -> str:
    """The characters of an element as seen, line by line, from left to right, without spaces."""
    places = element.evaluate(PLACES_OF_CHARACTERS)
    assert places, "there is nothing to see"
    return "".join(
        place[0] for place in sorted(places, key=lambda place: (round(place[2] / 12), place[1]))
    )


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(params=[WIDE, NARROW])
def everything(request: pytest.FixtureRequest, visit: Callable[..., Visit]) -> Visit:
    """The Arabic page of a record with figures of every kind."""
    opened = visit("ar/enterprises/rich/", of="rich", width=request.param)
    opened.page.evaluate(
        "document.querySelectorAll('details').forEach(details => details.open = true)"
    )
    return opened


def test_the_measure_sees_what_is_turned_round(visit: Callable[..., Visit]) -> None:
    """Without isolation a phone number in Arabic text falls apart: the measure must notice."""
    opened = visit("ar/")
    opened.page.evaluate("document.querySelector('h1').textContent = 'الهاتف 08-552 414 00 اليوم'")
    assert "08-55241400" not in as_seen(opened.page.locator("h1"))


@pytest.mark.parametrize(
    ("selector", "text"),
    [
        (".phone", "08-552 414 00"),
        (".hours li:nth-child(1) bdi", "09:00–16:00"),
        (".hours li:nth-child(2) bdi", "10:30–14:15"),
        (".where", "123 45"),
        (".where", "Storgatan 12 B"),
        (".ways a[href^=mailto]", "info@verkstan.example"),
        (".ways a[href^=https]", "verkstan.example"),
        (".facts", "556016-0680"),
        (".facts", "2016–2019"),
        (".facts", "1,250"),
        (".places td:nth-child(2)", "12"),
    ],
)
def test_figures_and_names_stand_as_they_are_written(
    selector: str, text: str, everything: Visit
) -> None:
    assert _bare(text) in as_seen(everything.page.locator(selector).first)


def test_a_whole_line_of_hours_runs_from_right_to_left_around_its_figures(
    everything: Visit,
) -> None:
    line = everything.page.locator(".hours li").nth(1)
    days = line.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e.firstChild);"
        " return r.getBoundingClientRect().right }"
    )
    hours = line.locator("bdi").first.bounding_box()
    assert hours is not None
    assert hours["x"] + hours["width"] <= days


def test_dates_in_words_run_from_right_to_left_with_figures_from_left_to_right(
    everything: Visit,
) -> None:
    seen = as_seen(everything.page.locator(".state bdi").first)
    assert re.match(r"^2026\D+1$", seen), seen


@pytest.mark.parametrize(
    ("where", "selector"),
    [
        ("municipalities/malmo/", ".phone bdi"),
        ("partners/region-skane/", ".phone bdi"),
        ("municipalities/malmo/", ".facts > div:nth-child(1) bdi"),
    ],
)
def test_figures_of_shipped_pages_stand_as_they_are_written(
    where: str, selector: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"ar/{where}", width=NARROW)
    opened.page.evaluate(
        "document.querySelectorAll('details').forEach(details => details.open = true)"
    )
    for element in opened.page.locator(selector).all():
        assert as_seen(element) == _bare(str(element.text_content()))


def test_ages_and_periods_stand_as_they_are_written(visit: Callable[..., Visit]) -> None:
    opened = visit("ar/offers/hostile/", of="rich")
    assert "16–65" in as_seen(opened.page.locator("section[aria-labelledby=for] > p").nth(1))


@pytest.mark.parametrize(
    "where", ["", "enterprises/", "enterprises/yalla-trappan/", "municipalities/malmo/", "about/"]
)
def test_the_page_is_laid_out_from_right_to_left(where: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"ar/{where}")
    brand = opened.page.locator(".top__brand").bounding_box()
    assert brand is not None
    assert brand["x"] > WIDE / 2
    heading = opened.page.locator("h1").first
    assert heading.evaluate("e => getComputedStyle(e).textAlign") in ("start", "right")
    assert (
        opened.page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing")
        == "normal"
    )


def test_prose_has_no_figure_that_falls_apart(visit: Callable[..., Visit]) -> None:
    """Checks digits joined by a hyphen, dash, slash or colon, in the prose of every page."""
    broken = []
    pages = sorted(
        path.stem for path in (sites.ROOT / "docs" / "ar").glob("*.md") if path.stem != "index"
    )
    for where in ("", *(f"{page}/" for page in pages)):
        opened = visit(f"ar/{where}")
        for element in opened.page.locator("main :is(p, li, td):visible").all():
            seen = as_seen(element) if element.inner_text().strip() else ""
            figures = re.findall(r"[0-9]+(?:[-–/:][0-9]+)+", element.inner_text())
            broken += [f"{where}: {figure}" for figure in figures if figure not in seen]
    assert broken == []
