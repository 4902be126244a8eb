"""The files of the prose under ``docs/``: which to read, and which should not be there.

MkDocs publishes whatever ends like Markdown, follows every link and waits at every pipe; files
refused here are not built.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from vagvisare.languages.languages import SOURCE
from vagvisare.problems.problems import Fact, Problem
from vagvisare.prose.prose import DOCS, Pages, Prose
from vagvisare.yaml import yamlfile
from vagvisare.yaml.filenames import as_id, leads_out, passed_over

LIMIT = 32 * 1024
"""The most bytes that a page may have; a guard, four times the largest."""
ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""The endings that MkDocs takes for pages; ours use the first."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")
_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Docs:
    """What ``docs/`` holds: the files of its pages, the pages that can be read, and problems."""

    files: tuple[str, ...] = ()
    readable: tuple[Prose, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_name(self) -> Pages:
        """The pages that can be read, by name and language, in the order of their names."""
        found: dict[str, dict[str, Prose]] = {}
        for page in sorted(self.readable, key=lambda page: page.name):
            found.setdefault(page.name, {})[page.language] = page
        return found

    @cached_property
    def pages(self) -> Pages:
        """The pages that can be read and exist in Swedish."""
        return {
            name: by_language for name, by_language in self.by_name.items() if SOURCE in by_language
        }


def load(root: Path) -> Docs:
    """The prose under a root. A page that cannot be read is left out, and its problem kept."""
    files: list[str] = []
    readable: list[Prose] = []
    problems: list[Problem] = []
    for file, fault in _found(root, DOCS):
        files.append(file)
        problem = fault or _misplaced(file)
        page, faults = (None, [problem]) if problem else opened(root, file)
        readable += [page] if page else []
        problems += faults
    return Docs(tuple(files), tuple(readable), tuple(problems))


def pages(root: Path) -> Pages:
    """The pages of prose under a root that exist in Swedish, by name and language."""
    return load(root).pages


def opened(root: Path, file: str) -> tuple[Prose | None, list[Problem]]:
    """A page by its file relative to the root; if it cannot be read, its problems instead."""
    try:
        with (root / file).open("rb") as stream:
            content = stream.read(LIMIT + 1)
    except OSError as error:
        return None, [_problem(file, "unreadable", detail=error.strerror or str(error))]
    if len(content) > LIMIT:
        return None, [_problem(file, "prose-large", limit=str(LIMIT // 1024))]
    text, problems = yamlfile.decoded(file, content, LIMIT)
    return (None if text is None else page_of(file, text)), problems


def page_of(file: str, text: str) -> Prose:
    """A page by its file relative to the root, with this text."""
    _, language, name = file.removesuffix(ENDINGS[0]).split("/", 2)
    return Prose(file, name, language, text)


def stand_ins(pages: Pages, language: str, fallback: Sequence[str]) -> dict[str, Prose]:
    """The pages that a language lacks, by name, each in the first of its fallbacks that has it."""
    lacking = {name: page for name, page in pages.items() if language not in page}
    return {
        name: next((page[code] for code in fallback if code in page), page[SOURCE])
        for name, page in lacking.items()
    }


# --- files ----------------------------------------------------------------------------------------


def _found(root: Path, folder: str) -> Iterator[tuple[str, Problem | None]]:
    """The pages in a folder and its subfolders, each with what makes it unfit, if anything.

    Editors' leftovers are skipped, and so are files that do not end like a page.
    """
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        yield folder, _problem(folder, "unreadable", detail=error.strerror or str(error))
        return
    for entry in entries:
        file = f"{folder}/{entry.name}"
        if passed_over(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _found(root, file)
        elif _is_folder(entry) or entry.name.lower().endswith(ENDINGS):
            yield file, _fault(root, file, entry)


def _fault(root: Path, file: str, entry: "os.DirEntry[str]") -> Problem | None:
    if entry.is_symlink() and (_is_folder(entry) or leads_out(root / DOCS, Path(entry.path))):
        return _problem(file, "prose-link-out")
    if not entry.is_file():
        return _problem(file, "prose-no-file")
    if entry.name.endswith(ENDINGS[0]):
        return None
    return _problem(
        file,
        "prose-ending",
        value=entry.name,
        correct=f"{entry.name.rpartition('.')[0]}{ENDINGS[0]}",
    )


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of symbolic links
        return False


def _misplaced(file: str) -> Problem | None:
    """The problem of a page outside a language's folder, or whose name cannot be an address."""
    _, *folders, name = file.removesuffix(ENDINGS[0]).split("/")
    if not folders or not _LANGUAGE.fullmatch(folders[0]):
        return _problem(file, "prose-place", correct=f"{DOCS}/{SOURCE}/{name}{ENDINGS[0]}")
    odd = next((part for part in (*folders[1:], name) if not _PART.fullmatch(part)), None)
    if odd is None:
        return None
    plain = as_id(odd.removesuffix(ENDINGS[0]))
    return _problem(file, "prose-name", value=odd, **({"correct": plain} if plain else {}))


def _problem(file: str, code: str, **facts: Fact) -> Problem:
    return Problem(file, 1, 1, code, facts)
