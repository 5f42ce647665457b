"""What a report is to show: the period, the exercises and the unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.days import months_before
from desktop.domain.weight import Unit
from desktop.ui.report.report import MOST_LIFTS, Period, Wish
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.dates import date_edit, day_in, show_day

PERIODS: tuple[tuple[str, int | None], ...] = (
    ("Last 3 months", 3),
    ("Last 6 months", 6),
    ("Last year", 12),
    ("Everything", None),
    ("Chosen days", 0),
)
_CHOSEN = len(PERIODS) - 1
_UNITS = ((Unit.KG, "Kilograms (kg)"), (Unit.LB, "Pounds (lb)"))
_DAY = timedelta(1)
_WIDE = 264
_KEY = Qt.ItemDataRole.UserRole


class Choices(QWidget):
    """changed: something else is to be reported."""

    changed = Signal()

    def __init__(self, unit: Unit, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = today
        self.period = _combo("Period", [words for words, _ in PERIODS])
        self.first, self.last = date_edit("From"), date_edit("To")
        self.unit = _combo("Unit", [words for _, words in _UNITS])
        self.unit.setCurrentIndex([one for one, _ in _UNITS].index(unit))
        self.usual = QCheckBox("The four done most")
        self.usual.setChecked(True)
        self.exercises = QListWidget()
        self.exercises.setAccessibleName("Exercises")
        self.exercises.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = muted_label()
        self.set_ends(today)
        self._lay_out()
        self.period.currentIndexChanged.connect(self._on_period)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self.changed)
        self.usual.toggled.connect(self._on_usual)
        self.exercises.itemChanged.connect(self._on_item)

    @property
    def wish(self) -> Wish:
        """What was chosen."""
        exercises = None if self.usual.isChecked() else tuple(self._ticked())
        return Wish(self._period(), _UNITS[self.unit.currentIndex()][0], exercises)

    def set_ends(self, day: date) -> None:
        """Say where the log ends, which is where the last months end."""
        self._ends = day
        for edit, shown in ((self.first, months_before(day, 3) + _DAY), (self.last, day)):
            edit.blockSignals(True)
            show_day(edit, shown)
            edit.blockSignals(False)

    def offer(self, done: Sequence[tuple[UUID, str]]) -> None:
        """Offer the exercises of the period, the one done most first; what is ticked stays."""
        ticked = {key: self._name(key) for key in self._ticked()}
        if self.usual.isChecked():
            ticked = dict(done[:MOST_LIFTS])
        offered = dict(done) | {key: name for key, name in ticked.items() if key not in dict(done)}
        row, scroll = self.exercises.currentRow(), self.exercises.verticalScrollBar()
        kept, top = self.exercises.item(row).data(_KEY) if row >= 0 else None, scroll.value()
        self.exercises.blockSignals(True)
        self.exercises.clear()
        for key, name in offered.items():
            item = QListWidgetItem(name)
            item.setData(_KEY, key)
            item.setToolTip(name)
            state = Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
            self.exercises.addItem(item)
        if offered:
            self.exercises.setCurrentRow(list(offered).index(kept) if kept in offered else 0)
            scroll.setValue(top)
        self.exercises.blockSignals(False)
        self._allow()

    def _period(self) -> Period:
        months = PERIODS[self.period.currentIndex()][1]
        if self.period.currentIndex() == _CHOSEN:
            first, last = sorted((day_in(self.first), day_in(self.last)))
            return Period(first, last, first - (last - first) - _DAY)
        if months is None:
            return Period(None, self._ends)
        first = months_before(self._ends, months) + _DAY
        return Period(first, self._ends, months_before(self._ends, 2 * months) + _DAY)

    def _ticked(self) -> list[UUID]:
        items = (self.exercises.item(row) for row in range(self.exercises.count()))
        return [one.data(_KEY) for one in items if one.checkState() == Qt.CheckState.Checked]

    def _name(self, key: UUID) -> str:
        items = (self.exercises.item(row) for row in range(self.exercises.count()))
        return next(one.text() for one in items if one.data(_KEY) == key)

    def _allow(self) -> None:
        """No more than the page has room for can be ticked."""
        count = len(self._ticked())
        self.exercises.blockSignals(True)
        for row in range(self.exercises.count()):
            item = self.exercises.item(row)
            free = count < MOST_LIFTS or item.checkState() == Qt.CheckState.Checked
            enabled = Qt.ItemFlag.ItemIsEnabled
            item.setFlags(item.flags() | enabled if free else item.flags() & ~enabled)
        self.exercises.blockSignals(False)
        has_any = self.exercises.count() > 0
        words = f"{count} of at most {MOST_LIFTS} on the page"
        self.note.setText(words if has_any else "No exercises in this period")

    def _on_period(self, place: int) -> None:
        for edit in (self.first, self.last):
            edit.setEnabled(place == _CHOSEN)
        self.changed.emit()

    def _on_usual(self) -> None:
        self._allow()
        self.changed.emit()

    def _on_item(self) -> None:
        self.usual.blockSignals(True)
        self.usual.setChecked(False)
        self.usual.blockSignals(False)
        self._allow()
        self.changed.emit()

    def _lay_out(self) -> None:
        scaled(self.setFixedWidth, _WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_label("Period", self.period))
        column.addWidget(self.period)
        dates = QGridLayout()
        dates.setHorizontalSpacing(8)
        dates.setVerticalSpacing(4)
        for at, (words, edit) in enumerate((("From", self.first), ("To", self.last))):
            edit.setEnabled(False)
            dates.addWidget(_label(words, edit, "muted"), 0, at)
            dates.addWidget(edit, 1, at)
        column.addLayout(dates)
        column.addSpacing(10)
        column.addWidget(_label("Exercises", self.exercises))
        column.addWidget(self.usual)
        column.addWidget(self.exercises, 1)
        column.addWidget(self.note)
        column.addSpacing(10)
        column.addWidget(_label("Unit", self.unit))
        column.addWidget(self.unit)


def _combo(name: str, words: Sequence[str]) -> QComboBox:
    combo = QComboBox()
    combo.addItems(list(words))
    combo.setAccessibleName(name)
    return combo


def _label(words: str, buddy: QWidget, role: str = "heading") -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setBuddy(buddy)
    return label
