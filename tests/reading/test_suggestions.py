"""vagvisare.reading.suggestions: the nearest valid value, and the right form of a mistyped one."""

import pytest
from builders import a_vocabulary

from vagvisare.reading.suggestions import corrected, nearest_area, nearest_term


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("lokalvard", "lokalvård"),
        ("Lokalvård", "lokalvård"),
        ("CAFÉ", "café"),
        ("cafe", "café"),
        ("bygg", None),
    ],
)
def test_nearest_term(value: str, code: str | None) -> None:
    assert nearest_term(a_vocabulary(), "industries", value) == code


def test_nearest_language_by_its_name() -> None:
    assert nearest_term(a_vocabulary(), "languages", "Arabiska") == "ar"


@pytest.mark.parametrize(
    ("value", "problem", "code"),
    [
        ("Haninge", "unknown-area", "0136"),
        ("haninge kommun", "unknown-municipality", "0136"),
        ("Stockholms län", "unknown-area", "01"),
        ("Stockholms län", "unknown-municipality", None),
        ("Sverige", "unknown-area", "SE"),
        ("Haninge", "unknown-county", None),
    ],
)
def test_nearest_area(value: str, problem: str, code: str | None) -> None:
    assert nearest_area(a_vocabulary(), value, problem) == code


@pytest.mark.parametrize(
    ("code", "value", "correct"),
    [
        ("phone", "08-555 12 34", "+4685551234"),
        ("phone", "+46 (0)8 555 12 34", "+4685551234"),
        ("phone", "0046855512 34", "+4685551234"),
        ("phone", "070-612 34 56", "+46706123456"),
        ("phone", "ring oss", None),
        ("organisation-number", "5560004615", "556000-4615"),
        ("organisation-number", "5560004616", None),
        ("day", "2026-2-3", "2026-02-03"),
        ("day", "2026-02-31", None),
        ("clock", "9.30", "09:30"),
        ("email", "mailto:info@exempel.se", "info@exempel.se"),
        ("record-id", "A B", None),
    ],
)
def test_values_that_are_plainly_meant_are_put_right(
    code: str, value: str, correct: str | None
) -> None:
    assert corrected(code, value) == correct
