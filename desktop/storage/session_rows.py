"""Workout sessions as rows of the three tables, with the copies that follow from their sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from desktop.domain.counting import Counting
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.storage.derived import Bests, Estimates, counted, together
from desktop.storage.queries.sql import Row
from desktop.storage.values import stamp


class Source(NamedTuple):
    """Where an imported session came from, and when."""

    name: str
    imported_at: datetime


class SessionRows(NamedTuple):
    """A session as rows for the three tables."""

    session: Row
    exercises: list[Row]
    sets: list[Row]


class RowBuilder:
    """Makes rows of sessions; knows the kinds of the exercises and what counts."""

    def __init__(self, kinds: Mapping[bytes, ExerciseKind], counting: Counting) -> None:
        self._kinds = kinds
        self.counting = counting
        self.estimates = Estimates(counting)
        self._stamps: dict[datetime, str] = {}

    def rows(self, session: WorkoutSession, source: Source | None = None) -> SessionRows:
        """All rows of a session that is not deleted."""
        user = _bytes(session.user_id)
        day, start = session.session_date.isoformat(), stamp(session.started_at)
        result = SessionRows(self._session(session, source), [], [])
        estimated = [self._estimated(exercise) for exercise in session.exercises]
        sums = self._sums(session.exercises, estimated)
        for place, exercise in enumerate(session.exercises):
            parent, key = exercise.id.bytes, _bytes(exercise.exercise_id)
            result.exercises.append(
                (
                    parent,
                    session.id.bytes,
                    key,
                    place,
                    exercise.notes,
                    self._stamp(exercise.completed_at),
                    exercise.superset_group,
                    _bytes(exercise.template_exercise_id),
                    exercise.is_skipped,
                    user,
                    day,
                    start,
                    *sums[exercise.id],
                )
            )
            copies = (user, key, day, start)
            for number, one in enumerate(exercise.sets, 1):
                result.sets.append(
                    (
                        one.id.bytes,
                        parent,
                        number,
                        one.set_type.value,
                        *self.values(one),
                        *copies,
                        counted(one, self.counting),
                        estimated[place][number - 1],
                    )
                )
        return result

    def sums(self, exercises: Sequence[SessionExercise]) -> dict[UUID, Bests]:
        """What the exercises of a session come to, by the id of the row that it stands in."""
        return self._sums(exercises, [self._estimated(exercise) for exercise in exercises])

    def _sums(
        self, exercises: Sequence[SessionExercise], estimated: Sequence[Sequence[int | None]]
    ) -> dict[UUID, Bests]:
        turns: dict[UUID, list[int]] = {}
        for place, exercise in enumerate(exercises):
            turns.setdefault(exercise.exercise_id or exercise.id, []).append(place)
        found: dict[UUID, Bests] = {}
        for places in turns.values():
            done = [(exercises[place].sets, estimated[place]) for place in places]
            for place, sums in zip(places, together(done, self.counting), strict=True):
                found[exercises[place].id] = sums
        return found

    def _estimated(self, exercise: SessionExercise) -> list[int | None]:
        kind = self.kind(exercise.exercise_id)
        return [self.estimates.of(one, kind) for one in exercise.sets]

    def kind(self, exercise_id: UUID | None) -> ExerciseKind:
        """How the exercise's sets are noted."""
        if exercise_id is None:
            return ExerciseKind.WEIGHT_REPS
        return self._kinds.get(exercise_id.bytes, ExerciseKind.WEIGHT_REPS)

    def values(self, one: ExerciseSet) -> Row:
        """What was noted for a set, in the columns' order from reps to its verdict."""
        weight = one.weight
        return (
            one.reps,
            weight.grams if weight else None,
            weight.unit.value if weight else None,
            one.duration_seconds,
            one.distance_meters,
            one.rpe,
            self._stamp(one.completed_at),
            one.side.value if one.side else None,
            one.notes,
            one.verdict.value if one.verdict else None,
        )

    def _session(self, session: WorkoutSession, source: Source | None) -> Row:
        return (
            session.id.bytes,
            _bytes(session.user_id),
            _bytes(session.template_id),
            session.name,
            session.session_date.isoformat(),
            stamp(session.started_at),
            self._stamp(session.ended_at),
            session.utc_offset_minutes,
            session.duration_minutes,
            session.location,
            session.notes,
            source.name if source else None,
            stamp(source.imported_at) if source else None,
        )

    def _stamp(self, value: datetime | None) -> str | None:
        if value is None:
            return None
        if value not in self._stamps:
            self._stamps[value] = stamp(value)
        return self._stamps[value]


def _bytes(key: UUID | None) -> bytes | None:
    return key.bytes if key is not None else None
