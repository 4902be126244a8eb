"""vagvisare.site.search.columns: the codes that records are narrowed by."""

import pytest

from tests.world import TODAY, real
from vagvisare.site.html import themes
from vagvisare.site.search import vocabularywords
from vagvisare.site.search.columns import facet_values
from vagvisare.site.views.facets import FACETS

SCRIPTS = "\n".join(path.read_text("utf-8") for path in (themes.SHIPPED / "assets/js").glob("*.js"))


@pytest.mark.parametrize("name", facet_values(real(), TODAY))
def test_every_column_is_read(name: str) -> None:
    """By a list, by the words of the search box, or by a script that names it."""
    listed = any(name in facets for facets in FACETS.values())
    assert listed or name in {*vocabularywords.LISTS, *vocabularywords.MORE_LISTS} or f'"{name}"' in SCRIPTS
