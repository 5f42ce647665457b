"""Workout sessions as rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection

from desktop.domain.accounts import Formula
from desktop.domain.errors import NotFoundError
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.weight import Unit, Weight
from desktop.storage import tables
from desktop.storage.derived import NOT_COUNTED, Estimates, bests, counted
from desktop.storage.rows import Row, Writer, chunks, marks
from desktop.storage.types import moment, stamp

SESSIONS = Writer(tables.workout_sessions)
EXERCISES = Writer(tables.session_exercises)
SETS = Writer(tables.exercise_sets)


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
    """Makes rows of sessions; knows the kinds of the exercises and the e1RM formula."""

    def __init__(self, kinds: Mapping[bytes, ExerciseKind], formula: Formula) -> None:
        self._kinds = kinds
        self.estimates = Estimates(formula)
        self._stamps: dict[datetime, str] = {}

    def rows(self, session: WorkoutSession, source: Source | None = None) -> SessionRows:
        """All rows of a session that is not deleted."""
        user = _bytes(session.user_id)
        day, start = session.session_date.isoformat(), stamp(session.started_at)
        result = SessionRows(self._session(session, source), [], [])
        for place, exercise in enumerate(session.exercises):
            kind = self.kind(exercise.exercise_id)
            e1rms = [self.estimates.of(one, kind) for one in exercise.sets]
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
                    user,
                    day,
                    start,
                    *bests(exercise.sets, e1rms),
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
                        counted(one),
                        e1rms[number - 1],
                    )
                )
        return result

    def kind(self, exercise_id: UUID | None) -> ExerciseKind:
        """How the exercise's sets are noted."""
        if exercise_id is None:
            return ExerciseKind.WEIGHT_REPS
        return self._kinds.get(exercise_id.bytes, ExerciseKind.WEIGHT_REPS)

    def values(self, one: ExerciseSet) -> Row:
        """What was noted for a set, in the columns' order from reps to completed_at."""
        weight = one.weight
        return (
            one.reps,
            weight.grams if weight else None,
            weight.unit.value if weight else None,
            one.duration_seconds,
            one.distance_meters,
            one.rpe,
            self._stamp(one.completed_at),
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


class SessionRepository:
    """Loads and saves whole sessions inside a unit of work."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = stamp(now)

    def get(self, session_id: UUID, deleted: bool = False) -> WorkoutSession:
        """The session; NotFoundError when it is gone (or deleted, unless asked for)."""
        found = load(self._connection, [session_id], deleted)
        if not found:
            raise NotFoundError("This session is not there any more.")
        return found[0]

    def add_all(
        self, builder: RowBuilder, sessions: Iterable[WorkoutSession], source: Source | None = None
    ) -> None:
        """Add sessions that are new, quickly."""
        batch = [builder.rows(session, source) for session in sessions]
        SESSIONS.insert(self._connection, [one.session for one in batch], self._now)
        EXERCISES.insert(self._connection, [r for one in batch for r in one.exercises], self._now)
        SETS.insert(self._connection, [r for one in batch for r in one.sets], self._now)

    def save(
        self, builder: RowBuilder, session: WorkoutSession, source: Source | None = None
    ) -> None:
        """Store what differs from the stored session; rows that are gone are deleted softly."""
        stored = load(self._connection, [session.id], deleted=True)
        if not stored:
            self.add_all(builder, [session], source)
            return
        self._touch(session)
        new = builder.rows(session, source)
        old = builder.rows(stored[0])
        self._save_rows(EXERCISES, old.exercises, new.exercises)
        self._save_rows(SETS, old.sets, new.sets)
        if source is None:
            self._update_session(new.session)
        else:
            SESSIONS.upsert(self._connection, [new.session], self._now)

    def save_set(
        self,
        builder: RowBuilder,
        session: WorkoutSession,
        exercise: SessionExercise,
        one: ExerciseSet,
    ) -> None:
        """One set's values and what follows from them: three small updates."""
        kind = builder.kind(exercise.exercise_id)
        e1rms = [builder.estimates.of(each, kind) for each in exercise.sets]
        self._touch(session)
        run = self._connection.exec_driver_sql
        done = run(
            _UPDATE_SET,
            (
                one.set_type.value,
                *builder.values(one),
                counted(one),
                builder.estimates.of(one, kind),
                self._now,
                one.id.bytes,
            ),
        )
        if done.rowcount != 1:
            raise NotFoundError("This set is not there any more.")
        run(_UPDATE_BESTS, (*bests(exercise.sets, e1rms), self._now, exercise.id.bytes))

    def all_of(self, user_id: UUID) -> list[UUID]:
        """Every session of a user."""
        rows = self._connection.exec_driver_sql(
            "SELECT id FROM workout_sessions WHERE user_id = ? AND deleted_at IS NULL",
            (user_id.bytes,),
        )
        return [UUID(bytes=row[0]) for row in rows]

    def delete(self, session_ids: Sequence[UUID]) -> None:
        """Delete softly: the rows stay, nothing of them counts."""
        for keys in chunks([key.bytes for key in session_ids]):
            within = f"SELECT id FROM session_exercises WHERE session_id IN ({marks(keys)})"
            run = self._connection.exec_driver_sql
            run(
                f"UPDATE exercise_sets SET counted = {NOT_COUNTED} "
                f"WHERE session_exercise_id IN ({within})",
                tuple(keys),
            )
            run(
                f"UPDATE session_exercises SET counted = {NOT_COUNTED} "
                f"WHERE session_id IN ({marks(keys)})",
                tuple(keys),
            )
            SESSIONS.delete(self._connection, keys, self._now)

    def take_back(self, session_ids: Sequence[UUID]) -> None:
        """Delete imported sessions as if they had never come: a later import adds them anew."""
        self.delete(session_ids)
        for keys in chunks([key.bytes for key in session_ids]):
            self._connection.exec_driver_sql(
                f"UPDATE workout_sessions SET imported_at = NULL WHERE id IN ({marks(keys)})",
                tuple(keys),
            )

    def restore(self, builder: RowBuilder, session_ids: Sequence[UUID]) -> None:
        """Bring deleted sessions back as they were."""
        run = self._connection.exec_driver_sql
        for keys in chunks([key.bytes for key in session_ids]):
            run(
                f"UPDATE workout_sessions SET deleted_at = NULL WHERE id IN ({marks(keys)})",
                tuple(keys),
            )
        self.derive_again(builder, session_ids)

    def derive_again(self, builder: RowBuilder, session_ids: Sequence[UUID]) -> None:
        """Write the copies of these sessions' rows anew (another formula, another kind)."""
        for start in range(0, len(session_ids), 200):
            for session in load(self._connection, session_ids[start : start + 200]):
                rows = builder.rows(session)
                EXERCISES.upsert(self._connection, rows.exercises, self._now)
                SETS.upsert(self._connection, rows.sets, self._now)

    def _touch(self, session: WorkoutSession) -> None:
        """Note that the session changes; one that was deleted meanwhile takes no change."""
        done = self._connection.exec_driver_sql(
            "UPDATE workout_sessions SET updated_at = ? WHERE id = ? AND deleted_at IS NULL",
            (self._now, session.id.bytes),
        )
        if done.rowcount != 1:
            raise NotFoundError("This session was deleted; nothing was changed.")

    def _update_session(self, row: Row) -> None:
        values = dict(zip(SESSIONS.columns, row, strict=True))
        del values["import_source"], values["imported_at"]
        key = values.pop("id")
        sets = ", ".join(f"{name} = ?" for name in values)
        self._connection.exec_driver_sql(
            f"UPDATE workout_sessions SET {sets}, updated_at = ? WHERE id = ?",
            (*values.values(), self._now, key),
        )

    def _save_rows(self, writer: Writer, old: list[Row], new: list[Row]) -> None:
        known = {row[0]: row for row in old}
        writer.upsert(self._connection, [r for r in new if known.get(r[0]) != r], self._now)
        kept = {row[0] for row in new}
        gone = [key for key in known if key not in kept]
        writer.delete(self._connection, gone, self._now)
        for keys in chunks(gone):
            self._connection.exec_driver_sql(
                f"UPDATE {_NAMES[writer]} SET counted = {NOT_COUNTED} WHERE id IN ({marks(keys)})",
                tuple(keys),
            )


_NAMES = {EXERCISES: "session_exercises", SETS: "exercise_sets"}
_UPDATE_SET = (
    "UPDATE exercise_sets SET set_type = ?, reps = ?, weight = ?, weight_unit = ?, "
    "duration_seconds = ?, distance_meters = ?, rpe = ?, completed_at = ?, counted = ?, "
    "e1rm = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL"
)
_BEST_COLUMNS = EXERCISES.columns[EXERCISES.columns.index("counted") :]
_UPDATE_BESTS = (
    "UPDATE session_exercises SET "
    + ", ".join(f"{name} = ?" for name in _BEST_COLUMNS)
    + ", updated_at = ? WHERE id = ?"
)


def load(
    connection: Connection, session_ids: Sequence[UUID], deleted: bool = False
) -> list[WorkoutSession]:
    """Sessions by id, in the order of the ids; missing ones are left out."""
    found: dict[bytes, WorkoutSession] = {}
    for keys in chunks([key.bytes for key in session_ids]):
        found.update(_load(connection, keys, deleted))
    return [found[key.bytes] for key in session_ids if key.bytes in found]


def _load(
    connection: Connection, keys: Sequence[bytes], deleted: bool
) -> dict[bytes, WorkoutSession]:
    run = connection.exec_driver_sql
    within = marks(keys)
    sets: dict[bytes, list[ExerciseSet]] = {}
    for row in run(
        "SELECT s.session_exercise_id, s.id, s.set_type, s.reps, s.weight, s.weight_unit, "
        "s.duration_seconds, s.distance_meters, s.rpe, s.completed_at "
        "FROM session_exercises e JOIN exercise_sets s ON s.session_exercise_id = e.id "
        f"WHERE e.session_id IN ({within}) AND e.deleted_at IS NULL AND s.deleted_at IS NULL "
        "ORDER BY s.session_exercise_id, s.set_number",
        tuple(keys),
    ):
        sets.setdefault(row[0], []).append(set_of(row[1:]))
    exercises: dict[bytes, list[SessionExercise]] = {}
    for row in run(
        "SELECT session_id, id, exercise_id, notes, completed_at, superset_group "
        f"FROM session_exercises WHERE session_id IN ({within}) AND deleted_at IS NULL "
        "ORDER BY session_id, order_index",
        tuple(keys),
    ):
        exercises.setdefault(row[0], []).append(
            SessionExercise(
                id=UUID(bytes=row[1]),
                exercise_id=_uuid(row[2]),
                sets=tuple(sets.get(row[1], ())),
                notes=row[3],
                completed_at=_moment(row[4]),
                superset_group=row[5],
            )
        )
    alive = "" if deleted else " AND deleted_at IS NULL"
    return {
        row[0]: WorkoutSession(
            id=UUID(bytes=row[0]),
            user_id=_uuid(row[1]),
            template_id=_uuid(row[2]),
            name=row[3],
            session_date=date.fromisoformat(row[4]),
            started_at=moment(row[5]),
            ended_at=_moment(row[6]),
            utc_offset_minutes=row[7],
            duration_minutes=row[8],
            location=row[9],
            notes=row[10],
            exercises=tuple(exercises.get(row[0], ())),
        )
        for row in run(
            "SELECT id, user_id, template_id, name, session_date, started_at, ended_at, "
            "utc_offset_minutes, duration_minutes, location, notes "
            f"FROM workout_sessions WHERE id IN ({within}){alive}",
            tuple(keys),
        )
    }


def set_of(row: Sequence[Any]) -> ExerciseSet:
    """A set from (id, type, reps, grams, unit, seconds, metres, rpe, completed_at)."""
    key, kind, reps, grams, unit, seconds, meters, rpe, completed = row
    return ExerciseSet(
        id=UUID(bytes=key),
        set_type=SetType(kind),
        reps=reps,
        weight=Weight(grams, Unit(unit)) if grams is not None else None,
        duration_seconds=seconds,
        distance_meters=meters,
        rpe=rpe,
        completed_at=_moment(completed),
    )


def _bytes(key: UUID | None) -> bytes | None:
    return key.bytes if key is not None else None


def _uuid(key: bytes | None) -> UUID | None:
    return UUID(bytes=key) if key is not None else None


def _moment(text: str | None) -> datetime | None:
    return moment(text) if text is not None else None
