"""The first tables, frozen: later changes come as later steps."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE users (
        id BLOB NOT NULL,
        email VARCHAR COLLATE "NOCASE" NOT NULL,
        name VARCHAR NOT NULL,
        password VARCHAR,
        timezone VARCHAR NOT NULL,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_users PRIMARY KEY (id),
        CONSTRAINT uq_users_email UNIQUE (email)
    )
    """,
    """
    CREATE TABLE exercises (
        id BLOB NOT NULL,
        name VARCHAR COLLATE "NOCASE" NOT NULL,
        muscle_groups JSON NOT NULL,
        equipment VARCHAR NOT NULL,
        instructions TEXT NOT NULL,
        is_custom BOOLEAN NOT NULL,
        created_by_user_id BLOB,
        kind VARCHAR NOT NULL,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_exercises PRIMARY KEY (id),
        CONSTRAINT fk_exercises_created_by_user_id FOREIGN KEY(created_by_user_id) REFERENCES users (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE UNIQUE INDEX uq_exercises_name
    ON exercises (
        ifnull(created_by_user_id,
        x''),
        name) WHERE deleted_at IS NULL
    """,
    """
    CREATE TABLE user_preferences (
        id BLOB NOT NULL,
        user_id BLOB,
        name VARCHAR NOT NULL,
        value JSON NOT NULL,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_user_preferences PRIMARY KEY (id),
        CONSTRAINT uq_user_preferences_user_id_name UNIQUE (user_id, name),
        CONSTRAINT fk_user_preferences_user_id FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE TABLE workout_templates (
        id BLOB NOT NULL,
        user_id BLOB,
        name VARCHAR NOT NULL,
        description TEXT NOT NULL,
        category VARCHAR NOT NULL,
        is_public BOOLEAN NOT NULL,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_workout_templates PRIMARY KEY (id),
        CONSTRAINT fk_workout_templates_user_id FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_workout_templates_user_id ON workout_templates (user_id)
    """,
    """
    CREATE TABLE exercise_aliases (
        id BLOB NOT NULL,
        exercise_id BLOB,
        name VARCHAR COLLATE "NOCASE" NOT NULL,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_exercise_aliases PRIMARY KEY (id),
        CONSTRAINT fk_exercise_aliases_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercises (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_exercise_aliases_exercise_id ON exercise_aliases (exercise_id)
    """,
    """
    CREATE TABLE template_exercises (
        id BLOB NOT NULL,
        template_id BLOB,
        exercise_id BLOB,
        order_index INTEGER NOT NULL,
        target_sets INTEGER,
        target_reps VARCHAR,
        target_weight INTEGER,
        target_weight_unit VARCHAR(2),
        rest_seconds INTEGER,
        superset_group INTEGER,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        CONSTRAINT pk_template_exercises PRIMARY KEY (id),
        CONSTRAINT fk_template_exercises_template_id FOREIGN KEY(template_id) REFERENCES workout_templates (id) ON DELETE SET NULL,
        CONSTRAINT fk_template_exercises_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercises (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_template_exercises_template_id
    ON template_exercises (
        template_id,
        order_index)
    """,
    """
    CREATE TABLE workout_sessions (
        id BLOB NOT NULL,
        user_id BLOB,
        template_id BLOB,
        name VARCHAR NOT NULL,
        session_date DATE NOT NULL,
        started_at VARCHAR(24) NOT NULL,
        ended_at VARCHAR(24),
        utc_offset_minutes INTEGER NOT NULL,
        duration_minutes INTEGER,
        location VARCHAR NOT NULL,
        notes TEXT NOT NULL,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        import_source VARCHAR,
        imported_at VARCHAR(24),
        CONSTRAINT pk_workout_sessions PRIMARY KEY (id),
        CONSTRAINT fk_workout_sessions_user_id FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL,
        CONSTRAINT fk_workout_sessions_template_id FOREIGN KEY(template_id) REFERENCES workout_templates (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_workout_sessions_day
    ON workout_sessions (
        user_id,
        session_date,
        started_at)
    """,
    """
    CREATE INDEX ix_workout_sessions_open
    ON workout_sessions (
        user_id) WHERE ended_at IS NULL AND deleted_at IS NULL
    """,
    """
    CREATE TABLE session_exercises (
        id BLOB NOT NULL,
        session_id BLOB,
        exercise_id BLOB,
        order_index INTEGER NOT NULL,
        notes TEXT NOT NULL,
        completed_at VARCHAR(24),
        superset_group INTEGER,
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        user_id BLOB,
        session_date DATE NOT NULL,
        started_at VARCHAR(24) NOT NULL,
        counted INTEGER NOT NULL,
        set_count INTEGER NOT NULL,
        rep_count INTEGER NOT NULL,
        volume INTEGER NOT NULL,
        seconds INTEGER NOT NULL,
        meters FLOAT NOT NULL,
        best_e1rm INTEGER,
        best_weight INTEGER,
        best_set_volume INTEGER,
        best_reps INTEGER,
        best_seconds INTEGER,
        best_meters FLOAT,
        best_pace FLOAT,
        e1rm_weight INTEGER,
        e1rm_reps INTEGER,
        e1rm_rpe FLOAT,
        heaviest_reps INTEGER,
        volume_weight INTEGER,
        volume_reps INTEGER,
        CONSTRAINT pk_session_exercises PRIMARY KEY (id),
        CONSTRAINT fk_session_exercises_session_id FOREIGN KEY(session_id) REFERENCES workout_sessions (id) ON DELETE SET NULL,
        CONSTRAINT fk_session_exercises_exercise_id FOREIGN KEY(exercise_id) REFERENCES exercises (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_session_exercises_history
    ON session_exercises (
        counted,
        user_id,
        exercise_id,
        session_date,
        started_at,
        best_e1rm,
        best_weight,
        best_set_volume,
        volume,
        best_reps,
        best_seconds,
        best_meters,
        best_pace,
        set_count,
        id)
    """,
    """
    CREATE INDEX ix_session_exercises_session_id
    ON session_exercises (
        session_id,
        order_index)
    """,
    """
    CREATE TABLE exercise_sets (
        id BLOB NOT NULL,
        session_exercise_id BLOB,
        set_number INTEGER NOT NULL,
        set_type VARCHAR NOT NULL,
        reps INTEGER,
        weight INTEGER,
        weight_unit VARCHAR(2),
        duration_seconds INTEGER,
        distance_meters FLOAT,
        rpe FLOAT,
        completed_at VARCHAR(24),
        created_at VARCHAR(24) NOT NULL,
        updated_at VARCHAR(24) NOT NULL,
        deleted_at VARCHAR(24),
        user_id BLOB,
        exercise_id BLOB,
        session_date DATE NOT NULL,
        started_at VARCHAR(24) NOT NULL,
        counted INTEGER NOT NULL,
        e1rm INTEGER,
        CONSTRAINT pk_exercise_sets PRIMARY KEY (id),
        CONSTRAINT fk_exercise_sets_session_exercise_id FOREIGN KEY(session_exercise_id) REFERENCES session_exercises (id) ON DELETE SET NULL
    )
    """,
    """
    CREATE INDEX ix_exercise_sets_best
    ON exercise_sets (
        counted,
        user_id,
        exercise_id,
        reps,
        weight DESC,
        session_date,
        started_at,
        session_exercise_id)
    """,
    """
    CREATE INDEX ix_exercise_sets_parent ON exercise_sets (session_exercise_id, set_number)
    """,
)


def upgrade() -> None:
    """Create every table and index."""
    for statement in _STATEMENTS:
        op.execute(statement)
