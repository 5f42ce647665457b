"""A set while it is edited: its type, its values, and the way to take it out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.set_fields import Field, field_text, typed
from desktop.domain.weight import Unit
from desktop.ui.history.reading import TYPE_WORDS
from desktop.ui.history.wheel import leave_wheel
from desktop.ui.icons import icon
from desktop.ui.sizes import scaled
from desktop.ui.widgets.styling import restyle

TYPE_WIDTH = 104
GAP = 6
WIDTHS = {
    Field.WEIGHT: 66,
    Field.REPS: 52,
    Field.DISTANCE: 62,
    Field.DURATION: 66,
    Field.RPE: 48,
}


class SetLine(QWidget):
    """One set. changed carries the set as it is now; marked: `fault` may be another one."""

    changed = Signal(object)
    removed = Signal(object)
    marked = Signal()

    def __init__(
        self,
        one: ExerciseSet,
        name: str,
        kind: ExerciseKind,
        fields: tuple[Field, ...],
        unit: Unit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.one = one
        self._kind, self._unit = kind, unit
        self._faults: dict[Field, str] = {}
        self.cells = {field: self._cell(field, name) for field in fields}
        self.type_box = QComboBox()
        self.type_box.setAccessibleName(f"{name}: type")
        self.type_box.setProperty("role", "cell")
        scaled(self.type_box.setFixedWidth, TYPE_WIDTH)
        for set_type in SetType:
            self.type_box.addItem(TYPE_WORDS[set_type], set_type.value)
        self.type_box.setCurrentIndex(self.type_box.findData(one.set_type.value))
        self.type_box.activated.connect(self._on_type)
        leave_wheel(self.type_box)
        self.remove = remove = QToolButton()
        remove.setIcon(icon("close", remove))
        remove.setToolTip("Remove this set")
        remove.setAccessibleName(f"Remove {name}")
        # a click takes the focus, so that what is being typed elsewhere is kept first
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.clicked.connect(lambda: self.removed.emit(self.one.id))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.type_box)
        for cell in self.cells.values():
            line.addWidget(cell)
        line.addWidget(remove)
        line.addStretch(1)

    @property
    def fault(self) -> str:
        """What is wrong with the first cell that cannot be read; empty when all can."""
        return next((words for words in self._faults.values() if words), "")

    @property
    def first(self) -> QLineEdit | QComboBox:
        """Where its values begin."""
        return next(iter(self.cells.values()), None) or self.type_box

    def _cell(self, field: Field, name: str) -> QLineEdit:
        cell = QLineEdit(field_text(field, self.one, self._kind, self._unit))
        cell.setProperty("role", "cell")
        cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        scaled(cell.setFixedWidth, WIDTHS[field])
        cell.setAccessibleName(f"{name}: {field.label}")
        cell.editingFinished.connect(lambda: self._on_typed(field))
        return cell

    def _on_typed(self, field: Field) -> None:
        cell = self.cells[field]
        try:
            after = typed(self.one, field, cell.text(), self._kind, self._unit)
        except InvalidInputError as fault:
            self._mark(field, f"{fault.what} {fault.advice}".strip())
            return
        self._mark(field, "")
        cell.setText(field_text(field, after, self._kind, self._unit))
        self._keep(after)

    def _on_type(self) -> None:
        self._keep(replace(self.one, set_type=SetType(self.type_box.currentData())))

    def _keep(self, after: ExerciseSet) -> None:
        if after != self.one:
            self.one = after
            self.changed.emit(after)

    def _mark(self, field: Field, words: str) -> None:
        cell, self._faults[field] = self.cells[field], words
        restyle(cell, "invalid", bool(words))
        cell.setToolTip(words)
        cell.setAccessibleDescription(words)
        self.marked.emit()
