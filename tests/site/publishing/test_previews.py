"""vagvisare.site.publishing.previews and ``mkdocs serve``.

A preview leaves nothing in the system's temporary folder.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.publishing import previews


class Preview:
    """``mkdocs serve`` in a process of its own."""

    def __init__(self, root: Path, temporary: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        facts = {
            "PYTHONPATH": str(sites.ROOT / "src"),
            "NO_MKDOCS_2_WARNING": "1",
            "TMPDIR": str(temporary),
        }
        self.said = temporary.with_suffix(".txt")
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "serve",
            "--livereload",
            "-f",
            str(root / "mkdocs.yml"),
            "-a",
            self.address,
        ]
        with self.said.open("w") as said:
            self.process = subprocess.Popen(
                command, cwd=root, env=os.environ | facts, stdout=said, stderr=subprocess.STDOUT
            )

    def page(self, path: str, text: str) -> None:
        """Waits until the served page contains this text."""
        until, found = time.monotonic() + sites.LIMIT, ""
        while text not in found:
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() < until, found
            time.sleep(0.05)
            try:
                with urllib.request.urlopen(f"http://{self.address}/{path}") as response:
                    found = response.read().decode()
            except OSError:
                continue

    def end(self, number: signal.Signals) -> int:
        """Sends a signal; returns the exit status."""
        self.process.send_signal(number)
        return self.process.wait(60)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records = {"enterprises/anna": sites.enterprise("Anna", "1280")} | sites.shipped(
        "partners/kommunen"
    )
    return sites.a_root(tmp_path_factory.mktemp("preview") / "root", records, places=("1280",))


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    (tmp_path / "temporary").mkdir()
    return tmp_path / "temporary"


@pytest.fixture
def preview(root: Path, temporary: Path) -> Iterator[Preview]:
    started = Preview(root, temporary)
    yield started
    started.process.kill()
    started.process.wait()


def test_a_preview_that_is_ended_leaves_nothing(preview: Preview, temporary: Path) -> None:
    preview.page("sv/enterprises/anna/", "Anna")
    assert len(list(temporary.iterdir())) == 1
    assert preview.end(signal.SIGTERM) == 143
    assert list(temporary.iterdir()) == []
    said = preview.said.read_text()
    assert "Avbrutet (SIGTERM)" in said
    assert "Traceback" not in said


def test_a_preview_that_was_killed_is_swept_away_by_the_next(
    preview: Preview, root: Path, temporary: Path
) -> None:
    preview.page("sv/enterprises/anna/", "Anna")
    (left,) = temporary.iterdir()
    (temporary / "mkdocs_theirs").mkdir()
    preview.end(signal.SIGKILL)
    assert (left / previews.MARK).is_file()
    following = Preview(root, temporary)
    try:
        following.page("sv/enterprises/anna/", "Anna")
        assert not left.exists()
        (temporary / "mkdocs_theirs").rmdir()
        assert following.end(signal.SIGINT) == 0
    finally:
        following.process.kill()
    assert list(temporary.iterdir()) == []


def test_what_changes_while_all_is_built_anew_shows(preview: Preview, root: Path) -> None:
    """The full build read the records before the change.

    It must not bring the older ones back.
    """
    preview.page("sv/enterprises/anna/", "Anna (sv)")
    prose, record = root / "docs" / "sv" / "about.md", sites.record_path(root, "enterprises/anna")
    for turn in ("ett", "två", "tre"):
        prose.write_text(f"{prose.read_text('utf-8')}\nOrdet {turn}.\n", "utf-8")
        for step in range(8):
            record.write_text(sites.enterprise(f"Anna {turn} {step}", "1280"), "utf-8")
            time.sleep(0.4)
        preview.page("sv/about/", f"Ordet {turn}.")
        preview.page("sv/enterprises/anna/", f"Anna {turn} 7 (sv)")
    time.sleep(2)
    preview.page("sv/enterprises/anna/", "Anna tre 7 (sv)")


def test_one_that_is_served_is_not_swept_away(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews.tempfile, "gettempdir", lambda: str(temporary))
    served, left, theirs = (temporary / f"mkdocs_{name}" for name in ("served", "left", "theirs"))
    for folder in (served, left, theirs):
        folder.mkdir()
    handle = previews.keep(served)
    os.close(previews.keep(left))
    previews.sweep()
    assert sorted(temporary.iterdir()) == [served, theirs]
    os.close(handle)
