"""vagvisare.site.search.search and its parts: words, names, texts and cards of the index."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.site import sites
from vagvisare.languages.folding import bare, digits, fold, words
from vagvisare.reading.loading import load
from vagvisare.records.directory import Directory
from vagvisare.records.termlists import FACETS, facets_with_words
from vagvisare.site.facts.reader import Reader
from vagvisare.site.search import cards, search, wordindex
from vagvisare.site.search.columns import findable
from vagvisare.site.search.wordindex import FILES, file_of, letters, letters_of_texts

RECORDS = ("enterprises/yalla-trappan", "partners/arbetsformedlingen", "partners/malmo")


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return load(
        sites.a_root(tmp_path_factory.mktemp("root"), {**sites.shipped(*RECORDS)}),
        today=sites.TODAY,
    ).directory


@pytest.fixture(scope="module")
def index(directory: Directory) -> dict[str, Any]:
    """The files by path, read."""
    return {
        path: json.loads(content)
        for path, content in search.files(map(_reader(directory), sites.LANGUAGES)).items()
    }


def _reader(directory: Directory) -> Callable[[str], Reader]:
    return lambda language: Reader(
        directory,
        directory.vocabulary.languages[language],
        sites.interface.load(sites.LOCALE, language),
        "",
        sites.TODAY,
    )


def _records(index: dict[str, Any], part: str, word: str) -> list[int]:
    """The numbers of the records that contain a word."""
    number, found = 0, []
    first = letters(3) if part == "names" else letters_of_texts(3)
    for gap in index[f"{part}/{file_of(word, first)}.json"].get(word, ""):
        number += ord(gap) - 35
        found.append(number)
    return found


def test_words_are_folded() -> None:
    assert words("Café & Trädgård, Åmål") == ["cafe", "tradgard", "amal"]
    assert words("نَجّارة إعادة مقهى") == ["نجاره", "اعاده", "مقهي"]
    assert fold("maqaaxi") == fold("maqaxi")
    assert fold("0771-600 000") == "0771-600 000"
    assert bare("التنظيف", ("ال",)) == "تنظيف"
    assert bare("الله", ("ال",)) == "الله"


@pytest.mark.parametrize("number", ["+46855241400", "08-552 414 00", "٠٨٥٥٢٤١٤٠٠"])
def test_numbers_are_digits(number: str) -> None:
    assert digits(number) == "0855241400"


def test_names_of_every_language_and_numbers_are_found(
    index: dict[str, Any], directory: Directory
) -> None:
    order = [record.id for record in findable(directory)]
    assert order == ["yalla-trappan", "arbetsformedlingen", "malmo"]
    assert _records(index, "names", "trapan") == [0]
    assert "=yalatrapan" in index[f"names/{file_of('y', 1)}.json"]
    assert _records(index, "names", "employment") == [1]
    assert _records(index, "names", "arbetsformedlingen") == [1]
    phone = digits(directory.partners["malmo"].contacts[0].phone or "")
    assert _records(index, "names", phone) == [2]


def test_what_newcomers_ask_for_is_in_the_first_columns(index: dict[str, Any]) -> None:
    first, more = (set(index[f"columns{part}.json"]["facets"]) for part in ("", "-more"))
    early = {facet.name for facet in FACETS.values() if facet.early}
    assert {facet.name for facet in facets_with_words(early=True)} <= early
    assert first <= early
    assert "partner-kinds" in more
    assert not first & more


def test_texts_are_those_of_the_reader(index: dict[str, Any]) -> None:
    assert _records(index, "text/sv", "kvinokoperativ") == [0]
    assert _records(index, "text/so", "iskashato")[0] == 0
    assert _records(index, "text/so", "kvinokoperativ") == []


def test_a_place_has_its_other_spellings(index: dict[str, Any]) -> None:
    assert index["places.json"]["1480"] == "Göteborg"
    assert index["words/en.json"]["places"]["1480"] == ["Gothenburg"]
    assert "يوتوبوري" in index["words/ar.json"]["places"]["1480"]
    assert index["words/sv.json"]["places"]["0180"] == ["", "Sthlm"]


def test_terms_are_known_by_label_and_synonyms(index: dict[str, Any]) -> None:
    assert index["words/so.json"]["lists"]["industries"]["lokalvård"][0] == "Nadiifin"
    assert "städ" in index["words/sv.json"]["lists"]["industries"]["lokalvård"]
    assert (
        "hunddagis" in index["words/sv.json"]["lists"]["industries"]
    )  # though nobody here has dogs
    assert "sfi" not in json.dumps(
        index["words/sv.json"]["lists"]["offer-kinds"]
    )  # nobody offers it here


def test_a_card_says_which_language_its_texts_are_in(index: dict[str, Any]) -> None:
    (card,) = [
        card for card in index["cards/ar/0.json"] if card["address"] == "enterprises/yalla-trappan/"
    ]
    assert card["nameIn"] == "sv"
    assert "lineIn" not in card
    assert card["places"] == [["مالمو", "Malmö"]]


def test_a_card_has_free_places_and_confirmation_with_their_days(tmp_path: Any) -> None:
    more = (
        "places: [{kind: arbetsträning, maximum: '10', available: '2', updated: '2026-11-01'}]\n"
        "confirmed: {date: '2026-10-01', by: organisationen}\n"
    )
    root = sites.a_root(
        tmp_path, {"enterprises/a": sites.enterprise("A", more=more)}, places=("1280",)
    )
    directory = load(root, today=sites.TODAY).directory
    (record,) = directory.enterprises.values()
    card = cards.card(_reader(directory)("sv"), record)
    assert card["free"] == [["Arbetsträning", 2, 10, "2026-11-01", "1 november 2026"]]
    assert (card["confirmed"], card["confirmedOn"]) == ("2026-10-01", "1 oktober 2026")


def test_the_folder_s_name_changes_with_its_content(index: dict[str, Any]) -> None:
    files = {path: json.dumps(content) for path, content in index.items()}
    folder = search.folder(files)
    assert search.folder(dict(files)) == folder
    assert search.folder(files | {"places.json": "{}"}) != folder
    assert search.folder_of(["index.html", f"{folder}/places.json"]) == folder
    assert search.folder_of(["index.html"]) == ""


def test_more_letters_tell_the_file_in_a_larger_directory() -> None:
    assert [letters(number) for number in (300, 10_000, 50_000)] == [1, 2, 3]
    assert {file_of(word, 2) for word in ("malmo", "mala", "ma")} == {file_of("ma", 2)}
    assert (
        max(file_of(chr(97 + number % 26) * 3 + str(number), 3) for number in range(2000))
        < FILES[3]
    )


def test_a_word_that_very_many_have_tells_nothing(
    monkeypatch: pytest.MonkeyPatch, directory: Directory
) -> None:
    monkeypatch.setattr(wordindex, "_FEWEST_COMMON", 0)
    files = dict(wordindex.files(directory, [directory.vocabulary.languages["sv"]]))
    words = json.loads(files["text/sv/0.json"])
    assert words["kvinokoperativ"] == ""
