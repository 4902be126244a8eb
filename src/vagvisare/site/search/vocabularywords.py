"""The words that the search box knows: in each language those of the vocabulary and of places.

``words/<language>.json`` (read by ``assets/js/vocabulary.js``)::

    {"lists": {"industries": {"café": ["مقهى", "قهوة", "كافيه"]}},
     "places": {"1280": ["مالمو"]},
     "small": ["في"], "beginnings": ["ال"], "endings": ["ات"], "compounds": false}

A term's first word is its label, the others are its synonyms; a place without a name of its own
begins with an empty one. Most lists have only the terms that some record has; an industry is
understood even if nobody is in it. ``words/<language>-others.json`` has a list of such: the words
of the reader's language that are seldom asked for, then all those of each other language.
``places.json`` maps the codes of counties and municipalities to their Swedish names, which every
language needs; ``postal.json`` has the municipalities' postal codes, ``localities.json`` the towns
and districts in them. ``small``, ``beginnings``,
``endings``, ``compounds``, ``spellings``, ``clitics`` and ``attributes`` are those of
``directory/vocabulary/languages.yml``; ``dangers`` are the phrases of urgent needs.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from vagvisare.languages.languages import SOURCE
from vagvisare.records.directory import COUNTRY
from vagvisare.records.termlists import Facet, facets_with_words
from vagvisare.records.vocabulary import County, Municipality, Term, Vocabulary
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import RESULTS
from vagvisare.site.search.columns import Values, as_json

Terms = Mapping[str, list[str]]
"""The words for each code."""


def files(readers: Iterable[Reader], values: Values) -> Iterator[tuple[str, str]]:
    """Two files for each reader's language.

    ``values`` are the codes that something has, by facet (`columns.facet_values`).
    """
    readers = tuple(readers)
    early, later = (
        {reader.language.code: _words(reader, values, early=early) for reader in readers}
        for early in (True, False)
    )
    for code, words in early.items():
        yield f"words/{code}.json", as_json(words)
        others = [_both(early[other], later[other]) for other in early if other != code]
        yield f"words/{code}-others.json", as_json([later[code], *others])


def _both(early: Mapping[str, Any], later: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**early, "lists": {**early["lists"], **later["lists"]}}


def _words(reader: Reader, values: Values, *, early: bool) -> dict[str, Any]:
    """What a file has of one language: what every search needs, or the rest of its terms."""
    lists = _lists(reader, facets_with_words(early=early), values)
    known = reader.language
    habits = {
        "small": known.small_words,
        "beginnings": known.beginnings,
        "endings": known.endings,
        "compounds": known.compounds,
        "spellings": known.spellings,
        "clitics": known.clitics,
    }
    if not early:
        return {"lists": lists, "places": {}, **habits}
    kinds = {
        code: [reader.translate(result.word)] for code, result in RESULTS.items() if result.word
    }
    dangers = reader.directory.vocabulary.dangers.items()
    return {
        "lists": {"kinds": kinds, **lists},
        "places": _places(reader),
        "dangers": {need: said[known.code] for need, said in dangers if known.code in said},
        "attributes": known.attributes,
        **habits,
    }


def _places(reader: Reader) -> dict[str, list[str]]:
    """The names of places in the reader's language, by code."""
    vocabulary = reader.directory.vocabulary
    areas: dict[str, County | Municipality] = {**vocabulary.counties, **vocabulary.municipalities}
    found = {
        area: found for area, of in areas.items() if (found := _called(of, reader.language.code))
    }
    return {**found, COUNTRY: [reader.translate("All of Sweden")]}


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


def postal(vocabulary: Vocabulary) -> str:
    """The spans of each municipality's postal codes, by its code: ``{"0136": ["13640-13690"]}``."""
    return as_json(
        {
            code: [first if first == last else f"{first}-{last}" for first, last in of.postal_codes]
            for code, of in vocabulary.municipalities.items()
            if of.postal_codes
        }
    )


def localities(vocabulary: Vocabulary) -> str:
    """The names of the towns and districts in each municipality, in any language, by its code."""
    return as_json(
        {
            code: [*dict.fromkeys(chain.from_iterable(of.localities.values()))]
            for code, of in vocabulary.municipalities.items()
            if of.localities
        }
    )
