"""Every kind of page in Swedish, Arabic and Somali, wide and narrow, light and dark.

None has an axe violation, a complaint in the console or overflow.
"""

from collections.abc import Callable

import pytest

from tests.browser.fonts import FONTS
from tests.browser.visits import NARROW, NARROWEST, WIDE, Visit
from tests.site import sites

LANGUAGES = ("sv", "ar", "so")
KINDS = {
    "home": ("shipped", ""),
    "prose": ("shipped", "social-enterprises/"),
    "prose with examples": ("shipped", "keep-up-to-date/"),
    "accessibility": ("shipped", "accessibility/"),
    "prose for newcomers": ("shipped", "your-money/"),
    "prose for officials": ("shipped", "for-officials/"),
    "prose with links to itself": ("shipped", "knowledge-bank/"),
    "glossary": ("shipped", "glossary/"),
    "search": ("shipped", "search/"),
    "translations": ("shipped", "translations/"),
    "municipalities": ("shipped", "municipalities/"),
    "municipality": ("shipped", "municipalities/malmo/"),
    "county": ("shipped", "counties/12/"),
    "guide of the country": ("shipped", "guide/"),
    "situation": ("shipped", "situations/flykting/"),
    "language": ("shipped", "languages/so/"),
    "coverage": ("shipped", "coverage/"),
    "industry": ("shipped", "industries/cafe/"),
    "enterprises": ("shipped", "enterprises/"),
    "partners": ("shipped", "partners/"),
    "offers": ("shipped", "offers/"),
    "projects": ("shipped", "projects/"),
    "enterprise": ("shipped", "enterprises/yalla-trappan/"),
    "partner": ("shipped", "partners/arbetsformedlingen/"),
    "offer": ("shipped", "offers/sfi/"),
    "project": ("shipped", "projects/spira-1-1/"),
    "list with letters": ("rich", "enterprises/"),
    "letter": ("rich", "enterprises/_aring/"),
    "enterprise with everything": ("rich", "enterprises/rich/"),
    "fallback": ("rich", "enterprises/only-swedish/"),
    "hostile": ("rich", "projects/hostile/"),
    "card of an offer": ("shipped", "offers/sfi/card/"),
    "card of a municipality": ("shipped", "municipalities/haninge/card/"),
    "hostile card": ("rich", "partners/hostile/card/"),
}


_OPEN = "document.querySelectorAll('details').forEach(details => details.open = true)"


def _look(visit: Visit) -> list[str]:
    """Faults of the open page in every width and both colour schemes, with boxes opened."""
    page, faults = visit.page, []
    page.evaluate(_OPEN)
    # The bar stuck to the bottom covers what is behind it until the page is scrolled.
    page.evaluate(
        "document.querySelectorAll('.guide__bar').forEach(bar => bar.style.position = 'static')"
    )
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        faults += [f"{width} px: {fault}" for fault in [*visit.axe(), *visit.axe_in_dark()]]
    for width in (WIDE, NARROW, NARROWEST):
        page.set_viewport_size({"width": width, "height": 800})
        if over := visit.overflow():
            faults.append(f"{width} px: {over} px too wide")
    return faults


@pytest.mark.parametrize(
    "language",
    [pytest.param("sv", marks=pytest.mark.slow), "ar", pytest.param("so", marks=pytest.mark.slow)],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_in_every_width_and_colour_scheme(
    kind: str, language: str, visit: Callable[..., Visit]
) -> None:
    of, where = KINDS[kind]
    opened = visit(f"{language}/{where}", of=of)
    assert opened.page.locator("h1").count() == 1
    html = opened.page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == (
        language,
        "rtl" if language == "ar" else "ltr",
    )
    assert _look(opened) == []


_MISFITS = """() => {
  const faults = [], page = document.documentElement;
  const top = document.querySelector('.top').getBoundingClientRect();
  const said = e => e.outerHTML.slice(0, 120);
  if (page.scrollWidth > page.clientWidth)
    faults.push(`${page.scrollWidth - page.clientWidth} px too wide`);
  if (top.height >= 64) faults.push(`the top stands in rows: ${top.height} px`);
  for (const e of document.querySelectorAll('a, button, summary, label, input, select')) {
    if (!e.checkVisibility() || e.closest('.hidden, .skip, .table, .map')) continue;
    const box = e.getBoundingClientRect();
    if (box.left < -0.5 || box.right > page.clientWidth + 0.5)
      faults.push(`half out of sight: ${said(e)}`);
  }
  for (const e of document.querySelectorAll('main *')) {
    if (e.checkVisibility() && e.clientHeight > 1 && getComputedStyle(e).overflowY === 'hidden'
      && e.scrollHeight > e.clientHeight + 1) faults.push(`cut off: ${said(e)}`);
  }
  return faults;
}"""


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_whatever_fonts_the_reader_has(kind: str, visit: Callable[..., Visit]) -> None:
    of, where = KINDS[kind]
    opened, faults = visit("", of=of), []
    for language in sites.LANGUAGES:
        opened.go(f"{language}/{where}")
        opened.page.evaluate(_OPEN)
        for width in (WIDE, NARROW, NARROWEST):
            opened.page.set_viewport_size({"width": width, "height": 800})
            found = opened.page.evaluate(_MISFITS)
            faults += [f"{language}, {width} px: {fault}" for fault in found]
    assert faults == []


@pytest.mark.parametrize(
    ("where", "ways"),
    [("", ["sv", "sv-simple", "en", "ar", "so"]), ("404.html", ["sv", "en", "ar", "so"])],
)
def test_the_pages_that_speak_every_language(
    where: str, ways: list[str], visit: Callable[..., Visit]
) -> None:
    opened = visit(where)
    assert _look(opened) == []
    links = opened.page.locator("main a")
    assert [links.nth(i).get_attribute("lang") for i in range(links.count())] == ways
    assert min(link.bounding_box()["height"] for link in links.all()) >= 44  # type: ignore[index]


def test_an_address_that_leads_nowhere_shows_the_way_back_in_every_language(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("so/nowhere/at/all/")
    assert opened.page.locator("h1").text_content() == "404"
    assert (
        opened.page.evaluate(
            "document.styleSheets.length && getComputedStyle(document.body).display"
        )
        == "grid"
    )
    assert opened.faults
    assert all("404" in fault for fault in opened.faults)
    opened.faults.clear()
    opened.page.locator("main a[lang=so]").click()
    assert opened.page.url == f"{opened.base}so/"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("box", ["menu", "languages"])
def test_the_open_menu_and_switcher(
    box: str, width: int, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/offers/", width=width)
    top = opened.page.locator(".top").bounding_box()
    assert top is not None
    assert top["height"] < 64, "brand, menu, search and languages stand in one row"
    if box == "menu" and width == WIDE:
        assert opened.page.locator("#menu").is_visible()
        return
    opened.page.locator(f"[popovertarget={box}]").click()
    shown = opened.page.locator(f"#{box}")
    assert shown.is_visible()
    place = shown.bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    assert min(link.bounding_box()["height"] for link in shown.locator("a").all()) >= 44  # type: ignore[index]
    assert [*opened.axe(), *opened.axe_in_dark()] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "where", ["", "enterprises/", "enterprises/yalla-trappan/", "municipalities/malmo/"]
)
def test_things_to_tap_are_big_enough(
    where: str, language: str, visit: Callable[..., Visit]
) -> None:
    """Stand-alone buttons and links are at least 44 px high (WCAG 2.2, 2.5.8 asks for 24)."""
    opened = visit(f"{language}/{where}", width=NARROW)
    small = opened.page.evaluate(
        """() => [...document.querySelectorAll(
            '.top a, .top button, .bottom a, .button, .doors a, summary')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
            .map(e => e.outerHTML)"""
    )
    assert small == []


SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
    " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
)
"""The text spacing that a page must bear (WCAG 2.2, 1.4.12)."""
READ_LARGE = (
    *("prose for newcomers", "county", "enterprises", "partners", "offers"),
    *("enterprise", "partner", "projects", "accessibility"),
)


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("kind", READ_LARGE)
def test_a_page_fits_with_text_of_twice_the_size_and_with_wide_spacing(
    kind: str, visit: Callable[..., Visit]
) -> None:
    of, where = KINDS[kind]
    opened, faults = visit("", of=of), []
    for language in ("so", "ar"):
        opened.page.set_viewport_size({"width": NARROW, "height": 800})
        opened.go(f"{language}/{where}")
        opened.page.evaluate(_OPEN)
        opened.page.evaluate("document.documentElement.style.fontSize = '200%'")
        if over := opened.overflow():
            faults.append(f"{language}, text of 200 %: {over} px too wide")
        top = opened.page.locator(".top").bounding_box()
        assert top is not None
        if top["height"] > 160:
            faults.append(f"{language}, text of 200 %: the top is {top['height']} px high")
        opened.page.evaluate("document.documentElement.style.fontSize = ''")
        opened.page.add_style_tag(content=SPACED)
        opened.page.set_viewport_size({"width": NARROWEST, "height": 800})
        if over := opened.overflow():
            faults.append(f"{language}, wide spacing: {over} px too wide")
    assert faults == []


_BUTTONS = """() => [...document.querySelectorAll(
    'button, .button, .top, .danger-strip, .bottom nav, input[type=search]')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 1)
  .filter(e => !e.matches('.word, .holes__open, .parts__one, .holes th button'))
  .map(e => e.outerHTML.slice(0, 120))"""
"""What is left are the words of a text and of a table, without a border."""


@pytest.mark.parametrize("kind", KINDS)
def test_paper_shows_nothing_to_press(kind: str, visit: Callable[..., Visit]) -> None:
    of, where = KINDS[kind]
    opened = visit(f"sv/{where}", of=of)
    opened.page.emulate_media(media="print")
    assert opened.page.evaluate(_BUTTONS) == []
    word = opened.page.locator(".word:visible").first
    if word.count():
        assert word.evaluate("e => getComputedStyle(e).borderBottomWidth") == "0px"
