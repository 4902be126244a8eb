"""What an editor most likely meant: the nearest valid value, or the right form of the value."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from vagvisare.languages.languages import SOURCE
from vagvisare.records.values import (
    Address,
    Clock,
    Day,
    Email,
    OrganisationNumber,
    Phone,
    PostalCode,
)
from vagvisare.records.vocabulary import Term, Vocabulary


def nearest(value: str, valid: Iterable[str]) -> str | None:
    """The valid value that an editor most likely meant, if one is near."""
    return _nearest(value, {word: word for word in valid})


def nearest_term(vocabulary: Vocabulary, list_name: str, value: str) -> str | None:
    """The code nearest to ``value``: by code, by label or by a word that people type for it."""
    return nearest_of(vocabulary.terms(list_name), value)


def nearest_of(terms: Mapping[str, Term], value: str) -> str | None:
    """The code nearest to ``value`` among these terms."""
    codes: dict[str, str] = {}
    words: dict[str, str] = {}
    for code, term in terms.items():
        codes[code] = code
        for word in (
            *term.label.values(),
            *(word for synonyms in term.synonyms.values() for word in synonyms),
        ):
            words.setdefault(word, code)
    return _nearest(value, {**words, **codes})


def nearest_area(vocabulary: Vocabulary, value: str, code: str) -> str | None:
    """The area code whose name ``value`` is or resembles.

    ``code`` is the problem's, which says what kinds of area fit.
    """
    names: dict[str, str] = {}
    if code != "unknown-county":
        names.update({m.official_name: m.code for m in vocabulary.municipalities.values()})
        names.update({m.swedish_name: m.code for m in vocabulary.municipalities.values()})
    if code != "unknown-municipality":
        names.update({county.name[SOURCE]: county.code for county in vocabulary.counties.values()})
    if code == "unknown-area":
        names.update({"Sverige": "SE", "hela landet": "SE", "hela Sverige": "SE"})
    return _nearest(value, names)


def area_name(vocabulary: Vocabulary, code: str) -> str:
    """The Swedish name of a municipality, a county or the country, by its code."""
    if code in vocabulary.municipalities:
        return vocabulary.municipalities[code].swedish_name
    return vocabulary.counties[code].name[SOURCE] if code in vocabulary.counties else "Sverige"


CORRECTIONS: Mapping[str, tuple[str, str]] = {
    "phone": (r"\+?(?:46|0046)?[\s()-]*0?[\s()-]*([1-9][\d\s()-]{5,12}\d)", "+46{0}"),
    "address": (r"((?:[a-zåäö0-9-]+\.)+[a-z]{2,}(?:/\S*)?)", "https://{0}"),
    "postal-code": (r"([1-9]\d{2})\s*(\d{2})", "{0} {1}"),
    "clock": (r"([01]?\d|2[0-3])[.:]([0-5]\d)", "{0:0>2}:{1}"),
    "organisation-number": (r"(?:16)?(\d{6})[\s-]?(\d{4})", "{0}-{1}"),
    "day": (r"(\d{4})[-./ ]?([01]?\d)[-./ ]?([0-3]?\d)", "{0}-{1:0>2}-{2:0>2}"),
    "email": (r"(?:mailto:)?\s*(\S+)\s*(?:@|\(at\)|\[at\]| at )\s*(\S+\.\S+)", "{0}@{1}"),
}
"""How values of a known form are often written, and the form that they have here."""


def corrected(code: str, value: str) -> str | None:
    """The value in its right form, if it is plain what was meant; else None.

    ``08-555 12 34`` becomes ``+4685551234``.
    """
    pattern, form = CORRECTIONS.get(code, ("", ""))
    match = re.fullmatch(pattern, value.strip())
    if not form or match is None:
        return None
    parts = match.groups()
    correct = form.format(
        *(re.sub(r"[\s()-]", "", part) for part in parts) if code == "phone" else parts
    )
    try:
        TypeAdapter(_TYPES[code]).validate_python(correct)
    except ValidationError:
        return None
    return correct


_TYPES: Mapping[str, Any] = {
    "phone": Phone,
    "address": Address,
    "postal-code": PostalCode,
    "clock": Clock,
    "organisation-number": OrganisationNumber,
    "day": Day,
    "email": Email,
}


def _nearest(value: str, codes: Mapping[str, str]) -> str | None:
    """The code of the word that is nearest to ``value``; None if none is near.

    ``codes`` maps what may be written to what should be. Case does not count; of words that differ
    in case only, the last counts.
    """
    folded = {word.casefold(): code for word, code in codes.items()}
    wanted = value.casefold()[:100]
    if wanted in folded:
        return folded[wanted]
    found = _closest(wanted, tuple(folded))
    return folded[found] if found is not None else None


@lru_cache(maxsize=64)
def _closest(wanted: str, words: tuple[str, ...]) -> str | None:
    """The word most like ``wanted``.

    Cached: the same fault is often in many files, and looking through thousands of ids is slow.
    """
    return next(iter(get_close_matches(wanted, words, n=1, cutoff=0.7)), None)
