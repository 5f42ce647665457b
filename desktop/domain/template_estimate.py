"""How long a workout takes that goes by a template.

Sets are done in the order the session goes through them: line by line, those
of a superset round by round. What is assumed:

- a rep takes 3.5 s; a range counts in its middle, '5+' as its number, AMRAP
  and open reps as 10;
- a time takes what it says; an open one is 45 s, 10 min of cardio;
- a distance without a time goes at 6 min a kilometre, a carry at 1 m/s over
  40 m where that is open;
- a line that leaves the number of sets open has three;
- every set is followed by its rest as the session gives it (the template's,
  else the exercise's, else the profile's for that type of set), but for the
  last set of all, and within a round of a superset.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from desktop.domain.accounts import ExercisePreferences, Preferences
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.rest import rest_seconds
from desktop.domain.session import SetType
from desktop.domain.template_edits import DEFAULT_SETS
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise

_REP_SECONDS = 3.5
_OPEN_REPS = 10
_OPEN_SECONDS = 45
_OPEN_CARDIO_SECONDS = 600
_RUN_SECONDS_PER_METER = 0.36
_OPEN_CARRY_METERS = 40.0


class _Turn(NamedTuple):
    """A set in the order of the session. turn: what it is sorted by."""

    turn: tuple[int, int, int]
    line: int
    target: TargetSet
    following: SetType | None


def estimated_seconds(
    lines: Sequence[TemplateExercise],
    exercises: Mapping[UUID, Exercise],
    preferences: Preferences,
    habits: Mapping[UUID, ExercisePreferences],
) -> int:
    """Seconds that the lines of a template take; 0 without any.

    habits: what the profile prefers for single exercises.
    """
    turns = _turns(lines)
    total = sum(_work(one.target, _kind(lines[one.line], exercises)) for one in turns)
    for one, after in pairwise(turns):
        line, next_line = lines[one.line], lines[after.line]
        same = line.superset_group is not None and line.superset_group == next_line.superset_group
        if same and after.line > one.line:
            continue  # the next of the round is done at once
        habit = habits.get(line.exercise_id) if line.exercise_id else None
        done = one.target.set_type
        total += rest_seconds(done, one.following, preferences, habit, line.rest_seconds)
    return round(total)


def _turns(lines: Sequence[TemplateExercise]) -> list[_Turn]:
    first: dict[int, int] = {}
    turns = []
    for place, line in enumerate(lines):
        targets = line.targets(DEFAULT_SETS)
        types = [one.set_type for one in targets]
        for number, (target, following) in enumerate(zip(targets, [*types[1:], None], strict=True)):
            turn = (place, 0, number)
            if line.superset_group is not None:
                turn = (first.setdefault(line.superset_group, place), number, place)
            turns.append(_Turn(turn, place, target, following))
    return sorted(turns, key=lambda one: one.turn)


def _work(target: TargetSet, kind: ExerciseKind) -> float:
    """The seconds that one set itself takes."""
    if kind.has_reps:
        return _reps(target.reps) * _REP_SECONDS
    if kind.has_duration and target.duration_seconds is not None:
        return target.duration_seconds
    if kind is ExerciseKind.WEIGHT_DISTANCE:
        return target.distance_meters or _OPEN_CARRY_METERS
    if kind is ExerciseKind.DISTANCE_DURATION:
        run = (target.distance_meters or 0) * _RUN_SECONDS_PER_METER
        return run or _OPEN_CARDIO_SECONDS
    return _OPEN_SECONDS


def _reps(reps: TargetReps | None) -> float:
    if reps is None or reps.low is None:
        return _OPEN_REPS
    return reps.low if reps.high is None else (reps.low + reps.high) / 2


def _kind(line: TemplateExercise, exercises: Mapping[UUID, Exercise]) -> ExerciseKind:
    known = exercises.get(line.exercise_id) if line.exercise_id else None
    return known.kind if known else ExerciseKind.WEIGHT_REPS
