"""Work shared among forked processes, which know all that their parent knows and end with it.

On Linux they do so even if it is killed. `multiprocessing.Pool` waits for ever when one of its
processes is killed, and leaves them behind when the parent is.
"""

import ctypes
import errno
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from vagvisare.processes import ending

Item = TypeVar("Item")
Result = TypeVar("Result")

_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class WorkerError(OSError):
    """A process ended before its work was done.

    Somebody killed it, or the system did for lack of memory.
    """


def can_share() -> bool:
    """Whether the system can fork."""
    return "fork" in multiprocessing.get_all_start_methods()


class Workers(Generic[Item, Result]):
    """The results of ``work`` on each item, in order, from ``number`` processes that start at once.

    Iterating raises what the work raised, or `WorkerError`. Leaving the context kills the
    processes.
    """

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item], number: int) -> None:
        self._work = work
        self._items = items
        self._number = max(1, min(number, len(items)))

    def __enter__(self) -> Iterator[Result]:
        self._started = [
            self._start(self._items[share :: self._number]) for share in range(self._number)
        ]
        return self._results()

    def _start(
        self, items: Sequence[Item]
    ) -> tuple[multiprocessing.process.BaseProcess, Connection]:
        receiver, sender = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("fork").Process(
            target=self._child, args=(items, sender, os.getpid()), daemon=True
        )
        # The child must not handle them as we do.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDS)
        try:
            process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        sender.close()  # so that the pipe ends when the child does
        return process, receiver

    def _child(self, items: Sequence[Item], sender: Connection, parent: int) -> None:
        ending.as_before()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDS)
        _end_with(parent)
        for item in items:
            try:
                sent = pickle.dumps((self._work(item), None))
            except Exception as error:  # noqa: BLE001 (the parent raises it)
                sent = _packed(error)
            try:
                sender.send_bytes(sent)
            except OSError:  # the parent wants no more
                return

    def _results(self) -> Iterator[Result]:
        for number in range(len(self._items)):
            process, receiver = self._started[number % self._number]
            try:
                result, error = pickle.loads(receiver.recv_bytes())  # noqa: S301 (from our own child)
            except EOFError as ended:
                process.join()
                raise WorkerError(errno.ECHILD, f"exit status {process.exitcode}") from ended
            if error is not None:
                raise error
            yield result

    def __exit__(self, *_: object) -> None:
        for process, receiver in self._started:
            receiver.close()
            process.kill()
        for process, _receiver in self._started:
            process.join()


def _packed(error: Exception) -> bytes:
    """An exception for the parent, or its text if it cannot be sent."""
    try:
        packed = pickle.dumps((None, error))
        pickle.loads(packed)  # noqa: S301 (some can be packed and not unpacked)
    except Exception:  # noqa: BLE001 (whatever an exception's own class does)
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
    return packed


def _end_with(parent: int) -> None:
    """Has Linux end this process when its parent ends, even by SIGKILL."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it has ended before we asked
            os._exit(1)
