"""The page itself: where everything of a report stands."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from desktop.ui.report.lift_chart import LiftChart, draw_days, round_steps
from desktop.ui.report.report import Bin, MuscleLine, Report
from desktop.ui.report.sheet import CENTRE, POINT, RIGHT, Sheet
from desktop.ui.widgets.chart_scale import calm_range

_MARGIN, _GAP = 40 * POINT, 12 * POINT
_TITLE, _VOLUME, _FOOTER = 44 * POINT, 78 * POINT, 48 * POINT
_FIGURES, _BEFORE = 38 * POINT, 11 * POINT
_HEADING, _ROW = 16 * POINT, 13.5 * POINT
_CHART, _WIDE_CHART = 150 * POINT, 220 * POINT  # no chart is higher, beside others or alone
_MOST_MUSCLES = 7
_MUSCLES = 0.46  # of the width; the rest is the records'


def paint_page(painter: QPainter, target: QRectF, size: QSizeF, report: Report) -> None:
    """Draw the page as large as fits into the target. size: of the paper, in points."""
    wide, high = size.width() * POINT, size.height() * POINT
    scale = min(target.width() / wide, target.height() / high)
    painter.save()
    painter.translate(target.topLeft())
    painter.scale(scale, scale)
    _Page(Sheet(painter), QRectF(0, 0, wide, high), report).draw()
    painter.restore()


class _Page:
    """Goes down the page; `top` is where the next part begins."""

    def __init__(self, sheet: Sheet, paper: QRectF, report: Report) -> None:
        self.sheet = sheet
        self.report = report
        self.room = paper.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self.top = self.room.top()
        self.days = (report.first, report.last)

    def draw(self) -> None:
        self._title()
        self._footer()
        if self.report.is_empty:
            place = self._take(200 * POINT)
            words = "No workouts in this period"
            self.sheet.text(place, words, 12, color=self.sheet.ink.muted, align=CENTRE)
            return
        self._figures()
        self._lifts()
        self._volume()
        self._tables()

    def _take(self, height: float) -> QRectF:
        place = QRectF(self.room.left(), self.top, self.room.width(), height)
        self.top += height + _GAP
        return place

    def _title(self) -> None:
        sheet, place = self.sheet, self._take(_TITLE)
        line = QRectF(place.left(), place.top(), place.width(), 26 * POINT)
        sheet.text(line, "Progress report", 20, bold=True)
        line = QRectF(place.left(), line.bottom(), place.width(), 16 * POINT)
        words = f"{self.report.profile}  \N{MIDDLE DOT}  {self.report.title}"
        sheet.text(line, words, 10.5, color=sheet.ink.muted)

    def _figures(self) -> None:
        sheet, shown = self.sheet, self.report.figures
        place = self._take(_FIGURES + (_BEFORE if self.report.compared else 0))
        wide = (place.width() - _GAP * (len(shown) - 1)) / len(shown)
        for at, figure in enumerate(shown):
            left = place.left() + at * (wide + _GAP)
            box = QRectF(left, place.top(), wide, place.height())
            sheet.frame(box)
            line = box.adjusted(8 * POINT, 5 * POINT, -6 * POINT, 0)
            line.setHeight(10 * POINT)
            sheet.text(line, figure.label, 7.5, color=sheet.ink.muted)
            line.translate(0, 10 * POINT)
            line.setHeight(19 * POINT)
            sheet.text(line, figure.value, 14, bold=True)
            line.translate(0, 19 * POINT)
            line.setHeight(10 * POINT)
            if figure.before:
                sheet.text(line, f"{figure.before} before", 7, color=sheet.ink.muted)
        if self.report.compared:
            self.top -= _GAP / 2
            words = f"Before: {self.report.compared}"
            line = self._take(9 * POINT)
            sheet.text(line, words, 7, color=sheet.ink.muted, align=RIGHT)
            self.top -= _GAP / 2

    def _lifts(self) -> None:
        lifts = self.report.lifts
        if not lifts:
            place = self._take(30 * POINT)
            self.sheet.frame(place)
            words = "No exercise was chosen"
            self.sheet.text(place, words, 8, color=self.sheet.ink.muted, align=CENTRE)
            return
        rows = ceil(len(lifts) / 2)
        left = self.room.bottom() - _FOOTER - self.top - _VOLUME - self._least_tables() - 3 * _GAP
        high = min(_CHART if rows > 1 else _WIDE_CHART, left / rows - _GAP * (rows - 1) / rows)
        for row in range(rows):
            place = self._take(high)
            pair = lifts[2 * row : 2 * row + 2]
            wide = (place.width() - _GAP * (len(pair) - 1)) / len(pair)
            for at, lift in enumerate(pair):
                box = QRectF(place.left() + at * (wide + _GAP), place.top(), wide, high)
                LiftChart(self.sheet, box, self.days).draw(lift)

    def _least_tables(self) -> float:
        return _HEADING + _ROW * (_MOST_MUSCLES + 1)

    def _volume(self) -> None:
        sheet, place = self.sheet, self._take(_VOLUME)
        self._heading(place, self.report.volume_title)
        plot = place.adjusted(34 * POINT, _HEADING + 4 * POINT, -8 * POINT, -13 * POINT)
        values = tuple(one.value for one in self.report.volume)
        if not any(values):
            words = "No volume: nothing was lifted for reps"
            sheet.text(place, words, 8, color=sheet.ink.muted, align=CENTRE)
            return
        _, top = calm_range(0, max(values), from_zero=True)
        for value in round_steps(0, top)[::2]:
            y = plot.bottom() - plot.height() * value / top
            sheet.rule(QPointF(plot.left(), y), QPointF(plot.right(), y))
            room = QRectF(place.left(), y - 5 * POINT, 31 * POINT, 10 * POINT)
            sheet.text(room, f"{value:,.10g}", 6.5, color=sheet.ink.muted, align=RIGHT)
        sheet.bars(plot, values, top)
        draw_days(sheet, plot, _span(self.report.volume))

    def _tables(self) -> None:
        bottom = self.room.bottom() - _FOOTER - _GAP
        place = QRectF(self.room.left(), self.top, self.room.width(), bottom - self.top)
        wide = place.width() * _MUSCLES
        self._muscles(QRectF(place.left(), place.top(), wide - _GAP, place.height()))
        self._records(
            QRectF(place.left() + wide, place.top(), place.width() - wide, place.height())
        )

    def _muscles(self, place: QRectF) -> None:
        sheet = self.sheet
        lines = self.report.muscles[:_MOST_MUSCLES]
        line = self._heading(place, "Weekly sets by muscle group")
        if not lines:
            self._nothing(line, "No sets that train a muscle")
            return
        has_before = any(one.before is not None for one in lines)
        self._cells(line, ("", "", "mean", "before" if has_before else ""), sheet.ink.muted)
        top = max(max(one.weeks) for one in lines)
        for one in lines:
            line.translate(0, _ROW)
            self._cells(line, _muscle_words(one))
            left = line.left() + 54 * POINT
            bars = QRectF(left, line.top() + POINT, line.right() - 76 * POINT - left, 0)
            bars.setHeight(_ROW - 2.5 * POINT)
            sheet.rule(bars.bottomLeft(), bars.bottomRight())
            sheet.bars(bars, one.weeks, top)

    def _cells(self, line: QRectF, words: tuple[str, ...], color: QColor | None = None) -> None:
        """Name, room for columns, and two numbers."""
        sheet, muted = self.sheet, self.sheet.ink.muted
        name, _, mean, before = words
        sheet.text(line, name, 7.5, color=color)
        right = line.adjusted(line.width() - 70 * POINT, 0, -36 * POINT, 0)
        sheet.text(right, mean, 7.5, color=color, align=RIGHT)
        sheet.text(line, before, 7.5, color=muted, align=RIGHT)

    def _records(self, place: QRectF) -> None:
        sheet, report = self.sheet, self.report
        line = self._heading(place, "Records that fell", _fallen(report))
        if not report.records:
            self._nothing(line, "No record fell in this period")
            return
        fits = int((place.bottom() - line.top()) // _ROW)
        shown = report.records if len(report.records) <= fits else report.records[: fits - 1]
        for one in shown:
            day = QRectF(line.left(), line.top(), 54 * POINT, line.height())
            sheet.text(day, one.day, 7.5, color=sheet.ink.muted)
            value = sheet.text(line, one.value, 7.5, bold=True, color=sheet.ink.gold, align=RIGHT)
            kind = line.adjusted(0, 0, -max(value, 56 * POINT) - 6 * POINT, 0)
            kind.setLeft(kind.right() - 62 * POINT)
            sheet.text(kind, one.kind, 7.5, color=sheet.ink.muted)
            name = QRectF(day.right(), line.top(), kind.left() - day.right() - 4 * POINT, _ROW)
            sheet.text(name, one.exercise, 7.5)
            line.translate(0, _ROW)
        if len(shown) < len(report.records):
            words = f"and {len(report.records) - len(shown):,} more"
            sheet.text(line, words, 7.5, color=sheet.ink.muted)

    def _heading(self, place: QRectF, words: str, note: str = "") -> QRectF:
        """A heading with a rule below; the first line of what follows."""
        line = QRectF(place.left(), place.top(), place.width(), _HEADING - 3 * POINT)
        self.sheet.text(line, words, 9, bold=True)
        self.sheet.text(line, note, 8, color=self.sheet.ink.muted, align=RIGHT)
        self.sheet.rule(line.bottomLeft(), line.bottomRight())
        return QRectF(place.left(), place.top() + _HEADING, place.width(), _ROW)

    def _nothing(self, line: QRectF, words: str) -> None:
        place = line.translated(0, 6 * POINT)
        self.sheet.text(place, words, 8, color=self.sheet.ink.muted)

    def _footer(self) -> None:
        line = QRectF(self.room.left(), self.room.bottom() - _FOOTER, self.room.width(), 0)
        line.setHeight(11 * POINT)
        self.sheet.rule(line.topLeft(), line.topRight())
        line.translate(0, 4 * POINT)
        for words in self.report.footer:
            self.sheet.text(line, words, 6.5, color=self.sheet.ink.muted)
            line.translate(0, 10 * POINT)


def _muscle_words(one: MuscleLine) -> tuple[str, ...]:
    before = "" if one.before is None else f"{one.before:.1f}"
    return one.name, "", f"{one.mean:.1f}", before


def _fallen(report: Report) -> str:
    """How many, where the list leaves out what was beaten again."""
    if report.fallen == len(report.records):
        return f"{report.fallen:,}" if report.fallen else ""
    return f"{report.fallen:,}, the last of each kind listed"


def _span(bins: tuple[Bin, ...]) -> tuple[date, date]:
    """The days that the columns stand for, from the first of the first one on."""
    first, last = bins[0].first, bins[-1].first
    is_month = len(bins) > 1 and bins[1].first - first > timedelta(7)
    return first, last + timedelta(30 if is_month else 7)
