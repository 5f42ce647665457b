"""Which plates go on the bar for a weight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.analysis.plates import load_bar
from desktop.domain.weight import Weight
from desktop.ui.calculators.fields import TypedField, add_field, typed_weight, weight_in
from desktop.ui.calculators.gear_line import GearLine
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.forms import make_form
from desktop.ui.widgets.plate_bar import PlateBar, load_text, shortfall_text

_LEAST, _MOST = 120, 220
_ASK = "Type a weight, like 100 or 225 lb, to see its plates."


class PlatesPage(QWidget):
    """A weight, the bar that makes it, and the same in words."""

    def __init__(self, context: Context, gear: GearLine, weight: Weight | None) -> None:
        super().__init__()
        self._context, self._gear = context, gear
        unit = context.preferences.unit
        self.weight: TypedField[Weight] = TypedField(
            lambda text: typed_weight(text, context.preferences.unit),
            "Weight",
            weight_in(weight, unit),
        )
        self.weight.edit.setPlaceholderText(f"in {unit}")
        self.drawing = PlateBar()
        scaled(self.drawing.setMinimumHeight, _LEAST)
        scaled(self.drawing.setMaximumHeight, _MOST)
        self.drawing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.words = QLabel()
        self.words.setProperty("role", "heading")
        self.words.setWordWrap(True)
        self.shortfall = muted_label(wraps=True)
        form = make_form()
        add_field(form, "&Weight", self.weight)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(4)
        inside.addStretch(1)
        inside.addWidget(self.drawing, 8)
        inside.addStretch(1)
        for label in (self.words, self.shortfall):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(card, 1)
        self.weight.changed.connect(self._show)
        gear.changed.connect(self._show)
        context.profile_changed.connect(self._on_profile)
        self._show()

    def _on_profile(self) -> None:
        self.weight.edit.setPlaceholderText(f"in {self._context.preferences.unit}")
        self.weight.read()
        self._show()

    def _show(self) -> None:
        gym, weight = self._gear.gym, self.weight.value
        unit = self._context.preferences.unit
        # without a bar the plates go on a machine or a sled
        bar = self._gear.bar.weight if self._gear.bar else Weight(0, unit)
        if gym is None or weight is None:
            self.drawing.show_load(None, bar if gym else None, unit)
            self.words.setText("")
            self.shortfall.setText(_ASK)
            return
        load = load_bar(weight, bar, gym.plates)
        self.drawing.show_load(load, bar, weight.unit)
        self.words.setText(load_text(load, bar))
        self.shortfall.setText(shortfall_text(load))
