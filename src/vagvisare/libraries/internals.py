"""What we use of libraries that they do not promise to keep; no other module uses any of it.

Each is written for the version in `WRITTEN_FOR`. If another no longer fits, `ChangedError` says so
before a page is wrong.
"""

import gettext
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from typing import Any

from jinja2 import DictLoader, Environment, Template, nodes

WRITTEN_FOR = {"jinja2": "3.1.6", "mkdocs": "1.6.1", "python": "3.11 to 3.14"}


class ChangedError(RuntimeError):
    """A library no longer has what this module uses; the message says what, and what to do."""

    def __init__(self, library: str, what: str) -> None:
        there = sys.version.split()[0] if library == "python" else version(library)
        super().__init__(
            f"{library} {there} has no {what} as vagvisare uses it "
            f"(written for {WRITTEN_FOR[library]}). "
            f"Install the version that pyproject.toml names, or mend {__file__}."
        )


# --- Python ---------------------------------------------------------------------------------------


def plural_rule(expression: str) -> Callable[[int], int]:
    """A catalogue's plural expression (``n != 1``) as a function.

    Raises ValueError for anything else, and ChangedError. Python has no other reader of such
    expressions, and does not document this one.
    """
    read = getattr(gettext, "c2py", None)
    if read is None:
        raise ChangedError("python", "gettext.c2py")
    rule: Callable[[int], int] = read(expression)
    return rule


# --- Jinja ----------------------------------------------------------------------------------------

try:
    from jinja2.compiler import CodeGenerator, Frame
    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context
except ImportError as error:
    raise ChangedError("jinja2", "code generator") from error


class Direct(CodeGenerator):
    """Jinja's code generator without what our templates do not use.

    That is dicts by attribute, and functions with a context. For why, see
    `vagvisare.site.html.direct`.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        """An attribute is an attribute: nothing else is tried."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """A call is a call: no function wants the template's context."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, *_: object) -> None:
        self.write("(_shown if type(_shown := ")

    def _output_child_post(self, *_: object) -> None:
        self.write(") is Markup else escape(_shown))")


class OwnGlobals(Template):
    """A template whose globals are its environment's alone.

    Its module, which importers get, is made only once.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        return super()._get_default_module()


_TRIED = {
    "a": "{% macro b(x) %}<{{ x }}>{% endmacro %}",
    "c": '{% from "a" import b %}{% macro d() %}{{ caller() }}{% endmacro %}'
    '{{ b("&") }}{{ e.upper() }}{% call d() %}{{ e }}{% endcall %}',
}
_RIGHT = "<&amp;>F&lt;f&lt;"


@cache
def try_direct() -> None:
    """Renders a small template with `Direct` and `OwnGlobals`.

    Raises ChangedError if the result is wrong.
    """
    environment = Environment(loader=DictLoader(_TRIED), autoescape=True)
    environment.code_generator_class, environment.template_class = Direct, OwnGlobals
    try:
        made = environment.get_template("c").render(e="f<")
        same = environment.get_template("a").module is environment.get_template("a").module
    except Exception as error:
        raise ChangedError("jinja2", "code generator") from error
    if made != _RIGHT or not same:
        raise ChangedError("jinja2", "code generator")


# --- MkDocs ---------------------------------------------------------------------------------------


def tell_browser(server: Any) -> None:
    """Makes the pages that MkDocs' server shows reload, without a build.

    The server gives a new version of the site to whoever waits on its condition, but has no public
    way to announce one. Raises ChangedError.
    """
    if not all(
        hasattr(server, name) for name in ("_epoch_cond", "_visible_epoch", "_wanted_epoch")
    ):
        raise ChangedError("mkdocs", "epoch of the site in its server")
    with server._epoch_cond:  # noqa: SLF001
        server._visible_epoch = server._wanted_epoch = server._visible_epoch + 1  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001
