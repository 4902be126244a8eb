"""vagvisare.records.termlists: the tables agree with the files, the models and each other."""

import re

import pytest

from tests.site import sites
from tests.world import ROOT, real
from vagvisare.records.fields import Coded, ways
from vagvisare.records.kinds import KINDS
from vagvisare.records.termlists import (
    FACETS,
    NAMED,
    TERM_LISTS,
    Facet,
    facets_of,
)
from vagvisare.site.search import lists

ICONS = sites.ROOT / "src/vagvisare/site/theme/assets/icons.svg"


def test_each_list_is_a_file() -> None:
    files = {path.stem for path in (ROOT / "directory/vocabulary").glob("*.yml")}
    assert files == {*TERM_LISTS, "counties", "municipalities"}


@pytest.mark.parametrize("place", range(2))
def test_each_list_has_its_own_words_for_a_code_that_it_lacks(place: int) -> None:
    assert len({one.unknown[place] for one in TERM_LISTS.values()}) == len(TERM_LISTS)


@pytest.mark.parametrize("kind", KINDS)
def test_fields_have_codes_of_lists_that_there_are(kind: str) -> None:
    named = {at.vocabulary for _, at, _ in ways(KINDS[kind], Coded)}
    assert named <= {*TERM_LISTS}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_what_the_site_names_is_called_something_in_each_language(name: str) -> None:
    assert {*sites.LANGUAGES} <= {*real().vocabulary.name(name)}


def test_situations_are_those_of_the_groups() -> None:
    groups = real().vocabulary.terms("situation-groups")
    assert {situation.group for situation in real().vocabulary.situations.values()} == set(groups)
    icons = ICONS.read_text("utf-8")
    assert all(re.search(rf'id="{group.facts["icon"]}"', icons) for group in groups.values())


def test_the_guide_asks_six_questions_at_most() -> None:
    """One for each group of situations, and one for the need."""
    assert len(real().vocabulary.terms("situation-groups")) + 1 <= 6


@pytest.mark.parametrize(
    "facet", [one for one in FACETS.values() if one.lists], ids=lambda one: one.name
)
def test_a_facet_of_a_list_has_a_name(facet: Facet) -> None:
    assert facet.label or facet.name in NAMED
    assert {*facet.shown} <= {*facet.lists} <= {*lists.KINDS}
    assert (facet.codes == "terms") == (facet.name in TERM_LISTS)


@pytest.mark.parametrize("kind", lists.KINDS)
def test_no_two_facets_of_a_list_have_one_name(kind: str) -> None:
    called = {one.label or real().vocabulary.name(one.name)["sv"] for one in facets_of(kind)}
    assert len(called) == len(facets_of(kind))
