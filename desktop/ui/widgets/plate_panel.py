"""What goes on the bar for one weight: drawn, and in words beneath."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.analysis.plates import load_bar
from desktop.domain.weight import Weight
from desktop.ui.context import Context
from desktop.ui.widgets.owned_gear import OwnedGear
from desktop.ui.widgets.plate_bar import PlateBar, load_text, shortfall_text

_BAR_HEIGHT = 48
_NO_WEIGHT = "Type a weight to see its plates."


class PlatePanel(QWidget):
    """A small bar and a line of words, with the gear of the gym that the profile trains at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weight: Weight | None = None
        self._bar: Weight | None = None
        self._gear = OwnedGear(context, self)
        self._gear.changed.connect(self._show)
        self.drawing = PlateBar(is_half=True)
        self.drawing.setFixedHeight(_BAR_HEIGHT)
        self.words = QLabel()
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.drawing)
        column.addWidget(self.words)

    def show_weight(self, weight: Weight | None, bar: Weight | None = None) -> None:
        """Show what to load; bar: its weight, None for the first of the gym's bars."""
        self._weight, self._bar = weight, bar
        self._show()

    def _show(self) -> None:
        gear, weight = self._gear.gear, self._weight
        if gear is None:
            return
        self.drawing.setFixedHeight(max(_BAR_HEIGHT, 3 * self.words.fontMetrics().height()))
        bar = self._bar or next((one.weight for one in gear.gym.bars), None)
        self.drawing.setVisible(weight is not None and bar is not None)
        if weight is None or bar is None:
            self.words.setText(_NO_WEIGHT if bar else f"{gear.gym.name} has no bar yet.")
            return
        load = load_bar(weight, bar, gear.gym.plates)
        self.drawing.show_load(load, bar, weight.unit)
        parts = (load_text(load, bar), shortfall_text(load))
        self.words.setText(". ".join(one for one in parts if one))
