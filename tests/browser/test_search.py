"""The search page and the box of every page.

Tested by keyboard and touch, narrow, in forced colours, under a strict policy and offline.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import NARROW, NARROWEST, WIDE, Visit
from tests.site import sites

LANGUAGES = ("sv", "ar", "so")
CLEANING = {"sv": "städning malmö", "ar": "التنظيف في مالمو", "so": "nadiifin malmo"}
MISTAKE = {"sv": "resturang örebro", "ar": "مترحم", "so": "makhayd orebro"}
LABEL = {"sv": "Bransch: Lokalvård", "ar": "مجال العمل: التنظيف", "so": "Nooca shaqada: Nadiifin"}
BEGUN = {"sv": ("trädg", "Trädgård"), "ar": ("تنظ", "التنظيف"), "so": ("nadii", "Nadiifin")}
CLEANERS = {
    "enterprises/basta-nykvarn/",
    "enterprises/en-trappa-upp/",
    "enterprises/koop-m/",
    "enterprises/trappa-upp-borlange/",
    "enterprises/yalla-nykoping/",
    "enterprises/yalla-trappan/",
}
NOTHING = "qqqxyz"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'none'"
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _address(language: str, words: str) -> str:
    return f"{language}/search/#{urlencode({'words': words})}"


def _found(page: Page) -> list[str]:
    """The addresses of the cards, without the language."""
    expect(page.locator("#results .card").first).to_be_visible()
    return [
        str(link.get_attribute("href")).removeprefix("../")
        for link in page.locator("#results .card a").all()
    ]


# --- what the page says ---------------------------------------------------------------------------


def test_one_word_with_a_mistake_leads_to_the_place_that_helps(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(_address(language, MISTAKE[language]), width=NARROW)
    found = _found(opened.page)
    assert {
        "sv": "enterprises/miljovardscentrum/",
        "ar": "offers/tolk/",
        "so": "enterprises/miljovardscentrum/",
    }[language] in found
    # A mistake is never corrected silently.
    expect(opened.page.locator(".closest")).to_contain_text(MISTAKE[language].split()[0])
    assert opened.axe() == []
    opened.page.locator(".closest__term").first.click()
    expect(opened.page.locator(".closest")).to_have_count(0)
    assert opened.page.locator("#query").input_value() != MISTAKE[language]
    assert set(_found(opened.page)) & set(found)


def test_what_was_understood_can_be_taken_away(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, CLEANING[language]))
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    chips = opened.page.locator(".asked__chip")
    expect(chips).to_have_count(2)
    assert LABEL[language] in chips.first.inner_text().replace("\u2068", "").replace("\u2069", "")
    chips.nth(1).click()
    expect(chips).to_have_count(1)
    assert len(set(_found(opened.page)) & CLEANERS) == len(CLEANERS)
    assert opened.page.locator("#query").input_value() in CLEANING[language]
    assert opened.focused().startswith("input#query")


def test_nothing_found_says_so_and_leads_on(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, NOTHING), width=NARROW)
    expect(opened.page.locator(".closest")).to_contain_text(NOTHING)
    expect(opened.page.locator("#search-status")).not_to_be_empty()
    assert opened.page.locator("#results .card").count() == 0
    assert str(opened.page.locator("#responsible a").get_attribute("href")).endswith(
        "municipalities/"
    )
    assert opened.axe() == []


def test_where_nothing_has_it_all_the_closest_and_the_responsible_are_shown(
    language: str, visit: Callable[..., Visit]
) -> None:
    words = {"sv": "restaurang malmö", "ar": "مطعم مالمو", "so": "makhaayad malmo"}[language]
    opened = visit(_address(language, words))
    assert "enterprises/yalla-trappan/" in _found(opened.page)
    link = opened.page.locator("#responsible a")
    expect(link).to_have_attribute("href", "../municipalities/malmo/")
    link.click()
    opened.page.wait_for_url(f"**/{language}/municipalities/malmo/")


def test_many_are_shown_a_few_at_a_time(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, "Malmö"))
    assert _found(opened.page)[0] == "municipalities/malmo/"
    expect(opened.page.locator("#results .card")).to_have_count(10)
    opened.page.locator("#results > .button").click()
    expect(opened.page.locator("#results .card")).to_have_count(30)
    opened.page.wait_for_function("document.activeElement.closest('.card')")


def test_a_text_in_another_language_says_so(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, "bara på svenska"), of="rich")
    card = opened.page.locator(
        "#results .card", has=opened.page.locator("a[href$='/only-swedish/']")
    )
    expect(card).to_be_visible()
    assert card.locator(".badge--fallback").count() == (0 if language == "sv" else 1)
    if language != "sv":
        assert card.locator("p [lang=sv][dir=ltr]").count() == 1
    assert opened.axe() == []


def test_no_card_of_the_shipped_records_shows_another_language_unmarked(
    language: str, visit: Callable[..., Visit]
) -> None:
    page = visit(_address(language, CLEANING[language].split()[0])).page
    for _ in _found(page):
        assert (
            page.locator(
                "#results .card p:not(.found__kind) [lang]:not(:has(+ .badge--fallback))"
            ).count()
            == 0
        )


@pytest.mark.parametrize("number", ["556016-0680", "5560160680"])
def test_an_organisation_number_is_found(number: str, visit: Callable[..., Visit]) -> None:
    assert "enterprises/rich/" in _found(visit(_address("so", number), of="rich").page)


@pytest.mark.parametrize(
    "number", ["99 999", "00012", "08-000 00 00", "0771-00 00 00", "556000-0000"]
)
def test_a_number_that_no_record_has_is_not_found(number: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address("sv", number))
    status = opened.page.locator("#search-status")
    expect(status).to_have_text("Inget hittades.")
    opened.page.locator("#query").fill(CLEANING["sv"])
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    opened.page.locator("#query").fill(number)
    expect(status).to_have_text("Inget hittades.")
    expect(opened.page.locator("#results .card")).to_have_count(0)
    expect(opened.page.locator(".asked__chip")).to_have_count(1)
    expect(opened.page.locator(".asked__chip")).to_contain_text(number)


@pytest.mark.parametrize("code", ["136 46", "13646", "136–46", "١٣٦ ٤٦", "۱۳۶۴۶"])
def test_a_postal_code_leads_to_its_municipality(
    language: str, code: str, visit: Callable[..., Visit]
) -> None:
    assert _found(visit(_address(language, code)).page) == ["municipalities/haninge/"]


DANGER = {"sv": "min man slår mig", "ar": "زوجي يضربني", "so": "ninkaygu wuu i garaacaa"}
SUICIDE = {"sv": "själv mord", "ar": "الانتحار", "so": "isdil"}


@pytest.mark.parametrize(
    ("typed", "need"), [(DANGER, "skydd-mot-våld"), (SUICIDE, "självmordstankar")]
)
def test_help_in_danger_comes_before_all_else(
    language: str, typed: dict[str, str], need: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(_address(language, typed[language]), width=NARROWEST)
    card = opened.page.locator("#urgent-card")
    expect(card).to_be_visible()
    assert str(card.locator("a").first.get_attribute("href")).endswith(f"/urgent/#{need}")
    assert card.locator("a[href^='tel:']").count() > 1
    expect(opened.page.locator("#search-status")).to_contain_text(
        opened.page.locator("#urgent-card h2").inner_text()
    )
    assert opened.overflow() <= 0
    assert opened.axe() == []
    opened.page.locator("#query").fill(CLEANING[language])
    expect(card).to_be_hidden()


def test_a_way_to_urgent_help_is_at_the_foot(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, NOTHING))
    line = opened.page.locator(".urgent-line")
    assert str(line.locator("a").first.get_attribute("href")).endswith("/urgent/")
    expect(line.locator("a").last).to_have_attribute("href", "tel:112")


def test_what_is_not_known_is_named_above_what_is_found(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(_address(language, f"{CLEANING[language]} {NOTHING}"))
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    expect(opened.page.locator(".closest")).to_contain_text(NOTHING)
    nothing = opened.page.locator("#search-words").evaluate(
        "e => e.content.querySelector('[data-word=nothing]').textContent"
    )
    expect(opened.page.locator("#search-status")).not_to_contain_text(nothing)


@pytest.mark.parametrize(
    ("words", "page"),
    [("IOP", "agreements/#iop"), ("dari", "languages/fa-AF/"), ("lediga platser", "#free=now")],
)
def test_pages_words_and_languages_are_found(
    words: str, page: str, visit: Callable[..., Visit]
) -> None:
    assert any(page in address for address in _found(visit(_address("sv", words)).page))


@pytest.mark.parametrize("key", ["mouse", "keyboard"])
def test_the_focus_is_not_lost_with_what_was_chosen(
    language: str, key: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/search/")
    example = opened.page.locator("#examples a").first
    if key == "mouse":
        example.click()
    else:
        example.press("Enter")
    _found(opened.page)
    assert not opened.focused().startswith("body")
    opened.page.locator("#query").fill(MISTAKE[language])
    term = opened.page.locator(".closest__term").first
    if key == "mouse":
        term.click()
    else:
        term.press("Enter")
    expect(opened.page.locator(".closest")).to_have_count(0)
    assert not opened.focused().startswith("body")


@pytest.mark.parametrize(
    "words", ["constructor", "__proto__", "toString valueOf", "hasOwnProperty malmö"]
)
def test_names_that_every_object_has_are_words_like_others(
    words: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(_address("sv", words))
    expect(opened.page.locator(".closest")).to_contain_text(words.split(maxsplit=1)[0])
    expect(opened.page.locator("#search-status")).not_to_be_empty()
    expect(opened.page.locator("#search-status")).not_to_contain_text("kunde inte")


def test_hostile_texts_stay_texts(visit: Callable[..., Visit]) -> None:
    opened = visit(_address("sv", "script"), of="rich")
    _found(opened.page)
    opened.page.locator("#query").fill("<img src=x onerror=window.xss=1> \"'><script>")
    opened.page.locator("#search").evaluate("form => form.requestSubmit()")
    expect(opened.page.locator("#asked")).to_contain_text("onerror")
    assert opened.page.evaluate("window.xss") is None


# --- ways of using it -----------------------------------------------------------------------------


def test_the_box_of_every_page_by_keyboard(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/enterprises/yalla-trappan/", width=NARROW)
    assert not [address for address in opened.requests if "assets/search" in address]
    opened.page.locator("button.top__search").focus()
    opened.page.keyboard.press("Enter")
    assert opened.focused().startswith("input#box-words")
    assert opened.focus_shows()
    assert opened.overflow() <= 0
    assert opened.axe() == []
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#box").is_hidden()
    opened.page.locator("button.top__search").focus()
    opened.page.keyboard.press("Enter")
    opened.page.keyboard.type(CLEANING[language])
    assert not [address for address in opened.requests if "assets/search" in address]
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_url(f"**/{language}/search/#words=*")
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    assert not [address for address in opened.requests if "?" in address]


def test_no_single_letter_does_anything(language: str, visit: Callable[..., Visit]) -> None:
    """WCAG 2.1.4: speech input and a slip of the hand send single letters."""
    opened = visit(f"{language}/enterprises/yalla-trappan/")
    opened.page.locator("button.top__search").wait_for()
    link = opened.page.locator("#content a").first
    link.focus()
    address = opened.page.url
    opened.page.keyboard.type("14/5?abcdefghijklmnopqrstuvwxyz")
    assert opened.page.locator("#box").is_hidden()
    assert opened.page.url == address
    expect(link).to_be_focused()
    assert opened.page.locator("[aria-keyshortcuts], [accesskey]").count() == 0


def test_suggestions_by_keyboard_alone(language: str, visit: Callable[..., Visit]) -> None:
    typed, term = BEGUN[language]
    opened = visit(f"{language}/search/", width=NARROWEST)
    page, box = opened.page, opened.page.locator("#query")
    page.wait_for_function("document.activeElement.id === 'query'")
    page.keyboard.type(typed)
    options = page.locator("#suggestions [role=option]")
    expect(options.first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert opened.axe() == []
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "suggestions-0")
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    expect(box).to_have_value(typed)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box).to_have_value(term)
    _found(page)
    assert opened.overflow() <= 0
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert "asked__chip" in opened.focused()
    assert opened.focus_shows()
    page.keyboard.press("Enter")
    expect(box).to_have_value("")


def test_by_touch(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(
        f"{language}/municipalities/malmo/", width=NARROW, has_touch=True, is_mobile=True
    )
    opened.page.locator("button.top__search").tap()
    opened.page.locator("#box-words").tap()
    opened.page.locator("#box-words").press_sequentially(CLEANING[language])
    opened.page.locator("#box button").tap()
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    small = opened.page.evaluate(
        """() => [...document.querySelectorAll(
            '#search input, #search button, .asked__chip, #responsible')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)
            .map(e => e.outerHTML)"""
    )
    assert small == []
    opened.page.locator(".asked__chip").first.tap()
    expect(opened.page.locator(".asked__chip")).to_have_count(1)


def test_the_narrowest_screen_and_big_text(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, MISTAKE[language]), width=NARROWEST)
    _found(opened.page)
    assert opened.overflow() <= 0
    opened.page.add_style_tag(content="html { font-size: 200% !important }")
    assert opened.overflow() <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_and_both_schemes(
    scheme: str, language: str, visit: Callable[..., Visit]
) -> None:
    words = f"{CLEANING[language]} {MISTAKE[language]}"
    opened = visit(_address(language, words), forced_colors="active", color_scheme=scheme)
    _found(opened.page)
    assert opened.axe() == []
    chip = opened.page.locator(".asked__chip").first
    assert chip.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    opened.page.emulate_media(forced_colors="none")
    assert [*opened.axe(), *opened.axe_in_dark()] == []


# --- in a subfolder, and when the network is gone -------------------------------------------------


class _Strict(sites.Handler):
    """Serves with a strict Content-Security-Policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


def test_below_another_folder_under_a_strict_policy(
    language: str, browser: Browser, tmp_path: Path
) -> None:
    (tmp_path / "some" / "where").mkdir(parents=True)
    (tmp_path / "some" / "where" / "site").symlink_to(sites.shipped_site())
    with sites.served(tmp_path, _Strict) as address:
        opened = Visit(browser, f"{address}some/where/site/")
        opened.go(f"{language}/offers/sfi/")
        opened.page.locator("button.top__search").click()
        opened.page.locator("#box-words").fill(CLEANING[language])
        opened.page.keyboard.press("Enter")
        assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
        opened.page.locator("#query").fill(MISTAKE[language])
        opened.page.locator("#search button").click()
        expect(opened.page.locator(".closest")).to_be_visible()
        opened.page.locator("#results .card a").first.click()
        opened.page.wait_for_url(f"**/some/where/site/{language}/*/*/")
        assert opened.faults == []
        opened.close()


def test_with_the_network_cut_after_loading(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(_address(language, CLEANING[language]), width=WIDE)
    _found(opened.page)
    opened.page.context.set_offline(True)
    opened.page.locator("#query").fill(MISTAKE[language])
    incomplete = opened.page.locator("#search-words").evaluate(
        "e => e.content.querySelector('[data-word=incomplete]').textContent"
    )
    expect(opened.page.locator("#search-status")).to_contain_text(incomplete)
    opened.page.locator("#query").fill(CLEANING[language])
    opened.page.locator("#search button").click()
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    opened.page.context.set_offline(False)
    opened.page.locator("#query").fill(MISTAKE[language])
    expect(opened.page.locator("#search-status")).not_to_contain_text(incomplete)
    expect(opened.page.locator("#results .card").first).to_be_visible()
    assert all("ERR_INTERNET_DISCONNECTED" in fault for fault in opened.faults)
    opened.faults.clear()


def test_the_address_keeps_the_words_and_is_never_sent(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/search/")
    opened.page.locator("#query").fill(CLEANING[language])
    assert _found(opened.page)[0] == "enterprises/yalla-trappan/"
    address = opened.page.url.removeprefix(opened.base)
    assert address == _address(language, CLEANING[language])
    again = visit(address)
    assert _found(again.page)[0] == "enterprises/yalla-trappan/"
    assert again.page.locator("#query").input_value() == CLEANING[language]
    assert not [asked for asked in [*opened.requests, *again.requests] if "?" in asked]
    assert (
        again.page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length")
        == 0
    )
