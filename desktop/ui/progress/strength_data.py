"""What the chart of strength asks for, and what it is drawn from; read on a worker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import numpy as np

from desktop.analysis.trend import Trend, trend
from desktop.domain.library import Exercise
from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import (
    MEASURES,
    MUSCLE_MEASURES,
    Grain,
    Measure,
    Series,
    SeriesPoint,
    Subject,
)
from desktop.domain.weight import Unit
from desktop.ui.widgets.band import Band
from desktop.ui.widgets.chart import Line
from desktop.ui.widgets.chart_scale import GAP
from desktop.ui.widgets.measures import is_sum, scale_of

if TYPE_CHECKING:
    from desktop.services import Services

_GAPS = {Grain.SESSION: GAP, Grain.WEEK: 7.5, Grain.MONTH: 31.5}
_HALVES = {Grain.SESSION: None, Grain.WEEK: 3.5, Grain.MONTH: 15.5}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be charted. reps: of BEST_AT_REPS. length: what distances are in."""

    subjects: tuple[Subject, ...]
    measure: Measure
    grain: Grain
    reps: int
    length: str = "km"

    @property
    def has_trend(self) -> bool:
        """A trend can stand behind it."""
        one = len(self.subjects) == 1 and self.subjects[0].exercise_id is not None
        return one and self.measure is Measure.E1RM

    @property
    def gap(self) -> float:
        """Days between two points that no line is drawn across."""
        return _GAPS[self.grain]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The answer, in the numbers of the axis. past, ahead: of the trend."""

    wish: Wish
    series: tuple[Series, ...]
    lines: tuple[Line, ...]
    past: Band | None = None
    ahead: Band | None = None

    @property
    def has_points(self) -> bool:
        """There is something to draw."""
        return any(one.points for one in self.series)

    @property
    def has_bars(self) -> bool:
        """Bars are drawn, which only a single line can be."""
        return len(self.lines) == 1 and is_sum(self.wish.measure)

    @property
    def bar_half(self) -> float | None:
        """Days that a bar's week or month has on either side of its middle; else None."""
        return _HALVES[self.wish.grain] if self.has_bars else None

    def bars_of(self, first: date | None, last: date | None) -> tuple[date | None, date | None]:
        """The middles of the bars that these days begin and end in; the days where none stand.

        With `bar_half` beside them on either side these bars are seen as a whole, and
        nothing of the next.
        """
        if (half := self.bar_half) is None:
            return first, last
        middles = self.lines[0].days.tolist()
        if first is not None:
            place = bisect_left(middles, first.toordinal() - half)
            first = date.fromordinal(int(middles[place])) if place < len(middles) else first
        if last is not None:
            place = bisect_right(middles, last.toordinal() + half) - 1
            last = date.fromordinal(int(middles[place])) if place >= 0 else last
        return first, last


def read(services: Services, user_id: UUID, unit: Unit, wish: Wish) -> Drawn:
    """Everything that is drawn."""
    series = tuple(
        services.progress.series(user_id, subject, wish.measure, wish.grain, wish.reps)
        for subject in wish.subjects
    )
    scale = scale_of(wish.measure, unit, wish.length)
    lines = tuple(_line(one.points, scale) for one in series)
    found = _trend(services, user_id, series[0]) if wish.has_trend else None
    if found is None:
        return Drawn(wish, series, lines)
    past, ahead = (
        Band(one.days, one.level / scale, one.low / scale, one.high / scale)
        for one in (found.past, found.ahead)
    )
    return Drawn(wish, series, lines, past, ahead)


def _trend(services: Services, user_id: UUID, series: Series) -> Trend | None:
    """As services.progress.trend tells; out of what was just read, if that is by session."""
    assert series.subject.exercise_id is not None
    if series.grain is not Grain.SESSION:
        return services.progress.trend(user_id, series.subject.exercise_id)
    believed = [one for one in series.points if not one.is_outlier]
    days = np.fromiter((one.day.toordinal() for one in believed), float, len(believed))
    return trend(days, np.fromiter((one.value for one in believed), float, len(believed)))


def measures_of(subject: Subject, exercises: Mapping[UUID, Exercise]) -> tuple[Measure, ...]:
    """What fits a subject, the usual first."""
    if subject.exercise_id is None:
        return MUSCLE_MEASURES
    exercise = exercises.get(subject.exercise_id)
    return MEASURES[exercise.kind] if exercise else (Measure.SETS,)


def measures_for(
    subjects: Sequence[Subject], exercises: Mapping[UUID, Exercise]
) -> tuple[Measure, ...]:
    """What fits all of them, the usual first."""
    offers = [measures_of(one, exercises) for one in subjects]
    return tuple(one for one in offers[0] if all(one in other for other in offers[1:]))


def trains(exercise: Exercise, group: MuscleGroup, measure: Measure) -> bool:
    """Whether an exercise's sets are in a group's measure."""
    muscles = exercise.primary
    if measure is Measure.SETS:
        muscles = (*muscles, *exercise.secondary)
    return any(muscle.group is group for muscle in muscles)


def _line(points: Sequence[SeriesPoint], scale: float) -> Line:
    count = len(points)
    return Line(
        np.fromiter((middle_of(one) for one in points), float, count),
        np.fromiter((one.value for one in points), float, count) / scale,
        np.fromiter((bool(one.records) for one in points), bool, count),
        np.fromiter((one.is_outlier for one in points), bool, count),
    )


def middle_of(point: SeriesPoint) -> float:
    """Where a point stands on the axis: at its day, or in the middle of its week or month."""
    first = point.day.toordinal()
    return first if point.last is None else (first + point.last.toordinal()) / 2
