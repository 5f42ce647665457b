"""One exercise of the session: its name, its sets under their columns, what was planned."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import Effort
from desktop.domain.library import ExerciseKind
from desktop.domain.session import SessionExercise
from desktop.domain.session_edits import set_labels
from desktop.domain.set_fields import fields_of, superset_letter, title_of
from desktop.domain.weight import Unit
from desktop.ui.icons import icon
from desktop.ui.session.cells import TICK_WIDTH, WIDTHS
from desktop.ui.session.controller import SessionController
from desktop.ui.session.set_row import GAP, PREVIOUS_WIDTH, RECORD_WIDTH, TYPE_WIDTH, SetRow
from desktop.ui.session.views import previous_texts, record_words, target_text

Columns = tuple[ExerciseKind, Unit, Effort]


class ExerciseBlock(QFrame):
    """Rows are built once and updated in place; a row leaves only with its set.

    row_made: a new row, for the grid to listen to. asked: what the menu or a
    button asks for: 'add_set', 'up', 'down', 'join', 'leave', 'remove'.
    noted: the exercise with other notes.
    """

    row_made = Signal(object)
    asked = Signal(object, str)
    noted = Signal(object)

    def __init__(
        self, exercise: SessionExercise, columns: Columns, controller: SessionController
    ) -> None:
        super().__init__()
        self.exercise = exercise
        self.columns = columns
        self.rows: list[SetRow] = []
        self._controller = controller
        self.name = QLabel()
        self.name.setProperty("role", "heading")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.superset = QLabel()
        self.superset.setProperty("role", "muted")
        self.volume_record = QLabel("PR volume")
        self.volume_record.setProperty("role", "record")
        self.more = QToolButton()
        self.more.setIcon(icon("more", self))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self.more)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self.menu)
        self.notes = QLineEdit()
        self.notes.setProperty("role", "inline")
        self.notes.setPlaceholderText("Notes on this exercise")
        self.notes.editingFinished.connect(self._note)
        self.target = QLabel()
        self.target.setProperty("role", "caption")
        self.add_button = QPushButton("Add set")
        self.add_button.setProperty("role", "flat")
        self.add_button.setIcon(icon("plus", self))
        self.add_button.setToolTip("Add a set like the last one (Insert)")
        self.add_button.clicked.connect(lambda: self.asked.emit(self, "add_set"))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.volume_record)
        head.addWidget(self.superset)
        head.addWidget(self.more)
        foot = QHBoxLayout()
        foot.addWidget(self.target, 1)
        foot.addWidget(self.add_button)
        self._sets = QVBoxLayout()
        self._sets.setSpacing(0)
        column = QVBoxLayout()
        column.setContentsMargins(16, 8, 8, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addLayout(self._titles())
        column.addLayout(self._sets)
        column.addLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(column)
        outer.addWidget(hairline())

    def _titles(self) -> QHBoxLayout:
        kind, unit, effort = self.columns
        right = Qt.AlignmentFlag.AlignRight
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(_caption("Set", TYPE_WIDTH, Qt.AlignmentFlag.AlignHCenter))
        previous = _caption("Previous", None, Qt.AlignmentFlag.AlignLeft)
        previous.setMinimumWidth(PREVIOUS_WIDTH)
        line.addWidget(previous, 1)
        for field in fields_of(kind, effort):
            caption = _caption(title_of(field, kind, unit), WIDTHS[field], right)
            caption.setContentsMargins(0, 0, 7, 0)
            line.addWidget(caption)
        line.addSpacing(TICK_WIDTH + GAP + RECORD_WIDTH)
        return line

    def show_exercise(self, exercise: SessionExercise) -> None:
        """Bring the block up to date with the session."""
        self.exercise = exercise
        name = self._controller.context.exercise_name(exercise.exercise_id)
        self.name.setText(name)
        self.name.setToolTip(name)
        self.more.setAccessibleName(f"Actions for {name}")
        self.add_button.setAccessibleName(f"Add a set of {name}")
        self.notes.setAccessibleName(f"Notes on {name}")
        self.setAccessibleName(name)
        group = exercise.superset_group
        self.superset.setText(f"superset {superset_letter(group)}" if group else "")
        self.superset.setVisible(bool(group))
        if not self.notes.isModified():
            self.notes.setText(exercise.notes)
        self.notes.setVisible(bool(exercise.notes) or self.notes.hasFocus())
        line = self._controller.plan.get(exercise.id)
        self.target.setText(target_text(line))
        self._match_rows()
        self._fill_rows(name)

    def release(self) -> None:
        """The exercise left the session: nothing typed here matters any more."""
        for row in self.rows:
            row.one = None
        self.notes.setModified(False)
        self.hide()
        self.deleteLater()

    def write_notes(self) -> None:
        """Open the line for notes."""
        self.notes.show()
        self.notes.setFocus()

    def _match_rows(self) -> None:
        """One row for each set, in order; a row stays with its set."""
        known = {row.set_id: row for row in self.rows if row.one is not None}
        wanted = [one.id for one in self.exercise.sets]
        if [row.set_id for row in self.rows] == wanted:
            return
        for set_id, row in known.items():
            if set_id not in wanted:
                row.one = None
                row.hide()
                self._sets.removeWidget(row)
                row.deleteLater()
        self.rows = []
        for place, one in enumerate(self.exercise.sets):
            row = known.get(one.id) or self._new_row()
            row.one = row.one or one
            self.rows.append(row)
            if self._sets.indexOf(row) != place:
                self._sets.insertWidget(place, row)

    def _new_row(self) -> SetRow:
        row = SetRow(*self.columns, parent=self)
        self.row_made.emit(row)
        return row

    def _fill_rows(self, name: str) -> None:
        controller, exercise = self._controller, self.exercise
        kind, unit, _ = self.columns
        last = controller.previous.get(exercise.exercise_id, ()) if exercise.exercise_id else ()
        previous = previous_texts(exercise.sets, last, kind, unit)
        records = record_words(exercise, controller.records)
        self.volume_record.setVisible(None in records)
        self.volume_record.setToolTip(records.get(None, ""))
        labels = set_labels(exercise.sets)
        for row, one, label, text in zip(self.rows, exercise.sets, labels, previous, strict=True):
            row.show_set(one, label, name, one.id in controller.saving)
            row.show_previous(text, f"Last time: {text}")
            row.show_record(records.get(one.id, ""))

    def _note(self) -> None:
        text = self.notes.text().strip()
        self.notes.setModified(False)
        if text != self.exercise.notes:
            self.noted.emit(replace(self.exercise, notes=text))
        elif not text:
            self.notes.hide()

    def _fill_menu(self) -> None:
        self.menu.clear()
        exercises = self._controller.current().exercises
        ids = [exercise.id for exercise in exercises]
        is_last = ids[-1] == self.exercise.id
        actions = [("Add set\tIns", "add_set", True)]
        actions.append(("Notes", "notes", True))
        actions.append(("Move up\tAlt+Up", "up", ids[0] != self.exercise.id))
        actions.append(("Move down\tAlt+Down", "down", not is_last))
        actions.append(("Superset with the next exercise", "join", not is_last))
        actions.append(("Leave superset", "leave", bool(self.exercise.superset_group)))
        for words, what, is_possible in actions:
            self._add_action(words, what).setEnabled(is_possible)
        self.menu.addSeparator()
        self._add_action("Remove exercise", "remove")

    def _add_action(self, words: str, what: str) -> QAction:
        return self.menu.addAction(words, lambda: self.asked.emit(self, what))


def hairline() -> QFrame:
    """A thin line between the parts of the dock."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line


def _caption(text: str, width: int | None, align: Qt.AlignmentFlag) -> QWidget:
    label = QLabel(text)
    label.setProperty("role", "caption")
    label.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
    if width is not None:
        label.setFixedWidth(width)
    return label
