"""vagvisare.languages.when: dates and spans in words."""

import pytest

from tests.site import sites
from vagvisare.languages.moments import Moment
from vagvisare.languages.when import in_words
from vagvisare.site.html.interface import load


def _words(moment: str, language: str) -> str:
    def translate(message: str, **facts: object) -> str:
        text = load(sites.LOCALE, language).gettext(message)
        return text % facts if facts else text

    return in_words(Moment(moment), language, translate)


@pytest.mark.parametrize(
    ("moment", "language", "words"),
    [
        ("2016", "sv", "2016"),
        ("2016-11", "sv", "november 2016"),
        ("2016-11-03", "sv", "3 november 2016"),
        ("2016-11-03", "en", "November 3, 2016"),
        ("2016/2019", "sv", "2016–2019"),
        ("2016/..", "sv", "2016–"),
        ("2016-11~/2017", "en", "about November 2016–2017"),
        ("2016/2017~", "en", "about 2016–2017"),
        ("2021~", "sv", "omkring 2021"),
    ],
)
def test_moments_in_words(moment: str, language: str, words: str) -> None:
    assert _words(moment, language) == words


@pytest.mark.parametrize("language", sites.LANGUAGES)
def test_digits_are_latin_in_every_language(language: str) -> None:
    words = _words("2016-11-03/2017-02-14", language)
    digits = {character for character in words if character.isdigit()}
    assert digits
    assert digits <= set("0123456789")


@pytest.mark.parametrize("moment", ["2016-02-30", "2015-02-29"])
def test_a_day_that_does_not_exist_is_an_error(moment: str) -> None:
    with pytest.raises(ValueError, match="day"):
        _words(moment, "sv")
