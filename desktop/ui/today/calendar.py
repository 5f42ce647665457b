"""The months on the Today page: small calendars with the training days marked."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.sizes import SMALL, px
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.day_grid import DayGrid
from desktop.ui.widgets.texts import DAYS, count_text, day_text, month_text

_LEAST, _MOST, _GAP, _HEAD, _ROWS = 20, 30, 20, 44, 6
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class TrainingCalendar(DayGrid):
    """As many of the last months as there is room for, the newest on the right.

    day_chosen: a training day was clicked, or Enter pressed on it.
    """

    def __init__(self, months: int = 6, parent: QWidget | None = None) -> None:
        super().__init__("Training days", _STEPS, parent)
        self._months = months
        self._days: dict[date, int] = {}
        self._titles: list[tuple[date, int]] = []
        self._cell = px(_LEAST)
        self._height = px(_HEAD) + _ROWS * px(_LEAST)

    def set_days(self, days: dict[date, int], today: date, first_weekday: int) -> None:
        """Show how many sessions each day had; first_weekday: 0 Monday to 6 Sunday."""
        self._days, self._today, self._first_weekday = days, today, first_weekday
        self.cursor_day = today
        self._place()
        self.describe()
        self.update()

    @property
    def shown_days(self) -> dict[date, int]:
        """How many sessions each training day in sight had, from the first month that is shown."""
        return {day: count for day, count in sorted(self._days.items()) if day in self._places}

    @property
    def first_day(self) -> date:
        """The first day that is drawn."""
        return min(self._places, default=self._today)

    def sizeHint(self) -> QSize:
        return QSize(3 * 7 * px(_LEAST), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(7 * px(_LEAST), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def is_trained(self, day: date) -> bool:
        return day in self._days

    def choose(self, day: date) -> None:
        if day in self._days:
            super().choose(day)

    def words_of(self, day: date) -> str:
        count = self._days.get(day, 0)
        done = count_text(count, "session") if count else "no training"
        return f"{DAYS[day.weekday()]} {day_text(day)}: {done}"

    # where everything lies
    def _fit(self, width: int) -> tuple[int, int]:
        """(months, cell) that fill a width best."""
        months = max(1, min(self._months, (width + px(_GAP)) // (7 * px(_LEAST) + px(_GAP))))
        cell = ((width + px(_GAP)) // months - px(_GAP)) // 7
        return months, max(px(_LEAST), min(px(_MOST), cell))

    def _place(self) -> None:
        months, self._cell = self._fit(self.width())
        self._places, self._titles = {}, []
        step = 7 * self._cell + px(_GAP)
        if months > 1:
            # spread over the whole width, so that both edges of the card align
            step = min(step * 2, (self.width() - 7 * self._cell) // (months - 1))
        for number in range(months):
            back = self._today.year * 12 + self._today.month - 1 - (months - 1 - number)
            first = date(back // 12, back % 12 + 1, 1)
            self._titles.append((first, number * step))
            self._place_month(first, number * step)
        bottom = max(place.bottom() for place in self._places.values())
        if bottom + 2 != self._height:
            self._height = bottom + 2
            self.updateGeometry()

    def _place_month(self, first: date, left: int) -> None:
        cell = self._cell
        offset = (first.weekday() - self._first_weekday) % 7
        for number in range(monthrange(first.year, first.month)[1]):
            row, column = divmod(offset + number, 7)
            place = QRect(left + column * cell, px(_HEAD) + row * cell, cell, cell)
            self._places[first + timedelta(number)] = place

    # the picture
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colors(self)
        for first, left in self._titles:
            self._paint_head(painter, shown, first, left)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * SMALL)
        painter.setFont(font)
        for day, place in self._places.items():
            self._paint_day(painter, shown, day, place)
        painter.end()

    def _paint_head(self, painter: QPainter, shown: Colors, first: date, left: int) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(shown.text)
        name = month_text(first)
        title = f"{name} {first.year}" if first.month == 1 or not left else name
        indent = self._cell // 2 - 4
        painter.drawText(
            left + indent, 0, 7 * self._cell, px(20), Qt.AlignmentFlag.AlignLeft, title
        )
        font.setWeight(font.Weight.Normal)
        font.setPointSizeF(font.pointSizeF() * 0.8)
        painter.setFont(font)
        painter.setPen(shown.muted)
        for column in range(7):
            letter = DAYS[(self._first_weekday + column) % 7][0]
            painter.drawText(left + column * self._cell, px(22), self._cell, px(20), centre, letter)

    def _paint_day(self, painter: QPainter, shown: Colors, day: date, place: QRect) -> None:
        disc = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
        count = self._days.get(day, 0)
        paint_mark(painter, shown, disc, count, is_today=day == self._today)
        if self.hasFocus() and day == self.cursor_day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.text, 1.5, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        ink = QColor(shown.on_fill if count else shown.muted)
        if day > self._today:
            ink.setAlpha(90)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))


def paint_mark(
    painter: QPainter, shown: Colors, disc: QRectF, count: int, is_today: bool = False
) -> None:
    """A day's mark: a disc when trained, a dot beside it when more than once, a ring for today."""
    painter.setPen(Qt.PenStyle.NoPen)
    if count:
        painter.setBrush(shown.fill)
        painter.drawEllipse(disc.adjusted(1.5, 1.5, -1.5, -1.5) if is_today else disc)
    if is_today:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.text, 1.4))
        painter.drawEllipse(disc.adjusted(-0.8, -0.8, 0.8, 0.8))
    if count > 1:
        painter.setBrush(shown.text)
        painter.setPen(QPen(shown.surface, 1.5))
        painter.drawEllipse(QRectF(disc.right() - 6, disc.top() - 1, 7, 7))
