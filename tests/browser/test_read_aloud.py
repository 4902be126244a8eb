"""Reading aloud: only with a local voice for the language, each piece in its own language.

The test browser has no voice. Where one is needed, the page gets the interface of a device with
voices, which records what it is to say.
"""

from collections.abc import Callable

import pytest

from tests.browser.visits import Visit

DEVICE = """
window.said = [];
const voices = VOICES.map(([lang, localService]) => ({lang, localService}));
speechSynthesis.getVoices = () => voices;
speechSynthesis.cancel = () => {};
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
speechSynthesis.speak = (utterance) => {
  said.push([utterance.lang, utterance.text]);
  if (!window.mute) setTimeout(() => utterance.onend(), 0);
};
"""


def _open(visit: Callable[..., Visit], where: str, voices: str, before: str = "") -> Visit:
    opened = visit(where)
    opened.page.add_init_script(before + DEVICE.replace("VOICES", voices))
    opened.page.reload()
    return opened


def test_without_a_voice_there_is_no_button(visit: Callable[..., Visit]) -> None:
    opened = visit("ar/offers/sfi/")
    assert opened.page.evaluate("speechSynthesis.getVoices().length") == 0
    assert not opened.page.locator("#read-aloud").is_visible()


@pytest.mark.parametrize(
    ("voices", "shown"),
    [
        ("[['ar-SA', true]]", True),
        ("[['ar_EG', true]]", True),
        ("[['ar-SA', false]]", False),
        ("[['sv-SE', true]]", False),
        ("[['arn', true]]", False),
    ],
)
def test_only_a_voice_of_the_device_itself_for_the_language(
    visit: Callable[..., Visit],
    voices: str,
    shown: bool,  # noqa: FBT001
) -> None:
    opened = _open(visit, "ar/offers/sfi/", voices)
    assert opened.page.locator("#read-aloud").is_visible() is shown


def test_the_page_is_read_block_by_block_each_in_its_language(visit: Callable[..., Visit]) -> None:
    opened = _open(visit, "ar/offers/sfi/", "[['ar-SA', true], ['sv-SE', true]]")
    button = opened.page.locator("#read-aloud")
    button.click()
    opened.page.wait_for_function(
        "said.length > 20 && document.querySelector('.read-aloud__label').textContent.length > 12"
    )
    said = opened.page.evaluate("said")
    assert said[:2] == [["ar-SA", "اللغة السويدية للمهاجرين"], ["sv-SE", "(sfi)"]]
    assert ["sv-SE", "svenska för invandrare"] in said
    assert not [text for _, text in said if "<" in text or not text]
    assert opened.page.locator(".being-read").count() == 0
    assert opened.axe() == []


def test_it_stops_by_its_button_and_by_escape(visit: Callable[..., Visit]) -> None:
    opened = _open(visit, "sv/offers/sfi/", "[['sv-SE', true]]", "window.mute = true;")
    button = opened.page.locator("#read-aloud")
    for stop in (button.click, lambda: opened.page.keyboard.press("Escape")):
        assert button.inner_text() == "Läs upp"
        button.click()
        assert button.inner_text() == "Sluta läsa upp"
        assert opened.page.locator(".being-read").inner_text() == "Svenska för invandrare (sfi)"
        stop()
        assert opened.page.locator(".being-read").count() == 0
    assert button.inner_text() == "Läs upp"
    assert button.bounding_box()["height"] >= 44
