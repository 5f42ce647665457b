"""The chart of strength in words: what its card says of a point, and all of it as a table."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from itertools import groupby

import numpy as np

from desktop.domain.progress import Grain, Measure, SeriesPoint, SetRow, Subject
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.progress.strength_data import Drawn, Wish
from desktop.ui.widgets.chart_export import ChartTable
from desktop.ui.widgets.chart_legend import Entry
from desktop.ui.widgets.chart_looks import BAND, OUTLIER, RECORD
from desktop.ui.widgets.measures import numbers_of, title_of, value_text
from desktop.ui.widgets.records import short_label
from desktop.ui.widgets.texts import count_text, day_text, month_text, set_text, week_text

_MOST_SETS = 8
TREND = "trend"  # what the legend offers to explain
_TITLES = {Grain.SESSION: "Day", Grain.WEEK: "Week from", Grain.MONTH: "Month"}


def subject_name(subject: Subject, context: Context) -> str:
    """'Bench Press', 'Chest, all exercises'."""
    if subject.group is not None:
        return f"{subject.group.value}, all exercises"
    return context.exercise_name(subject.exercise_id)


def subject_aliases(subjects: Sequence[Subject], context: Context) -> dict[Hashable, Sequence[str]]:
    """What exercises are found by beside their names."""
    known = context.exercises
    return {one: known[one.exercise_id].aliases for one in subjects if one.exercise_id in known}


def period_text(day: date, grain: Grain) -> str:
    """The time that a point stands for."""
    if grain is Grain.WEEK:
        return week_text(day)
    return f"{month_text(day)} {day.year}" if grain is Grain.MONTH else day_text(day)


def point_text(point: SeriesPoint, wish: Wish, unit: Unit, name: str) -> str:
    """What is known of a point at once. name: of its line, where there are several."""
    lines = [value_text(wish.measure, point.value, unit)]
    if name:
        lines.insert(0, name)
    if point.records:
        lines.append(f"Record: {', '.join(short_label(kind) for kind in point.records)}")
    if point.is_outlier:
        lines.append("To check: no record until you say it is right")
    return "\n".join(lines)


def nothing_text(measure: Measure, most_reps: int, *, is_done: bool) -> str:
    """Why there is nothing to draw. most_reps: of an estimate. is_done: there are sets."""
    if not is_done:
        return "No sets yet: what you log of it is drawn here."
    if measure is Measure.E1RM:
        most = count_text(most_reps, "rep")
        return f"No set allows an estimate: it takes a weight and at most {most}."
    label = measure.label[0].lower() + measure.label[1:]
    return f"Nothing was noted that {label} could be drawn from."


def sets_text(rows: Sequence[SetRow], context: Context) -> str:
    """The sets behind a point, those alike together: '3 \u00d7 (100 kg \u00d7 5 @8)'."""
    lines = []
    several = len({row.exercise_id for row in rows}) > 1
    unit = context.preferences.unit
    told = ((set_text(row.one, unit), row.exercise_id) for row in rows)
    for (text, exercise_id), alike in groupby(told):
        count = len(list(alike))
        line = f"{count} sets of {text}" if count > 1 else text
        lines.append(f"{context.exercise_name(exercise_id)}: {line}" if several else line)
    if len(lines) > _MOST_SETS:
        more = len(lines) - _MOST_SETS + 1
        lines = [*lines[: _MOST_SETS - 1], f"and {more} more"]
    return "\n".join(lines)


def legend_entries(
    drawn: Drawn, context: Context, view: tuple[float, float], *, has_trend: bool
) -> list[Entry]:
    """What is drawn how in the days in view (ordinals); nothing of what none of them has."""
    subjects = drawn.wish.subjects
    entries: list[Entry] = []
    if len(subjects) > 1:
        entries = [
            Entry(place, subject_name(one, context), one if place else None)
            for place, one in enumerate(subjects)
        ]
    if has_trend:
        words = "Trend, 8 of 10 sessions fall inside the band"
        entries.append(Entry(BAND, words, asks=TREND))
    low, high = view
    in_view = [(one, (low <= one.days) & (one.days <= high)) for one in drawn.lines]
    if any((one.records & seen).any() for one, seen in in_view):
        entries.append(Entry(RECORD, "record"))
    if any((one.outliers & seen).any() for one, seen in in_view):
        entries.append(Entry(OUTLIER, "to check, not counted"))
    return entries


def chart_table(
    drawn: Drawn, context: Context, first: date | None, last: date | None, *, with_trend: bool
) -> ChartTable:
    """What is drawn between two days: a row for each day, week or month.

    The header says what the numbers are in; a cell is empty where a line has no point.
    """
    wish, unit = drawn.wish, context.preferences.unit
    title = title_of(wish.measure, wish.reps)
    note, number = numbers_of(wish.measure, unit, wish.length)
    header = [_TITLES[wish.grain]]
    header += [
        f"{subject_name(one, context)}: {title}" + (f" ({note})" if note else "")
        for one in wish.subjects
    ]
    cells: dict[date, list[float | None]] = {}
    for place, series in enumerate(drawn.series):
        for point in series.points:
            if (first is None or (point.last or point.day) >= first) and (
                last is None or point.day <= last
            ):
                row = cells.setdefault(point.day, [None] * len(drawn.series))
                row[place] = round(number(point.value), 4)
    if with_trend and drawn.past is not None and wish.grain is Grain.SESSION:
        header += ["Trend", "Band from", "Band to"]
        for day, row in cells.items():
            at = int(np.searchsorted(drawn.past.days, day.toordinal(), side="right")) - 1
            found = max(at, 0)
            row += [round(float(one[found]), 4) for one in drawn.past[1:]]
    rows = [[day.isoformat(), *cells[day]] for day in sorted(cells)]
    names = ", ".join(subject_name(one, context) for one in wish.subjects)
    return ChartTable(f"{title} of {names}", _period(sorted(cells), note), header, rows)


def _period(days: Sequence[date], note: str) -> str:
    """'in kg, 2 Jun 2025 to 28 May 2026'."""
    words = f"{day_text(days[0])} to {day_text(days[-1])}" if days else ""
    return ", ".join(part for part in (f"in {note}" if note else "", words) if part)
