"""vagvisare.languages.cldr: each language's lists, numbers and days, always in Latin digits."""

import pytest
from markupsafe import Markup

from vagvisare.languages import cldr, when
from vagvisare.languages.moments import Moment

EVERY = (
    "sv",
    "en",
    "ar",
    "so",
    "uk",
    "fa-AF",
    "fa",
    "ti",
    "ps",
    "ku",
    "ckb",
    "ku-Arab",
    "am",
    "pl",
    "zh",
    "th",
    "rom",
    "aii",
    "fit",
    "yi",
)


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("sv", "A och B", "A, B och C"),
        ("en", "A and B", "A, B, and C"),
        ("ar", "A و\u00a0B", "A و\u00a0B و\u00a0C"),
        ("so", "A iyo B", "A, B iyo C"),
        ("uk", "A і B", "A, B і C"),
        ("fa-AF", "A و B", "A،\u200f B، و C"),
    ],
)
def test_a_row(language: str, two: str, three: str) -> None:
    assert cldr.joined([], language) == ""
    assert cldr.joined(["A"], language) == "A"
    assert cldr.joined(["A", "B"], language) == two
    assert cldr.joined(["A", "B", "C"], language) == three


def test_arabic_and_stands_together_with_an_arabic_word_only() -> None:
    assert cldr.joined(["اليوم", "غدا"], "ar") == "اليوم وغدا"
    assert (
        cldr.joined(["sfi", Markup("<bdi>svenska</bdi>")], "ar") == "sfi و\u00a0<bdi>svenska</bdi>"
    )


def test_four_in_a_row_keep_their_html_and_what_is_none_is_escaped() -> None:
    row = cldr.joined([Markup("<b>A</b>"), "<i>", "{0}", "D"], "sv")
    assert row == Markup("<b>A</b>, &lt;i&gt;, {0} och D")


@pytest.mark.parametrize("language", EVERY)
def test_every_digit_is_latin(language: str) -> None:
    made = [
        cldr.grouped("1234567", language),
        cldr.percent(12, language),
        *(
            when.in_words(Moment(moment), language, lambda text, **facts: text % facts)
            for moment in ("2026-11-23", "2016-11", "2016~/2017")
        ),
    ]
    digits = [character for text in made for character in text if character.isdigit()]
    assert digits
    assert all(digit.isascii() for digit in digits), made


@pytest.mark.parametrize(
    ("language", "number", "share"),
    [
        ("sv", "12\u00a0345", "12\u00a0%"),
        ("en", "12,345", "12%"),
        ("so", "12,345", "12%"),
        ("uk", "12\u00a0345", "12%"),
    ],
)
def test_numbers(language: str, number: str, share: str) -> None:
    assert cldr.grouped("12345", language) == number
    assert cldr.percent(12, language) == share
    assert cldr.grouped("about 12", language) == "about 12"


def test_days_and_dates() -> None:
    assert [cldr.weekday("monday", language) for language in ("sv", "ar", "uk")] == [
        "måndag",
        "الاثنين",
        "понеділок",
    ]
    assert when.in_words(Moment("2026-11-23"), "uk", str) == "23 листопада 2026\u202fр."


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("fa-AF", "rtl"), ("ckb", "rtl"), ("uk", "ltr"), ("rom", "ltr")],
)
def test_direction(language: str, way: str) -> None:
    assert cldr.direction(language) == way
