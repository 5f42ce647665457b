"""Templates as rows, and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from desktop.domain.errors import NotFoundError
from desktop.domain.templates import TargetReps, TemplateExercise, TemplateRow, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from desktop.storage import tables
from desktop.storage.rows import Row, Writer, chunks, marks
from desktop.storage.types import stamp

TEMPLATES = Writer(tables.workout_templates)
LINES = Writer(tables.template_exercises)


class TemplateRepository:
    """Loads and saves whole templates inside a transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = stamp(now)

    def save(self, template: WorkoutTemplate) -> None:
        """Add a template or bring it up to date; lines that are gone are deleted softly."""
        TEMPLATES.upsert(self._connection, [_row(template)], self._now)
        stored = self._connection.exec_driver_sql(
            "SELECT id FROM template_exercises WHERE template_id = ? AND deleted_at IS NULL",
            (template.id.bytes,),
        )
        kept = {line.id.bytes for line in template.exercises}
        gone = [row[0] for row in stored if row[0] not in kept]
        LINES.delete(self._connection, gone, self._now)
        lines = [_line(template, place) for place in range(len(template.exercises))]
        LINES.upsert(self._connection, lines, self._now)

    def delete(self, template_id: UUID) -> None:
        """Delete softly."""
        TEMPLATES.delete(self._connection, [template_id.bytes], self._now)

    def restore(self, template_id: UUID) -> None:
        """Bring a deleted template back."""
        self._connection.exec_driver_sql(
            "UPDATE workout_templates SET deleted_at = NULL, updated_at = ? WHERE id = ?",
            (self._now, template_id.bytes),
        )


def load(connection: Connection, template_ids: Sequence[UUID]) -> dict[UUID, WorkoutTemplate]:
    """Templates by id, deleted ones included: a session may have been started from one."""
    found: dict[UUID, WorkoutTemplate] = {}
    for keys in chunks([key.bytes for key in template_ids]):
        lines: dict[bytes, list[TemplateExercise]] = {}
        for row in connection.exec_driver_sql(
            "SELECT template_id, id, exercise_id, target_sets, target_reps, target_weight, "
            "target_weight_unit, rest_seconds, superset_group FROM template_exercises "
            f"WHERE template_id IN ({marks(keys)}) AND deleted_at IS NULL "
            "ORDER BY template_id, order_index",
            tuple(keys),
        ):
            lines.setdefault(row[0], []).append(_exercise(row))
        for row in connection.exec_driver_sql(
            "SELECT id, user_id, name, description, category, is_public "
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
            )
            found[template.id] = template
    return found


def get(connection: Connection, template_id: UUID) -> WorkoutTemplate:
    """One template; NotFoundError when there is none."""
    found = load(connection, [template_id]).get(template_id)
    if found is None:
        raise NotFoundError("This template is not there any more.")
    return found


def rows(connection: Connection, user_id: UUID) -> list[TemplateRow]:
    """The templates a user sees: the own ones and those that others share."""
    found = connection.exec_driver_sql(
        "SELECT t.id, t.name, t.category, t.user_id, t.is_public, "
        "(SELECT max(session_date) FROM workout_sessions s WHERE s.template_id = t.id "
        " AND s.user_id = ?1 AND s.deleted_at IS NULL) "
        "FROM workout_templates t WHERE (t.user_id = ?1 OR t.is_public) "
        "AND t.deleted_at IS NULL ORDER BY t.name COLLATE NOCASE, t.id",
        (user_id.bytes,),
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
            last_used=date.fromisoformat(row[5]) if row[5] else None,
            is_own=row[3] == user_id.bytes,
            is_public=bool(row[4]),
        )
        for row in found
    ]


def _row(template: WorkoutTemplate) -> Row:
    return (
        template.id.bytes,
        template.user_id.bytes if template.user_id else None,
        template.name.strip(),
        template.description,
        template.category.strip(),
        template.is_public,
    )


def _line(template: WorkoutTemplate, place: int) -> Row:
    line = template.exercises[place]
    weight = line.target_weight
    return (
        line.id.bytes,
        template.id.bytes,
        line.exercise_id.bytes if line.exercise_id else None,
        place,
        line.target_sets,
        str(line.target_reps) if line.target_reps else None,
        weight.grams if weight else None,
        weight.unit.value if weight else None,
        line.rest_seconds,
        line.superset_group,
    )


def _exercise(row: Sequence[Any]) -> TemplateExercise:
    return TemplateExercise(
        id=UUID(bytes=row[1]),
        exercise_id=UUID(bytes=row[2]) if row[2] else None,
        target_sets=row[3],
        target_reps=TargetReps.parse(row[4]) if row[4] else None,
        target_weight=Weight(row[5], Unit(row[6])) if row[5] is not None else None,
        rest_seconds=row[7],
        superset_group=row[8],
    )
