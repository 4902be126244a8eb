"""The needs and situations that a person may choose, in two languages.

Scripts that get a choice by its code load them.
"""

import json

from vagvisare.languages.languages import SOURCE, Language, wording
from vagvisare.records.vocabulary import Term, Vocabulary

Row = tuple[str, str, tuple[str, ...]]
"""A choice: its label for the reader, its Swedish label, and the situations that it implies."""


def path(language: str) -> str:
    """The path of a language's file, from the site's root."""
    return f"assets/choices-{language}.json"


def index(vocabulary: Vocabulary, language: Language) -> str:
    """The file as JSON: under ``need`` and ``situation``, a `Row` for each code."""
    situations = {code: situation.term for code, situation in vocabulary.situations.items()}
    kinds = {"need": vocabulary.terms("needs"), "situation": situations}
    rows = {
        kind: {code: _row(vocabulary, language, kind, term) for code, term in terms.items()}
        for kind, terms in kinds.items()
    }
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def implied(vocabulary: Vocabulary, kind: str, code: str) -> tuple[str, ...]:
    """The situations that a choice implies, directly or not, in alphabetical order.

    ``kind`` is ``need`` or ``situation``.
    """
    found = vocabulary.implied((), code) if kind == "need" else vocabulary.implied((code,))
    return tuple(sorted(found - {code} if kind == "situation" else found))


def _row(vocabulary: Vocabulary, language: Language, kind: str, term: Term) -> Row:
    own = wording(term.label, language.code, language.fallback).text
    return own, term.label[SOURCE], implied(vocabulary, kind, term.code)
