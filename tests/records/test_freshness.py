"""A confirmation decays: good, ageing, unconfirmed, hidden."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_partner, an_enterprise
from vagvisare.records.freshness import freshness, months_after, silent_since
from vagvisare.records.kinds import Enterprise
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


def _heard_of(*dates: str | None, **fields: Any) -> Enterprise:
    sources = [
        {"url": "https://www.exempel.se/", **({"date": date} if date else {})} for date in dates
    ]
    return an_enterprise(sources=sources, **fields)


@pytest.mark.parametrize(
    ("dates", "since"),
    [
        (("2017",), 2017),
        (("2018",), None),
        (("2008", "2016-11~/2017", None), 2017),
        (("2008", "2023-04-11"), None),
        (("2008/..",), None),
        ((None,), None),
    ],
)
def test_an_enterprise_is_silent_nine_years_after_its_newest_source(
    dates: tuple[str | None, ...], since: int | None
) -> None:
    assert silent_since(_heard_of(*dates), date(2026, 1, 1)) == since


def test_silence_comes_with_the_years_and_ends_with_a_confirmation_or_a_contact_s_source() -> None:
    heard = _heard_of("2018")
    assert [silent_since(heard, date(year, 12, 31)) for year in (2026, 2027)] == [None, 2018]
    confirmed = _heard_of("2008", confirmed={"date": "2026-01-31", "by": "organisationen"})
    contact = {
        "website": "https://exempel.se/",
        "source": {"url": "https://exempel.se/", "date": "2024"},
    }
    assert silent_since(confirmed, date(2026, 12, 31)) is None
    assert silent_since(_heard_of("2008", contacts=[contact]), date(2026, 12, 31)) is None


def test_only_enterprises_grow_silent() -> None:
    old = [{"url": "https://www.exempel.se/", "date": "2008"}]
    assert silent_since(a_partner(sources=old), date(2026, 12, 31)) is None
