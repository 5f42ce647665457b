"""Indexes that a series of an exercise needs no row beside: with the session, and with the RPE."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_session_exercises_history",
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
        id,
        session_id)
    """,
    "DROP INDEX ix_exercise_sets_best",
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
        session_exercise_id,
        rpe)
    """,
)


def upgrade() -> None:
    """Make both anew."""
    for statement in _STATEMENTS:
        op.execute(statement)
