"""One exercise of a report: what is charted, its trend, and what it comes to in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.domain.accounts import Effort
from desktop.domain.counting import Counting
from desktop.domain.library import Exercise
from desktop.domain.progress import MEASURES, Measure, SeriesPoint, Subject
from desktop.domain.weight import Unit
from desktop.ui.report.report import Lift, Spot, TrendSpot, Wish
from desktop.ui.widgets.measures import axis_text, length_of, note_of, scale_of, ticks_of

if TYPE_CHECKING:
    from desktop.services import Services

_LEAST = 2  # sessions, for a change


def lift_of(services: Services, user_id: UUID, exercise: Exercise, wish: Wish, first: date) -> Lift:
    """The exercise by the first of its measures that something was noted for in the period."""
    subject, last = Subject(exercise.id), wish.period.last
    for measure in MEASURES[exercise.kind]:
        points = [
            one
            for one in services.progress.series(user_id, subject, measure).points
            if first <= one.day <= last
        ]
        if points:
            break
    else:
        return Lift(exercise.name)
    length = length_of([subject], {exercise.id: exercise}, wish.unit)
    scale = scale_of(measure, wish.unit, length)
    note = note_of(measure, wish.unit).removeprefix("in ")
    trend: tuple[TrendSpot, ...] = ()
    if measure is Measure.E1RM:
        trend = _trend(services, user_id, exercise.id, (first, last), scale)
    return Lift(
        exercise.name,
        f"{measure.label}, {note}" if note else measure.label,
        _words(points, measure, exercise, wish.unit, trend),
        tuple(
            Spot(one.day.toordinal(), one.value / scale, bool(one.records), one.is_outlier)
            for one in points
        ),
        trend,
        lambda value: axis_text(measure, value, wish.unit, length),
        ticks_of(measure, wish.unit),
    )


def _trend(
    services: Services, user_id: UUID, exercise_id: UUID, days: tuple[date, date], scale: float
) -> tuple[TrendSpot, ...]:
    found = services.progress.trend(user_id, exercise_id)
    if found is None:
        return ()
    first, last = days[0].toordinal(), days[1].toordinal()
    rows = zip(*(column.tolist() for column in found.past), strict=True)
    return tuple(
        TrendSpot(day, level / scale, low / scale, high / scale)
        for day, level, low, high in rows
        if first <= day <= last
    )


def _words(
    points: list[SeriesPoint],
    measure: Measure,
    exercise: Exercise,
    unit: Unit,
    trend: tuple[TrendSpot, ...],
) -> str:
    from desktop.services.explain_words import Words

    words = Words(unit, Effort.RPE, Counting(), exercise.kind)
    believed = [one.value for one in points if not one.is_outlier] or [points[-1].value]
    least = measure is Measure.HELP
    best = words.value(measure, min(believed) if least else max(believed))
    said = f"{'Least' if least else 'Best'} {best}"
    if len(trend) < _LEAST:
        return said
    change = trend[-1].level - trend[0].level
    sign = "+" if change >= 0 else "\N{MINUS SIGN}"
    return f"{said}  \N{MIDDLE DOT}  trend {sign}{abs(change):.1f} {unit}"
