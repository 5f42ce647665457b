"""The log in plain values, as scripts and terminals want it: kilograms, seconds, metres, days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from desktop.domain.distance import distance_text, pace_unit
from desktop.domain.history import Stats
from desktop.domain.library import Exercise
from desktop.domain.records import ExerciseRecords, Record, RecordKind
from desktop.domain.set_fields import clock_text
from desktop.domain.weight import Unit, grams_text

_MEASURES = {
    RecordKind.MOST_REPS: "reps",
    RecordKind.LONGEST: "s",
    RecordKind.FARTHEST: "m",
    RecordKind.BEST_PACE: "m/s",
}
_WHOLE = frozenset({RecordKind.SET_VOLUME, RecordKind.SESSION_VOLUME})


def stats_values(stats: Stats) -> dict[str, Any]:
    """The totals under stable names; days are null while there are none."""
    return {
        "workouts": stats.workouts,
        "sets": stats.sets,
        "reps": stats.reps,
        "volume_kg": stats.volume / 1000,
        "exercises": stats.exercises,
        "first_day": stats.first_day.isoformat() if stats.first_day else None,
        "last_day": stats.last_day.isoformat() if stats.last_day else None,
    }


def stats_lines(stats: Stats, unit: Unit) -> list[str]:
    """The totals for a reader."""
    return [
        f"Workouts   {stats.workouts:,}",
        f"Sets       {stats.sets:,}",
        f"Reps       {stats.reps:,}",
        f"Volume     {round(stats.volume / float(unit.grams)):,} {unit}",
        f"Exercises  {stats.exercises:,}",
        f"First day  {stats.first_day or '-'}",
        f"Last day   {stats.last_day or '-'}",
    ]


def records_values(
    records: Iterable[ExerciseRecords], exercises: Mapping[UUID, Exercise]
) -> list[dict[str, Any]]:
    """What stands for each exercise, by name."""
    return [
        {
            "exercise": exercise.name,
            "kind": exercise.kind.value,
            "bests": [_best_values(best) for best in found.bests],
            "rep_maxes": [
                {
                    "reps": one.reps,
                    "weight_kg": one.weight / 1000,
                    "done_reps": one.done_reps,
                    "day": one.day.isoformat(),
                }
                for one in found.rep_maxes
            ],
        }
        for exercise, found in _by_name(records, exercises)
    ]


def records_lines(
    records: Iterable[ExerciseRecords],
    exercises: Mapping[UUID, Exercise],
    unit: Unit,
    with_rep_maxes: bool,
) -> list[str]:
    """What stands for each exercise, a block of lines for each."""
    lines: list[str] = []
    for exercise, found in _by_name(records, exercises):
        lines += [""] if lines else []
        lines.append(exercise.name)
        lines += [
            f"  {best.kind.label:<20}{_value_text(best, unit):>12}  {best.day}"
            for best in found.bests
        ]
        if with_rep_maxes:
            lines += [
                f"  {f'{one.reps}RM':<20}{grams_text(one.weight, unit, 2) + f' {unit}':>12}"
                f"  {one.day}"
                for one in found.rep_maxes
            ]
    return lines


def _by_name(
    records: Iterable[ExerciseRecords], exercises: Mapping[UUID, Exercise]
) -> list[tuple[Exercise, ExerciseRecords]]:
    known = [
        (exercises[found.exercise_id], found)
        for found in records
        if found.exercise_id in exercises and found.bests
    ]
    return sorted(known, key=lambda pair: pair[0].name.casefold())


def _best_values(best: Record) -> dict[str, Any]:
    is_weight = best.kind not in _MEASURES
    return {
        "record": best.kind.value,
        "value": best.value / 1000 if is_weight else best.value,
        "measure": _MEASURES.get(best.kind, "kg"),
        "day": best.day.isoformat(),
        "reps": best.reps,
        "weight_kg": best.weight / 1000 if best.weight is not None else None,
        "rpe": best.rpe,
    }


def _value_text(best: Record, unit: Unit) -> str:
    if best.kind is RecordKind.MOST_REPS:
        return f"{best.value:g} reps"
    if best.kind is RecordKind.LONGEST:
        return clock_text(round(best.value))
    if best.kind is RecordKind.FARTHEST:
        return distance_text(best.value, unit)
    if best.kind is RecordKind.BEST_PACE:
        name, length = pace_unit(unit)
        return f"{clock_text(round(length / best.value))} /{name}"
    return f"{grams_text(abs(best.value), unit, 0 if best.kind in _WHOLE else 2)} {unit}"
