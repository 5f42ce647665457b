"""The Qt model of the lines of one template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.domain import template_edits as edits
from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.template_edits import LineField
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.ui.context import Context

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = (LineField.SETS, LineField.WEIGHT, LineField.REST)


class LinesModel(QAbstractTableModel):
    """The lines of one template, edited in place.

    changed: (the template after an edit, what was done). Text that cannot be
    used stays in its cell, marked by WrongRole with the reason, until it is
    mended; it is never stored.
    """

    changed = Signal(object, str)
    marked = Signal()
    WrongRole = int(Qt.ItemDataRole.UserRole) + 8
    FIELDS: tuple[LineField | None, ...] = (None, *LineField)

    def __init__(self, context: Context, parent: Any = None) -> None:
        super().__init__(parent)
        self.context = context
        self.is_read_only = False
        self._template: WorkoutTemplate | None = None
        self._lines: tuple[TemplateExercise, ...] = ()
        self._wrong: dict[tuple[UUID, LineField], tuple[str, str]] = {}

    # what the editor uses
    @property
    def lines(self) -> tuple[TemplateExercise, ...]:
        """The lines shown."""
        return self._lines

    @property
    def wrong(self) -> str:
        """Why the first wrong cell is wrong; empty when all is well."""
        return next((why for _, why in self._wrong.values()), "")

    def show_template(self, template: WorkoutTemplate | None) -> None:
        """Show a template's lines; the same lines with other values are changed in place."""
        before, lines = self._lines, template.exercises if template else ()
        is_other = (self._template.id if self._template else None) != (
            template.id if template else None
        )
        self._template = template
        if is_other:
            self._wrong.clear()
        if not is_other and [x.id for x in before] == [x.id for x in lines]:
            self._lines = lines
            for row, (old, new) in enumerate(zip(before, lines, strict=True)):
                if old != new:
                    self.dataChanged.emit(*self._span(row))
            return
        self.beginResetModel()
        self._lines = lines
        kept = {line.id for line in lines}
        self._wrong = {key: value for key, value in self._wrong.items() if key[0] in kept}
        self.endResetModel()

    def move(self, row: int, by: int) -> bool:
        """Move a line up or down; its selection goes along."""
        target = row + by
        if self._template is None or not 0 <= target < len(self._lines) or self.is_read_only:
            return False
        line = self._lines[row]
        after = edits.move_line(self._template, line.id, by)
        self.beginMoveRows(_ROOT, row, row, _ROOT, target + (by > 0))
        self._template, self._lines = after, after.exercises
        self.endMoveRows()
        self.changed.emit(after, f"move {self._name(line)}")
        return True

    def remove(self, rows: Sequence[int]) -> None:
        """Take lines out."""
        if self._template is None or not rows or self.is_read_only:
            return
        gone = [self._lines[row] for row in rows]
        after = edits.remove_lines(self._template, [line.id for line in gone])
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(_ROOT, row, row)
            self._lines = self._lines[:row] + self._lines[row + 1 :]
            self.endRemoveRows()
        self._template = after
        for line in gone:
            for field in LineField:
                self._wrong.pop((line.id, field), None)
        self.marked.emit()
        what = self._name(gone[0]) if len(gone) == 1 else f"{len(gone)} exercises"
        self.changed.emit(after, f"remove {what}")

    def add(self, exercise_id: UUID) -> None:
        """Add an exercise at the end."""
        if self._template is None or self.is_read_only:
            return
        after = edits.add_line(self._template, exercise_id)
        at = len(self._lines)
        self.beginInsertRows(_ROOT, at, at)
        self._template, self._lines = after, after.exercises
        self.endInsertRows()
        self.changed.emit(after, f"add {self.context.exercise_name(exercise_id)}")

    # what Qt asks
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.FIELDS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._is_editable(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answers: dict[int, Callable[[_Index], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.EditRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._why,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._why,
            self.WrongRole: self._why,
        }
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.FIELDS[index.column()] in _NUMBERS else _LEFT
        answer = answers.get(role)
        return answer(index) if answer is not None else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.FIELDS):
            return None
        field = self.FIELDS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            if field is LineField.WEIGHT:
                return f"Weight ({self.context.preferences.unit})"
            return field.value.capitalize() if field else "Exercise"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if field in _NUMBERS else _LEFT
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        field = self.FIELDS[index.column()] if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or field is None or not self._is_editable(index):
            return False
        assert self._template is not None
        line, unit = self._lines[index.row()], self.context.preferences.unit
        try:
            typed = edits.typed_line(line, field, str(value), self._kind(line), unit)
        except InvalidInputError as fault:
            self._wrong[line.id, field] = (str(value), f"{field.value.capitalize()}: {fault}")
            self._emit_cell(index)
            return True
        self._wrong.pop((line.id, field), None)
        if typed != line:
            self._template = edits.with_line(self._template, typed)
            self._lines = self._template.exercises
            self.changed.emit(self._template, f"edit {self._name(line)}")
        self._emit_cell(index)
        return True

    def _emit_cell(self, index: _Index) -> None:
        cell = self.index(index.row(), index.column())
        self.dataChanged.emit(cell, cell)
        self.marked.emit()

    def _span(self, row: int) -> tuple[QModelIndex, QModelIndex]:
        return self.index(row, 0), self.index(row, len(self.FIELDS) - 1)

    def _text(self, index: _Index) -> str:
        line, field = self._lines[index.row()], self.FIELDS[index.column()]
        if field is None:
            return self._name(line)
        wrong = self._wrong.get((line.id, field))
        return wrong[0] if wrong else edits.line_text(line, field, self.context.preferences.unit)

    def _why(self, index: _Index) -> str | None:
        field = self.FIELDS[index.column()]
        wrong = self._wrong.get((self._lines[index.row()].id, field)) if field else None
        return wrong[1] if wrong else None

    def _is_editable(self, index: _Index) -> bool:
        field = self.FIELDS[index.column()]
        if field is None or self.is_read_only:
            return False
        kind = self._kind(self._lines[index.row()])
        if field is LineField.WEIGHT:
            return kind.has_weight
        return kind.has_reps if field is LineField.REPS else True

    def _kind(self, line: TemplateExercise) -> ExerciseKind:
        known = self.context.exercises.get(line.exercise_id) if line.exercise_id else None
        return known.kind if known else ExerciseKind.WEIGHT_REPS

    def _name(self, line: TemplateExercise) -> str:
        return self.context.exercise_name(line.exercise_id)
