"""Export: which workouts, in which format, to which file, and where it lies then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.errors import CancelledError
from desktop.domain.transfer import ExportFormat, Selection
from desktop.ui.context import Context
from desktop.ui.files import ask_target
from desktop.ui.sizes import at_least
from desktop.ui.tasks import Job, words_for
from desktop.ui.transfer.export_choices import FormatCard, WhatCard
from desktop.ui.transfer.export_result import ExportResultPanel
from desktop.ui.transfer.panels import ProgressPanel, button, fault_label
from desktop.ui.widgets.empty import EmptyState
from desktop.ui.widgets.texts import count_text

_WIDTH = 580
_KINDS = {ExportFormat.CSV: "Spreadsheet", ExportFormat.JSON: "Repbook file"}


class ExportDialog(QDialog):
    """Writes sessions to a file; a file that is half written is never left behind.

    action_requested: what one does in the window while there is nothing to write.
    """

    action_requested = Signal(str)

    def __init__(
        self, context: Context, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._job: Job | None = None
        self.setWindowTitle("Export")
        at_least(self, _WIDTH)
        self.title = QLabel("Export workouts")
        self.title.setProperty("role", "title")
        self.format = FormatCard()
        self.what = WhatCard(selection, context.today())
        self.message = fault_label()
        self.message.hide()
        self.progress = ProgressPanel()
        self.outcome = ExportResultPanel()
        self.choices = QWidget()
        self.stack = QStackedWidget()
        self.leave = button("Cancel")
        self.go = button("Export", "primary")
        self._column = QVBoxLayout(self)
        self._lay_out()
        self.what.changed.connect(self._count)
        self.leave.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.go.setDefault(True)
        self._count()
        self._look_at_log()

    def reject(self) -> None:
        """Leave; while the file is written, stop that and stay."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def write(self, path: Path) -> None:
        """Write what is chosen to this file."""
        transfer, user_id = self.context.services.transfer, self.context.user.id
        file_format, selection = self.format.chosen, self.what.selection
        self._job = job = Job(self)
        job.progressed.connect(self._show_step)
        self._show_running(path)
        self.context.tasks.write(
            lambda: transfer.export(user_id, path, file_format, selection, job.step),
            lambda count: self._finish(count, path),
            self._fail,
        )

    def ask_file(self) -> None:
        """Ask where to write, with a name that says what it is and of when."""
        chosen = self.format.chosen
        name = f"repbook-{self.context.today().isoformat()}{chosen.ending}"
        ask_target(self, name, _KINDS[chosen], self.write)

    def _look_at_log(self) -> None:
        services, user_id = self.context.services, self.context.user.id

        def look() -> tuple[date | None, int]:
            first_day = services.history.stats(user_id).first_day
            return first_day, services.transfer.count(user_id, Selection())

        def show(found: tuple[date | None, int]) -> None:
            first_day, count = found
            self.what.set_first_day(first_day)
            if not count:
                self._show_empty()

        self.context.tasks.read(look, show)

    def _show_empty(self) -> None:
        empty = EmptyState(
            "export",
            "No workouts to export yet",
            "Log a workout, or bring your history with you. Then it can be taken along from here.",
            "Start session",
            "Import history",
        )
        empty.chosen.connect(lambda: self._leave_for("start"))
        empty.other_chosen.connect(lambda: self._leave_for("import"))
        self.stack.addWidget(empty)
        self.stack.setCurrentWidget(empty)
        self.go.hide()
        self.leave.setText("Close")
        empty.button.setDefault(True)
        empty.button.setFocus()

    def _leave_for(self, action: str) -> None:
        self.accept()
        self.action_requested.emit(action)

    def _count(self) -> None:
        services, user_id = self.context.services, self.context.user.id
        selection = self.what.selection

        def counted() -> tuple[int, bool]:
            session = services.session.open_session(user_id)
            has_open = session is not None and selection.has(session.id, session.session_date)
            return services.transfer.count(user_id, selection), has_open

        def show(found: tuple[int, bool]) -> None:
            if selection == self.what.selection:  # not chosen otherwise meanwhile
                self.what.set_count(*found)
                self._say_state()

        self._say_state()
        self.context.tasks.read(counted, show)

    def _say_state(self) -> None:
        count = self.what.count
        self.go.setEnabled(bool(count))
        words = f"Export {count_text(count, 'workout')}" if count else "Export"
        self.go.setText(f"{words}\N{HORIZONTAL ELLIPSIS}")

    def _show_running(self, path: Path) -> None:
        self.message.hide()
        self.progress.begin(f"Writing {path.name}")
        self.go.hide()
        self.leave.setText("Cancel")
        self.stack.setCurrentWidget(self.progress)
        self.leave.setFocus()

    def _show_step(self, done: int, total: int) -> None:
        if total:
            note = f"{done:,} of {total:,} workouts"
        else:
            note = f"{done:,} sets written" if done else ""
        self.progress.show_step(done, total, note)

    def _finish(self, count: int, path: Path) -> None:
        self._end_job()
        self.outcome.show_result(count, path)
        self.context.notifier.said.emit(f"{count_text(count, 'workout')} exported to {path.name}")
        self.go.setText("Done")
        self.go.show()
        self.leave.hide()
        self.stack.setCurrentWidget(self.outcome)
        self.go.setFocus()

    def _fail(self, fault: Exception) -> None:
        self._end_job()
        stopped = isinstance(fault, CancelledError)
        words = "Stopped: no file was written." if stopped else " ".join(words_for(fault)).strip()
        self.message.setText(words)
        self.message.show()
        self.go.show()
        self._say_state()
        self.stack.setCurrentWidget(self.choices)
        # the words need room that the choices do not give up
        self.resize(self.width(), max(self.height(), self._column.heightForWidth(self.width())))
        self.go.setFocus()

    def _end_job(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None

    def _on_go(self) -> None:
        if self.stack.currentWidget() is self.outcome:
            self.accept()
        else:
            self.ask_file()

    def _lay_out(self) -> None:
        choices = QVBoxLayout(self.choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(12)
        for widget in (self.message, self.format, self.what):
            choices.addWidget(widget)
        choices.addStretch(1)
        for panel in (self.choices, self.progress, self.outcome):
            self.stack.addWidget(panel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go)
        column = self._column
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)
