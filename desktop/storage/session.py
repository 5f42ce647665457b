"""Sessions inside a unit of work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from desktop.domain.errors import NotFoundError
from desktop.domain.session import ExerciseSet, SessionExercise, WorkoutSession
from desktop.storage import session_tables as tables
from desktop.storage.derived import NOT_COUNTED, counted
from desktop.storage.engine import plain_connection
from desktop.storage.queries.session import load
from desktop.storage.queries.sql import Row, chunks, marks
from desktop.storage.rows import Writer
from desktop.storage.session_rows import RowBuilder, Source
from desktop.storage.values import stamp

SESSIONS = Writer(tables.workout_sessions)
EXERCISES = Writer(tables.session_exercises)
SETS = Writer(tables.exercise_sets)


class SessionRepository:
    """Loads and saves whole sessions inside a unit of work."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = stamp(now)

    def get(self, session_id: UUID, deleted: bool = False) -> WorkoutSession:
        """The session; NotFoundError when it is gone (or deleted, unless asked for)."""
        found = load(plain_connection(self._connection), [session_id], deleted)
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
        stored = load(plain_connection(self._connection), [session.id], deleted=True)
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
        """One set's values and what follows from them: three small updates.

        One more for each other turn of the exercise in the session.
        """
        kind = builder.kind(exercise.exercise_id)
        turns = [exercise]
        if exercise.exercise_id is not None:
            turns = [one for one in session.exercises if one.exercise_id == exercise.exercise_id]
        self._touch(session)
        run = self._connection.exec_driver_sql
        done = run(
            _UPDATE_SET,
            (
                one.set_type.value,
                *builder.values(one),
                counted(one, builder.counting),
                builder.estimates.of(one, kind),
                self._now,
                one.id.bytes,
            ),
        )
        if done.rowcount != 1:
            raise NotFoundError("This set is not there any more.")
        for key, sums in builder.sums(turns).items():
            run(_UPDATE_BESTS, (*sums, self._now, key.bytes))

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
        """Bring deleted sessions back as they were; those taken back are imported again."""
        run = self._connection.exec_driver_sql
        for keys in chunks([key.bytes for key in session_ids]):
            run(
                "UPDATE workout_sessions SET deleted_at = NULL, updated_at = ?, imported_at = "
                "CASE WHEN import_source IS NULL THEN NULL ELSE ifnull(imported_at, ?) END "
                f"WHERE id IN ({marks(keys)})",
                (self._now, self._now, *keys),
            )
        self.derive_again(builder, session_ids)

    def derive_again(self, builder: RowBuilder, session_ids: Sequence[UUID]) -> None:
        """Write the copies of these sessions' rows anew (another formula, another kind)."""
        for start in range(0, len(session_ids), 200):
            for session in load(
                plain_connection(self._connection), session_ids[start : start + 200]
            ):
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
    "duration_seconds = ?, distance_meters = ?, rpe = ?, completed_at = ?, side = ?, "
    "notes = ?, verdict = ?, counted = ?, e1rm = ?, updated_at = ? "
    "WHERE id = ? AND deleted_at IS NULL"
)
_BEST_COLUMNS = EXERCISES.columns[EXERCISES.columns.index("counted") :]
_UPDATE_BESTS = (
    "UPDATE session_exercises SET "
    + ", ".join(f"{name} = ?" for name in _BEST_COLUMNS)
    + ", updated_at = ? WHERE id = ?"
)
