"""Time from saving a record until the live server serves its new page.

``python -m benchmarks.live --records 1000 10000``; see README.md. Starts the real live server on
loopback, waits until it serves, then repeatedly changes one record's Swedish summary on disk and
requests the page every 5 ms until the new words appear.
"""

import argparse
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.generators import OTHERS, Generator, ours
from benchmarks.memory import run

EVERY = 0.005
"""Seconds between two requests."""
PATIENCE = 600
"""Seconds to wait for the words before giving up."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints one line per server and size."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.live",
        description=__doc__.partition("\n")[0] if __doc__ else None,
    )
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--against", nargs="*", choices=["eleventy", "hugo", []], default=[])
    parser.add_argument("--times", type=int, default=10)
    options = parser.parse_args(arguments)
    shared = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (a memory file system is what is wanted)
    print(f"{'':10}{'records':>8}{'min':>8}{'median':>8}{'max':>8}{'start':>8}   seconds")
    for records in options.records:
        with tempfile.TemporaryDirectory(prefix="vagvisare-bench-", dir=shared) as folder:
            root, work = Path(folder) / "root", Path(folder) / "work"
            generate(records, root)
            work.mkdir()
            for name in ("vagvisare", *options.against):
                print(
                    f"{name:10}{records:8}"
                    f"{_measured(_server(name, root, work), root, options.times)}",
                    flush=True,
                )


def _server(name: str, root: Path, work: Path) -> Generator:
    port = _free_port()
    own = ours(root, work, port)
    if name == "vagvisare":
        return own
    if not own.output.exists():  # for the frame of the pages
        run(own.command, own.folder, own.environment)
    return OTHERS[name](root, work, own.output, port)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _measured(server: Generator, root: Path, times: int) -> str:
    record = min((root / "directory/enterprises").iterdir())
    port = next(
        (word.rpartition(":")[2] for word in server.serve if word.startswith("127.0.0.1:")), None
    )
    port = port or server.environment.get("PORT") or server.serve[server.serve.index("--port") + 1]
    page = f"http://127.0.0.1:{port}/sv/enterprises/{record.stem}/"
    with _running(server) as process:
        started = time.perf_counter()
        _wait(page, "", process)
        start = time.perf_counter() - started
        time.sleep(3)  # watches are set up after the first page is served
        waited = [
            _change(record, page, f"Ändring nummer {number} av en mätning", process)
            for number in range(times)
        ]
    figures = (min(waited), statistics.median(waited), max(waited), start)
    return "".join(f"{seconds:8.2f}" for seconds in figures)


@contextmanager
def _running(server: Generator) -> Iterator[subprocess.Popen[bytes]]:
    """A server in its own process group, terminated with everything that it started."""
    shutil.rmtree(server.output, ignore_errors=True) if server.name != "vagvisare" else None
    environment = {**os.environ, **server.environment}
    with subprocess.Popen(
        server.serve,
        cwd=server.folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def _change(record: Path, page: str, words: str, process: subprocess.Popen[bytes]) -> float:
    """Seconds from saving a record with these words until its page shows them.

    Waits two seconds first, as an editor would.
    """
    time.sleep(2)
    text = re.sub(
        r"(?m)^(summary:\n  sv: ).*$", rf"\g<1>{words}", record.read_text(encoding="utf-8"), count=1
    )
    started = time.perf_counter()
    record.write_text(text, encoding="utf-8")
    _wait(page, words, process)
    return time.perf_counter() - started


def _wait(page: str, words: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(page, timeout=60) as answer:  # noqa: S310 (our own, on loopback)
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(EVERY)
    raise TimeoutError(f"{page} did not show: {words}")


if __name__ == "__main__":
    main()
