"""Pages that a reader may have to leave fast: somebody around them may be the danger."""

from datetime import date

from vagvisare.records.directory import Directory
from vagvisare.site.pages import kinds
from vagvisare.site.pages.pages import Page, shown_on_card
from vagvisare.site.views.card import of_body

LEADS_AWAY = "https://www.smhi.se/"
"""Where the button leads: a page about the weather, which nobody asks questions about."""


def is_watched(directory: Directory, page: Page, today: date) -> bool:
    """Whether a page is about violence, honour or trafficking, or about those who help then.

    A municipality's page is about everything: there, its watched needs have the button.
    """
    match page.kind:
        case "urgent":
            return True
        case "situation":
            return directory.vocabulary.situations[page.of].term.is_watched
        case "record" | "card":
            return _is_about_watched(directory, page, today)
        case _:
            return False


def _is_about_watched(directory: Directory, page: Page, today: date) -> bool:
    kind, _, name = page.of.partition("/")
    record = (
        shown_on_card(directory, page) if page.kind == "card" else directory.of_kind(kind).get(name)
    )
    if record is None:
        return False
    needs = set(kinds.of(record).needs(record))
    if kinds.of(record).answers and not record.municipality:
        needs |= {answer.need for answer in of_body(directory, record, today) if answer.need}
    return any(directory.vocabulary.term("needs", need).is_watched for need in needs)
