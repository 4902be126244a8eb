"""Whether an offer or an enterprise is for a person, as far as is known."""

from collections.abc import Set as AbstractSet
from datetime import date

from vagvisare.guidance.person import Person
from vagvisare.records.kinds import Enterprise, Offer
from vagvisare.records.parts import Group
from vagvisare.records.vocabulary import Vocabulary


def fits(
    offer: Offer, person: Person, codes: AbstractSet[str], vocabulary: Vocabulary, today: date
) -> bool:
    """Whether an offer is for a person and meets the need, on a day.

    ``codes`` are all that `known_of` gives; they count once the person has named a situation.
    Whoever is in a situation of ``not_for`` is not offered it. An offer that names no situations is
    otherwise for everyone, one that does is for people in any of them; where it lists rights to be
    in Sweden and the person's are known, one of them must be listed.
    """
    if "person" not in offer.audience or not offer.valid.holds(today):
        return False
    if person.need is not None and person.need not in offer.needs:
        return False
    if person.age is not None and _excludes_age(offer, person.age):
        return False
    return _fits_codes(offer, codes, vocabulary) if person.situations else True


def _fits_codes(offer: Offer, codes: AbstractSet[str], vocabulary: Vocabulary) -> bool:
    if offer.not_for and not codes.isdisjoint(offer.not_for.situations):
        return False
    wanted = offer.for_.situations if offer.for_ else ()
    if not wanted:
        return True
    listed, known = vocabulary.residence(wanted), vocabulary.residence(codes)
    elsewhere = listed and known and listed.isdisjoint(known)
    return not codes.isdisjoint(wanted) and not elsewhere


def takes(enterprise: Enterprise, person: Person, codes: AbstractSet[str]) -> bool:
    """Whether an enterprise takes a person in these situations.

    One that names no groups takes everyone; a person who has named no situation is taken by all.
    """
    if not person.situations or not enterprise.for_:
        return True
    return not codes.isdisjoint(enterprise.for_)


def _excludes_age(offer: Offer, age: int) -> bool:
    """Whether an age is outside that of ``for`` or inside that of ``not_for``."""
    inside = not offer.for_ or _holds(offer.for_, age)
    barred = offer.not_for is not None and _has_age(offer.not_for) and _holds(offer.not_for, age)
    return barred or not inside


def _has_age(group: Group) -> bool:
    return group.minimum_age is not None or group.maximum_age is not None


def _holds(group: Group, age: int) -> bool:
    over = group.minimum_age is None or age >= group.minimum_age
    return over and (group.maximum_age is None or age <= group.maximum_age)
