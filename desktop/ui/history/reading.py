"""The chosen session to read: its totals, its exercises, every set."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.domain.records import Record, RecordKind
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.session_edits import set_labels
from desktop.domain.set_fields import superset_letter
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.records import short_label
from desktop.ui.widgets.texts import set_text

TYPE_WORDS = {
    SetType.NORMAL: "Working",
    SetType.WARM_UP: "Warm-up",
    SetType.DROP: "Drop",
    SetType.FAILURE: "Failure",
}


class SessionReading(QWidget):
    """The session's exercises one below the other. exercise_opened: its progress is asked for."""

    exercise_opened = Signal(object)

    def __init__(
        self,
        session: WorkoutSession,
        context: Context,
        records: Sequence[Record] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._records = records
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        if session.notes:
            column.addWidget(_notes(session.notes))
        for exercise in session.exercises:
            column.addWidget(self._block(exercise))
        if not session.exercises:
            column.addWidget(muted_label("No exercises: choose Edit to add some.", wraps=True))
        column.addStretch(1)

    def _block(self, exercise: SessionExercise) -> QWidget:
        name = self._context.exercise_name(exercise.exercise_id)
        block = QWidget()
        block.setAccessibleName(name)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._heading(name, exercise.exercise_id))
        kinds = [one.kind for one in self._records if one.exercise_id == exercise.exercise_id]
        if kinds:
            column.addWidget(_record_marks(kinds))
        if exercise.superset_group:
            column.addWidget(muted_label(f"Superset {superset_letter(exercise.superset_group)}"))
        if exercise.notes:
            column.addWidget(_notes(exercise.notes))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, 20)
        grid.setColumnMinimumWidth(1, 132)
        grid.setColumnStretch(2, 1)
        labels = set_labels(exercise.sets)
        for row, (one, label) in enumerate(zip(exercise.sets, labels, strict=True)):
            for place, cell in enumerate(self._cells(one, label)):
                grid.addWidget(cell, row, place)
        column.addLayout(grid)
        return block

    def _heading(self, name: str, exercise_id: UUID | None) -> QHBoxLayout:
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "heading")
        label.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(label, 1)
        if exercise_id in self._context.exercises:
            button = QToolButton()
            button.setIcon(icon("progress", button))
            button.setToolTip("See progress")
            button.setAccessibleName(f"See progress of {name}")
            button.clicked.connect(lambda: self.exercise_opened.emit(exercise_id))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _cells(self, one: ExerciseSet, label: str) -> tuple[QLabel, ...]:
        kind = TYPE_WORDS[one.set_type] if one.set_type is not SetType.NORMAL else ""
        number = muted_label(label)
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setToolTip(f"{TYPE_WORDS[one.set_type]} set")
        values = QLabel(set_text(one, self._context.preferences.unit))
        values.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what = muted_label(kind)
        return number, values, what


def _record_marks(kinds: Sequence[RecordKind]) -> QWidget:
    """Which records fell here, each by its name."""
    marks = QWidget()
    line = FlowLayout(marks, gap=6)
    for kind in kinds:
        mark = QLabel(short_label(kind))
        mark.setProperty("role", "record")
        mark.setAccessibleName(f"Record: {kind.label}")
        line.addWidget(mark)
    return marks


def _notes(text: str) -> QLabel:
    label = muted_label(text, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
