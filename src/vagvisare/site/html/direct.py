"""Templates compiled to direct Python: 42,000 pages are rendered from them, and much of the time goes into Jinja's generality.

Jinja looks up at every ``a.b`` whether it is an attribute or an item, at every call whether the function wants the
template's context, and at every value, by two calls, whether it is HTML already. Our templates are given objects with
attributes, plain functions and `Markup`, so a call is a call here, an attribute an attribute, and HTML is passed on.
Escaping is as strict as Jinja's: whatever is not `Markup` itself goes through `escape`. How: `internals.Direct`.
"""

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache, Environment, StrictUndefined, Template
from jinja2.bccache import Bucket

from vagvisare.libraries import internals
from vagvisare.site.html.interface import Words
from vagvisare.site.html.themes import PACKAGED, Theme, templates

Compiled = dict[tuple[str, str], CodeType]
"""The code of templates, by name and content."""


class _Compiled(BytecodeCache):
    """The code of templates that are compiled already, for environments that differ in what is global alone."""

    def __init__(self, known: Compiled) -> None:
        self._known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._known[bucket.key, bucket.checksum] = bucket.code


class _Environment(Environment):
    """Looks up a template once: it does not change while a site is built."""

    code_generator_class = internals.Direct
    template_class = internals.OwnGlobals

    @lru_cache(maxsize=64)  # noqa: B019 (an environment lives as long as its renderer)
    def get_template(self, name: str, parent: str | None = None, globals: None = None) -> Template:  # noqa: A002, ARG002
        return super().get_template(name)


@lru_cache(maxsize=16)
def compiled(words: Words) -> Compiled:  # noqa: ARG001 (the key)
    """The code of the templates in one language: kept beyond a renderer, because a live site makes new ones for each change."""
    return {}


def environment(compiled: Compiled, theme: Theme = PACKAGED) -> Environment:
    """An environment of the site's templates. ``compiled`` is shared by the environments of one language."""
    internals.try_direct()
    return _Environment(
        loader=templates(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(compiled),
        auto_reload=False,
    )
