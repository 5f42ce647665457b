"""Whole sessions."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    SetType,
    Side,
    Verdict,
    WorkoutSession,
)
from desktop.domain.weight import Unit, Weight
from desktop.storage.queries.sql import chunks, marks
from desktop.storage.values import moment


def load(
    connection: sqlite3.Connection, session_ids: Sequence[UUID], deleted: bool = False
) -> list[WorkoutSession]:
    """Sessions by id, in the order of the ids; missing ones are left out."""
    found: dict[bytes, WorkoutSession] = {}
    for keys in chunks([key.bytes for key in session_ids]):
        found.update(_load(connection, keys, deleted))
    return [found[key.bytes] for key in session_ids if key.bytes in found]


def _load(
    connection: sqlite3.Connection, keys: Sequence[bytes], deleted: bool
) -> dict[bytes, WorkoutSession]:
    run = connection.execute
    within = marks(keys)
    sets: dict[bytes, list[ExerciseSet]] = {}
    for row in run(
        "SELECT s.session_exercise_id, s.id, s.set_type, s.reps, s.weight, s.weight_unit, "
        "s.duration_seconds, s.distance_meters, s.rpe, s.completed_at, s.side, s.notes, "
        "s.verdict "
        "FROM session_exercises e JOIN exercise_sets s ON s.session_exercise_id = e.id "
        f"WHERE e.session_id IN ({within}) AND e.deleted_at IS NULL AND s.deleted_at IS NULL "
        "ORDER BY s.session_exercise_id, s.set_number",
        tuple(keys),
    ):
        sets.setdefault(row[0], []).append(set_of(row[1:]))
    exercises: dict[bytes, list[SessionExercise]] = {}
    for row in run(
        "SELECT session_id, id, exercise_id, notes, completed_at, superset_group, "
        "template_exercise_id, is_skipped "
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
                template_exercise_id=_uuid(row[6]),
                is_skipped=bool(row[7]),
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
    """A set from its id, type, reps, grams, unit, seconds, metres, RPE, completed_at, side, notes
    and verdict.
    """
    key, kind, reps, grams, unit, seconds, meters, rpe, completed, side, notes, verdict = row
    return ExerciseSet(
        id=UUID(bytes=key),
        set_type=SetType(kind),
        reps=reps,
        weight=Weight(grams, Unit(unit)) if grams is not None else None,
        duration_seconds=seconds,
        distance_meters=meters,
        rpe=rpe,
        completed_at=_moment(completed),
        side=Side(side) if side else None,
        notes=notes,
        verdict=Verdict(verdict) if verdict else None,
    )


def _uuid(key: bytes | None) -> UUID | None:
    return UUID(bytes=key) if key is not None else None


def _moment(text: str | None) -> datetime | None:
    return moment(text) if text is not None else None


def last_written(connection: sqlite3.Connection) -> datetime | None:
    """When a set was last written, of whatever user; None when there is none."""
    (last,) = connection.execute("SELECT max(updated_at) FROM exercise_sets").fetchone()
    return moment(str(last)) if last is not None else None
