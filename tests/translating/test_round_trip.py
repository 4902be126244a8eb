"""Out to translators and back, over the whole shipped directory.

Nothing is lost, and only what was changed changes.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from openpyxl import load_workbook
from translating.roots import differences, exported, run, the_whole

from vagvisare.records.texts import fingerprint

KEY = "offers/sfi/application_process.1"
SOURCE = "Ansök till kommunen."
FRESH = "قدّم طلبا لدى البلدية."


def _exported(root: Path, form: str, language: str = "ar") -> Path:
    target = root / f"out.{form}"
    target.write_bytes(exported(form, language))
    return target


def _po(file: Path, change: Callable[[object], None]) -> None:
    """Changes messages as a translator's program does: it reads the file and rewrites all of it."""
    with file.open("rb") as source:
        catalogue = read_po(source)
    for message in catalogue:
        if message.context:
            change(message)
    with file.open("wb") as target:
        write_po(target, catalogue, width=60, include_previous=True, sort_output=True)


def _workbook(file: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Changes cells as a person with a spreadsheet would."""
    book = load_workbook(file)
    names = [re.sub(r" \(.*", "", str(cell.value)) for cell in book["texts"][1]]
    for row in book["texts"].iter_rows(min_row=2):
        change(dict(zip(names, row, strict=True)))
    book.save(file)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of everything that is shipped."""
    return the_whole(tmp_path_factory.mktemp("whole"))


SLOW = [pytest.param(language, marks=pytest.mark.slow) for language in ("so", "en", "uk")]


@pytest.mark.parametrize("language", ["ar", *SLOW])
@pytest.mark.parametrize("form", ["po", "xlsx"])
def test_unchanged_nothing_changes_in_the_whole_directory(
    whole: Path, form: str, language: str
) -> None:
    target = whole / f"{language}.{form}"
    assert (
        run(
            whole, "export", "--language", language, "--to", form, "--output", str(target)
        ).exit_code
        == 0
    )
    result = run(whole, "import", str(target))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "0 texts and 0 marks in 0 files\n"
    assert differences(whole) == {}


def test_nothing_changes_after_another_program_has_written_the_file(shared: Path) -> None:
    file = _exported(shared, "po")
    _po(file, str)
    assert run(shared, "import", str(file)).stderr == "0 texts and 0 marks in 0 files\n"
    assert differences(shared) == {}


def test_two_exports_are_the_same_bytes(shared: Path) -> None:
    target = shared / "again.po"
    assert run(shared, "export", "--language", "ar", "--output", str(target)).exit_code == 0
    assert target.read_bytes() == exported("po")
    for only in (["--state", "missing"], ["--state", "missing", "--state", "current"]):
        assert (
            run(shared, "export", "--language", "ar", "--output", str(target), *only).exit_code == 0
        )
        assert b"#, fuzzy" not in target.read_bytes()


def test_gettext_itself_takes_the_file(shared: Path) -> None:
    if not shutil.which("msgfmt"):
        pytest.skip("gettext is not on this machine")
    subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", os.devnull, _exported(shared, "po")],
        check=True,
    )


def _one_changed(root: Path, form: str) -> Path:
    file = _exported(root, form)

    def message(found: object) -> None:
        if found.context == KEY:
            found.string = FRESH
            found.flags.discard("fuzzy")

    def row(cells: dict[str, object]) -> None:
        if cells["id"].value == KEY:
            cells["translation"].value = FRESH

    _po(file, message) if form == "po" else _workbook(file, row)
    return file


@pytest.mark.parametrize("form", ["po", "xlsx"])
def test_one_changed_text_changes_that_value_and_its_mark(root: Path, form: str) -> None:
    result = run(root, "import", str(_one_changed(root, form)), "--reviewed", "2026-11-24")
    assert (result.exit_code, result.stderr) == (0, "1 texts and 1 marks in 1 files\n")
    made_from = fingerprint(SOURCE)
    assert differences(root) == {
        "directory/offers/sfi.yml": [
            "-    ar: قدم طلبا إلى البلدية.",
            f"+    ar: {FRESH}",
            f"-    application_process.1: {{from: {made_from}, by: machine}}",
            f"+    application_process.1: {{from: {made_from}, by: human, reviewed: '2026-11-24'}}",
        ]
    }
    assert run(root, "status", "--language", "ar", "--format", "json").exit_code == 0


def test_a_fuzzy_change_is_not_vouched_for(root: Path) -> None:
    file = _exported(root, "po")
    _po(file, lambda message: setattr(message, "string", FRESH) if message.context == KEY else None)
    assert run(root, "import", str(file)).stderr == "1 texts and 0 marks in 1 files\n"
    assert [line[:1] for line in differences(root)["directory/offers/sfi.yml"]] == ["-", "+"]


def test_taking_fuzzy_away_vouches_for_the_text_as_it_stands(root: Path) -> None:
    file = _exported(root, "po")
    _po(file, lambda message: message.flags.discard("fuzzy") if message.context == KEY else None)
    assert run(root, "import", str(file)).stderr == "0 texts and 1 marks in 1 files\n"
    assert differences(root)["directory/offers/sfi.yml"][1].endswith("by: human}")


def test_a_sign_in_the_sheet_vouches_for_the_text_as_it_stands(root: Path) -> None:
    file = _exported(root, "xlsx")
    _workbook(
        file,
        lambda cells: (
            setattr(cells["reviewed"], "value", "x") if cells["id"].value == KEY else None
        ),
    )
    assert (
        run(root, "import", str(file), "--reviewed", "2026-11-24").stderr
        == "0 texts and 1 marks in 1 files\n"
    )
    assert differences(root)["directory/offers/sfi.yml"][1].endswith(
        "by: human, reviewed: '2026-11-24'}"
    )


def test_a_new_language_gets_its_place_and_its_marks(root: Path) -> None:
    file = _exported(root, "po", "uk")
    wanted = {KEY: "Подайте заяву до муніципалітету.", "vocabulary/needs/tolk/label": "Перекладач"}
    wanted["vocabulary/counties/01/name"] = "Лен Стокгольм"
    _po(file, lambda message: setattr(message, "string", wanted.get(message.context, "")))
    assert run(root, "import", str(file)).stderr == "3 texts and 3 marks in 3 files\n"
    assert differences(root) == {
        "directory/offers/sfi.yml": [
            "+    uk: Подайте заяву до муніципалітету.",
            "+  uk:",
            f"+    application_process.1: {{from: {fingerprint(SOURCE)}, by: human}}",
        ],
        "directory/vocabulary/counties.yml": [
            "+    uk: Лен Стокгольм",
            "+    uk:",
            f"+      name: {{from: {fingerprint('Stockholms län')}, by: human}}",
        ],
        "directory/vocabulary/needs.yml": [
            "+    uk: Перекладач",
            "+    uk:",
            f"+      label: {{from: {fingerprint('Tolk')}, by: human}}",
        ],
    }
    assert run(root, "import", str(file)).stderr == "0 texts and 0 marks in 0 files\n"


@pytest.mark.parametrize("form", ["po", "xlsx"])
def test_what_somebody_else_has_changed_meanwhile_stays(root: Path, form: str) -> None:
    record = root / "directory/offers/sfi.yml"
    theirs = record.read_text("utf-8").replace("ar: قدم طلبا إلى البلدية.", "ar: اطلب من البلدية.")
    record.write_text(theirs, "utf-8")
    assert (
        run(root, "import", str(_exported(root, form))).stderr == "0 texts and 0 marks in 0 files\n"
    ), "not touched by the translator"
    result = run(root, "import", str(_one_changed(root, form)))
    assert (result.exit_code, result.stdout.count("exchange-changed-meanwhile")) == (1, 1)
    assert record.read_text("utf-8") == theirs


def test_what_comes_back_from_an_older_swedish_is_stale(root: Path) -> None:
    file = _one_changed(root, "po")
    record = root / "directory/offers/sfi.yml"
    record.write_text(record.read_text("utf-8").replace(SOURCE, "Ansök hos kommunen."), "utf-8")
    assert run(root, "import", str(file)).exit_code == 0
    assert f"application_process.1: {{from: {fingerprint(SOURCE)}, by: human}}" in record.read_text(
        "utf-8"
    )
    assert _states(root, "offers")["stale"] == 1


def _states(root: Path, kind: str) -> dict[str, int]:
    return json.loads(run(root, "status", "--language", "ar", "--format", "json").stdout)["ar"][
        kind
    ]


# --- prose ----------------------------------------------------------------------------------------


def test_a_part_of_a_page(root: Path) -> None:
    file = _exported(root, "po")
    swedish = "## Vad är det här? {#what}"
    fresh = "## ما هذا؟ {#what}\n\nدليل."
    _po(
        file,
        lambda message: (
            setattr(message, "string", fresh) if message.context == "docs/about/what" else None
        ),
    )
    result = run(root, "import", str(file))
    assert (result.exit_code, result.stderr) == (0, "1 texts and 0 marks in 1 files\n")
    changed = differences(root)
    assert list(changed) == ["docs/ar/about.md"]
    assert [line for line in changed["docs/ar/about.md"] if line[0] == "+"] == [
        "+## ما هذا؟ {#what}",
        "+دليل.",
    ]
    assert swedish in (root / "docs/sv/about.md").read_text("utf-8")


def test_a_page_is_made_when_all_its_parts_are_there(root: Path) -> None:
    file = _exported(root, "po", "uk")

    def half(message: object) -> None:
        if message.context == "docs/privacy/title":
            message.string = "Приватність"

    _po(file, half)
    result = run(root, "import", str(file))
    assert (
        result.stderr == "docs/uk/privacy.md: waits until all its parts are translated\n"
        "0 texts and 0 marks in 0 files\n"
    )
    assert differences(root) == {}

    def whole(message: object) -> None:
        if message.context.startswith("docs/privacy/"):
            message.string = message.id.replace("Din integritet", "Ваша приватність")

    _po(file, whole)
    assert run(root, "import", str(file)).exit_code == 0
    made = (root / "docs/uk/privacy.md").read_text("utf-8")
    swedish = (root / "docs/sv/privacy.md").read_text("utf-8")
    assert (
        made.partition("\n---\n\n")[2].strip()
        == swedish.partition("---\n\n")[2].replace("Din integritet", "Ваша приватність").strip()
    )
    assert re.search(r"^translated: \{from: [0-9a-f]{8}, by: human\}$", made, re.MULTILINE)


# --- the meaning has not changed ------------------------------------------------------------------


def test_unchanged_takes_over_the_fingerprint(root: Path) -> None:
    record = root / "directory/offers/sfi.yml"
    record.write_text(record.read_text("utf-8").replace(SOURCE, "Ansök hos kommunen."), "utf-8")
    before = record.read_text("utf-8")
    assert _states(root, "offers")["stale"] == 1
    assert (
        run(root, "unchanged", "offers/sfi", "application_process.1", "--language", "ar").stderr
        == "1 marks in 1 files\n"
    )
    assert _states(root, "offers")["stale"] == 0
    assert run(root, "unchanged", "offers/sfi").stderr == "2 marks in 1 files\n"
    after = record.read_text("utf-8")
    assert after == before.replace(fingerprint(SOURCE), fingerprint("Ansök hos kommunen."))
    assert run(root, "unchanged", "offers/sfi").stderr == "0 marks in 0 files\n"


def test_unchanged_of_a_word_and_of_a_page(root: Path) -> None:
    words = root / "directory/vocabulary/needs.yml"
    words.write_text(words.read_text("utf-8").replace("sv: Tolk\n", "sv: En tolk\n"), "utf-8")
    assert run(root, "unchanged", "vocabulary/needs/tolk").stderr == "3 marks in 1 files\n"
    page = root / "docs/sv/privacy.md"
    page.write_text(page.read_text("utf-8") + "\nSlut.\n", "utf-8")
    assert (
        run(root, "unchanged", "docs/privacy", "--language", "so").stderr == "1 marks in 1 files\n"
    )
    assert [line[:2] for line in differences(root)["docs/so/privacy.md"]] == ["-t", "+t"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["offers/sfy"], "Did you mean offers/sfi?"),
        (["offers/sfi", "sumary"], "Did you mean summary?"),
        (["offers/sfi", "--language", "xx"], "no language"),
    ],
)
def test_unchanged_of_nothing(root: Path, arguments: list[str], words: str) -> None:
    result = run(root, "unchanged", *arguments)
    assert result.exit_code == 2
    assert words in result.stderr
