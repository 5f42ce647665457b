"""The calculators in one window beside the log: plates, one-rep max, warm-up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet
from desktop.domain.weight import Weight
from desktop.ui.calculators.gear_line import GearLine
from desktop.ui.calculators.one_rep_max import OneRepMaxPage
from desktop.ui.calculators.plates import PlatesPage
from desktop.ui.calculators.warm_up import WarmUpPage
from desktop.ui.context import Context
from desktop.ui.shortcuts import sequences
from desktop.ui.sizes import room_for
from desktop.ui.widgets.buttons import Chip

PAGES = (("plates", "&Plates"), ("one_rep_max", "&One-rep max"), ("warm_up", "Warm-&up"))


class CalculatorsDialog(QDialog):
    """Reckons while one types; show() it: the log stays usable beside it.

    page: one of the names in PAGES. weight, reps, rpe: the set to begin with.
    settings_wanted: the user wants to change bars and plates.
    """

    settings_wanted = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        page: str = "plates",
        weight: Weight | None = None,
        reps: int | None = None,
        rpe: float | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Calculators")
        room_for(self, 760, 620)
        self.gear = GearLine(context)
        self.gear.settings_wanted.connect(self.settings_wanted)
        begun = ExerciseSet(new_id(), weight=weight, reps=reps, rpe=rpe)
        self.plates = PlatesPage(context, self.gear, weight)
        self.one_rep_max = OneRepMaxPage(context, self.gear, begun)
        self.warm_up = WarmUpPage(context, self.gear, weight)
        self.pages = QStackedWidget()
        for made in (self.plates, self.one_rep_max, self.warm_up):
            self.pages.addWidget(made)
        self.tabs = QButtonGroup(self)
        self._lay_out()
        self.tabs.idClicked.connect(self._on_chosen)
        for name, step in (("next_tab", 1), ("previous_tab", -1)):
            for keys in sequences("calculators", name):
                QShortcut(keys, self, lambda step=step: self._turn(step))
        self.go(page)

    def go(self, page: str) -> None:
        """Show a page by its name, ready to type in."""
        self._go_to([name for name, _ in PAGES].index(page))

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        for place, (_, title) in enumerate(PAGES):
            tab = Chip(title)
            tab.setAutoDefault(False)
            self.tabs.addButton(tab, place)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter belongs to the fields
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(tabs)
        column.addWidget(self.pages, 1)
        column.addWidget(self.gear)
        column.addWidget(buttons)

    def _turn(self, step: int) -> None:
        self._go_to((self.pages.currentIndex() + step) % self.pages.count())

    def _go_to(self, place: int) -> None:
        self.tabs.button(place).setChecked(True)
        self._show_page(place)
        page = self.pages.currentWidget()
        if isinstance(page, PlatesPage | OneRepMaxPage | WarmUpPage):
            page.weight.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            page.weight.edit.selectAll()

    def _on_chosen(self, place: int) -> None:
        if self.tabs.button(place).hasFocus():  # the arrow keys go through the tabs
            self._show_page(place)
        else:
            self._go_to(place)

    def _show_page(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        for tab in self.tabs.buttons():
            focus = Qt.FocusPolicy.TabFocus if tab.isChecked() else Qt.FocusPolicy.NoFocus
            tab.setFocusPolicy(focus)
