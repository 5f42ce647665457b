"""The index of best sets with the RPE: what an exercise felt like needs no row beside it."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATEMENTS = (
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
    """Make it anew."""
    for statement in _STATEMENTS:
        op.execute(statement)
