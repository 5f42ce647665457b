"""Ticking a set, durably."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from desktop.domain.session import ExerciseSet, SessionExercise
from desktop.domain.session_edits import change_set
from desktop.storage.values import stamp
from tests.benchmarks.data import Log
from tests.benchmarks.measure import Figure, in_turns

_ROUNDS = 301


def save_set(log: Log) -> list[Figure]:
    """The same three updates in one transaction, through the service and raw."""
    mine, theirs = log.copy("save-ours"), log.copy("save-floor")
    services = mine.open()
    session = services.history.get(services.history.rows(mine.user_id)[0].id)
    exercise = session.exercises[0]
    one = exercise.sets[-1]
    reps = iter(range(1, 10_000_000))

    def ours() -> None:
        nonlocal session
        changed = replace(one, reps=next(reps) % 20 + 1, completed_at=datetime.now(UTC))
        session = change_set(session, changed)
        services.session.save_set(session, exercise.id, changed)

    with closing(theirs.raw()) as connection:

        def floor() -> None:
            now = stamp(datetime.now(UTC))
            count = next(reps) % 20 + 1
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_SET, _set_values(one, count, now))
            connection.execute(_EXERCISE, _exercise_values(exercise, count, now))
            connection.execute(_SESSION, (now, session.id.bytes))
            connection.execute("COMMIT")

        times = in_turns(ours, floor, _ROUNDS)
    services.close()
    return [Figure("save a set durably / raw sqlite3", *times, 2.0)]


_SET = (
    "UPDATE exercise_sets SET set_type = ?, reps = ?, weight = ?, weight_unit = ?, "
    "duration_seconds = ?, distance_meters = ?, rpe = ?, completed_at = ?, counted = ?, "
    "e1rm = ?, updated_at = ? WHERE id = ? AND deleted_at IS NULL"
)
_EXERCISE = (
    "UPDATE session_exercises SET counted = 1, set_count = ?, rep_count = ?, volume = ?, "
    "seconds = 0, meters = 0, best_e1rm = ?, best_weight = ?, best_set_volume = ?, best_reps = ?, "
    "best_seconds = NULL, best_meters = NULL, best_pace = NULL, e1rm_weight = ?, e1rm_reps = ?, "
    "e1rm_rpe = NULL, heaviest_reps = ?, volume_weight = ?, volume_reps = ?, updated_at = ? "
    "WHERE id = ?"
)
_SESSION = "UPDATE workout_sessions SET updated_at = ? WHERE id = ?"


def _set_values(one: ExerciseSet, reps: int, now: str) -> tuple[Any, ...]:
    grams = one.weight.grams if one.weight else 0
    e1rm = round(grams * 36 / (37 - reps))
    return ("normal", reps, grams, "kg", None, None, None, now, 1, e1rm, now, one.id.bytes)


def _exercise_values(exercise: SessionExercise, reps: int, now: str) -> tuple[Any, ...]:
    work = [one for one in exercise.sets if one.set_type.is_working and one.weight]
    grams = max((one.weight.grams for one in work if one.weight), default=0)
    e1rm, volume = round(grams * 36 / (37 - reps)), grams * reps
    count = len(exercise.sets)
    best = (e1rm, grams, volume, reps, grams, reps, reps, grams, reps)
    return (count, count * reps, count * volume, *best, now, exercise.id.bytes)
