"""What is below the head of an exercise's block: its plan, its notes, its sets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.session import SessionExercise
from desktop.domain.session_edits import set_labels
from desktop.ui.icons import icon
from desktop.ui.session.block_view import BlockView, Columns
from desktop.ui.session.drag import GRIP_WIDTH
from desktop.ui.session.marks import ColumnTitles
from desktop.ui.session.set_row import SetRow
from desktop.ui.session.views import Beaten, previous_sets, short_set
from desktop.ui.sizes import SMALL, px
from desktop.ui.widgets.texts import NONE, count_text

_ICON = 16


class BlockBody(QWidget):
    """Rows are built once and updated in place; a row leaves only with its set.

    row_made: a new row, for the grid to listen to. add_wanted: one more set.
    noted: the exercise with other notes.
    """

    row_made = Signal(object)
    add_wanted = Signal()
    noted = Signal(object)

    def __init__(self, columns: Columns) -> None:
        super().__init__()
        self.rows: list[SetRow] = []
        self._columns = columns
        self._view: BlockView | None = None
        self._focused: SetRow | None = None
        self._scale = 1.0
        self.target, self.plan_notes = _caption(), _caption()
        self.side, self.fallen = _caption(), _caption()
        self.notes = QLineEdit()
        self.notes.setProperty("role", "inline")
        self.notes.setPlaceholderText("Notes on this exercise")
        self.notes.editingFinished.connect(self.take_notes)
        self.titles = ColumnTitles(columns)
        self.add_button = QPushButton("Add set")
        self.add_button.setProperty("role", "flat")
        self.add_button.setIcon(icon("plus", self.add_button))
        self.add_button.setToolTip("Add a set like the last one (Insert)")
        self.add_button.clicked.connect(self.add_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.side, 1)
        foot.addWidget(self.add_button)
        self._sets = QVBoxLayout()
        self._sets.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(px(GRIP_WIDTH), 0, 0, 0)
        column.setSpacing(2)
        for line in (self.target, self.plan_notes, self.notes, self.titles):
            column.addWidget(line)
        column.addLayout(self._sets)
        column.addWidget(self.fallen)
        column.addLayout(foot)

    def show_view(self, view: BlockView, beaten: Beaten) -> None:
        """Bring everything up to date. beaten: the records by set, None for the exercise's."""
        self._view = view
        self.add_button.setAccessibleName(f"Add a set of {view.name}")
        self.notes.setAccessibleName(f"Notes on {view.name}")
        if not self.notes.isModified():
            self.notes.setText(view.exercise.notes)
        self.notes.setVisible(bool(view.exercise.notes) or self.notes.hasFocus())
        plan = view.plan
        _say(self.target, plan.line() if plan else "")
        _say(self.plan_notes, view.line.notes if view.line else "")
        self._match_rows(view.exercise)
        self._fill_rows(view, beaten)
        _say(self.fallen, self._fallen_text(view.exercise, beaten))
        self._show_side()

    def set_focused(self, row: SetRow | None) -> None:
        """The row that the user is in, whose plates are shown."""
        self._focused = row
        self._show_side()

    def this_row(self) -> SetRow | None:
        """The row that the user is in, else the one to do next, else the last one."""
        if self._focused in self.rows:
            return self._focused
        waiting = [row for row in self.rows if row.one and row.one.completed_at is None]
        return next(iter(waiting or self.rows[-1:]), None)

    def write_notes(self) -> None:
        """Open the line for notes."""
        self.notes.show()
        self.notes.setFocus()

    def take_notes(self) -> None:
        """Keep what was written, and put the line away when that is nothing."""
        if self._view is None:
            return
        text = self.notes.text().strip()
        self.notes.setModified(False)
        if text != self._view.exercise.notes:
            self.noted.emit(replace(self._view.exercise, notes=text))
        elif not text and self.isActiveWindow():  # another window is but a look away
            self.notes.hide()

    def set_scale(self, scale: float) -> None:
        """So many times the usual size."""
        self._scale = scale
        size = self.font().pointSizeF() * scale
        captions: tuple[QWidget, ...] = (self.target, self.plan_notes, self.side, self.fallen)
        for one in (*captions, self.add_button, self.notes):
            points = size * (SMALL if one in captions else 1.0)
            one.setStyleSheet("" if scale == 1.0 else f"font-size: {points:.1f}pt;")
        self.add_button.setIconSize(QSize(1, 1) * px(_ICON * scale))
        self.setContentsMargins(px(GRIP_WIDTH * scale), 0, 0, 0)
        self.titles.set_scale(scale)
        for row in self.rows:
            row.set_scale(scale)

    def release(self) -> None:
        """The exercise left the session: nothing typed here matters any more."""
        for row in self.rows:
            row.one = None
        self._view = None  # hiding takes the focus out of the notes, which then are nobody's

    def _match_rows(self, exercise: SessionExercise) -> None:
        """One row for each set, in order; a row stays with its set."""
        known = {row.set_id: row for row in self.rows if row.one is not None}
        wanted = [one.id for one in exercise.sets]
        if [row.set_id for row in self.rows] == wanted:
            return
        for set_id, row in known.items():
            if set_id not in wanted:
                row.one = None
                row.hide()
                self._sets.removeWidget(row)
                row.deleteLater()
        self.rows = []
        for place, one in enumerate(exercise.sets):
            row = known.get(one.id) or self._new_row()
            row.one = row.one or one
            self.rows.append(row)
            if self._sets.indexOf(row) != place:
                self._sets.insertWidget(place, row)
        self.titles.set_row(self.rows[0] if self.rows else None)

    def _new_row(self) -> SetRow:
        row = SetRow(*self._columns, parent=self)
        if self._scale != 1.0:
            row.set_scale(self._scale)
        self.row_made.emit(row)
        return row

    def _fill_rows(self, view: BlockView, beaten: Beaten) -> None:
        kind, unit, _ = self._columns
        sets, plan = view.exercise.sets, view.plan
        last = previous_sets(sets, view.last)
        targets = plan.targets_of(sets) if plan else [None] * len(sets)
        rows = zip(self.rows, sets, set_labels(sets), last, targets, strict=True)
        for row, one, label, before, target in rows:
            row.show_set(one, label, view.name, one.id in view.saving)
            row.show_ghost(before)
            text = short_set(before, kind, unit) if before else NONE
            tip = f"Last time: {text}"
            if plan is not None and target is not None and (words := plan.of(target)):
                tip += f"\nTarget: {words}"
                # the line above says it all where every set is meant to be the same
                if before is None and not plan.is_alike:
                    text = plan.of(target, with_share=False)
            row.show_previous(text, tip)
            row.show_record("; ".join(beaten.get(one.id, ())))

    def _fallen_text(self, exercise: SessionExercise, beaten: Beaten) -> str:
        """'Set 1: heaviest weight, before 97.5 kg, and 2 more records' for each set with any."""
        lines = []
        for one, label in zip(exercise.sets, set_labels(exercise.sets), strict=True):
            if words := beaten.get(one.id):
                more = count_text(len(words) - 1, "more record")
                end = f", and {more}" if len(words) > 1 else ""
                lines.append(f"Set {label}: {_lower(words[0])}{end}")
        return "\n".join([*lines, *beaten.get(None, ())])

    def _show_side(self) -> None:
        row = self._focused if self._focused in self.rows else None
        text = self._view.side_text(row.set_id) if self._view and row and row.one else ""
        if self.side.text() != text:
            self.side.setText(text)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _caption() -> QLabel:
    label = QLabel()
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    return label


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
    label.setVisible(bool(text))
