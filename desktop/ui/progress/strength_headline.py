"""The figure that one looks for first: the level that the trend has come to, and its change."""

from __future__ import annotations

from datetime import date

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.domain.weight import Unit
from desktop.ui.progress.strength_data import Drawn
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.measures import scale_of, value_text
from desktop.ui.widgets.texts import day_text


class Headline(QWidget):
    """Hidden where no trend is drawn, or none of it lies in the days shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = QLabel()
        self.level.setProperty("role", "heading")
        self.change = muted_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.level)
        row.addWidget(self.change)
        self.hide()

    def tell(self, drawn: Drawn | None, first: date | None, last: date | None, unit: Unit) -> None:
        """Say the level at the end of these days, and how far it came in them.

        drawn: None where the trend is not to be seen.
        """
        past = drawn.past if drawn else None
        if drawn is None or past is None:
            self.hide()
            return
        start = np.searchsorted(past.days, first.toordinal()) if first else 0
        end = np.searchsorted(past.days, last.toordinal() + 1) if last else len(past.days)
        if end <= start:
            self.hide()
            return
        measure, scale = drawn.wish.measure, scale_of(drawn.wish.measure, unit, drawn.wish.length)
        level, before = float(past.level[end - 1]), float(past.level[start])
        self.level.setText(value_text(measure, level * scale, unit))
        sign = "+" if level >= before else "\N{MINUS SIGN}"
        self.change.setText(f"{sign}{value_text(measure, abs(level - before) * scale, unit)}")
        days = [date.fromordinal(int(past.days[place])) for place in (start, end - 1)]
        words = (
            f"The level of the trend on {day_text(days[1])}: {self.level.text()}. "
            f"{self.change.text()} since {day_text(days[0])}."
        )
        self.setToolTip(words)
        self.level.setAccessibleName(words)
        self.show()
