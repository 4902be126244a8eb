"""vagvisare.processes.ending: a signal ends a command in words, never in the middle of a step."""

import signal
import subprocess
import sys

import pytest

WAIT = """
import time
from vagvisare.processes import ending
ending.end_in_words("Ended by {signal}.")
try:
    print("ready", flush=True)
    time.sleep(60)
finally:
    print("cleaned up", flush=True)
"""
STEP = """
import os, signal, time
from vagvisare.processes import ending
ending.end_in_words("Ended by {signal}.")
with ending.whole():
    with ending.whole():
        os.kill(os.getpid(), signal.SIGTERM)
    print("the step is done", flush=True)
print("too far")
"""
SWALLOWED = """
import os, signal
from vagvisare.processes import ending
ending.end_in_words("Ended by {signal}.")
class Finalized:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        [None for _ in range(1000)]
Finalized()
print("went on", flush=True)
with ending.whole():
    print("too far")
"""


def _run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)]
)
def test_in_words_and_with_the_shell_s_status(number: signal.Signals, code: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WAIT], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (code, "cleaned up\n", f"Ended by {number.name}.\n")


IGNORED = """
import os, signal
from vagvisare.processes import ending
signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
ending.end_in_words("Ended by {signal}.")
os.kill(os.getpid(), signal.SIGHUP)
print("went on", flush=True)
os.kill(os.getpid(), signal.SIGTERM)
print("too far")
"""


def test_what_is_ignored_stays_so() -> None:
    done = _run(IGNORED)
    assert (done.returncode, done.stdout) == (143, "went on\n")


def test_a_step_is_done_to_its_end() -> None:
    done = _run(STEP)
    assert (done.returncode, done.stdout, done.stderr) == (
        143,
        "the step is done\n",
        "Ended by SIGTERM.\n",
    )


CLEANING = """
import os, signal
from vagvisare.processes import ending
ending.end_in_words("Ended by {signal}.")
try:
    os.kill(os.getpid(), signal.SIGTERM)
finally:
    with ending.held():
        print("cleaned up", flush=True)
"""


def test_cleaning_up_is_done_to_its_end_too() -> None:
    done = _run(CLEANING)
    assert (done.returncode, done.stdout, done.stderr) == (
        143,
        "cleaned up\n",
        "Ended by SIGTERM.\n",
    )


def test_a_signal_that_was_swallowed_ends_the_program_before_the_next_step() -> None:
    done = _run(SWALLOWED)
    assert (done.returncode, done.stdout) == (143, "went on\n")
