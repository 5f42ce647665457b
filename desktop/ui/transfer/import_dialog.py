"""Import: choose files, see what they would bring, bring it in, see what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.transfer import ImportPreview, ImportResult
from desktop.ui.context import Context
from desktop.ui.files import ask_imports
from desktop.ui.sizes import at_least, room_for
from desktop.ui.tasks import Job, words_for
from desktop.ui.transfer.fault_panel import FaultPanel
from desktop.ui.transfer.import_flow import ImportFlow
from desktop.ui.transfer.import_result import ImportResultPanel
from desktop.ui.transfer.panels import ProgressPanel, button
from desktop.ui.transfer.preview import PreviewPanel, button_text, todo_count
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.styling import restyle

_SIZE = (880, 660)
_NARROWEST = 720
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportDialog(QDialog):
    """Without paths it asks for files first. open_requested: ('page', name of a page)."""

    open_requested = Signal(str, object)

    def __init__(
        self, context: Context, paths: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._paths = list(paths)
        self.flow = ImportFlow(context, self)
        self.setWindowTitle("Import")
        at_least(self, _NARROWEST)
        room_for(self, *_SIZE)
        self.title = QLabel("Import")
        self.title.setProperty("role", "title")
        self.place = muted_label()
        self.progress = ProgressPanel()
        self.fault = FaultPanel()
        self.preview = PreviewPanel(context)
        self.outcome = ImportResultPanel()
        self.stack = QStackedWidget()
        self.another = button("Choose another file")
        self.leave = button("Cancel")
        self.next = button("Next file")
        self.go = button("", "primary")
        self._lay_out()
        self._connect()

    def open(self) -> None:
        """Show the first file; ask for it where none was given."""
        if self._paths:
            super().open()
            self.flow.open(self._paths)
        else:
            self._ask().rejected.connect(self.reject)

    def reject(self) -> None:
        """Leave; while workouts are brought in, stop that and stay."""
        if self.flow.is_running:
            self.flow.cancel()
        else:
            super().reject()

    def done(self, code: int) -> None:
        """Leave: what is still being read is of no use any more."""
        self.flow.leave()
        super().done(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the table or the search must not start an import
        if event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _ask(self) -> QDialog:
        owner = self if self.isVisible() else self.parentWidget() or self
        return ask_imports(owner, self._take_files)

    def _take_files(self, paths: list[Path]) -> None:
        if self.isVisible():
            self.flow.replace_file(paths)
        else:
            self._paths = paths
            self.open()

    # what is shown
    def _show_reading(self) -> None:
        name = self.flow.path.name
        self.place.setText(self.flow.place_text)
        self.preview.say("")
        self.progress.begin(f"Reading {name}\N{HORIZONTAL ELLIPSIS}")
        self._show(self.progress, "Cancel")

    def _show_refused(self, fault: Exception) -> None:
        self.fault.show_fault(fault)
        self._show_fault()

    def _show_fault(self) -> None:
        self.place.setText(" \N{MIDDLE DOT} ".join(filter(None, self._about())))
        self._show(self.fault, "Close", next_file=self.flow.has_next)
        self.fault.another.setFocus()

    def _about(self) -> tuple[str, str]:
        return self.flow.path.name, self.flow.place_text

    def _show_preview(self, preview: ImportPreview) -> None:
        if not preview.workouts:
            self.fault.show_words("This file has no workouts.", "", preview.file.problems)
            self._show_fault()
            return
        is_first = self.stack.currentWidget() is not self.preview
        self.preview.show_preview(preview, self.flow.path.name)
        count = todo_count(preview)
        self.go.setText(button_text(preview))
        waits = self.flow.has_next
        self._show(
            self.preview,
            "Cancel" if count else "Close",
            go=bool(count),
            next_file=waits,
            another=True,
        )
        self.next.setText("Skip this file" if count else "Next file")
        if is_first:
            (self.go if count else self.next if waits else self.leave).setFocus()

    def _show_running(self, job: Job) -> None:
        job.progressed.connect(self._show_step)
        self.preview.say("")
        self.progress.begin(f"Importing {self.flow.path.name}")
        self._show(self.progress, "Cancel")
        self.leave.setFocus()

    def _show_step(self, done: int, total: int) -> None:
        note = f"{done:,} of {total:,} workouts" if total > 1 else ""
        self.progress.show_step(done, total, note)

    def _show_stopped(self, fault: Exception) -> None:
        self.preview.say(" ".join(words_for(fault)).strip())
        if self.flow.preview is not None:
            self._show_preview(self.flow.preview)

    def _show_result(self, result: ImportResult) -> None:
        self.outcome.show_result(result, self.flow.path.name)
        waits = self.flow.has_next
        self.next.setText("Next file")
        self.go.setText("Done")
        self._show(self.outcome, "Close" if waits else "", go=not waits, next_file=waits)
        (self.next if waits else self.go).setFocus()

    def _show(
        self,
        panel: QWidget,
        leave: str,
        *,
        go: bool = False,
        next_file: bool = False,
        another: bool = False,
    ) -> None:
        self.stack.setCurrentWidget(panel)
        self.leave.setText(leave)
        for widget, is_shown in (
            (self.leave, bool(leave)),
            (self.go, go),
            (self.next, next_file),
            (self.another, another),
        ):
            widget.setVisible(is_shown)
        restyle(self.next, "role", "" if go or panel is self.fault else "primary")

    # what is done
    def _on_go(self) -> None:
        if self.stack.currentWidget() is self.outcome:
            self.accept()
        else:
            self.flow.run()

    def _on_page(self, name: str) -> None:
        self.accept()
        self.open_requested.emit("page", name)

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(8)
        header.addWidget(self.title)
        header.addWidget(self.place)
        header.addStretch(1)
        for panel in (self.progress, self.fault, self.preview, self.outcome):
            self.stack.addWidget(panel)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.another)
        buttons.addStretch(1)
        for widget in (self.leave, self.next, self.go):
            buttons.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(header)
        column.addWidget(self.stack, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.flow.reading.connect(self._show_reading)
        self.flow.refused.connect(self._show_refused)
        self.flow.previewed.connect(self._show_preview)
        self.flow.started.connect(self._show_running)
        self.flow.stopped.connect(self._show_stopped)
        self.flow.finished.connect(self._show_result)
        self.preview.answered.connect(self.flow.answer)
        self.fault.chosen.connect(self._ask)
        self.another.clicked.connect(self._ask)
        self.outcome.page_chosen.connect(self._on_page)
        self.leave.clicked.connect(self.reject)
        self.next.clicked.connect(self.flow.open_next)
        self.go.clicked.connect(self._on_go)
