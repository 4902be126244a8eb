"""Ends a command on a signal: in words, with the usual exit status, and never mid-step.

Python itself ends on SIGTERM without cleaning up, and shows a traceback on SIGINT. The exit status
is the one that shells expect.
"""

import atexit
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Ended(SystemExit):
    """A signal has asked for the end.

    ``code`` is 128 plus its number: 143 for SIGTERM, 130 for SIGINT, 129 for SIGHUP.
    """


class _Asked:
    """What has been asked for so far."""

    words = ""
    by: int | None = None
    """The signal, once it has come."""
    told = False
    """Whether its words have been shown."""
    held = 0
    """How many steps that must not be left half done are under way."""


def end_in_words(words: str, *, interrupts: bool = True) -> None:
    """From now on, a signal prints ``words`` on stderr and raises `Ended` wherever the program is.

    ``{signal}`` in the words is its name. SIGTERM, SIGHUP (the terminal has gone) and, unless the
    program handles ``interrupts`` itself, SIGINT; but none that is ignored, as under nohup or in a
    shell's background. Only for the main thread. A second signal changes nothing: the first one's
    cleanup is under way.
    """
    _Asked.words = words
    for number in (signal.SIGTERM, signal.SIGHUP, *([signal.SIGINT] if interrupts else [])):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _ask)
            atexit.register(signal.signal, number, signal.SIG_IGN)  # the program is ending


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
        # Not print: a signal may come in the middle of another.
        os.write(2, f"{_Asked.words.format(signal=name)}\n".encode())
    raise Ended(128 + number)


@contextmanager
def held() -> Iterator[None]:
    """A step that is not left half done: a signal during it ends the program after it."""
    _Asked.held += 1
    try:
        yield
    finally:
        _Asked.held -= 1
    if _Asked.by is not None and not _Asked.told and not _Asked.held:
        _end(_Asked.by)


@contextmanager
def whole() -> Iterator[None]:
    """A step as `held`, which does not begin once a signal has come.

    Something may have swallowed the signal's exception, as a finalizer does.
    """
    if _Asked.by is not None and not _Asked.held:
        _end(_Asked.by)
    with held():
        yield


def as_before() -> None:
    """Gives a child the signals' default effects; its parent reports how it ended.

    SIGINT is ignored.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to the parent too
