"""The table of a file's exercise names, where targets and units are changed by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.domain.transfer import ImportAnswers, ImportPreview
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.sizes import scaled
from desktop.ui.transfer.names_model import UNIT, NameRow, NamesModel, can_choose, rows_of
from desktop.ui.transfer.panels import button
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.filter_line import FilterLine
from desktop.ui.widgets.picker_dialog import ask_for_exercise
from desktop.ui.widgets.table import Table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNITS = ((Unit.KG, "Kilograms (kg)"), (Unit.LB, "Pounds (lb)"))
_LEAST = 128  # three rows below the header


class NamesPanel(QWidget):
    """Search, filter, table, and what can be done with the chosen names.

    answered carries the ImportAnswers after a change.
    """

    answered = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answers = ImportAnswers()
        self._preview: ImportPreview | None = None
        self.model = NamesModel(self)
        self.table = _NamesTable(self.model, "Exercises of the file")
        scaled(self.table.setMinimumHeight, _LEAST)
        self.model.new_icon = icon("plus", self.table)
        self.line = FilterLine("Search exercises", "Search the exercises of the file")
        self.only_new = Chip("Only new ones", "Only exercises that will be created")
        self.only_new.setAutoDefault(False)
        self.choose = button("Choose exercise\N{HORIZONTAL ELLIPSIS}")
        self.make_new = button("Create new")
        self.as_found = button("As found")
        self.unit = button("Weights in")
        self._lay_out()
        self._connect()

    def show_names(self, preview: ImportPreview, answers: ImportAnswers) -> None:
        """Show the names of a file under these answers."""
        is_other = self._preview is None or self._preview.file is not preview.file
        self._preview, self._answers = preview, answers
        if is_other:
            self.line.search.clear()
            self.only_new.setChecked(False)
        rows = rows_of(preview, answers, self._context.exercise_name)
        self.model.set_rows(rows)
        fresh = sum(row.is_new for row in rows)
        self.only_new.setText(f"Only new ones ({fresh})" if fresh else "Only new ones")
        self.only_new.setVisible(bool(fresh) or self.only_new.isChecked())
        for widget in (self.choose, self.make_new, self.as_found):
            widget.setVisible(can_choose(preview))
        self.unit.setVisible(not preview.file.has_unit)
        self.table.setColumnHidden(UNIT, preview.file.has_unit)
        self._say_state()

    def take(self, exercise_id: UUID | None) -> None:
        """The sets of the chosen names go to this exercise; None: each to a new one."""
        matches = dict.fromkeys(self._chosen_names(), exercise_id)
        self._answer(replace(self._answers, matches={**self._answers.matches, **matches}))

    def take_new(self) -> None:
        """The sets of the chosen names go to new exercises of these names."""
        self.take(None)

    def take_found(self) -> None:
        """Forget what was chosen by hand for the chosen names."""
        names = set(self._chosen_names())
        kept = {name: key for name, key in self._answers.matches.items() if name not in names}
        self._answer(replace(self._answers, matches=kept))

    def take_unit(self, unit: Unit) -> None:
        """The weights of the chosen names are in this unit."""
        units = {**self._answers.units, **dict.fromkeys(self._chosen_names(), unit)}
        kept = {name: one for name, one in units.items() if one is not self._answers.unit}
        self._answer(replace(self._answers, units=kept))

    def ask_exercise(self) -> None:
        """Open the picker for the chosen names."""
        rows: list[NameRow] = self.table.selected_rows()
        if not rows or self._preview is None or not can_choose(self._preview):
            return
        ask_for_exercise(self._context, self, f"Exercise for {rows[0].name}", self.take)

    def _answer(self, answers: ImportAnswers) -> None:
        if self._preview is not None and answers != self._answers:
            self.show_names(self._preview, answers)
            self.answered.emit(answers)

    def _chosen_names(self) -> list[str]:
        return [row.name for row in self.table.selected_rows()]

    def _say_state(self) -> None:
        rows: list[NameRow] = self.table.selected_rows()
        self.choose.setEnabled(bool(rows))
        self.make_new.setEnabled(any(not row.is_new for row in rows))
        self.as_found.setEnabled(any(row.is_chosen for row in rows))
        self.unit.setEnabled(any(row.unit for row in rows))
        for widget in (self.choose, self.make_new, self.as_found, self.unit):
            self._actions[widget].setEnabled(widget.isEnabled())
            self._actions[widget].setVisible(not widget.isHidden())

    def _filter(self) -> None:
        words = self.line.search.text().casefold().split()
        only_new = self.only_new.isChecked()

        def accepts(row: NameRow) -> bool:
            # what was new and got an exercise by hand stays in sight
            if only_new and not (row.is_new or row.is_chosen):
                return False
            haystack = f"{row.name} {row.target}".casefold()
            return all(word in haystack for word in words)

        self.model.set_filter(accepts if words or only_new else None)
        self._say_state()

    def _lay_out(self) -> None:
        self.line.chip_line.addWidget(self.only_new)
        last = QWidget()
        row = QHBoxLayout(last)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.choose, self.make_new, self.as_found, self.unit):
            row.addWidget(widget)
        self.line.set_last(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.line.search.textChanged.connect(self._filter)
        self.only_new.toggled.connect(self._filter)
        self._actions = {
            self.choose: self._action("Choose exercise\N{HORIZONTAL ELLIPSIS}", self.ask_exercise),
            self.make_new: self._action("Create new exercise", self.take_new),
            self.as_found: self._action("Exercise as found", self.take_found),
        }
        for widget, action in self._actions.items():
            widget.clicked.connect(action.trigger)
            widget.setAccessibleName(action.text().rstrip("\N{HORIZONTAL ELLIPSIS}"))
        self._add_units()
        self.table.selectionModel().selectionChanged.connect(self._say_state)
        self.table.asked.connect(self.ask_exercise)
        self.table.doubleClicked.connect(self.ask_exercise)
        self.table.clicked.connect(self._on_clicked)

    def _add_units(self) -> None:
        menu = QMenu("Weights in", self)
        for unit, words in _UNITS:
            menu.addAction(words).triggered.connect(lambda _=False, one=unit: self.take_unit(one))
        self.unit.setMenu(menu)
        self.unit.setAccessibleName("Unit of the weights of the chosen exercises")
        self._actions[self.unit] = menu.menuAction()
        self.table.addAction(menu.menuAction())

    def _action(self, words: str, triggered: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(triggered)
        self.table.addAction(action)
        return action

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == UNIT and self.model.row(index.row()).unit:
            cell = self.table.visualRect(index)
            menu = self.unit.menu()
            menu.popup(self.table.viewport().mapToGlobal(cell.bottomLeft()))


class _NamesTable(Table):
    """asked: Enter was pressed on a row. Its actions are in the context menu."""

    asked = Signal()

    def __init__(self, model: NamesModel, name: str) -> None:
        super().__init__(model, name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            # the table would hand it on to the dialog
            self.asked.emit()
            event.accept()
            return
        super().keyPressEvent(event)
