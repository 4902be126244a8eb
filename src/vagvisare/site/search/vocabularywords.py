"""The words that the search box knows: in each language those of the vocabulary and of places.

``words/<language>.json`` and ``words/<language>-more.json`` (read by ``assets/js/vocabulary.js``)::

    {"lists": {"industries": {"café": ["مقهى", "قهوة", "كافيه"]}},
     "places": {"1280": ["مالمو"]},
     "small": ["في"], "beginnings": ["ال"], "endings": ["ات"], "compounds": false}

A term's first word is its label, the others are its synonyms; a place without a name of its own
begins with an empty one. Most lists have only the terms that some record has; an industry is
understood even if nobody is in it. ``places.json`` maps the codes of counties and municipalities to
their Swedish names, which every language needs. ``small``, ``beginnings``, ``endings`` and
``compounds`` are those of ``directory/vocabulary/languages.yml``.
"""

from collections.abc import Iterable, Iterator, Mapping

from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import COUNTRY
from vagvisare.records.termlists import Facet, facets_with_words
from vagvisare.records.vocabulary import County, Municipality, Term
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import RESULTS
from vagvisare.site.search.columns import Values, as_json


def files(reader: Reader, values: Values) -> Iterator[tuple[str, str]]:
    """The two files of the reader's language.

    ``values`` are the codes that records have, by facet (`columns.facet_values`).
    """
    vocabulary = reader.directory.vocabulary
    kinds = {
        code: [reader.translate(result.word)] for code, result in RESULTS.items() if result.word
    }
    areas: dict[str, County | Municipality] = {**vocabulary.counties, **vocabulary.municipalities}
    places = {
        area: found for area, of in areas.items() if (found := _called(of, reader.language.code))
    }
    places[COUNTRY] = [reader.translate("All of Sweden")]
    early, others = (
        _lists(reader, facets_with_words(early=early), values) for early in (True, False)
    )
    yield f"words/{reader.language.code}.json", _file(reader, {"kinds": kinds, **early}, places)
    yield f"words/{reader.language.code}-more.json", _file(reader, others, {})


Terms = Mapping[str, list[str]]
"""The words for each code."""


def _file(reader: Reader, lists: Mapping[str, Terms], places: Terms) -> str:
    known = reader.language
    habits = {
        "small": known.small_words,
        "beginnings": known.beginnings,
        "endings": known.endings,
        "compounds": known.compounds,
    }
    return as_json({"lists": lists, "places": places, **habits})


def _lists(reader: Reader, facets: Iterable[Facet], values: Values) -> dict[str, Terms]:
    lists: dict[str, Terms] = {}
    for facet in facets:
        there = {code for codes in values[facet.name] for code in codes}
        terms = reader.directory.vocabulary.terms(facet.name).items()
        asked = ((code, term) for code, term in terms if facet.words == "all" or code in there)
        known = ((code, _said(term, reader.language.code)) for code, term in asked)
        lists[facet.name] = {code: words for code, words in known if words}
    return lists


def _said(term: Term, language: str) -> list[str]:
    label = term.label.get(language)
    return list(dict.fromkeys([*([label] if label else []), *term.synonyms.get(language, ())]))


def _called(area: County | Municipality, language: str) -> list[str]:
    """The names of a place in a language: its own one, then other spellings.

    The first is empty if the place is called as in Swedish.
    """
    own = area.name.get(language, "")
    others = area.synonyms.get(language, ())
    named = own if own != area.name[SOURCE] else ""
    return [named, *others] if named or others else []


def places(reader: Reader) -> str:
    """The Swedish names of counties and municipalities by code."""
    vocabulary = reader.directory.vocabulary
    areas: dict[str, County | Municipality] = {**vocabulary.counties, **vocabulary.municipalities}
    return as_json({code: area.name[SOURCE] for code, area in areas.items()})
