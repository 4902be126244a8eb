"""What the templates of guidance get beside the reader: bodies, rules, offers and questions."""

from collections.abc import Hashable
from functools import partial
from urllib.parse import quote

from vagvisare.guidance.answering import Answer
from vagvisare.guidance.guidance import Match
from vagvisare.guidance.serving import How, how_in, languages_of
from vagvisare.languages.languages import SOURCE
from vagvisare.records.kinds import Partner, Record
from vagvisare.records.laws import Change
from vagvisare.records.vocabulary import Vocabulary
from vagvisare.site.building.fragments import Fragments, Macro
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.settings import Settings
from vagvisare.site.views.answers import Body
from vagvisare.site.views.conversation import conversation
from vagvisare.site.views.sayings import about, sayings

ANYBODY = "hand"
"""The icon of needs that have none of their own."""


def install(fragments: Fragments, reader: Reader, settings: Settings) -> None:
    """Gives an environment what the templates of guidance call."""
    fragments.environment.globals |= {
        "implied_by": lambda need: " ".join(sorted(reader.directory.vocabulary.implied((), need))),
        "residence_of": lambda group: (
            " ".join(sorted(reader.directory.vocabulary.residence(group.situations)))
            if group
            else ""
        ),
        "is_urgent": lambda need: (
            bool(need) and reader.directory.vocabulary.term("needs", need).is_urgent
        ),
        "said_about": lambda need: tuple(about(reader.directory.vocabulary, need)),
        "is_watched": lambda need: (
            bool(need) and reader.directory.vocabulary.term("needs", need).is_watched
        ),
        "icon_of": lambda need: _icon_of(reader, need),
        "answering": lambda partner: _answering(reader, partner),
        "changes": lambda need: _changes(reader, need),
        "report": lambda place, need: _report(reader, settings, place, need),
    }
    because = fragments.macro("parts.html", "because")
    fragments.environment.globals["because"] = fragments.once(
        "because", lambda answer, rank: because(answer.rule, rank), _of_answer
    )
    fragments.environment.globals |= _answers(fragments) | {
        "questions": _questions(fragments, reader)
    }


def _barred(vocabulary: Vocabulary, situation: str) -> list[str]:
    """The situations implied by needs that nobody in this situation can be in."""
    codes = frozenset[str]().union(
        *(vocabulary.implied((), need) for need in vocabulary.terms("needs"))
    )
    return sorted(codes - vocabulary.compatible(codes, vocabulary.implied((situation,))))


def _icon_of(reader: Reader, need: str) -> str:
    return (
        reader.directory.vocabulary.term("needs", need).facts.get("icon", ANYBODY)
        if need
        else ANYBODY
    )


def _answering(reader: Reader, partner: Partner) -> list[str]:
    """The languages that a body answers in, the reader's own first.

    None where only Swedish is known.
    """
    own = reader.language.code
    codes = [code for code, how in languages_of(partner).items() if how is How.LANGUAGE]
    known = (
        [own, *(code for code in codes if code != own)]
        if how_in(partner, own) is How.LANGUAGE
        else codes
    )
    return known if known != [SOURCE] else []


def _changes(reader: Reader, need: str) -> list[Change]:
    """Recent and coming changes of the laws about a need, the earliest first."""
    laws = reader.directory.laws.values()
    found = (
        change
        for law in laws
        for change in law.changes
        if need in change.needs and change.is_news(reader.today)
    )
    return sorted(found, key=lambda change: change.first)


def _report(reader: Reader, settings: Settings, place: str, need: str) -> str:
    """The address for reporting a gap.

    It names the place and the need in Swedish, and nothing about the person.
    """
    what = reader.directory.vocabulary.term("needs", need).label[SOURCE] if need else ""
    words = quote(": ".join(part for part in ("Lucka", place, what) if part))
    name = "subject" if settings.report_url.startswith("mailto:") else "title"
    return f"{settings.report_url}?{name}={words}"


def _answers(fragments: Fragments) -> dict[str, Macro]:
    """The macros of bodies with their answers, and of offers with how they are had."""
    body = fragments.macro("body.html", "body")
    offering = fragments.macro("offering.html", "offering")
    return {
        "body": fragments.once("body", body, _of_body),
        "offering": fragments.once(
            "offering", lambda match, level: offering(match, _others(match), level), _of_offering
        ),
    }


def _of_answer(answer: Answer, rank: str) -> Hashable:
    return answer.partner.id, answer.name, rank


def _of_body(body: Body) -> Hashable:
    return (
        body.partner.id,
        body.door,
        body.interprets,
        *(_of_answer(*ranked) for ranked in body.answers),
    )


def _of_offering(match: Match, level: int) -> Hashable:
    return match.offer.id, match.how, match.tells, level, *(record.id for record in _others(match))


def _others(match: Match) -> list[Record]:
    """The records through which an offer is had, other than itself."""
    return [record for record in match.through if record is not match.offer]


def _questions(fragments: Fragments, reader: Reader) -> Macro:
    macro = fragments.macro("questions.html", "questions")
    directory = reader.directory
    implied, bars = directory.vocabulary.implied, partial(_barred, directory.vocabulary)
    return fragments.once(
        "questions", lambda: macro(sayings(reader), conversation(directory), implied, bars)
    )
