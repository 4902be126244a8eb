"""Templates compiled to direct Python: 42,000 pages are rendered from them, and much of the time goes into Jinja's generality.

Jinja looks up at every ``a.b`` whether it is an attribute or an item, at every call whether the function wants the
template's context, and at every value, by two calls, whether it is HTML already. Our templates are given objects with
attributes, plain functions and `Markup`, so a call is a call here, an attribute an attribute, and HTML is passed on.
Escaping is as strict as Jinja's: whatever is not `Markup` itself goes through `escape`.
"""

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache, Environment, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from vagvisare.site.html.interface import Words
from vagvisare.site.html.themes import PACKAGED, Theme, templates


class _Direct(CodeGenerator):
    """Jinja's code generator (3.1) without what our templates do not use: dicts by attribute, functions with a context."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write("(_shown if type(_shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:  # noqa: ARG002
        self.write(") is Markup else escape(_shown))")


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


class _Template(Template):
    """A template whose globals are its environment's alone, so that what it gives to importers is made once."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        return super()._get_default_module()


class _Environment(Environment):
    """Looks up a template once: it does not change while a site is built."""

    code_generator_class = _Direct
    template_class = _Template

    @lru_cache(maxsize=64)  # noqa: B019 (an environment lives as long as its renderer)
    def get_template(self, name: str, parent: str | None = None, globals: None = None) -> Template:  # noqa: A002, ARG002
        return super().get_template(name)


@lru_cache(maxsize=16)
def compiled(words: Words) -> Compiled:  # noqa: ARG001 (the key)
    """The code of the templates in one language: kept beyond a renderer, because a live site makes new ones for each change."""
    return {}


def environment(compiled: Compiled, theme: Theme = PACKAGED) -> Environment:
    """An environment of the site's templates. ``compiled`` is shared by the environments of one language."""
    return _Environment(
        loader=templates(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(compiled),
        auto_reload=False,
    )
