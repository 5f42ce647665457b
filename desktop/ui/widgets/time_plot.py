"""What all charts over time share: axes, theme, crosshair with its card, moving, bounds."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from desktop.ui.sizes import SMALL
from desktop.ui.theme import Colors, colors
from desktop.ui.widgets.chart_card import ValueCard
from desktop.ui.widgets.chart_places import nearest
from desktop.ui.widgets.time_axis import DayAxis, ValueAxis
from desktop.ui.widgets.time_span import TimeSpan

_REACH = 10  # pixels beside a point that are still it
_STEP, _ZOOM = 0.25, 1.4
_RIGHT = 6  # free beside the plot
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_Key = Qt.Key


class TimePlot(pg.PlotWidget):
    """A plot over days. Dragging and the wheel move and zoom it within the data.

    Left and Right walk over the points, End goes to the last one, Home and a
    double click show everything, Control with Left and Right moves, + and - zoom,
    Enter or a click chooses a point. point_chosen: its place. pointed: the
    place that the card tells of now, None for none. span_moved: the days at the edges,
    as numbers, whoever moved them. span_chosen: the first and the last day that the
    user came to rest at, None for an open end. plot_moved: the pixels between the widget's
    left and right edge and those of the plot. Subclasses draw in `restyle` (also
    called when the theme changes) and fit the values in `fit_values`.
    """

    point_chosen = Signal(int)
    pointed = Signal(object)
    span_moved = Signal(float, float)
    span_chosen = Signal(object, object)
    plot_moved = Signal(int, int)
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
        self._pressed: QPointF | None = None
        self._was_dragged = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.hideButtons()
        self.plotItem.layout.setContentsMargins(1, 1, _RIGHT, 1)
        self.setMouseEnabled(x=True, y=False)
        self.values.setStyle(maxTickLevel=0, tickLength=0)
        self.days.setStyle(tickLength=0)
        self.values.setGrid(255)
        self.values.setZValue(-1000)  # the lines of the grid lie below the data
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.cross.setVisible(False)
        self.addItem(self.cross, ignoreBounds=True)
        self.card = ValueCard(self)
        self.span = TimeSpan(self.plotItem.vb, self)
        self.span.chosen.connect(self.span_chosen)
        self.plotItem.vb.sigResized.connect(self._on_resized)
        self.span.moved.connect(self._on_span)
        self.span.calmed.connect(self._fit)
        self.scene().sigMouseClicked.connect(self._on_click)
        self._is_ready = True
        self._dress()

    # for subclasses
    def restyle(self, shown: Colors) -> None:
        """Draw in the theme's colours."""

    def fit_values(self, low: int, high: int) -> None:
        """Fit the values to the points from `low` up to, not including, `high`."""

    def next_place(self, place: int, step: int) -> int:
        """The point that an arrow key leads to."""
        return min(max(0, place + step), len(self._x) - 1)

    def place_near(self, spot: QPointF) -> int | None:
        """The point to tell of under a place of the scene."""
        day = self.plotItem.vb.mapSceneToView(spot).x()
        return nearest(self._x, day) if self._x else None

    def is_at(self, place: int, spot: QPointF) -> bool:
        """Whether a click on that place of the scene is one on the point."""
        at: QPointF = self.plotItem.vb.mapViewToScene(QPointF(self._x[place], 0))
        return abs(at.x() - spot.x()) <= _REACH

    def set_days(
        self,
        x: Sequence[float],
        tell: Callable[[int], tuple[str, str]],
        last: float | None = None,
        shown: tuple[date | None, date | None] = (None, None),
    ) -> None:
        """The places of the points in ascending order; tell: (title, text) of the value card.

        last: a day after the last point that can be moved to. shown: see show_span.
        """
        self._x = list(x)
        self._tell = tell
        self.hover(None)
        if self._x:
            self.span.set_ends(self._x[0], max(self._x[-1], last or 0.0))
        self.show_span(*shown)

    # for pages
    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self._x)

    @property
    def hovered(self) -> int | None:
        """The point that the card tells of."""
        return self._hovered

    def show_span(self, first: date | None, last: date | None = None) -> None:
        """Show these days; None: from the first day, to the last one there is."""
        self.span.show(first, last)

    def hover(self, place: int | None) -> None:
        """Tell of one point, or of none."""
        is_other, self._hovered = place != self._hovered, place
        is_shown = place is not None and self._tell is not None
        self.cross.setVisible(is_shown)
        self.card.setVisible(is_shown)
        if place is not None and self._tell is not None:
            self.cross.setPos(self._x[place])
            self.tell(*self._tell(place))
        if is_other:
            self.pointed.emit(place)

    def tell(self, title: str, text: str) -> None:
        """Say something of the point under the crosshair."""
        if self._hovered is None:
            return
        self.card.tell(title, text)
        self._place_card()
        self.setAccessibleDescription(self.card.words)
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    # the mouse and the keyboard
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._was_dragged = event.position(), False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # a quick drag has no moves that pyqtgraph would know it by
        if self._pressed is not None:
            way = event.position() - self._pressed
            self._was_dragged = way.manhattanLength() > QApplication.startDragDistance()
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            place = self.place_near(self.mapToScene(event.position().toPoint()))
            if place != self._hovered:
                self.hover(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.span.take_all()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # the value that the arrow keys would move from shows where the keyboard is
        if event.reason() in _TAB and self._x:
            self._walk_to(self._begin())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = _Key(event.key()), self._hovered
        moves = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        step = {_Key.Key_Left: -1, _Key.Key_Right: 1}.get(key)
        zoom = {_Key.Key_Plus: 1, _Key.Key_Equal: 1, _Key.Key_Minus: -1}.get(key)
        if not self._x:
            event.ignore()
        elif zoom:
            self.span.zoom(_ZOOM**-zoom, None if at is None else self._x[at])
        elif step and moves:
            self.span.move(step * _STEP)
        elif step:
            self._walk_to(self._begin() if at is None else self.next_place(at, step))
        elif key == _Key.Key_Home:
            self.span.take_all()
            self.hover(0)
        elif key == _Key.Key_End:
            self._walk_to(len(self._x) - 1)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and at is not None:
            self.point_chosen.emit(at)
        elif key == _Key.Key_Escape and at is not None:
            self.hover(None)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        looks = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if self._is_ready and event.type() in looks:
            self._dress()

    def _on_click(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        place = self.place_near(event.scenePos())
        is_left = event.button() == Qt.MouseButton.LeftButton
        is_plain = is_left and not event.double() and not self._was_dragged
        if place is not None and is_plain and self.is_at(place, event.scenePos()):
            self.point_chosen.emit(place)

    def _dress(self) -> None:
        shown = colors(self)
        self.setBackground(shown.surface)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * SMALL)
        for axis in (self.days, self.values):
            axis.set_font(small)
            axis.setTextPen(shown.muted)
            axis.setPen(pg.mkPen(shown.line if axis is self.days else None))
            axis.setTickPen(shown.line)
        self.cross.setPen(pg.mkPen(shown.muted, style=Qt.PenStyle.DashLine))
        self.restyle(shown)

    def _place_card(self) -> None:
        if self._hovered is not None:
            spot = self.plotItem.vb.mapViewToScene(QPointF(self._x[self._hovered], 0))
            self.card.place_at(self.mapFromScene(spot).x(), self.width())

    def _begin(self) -> int:
        """Where one begins to walk: at the last point in view, if there is one."""
        low, high = self.span.view
        place = bisect_right(self._x, high) - 1
        return place if place >= 0 and self._x[place] >= low else len(self._x) - 1

    def _walk_to(self, place: int) -> None:
        self.span.reach(self._x[place])
        self.hover(place)

    def _on_span(self) -> None:
        self._fit()
        low, high = self.span.view
        if self._hovered is not None and not low <= self._x[self._hovered] <= high:
            self.hover(None)
        self._place_card()
        self.span_moved.emit(*self.span.view)

    def _on_resized(self) -> None:
        box = self.plotItem.vb.sceneBoundingRect()
        self.plot_moved.emit(round(box.left()), round(self.width() - box.right()))
        self._fit()

    def _fit(self) -> None:
        if self._x and self.span.is_set:
            low, high = self.span.view
            self.fit_values(bisect_left(self._x, low), bisect_left(self._x, high))
