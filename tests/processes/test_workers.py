"""vagvisare.processes.workers: work on several cores, ending when the parent does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vagvisare.processes.workers import WorkerError, Workers


def _double(number: int) -> int:
    return 2 * number


class Unsendable(Exception):  # noqa: N818
    """An exception that can be pickled but not unpickled."""

    def __init__(self, one: int, other: int) -> None:
        super().__init__(f"{one} and {other}")


def _fail(number: int) -> int:
    if number == 3:
        raise Unsendable(1, 2)
    return number


def _die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("number", [1, 2, 3, 9])
def test_the_results_come_in_order(number: int) -> None:
    with Workers(_double, range(7), number) as results:
        assert list(results) == [0, 2, 4, 6, 8, 10, 12]


def test_what_the_work_raises_is_raised_though_it_cannot_be_sent() -> None:
    with (
        Workers(_fail, range(7), 2) as results,
        pytest.raises(RuntimeError, match="Unsendable: 1 and 2"),
    ):
        list(results)


def test_a_process_that_is_killed_is_told_and_not_waited_for() -> None:
    with Workers(_die, range(7), 2) as results, pytest.raises(WorkerError, match="-9"):
        list(results)


ORPHANS = """
import os, time
from vagvisare.processes.workers import Workers
def work(number):
    time.sleep(60)
with Workers(work, range(2), 2) as results:
    print(*(process.pid for process, _ in results.gi_frame.f_locals["self"]._started), flush=True)
    list(results)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends them")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_they_end_with_their_parent(number: signal.Signals) -> None:
    parent = subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [Path("/proc", pid) for pid in parent.stdout.readline().split()]
    assert len(children) == 2
    parent.send_signal(number)
    parent.wait()
    until = time.monotonic() + 10
    while any(_runs(child) for child in children) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(_runs(child) for child in children)


def _runs(process: Path) -> bool:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
