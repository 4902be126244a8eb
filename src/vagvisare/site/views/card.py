"""A card to show: what a person needs, who is responsible and why, in their language and in Swedish for the official."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from vagvisare.guidance.guidance import Answer, Here, serves
from vagvisare.languages.languages import Text
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Offer, Partner, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses, kinds
from vagvisare.site.pages.pages import Page, shown_on_card
from vagvisare.site.views.view import View, kind_trail


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about: the bodies whose contacts lead to it, why they answer, the needs and situations it is for."""

    bodies: Sequence[Record]
    answers: Sequence[Answer]
    needs: AbstractSet[str]
    situations: AbstractSet[str]
    law: Sequence[str] = ()
    responsible: Text | None = None


def card(page: Page, reader: Reader) -> View:
    """The card of a partner or an offer. Raises LookupError for one that the directory does not have."""
    directory = reader.directory
    record = shown_on_card(directory, page)
    if record is None:
        raise LookupError(page.of)
    subject = SUBJECTS[record.kind_name](directory, record, reader.today)
    address, name = addresses.of_record(directory, record), reader.plain_name(record)
    return View(
        title=reader.translate("Card to show: %(name)s", name=name),
        description=reader.translate("What you need and who is responsible, in your language and in Swedish."),
        template="showcard.html",
        facts={"record": record, "address": address, **_facts(directory, record, subject)},
        trail=(*_trail(page, record, reader), (name, address)),
        script="card",
    )


def _facts(directory: Directory, record: Record, subject: Subject) -> dict[str, Any]:
    vocabulary, rules = directory.vocabulary, [answer.rule for answer in subject.answers]
    return {
        "needs": tuple(need for need in vocabulary.terms("needs") if need in subject.needs),
        "situations": tuple(code for code in vocabulary.situations if code in subject.situations),
        "answers": subject.answers,
        # An offer's own law stands for itself only where no rule names one: it would be said twice.
        "law": () if any(rule.law for rule in rules) else subject.law,
        "responsible": subject.responsible,
        # What may have changed is said once: by the rules where they say it.
        "alert": None if any(rule.review for rule in rules) else record.alert,
        "bodies": [body for body in subject.bodies if body.contacts],
        "choose": any(body.is_role for body in subject.bodies),
    }


def _trail(page: Page, record: Record, reader: Reader) -> tuple[tuple[str, str], ...]:
    if page.of.startswith("municipalities/"):
        return ((reader.translate("Municipalities"), "municipalities/"),)
    return kind_trail(record.kind_name, reader)


def _of_partner(directory: Directory, partner: Partner, today: date) -> Subject:
    """What it answers for, and where a rule is for every need all of them; without rules the needs that it has offers for."""
    area = partner.represents
    answers = _of_body(directory, area, today) if area else _own(partner, today)
    rules = [answer.rule for answer in answers]
    offered = {need for offer in directory.offers_by_provider.get(partner.id, ()) for need in offer.needs}
    return Subject(
        bodies=[partner],
        answers=answers,
        needs={need for rule in rules for need in rule.needs or directory.vocabulary.terms("needs")} or offered,
        situations={code for rule in rules for code in rule.situations},
    )


def _of_offer(directory: Directory, offer: Offer, today: date) -> Subject:
    """Its own contacts and those of its providers, as long as they serve, and their rules for its needs."""
    providers = [body for body in kinds.of(offer).providers(directory, offer) if serves(body, today)]
    partners = (directory.partners[one] for one in offer.providers if one in directory.partners)
    found = (answer for partner in partners for answer in _own(partner, today))
    return Subject(
        bodies=[offer, *providers],
        answers=tuple(answer for answer in found if not set(answer.rule.needs).isdisjoint(offer.needs)),
        needs=set(offer.needs),
        situations=set(offer.for_.codes) if offer.for_ else set(),
        law=offer.law,
        responsible=offer.responsible,
    )


SUBJECTS: Mapping[str, Callable[[Directory, Any, date], Subject]] = {
    Partner.kind_name: _of_partner,
    Offer.kind_name: _of_offer,
}
"""What the cards of a kind are about."""


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
