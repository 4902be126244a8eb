"""Which view makes which kind of page."""

from collections.abc import Callable, Mapping

from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.pages import Page, PageKind
from vagvisare.site.views.card import card
from vagvisare.site.views.coverage import coverage
from vagvisare.site.views.glossary import glossary
from vagvisare.site.views.guide import guide
from vagvisare.site.views.languages import language, languages
from vagvisare.site.views.lists import index, industry, letter
from vagvisare.site.views.municipality import municipality
from vagvisare.site.views.places import county, municipalities
from vagvisare.site.views.questions import questions
from vagvisare.site.views.records import record
from vagvisare.site.views.search import search
from vagvisare.site.views.situations import situation, situations
from vagvisare.site.views.translations import translations
from vagvisare.site.views.urgent import urgent
from vagvisare.site.views.view import View

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
    "questions": questions,
}


def view(page: Page, reader: Reader) -> View:
    """What a page shows a reader. Raises KeyError for a page that the directory does not have."""
    return VIEWS[page.kind](page, reader)
