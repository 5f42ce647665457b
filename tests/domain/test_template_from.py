"""Templates out of sessions: new ones ask for what was done, others are brought up to date."""

from dataclasses import replace
from datetime import UTC, date, datetime

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, SessionExercise, SetType, WorkoutSession
from desktop.domain.template_from import template_of, updated_template
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight

NOW = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
USER = new_id()


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


def done(weight: float, reps: int, set_type: SetType = SetType.NORMAL) -> ExerciseSet:
    return ExerciseSet(new_id(), set_type, reps, kg(weight), completed_at=NOW)


def open_set(weight: float, reps: int) -> ExerciseSet:
    return replace(done(weight, reps), completed_at=None)


def exercise(*sets: ExerciseSet, line: TemplateExercise | None = None) -> SessionExercise:
    return SessionExercise(
        new_id(),
        line.exercise_id if line else new_id(),
        sets,
        template_exercise_id=line.id if line else None,
    )


def session_of(*exercises: SessionExercise) -> WorkoutSession:
    return WorkoutSession(new_id(), USER, "Push A", date(2026, 11, 20), NOW, exercises=exercises)


def line_of(*targets: TargetSet) -> TemplateExercise:
    line = TemplateExercise(new_id(), new_id(), rest_seconds=90, notes="slow")
    return line.with_targets(targets)


def update(
    lines: tuple[TemplateExercise, ...], *exercises: SessionExercise
) -> tuple[TemplateExercise, ...]:
    template = WorkoutTemplate(new_id(), USER, "Push A", exercises=lines)
    by_id = {line.id: line for line in lines}
    plan = {
        one.id: by_id[one.template_exercise_id]
        for one in exercises
        if one.template_exercise_id in by_id
    }
    return updated_template(template, session_of(*exercises), plan).exercises


FIVE = TargetReps(5, 5)


def test_a_new_template_asks_for_what_was_ticked() -> None:
    equal = exercise(done(100, 5), done(100, 5), open_set(100, 5))
    pyramid = replace(
        exercise(done(40, 8, SetType.WARM_UP), done(80, 5), done(85, 3)), superset_group=1
    )
    template = template_of(session_of(equal, exercise(open_set(10, 10)), pyramid))
    assert (template.name, template.user_id) == ("Push A", USER)
    first, second = template.exercises
    assert (first.target_sets, first.target_reps, first.target_weight) == (2, FIVE, kg(100))
    assert first.sets == ()
    assert [one.set_type for one in second.sets] == [
        SetType.WARM_UP,
        SetType.NORMAL,
        SetType.NORMAL,
    ]
    assert [one.weight for one in second.sets] == [kg(40), kg(80), kg(85)]
    assert second.superset_group == 1


def test_times_and_distances_are_asked_for_again() -> None:
    run = ExerciseSet(new_id(), duration_seconds=1500, distance_meters=5000, completed_at=NOW)
    (line,) = template_of(session_of(exercise(run))).exercises
    assert (line.target_seconds, line.target_meters, line.target_reps) == (1500, 5000, None)


def test_an_exercise_that_is_gone_is_left_out() -> None:
    gone = replace(exercise(done(100, 5)), exercise_id=None)
    assert template_of(session_of(gone)).exercises == ()


def test_what_was_done_as_planned_changes_nothing() -> None:
    line = line_of(*[TargetSet(reps=TargetReps(8, 12), weight=kg(60))] * 3)
    sets = [done(60, reps) for reps in (12, 10, 8)]
    assert update((line,), exercise(*sets, line=line)) == (line,)


def test_weights_and_numbers_of_sets_follow_what_was_done() -> None:
    line = line_of(*[TargetSet(reps=TargetReps(8, 12), weight=kg(60))] * 3)
    (after,) = update((line,), exercise(*[done(62.5, 9)] * 4, line=line))
    assert (after.id, after.rest_seconds, after.notes) == (line.id, 90, "slow")
    assert (after.target_sets, after.target_weight) == (4, kg(62.5))
    assert after.target_reps == TargetReps(8, 12)


def test_a_set_beyond_a_plan_of_differing_sets_becomes_its_own_target() -> None:
    line = line_of(
        TargetSet(reps=FIVE, percent=75), TargetSet(reps=TargetReps(3, None), percent=85)
    )
    sets = [done(90, 5), done(100, 4), done(70, 10)]
    (after,) = update((line,), exercise(*sets, line=line))
    assert after.targets()[:2] == line.targets()
    assert after.targets()[2] == TargetSet(reps=TargetReps(10, 10), weight=kg(70))


def test_warm_ups_that_were_not_planned_push_no_target_aside() -> None:
    line = line_of(*[TargetSet(reps=TargetReps(8, 12), percent=70)] * 2)
    warm_up = done(20, 10, SetType.WARM_UP)
    (after,) = update((line,), exercise(warm_up, done(60, 9), done(60, 8), line=line))
    assert after.targets()[1:] == line.targets()
    assert after.targets()[0].weight == kg(20)


def test_an_open_number_of_sets_stays_open_where_all_went_as_planned() -> None:
    line = TemplateExercise(new_id(), new_id(), target_reps=FIVE, target_weight=kg(50))
    assert update((line,), exercise(done(50, 5), done(50, 5), line=line)) == (line,)


def test_reps_out_of_the_range_replace_it() -> None:
    line = line_of(TargetSet(reps=TargetReps(8, 12), weight=kg(60)))
    (after,) = update((line,), exercise(done(60, 14), line=line))
    assert after.target_reps == TargetReps(14, 14)


def test_shares_of_the_e1rm_amrap_and_rpe_stay() -> None:
    line = line_of(
        TargetSet(reps=FIVE, percent=75, rpe=8),
        TargetSet(reps=TargetReps(None, None), percent=85),
    )
    (after,) = update((line,), exercise(done(90, 5), done(102.5, 7), line=line))
    assert after == line


def test_lines_that_were_not_done_or_swapped_for_the_day_stay_as_they_are() -> None:
    skipped, swapped = line_of(TargetSet(reps=FIVE)), line_of(TargetSet(reps=FIVE))
    other = replace(exercise(done(20, 12), line=swapped), exercise_id=new_id())
    passed = replace(exercise(open_set(10, 1), line=skipped), is_skipped=True)
    assert update((skipped, swapped), passed, other) == (skipped, swapped)


def test_the_order_is_that_of_the_session_and_new_exercises_come_along() -> None:
    first, second, third = (line_of(TargetSet(reps=FIVE, weight=kg(50))) for _ in range(3))
    added = exercise(done(20, 12))
    after = update(
        (first, second, third),
        exercise(done(50, 5), line=third),
        added,
        exercise(done(50, 5), line=first),
    )
    # the second is no part of the session any more: it keeps its place
    assert [one.exercise_id for one in after] == [
        third.exercise_id,
        second.exercise_id,
        added.exercise_id,
        first.exercise_id,
    ]


def test_supersets_follow_the_session() -> None:
    line = line_of(TargetSet(reps=FIVE, weight=kg(50)))
    together = replace(exercise(done(50, 5), line=line), superset_group=2)
    (after,) = update((line,), together)
    assert after.superset_group == 2
