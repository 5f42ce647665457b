"""The chosen session while it is edited: each change is kept at once."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain import history_edits as done
from desktop.domain import session_edits as edits
from desktop.domain.session import ExerciseSet, WorkoutSession
from desktop.ui.context import Context
from desktop.ui.history.exercise_edit import ExerciseEdit
from desktop.ui.history.fields import SessionFields
from desktop.ui.history.set_line import SetLine
from desktop.ui.icons import icon
from desktop.ui.widgets.picker_dialog import ask_for_exercise


class SessionEditing(QWidget):
    """Shows one session as fields. edited: (what was done, the session before, and after).

    gone_to: a control that was given the focus after an edit.
    """

    edited = Signal(str, object, object)
    gone_to = Signal(object)

    def __init__(
        self, session: WorkoutSession, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        self.fields = SessionFields(session)
        self.fields.edited.connect(self._edit)
        column.addWidget(self.fields)
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
        self.fields.show_session(session)
        self._show_exercises()

    def go_to_set(self, set_id: UUID) -> SetLine:
        """Put the cursor into a set's first cell, what is in it selected; raises NotFoundError."""
        place = edits.place_of(self.session, set_id)
        line = self.blocks[place.exercise].lines[place.set]
        self._go_to(line.first)
        return line

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
            block.show()  # at once, for the focus may go there next
            self.blocks.append(block)

    def _on_noted(self, exercise: UUID, notes: str) -> None:
        self._edit("change notes", done.noted(self.session, exercise, notes))

    def _on_set(self, one: ExerciseSet) -> None:
        place = edits.place_of(self.session, one.id)
        exercise = self.session.exercises[place.exercise]
        name = self._context.exercise_name(exercise.exercise_id)
        self._edit(f"edit {name}", edits.change_set(self.session, one))

    def _on_set_removed(self, set_id: UUID) -> None:
        place = edits.place_of(self.session, set_id)
        self._edit("remove set", edits.remove_set(self.session, set_id))
        self._show_exercises()
        block = self.blocks[place.exercise]
        near = (
            block.lines[min(place.set, len(block.lines) - 1)].remove if block.lines else block.add
        )
        self._go_to(near)

    def _on_asked(self, exercise: UUID, what: str) -> None:
        name = self._context.exercise_name(edits.exercise_of(self.session, exercise).exercise_id)
        place = self._place_of(exercise)
        if what == "add_set":
            self._edit(f"add a set of {name}", done.add_set(self.session, exercise))
            self._show_exercises()
            self._go_to(self.blocks[place].lines[-1].first)
        elif what == "remove":
            self._edit(f"remove {name}", edits.remove_exercise(self.session, exercise))
            self._show_exercises()
            self._focus_head(min(place, len(self.blocks) - 1), what)
        else:
            by = -1 if what == "up" else 1
            self._edit(f"move {name}", edits.move_exercise(self.session, exercise, by))
            self._show_exercises()
            self._focus_head(self._place_of(exercise), what)

    def _place_of(self, exercise: UUID) -> int:
        return [one.id for one in self.session.exercises].index(exercise)

    def _focus_head(self, place: int, what: str) -> None:
        """The keyboard stays where it acted, also when what it acted on is made anew."""
        self._go_to(self.blocks[place].tool(what) if place >= 0 else self.add_button)

    def _go_to(self, control: QWidget) -> None:
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(control, QLineEdit):
            control.selectAll()
        self.gone_to.emit(control)

    def _pick(self) -> None:
        ask_for_exercise(self._context, self, "Add exercise", self.add_exercise)

    def add_exercise(self, exercise_id: UUID) -> None:
        """Add an exercise at the end, with one set to fill in."""
        name = self._context.exercise_name(exercise_id)
        self._edit(f"add {name}", done.add_exercise(self.session, exercise_id))
        self._show_exercises()
        self._go_to(self.blocks[-1].lines[0].first)

    def _edit(self, label: str, after: WorkoutSession) -> None:
        before = self.session
        if after != before:
            self.session = self.fields.session = after
            self.edited.emit(label, before, after)
