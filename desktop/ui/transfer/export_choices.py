"""What an export asks: the format, and which workouts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.transfer import ExportFormat, Selection
from desktop.ui.sizes import scaled
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.texts import count_text

_FORMATS = (
    (
        ExportFormat.CSV,
        "&Spreadsheet (CSV)",
        "One row a set. For LibreOffice, Excel or Numbers, and for other programs.",
    ),
    (
        ExportFormat.JSON,
        "&Repbook file (complete)",
        "Every value, with its exercises and templates. Open it with Repbook to have it all back.",
    ),
)
_INDENT = 23  # where the words of a radio button begin


class FormatCard(Card):
    """The kinds of file, each with what it is for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Format", parent=parent)
        self.buttons: dict[ExportFormat, QRadioButton] = {}
        for file_format, words, purpose in _FORMATS:
            made = QRadioButton(words)
            made.setAccessibleDescription(purpose)
            self.buttons[file_format] = made
            note = muted_label(purpose, wraps=True)
            note.setContentsMargins(_INDENT, 0, 0, 0)
            choice = QVBoxLayout()
            choice.setSpacing(0)
            choice.addWidget(made)
            choice.addWidget(note)
            self.body.addLayout(choice)
        self.buttons[ExportFormat.CSV].setChecked(True)

    @property
    def chosen(self) -> ExportFormat:
        """The format to write."""
        return next(one for one, made in self.buttons.items() if made.isChecked())


class WhatCard(Card):
    """Everything, a range of days, or the sessions chosen beforehand.

    changed: another choice, for which `count` is None until somebody counts.
    """

    changed = Signal()

    def __init__(self, selection: Selection, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Workouts", parent=parent)
        self._given = selection
        self._today = today
        self._count: int | None = None
        self._told: Selection | None = None
        chosen = selection.session_ids or ()
        self.everything = QRadioButton("&All")
        self.range = QRadioButton("&From")
        self.range.setAccessibleName("A range of days")
        self.chosen = QRadioButton(f"T&he chosen ones ({len(chosen):,})")
        self.chosen.setVisible(bool(chosen))
        self.first = self._day_field("From this day")
        self.last = self._day_field("To this day")
        self.chips = QWidget()
        self.matching = QLabel()
        self._group = QButtonGroup(self)
        for made in (self.chosen, self.everything, self.range):
            self._group.addButton(made)
            made.toggled.connect(self._on_choice)
        self._lay_out()
        self._begin(selection, bool(chosen))

    @property
    def selection(self) -> Selection:
        """Which sessions are to be written."""
        if self.chosen.isChecked():
            return Selection(self._given.session_ids)
        if self.range.isChecked():
            return Selection(None, _day(self.first), _day(self.last))
        return Selection()

    @property
    def count(self) -> int | None:
        """How many sessions that is; None while they are being counted."""
        return self._count

    def set_first_day(self, day: date | None) -> None:
        """Offer the log's first day where no other was asked for."""
        if day is None or self._given.first is not None:
            return
        with QSignalBlocker(self.first):
            self.first.setDate(_date(day))
        if self.range.isChecked():
            self._on_choice()

    def set_count(self, count: int, has_open: bool) -> None:
        """How many sessions the choice is, and whether the open one is among them."""
        self._count = count
        words = _count_text(count)
        self.matching.setText(f"{words} (one still open)" if has_open else words)

    def _begin(self, selection: Selection, has_chosen: bool) -> None:
        has_range = selection.first is not None or selection.last is not None
        for field, day in ((self.first, selection.first), (self.last, selection.last)):
            with QSignalBlocker(field):
                field.setDate(_date(day or self._today))
        start = self.chosen if has_chosen else self.range if has_range else self.everything
        start.setChecked(True)

    def _on_choice(self) -> None:
        # Enter in a day tells it again, and would find no count to go on with
        if self.selection == self._told:
            return
        self._told = self.selection
        self._count = None
        self.matching.setText("Counting\N{HORIZONTAL ELLIPSIS}")
        self.changed.emit()

    def _on_day(self) -> None:
        first, last = self.first.date(), self.last.date()
        if first > last:
            # the day just set wins
            is_first = self.sender() is self.first
            moved, day = (self.last, first) if is_first else (self.first, last)
            with QSignalBlocker(moved):
                moved.setDate(day)
        self.range.setChecked(True)
        self._on_choice()

    def _choose_days(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.setDate(_date(day))
        self.range.setChecked(True)
        self._on_choice()

    def _quick(self, words: str, days: Callable[[date], tuple[date, date]]) -> QWidget:
        made = Chip(words, f"Workouts of {words.lower()}")
        made.setCheckable(False)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._choose_days(*days(self._today)))
        return made

    def _day_field(self, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setDisplayFormat("d MMM yyyy")
        field.setAccessibleName(name)
        field.setKeyboardTracking(False)  # typing 15 shall not ask for the 1st on the way
        scaled(field.setFixedWidth, 132)
        field.dateChanged.connect(self._on_day)
        return field

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.setSpacing(8)
        for widget in (self.range, self.first, muted_label("to"), self.last):
            days.addWidget(widget)
        days.addStretch(1)
        quick = QHBoxLayout(self.chips)
        quick.setContentsMargins(_INDENT, 0, 0, 0)
        quick.setSpacing(6)
        for words, span in _QUICK:
            quick.addWidget(self._quick(words, span))
        quick.addStretch(1)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.addWidget(self.chosen, 0, 0)
        grid.addWidget(self.everything, 1, 0)
        grid.addLayout(days, 2, 0)
        grid.addWidget(self.chips, 3, 0)
        self.body.addLayout(grid)
        self.header.addWidget(self.matching, 0, Qt.AlignmentFlag.AlignVCenter)


def _count_text(count: int) -> str:
    return count_text(count, "workout") if count else "No workouts"


def _last_months(count: int) -> Callable[[date], tuple[date, date]]:
    def span(today: date) -> tuple[date, date]:
        start = _date(today).addMonths(-count).addDays(1)
        return _python(start), today

    return span


def _last_year(today: date) -> tuple[date, date]:
    new_year = today.replace(month=1, day=1)
    return new_year.replace(year=today.year - 1), new_year - timedelta(days=1)


_QUICK: tuple[tuple[str, Callable[[date], tuple[date, date]]], ...] = (
    ("This month", lambda today: (today.replace(day=1), today)),
    ("3 months", _last_months(3)),
    ("12 months", _last_months(12)),
    ("This year", lambda today: (today.replace(month=1, day=1), today)),
    ("Last year", _last_year),
)


def _date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _python(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _day(field: QDateEdit) -> date:
    return _python(field.date())
