"""Translations that cannot be taken in.

All faults are reported at once with their places, and nothing is written.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from openpyxl import Workbook
from translating.roots import ROOT, differences, exported, run

from vagvisare.problems.messages import MESSAGES
from vagvisare.reading.loading import load
from vagvisare.translating.passages import passages

HEAD = 'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
ROW = ("id", "swedish", "translation (ar)", "reviewed")
SFI = ("offers/sfi/summary", "Grundläggande undervisning.")


def _entry(key: str, source: str, translation: str) -> str:
    return f'msgctxt "{key}"\nmsgid "{source}"\nmsgstr "{translation}"\n\n'


PO: dict[str, tuple[str, str]] = {
    "exchange-unreadable": (HEAD + "#: \u2068a b\n" + _entry(*SFI, "أ"), ":6:1: "),
    "po-line": (HEAD + "<<<<<<< HEAD\n" + _entry(*SFI, "أ"), ":6:1: "),
    "po-cut": (HEAD + _entry(*SFI, "أ") + 'msgctxt "offers/sfi/cost"\nmsgid "Gra"', ":10:1: "),
    "po-twice": (HEAD + _entry(*SFI, "أ") + _entry(*SFI, "ب"), ":10:1: "),
    "po-forms": (
        HEAD.replace("\n\n", '\n"Plural-Forms: nplurals=2000000000; plural=0;\\n"\n\n'),
        ":5:1: ",
    ),
    "exchange-no-language": (HEAD.replace("Language: ar", "Language: sv"), ":1:1: "),
    "exchange-unknown-language": (HEAD.replace("Language: ar", "Language: xx"), ":1:1: "),
    "exchange-unknown-text": (HEAD + _entry("offers/sfi/sumary", "a", "b"), ":8:1: "),
    "exchange-two-answers": (HEAD + _entry(*SFI, "أ") + _entry(SFI[0], "Annat.", "ب"), ":12:1: "),
    "exchange-changed-meanwhile": (HEAD + "#. given out: 00000000\n" + _entry(*SFI, "أ"), ":9:1: "),
    "exchange-lost-link": (
        HEAD + _entry(SFI[0], "Se [här](https://a.example/b).", "انظر هنا."),
        ":8:1: ",
    ),
    "exchange-lost-number": (
        HEAD + _entry(SFI[0], "Ring 112 eller 08-123.", "اتصل ١١٢ أو 08-123."),
        ":8:1: ",
    ),
    "exchange-lost-placeholder": (
        HEAD + _entry("docs/about/what", "## Vad {#what}", "## ما"),
        ":8:1: ",
    ),
    "exchange-forbidden-character": (HEAD + _entry(*SFI, "أ\u202eب"), ":8:1: "),
}
XLSX: dict[str, tuple[list[tuple[Any, ...]], str]] = {
    "exchange-missing-column": ([("id", "swedish", "reviewed")], ":1:1: "),
    "exchange-formula": ([ROW, (*SFI, '=HYPERLINK("https://a.example")', "")], ":2:3: "),
}


def _written(root: Path, code: str) -> Path:
    if code in PO:
        file = root / "back.po"
        file.write_text(PO[code][0], "utf-8")
        return file
    book = Workbook()
    for row in XLSX[code][0]:
        book.active.append(row)
    book.save(root / "back.xlsx")
    return root / "back.xlsx"


@pytest.mark.parametrize("code", [*PO, *XLSX])
def test_says_what_is_wrong_and_writes_nothing(root: Path, code: str) -> None:
    file = _written(root, code)
    place = (PO.get(code) or XLSX[code])[1]
    for language in ("sv", "en"):
        result = run(root, "import", str(file), "--language", language)
        assert result.exit_code == 1
        assert [*map(_code, result.stdout.splitlines())] == [code]
        assert result.stdout.startswith(f"{file}{place}")
    assert differences(root) == {}


def _code(line: str) -> str:
    return re.search(r"\[([\w-]+)\]$", line)[1]


def test_every_code_has_its_file() -> None:
    known = {code for code in MESSAGES if code.startswith("exchange-")}
    assert known == {*PO, *XLSX, "exchange-no-place", "exchange-no-workbook"} - {
        code for code in PO if code.startswith("po-")
    }


def test_everything_is_told_at_once(root: Path) -> None:
    file = root / "back.po"
    wrong = [
        _entry(SFI[0], "Ring 112.", "اتصل."),
        _entry("offers/sfi/cost", "Se https://a.example", "ب"),
        _entry("x/y/z", "a", "b"),
    ]
    good = _entry("offers/sfi/responsible", "Kommunen.", "البلدية.")
    file.write_text(HEAD + good + "".join(wrong), "utf-8")
    result = run(root, "import", str(file))
    assert [*map(_code, result.stdout.splitlines())] == [
        "exchange-lost-number",
        "exchange-lost-link",
        "exchange-unknown-text",
    ]
    assert differences(root) == {}, "the good one is not written either"


def test_a_file_that_would_outgrow_its_limit(root: Path) -> None:
    file = root / "back.po"
    file.write_text(HEAD + _entry(*SFI, "أ" * 40_000), "utf-8")
    result = run(root, "import", str(file), "--language", "en")
    assert (result.exit_code, _code(result.stdout.strip())) == (1, "exchange-no-place")
    assert "too-large" in result.stdout
    assert differences(root) == {}


@pytest.mark.parametrize(
    ("name", "code"), [("back.po", "po-large"), ("back.xlsx", "exchange-no-workbook")]
)
def test_a_file_of_fifty_gigabytes(root: Path, name: str, code: str) -> None:
    with (root / name).open("wb") as file:
        file.truncate(50 * 1024**3)
    assert _code(run(root, "import", str(root / name)).stdout.strip()) == code


def test_a_pipe_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "pipe.po")
    result = run(root, "import", str(root / "pipe.po"))
    assert (result.exit_code, "not a file" in result.stderr) == (2, True)


def test_a_byte_order_mark_is_passed_over(root: Path) -> None:
    file = root / "back.po"
    file.write_text(HEAD + _entry("offers/sfi/sumary", "a", "b"), "utf-8-sig")
    assert _code(run(root, "import", str(file)).stdout.strip()) == "exchange-unknown-text"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"PK\x03\x04 cut off", b"<html>"])
def test_what_is_no_workbook(root: Path, content: bytes) -> None:
    file = root / "back.xlsx"
    file.write_bytes(content)
    assert _code(run(root, "import", str(file)).stdout.strip()) == "exchange-no-workbook"


@pytest.mark.parametrize(
    "content",
    [
        (
            b'msgid ""\nmsgstr ""\n"Language: ar\\n"\n'
            b'"Plural-Forms: nplurals=many; plural=rubbish;\\n"\n'
        ),
        b'msgid ""\nmsgstr "Content-Type: text/plain; charset=no-such\\n"\n',
        b'msgid ""\nmsgstr "no colon"\n',
        b"\x00\xff",
        b"",
    ],
)
def test_a_po_file_with_a_broken_header(root: Path, content: bytes) -> None:
    file = root / "back.po"
    file.write_bytes(content)
    result = run(root, "import", str(file))
    assert result.exit_code == 1, "it does not say what it is, or cannot be read"
    assert _code(result.stdout.strip()) in {
        "po-forms",
        "po-charset",
        "po-header",
        "not-utf8",
        "exchange-no-language",
    }


HOSTILE = (
    *(
        "'; DROP",
        "- [x]: {y}",
        "# no comment",
        "&anchor *alias",
        "!!python/object",
        "a: b #c",
        "yes",
        "|-",
        "0136",
        "<script>",
    ),
    *(
        "'single' \"double\"",
        "back\\slash \\x41",
        "one\n\ntwo",
        "\u200cنیم‌فاصله",
        "{sv: x}",
        "- ",
        "%(a)s {b}",
        "=",
    ),
)


def test_a_hostile_text_is_text(root: Path) -> None:
    keys = [
        key
        for key in re.findall(r'^msgctxt "(offers/.*)"$', exported("po").decode(), re.MULTILINE)
        if key
    ]
    answers = dict(zip(keys, HOSTILE, strict=False))
    catalogue = Catalog("ar")
    for key, text in answers.items():
        catalogue.add("Text.", text, context=key)
    with (root / "back.po").open("wb") as target:
        write_po(target, catalogue)
    assert run(root, "import", str(root / "back.po")).stderr.startswith(
        f"{len(HOSTILE)} texts and {len(HOSTILE)} marks"
    )
    known = {passage.key: passage for passage in passages(load(root).directory)}
    assert {key: known[key].text["ar"] for key in answers} == {
        key: text.strip() for key, text in answers.items()
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "no-such-file.po"],
        ["import", str(ROOT / "mkdocs.yml")],
        ["export", "--language", "sv"],
        ["export", "--language", "xx"],
        ["export", "--language", "ar", "--to", "docx"],
    ],
)
def test_wrong_use(root: Path, arguments: list[str]) -> None:
    result = run(root, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
