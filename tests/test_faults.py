"""One fixture for each fault: ``faults/<code>[.variant].yml``.

Beside it are the expected messages, first in Swedish, then in English. A fixture may begin with
comments for this test:

- ``# file:`` its place in the root (otherwise it is an enterprise)
- ``# link:`` it is a symbolic link to this path
- ``# padding:`` how many bytes are added
- ``# absent:`` the file is removed
- ``# sound:`` the name of a recording to create, and its length: seconds of silence as WAVE
- ``# law:`` the content of directory/laws/prov.yml

To rewrite the messages after a change, and then read them:
``WRITE_FAULTS=1 pytest tests/test_faults.py``.
"""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from builders import RECORDS, a_root, a_sound, write

from vagvisare.problems.messages import LANGUAGES, MESSAGES
from vagvisare.problems.problems import WARNINGS, as_text
from vagvisare.reading.loading import load

FAULTS = Path(__file__).parent / "faults"
FIXTURES = sorted(FAULTS.glob("*.yml"))
TODAY = date(2026, 11, 23)
NOT_IN_A_FILE = {
    "invalid-value",
    "unreadable",
    *(code for code in MESSAGES if code.startswith("prose-")),
}
"""Codes that no file of the directory can cause; tests/reading and tests/prose cover them."""


ELSEWHERE = ("exchange-", "catalogue-", "po-")
"""Prefixes of codes about other files than the directory's; tests/translating covers them."""


def _put(root: Path, fixture: Path) -> None:
    content = fixture.read_bytes()
    orders = dict(
        re.findall(
            r"^# (file|link|padding|absent|sound|law): (.*)$",
            content.decode("utf-8", "replace"),
            re.MULTILINE,
        )
    )
    if "sound" in orders:
        name, seconds = orders["sound"].split()
        write(root, f"directory/recordings/{name}", a_sound(int(seconds)))
    if "law" in orders:
        write(root, "directory/laws/prov.yml", orders["law"])
    file = orders.get("file", "directory/enterprises/fel.yml")
    (root / file).parent.mkdir(exist_ok=True)
    if "link" in orders:
        (root / file).symlink_to(orders["link"])
    elif "absent" in orders:
        (root / file).unlink()
    else:
        write(root, file, content + b"#" * int(orders.get("padding", 0)))


def _said(root: Path) -> dict[str, list[str]]:
    problems = load(root, today=TODAY).problems
    return {language: list(as_text(problems, language)) for language in LANGUAGES}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_says_what_is_wrong(fixture: Path, tmp_path: Path) -> None:
    _put(a_root(tmp_path, RECORDS), fixture)
    said = _said(tmp_path)
    expected = fixture.with_suffix(".txt")
    if os.environ.get("WRITE_FAULTS"):
        expected.write_text(
            "\n\n".join("\n".join(said[language]) for language in LANGUAGES) + "\n",
            encoding="utf-8",
        )
    swedish, english = expected.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    assert said["sv"] == swedish.split("\n")
    assert said["en"] == english.split("\n")
    assert f"[{fixture.name.split('.')[0]}]" in swedish


def test_the_directory_without_a_fault_is_clean(tmp_path: Path) -> None:
    assert _said(a_root(tmp_path)) == {"sv": [], "en": []}


def _in_files() -> set[str]:
    return {code for code in MESSAGES if not code.startswith(ELSEWHERE)} - NOT_IN_A_FILE


def test_every_code_has_a_fixture_and_every_fixture_a_code() -> None:
    assert {fixture.name.split(".")[0] for fixture in FIXTURES} == _in_files()


def test_every_expectation_has_a_fixture() -> None:
    assert {path.stem for path in FAULTS.glob("*.txt")} == {fixture.stem for fixture in FIXTURES}


def test_every_message_is_there_in_every_language() -> None:
    assert {code: tuple(messages) for code, messages in MESSAGES.items()} == dict.fromkeys(
        MESSAGES, LANGUAGES
    )


def test_every_warning_has_a_message() -> None:
    assert set(MESSAGES) >= WARNINGS
