"""The pages of prose, ``docs/<language>/<name>.md``, in the parts that are translated: title, description and each section.

A section is a heading that has an id of its own (``## Why {#why}``) and what stands below it. Ids are the same in every
language, so parts find each other however the text between them is laid out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from vagvisare.languages.languages import SOURCE

DOCS = "docs"
"""The folder of the prose, under the root."""
HEAD = ("title", "description")
"""What the front matter says in words."""
INTRODUCTION = "introduction"
"""The part before the first heading with an id."""
MARK = "translated"
"""The field of the front matter that says how a translated page came to be: ``{from: 1a2b3c4d, by: machine}``."""

_FRONT = re.compile(r"\A---\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t].*\{[^}\n]*#(?P<id>[\w-]+)[^}\n]*\}[ \t]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")


@dataclass(frozen=True)
class Prose:
    """One page in one language: its file relative to the root, the text of it, and its name (``about``)."""

    file: str
    name: str
    language: str
    text: str

    @property
    def front(self) -> str:
        """The front matter without its lines of dashes; empty where there is none."""
        match = _FRONT.match(self.text)
        return match[1] if match else ""

    @cached_property
    def head(self) -> Mapping[str, Any]:
        """The front matter as maps, lists and text; empty where it cannot be read."""
        try:
            data = yaml.load(self.front, yaml.BaseLoader)  # noqa: S506 (makes nothing but text)
        except yaml.YAMLError:
            return {}
        return data if isinstance(data, dict) else {}

    @property
    def body_start(self) -> int:
        """Where the text below the front matter begins."""
        match = _FRONT.match(self.text)
        return match.end() if match else 0

    @cached_property
    def spans(self) -> Mapping[str, tuple[int, int]]:
        """Where each section stands in the text, without the empty lines around it."""
        starts = [(INTRODUCTION, self.body_start), *self._headings()]
        ends = [*(start for _, start in starts[1:]), len(self.text)]
        found = {}
        for (name, start), end in zip(starts, ends, strict=True):
            section = self.text[start:end]
            if section.strip():
                first = start + len(section) - len(section.lstrip())
                found[name] = (first, first + len(section.strip()))
        return found

    def _headings(self) -> Iterator[tuple[str, int]]:
        """The ids of headings and where these begin; what looks like one in a block of code is none."""
        place, fence = self.body_start, ""
        for line in self.text[self.body_start :].splitlines(keepends=True):
            if match := _FENCE.match(line):
                sign = match[1]
                if not fence:
                    fence = sign
                elif sign[0] == fence[0] and len(sign) >= len(fence):
                    fence = ""
            elif not fence and (match := _HEADING.match(line.rstrip("\r\n"))):
                yield match["id"], place
            place += len(line)

    @cached_property
    def parts(self) -> Mapping[str, str]:
        """The words of the page by part: ``title``, ``description``, then the sections by id."""
        head = {name: value for name in HEAD if isinstance(value := self.head.get(name), str) and value}
        return head | {name: self.text[start:end] for name, (start, end) in self.spans.items()}

    @property
    def whole(self) -> str:
        """All words of the page, of which the fingerprint is taken."""
        return "\n\n".join(self.parts.values())


Pages = Mapping[str, Mapping[str, Prose]]
"""The pages of prose by name and language."""


def pages(root: Path) -> Pages:
    """Every page of prose by name and language, in the order of the Swedish files' names."""
    found: dict[str, dict[str, Prose]] = {}
    for folder in sorted(path for path in (root / DOCS).glob("*") if path.is_dir()):
        for file in sorted(folder.rglob("*.md")):
            page = read(root, file.relative_to(root).as_posix())
            found.setdefault(page.name, {})[page.language] = page
    return {name: found[name] for name in sorted(found) if SOURCE in found[name]}


def stand_ins(root: Path, language: str, fallback: Sequence[str]) -> Mapping[str, Prose]:
    """The pages that a language does not have, by name, each in the first language of its fallback chain that has it."""
    found = {}
    for name, page in pages(root).items():
        if language not in page:
            found[name] = next((page[code] for code in fallback if code in page), page[SOURCE])
    return found


def address(name: str) -> str:
    """Where a page stands below its language's folder: ``about/``."""
    return "" if name == "index" else f"{name.removesuffix('/index')}/"


def read(root: Path, file: str) -> Prose:
    """One page by its file relative to the root. Raises OSError where it cannot be read."""
    _, language, name = file.removesuffix(".md").split("/", 2)
    return Prose(file, name, language, (root / file).read_bytes().decode("utf-8", "replace"))
