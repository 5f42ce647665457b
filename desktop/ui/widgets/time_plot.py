"""What all charts over time share: axes, theme, crosshair with its card, keyboard, bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.time_axis import DayAxis, ValueAxis

_PAD_DAYS = 4.0
_LEAST_DAYS = 14.0
_LEFT = 52
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class TimePlot(pg.PlotWidget):
    """A plot over days. Left and right walk over the points, Home and End jump, Enter chooses.

    point_chosen carries the place of a point: Enter, or a double click.
    Subclasses draw in `restyle` (also called when the theme changes) and fit
    the values in `fit_values`.
    """

    point_chosen = Signal(int)
    # pyqtgraph changes the palette before anything is there to be dressed
    _is_ready = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.days = DayAxis()
        self.values = ValueAxis()
        super().__init__(
            parent,
            axisItems={"bottom": self.days, "left": self.values},
            enableMenu=False,
        )
        self._x: list[float] = []
        self._tell: Callable[[int], tuple[str, str]] | None = None
        self._hovered: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.hideButtons()
        self.setMouseEnabled(x=True, y=False)
        self.values.setWidth(_LEFT)
        self.values.setStyle(maxTickLevel=0, tickLength=0)
        self.days.setStyle(tickLength=0)
        self.values.setGrid(255)
        self.values.setZValue(-1000)  # the lines of the grid lie below the data
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.cross.setVisible(False)
        self.addItem(self.cross, ignoreBounds=True)
        self.card = _ValueCard(self)
        self.plotItem.vb.sigXRangeChanged.connect(self._on_span)
        self._is_ready = True
        self._dress()

    # for subclasses
    def restyle(self, shown: Colors) -> None:
        """Draw in the theme's colours."""

    def fit_values(self, low: int, high: int) -> None:
        """Fit the values to the points from `low` up to, not including, `high`."""

    def set_days(self, x: Sequence[float], tell: Callable[[int], tuple[str, str]]) -> None:
        """The places of the points in ascending order; tell: (title, text) of the value card."""
        self._x = list(x)
        self._tell = tell
        self.hover(None)
        self.show_span(None)

    # for pages
    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self._x)

    @property
    def hovered(self) -> int | None:
        """The point that the card tells of."""
        return self._hovered

    def show_span(self, first: date | None) -> None:
        """Show from a day to the last point; everything when None."""
        if not self._x:
            return
        start, end = self._x[0] - _PAD_DAYS, self._x[-1] + _PAD_DAYS
        if end - start < _LEAST_DAYS:
            middle = (start + end) / 2
            start, end = middle - _LEAST_DAYS / 2, middle + _LEAST_DAYS / 2
        box = self.plotItem.vb
        box.setLimits(xMin=start, xMax=end, minXRange=_LEAST_DAYS)
        left = start if first is None else max(start, first.toordinal() - _PAD_DAYS)
        box.setXRange(min(left, end - _LEAST_DAYS), end, padding=0)
        self._on_span()

    def hover(self, place: int | None) -> None:
        """Tell of one point, or of none."""
        self._hovered = place
        is_shown = place is not None and self._tell is not None
        self.cross.setVisible(is_shown)
        self.card.setVisible(is_shown)
        if place is None or self._tell is None:
            return
        title, text = self._tell(place)
        self.cross.setPos(self._x[place])
        self.card.tell(title, text)
        spot = self.plotItem.vb.mapViewToScene(QPointF(self._x[place], 0))
        self.card.place_at(self.mapFromScene(spot).x(), self.width())
        self.setAccessibleDescription(f"{title}: {text}".replace("\n", ", "))
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    # the mouse and the keyboard
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._x and not event.buttons():
            spot = self.plotItem.vb.mapSceneToView(self.mapToScene(event.position().toPoint()))
            self.hover(self._nearest(spot.x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._hovered is not None:
            self.point_chosen.emit(self._hovered)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # the value that the arrow keys would move from shows where the keyboard is
        if event.reason() in _TAB and self._x:
            self._keep_in_view(self._x[-1])
            self.hover(len(self._x) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._x) - 1
        at = self._hovered
        steps = {
            Qt.Key.Key_Left: last if at is None else max(0, at - 1),
            Qt.Key.Key_Right: last if at is None else min(last, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = steps.get(Qt.Key(event.key())) if self._x else None
        if place is not None:
            self._keep_in_view(self._x[place])
            self.hover(place)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            self.point_chosen.emit(at)
        elif event.key() == Qt.Key.Key_Escape and at is not None:
            self.hover(None)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if self._is_ready and event.type() in looks:
            self._dress()

    def _dress(self) -> None:
        shown = colors(self)
        self.setBackground(shown.surface)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.86)
        for axis in (self.days, self.values):
            axis.setTickFont(small)
            axis.setTextPen(shown.muted)
            axis.setPen(pg.mkPen(shown.line if axis is self.days else None))
            axis.setTickPen(shown.line)
        self.cross.setPen(pg.mkPen(shown.muted, style=Qt.PenStyle.DashLine))
        self.restyle(shown)

    def _nearest(self, x: float) -> int:
        place = bisect_left(self._x, x)
        if place == len(self._x) or (place and x - self._x[place - 1] < self._x[place] - x):
            place -= 1
        return place

    def _keep_in_view(self, x: float) -> None:
        low, high = self.plotItem.vb.viewRange()[0]
        if not low <= x <= high:
            half = (high - low) / 2
            self.plotItem.vb.setXRange(x - half, x + half, padding=0)

    def _on_span(self) -> None:
        if self._x:
            low, high = self.plotItem.vb.viewRange()[0]
            self.fit_values(bisect_left(self._x, low), bisect_left(self._x, high))
            if self._hovered is not None:
                self.hover(self._hovered)


class _ValueCard(QFrame):
    """What is known of the point under the crosshair."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = muted_label()
        self._text = QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        self.hide()

    def tell(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.adjustSize()

    def place_at(self, x: int, width: int) -> None:
        """Beside the crosshair, on the side that has room."""
        left = x + 12 if x + 12 + self.width() <= width - 4 else x - 12 - self.width()
        self.move(max(4, left), 4)
