"""What a page needs, recorded while it is rendered by whoever puts something into it."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Literal

from markupsafe import Markup

Need = Literal["easy", "words", "places"]
"""``easy``: there is easy Swedish to switch to. ``words``: words can be asked what they mean.
``places``: free places are refreshed."""

MOST = 4096
"""Pieces that are kept at a time: those of one municipality's page are of no use to the next."""


class PageContext:
    """The page that is being rendered. One serves all pages of a depth, one after the other."""

    def __init__(self) -> None:
        self._needs: set[Need] = set()

    def need(self, *needs: Need) -> None:
        """Says what the page needs."""
        self._needs.update(needs)

    @contextmanager
    def recording(self) -> Iterator[set[Need]]:
        """Gathers what is needed within; whatever is around needs that too."""
        around, self._needs = self._needs, set()
        try:
            yield self._needs
        finally:
            around.update(self._needs)
            self._needs = around


class Kept:
    """HTML that pages share: each piece is made once, and tells every page what it needs."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._pieces: dict[Hashable, tuple[Markup, frozenset[Need]]] = {}

    def piece(self, key: Hashable, make: Callable[[], Markup]) -> Markup:
        """The piece with this key."""
        found = self._pieces.get(key)
        if found is None:
            found = self._pieces[key] = self._made(make)
        html, needs = found
        if needs:
            self._context.need(*needs)
        return html

    def _made(self, make: Callable[[], Markup]) -> tuple[Markup, frozenset[Need]]:
        if len(self._pieces) >= MOST:
            del self._pieces[next(iter(self._pieces))]  # the oldest
        with self._context.recording() as needs:
            return make(), frozenset(needs)
