"""From files to the directory: every record that can be read, and every problem found."""

import gc
import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from vagvisare.problems.problems import Problem
from vagvisare.processes.workers import Workers, can_share
from vagvisare.reading import recordings
from vagvisare.reading.checks import check
from vagvisare.reading.findings import Finding
from vagvisare.reading.folders import (
    Listing,
    leads_out,
    list_files,
    misnamed,
    record_file,
    vocabulary_file,
)
from vagvisare.reading.validation import validate
from vagvisare.reading.vocabularyfiles import vocabulary_from
from vagvisare.records.directory import FILES, Directory
from vagvisare.records.freshness import today as this_day
from vagvisare.records.kinds import KINDS, Entry, Record
from vagvisare.records.vocabulary import Vocabulary
from vagvisare.yaml import yamlfile
from vagvisare.yaml.quick import quick
from vagvisare.yaml.yamlfile import Document

Progress = Callable[[int, int], None]
"""Called with the number of files read so far and the number of all files."""
Data = dict[str, Any]

_CHUNK = 250
"""Files that a reading process hands over at a time."""
_MANY = 2000
"""From so many records on, starting processes saves more time than it takes."""


@dataclass(frozen=True)
class Loaded:
    """What a root holds: the faultless records, all problems in order, and the files read."""

    directory: Directory
    problems: tuple[Problem, ...]
    files: tuple[str, ...]


def load(
    root: Path, *, progress: Progress | None = None, processes: int = 1, today: date | None = None
) -> Loaded:
    """The directory under ``root``, and its problems. A faulty record is left out.

    ``today`` is the day that dates are checked against. With ``processes`` above 1, that many
    others read files while this one validates (where the system can fork; do not use it in a
    program with threads). Raises FileNotFoundError if there is no ``directory`` folder.
    """
    with _no_collection():
        listing = list_files(root)
        vocabulary, problems = _vocabulary(root, listing)
        problems += listing.problems
        records, faults = _records(root, listing, vocabulary, progress, processes)
        directory = Directory(vocabulary, records)
        problems += faults
        left_out = {
            name
            for kind, names in listing.records.items()
            for name in names
            if name not in records[kind]
        }
        findings = [*check(directory, today or this_day()), *recordings.findings(root, directory)]
        problems += locate(
            root, (finding for finding in findings if not _is_echo(finding, left_out))
        )
        return Loaded(directory, tuple(sorted(problems)), listing.files())


def load_record(
    root: Path, path: Path, vocabulary: Vocabulary
) -> tuple[Record | None, list[Problem]]:
    """One record and its own problems; whatever depends on other records is not checked.

    ``path`` is the file, ``directory/<kind>/<id>.yml`` under ``root``, absolute or relative to it.
    Raises ValueError for any other path.
    """
    relative = (path if path.is_absolute() else root / path).relative_to(root)
    if len(relative.parts) != 3 or relative.parts[1] not in KINDS or relative.suffix != ".yml":  # noqa: PLR2004 (what the number is of stands beside it)
        raise ValueError(f"{relative} is not directory/<kind>/<id>.yml")
    kind = relative.parts[1]
    if problem := misnamed(kind, relative.stem):
        return None, [problem]
    record, problems = _record(root, kind, relative.stem, vocabulary)
    return (record if isinstance(record, Record) else None), problems


@contextmanager
def _no_collection() -> Iterator[None]:
    """Turns Python's cycle collector off.

    Among so many new objects it finds nothing and takes a fifth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


# --- files ----------------------------------------------------------------------------------------


def _content(root: Path, file: str, limit: int) -> bytes:
    """A file's bytes, at most one more than the limit. Raises OSError."""
    with open(f"{root}/{file}", "rb", buffering=0) as stream:  # noqa: PTH123 (Path.open is three times as slow)
        return stream.read(limit + 1)


def _document(
    root: Path, file: str, limit: int = yamlfile.RECORD_LIMIT
) -> tuple[Document | None, list[Problem]]:
    if leads_out(root, root / file):
        return None, [Problem(file, 1, 1, "symlink")]
    try:
        content = _content(root, file, limit)
    except OSError as error:
        return None, [Problem(file, 1, 1, "unreadable", {"detail": error.strerror or str(error)})]
    return yamlfile.read(file, content, limit=limit)


def _vocabulary(root: Path, listing: Listing) -> tuple[Vocabulary, list[Problem]]:
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    for name in listing.vocabulary:
        document, faults = _document(root, vocabulary_file(name), yamlfile.VOCABULARY_LIMIT)
        problems += faults
        if document is not None:
            documents[name] = document
    vocabulary, faults = vocabulary_from(documents)
    return vocabulary, problems + faults


# --- records --------------------------------------------------------------------------------------


def _records(
    root: Path, listing: Listing, vocabulary: Vocabulary, progress: Progress | None, processes: int
) -> tuple[dict[str, dict[str, Entry]], list[Problem]]:
    places = [(kind, name) for kind, names in listing.records.items() for name in names]
    records: dict[str, dict[str, Entry]] = {kind: {} for kind in FILES}
    problems: list[Problem] = []
    for count, ((kind, name), data) in enumerate(
        zip(places, _data(root, places, processes), strict=True), 1
    ):
        record = _quickly(kind, name, data, vocabulary)
        if record is None:
            record, faults = _record(root, kind, name, vocabulary)
            problems += faults
        if record is not None:
            records[kind][name] = record
        if progress and (count % 50 == 0 or count == len(places)):
            progress(count, len(places))
    return records, problems


def _quickly(kind: str, name: str, data: Data | None, vocabulary: Vocabulary) -> Entry | None:
    """The record of data without surprises; None if it has to be read with care."""
    if data is None or "id" in data:
        return None
    data["id"] = name
    try:
        return FILES[kind].model_validate(data, context=vocabulary, by_alias=True, by_name=False)
    except ValidationError:
        return None


def _record(
    root: Path, kind: str, name: str, vocabulary: Vocabulary
) -> tuple[Entry | None, list[Problem]]:
    """The record read with care, and every problem of its own."""
    document, problems = _document(root, record_file(kind, name))
    if document is None:
        return None, problems
    if "id" in document.data:
        problems.append(
            Problem(
                document.file, *document.position(("id",), key=True), "id-in-file", {"value": name}
            )
        )
    record, faults = validate(document, FILES[kind], vocabulary, id=name)
    problems += faults
    return (None if problems else record), problems


Places = Sequence[tuple[str, str]]
"""Records by kind and id."""


def _data(root: Path, places: Places, processes: int) -> Iterable[Data | None]:
    """The data of each record in order; None where the careful reader has to look."""
    if processes < 2 or len(places) < _MANY or not can_share():  # noqa: PLR2004 (what the number is of stands beside it)
        return (_quick_data(root, place) for place in places)
    return _forked(root, places, processes)


def _forked(root: Path, places: Places, processes: int) -> Iterator[Data | None]:
    chunks = [places[start : start + _CHUNK] for start in range(0, len(places), _CHUNK)]
    with Workers(partial(_packed, root), chunks, processes) as shares:
        for packed in shares:
            yield from marshal.loads(packed)  # noqa: S302 (from our own child)


def _packed(root: Path, places: Places) -> bytes:
    """The data of records, packed by marshal: the quickest way between processes of one Python."""
    return marshal.dumps([_quick_data(root, place) for place in places])


def _quick_data(root: Path, place: tuple[str, str]) -> Data | None:
    try:
        return quick(_content(root, record_file(*place), yamlfile.RECORD_LIMIT))
    except OSError:
        return None


# --- findings -------------------------------------------------------------------------------------


def _is_echo(finding: Finding, left_out: AbstractSet[str]) -> bool:
    """Whether a record is missing only because its own problems, reported already, left it out."""
    return finding.code == "unknown-record" and finding.facts["value"] in left_out


def locate(root: Path, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The findings of checks as problems with positions, for which the files are read again."""
    document = Document("", "", {})
    for finding in sorted(
        findings, key=lambda finding: (finding.record.kind_name, finding.record.id)
    ):
        file = record_file(finding.record.kind_name, finding.record.id)
        if file != document.file:  # they come in order, so one document at a time is enough
            document = _reopened(root, file)
        yield Problem(
            file, *document.position(finding.path, key=finding.at_key), finding.code, finding.facts
        )


def _reopened(root: Path, file: str) -> Document:
    try:
        return yamlfile.reopened(file, _content(root, file, yamlfile.RECORD_LIMIT))
    except OSError:  # gone since it was read
        return Document(file, "", {})
