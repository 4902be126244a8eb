"""Coverage, for officials: the outcome of every municipality, situation, need and language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vagvisare.guidance.coverage import BROKEN, OUTCOMES
from vagvisare.languages.languages import SOURCE
from vagvisare.languages.marking import message
from vagvisare.languages.order import sort_key
from vagvisare.records.vocabulary import Municipality
from vagvisare.site.exports import coveragetable
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files.coverage import counts, data
from vagvisare.site.files.map import sweden
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View


class Outcome(NamedTuple):
    """An outcome of a combination: its code and icon, and its name and meaning as messages."""

    code: str
    icon: str
    name: str
    meaning: str


WORDS = (
    Outcome(
        "answered-in-language",
        "check",
        message("Answered in the language"),
        message(
            "Somebody is responsible, can be called or visited, and has something to give in the "
            "language."
        ),
    ),
    Outcome(
        "answered",
        "hand",
        message("Answered, but not in the language"),
        message(
            "Somebody is responsible, can be called or visited, and has something to give. It is "
            "not in the language."
        ),
    ),
    Outcome(
        "last-resort",
        "unsure",
        message("Only the last resort"),
        message("Nobody answers but the municipality, which has the final responsibility."),
    ),
    Outcome(
        "not-us",
        "warn",
        message("Hole: each says that it is another"),
        message("Two or more are responsible for others, but except this person."),
    ),
    Outcome(
        "nobody",
        "warn",
        message("Hole: nobody answers"),
        message("Nobody who can be called or visited is responsible."),
    ),
)
"""All outcomes, in the order of ``OUTCOMES``."""

WITHOUT = frozenset({"answered", "last-resort", *BROKEN})
"""The outcomes in which no offer reaches people in their language."""


def coverage(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """The page of coverage.

    Without script it shows the page's own language, with script any choice.
    """
    vocabulary = reader.directory.vocabulary
    found = counts(reader.directory, reader.today, reader.language.code)
    total = sum(found.values(), Counter())
    return View(
        title=reader.translate("Where are the holes?"),
        description=reader.translate(
            "For officials: where people get help in their language, and where nobody is "
            "responsible or can be reached."
        ),
        template="coverage.html",
        facts={
            "outcomes": WORDS,
            "total": total,
            "cases": sum(total.values()),
            "holes": sum(total[outcome] for outcome in BROKEN),
            "without": sum(total[outcome] for outcome in WITHOUT),
            "shown": [outcome for outcome in WORDS if total[outcome.code]],
            "groups": [
                (county, [(m, found[m.code], _worst(found[m.code])) for m in places])
                for county, places in _places(reader)
            ],
            "map": sweden(tuple(vocabulary.municipalities)),
            "shades": {code: _worst(ends) for code, ends in found.items()},
            "data": data(reader.directory, reader.today)[0],
            "summary": coveragetable.PATH,
            "choices": _choices(reader),
        },
        trail=(),
        script="coverage",
    )


def _worst(ends: Counter[str]) -> str:
    """The worst outcome that occurs."""
    return max((outcome for outcome, number in ends.items() if number), key=OUTCOMES.index)


def _places(reader: Reader) -> list[tuple[str, list[Municipality]]]:
    """The municipalities by county, both in alphabetical order."""
    vocabulary = reader.directory.vocabulary
    counties = sorted(
        vocabulary.counties.values(), key=lambda county: sort_key(county.name[SOURCE])
    )
    by_name = sorted(
        vocabulary.municipalities.values(),
        key=lambda municipality: sort_key(municipality.swedish_name),
    )
    return [(county.code, [m for m in by_name if m.county == county.code]) for county in counties]


Options = list[tuple[str, str]]
"""Codes to choose from, each with its words."""


def _choices(reader: Reader) -> Mapping[str, list[tuple[str, Options]]]:
    """The languages, situations, needs and counties to choose from, in groups of options.

    Only the groups of situations have names; other names are empty.
    """
    vocabulary = reader.directory.vocabulary
    named = {
        code: reader.line(vocabulary.term("languages", code).label) for code in vocabulary.languages
    }
    situations = []
    for group, term in vocabulary.terms("situation-groups").items():
        members = (s for s in vocabulary.situations.values() if s.group == group)
        situations.append(
            (reader.line(term.label), [(s.code, reader.line(s.term.label)) for s in members])
        )
    needs = [(code, reader.line(term.label)) for code, term in vocabulary.terms("needs").items()]
    counties = [(code, reader.plain_place(code)) for code, _ in _places(reader)]
    return {
        "languages": [("", _in_order(named.items()))],
        "situations": [(name, options) for name, options in situations if options],
        "needs": [("", needs)],
        "counties": [("", counties)],
    }


def _in_order(options: Iterable[tuple[str, str]]) -> Options:
    return sorted(options, key=lambda option: option[1].casefold())
