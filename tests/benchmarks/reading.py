"""The data of the Records page and of a chart."""

from __future__ import annotations

from contextlib import closing
from uuid import UUID

from desktop.domain.progress import Measure, Subject
from desktop.services import Services
from desktop.storage.database import open_connection
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, alone, in_turns

_ROUNDS = 15
_HISTORY = (
    "FROM session_exercises INDEXED BY ix_session_exercises_history "
    "WHERE counted = 1 AND user_id = ? AND exercise_id = ? ORDER BY session_date, started_at"
)
_SERIES = (
    f"SELECT session_id, session_date, best_e1rm, best_weight, best_set_volume, volume {_HISTORY}"
)
_CHART = (
    "SELECT session_id, session_date, best_e1rm, best_weight, volume, set_count, rep_count, "
    "seconds, meters, e1rm_reps, e1rm_weight, e1rm_rpe, best_set_volume, best_reps, "
    f"best_seconds, best_meters, best_pace {_HISTORY}"
)


def records(log: Log) -> list[Figure]:
    """Everything of the Records page, against its limit of 30 ms."""
    services = log.open()
    taken = alone(lambda: services.records.book(log.user_id), _ROUNDS)
    services.close()
    return [Figure("data of the Records page / limit", taken, 0.030, 1.0)]


def chart(log: Log) -> list[Figure]:
    """The exercise that was done most, against its rows fetched raw."""
    services, user_id = log.open(), log.user_id
    exercise_id = _done_most(services, user_id)
    subject, keys = Subject(exercise_id), (user_id.bytes, exercise_id.bytes)
    # with as much memory as ours: what is compared is the work, not the cache
    with closing(open_connection(log.file)) as connection:
        series = in_turns(
            lambda: services.progress.series(user_id, subject, Measure.E1RM),
            lambda: connection.execute(_SERIES, keys).fetchall(),
            _ROUNDS * 3,
        )
        points = in_turns(
            lambda: services.progress.chart(user_id, exercise_id),
            lambda: connection.execute(_CHART, keys).fetchall(),
            _ROUNDS * 3,
        )
    services.close()
    return [
        Figure("series of an exercise / raw SQL", *series, 1.5),
        Figure("chart data of an exercise / raw SQL", *points, 1.5),
    ]


def _done_most(services: Services, user_id: UUID) -> UUID:
    counts = {
        key: len(services.progress.series(user_id, Subject(key), Measure.SETS).points)
        for key in services.progress.used(user_id)
    }
    return max(counts, key=lambda key: counts[key])
