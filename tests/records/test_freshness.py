"""A confirmation decays: good, ageing, unconfirmed, hidden."""

from datetime import date

import pytest

from vagvisare.records.freshness import freshness, months_after
from vagvisare.records.parts import Confirmation


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 1, 31), "confirmed"),
        (date(2026, 7, 31), "confirmed"),
        (date(2026, 8, 1), "ageing"),
        (date(2027, 1, 31), "ageing"),
        (date(2027, 2, 1), "unconfirmed"),
        (date(2027, 7, 31), "unconfirmed"),
        (date(2027, 8, 1), "hidden"),
    ],
)
def test_decays_with_the_months_that_it_is_good_for(today: date, state: str) -> None:
    confirmed = Confirmation.model_construct(date=date(2026, 1, 31), by="organisationen", every=6)
    assert freshness(confirmed, today) == state


def test_what_was_never_confirmed_is_unconfirmed_and_never_hidden() -> None:
    assert freshness(None, date(2099, 1, 1)) == "unconfirmed"


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 11, 23), 12, date(2027, 11, 23)),
        (date(2026, 11, 23), 99999999, date.max),
    ],
)
def test_months_after(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later
