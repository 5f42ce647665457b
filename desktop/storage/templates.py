"""Templates as rows, and back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from desktop.domain.ids import new_id
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.storage import tables
from desktop.storage.queries.sql import Row
from desktop.storage.rows import Writer
from desktop.storage.values import stamp

TEMPLATES = Writer(tables.workout_templates)
LINES = Writer(tables.template_exercises)
SETS = Writer(tables.template_sets)


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
        self._save_sets(template)

    def _save_sets(self, template: WorkoutTemplate) -> None:
        """The targets of single sets: each place of a line keeps its row."""
        stored = self._connection.exec_driver_sql(
            "SELECT t.template_exercise_id, t.set_number, t.id, t.deleted_at IS NULL "
            "FROM template_exercises e JOIN template_sets t ON t.template_exercise_id = e.id "
            "WHERE e.template_id = ?",
            (template.id.bytes,),
        ).fetchall()
        known = {(line, number): key for line, number, key, _ in stored}
        rows = [
            _target(line, number, known.get((line.id.bytes, number)) or new_id().bytes)
            for line in template.exercises
            for number in range(1, len(line.sets) + 1)
        ]
        kept = {row[0] for row in rows}
        gone = [key for _, _, key, is_there in stored if is_there and key not in kept]
        SETS.delete(self._connection, gone, self._now)
        SETS.upsert(self._connection, rows, self._now)

    def delete(self, template_id: UUID) -> None:
        """Delete softly."""
        TEMPLATES.delete(self._connection, [template_id.bytes], self._now)

    def restore(self, template_id: UUID) -> None:
        """Bring a deleted template back."""
        self._connection.exec_driver_sql(
            "UPDATE workout_templates SET deleted_at = NULL, updated_at = ? WHERE id = ?",
            (self._now, template_id.bytes),
        )


def _row(template: WorkoutTemplate) -> Row:
    return (
        template.id.bytes,
        template.user_id.bytes if template.user_id else None,
        template.name.strip(),
        template.description,
        template.category.strip(),
        template.is_public,
        template.is_archived,
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
        line.target_percent,
        line.target_rpe,
        line.target_seconds,
        line.target_meters,
        line.notes,
    )


def _target(line: TemplateExercise, number: int, key: bytes) -> Row:
    target = line.sets[number - 1]
    weight = target.weight
    return (
        key,
        line.id.bytes,
        number,
        target.set_type.value,
        str(target.reps) if target.reps else None,
        weight.grams if weight else None,
        weight.unit.value if weight else None,
        target.percent,
        target.rpe,
        target.duration_seconds,
        target.distance_meters,
    )
