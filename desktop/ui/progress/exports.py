"""What the charts of the tabs show, as tables to be taken along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from desktop.domain.muscles import Muscle
from desktop.domain.progress import Series
from desktop.domain.training import Balance, TrainingDay
from desktop.domain.weight import Unit
from desktop.services.whole_file import Cell
from desktop.ui.context import Context
from desktop.ui.progress.blocks_model import Block, BlockPoint
from desktop.ui.progress.calendar_bars import Bar
from desktop.ui.progress.strength_words import subject_name
from desktop.ui.widgets.chart_export import ChartTable
from desktop.ui.widgets.measures import length_of, numbers_of, title_of
from desktop.ui.widgets.texts import day_text

Stack = Sequence[tuple[str, Sequence[float]]]
Span = tuple[date | None, date | None]
_DIGITS = 4


def span_words(span: Span) -> str:
    """'1 Jan 2026 to 20 Nov 2026', 'since 1 Jan 2026', 'the whole log'."""
    first, last = span
    if first and last:
        return f"{day_text(first)} to {day_text(last)}"
    if first:
        return f"since {day_text(first)}"
    return f"until {day_text(last)}" if last else "the whole log"


def weekly_table(weeks: Sequence[date], stack: Stack, span: Span, what: str) -> ChartTable:
    """Sets for each week that is in view. what: 'muscle', say."""
    first, last = span
    places = [
        place
        for place, week in enumerate(weeks)
        if (first is None or week >= first) and (last is None or week <= last)
    ]
    rows: list[tuple[Cell, ...]] = [
        (weeks[at].isoformat(), *(values[at] for _, values in stack)) for at in places
    ]
    shown = (weeks[places[0]], weeks[places[-1]]) if places else span
    header = ("Week from", *(name for name, _ in stack))
    return ChartTable(f"Weekly sets per {what}", span_words(shown), header, rows)


def muscles_table(sets: Mapping[Muscle, float], note: str) -> ChartTable:
    """Weekly sets of each muscle that was trained, the most trained first."""
    ranked = sorted(sets.items(), key=lambda pair: -pair[1])
    rows = [(one.label, round(value, _DIGITS)) for one, value in ranked]
    return ChartTable("Sets a week by muscle", note, ("Muscle", "Sets a week"), rows)


def balance_table(found: Balance, note: str) -> ChartTable:
    """The sets on each side."""
    rows = (
        ("Push", found.push),
        ("Pull", found.pull),
        ("Upper body", found.upper),
        ("Lower body", found.lower),
        ("Quadriceps", found.quadriceps),
        ("Hamstrings", found.hamstrings),
    )
    has_any = any(value for _, value in rows)
    return ChartTable("Balance", note, ("Side", "Sets"), rows if has_any else ())


def year_table(days: Iterable[TrainingDay], year: int, unit: Unit) -> ChartTable:
    """The training days of a year."""
    scale = float(unit.grams)
    rows = [
        (one.day.isoformat(), one.sets, round(one.volume / scale, _DIGITS), one.minutes)
        for one in days
        if one.day.year == year
    ]
    header = ("Day", "Sets", f"Volume ({unit})", "Minutes")
    return ChartTable("Training days", str(year), header, rows)


def habit_table(title: str, bars: Sequence[Bar], span: Span) -> ChartTable:
    """Sessions by weekday or hour."""
    rows = [(one.label, one.height) for one in bars]
    header = (title.removeprefix("By ").capitalize(), "Sessions")
    if not any(one.height for one in bars):
        rows = []
    return ChartTable(f"Sessions {title.lower()}", span_words(span), header, rows)


def blocks_table(
    blocks: Sequence[Block],
    points: Sequence[Sequence[BlockPoint]],
    drawn: tuple[Series, Series] | None,
    context: Context,
) -> ChartTable:
    """The points of all blocks below each other, each with its week from 0."""
    if drawn is None:
        return ChartTable("", "", (), ())
    series, _ = drawn
    unit, measure = context.preferences.unit, series.measure
    length = length_of([series.subject], context.exercises, unit)
    note, number = numbers_of(measure, unit, length)
    title = title_of(measure, series.reps)
    value = f"{title} ({note})" if note else title
    rows = [
        (block.name, int(one.offset // 7), one.day.isoformat(), round(number(one.value), _DIGITS))
        for block, found in zip(blocks, points, strict=True)
        for one in found
    ]
    words = ", ".join(part for part in (note and f"in {note}", "by weeks from the start") if part)
    names = tuple(f"{one.name}: {span_words((one.first, one.last))}" for one in blocks)
    return ChartTable(
        f"{title} of {subject_name(series.subject, context)}",
        words,
        ("Block", "Week", "Day", value),
        rows,
        names,
    )
