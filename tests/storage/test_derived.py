"""The copies that records and charts are read from agree with the sets themselves."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.accounts import Formula
from desktop.domain.errors import NotFoundError
from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SetType, WorkoutSession
from desktop.domain.weight import Unit, Weight
from desktop.storage.database import FILE_NAME, Database
from tests.support import NOW, FakeClock, FakeKeychain, make_services, make_user, session_of

NAMES = ("Bench Press (Barbell)", "Pull-Up", "Plank", "Squat (Barbell)")

# what the copies must say, worked out by joins from the columns that are truth
PLAIN_SETS = """
SELECT t.id, s.user_id, e.exercise_id, s.session_date, s.started_at,
    CASE WHEN s.deleted_at IS NOT NULL OR e.deleted_at IS NOT NULL OR t.deleted_at IS NOT NULL
        OR t.completed_at IS NULL THEN 0 WHEN t.set_type = 'warmup' THEN 2 ELSE 1 END
FROM exercise_sets t JOIN session_exercises e ON e.id = t.session_exercise_id
JOIN workout_sessions s ON s.id = e.session_id ORDER BY t.id
"""
COPIED_SETS = """
SELECT id, user_id, exercise_id, session_date, started_at, counted FROM exercise_sets ORDER BY id
"""
PLAIN_SUMS = """
SELECT e.session_id, e.exercise_id, s.session_date, count(*), total(t.reps),
    total(CASE WHEN t.weight > 0 THEN t.weight * t.reps END), max(t.weight),
    max(CASE WHEN t.weight > 0 THEN nullif(t.weight * t.reps, 0) END), max(nullif(t.reps, 0)),
    max(nullif(t.duration_seconds, 0)), max(t.e1rm)
FROM exercise_sets t JOIN session_exercises e ON e.id = t.session_exercise_id
JOIN workout_sessions s ON s.id = e.session_id
WHERE s.deleted_at IS NULL AND e.deleted_at IS NULL AND t.deleted_at IS NULL
    AND t.completed_at IS NOT NULL AND t.set_type != 'warmup'
GROUP BY e.session_id, e.exercise_id ORDER BY e.session_id, e.exercise_id
"""
COPIED_SUMS = """
SELECT session_id, exercise_id, session_date, set_count, rep_count, volume, best_weight,
    best_set_volume, best_reps, best_seconds, best_e1rm
FROM session_exercises WHERE counted = 1 ORDER BY session_id, exercise_id
"""
# a session is one time of an exercise: all stands in the first row of it
PLAIN_TURNS = """
SELECT e.id, 1 + (row_number() OVER (
    PARTITION BY e.session_id, e.exercise_id ORDER BY e.order_index) > 1) AS turn
FROM session_exercises e JOIN workout_sessions s ON s.id = e.session_id
WHERE s.deleted_at IS NULL AND e.deleted_at IS NULL
"""
COPIED_TURNS = """
SELECT id, counted FROM session_exercises WHERE counted > 0
"""
NO_SUMS = """
SELECT count(*) FROM session_exercises WHERE counted = 2 AND (set_count OR volume OR best_e1rm)
"""

a_set = st.builds(
    lambda kind, reps, grams, seconds, rpe, done: ExerciseSet(
        id=new_id(),
        set_type=kind,
        reps=reps,
        weight=Weight(grams, Unit.KG) if grams else None,
        duration_seconds=seconds,
        rpe=rpe,
        completed_at=NOW if done else None,
    ),
    st.sampled_from(SetType),
    st.none() | st.integers(0, 20),
    st.none() | st.integers(-50_000, 300_000),
    st.none() | st.integers(0, 600),
    st.sampled_from([None, 7.0, 8.5, 10.0]),
    st.booleans(),
)
some_sets = st.lists(a_set, min_size=1, max_size=4).map(tuple)
a_workout = st.lists(st.tuples(st.sampled_from(NAMES), some_sets), min_size=1, max_size=3)
an_action = st.sampled_from(["save", "tick", "drop", "delete", "restore", "day", "formula"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("derived")


@settings(max_examples=20)
@given(st.lists(a_workout, min_size=1, max_size=3), st.lists(an_action, max_size=6), st.data())
def test_the_copies_are_what_the_plain_join_says(
    folder: Path,
    workouts: list[list[tuple[str, tuple[ExerciseSet, ...]]]],
    actions: list[str],
    data: st.DataObject,
) -> None:
    services = make_services(folder, FakeClock(), FakeKeychain())
    user = make_user(services, f"u{new_id().hex}")
    kept = []
    for place, workout in enumerate(workouts):
        session = session_of(
            services, user, date(2026, 1, 1 + place), [(n, []) for n, _ in workout]
        )
        exercises = tuple(
            replace(exercise, sets=tuple(replace(one, id=new_id()) for one in sets))
            for exercise, (_, sets) in zip(session.exercises, workout, strict=True)
        )
        kept.append(replace(session, exercises=exercises))
        services.session.save(kept[-1])
    for action in actions:
        place = data.draw(st.integers(0, len(kept) - 1))
        with suppress(NotFoundError):  # a deleted session takes no change
            kept[place] = _ACTIONS[action](services, kept[place], data)
    services.close()
    _agree(folder / "data" / FILE_NAME, user.id)


def _save(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    first = replace(session.exercises[0], sets=(*session.exercises[0].sets, data.draw(a_set)))
    first = replace(first, sets=(*first.sets[:-1], replace(first.sets[-1], id=new_id())))
    changed = replace(session, exercises=(first, *session.exercises[1:]))
    services.session.save(changed)
    return changed


def _tick(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    exercise = session.exercises[0]
    if not exercise.sets:
        return session
    one = replace(exercise.sets[0], completed_at=NOW, reps=data.draw(st.integers(1, 12)))
    changed = replace(
        session,
        exercises=(replace(exercise, sets=(one, *exercise.sets[1:])), *session.exercises[1:]),
    )
    services.session.save_set(changed, exercise.id, one)
    return changed


def _drop(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    if len(session.exercises) < 2:
        return session
    changed = replace(session, exercises=session.exercises[1:])
    services.session.save(changed)
    return changed


def _delete(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    services.history.delete([session.id])
    services.history.restore([session.id])
    services.history.delete([session.id])
    return session


def _restore(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    services.history.restore([session.id])
    return session


def _day(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    services.history.restore([session.id])
    changed = replace(session, session_date=date(2026, 3, data.draw(st.integers(1, 28))))
    services.session.save(changed)
    return changed


def _formula(services, session: WorkoutSession, data) -> WorkoutSession:  # type: ignore[no-untyped-def]
    preferences = services.accounts.preferences(session.user_id)
    formula = data.draw(st.sampled_from(Formula))
    services.accounts.save_preferences(session.user_id, replace(preferences, formula=formula))
    return session


_ACTIONS: dict[str, Callable[..., WorkoutSession]] = {
    "save": _save,
    "tick": _tick,
    "drop": _drop,
    "delete": _delete,
    "restore": _restore,
    "day": _day,
    "formula": _formula,
}


def _agree(path: Path, user_id: UUID) -> None:
    database = Database(path)
    try:
        with database.reading() as connection:
            run = connection.execute
            plain = [row for row in run(PLAIN_SETS) if row[1] == user_id.bytes]
            copied = [row for row in run(COPIED_SETS) if row[1] == user_id.bytes]
            assert [row[-1] for row in copied] == [row[-1] for row in plain]
            # of what does not count nobody reads the copies
            assert [row for row in copied if row[-1]] == [row for row in plain if row[-1]]
            assert run(COPIED_SUMS).fetchall() == run(PLAIN_SUMS).fetchall()
            assert set(run(COPIED_TURNS)) <= set(run(PLAIN_TURNS))
            assert run(NO_SUMS).fetchone() == (0,)
    finally:
        database.close()
