"""What narrows the history: words, and a range of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QLabel, QWidget

from desktop.domain.days import months_before
from desktop.ui.sizes import scaled
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.filter_line import FilterLine
from desktop.ui.widgets.settling import settling

_SETTLE_MS = 150
_RANGES = ("This month", "3 months", "This year", "All")
_ALL = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; None: no bound."""

    text: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def is_everything(self) -> bool:
        """Nothing is left out."""
        return not self.text.strip() and self.first is None and self.last is None


class HistoryFilters(FilterLine):
    """changed carries what is asked for, a moment after the typing stops."""

    changed = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Search names, notes, exercises", "Search the history", parent)
        self._today = today
        self._bounds: tuple[date | None, date | None] = (None, None)
        self._settle = settling(self, _SETTLE_MS, self._tell)
        self.search.textChanged.connect(self._settle.start)
        self._ranges = QButtonGroup(self)
        for place, text in enumerate(_RANGES):
            made = Chip(text, f"Sessions of {text.lower()}" if place < _ALL else "All sessions")
            self._ranges.addButton(made, place)
            self.chip_line.addWidget(made)
        self._ranges.button(_ALL).setChecked(True)
        self._ranges.idClicked.connect(self._on_range)
        self.first = self._day_field("From")
        self.last = self._day_field("To")
        self._show_days(today, today)
        self.set_last(self._made_days())

    @property
    def asked(self) -> Asked:
        """What is asked for now."""
        return Asked(self.search.text(), *self._bounds)

    def show_span(self, first: date | None, today: date) -> None:
        """Without bounds, the day fields show the whole log's days."""
        self._today = today
        if self._bounds == (None, None):
            self._show_days(first or today, today)

    def choose_range(self, place: int) -> None:
        """Choose a chip by its place, as a click does."""
        self._ranges.button(place).setChecked(True)
        self._on_range(place)

    def clear(self) -> None:
        """Ask for everything."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self.choose_range(_ALL)

    def _on_range(self, place: int) -> None:
        today = self._today
        first = (
            today.replace(day=1),
            months_before(today, 3),
            today.replace(month=1, day=1),
            None,
        )[place]
        self._bounds = (first, None)
        if first is not None:
            self._show_days(first, today)
        self._tell()

    def _on_day(self) -> None:
        """A day typed or picked: no chip says what is shown any more."""
        first, last = (_day(field.date()) for field in (self.first, self.last))
        if first > last:
            # the day just set wins
            moved = self.last if self.sender() is self.first else self.first
            first = last = last if moved is self.first else first
            with QSignalBlocker(moved):
                moved.setDate(QDate(first.year, first.month, first.day))
        self._bounds = (first, last)
        self._ranges.setExclusive(False)
        for button in self._ranges.buttons():
            button.setChecked(False)
        self._ranges.setExclusive(True)
        self._settle.start()

    def _show_days(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.last, last)):
            with QSignalBlocker(field):
                field.setDate(QDate(day.year, day.month, day.day))

    def _day_field(self, name: str) -> QDateEdit:
        field = QDateEdit()
        field.setCalendarPopup(True)
        field.setDisplayFormat("d MMM yyyy")
        field.setAccessibleName(f"{name} this day")
        field.setKeyboardTracking(False)  # typing 15 shall not ask for the 1st on the way
        scaled(field.setFixedWidth, 126)
        field.dateChanged.connect(self._on_day)
        return field

    def _made_days(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        to = QLabel("to")
        to.setProperty("role", "muted")
        line.addWidget(self.first)
        line.addWidget(to)
        line.addWidget(self.last)
        return box

    def _tell(self) -> None:
        self._settle.stop()
        self.changed.emit(self.asked)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
