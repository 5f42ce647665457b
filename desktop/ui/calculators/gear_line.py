"""The gym and the bar that the calculators reckon with."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.gear import Bar, Gym
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.widgets.owned_gear import OwnedGear

_NO_BAR = "No bar"


class GearLine(QWidget):
    """Chooses gym and bar. changed: something else can be loaded.

    The gym is where the profile trains from now on; the bar is chosen for
    here alone, and may be none: for machines and dumbbells. settings_wanted:
    the user wants to say what there is.
    """

    changed = Signal()
    settings_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owned = OwnedGear(context, self)
        self._owned.changed.connect(self._fill)
        self._bars: list[Bar | None] = []
        self.gyms = QComboBox()
        self.gyms.setAccessibleName("Gym")
        scaled(self.gyms.setMinimumWidth, 120)
        self.gyms.currentTextChanged.connect(self._owned.choose_gym)
        self.bars = QComboBox()
        self.bars.setAccessibleName("Bar")
        scaled(self.bars.setMinimumWidth, 190)
        self.bars.currentIndexChanged.connect(self.changed)
        self.change = QPushButton("C&hange bars and plates\N{HORIZONTAL ELLIPSIS}")
        self.change.setProperty("role", "flat")
        self.change.setAutoDefault(False)
        self.change.clicked.connect(self.settings_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, box in (("&Gym", self.gyms), ("&Bar", self.bars)):
            label = QLabel(words)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
            row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self.change)

    @property
    def gym(self) -> Gym | None:
        """The gym; None until the gear was read."""
        return self._owned.gear.gym if self._owned.gear else None

    @property
    def bar(self) -> Bar | None:
        """The bar; None for none."""
        place = self.bars.currentIndex()
        return self._bars[place] if 0 <= place < len(self._bars) else None

    def _fill(self) -> None:
        gear = self._owned.gear
        assert gear is not None
        before, had = self.bar, bool(self._bars)
        with QSignalBlocker(self.gyms), QSignalBlocker(self.bars):
            self.gyms.clear()
            self.gyms.addItems([one.name for one in gear.gyms])
            self.gyms.setCurrentText(gear.gym.name)
            self._bars = [*gear.gym.bars, None]
            self.bars.clear()
            self.bars.addItems(
                [f"{one.name}, {one.weight}" if one else _NO_BAR for one in self._bars]
            )
            if had and before in self._bars:
                self.bars.setCurrentIndex(self._bars.index(before))
        self.changed.emit()
