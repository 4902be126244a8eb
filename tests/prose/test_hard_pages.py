"""Pages built to be slow: each is refused, or MkDocs renders it in a moment."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import markdown
import pytest
import yaml

from tests.site import sites
from vagvisare.prose import checks
from vagvisare.prose.docs import LIMIT
from vagvisare.prose.prose import Prose

PATIENCE = 5.0
"""Seconds of processor time to check and render one file."""
HARD = {
    **{
        f"many {text!r}": text * LIMIT
        for text in ("[", "![", "[a](", "[a](<b", "[[a]: ", "[TOC]\n\n")
    },
    **{
        f"many {text!r}": text * LIMIT
        for text in ("*", "*a ", "**a*", "__a", "***a", "`", "``a", "\\*", "&", "&#", "{")
    },
    **{
        f"many {text!r}": text * LIMIT
        for text in ("<", "<a ", "<!--", "<div>\n", "<http://", "<b@c", "|a", "- a\n\n")
    },
    **{
        f"many {text!r}": text * LIMIT
        for text in ("# a\n", "#", "!!! a\n", "```\n", "~~~ {a ", "> a\nb\n", "a\n: b\n", "`\n")
    },
    **{f"deep {text!r}": f"{text * LIMIT}a" for text in ("- ", "> ", "1. ", "> - ", "* > ")},
    **{
        f"steps of {text!r}": "\n".join(f"{step * number}{text}a" for number in range(230))
        for step, text in (
            ("  ", "- "),
            ("    ", "- "),
            ("   ", "1. "),
            (">", " "),
            ("    ", "!!! "),
            ("> ", "- "),
        )
    },
    "links in links": "[" * 490 + "a" + "](b)" * 490,
    "emphasis in emphasis": "*a **b " * 500 + "** *" * 500,
    "elements in elements": "<b>" * 490,
    "attributes": "# a {" + "#a " * LIMIT + "}",
    "a table": "|" + "a|" * 3000 + "\n|" + "-|" * 3000 + "\n" + ("|" + "a|" * 3000 + "\n") * 3,
    "a table of contents": "[TOC]\n\n" * 490 + "# a\n" * 490,
    "code spans": "".join("`" * number + " " for number in range(250)),
    "references": "".join(f"[{number}]: http://a\n" for number in range(490)),
}


class SlowError(BaseException):
    """It took too long."""


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def end(_: int, __: FrameType | None) -> None:
        raise SlowError

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _extensions() -> list[str]:
    """The site's Markdown extensions, together with those that MkDocs always loads."""
    named = yaml.safe_load((sites.ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))[
        "markdown_extensions"
    ]
    return ["fenced_code", *(one if isinstance(one, str) else next(iter(one)) for one in named)]


@pytest.mark.parametrize("kind", HARD)
def test_a_hard_page_is_refused_or_rendered_at_once(kind: str) -> None:
    text = HARD[kind][: LIMIT - 100]
    with _at_most(PATIENCE):
        page = Prose("docs/sv/x.md", "x", "sv", f"---\ntitle: x\n---\n{text}")
        refused = [*checks.too_much(page)]
        page.told(), page.parts, page.links, page.lines
        if not refused:
            markdown.markdown(text, extensions=_extensions())
