"""Values of sessions as points of a series: records among them, and weeks and months of them.

Everything here is one pass over columns: a series is drawn at each choice of
an exercise, and may have thousands of points.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import compress, repeat
from typing import Any

from desktop.analysis.outliers import COMPANY, RATIOS, outliers
from desktop.analysis.volume import week_start
from desktop.domain.progress import Grain, Measure, SeriesPoint
from desktop.domain.records import RecordKind

INTENSITY_DAYS = 84  # the e1RM that a weight is a share of is the best of 12 weeks
_DAY = timedelta(days=1)
_SUMS = (Measure.VOLUME, Measure.SETS, Measure.REPS, Measure.DURATION, Measure.DISTANCE)
_MEANS = (Measure.AVERAGE_RPE, Measure.INTENSITY)

Column = Sequence[float | None]
Row = tuple[Any, ...]
Weighed = tuple[SeriesPoint, float]
# a NamedTuple's own constructor takes three times as long
_make: Callable[[Iterable[Any]], SeriesPoint] = partial(tuple.__new__, SeriesPoint)


def doubtful(columns: Mapping[RecordKind, Column]) -> set[int]:
    """The places of the sessions with an outlier of any kind (analysis/outliers.py)."""
    return {
        place
        for kind, values in columns.items()
        if _may_have_outliers(values, kind)
        for place in outliers(values, kind)
    }


def record_places(values: Column, kind: RecordKind, without: Collection[int] = ()) -> list[int]:
    """The places of the values that beat all before them; those of `without` are passed over.

    values: each session's best in the order of time, None where it has none;
    a greater one is better (help is negative weight, pace is speed). The first
    is the baseline of the next ones, and only a strictly greater one beats it.
    """
    # a nought is nothing noted, but for help: none at all is the least
    standing = -math.inf if kind is RecordKind.LEAST_HELP else 0.0
    places: list[int] = []
    for place, value in enumerate(values):
        if value is not None and value > standing and place not in without:
            places.append(place)
            standing = value
    return places[1:]


def points_of(
    days: Iterable[date],
    values: Column,
    keys: Sequence[bytes],
    record: RecordKind | None = None,
    fallen: Collection[int] = (),
    absurd: Collection[int] = (),
) -> tuple[SeriesPoint, ...]:
    """A point for each session with a value, in the order given.

    fallen: the places where a record of that kind fell. absurd: where an
    outlier is.
    """
    records: list[tuple[RecordKind, ...]] = [()] * len(values)
    if record is not None:
        for place in fallen:
            records[place] = (record,)
    flags: Iterable[bool] = repeat(False)
    if absurd:
        flags = [place in absurd for place in range(len(values))]
    made: Iterable[SeriesPoint] = map(
        _make, zip(days, values, keys, records, flags, repeat(None), strict=False)
    )
    if None in values:
        made = compress(made, [value is not None for value in values])
    return tuple(made)


def by_period(
    points: Sequence[SeriesPoint],
    measure: Measure,
    grain: Grain,
    first_weekday: int = 0,
    weights: Mapping[bytes, float] | None = None,
) -> tuple[SeriesPoint, ...]:
    """The points of sessions as weeks or months; those without a session have no point.

    Volume, sets, reps, duration and distance are summed; of RPE averages and
    intensity the mean is taken, each session weighed by its sets (`weights`,
    by session); of anything else the best.
    """
    if grain is Grain.SESSION:
        return tuple(points)
    start = _month if grain is Grain.MONTH else partial(_week, first_weekday)
    groups: dict[date, list[Weighed]] = {}
    for point in points:
        weight = weights.get(point.session_key, 1.0) if weights else 1.0
        groups.setdefault(start(point.day), []).append((point, weight))
    return tuple(
        _together(group, measure, day)._replace(last=last_day(day, grain))
        for day, group in groups.items()
    )


def last_day(first: date, grain: Grain) -> date:
    """The last day of the week or month that begins on `first`."""
    if grain is Grain.MONTH:
        return (first + 31 * _DAY).replace(day=1) - _DAY
    return first + 6 * _DAY if grain is Grain.WEEK else first


def intensities(
    days: Sequence[date],
    means: Column,
    e1rms: Sequence[int | None],
    absurd: Collection[int] = (),
) -> list[float | None]:
    """For each session its mean weight as a share of the best e1RM of the 12 weeks up to it.

    The session's own e1RM is among them, later ones are not, so a share
    never changes by what came after. None where no weight was noted or no
    set of those weeks allows an estimate. absurd: the places of outliers,
    whose e1RM is no measure for others. days: rising; weights in grams.
    """
    found: list[float | None] = []
    # places of falling e1RMs: the first one is the best of those still near enough
    best: deque[tuple[date, int]] = deque()
    for place, (day, mean, e1rm) in enumerate(zip(days, means, e1rms, strict=True)):
        if e1rm and place not in absurd:
            while best and best[-1][1] <= e1rm:
                best.pop()
            best.append((day, e1rm))
        while best and (day - best[0][0]).days >= INTENSITY_DAYS:
            best.popleft()
        found.append(mean / best[0][1] if mean and best else None)
    return found


def _may_have_outliers(values: Column, kind: RecordKind) -> bool:
    """Whether the highest value lacks company, which mostly is found among the last sessions."""
    ratio = RATIOS.get(kind)
    if ratio is None:
        return False
    best = _highest(values)
    if best <= 0:
        return False
    near = 0
    for value in reversed(values):
        if value and value * ratio > best:
            near += 1
            if near == COMPANY:
                return False
    return True


def _highest(values: Column) -> float:
    """The highest value, 0 where there is none; mostly every session has one."""
    try:
        # a single session that has none compares with nothing
        return max(values, default=0.0) or 0.0  # type: ignore[type-var]
    except TypeError:
        return max(filter(None, values), default=0.0)


def _together(group: Sequence[Weighed], measure: Measure, day: date) -> SeriesPoint:
    """The points of one week or month as one."""
    if len(group) == 1:
        return group[0][0]._replace(day=day)
    records = tuple(dict.fromkeys(kind for point, _ in group for kind in point.records))
    is_outlier = any(point.is_outlier for point, _ in group)
    if measure in _SUMS:
        return SeriesPoint(day, sum(p.value for p, _ in group), b"", records, is_outlier)
    if measure in _MEANS:
        total = sum(weight for _, weight in group)
        mean = sum(point.value * weight for point, weight in group) / total
        return SeriesPoint(day, mean, b"", records, is_outlier)
    pick = min if measure is Measure.HELP else max
    best = pick((point for point, _ in group), key=lambda point: point.value)
    return best._replace(day=day, records=records)


def _week(first_weekday: int, day: date) -> date:
    return week_start(day, first_weekday)


def _month(day: date) -> date:
    return day.replace(day=1)
