"""A new language, from nothing to a site: Ukrainian (three plural forms), Dari (right to left)."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from tests.browser.visits import NARROW, Visit
from tests.site import sites
from vagvisare.cli import main

LANGUAGES = {"uk": ("Українська", "ltr"), "fa-AF": ("دری", "rtl")}
PAGES = (
    "",
    "about/",
    "municipalities/haninge/",
    "offers/sfi/",
    "enterprises/",
    "translations/",
    "search/",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with two more languages, untranslated except for one page and one record."""
    root = sites.a_root(
        tmp_path_factory.mktemp("languages"),
        sites.shipped("offers/sfi", "partners/kommunen"),
        places=("0136", "0180"),
    )
    for code in LANGUAGES:
        result = CliRunner().invoke(main, ["language", "add", code, "--root", str(root)])
        assert result.exit_code == 0, result.output
    record = sites.record_path(root, "offers/sfi")
    record.write_text(
        record.read_text("utf-8").replace("summary:\n", "summary:\n  uk: Уроки шведської.\n", 1),
        "utf-8",
    )
    (root / "docs/uk/privacy.md").write_text(
        "---\ntitle: Приватність\ndescription: Без файлів cookie.\n---\n\n"
        "# Приватність {#privacy}\n",
        "utf-8",
    )
    return sites.build_site(root, root / "site")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with sites.served(site) as address:
        yield address


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_page_is_clean(browser: Browser, address: str, code: str) -> None:
    visit = Visit(browser, address, width=NARROW)
    for page in PAGES:
        visit.go(f"{code}/{page}")
        assert visit.axe() == [], page
        assert visit.overflow() <= 0, page
        html = visit.page.locator("html")
        assert (html.get_attribute("lang"), html.get_attribute("dir")) == (code, LANGUAGES[code][1])
    assert visit.faults == []
    visit.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_switcher_and_the_way_in_name_it_in_its_own_script(
    browser: Browser, address: str, code: str
) -> None:
    visit = Visit(browser, address)
    for page, place in (("sv/offers/sfi/", "#languages"), ("", "nav")):
        visit.go(page)
        if place == "#languages":
            visit.page.locator("[popovertarget=languages]").click()
        link = visit.page.locator(f'{place} a[hreflang="{code}"]')
        assert link.inner_text().split("\n")[0] == LANGUAGES[code][0]
        assert link.get_attribute("lang") == code
        assert link.get_attribute("dir") == LANGUAGES[code][1]
        link.click()
        assert visit.page.locator("html").get_attribute("lang") == code
    visit.close()


def test_what_is_not_translated_says_so_and_what_is_does_not(
    browser: Browser, address: str
) -> None:
    visit = Visit(browser, address)
    visit.go("uk/about/")
    article = visit.page.locator("article")
    assert (article.get_attribute("lang"), article.get_attribute("dir")) == ("en", "ltr")
    assert visit.page.locator(".untranslated").is_visible()
    visit.go("uk/privacy/")
    assert visit.page.locator("article").get_attribute("lang") is None
    assert visit.page.locator(".untranslated").count() == 0
    visit.go("uk/offers/sfi/")
    assert visit.page.locator(".lead").inner_text() == "Уроки шведської."
    assert visit.page.locator(".description [lang=en]").count() == 1
    visit.go("fa-AF/offers/sfi/")
    assert (
        visit.page.locator(".standing h2 [lang=en][dir=ltr]").inner_text() == "How do we know this?"
    )
    visit.close()


def test_search_engines_are_told_only_of_what_is_translated(site: Path) -> None:
    sitemap = (site / "sitemap-uk-1.xml").read_text("utf-8")
    assert "/uk/privacy/<" in sitemap
    assert "/uk/about/<" not in sitemap
    about = (site / "uk/about/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://vagvisare.example/en/about/">' in about
    assert 'hreflang="uk" href="https:' not in about
    assert 'hreflang="uk" href="https:' in (site / "en/privacy/index.html").read_text("utf-8")


def test_ukrainian_dates_and_plurals(site: Path) -> None:
    page = (site / "uk/offers/sfi/index.html").read_text("utf-8")
    assert re.search(r"20\d\d", page)
    catalogue = site.parent / "locale/uk/LC_MESSAGES/vagvisare.po"
    assert "nplurals=3" in catalogue.read_text("utf-8")
