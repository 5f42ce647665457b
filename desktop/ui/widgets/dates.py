"""Fields for a day, the same on every screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


def date_edit(name: str) -> QDateEdit:
    """A field with a calendar to open, under an accessible name."""
    edit = QDateEdit()
    edit.setCalendarPopup(True)
    edit.setDisplayFormat("d MMM yyyy")
    edit.setAccessibleName(name)
    return edit


def day_in(edit: QDateEdit) -> date:
    """The day that stands in a field."""
    found = edit.date()
    return date(found.year(), found.month(), found.day())


def show_day(edit: QDateEdit, day: date) -> None:
    """Let a day stand in a field."""
    edit.setDate(QDate(day.year, day.month, day.day))
