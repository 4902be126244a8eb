"""Where the holes are: for officials, how every municipality, situation, need and language ends."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vagvisare.guidance.coverage import BROKEN, OUTCOMES
from vagvisare.languages.languages import SOURCE
from vagvisare.languages.marking import message
from vagvisare.languages.order import sort_key
from vagvisare.records.vocabulary import Municipality
from vagvisare.site.facts.reader import Reader
from vagvisare.site.files import coverage as chairs
from vagvisare.site.files.map import sweden
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.view import View


class Outcome(NamedTuple):
    """How a combination may end: its code, its icon, and as messages what it is called and what it means."""

    code: str
    icon: str
    name: str
    meaning: str


WORDS = (
    Outcome(
        "answered-in-language",
        "check",
        message("Answered in the language"),
        message("Somebody is responsible, can be called or visited, and has something to give in the language."),
    ),
    Outcome(
        "answered",
        "hand",
        message("Answered, but not in the language"),
        message("Somebody is responsible, can be called or visited, and has something to give. It is not in the language."),
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
"""Every outcome in the order of ``OUTCOMES``."""

WITHOUT = frozenset({"answered", "last-resort", *BROKEN})
"""The outcomes of whom no offer reaches in their language."""


def coverage(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """The page of the chair check: for the page's own language without script, for every choice with it."""
    vocabulary = reader.directory.vocabulary
    found = chairs.counts(reader.directory, reader.today, reader.language.code)
    total = sum(found.values(), Counter())
    return View(
        title=reader.translate("Where are the holes?"),
        description=reader.translate(
            "For officials: where people get help in their language, and where nobody is responsible or can be reached."
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
                (county, [(m, found[m.code], _worst(found[m.code])) for m in places]) for county, places in _places(reader)
            ],
            "map": sweden(tuple(vocabulary.municipalities)),
            "shades": {code: _worst(ends) for code, ends in found.items()},
            "data": chairs.data(reader.directory, reader.today)[0],
            "summary": chairs.SUMMARY,
            "choices": _choices(reader),
        },
        trail=(),
        script="coverage",
    )


def _worst(ends: Counter[str]) -> str:
    """The worst outcome that there is."""
    return max((outcome for outcome, number in ends.items() if number), key=OUTCOMES.index)


def _places(reader: Reader) -> list[tuple[str, list[Municipality]]]:
    """The municipalities by county, both in alphabetical order."""
    vocabulary = reader.directory.vocabulary
    counties = sorted(vocabulary.counties.values(), key=lambda county: sort_key(county.name[SOURCE]))
    by_name = sorted(vocabulary.municipalities.values(), key=lambda municipality: sort_key(municipality.swedish_name))
    return [(county.code, [m for m in by_name if m.county == county.code]) for county in counties]


Options = list[tuple[str, str]]
"""What can be chosen: codes, each with its words."""


def _choices(reader: Reader) -> Mapping[str, list[tuple[str, Options]]]:
    """What can be chosen of languages, situations, needs and counties: groups (with a name or without) of options."""
    vocabulary = reader.directory.vocabulary
    named = {code: reader.line(vocabulary.term("languages", code).label) for code in vocabulary.languages}
    situations = []
    for group, term in vocabulary.terms("situation-groups").items():
        members = (s for s in vocabulary.situations.values() if s.group == group)
        situations.append((reader.line(term.label), [(s.code, reader.line(s.term.label)) for s in members]))
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
