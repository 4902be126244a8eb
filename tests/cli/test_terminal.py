"""The command reports trouble in words on poor terminals, full disks and with a wrong clock."""

import csv
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builders import a_root, write

SOURCE = Path(__file__).parents[2] / "src"
FAULTY = (
    "name: Kafé ”Ett” – 1 …\nsummary: {sv: Café.}\n"
    "sources: [{url: https://www.exempel.se/}]\nindustries: [lokalvård, قهوة, 🙂]\n"
)
TERMINALS = {
    "cp850": {"PYTHONIOENCODING": "cp850"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX": {"LC_ALL": "POSIX"},
}
COMMANDS = (
    ["check"],
    ["check", "--language", "en"],
    ["check", "finns-inte-å”"],
    ["check", "--language", "å”"],
    ["å”"],
    ["translations", "status"],
    ["translations", "export", "--language", "ar", "--output", "ut-å.po"],
    ["places", "set", "”å”", "--kind", "arbetsträning", "--available", "1"],
    ["coverage", "--municipality", "haninge"],
    ["language", "add", "å”"],
    ["--help"],
    ["check", "--help"],
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with one faulty record."""
    root = a_root(tmp_path_factory.mktemp("å”"))
    write(root, "directory/enterprises/kafe.yml", FAULTY)
    return root


def _run(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    facts = {"PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"]} | environment
    command = [sys.executable, "-m", "vagvisare", *arguments]
    return subprocess.run(
        command, cwd=root, env=facts, capture_output=True, check=False, timeout=60
    )


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_terminal_lacks_the_letters_to_say_it(
    arguments: list[str], terminal: str, root: Path
) -> None:
    done = _run(root, *arguments, **TERMINALS[terminal])
    assert b"Traceback" not in done.stdout + done.stderr
    assert done.returncode in {0, 1, 2}
    assert done.stdout + done.stderr


def test_letters_are_kept_where_there_are_some_and_signs_are_plain(root: Path) -> None:
    said = _run(root, "check", PYTHONIOENCODING="cp850").stdout.decode("cp850")
    assert re.search(r'Okänd bransch "', said)
    assert "\\u0642" in said, "what no letter stands for is told by its number"


@pytest.mark.parametrize("terminal", TERMINALS)
def test_what_programs_read_is_utf8_everywhere(terminal: str, root: Path) -> None:
    found = json.loads(
        _run(root, "check", "--format", "json", **TERMINALS[terminal]).stdout.decode()
    )
    assert any("🙂" in problem["message"] for problem in found)
    assert "🙂" in _run(root, "check", "--format", "github", **TERMINALS[terminal]).stdout.decode()


@pytest.mark.parametrize("terminal", TERMINALS)
def test_tables_and_figures_are_utf8_too(terminal: str, tmp_path: Path) -> None:
    root = a_root(tmp_path)
    rows = csv.reader(
        io.StringIO(
            _run(root, "coverage", "--format", "csv", **TERMINALS[terminal]).stdout.decode()
        )
    )
    assert len(list(rows)) > 1
    json.loads(
        _run(
            root, "translations", "status", "--format", "json", **TERMINALS[terminal]
        ).stdout.decode()
    )


# --- what the machine refuses ---------------------------------------------------------------------


def _told(done: subprocess.CompletedProcess[bytes]) -> str:
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert not re.search(r"\[Errno|Error:.*Error\b|Exception", said), said
    assert done.returncode == 1
    return said


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    whole = a_root(tmp_path)
    said = _told(_run(whole, "translations", "export", "--language", "ar", "--output", "/dev/full"))
    assert "The disk is full" in said


def test_a_full_disk_behind_the_output(root: Path) -> None:
    command = [sys.executable, "-m", "vagvisare", "check"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            cwd=root,
            env={"PYTHONPATH": str(SOURCE)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert "Disken är full" in _told(done)  # type: ignore[arg-type]


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    root = a_root(tmp_path)

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))

    command = [
        sys.executable,
        "-m",
        "vagvisare",
        "translations",
        "export",
        "--language",
        "ar",
        "--output",
        "ut.po",
    ]
    environment = {"PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, check=False, preexec_fn=small
    )
    assert "may not become as large" in _told(done)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    root = a_root(tmp_path)
    said = _told(
        _run(root, "translations", "export", "--language", "ar", "--output", "no/such/folder/ut.po")
    )
    assert "no/such/folder/ut.po" in said


@pytest.mark.parametrize("epoch", ["abc", "1e9", "-99999999999999", "9" * 30, " "])
@pytest.mark.parametrize("arguments", [["check"], ["coverage"], ["check", "--language", "en"]])
def test_a_clock_that_is_none(epoch: str, arguments: list[str], root: Path) -> None:
    said = _told(_run(root, *arguments, SOURCE_DATE_EPOCH=epoch))
    assert "SOURCE_DATE_EPOCH" in said
    assert "1795000000" in said


def test_a_reader_that_goes_away_is_no_error(root: Path) -> None:
    environment = {"PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"]}
    for arguments in ("check", "coverage --help"):
        command = ["sh", "-c", f"{sys.executable} -m vagvisare {arguments} | head -c 1"]
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
        assert not {
            line
            for line in done.stderr.decode().splitlines()
            if re.search("Error|Traceback|Exception", line)
        }
