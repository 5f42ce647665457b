"""An exercise of the edited session: its place, its notes, its sets."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import Effort
from desktop.domain.library import ExerciseKind
from desktop.domain.session import SessionExercise
from desktop.domain.session_edits import set_labels
from desktop.domain.set_fields import Field, fields_of, title_of
from desktop.ui.context import Context
from desktop.ui.history.set_line import GAP, TYPE_WIDTH, WIDTHS, SetLine
from desktop.ui.icons import icon
from desktop.ui.sizes import scaled


class ExerciseEdit(QWidget):
    """asked: 'up', 'down', 'remove' or 'add_set'; noted: other notes; set_* as SetLine has them."""

    asked = Signal(object, str)
    noted = Signal(object, str)
    set_changed = Signal(object)
    set_removed = Signal(object)

    def __init__(
        self,
        exercise: SessionExercise,
        context: Context,
        is_first: bool,
        is_last: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.exercise = exercise
        self._context = context
        self._name = context.exercise_name(exercise.exercise_id)
        self.setAccessibleName(self._name)
        known = context.exercises.get(exercise.exercise_id) if exercise.exercise_id else None
        self._kind = known.kind if known else ExerciseKind.WEIGHT_REPS
        self._fields = self._shown_fields()
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.notes = QLineEdit(exercise.notes)
        self.notes.setPlaceholderText("Notes")
        self.notes.setAccessibleName(f"Notes on {self._name}")
        self.notes.editingFinished.connect(self._on_noted)
        self.add = add = QPushButton("Add set")
        add.setIcon(icon("plus", add))
        add.setProperty("role", "flat")
        add.setAccessibleName(f"Add a set of {self._name}")
        add.clicked.connect(lambda: self.asked.emit(exercise.id, "add_set"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._made_head(is_first, is_last))
        column.addWidget(self.notes)
        if exercise.sets:
            column.addLayout(self._made_titles())
        self.lines = self._made_lines()
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.fault)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)

    def _shown_fields(self) -> tuple[Field, ...]:
        """The kind's fields, RPE where it is shown or was noted, and whatever else has a value."""
        sets = self.exercise.sets
        effort = self._context.preferences.effort
        if effort is Effort.OFF and any(one.rpe is not None for one in sets):
            effort = Effort.RPE
        fields = fields_of(self._kind, effort)
        has = {
            Field.WEIGHT: any(one.weight is not None for one in sets),
            Field.REPS: any(one.reps is not None for one in sets),
            Field.DISTANCE: any(one.distance_meters is not None for one in sets),
            Field.DURATION: any(one.duration_seconds is not None for one in sets),
        }
        return tuple(field for field in Field if field in fields or has.get(field))

    def _made_head(self, is_first: bool, is_last: bool) -> QHBoxLayout:
        name = QLabel(self._name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "heading")
        name.setWordWrap(True)
        self._tools: dict[str, QToolButton] = {}
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(name, 1)
        for what, picture, words, possible in (
            ("up", "up", "Move up", not is_first),
            ("down", "down", "Move down", not is_last),
            ("remove", "trash", "Remove", True),
        ):
            button = QToolButton()
            button.setIcon(icon(picture, button))
            button.setToolTip(f"{words} {self._name}")
            button.setAccessibleName(f"{words} {self._name}")
            button.setEnabled(possible)
            # a click takes the focus, so that what is being typed is kept first
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(
                lambda _=False, asked=what: self.asked.emit(self.exercise.id, asked)
            )
            self._tools[what] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def tool(self, what: str) -> QToolButton:
        """A button of the head; the first of the others where that one can do nothing."""
        wanted = self._tools[what]
        return wanted if wanted.isEnabled() else next(filter(QWidget.isEnabled, self._others(what)))

    def _others(self, what: str) -> list[QToolButton]:
        return [button for name, button in self._tools.items() if name != what]

    def _made_titles(self) -> QHBoxLayout:
        unit = self._context.preferences.unit
        line = QHBoxLayout()
        line.setSpacing(GAP)
        titles = [("Set", TYPE_WIDTH)]
        titles += [(title_of(f, self._kind, unit), WIDTHS[f]) for f in self._fields]
        for place, (text, width) in enumerate(titles):
            label = QLabel(text)
            label.setProperty("role", "caption")
            scaled(label.setFixedWidth, width)
            label.setContentsMargins(*((9, 0, 0, 0) if place == 0 else (0, 0, 8, 0)))
            if place:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(label)
        line.addStretch(1)
        return line

    def _made_lines(self) -> list[SetLine]:
        lines = []
        unit = self._context.preferences.unit
        labels = set_labels(self.exercise.sets)
        for one, label in zip(self.exercise.sets, labels, strict=True):
            name = f"{self._name}, set {label}"
            line = SetLine(one, name, self._kind, self._fields, unit)
            line.changed.connect(self.set_changed)
            line.removed.connect(self.set_removed)
            line.marked.connect(self._say_fault)
            lines.append(line)
        return lines

    def _on_noted(self) -> None:
        if self.notes.text().strip() != self.exercise.notes:
            self.noted.emit(self.exercise.id, self.notes.text().strip())

    def _say_fault(self) -> None:
        words = next((line.fault for line in self.lines if line.fault), "")
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
