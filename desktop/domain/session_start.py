"""What a new session begins with: planned sets, an earlier session's exercises, a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from desktop.domain.accounts import DEFAULT_RAMP, WarmUpStep
from desktop.domain.gear import Gym
from desktop.domain.ids import new_id
from desktop.domain.last_time import NEVER, LastTime
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.templates import TargetSet, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight

_Number = TypeVar("_Number", int, float)
_DEFAULT_SETS = 3
_DAYTIMES = ((5, "Night"), (11, "Morning"), (14, "Midday"), (18, "Afternoon"), (24, "Evening"))


@dataclass(frozen=True, slots=True)
class Footing:
    """What a plan stands on: last time's sets, the e1RMs (grams) of now, and what can be loaded.

    Both maps are by exercise. ramp: how one usually warms up.
    """

    unit: Unit
    gym: Gym
    last: Mapping[UUID, LastTime] = field(default_factory=dict)
    e1rms: Mapping[UUID, int] = field(default_factory=dict)
    ramp: Sequence[WarmUpStep] = DEFAULT_RAMP


def planned_exercises(template: WorkoutTemplate, footing: Footing) -> tuple[SessionExercise, ...]:
    """The template's lines as exercises with sets to tick; what it leaves open is as last time."""
    lines = [line.exercise_id for line in template.exercises]
    return tuple(
        SessionExercise(
            id=new_id(),
            exercise_id=line.exercise_id,
            superset_group=line.superset_group,
            template_exercise_id=line.id,
            sets=planned_sets(
                line,
                line.exercise_id,
                footing,
                (lines[:place].count(line.exercise_id), lines.count(line.exercise_id)),
            ),
        )
        for place, line in enumerate(template.exercises)
    )


def planned_sets(
    line: TemplateExercise,
    exercise_id: UUID | None,
    footing: Footing,
    turn: tuple[int, int] = (0, 1),
) -> tuple[ExerciseSet, ...]:
    """The sets that a line plans for an exercise (its own, or one that stands in for it).

    turn: its place among the lines of that exercise, and how many there are.
    """
    last = footing.last.get(exercise_id, NEVER).of_turn(*turn) if exercise_id else ()
    waiting: dict[bool, list[ExerciseSet]] = {True: [], False: []}
    for one in last:
        waiting[one.set_type.is_working].append(one)
    sets = []
    for target in line.targets(len(waiting[True]) or _DEFAULT_SETS):
        alike = waiting[target.set_type.is_working]
        # the last one serves for what is more than last time
        before = (alike.pop(0) if len(alike) > 1 else alike[0]) if alike else None
        sets.append(_planned(target, before, target_weight(target, exercise_id, footing)))
    has_warmed_up = any(one.set_type is SetType.WARM_UP for one in last)
    return tuple(sets if has_warmed_up else _with_ramp(sets, footing))


def target_weight(target: TargetSet, exercise_id: UUID | None, footing: Footing) -> Weight | None:
    """The weight a target asks for: its own, or its share of the e1RM; None: not said."""
    if target.weight is not None or target.percent is None or exercise_id is None:
        return target.weight
    e1rm = footing.e1rms.get(exercise_id)
    return footing.gym.nearest(e1rm * target.percent / 100, footing.unit) if e1rm else None


def exercises_again(earlier: WorkoutSession) -> tuple[SessionExercise, ...]:
    """An earlier session's exercises and sets, to be done once more."""
    return tuple(_again(exercise) for exercise in earlier.exercises)


def name_by_hour(local: datetime) -> str:
    """What a session without a name is called: 'Morning workout'."""
    return next(f"{word} workout" for hour, word in _DAYTIMES if local.hour < hour)


def _with_ramp(sets: Sequence[ExerciseSet], footing: Footing) -> list[ExerciseSet]:
    """Warm-up sets that nothing is known of take the last steps of the ramp to the first weight."""
    work = next((one for one in sets if one.set_type.is_working), None)
    count = sum(one.set_type is SetType.WARM_UP for one in sets)
    is_lifted = work and not work.duration_seconds and not work.distance_meters
    if not (work and work.weight and is_lifted and count and footing.ramp):
        return list(sets)
    # more sets than steps: the first step is done more than once
    first, *others = footing.ramp[-count:]
    steps = iter([first] * (count - len(others)) + others)
    return [
        _ramped(one, next(steps), work.weight, footing.gym)
        if one.set_type is SetType.WARM_UP
        else one
        for one in sets
    ]


def _ramped(one: ExerciseSet, step: WarmUpStep, work: Weight, gym: Gym) -> ExerciseSet:
    share = gym.nearest(work.exact_grams * step.percent / 100, work.unit)
    # the empty bar is no share: which one it is, the exercise says
    weight = one.weight or (share if 0 < share.grams < work.grams else None)
    return replace(one, weight=weight, reps=step.reps if one.reps is None else one.reps)


def _planned(target: TargetSet, before: ExerciseSet | None, weight: Weight | None) -> ExerciseSet:
    last = before or ExerciseSet(new_id())
    reps = target.reps.low if target.reps else None
    is_drop = target.set_type is SetType.DROP  # lighter than what comes before it: not known
    return ExerciseSet(
        id=new_id(),
        set_type=target.set_type,
        reps=last.reps if reps is None else reps,
        weight=weight or (None if is_drop else last.weight),
        duration_seconds=_first(target.duration_seconds, last.duration_seconds),
        distance_meters=_first(target.distance_meters, last.distance_meters),
    )


def _first(wanted: _Number | None, last: _Number | None) -> _Number | None:
    return last if wanted is None else wanted


def _again(exercise: SessionExercise) -> SessionExercise:
    return replace(
        exercise,
        id=new_id(),
        completed_at=None,
        notes="",
        is_skipped=False,
        sets=tuple(
            replace(one, id=new_id(), completed_at=None, rpe=None, notes="")
            for one in exercise.sets
        ),
    )
