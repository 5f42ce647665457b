"""Every table. The columns after `deleted_at` are copies that storage keeps right.

A record is looked up by what stands on the set's own row, and a chart by what
stands on the exercise's row in the session, so that neither needs a join.
The copies are derived in `derived.py` and written in the same transaction.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from desktop.storage.types import Key, Stamp

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key() -> Column[Any]:
    return Column("id", Key, primary_key=True, nullable=False)


def _reference(name: str, target: str) -> Column[Any]:
    return Column(name, Key, ForeignKey(f"{target}.id", ondelete="SET NULL"))


def _stamps() -> tuple[Column[Any], ...]:
    return (
        Column("created_at", Stamp, nullable=False),
        Column("updated_at", Stamp, nullable=False),
        Column("deleted_at", Stamp),
    )


users = Table(
    "users",
    metadata,
    _key(),
    Column("email", String(collation="NOCASE"), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("password", String),
    Column("timezone", String, nullable=False),
    *_stamps(),
)

user_preferences = Table(
    "user_preferences",
    metadata,
    _key(),
    _reference("user_id", "users"),
    Column("name", String, nullable=False),
    Column("value", JSON, nullable=False),
    *_stamps(),
    UniqueConstraint("user_id", "name"),
)

exercises = Table(
    "exercises",
    metadata,
    _key(),
    Column("name", String(collation="NOCASE"), nullable=False),
    Column("muscle_groups", JSON, nullable=False),
    Column("equipment", String, nullable=False),
    Column("instructions", Text, nullable=False),
    Column("is_custom", Boolean, nullable=False),
    _reference("created_by_user_id", "users"),
    Column("kind", String, nullable=False),
    *_stamps(),
    Index(
        "uq_exercises_name",
        text("ifnull(created_by_user_id, x'')"),
        "name",
        unique=True,
        sqlite_where=text("deleted_at IS NULL"),
    ),
)

exercise_aliases = Table(
    "exercise_aliases",
    metadata,
    _key(),
    _reference("exercise_id", "exercises"),
    Column("name", String(collation="NOCASE"), nullable=False),
    *_stamps(),
    Index("ix_exercise_aliases_exercise_id", "exercise_id"),
)

workout_templates = Table(
    "workout_templates",
    metadata,
    _key(),
    _reference("user_id", "users"),
    Column("name", String, nullable=False),
    Column("description", Text, nullable=False),
    Column("category", String, nullable=False),
    Column("is_public", Boolean, nullable=False),
    Column("is_archived", Boolean, nullable=False, server_default=text("0")),
    *_stamps(),
    Index("ix_workout_templates_user_id", "user_id"),
)

template_exercises = Table(
    "template_exercises",
    metadata,
    _key(),
    _reference("template_id", "workout_templates"),
    _reference("exercise_id", "exercises"),
    Column("order_index", Integer, nullable=False),
    Column("target_sets", Integer),
    Column("target_reps", String),
    Column("target_weight", Integer),
    Column("target_weight_unit", String(2)),
    Column("rest_seconds", Integer),
    Column("superset_group", Integer),
    Column("target_percent", Float),
    Column("target_rpe", Float),
    Column("target_seconds", Integer),
    Column("target_meters", Float),
    Column("notes", Text, nullable=False, server_default=text("''")),
    *_stamps(),
    Index("ix_template_exercises_template_id", "template_id", "order_index"),
)

# one row for each set of a line whose sets differ; a line of equal sets has none
template_sets = Table(
    "template_sets",
    metadata,
    _key(),
    _reference("template_exercise_id", "template_exercises"),
    Column("set_number", Integer, nullable=False),
    Column("set_type", String, nullable=False),
    Column("reps", String),
    Column("weight", Integer),
    Column("weight_unit", String(2)),
    Column("percent", Float),
    Column("rpe", Float),
    Column("duration_seconds", Integer),
    Column("distance_meters", Float),
    *_stamps(),
    Index("ix_template_sets_template_exercise_id", "template_exercise_id", "set_number"),
)

exercise_preferences = Table(
    "exercise_preferences",
    metadata,
    _key(),
    _reference("user_id", "users"),
    _reference("exercise_id", "exercises"),
    Column("rest_seconds", Integer),
    Column("bar_weight", Integer),
    Column("bar_weight_unit", String(2)),
    *_stamps(),
    UniqueConstraint("user_id", "exercise_id"),
)

workout_sessions = Table(
    "workout_sessions",
    metadata,
    _key(),
    _reference("user_id", "users"),
    _reference("template_id", "workout_templates"),
    Column("name", String, nullable=False),
    Column("session_date", Date, nullable=False),
    Column("started_at", Stamp, nullable=False),
    Column("ended_at", Stamp),
    Column("utc_offset_minutes", Integer, nullable=False),
    Column("duration_minutes", Integer),
    Column("location", String, nullable=False),
    Column("notes", Text, nullable=False),
    *_stamps(),
    Column("import_source", String),
    Column("imported_at", Stamp),
    Index("ix_workout_sessions_template_id", "template_id", "session_date", "started_at"),
    Index("ix_workout_sessions_day", "user_id", "session_date", "started_at"),
    Index(
        "ix_workout_sessions_open",
        "user_id",
        sqlite_where=text("ended_at IS NULL AND deleted_at IS NULL"),
    ),
)

session_exercises = Table(
    "session_exercises",
    metadata,
    _key(),
    _reference("session_id", "workout_sessions"),
    _reference("exercise_id", "exercises"),
    Column("order_index", Integer, nullable=False),
    Column("notes", Text, nullable=False),
    Column("completed_at", Stamp),
    Column("superset_group", Integer),
    _reference("template_exercise_id", "template_exercises"),
    Column("is_skipped", Boolean, nullable=False, server_default=text("0")),
    *_stamps(),
    Column("user_id", Key),
    Column("session_date", Date, nullable=False),
    Column("started_at", Stamp, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("set_count", Integer, nullable=False),
    Column("rep_count", Integer, nullable=False),
    Column("volume", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("meters", Float, nullable=False),
    Column("best_e1rm", Integer),
    Column("best_weight", Integer),
    Column("best_set_volume", Integer),
    Column("best_reps", Integer),
    Column("best_seconds", Integer),
    Column("best_meters", Float),
    Column("best_pace", Float),
    Column("e1rm_weight", Integer),
    Column("e1rm_reps", Integer),
    Column("e1rm_rpe", Float),
    Column("heaviest_reps", Integer),
    Column("volume_weight", Integer),
    Column("volume_reps", Integer),
    Index("ix_session_exercises_session_id", "session_id", "order_index"),
    Index(
        "ix_session_exercises_history",
        "counted",
        "user_id",
        "exercise_id",
        "session_date",
        "started_at",
        "best_e1rm",
        "best_weight",
        "best_set_volume",
        "volume",
        "best_reps",
        "best_seconds",
        "best_meters",
        "best_pace",
        "set_count",
        "id",
    ),
)

exercise_sets = Table(
    "exercise_sets",
    metadata,
    _key(),
    _reference("session_exercise_id", "session_exercises"),
    Column("set_number", Integer, nullable=False),
    Column("set_type", String, nullable=False),
    Column("reps", Integer),
    Column("weight", Integer),
    Column("weight_unit", String(2)),
    Column("duration_seconds", Integer),
    Column("distance_meters", Float),
    Column("rpe", Float),
    Column("completed_at", Stamp),
    Column("side", String(5)),
    Column("notes", Text, nullable=False, server_default=text("''")),
    Column("verdict", String),
    *_stamps(),
    Column("user_id", Key),
    Column("exercise_id", Key),
    Column("session_date", Date, nullable=False),
    Column("started_at", Stamp, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("e1rm", Integer),
    Index("ix_exercise_sets_parent", "session_exercise_id", "set_number"),
    Index(
        "ix_exercise_sets_verdict",
        "user_id",
        "verdict",
        sqlite_where=text("verdict IS NOT NULL"),
    ),
    Index(
        "ix_exercise_sets_best",
        "counted",
        "user_id",
        "exercise_id",
        "reps",
        text("weight DESC"),
        "session_date",
        "started_at",
        "session_exercise_id",
    ),
)
