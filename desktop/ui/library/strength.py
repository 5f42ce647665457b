"""What the small chart of an exercise shows: e1RM, or what its kind has instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.domain.distance import METERS, distance_text, distance_unit
from desktop.domain.library import ExerciseKind
from desktop.domain.progress import ExerciseChart, SessionPoint
from desktop.domain.records import RecordKind
from desktop.domain.weight import Unit
from desktop.ui.widgets.strength_chart import ChartPoint
from desktop.ui.widgets.texts import count_text, duration_text, weight_text

_Value = Callable[[SessionPoint], float | None]
_BY_REPS = (ExerciseKind.BODYWEIGHT_REPS, ExerciseKind.ASSISTED_BODYWEIGHT)
_BY_DISTANCE = (ExerciseKind.DISTANCE_DURATION, ExerciseKind.WEIGHT_DISTANCE)


@dataclass(frozen=True, slots=True)
class Strength:
    """A named series: its points, how a value is written, and the best value ever as text.

    unit: what the points' values are in.
    """

    title: str
    points: tuple[ChartPoint, ...]
    text: Callable[[float], str]
    best: str
    unit: str


def strength_of(chart: ExerciseChart, unit: Unit, first: date, last: date) -> Strength:
    """The exercise's series between two days. Weights are in `unit`, so that axes are round."""
    title, value, text, record, measured = _measure(chart.kind, unit)
    known = [(point, v) for point in chart.points if (v := value(point)) is not None and v > 0]
    points = tuple(
        ChartPoint(point.day, v, record in point.records)
        for point, v in known
        if first <= point.day <= last
    )
    best = text(max(v for _, v in known)) if known else ""
    return Strength(title, points, text, best, measured)


def _measure(
    kind: ExerciseKind, unit: Unit
) -> tuple[str, _Value, Callable[[float], str], RecordKind | None, str]:
    if kind is ExerciseKind.WEIGHT_REPS:
        grams = float(unit.grams)
        return (
            "Estimated 1RM",
            lambda p: None if p.e1rm is None else p.e1rm / grams,
            lambda v: weight_text(v * grams, unit),
            RecordKind.E1RM,
            str(unit),
        )
    if kind in _BY_REPS:
        return (
            "Reps each session",
            lambda p: float(p.reps),
            lambda v: count_text(round(v), "rep"),
            None,
            "reps",
        )
    if kind in _BY_DISTANCE:
        length = distance_unit(kind, unit)
        meters = float(METERS[length])
        return (
            "Distance each session",
            lambda p: p.meters / meters,
            lambda v: distance_text(v * meters, unit),
            None,
            length,
        )
    return (
        "Minutes each session",
        lambda p: p.seconds / 60,
        lambda v: duration_text(round(v * 60)),
        None,
        "minutes",
    )
