"""The lines of one template as rows that come, go, move and change in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from desktop.domain.library import ExerciseKind
from desktop.domain.template_cells import LineField, Notation
from desktop.domain.template_edits import Written
from desktop.domain.template_paste import COLUMNS
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.templates.words import title

_ROOT = QModelIndex()
EXERCISE = 0

# a cell by its line (None: the row that adds) and its column (None: the exercise)
Key = tuple[UUID | None, LineField | None]


class LineRows(QAbstractTableModel):
    """Holds the template, what is marked wrong in its cells, and brings its rows up to date.

    changed: (the template after an edit, what was done). told: what was left
    out of an edit; empty when nothing was. marked: `wrong` may be another.
    """

    changed = Signal(object, str)
    marked = Signal()
    told = Signal(str)

    def __init__(self, context: Context, parent: Any = None) -> None:
        super().__init__(parent)
        self.context = context
        self.is_read_only = True
        self.template: WorkoutTemplate | None = None
        self._lines: list[TemplateExercise] = []
        self._wrong: dict[Key, tuple[str, str]] = {}
        context.profile_changed.connect(self._write_anew)
        context.exercises_changed.connect(self._write_anew)

    @property
    def lines(self) -> tuple[TemplateExercise, ...]:
        """The lines shown."""
        return tuple(self._lines)

    @property
    def wrong(self) -> str:
        """Why the first wrong cell is wrong; empty when all is well."""
        first = min(self._wrong, key=self._place, default=None)
        return self._wrong[first][1] if first else ""

    @property
    def first_wrong(self) -> tuple[int, int] | None:
        """The row and column of the first wrong cell, from the top; None when all is well."""
        return min(map(self._place, self._wrong), default=None)

    def show_template(self, template: WorkoutTemplate, is_read_only: bool = False) -> None:
        """Show a template's lines; those of the same template are changed in place."""
        before, self.template = self.template, template
        if before is not None and (before.id, self.is_read_only) == (template.id, is_read_only):
            self._bring_to(template.exercises)
            return
        self.beginResetModel()
        self.is_read_only = is_read_only
        self._wrong.clear()
        self._lines = list(template.exercises)
        self.endResetModel()
        self.marked.emit()
        self.told.emit("")

    def notation_of(self, exercise_id: UUID | None) -> Notation:
        """How the cells of an exercise are written."""
        known = self.context.exercises.get(exercise_id) if exercise_id else None
        preferences = self.context.preferences
        kind = known.kind if known else ExerciseKind.WEIGHT_REPS
        return Notation(kind, preferences.unit, preferences.effort)

    def name(self, line: TemplateExercise) -> str:
        """What the exercise of a line is called."""
        return self.context.exercise_name(line.exercise_id)

    def keep(self, after: WorkoutTemplate, label: str) -> None:
        """Show the template after an edit, and tell of it."""
        if self.is_read_only or after == self.template:
            return
        self.template = after
        self._bring_to(after.exercises)
        self.changed.emit(after, label)

    def keep_written(self, told: Written, label: str) -> None:
        """Show what was written into cells, and mark what could not be used."""
        for cell in told.well:
            self._wrong.pop(cell, None)
        self._wrong.update(
            {
                (key, field): (text, f"{title(field, self.context.preferences)}: {why}")
                for (key, field), (text, why) in told.wrong.items()
            }
        )
        self.keep(told.template, label)
        touched = {key for key, _ in (*told.well, *told.wrong)}
        for row, line in enumerate(self._lines):
            if line.id in touched:
                self._emit_row(row)
        self.marked.emit()

    def mark(self, key: Key, text: str, why: str) -> None:
        """Keep text that cannot be used in its cell, with the reason; no reason takes it away."""
        if why:
            self._wrong[key] = (text, why)
        else:
            self._wrong.pop(key, None)
        self._emit_row(self._place(key)[0])
        self.marked.emit()

    def _bring_to(self, lines: Sequence[TemplateExercise]) -> None:
        """Take out, put in, move and change single rows: selection and scroll stay."""
        before = [line.id for line in self._lines]
        kept = {line.id for line in lines}
        for row in reversed(range(len(self._lines))):
            if self._lines[row].id not in kept:
                self.beginRemoveRows(_ROOT, row, row)
                gone = self._lines.pop(row)
                self._forget_marks(gone.id)
                self.endRemoveRows()
        for row, line in enumerate(lines):
            places = range(row, len(self._lines))
            at = next((n for n in places if self._lines[n].id == line.id), None)
            if at is None:
                self.beginInsertRows(_ROOT, row, row)
                self._lines.insert(row, line)
                self.endInsertRows()
            elif at > row:
                self.beginMoveRows(_ROOT, at, at, _ROOT, row)
                self._lines.insert(row, self._lines.pop(at))
                self.endMoveRows()
        self._change_to(lines, is_regrouped=before != [line.id for line in lines])

    def _change_to(self, lines: Sequence[TemplateExercise], is_regrouped: bool) -> None:
        """The same lines with their values; brackets are drawn over several rows."""
        for row, (old, new) in enumerate(zip(self._lines, lines, strict=True)):
            if old != new:
                self._lines[row] = new
                is_regrouped |= old.superset_group != new.superset_group
                self._emit_row(row)
        if is_regrouped and self._lines:
            last = self.index(len(self._lines) - 1, EXERCISE)
            self.dataChanged.emit(self.index(0, EXERCISE), last)

    def _write_anew(self) -> None:
        """Units, effort or names of exercises are other ones now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self._lines:
            last = self.index(len(self._lines) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _place(self, key: Key) -> tuple[int, int]:
        row = next((n for n, x in enumerate(self._lines) if x.id == key[0]), len(self._lines))
        return row, COLUMNS.index(key[1])

    def _forget_marks(self, line_id: UUID) -> None:
        self._wrong = {key: value for key, value in self._wrong.items() if key[0] != line_id}

    def _emit_row(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
