"""What begins and ends by itself after a day."""

from datetime import date

from world import TODAY, decisions, directory, offer, partner, real, rule

from vagvisare.guidance.upcoming import upcoming

EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def test_rules_and_offers_begin_on_their_first_day_and_have_ended_after_their_last() -> None:
    whole = directory(
        partner("af"),
        decisions(
            "svenska",
            rule("af", valid={"from": "2027-01-01"}),
            rule("af", valid={"from": "2025-07-01", "to": "2026-12-31"}),
            rule("af"),
        ),
        offer("kurs", valid={"to": "2027-06-30"}),
    )
    assert [str(event) for event in upcoming(whole, EVE)] == [
        "2027-01-01 responsibility/svenska rules a: begins",
        "2027-01-01 responsibility/svenska rules b: has ended",
        "2027-07-01 offers/kurs: has ended",
    ]
    assert [event.where for event in upcoming(whole, NEW_YEAR)] == ["offers/kurs"]


def test_laws_tell_what_they_change() -> None:
    found = [event for event in upcoming(real(), TODAY) if event.day == NEW_YEAR]
    where = {event.where: event.what for event in found}
    assert where["laws/bidragstak"] == where["laws/kvalificering"] == "comes into force"
    assert {"laws/sol", "laws/sfb"} <= set(where)
    assert where["laws/sol"].startswith("Beslutat enligt uppgift i andra hand")
    assert not any(event.day == NEW_YEAR for event in upcoming(real(), NEW_YEAR))
