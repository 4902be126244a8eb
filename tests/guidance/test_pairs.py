"""Coverage of pairs: how a need ends for two situations at once."""

import world
from world import TODAY, decisions, directory, municipality, partner, role, rule

from vagvisare.guidance.guidance import Here
from vagvisare.guidance.pairs import PLAIN_OUTCOMES, PairHole, Pairs, as_text, plain_outcome
from vagvisare.guidance.person import can_be
from vagvisare.guidance.reckoning import Reckoning
from vagvisare.guidance.sieve import Sieve
from vagvisare.records.directory import Directory
from vagvisare.records.kinds import Entry

HANINGE, NYKVARN, BRACKE = "0136", "0140", "2305"
REFUGEE_STUDENT = ("flykting", "studerande")


def _two_that_refuse(*more: Entry) -> Directory:
    """Each of two bodies answers for everybody but people in one of the two situations."""
    return directory(
        role(),
        partner("af"),
        partner("csn"),
        decisions(None, rule("kommunen", last_resort="yes")),
        decisions(
            "svenska",
            rule("af", **{"except": ["studerande"]}),
            rule("csn", **{"except": ["flykting"]}),
        ),
        *more,
    )


def test_two_situations_that_exclude_each_other_are_no_pair() -> None:
    pairs = Pairs(world.real(), TODAY, (HANINGE,))
    assert ("asylsökande", "flykting") not in pairs.situations
    assert ("flykting", "studerande") in pairs.situations
    assert all(can_be(world.real().vocabulary, *pair) for pair in pairs.situations)


def test_where_two_bodies_refuse_both_situations_there_is_a_hole() -> None:
    whole = _two_that_refuse(municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN))
    holes = [*Pairs(whole, TODAY, (HANINGE, NYKVARN)).holes()]
    expected = PairHole(REFUGEE_STUDENT, "svenska", "not-us", (HANINGE, NYKVARN))
    assert expected in holes
    assert str(expected) == "flykting + studerande, svenska: not-us (2 municipalities)"
    assert [hole for hole in holes if hole.situations == REFUGEE_STUDENT] == [expected]


def test_places_that_differ_in_who_can_be_reached_end_differently() -> None:
    whole = _two_that_refuse(
        municipality("haninge", HANINGE), municipality("nykvarn", NYKVARN, contacts=[])
    )
    holes = [*Pairs(whole, TODAY, (HANINGE, NYKVARN)).holes(frozenset({"nobody"}))]
    assert holes
    assert {hole.municipalities for hole in holes} == {(NYKVARN,)}


def test_the_counts_are_of_every_pair_one_by_one() -> None:
    places = (HANINGE, BRACKE)
    pairs = Pairs(world.real(), TODAY, places)
    sieve = Sieve(world.real(), TODAY)
    found = dict.fromkeys(PLAIN_OUTCOMES, 0)
    for code in places:
        place = Reckoning(Here(world.real(), code, TODAY), sieve)
        for pair in pairs.situations:
            for _, sifted in sieve.of(pair):
                found[plain_outcome(place, place.local(sifted))] += 1
    assert found == {end: pairs.counts[end] for end in PLAIN_OUTCOMES}


def test_the_summary_names_every_hole() -> None:
    whole = _two_that_refuse(municipality("haninge", HANINGE))
    lines = [*as_text(Pairs(whole, TODAY, (HANINGE,)))]
    assert lines[0].startswith("1 municipalities x ")
    assert "flykting + studerande, svenska: not-us (1 municipalities)" in lines
