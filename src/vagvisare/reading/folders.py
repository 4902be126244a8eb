"""Which files the directory is made of, and which do not belong there."""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from vagvisare.problems.problems import Fact, Problem
from vagvisare.records.directory import FILES
from vagvisare.records.termlists import TERM_LISTS
from vagvisare.records.values import RECORD_ID
from vagvisare.yaml import filenames
from vagvisare.yaml.filenames import as_id, passed_over

DIRECTORY = "directory"
"""The folder of the records, under the root."""
VOCABULARY = f"{DIRECTORY}/vocabulary"
RECORDINGS = f"{DIRECTORY}/recordings"
"""The folder of the recordings, which need not exist."""
VOCABULARY_FILES: tuple[str, ...] = (*TERM_LISTS, "counties", "municipalities")
"""The names, without ``.yml``, of the files that the vocabulary is made of."""


@dataclass(frozen=True)
class Listing:
    """The files to read, and the problems found while listing them.

    ``records`` are ids in order, by kind; ``vocabulary`` are names without ``.yml``.
    """

    records: dict[str, tuple[str, ...]]
    vocabulary: tuple[str, ...]
    problems: tuple[Problem, ...]

    def files(self) -> tuple[str, ...]:
        """All of them, relative to the root."""
        records = (record_file(kind, name) for kind, ids in self.records.items() for name in ids)
        return tuple(sorted([*records, *(vocabulary_file(name) for name in self.vocabulary)]))


def record_file(kind: str, name: str) -> str:
    """The file of a record, relative to the root."""
    return f"{DIRECTORY}/{kind}/{name}.yml"


def vocabulary_file(name: str) -> str:
    """A file of the vocabulary, relative to the root."""
    return f"{VOCABULARY}/{name}.yml"


def list_files(root: Path) -> Listing:
    """The directory's files under ``root``, with a problem for each that is missing or odd.

    Reads none of them.
    """
    problems = [*_odd_folders(root)]
    records: dict[str, tuple[str, ...]] = {}
    for kind in FILES:
        names, odd = _names(root, f"{DIRECTORY}/{kind}")
        problems += odd
        problems += [problem for name in names if (problem := misnamed(kind, name, names))]
        records[kind] = tuple(name for name in names if RECORD_ID.fullmatch(name))
    problems += _odd_recordings(root)
    names, odd = _names(root, VOCABULARY)
    known = tuple(name for name in names if name in VOCABULARY_FILES)
    problems += odd
    problems += [
        _problem(vocabulary_file(name), "unknown-file") for name in names if name not in known
    ]
    problems += [
        _problem(vocabulary_file(name), "missing-file")
        for name in VOCABULARY_FILES
        if name not in known
    ]
    return Listing(records, known, tuple(problems))


def misnamed(kind: str, name: str, there: Collection[str] = ()) -> Problem | None:
    """The problem of a record's file whose name is not an id; None if it is an id.

    Never suggests a name that is already ``there``.
    """
    if RECORD_ID.fullmatch(name):
        return None
    return _problem(
        record_file(kind, name), "file-name", value=f"{name}.yml", **_advised(name, there)
    )


def _advised(name: str, there: Collection[str]) -> dict[str, Fact]:
    """The name that a file should have, if there is one and it is free.

    It is made from the present name without its ending.
    """
    plain = as_id(re.sub(r"(\.ya?ml)+$", "", name, flags=re.IGNORECASE))
    return {"correct": f"{plain}.yml"} if plain and plain not in there else {}


def _odd_folders(root: Path) -> Iterator[Problem]:
    """The directory holds its folders, and pages about itself in Markdown."""
    for entry in sorted((root / DIRECTORY).iterdir()):
        name = f"{DIRECTORY}/{entry.name}"
        if (
            passed_over(entry.name)
            or entry.name in FILES
            or entry.name in {"vocabulary", "recordings"}
        ):
            continue
        if entry.is_dir():
            yield _problem(name, "unknown-folder", value=entry.name, valid=(*FILES, "vocabulary"))
        elif entry.suffix != ".md":
            yield _problem(name, "unknown-file")


def _odd_recordings(root: Path) -> Iterator[Problem]:
    """The folder of recordings holds files, and none of them is outside the directory."""
    place = root / RECORDINGS
    if leads_out(root, place):
        yield _problem(RECORDINGS, "symlink")
        return
    for entry in sorted(place.iterdir()) if place.is_dir() else ():
        if passed_over(entry.name):
            continue
        if leads_out(root, entry):
            yield _problem(f"{RECORDINGS}/{entry.name}", "symlink")
        elif not entry.is_file():
            yield _problem(f"{RECORDINGS}/{entry.name}", "unknown-file")


def _names(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """The names, without ``.yml``, of a folder's files in order, and the problems of the rest."""
    place = root / folder
    if leads_out(root, place):
        return [], [_problem(folder, "symlink")]
    # scandir knows whether an entry is a file without asking the disk again.
    entries = sorted(os.scandir(place), key=lambda entry: entry.name) if place.is_dir() else []
    there = {entry.name.removesuffix(".yml") for entry in entries if entry.name.endswith(".yml")}
    names: list[str] = []
    problems: list[Problem] = []
    for entry in entries:
        if passed_over(entry.name):
            continue
        file = f"{folder}/{entry.name}"
        name, extension = os.path.splitext(entry.name)  # noqa: PTH122 (an entry of scandir is no Path)
        if entry.is_symlink() and leads_out(root, Path(entry.path)):
            problems.append(_problem(file, "symlink"))
        elif not entry.is_file():
            code = "unknown-folder" if entry.is_dir() else "unknown-file"
            problems.append(_problem(file, code, value=entry.name, valid=(*FILES, "vocabulary")))
        elif extension != ".yml":
            problems.append(
                _problem(file, "file-extension", value=entry.name, **_advised(name, there))
            )
        else:
            names.append(name)
    return names, problems


def leads_out(root: Path, place: Path) -> bool:
    """Whether a path, links followed, ends outside the directory."""
    return filenames.leads_out(root / DIRECTORY, place)


def _problem(file: str, code: str, **facts: Fact) -> Problem:
    return Problem(file, 1, 1, code, facts)
