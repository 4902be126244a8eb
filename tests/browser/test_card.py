"""The card to show: by touch, keyboard, without script, only what applies, and on paper."""

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.fonts import FONTS
from tests.browser.printed import Printed, bare, places
from tests.browser.visits import NARROW, Visit
from tests.site import sites
from tests.world import TODAY, real
from vagvisare.guidance.guidance import Here, Person

LANGUAGES = ("sv", "ar", "so")
HANINGE = "municipalities/haninge/card/"
CHOSEN = "#need=försörjning&situation=ekonomiskt-bistånd"
A5 = (148, 210)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _reasons(opened: Visit) -> list[str]:
    """The visible reasons, in Swedish."""
    side = ".official" if opened.page.locator("html").get_attribute("lang") != "sv" else ".own"
    return [
        str(text)
        for text in opened.page.locator(
            f".reason:visible > p:first-child {side}"
        ).all_text_contents()
    ]


def _expected(person: Person) -> list[str]:
    """The municipality's reasons, each once, the last resort last."""
    found = (
        answer
        for answer in Here(real(), "0136", TODAY).responsible(person)
        if answer.partner.id == "haninge"
    )
    answers = sorted(found, key=lambda answer: answer.rule.last_resort)
    return [*{(answer.need, answer.name): answer.rule.because["sv"] for answer in answers}.values()]


def _needs() -> set[str]:
    """The needs that the municipality answers with more than the last resort."""
    answers = Here(real(), "0136", TODAY).responsible(Person())
    return {answer.need for answer in answers if answer.partner.id == "haninge" and answer.need}


# --- on the screen --------------------------------------------------------------------------------


def test_by_touch_from_the_offer_to_the_card_and_back(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/offers/etableringsprogrammet/", width=NARROW, has_touch=True)
    page = opened.page
    page.locator("main a[href$='/etableringsprogrammet/card/']").tap()
    page.wait_for_url(f"**/{language}/offers/etableringsprogrammet/card/")
    boxes = page.locator("[data-kind=need] label")
    assert boxes.count() == 3
    assert min(box.bounding_box()["height"] for box in boxes.all()) >= 44  # type: ignore[index]
    before = len(_reasons(opened))
    boxes.filter(has=page.locator("input[value=svenska]")).tap()
    assert page.evaluate("decodeURIComponent(location.hash)") == "#need=svenska"
    assert len(_reasons(opened)) < before
    said = page.locator(".phrases [data-need]:visible")
    assert [item.get_attribute("data-need") for item in said.all()] == ["svenska"]
    page.locator(".showcard .doings a").last.tap()
    page.wait_for_url(f"**/{language}/offers/etableringsprogrammet/")


def test_by_keyboard(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/partners/forsakringskassan/card/")
    page = opened.page
    for _ in range(40):
        page.keyboard.press("Tab")
        if opened.focused().startswith("input"):
            break
    assert opened.focus_shows()
    need = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#need={need}"
    expect(page.locator(f".phrases [data-need='{need}']")).to_be_visible()
    print_button = page.locator("[data-print]")
    print_button.focus()
    page.evaluate("window.print = () => { window.printed = true }")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed")


@pytest.mark.parametrize(
    "person",
    [
        Person((), "försörjning"),
        Person(("ekonomiskt-bistånd",), "försörjning"),
        Person(("asylsökande",), "svenska"),
        Person(("flykting", "lss-krets-1-2"), None),
        Person(("flykting", "förälder-till-små-barn"), "barn-och-skola"),
        Person(("långtidsarbetslös",), "arbete-och-arbetsträning"),
        Person(("lämnar-kriminalvård",), "diskriminering"),
        Person(),
    ],
    ids=lambda person: f"{person.need}: {' '.join(person.situations)}",
)
def test_only_the_rules_that_the_guidance_gives_are_shown(
    person: Person, visit: Callable[..., Visit]
) -> None:
    vocabulary = real().vocabulary
    assert set(person.situations) <= set(vocabulary.situations)
    facts = {"need": person.need or "", "situation": ",".join(person.situations)}
    opened = visit(
        f"so/{HANINGE}#{'&'.join(f'{key}={quote(value)}' for key, value in facts.items() if value)}"
    )
    chosen = [*person.situations, *([person.need] if person.need else [])]
    for code in chosen:
        expect(opened.page.locator(f".options input[value='{code}']")).to_be_checked()
    assert _reasons(opened) == _expected(person)
    visible = [
        box.get_attribute("value") for box in opened.page.locator(".options input:visible").all()
    ]
    assert sorted(map(str, visible)) == sorted(chosen) or not chosen
    assert not [
        address for address in opened.requests if "need" in address or "situation" in address
    ]


def test_all_lines_come_back(visit: Callable[..., Visit]) -> None:
    opened = visit(f"ar/{HANINGE}{CHOSEN}", width=NARROW)
    lines = opened.page.locator(".options li:visible")
    expect(lines).to_have_count(2)
    opened.page.locator("button[data-all]").click()
    assert lines.count() > 15
    assert opened.page.locator("button[data-all]").is_hidden()


def test_a_code_that_nobody_knows_changes_nothing(visit: Callable[..., Visit]) -> None:
    opened = visit(f"so/{HANINGE}#need=%3Cimg%20src=x%3E&situation=constructor,__proto__")
    expect(opened.page.locator("[data-print]")).to_be_visible()
    assert _reasons(opened) == _expected(Person())
    assert opened.page.locator(".options li:visible").count() > 15


def test_each_side_says_its_language(visit: Callable[..., Visit]) -> None:
    opened = visit(f"ar/{HANINGE}")
    sides = opened.page.evaluate(
        "() => [...document.querySelectorAll('.showcard .own, .showcard .official')]"
        ".map(e => [e.className, e.lang, e.dir])"
    )
    assert {tuple(side) for side in sides} == {("own", "ar", "rtl"), ("official", "sv", "ltr")}
    assert (
        sum(side[0] == "own" for side in sides) == sum(side[0] == "official" for side in sides) > 50
    )


def test_on_a_swedish_page_lines_stand_once_and_nobody_asks_for_an_interpreter(
    visit: Callable[..., Visit],
) -> None:
    opened = visit(f"sv/{HANINGE}")
    assert opened.page.locator(".official, .interpreter").count() == 0
    assert "pratar" not in str(opened.page.locator(".phrases").text_content())


def test_without_script_everything_can_be_ticked(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{HANINGE}", width=NARROW, java_script_enabled=False)
    page = opened.page
    assert page.locator(".reason:visible").count() == len(_expected(Person()))
    assert page.locator("[data-kind=need] input:visible").count() == len(_needs())
    page.locator("[data-kind=need] label").first.click()
    expect(page.locator("[data-kind=need] input").first).to_be_checked()
    assert page.locator("button:visible").count() == page.locator(".top button:visible").count()
    assert page.locator("a[href$='/contacts/partners/haninge.vcf']").count() == 1
    assert (sites.shipped_site() / "contacts/partners/haninge.vcf").is_file()


def test_the_contact_of_a_role_is_that_of_a_municipality_to_be_chosen(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("so/partners/kommunen/card/")
    assert opened.page.locator(".showcard .phone").count() == 0
    opened.page.locator(".showcard section a[href$='/municipalities/']").click()
    opened.page.wait_for_url("**/so/municipalities/")


# --- on paper -------------------------------------------------------------------------------------


ON_ITS_LINE = pytest.mark.parametrize("fonts", ["dejavu"])
"""Reading rows off the paper needs letters on their baseline: in Naskh, words climb."""


def _print(opened: Visit) -> Printed:
    return Printed(opened.page.pdf(prefer_css_page_size=True))


def _texts(lines: Locator) -> list[str]:
    """The texts of the visible lines, in page order; one text per row."""
    found = lines.evaluate_all("all => all.filter(e => e.checkVisibility()).map(e => e.innerText)")
    return [row for text in found for row in text.split("\n") if bare(row)]


@pytest.mark.parametrize(
    "where",
    [
        "offers/sfi/card/",
        f"{HANINGE}{CHOSEN}",
        "partners/forsakringskassan/card/#need=försörjning&situation=sjukpenning",
        "offers/tolk/card/#need=tolk",
    ],
)
@pytest.mark.parametrize("fonts", FONTS)
def test_a_card_is_one_page_of_a5(where: str, language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/{where}", width=NARROW)
    expect(opened.page.locator("[data-print]")).to_be_visible()
    if "#" in where:
        expect(opened.page.locator("button[data-all]")).to_be_visible()
    printed = _print(opened)
    assert printed.sizes == [A5]
    record = where.partition("card/")[0]
    assert printed.codes() == [f"{_url()}{language}/{record}"]


def _url() -> str:
    configuration = (sites.ROOT / "mkdocs.yml").read_text("utf-8")
    return str(re.search(r"^site_url: *(\S+)", configuration, re.MULTILINE)[1])  # type: ignore[index]


def test_all_that_a_municipality_answers_for_takes_both_sides_of_a_sheet(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{HANINGE}", java_script_enabled=False)
    assert len(_print(opened).sizes) <= 2
    assert set(_print(opened).sizes) == {A5}


def test_other_pages_are_not_printed_on_a5(visit: Callable[..., Visit]) -> None:
    assert A5 not in _print(visit("ar/municipalities/haninge/")).sizes


@ON_ITS_LINE
@pytest.mark.parametrize("where", ["offers/sfi/card/", f"{HANINGE}{CHOSEN}"])
@pytest.mark.parametrize("language", ["ar", "so"])
def test_on_paper_each_line_has_its_swedish_beside_it_from_top_to_bottom(
    language: str, where: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{where}", width=NARROW)
    opened.page.emulate_media(media="print")
    pairs = opened.page.locator(".showcard :is(h2, p, label, li):has(> .official)")
    own = _firsts(pairs.locator("> .own"))
    official = _firsts(pairs.locator("> .official"))
    pieces = _print(opened).pieces()
    left = list(places(pieces, own, leftwards=language == "ar"))
    right = list(places(pieces, official, leftwards=False))
    assert len(own) == len(official) > 12
    assert None not in left, own[left.index(None)]
    assert None not in right, official[right.index(None)]
    # Beside it, or below it where two things to tick are side by side.
    assert [(a, b) for a, b in zip(left, right, strict=True) if not -2 <= b - a <= 13] == []  # type: ignore[operator]
    assert left == sorted(left)  # type: ignore[type-var]


def _firsts(lines: Locator) -> list[str]:
    """The first words of each visible line: where it begins on the paper."""
    found = lines.evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.innerText.trim())"
    )
    return [" ".join(text.split("\n")[0].split()[:2]) for text in found]


def _misread(opened: Visit) -> list[str]:
    """The Arabic lines of a card that its printed page does not show as written."""
    opened.page.emulate_media(media="print")
    texts = _texts(opened.page.locator(".showcard .own"))
    assert len(texts) > 15
    pieces = _print(opened).pieces()
    return [
        text
        for text, y in zip(texts, places(pieces, texts, leftwards=True), strict=True)
        if y is None
    ]


@ON_ITS_LINE
@pytest.mark.parametrize("where", ["offers/sfi/card/", f"{HANINGE}{CHOSEN}"])
def test_each_arabic_line_runs_from_right_to_left_glyph_by_glyph(
    where: str, visit: Callable[..., Visit]
) -> None:
    assert _misread(visit(f"ar/{where}")) == []


def test_a_phone_number_runs_from_left_to_right_on_an_arabic_card(
    visit: Callable[..., Visit],
) -> None:
    pieces = _print(visit(f"ar/{HANINGE}{CHOSEN}")).pieces()
    assert any("08-6067000" in piece.read(leftwards=False) for piece in pieces)
    assert any(piece.read(leftwards=False) == "haningekommun@haninge.se" for piece in pieces)


@ON_ITS_LINE
@pytest.mark.parametrize(
    ("spoilt", "selector"),
    [
        (
            "e.style.cssText = 'direction: ltr; unicode-bidi: bidi-override'",
            ".reason:not([hidden]) .own",
        ),
        ("e.textContent = [...e.textContent].reverse().join('')", ".phrases li:nth-child(3) .own"),
    ],
)
def test_the_measure_sees_what_is_turned_round(
    spoilt: str, selector: str, visit: Callable[..., Visit]
) -> None:
    """A line whose letters run the wrong way on the paper must be found."""
    opened = visit(f"ar/{HANINGE}{CHOSEN}")
    line = opened.page.locator(selector).first
    written = str(line.text_content())
    line.evaluate(f"e => {{ {spoilt} }}")
    pieces = _print(opened).pieces()
    assert list(places(pieces, [written], leftwards=True)) == [None]


def test_the_measure_sees_a_phone_number_that_falls_apart(visit: Callable[..., Visit]) -> None:
    opened = visit(f"ar/{HANINGE}{CHOSEN}")
    opened.page.evaluate(
        "document.querySelectorAll('.phone').forEach(e => e.replaceWith(e.textContent))"
    )
    assert not any("08-6067000" in piece.read(leftwards=False) for piece in _print(opened).pieces())
