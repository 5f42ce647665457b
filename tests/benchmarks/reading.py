"""The data of the Records page and of a chart."""

from __future__ import annotations

from contextlib import closing

from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, alone, in_turns

_ROUNDS = 15
_CHART = (
    "SELECT session_id, session_date, best_e1rm, best_weight, volume, set_count, rep_count, "
    "seconds, meters, e1rm_reps, e1rm_weight, e1rm_rpe, best_set_volume, best_reps, "
    "best_seconds, best_meters, best_pace FROM session_exercises "
    "INDEXED BY ix_session_exercises_history WHERE counted = 1 AND user_id = ? "
    "AND exercise_id = ? ORDER BY session_date, started_at"
)


def records(log: Log) -> list[Figure]:
    """Everything of the Records page, against its limit of 60 ms."""
    services = log.open()
    taken = alone(lambda: services.records.book(log.user_id), _ROUNDS)
    services.close()
    return [Figure("data of the Records page / limit", taken, 0.060, 1.0)]


def chart(log: Log) -> list[Figure]:
    """The exercise that was done most, against its rows fetched raw."""
    services = log.open()
    charts = [services.progress.chart(log.user_id, e) for e in services.progress.used(log.user_id)]
    exercise_id = max(charts, key=lambda one: len(one.points)).exercise_id
    with closing(log.raw()) as connection:
        keys = (log.user_id.bytes, exercise_id.bytes)
        times = in_turns(
            lambda: services.progress.chart(log.user_id, exercise_id),
            lambda: connection.execute(_CHART, keys).fetchall(),
            _ROUNDS * 3,
        )
    services.close()
    return [Figure("chart data of an exercise / raw SQL", *times, 2.0)]
