"""vagvisare.site.order: Swedish alphabetical order."""

import pytest

from vagvisare.site.order import first_letter, sort_key


def test_swedish_letters_come_last() -> None:
    names = ["Örebro", "Zinkgruvan", "Ängelholm", "Åre", "Arboga", "arvika", "Alvesta"]
    assert sorted(names, key=sort_key) == ["Alvesta", "Arboga", "arvika", "Zinkgruvan", "Åre", "Ängelholm", "Örebro"]


def test_other_accents_and_marks_do_not_count() -> None:
    assert sort_key("Café «Öst»") == sort_key("cafe öst")
    assert sort_key("A\u030arsta") == sort_key("Årsta")


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ale", "a"), ("Åre", "å"), ("Älmhult", "ä"), ("öppen", "ö"), ("École", "e"), ("3:e", "#"), ("ورشة", "#"), ("", "#")],
)
def test_first_letters(name: str, letter: str) -> None:
    assert first_letter(name) == letter
