"""The cards of the Calendar tab: the year, its numbers, the habits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.analysis.calendar import Slot, Streak, Streaks
from desktop.ui.progress.calendar_bars import Bar, SlotBars
from desktop.ui.progress.calendar_map import YearMap
from desktop.ui.progress.calendar_marks import Mark, legend_words
from desktop.ui.sizes import scaled
from desktop.ui.widgets.buttons import Chip, icon_button
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.texts import DAYS, WEEKDAYS, count_text, day_text

_SETS, _VOLUME = 0, 1


class YearCard(Card):
    """A year with its chooser. year_changed: another one is shown; what_changed: the choice."""

    year_changed = Signal()
    what_changed = Signal()

    def __init__(self, words: Callable[[date], str], parent: QWidget | None = None) -> None:
        super().__init__("Training days", parent=parent)
        self.map = YearMap(words)
        self.map.year_wanted.connect(self.show_year)
        self.before = icon_button("back", "The year before (Page Up)", self)
        self.before.clicked.connect(lambda: self.show_year(self.map.year - 1))
        self.after = icon_button("right", "The year after (Page Down)", self)
        self.after.clicked.connect(lambda: self.show_year(self.map.year + 1))
        self.years = QComboBox()
        self.years.setAccessibleName("Year")
        scaled(self.years.setMinimumWidth, 84)
        self.years.activated.connect(lambda place: self.show_year(self.years.itemData(place)))
        for control in (self.before, self.years, self.after):
            self.header.insertWidget(self.header.count() - 1, control)
        self.chips = QButtonGroup(self)
        for place, (text, words_of) in enumerate(
            (("Sets", "Colour days by their sets"), ("Volume", "Colour days by their volume"))
        ):
            made = Chip(text, words_of)
            self.chips.addButton(made, place)
            self.header.addWidget(made)
        self.chips.button(_SETS).setChecked(True)
        self.chips.idClicked.connect(lambda _: self.what_changed.emit())
        self.legend = QWidget()
        self._flow = FlowLayout(self.legend, 14, 2)
        self.body.addWidget(self.map)
        self.body.addWidget(self.legend)

    @property
    def by_volume(self) -> bool:
        """The volume is shown, not the sets."""
        return self.chips.checkedId() == _VOLUME

    def show_volume(self, by_volume: bool) -> None:
        """Choose what days are coloured by, without telling."""
        self.chips.button(_VOLUME if by_volume else _SETS).setChecked(True)

    def set_years(self, years: Sequence[int]) -> None:
        """Offer these, the newest first."""
        self.years.clear()
        for year in years:
            self.years.addItem(str(year), year)

    def show_year(self, year: int) -> None:
        """Show a year if it is offered."""
        place = self.years.findData(year)
        if place < 0:
            return
        self.years.setCurrentIndex(place)
        self.after.setEnabled(place > 0)
        self.before.setEnabled(place < self.years.count() - 1)
        is_other = year != self.map.year
        self.map.show_year(year)
        if is_other:
            self.year_changed.emit()

    def show_legend(self, write: Callable[[float], str]) -> None:
        """Say what the marks mean."""
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for level, words in legend_words(self.map.bounds, write):
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(Mark(level))
            row.addWidget(muted_label(words))
            self._flow.addWidget(entry)


class NumbersCard(Card):
    """Streaks, and the days of the year, as large numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Streaks", parent=parent)
        self.current = _Number("Current streak")
        self.longest = _Number("Longest streak")
        self.trained = _Number("Days trained")
        row = QHBoxLayout()
        row.setSpacing(24)
        for number in (self.current, self.longest, self.trained):
            row.addWidget(number, 1)
        self.body.addLayout(row)
        self.note.setText("weeks in a row with a training day")

    def show_streaks(self, found: Streaks) -> None:
        """Fill in the streaks."""
        now = found.weeks
        since = f"since {day_text(now.first)}" if now.first else "Train this week to begin one"
        self.current.show_number(count_text(now.length, "week"), since)
        self.longest.show_number(
            count_text(found.longest_weeks.length, "week"), _span(found.longest_weeks)
        )

    def show_days(self, year: int, days: int, before: int) -> None:
        """Fill in the days of a year, and of the year before."""
        self.trained.name.setText(f"Days trained in {year}")
        self.trained.show_number(f"{days:,}", f"{before:,} in {year - 1}")


class HabitCard(Card):
    """How often one trained on which weekday, or at which hour."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.bars = SlotBars(title, "No session in the chosen range")
        self.body.addWidget(self.bars, 1)

    def show_bars(self, bars: Sequence[Bar], sessions: int) -> None:
        """Show these."""
        self.bars.set_bars(bars)
        self.note.setText(count_text(sessions, "session"))


def weekday_bars(slots: Sequence[Slot], first_weekday: int) -> list[Bar]:
    """By weekday, the first of the user's week first."""
    turned = [*slots[first_weekday:], *slots[:first_weekday]]
    return [Bar(DAYS[one.place], one.sessions, _words(WEEKDAYS[one.place], one)) for one in turned]


def hour_bars(slots: Sequence[Slot]) -> list[Bar]:
    """By the hour in which sessions began."""
    return [Bar(f"{one.place}", one.sessions, _words(_hour(one.place), one)) for one in slots]


def _hour(place: int) -> str:
    return f"{place}:00 to {place}:59"


def _words(name: str, slot: Slot) -> str:
    return f"{name}: {count_text(slot.sessions, 'session')}, {round(100 * slot.share)} %"


def _span(streak: Streak) -> str:
    if streak.first is None or streak.last is None:
        return ""
    return f"{day_text(streak.first)} to {day_text(streak.last)}"


class _Number(QWidget):
    """A large number between its name and what more there is to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = muted_label(name)
        self.value = QLabel()
        self.value.setProperty("role", "big")
        self.more = muted_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self.name, self.value, self.more):
            column.addWidget(label)

    def show_number(self, value: str, more: str) -> None:
        self.value.setText(value)
        self.more.setText(more)
        self.setAccessibleName(f"{self.name.text()}: {value}, {more}")
