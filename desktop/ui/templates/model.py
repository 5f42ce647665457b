"""The Qt model of the lines of one template."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.domain import template_edits as edits
from desktop.domain.template_cells import LineField, applies, cell_text
from desktop.domain.template_paste import COLUMNS
from desktop.domain.templates import TemplateExercise
from desktop.ui.context import Context
from desktop.ui.templates.names import ExerciseNames
from desktop.ui.templates.rows import EXERCISE, Key, LineRows
from desktop.ui.templates.words import ADD_LINE, TIPS, title

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = (LineField.SETS, LineField.REPS, LineField.WEIGHT, LineField.RPE, LineField.REST)


class Group(NamedTuple):
    """The superset of a line, and whether the lines above and below are of it too."""

    number: int
    above: bool
    below: bool


class LinesModel(LineRows):
    """The lines of one template, edited in place, and a last row that adds one.

    Text that cannot be used stays in its cell, marked by WrongRole with the
    reason, until it is mended; it is never stored.
    """

    # as of every table
    MutedRole = int(Qt.ItemDataRole.UserRole) + 1
    WrongRole = int(Qt.ItemDataRole.UserRole) + 8
    AppliesRole = WrongRole + 1
    GroupRole = WrongRole + 2

    def __init__(self, context: Context, names: ExerciseNames, parent: Any = None) -> None:
        super().__init__(context, parent)
        self.names = names

    # what Qt asks
    def rowCount(self, parent: _Index = _ROOT) -> int:
        if parent.isValid() or self.template is None:
            return 0
        return len(self._lines) + (not self.is_read_only)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.is_read_only and self._applies(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[index.column()] in _NUMBERS else _LEFT
        answers: dict[int, Callable[[_Index], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self._text,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleDescriptionRole: self._why,
            self.MutedRole: lambda one: self._line(one) is None and not self._text(one),
            self.WrongRole: self._why,
            self.AppliesRole: lambda one: self._line(one) is None or self._applies(one),
            self.GroupRole: self._group,
        }
        answer = answers.get(role)
        return answer(index) if answer is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            number = str(section + 1) if section < len(self._lines) else "+"
            return number if role == Qt.ItemDataRole.DisplayRole else None
        field = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return title(field, self.context.preferences)
        if role == Qt.ItemDataRole.ToolTipRole:
            return TIPS[field]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if field in _NUMBERS else _LEFT
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        is_editable = index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        if role != Qt.ItemDataRole.EditRole or not is_editable or self.template is None:
            return False
        field, line = COLUMNS[index.column()], self._line(index)
        self.told.emit("")
        if field is None:
            return self._set_exercise(line, value)
        assert line is not None
        if str(value) == self._text(index):
            return True
        told = edits.written(self.template, [(line.id, field, str(value))], self.notation_of)
        self.keep_written(told, f"edit {self.name(line)}")
        return True

    def _set_exercise(self, line: TemplateExercise | None, value: Any) -> bool:
        """By its id or by its name; in the last row that adds a line."""
        assert self.template is not None
        text = "" if isinstance(value, UUID) else str(value).strip()
        key = (line.id if line else None, None)
        if line is not None and (not value or text == self.name(line)):
            self.mark(key, "", "")
            return True
        exercise_id = value if isinstance(value, UUID) else self.names.find(text)
        if text and exercise_id is None:
            self.mark(
                key, text, f"No exercise is called '{text}'. New ones are made in the library."
            )
            return True
        self.mark(key, "", "")
        if exercise_id is None:
            return True
        name = self.context.exercise_name(exercise_id)
        if line is None:
            self.keep(edits.add_line(self.template, exercise_id), f"add {name}")
        else:
            kind = self.notation_of(exercise_id).kind
            after = edits.with_exercise(self.template, line.id, exercise_id, kind)
            self.keep(after, f"change {self.name(line)} to {name}")
        return True

    # what stands in a cell
    def _line(self, index: _Index) -> TemplateExercise | None:
        return self._lines[index.row()] if index.row() < len(self._lines) else None

    def _key(self, index: _Index) -> Key:
        line = self._line(index)
        return (line.id if line else None, COLUMNS[index.column()])

    def _text(self, index: _Index) -> str:
        if wrong := self._wrong.get(self._key(index)):
            return wrong[0]
        line, field = self._line(index), COLUMNS[index.column()]
        if line is None:
            return ""
        if field is None:
            return self.name(line)
        notation = self.notation_of(line.exercise_id)
        return cell_text(line, field, notation) if applies(field, notation.kind) else ""

    def _shown(self, index: _Index) -> str:
        text = self._text(index)
        is_adding = self._line(index) is None and index.column() == EXERCISE
        return text or (ADD_LINE if is_adding else "")

    def _why(self, index: _Index) -> str | None:
        wrong = self._wrong.get(self._key(index))
        return wrong[1] if wrong else None

    def _tip(self, index: _Index) -> str | None:
        """Why it is wrong, else the text that may be too long for its cell."""
        return self._why(index) or self._text(index) or None

    def _applies(self, index: _Index) -> bool:
        line, field = self._line(index), COLUMNS[index.column()]
        if line is None or field is None:
            return field is None
        return applies(field, self.notation_of(line.exercise_id).kind)

    def _group(self, index: _Index) -> Group | None:
        line, row = self._line(index), index.row()
        if line is None or line.superset_group is None:
            return None
        above, below = self._lines[max(0, row - 1) : row], self._lines[row + 1 : row + 2]
        number = line.superset_group
        return Group(
            number, *([one.superset_group for one in x] == [number] for x in (above, below))
        )
