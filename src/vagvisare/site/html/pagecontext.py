"""What a page needs, recorded while it is rendered by whatever adds the need."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Literal

from markupsafe import Markup

Need = Literal["easy", "words", "places", "hours", "leave", "send"]
"""Something that a page needs.

``easy``: there is easy Swedish to switch to. ``words``: there are words with explanations to open.
``places``: free places are refreshed. ``hours``: opening hours are held against the clock.
``leave``: somebody may have to leave the page fast. ``send``: it can be handed on.
"""

MOST = 4096
"""The most pieces kept at a time: those of one municipality's page are of no use to the next."""


class PageContext:
    """The page being rendered. One instance serves all pages of a depth, one after the other."""

    def __init__(self) -> None:
        self._needs: set[Need] = set()

    def need(self, *needs: Need) -> None:
        """Records that the page needs these."""
        self._needs.update(needs)

    @contextmanager
    def recording(self) -> Iterator[set[Need]]:
        """Collects the needs recorded within; whatever surrounds it needs them too."""
        around, self._needs = self._needs, set()
        try:
            yield self._needs
        finally:
            around.update(self._needs)
            self._needs = around


class Kept:
    """HTML that pages share. Each piece is made once and records its needs on each page."""

    def __init__(self, context: PageContext) -> None:
        self._context = context
        self._pieces: dict[Hashable, tuple[Markup, frozenset[Need]]] = {}

    def piece(self, key: Hashable, make: Callable[[], Markup]) -> Markup:
        """The piece with this key, made if it is not kept."""
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
