"""On Arabic pages no phone number and no span of years or ages is turned round.

After an Arabic letter each group of digits counts as a number of its own (Unicode Bidirectional
Algorithm, rule W2), so 116 016 is shown as 016 116 unless it is isolated.
"""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.html.markup import isolated, isolated_html

TURNED = re.compile(r"\+\d|\d(?: ?[-–‑] ?|[ \u00a0\u202f])\d")
DATES = re.compile(r"\d{4}[-–]\d{1,2} [\u0600-\u06ff]")
"""Two dates, each with its month in words: in the order of the words they are right."""
ISOLATED = re.compile("\u2066[^\u2066\u2069]*\u2069")
EMPTY = {"meta", "link", "br", "img", "input", "hr", "use", "path", "source", "col", "wbr"}


def _turned(text: str) -> list[str]:
    left = DATES.sub("", ISOLATED.sub("", text))
    return [left[max(0, found.start() - 20) : found.end() + 20] for found in TURNED.finditer(left)]


class _Reader(HTMLParser):
    """Finds figures in text that reads from the right."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inherited = self.open[-1][1] if self.open else ""
        own = "auto" if tag == "bdi" else inherited
        if tag not in EMPTY:
            self.open.append((tag, dict(attrs).get("dir") or own))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content changes nothing."""

    def handle_endtag(self, tag: str) -> None:
        while tag not in EMPTY and self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1] == "rtl" and self.open[-1][0] not in ("script", "style"):
            self.found += _turned(data)


def _found(page: Path) -> list[str]:
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    return reader.found


@pytest.mark.slow
def test_no_figure_on_an_arabic_page_is_turned_round() -> None:
    site = sites.rich_site()
    pages = sorted((site / "ar").rglob("*.html"))
    assert len(pages) > 100
    faults = {page.relative_to(site).as_posix(): _found(page) for page in pages}
    assert {page: found for page, found in faults.items() if found} == {}


def test_no_figure_in_what_arabic_scripts_show_is_turned_round() -> None:
    cards = [*sites.rich_site().glob("assets/search.*/cards/ar/*.json")]
    assert cards
    texts = [
        text
        for file in cards
        for card in json.loads(file.read_text("utf-8"))
        for name in ("name", "line")
        if card
        and f"{name}In" not in card
        and re.search("[\u0600-\u06ff]", text := card.get(name, ""))
    ]
    assert len(texts) > 50
    assert [found for text in texts for found in _turned(text)] == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("اتصل بـ 116 016.", "116 016"),
        ("الهاتف 08-552 414 00 اليوم", "08-552 414 00"),
        ("الهاتف +46 8 552 414 00", "+46 8 552 414 00"),
        ("من 9–16.30 كل يوم", "9–16.30"),
        ("في 2016 – 2017", "2016 – 2017"),
        ("يوم 2026-11-24", "2026-11-24"),
    ],
)
def test_a_figure_of_several_groups_is_isolated(text: str, figure: str) -> None:
    assert isolated(text) == text.replace(figure, f"\u2066{figure}\u2069")
    assert isolated_html(f"<p>{text}</p>") == (
        f"<p>{text}</p>".replace(figure, f'<bdi dir="ltr">{figure}</bdi>')
    )


@pytest.mark.parametrize(
    "text", ["اتصل بـ 112.", "=1+1", "9 من 15", "2001:453", "14 أكتوبر 2022–24 أكتوبر 2025", "1, 2"]
)
def test_what_reads_right_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


def test_no_address_is_changed() -> None:
    html = '<a href="https://x.se/1-2" title="3-4">&#39; 5</a>'
    assert isolated_html(html) == html
