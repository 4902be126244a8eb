"""vagvisare.site.views.training: the nearest places, and whom to ask for them."""

from functools import cache

import pytest

from tests.site import sites
from vagvisare.guidance.serving import serves
from vagvisare.records.directory import Directory
from vagvisare.site.building.site import Site
from vagvisare.site.views.training import nearest

OSTERSUND = "2380"


@cache
def _directory() -> Directory:
    return Site.load(sites.ROOT, today=sites.TODAY).directory


@pytest.mark.parametrize("code", ["0136", "1280", OSTERSUND, "2584"])
def test_every_open_place_comes_once_by_its_distance(code: str) -> None:
    directory = _directory()
    towns = directory.vocabulary.municipalities
    places = nearest(directory, code, sites.TODAY)
    expected = {
        enterprise.id: min(
            round(towns[code].kilometres_to(towns[town]))
            for town in directory.municipalities_of(enterprise)
        )
        for enterprise in directory.enterprises.values()
        if serves(enterprise, sites.TODAY) and directory.municipalities_of(enterprise)
    }
    assert {place.enterprise.id: place.kilometres for place in places} == expected
    assert len(places) == len(expected)
    assert [place.kilometres for place in places] == sorted(expected.values())


def test_places_in_the_municipality_are_no_way_away() -> None:
    places = nearest(_directory(), "0180", sites.TODAY)
    inside = [place for place in places if place.municipality.code == "0180"]
    assert inside
    assert {place.kilometres for place in inside} == {0}
