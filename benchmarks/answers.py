"""What the search page shows for what is typed."""

import re
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser

from benchmarks.querysets import address

STILL = 700
"""Milliseconds without a change after which a page that does not say when it is done, is."""
LONGEST = 10_000
"""Milliseconds after which a search is taken as it is."""

_ASK = """
async ([typed, still, longest]) => {
  const [box, results, status] = ["query", "results", "search-status"]
    .map(id => document.getElementById(id));
  const words = document.getElementById("search-words").content;
  const word = name => words.querySelector(`[data-word="${name}"]`)?.textContent ?? "";
  let changed = performance.now();
  const watch = new MutationObserver(() => { changed = performance.now(); });
  for (const node of [results, status])
    watch.observe(node, {childList: true, subtree: true, characterData: true, attributes: true});
  const started = performance.now();
  box.value = typed;
  box.form.requestSubmit();
  const told = results.hasAttribute("aria-busy");
  const done = () => told
    ? results.getAttribute("aria-busy") === "false"
    : performance.now() - changed > still && status.textContent !== word("loading");
  do await new Promise(next => setTimeout(next, 5));
  while (!done() && performance.now() - started < longest);
  watch.disconnect();
  const links = node => [...node.querySelectorAll("a[href]")].map(link => link.href);
  const seen = node => node && node.checkVisibility();
  const card = document.querySelector("#urgent-card, #danger");
  const cards = [...results.querySelectorAll(".card")]
    .filter(one => seen(one) && !card?.contains(one)).map(links).filter(all => all.length);
  return {
    urgent: seen(card) ? links(card) : null,
    above: seen(card) && (!cards.length
      || Boolean(card.compareDocumentPosition(results.querySelector(".card"))
        & Node.DOCUMENT_POSITION_FOLLOWING)),
    cards: cards.map(all => all[0]),
    status: status.textContent.trim(),
    more: Boolean([...results.querySelectorAll("button")]
      .find(one => one.textContent.trim() === word("more").trim())),
    found: word("found").trim(),
    nothing: word("nothing").trim(),
    loading: word("loading").trim(),
  };
}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown: each place has the addresses that it leads to.

    ``urgent``: the first place is the card of help in danger. ``more``: there are further hits.
    """

    places: tuple[tuple[str, ...], ...]
    urgent: bool = False
    more: bool = False
    status: str = ""
    found: str = ""
    nothing: str = ""
    loading: str = ""

    @property
    def says_nothing(self) -> bool:
        """Whether the status line says that nothing was found; without one, whether so it is."""
        return self.nothing in self.status if self.nothing else not self.places

    def status_is_true(self) -> bool | None:
        """Whether the status line fits what is shown; None for a page that has none."""
        if not self.nothing:
            return None
        hits = len(self.places) - self.urgent
        if self.loading in self.status or self.says_nothing != (not self.places):
            return False
        told = re.search(rf"{re.escape(self.found)}\s*(\d+)", self.status)
        return not told or (int(told[1]) > hits if self.more else int(told[1]) == hits)


class Asker:
    """The open search page of a language."""

    def __init__(self, browser: Browser, base: str, language: str) -> None:
        self._root = f"{base}{language}/"
        self._page = browser.new_page()
        self._page.goto(f"{self._root}search/")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._page.close()

    def ask(self, typed: str) -> Answer:
        """What the page shows for what is typed, once it is done."""
        seen = self._page.evaluate(_ASK, [typed, STILL, LONGEST])
        cards = [(self._address(link),) for link in seen["cards"]]
        danger = tuple(map(self._address, seen["urgent"] or ()))
        places = [danger, *cards] if seen["above"] else cards
        return Answer(
            tuple(places),
            urgent=bool(seen["above"]),
            more=seen["more"],
            **{name: seen[name] for name in ("status", "found", "nothing", "loading")},
        )

    def _address(self, link: str) -> str:
        path = urlsplit(urljoin(self._root, link))
        where = unquote(path.path.removeprefix(urlsplit(self._root).path))
        return address(f"{where}#{unquote(path.fragment)}" if path.fragment else where)
