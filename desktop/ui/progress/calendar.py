"""When one trained: a year of days, streaks, and the habits of the week and the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.analysis.calendar import by_hour, by_weekday, streaks
from desktop.domain.history import HistoryRow
from desktop.domain.training import TrainingDay
from desktop.ui.context import Context
from desktop.ui.progress.calendar_cards import (
    HabitCard,
    NumbersCard,
    YearCard,
    hour_bars,
    weekday_bars,
)
from desktop.ui.progress.exports import habit_table, year_table
from desktop.ui.progress.kept import Kept
from desktop.ui.progress.tabs import Tab, everything_button, fill_tab
from desktop.ui.sizes import px
from desktop.ui.widgets.chart_export import ChartTable, add_export
from desktop.ui.widgets.texts import DAYS, count_text, day_text, minutes_text, volume_text

if TYPE_CHECKING:
    from desktop.services import Services

_ROOMY = 700  # wide enough for both habits side by side


@dataclass(frozen=True, slots=True)
class _Calendar:
    days: tuple[TrainingDay, ...]
    year: int
    sessions: list[HistoryRow]


class CalendarTab(Tab):
    """The heat map shows a year, the habits the shared range."""

    title = "Calendar"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._range: tuple[date | None, date | None] = (None, None)
        self._days: dict[date, TrainingDay] = {}
        self._sessions: dict[date, list[HistoryRow]] = {}
        self._year: int | None = None
        self.year = YearCard(self._words)
        self.year.year_changed.connect(self._on_year)
        self._kept = Kept(self, context, "progressCalendar")
        self._has_recalled = False
        self.year.what_changed.connect(self._on_what)
        self.year.map.day_chosen.connect(self._open)
        self.numbers = NumbersCard()
        self.weekdays = HabitCard("By weekday")
        self.hours = HabitCard("By hour")
        self.everything = everything_button(self)
        self.weekdays.header.addWidget(self.everything)
        self.menu = QMenu(self)
        self._lay_out()
        self._add_exports()

    def reload(self) -> None:
        if not self._has_recalled:
            self._has_recalled = True
            self.year.show_volume(bool(self._kept.choices.get("by_volume")))
        services, user_id = self.context.services, self.context.user.id
        year, last, today = self._year, self._range[1], self.context.today()
        self.reads.read(lambda: _calendar(services, user_id, year, last, today), self._show)

    def show_range(self, first: date | None, last: date | None) -> None:
        if (first, last) != self._range:
            self._range = (first, last)
            self.year.map.show_range(first, last)
            if self._days:
                self.year.show_year(_year_of(self._days, last, self.context.today()))
        self._show_habits()

    def take_focus(self) -> None:
        self.year.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_roomy = self.width() >= px(_ROOMY)
        directions = QBoxLayout.Direction
        self._habits.setDirection(directions.LeftToRight if is_roomy else directions.TopToBottom)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.year)
        column.addWidget(self.numbers)
        self._habits = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._habits.setSpacing(12)
        self._habits.addWidget(self.weekdays, 2)
        self._habits.addWidget(self.hours, 3)
        column.addLayout(self._habits, 1)
        fill_tab(self, column)

    def _add_exports(self) -> None:
        year, context = self.year, self.context
        add_export(
            year,
            context,
            (year.map, year.legend),
            lambda: year_table(self._days.values(), year.map.year, context.preferences.unit),
        )
        for card in (self.weekdays, self.hours):
            add_export(card, context, (card.bars,), partial(self._habit_table, card))

    def _habit_table(self, card: HabitCard) -> ChartTable:
        return habit_table(card.heading.text(), card.bars.bars, self._range)

    def _show(self, found: _Calendar) -> None:
        self._days = {one.day: one for one in found.days}
        self._keep(found.sessions)
        today = self.context.today()
        weekday = self.context.preferences.first_weekday
        self._color()
        if self._days:
            years = range(max(*self._days, today).year, min(self._days).year - 1, -1)
            self.year.set_years(years)
            self._year = found.year
            self.year.show_year(found.year)
        self.numbers.show_streaks(streaks(self._days, today, weekday))
        self._show_year_days()
        self._show_habits()
        self.loaded.emit()

    def _keep(self, sessions: list[HistoryRow]) -> None:
        by_day: dict[date, list[HistoryRow]] = defaultdict(list)
        for row in sorted(sessions, key=lambda row: row.local_start):
            by_day[row.day].append(row)
        self._sessions = dict(by_day)
        self.year.map.describe()

    def _on_what(self) -> None:
        self._kept.keep_choices({"by_volume": self.year.by_volume})
        self._color()

    def _color(self) -> None:
        by_volume, unit = self.year.by_volume, self.context.preferences.unit
        values = {
            day: float(one.volume if by_volume else one.sets) for day, one in self._days.items()
        }
        preferences = self.context.preferences
        self.year.map.set_values(values, self.context.today(), preferences.first_weekday)
        self.year.show_legend(
            (lambda value: volume_text(value, unit))
            if by_volume
            else (lambda value: count_text(round(value), "set"))
        )

    def _on_year(self) -> None:
        """Ask what was done in another year."""
        year = self.year.map.year
        if year == self._year:
            return
        self._year = year
        self._show_year_days()
        services, user_id = self.context.services, self.context.user.id
        self.context.tasks.read(
            lambda: _sessions(services, user_id, year),
            lambda found: self._keep(found) if year == self._year else None,
        )

    def _show_year_days(self) -> None:
        year = self.year.map.year
        days, before = (sum(day.year == one for day in self._days) for one in (year, year - 1))
        self.numbers.show_days(year, days, before)

    def _show_habits(self) -> None:
        first, last = self._range
        within = [
            one
            for day, one in self._days.items()
            if (first is None or day >= first) and (last is None or day <= last)
        ]
        sessions = sum(len(one.starts) for one in within)
        self.everything.setVisible(not sessions and self._range != (None, None))
        weekday = self.context.preferences.first_weekday
        self.weekdays.show_bars(weekday_bars(by_weekday(within), weekday), sessions)
        self.hours.show_bars(hour_bars(by_hour(within)), sessions)

    def _words(self, day: date) -> str:
        """What a day had: 'Tue 3 Mar 2026: Push A, 18 sets, 4,180 kg, 1 h 2 min'."""
        title = f"{DAYS[day.weekday()]} {day_text(day)}"
        parts = [row.name for row in self._sessions.get(day, ())]
        if (done := self._days.get(day)) is not None:
            parts.append(count_text(done.sets, "set"))
            if done.volume:
                parts.append(volume_text(done.volume, self.context.preferences.unit))
            if done.minutes:
                parts.append(minutes_text(done.minutes))
        return f"{title}: {', '.join(parts) or 'no training'}"

    def _open(self, day: date) -> None:
        """Open the session of a day; of several, ask which."""
        rows = self._sessions.get(day, [])
        if len(rows) == 1:
            self.wanted_in_log.emit(rows[0].id)
        elif rows:
            self.menu.clear()
            for row in rows:
                text = f"{row.local_start:%H:%M}  {row.name}".replace("&", "&&")
                action = self.menu.addAction(text)
                action.triggered.connect(lambda *_, one=row.id: self.wanted_in_log.emit(one))
            place = self.year.map.place_of(day)
            at = self.year.map.mapToGlobal(place.bottomLeft())
            self.menu.setActiveAction(self.menu.actions()[0])
            self.menu.popup(at)


def _calendar(
    services: Services, user_id: UUID, year: int | None, last: date | None, today: date
) -> _Calendar:
    days = services.progress.days(user_id)
    shown = year or _year_of([one.day for one in days], last, today)
    return _Calendar(days, shown, _sessions(services, user_id, shown))


def _year_of(days: Collection[date], last: date | None, today: date) -> int:
    """The year of the last training day up to `last`; of the first one where all are after it."""
    first, newest = min(days, default=today), max(days, default=today)
    return max(first, min(last or newest, newest)).year


def _sessions(services: Services, user_id: UUID, year: int) -> list[HistoryRow]:
    return services.history.rows(user_id, first=date(year, 1, 1), last=date(year, 12, 31))
