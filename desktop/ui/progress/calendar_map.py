"""A year of training days: a column for each week, a mark for each day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.progress.calendar_marks import paint_mark
from desktop.ui.progress.calendar_year import (
    bounds_of,
    columns_of,
    days_of,
    level_of,
    place_of,
)
from desktop.ui.sizes import SMALL, px
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.day_grid import DayGrid
from desktop.ui.widgets.texts import DAYS, month_text

_LEAST, _MOST, _LEFT, _HEAD = 9, 30, 36, 26
_ALL_NAMES = 15  # a cell so high has room for its weekday
_Key = Qt.Key
_STEPS = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_Left: -7, _Key.Key_Right: 7}


class YearMap(DayGrid):
    """Stronger and larger marks for days with more.

    The arrow keys go day by day and week by week, also into another year
    (year_wanted); day_chosen: a day was clicked, or Enter pressed on it.
    words: what is said of a day.
    """

    year_wanted = Signal(int)

    def __init__(self, words: Callable[[date], str], parent: QWidget | None = None) -> None:
        super().__init__("Training days of the year", _STEPS, parent)
        self._words = words
        self._values: Mapping[date, float] = {}
        self.bounds: tuple[float, ...] = ()
        self._range: tuple[date | None, date | None] = (None, None)
        self._cell = px(_LEAST)
        self.year = self._today.year

    def set_values(self, values: Mapping[date, float], today: date, first_weekday: int) -> None:
        """Show how much each day had, of all years, so that they can be compared."""
        self._values, self._today, self._first_weekday = values, today, first_weekday
        self.bounds = bounds_of(values.values())
        self._place()

    def show_year(self, year: int) -> None:
        """Show a year; the keyboard goes to its last training day unless it is there already."""
        self.year = year
        self.setAccessibleName(f"Training days of {year}")
        if self.cursor_day.year != year:
            done = [day for day in self._values if day.year == year]
            self.cursor_day = max(done, default=date(year, 1, 1))
        self._place()

    def show_range(self, first: date | None, last: date | None) -> None:
        """Draw a line over these days; None for an open end."""
        self._range = (first, last)
        self.update()

    def level(self, day: date) -> int:
        """How strong a day is drawn, from 0."""
        return level_of(self._values.get(day, 0.0), self.bounds)

    def sizeHint(self) -> QSize:
        return QSize(px(_LEFT) + 54 * px(16), px(_HEAD) + 7 * self._cell + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEFT) + 54 * px(_LEAST), px(_HEAD) + 7 * self._cell + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def words_of(self, day: date) -> str:
        return self._words(day)

    def is_trained(self, day: date) -> bool:
        return day in self._values

    def reach(self, day: date) -> None:
        if day.year != self.year:
            self.year_wanted.emit(day.year)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if key in (_Key.Key_PageUp, _Key.Key_PageDown):
            self.year_wanted.emit(self.year + (1 if key == _Key.Key_PageDown else -1))
        elif key == _Key.Key_Home:
            self.move_to(date(self.year, 1, 1))
        elif key == _Key.Key_End:
            self.move_to(min(date(self.year, 12, 31), self._today))
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        columns = columns_of(self.year, self._first_weekday)
        cell = max(px(_LEAST), min(px(_MOST), (self.width() - px(_LEFT)) // columns))
        self._places = {}
        for day in days_of(self.year):
            column, row = place_of(day, self.year, self._first_weekday)
            self._places[day] = QRect(px(_LEFT) + column * cell, px(_HEAD) + row * cell, cell, cell)
        if cell != self._cell:
            self._cell = cell
            self.updateGeometry()
        self.describe()
        self.update()

    # the picture
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colors(self)
        self._paint_names(painter, shown)
        self._paint_range(painter, shown)
        for day, place in self._places.items():
            self._paint_day(painter, shown, day, place)
        painter.end()

    def _paint_names(self, painter: QPainter, shown: Colors) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(font)
        painter.setPen(shown.muted)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for month in range(1, 13):
            place = self._places[date(self.year, month, 1)]
            painter.drawText(
                place.left() + 1, 0, px(60), px(_HEAD) - 8, left, month_text(date(1, month, 1))
            )
        for row in range(7):
            if self._cell >= px(_ALL_NAMES) or row % 2 == 0:
                name = DAYS[(self._first_weekday + row) % 7]
                painter.drawText(0, px(_HEAD) + row * self._cell, px(_LEFT), self._cell, left, name)

    def _paint_range(self, painter: QPainter, shown: Colors) -> None:
        first, last = self._range
        within = [
            place
            for day, place in self._places.items()
            if (first is None or day >= first) and (last is None or day <= last)
        ]
        # a year that is in the range as a whole needs no line
        if within and len(within) < len(self._places):
            painter.setPen(QPen(shown.accent, 2))
            left, right = within[0].left() + 1.5, within[-1].right() - 0.5
            painter.drawLine(QPointF(left, px(_HEAD) - 4), QPointF(right, px(_HEAD) - 4))

    def _paint_day(self, painter: QPainter, shown: Colors, day: date, place: QRect) -> None:
        paint_mark(painter, shown, QRectF(place), self.level(day), is_ahead=day > self._today)
        if day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.text, 1.4))
            painter.drawRoundedRect(QRectF(place).adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
        if self.hasFocus() and day == self.cursor_day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.text, 1.6, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3)
