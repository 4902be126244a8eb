"""vagvisare.records.vocabulary: postal codes and distances.

A postal code belongs to one municipality, and distances match those on a map.
"""

import itertools

import world

MUNICIPALITIES = world.real().vocabulary.municipalities


def test_no_postal_code_belongs_to_two_municipalities() -> None:
    spans = sorted(
        (first, last, m.code) for m in MUNICIPALITIES.values() for first, last in m.postal_codes
    )
    assert len(spans) > 700
    assert not [(a, b) for a, b in itertools.pairwise(spans) if a[1] >= b[0]]


def test_every_municipality_has_postal_codes() -> None:
    assert sum(bool(m.postal_codes) for m in MUNICIPALITIES.values()) == 290


def test_distances_are_those_of_a_map() -> None:
    malmo, kiruna, lund = MUNICIPALITIES["1280"], MUNICIPALITIES["2584"], MUNICIPALITIES["1281"]
    assert malmo.kilometres_to(malmo) == 0
    assert 10 < malmo.kilometres_to(lund) < 30
    assert 1300 < malmo.kilometres_to(kiruna) < 1500
    assert malmo.kilometres_to(kiruna) == kiruna.kilometres_to(malmo)
