"""Reckoning with bits gives the same as `Here`, for any person."""

import random

import pytest
import world

from vagvisare.guidance.guidance import Here
from vagvisare.guidance.person import Person, can_be
from vagvisare.guidance.reckoning import Reckoning
from vagvisare.guidance.sieve import Sieve
from vagvisare.records.kinds import Offer


@pytest.mark.parametrize("code", ["0136", "2380", "1280", "0980"])
def test_it_agrees_with_guidance(code: str) -> None:
    here = Here(world.real(), code, world.TODAY)
    reckoning = Reckoning(here, Sieve(world.real(), world.TODAY))
    vocabulary = world.real().vocabulary
    chosen = random.Random(code)
    tried = 0
    while tried < 250:
        situations = tuple(chosen.sample(list(vocabulary.situations), chosen.choice((1, 1, 2))))
        need = chosen.choice(list(vocabulary.terms("needs")))
        if not can_be(vocabulary, *situations):
            continue
        tried += 1
        found, person = reckoning.of(situations, need), Person(situations, need)
        ages = [
            vocabulary.situations[one].term.ages
            for one in vocabulary.implied(situations)
            if one in vocabulary.situations
        ]
        if any(ages):
            continue  # guidance gets no age; reckoning knows those of the situation
        assert found.answers == here.responsible(person), person
        assert _ids(found.offers) == _ids(here.fitting(person)), person


def _ids(offers: tuple[Offer, ...]) -> set[str]:
    return {offer.id for offer in offers}
