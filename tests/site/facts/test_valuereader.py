"""vagvisare.site.facts.valuereader: single values; `test_reader.py` has those of the reader."""

import pytest

from vagvisare.site.facts.valuereader import national_number


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+46855241400", "08-552 414 00"),
        ("+4640341000", "040-34 10 00"),
        ("+46701234567", "070-123 45 67"),
        ("+46101234567", "010-123 45 67"),
        ("+4721490000", "+47 21 49 00 00"),
        ("+46771524524", "0771-524 524"),
        ("+4640341000;ext=123", "040-34 10 00, 123"),
        ("112", "112"),
        ("116016", "116 016"),
    ],
)
def test_phone_numbers_as_they_are_dialled_in_sweden(phone: str, shown: str) -> None:
    assert national_number(phone) == shown
