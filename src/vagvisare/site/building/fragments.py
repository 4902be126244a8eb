"""HTML that many pages share, made once: the macros of templates.

The municipality's rules, national authorities and national offers are on the pages of all 290
municipalities.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from vagvisare.site.html.pagecontext import Kept

Macro = Callable[..., Markup]


@dataclass(frozen=True)
class Fragments:
    """The macros of an environment's templates, and what is kept of them."""

    environment: Environment
    kept: Kept

    def macro(self, template: str, name: str) -> Macro:
        """A template's macro."""
        found: Macro = getattr(self.environment.get_template(template).module, name)
        return found

    def shared(
        self, template: str, name: str, key: Callable[..., Hashable] = lambda *facts: facts
    ) -> Macro:
        """A macro whose HTML is made once for the same facts; ``key`` says which are the same."""
        return self.once((template, name), self.macro(template, name), key)

    def once(
        self, what: Hashable, make: Macro, key: Callable[..., Hashable] = lambda *facts: facts
    ) -> Macro:
        """HTML of a kind (``what``) that is made once for the same facts."""
        return lambda *facts: self.kept.piece((what, key(*facts)), lambda: make(*facts))
