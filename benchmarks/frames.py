"""Frame of our pages and the interface's words, so that other generators write the same pages."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.generate import SITE_LANGUAGES
from vagvisare.translating import catalogues

SLOTS = ("title", "description", "canonical", "base", "head", "switcher", "body")
_CUTS: tuple[tuple[str, str, str, str], ...] = (
    ("title", r"(<title>)", r"[^<]*?", r"( – )"),
    ("description", r'(<meta name="description" content=")', r'[^"]*', r'(")'),
    ("canonical", r'(<link rel="canonical" href=")', r'[^"]*', r'(")'),
    ("head", r'(<link rel="stylesheet"[^>]*>\s*)', r'<link rel="alternate".*?', r"(</head>)"),
    ("switcher", r'(<nav class="languages"[^>]*>)', r".*?", r"(</nav>)"),
    ("body", r'(<main id="content"[^>]*>\s*)', r".*", r"(\s*</main>)"),
)
"""For each slot, the patterns before it, in it and after it."""


def parts(page: str) -> dict[str, str]:
    """The content of each slot of one of our pages; empty for other pages, such as prose."""
    found = {
        slot: re.search(f"{before}({within}){after}", page, flags=re.DOTALL)
        for slot, before, within, after in _CUTS
    }
    return {slot: match[2] for slot, match in found.items() if match} if all(found.values()) else {}


def frame(site: Path, language: str) -> str:
    """One of our pages with marks (``@@title@@``) where pages differ.

    Raises ValueError if a slot is not found, because our page has changed.
    """
    page = next((site / language / "counties").glob("*/index.html")).read_text(encoding="utf-8")
    for slot, before, within, after in _CUTS:
        page, found = re.subn(
            f"{before}{within}{after}", rf"\1@@{slot}@@\2", page, count=1, flags=re.DOTALL
        )
        if not found:
            raise ValueError(f"no place for {slot} in our own page: see benchmarks/frames.py")
    return page.replace("../../..", "@@base@@")


def filled(page: str, parts: Mapping[str, str]) -> str:
    """A frame with another generator's template expressions in place of the marks."""
    return re.sub(r"@@([a-z]+)@@", lambda match: parts[match[1]], page)


def words(root: Path, file: Path) -> None:
    """Writes the interface's words as JSON, by language and message.

    Raises ValueError if the other generators' templates use a message that a language lacks.
    """
    found = {code: _words(root, code) for code in SITE_LANGUAGES}
    unknown = sorted(
        {message for message in _asked() if not all(message in texts for texts in found.values())}
    )
    if unknown:
        raise ValueError(
            f"the interface no longer says {unknown}: mend the templates under benchmarks/"
        )
    file.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def _words(root: Path, code: str) -> dict[str, str]:
    """The translations of a language's messages, except those with plural forms."""
    messages = catalogues.read(root / catalogues.LOCALE, code)
    return {
        message.id: message.string
        for message in messages
        if isinstance(message.id, str) and isinstance(message.string, str)
    }


_ASKED = re.compile(r'say\("([^"]*)"\)|index \$w "([^"]*)"|index hugo\.Data\.words \S+ "([^"]*)"')


def _asked() -> Iterator[str]:
    """Every message that the other generators' templates use."""
    here = Path(__file__).resolve().parent
    for place in (here / "eleventy/templates", here / "hugo/layouts", here / "hugo/content"):
        for file in place.rglob("*.*"):
            yield from (
                "".join(match) for match in _ASKED.findall(file.read_text(encoding="utf-8"))
            )


def icons(site: Path) -> str:
    """The path of the icons from the site's root."""
    return next((site / "assets").glob("icons*.svg")).relative_to(site).as_posix()
