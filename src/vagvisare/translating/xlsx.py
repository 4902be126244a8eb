"""A workbook, for translators who work in a spreadsheet: one line a text, and a sheet with the words of the vocabulary.

The first line names the columns; they are found by name, so that their order and further columns do not matter. The language
stands with its column: ``translation (ar)``. A translation that was changed is its translator's own; an unchanged one is vouched
for by any sign in ``reviewed``.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from vagvisare.languages.languages import Language
from vagvisare.problems.problems import Fact, Problem
from vagvisare.records.texts import fingerprint
from vagvisare.translating.sheet import Answer, Entry, Sheet

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
"""The columns, and how wide they are in characters."""
NEEDED = ("id", "swedish", "translation", "reviewed")
"""Those without which nothing can be taken in."""
TEXTS, WORDS = "texts", "words"
"""The names of the two sheets."""
_NAME = re.compile(r"(?P<name>.+?)(?: *\((?P<language>[\w-]+)\))?")
_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 (a workbook's dates have no zone; always the same, so that the bytes are too)


def write(entries: Iterable[Entry], language: Language, project: str) -> bytes:
    """The texts as a workbook in one language."""
    book = Workbook()
    book.properties.creator = project
    book.properties.title = f"{project}: {language.code}"
    book.properties.created = book.properties.modified = _NEVER
    texts: Any = book.active
    texts.title = TEXTS
    given = list(entries)
    names = tuple(f"{name} ({language.code})" if name == "translation" else name for name in COLUMNS)
    _fill(texts, names, [_row(entry) for entry in given], tuple(COLUMNS.values()))
    if language.direction == "rtl":
        for cells in texts.iter_rows(min_row=2, min_col=5, max_col=5):
            cells[0].alignment = Alignment(wrap_text=True, vertical="top", readingOrder=2, horizontal="right")
    words = sorted({term for entry in given for term in entry.terms})
    _fill(book.create_sheet(WORDS), ("swedish", language.code), words, (40, 40))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _row(entry: Entry) -> tuple[str, ...]:
    return (
        entry.key, entry.state, entry.previous, entry.source, entry.translation, "", entry.note, entry.address,
        fingerprint(entry.translation) if entry.translation else "",
    )  # fmt: skip


def _fill(sheet: Worksheet, names: tuple[str, ...], rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> None:
    sheet.append(names)
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.data_type = "s" if cell.value else "n"  # a text that begins with "=" is a text
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(widths, 1):
        head = sheet.cell(row=1, column=number)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDE8E2")
        sheet.column_dimensions[head.column_letter].width = width
    sheet.freeze_panes = "A2"


def read(file: str, content: bytes) -> Sheet:
    """A workbook that came back. What cannot be read is a problem of the sheet."""
    try:
        book = load_workbook(BytesIO(content))
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        return Sheet(file, None, problems=(Problem(file, 1, 1, "exchange-unreadable", {"detail": str(error)}),))
    texts = book[TEXTS] if TEXTS in book.sheetnames else book.worksheets[0]
    columns, language = _columns(texts)
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        facts: dict[str, Fact] = {"value": missing[0], "valid": tuple(COLUMNS)}
        return Sheet(file, language, problems=(Problem(file, 1, 1, "exchange-missing-column", facts),))
    problems: list[Problem] = []
    answers: list[Answer] = []
    for row in range(2, texts.max_row + 1):
        cells = {name: texts.cell(row=row, column=columns[name]) for name in NEEDED}
        if not cells["id"].value:
            continue
        problems += (
            Problem(file, row, cell.column, "exchange-formula", {"value": str(cell.value), "key": str(cells["id"].value)})
            for cell in cells.values()
            if cell.data_type == "f"
        )
        words = {name: _words(cell.value) for name, cell in cells.items()}
        given = _words(texts.cell(row=row, column=columns["given"]).value) if "given" in columns else ""
        vouched = True if words["reviewed"] else None
        place = (row, columns["translation"])
        answers.append(Answer(words["id"], words["swedish"], words["translation"], vouched, *place, given))
    return Sheet(file, language, tuple(answers), tuple(problems))


def _columns(texts: Worksheet) -> tuple[Mapping[str, int], str | None]:
    """The columns by name, and the language that stands with the translation."""
    columns: dict[str, int] = {}
    language = None
    for cell in texts[1] if texts.max_row else ():
        match = _NAME.fullmatch(str(cell.value or "").strip())
        if match:
            columns.setdefault(match["name"].casefold(), cell.column)
            language = match["language"] or language
    return columns, language


def _words(value: object) -> str:
    """What stands in a cell as text; Excel keeps line breaks as they are typed, and some programs as ``_x000D_``."""
    return "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
