"""What a session begins with, stands beside, and comes to: templates, percentages, the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from desktop.domain.accounts import ExercisePreferences, User, WarmUpStep
from desktop.domain.errors import InvalidInputError
from desktop.domain.gear import Bar, Gear, Gym, Plates
from desktop.domain.ids import new_id
from desktop.domain.rest import Rest
from desktop.domain.session import ExerciseSet, SetType, WorkoutSession
from desktop.domain.session_edits import change_set, swap_exercise
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from tests.support import FakeClock, add_session, session_of

BENCH, SQUAT, ROW = "Bench Press (Barbell)", "Squat (Barbell)", "Bent-Over Row (Barbell)"
DAY = date(2026, 11, 1)


def id_of(services: Services, user: User, name: str) -> UUID:
    return next(e.id for e in services.library.all(user.id).values() if e.name == name)


def keep(services: Services, user: User, *lines: TemplateExercise) -> WorkoutTemplate:
    template = WorkoutTemplate(new_id(), user.id, "Push A", exercises=lines)
    services.templates.save(user.id, template)
    return template


def numbers(sets: tuple[ExerciseSet, ...]) -> list[tuple[str, str, int | None]]:
    return [(one.set_type.value, str(one.weight), one.reps) for one in sets]


def all_ticked(services: Services, session: WorkoutSession) -> WorkoutSession:
    for one in list(session.all_sets()):
        session = change_set(session, replace(one, completed_at=session.started_at))
    services.session.save(session)
    return session


def test_each_set_has_its_own_target(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(100, 1)])])
    targets = (
        TargetSet(SetType.WARM_UP, TargetReps(5, 5), percent=50.0),
        TargetSet(reps=TargetReps(3, 3), percent=83.0),
        TargetSet(reps=TargetReps(8, 12), weight=Weight.of(70, Unit.KG)),
        TargetSet(reps=TargetReps(None, None)),
    )
    line = TemplateExercise(new_id(), id_of(services, user, BENCH)).with_targets(targets)
    session = services.session.start(user.id, keep(services, user, line).id)
    # percentages of the e1RM of 100 kg, to the nearest pair of the lightest plates
    assert numbers(session.exercises[0].sets) == [
        ("warmup", "50 kg", 5),
        ("normal", "82.5 kg", 3),
        ("normal", "70 kg", 8),
        ("normal", "100 kg", 1),
    ]
    assert services.session.plan(session) == {session.exercises[0].id: line}


def test_warm_up_sets_that_are_new_take_the_usual_ramp(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(100, 5)])])
    warm_up, work = TargetSet(SetType.WARM_UP), TargetSet()
    line = TemplateExercise(new_id(), id_of(services, user, BENCH))
    targets = (replace(warm_up, reps=TargetReps(8, 8)), warm_up, work)
    template = keep(services, user, line.with_targets(targets))
    session = services.session.start(user.id, template.id)
    assert numbers(session.exercises[0].sets) == [
        ("warmup", "60 kg", 8),
        ("warmup", "80 kg", 2),
        ("normal", "100 kg", 5),
    ]
    services.session.discard(session.id)
    preferences = services.accounts.preferences(user.id)
    ramp = (WarmUpStep(0, 10), WarmUpStep(50, 4))
    services.accounts.save_preferences(user.id, replace(preferences, warm_up_ramp=ramp))
    services.templates.save(
        user.id, replace(template, exercises=(line.with_targets((*[warm_up] * 3, work)),))
    )
    session = services.session.start(user.id, template.id)
    # of the empty bar only its reps are known
    assert [(one.weight, one.reps) for one in session.exercises[0].sets][:3] == [
        (None, 10),
        (None, 10),
        (Weight.of(50, Unit.KG), 4),
    ]


def test_targets_are_kept_for_each_set(services: Services, user: User) -> None:
    targets = (TargetSet(reps=TargetReps(5, 5), rpe=8.0), TargetSet(duration_seconds=60))
    line = TemplateExercise(new_id(), None, notes="slowly").with_targets(targets)
    template = keep(services, user, line)
    assert services.templates.get(template.id) == template
    shorter = replace(template, exercises=(line.with_targets(targets[:1]),))
    services.templates.save(user.id, shorter)
    assert services.templates.get(template.id) == shorter
    services.templates.save(user.id, template)
    assert services.templates.get(template.id) == template


def test_the_same_template_comes_before_the_last_time(
    services: Services, user: User, clock: FakeClock
) -> None:
    bench = id_of(services, user, BENCH)
    template = keep(services, user, TemplateExercise(new_id(), bench, 1))
    heavy = replace(session_of(services, user, DAY, [(BENCH, [(100, 5)])]), template_id=template.id)
    services.session.save(heavy)
    add_session(services, user, DAY + timedelta(days=2), [(BENCH, [(60, 12)])])
    previous = services.session.previous
    assert previous(user.id, [bench], clock())[bench].sets[0].weight == Weight.of(60, Unit.KG)
    same = previous(user.id, [bench], clock(), template.id)
    assert same[bench].sets[0].weight == Weight.of(100, Unit.KG)
    session = services.session.start(user.id, template.id)
    assert session.exercises[0].sets[0].weight == Weight.of(100, Unit.KG)


def test_a_swapped_exercise_keeps_the_plan_of_its_line(services: Services, user: User) -> None:
    bench, squat = (id_of(services, user, name) for name in (BENCH, SQUAT))
    line = TemplateExercise(new_id(), bench, 3, TargetReps(5, 5))
    session = services.session.start(user.id, keep(services, user, line).id)
    swapped = swap_exercise(session, session.exercises[0].id, squat, session.exercises[0].sets)
    services.session.save(swapped)
    stored = services.session.open_session(user.id)
    assert stored == swapped
    assert services.session.plan(swapped) == {swapped.exercises[0].id: line}


def test_a_workout_of_the_past_is_typed_in(services: Services, user: User) -> None:
    start = datetime.combine(date(2026, 11, 3), time(18, 30))
    session = services.session.start(user.id, local_start=start, minutes=70, name="Push")
    assert session.is_after_the_fact
    assert (session.session_date, session.local_start) == (start.date(), start)
    with_bench = replace(
        session_of(services, user, start.date(), [(BENCH, [(100, 5)])]),
        id=session.id,
        started_at=session.started_at,
        utc_offset_minutes=session.utc_offset_minutes,
        ended_at=None,
        duration_minutes=70,
        name="Push",
    )
    services.session.save(with_bench)
    services.session.finish(with_bench)
    (row,) = services.history.rows(user.id)
    assert (row.local_start, row.duration_minutes) == (start, 70)
    stored = services.history.get(row.id)
    assert stored.ended_at == session.started_at + timedelta(minutes=70)


def test_the_future_is_no_past(services: Services, user: User) -> None:
    with pytest.raises(InvalidInputError, match="still to come"):
        services.session.start(
            user.id, local_start=datetime.combine(date(2030, 1, 1), time()), minutes=60
        )
    assert services.session.open_session(user.id) is None


def test_a_rest_is_kept_and_forgotten(services: Services, user: User, clock: FakeClock) -> None:
    rest = Rest(clock() + timedelta(seconds=90), 120, "100 × 5")
    services.session.keep_rest(user.id, rest)
    assert services.session.rest(user.id) == rest
    services.session.keep_rest(user.id, None)
    assert services.session.rest(user.id) is None


def test_what_is_preferred_for_one_exercise(services: Services, user: User) -> None:
    bench = id_of(services, user, BENCH)
    for wanted in (
        ExercisePreferences(180, Weight.of(45, Unit.LB)),
        ExercisePreferences(rest_seconds=90),
        ExercisePreferences(),
    ):
        services.accounts.save_exercise_preferences(user.id, bench, wanted)
        assert services.accounts.exercise_preferences(user.id) == {bench: wanted}


def test_bars_and_plates_are_kept(services: Services, user: User) -> None:
    usual = services.accounts.gear(user.id)
    assert usual.gym.bars[0].weight == Weight.of(20, Unit.KG)
    garage = Gym(
        "Garage",
        (Bar("Old bar", Weight.of(45, Unit.LB)),),
        (Plates(Weight.of(20, Unit.KG), 2), Plates(Weight.of(2.5, Unit.LB))),
    )
    wanted = Gear((*usual.gyms, garage), "Garage")
    services.accounts.save_gear(user.id, wanted)
    assert services.accounts.gear(user.id) == wanted
    assert services.accounts.preferences(user.id).unit is Unit.KG


def test_the_summary_stands_beside_the_last_time_and_the_plan(
    services: Services, user: User, clock: FakeClock
) -> None:
    bench, squat, row = (id_of(services, user, name) for name in (BENCH, SQUAT, ROW))
    template = keep(
        services,
        user,
        TemplateExercise(new_id(), bench, 3),
        TemplateExercise(new_id(), squat, 2),
        TemplateExercise(new_id(), row, 4),
    )
    before = session_of(services, user, DAY, [(BENCH, [(90, 5), (95, 5)]), (SQUAT, [(140, 5)])])
    services.session.save(replace(before, template_id=template.id))
    session = services.session.start(user.id, template.id)
    bench_done = [(100, 5), (100, 5)]
    done = replace(
        session_of(services, user, clock().date(), [(BENCH, bench_done)]).exercises[0],
        id=session.exercises[0].id,
        template_exercise_id=session.exercises[0].template_exercise_id,
    )
    # the squats wait to be done, the rows were taken out
    session = replace(session, exercises=(done, session.exercises[1]))
    services.session.save(session)
    clock.move(minutes=50)
    summary = services.session.summary(session)
    assert summary.template_name == "Push A"
    assert (summary.totals.sets, summary.totals.volume) == (2, 1_000_000)
    assert summary.totals.duration_minutes == 50
    assert summary.before is not None
    assert (summary.before.day, summary.before.totals.sets) == (DAY, 3)
    found = {one.exercise_id: one for one in summary.exercises}
    assert (found[bench].done, found[bench].planned) == (2, 3)
    now, last_time = found[bench].best, found[bench].best_before
    assert now is not None
    assert last_time is not None
    assert (str(now.weight), str(last_time.weight)) == ("100 kg", "95 kg")
    assert (found[squat].done, found[squat].planned, found[squat].best) == (0, 2, None)
    assert (found[row].done, found[row].planned, found[row].is_skipped) == (0, 4, True)


def test_a_template_out_of_a_session_and_back(services: Services, user: User) -> None:
    bench = id_of(services, user, BENCH)
    line = TemplateExercise(new_id(), bench, 2, TargetReps(4, 6), rest_seconds=150)
    template = keep(services, user, line)
    session = all_ticked(services, services.session.start(user.id, template.id))
    assert services.templates.updated_by(session) == template
    heavier = change_set(
        session, replace(session.exercises[0].sets[1], weight=Weight.of(105, Unit.KG))
    )
    updated = services.templates.updated_by(heavier)
    assert updated is not None
    assert [str(one.weight) for one in updated.exercises[0].targets()] == ["None", "105 kg"]
    assert [str(one.reps) for one in updated.exercises[0].targets()] == ["4-6", "4-6"]
    assert updated.exercises[0].rest_seconds == 150
    made = services.templates.from_session(heavier)
    assert (made.name, made.exercises[0].exercise_id) == ("Push A", bench)


def test_archived_templates_are_put_away(services: Services, user: User) -> None:
    template = keep(services, user)
    services.templates.save(user.id, replace(template, is_archived=True))
    assert services.templates.rows(user.id) == []
    (row,) = services.templates.rows(user.id, with_archived=True)
    assert row.is_archived
