"""Help in danger: whom to call at once, in two taps from any page and without any script."""

from dataclasses import dataclass

from vagvisare.records.directory import COUNTRY
from vagvisare.records.vocabulary import Term
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.answers import Body, shelves
from vagvisare.site.views.view import View

MOST = 3
"""Bodies shown for a danger: one number to call, and others in case it does not answer."""


@dataclass(frozen=True, slots=True)
class Danger:
    """An urgent need and the bodies to call, in the order to try them."""

    term: Term
    bodies: tuple[Body, ...]


def urgent(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """Every urgent need, with those of the whole country who answer for it and can be called."""
    return View(
        title=reader.translate("Help now"),
        description=reader.translate(
            "You or somebody else is in danger. Call one of these numbers."
        ),
        template="urgent.html",
        facts={"dangers": dangers(reader), "unknown": lambda body: _unknown(body, reader)},
        trail=(),
    )


def dangers(reader: Reader) -> list[Danger]:
    """Every urgent need with whom to call, in the vocabulary's order."""
    needs = reader.directory.vocabulary.terms("needs")
    filled = [(needs[shelf.need], shelf.bodies) for shelf in shelves(COUNTRY, reader) if shelf.need]
    return [Danger(term, _callable(bodies)) for term, bodies in filled if term.is_urgent]


def _unknown(body: Body, reader: Reader) -> list[str]:
    """What nobody has told us of a call to a body's first number, in words."""
    contact = next((contact for contact in body.contacts[:1] if contact.phone), None)
    if contact is None:
        return []
    known = {
        reader.translate("whether the call is free"): contact.free is not None,
        reader.translate("when they answer"): bool(contact.open or contact.hours),
        reader.translate("whether there is an interpreter"): contact.interpreter is not None,
    }
    return [words for words, is_known in known.items() if not is_known]


def _callable(bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    """Up to `MOST` bodies that have a number, each once; others only where none has one."""
    with_number = [body for body in bodies if any(contact.phone for contact in body.contacts)]
    found = {body.partner.id: body for body in reversed(with_number or bodies)}
    return tuple(body for body in bodies if found.get(body.partner.id) is body)[:MOST]
