"""vagvisare.site.search.columns: the codes that records are filtered by."""

import pytest

from tests.builders import a_directory, a_partner, an_enterprise, an_offer
from tests.world import TODAY, real
from vagvisare.records.kinds import KINDS
from vagvisare.records.termlists import FACETS, TERM_LISTS, Facet
from vagvisare.site.html import themes
from vagvisare.site.search.columns import facet_values, fields, is_single

DATED = {"title": "Test", "date": "2026"}
PLACE = {"kind": "arbetsträning"}
SCRIPTS = "\n".join(path.read_text("utf-8") for path in (themes.SHIPPED / "assets/js").glob("*.js"))


@pytest.mark.parametrize("name", facet_values(real(), TODAY))
def test_every_column_is_read(name: str) -> None:
    """By a list, by the search box, or by a script that names it."""
    facet = FACETS[name]
    assert facet.lists or facet.words != "none" or f'"{name}"' in SCRIPTS


def test_there_is_a_column_of_each_facet_but_that_of_free_places() -> None:
    assert list(facet_values(real(), TODAY)) == [name for name in FACETS if name != "free"]


@pytest.mark.parametrize("facet", FACETS.values(), ids=FACETS)
def test_a_record_has_no_more_values_than_the_models_say(facet: Facet) -> None:
    values = facet_values(real(), TODAY).get(facet.name, ())
    assert not is_single(facet) or all(len(codes) <= 1 for codes in values)


@pytest.mark.parametrize("name", ["kinds", "legal-forms", "swedish-levels", "stages", "freshness"])
def test_a_record_has_one_value_of_a_single_field(name: str) -> None:
    assert is_single(FACETS[name])


@pytest.mark.parametrize(
    "name", ["industries", "place-kinds", "situations", "municipalities", "providers"]
)
def test_a_record_may_have_several_values_of_a_field_that_is_a_tuple(name: str) -> None:
    assert not is_single(FACETS[name])


@pytest.mark.parametrize("facet", FACETS.values(), ids=FACETS)
def test_each_field_of_a_facet_is_in_a_model(facet: Facet) -> None:
    there = {way for kind in KINDS.values() for way in fields(facet, kind)}
    assert set(facet.fields) <= there
    assert there or facet.name not in TERM_LISTS or facet.name == "freshness"


def test_the_codes_of_a_facet_are_those_of_its_fields() -> None:
    group = {"situations": ["långtidsarbetslös"]}
    offer = an_offer(needs=["tolk"], **{"for": group}, not_for={"situations": ["asylsökande"]})
    values = facet_values(
        a_directory(offer, a_partner(), an_enterprise(places=[PLACE, PLACE])), TODAY
    )
    assert values["needs"] == [(), ("tolk",), ()]
    assert values["situations"] == [(), ("långtidsarbetslös",), ()]
    assert values["place-kinds"] == [("arbetsträning",), (), ()]
