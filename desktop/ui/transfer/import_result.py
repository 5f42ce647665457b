"""What an import did, and where to look at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.transfer import ImportResult
from desktop.ui.transfer.panels import button, heading
from desktop.ui.transfer.problems import ProblemsPanel
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import SoftIcon
from desktop.ui.widgets.texts import count_text

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ImportResultPanel(QWidget):
    """page_chosen carries the name of the page to look at."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading()
        self.details = muted_label()
        self.details.setAlignment(_CENTRE)
        self.undo_hint = muted_label()
        self.undo_hint.setAlignment(_CENTRE)
        self.history = button("See history")
        self.history.clicked.connect(lambda: self.page_chosen.emit("history"))
        self.records = button("See records")
        self.records.clicked.connect(lambda: self.page_chosen.emit("records"))
        self.problems = ProblemsPanel()
        self._lay_out()

    def show_result(self, result: ImportResult, name: str) -> None:
        """Say what importing the file of that name did."""
        done = result.added or result.updated or len(result.restored_ids)
        self.title.setText(f"{name} is imported" if done else f"Nothing in {name} was new")
        self.details.setText("\n".join(_lines(result)))
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.undo_hint.setText(f"Undo in the Edit menu ({shown}) takes it back.")
        self.problems.show_problems(result.problems)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.history)
        buttons.addWidget(self.records)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(SoftIcon("check", 56), 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.details)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addSpacing(8)
        column.addWidget(self.undo_hint)
        column.addStretch(3)
        column.addWidget(self.problems)


def _lines(result: ImportResult) -> list[str]:
    sets = f" with {count_text(result.sets, 'set')}" if result.added else ""
    lines = [f"{count_text(result.added, 'workout')} added{sets}"]
    for count, words in (
        (result.updated, "brought up to date"),
        (len(result.restored_ids), "brought back"),
        (result.known, "here already"),
    ):
        if count:
            lines.append(f"{count_text(count, 'workout')} {words}")
    if result.created_exercises:
        lines.append(f"{count_text(result.created_exercises, 'exercise')} created")
    if result.template_ids:
        lines.append(f"{count_text(len(result.template_ids), 'template')} added")
    return lines
