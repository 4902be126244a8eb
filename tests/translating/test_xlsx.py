"""vagvisare.translating.xlsx: a workbook comes back as it went out.

A damaged, huge or hostile one is refused in words.
"""

import io
import random
import re
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.formula import ArrayFormula

from vagvisare.languages.languages import Language
from vagvisare.translating import xlsx
from vagvisare.translating.sheet import Outgoing

ARABIC = Language("ar", "العربية", "rtl", "Arab")
TEXTS = ("=1+1", "+46", "@x", "{{ 7*7 }} {% x %}", "a\nb", "<b>&amp;</b>", "%(x)9s", "مالمو")
SHEET = "xl/worksheets/sheet1.xml"


def _book() -> bytes:
    entries = [
        Outgoing(f"offers/a{number}/summary", text, text, "machine")
        for number, text in enumerate(TEXTS)
    ]
    return xlsx.write(entries, ARABIC, "Vägvisare")


def _codes(content: bytes) -> list[str]:
    return [problem.code for problem in xlsx.read("back.xlsx", content).problems]


def test_texts_come_back_as_they_went_out() -> None:
    sheet = xlsx.read("back.xlsx", _book())
    assert [(reply.source, reply.translation) for reply in sheet.replies] == [
        (text, text) for text in TEXTS
    ]
    assert (sheet.language, sheet.problems) == ("ar", ())


def test_no_text_becomes_a_formula() -> None:
    book = load_workbook(io.BytesIO(_book()))
    assert not [cell for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_a_formula_is_refused_at_its_cell() -> None:
    book = Workbook()
    book.active.append(("id", "swedish", "translation (ar)", "reviewed"))
    book.active.append(("offers/a/summary", "a", '=HYPERLINK("https://a.example")', ""))
    book.active.append(("offers/a/summary", "a", "", ""))
    book.active["C3"] = ArrayFormula("C3", "=A1:A2")
    target = io.BytesIO()
    book.save(target)
    problems = xlsx.read("back.xlsx", target.getvalue()).problems
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [
        (2, 3, "exchange-formula"),
        (3, 3, "exchange-formula"),
    ]


# --- damaged --------------------------------------------------------------------------------------


def test_damage_is_refused_or_read_and_never_a_traceback() -> None:
    good, chance = _book(), random.Random(17)
    said: set[str] = set()
    for _ in range(400):
        content = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 3))
        said.update(_codes(bytes(content)))
    assert said <= {"exchange-no-workbook", "exchange-missing-column", "exchange-formula"}
    assert "exchange-no-workbook" in said


def test_one_cut_off_anywhere_is_refused() -> None:
    good = _book()
    for size in range(0, len(good), len(good) // 60):
        assert _codes(good[:size]) == ["exchange-no-workbook"], size


def _changed(part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its parts changed."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_book())) as book,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in book.namelist():
            content = book.read(name)
            made.writestr(name, change(content.decode()) if name == part else content)
    return target.getvalue()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 50}">' for n in range(9))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (SHEET, lambda _: ""),
        (SHEET, lambda xml: xml[: len(xml) // 2]),
        (SHEET, lambda xml: re.sub(r' r="2"', ' r="2000000000"', xml)),
        (SHEET, lambda xml: re.sub(r' r="A2"', ' r="ZZZZZZ2"', xml)),
        (SHEET, lambda xml: re.sub(r't="inlineStr"><is>.*?</is>', 't="s"><v>99999999</v>', xml)),
        (
            SHEET,
            lambda xml: f"<!DOCTYPE a [{LAUGHS}]>" + re.sub(r"<t[^>]*>.*?</t>", "<t>&l8;</t>", xml),
        ),
        (SHEET, lambda xml: "<a>" * 100_000 + xml),
        ("xl/workbook.xml", lambda xml: re.sub(r"<sheet .*/>", "", xml)),
        ("xl/workbook.xml", lambda _: "<workbook/>"),
        ("[Content_Types].xml", lambda _: "<Types/>"),
        ("xl/styles.xml", lambda _: "no xml"),
    ],
)
def test_hostile_parts_are_refused_at_once(part: str, change: Callable[[str], str]) -> None:
    began = time.process_time()
    content = _changed(part, change)
    assert content != _changed(part, str)
    assert _codes(content) in (["exchange-no-workbook"], ["exchange-missing-column"])
    assert time.process_time() - began < 5


def test_a_bomb_is_not_unpacked() -> None:
    content = _changed(SHEET, lambda xml: xml + " " * (200 * 1024 * 1024))
    assert len(content) < 1_000_000
    tracemalloc.start()
    assert _codes(content) == ["exchange-no-workbook"]
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_rows_that_are_only_coloured_are_passed_over() -> None:
    """Colour in the last row of a spreadsheet makes it a million rows tall."""
    book = load_workbook(io.BytesIO(_book()))
    book["texts"].cell(row=xlsx.MOST_ROWS, column=5).fill = PatternFill("solid", fgColor="FFFF00")
    target = io.BytesIO()
    book.save(target)
    began = time.process_time()
    assert len(xlsx.read("back.xlsx", target.getvalue()).replies) == len(TEXTS)
    assert time.process_time() - began < 5
