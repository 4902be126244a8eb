"""The officials' list: it counts, shows and exports what the records say; all can use it."""

import csv
import functools
import io
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import NARROW, NARROWEST, WIDE, Visit
from tests.site import sites
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.freshness import silent_since
from vagvisare.records.kinds import Enterprise, Record
from vagvisare.records.termlists import facets_of
from vagvisare.site.search import search
from vagvisare.site.search.columns import facet_values, findable, kind_of
from vagvisare.site.search.lists import KINDS

LANGUAGES = ("sv", "ar", "so")
CHOICES = 40
CAFES = "#industries=caf%C3%A9"
HANINGE = "#municipalities=0136"
EMPTY = "#industries=hunddagis&municipalities=2305"
NO_NAMES = ("constructor", "__proto__", "toString", "%3Cb%3E")
"""Names that no list knows, though every JavaScript object has the first three."""


def _opened(visit: Callable[..., Visit], where: str, **facts: Any) -> Visit:
    """A list, ready for use."""
    opened = visit(where, **facts)
    opened.page.locator("#finder[data-ready]").wait_for()
    return opened


def _names(page: Page) -> list[str]:
    return page.locator("#results .cards--facts h2").all_inner_texts()


# --- counts ---------------------------------------------------------------------------------------


@functools.cache
def _shipped() -> Directory:
    return load(sites.ROOT, today=sites.TODAY).directory


@pytest.fixture(scope="module")
def directory() -> Directory:
    return _shipped()


def _is_silent(enterprise: Enterprise) -> bool:
    """Whether nobody has heard of it for so long that lists put it below."""
    return silent_since(enterprise, sites.TODAY) is not None


def _number(*, industry: str = "", municipality: str = "") -> int:
    """How many enterprises of the shipped directory a list has, narrowed or not."""
    return sum(
        (not industry or industry in enterprise.industries)
        and (not municipality or municipality in _shipped().municipalities_of(enterprise))
        for enterprise in _shipped().enterprises.values()
    )


def _recounted(directory: Directory, kind: str) -> dict[str, list[set[str]]]:
    """By facet, the codes of each record of a kind, from the records; ``?`` where none."""
    records = [record for record in findable(directory) if kind_of(record) == kind]
    numbers = [
        number for number, record in enumerate(findable(directory)) if kind_of(record) == kind
    ]
    columns = facet_values(directory, sites.TODAY)
    names = [facet.name for facet in facets_of(kind)]
    found = {
        name: [set(columns[name][number]) for number in numbers]
        for name in names
        if name in columns
    }
    if kind != "enterprises":
        found["municipalities"] = [_served(directory, record) for record in records]
        found["counties"] = [_served_counties(directory, record) for record in records]
    else:
        found["free"] = [{"?"} for _ in records]  # nobody has said yet how many are free
    for name, column in found.items():
        if name not in {"municipalities", "free"}:
            found[name] = [codes or {"?"} for codes in column]
    return found


def _served(directory: Directory, record: Record) -> set[str]:
    """The municipalities that a record is in or serves: by name, by county or nationwide."""
    own = {*directory.municipalities_of(record)}
    areas = {*record.service_area}
    return own | {
        m
        for m in directory.vocabulary.municipalities
        if m in areas or m[:2] in areas or "SE" in areas
    }


def _served_counties(directory: Directory, record: Record) -> set[str]:
    areas = {
        *record.service_area,
        *directory.counties_of(record),
        *directory.municipalities_of(record),
    }
    return {
        c
        for c in directory.vocabulary.counties
        if "SE" in areas or any(area[:2] == c for area in areas)
    }


def _choices(values: dict[str, list[set[str]]]) -> Iterator[dict[str, list[str]]]:
    drawn = random.Random(41)
    for number in range(CHOICES):
        facets = drawn.sample(sorted(name for name in values if any(values[name])), number % 4)
        codes = {facet: sorted(set().union(*values[facet])) for facet in facets}
        yield {
            facet: drawn.sample(codes[facet], min(len(codes[facet]), drawn.randint(1, 3)))
            for facet in facets
        }


def _fits(values: dict[str, list[set[str]]], place: int, choice: dict[str, list[str]]) -> bool:
    return all(values[facet][place] & set(codes) for facet, codes in choice.items())


def _counted(
    values: dict[str, list[set[str]]], choice: dict[str, list[str]], facet: str
) -> dict[str, int]:
    others = {name: codes for name, codes in choice.items() if name != facet}
    return Counter(
        code
        for place, codes in enumerate(values[facet])
        if _fits(values, place, others)
        for code in codes
    )


@pytest.mark.parametrize("kind", KINDS)
def test_counts_are_those_of_a_plain_recount(
    kind: str, visit: Callable[..., Visit], directory: Directory
) -> None:
    """What each box says, read off the page, for random choices made through the address."""
    values = _recounted(directory, kind)
    page = _opened(visit, f"sv/{kind}/").page
    total = len(next(iter(values.values())))
    some = 0
    for choice in _choices(values):
        fitting = sum(_fits(values, place, choice) for place in range(total))
        page.evaluate(
            "fragment => { location.hash = fragment }",
            "&".join(f"{f}={','.join(codes)}" for f, codes in choice.items()),
        )
        expect(page.locator("#count")).to_have_text(f"{fitting} av {total}")
        some += 0 < fitting < total
        said: dict[str, dict[str, int]] = page.evaluate(
            """() => Object.fromEntries(
                 [...document.querySelectorAll('#choices details')].map(box => [
                   box.dataset.facet,
                   Object.fromEntries([...box.querySelectorAll('li')].map(item => [
                     item.querySelector('input').value,
                     Number(item.querySelector('.choice__number').textContent)]))]))"""
        )
        for facet, counts in said.items():
            expected = _counted(values, choice, facet)
            assert {code: n for code, n in counts.items() if n} == {
                c: n for c, n in expected.items() if n
            }, (facet, choice)
    assert some > CHOICES / 4


def test_the_records_shown_are_those_that_fit(
    visit: Callable[..., Visit], directory: Directory
) -> None:
    page = _opened(visit, f"sv/enterprises/{CAFES}&counties=01").page
    expected = {
        enterprise.name.swedish
        for enterprise in directory.enterprises.values()
        if "café" in enterprise.industries and "01" in directory.counties_of(enterprise)
    }
    expect(page.locator("#count")).to_have_text(f"{len(expected)} av {_number()}")
    assert set(_names(page)) == expected


def test_several_values_of_a_facet_widen_and_another_facet_narrows(
    visit: Callable[..., Visit],
) -> None:
    page = _opened(visit, f"sv/enterprises/{CAFES}").page
    cafes = len(_names(page))
    page.locator("#choices input[value='textil']").check()
    expect(page.locator("#count")).not_to_have_text(f"{cafes} av {_number()}")
    both = int(page.locator("#count").inner_text().split()[0])
    assert both > cafes
    page.locator(".choice__find").first.fill("hani")
    page.locator(".choice__find").first.press("Enter")
    expect(page.locator("#chosen button")).to_have_count(4)
    assert 0 < int(page.locator("#count").inner_text().split()[0]) < both


def test_an_official_narrows_all_to_a_few_in_a_few_steps(visit: Callable[..., Visit]) -> None:
    """Type the municipality, Enter, tick the industry: few are left."""
    page = _opened(visit, "sv/enterprises/").page
    find = page.locator("[data-facet=municipalities] .choice__find")
    find.fill("hanin")
    find.press("Enter")
    page.locator("[data-facet=industries] label", has_text="Café").click()
    few = _number(industry="café", municipality="0136")
    assert 0 < few < 5
    expect(page.locator("#count")).to_have_text(f"{few} av {_number()}")
    expect(page.locator("#results .card")).to_have_count(few)


# --- taking it along ------------------------------------------------------------------------------


def _shown_table(page: Page) -> list[list[str]]:
    rows: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll('#results tr')].map(row =>
           [...row.cells].map(cell => {
             const copy = cell.cloneNode(true);
             copy.querySelectorAll('.pick').forEach(pick => pick.remove());
             return copy.textContent.replace(/\\s+/g, ' ').trim() }))"""
    )
    return rows


def _taken(page: Page, way: str) -> bytes:
    page.locator("[popovertarget=take]").click()
    with page.expect_download() as download:
        page.locator(f"[data-take={way}]").click()
    page.keyboard.press("Escape")
    assert download.value.suggested_filename.endswith(f".{way}")
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "fragment",
    [
        "#view=table",
        f"{CAFES}&view=table&sort=name&columns=municipalities,counties,free,legal-forms",
    ],
)
def test_what_is_taken_along_is_what_is_shown(
    fragment: str, language: str, visit: Callable[..., Visit]
) -> None:
    page = _opened(visit, f"{language}/enterprises/{fragment}").page
    page.locator("#results table").wait_for()
    shown = _shown_table(page)
    assert len(shown) == 1 + (_number() if fragment == "#view=table" else _number(industry="café"))
    text = _taken(page, "csv").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";")) == shown
    book = openpyxl.load_workbook(io.BytesIO(_taken(page, "xlsx")))
    sheet = book.active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == shown
    assert bool(sheet.sheet_view.rightToLeft) == (language == "ar")
    assert sheet.title == str(page.locator("#finder-words").get_attribute("data-title"))[:31]
    assert sheet.freeze_panes == "A2"


def test_offers_and_partners_are_taken_along_too(visit: Callable[..., Visit]) -> None:
    for kind, fragment in {
        "offers": "#municipalities=1280&view=table",
        "partners": "#languages=so&view=table",
    }.items():
        page = _opened(visit, f"ar/{kind}/{fragment}").page
        page.locator("#results table").wait_for()
        assert list(
            csv.reader(io.StringIO(_taken(page, "csv").decode("utf-8-sig")), delimiter=";")
        ) == _shown_table(page)


NASTY = [
    *(
        "=1+1",
        "+46 8 1",
        "-2",
        "@x",
        "\t=1",
        "\r=1",
        'a "b", c',
        "line\nbreak",
        "<b>&amp;</b>",
        "مالمو (Malmö)",
    ),
    *("a;=1+1", "a,@x", 'a"=1', "a\n-1", "a;b\t+1"),
    *("\u0000\u0007x", "\ud800", "𝄞", " two  spaces ", "_x0041_", ""),
]


def test_no_value_becomes_a_formula_or_breaks_the_file(visit: Callable[..., Visit]) -> None:
    (scripts,) = sites.shipped_site().glob("assets/js.*")
    page = visit("sv/privacy/").page
    made = page.evaluate(
        """async ([folder, rows]) => {
             const { workbook } = await import(`${folder}/xlsx.js`),
                   { csv } = await import(`${folder}/csv.js`),
                   { tabbed } = await import(`${folder}/take.js`);
             const file = workbook(rows, "[Lista]: 'a'/b*?", true);
             const bytes = new Uint8Array(await file.arrayBuffer());
             return [[...bytes], csv(rows), tabbed(rows)] }""",
        [
            f"/assets/{scripts.name}",
            [
                ["Namn", "Tal"],
                *([value, 12.5] for value in NASTY),
                ["𝄞" * 40, 0],
                *([["x", 1]] * 30),
            ],
        ],
    )
    sheet = openpyxl.load_workbook(io.BytesIO(bytes(made[0]))).active
    cells = [row[0] for row in sheet.iter_rows(min_row=2, max_row=len(NASTY) + 1)]
    assert all(cell.data_type == "s" for cell in cells if cell.value), "a formula"
    assert [cell.value or "" for cell in cells][:9] == [
        value.replace("\r", "\n") for value in NASTY[:9]
    ]
    assert {row[1].value for row in sheet.iter_rows(min_row=2, max_row=len(NASTY) + 1)} == {12.5}
    assert sheet["A11"].value == NASTY[9]
    assert "Lista" in sheet.title
    for text, separator in ((made[1], ";"), (made[2], "\t")):
        values = [row[0] for row in csv.reader(io.StringIO(text), delimiter=separator)]
        assert not [value for value in values if value[:1] in "=+-@\t\r" and value]
        parts = [part.strip('"') for line in text.splitlines() for part in re.split("[;,\t]", line)]
        assert not [part for part in parts if part[:1] in "=+-@" and part], (
            "a row parted as another country does it"
        )


def test_the_list_and_its_address_can_be_copied(browser: Any, shipped: str) -> None:
    opened = Visit(browser, shipped, permissions=["clipboard-read", "clipboard-write"])
    opened.go(f"ar/enterprises/{HANINGE}&view=table")
    opened.page.locator("#results table").wait_for()
    opened.page.locator("[popovertarget=take]").click()
    opened.page.locator("[data-take=copy]").click()
    expect(opened.page.locator("#take-said")).not_to_be_empty()
    text = opened.page.evaluate("navigator.clipboard.readText()")
    assert [line.split("\t") for line in text.split("\n")] == _shown_table(opened.page)
    opened.page.locator("[data-take=address]").click()
    expect(opened.page.locator("#take-said")).not_to_be_empty()
    assert opened.page.evaluate("navigator.clipboard.readText()") == opened.page.url
    assert opened.faults == []
    opened.close()


def test_what_is_printed_is_the_list(visit: Callable[..., Visit]) -> None:
    page = _opened(visit, f"ar/enterprises/{HANINGE}&view=table").page
    page.locator("#results table").wait_for()
    page.emulate_media(media="print")
    for hidden in (".finder__choices", "#sort", ".tools", ".pick"):
        assert page.locator(hidden).first.is_hidden(), hidden
    for shown in ("#count", "#chosen", "#results table"):
        assert page.locator(shown).is_visible(), shown


# --- the address ----------------------------------------------------------------------------------


def test_a_shared_address_shows_the_same_and_sends_nothing(visit: Callable[..., Visit]) -> None:
    first = _opened(visit, "so/enterprises/")
    first.page.locator("[data-facet=industries] label", has_text="Maqaaxi").first.click()
    first.page.locator("[data-view=table]").click()
    first.page.locator("#results table").wait_for()
    fragment = first.page.url.partition("#")[2]
    assert fragment == "industries=caf%C3%A9&view=table"
    second = _opened(visit, f"so/enterprises/#{fragment}")
    second.page.locator("#results table").wait_for()
    assert _shown_table(second.page) == _shown_table(first.page)
    assert not [
        address
        for one in (first, second)
        for address in one.requests
        if "?" in address or "caf%C3%A9" in address
    ]
    assert first.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [
        0,
        0,
        "",
    ]


@pytest.mark.parametrize(
    "fragment",
    [
        *("#industries=unknown", "#x=y&__proto__=1&constructor=a", "#%E0%A4%A", "#compare=nobody"),
        *(f"#{name}={value}" for name in ("view", "sort", "columns") for value in NO_NAMES),
    ],
)
def test_an_address_that_says_nothing_known_shows_the_whole_list(
    fragment: str, visit: Callable[..., Visit]
) -> None:
    page = _opened(visit, f"sv/enterprises/{fragment}").page
    expect(page.locator("#count")).to_have_text(f"{_number()} av {_number()}")
    expect(page.locator("#sort")).to_have_value("place")
    expect(page.locator("[data-view=cards]")).to_have_attribute("aria-pressed", "true")
    assert page.locator("#comparing").is_hidden()
    assert page.locator("#finder").get_attribute("class") == "finder"
    cards = page.locator("#results .card").count()
    page.goto(page.url.partition("#")[0])
    page.locator("#finder[data-ready]").wait_for()
    assert cards == page.locator("#results .card").count()


def test_choices_can_be_taken_away_one_by_one_and_all_at_once(visit: Callable[..., Visit]) -> None:
    page = _opened(visit, f"sv/enterprises/{CAFES}&counties=01,14").page
    page.locator("#chosen button", has_text="Café").click()
    assert "industries" not in page.url
    assert page.evaluate("document.activeElement.closest('#chosen') !== null")
    page.locator("#chosen button").last.click()
    expect(page.locator("#count")).to_have_text(f"{_number()} av {_number()}")
    expect(page.locator("#count")).to_be_focused()
    assert "#" not in page.url


# --- comparing, ordering, nothing found -----------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_up_to_four_stand_side_by_side(language: str, visit: Callable[..., Visit]) -> None:
    opened = _opened(visit, f"{language}/enterprises/{HANINGE}")
    page = opened.page
    for number in range(4):
        page.locator("#results [data-compare]").nth(number).check()
    expect(page.locator("#results [data-compare]:enabled:not(:checked)")).to_have_count(0)
    names = _names(page)[:4]
    page.locator("#compare-open").click()
    assert page.locator("#compare thead a").all_inner_texts() == names
    assert page.locator("#compare tbody tr").count() >= 4
    assert opened.axe() == []
    page.keyboard.press("Escape")
    expect(page.locator("#compare-open")).to_be_focused()
    page.reload()
    page.locator("#finder[data-ready]").wait_for()
    page.locator("#compare-open").click()
    assert sorted(page.locator("#compare thead a").all_inner_texts()) == sorted(names)


def test_the_table_is_ordered_by_its_headings(visit: Callable[..., Visit]) -> None:
    page = _opened(visit, "sv/enterprises/#view=table").page
    page.locator("#results table").wait_for()
    page.locator("th[data-column=name] button").click()
    expect(page.locator("th[data-column=name]")).to_have_attribute("aria-sort", "ascending")
    names = page.locator("#results tbody th a").all_inner_texts()
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    silent = {one.name.swedish for one in _shipped().enterprises.values() if _is_silent(one)}
    heard_of = len(names) - len(silent)
    for part in (names[:heard_of], names[heard_of:]):
        ordered = [letters.index(name.lower()[0]) for name in part if name.lower()[0] in letters]
        assert ordered == sorted(ordered)
    assert set(names[heard_of:]) == silent
    assert len(names) > 100


def test_free_places_can_be_chosen_and_ordered_by(visit: Callable[..., Visit]) -> None:
    """Three enterprises that share a file of figures: free now, free long ago, full."""
    opened = visit("404.html")
    opened.faults.clear()
    opened.page.clock.set_fixed_time("2026-11-23")
    free_now, free_once, full = sorted(
        (one.id, one.name.swedish) for one in _shipped().enterprises.values() if not _is_silent(one)
    )[-3:]
    figures = {
        free_now[0]: {"arbetsträning": {"maximum": 6, "available": 2, "updated": "2026-11-20"}},
        free_once[0]: {"arbetsträning": {"available": 5, "updated": "2026-01-20"}},
        full[0]: {"arbetsträning": {"available": 0, "updated": "2026-11-20"}},
    }
    file = {"format": "1", "places": figures}
    opened.page.route("**/places.json", lambda route: route.fulfill(json=file))
    opened.go("sv/enterprises/#view=table&sort=free")
    page = opened.page
    page.locator("#results table").wait_for()
    assert page.locator("#results tbody th a").all_inner_texts()[:2] == [
        free_now[1],
        free_once[1],
    ]
    assert page.locator("td[data-column=free]").nth(1).inner_text().startswith("Arbetsträning 5")
    expect(page.locator("td[data-column=free] .free--old")).to_have_count(1)
    assert {
        code: page.locator(f"input[name=free][value='{code}'] ~ .choice__number").inner_text()
        for code in ("now", "old", "none", "?")
    } == {"now": "1", "old": "1", "none": "1", "?": str(_number() - 3)}
    page.locator("input[name=free][value=now]").check()
    expect(page.locator("#count")).to_have_text(f"1 av {_number()}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_says_what_to_take_away_and_what_is_near(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = _opened(visit, f"{language}/enterprises/{EMPTY}")
    page = opened.page
    ways = page.locator(".nothing__ways button")
    expect(ways).to_have_count(4)
    assert opened.axe() == []
    near = ways.nth(1)
    assert "Krokom" in near.inner_text()
    near.click()
    expect(page.locator("#results .card")).to_have_count(1)
    assert "municipalities=2309" in page.url
    page.go_back()


# --- everybody ------------------------------------------------------------------------------------


STATES: dict[str, tuple[str, Callable[[Page], object]]] = {
    "whole": ("", lambda _: None),
    "cards": (CAFES, lambda _: None),
    "table": ("#view=table", lambda page: page.locator("#results table").wait_for()),
    "map": ("#view=map", lambda page: page.locator(".chart table").wait_for()),
    "nothing": (EMPTY, lambda _: None),
    "all choices open": (
        CAFES,
        lambda page: page.evaluate(
            "document.querySelectorAll('.choice').forEach(box => box.open = true)"
        ),
    ),
    "columns": (CAFES, lambda page: page.locator("[popovertarget=columns]").click()),
    "take along": (CAFES, lambda page: page.locator("[popovertarget=take]").click()),
}


LOOKS = {"sv": (WIDE, "light"), "ar": (NARROW, "light"), "so": (WIDE, "dark")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_clean(language: str, visit: Callable[..., Visit]) -> None:
    """Axe finds nothing, nothing is too wide, even at 320 px, and targets are big enough to tap."""
    faults = []
    width, scheme = LOOKS[language]
    opened = _opened(visit, f"{language}/enterprises/", width=width, color_scheme=scheme)
    for state, (fragment, act) in STATES.items():
        opened.page.set_viewport_size({"width": width, "height": 800})
        opened.go("404.html")
        opened.go(f"{language}/enterprises/{fragment}")
        opened.page.locator("#finder[data-ready]").wait_for()
        act(opened.page)
        if width == NARROW and state == "all choices open":
            opened.page.locator("#choices-open").click()
        faults += [f"{state}: {fault}" for fault in [*opened.axe(), *_too_small(opened.page)]]
        for narrow in (width, NARROWEST):
            opened.page.set_viewport_size({"width": narrow, "height": 800})
            faults += (
                [f"{state}, {narrow} px: {opened.overflow()} px too wide"]
                if opened.overflow() > 0
                else []
            )
    assert faults == []


def _too_small(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """() => ['button', 'select', 'summary', 'label']
            .flatMap(tag => [...document.querySelectorAll(`.finder ${tag}`)])
            .filter(e => e.checkVisibility() && !e.closest('label.tool'))
            .filter(e => e.getBoundingClientRect().height < 43.5)
            .map(e => `small: ${e.outerHTML.slice(0, 90)}`)"""
    )
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_keyboard_alone(language: str, visit: Callable[..., Visit]) -> None:
    opened = _opened(visit, f"{language}/enterprises/")
    page = opened.page
    _tab_to(opened, ".choice__find")
    page.keyboard.type("malm")
    page.keyboard.press("Enter")
    expect(page.locator("#chosen button")).to_have_count(1)
    _tab_to(opened, "[data-view=table]")
    page.keyboard.press("Enter")
    page.locator("#results table").wait_for()
    _tab_to(opened, "#results [data-compare]")
    page.keyboard.press("Space")
    expect(page.locator("#comparing")).to_be_visible()
    assert page.evaluate("document.activeElement.matches('[data-compare]:checked')")
    _tab_to(opened, "#compare-open")
    page.keyboard.press("Enter")
    expect(page.locator("#compare")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("[data-view=map]").focus()
    page.keyboard.press("Enter")
    page.locator(".chart table").wait_for()
    _tab_to(opened, ".chart button")
    page.keyboard.press("Enter")
    expect(page.locator("#chosen button")).to_have_count(3)
    expect(page.locator(".chart button[aria-pressed=true]:focus")).to_have_count(1)


def _tab_to(opened: Visit, selector: str) -> None:
    for _ in range(300):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert opened.focus_shows() or selector == "#results [data-compare]", selector
            return
    raise AssertionError(f"Tab does not lead to {selector}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_by_touch_on_a_phone(language: str, visit: Callable[..., Visit]) -> None:
    opened = _opened(
        visit, f"{language}/enterprises/", width=NARROW, has_touch=True, is_mobile=True
    )
    page = opened.page
    page.locator("#choices-open").tap()
    sheet = page.locator("#choices-sheet")
    sheet.locator("label", has=page.locator("input[value='1280']")).tap()
    sheet.locator("#choices-show").tap()
    expect(sheet).to_be_hidden()
    number = _number(municipality="1280")
    expect(page.locator("#count")).to_contain_text(str(number))
    expect(page.locator("#results .card")).to_have_count(number)
    page.locator("[data-view=map]").tap()
    page.locator(".chart path[data-code='1480']").tap()
    expect(page.locator("#chosen button")).to_have_count(3)
    assert opened.overflow() <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours(scheme: str, visit: Callable[..., Visit]) -> None:
    opened = _opened(
        visit, f"ar/enterprises/{CAFES}&view=map", forced_colors="active", color_scheme=scheme
    )
    page = opened.page
    page.locator(".chart table").wait_for()
    pressed, other = (page.locator(f"[data-view={view}]") for view in ("map", "table"))
    assert _background(pressed) != _background(other)
    shaded, plain = (
        page.locator(".chart path[data-code='0136']"),
        page.locator(".chart path[data-code='2305']"),
    )
    assert shaded.evaluate("e => getComputedStyle(e).fill") != plain.evaluate(
        "e => getComputedStyle(e).fill"
    )
    assert opened.axe("color-contrast") == []


def _background(element: Locator) -> str:
    return str(element.evaluate("e => getComputedStyle(e).backgroundColor"))


def test_arabic_columns_and_numbers_stand_in_the_right_order(visit: Callable[..., Visit]) -> None:
    page = _opened(visit, f"ar/enterprises/{HANINGE}&view=table").page
    page.locator("#results table").wait_for()
    lefts = page.evaluate(
        "[...document.querySelectorAll('#results thead th')]"
        ".map(head => head.getBoundingClientRect().left)"
    )
    assert lefts == sorted(lefts, reverse=True)
    assert len(lefts) == 6
    here = _number(municipality="0136")
    assert page.locator("#count").inner_text() == f"{here} من {_number()}"
    order = page.evaluate(
        """numbers => {
             const node = document.getElementById('count').firstChild;
             const range = document.createRange();
             return numbers.map(number => {
               const at = node.data.indexOf(number);
               range.setStart(node, at);
               range.setEnd(node, at + number.length);
               return range.getBoundingClientRect().left }) }""",
        [str(here), str(_number())],
    )
    assert order[0] > order[1]
    place = page.locator("#choices input[value='1280'] + span").inner_html()
    assert '<bdi lang="sv" dir="ltr">(Malmö)</bdi>' in place


# --- where and how it is served -------------------------------------------------------------------


def test_below_a_sub_path_under_a_strict_policy_and_with_the_network_cut(
    browser: Any, tmp_path: Path
) -> None:
    (tmp_path / "sub").symlink_to(sites.shipped_site(), target_is_directory=True)
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'"
    )
    with sites.served(tmp_path) as address:
        opened = Visit(browser, f"{address}sub/")
        opened.page.route(
            "**/enterprises/",
            lambda route: route.fulfill(
                response=(r := route.fetch()),
                headers={**r.headers, "content-security-policy": policy},
            ),
        )
        opened.go(f"so/enterprises/{CAFES}&view=table")
        page = opened.page
        page.locator("#results table").wait_for()
        page.locator("[data-view=map]").click()
        page.locator(".chart table").wait_for()
        page.locator("[data-view=table]").click()
        page.locator("#results table").wait_for()
        page.context.set_offline(True)
        page.locator("#choices input[value='textil']").check()
        page.locator("#choices input[value='café']").uncheck()
        page.locator("#choices input[value='textil']").uncheck()
        page.locator("#choices input[value='café']").check()
        expect(page.locator("#results tbody tr")).to_have_count(_number(industry="café"))
        assert len(
            list(csv.reader(io.StringIO(_taken(page, "csv").decode("utf-8-sig")), delimiter=";"))
        ) == 1 + _number(industry="café")
        faults = [fault for fault in opened.faults if "ERR_INTERNET_DISCONNECTED" not in fault]
        opened.close()
    assert faults == []


@pytest.mark.parametrize("view", ["cards", "table"])
def test_hostile_names_are_text(view: str, visit: Callable[..., Visit]) -> None:
    page = _opened(visit, f"ar/offers/#view={view}&sort=freshness", of="rich").page
    expect(page.locator("#results")).to_contain_text("<script>window.xss=1</script>")
    assert page.locator("#results :is(script, img, iframe, style)").count() == 0
    taken = _taken(page, "csv").decode("utf-8-sig")
    assert "<script>window.xss=1</script>" in taken
    assert page.evaluate("typeof window.xss") == "undefined"


def test_what_cannot_be_loaded_leaves_the_whole_list(visit: Callable[..., Visit]) -> None:
    opened = visit("404.html")
    opened.faults.clear()
    opened.page.route("**/columns.json", lambda route: route.abort())
    opened.go("ar/enterprises/")
    expect(opened.page.locator("#count")).to_have_text(
        str(opened.page.locator("#finder-words").get_attribute("data-failed"))
    )
    assert opened.page.locator("#choices").is_hidden()
    assert opened.page.locator("#results .card").count() == _number()
    assert opened.axe() == []
    opened.faults.clear()


def test_without_script_the_lists_are_there_and_nothing_that_needs_it(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("so/enterprises/", java_script_enabled=False)
    page = opened.page
    assert page.locator(".needs-script:visible").count() == 0
    assert page.locator("#results .card").count() == _number()
    page.locator("summary", has_text="A–Ö").click()
    assert page.locator(".by-name a:visible").count() == _number()
    page.locator("#results nav a[href$='/industries/cafe/']").click()
    page.wait_for_url("**/so/industries/cafe/")
    assert page.locator(".card").count() == _number(industry="café")


def test_a_page_of_no_list_loads_nothing_of_it(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/enterprises/yalla-trappan/")
    folder = search.folder_in(sites.shipped_site())
    assert not [
        address for address in opened.requests if folder in address or "/list.js" in address
    ]


def test_enterprises_of_the_tests_are_shipped(directory: Directory) -> None:
    assert isinstance(directory.enterprises["bonorna"], Enterprise)
    assert {"bla-vagen-i-jordbro", "yalla-trappan"} <= set(directory.enterprises)


def test_messages_are_filled_with_facts_and_with_nothing_else(visit: Callable[..., Visit]) -> None:
    (scripts,) = sites.shipped_site().glob("assets/js.*")
    texts = [
        "{number} {number}",
        "{constructor} {__proto__} {toString} {other}",
        "{number:9} {{number}} $& %(number)s",
    ]
    found = visit("sv/privacy/").page.evaluate(
        """async ([folder, texts]) => {
            const { filled } = await import(`${folder}/elements.js`);
            return texts.map(text => filled(text, { number: "{number}" }));
        }""",
        [f"/assets/{scripts.name}", texts],
    )
    assert found == ["{number} {number}", texts[1], "{number:9} {{number}} $& %(number)s"]
