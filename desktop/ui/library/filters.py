"""What narrows the library: the search field, the muscle groups, the equipment."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop.domain.equipment import EQUIPMENT
from desktop.domain.muscles import MuscleGroup
from desktop.ui.icons import icon
from desktop.ui.library.model import Criteria

_GROUPS = (
    MuscleGroup.CHEST,
    MuscleGroup.BACK,
    MuscleGroup.LEGS,
    MuscleGroup.SHOULDERS,
    MuscleGroup.ARMS,
    MuscleGroup.CORE,
    MuscleGroup.CARDIO,
)


class FilterBar(QWidget):
    """One line of filters, two where there is little room. changed carries the new Criteria."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search names and muscles")
        self.search.setAccessibleName("Search the library")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", self.search), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setMinimumWidth(150)
        self.search.textChanged.connect(self._tell)
        self.equipment = EquipmentMenu()
        self.equipment.changed.connect(self._tell)
        self._chips = self._made_chips()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._in_one: bool | None = None
        self._place(False)

    @property
    def criteria(self) -> Criteria:
        """What is asked for now."""
        group = self._buttons.checkedId()
        return Criteria(
            self.search.text(),
            _GROUPS[group] if group >= 0 else None,
            self.equipment.chosen,
            self.equipment.own.isChecked(),
            self.equipment.done.isChecked(),
        )

    def clear(self) -> None:
        """Ask for everything."""
        self.blockSignals(True)
        self.search.clear()
        self._all.setChecked(True)
        self.equipment.clear()
        self.blockSignals(False)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        # narrower than one line needs: the chips then go below the search
        return QSize(self._chips.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._chips.sizeHint().width() + self.equipment.sizeHint().width() + 150 + 16
        self._place(self.width() >= needed)

    def _place(self, in_one: bool) -> None:
        if in_one is self._in_one:
            return
        self._in_one = in_one
        row, column, span = (0, 1, 1) if in_one else (1, 0, 3)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addWidget(self.equipment, 0, 2)
        self._grid.addWidget(self._chips, row, column, 1, span, Qt.AlignmentFlag.AlignLeft)

    def _made_chips(self) -> QWidget:
        chips = QWidget()
        line = QHBoxLayout(chips)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self._buttons = QButtonGroup(self)
        self._all = self._chip("All", "All muscle groups", -2)
        line.addWidget(self._all)
        for place, group in enumerate(_GROUPS):
            line.addWidget(self._chip(group, f"Only {group.lower()}", place))
        self._all.setChecked(True)
        self._buttons.idToggled.connect(self._on_chip)
        return chips

    def _chip(self, text: str, name: str, place: int) -> QPushButton:
        chip = QPushButton(text)
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        self._buttons.addButton(chip, place)
        return chip

    def _on_chip(self, place: int, on: bool) -> None:
        if on:
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.criteria)


class EquipmentMenu(QPushButton):
    """A menu button: one piece of equipment or any, own exercises, done ones."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_changed)
        self.own = self._toggle("My exercises")
        self.done = self._toggle("Done before")
        self._any = self._entry("Any equipment", "")
        self._any.setChecked(True)
        self._names: tuple[str, ...] = ()
        self.set_equipment(EQUIPMENT)
        self._label()

    @property
    def chosen(self) -> str:
        """The equipment asked for; empty for any."""
        action = self._group.checkedAction()
        return str(action.data())

    def set_equipment(self, names: Iterable[str]) -> None:
        """Offer these, in the library's order with a user's own words behind."""
        known = {name: place for place, name in enumerate(EQUIPMENT)}
        ordered = sorted(set(names) - {""}, key=lambda name: (known.get(name, len(known)), name))
        if tuple(ordered) == self._names:
            return
        chosen, self._names = self.chosen, tuple(ordered)
        for action in self._group.actions():
            if action is not self._any:
                self._group.removeAction(action)
                action.deleteLater()
        self._menu.clear()
        self._menu.addActions([self.own, self.done])
        self._menu.addSeparator()
        self._menu.addAction(self._any)
        self._menu.addActions([self._entry(name, name) for name in ordered])
        match = next((a for a in self._group.actions() if a.data() == chosen), self._any)
        match.setChecked(True)
        self._label()

    def clear(self) -> None:
        """Any equipment, anyone's exercises, done or not."""
        self._any.setChecked(True)
        self.own.setChecked(False)
        self.done.setChecked(False)
        self._label()

    def _toggle(self, text: str) -> QAction:
        action = QAction(text, self)
        action.setCheckable(True)
        action.triggered.connect(self._on_changed)
        return action

    def _entry(self, text: str, name: str) -> QAction:
        action = QAction(text, self._group)
        action.setData(name)
        action.setCheckable(True)
        return action

    def _on_changed(self) -> None:
        self._label()
        self.changed.emit()

    def _label(self) -> None:
        words = [self.chosen] if self.chosen else []
        words += ["mine"] if self.own.isChecked() else []
        words += ["done"] if self.done.isChecked() else []
        text = ", ".join(words) or "Equipment: any"
        self.setText(text)
        self.setAccessibleName(f"Filter by equipment: {text}")
