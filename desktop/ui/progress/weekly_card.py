"""Sets for each muscle group and week."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.domain.days import months_before
from desktop.domain.progress import WeeklySets
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.texts import week_text
from desktop.ui.widgets.weekly_bars import SeriesLegend, WeeklyBars


class WeeklyCard(Card):
    """Stacked bars over all exercises, with a legend of the groups that were trained."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Weekly sets", parent=parent)
        self.note.setText("per muscle group")
        self._weekly = WeeklySets((), {}, {})
        self.legend = SeriesLegend()
        self.bars = WeeklyBars("Weekly sets per muscle group")
        self.body.addWidget(self.legend)
        self.body.addWidget(self.bars, 1)

    def show_weeks(self, weekly: WeeklySets) -> None:
        """Draw them."""
        self._weekly = weekly
        self.legend.set_names([group.value for group in weekly.groups])
        series = [(group.value, values) for group, values in weekly.groups.items()]
        self.bars.set_weeks(weekly.weeks, series, week_text)

    def show_months(self, months: int | None) -> None:
        """Show the last months; all when None."""
        if self._weekly.weeks:
            last = self._weekly.weeks[-1]
            self.bars.show_span(months_before(last, months) if months else None)
