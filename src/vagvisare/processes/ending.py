"""The end of a command by a signal: in words, with the exit status that shells expect, and never in the middle of a step.

Python itself ends at SIGTERM without cleaning up, and shows where it was at SIGINT.
"""

import atexit
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Ended(SystemExit):
    """A signal has asked for the end. ``code`` is 128 and its number: 143 for SIGTERM, 130 for SIGINT, 129 for SIGHUP."""


class _Asked:
    """What has been asked for so far."""

    words = ""
    by: int | None = None
    """The signal, from when it came."""
    told = False
    """Whether its words have been said."""
    held = 0
    """In how many steps we are that are not left half done."""


def end_in_words(words: str, *, interrupts: bool = True) -> None:
    """From now on a signal raises `Ended` where the program is, after ``words`` on stderr (``{signal}`` is its name).

    SIGTERM, SIGHUP (the terminal has gone) and, unless the program minds ``interrupts`` itself, SIGINT; but none that is
    ignored, as nohup and a shell's background have it. Only for the main thread. A second signal changes nothing: the
    first one's cleaning up is under way.
    """
    _Asked.words = words
    for number in (signal.SIGTERM, signal.SIGHUP, *([signal.SIGINT] if interrupts else [])):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _ask)
            atexit.register(signal.signal, number, signal.SIG_IGN)  # it is ending


def _ask(number: int, _: FrameType | None) -> None:
    if _Asked.by is not None:
        return
    _Asked.by = number
    if not _Asked.held:
        _end(number)


def _end(number: int) -> None:
    if not _Asked.told:
        _Asked.told = True
        name = signal.Signals(number).name
        os.write(2, f"{_Asked.words.format(signal=name)}\n".encode())  # not print: a signal may come in the middle of another
    raise Ended(128 + number)


@contextmanager
def held() -> Iterator[None]:
    """A step that is not left half done: a signal that comes meanwhile ends the program after it."""
    _Asked.held += 1
    try:
        yield
    finally:
        _Asked.held -= 1
    if _Asked.by is not None and not _Asked.told and not _Asked.held:
        _end(_Asked.by)


@contextmanager
def whole() -> Iterator[None]:
    """A step as `held`, which is not begun when a signal has come: something may have swallowed it (a finalizer does)."""
    if _Asked.by is not None and not _Asked.held:
        _end(_Asked.by)
    with held():
        yield


def as_before() -> None:
    """Lets signals do what they do without us: for a child, whose end is its parent's to tell of."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to the parent too
