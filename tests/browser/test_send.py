"""Handing a page on: what goes along, by which ways, and what is said of it before."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests.browser.visits import NARROWEST, Visit
from tests.site import sites

CHOSEN = "#situation=flykting&need=svenska"
SHEET = "window.sent = []; navigator.share = async (what) => void sent.push(what.url)"


@pytest.fixture(scope="session")
def few() -> Iterator[str]:
    """The address of the site of a few municipalities."""
    with sites.served(sites.few_site()) as address:
        yield address


def test_what_was_chosen_goes_along_only_when_wanted(visit: Callable[..., Visit]) -> None:
    opened = visit("", of="few", width=NARROWEST)
    page = opened.page
    page.add_init_script(SHEET)
    opened.go(f"en/municipalities/haninge/{CHOSEN}")
    section = page.locator("#send")
    expect(section.locator(".send__tells")).to_contain_text("nothing about you")
    section.locator("[data-send=share]").click()
    section.locator("input").check()
    expect(section.locator(".send__tells")).to_contain_text("The address tells what you chose:")
    section.locator("[data-send=share]").click()
    plain, told = page.evaluate("sent")
    assert plain == f"{opened.base}en/municipalities/haninge/"
    assert told == plain + CHOSEN
    for way in ("sms", "whatsapp"):
        link = unquote(section.locator(f"[data-send={way}]").get_attribute("href") or "")
        assert link.endswith(told)
    assert opened.overflow() <= 0


def test_without_script_links_lead_to_messages(visit: Callable[..., Visit]) -> None:
    page = visit("so/urgent/", of="few", java_script_enabled=False).page
    expect(page.locator("#send [data-send=sms]")).to_be_visible()
    link = page.locator("#send [data-send=whatsapp]").get_attribute("href") or ""
    assert unquote(link).endswith(f"{sites.URL}so/urgent/")
    expect(page.locator("#send button:visible")).to_have_count(0)


@pytest.mark.parametrize("code", ["sv", "ar"])
def test_a_card_becomes_a_picture_of_its_words(code: str, visit: Callable[..., Visit]) -> None:
    opened = visit(f"{code}/offers/sfi/card/", of="few", width=NARROWEST)
    with opened.page.expect_download() as waiting:
        opened.page.locator("[data-send=picture]").click()
    picture = waiting.value.path().read_bytes()
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert width == 800
    assert height > 800
    assert opened.axe() == []
