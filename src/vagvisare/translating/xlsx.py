"""A workbook for translators who use a spreadsheet: a row per text, and a sheet of words to use.

The first row names the columns. They are found by name, so their order does not matter and there
may be more. The column of translations also names the language: ``translation (ar)``. A changed
translation is its translator's own; an unchanged one is vouched for by anything in ``reviewed``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from vagvisare.languages.languages import Language
from vagvisare.problems.problems import Fact, Problem
from vagvisare.records.texts import fingerprint
from vagvisare.translating.sheet import Outgoing, Reply, Sheet

COLUMNS: Mapping[str, int] = {
    "id": 34,
    "state": 10,
    "swedish before": 40,
    "swedish": 60,
    "translation": 60,
    "reviewed": 10,
    "note": 34,
    "address": 34,
    "given": 10,
}
"""The columns, and their widths in characters."""
NEEDED = ("id", "swedish", "translation", "reviewed")
"""The columns without which nothing can be taken in."""
TEXTS, WORDS = "texts", "words"
"""The names of the two sheets."""
LIMIT = 128 * 1024 * 1024
"""The most bytes of a workbook's parts together, unpacked; all texts of 10,000 records take a
tenth.
"""
MOST_ROWS = 1_048_576
"""The most rows that a spreadsheet has (Excel)."""
_NAME = re.compile(r"(?P<name>.+?)(?: *\((?P<language>[\w-]+)\))?")
_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 (a workbook's dates have no zone; always the same, so that the bytes are too)


def write(entries: Iterable[Outgoing], language: Language, project: str) -> bytes:
    """The texts as a workbook in one language."""
    book = Workbook()
    book.properties.creator = project
    book.properties.title = f"{project}: {language.code}"
    book.properties.created = book.properties.modified = _NEVER
    texts: Any = book.active
    texts.title = TEXTS
    given = list(entries)
    names = tuple(
        f"{name} ({language.code})" if name == "translation" else name for name in COLUMNS
    )
    _fill(texts, names, [_row(entry) for entry in given], tuple(COLUMNS.values()))
    if language.direction == "rtl":
        for cells in texts.iter_rows(min_row=2, min_col=5, max_col=5):
            cells[0].alignment = Alignment(
                wrap_text=True, vertical="top", readingOrder=2, horizontal="right"
            )
    words = sorted({term for entry in given for term in entry.terms})
    _fill(book.create_sheet(WORDS), ("swedish", language.code), words, (40, 40))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _row(entry: Outgoing) -> tuple[str, ...]:
    return (
        entry.key,
        entry.state,
        entry.previous,
        entry.source,
        entry.translation,
        "",
        entry.note,
        entry.address,
        fingerprint(entry.translation) if entry.translation else "",
    )


def _fill(
    sheet: Worksheet,
    names: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    widths: tuple[int, ...],
) -> None:
    sheet.append(names)
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.data_type = "s" if cell.value else "n"  # text that begins with "=" is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(widths, 1):
        head = sheet.cell(row=1, column=number)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDE8E2")
        sheet.column_dimensions[head.column_letter].width = width
    sheet.freeze_panes = "A2"


def read(file: str, content: bytes) -> Sheet:
    """A workbook that came back. If it cannot be read, that is a problem of the sheet."""
    try:
        rows = dict(_rows(content))
    except Exception:  # noqa: BLE001 (a damaged file leads openpyxl into whatever exception there is)
        return Sheet(file, None, problems=(Problem(file, 1, 1, "exchange-no-workbook"),))
    columns, language = _columns(rows.pop(1, ()))
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        facts: dict[str, Fact] = {"value": missing[0], "valid": tuple(COLUMNS)}
        return Sheet(
            file, language, problems=(Problem(file, 1, 1, "exchange-missing-column", facts),)
        )
    problems: list[Problem] = []
    replies: list[Reply] = []
    for number, row in rows.items():
        cells = {
            name: row[column - 1] if column <= len(row) else _Cell()
            for name, column in columns.items()
        }
        if not cells["id"].text:
            continue
        problems += _formulas(file, number, cells, columns)
        vouched = True if cells["reviewed"].text else None
        given = cells["given"].text if "given" in cells else ""
        place = (number, columns["translation"])
        replies.append(
            Reply(
                cells["id"].text,
                cells["swedish"].text,
                cells["translation"].text,
                vouched,
                *place,
                given,
            )
        )
    return Sheet(file, language, tuple(replies), tuple(problems))


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str = ""
    is_formula: bool = False


def _rows(content: bytes) -> Iterator[tuple[int, tuple[_Cell, ...]]]:
    """The rows of the texts by number, without empty ones.

    Raises ValueError for a workbook that is too large.
    """
    with ZipFile(BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LIMIT:
            raise ValueError
    book = load_workbook(BytesIO(content), read_only=True)
    texts = book[TEXTS] if TEXTS in book.sheetnames else book.worksheets[0]
    texts.reset_dimensions()  # the size that a file states may be wrong
    for number, row in enumerate(texts.iter_rows(), 1):
        if number > MOST_ROWS:
            raise ValueError
        cells = tuple(_Cell(_words(cell.value), cell.data_type == "f") for cell in row)
        if any(cell.text for cell in cells):
            yield number, cells


def _formulas(
    file: str, row: int, cells: Mapping[str, _Cell], columns: Mapping[str, int]
) -> Iterator[Problem]:
    for name in NEEDED:
        if cells[name].is_formula:
            facts = {"value": cells[name].text, "key": cells["id"].text}
            yield Problem(file, row, columns[name], "exchange-formula", facts)


def _columns(first: Iterable[_Cell]) -> tuple[Mapping[str, int], str | None]:
    """The columns by name, and the language that one of them names."""
    columns: dict[str, int] = {}
    language = None
    for column, cell in enumerate(first, 1):
        match = _NAME.fullmatch(cell.text[:100])
        if match:
            columns.setdefault(match["name"].casefold(), column)
            language = match["language"] or language
    return columns, language


def _words(value: object) -> str:
    """A cell's value as text.

    Excel keeps line breaks as typed; some programs write them as ``_x000D_``.
    """
    return "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
