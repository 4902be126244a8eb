"""vagvisare.adapters.mkdocs: pages served follow the records and the site's own theme."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import sites
from vagvisare.site.html.themes import SHIPPED

PATIENCE = 90
"""Seconds within which a change has to show, on a machine that is busy with other things too."""


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 (our own server)
            return answer.read().decode()
    except OSError:
        return ""


def _until(there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end
        time.sleep(0.2)


@pytest.mark.slow
def test_the_served_site_follows_records_and_theme(tmp_path: Path) -> None:
    root = sites.a_root(
        tmp_path / "root", {"enterprises/anna": sites.enterprise("Anna")}, places=("1280",)
    )
    (tmp_path / "temporary").mkdir()
    (root / "theme").mkdir()
    (root / "docs/so/~$about.md").write_bytes(b"\xff left by an editor")
    port = _free_port()
    facts = {
        "PYTHONPATH": str(sites.ROOT / "src"),
        "SOURCE_DATE_EPOCH": sites.EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "serve",
        "--livereload",
        "-q",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    facts |= {"TMPDIR": str(tmp_path / "temporary")}
    server = subprocess.Popen(command, cwd=root, env=os.environ | facts)
    page = f"http://127.0.0.1:{port}/so/enterprises/anna/"
    try:
        _until(lambda: "Anna" in _get(page))
        assert _get(f"http://127.0.0.1:{port}/so/~$about/") == ""
        epoch = re.search(r"livereload\((\d+)", _get(page))[1]
        sites.write_record(root, "enterprises/anna", sites.enterprise("Berit"))
        _until(lambda: "Berit" in _get(page))
        assert int(_get(f"http://127.0.0.1:{port}/livereload/{epoch}/1")) > int(epoch)
        shell = (SHIPPED / "shell.html").read_text("utf-8")
        (root / "theme/shell.html").write_text(shell.replace("<@body@>", "Ours. <@body@>"), "utf-8")
        _until(lambda: "Ours. " in _get(page))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)
    assert list((tmp_path / "temporary").iterdir()) == []
