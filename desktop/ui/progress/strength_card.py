"""The chart of strength with its legend, and a strip of the whole history below."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from desktop.ui.context import Context
from desktop.ui.progress.strength_controls import StrengthControls
from desktop.ui.progress.strength_data import Drawn
from desktop.ui.progress.strength_headline import Headline
from desktop.ui.progress.strength_points import PointSets
from desktop.ui.progress.strength_words import (
    chart_table,
    legend_entries,
    nothing_text,
    period_text,
    point_text,
    subject_name,
)
from desktop.ui.sizes import scaled
from desktop.ui.widgets.brush import Brush
from desktop.ui.widgets.brush_history import History
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.chart import Drawing, TimeChart
from desktop.ui.widgets.chart_export import ChartTable, add_export
from desktop.ui.widgets.chart_legend import ChartLegend
from desktop.ui.widgets.chart_scale import GAP
from desktop.ui.widgets.measures import axis_text, note_of, ticks_of, title_of
from desktop.ui.widgets.texts import day_text

_AHEAD = 0.15  # of what is shown may be the weeks ahead
_LEAST_AHEAD = 14.0


class StrengthCard(Card):
    """Charts what it is told to.

    session_wanted: a point's session was chosen; days_chosen: the first and
    the last day of a point that several sessions stand behind. noted: the
    place of a line and its point that the user stays with. range_chosen: the
    user moved to these days. removed: a subject that is no more to be
    compared. trend_asked: the user wants to have the trend explained.
    """

    session_wanted = Signal(object)
    days_chosen = Signal(object, object)
    noted = Signal(int, object)
    range_chosen = Signal(object, object)
    removed = Signal(object)
    trend_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Chart", parent=parent)
        self._context = context
        self._drawn: Drawn | None = None
        self._ends: float | None = None
        self.controls = StrengthControls()
        self.controls.trend_changed.connect(self._on_trend)
        self.headline = Headline()
        self.legend = ChartLegend()
        self.legend.removed.connect(self.removed)
        self.legend.asked.connect(lambda _: self.trend_asked.emit())
        self.chart = TimeChart("Exercise over time")
        scaled(self.chart.setMinimumHeight, 150)
        self.brush = Brush("Days shown, over the whole history")
        self.nothing = muted_label(wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.elsewhere = QWidget()
        self.elsewhere_words = muted_label()
        self.points = PointSets(context, self.chart)
        self.points.noted.connect(self.noted)
        self._lay_out()
        self.chart.point_chosen.connect(self._on_chosen)
        self.chart.dashed.connect(self.legend.set_dashed)
        self.chart.span_moved.connect(self._on_moved)
        self.chart.span.calmed.connect(self._show_legend)
        self.chart.span_chosen.connect(self.range_chosen)
        self.chart.plot_moved.connect(self.brush.set_margins)
        self.brush.moved.connect(self.chart.span.take)

    @property
    def drawn(self) -> Drawn | None:
        """What is shown."""
        return self._drawn

    def show_drawn(
        self,
        drawn: Drawn,
        log_ends: date | None,
        shown: tuple[date | None, date | None],
        is_done: bool,
    ) -> None:
        """Draw it. shown: the first and the last day to be shown, None for open ends.

        is_done: there are sets, whatever can be drawn of them.
        """
        self._drawn = drawn
        self.points.forget(drawn)
        wish, unit = drawn.wish, self._context.preferences.unit
        note = note_of(wish.measure, unit)
        self.controls.note.setText(note)
        self.controls.note.setVisible(bool(note))
        self._stack.setCurrentIndex(0 if drawn.has_points else 1)
        self.brush.setVisible(drawn.has_points)
        most_reps = self._context.preferences.most_reps
        self.nothing.setText(nothing_text(wish.measure, most_reps, is_done=is_done))
        names = ", ".join(subject_name(one, self._context) for one in wish.subjects)
        self.chart.setAccessibleName(f"{title_of(wish.measure, wish.reps)} of {names} over time")
        self._ends = float(log_ends.toordinal()) if log_ends else None
        self._draw(shown)

    def show_range(self, first: date | None, last: date | None) -> None:
        """Show these days."""
        self._limit_ahead(first)
        bars = self._drawn and self._drawn.bars_of(first, last)
        self.chart.show_span(*(bars or (first, last)))

    def tell_level(self, first: date | None, last: date | None) -> None:
        """Say what the trend comes to in these days."""
        shown = self._drawn if self.controls.trend.isChecked() else None
        self.headline.tell(shown, first, last, self._context.preferences.unit)

    def point_to(self, day: date, exercise_id: UUID) -> None:
        """Tell of an exercise's point of a day, or that of its week or month."""
        if self._drawn is None:
            return
        for line, series in enumerate(self._drawn.series):
            if series.subject.exercise_id not in (None, exercise_id):
                continue
            for index, point in enumerate(series.points):
                if point.day <= day <= (point.last or point.day):
                    place = self.chart.places.of(line, index)
                    self.chart.span.reach(self.chart.places.days[place])
                    self.chart.hover(place)
                    return

    def chart_table(self) -> ChartTable:
        """What is drawn in the days shown."""
        if self._drawn is None:
            return ChartTable("", "", (), ())
        first, last = self.chart.span.days
        return chart_table(
            self._drawn, self._context, first, last, with_trend=self.controls.trend.isChecked()
        )

    def _lay_out(self) -> None:
        self.heading.hide()
        self.note.hide()
        self.header.takeAt(2)  # what keeps the actions on the right: the controls do
        self.header.addWidget(self.controls, 1)
        self.header.addWidget(self.headline)
        menu = add_export(self, self._context, (self.legend, self.chart), self.chart_table)
        self.everything = QPushButton("Show everything")
        self.everything.setProperty("role", "flat")
        self.everything.clicked.connect(self.chart.span.take_all)
        row = QHBoxLayout(self.elsewhere)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.elsewhere_words)
        row.addWidget(self.everything)
        row.addStretch(1)
        self.elsewhere.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.nothing)
        self.body.setSpacing(4)
        self.body.addWidget(self.legend)
        self.body.addWidget(self.elsewhere)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.brush)
        stops: list[QWidget] = [self.controls.trend, menu, self.chart, self.brush]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _draw(self, shown: tuple[date | None, date | None]) -> None:
        drawn = self._drawn
        assert drawn is not None
        wish, unit = drawn.wish, self._context.preferences.unit
        self.controls.trend.setVisible(drawn.past is not None)
        has_trend = self.controls.trend.isChecked() and drawn.past is not None
        ends = [one for one in (self._ends,) if one is not None]
        if has_trend and drawn.ahead is not None:
            ends.append(float(drawn.ahead.days[-1]))
            self.chart.band.set_band(drawn.past, drawn.ahead, wish.gap)
        else:
            self.chart.band.set_band(None, None, wish.gap)
        self._limit_ahead(shown[0])
        self.chart.span.half = drawn.bar_half
        self.chart.set_lines(
            drawn.lines,
            self._tell,
            lambda value: axis_text(wish.measure, value, unit, wish.length),
            Drawing(
                drawn.has_bars,
                wish.gap,
                has_trend,
                max(ends, default=None),
                drawn.bars_of(*shown),
                ticks_of(wish.measure, unit),
            ),
        )
        self.tell_level(*shown)
        line = drawn.lines[0]
        days, values = line.chosen(line.outliers, wanted=False)
        gap = max(wish.gap, GAP)
        self.brush.set_history(History(days, values, self.chart.span.ends, gap))

    def _show_legend(self) -> None:
        """Say what is drawn in the days in view; while these move it stays, for it takes room."""
        if self._drawn is not None:
            has_trend, view = self.chart.band.is_shown, self.chart.span.view
            self.legend.show_entries(
                legend_entries(self._drawn, self._context, view, has_trend=has_trend)
            )

    def _limit_ahead(self, first: date | None) -> None:
        """Where there are only weeks, the weeks ahead may not take half of them."""
        drawn = self._drawn
        self.chart.span.open_end = None
        if drawn is None or drawn.ahead is None or not self.chart.band.is_shown:
            return
        now = max(float(drawn.ahead.days[0]), self._ends or 0.0)
        wide = now - (float(first.toordinal()) if first else drawn.lines[0].days[0])
        end = max(now, float(drawn.ahead.days[-1]))
        self.chart.span.open_end = min(end, now + max(_LEAST_AHEAD, _AHEAD * wide))

    def _tell(self, line: int, index: int) -> tuple[str, str]:
        assert self._drawn is not None
        wish, unit = self._drawn.wish, self._context.preferences.unit
        point = self._drawn.series[line].points[index]
        subject = wish.subjects[line]
        name = subject_name(subject, self._context) if len(wish.subjects) > 1 else ""
        text = point_text(point, wish, unit, name)
        sets = self.points.text(subject, point)
        return period_text(point.day, wish.grain), f"{text}\n{sets}".strip()

    def _on_chosen(self, place: int) -> None:
        _, point = self.points.at(place)
        if point.session_id is not None:
            self.session_wanted.emit(point.session_id)
        else:
            self.days_chosen.emit(point.day, point.last or point.day)

    def _on_trend(self) -> None:
        if self._drawn is not None and self._drawn.wish.has_trend:
            self._draw(self.chart.span.days)

    def _on_moved(self, low: float, high: float) -> None:
        self.brush.set_ends(self.chart.span.ends)
        self.brush.show_days(low, high)
        first, last = date.fromordinal(max(1, round(low))), date.fromordinal(max(1, round(high)))
        self.brush.tell(f"{day_text(first)} to {day_text(last)}")
        if not self.chart.span.is_moving:
            self._show_legend()
        self._tell_where(low, high)

    def _tell_where(self, low: float, high: float) -> None:
        """Say where the points are if none of them is in view."""
        days = self.chart.places.days
        after = bisect_left(days, low)
        is_away = bool(days) and (after == len(days) or days[after] > high)
        if is_away:
            when, nearest = ("last", days[after - 1]) if after else ("first", days[0])
            day = day_text(date.fromordinal(int(nearest)))
            words = f"Nothing was done in these days. The {when} time was {day}."
            self.elsewhere_words.setText(words)
        self.elsewhere.setVisible(is_away)
