"""vagvisare.records.directory: records by kind and id, and what is derived from them once."""

import gc
import weakref
from dataclasses import replace

from builders import a_directory, a_partner, an_enterprise, an_offer

from vagvisare.records.directory import Directory, kept
from vagvisare.records.kinds import KINDS


def test_records_are_held_by_kind_and_come_in_the_kinds_order() -> None:
    offer, partner, enterprise = an_offer(), a_partner(), an_enterprise()
    directory = a_directory(offer, partner, enterprise)
    assert [*directory] == [enterprise, partner, offer]
    assert len(directory) == 3
    assert directory.offers == {offer.id: offer}
    assert [*directory.files][: len(KINDS)] == [*KINDS]


def test_a_record_is_added_changed_and_taken_away_in_another_directory() -> None:
    first, second = an_enterprise(id="a", name="A"), an_enterprise(id="a", name="B")
    directory = a_directory(first)
    assert directory.with_entry("enterprises", "a", second).enterprises == {"a": second}
    assert directory.with_entry("enterprises", "a", None).enterprises == {}
    assert (
        directory.with_entry("enterprises", "b", None).enterprises
        == directory.enterprises
        == {"a": first}
    )


def test_a_body_is_a_partner_or_an_enterprise() -> None:
    enterprise, partner = an_enterprise(id="a"), a_partner(id="b")
    directory = a_directory(enterprise, partner, an_offer(id="c"))
    assert directory.bodies(["b", "c", "a", "gone"]) == (partner, enterprise)


def test_what_is_worked_out_is_kept_as_long_as_its_directory() -> None:
    asked = []

    @kept
    def number(directory: Directory, more: int, *, times: int = 1) -> int:
        asked.append((more, times))
        return (len(directory) + more) * times

    directory = a_directory(an_enterprise())
    assert [
        number(directory, 1),
        number(directory, 1),
        number(directory, 2),
        number(directory, 1, times=3),
    ] == [2, 2, 3, 6]
    assert asked == [(1, 1), (2, 1), (1, 3)]
    assert number(replace(directory), 1) == 2
    assert asked[3:] == [(1, 1)]
    gone = weakref.ref(directory)
    del directory
    gc.collect()
    assert gone() is None
