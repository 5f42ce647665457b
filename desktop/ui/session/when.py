"""The fields that say when a session was: its start, its end and how long it took."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TypeVar

from PySide6.QtCore import QDate, QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QSpinBox, QTimeEdit, QWidget

from desktop.ui.sizes import scaled
from desktop.ui.widgets.forms import add_row, make_form

_MOST_MINUTES = 24 * 60
_MINUTE = timedelta(minutes=1)
_HEIGHT, _TEXT_MARGIN = 32, 9
_Spin = TypeVar("_Spin", QSpinBox, QTimeEdit)


class WhenFields(QWidget):
    """Start, end and duration that follow one another; changed: one of them is another one.

    has_end: the end can be typed too; then a new time of the start leaves it
    where it is, and the duration follows.
    """

    changed = Signal()

    def __init__(
        self, local_start: datetime, minutes: int, has_end: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exact = local_start
        self._has_end = has_end
        self._start = _to_minute(local_start)
        self._end = self._start + minutes * _MINUTE
        self.day, self.start = _day_field("Day of the start"), _time_field("Start")
        self.end_day, self.end = _day_field("Day of the end"), _time_field("End")
        self.minutes = _fitted(QSpinBox())
        self.minutes.setRange(0, _MOST_MINUTES)
        self.minutes.setSingleStep(5)
        self.minutes.setSuffix(" min")
        self.form = make_form(self)
        add_row(self.form, "&Start", _pair(self.day, self.start))
        if has_end:
            add_row(self.form, "&End", _pair(self.end_day, self.end))
        add_row(self.form, "&Duration", self.minutes)
        self.minutes.setAccessibleName("Duration in minutes")
        self.day.dateChanged.connect(self._on_day)
        self.start.timeChanged.connect(self._on_start)
        self.end_day.dateChanged.connect(self._on_end)
        self.end.timeChanged.connect(self._on_end)
        self.minutes.valueChanged.connect(self._on_minutes)
        self._show()

    @property
    def local_start(self) -> datetime:
        """The start on the user's clock; to the second where it was left alone."""
        return self._exact if _to_minute(self._exact) == self._start else self._start

    @property
    def length(self) -> int:
        """Minutes from the start to the end, negative when the end is the earlier one."""
        return round((self._end - self._start) / _MINUTE)

    def fault(self, now: datetime, runs: bool = False) -> str:
        """What is impossible about it at that moment of the user's clock; empty: nothing.

        runs: only the start counts, for the session is not over.
        """
        if self._start > now:
            return "That start is still to come."
        if runs:
            return ""
        if self._end < self._start:
            return "The end is before the start."
        if self.length > _MOST_MINUTES:
            return "That is longer than a day."
        return "That end is still to come." if self._end > now else ""

    def set_end_enabled(self, enabled: bool) -> None:
        """Let the end and the duration be typed, or not."""
        for field in (self.end_day, self.end, self.minutes):
            field.setEnabled(enabled)

    def _on_day(self) -> None:
        by = _moment(self.day, self.start).date() - self._start.date()
        self._take(self._start + by, self._end + by)

    def _on_start(self) -> None:
        start = _moment(self.day, self.start)
        self._take(start, self._end if self._has_end else start + self.length * _MINUTE)

    def _on_end(self) -> None:
        self._take(self._start, _moment(self.end_day, self.end))

    def _on_minutes(self) -> None:
        self._take(self._start, self._start + self.minutes.value() * _MINUTE)

    def _take(self, start: datetime, end: datetime) -> None:
        self._start, self._end = start, end
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        fields = (self.day, self.start, self.end_day, self.end, self.minutes)
        blockers = [QSignalBlocker(field) for field in fields]
        self.day.setDate(_date(self._start))
        self.start.setTime(_time(self._start))
        self.end_day.setDate(_date(self._end))
        self.end.setTime(_time(self._end))
        if self.minutes.value() != self.length:
            self.minutes.setValue(self.length)
        for blocker in blockers:
            blocker.unblock()


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setAccessibleName(name)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMM yyyy, ddd")
    scaled(field.setFixedHeight, _HEIGHT)
    return field


def _time_field(name: str) -> QTimeEdit:
    field = _fitted(QTimeEdit())
    field.setAccessibleName(name)
    field.setDisplayFormat("HH:mm")
    return field


def _fitted(field: _Spin) -> _Spin:
    """As high as the fields beside it; its text keeps off the edge, which no style sheet does."""
    scaled(field.setFixedHeight, _HEIGHT)
    field.lineEdit().setTextMargins(_TEXT_MARGIN, 0, 0, 0)
    return field


def _pair(day: QDateEdit, clock: QTimeEdit) -> QWidget:
    both = QWidget()
    both.setFocusProxy(day)
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(day, 3)
    line.addWidget(clock, 2)
    return both


def _moment(day: QDateEdit, clock: QTimeEdit) -> datetime:
    date, at = day.date(), clock.time()
    return datetime(date.year(), date.month(), date.day(), at.hour(), at.minute())  # noqa: DTZ001


def _to_minute(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(moment.hour, moment.minute))


def _date(moment: datetime) -> QDate:
    return QDate(moment.year, moment.month, moment.day)


def _time(moment: datetime) -> QTime:
    return QTime(moment.hour, moment.minute)
