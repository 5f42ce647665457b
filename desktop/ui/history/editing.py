"""The chosen session while it is edited: each change is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.domain import history_edits as done
from desktop.domain import session_edits as edits
from desktop.domain.session import ExerciseSet, WorkoutSession
from desktop.ui.context import Context
from desktop.ui.history.exercise_edit import ExerciseEdit
from desktop.ui.history.set_line import SetLine
from desktop.ui.history.wheel import leave_wheel
from desktop.ui.icons import icon
from desktop.ui.sizes import scaled
from desktop.ui.widgets.picker_dialog import ask_for_exercise

_UNKNOWN = -1


class SessionEditing(QWidget):
    """Shows one session as fields. edited: (what was done, the session before, and after)."""

    edited = Signal(str, object, object)

    def __init__(
        self, session: WorkoutSession, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addLayout(self._made_fields())
        self._exercises = QVBoxLayout()
        self._exercises.setSpacing(18)
        column.addLayout(self._exercises)
        self.add_button = QPushButton("Add exercise")
        self.add_button.setIcon(icon("plus", self.add_button))
        self.add_button.clicked.connect(self._pick)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.blocks: list[ExerciseEdit] = []
        self._show_exercises()

    def show_session(self, session: WorkoutSession) -> None:
        """Bring the fields to what is stored now; untouched where it is what they show."""
        if session == self.session:
            return
        self.session = session
        self._fill()
        self._show_exercises()

    def go_to_set(self, set_id: UUID) -> SetLine:
        """Put the cursor into a set's first cell, what is in it selected; raises NotFoundError."""
        place = edits.place_of(self.session, set_id)
        line = self.blocks[place.exercise].lines[place.set]
        line.take_focus()
        return line

    def _made_fields(self) -> QFormLayout:
        self.name = QLineEdit()
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.start = QTimeEdit()
        self.start.setDisplayFormat("HH:mm")
        self.duration = QSpinBox()
        self.duration.setRange(_UNKNOWN, 24 * 60)
        self.duration.setSpecialValueText("not known")
        self.duration.setSuffix(" min")
        self.location = QLineEdit()
        self.notes = _Notes()
        self._fill()
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day, 3)
        when.addWidget(self.start, 2)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow("Name", self.name)
        form.addRow("Start", when)
        form.addRow("Duration", self.duration)
        form.addRow("Location", self.location)
        form.addRow("Notes", self.notes)
        fields = (self.name, self.day, self.start, self.duration, self.location, self.notes)
        words = ("Name", "Day", "Start", "Duration in minutes", "Location", "Notes")
        for field, text in zip(fields, words, strict=True):
            field.setAccessibleName(text)
        for widget in (self.day, self.start, self.duration):
            widget.setKeyboardTracking(False)
            leave_wheel(widget)
        for spin in (self.start, self.duration):
            # the sheet's padding does not reach into spin boxes
            spin.lineEdit().setTextMargins(7, 0, 0, 0)
        self.name.editingFinished.connect(self._on_name)
        self.day.editingFinished.connect(self._on_start)
        self.day.dateChanged.connect(self._on_start)
        self.start.editingFinished.connect(self._on_start)
        self.duration.editingFinished.connect(self._on_duration)
        self.location.editingFinished.connect(self._on_location)
        self.notes.finished.connect(self._on_notes)
        return form

    def _fill(self) -> None:
        session, start = self.session, self.session.local_start
        values: tuple[tuple[QWidget, Callable[[], object]], ...] = (
            (self.name, lambda: self.name.setText(session.name)),
            (self.day, lambda: self.day.setDate(QDate(start.year, start.month, start.day))),
            (self.start, lambda: self.start.setTime(QTime(start.hour, start.minute))),
            (self.duration, lambda: self.duration.setValue(_minutes(session))),
            (self.location, lambda: self.location.setText(session.location)),
            (self.notes, lambda: self.notes.setPlainText(session.notes)),
        )
        for widget, fill in values:
            blocked = widget.blockSignals(True)
            fill()
            widget.blockSignals(blocked)

    def _show_exercises(self) -> None:
        for block in self.blocks:
            # a cell that loses the focus by going says nothing any more
            block.blockSignals(True)
            self._exercises.removeWidget(block)
            block.hide()
            block.deleteLater()
        self.blocks = []
        last = len(self.session.exercises) - 1
        for place, exercise in enumerate(self.session.exercises):
            block = ExerciseEdit(exercise, self._context, place == 0, place == last)
            block.asked.connect(self._on_asked)
            block.noted.connect(self._on_noted)
            block.set_changed.connect(self._on_set)
            block.set_removed.connect(self._on_set_removed)
            self._exercises.addWidget(block)
            self.blocks.append(block)

    def _on_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._edit("rename session", replace(self.session, name=name))
        else:
            self.name.setText(self.session.name)

    def _on_start(self) -> None:
        day, clock = self.day.date(), self.start.time()
        before = self.session.local_start
        start = datetime.combine(
            before.date().replace(year=day.year(), month=day.month(), day=day.day()),
            time(clock.hour(), clock.minute(), before.second, before.microsecond),
        )
        if start != before:
            self._edit("move session", done.moved_to(self.session, start))

    def _on_duration(self) -> None:
        minutes = self.duration.value()
        if minutes != _minutes(self.session):
            known = None if minutes == _UNKNOWN else minutes
            self._edit("change duration", done.lasting(self.session, known))

    def _on_location(self) -> None:
        location = self.location.text().strip()
        self._edit("change location", replace(self.session, location=location))

    def _on_notes(self) -> None:
        notes = self.notes.toPlainText().strip()
        self._edit("change notes", replace(self.session, notes=notes))

    def _on_noted(self, exercise: UUID, notes: str) -> None:
        self._edit("change notes", done.noted(self.session, exercise, notes))

    def _on_set(self, one: ExerciseSet) -> None:
        place = edits.place_of(self.session, one.id)
        exercise = self.session.exercises[place.exercise]
        name = self._context.exercise_name(exercise.exercise_id)
        self._edit(f"edit {name}", edits.change_set(self.session, one))

    def _on_set_removed(self, set_id: UUID) -> None:
        self._edit("remove set", edits.remove_set(self.session, set_id))
        self._show_exercises()

    def _on_asked(self, exercise: UUID, what: str) -> None:
        name = self._context.exercise_name(edits.exercise_of(self.session, exercise).exercise_id)
        if what == "add_set":
            self._edit(f"add a set of {name}", done.add_set(self.session, exercise))
        elif what == "remove":
            self._edit(f"remove {name}", edits.remove_exercise(self.session, exercise))
        else:
            by = -1 if what == "up" else 1
            self._edit(f"move {name}", edits.move_exercise(self.session, exercise, by))
        self._show_exercises()

    def _pick(self) -> None:
        ask_for_exercise(self._context, self, "Add exercise", self.add_exercise)

    def add_exercise(self, exercise_id: UUID) -> None:
        """Add an exercise at the end, with one set to fill in."""
        name = self._context.exercise_name(exercise_id)
        self._edit(f"add {name}", done.add_exercise(self.session, exercise_id))
        self._show_exercises()
        self.blocks[-1].lines[0].type_box.setFocus()

    def _edit(self, label: str, after: WorkoutSession) -> None:
        before = self.session
        if after != before:
            self.session = after
            self.edited.emit(label, before, after)


class _Notes(QPlainTextEdit):
    """Notes of some lines. finished: the cursor left them."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        scaled(self.setFixedHeight, 64)
        self.document().setDocumentMargin(7)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


def _minutes(session: WorkoutSession) -> int:
    return _UNKNOWN if session.duration_minutes is None else session.duration_minutes
