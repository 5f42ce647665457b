"""Targets for each set, archived templates, sides, notes of sets, what is preferred for exercises."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "ALTER TABLE workout_templates ADD COLUMN is_archived BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE template_exercises ADD COLUMN target_percent FLOAT",
    "ALTER TABLE template_exercises ADD COLUMN target_rpe FLOAT",
    "ALTER TABLE template_exercises ADD COLUMN target_seconds INTEGER",
    "ALTER TABLE template_exercises ADD COLUMN target_meters FLOAT",
    "ALTER TABLE template_exercises ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
    """
    ALTER TABLE session_exercises ADD COLUMN template_exercise_id BLOB
        CONSTRAINT fk_session_exercises_template_exercise_id
        REFERENCES template_exercises (id) ON DELETE SET NULL
    """,
    "ALTER TABLE session_exercises ADD COLUMN is_skipped BOOLEAN NOT NULL DEFAULT 0",
    "ALTER TABLE exercise_sets ADD COLUMN side VARCHAR(5)",
    "ALTER TABLE exercise_sets ADD COLUMN notes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE exercise_sets ADD COLUMN verdict VARCHAR",
    """
    CREATE INDEX ix_exercise_sets_verdict
        ON exercise_sets (user_id, verdict) WHERE verdict IS NOT NULL
    """,
    """
    CREATE INDEX ix_workout_sessions_template_id
        ON workout_sessions (template_id, session_date, started_at)
    """,
    """
    CREATE TABLE template_sets (
        id BLOB NOT NULL,
        template_exercise_id BLOB,
        set_number INTEGER NOT NULL,
        set_type VARCHAR NOT NULL,
        reps VARCHAR,
        weight INTEGER,
        weight_unit VARCHAR(2),
        percent FLOAT,
        rpe FLOAT,
        duration_seconds INTEGER,
        distance_meters FLOAT,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_template_sets PRIMARY KEY (id),
        CONSTRAINT fk_template_sets_template_exercise_id
            FOREIGN KEY(template_exercise_id) REFERENCES template_exercises (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_template_sets_template_exercise_id
        ON template_sets (template_exercise_id, set_number)
    """,
    """
    CREATE TABLE exercise_preferences (
        id BLOB NOT NULL,
        user_id BLOB,
        exercise_id BLOB,
        rest_seconds INTEGER,
        bar_weight INTEGER,
        bar_weight_unit VARCHAR(2),
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_exercise_preferences PRIMARY KEY (id),
        CONSTRAINT uq_exercise_preferences_user_id_exercise_id UNIQUE (user_id, exercise_id),
        CONSTRAINT fk_exercise_preferences_user_id
            FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL,
        CONSTRAINT fk_exercise_preferences_exercise_id
            FOREIGN KEY(exercise_id) REFERENCES exercises (id) ON DELETE SET NULL
    )
    """,
    # who had the column of RPEs keeps it
    """
    UPDATE user_preferences SET name = 'effort',
        value = CASE WHEN value IN ('true', 1) THEN '"rpe"' ELSE '"off"' END
        WHERE name = 'shows_rpe'
    """,
)


def upgrade() -> None:
    """Add what logging and planning need."""
    for statement in _STATEMENTS:
        op.execute(statement)
