"""What a new session begins with: planned sets, an earlier session's exercises, a name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.domain.templates import TemplateExercise, WorkoutTemplate

_DEFAULT_SETS = 3
_DAYTIMES = ((5, "Night"), (11, "Morning"), (14, "Midday"), (18, "Afternoon"), (24, "Evening"))


def planned_exercises(
    template: WorkoutTemplate, last: Mapping[UUID, tuple[ExerciseSet, ...]]
) -> tuple[SessionExercise, ...]:
    """The template's lines as exercises with sets to tick; what it leaves open is as last time."""
    return tuple(
        SessionExercise(
            id=new_id(),
            exercise_id=line.exercise_id,
            superset_group=line.superset_group,
            sets=_planned_sets(line, last.get(line.exercise_id, ()) if line.exercise_id else ()),
        )
        for line in template.exercises
    )


def exercises_again(earlier: WorkoutSession) -> tuple[SessionExercise, ...]:
    """An earlier session's exercises and sets, to be done once more."""
    return tuple(_again(exercise) for exercise in earlier.exercises)


def name_by_hour(local: datetime) -> str:
    """What a session without a name is called: 'Morning workout'."""
    return next(f"{word} workout" for hour, word in _DAYTIMES if local.hour < hour)


def _planned_sets(line: TemplateExercise, last: tuple[ExerciseSet, ...]) -> tuple[ExerciseSet, ...]:
    working = [one for one in last if one.set_type.is_working]
    sets = []
    for place in range(line.target_sets or len(working) or _DEFAULT_SETS):
        before = working[min(place, len(working) - 1)] if working else None
        low = line.target_reps.low if line.target_reps else None
        sets.append(
            ExerciseSet(
                id=new_id(),
                reps=low if low is not None or before is None else before.reps,
                weight=line.target_weight or (before.weight if before else None),
                duration_seconds=before.duration_seconds if before else None,
                distance_meters=before.distance_meters if before else None,
            )
        )
    return tuple(sets)


def _again(exercise: SessionExercise) -> SessionExercise:
    return replace(
        exercise,
        id=new_id(),
        completed_at=None,
        notes="",
        sets=tuple(replace(one, id=new_id(), completed_at=None, rpe=None) for one in exercise.sets),
    )
