"""Taking the calendar of the Today page along; imported when it is asked for."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.context import Context
from desktop.ui.today.calendar import TrainingCalendar
from desktop.ui.widgets.chart_export import ChartTable, allow, fill_menu
from desktop.ui.widgets.texts import day_text


def fill_export(menu: QMenu, context: Context, calendar: TrainingCalendar, legend: QWidget) -> None:
    """Fill the menu that is about to be shown."""

    def table() -> ChartTable:
        return calendar_table(calendar, context.today())

    fill_menu(menu, context, (calendar, legend), table, calendar)
    allow(menu, bool(table().rows))


def calendar_table(calendar: TrainingCalendar, today: date) -> ChartTable:
    """The training days in sight with their sessions."""
    rows = [(day.isoformat(), count) for day, count in calendar.shown_days.items()]
    days = f"{day_text(calendar.first_day)} to {day_text(today)}"
    return ChartTable("Training days", days, ("Day", "Sessions"), rows)
