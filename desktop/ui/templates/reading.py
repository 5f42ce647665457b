"""What the templates page shows, read on a worker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID

from desktop.domain.accounts import ExercisePreferences
from desktop.domain.template_estimate import estimated_seconds
from desktop.domain.templates import TemplateRow, WorkoutTemplate
from desktop.ui.context import Context


class Found(NamedTuple):
    """The templates with how long they take, and what the profile prefers for exercises."""

    rows: list[TemplateRow]
    habits: Mapping[UUID, ExercisePreferences]


def reading(context: Context) -> Callable[[], Found]:
    """The work that reads all of it, archived templates too."""
    services, user_id = context.services, context.user.id
    exercises, preferences = context.exercises, context.preferences

    def read() -> Found:
        habits = services.accounts.exercise_preferences(user_id)
        rows = [
            replace(row, seconds=estimated_seconds(row.lines, exercises, preferences, habits))
            for row in services.templates.rows(user_id, with_archived=True)
        ]
        return Found(rows, habits)

    return read


def row_of(template: WorkoutTemplate, is_own: bool) -> TemplateRow:
    """A template as a line of the table."""
    return TemplateRow(
        template.id,
        template.name,
        template.category,
        tuple(line.exercise_id for line in template.exercises if line.exercise_id),
        None,
        is_own,
        template.is_public,
        template.is_archived,
    )
