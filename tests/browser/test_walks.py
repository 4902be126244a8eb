"""The three walks of a slow phone lead to a number to call, and do not take long."""

import pytest
from playwright.sync_api import Browser

from benchmarks.walks import SECONDS, TAPS, WALKS, WORDS, Compressing, Walk, walk
from tests.site import sites


@pytest.mark.parametrize("one", WALKS, ids=lambda one: one.language)
def test_a_walk_leads_to_a_number_in_few_taps_and_words(one: Walk, browser: Browser) -> None:
    with sites.served(sites.shipped_site(), Compressing) as address:
        walked = walk(browser, address, one)
    assert walked.number
    assert walked.taps <= TAPS
    assert walked.words <= WORDS
    assert walked.seconds <= 3 * SECONDS, "the machine is shared: the figures say more"
