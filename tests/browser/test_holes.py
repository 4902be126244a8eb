"""Where the holes in coverage are, for an official: the screen agrees with the check.

Tested by keyboard, by touch and without script.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import world
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import NARROW, NARROWEST, Visit
from tests.site import sites
from vagvisare.guidance.coverage import BROKEN, OUTCOMES, Coverage, Row

LANGUAGES = ("sv", "ar", "so")
WITHOUT = {*OUTCOMES} - {"answered-in-language"}


@pytest.fixture(scope="module")
def holes() -> Iterator[str]:
    """The address of the site of `sites.HOLES`."""
    with sites.served(sites.holes_site()) as address:
        yield address


@pytest.fixture
def look(browser: Browser, holes: str) -> Iterator[Callable[..., Visit]]:
    """Opens tabs on the site with holes; the test fails if one has ``faults``."""
    opened: list[Visit] = []

    def open_tab(where: str, **facts: object) -> Visit:
        opened.append(Visit(browser, holes, **facts))  # type: ignore[arg-type]
        opened[-1].go(where)
        return opened[-1]

    yield open_tab
    faults = [fault for one in opened for fault in one.faults]
    for one in opened:
        one.close()
    assert faults == []


@cache
def _rows(language: str) -> tuple[Row, ...]:
    """Every combination of the project's own directory for a language, from a check of its own."""
    return tuple(Coverage(world.real(), sites.TODAY, (language,)).rows())


def _counted(language: str, situation: str = "", need: str = "", county: str = "") -> Counter[str]:
    wanted = (
        row.cell.outcome
        for row in _rows(language)
        if situation in ("", row.situation)
        and need in ("", row.need)
        and row.municipality.startswith(county)
    )
    return Counter(wanted)


def _number(text: str | None) -> int:
    """A number as the page writes it, with grouped thousands and perhaps its share after it."""
    found = re.match(
        r"\s*([\d.,\s\u00a0\u202f]+?)(?:\s*$|\s+[\u200e\u200f]?[\d.,]+[\s\u200e]*[%٪])", text or ""
    )
    assert found, text
    return int(re.sub(r"\D", "", found[1]))


def _numbers(text: str) -> list[str]:
    """The numbers of a text, only their digits: the page groups thousands."""
    return [re.sub(r"\D", "", number) for number in re.findall(r"\d[\d,.\s]*", text)]


def _shown(page: Page) -> Counter[str]:
    """The counts by outcome on the screen."""
    expect(page.locator("#coverage")).to_be_visible()
    items = page.locator(".outcomes__list li").all()
    found = {
        str(item.get_attribute("data-outcome")): _number(
            item.locator(".outcomes__number").text_content()
        )
        for item in items
    }
    assert list(found) == list(OUTCOMES)
    return +Counter(found)


def _state(page: Page) -> Mapping[str, str]:
    parts = urlsplit(page.url)
    assert parts.query == "", "what is chosen stands in the fragment and is sent to nobody"
    return {name: values[0] for name, values in parse_qs(parts.fragment).items()}


def _choose(page: Page, **choices: str) -> None:
    expect(page.locator("#coverage")).to_be_visible()
    for name, value in choices.items():
        page.locator(f"#c-{name}").select_option(value)


# --- what is on the screen ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "choices"),
    [
        ("so", {}),
        (
            "ar",
            {"language": "ti", "situation": "långtidsarbetslös", "need": "svenska", "county": "12"},
        ),
        ("sv", {"language": "am", "need": "arbete-och-arbetsträning"}),
    ],
)
def test_the_counts_are_those_of_the_check(
    of: str, choices: dict[str, str], visit: Callable[..., Visit]
) -> None:
    page = visit(f"{of}/coverage/").page
    _choose(page, **choices)
    expected = _counted(**{"language": of} | choices)
    assert _shown(page) == expected
    numbers = {
        name: _number(page.locator(f"[data-number={name}]").text_content())
        for name in ("holes", "without", "cases")
    }
    assert numbers == {
        "holes": sum(expected[outcome] for outcome in BROKEN),
        "without": sum(expected[outcome] for outcome in WITHOUT),
        "cases": expected.total(),
    }
    assert _state(page) == {name: code for name, code in choices.items() if code}
    places = [
        code
        for code in world.real().vocabulary.municipalities
        if code.startswith(choices.get("county", ""))
    ]
    assert page.locator(".holes__found tr[data-code]").count() == len(places)


def test_each_need_has_its_counts_and_the_weakest_stands_first(visit: Callable[..., Visit]) -> None:
    page = visit("sv/coverage/#language=so").page
    buttons = page.locator(".parts__one")
    expect(buttons).to_have_count(13)
    buttons.last.click()
    expect(buttons).to_have_count(len(world.real().vocabulary.terms("needs")))
    weak = []
    for button in buttons.all():
        label = str(button.locator(".parts__name").text_content())
        needs = world.real().vocabulary.terms("needs").values()
        need = next(term.code for term in needs if term.label["sv"] == label)
        counted = _counted("so", need=need)
        weak.append(
            [sum(counted[outcome] for outcome in outcomes) for outcomes in (BROKEN, WITHOUT)]
        )
    assert weak == sorted(weak, reverse=True)
    assert weak[0] > weak[-1]
    buttons.first.click()
    assert "need" in _state(page)
    expect(page.locator(".parts__one")).to_have_count(13)
    page.locator(".parts__one").last.click()
    expect(page.locator(".parts__one")).to_have_count(len(world.real().vocabulary.situations))


def test_behind_a_row_stand_the_bodies_and_offers_as_links(visit: Callable[..., Visit]) -> None:
    address = "so/coverage/#language=so&situation=flykting&need=svenska&municipality=0136"
    page = visit(address).page
    cell = Coverage(world.real(), sites.TODAY, ("so",), ("0136",)).cell(
        "0136", "flykting", "svenska", "so"
    )
    details = page.locator(".holes__details")
    expect(details).to_be_visible()
    links = [str(link.get_attribute("href")) for link in details.locator("a").all()]
    whole = world.real()
    bodies = {
        f"partners/{body}/"
        for body in cell.responsible
        if whole.partners[body].represents != "0136"
    }
    own = {"municipalities/haninge/"} if "haninge" in cell.responsible else set()
    expected = bodies | own | {f"offers/{one}/" for one in cell.offers}
    assert {re.sub(r"^(\.\./)+(so/)?", "", link) for link in links} == expected
    for link in links:
        assert page.request.get(
            page.evaluate("link => new URL(link, location.href).href", link)
        ).ok, link


# --- by keyboard, by touch ------------------------------------------------------------------------


@pytest.mark.parametrize("of", LANGUAGES)
def test_everything_is_reached_by_keyboard(of: str, look: Callable[..., Visit]) -> None:
    opened = look(f"{of}/coverage/")
    page = opened.page
    page.locator("#c-need").focus()
    page.keyboard.press("ArrowDown")
    assert _state(page)["need"] == next(iter(world.real().vocabulary.terms("needs")))
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if "holes__open" in opened.focused():
            break
        seen.append(opened.focused())
        assert opened.focus_shows(), seen[-1]
    assert len(seen) > 5
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    expect(page.locator(".holes__details")).to_be_visible()
    assert opened.focus_shows()
    assert page.evaluate("!document.querySelector('.map').contains(document.activeElement)")
    assert page.locator(".map [tabindex], .map a, .map button").count() == 0, (
        "the map is a picture: the table says the same"
    )


def test_by_touch_the_map_leads_to_the_county_and_then_to_the_municipality(
    visit: Callable[..., Visit],
) -> None:
    """Sundbyberg is 9 km²: on the map of the country it is two pixels wide."""
    opened = visit("ar/coverage/", width=NARROW, has_touch=True, is_mobile=True)
    page = opened.page
    area = page.locator(".map [data-code='0183']")
    expect(page.locator("#coverage")).to_be_visible()
    assert area.bounding_box()["width"] < 5  # type: ignore[index]
    page.locator(".map [data-code='0188']").tap()
    assert _state(page)["county"] == "01"
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    assert box is not None
    assert box["width"] < 24
    # Beside it: fingers are broad.
    page.touchscreen.tap(box["x"] + box["width"] / 2 - 8, box["y"] + box["height"] / 2)
    expect(page.locator(".holes__details")).to_be_visible()
    assert _state(page)["municipality"] == "0183"
    expect(page.locator("tr[data-code='0183'] [aria-expanded=true]")).to_be_in_viewport()
    assert "Sundbyberg" in str(page.locator(".map__label").text_content())
    page.locator("#c-back button").tap()
    assert "county" not in _state(page)


@pytest.mark.parametrize("of", LANGUAGES)
def test_it_fits_a_narrow_screen_and_a_finger(of: str, look: Callable[..., Visit]) -> None:
    opened = look(f"{of}/coverage/#municipality=0140", width=NARROWEST)
    expect(opened.page.locator(".holes__details")).to_be_visible()
    assert opened.overflow() <= 0
    small = opened.page.evaluate(
        """() => [...document.querySelectorAll(
            'main :is(select, button, summary, .holes__found th a)')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
            .map(e => e.outerHTML)"""
    )
    assert small == []
    assert [*opened.axe(), *opened.axe_in_dark()] == []


# --- holes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("of", LANGUAGES)
def test_holes_are_marked_on_the_map_and_in_the_table(of: str, look: Callable[..., Visit]) -> None:
    """Nykvarn has a body that speaks Somali, an offer in Somali and an enterprise: still a hole."""
    opened = look(f"{of}/coverage/#language=so&need=svenska")
    page = opened.page
    expect(page.locator("#coverage")).to_be_visible()
    expect(page.locator(".verdict__holes")).to_be_visible()
    shades = {
        code: page.locator(f".map [data-code='{code}']").get_attribute("data-shade")
        for code in ("0136", "0138", "0140")
    }
    assert shades == {"0136": "last-resort", "0138": "nobody", "0140": "nobody"}
    fills = page.evaluate(
        "[...document.querySelectorAll('.map [data-code]')].map(e => getComputedStyle(e).fill)"
    )
    assert sum("#map-hatch" in fill for fill in fills) == 2, "a hole is hatched, not only red"
    rows = page.locator(".holes__found tr[data-code]")
    worst = ["0138", "0140"] if of == "ar" else ["0140", "0138"]  # both end alike, so by name
    assert [row.get_attribute("data-code") for row in rows.all()] == [*worst, "0136"], (
        "the worst stands first"
    )
    gap = next(text for text in page.locator("#coverage option[value=nobody]").all_text_contents())
    expect(rows.first).to_contain_text(gap)
    expect(rows.first.locator(".end__sign svg")).to_be_visible()
    page.locator("#c-show").select_option("holes")
    expect(rows).to_have_count(2)
    assert page.locator(".map [data-code='0136']").get_attribute("data-shade") == ""
    page.locator("tr[data-code='0140'] button").click()
    expect(page.locator(".holes__details [data-part=holes] li").first).to_be_visible()
    expect(page.locator(".holes__details [data-part=offers] a")).to_have_count(1)
    expect(page.locator(".holes__details [data-part=responsible]")).to_have_count(0)


def test_forced_colours_keep_holes_apart(look: Callable[..., Visit]) -> None:
    opened = look("so/coverage/", forced_colors="active")
    expect(opened.page.locator("#coverage")).to_be_visible()
    fills = opened.page.evaluate(
        "[...document.querySelectorAll('.map [data-code]')].map(e => getComputedStyle(e).fill)"
    )
    assert len(set(fills)) == 2
    assert opened.axe("color-contrast") == []


# --- what is taken away ---------------------------------------------------------------------------


@pytest.mark.parametrize("of", LANGUAGES)
def test_the_saved_table_is_what_is_on_the_screen(of: str, look: Callable[..., Visit]) -> None:
    opened = look(f"{of}/coverage/#language=so&sort=name")
    page = opened.page
    expect(page.locator("#c-csv")).to_be_visible()
    with page.expect_download() as waiting:
        page.locator("#c-csv").click()
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith("\ufeff".encode())
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    assert len(head) == len(set(head)) == 11
    screen = [
        (
            str(row.get_attribute("data-code")),
            str(row.locator("th").text_content()),
            str(row.locator(".end__name").text_content()),
            *_numbers(str(row.locator(".holes__share").text_content())),
            str(_number(str(row.locator("button").text_content()).partition("–")[0])),
        )
        for row in page.locator(".holes__found tr[data-code]").all()
    ]
    assert [(row[0], row[1], row[5], row[6], row[7], row[8]) for row in rows] == screen
    assert not [
        value for row in rows for value in row if value.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
    assert {row[10] for row in rows} == {'\'=1+1; "kurs"', ""}
    assert opened.requests[-1].startswith(("blob:", opened.base)), "it is made on the device"


def test_the_summary_can_be_had(visit: Callable[..., Visit]) -> None:
    page = visit("sv/coverage/").page
    link = page.locator("a[href$='coverage.csv']")
    answer = page.request.get(page.evaluate("e => e.href", link.element_handle()))
    assert answer.text().startswith("code,municipality,county,language,answered-in-language")


# --- the address, failure, no script --------------------------------------------------------------


def test_an_address_can_be_shared_and_a_wrong_one_harms_nothing(look: Callable[..., Visit]) -> None:
    opened = look(
        "sv/coverage/#language=xx&situation=<b>&county=99&show=nonsense&municipality=9999&sort=x"
    )
    page = opened.page
    expect(page.locator(".holes__found tr[data-code]")).to_have_count(3)
    assert _state(page) == {}
    page.evaluate("location.hash = '#language=so&show=nobody&municipality=0140'")
    expect(page.locator(".holes__found tr[data-code]")).to_have_count(2)
    assert page.locator("#c-language").input_value() == "so"
    expect(page.locator(".holes__details")).to_be_visible()
    page.locator("#c-show").select_option("answered")
    expect(page.locator("#c-none")).to_be_visible()


def test_where_the_file_cannot_be_had_the_page_says_so_and_keeps_its_table(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("so/municipalities/")
    opened.page.route("**/coverage.*.json", lambda route: route.abort())
    opened.go("so/coverage/")
    expect(opened.page.locator("#coverage-failed")).to_be_visible()
    expect(opened.page.locator("#c-plain tr[data-code]")).to_have_count(290)
    assert opened.page.locator("#coverage").is_hidden()
    assert opened.faults
    assert all("coverage." in fault or "ERR_FAILED" in fault for fault in opened.faults)
    opened.faults.clear()


@pytest.mark.parametrize("of", LANGUAGES)
def test_without_script_the_counts_are_those_of_the_page_s_language(
    of: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{of}/coverage/", java_script_enabled=False, width=NARROW)
    page = opened.page
    assert page.locator("#coverage").is_hidden()
    assert page.locator("#c-found").is_hidden()
    assert page.locator("#c-plain tr[data-code]").count() == 290
    items = page.locator(".outcomes__list li").all()
    found = {
        str(item.get_attribute("data-outcome")): _number(
            item.locator(".outcomes__number").text_content()
        )
        for item in items
    }
    assert +Counter(found) == _counted(of)
    assert page.locator(".map [data-shade]").count() == 290
    assert not [address for address in opened.requests if ".json" in address]
    page.locator("details summary").first.click()
    expect(page.locator("dd").last).to_be_visible()
    page.locator("#c-plain tr[data-code='0136'] a").click()
    page.wait_for_url(f"**/{of}/municipalities/haninge/")
