"""One set: its number, last time's set, the cells to type in, the tick and its record."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import Effort
from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.set_fields import Field, field_text, fields_of, typed
from desktop.domain.weight import Unit
from desktop.ui.session.cells import Cell, TickButton
from desktop.ui.session.keys import Command

TYPE_WIDTH = 26
PREVIOUS_WIDTH = 72
RECORD_WIDTH = 34
GAP = 6
TYPE_NAMES = {
    SetType.NORMAL: "Working set",
    SetType.WARM_UP: "Warm-up",
    SetType.DROP: "Drop set",
    SetType.FAILURE: "Set to failure",
}


class SetRow(QWidget):
    """A row that is built once and updated in place.

    edited: the set as typed. commanded: (where the key was pressed, what it
    asks). toggled: the tick was clicked. type_chosen: the new type.
    """

    edited = Signal(object)
    commanded = Signal(object, object)
    toggled = Signal(object)
    type_chosen = Signal(object, object)

    def __init__(self, kind: ExerciseKind, unit: Unit, effort: Effort, parent: QWidget) -> None:
        super().__init__(parent)
        self.one: ExerciseSet | None = None
        self._kind, self._unit = kind, unit
        self._label = ""
        self._is_about_field = False
        self.type_button = QToolButton()
        self.type_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.type_button.setFixedSize(TYPE_WIDTH, 26)
        self.type_button.clicked.connect(self.ask_type)
        self.previous = QLabel()
        self.previous.setProperty("role", "muted")
        self.previous.setMinimumWidth(PREVIOUS_WIDTH)
        self.previous.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cells = tuple(Cell(field, self) for field in fields_of(kind, effort))
        self.tick = TickButton(self)
        self.tick.clicked.connect(self._clicked)
        self.tick.commanded.connect(self.commanded)
        self.record = QLabel("PR")
        self.record.setProperty("role", "record")
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self.type_button)
        line.addWidget(self.previous, 1)
        for cell in self.cells:
            cell.committed.connect(self.commit)
            cell.commanded.connect(self.commanded)
            cell.textEdited.connect(self.hush)
            line.addWidget(cell)
        line.addWidget(self.tick)
        space = QWidget()
        space.setFixedWidth(RECORD_WIDTH)
        inside = QHBoxLayout(space)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.record, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(space)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addLayout(line)
        self.message.setContentsMargins(TYPE_WIDTH + GAP, 0, 0, 2)
        column.addWidget(self.message)

    @property
    def set_id(self) -> UUID:
        """The id of the set shown."""
        assert self.one is not None
        return self.one.id

    def show_set(self, one: ExerciseSet, label: str, exercise: str, is_saving: bool) -> None:
        """Show the set as it is stored; cells being typed in keep their text."""
        is_same = (one, label) == (self.one, self._label)
        self.one, self._label = one, label
        name = f"{exercise}, set {label}"
        is_done = one.completed_at is not None and not is_saving
        self.tick.show_state(is_done, is_saving, name)
        if is_same:
            return
        self.type_button.setText(label)
        self.type_button.setToolTip(f"{TYPE_NAMES[one.set_type]}: change (Ctrl+T)")
        self.type_button.setAccessibleName(f"{name}, type: {TYPE_NAMES[one.set_type]}")
        for cell in self.cells:
            cell.show_value(self._text(cell.field))
            cell.setAccessibleName(f"{name}, {cell.field.label}")

    def show_previous(self, text: str, help_text: str) -> None:
        """What was done in this place last time."""
        if self.previous.text() != text:
            self.previous.setText(text)
            self.previous.setToolTip(help_text)

    def show_record(self, words: str) -> None:
        """Mark the set as holding a record; no words, no mark."""
        self.record.setVisible(bool(words))
        self.record.setToolTip(words)
        self.record.setAccessibleName(f"Personal record: {words}" if words else "")

    def refuse(self, field: Field | None, words: str) -> None:
        """Say what is wrong, at the field if it is one."""
        self._say(words, field is not None)
        for cell in self.cells:
            if cell.field is field:
                cell.mark(True)
                cell.setAccessibleDescription(words)
                cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def hush(self) -> None:
        """Forget what was said: the user is mending it."""
        self.message.hide()
        for cell in self.cells:
            if cell.is_wrong:
                cell.mark(False)
                cell.setModified(True)
                cell.setAccessibleDescription("")

    def commit(self, cell: Cell) -> bool:
        """Read the cell; False when what stands in it cannot be used."""
        if self.one is None:
            return True
        if not cell.isModified() and not cell.is_wrong:
            self._settle(cell)
            return True
        try:
            changed = typed(self.one, cell.field, cell.text(), self._kind, self._unit)
        except InvalidInputError as fault:
            cell.mark(True)
            cell.setAccessibleDescription(str(fault))
            self._say(f"{cell.field.label}: {fault}", True)
            return False
        is_other = changed != self.one
        self.one = changed
        self._settle(cell)
        if is_other:
            self.edited.emit(changed)
        return True

    def commit_all(self) -> bool:
        """Read every cell; False when one cannot be used, which then has the focus."""
        for cell in self.cells:
            if not self.commit(cell):
                cell.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def ask_type(self) -> None:
        """Let the user choose what the set is for."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for set_type, name in TYPE_NAMES.items():
            action = QAction(name, group)
            action.setCheckable(True)
            action.setChecked(self.one is not None and self.one.set_type is set_type)
            action.triggered.connect(lambda _=False, t=set_type: self.type_chosen.emit(self, t))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Remove set", lambda: self.commanded.emit(self.tick, Command.REMOVE_SET))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.type_button.mapToGlobal(self.type_button.rect().bottomLeft()))

    def _say(self, words: str, is_about_field: bool) -> None:
        self._is_about_field = is_about_field
        self.message.setText(words)
        self.message.show()

    def _settle(self, cell: Cell) -> None:
        cell.settle(self._text(cell.field))
        cell.setAccessibleDescription("")
        if self._is_about_field and not any(other.is_wrong for other in self.cells):
            self.message.hide()

    def _clicked(self) -> None:
        self.toggled.emit(self)

    def _text(self, field: Field) -> str:
        assert self.one is not None
        return field_text(field, self.one, self._kind, self._unit)
