"""My plan: the steps to an offer in time, from today until after a no."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vagvisare.languages.languages import SOURCE, Text
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Offer, Record
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages import addresses
from vagvisare.site.pages.pages import Page
from vagvisare.site.views.card import SUBJECTS
from vagvisare.site.views.view import View, kind_trail

PATIENCE = 14
"""Days after which we advise to ask again: our own advice, no law's."""
CALLED = 2
"""Bodies to call: one, and another in case it does not answer."""
LIMITS = {"tre veckor": (21, 0), "två månader": (0, 2)}
"""Times to appeal as texts write them in Swedish, in days and months after the decision."""


@dataclass(frozen=True, slots=True)
class AfterNo:
    """What to do after a no, and the days and months within which; both 0 where no text says it."""

    text: Text
    days: int
    months: int


def plan(page: Page, reader: Reader) -> View:
    """The plan of an offer. Raises KeyError where the directory does not have it."""
    directory = reader.directory
    offer = directory.offers[page.of.partition("/")[2]]
    address, name = addresses.of_record(directory, offer), reader.plain_name(offer)
    return View(
        title=reader.translate("My plan: %(name)s", name=name),
        description=reader.translate("What to do today, this week, and if nobody answers."),
        template="plan.html",
        facts={
            "offer": offer,
            "called": _called(directory, offer, reader),
            "refused": tuple(_refused(directory, offer, reader)),
            "patience": PATIENCE,
        },
        trail=(*kind_trail(offer.kind_name, reader), (name, address)),
        script="plan",
    )


def _called(directory: Directory, offer: Offer, reader: Reader) -> Sequence[Record]:
    """Whom to call about an offer: those with a number, else the first role, whose body has one."""
    bodies = SUBJECTS[Offer.kind_name](directory, offer, reader.today).bodies
    found = [body for body in bodies if any(contact.phone for contact in body.contacts)]
    return (found or [body for body in bodies if body.is_role])[:CALLED]


def _refused(directory: Directory, offer: Offer, reader: Reader) -> Iterable[AfterNo]:
    """What to do after a no: as the offer says, else as the rules of those who give it say."""
    answers = SUBJECTS[Offer.kind_name](directory, offer, reader.today).answers
    rules = (answer.rule.after_no for answer in answers if answer.rule.after_no)
    texts = [offer.after_no] if offer.after_no else list(rules)
    for text in {text[SOURCE]: text for text in texts}.values():
        found = (limit for words, limit in LIMITS.items() if words in text[SOURCE])
        yield AfterNo(text, *next(found, (0, 0)))
