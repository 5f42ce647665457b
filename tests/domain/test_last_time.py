"""Which sets of last time a turn of today follows."""

from __future__ import annotations

import pytest

from desktop.domain.gear import default_gear
from desktop.domain.ids import new_id
from desktop.domain.last_time import NEVER, LastTime, turn_of
from desktop.domain.session import ExerciseSet, SessionExercise
from desktop.domain.session_start import Footing, planned_exercises
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit

BENCH, SQUAT = new_id(), new_id()
A, B, C = (ExerciseSet(new_id(), reps=reps) for reps in (5, 8, 12))
ONCE, TWICE, THRICE = LastTime(((A, B),)), LastTime(((A, B), (C,))), LastTime(((A,), (B,), (C,)))


@pytest.mark.parametrize(
    ("last", "turn", "expected"),
    [
        (NEVER, (0, 1), ()),
        (NEVER, (1, 2), ()),
        (ONCE, (0, 1), (A, B)),
        (ONCE, (0, 2), (A, B)),
        (ONCE, (1, 2), (A, B)),
        (TWICE, (0, 1), (A, B, C)),
        (TWICE, (0, 2), (A, B)),
        (TWICE, (1, 2), (C,)),
        (TWICE, (1, 3), (C,)),
        (TWICE, (2, 3), (C,)),
        (THRICE, (1, 2), (B, C)),
    ],
)
def test_each_turn_follows_the_one_at_its_place(
    last: LastTime, turn: tuple[int, int], expected: tuple[ExerciseSet, ...]
) -> None:
    assert last.of_turn(*turn) == expected


def test_one_more_turn_follows_what_is_left() -> None:
    bench, squat = SessionExercise(new_id(), BENCH), SessionExercise(new_id(), SQUAT)
    assert TWICE.of_next(BENCH, []) == TWICE.sets == (A, B, C)
    assert TWICE.of_next(BENCH, [bench, squat]) == (C,)
    assert [turn_of([bench, squat, bench], place) for place in range(2)] == [(0, 2), (0, 1)]


def test_a_template_with_two_lines_plans_each_as_last_time() -> None:
    lines = tuple(TemplateExercise(new_id(), key, None) for key in (BENCH, SQUAT, BENCH))
    footing = Footing(Unit.KG, default_gear(Unit.KG).gym, {BENCH: TWICE})
    planned = planned_exercises(WorkoutTemplate(new_id(), None, "Day", exercises=lines), footing)
    assert [[one.reps for one in exercise.sets] for exercise in planned] == [
        [5, 8],
        [None, None, None],
        [12],
    ]
