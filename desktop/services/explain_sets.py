"""Which sets are behind a figure, and why the others of the session are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.progress import Measure, SetRow
from desktop.domain.records import RecordKind
from desktop.domain.session import ExerciseSet
from desktop.domain.weight import Weight
from desktop.services.explain_words import Figure, Words, plain

# one set makes the figure; the others are made of every set that has something to add
BESTS: tuple[Figure, ...] = (
    Measure.E1RM,
    Measure.HEAVIEST,
    Measure.BEST_AT_REPS,
    Measure.TOP_RPE,
    Measure.PACE,
    Measure.HELP,
    RecordKind.SET_VOLUME,
    RecordKind.MOST_REPS,
    RecordKind.LONGEST,
    RecordKind.FARTHEST,
)


def parted(
    rows: Sequence[SetRow], figure: Figure, words: Words, reps: int | None = None
) -> tuple[tuple[SetRow, ...], tuple[SetRow, ...]]:
    """The sets behind a figure, and the others with their reasons, each in their order."""
    values: dict[int, float] = {}
    reasons: dict[int, str] = {}
    for place, row in enumerate(rows):
        found = _value(figure, row, words, reps) if row.is_counted else row.why_not
        if isinstance(found, str):
            reasons[place] = found
        else:
            values[place] = found
    if figure in BESTS and values:
        best = max(values, key=lambda place: (values[place], _more(figure, rows[place])))
        for place, value in values.items():
            if place != best:
                reasons[place] = _why_not_best(figure, value == values[best])
        values = {best: values[best]}
    used = tuple(rows[place] for place in values)
    return used, tuple(replace(rows[place], why_not=reasons[place]) for place in sorted(reasons))


def _more(figure: Figure, row: SetRow) -> int:
    """What decides between equal sets, before the earlier one does."""
    return row.one.reps or 0 if figure in (Measure.HEAVIEST, Measure.BEST_AT_REPS) else 0


def _why_not_best(figure: Figure, is_equal: bool) -> str:
    if not is_equal:
        return "not the best of the session"
    by_reps = figure in (Measure.HEAVIEST, Measure.BEST_AT_REPS)
    return "as heavy, but not for more reps" if by_reps else "as good, but later"


def _value(figure: Figure, row: SetRow, words: Words, reps: int | None) -> float | str:
    """What a counted set adds to a figure, or why it adds nothing."""
    if figure in _NOTED:
        value_of, missing = _NOTED[figure]
        return value_of(row.one) or missing
    if figure is Measure.PACE:
        return _pace(row.one)
    weight = row.one.weight
    if figure is Measure.HELP:
        return weight.grams if weight else "no help noted"
    if weight is None or weight.grams <= 0:
        return "help is no volume" if weight and weight.grams else "no weight"
    if figure in (Measure.HEAVIEST, Measure.INTENSITY):
        return weight.grams
    return _of_lift(figure, row, weight, words, reps)


_NOTED: dict[Figure, tuple[Callable[[ExerciseSet], float | None], str]] = {
    Measure.SETS: (lambda _: 1.0, ""),
    Measure.REPS: (lambda one: one.reps, "no reps"),
    RecordKind.MOST_REPS: (lambda one: one.reps, "no reps"),
    Measure.AVERAGE_RPE: (lambda one: one.rpe, "no RPE"),
    Measure.TOP_RPE: (lambda one: one.rpe, "no RPE"),
    Measure.DURATION: (lambda one: one.duration_seconds, "no time"),
    RecordKind.LONGEST: (lambda one: one.duration_seconds, "no time"),
    Measure.DISTANCE: (lambda one: one.distance_meters, "no distance"),
    RecordKind.FARTHEST: (lambda one: one.distance_meters, "no distance"),
}


def _pace(one: ExerciseSet) -> float | str:
    if one.distance_meters and one.duration_seconds:
        return one.distance_meters / one.duration_seconds
    return "no time" if one.distance_meters else "no distance"


def _of_lift(
    figure: Figure, row: SetRow, weight: Weight, words: Words, least: int | None
) -> float | str:
    """What a set with a weight adds to a figure that takes its reps, too."""
    reps = row.one.reps or 0
    if reps < 1:
        return "no reps"
    if figure is Measure.E1RM:
        return _too_many(row, words) if row.e1rm is None else row.e1rm
    if figure is Measure.BEST_AT_REPS:
        assert least is not None
        return weight.grams if reps >= least else f"fewer than {least} reps"
    return weight.exact_grams * reps


def _too_many(row: SetRow, words: Words) -> str:
    counts_reserve = row.one.rpe is not None and words.counting.uses_rpe
    effective = "effective " if counts_reserve else ""
    return f"above {plain(words.counting.most_reps)} {effective}reps"
