"""What narrows the library: the search field, the muscle groups, the equipment."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from desktop.domain.equipment import EQUIPMENT
from desktop.domain.muscles import MuscleGroup
from desktop.ui.library.model import Criteria
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.filter_line import FilterLine

_GROUPS = (
    MuscleGroup.CHEST,
    MuscleGroup.BACK,
    MuscleGroup.LEGS,
    MuscleGroup.SHOULDERS,
    MuscleGroup.ARMS,
    MuscleGroup.CORE,
    MuscleGroup.CARDIO,
)


class FilterBar(FilterLine):
    """The library's filters. changed carries the new Criteria."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Search names and muscles", "Search the library", parent)
        self.search.textChanged.connect(self._tell)
        self.equipment = EquipmentMenu()
        self.equipment.changed.connect(self._tell)
        self._buttons = QButtonGroup(self)
        self._all = self._add_chip("All", "All muscle groups", -2)
        for place, group in enumerate(_GROUPS):
            self._add_chip(group, f"Only {group.lower()}", place)
        self._all.setChecked(True)
        self._buttons.idToggled.connect(self._on_chip)
        self.set_last(self.equipment)

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

    def _add_chip(self, text: str, name: str, place: int) -> QPushButton:
        made = Chip(text, name)
        self._buttons.addButton(made, place)
        self.chip_line.addWidget(made)
        return made

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
        """Offer these, in the library's order with a user's own words behind.

        What is chosen and not there any more gives way to any equipment.
        """
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
        if self.chosen != chosen:
            self.changed.emit()

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
