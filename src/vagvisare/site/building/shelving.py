"""What the templates of guidance are given beside the reader: bodies, rules, offers and questions, each made once and kept.

The municipality's rules and national authorities stand on each of 290 municipalities' pages.
"""

from collections.abc import Callable
from functools import cache
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from vagvisare.guidance.guidance import Answer, How, Match, how_in, languages_of
from vagvisare.languages.languages import SOURCE
from vagvisare.records.kinds import Partner
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.settings import Settings
from vagvisare.site.views.answers import Body
from vagvisare.site.views.situations import by_group

ANYBODY = "hand"
"""The icon of what has none of its own."""


def install(environment: Environment, reader: Reader, settings: Settings) -> None:
    """Gives an environment what the templates of guidance call."""
    environment.globals |= {
        "implied_by": lambda need: " ".join(sorted(reader.directory.vocabulary.implied((), need))),
        "icon_of": lambda need: _icon_of(reader, need),
        "answering": lambda partner: _answering(reader, partner),
        "report": lambda place, need: _report(reader, settings, place, need),
    }
    environment.globals["because"] = _because_maker(environment)
    environment.globals["body"] = _body_maker(environment)
    environment.globals["offering"] = _offering_maker(environment)
    environment.globals["questions"] = _questions_maker(environment, reader)


def _icon_of(reader: Reader, need: str) -> str:
    return reader.directory.vocabulary.term("needs", need).facts.get("icon", ANYBODY) if need else ANYBODY


def _answering(reader: Reader, partner: Partner) -> list[str]:
    """The languages that a body answers in, the reader's own first; none where nothing but Swedish is known."""
    own = reader.language.code
    codes = [code for code, how in languages_of(partner).items() if how is How.LANGUAGE]
    known = [own, *(code for code in codes if code != own)] if how_in(partner, own) is How.LANGUAGE else codes
    return known if known != [SOURCE] else []


def _report(reader: Reader, settings: Settings, place: str, need: str) -> str:
    """The address to report a gap at: it names the place and the need in Swedish, and nothing about the person."""
    what = reader.directory.vocabulary.term("needs", need).label[SOURCE] if need else ""
    words = quote(": ".join(part for part in ("Lucka", place, what) if part))
    name = "subject" if settings.report_url.startswith("mailto:") else "title"
    return f"{settings.report_url}?{name}={words}"


def _because_maker(environment: Environment) -> Callable[[Answer, str], Markup]:
    because = environment.get_template("parts.html").module.because  # type: ignore[attr-defined]
    kept: dict[tuple[str, int, str], Markup] = {}

    def because_of(answer: Answer, rank: str) -> Markup:
        key = (answer.stands_in.id, answer.index, rank)
        if key not in kept:
            kept[key] = because(answer.rule, rank)
        return kept[key]

    return because_of


def _body_maker(environment: Environment) -> Callable[[Body], Markup]:
    macro = environment.get_template("body.html").module.body  # type: ignore[attr-defined]
    kept: dict[tuple[object, ...], Markup] = {}

    def body_of(body: Body) -> Markup:
        answers = ((answer.stands_in.id, answer.index, rank) for answer, rank in body.answers)
        key = (body.partner.id, body.interprets, *answers)
        if key not in kept:
            kept[key] = macro(body.partner, body.answers, body.interprets)
        return kept[key]

    return body_of


def _offering_maker(environment: Environment) -> Callable[[Match, int], Markup]:
    offering = environment.get_template("offering.html").module.offering  # type: ignore[attr-defined]
    kept: dict[tuple[object, ...], Markup] = {}

    def offering_of(match: Match, level: int) -> Markup:
        offer = match.offer
        through = [record for record in match.through if record is not offer]
        key = (offer.id, match.how, level, *(record.id for record in through))
        if key not in kept:
            kept[key] = offering(offer, int(match.how), through, level)
        return kept[key]

    return offering_of


def _questions_maker(environment: Environment, reader: Reader) -> Callable[[], Markup]:
    macro = environment.get_template("questions.html").module.questions  # type: ignore[attr-defined]

    @cache
    def questions() -> Markup:
        vocabulary = reader.directory.vocabulary
        made: Markup = macro(by_group(reader.directory), list(vocabulary.terms("needs").values()), vocabulary.implied)
        return made

    return questions
