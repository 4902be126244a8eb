"""Built pages as data: one quick pass of html.parser over each file."""

import json
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

Attributes = dict[str, str | None]


@dataclass
class PageRead:
    """The facts that tests use of a page.

    ``tags`` are (name, attribute names) in order; ``text`` leaves out that of scripts.
    """

    language: str = ""
    direction: str = ""
    title: str = ""
    canonical: str = ""
    text: str = ""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    tags: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    linked_data: list[dict[str, Any]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = PageRead()
        self._texts: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, facts = self.page, dict(attrs)
        assert len(facts) == len(attrs), f"an attribute stands twice in {attrs}"
        page.tags.append((tag, tuple(name for name, _ in attrs)))
        if facts.get("id"):
            page.ids.append(str(facts["id"]))
        self._inside = tag if tag != "script" or facts.get("type") == "application/ld+json" else ""
        if tag == "html":
            page.language, page.direction = str(facts.get("lang")), str(facts.get("dir"))
        elif tag == "link":
            self._link(facts)
        self._addresses(facts)

    def _link(self, facts: Attributes) -> None:
        match facts.get("rel"):
            case "canonical":
                self.page.canonical = str(facts["href"])
            case "alternate":
                assert facts["hreflang"] not in self.page.alternates, (
                    "a language stands twice in the alternates"
                )
                self.page.alternates[str(facts["hreflang"])] = str(facts["href"])

    def _addresses(self, facts: Attributes) -> None:
        for name in ("href", "src", "action", "data-index"):
            if facts.get(name) is not None and facts.get("rel") not in ("canonical", "alternate"):
                self.page.links.append(str(facts[name]))
        for name in (
            "aria-labelledby",
            "aria-describedby",
            "for",
            "popovertarget",
            "headers",
            "aria-controls",
        ):
            self.page.references += (facts.get(name) or "").split()

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.page.linked_data += json.loads(data)["@graph"]
            return
        self._texts.append(data)
        if self._inside == "title":
            self.page.title += data

    def close(self) -> None:
        super().close()
        self.page.text = "".join(self._texts)


def read(path: Path) -> PageRead:
    """The page in a file."""
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.page


@cache
def read_all(site: Path) -> dict[str, PageRead]:
    """Every page of a site by its path."""
    return {path.relative_to(site).as_posix(): read(path) for path in sorted(site.rglob("*.html"))}
