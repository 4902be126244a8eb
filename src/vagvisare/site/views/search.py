"""The search page."""

from vagvisare.site.pages import Page
from vagvisare.site.reader import Reader
from vagvisare.site.views.view import KIND_NAMES, View


def search(page: Page, reader: Reader) -> View:  # noqa: ARG001 (there is one page of this kind)
    """A box that answers as one types."""
    return View(
        title=reader.translate("Search"),
        description=reader.translate("Search for a name, a place or a trade."),
        template="search.html",
        facts={"kinds": KIND_NAMES},
        trail=(),
        script="search",
    )
