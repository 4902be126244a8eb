"""The register of laws: when a law applies, and when its readers learn that it changes."""

from datetime import date, timedelta

import pytest
import world

from vagvisare.records.laws import NEWS, Change, Law

DAY = date(2027, 1, 1)


def _law(**fields: object) -> Law:
    common = {
        "id": "prov",
        "title": {"sv": "Prov"},
        "short": "prov",
        "sources": world.SOURCES,
        "checked": "2026-11-01",
    }
    return Law.model_validate(
        {**common, **fields}, context=world.real().vocabulary, by_alias=True, by_name=False
    )


def test_a_law_holds_from_its_day_until_the_day_on_which_it_does_no_longer() -> None:
    law = _law(**{"from": "2026-01-01", "until": "2027-01-01"})
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), DAY]
    assert [law.holds(day) for day in days] == [False, True, True, False]
    assert _law().holds(DAY)


def test_the_next_change_is_the_first_day_after_today_on_which_something_changes() -> None:
    law = _law(
        **{"from": "2020-01-01", "changes": [{"from": "2027-01-01", "what": {"sv": "Mer."}}]}
    )
    assert law.next_change(date(2026, 12, 31)) == DAY
    assert law.next_change(DAY) is None


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-NEWS.days - 1, False),
        (-NEWS.days, True),
        (0, True),
        (NEWS.days, True),
        (NEWS.days + 1, False),
    ],
)
def test_a_change_is_news_for_half_a_year_before_and_after(days: int, *, told: bool) -> None:
    change = Change.model_validate(
        {"from": "2027-01-01", "what": {"sv": "Mer."}},
        context=world.real().vocabulary,
        by_alias=True,
    )
    assert change.is_news(DAY + timedelta(days)) is told
