"""Gathering a report from the log. Runs on a worker: it knows no widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from desktop.domain.accounts import Preferences, User
from desktop.domain.library import Exercise
from desktop.domain.training import TrainingDay, WeeklySets
from desktop.ui.report.lifts import lift_of
from desktop.ui.report.report import (
    MOST_LIFTS,
    Bin,
    Figure,
    Lift,
    MuscleLine,
    Period,
    RecordLine,
    Report,
    Wish,
)
from desktop.ui.report.words import footer_lines, period_words
from desktop.ui.widgets.records import short_label, value_text
from desktop.ui.widgets.texts import day_text, minutes_text, volume_text

if TYPE_CHECKING:
    from desktop.domain.history import HistoryRow
    from desktop.domain.weight import Unit
    from desktop.services import Services

_DAY = timedelta(1)
_MOST_WEEKS = 60  # more columns than that would be lines: months then


@dataclass(frozen=True, slots=True)
class Source:
    """Where a report is gathered from."""

    services: Services
    user: User
    preferences: Preferences
    exercises: Mapping[UUID, Exercise]
    today: date


class _Totals(NamedTuple):
    workouts: int
    sets: int
    volume: int
    minutes: int


def gather(source: Source, wish: Wish) -> Report:
    """Everything that the page says of the period."""
    services, user_id = source.services, source.user.id
    wish = _comparable(source, wish)
    period = wish.period
    days = [one for one in services.progress.days(user_id) if one.day <= period.last]
    first = period.first or (days[0].day if days else period.last)
    inside = [one for one in days if one.day >= first]
    lines, fallen = _records(source, wish, first)
    title, unit = _volume_title(first, period.last), wish.unit
    return Report(
        title=period_words(first, period.last),
        profile=source.user.name,
        first=first,
        last=period.last,
        compared=_compared(period),
        figures=_figures(source, wish, days, first) if inside else (),
        lifts=_lifts(source, wish, first) if inside else (),
        volume_title=f"{title}, {unit}",
        volume=_volume(inside, first, wish, source.preferences.first_weekday),
        muscles=_muscles(source, period, first),
        records=lines,
        fallen=fallen,
        footer=footer_lines(source.preferences, source.today),
    )


def _comparable(source: Source, wish: Wish) -> Wish:
    """Without the period before where nothing was done in it."""
    first, before = wish.period.first, wish.period.before
    if first is None or before is None:
        return wish
    if source.services.history.rows(source.user.id, first=before, last=first - _DAY):
        return wish
    return replace(wish, period=replace(wish.period, before=None))


def _compared(period: Period) -> str:
    if period.first is None or period.before is None:
        return ""
    return period_words(period.before, period.first - _DAY)


def _figures(
    source: Source, wish: Wish, days: Sequence[TrainingDay], first: date
) -> tuple[Figure, ...]:
    rows = source.services.history.rows(source.user.id)
    period = wish.period
    now = _totals(rows, days, first, period.last)
    written = _written(now, wish.unit)
    if period.before is None:
        return tuple(Figure(label, value) for label, value in written)
    before = _totals(rows, days, period.before, first - _DAY)
    pairs = zip(written, _written(before, wish.unit), strict=True)
    return tuple(Figure(label, value, other) for (label, value), (_, other) in pairs)


def _totals(
    rows: Sequence[HistoryRow], days: Sequence[TrainingDay], first: date, last: date
) -> _Totals:
    done = [one for one in rows if first <= one.day <= last]
    counted = [one for one in days if first <= one.day <= last]
    return _Totals(
        len(done),
        sum(one.sets for one in counted),
        sum(one.volume for one in counted),
        sum(one.duration_minutes or 0 for one in done),
    )


def _written(totals: _Totals, unit: Unit) -> tuple[tuple[str, str], ...]:
    return (
        ("Workouts", f"{totals.workouts:,}"),
        ("Sets", f"{totals.sets:,}"),
        ("Volume", volume_text(totals.volume, unit)),
        ("Time", minutes_text(totals.minutes)),
    )


def _lifts(source: Source, wish: Wish, first: date) -> tuple[Lift, ...]:
    chosen: Sequence[UUID]
    if wish.exercises is None:
        done = source.services.progress.most_done(source.user.id, first, wish.period.last)
        chosen = [one for one in done if one in source.exercises]
    else:
        chosen = wish.exercises
    return tuple(
        lift_of(source.services, source.user.id, source.exercises[one], wish, first)
        for one in chosen[:MOST_LIFTS]
        if one in source.exercises
    )


def _volume_title(first: date, last: date) -> str:
    return f"Volume per {'month' if _in_months(first, last) else 'week'}"


def _in_months(first: date, last: date) -> bool:
    return (last - first).days > 7 * _MOST_WEEKS


def _volume(
    days: Sequence[TrainingDay], first: date, wish: Wish, first_weekday: int
) -> tuple[Bin, ...]:
    from desktop.analysis.volume import week_start, weeks_between

    last = wish.period.last
    if _in_months(first, last):
        starts = list(_months(first, last))

        def start(day: date) -> date:
            return day.replace(day=1)
    else:
        starts = list(weeks_between(first, last, first_weekday))

        def start(day: date) -> date:
            return week_start(day, first_weekday)

    sums = dict.fromkeys(starts, 0)
    for one in days:
        sums[start(one.day)] += one.volume
    scale = float(wish.unit.grams)
    return tuple(Bin(day, value / scale) for day, value in sums.items())


def _months(first: date, last: date) -> list[date]:
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [date(place // 12, place % 12 + 1, 1) for place in range(start, end + 1)]


def _muscles(source: Source, period: Period, first: date) -> tuple[MuscleLine, ...]:
    progress, user_id = source.services.progress, source.user.id
    now = progress.weekly_sets(user_id, first, period.last)
    before: WeeklySets | None = None
    if period.before is not None:
        before = progress.weekly_sets(user_id, period.before, first - _DAY)
    weeks = _weeks(first, period.last)
    lines = []
    for group, sets in now.groups.items():
        earlier = None
        if before is not None and period.before is not None:
            earlier = sum(before.groups.get(group, ())) / _weeks(period.before, first - _DAY)
        lines.append(MuscleLine(group.value, sets, sum(sets) / weeks, earlier))
    return tuple(sorted(lines, key=lambda line: -line.mean))


def _weeks(first: date, last: date) -> float:
    return max(1.0, ((last - first).days + 1) / 7)


def _records(source: Source, wish: Wish, first: date) -> tuple[tuple[RecordLine, ...], int]:
    events = source.services.records.book(source.user.id).events
    inside = [one for one in events if first <= one.day <= wish.period.last]
    newest = {(one.exercise_id, one.kind): one for one in reversed(inside)}
    lines = []
    for one in sorted(newest.values(), key=lambda record: record.day, reverse=True):
        exercise = source.exercises.get(one.exercise_id)
        if exercise is not None:
            value = value_text(one.kind, one.value, wish.unit, exercise)
            lines.append(RecordLine(day_text(one.day), exercise.name, short_label(one.kind), value))
    return tuple(lines), len(inside)
