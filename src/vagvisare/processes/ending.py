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
    """A signal has asked for the end. ``code`` is 128 and its number: 143 for SIGTERM, 130 for SIGINT."""


class _Asked:
    """What has been asked for so far."""

    words = ""
    by: int | None = None
    """The signal, from when it came."""
    held = 0
    """In how many steps we are that are not left half done."""


def end_in_words(words: str, signals: tuple[signal.Signals, ...] = (signal.SIGTERM, signal.SIGINT)) -> None:
    """From now on a signal raises `Ended` where the program is, after ``words`` on stderr (``{signal}`` is its name).

    Only for the main thread. A second signal changes nothing: the first one's cleaning up is under way.
    """
    _Asked.words = words
    for number in signals:
        signal.signal(number, _ask)
        atexit.register(signal.signal, number, signal.SIG_IGN)  # it is ending


def _ask(number: int, _: FrameType | None) -> None:
    if _Asked.by is not None:
        return
    _Asked.by = number
    if not _Asked.held:
        _end(number)


def _end(number: int) -> None:
    name = signal.Signals(number).name
    os.write(2, f"{_Asked.words.format(signal=name)}\n".encode())  # not print: a signal may come in the middle of another
    raise Ended(128 + number)


@contextmanager
def whole() -> Iterator[None]:
    """A step that is done as a whole: a signal that comes meanwhile ends the program after it.

    One that came before, and that something swallowed (a finalizer may), ends it now.
    """
    if _Asked.by is not None and not _Asked.held:
        _end(_Asked.by)
    _Asked.held += 1
    try:
        yield
    finally:
        _Asked.held -= 1
    if _Asked.by is not None and not _Asked.held:
        _end(_Asked.by)


def as_before() -> None:
    """Lets signals do what they do without us: for a child, whose end is its parent's to tell of."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to the parent too
