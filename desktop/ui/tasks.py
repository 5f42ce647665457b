"""Work off the interface thread: reads on a few threads, writes one after the other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from desktop.domain.errors import CancelledError, RepbookError

T = TypeVar("T")
_Callback = Callable[[], None]


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


class Tasks(QObject):
    """Runs callables on worker threads and brings their results back to the window's thread.

    faulted carries every exception that no `failed` callback took.
    """

    faulted = Signal(object)
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, "repbook-write")
        self._readers = ThreadPoolExecutor(2, "repbook-read")
        self._pending = 0
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a query; `done` gets its result on the window's thread."""
        self._submit(self._readers, work, done, failed)

    def write(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a change; changes run one after the other in the order they were asked for."""
        self._submit(self._writer, work, done, failed)

    @property
    def is_busy(self) -> bool:
        """Something is under way or about to be delivered."""
        return self._pending > 0

    def close(self) -> None:
        """Finish every write that was asked for, drop the reads, deliver nothing more."""
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._closed:
            return
        self._pending += 1
        future = pool.submit(work)
        future.add_done_callback(lambda f: self._emit(f, done, failed))

    def _emit(
        self,
        future: Future[Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._closed or future.cancelled():
            return
        fault = future.exception()

        def deliver() -> None:
            if fault is None:
                answer(done, future.result())
            elif isinstance(fault, Exception) and failed is not None:
                answer(failed, fault)
            else:
                self.faulted.emit(fault)

        self._finished.emit(deliver)

    def _deliver(self, deliver: _Callback) -> None:
        self._pending -= 1
        try:
            if not self._closed:
                deliver()
        finally:
            if not self._pending:
                self.idle.emit()


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
        "Your data is safe: nothing of this step was kept.",
    )
