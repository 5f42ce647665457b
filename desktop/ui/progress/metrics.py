"""What can be charted of an exercise, by its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.domain.library import ExerciseKind
from desktop.domain.progress import SessionPoint
from desktop.domain.records import RecordKind
from desktop.domain.weight import Unit
from desktop.ui.widgets.texts import (
    count_text,
    distance_text,
    duration_text,
    volume_text,
    weight_text,
)

Value = Callable[[SessionPoint], float | None]
Write = Callable[[float, Unit], str]


@dataclass(frozen=True, slots=True)
class Metric:
    """A number of each session.

    value: in grams, grams x reps, reps, seconds or metres; None leaves the
    session out. shown: the records to mark. per_unit: the chart's axis is in
    the user's unit of weight. title: the label in full.
    """

    label: str
    value: Value
    text: Write
    shown: tuple[RecordKind, ...]
    per_unit: bool = False
    as_bars: bool = False
    title: str = ""

    def scale(self, unit: Unit) -> float:
        """What to divide a value by for the axis."""
        return float(unit.grams) if self.per_unit else 1.0

    def axis_text(self, value: float, unit: Unit) -> str:
        """A value of the axis: the unit of weight stands beside the title."""
        return f"{value:,.6g}" if self.per_unit else self.text(value, unit)


E1RM = Metric(
    "e1RM",
    lambda point: point.e1rm,
    weight_text,
    (RecordKind.E1RM,),
    per_unit=True,
    title="Estimated 1RM",
)
HEAVIEST = Metric(
    "Heaviest",
    lambda point: point.heaviest,
    lambda value, unit: weight_text(value, unit, 2),
    (RecordKind.HEAVIEST,),
    per_unit=True,
)
VOLUME = Metric(
    "Volume",
    lambda point: point.volume,
    volume_text,
    (RecordKind.SESSION_VOLUME,),
    per_unit=True,
    as_bars=True,
)
HELP = Metric(
    "Help",
    lambda point: None if point.heaviest is None else -point.heaviest,
    lambda value, unit: weight_text(value, unit, 2),
    (RecordKind.LEAST_HELP,),
    per_unit=True,
)
REPS = Metric(
    "Reps",
    lambda point: point.reps,
    lambda value, _: count_text(round(value), "rep"),
    (RecordKind.MOST_REPS,),
    as_bars=True,
)
TIME = Metric(
    "Time",
    lambda point: point.seconds or None,
    lambda value, _: duration_text(round(value)),
    (RecordKind.LONGEST, RecordKind.BEST_PACE),
    as_bars=True,
)
DISTANCE = Metric(
    "Distance",
    lambda point: point.meters or None,
    lambda value, _: distance_text(value),
    (RecordKind.FARTHEST, RecordKind.BEST_PACE),
    as_bars=True,
)
METRICS: dict[ExerciseKind, tuple[Metric, ...]] = {
    ExerciseKind.WEIGHT_REPS: (E1RM, HEAVIEST, VOLUME),
    ExerciseKind.BODYWEIGHT_REPS: (REPS, HEAVIEST),
    ExerciseKind.ASSISTED_BODYWEIGHT: (HELP, REPS),
    ExerciseKind.DURATION: (TIME,),
    ExerciseKind.WEIGHT_DURATION: (TIME, HEAVIEST),
    ExerciseKind.DISTANCE_DURATION: (DISTANCE, TIME),
    ExerciseKind.WEIGHT_DISTANCE: (HEAVIEST, DISTANCE),
}
