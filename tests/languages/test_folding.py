"""vagvisare.languages.folding: words as they are compared; `fold.js` is compared with it."""

import pytest

from vagvisare.languages.folding import bare, digits, fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Försäkringskassan", "forsakringskasan"),
        ("مَدْرَسة", "مدرسه"),
        ("ﻋﻤﻞ", "عمل"),
        ("ba'ad", "baad"),
        ("CAFÉ", "cafe"),
        ("٠٨", "08"),
    ],
)
def test_what_people_write_differently_is_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_text_is_parted_into_words() -> None:
    assert words("Rätt_till-tolk, nu!") == ["rat", "til", "tolk", "nu"]


def test_a_beginning_goes_only_where_a_word_is_left() -> None:
    assert bare("والعمل", ("وال",)) == "عمل"
    assert bare("والع", ("وال",)) == "والع"


@pytest.mark.parametrize("number", ["+46 8-552 414 00", "08-552 414 00", "٠٨٥٥٢٤١٤٠٠"])
def test_a_number_is_its_digits_as_dialled_in_sweden(number: str) -> None:
    assert digits(number) == "0855241400"
