"""Logging a workout, down to what stands on the disk."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.accounts import User
from desktop.domain.errors import InvalidInputError, NotFoundError
from desktop.domain.ids import new_id
from desktop.domain.muscles import Muscle
from desktop.domain.records import RecordKind
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.transfer import Selection
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.storage.database import FILE_NAME
from tests.support import FakeClock, add_session, make_services

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"


def id_of(services: Services, user: User, name: str):  # type: ignore[no-untyped-def]
    return next(e.id for e in services.library.all(user.id).values() if e.name == name)


def with_bench(services: Services, user: User, session: WorkoutSession) -> WorkoutSession:
    sets = tuple(ExerciseSet(new_id(), reps=5, weight=Weight.of(100, Unit.KG)) for _ in range(3))
    bench = SessionExercise(new_id(), id_of(services, user, BENCH), sets)
    changed = replace(session, exercises=(bench,))
    services.session.save(changed)
    return changed


def ticked(
    services: Services, session: WorkoutSession, clock: FakeClock, place: int = 0
) -> WorkoutSession:
    exercise = session.exercises[0]
    one = replace(exercise.sets[place], completed_at=clock())
    sets = (*exercise.sets[:place], one, *exercise.sets[place + 1 :])
    changed = replace(session, exercises=(replace(exercise, sets=sets),))
    services.session.save_set(changed, exercise.id, one)
    return changed


def test_a_tick_is_on_the_disk_when_it_returns(
    services: Services, user: User, clock: FakeClock, tmp_path: Path
) -> None:
    session = with_bench(services, user, services.session.start(user.id))
    ticked(services, session, clock)
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME)) as other:
        done = other.execute(
            "SELECT count(*) FROM exercise_sets WHERE completed_at IS NOT NULL"
        ).fetchone()
    assert done == (1,)


def test_an_open_session_is_found_again(
    services: Services, user: User, clock: FakeClock, tmp_path: Path
) -> None:
    session = with_bench(services, user, services.session.start(user.id))
    session = ticked(services, session, clock)
    services.close()
    assert make_services(tmp_path, clock).session.open_session(user.id) == session


def test_one_session_is_open_at_a_time(services: Services, user: User) -> None:
    services.session.start(user.id)
    with pytest.raises(InvalidInputError, match="open already"):
        services.session.start(user.id)


def test_finishing_keeps_what_was_ticked_and_can_be_taken_back(
    services: Services, user: User, clock: FakeClock
) -> None:
    session = with_bench(services, user, services.session.start(user.id))
    with pytest.raises(InvalidInputError, match="Nothing is ticked"):
        services.session.finish(session)
    session = ticked(services, session, clock)
    clock.move(minutes=42)
    services.session.finish(session)
    (row,) = services.history.rows(user.id)
    assert (row.sets, row.duration_minutes, row.volume) == (1, 42, 500_000)
    assert services.session.open_session(user.id) is None
    services.session.reopen(session)
    assert services.session.open_session(user.id) == session


def test_discarding_can_be_undone(services: Services, user: User, clock: FakeClock) -> None:
    session = ticked(services, with_bench(services, user, services.session.start(user.id)), clock)
    services.session.discard(session.id)
    with pytest.raises(NotFoundError):
        services.history.get(session.id)
    services.session.restore(session.id)
    assert services.session.open_session(user.id) == session


def test_the_open_session_is_no_workout_of_the_log_yet(
    services: Services, user: User, clock: FakeClock
) -> None:
    add_session(services, user, date(2026, 11, 1), [(SQUAT, [(140, 5)])])
    before = services.history.stats(user.id)
    session = ticked(services, with_bench(services, user, services.session.start(user.id)), clock)
    under_way = services.history.stats(user.id)
    assert under_way.last_day == session.session_date
    assert replace(under_way, last_day=before.last_day) == before
    assert before.workouts == 1 == len(services.history.rows(user.id))
    assert services.transfer.count(user.id, Selection()) == 2, "an export has it too"
    services.session.finish(session)
    after = services.history.stats(user.id)
    assert (after.workouts, after.sets, after.exercises) == (2, before.sets + 1, 2)


def test_an_exercise_that_was_done_before_stays_counted_while_it_is_done_again(
    services: Services, user: User, clock: FakeClock
) -> None:
    add_session(services, user, date(2026, 11, 1), [("Bench Press (Barbell)", [(100, 5)])])
    ticked(services, with_bench(services, user, services.session.start(user.id)), clock)
    stats = services.history.stats(user.id)
    assert (stats.sets, stats.exercises) == (1, 1)


def test_a_template_lays_out_the_sets(services: Services, user: User, clock: FakeClock) -> None:
    add_session(services, user, date(2026, 11, 1), [(SQUAT, [(140, 5), (145, 4)])])
    lines = (
        TemplateExercise(
            new_id(),
            id_of(services, user, BENCH),
            2,
            TargetReps.parse("8-12"),
            Weight.of(80, Unit.KG),
            90,
        ),
        TemplateExercise(new_id(), id_of(services, user, SQUAT), 3),
    )
    template = WorkoutTemplate(new_id(), user.id, "Push A", exercises=lines)
    services.templates.save(user.id, template)
    session = services.session.start(user.id, template_id=template.id)
    laid_out = [
        [(str(one.weight), one.reps) for one in exercise.sets] for exercise in session.exercises
    ]
    assert laid_out == [[("80 kg", 8)] * 2, [("140 kg", 5), ("145 kg", 4), ("145 kg", 4)]]
    assert not any(one.completed_at for one in session.all_sets())
    plan = services.session.plan(session)
    assert plan[session.exercises[0].id].rest_seconds == 90
    assert services.templates.rows(user.id)[0].last_used == session.session_date


def test_repeating_lays_out_what_was_done(services: Services, user: User) -> None:
    earlier = add_session(services, user, date(2026, 11, 1), [(SQUAT, [(140, 5, 8)])], "Legs")
    session = services.session.start(user.id, repeat_of=earlier.id)
    (one,) = session.all_sets()
    assert (session.name, str(one.weight), one.reps, one.rpe) == ("Legs", "140 kg", 5, None)
    assert one.completed_at is None


def test_the_day_is_the_users(services: Services, clock: FakeClock) -> None:
    far = services.accounts.add("Away", "away@localhost", "Pacific/Auckland", Unit.KG)
    session = services.session.start(far.id)  # 17:00 UTC is the next morning there
    assert session.session_date == date(2026, 11, 21)
    assert session.utc_offset_minutes == 13 * 60
    assert session.name == "Morning workout"


def test_the_summary_adds_up(services: Services, user: User, clock: FakeClock) -> None:
    add_session(services, user, date(2026, 11, 1), [(BENCH, [(95, 5)])])
    session = with_bench(services, user, services.session.start(user.id))
    warm_up = replace(session.exercises[0].sets[0], set_type=SetType.WARM_UP)
    sets = (warm_up, *session.exercises[0].sets[1:])
    session = replace(session, exercises=(replace(session.exercises[0], sets=sets),))
    services.session.save(session)
    for place in range(3):
        session = ticked(services, session, clock, place)
    summary = services.session.summary(session)
    totals = summary.totals
    assert (totals.sets, totals.reps, totals.volume) == (2, 10, 1_000_000)
    assert summary.muscles[Muscle.CHEST] == 2.0
    assert summary.muscles[Muscle.TRICEPS] == 1.0
    assert {record.kind for record in summary.records} >= {RecordKind.E1RM, RecordKind.HEAVIEST}


def test_a_corrected_set_takes_its_record_back(
    services: Services, user: User, clock: FakeClock
) -> None:
    add_session(services, user, date(2026, 11, 1), [(BENCH, [(95, 5), (95, 5), (95, 5)])])
    session = ticked(services, with_bench(services, user, services.session.start(user.id)), clock)
    assert services.session.records_fallen(session)
    exercise = session.exercises[0]
    lighter = replace(exercise.sets[0], weight=Weight.of(60, Unit.KG))
    session = replace(session, exercises=(replace(exercise, sets=(lighter, *exercise.sets[1:])),))
    services.session.save_set(session, exercise.id, lighter)
    assert services.session.records_fallen(session) == ()


def test_last_time_is_the_last_time(services: Services, user: User, clock: FakeClock) -> None:
    add_session(services, user, date(2026, 10, 1), [(BENCH, [(90, 5)])])
    add_session(services, user, date(2026, 11, 1), [(BENCH, [(95, 5), (95, 4)])])
    bench = id_of(services, user, BENCH)
    found = services.session.previous(user.id, [bench], clock())
    assert [(str(one.weight), one.reps) for one in found[bench].sets] == [
        ("95 kg", 5),
        ("95 kg", 4),
    ]
