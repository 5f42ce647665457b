"""Days laid out as cells that are walked over and chosen: what all calendars have in common."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget


class DayGrid(QWidget):
    """Subclasses place the days in `_places`, paint them, and say what is said of one.

    steps: by how many days each arrow key moves. day_chosen: a day was
    clicked, or Enter pressed on it. cursor_day: the day that the keyboard is
    on, never one after today.
    """

    day_chosen = Signal(object)

    def __init__(
        self, name: str, steps: Mapping[Qt.Key, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._first_weekday = 0
        self._today = date(2000, 1, 1)
        self._places: dict[date, QRect] = {}
        self.cursor_day = self._today
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def place_of(self, day: date) -> QRect:
        """Where a day is drawn; empty when it is not shown."""
        return self._places.get(day, QRect())

    def describe(self) -> None:
        """Say what the day under the cursor had."""
        self.setAccessibleDescription(self.words_of(self.cursor_day))
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    # what a calendar says
    def words_of(self, day: date) -> str:
        """What is said of a day."""
        raise NotImplementedError

    def is_trained(self, day: date) -> bool:
        """Something was done on it."""
        raise NotImplementedError

    def reach(self, day: date) -> None:
        """Show the part of the calendar that the cursor comes into, if there is one."""

    def choose(self, day: date) -> None:
        """Tell that a day is chosen."""
        self.day_chosen.emit(day)

    # the keyboard and the mouse
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._steps.get(Qt.Key(event.key()))
        if step is not None:
            self.move_to(self.cursor_day + timedelta(step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.cursor_day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.describe()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        is_trained = day is not None and self.is_trained(day)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if is_trained else arrow)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.move_to(day)
            self.choose(day)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(QPointF(event.pos()))
            if day is not None:
                QToolTip.showText(event.globalPos(), self.words_of(day), self, self._places[day])
            return True
        return super().event(event)

    def move_to(self, day: date) -> None:
        """Put the cursor on a day, if it is drawn and not still to come."""
        if day > self._today:
            return
        before, self.cursor_day = self.cursor_day, day
        self.reach(day)
        if day not in self._places:
            self.cursor_day = before
            return
        self.describe()
        self.update()
        if self.hasFocus():
            place = self._places[day]
            at = self.mapToGlobal(place.bottomRight())
            QToolTip.showText(at, self.words_of(day), self, place)

    def _day_at(self, point: QPointF) -> date | None:
        spot = point.toPoint()
        return next((day for day, place in self._places.items() if place.contains(spot)), None)
