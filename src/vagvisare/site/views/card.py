"""A card to show: what a person needs, who is responsible and why, in their language and in Swedish for the official."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from vagvisare.guidance.guidance import Answer, Here, serves
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Enterprise, Offer, Partner, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import Page, shown_on_card
from vagvisare.site.views.view import View, kind_trail


def card(page: Page, reader: Reader) -> View:
    """The card of a partner or an offer. Raises LookupError for one that the directory does not have."""
    directory = reader.directory
    record = shown_on_card(directory, page)
    if record is None:
        raise LookupError(page.of)
    bodies = _bodies(directory, record, reader.today)
    answers = _answers(directory, record, reader.today)
    facts = {
        "record": record,
        "address": addresses.of_record(directory, record),
        "needs": _needs(directory, record, answers),
        "situations": _situations(directory, record, answers),
        "answers": answers,
        # An offer's own law stands for itself only where no rule names one: it would be said twice.
        "law": record.law if isinstance(record, Offer) and not any(answer.rule.law for answer in answers) else (),
        "responsible": record.responsible if isinstance(record, Offer) else None,
        # What may have changed is said once: by the rules where they say it.
        "alert": None if any(answer.rule.review for answer in answers) else record.alert,
        "bodies": [body for body in bodies if body.contacts],
        "choose": any(body.is_role for body in bodies),
    }
    name = reader.plain_name(record)
    return View(
        title=reader.translate("Card to show: %(name)s", name=name),
        description=reader.translate("What you need and who is responsible, in your language and in Swedish."),
        template="showcard.html",
        facts=facts,
        trail=(*_trail(page, record, reader), (name, addresses.of_record(directory, record))),
        script="card",
    )


def _trail(page: Page, record: Record, reader: Reader) -> tuple[tuple[str, str], ...]:
    if page.of.startswith("municipalities/"):
        return ((reader.translate("Municipalities"), "municipalities/"),)
    return kind_trail(record.kind_name, reader)


def _bodies(directory: Directory, record: Partner | Offer, today: date) -> list[Record]:
    """The records whose contacts lead to what the card is about: an offer's own and its providers', as long as they serve."""
    if isinstance(record, Partner):
        return [record]
    known: dict[str, Partner | Enterprise] = {**directory.enterprises, **directory.partners}
    providers = (known[provider] for provider in record.providers if provider in known)
    return [record, *(provider for provider in providers if serves(provider, today))]


def _answers(directory: Directory, record: Partner | Offer, today: date) -> tuple[Answer, ...]:
    """Why the body answers, the most particular first and what is final last; an offer has its providers' rules for its needs."""
    if isinstance(record, Partner):
        return _of_body(directory, record.represents, today) if record.represents else _own(record, today)
    providers = (directory.partners[provider] for provider in record.providers if provider in directory.partners)
    found = (answer for provider in providers for answer in _own(provider, today))
    return tuple(answer for answer in found if not set(answer.rule.needs).isdisjoint(record.needs))


def _own(partner: Partner, today: date) -> tuple[Answer, ...]:
    if not serves(partner, today):
        return ()
    answers = [Answer(partner, rule, partner, index) for index, rule in enumerate(partner.responsible)]
    return tuple(sorted(answers, key=lambda a: (a.rule.final, -bool(a.rule.situations) - bool(a.rule.needs))))


@lru_cache(maxsize=512)
def _of_body(directory: Directory, area: str, today: date) -> tuple[Answer, ...]:
    """What the own body of a municipality or county answers for, by its role's rules too: the same in every language."""
    body = directory.representatives[area]
    here = next((code for code in directory.vocabulary.municipalities if code.startswith(area)), None)
    answers = Here(directory, here, today).answers if here else ()
    return tuple(answer for answer in answers if answer.partner.id == body.id)


def _needs(directory: Directory, record: Partner | Offer, answers: Iterable[Answer]) -> tuple[str, ...]:
    """The needs that the card is about, in the order of the vocabulary: all of them where a rule is for every need."""
    terms = directory.vocabulary.terms("needs")
    if isinstance(record, Offer):
        wanted = set(record.needs)
    else:
        rules = [answer.rule for answer in answers]
        offered = {need for offer in directory.offers_by_provider.get(record.id, ()) for need in offer.needs}
        wanted = {need for rule in rules for need in rule.needs or terms} or offered
    return tuple(need for need in terms if need in wanted)


def _situations(directory: Directory, record: Partner | Offer, answers: Iterable[Answer]) -> tuple[str, ...]:
    """The situations that the offer or a rule is for, in the order of the vocabulary."""
    if isinstance(record, Offer):
        wanted = set(record.for_.codes) if record.for_ else set()
    else:
        wanted = {code for answer in answers for code in answer.rule.situations}
    return tuple(code for code in directory.vocabulary.situations if code in wanted)
