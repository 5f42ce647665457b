"""An import's way: files one after the other, each read, asked about, and brought in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed
from desktop.domain.errors import CancelledError
from desktop.domain.transfer import ImportAnswers, ImportPreview, ImportResult
from desktop.ui.context import Context
from desktop.ui.tasks import Job
from desktop.ui.undo import Step
from desktop.ui.widgets.settling import settling

_SETTLE_MS = 120


class ImportFlow(QObject):
    """Does an import's work on the workers.

    reading: a file is being read. previewed: what importing it would do is
    known, or known anew under other answers. refused carries why a file cannot
    be taken, stopped why an import ended without keeping anything.
    """

    reading = Signal()
    previewed = Signal(object)
    refused = Signal(object)
    started = Signal(object)
    stopped = Signal(object)
    finished = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._paths: list[Path] = []
        self._place = 0
        self._asked = 0
        self._runs_next = False
        self._job: Job | None = None
        self.preview: ImportPreview | None = None
        self.answers = ImportAnswers()
        self._settle = settling(self, _SETTLE_MS, self._preview_again)

    # which file
    @property
    def path(self) -> Path:
        """The file that it is about now."""
        return self._paths[self._place]

    @property
    def place_text(self) -> str:
        """'File 2 of 3', nothing where there is but one."""
        count = len(self._paths)
        return f"File {self._place + 1} of {count}" if count > 1 else ""

    @property
    def has_next(self) -> bool:
        """Another file waits."""
        return self._place + 1 < len(self._paths)

    def open(self, paths: Sequence[Path]) -> None:
        """Read the first of these; the others wait."""
        self._paths = list(paths)
        self._place = 0
        self._read()

    def replace_file(self, paths: Sequence[Path]) -> None:
        """Take these in the place of the present file; those that wait stay in line."""
        self._paths[self._place : self._place + 1] = paths
        self._read()

    def open_next(self) -> None:
        """Go on with the file that waits."""
        self._place += 1
        self._read()

    def leave(self) -> None:
        """The answers on their way are of no use any more."""
        self._asked += 1
        self._settle.stop()

    # what it would do
    def answer(self, answers: ImportAnswers) -> None:
        """Look at the file under other answers, a moment after the last of them."""
        if answers != self.answers:
            self.answers = answers
            self._asked += 1
            self._settle.start()

    def _read(self) -> None:
        self.leave()
        self._runs_next = False
        self.preview = None
        number, path = self._asked, self.path
        transfer, user_id = self._context.services.transfer, self._context.user.id
        self.reading.emit()
        self._context.tasks.read(
            lambda: transfer.read(user_id, path, None),
            lambda preview: self._take(number, preview),
            lambda fault: self._refuse(number, fault),
        )

    def _preview_again(self) -> None:
        if self.preview is None:
            return
        number, before, answers = self._asked, self.preview, self.answers
        transfer, user_id = self._context.services.transfer, self._context.user.id
        self._context.tasks.read(
            lambda: transfer.again(user_id, before, answers),
            lambda preview: self._take(number, preview),
            lambda fault: self._refuse(number, fault),
        )

    def _take(self, number: int, preview: ImportPreview) -> None:
        if number != self._asked:
            return
        self.preview, self.answers = preview, preview.answers
        self.previewed.emit(preview)
        if self._runs_next:
            self.run()

    def _refuse(self, number: int, fault: Exception) -> None:
        if number == self._asked:
            self._runs_next = False
            self.refused.emit(fault)

    # doing it
    @property
    def is_running(self) -> bool:
        """Workouts are being brought in."""
        return self._job is not None

    def run(self) -> None:
        """Import under the answers given, once what they come to has been worked out."""
        preview = self.preview
        if preview is None or self._job is not None:
            return
        self._runs_next = preview.answers != self.answers
        if self._runs_next:
            return
        transfer, user_id = self._context.services.transfer, self._context.user.id
        self._job = job = Job(self)
        self.started.emit(job)
        self._context.tasks.write(
            lambda: transfer.run(user_id, preview, job.step), self._finish, self._stop
        )

    def cancel(self) -> None:
        """Stop what is being brought in; nothing of it is kept."""
        if self._job is not None:
            self._job.cancel()

    def _finish(self, done: tuple[ImportResult, Changed]) -> None:
        result, changed = done
        transfer, user_id = self._context.services.transfer, self._context.user.id
        self._end_job()
        self._context.undo.push(
            Step(
                f"import of {self.path.name}",
                lambda: transfer.undo(result),
                lambda: transfer.redo(user_id, result),
            )
        )
        self._context.notifier.tell(changed)
        self.finished.emit(result)

    def _stop(self, fault: Exception) -> None:
        self._end_job()
        if not isinstance(fault, CancelledError):
            self._settle.start()  # what is here may be other than it was when it was looked at
        self.stopped.emit(fault)

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
