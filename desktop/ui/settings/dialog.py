"""What can be set. Every control takes effect at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import Effort, Formula
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.theme import Theme
from desktop.ui.widgets.forms import add_row, make_form

_UNITS = ((Unit.KG, "Kilograms (kg)"), (Unit.LB, "Pounds (lb)"))
_FORMULAS = (
    (Formula.AUTO, "Automatic: Brzycki below 10 reps, Epley from 10"),
    (Formula.EPLEY, "Epley"),
    (Formula.BRZYCKI, "Brzycki"),
    (Formula.LOMBARDI, "Lombardi"),
    (Formula.MAYHEW, "Mayhew"),
    (Formula.OCONNER, "O\N{RIGHT SINGLE QUOTATION MARK}Conner"),
    (Formula.WATHAN, "Wathan"),
    (Formula.LANDER, "Lander"),
)
_EFFORTS = (
    (Effort.OFF, "Not noted"),
    (Effort.RPE, "As RPE (rate of perceived exertion)"),
    (Effort.RIR, "As reps in reserve (RIR)"),
)
_DAYS = tuple(enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
_LABELS = 130
_THEMES = (("system", "Like the system"), ("light", "Light"), ("dark", "Dark"))


class SettingsDialog(QDialog):
    """The preferences of the open profile, and where the data lies."""

    def __init__(
        self, context: Context, theme: Theme, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._theme = theme
        self._wanted = context.preferences
        self.setWindowTitle("Settings")
        self.setMinimumWidth(580)
        kept = context.preferences
        self.unit = self._choice(_UNITS, kept.unit, "unit")
        self.formula = self._choice(_FORMULAS, kept.formula, "formula")
        self.week = self._choice(_DAYS, kept.first_weekday, "first_weekday")
        self.theme = self._choice(_THEMES, kept.theme, "theme")
        self.rest = self._make_rest(kept.rest_seconds)
        self.effort = self._choice(_EFFORTS, kept.effort, "effort")
        self.folder = QLineEdit(str(folder))
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName("Data folder")
        self.open_folder = QPushButton("Open")
        self.open_folder.setAccessibleName("Open the data folder")
        self.open_folder.setIcon(icon("folder", self.open_folder))
        self.open_folder.setAutoDefault(False)
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        self._lay_out()

    def _lay_out(self) -> None:
        data = QHBoxLayout()
        data.setSpacing(8)
        data.addWidget(self.folder, 1)
        data.addWidget(self.open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(
            _card(
                "Training",
                ("&Weights in", self.unit),
                ("Estimated &1RM by", self.formula),
                ("&Rest between sets", self.rest),
                ("&Effort of a set", self.effort),
            )
        )
        column.addWidget(_card("Window", ("&Look", self.theme), ("Weeks &start on", self.week)))
        column.addWidget(_card("Your data", ("Folder", data)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(4)
        column.addWidget(buttons)

    def _choice(self, options: Sequence[tuple[object, str]], kept: object, field: str) -> QComboBox:
        box = QComboBox()
        box.addItems([words for _, words in options])
        values = [value for value, _ in options]
        box.setCurrentIndex(values.index(kept) if kept in values else 0)
        box.currentIndexChanged.connect(lambda place: self._keep(**{field: values[place]}))
        return box

    def _make_rest(self, seconds: int) -> QSpinBox:
        box = QSpinBox()
        box.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet does not reach its text
        box.setRange(0, 3600)
        box.setSingleStep(15)
        box.setSuffix(" seconds")
        box.setValue(seconds)
        # typing 120 shall not keep 1 and 12 on the way
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._keep(rest_seconds=value))
        return box

    def _keep(self, **changes: Any) -> None:
        # on from the last wish: what was kept may not be back yet
        self._wanted = wanted = replace(self._wanted, **changes)
        if "theme" in changes:
            self._theme.set_choice(wanted.theme)
        accounts, user = self.context.services.accounts, self.context.user.id
        self.context.do("change settings", lambda: accounts.save_preferences(user, wanted))


def _card(title: str, *rows: tuple[str, QWidget | QHBoxLayout]) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    form = make_form(card)
    form.setContentsMargins(16, 14, 16, 14)
    form.addRow(heading)
    for words, field in rows:
        add_row(form, words, field, _LABELS)
    return card
