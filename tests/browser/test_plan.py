"""My plan: steps without script, ticks kept only when asked, paper, and a calendar file."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
import vobject
from playwright.sync_api import expect

from tests.browser.visits import NARROWEST, Visit
from tests.site import sites

APPEAL = "ar/offers/ekonomiskt-bistand/plan/"


@pytest.fixture(scope="session")
def few() -> Iterator[str]:
    """The address of the site of a few municipalities."""
    with sites.served(sites.few_site()) as address:
        yield address


@pytest.mark.parametrize("code", sites.LANGUAGES)
def test_an_offer_leads_to_steps_in_time_without_script(
    code: str, visit: Callable[..., Visit]
) -> None:
    opened = visit(f"{code}/offers/sfi/", of="few", width=NARROWEST, java_script_enabled=False)
    opened.page.locator("a[href$='/offers/sfi/plan/']").click()
    headings = opened.page.locator("#plan h2")
    ids = [one.get_attribute("id") for one in headings.all()]
    assert ids[:3] == ["today", "week", "silence"]
    assert opened.page.locator(".steps input").count() > 3
    assert opened.overflow() <= 0


def test_ticks_are_kept_only_when_asked_and_go_again(visit: Callable[..., Visit]) -> None:
    opened = visit("sv/offers/sfi/plan/", of="few", width=NARROWEST)
    page = opened.page
    box = page.locator(".steps input").first
    box.check()
    page.reload()
    expect(box).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0
    box.check()
    page.locator(".plan__keep input").check()
    page.reload()
    expect(box).to_be_checked()
    kept = page.evaluate("Object.entries(localStorage)")
    assert [json.loads(value) for _, value in kept] == [["call-1"]]
    page.locator(".plan__keep input").uncheck()
    assert page.evaluate("localStorage.length") == 0
    assert opened.axe() == []


def test_the_calendar_has_the_day_to_ask_again_and_the_last_to_appeal(
    visit: Callable[..., Visit],
) -> None:
    opened = visit("", of="few")
    opened.page.clock.set_fixed_time(datetime(2026, 11, 28, 12, 0))  # noqa: DTZ001 (the reader's own)
    opened.go(APPEAL)
    opened.page.locator(".plan__no input").fill("2026-12-10")
    with opened.page.expect_download() as waiting:
        opened.page.locator("[data-plan=calendar]").click()
    text = Path(waiting.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    events = vobject.readOne(text.decode()).vevent_list
    assert [event.dtstart.value for event in events] == [date(2026, 12, 12), date(2026, 12, 31)]
    assert all(len(event.summary.value) > 20 for event in events)


def test_a_plan_is_one_page_of_paper(visit: Callable[..., Visit]) -> None:
    page = visit(APPEAL, of="few").page
    assert len(pypdfium2.PdfDocument(page.pdf(format="A4"))) == 1
