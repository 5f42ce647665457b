"""What a session stands on: last time's sets, e1RMs of now, and the template's lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from desktop.domain.session import WorkoutSession
from desktop.domain.session_start import Footing
from desktop.domain.templates import TemplateExercise
from desktop.storage.queries import accounts, gear, progress, templates

# What one could lift years ago says little about a percentage of today.
_RECENT = timedelta(weeks=12)


def footing(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise_ids: Iterable[UUID],
    before: datetime,
    template_id: UUID | None = None,
) -> Footing:
    """What a plan for these exercises stands on; before: when the session starts (UTC)."""
    keys = list(dict.fromkeys(exercise_ids))
    preferences = accounts.preferences(connection, user_id)
    return Footing(
        preferences.unit,
        gear.of(connection, user_id).gym,
        progress.previous(connection, user_id, keys, before, template_id),
        progress.e1rms(connection, user_id, keys, (before - _RECENT).date()),
        preferences.warm_up_ramp,
    )


def template_lines(
    connection: sqlite3.Connection, session: WorkoutSession
) -> tuple[TemplateExercise, ...]:
    """The lines of the session's template as it is now; none without one."""
    if session.template_id is None:
        return ()
    template = templates.load(connection, [session.template_id]).get(session.template_id)
    return template.exercises if template else ()


def plan(connection: sqlite3.Connection, session: WorkoutSession) -> dict[UUID, TemplateExercise]:
    """For each session exercise the line of the template that it follows, if one does."""
    lines = list(template_lines(connection, session))
    found: dict[UUID, TemplateExercise] = {}
    by_id = {line.id: line for line in lines}
    for exercise in session.exercises:
        line = by_id.get(exercise.template_exercise_id) if exercise.template_exercise_id else None
        if line is not None and line in lines:
            lines.remove(line)
            found[exercise.id] = line
    for exercise in session.exercises:  # sessions of old do not say which line they follow
        if exercise.id not in found:
            line = next((x for x in lines if x.exercise_id == exercise.exercise_id), None)
            if line is not None:
                lines.remove(line)
                found[exercise.id] = line
    return found
