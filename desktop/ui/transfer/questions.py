"""What only the user knows of a file's weights."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.transfer import ImportPreview
from desktop.domain.weight import Unit
from desktop.ui.transfer.panels import plain_heading
from desktop.ui.widgets.card import muted_label

_LIKE_POUNDS = (
    "The file says kilograms, but its weights are round numbers of pounds. "
    "They stay exact either way."
)


class UnitQuestion(QFrame):
    """The unit of weights that the file leaves open, or the offer to show pounds.

    Out of sight where there is nothing to ask. answered carries the
    Unit.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = plain_heading("Which unit are the weights in?")
        self.kilograms = QRadioButton("&Kilograms")
        self.pounds = QRadioButton("&Pounds")
        self.as_pounds = QCheckBox("&Show these weights in pounds")
        self.hint = muted_label(wraps=True)
        self._group = QButtonGroup(self)
        self._group.addButton(self.kilograms)
        self._group.addButton(self.pounds)
        self._lay_out()
        self.pounds.toggled.connect(self._answer)
        self.as_pounds.toggled.connect(self._answer)

    def show_question(self, preview: ImportPreview) -> None:
        """Ask what is open in this file, with the answer given so far."""
        file = preview.file
        asks, offers = not file.has_unit, file.has_unit and file.suggested_unit is Unit.LB
        self.setVisible(asks or offers)
        for widget in (self.title, self.kilograms, self.pounds):
            widget.setVisible(asks)
        self.as_pounds.setVisible(offers)
        ends = ("", "") if file.has_distance_unit else (", kilometres", ", miles")
        self.kilograms.setText(f"&Kilograms{ends[0]}")
        self.pounds.setText(f"&Pounds{ends[1]}")
        self.hint.setText(_hint(preview) if asks else _LIKE_POUNDS)
        self._check(preview.answers.unit)

    def _check(self, unit: Unit) -> None:
        is_pounds = unit is Unit.LB
        with QSignalBlocker(self.pounds), QSignalBlocker(self.as_pounds):
            (self.pounds if is_pounds else self.kilograms).setChecked(True)
            self.as_pounds.setChecked(is_pounds)

    def _answer(self, is_pounds: bool) -> None:
        self.answered.emit(Unit.LB if is_pounds else Unit.KG)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(24)
        for widget in (self.title, self.kilograms, self.pounds, self.as_pounds):
            choices.addWidget(widget)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 10, 13, 10)
        column.setSpacing(2)
        column.addLayout(choices)
        column.addWidget(self.hint)


def _hint(preview: ImportPreview) -> str:
    text = "The file does not say it. An exercise in another unit can be set in the table below."
    if preview.file.suggested_unit is not None:
        return f"The numbers look like {_NAMES[preview.file.suggested_unit]}. {text}"
    return text


_NAMES = {Unit.KG: "kilograms", Unit.LB: "pounds"}
