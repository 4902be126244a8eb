"""Files of expected cases: YAML or JSON, one case a file or a list of them under ``cases``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from vagvisare.guidance.cases import Case, municipality_of
from vagvisare.guidance.person import Person
from vagvisare.languages.languages import SOURCE
from vagvisare.reading.casewords import Spellings
from vagvisare.records.directory import COUNTRY, Directory

ENDINGS = frozenset({".yml", ".yaml", ".json"})
LIMIT = 1_000_000
"""The largest file of cases that is read, in bytes."""
NOTHING = frozenset({"", "null", "~"})
"""The values that count as an empty field."""


class CaseError(ValueError):
    """A file of cases that cannot be read; its text says where, and what to write instead."""


def files_of(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The files of cases that were named, and those below the folders that were named."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file for file in path.rglob("*") if file.suffix in ENDINGS and file.is_file()
            )
        else:
            yield path


def cases_of(path: Path, directory: Directory) -> Iterator[Case]:
    """The cases of a file. Raises CaseError, OSError."""
    data = _read(path)
    entries = data.get("cases", [data]) if isinstance(data, dict) else data
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CaseError(f'{path}: write one case, or a list of cases under "cases:"')
    for number, entry in enumerate(entries, 1):
        name = path.stem if len(entries) == 1 else f"{path.stem} {number}"
        yield _Reading(entry, directory).case(name)


def _read(path: Path) -> Any:
    # Not the loader in C: deeply nested brackets make it end the process instead of raising.
    if path.stat().st_size > LIMIT:
        raise CaseError(f"{path}: larger than {LIMIT // 1000} kB")
    try:
        return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (makes nothing but text)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise CaseError(f"{path}: cannot be read as YAML: {error}") from error


class _Reading:
    """Reads one case.

    What is wrong in it becomes a fault of the case, so that the next one is read too.
    """

    def __init__(self, entry: Mapping[str, Any], directory: Directory) -> None:
        self._entry = entry
        self._directory = directory
        self._spellings = Spellings(directory)
        self._faults: list[str] = []

    def case(self, name: str) -> Case:
        """The case, called ``name`` where it has no id of its own."""
        spellings = self._spellings
        first = self._text("first")
        return Case(
            name=self._text("id") or name,
            municipality=self._municipality(),
            person=self._person(),
            first=next(spellings.bodies(first)) if first else None,
            must_name=tuple(
                body for written in self._list("must_name") for body in spellings.bodies(written)
            ),
            must_offer=tuple(map(spellings.offer, self._list("must_offer"))),
            must_never_show=tuple(map(spellings.thing, self._list("must_never_show"))),
            why=tuple(self._list("why")),
            faults=tuple(self._faults),
        )

    def _person(self) -> Person:
        situations = tuple(self._situation(written) for written in self._list("situations"))
        language = self._text("language") or SOURCE
        age, months = self._number("age"), self._number("months_since_permit")
        return Person(tuple(filter(None, situations)), self._need(), language, age, months)

    def _municipality(self) -> str:
        written = self._text("municipality") or ""
        code = municipality_of(self._directory, written)
        if code is None:
            self._faults.append(f'municipality: there is no {written!r}; write its code, as "0136"')
        return code or COUNTRY

    def _situation(self, written: str) -> str | None:
        vocabulary = self._directory.vocabulary
        code = vocabulary.situation_aliases.get(written, written)
        if code in vocabulary.situations:
            return code
        self._faults.append(
            f"situations: there is no {written!r}; directory/vocabulary/situations.yml lists them"
        )
        return None

    def _need(self) -> str | None:
        need = self._text("need")
        if need is None or need in self._directory.vocabulary.terms("needs"):
            return need
        self._faults.append(
            f"need: there is no {need!r}; directory/vocabulary/needs.yml lists them"
        )
        return None

    def _number(self, field: str) -> int | None:
        value = self._text(field)
        if value is None or (value.isascii() and value.isdecimal() and len(value) <= len("1200")):
            return int(value) if value else None
        self._faults.append(f"{field}: {value!r} is no whole number; write as 34")
        return None

    def _text(self, field: str) -> str | None:
        value = self._entry.get(field) or ""
        if not isinstance(value, str):
            self._faults.append(f"{field}: write one word or number, no list")
            return None
        return None if value in NOTHING else value

    def _list(self, field: str) -> list[str]:
        value = self._entry.get(field) or ()
        items = [value] if isinstance(value, str) else list(value)
        if any(not isinstance(item, str) for item in items):
            self._faults.append(f"{field}: write a list of words, as [flykting, nyanländ]")
        return [item for item in items if isinstance(item, str) and item not in NOTHING]
