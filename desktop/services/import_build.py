"""Workouts of a file as sessions of a user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.distance import pace_unit
from desktop.domain.ids import new_id, new_ids
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession, offset_minutes
from desktop.domain.transfer import FileExercise, FileSet, FileWorkout, ImportAnswers, ImportFile
from desktop.domain.weight import Unit, Weight


class SessionBuilder:
    """Turns a file's workouts into sessions under the user's answers.

    exercises: for each of the file's names the exercise's id and kind.
    """

    def __init__(
        self,
        user_id: UUID,
        zone: ZoneInfo,
        file: ImportFile,
        answers: ImportAnswers,
        exercises: Mapping[str, tuple[UUID, ExerciseKind]],
    ) -> None:
        self._user_id = user_id
        self._zone = zone
        self._answers = answers
        self._exercises = exercises
        self._weights: dict[tuple[float, Unit, Unit, bool], Weight] = {}
        shown_in_pounds = file.suggested_unit is Unit.LB and answers.unit is Unit.LB
        self._shown = Unit.LB if shown_in_pounds else None
        self._meters = 1.0 if file.has_distance_unit else pace_unit(answers.unit)[1]

    def session(self, workout: FileWorkout) -> WorkoutSession:
        """The workout as a session that is over, every set ticked at its end."""
        local = workout.start.replace(tzinfo=self._zone)
        start = local.astimezone(UTC)
        end = start + timedelta(seconds=workout.duration_seconds or 0)
        seconds = workout.duration_seconds
        return WorkoutSession(
            id=new_id(),
            user_id=self._user_id,
            name=workout.name.strip() or "Workout",
            session_date=workout.start.date(),
            started_at=start,
            utc_offset_minutes=offset_minutes(local),
            ended_at=end,
            duration_minutes=round(seconds / 60) if seconds is not None else None,
            notes=workout.notes,
            exercises=tuple(self._exercise(one, end) for one in workout.exercises),
        )

    def _exercise(self, block: FileExercise, end: datetime) -> SessionExercise:
        exercise_id, kind = self._exercises[block.name]
        asked = self._answers.units.get(block.name, self._answers.unit)
        help_counts_down = kind is ExerciseKind.ASSISTED_BODYWEIGHT
        return SessionExercise(
            id=new_id(),
            exercise_id=exercise_id,
            notes=block.notes,
            completed_at=end,
            sets=tuple(
                self._set(key, one, asked, help_counts_down, end)
                for key, one in zip(new_ids(len(block.sets)), block.sets, strict=True)
            ),
        )

    def _set(
        self, key: UUID, one: FileSet, asked: Unit, is_help: bool, end: datetime
    ) -> ExerciseSet:
        weight = None
        if one.weight is not None:
            load = (one.weight, one.unit or asked, self._shown or one.unit or asked, is_help)
            weight = self._weights.get(load)
            if weight is None:
                weight = self._weights[load] = _weight(*load)
        meters = None if one.distance is None else round(one.distance * self._meters, 3)
        # by place: an import makes every set of a lifetime here
        return ExerciseSet(key, one.set_type, one.reps, weight, one.seconds, meters, one.rpe, end)


def _weight(amount: float, unit: Unit, shown: Unit, is_help: bool) -> Weight:
    """The weight to the gram; help is stored negative."""
    grams = round(amount * float(unit.grams))
    return Weight(-abs(grams) if is_help else grams, shown)


def merged(stored: WorkoutSession, fresh: WorkoutSession) -> WorkoutSession:
    """The stored session brought up to what a newer file says; what the file lacks stays."""
    notes = {(one.exercise_id, place): one.notes for place, one in enumerate(stored.exercises)}
    return replace(
        stored,
        name=fresh.name,
        notes=fresh.notes or stored.notes,
        exercises=tuple(
            replace(one, notes=one.notes or notes.get((one.exercise_id, place), ""))
            for place, one in enumerate(fresh.exercises)
        ),
    )


def says_the_same(stored: WorkoutSession, fresh: WorkoutSession) -> bool:
    """Both hold the same exercises with the same sets, whatever their ids and notes."""
    return _content(stored) == _content(fresh)


def _content(session: WorkoutSession) -> list[tuple[object, ...]]:
    return [
        (
            exercise.exercise_id,
            [
                (
                    one.set_type,
                    one.reps,
                    one.weight.grams if one.weight else None,
                    one.duration_seconds,
                    one.distance_meters,
                    one.rpe,
                )
                for one in exercise.sets
            ],
        )
        for exercise in session.exercises
    ]
