"""Which view makes which kind of page."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from vagvisare.site.facts.reader import Reader
from vagvisare.site.html.pagecontext import Need
from vagvisare.site.pages.pages import Page, PageKind
from vagvisare.site.views.card import card
from vagvisare.site.views.coverage import coverage
from vagvisare.site.views.glossary import glossary
from vagvisare.site.views.guide import guide
from vagvisare.site.views.keep import keep
from vagvisare.site.views.languages import language, languages
from vagvisare.site.views.lists import index, industry, letter
from vagvisare.site.views.municipality import municipality
from vagvisare.site.views.places import county, municipalities
from vagvisare.site.views.plan import plan
from vagvisare.site.views.questions import questions
from vagvisare.site.views.records import record
from vagvisare.site.views.search import search
from vagvisare.site.views.situations import situation, situations
from vagvisare.site.views.training import training
from vagvisare.site.views.translations import translations
from vagvisare.site.views.urgent import urgent
from vagvisare.site.views.view import View
from vagvisare.site.views.watched import is_watched

VIEWS: Mapping[PageKind, Callable[[Page, Reader], View]] = {
    "record": record,
    "index": index,
    "letter": letter,
    "municipality": municipality,
    "municipalities": municipalities,
    "county": county,
    "guide": guide,
    "situations": situations,
    "situation": situation,
    "languages": languages,
    "language": language,
    "coverage": coverage,
    "industry": industry,
    "search": search,
    "card": card,
    "translations": translations,
    "glossary": glossary,
    "urgent": urgent,
    "keep": keep,
    "questions": questions,
    "training": training,
    "plan": plan,
}


SENT: frozenset[PageKind] = frozenset(
    {"record", "municipality", "situation", "card", "urgent", "training", "guide"}
)
"""The kinds of page that people hand on to each other."""
MORE: Mapping[Need, Callable[[Page, Reader], bool]] = {
    "leave": lambda page, reader: is_watched(reader.directory, page, reader.today),
    "send": lambda page, _: page.kind in SENT,
}
"""What pages need beside their content, and which pages need it."""


def view(page: Page, reader: Reader) -> View:
    """What a page shows a reader. Raises KeyError for a page that the directory does not have."""
    made = VIEWS[page.kind](page, reader)
    more = (need for need, is_needed in MORE.items() if is_needed(page, reader))
    return replace(made, needs=(*made.needs, *more))
