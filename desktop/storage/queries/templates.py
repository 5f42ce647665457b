"""Templates, whole and as a table."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.errors import NotFoundError
from desktop.domain.session import SetType
from desktop.domain.templates import (
    TargetReps,
    TargetSet,
    TemplateExercise,
    TemplateRow,
    WorkoutTemplate,
)
from desktop.domain.weight import Unit, Weight
from desktop.storage.queries.sql import chunks, marks


def load(
    connection: sqlite3.Connection, template_ids: Sequence[UUID]
) -> dict[UUID, WorkoutTemplate]:
    """Templates by id, deleted ones included: a session may have been started from one."""
    found: dict[UUID, WorkoutTemplate] = {}
    for keys in chunks([key.bytes for key in template_ids]):
        sets = _target_sets(connection, keys)
        lines: dict[bytes, list[TemplateExercise]] = {}
        for row in connection.execute(
            "SELECT template_id, id, exercise_id, target_sets, target_reps, target_weight, "
            "target_weight_unit, rest_seconds, superset_group, target_percent, target_rpe, "
            "target_seconds, target_meters, notes FROM template_exercises "
            f"WHERE template_id IN ({marks(keys)}) AND deleted_at IS NULL "
            "ORDER BY template_id, order_index",
            tuple(keys),
        ):
            lines.setdefault(row[0], []).append(_exercise(row, sets.get(row[1], ())))
        for row in connection.execute(
            "SELECT id, user_id, name, description, category, is_public, is_archived "
            f"FROM workout_templates WHERE id IN ({marks(keys)})",
            tuple(keys),
        ):
            template = WorkoutTemplate(
                id=UUID(bytes=row[0]),
                user_id=UUID(bytes=row[1]) if row[1] else None,
                name=row[2],
                description=row[3],
                category=row[4],
                is_public=bool(row[5]),
                exercises=tuple(lines.get(row[0], ())),
                is_archived=bool(row[6]),
            )
            found[template.id] = template
    return found


def get(connection: sqlite3.Connection, template_id: UUID) -> WorkoutTemplate:
    """One template; NotFoundError when there is none."""
    found = load(connection, [template_id]).get(template_id)
    if found is None:
        raise NotFoundError("This template is not there any more.")
    return found


def rows(
    connection: sqlite3.Connection, user_id: UUID, with_archived: bool = False
) -> list[TemplateRow]:
    """The templates a user sees: the own ones and those that others share."""
    found = connection.execute(
        "SELECT t.id, t.name, t.category, t.user_id, t.is_public, t.is_archived, u.name, "
        "(SELECT max(session_date) FROM workout_sessions s WHERE s.template_id = t.id "
        " AND s.user_id = ?1 AND s.deleted_at IS NULL) "
        "FROM workout_templates t LEFT JOIN users u ON u.id = t.user_id "
        "WHERE (t.user_id = ?1 OR t.is_public AND u.deleted_at IS NULL) "
        "AND t.deleted_at IS NULL AND t.is_archived <= ?2 "
        "ORDER BY t.name COLLATE NOCASE, t.id",
        (user_id.bytes, with_archived),
    ).fetchall()
    wholes = load(connection, [UUID(bytes=row[0]) for row in found])
    return [
        TemplateRow(
            id=(key := UUID(bytes=row[0])),
            name=row[1],
            category=row[2],
            exercise_ids=tuple(
                line.exercise_id for line in wholes[key].exercises if line.exercise_id
            ),
            last_used=date.fromisoformat(row[7]) if row[7] else None,
            is_own=row[3] == user_id.bytes,
            is_public=bool(row[4]),
            is_archived=bool(row[5]),
            owner=row[6] or "",
            lines=wholes[key].exercises,
        )
        for row in found
    ]


def _target_sets(
    connection: sqlite3.Connection, template_ids: Sequence[bytes]
) -> dict[bytes, list[TargetSet]]:
    """The targets of single sets, by line and in order."""
    found: dict[bytes, list[TargetSet]] = {}
    for row in connection.execute(
        "SELECT e.id, t.set_type, t.reps, t.weight, t.weight_unit, t.percent, t.rpe, "
        "t.duration_seconds, t.distance_meters "
        "FROM template_exercises e JOIN template_sets t ON t.template_exercise_id = e.id "
        f"WHERE e.template_id IN ({marks(template_ids)}) AND e.deleted_at IS NULL "
        "AND t.deleted_at IS NULL ORDER BY e.id, t.set_number",
        tuple(template_ids),
    ):
        found.setdefault(row[0], []).append(
            TargetSet(
                SetType(row[1]),
                TargetReps.parse(row[2]) if row[2] else None,
                Weight(row[3], Unit(row[4])) if row[3] is not None else None,
                *row[5:],
            )
        )
    return found


def _exercise(row: Sequence[Any], sets: Sequence[TargetSet]) -> TemplateExercise:
    return TemplateExercise(
        id=UUID(bytes=row[1]),
        exercise_id=UUID(bytes=row[2]) if row[2] else None,
        target_sets=row[3],
        target_reps=TargetReps.parse(row[4]) if row[4] else None,
        target_weight=Weight(row[5], Unit(row[6])) if row[5] is not None else None,
        rest_seconds=row[7],
        superset_group=row[8],
        target_percent=row[9],
        target_rpe=row[10],
        target_seconds=row[11],
        target_meters=row[12],
        notes=row[13],
        sets=tuple(sets),
    )
