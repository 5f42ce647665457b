"""The tables of people, exercises and templates; those of sessions are in `session_tables.py`."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from desktop.storage.columns import key, metadata, reference, stamps

users = Table(
    "users",
    metadata,
    key(),
    Column("email", String(collation="NOCASE"), nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("password", String),
    Column("timezone", String, nullable=False),
    *stamps(),
)

user_preferences = Table(
    "user_preferences",
    metadata,
    key(),
    reference("user_id", "users"),
    Column("name", String, nullable=False),
    Column("value", JSON, nullable=False),
    *stamps(),
    UniqueConstraint("user_id", "name"),
)

exercises = Table(
    "exercises",
    metadata,
    key(),
    Column("name", String(collation="NOCASE"), nullable=False),
    Column("muscle_groups", JSON, nullable=False),
    Column("equipment", String, nullable=False),
    Column("instructions", Text, nullable=False),
    Column("is_custom", Boolean, nullable=False),
    reference("created_by_user_id", "users"),
    Column("kind", String, nullable=False),
    *stamps(),
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
    key(),
    reference("exercise_id", "exercises"),
    Column("name", String(collation="NOCASE"), nullable=False),
    *stamps(),
    Index("ix_exercise_aliases_exercise_id", "exercise_id"),
)

workout_templates = Table(
    "workout_templates",
    metadata,
    key(),
    reference("user_id", "users"),
    Column("name", String, nullable=False),
    Column("description", Text, nullable=False),
    Column("category", String, nullable=False),
    Column("is_public", Boolean, nullable=False),
    Column("is_archived", Boolean, nullable=False, server_default=text("0")),
    *stamps(),
    Index("ix_workout_templates_user_id", "user_id"),
)

template_exercises = Table(
    "template_exercises",
    metadata,
    key(),
    reference("template_id", "workout_templates"),
    reference("exercise_id", "exercises"),
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
    *stamps(),
    Index("ix_template_exercises_template_id", "template_id", "order_index"),
)

# one row for each set of a line whose sets differ; a line of equal sets has none
template_sets = Table(
    "template_sets",
    metadata,
    key(),
    reference("template_exercise_id", "template_exercises"),
    Column("set_number", Integer, nullable=False),
    Column("set_type", String, nullable=False),
    Column("reps", String),
    Column("weight", Integer),
    Column("weight_unit", String(2)),
    Column("percent", Float),
    Column("rpe", Float),
    Column("duration_seconds", Integer),
    Column("distance_meters", Float),
    *stamps(),
    Index("ix_template_sets_template_exercise_id", "template_exercise_id", "set_number"),
)

exercise_preferences = Table(
    "exercise_preferences",
    metadata,
    key(),
    reference("user_id", "users"),
    reference("exercise_id", "exercises"),
    Column("rest_seconds", Integer),
    Column("bar_weight", Integer),
    Column("bar_weight_unit", String(2)),
    *stamps(),
    UniqueConstraint("user_id", "exercise_id"),
)
