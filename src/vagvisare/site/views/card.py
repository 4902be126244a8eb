"""A card to show: what a person needs, who is responsible and why.

It is in the person's language and, for the official, in Swedish.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any

from vagvisare.guidance.answering import Answer
from vagvisare.guidance.guidance import Here
from vagvisare.guidance.serving import serves
from vagvisare.languages.languages import Text
from vagvisare.records.directory import COUNTRY, Directory, kept
from vagvisare.records.kinds import Offer, Partner, Record
from vagvisare.records.parts import Citation
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses, kinds
from vagvisare.site.pages.pages import Page, shown_on_card
from vagvisare.site.views.view import View, kind_trail


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about.

    ``bodies`` are the records whose contacts lead to it, ``answers`` say why they are responsible,
    ``needs`` and ``situations`` whom it is for.
    """

    bodies: Sequence[Record]
    answers: Sequence[Answer]
    needs: AbstractSet[str]
    situations: AbstractSet[str]
    law: Sequence[Citation] = ()
    responsible: Text | None = None


def card(page: Page, reader: Reader) -> View:
    """The card of a partner or an offer. Raises LookupError if the directory does not have it."""
    directory = reader.directory
    record = shown_on_card(directory, page)
    if record is None:
        raise LookupError(page.of)
    subject = SUBJECTS[record.kind_name](directory, record, reader.today)
    address, name = addresses.of_record(directory, record), reader.plain_name(record)
    return View(
        title=reader.translate("Card to show: %(name)s", name=name),
        description=reader.translate(
            "What you need and who is responsible, in your language and in Swedish."
        ),
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
        # An offer's own law is shown only where no rule names one: it would be said twice.
        "law": () if any(rule.law for rule in rules) else subject.law,
        "responsible": subject.responsible,
        "alert": record.alert,
        "bodies": [body for body in subject.bodies if body.contacts],
        "choose": any(body.is_role for body in subject.bodies),
    }


def _trail(page: Page, record: Record, reader: Reader) -> tuple[tuple[str, str], ...]:
    if page.of.startswith("municipalities/"):
        return ((reader.translate("Municipalities"), "municipalities/"),)
    return kind_trail(record.kind_name, reader)


def _of_partner(directory: Directory, partner: Partner, today: date) -> Subject:
    """What a partner answers for: for every need, if its rules name none.

    Without rules, what its offers are for.
    """
    answers = of_body(directory, partner, today)
    offered = {
        need for offer in directory.offers_by_provider.get(partner.id, ()) for need in offer.needs
    }
    every = directory.vocabulary.terms("needs").keys() if answers else offered
    return Subject(
        bodies=[partner],
        answers=answers,
        needs={answer.need for answer in answers if answer.need} or every,
        situations={code for answer in answers for code in answer.rule.for_},
    )


def _of_offer(directory: Directory, offer: Offer, today: date) -> Subject:
    """An offer with the providers that still serve, and their rules for its needs."""
    providers = [
        body for body in kinds.of(offer).providers(directory, offer) if serves(body, today)
    ]
    partners = (directory.partners[one] for one in offer.providers if one in directory.partners)
    found = (answer for partner in partners for answer in of_body(directory, partner, today))
    return Subject(
        bodies=[offer, *providers],
        answers=tuple(answer for answer in found if answer.need in offer.needs),
        needs=set(offer.needs),
        situations=set(offer.for_.situations) if offer.for_ else set(),
        law=offer.law,
        responsible=offer.responsible,
    )


SUBJECTS: Mapping[str, Callable[[Directory, Any, date], Subject]] = {
    Partner.kind_name: _of_partner,
    Offer.kind_name: _of_offer,
}
"""What a card of each kind is about."""


def of_body(directory: Directory, body: Record, today: date) -> tuple[Answer, ...]:
    """What a body answers for, each rule once, the last resort last: the same in every language.

    A municipality's or county's own body has the rules of its role; a role has them itself.
    """
    return _of_body(directory, body.id, today) if serves(body, today) else ()


@kept
def _of_body(directory: Directory, name: str, today: date) -> tuple[Answer, ...]:
    partner = directory.partners[name]
    area = partner.represents or COUNTRY
    place = next(
        (code for code in directory.vocabulary.municipalities if code.startswith(area)), COUNTRY
    )
    answers = (
        answer for found in Here(directory, place, today).answers.values() for answer in found
    )
    own = {
        (answer.need, answer.name): answer for answer in answers if answer.partner.id == partner.id
    }
    return tuple(sorted(own.values(), key=lambda answer: answer.rule.last_resort))
