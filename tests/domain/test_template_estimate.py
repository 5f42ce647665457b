"""How long a template takes: work and rests added up by hand."""

from dataclasses import replace
from uuid import UUID

import pytest

from desktop.domain.accounts import ExercisePreferences, Preferences
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.session import SetType
from desktop.domain.template_estimate import estimated_seconds
from desktop.domain.templates import TargetReps, TargetSet, TemplateExercise

PREFERENCES = Preferences(
    rest_seconds=100, warm_up_rest_seconds=50, drop_rest_seconds=0, failure_rest_seconds=200
)
EXERCISES = {kind: Exercise(new_id(), kind.label, kind) for kind in ExerciseKind}
BY_ID = {one.id: one for one in EXERCISES.values()}
FIVE = TargetReps(5, 5)
W, N, D, F = SetType.WARM_UP, SetType.NORMAL, SetType.DROP, SetType.FAILURE


def line(
    kind: ExerciseKind = ExerciseKind.WEIGHT_REPS, sets: int | None = 3, group: int | None = None
) -> TemplateExercise:
    return TemplateExercise(new_id(), EXERCISES[kind].id, sets, superset_group=group)


def seconds(
    *lines: TemplateExercise, habits: dict[UUID, ExercisePreferences] | None = None
) -> float:
    return estimated_seconds(lines, BY_ID, PREFERENCES, habits or {})


def test_nothing_takes_no_time() -> None:
    assert seconds() == 0


def test_sets_and_the_rests_between_them() -> None:
    one = replace(line(), target_reps=TargetReps(8, 12))
    assert seconds(one) == 3 * 10 * 3.5 + 2 * 100
    assert seconds(one, one) == 2 * 3 * 10 * 3.5 + 5 * 100
    assert seconds(line(sets=None)) == seconds(line(sets=3))


def test_the_template_s_rest_comes_before_the_exercise_s_and_the_profile_s() -> None:
    one = replace(line(sets=2), target_reps=TargetReps(2, 2))
    assert one.exercise_id is not None
    habits = {one.exercise_id: ExercisePreferences(rest_seconds=60)}
    assert seconds(one, habits=habits) == 14 + 60
    assert seconds(replace(one, rest_seconds=30), habits=habits) == 14 + 30


def test_rests_go_by_the_type_of_set() -> None:
    sets = tuple(TargetSet(one, TargetReps(2, 2)) for one in (W, N, D, F, N))
    assert seconds(line().with_targets(sets)) == 5 * 7 + 50 + 0 + 100 + 200


def test_a_superset_shares_its_rests() -> None:
    first, second = (replace(line(group=1), target_reps=TargetReps(2, 2)) for _ in range(2))
    assert seconds(first, second) == 6 * 7 + 2 * 100
    assert seconds(first, replace(second, target_sets=2)) == 5 * 7 + 2 * 100
    apart = replace(second, superset_group=2)
    assert seconds(first, apart) == 6 * 7 + 5 * 100


@pytest.mark.parametrize(
    ("kind", "target", "expected"),
    [
        (ExerciseKind.WEIGHT_REPS, TargetSet(reps=TargetReps(6, None)), 21),
        (ExerciseKind.WEIGHT_REPS, TargetSet(reps=TargetReps(None, None)), 35),
        (ExerciseKind.BODYWEIGHT_REPS, TargetSet(), 35),
        (ExerciseKind.DURATION, TargetSet(duration_seconds=75), 75),
        (ExerciseKind.WEIGHT_DURATION, TargetSet(), 45),
        (ExerciseKind.WEIGHT_DISTANCE, TargetSet(distance_meters=60), 60),
        (ExerciseKind.WEIGHT_DISTANCE, TargetSet(), 40),
        (ExerciseKind.DISTANCE_DURATION, TargetSet(distance_meters=5000), 1800),
        (
            ExerciseKind.DISTANCE_DURATION,
            TargetSet(duration_seconds=900, distance_meters=5000),
            900,
        ),
        (ExerciseKind.DISTANCE_DURATION, TargetSet(), 600),
    ],
)
def test_what_a_set_itself_takes(kind: ExerciseKind, target: TargetSet, expected: int) -> None:
    assert seconds(line(kind, sets=1).with_shared(target)) == expected


def test_an_exercise_that_is_gone_counts_as_reps() -> None:
    gone = TemplateExercise(new_id(), None, 1, FIVE)
    assert seconds(gone) == round(5 * 3.5)
