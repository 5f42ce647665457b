"""Work off the interface thread: reads on a few threads, writes one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop.domain.errors import CancelledError, DamagedError, RepbookError

# how long a worker may keep the window's thread from going on, in seconds: Python's
# usual 5 ms are a third of a frame
SWITCH_SECONDS = 0.0005

T = TypeVar("T")


class Job(QObject):
    """Long work under way: tells its progress and can be cancelled."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it ends with CancelledError at its next step."""
        self._cancelled.set()

    def step(self, done: int, total: int) -> None:
        """For the work, on its own thread: report, and stop if asked to."""
        if self._cancelled.is_set():
            raise CancelledError
        self.progressed.emit(done, total)


@dataclass(slots=True)
class _Asked:
    """Work, who hears of it, and what came of it."""

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None
    result: Any = None
    fault: BaseException | None = None


class Tasks(QObject):
    """Runs callables on worker threads and brings their results back to the window's thread.

    faulted carries every exception that no `failed` callback took, and each that
    says that the data file is damaged: nothing should go on over that. What is
    asked for is held and let go of on the window's thread alone: callbacks
    hold on to widgets, and a widget whose last holder is a worker would be
    taken apart there.
    """

    faulted = Signal(object)
    idle = Signal()
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, "repbook-write")
        self._readers = ThreadPoolExecutor(2, "repbook-read")
        self._asked: dict[int, _Asked] = {}
        self._number = 0
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a query; `done` gets its result on the window's thread."""
        self._submit(self._readers, _Asked(work, done, failed))

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a change; changes run one after the other in the order they were asked for."""
        self._submit(self._writer, _Asked(work, done, failed))

    @property
    def is_busy(self) -> bool:
        """Something is under way or about to be delivered."""
        return bool(self._asked)

    def when_idle(self, work: Callable[[], object]) -> None:
        """Do the work when no result is on its way any more to something that it takes away."""
        if self.is_busy:
            self.idle.connect(work, Qt.ConnectionType.SingleShotConnection)
        else:
            work()

    def close(self) -> None:
        """Finish every write that was asked for, drop the reads, deliver nothing more."""
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        self._asked.clear()

    def _submit(self, pool: ThreadPoolExecutor, asked: _Asked) -> None:
        if self._closed:
            return
        self._number += 1
        self._asked[self._number] = asked
        pool.submit(self._run, self._number)

    def _run(self, number: int) -> None:
        """On the worker: the number is all that it keeps of what was asked for."""
        self._work(number)
        if not self._closed:
            self._finished.emit(number)

    def _work(self, number: int) -> None:
        asked = self._asked[number]
        try:
            asked.result = asked.work()
        except BaseException as fault:  # noqa: BLE001 - handed over to who asked
            asked.fault = fault

    def _deliver(self, number: int) -> None:
        asked = self._asked.pop(number, None)
        if asked is None or self._closed:
            return
        try:
            fault = asked.fault
            if fault is None:
                answer(asked.done, asked.result)
            elif isinstance(fault, Exception) and asked.failed is not None:
                answer(asked.failed, fault)
                if isinstance(fault, DamagedError):
                    self.faulted.emit(fault)
            else:
                self.faulted.emit(fault)
        finally:
            if not self._asked:
                self.idle.emit()


class Newest:
    """Reads of one thing that come back in another order than they were asked for.

    Only the last one that was asked for is handed over.
    """

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._number = 0

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a query; its result is told as by Tasks, unless it was asked for anew meanwhile."""
        self.forget()
        number = self._number

        def take(found: T) -> None:
            if number == self._number:
                answer(done, found)

        def fail(fault: Exception) -> None:
            if number == self._number and failed is not None:
                answer(failed, fault)

        self._tasks.read(work, take, fail if failed else None)

    def forget(self) -> None:
        """Hand over nothing of what was asked for until now."""
        self._number += 1


def answer(callback: Callable[[T], None], value: T) -> None:
    """Call back, unless what would hear it (a closed dialog) is gone meanwhile.

    Qt does the same for a signal's receivers; here these are the object of a
    method, and the objects that a function closes over.
    """
    function = getattr(callback, "__func__", callback)
    cells = getattr(function, "__closure__", None) or ()
    hearers = [getattr(callback, "__self__", None), *(cell.cell_contents for cell in cells)]
    if all(isValid(one) for one in hearers if isinstance(one, QObject)):
        callback(value)


def words_for(fault: BaseException) -> tuple[str, str]:
    """What to say of a fault: (what happened, what to do)."""
    if isinstance(fault, RepbookError):
        return fault.what, fault.advice
    return (
        f"Something in Repbook went wrong ({type(fault).__name__}: {fault}).",
        "Nothing of this step was kept.",
    )
