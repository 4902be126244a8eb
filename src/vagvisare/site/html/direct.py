"""Templates compiled to direct Python: 42,000 pages pay much of their time for Jinja's generality.

Jinja looks up for every ``a.b`` whether it is an attribute or an item, for every call whether the
function wants the template's context, and for every value, with two calls, whether it is HTML
already. Our templates get objects with attributes, plain functions and `Markup`, so here a call is
a call, an attribute an attribute, and HTML is passed on. Escaping is as strict as Jinja's: whatever
is not itself `Markup` goes through `escape`. The code generator is `internals.Direct`.
"""

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache, Environment, StrictUndefined, Template
from jinja2.bccache import Bucket

from vagvisare.libraries import internals
from vagvisare.site.html.interface import Words
from vagvisare.site.html.themes import PACKAGED, Theme, templates

Compiled = dict[tuple[str, str], CodeType]
"""The compiled code of templates, by name and content."""


class _Compiled(BytecodeCache):
    """Code of templates already compiled, for environments that differ only in their globals."""

    def __init__(self, known: Compiled) -> None:
        self._known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._known[bucket.key, bucket.checksum] = bucket.code


class _Environment(Environment):
    """Looks up each template once: it does not change while a site is built."""

    code_generator_class = internals.Direct
    template_class = internals.OwnGlobals

    @lru_cache(maxsize=64)  # noqa: B019 (an environment lives as long as its renderer)
    def get_template(self, name: str, parent: str | None = None, globals: None = None) -> Template:  # noqa: A002, ARG002
        return super().get_template(name)


@lru_cache(maxsize=16)
def compiled(words: Words) -> Compiled:  # noqa: ARG001 (the key)
    """The compiled templates of one language.

    They outlive a renderer, because a live site makes new ones for each change. ``words`` is the
    key.
    """
    return {}


def environment(compiled: Compiled, theme: Theme = PACKAGED) -> Environment:
    """An environment of the site's templates.

    ``compiled`` is shared by the environments of one language.
    """
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
