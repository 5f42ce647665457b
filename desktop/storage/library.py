"""Exercises and their aliases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise
from desktop.domain.names import match_key
from desktop.storage import tables
from desktop.storage.engine import plain_connection
from desktop.storage.queries.library import visible
from desktop.storage.queries.sql import Row, chunks, marks
from desktop.storage.rows import Writer
from desktop.storage.values import stamp

EXERCISES = Writer(tables.exercises)
ALIASES = Writer(tables.exercise_aliases)


class ExerciseRepository:
    """Exercises inside a transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = stamp(now)
        self.has_changed = False

    def add_all(self, exercises: Sequence[Exercise]) -> None:
        """Add exercises that are new, with their aliases."""
        self.has_changed = True
        EXERCISES.insert(self._connection, [_row(one) for one in exercises], self._now)
        self._add_aliases((one, one.aliases) for one in exercises)

    def save(self, exercise: Exercise) -> None:
        """Add an exercise or bring it up to date; its name must be free for its owner."""
        self._require_free(exercise)
        self.update(exercise)

    def update(self, exercise: Exercise) -> None:
        """Bring an exercise up to date whose name is known to be free."""
        self.has_changed = True
        EXERCISES.upsert(self._connection, [_row(exercise)], self._now)
        stored = {
            row[1]: row[0]
            for row in self._connection.exec_driver_sql(
                "SELECT id, name FROM exercise_aliases "
                "WHERE exercise_id = ? AND deleted_at IS NULL",
                (exercise.id.bytes,),
            )
        }
        gone = [key for name, key in stored.items() if name not in exercise.aliases]
        ALIASES.delete(self._connection, gone, self._now)
        new = tuple(name for name in exercise.aliases if name not in stored)
        self._add_aliases([(exercise, new)])

    def add_alias(self, exercise_id: UUID, name: str) -> None:
        """Remember another name for an exercise."""
        row = (new_id().bytes, exercise_id.bytes, name)
        ALIASES.insert(self._connection, [row], self._now)

    def delete(self, exercise_ids: Sequence[UUID]) -> None:
        """Hide exercises from choice; history keeps showing them."""
        keys = [key.bytes for key in exercise_ids]
        EXERCISES.delete(self._connection, keys, self._now)

    def undelete(self, exercise_ids: Sequence[UUID]) -> None:
        """Bring exercises back whose names nobody can have taken since."""
        self._connection.exec_driver_sql(
            "UPDATE exercises SET deleted_at = NULL, updated_at = ? "
            f"WHERE id IN ({marks(exercise_ids)})",
            (self._now, *(key.bytes for key in exercise_ids)),
        )

    def restore(self, exercise: Exercise) -> None:
        """Bring a hidden exercise back, if its name is still free."""
        self._require_free(exercise)
        self._connection.exec_driver_sql(
            "UPDATE exercises SET deleted_at = NULL, updated_at = ? WHERE id = ?",
            (self._now, exercise.id.bytes),
        )

    def sessions_with(self, exercise_ids: Sequence[UUID]) -> dict[UUID | None, list[UUID]]:
        """By user the sessions that have one of the exercises."""
        found: dict[UUID | None, list[UUID]] = {}
        for keys in chunks([key.bytes for key in exercise_ids]):
            for user, session in self._connection.exec_driver_sql(
                "SELECT DISTINCT user_id, session_id FROM session_exercises "
                f"WHERE exercise_id IN ({marks(keys)}) AND deleted_at IS NULL",
                tuple(keys),
            ):
                owner = UUID(bytes=user) if user is not None else None
                found.setdefault(owner, []).append(UUID(bytes=session))
        return found

    def _add_aliases(self, pairs: Iterable[tuple[Exercise, Sequence[str]]]) -> None:
        rows = [
            (new_id().bytes, exercise.id.bytes, name) for exercise, names in pairs for name in names
        ]
        ALIASES.insert(self._connection, rows, self._now)

    def _require_free(self, exercise: Exercise) -> None:
        owner = exercise.created_by_user_id
        key = match_key(exercise.name)
        for other in visible(plain_connection(self._connection), owner).values():
            if other.id != exercise.id and not other.is_deleted and match_key(other.name) == key:
                raise InvalidInputError(
                    f"There is an exercise named {other.name} already.",
                    "Choose another name.",
                    "name",
                )


def _row(exercise: Exercise) -> Row:
    owner = exercise.created_by_user_id
    muscles = {"primary": [*exercise.primary], "secondary": [*exercise.secondary]}
    return (
        exercise.id.bytes,
        exercise.name.strip(),
        json.dumps(muscles),
        exercise.equipment,
        "\n".join(exercise.instructions),
        exercise.is_custom,
        owner.bytes if owner else None,
        exercise.kind.value,
    )
