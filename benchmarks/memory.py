"""Cost of a command: its time, and the memory of its whole process tree."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.5
"""Seconds between two memory samples; rare, because sampling stalls the sampled process."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, by the clock and of all cores; memory in bytes.

    ``largest`` is the largest process (resident), ``together`` the whole tree at once. The tree's
    memory is proportional: a page shared by two processes counts once.
    """

    seconds: float
    work: float
    largest: int
    together: int


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Runs a command to its end in ``folder``.

    Raises subprocess.CalledProcessError with its output if it fails.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        output, _ = process.communicate()
        seconds = time.perf_counter() - started
        watch.ended.set()
        watch.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, work, watch.largest, watch.together)


class _Watch(threading.Thread):
    """Samples the memory of a process tree every ``INTERVAL`` seconds."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.ended = threading.Event()
        self.largest = 0
        self.together = 0
        self._root = root

    def run(self) -> None:
        while not self.ended.wait(INTERVAL):
            sizes = [size for process in tree(self._root) if (size := memory(process))]
            if sizes:
                self.largest = max(self.largest, *(resident for resident, _ in sizes))
                self.together = max(self.together, sum(proportional for _, proportional in sizes))


def tree(process: int) -> Iterator[int]:
    """A process and all its descendants."""
    yield process
    try:
        children = [
            int(child)
            for task in Path(f"/proc/{process}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return
    for child in children:
        yield from tree(child)


def memory(process: int) -> tuple[int, int] | None:
    """Resident and proportional bytes of a process; None if it has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return None
    sizes = {
        line.split()[0]: int(line.split()[1]) * 1024 for line in lines[1:] if line.endswith("kB")
    }
    return sizes.get("Rss:", 0), sizes.get("Pss:", 0)
