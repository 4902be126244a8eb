"""vagvisare.languages.order: Swedish alphabetical order, and that of other scripts."""

import pytest
import world

from vagvisare.languages.order import first_letter, reading_key, sort_key
from vagvisare.site.pages.pages import in_order


def test_swedish_letters_come_last() -> None:
    names = ["Örebro", "Zinkgruvan", "Ängelholm", "Åre", "Arboga", "arvika", "Alvesta"]
    assert sorted(names, key=sort_key) == [
        "Alvesta",
        "Arboga",
        "arvika",
        "Zinkgruvan",
        "Åre",
        "Ängelholm",
        "Örebro",
    ]


def test_other_accents_and_marks_do_not_count() -> None:
    assert sort_key("Café «Öst»") == sort_key("cafe öst")
    assert sort_key("A\u030arsta") == sort_key("Årsta")


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ale", "a"),
        ("Åre", "å"),
        ("Älmhult", "ä"),
        ("öppen", "ö"),
        ("École", "e"),
        ("3:e", "#"),
        ("ورشة", "#"),
        ("", "#"),
    ],
)
def test_first_letters(name: str, letter: str) -> None:
    assert first_letter(name) == letter


def test_what_is_written_in_another_script_has_its_own_order() -> None:
    words = {
        "ar": ["يوم", "ستوكهولم", "أوبسالا", "برنامج", "آسا", "تدريب"],
        "uk": ["яблуко", "їжак", "ґава", "гора", "єнот", "дім"],
        "fa": ["یاد", "گل", "پول", "بابا", "تاب", "کتاب"],
    }
    expected = {
        "ar": ["آسا", "أوبسالا", "برنامج", "تدريب", "ستوكهولم", "يوم"],
        "uk": ["ґава", "гора", "дім", "єнот", "їжак", "яблуко"],
        "fa": ["بابا", "پول", "تاب", "کتاب", "گل", "یاد"],
    }
    assert {
        language: sorted(names, key=reading_key) for language, names in words.items()
    } == expected


def test_names_in_latin_letters_come_first_and_keep_the_swedish_order() -> None:
    names = ["Örebro", "أوبسالا", "Ale", "Ängelholm", "Åre", "Ystad", "1177"]
    assert sorted(names, key=reading_key) == [
        "1177",
        "Ale",
        "Ystad",
        "Åre",
        "Ängelholm",
        "Örebro",
        "أوبسالا",
    ]


def test_records_are_in_the_order_of_the_names_that_are_shown() -> None:
    orders = {}
    for language in ("sv", "ar"):
        offers = in_order(world.real().offers.values(), world.real().vocabulary.languages[language])
        shown = [
            offer.name.text[language] if offer.name.is_translated else offer.name.swedish
            for offer in offers
        ]
        assert shown == sorted(shown, key=reading_key)
        orders[language] = [offer.id for offer in offers]
    assert orders["sv"] != orders["ar"]
    assert sorted(orders["sv"]) == sorted(orders["ar"])
