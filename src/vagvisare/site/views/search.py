"""The search page."""

from collections.abc import Mapping

from vagvisare.records.termlists import FACETS, facets_with_words
from vagvisare.site.facts.reader import Reader
from vagvisare.site.pages.kinds import KIND_LABELS, RESULTS
from vagvisare.site.pages.pages import Page
from vagvisare.site.search.beside import NAMES
from vagvisare.site.search.columns import findable
from vagvisare.site.search.wordindex import letters
from vagvisare.site.views.urgent import dangers
from vagvisare.site.views.view import View

EXAMPLES = (
    ("industries", "lokalvård"),
    ("needs", "svenska"),
    ("needs", "tolk"),
    ("industries", "café"),
    ("needs", "skulder"),
)
"""Terms to begin with: what newcomers ask for."""


def search(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """A search box that answers while one types."""
    vocabulary = reader.directory.vocabulary
    known = (vocabulary.lists.get(name, {}).get(code) for name, code in EXAMPLES)
    facts = {
        "kinds": KIND_LABELS,
        "letters": letters(len(findable(reader.directory))),
        "facets": _facet_names(reader),
        "kind_names": {**{code: result.name for code, result in RESULTS.items()}, **NAMES},
        "dangers": dangers(reader),
        "examples": [reader.line(term.label) for term in known if term],
        "texts": list(vocabulary.languages.values()),
    }
    return View(
        title=reader.translate("Search"),
        description=reader.translate("Search for a name, a place or an industry."),
        template="search.html",
        facts=facts,
        trail=(),
        script="search",
        needs=("easy",) if reader.easy else (),
    )


def _facet_names(reader: Reader) -> Mapping[str, str]:
    """The names of the facets that can be searched for, as in the lists of records."""
    asked = (*facets_with_words(early=True), *facets_with_words(early=False), FACETS["kinds"])
    return {
        "places": reader.translate("Place"),
        **{facet.name: reader.facet_name(facet) for facet in asked},
    }
