"""One exercise over time: the chart with its choice of numbers."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from desktop.domain.days import months_before
from desktop.domain.progress import ExerciseChart, SessionPoint
from desktop.domain.weight import Unit, grams_text, plain_number
from desktop.ui.context import Context
from desktop.ui.progress.metrics import E1RM, METRICS, Metric
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.chart import Point, TimeChart
from desktop.ui.widgets.records import RecordLegend
from desktop.ui.widgets.texts import day_text


class ExerciseCard(Card):
    """metric_changed: another number is charted; session_chosen: a point was opened."""

    metric_changed = Signal()
    session_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("e1RM", parent=parent)
        self._context = context
        self._data: ExerciseChart | None = None
        self._shown: list[SessionPoint] = []
        self._months: int | None = None
        self.charted: Metric = E1RM
        self.record_legend = RecordLegend()
        self.header.insertWidget(2, self.record_legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.chips = QButtonGroup(self)
        self.chips.idClicked.connect(self._choose)
        self._buttons = [self._chip(place) for place in range(3)]
        self.chart = TimeChart("Exercise over time")
        self.chart.point_chosen.connect(self._open)
        self.nothing = muted_label(wraps=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.nothing)
        self.body.addWidget(self._stack, 1)

    def show_chart(self, data: ExerciseChart) -> None:
        """Show another exercise, or the same one after a change, keeping the number if it fits."""
        self._data = data
        offered = METRICS[data.kind]
        if self.charted not in offered:
            self.charted = offered[0]
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(offered) > 1)
            if place < len(offered):
                button.setText(offered[place].label)
                button.setAccessibleName(f"Show {offered[place].label}")
                button.setChecked(offered[place] is self.charted)
        self._draw()

    def show_months(self, months: int | None) -> None:
        """Show the last months of the exercise; all of its history when None."""
        self._months = months
        points = self.chart.points
        if points:
            first = months_before(points[-1].day, months) if months else None
            self.chart.show_span(first)

    def _chip(self, place: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "chip")
        button.setCheckable(True)
        self.chips.addButton(button, place)
        self.header.addWidget(button)
        return button

    def _choose(self, place: int) -> None:
        if self._data is not None:
            self.charted = METRICS[self._data.kind][place]
            self._draw()
            self.metric_changed.emit()

    def _draw(self) -> None:
        assert self._data is not None
        metric, unit = self.charted, self._context.preferences.unit
        self._shown = [one for one in self._data.points if metric.value(one) is not None]
        points = [self._point(one, unit) for one in self._shown]
        self.heading.setText(metric.title or metric.label)
        self.note.setText(f"in {unit}" if metric.per_unit else "")
        self.record_legend.setVisible(any(point.is_record for point in points))
        name = self._context.exercise_name(self._data.exercise_id)
        self.chart.setAccessibleName(f"{metric.label} of {name} over time")
        self._stack.setCurrentIndex(0 if points else 1)
        self.nothing.setText(
            "No set allows an estimate: it takes a weight and at most 12 reps."
            if metric is E1RM
            else f"Nothing was noted that {metric.label.lower()} could be drawn from."
        )
        if points:
            self.chart.set_points(
                points, day_text, lambda value: metric.axis_text(value, unit), metric.as_bars
            )
            self.show_months(self._months)

    def _point(self, one: SessionPoint, unit: Unit) -> Point:
        metric = self.charted
        value = metric.value(one)
        assert value is not None
        fallen = [kind.label for kind in one.records if kind in metric.shown]
        lines = [metric.text(value, unit)]
        if metric is E1RM:
            lines.append(_best_set(one, unit))
        if fallen:
            lines.append(f"Record: {', '.join(fallen)}")
        text = "\n".join(line for line in lines if line)
        return Point(one.day, value / metric.scale(unit), bool(fallen), text)

    def _open(self, place: int) -> None:
        self.session_chosen.emit(self._shown[place].session_id)


def _best_set(one: SessionPoint, unit: Unit) -> str:
    if one.best_weight is None or one.best_reps is None:
        return ""
    text = f"{grams_text(one.best_weight, unit, 2)} {unit} \u00d7 {one.best_reps}"
    rpe = one.best_rpe
    return f"{text} @{plain_number(Decimal(str(rpe)))}" if rpe is not None else text
