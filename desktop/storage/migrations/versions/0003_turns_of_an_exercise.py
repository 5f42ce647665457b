"""An exercise that was done twice in a session is one time of it: the first row has it all."""

from itertools import groupby
from operator import itemgetter

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_SUMS = ("set_count", "rep_count", "volume", "seconds", "meters")
_BESTS = ("best_reps", "best_seconds", "best_meters", "best_pace")
# a best, and what stands behind it; of equal weights the one with more reps
_LIFTS = (
    ("best_e1rm", ("e1rm_weight", "e1rm_reps", "e1rm_rpe")),
    ("best_weight", ("heaviest_reps",)),
    ("best_set_volume", ("volume_weight", "volume_reps")),
)
_COLUMNS = ("counted", *_SUMS, *_BESTS, *(n for best, more in _LIFTS for n in (best, *more)))
_ROWS = f"""
SELECT session_id, exercise_id, id, {", ".join(_COLUMNS)} FROM session_exercises
WHERE deleted_at IS NULL AND exercise_id IS NOT NULL AND (session_id, exercise_id) IN (
    SELECT session_id, exercise_id FROM session_exercises WHERE deleted_at IS NULL
    GROUP BY session_id, exercise_id HAVING count(*) > 1 AND max(counted) = 1)
ORDER BY session_id, exercise_id, order_index
"""
_UPDATE = f"UPDATE session_exercises SET {', '.join(f'{n} = ?' for n in _COLUMNS)} WHERE id = ?"


def upgrade() -> None:
    """Bring together what stood apart."""
    connection = op.get_bind()
    found = connection.exec_driver_sql(_ROWS).fetchall()
    for _, group in groupby(found, itemgetter(0, 1)):
        first, *later = [dict(zip(("id", *_COLUMNS), row[2:], strict=True)) for row in group]
        done = [row for row in (first, *later) if row["counted"]]
        together = {"counted": 1, **{name: sum(row[name] for row in done) for name in _SUMS}}
        for name in _BESTS:
            together[name] = max((row[name] for row in done if row[name]), default=None)
        for name, behind in _LIFTS:
            lifts = [row for row in done if row[name] is not None] or done
            if name == "best_weight":
                lifts.sort(key=itemgetter("heaviest_reps"), reverse=True)
            best = max(lifts, key=lambda row: row[name] or 0)
            together.update((one, best[one]) for one in (name, *behind))
        nothing = dict.fromkeys(_COLUMNS) | dict.fromkeys(_SUMS, 0)
        _write(connection, first["id"], together)
        for row in later:
            _write(connection, row["id"], nothing | {"counted": 2 if row["counted"] else 0})


def _write(connection, key, values) -> None:  # type: ignore[no-untyped-def]
    connection.exec_driver_sql(_UPDATE, (*(values[name] for name in _COLUMNS), key))
