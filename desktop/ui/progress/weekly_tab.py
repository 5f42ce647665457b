"""The weekly sets of every muscle group."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.progress import WeeklySets
from desktop.ui.context import Context
from desktop.ui.progress.tabs import Tab
from desktop.ui.progress.weekly_card import WeeklyCard


class WeeklyTab(Tab):
    """One card over the whole tab."""

    title = "Muscles"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._first: date | None = None
        self.weekly = WeeklyCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.weekly)

    def reload(self) -> None:
        services, user_id = self.context.services, self.context.user.id
        self.context.tasks.read(
            lambda: services.progress.weekly_sets(user_id, None, None), self._show
        )

    def show_range(self, first: date | None, last: date | None) -> None:
        self._first = first
        self.weekly.bars.show_span(first)

    def take_focus(self) -> None:
        self.weekly.bars.setFocus()

    def _show(self, found: WeeklySets) -> None:
        self.weekly.show_weeks(found)
        self.weekly.bars.show_span(self._first)
        self.loaded.emit()
