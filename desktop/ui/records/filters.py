"""What narrows every view of the Records page: words, kinds, muscles and a period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from desktop.domain.days import months_before
from desktop.domain.muscles import MuscleGroup
from desktop.domain.records import RecordKind
from desktop.ui.records.model import CHIPS, About
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.dates_menu import DatesMenu
from desktop.ui.widgets.filter_line import FilterLine
from desktop.ui.widgets.texts import count_text, day_text

_PERIODS: tuple[tuple[str, int | None], ...] = (
    ("All time", None),
    ("Last 3 months", 3),
    ("Last 6 months", 6),
    ("Last year", 12),
)
_DAYS = "Chosen days\N{HORIZONTAL ELLIPSIS}"


class Narrowed(Protocol):
    """What can be looked for. kinds: of record that it is of, or could be."""

    @property
    def about(self) -> About: ...
    @property
    def kinds(self) -> Sequence[RecordKind]: ...
    @property
    def day(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; None or nothing: no bound."""

    words: tuple[str, ...] = ()
    kinds: frozenset[RecordKind] | None = None
    group: MuscleGroup | None = None
    first: date | None = None
    last: date | None = None

    def accepts(self, one: Narrowed) -> bool:
        """It is asked for."""
        return (
            (self.first is None or one.day >= self.first)
            and (self.last is None or one.day <= self.last)
            and (self.group is None or self.group in one.about.groups)
            and (self.kinds is None or not self.kinds.isdisjoint(one.kinds))
            and all(word in one.about.haystack for word in self.words)
        )

    def advice(self, rows: Sequence[Narrowed], noun: str, nouns: str) -> str:
        """Which filter to widen where none of the rows is asked for."""
        for name, wider in self._wider():
            count = sum(wider.accepts(one) for one in rows)
            if count:
                found = count_text(count, noun, nouns)
                return f"No {noun} matches. Widen {name}: without it there would be {found}."
        return f"No {noun} matches these filters together."

    def _wider(self) -> list[tuple[str, Asked]]:
        """For each filter that is set: what it is called, and what is asked for without it."""
        found = []
        if self.words:
            found.append(("the search", replace(self, words=())))
        if self.kinds is not None:
            found.append(("the kind of record", replace(self, kinds=None)))
        if self.group is not None:
            found.append(("the muscles", replace(self, group=None)))
        if self.first is not None or self.last is not None:
            found.append(("the period", replace(self, first=None, last=None)))
        return found


class RecordFilters(FilterLine):
    """changed carries what is asked for."""

    changed = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Search exercises", "Search records by exercise", parent)
        self.search.textChanged.connect(self._tell)
        self.kinds = QButtonGroup(self)
        for number, text in enumerate(["All", *(name for name, _ in CHIPS)]):
            made = Chip(text, f"Show records of kind: {text}")
            self.kinds.addButton(made, number)
            self.chip_line.addWidget(made)
        self.kinds.button(0).setChecked(True)
        self.kinds.idClicked.connect(self._tell)
        self.muscles = QComboBox()
        self.muscles.setAccessibleName("Muscles")
        self.muscles.addItem("All muscles", None)
        for group in MuscleGroup:
            self.muscles.addItem(group.value, group)
        self.muscles.currentIndexChanged.connect(self._tell)
        self.period = PeriodButton(today)
        self.period.changed.connect(self._tell)
        self.clear_button = QPushButton("Clear")
        self.clear_button.setAccessibleName("Clear all filters")
        self.clear_button.setProperty("role", "flat")
        self.clear_button.setEnabled(False)
        self.clear_button.clicked.connect(self.clear)
        self.set_last(self._made_last())

    @property
    def asked(self) -> Asked:
        """What is asked for now."""
        number, group = self.kinds.checkedId(), self.muscles.currentData()
        return Asked(
            tuple(self.search.text().casefold().split()),
            CHIPS[number - 1][1] if number > 0 else None,
            MuscleGroup(group) if group else None,  # Qt hands back plain words
            *self.period.days,
        )

    def offer(self, kinds: Iterable[RecordKind]) -> None:
        """Show chips for these kinds only."""
        known = set(kinds)
        for number, (_, group) in enumerate(CHIPS, 1):
            self.kinds.button(number).setVisible(bool(group & known))

    def clear(self) -> None:
        """Ask for everything."""
        with QSignalBlocker(self):
            self.search.clear()
            self.kinds.button(0).setChecked(True)
            self.muscles.setCurrentIndex(0)
            self.period.clear()
        self._tell()

    def _tell(self) -> None:
        asked = self.asked
        self.clear_button.setEnabled(asked != Asked())
        self.changed.emit(asked)

    def _made_last(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for made in (self.muscles, self.period, self.clear_button):
            line.addWidget(made)
        return box


class PeriodButton(QPushButton):
    """A menu of the last months, or two dates. today: which may have changed over night."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._months: int | None = None
        self._dates: tuple[date, date] | None = None
        menu = QMenu(self)
        self.setMenu(menu)
        self._group = QActionGroup(self)
        for words, months in _PERIODS:
            self._add(menu, words).triggered.connect(
                lambda _=False, months=months: self._choose_months(months)
            )
        menu.addSeparator()
        self._chosen = self._add(menu, _DAYS)
        self._chosen.triggered.connect(self._ask)
        self.dates = DatesMenu(self)
        self.dates.chosen.connect(self._choose_days)
        self.dates.aboutToHide.connect(self._mark)
        self._mark()

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day; None for an open end."""
        if self._dates is not None:
            return self._dates
        return (months_before(self._today(), self._months) if self._months else None), None

    def clear(self) -> None:
        """Any time."""
        self._choose_months(None)

    def _add(self, menu: QMenu, words: str) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        self._group.addAction(action)
        return action

    def _choose_months(self, months: int | None) -> None:
        self._months, self._dates = months, None
        self._mark()
        self.changed.emit()

    def _choose_days(self, first: date, last: date) -> None:
        self._dates = (first, last)
        self._mark()
        self.changed.emit()

    def _ask(self) -> None:
        (first, last), today = self.days, self._today()
        self.dates.ask(first or months_before(today, 12), last or today)
        self.dates.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _mark(self) -> None:
        """Say what is chosen, and tick it in the menu."""
        if self._dates is not None:
            self._chosen.setChecked(True)
            text = " \N{EN DASH} ".join(map(day_text, self._dates))
        else:
            place = [months for _, months in _PERIODS].index(self._months)
            self._group.actions()[place].setChecked(True)
            text = _PERIODS[place][0]
        self.setText(text)
        self.setAccessibleName(f"Period: {text}")
