"""The chart of one exercise on paper: its sessions, its records and its trend."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPen, QPolygonF

from desktop.ui.report.report import Lift, Spot, TrendSpot
from desktop.ui.report.sheet import CENTRE, POINT, RIGHT, Sheet, font_of
from desktop.ui.widgets.chart_scale import GAP, calm_range, round_step
from desktop.ui.widgets.time_ticks import time_ticks

_HEAD, _FOOT, _EDGE = 34 * POINT, 13 * POINT, 8 * POINT
_VALUES = 26 * POINT  # left of the plot
_SMALL = 6.5
_DOT, _RECORD = 1.3 * POINT, 2.6 * POINT
_LINE = 1.2 * POINT
_MOST_DOTS = 120  # more of them would run together
_STEPS = 4
Point = TypeVar("Point", Spot, TrendSpot)


class LiftChart:
    """Draws an exercise into a frame. first, last: the days that it spans."""

    def __init__(self, sheet: Sheet, place: QRectF, days: tuple[date, date]) -> None:
        self._sheet = sheet
        self._place = place
        self._plot = place.adjusted(_EDGE + _VALUES, _HEAD, -_EDGE, -_FOOT - 4 * POINT)
        self._first, self._last = days
        self._range = (0.0, 1.0)

    def draw(self, lift: Lift) -> None:
        """The frame, the name, and what there is of it."""
        sheet, place = self._sheet, self._place
        sheet.frame(place)
        head = QRectF(place.left() + _EDGE, place.top() + 5 * POINT, place.width() - 2 * _EDGE, 0)
        head.setHeight(11 * POINT)
        sheet.text(head, lift.name, 8.5, bold=True)
        head.translate(0, 10.5 * POINT)
        if not lift.spots:
            words = "No sets in this period"
            sheet.text(place, words, 8, color=sheet.ink.muted, align=CENTRE)
            return
        unit = font_of(_SMALL)
        wide = QFontMetricsF(unit).horizontalAdvance(lift.measure) + 4 * POINT
        sheet.text(head, lift.measure, _SMALL, color=sheet.ink.muted, align=RIGHT)
        sheet.text(head.adjusted(0, 0, -wide, 0), lift.words, 7.5, color=sheet.ink.muted)
        # what is not believed may not flatten the rest
        believed = [one.value for one in lift.spots if not one.is_outlier]
        values = believed or [one.value for one in lift.spots]
        values += [value for one in lift.trend for value in (one.low, one.high)]
        self._range = calm_range(min(values), max(values))
        self._axes(lift)
        self._trend(lift)
        self._sessions(lift)

    def _x(self, day: float) -> float:
        span = max(1, (self._last - self._first).days)
        share = (day - self._first.toordinal()) / span
        return self._plot.left() + share * self._plot.width()

    def _y(self, value: float) -> float:
        low, high = self._range
        return self._plot.bottom() - (value - low) / (high - low) * self._plot.height()

    def _axes(self, lift: Lift) -> None:
        sheet, plot = self._sheet, self._plot
        ticks = lift.ticks(*self._range, _STEPS) if lift.ticks else round_steps(*self._range)
        for value in ticks:
            y = self._y(value)
            sheet.rule(QPointF(plot.left(), y), QPointF(plot.right(), y))
            room = QRectF(self._place.left(), y - 5 * POINT, _EDGE + _VALUES - 3 * POINT, 100)
            sheet.text(room, lift.write(value), _SMALL, color=sheet.ink.muted, align=RIGHT)
        draw_days(sheet, plot, (self._first, self._last))

    def _trend(self, lift: Lift) -> None:
        painter, ink = self._sheet.painter, self._sheet.ink
        if not lift.trend:
            return
        for run in runs_of(lift.trend):
            upper = [QPointF(self._x(one.day), self._y(one.high)) for one in run]
            lower = [QPointF(self._x(one.day), self._y(one.low)) for one in reversed(run)]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.accent_soft)
            painter.drawPolygon(QPolygonF(upper + lower))
            line = [QPointF(self._x(one.day), self._y(one.level)) for one in run]
            painter.setPen(QPen(ink.fill, _LINE))
            painter.drawPolyline(QPolygonF(line))

    def _sessions(self, lift: Lift) -> None:
        painter, ink = self._sheet.painter, self._sheet.ink
        believed = [one for one in lift.spots if not one.is_outlier]
        if not lift.trend:
            painter.setPen(QPen(ink.fill, _LINE))
            for run in runs_of(believed):
                painter.drawPolyline(QPolygonF([self._at(one) for one in run]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.fill)
        # many would run together, but one alone is on no line
        dots = believed if len(believed) <= _MOST_DOTS else _alone(believed)
        for one in dots:
            painter.drawEllipse(self._at(one), _DOT, _DOT)
        painter.setPen(QPen(ink.gold_mark, 0.7 * POINT))
        painter.setBrush(ink.gold_fill)
        for one in believed:
            if one.is_record:
                painter.drawPath(_diamond(self._at(one)))
        painter.setPen(QPen(ink.muted, 0.8 * POINT))
        for one in lift.spots:
            if one.is_outlier:
                at = self._within(one)
                for side in (-1, 1):
                    reach = QPointF(_DOT, side * _DOT)
                    painter.drawLine(at - reach, at + reach)

    def _within(self, one: Spot) -> QPointF:
        """At the edge of the plot, if it lies beyond it."""
        at, plot = self._at(one), self._plot
        return QPointF(at.x(), min(max(at.y(), plot.top()), plot.bottom()))

    def _at(self, one: Spot) -> QPointF:
        return QPointF(self._x(one.day), self._y(one.value))


def draw_days(sheet: Sheet, plot: QRectF, days: tuple[date, date]) -> None:
    """The axis of time below a plot."""
    sheet.rule(plot.bottomLeft(), plot.bottomRight(), sheet.ink.muted)
    metrics = QFontMetricsF(font_of(_SMALL))
    wide = metrics.horizontalAdvance("30 Sep 2026")
    most = max(2, int(plot.width() // (wide + 12 * POINT)))
    span = max(1, (days[1] - days[0]).days)
    free = plot.left()
    for day, words in time_ticks(*days, most):
        x = plot.left() + (day - days[0]).days / span * plot.width()
        half = metrics.horizontalAdvance(words) / 2 + POINT
        x = min(max(x, plot.left() + half), plot.right() - half)
        if x - half < free:
            continue  # it would touch the one before, which was moved in from the edge
        free = x + half + 3 * POINT
        room = QRectF(x - half, plot.bottom() + 2 * POINT, 2 * half, 10 * POINT)
        sheet.text(room, words, _SMALL, color=sheet.ink.muted, align=CENTRE)


def runs_of(points: Sequence[Point]) -> list[list[Point]]:
    """Points by day, apart where nothing was done for so long that no line is drawn across."""
    runs: list[list[Point]] = []
    for one in points:
        if not runs or one.day - runs[-1][-1].day > GAP:
            runs.append([])
        runs[-1].append(one)
    return runs


def round_steps(low: float, high: float) -> list[float]:
    """About four round values between two."""
    step = round_step((high - low) / _STEPS)
    first = -int(-low // step)
    return [round(place * step, 6) for place in range(first, int(high / step + 1e-9) + 1)]


def _alone(spots: Sequence[Spot]) -> list[Spot]:
    return [run[0] for run in runs_of(spots) if len(run) == 1]


def _diamond(at: QPointF) -> QPainterPath:
    path = QPainterPath(QPointF(at.x(), at.y() - _RECORD))
    for x, y in ((_RECORD, 0.0), (0.0, _RECORD), (-_RECORD, 0.0)):
        path.lineTo(at.x() + x, at.y() + y)
    path.closeSubpath()
    return path
