"""Explained words: by pointer, keyboard and touch, without scripts and on paper.

Also the glossary.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator

from tests.browser.visits import NARROW, NARROWEST, WIDE, Visit

LANGUAGES = ("sv", "ar", "so")
PAGES = ("your-money/", "offers/etableringsprogrammet/")
"""A page of prose, and a record's."""
A_VOICE = """() => {
  const said = window.said = [];
  const voice = language => ({ lang: language, localService: true, name: language });
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  window.SpeechSynthesisUtterance = Utterance;
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [voice('sv-SE'), voice('ar-SA')],
    cancel: () => said.push('(quiet)'),
    speak: u => said.push(u.text),
    addEventListener: () => {},
  } });
}"""
"""A device with a Swedish and an Arabic voice: browsers without a screen have none."""


def _word(visit: Visit) -> tuple[Locator, Locator]:
    """The first word of a page that is explained, and its explanation."""
    word = visit.page.locator("main .word").first
    return word, visit.page.locator(f"#{word.get_attribute('popovertarget')}")


def _inside(box: Locator, width: int) -> bool:
    place = box.bounding_box()
    return place is not None and place["x"] >= 0 and place["x"] + place["width"] <= width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", PAGES)
def test_a_word_is_explained_when_it_is_pointed_at(
    where: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{where}", width=WIDE)
    word, box = _word(opened)
    assert not box.is_visible()
    word.hover()
    box.wait_for(state="visible")
    assert _inside(box, WIDE)
    assert box.locator("strong").text_content()
    box.hover()
    opened.page.wait_for_timeout(400)
    assert box.is_visible(), "what it says can be pointed at"
    opened.page.mouse.move(5, 300)
    box.wait_for(state="hidden")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", PAGES)
def test_a_word_is_explained_by_keyboard_and_escape_closes_it(
    where: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{where}")
    word, box = _word(opened)
    word.evaluate("word => word.focus({ focusVisible: true })")
    box.wait_for(state="visible")
    opened.page.keyboard.press("Escape")
    box.wait_for(state="hidden")
    opened.page.keyboard.press("Enter")
    box.wait_for(state="visible")
    opened.page.keyboard.press("Tab")
    assert opened.page.evaluate("document.activeElement.matches('.explained a')")
    assert opened.axe() == []
    opened.page.keyboard.press("Tab")
    box.wait_for(state="hidden")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", [True, False])
def test_a_word_is_explained_by_touch_with_and_without_script(
    script: bool,  # noqa: FBT001
    language: str,
    visit: Callable[..., Visit],
) -> None:
    for where in PAGES:
        opened = visit(
            f"{language}/{where}", width=NARROWEST, has_touch=True, java_script_enabled=script
        )
        word, box = _word(opened)
        code = str(word.get_attribute("popovertarget")).removeprefix("w-")
        word.tap()
        box.wait_for(state="visible")
        assert _inside(box, NARROWEST)
        assert opened.overflow() == 0
        box.locator("a").tap()
        opened.page.wait_for_url("**/glossary/#*")
        assert opened.page.locator(f"[id='{code}']:target").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_explained_while_pointed_at_without_script(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/your-money/", width=NARROW, java_script_enabled=False)
    word, box = _word(opened)
    assert not box.is_visible()
    word.hover()
    assert box.is_visible()
    opened.page.mouse.move(5, 5)
    assert not box.is_visible()
    word.focus()
    opened.page.keyboard.press("Shift+Tab")
    opened.page.keyboard.press("Tab")
    assert box.is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("where", PAGES)
def test_on_paper_the_explanations_are_footnotes(
    where: str, language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/{where}")
    notes = opened.page.locator(".footnotes li")
    assert not notes.first.is_visible()
    opened.page.emulate_media(media="print")
    marks = opened.page.locator(".word__mark").all()
    numbers = [int(str(mark.text_content())) for mark in marks]
    assert all(mark.is_visible() for mark in marks)
    assert set(numbers) == set(range(1, notes.count() + 1))
    assert notes.first.is_visible()
    first = opened.page.locator(".word").first
    assert (
        str(first.text_content()).split("(")[-1].rstrip(")").casefold()
        in str(notes.first.text_content()).casefold()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_records_are_wide_enough_to_tap(
    language: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/projects/solaris/", width=NARROW)
    heights = [
        box["height"]
        for word in opened.page.locator(".chips .word").all()
        if (box := word.bounding_box())
    ]
    assert len(heights) > 5
    assert min(heights) >= 44


# --- the glossary ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        ("sv", "sjukpen", "sjukpenning"),
        ("so", "tarjubaan", "tolk"),
        ("ar", "مترجم", "tolk"),
        ("ar", "SJUKPENNING", "sjukpenning"),
    ],
)
def test_the_glossary_is_narrowed_in_either_language(
    language: str, typed: str, code: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{language}/glossary/", width=NARROW)
    whole = opened.page.locator(".glossary__word:visible").count()
    opened.page.locator("#filter").fill(typed)
    left = opened.page.locator(".glossary__word:visible")
    assert 0 < left.count() < whole / 10
    assert opened.page.locator(f"[id='{code}']").is_visible()
    assert opened.page.locator(".letters").is_hidden()
    # Somali has none of these letters, and folds doubled ones.
    opened.page.locator("#filter").fill("zvpz")
    assert left.count() == 0
    assert opened.page.locator("#filter-status").text_content()
    opened.page.locator("#filter").fill("")
    assert left.count() == whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_without_script(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/glossary/", width=NARROW, java_script_enabled=False)
    assert opened.page.locator("#filter").is_hidden()
    assert opened.page.locator(".say").first.is_hidden()
    opened.page.locator("details.glossary__ways summary").click()
    opened.page.locator("details.glossary__ways a[href='#sjukpenning']").click()
    assert opened.page.locator("#sjukpenning").evaluate("e => e.matches(':target')")
    opened.page.locator(".letters a").nth(3).click()
    assert opened.page.url.endswith("#_4")


def test_a_device_without_a_voice_offers_none(visit: Callable[..., Visit]) -> None:
    for where in ("glossary/", "your-money/"):
        opened = visit(f"so/{where}")
        if opened.page.evaluate("speechSynthesis.getVoices().length") == 0:
            assert opened.page.locator(".say").first.is_hidden()


def _with_voices(opened: Visit) -> Any:
    opened.page.add_init_script(f"({A_VOICE})()")
    opened.page.reload()
    return opened.page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_swedish_voice_says_the_word(language: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{language}/glossary/", width=NARROW)
    page = _with_voices(opened)
    button = page.locator("#sjukpenning .say")
    button.click()
    assert page.evaluate("said") == ["(quiet)", "Sjukpenning"]
    assert opened.axe() == []
