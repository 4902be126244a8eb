"""vagvisare.site.pages.sitemap: one index, and one or more sitemaps for each language."""

from xml.etree import ElementTree as ET

import pytest

from vagvisare.site.pages import sitemap


def test_a_sitemap_for_each_language() -> None:
    files = sitemap.files("https://x.se/", {"sv": ["a/", "b&c/"], "so": ["a/"]})
    assert set(files) == {"sitemap.xml", "robots.txt", "sitemap-sv-1.xml", "sitemap-so-1.xml"}
    found = [
        element.text
        for element in ET.fromstring(files["sitemap-sv-1.xml"].encode()).iter()
        if element.tag.endswith("loc")
    ]
    assert found == ["https://x.se/sv/a/", "https://x.se/sv/b&c/"]


def test_a_sitemap_holds_no_more_than_the_protocol_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 2)
    files = sitemap.files("https://x.se/", {"sv": ["a/", "b/", "c/"]})
    assert files["sitemap.xml"].count("<loc>") == 2
    assert "<loc>https://x.se/sv/c/</loc>" in files["sitemap-sv-2.xml"]
