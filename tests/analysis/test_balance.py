"""What pushes and what pulls."""

from __future__ import annotations

import pytest

from desktop.analysis.balance import LOWER, PULL, PUSH, UPPER, balance
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import Muscle
from desktop.domain.training import Balance


def exercise(primary: tuple[Muscle, ...], secondary: tuple[Muscle, ...] = ()) -> Exercise:
    return Exercise(new_id(), "Lift", ExerciseKind.WEIGHT_REPS, primary, secondary)


BENCH = exercise((Muscle.CHEST,), (Muscle.TRICEPS, Muscle.FRONT_DELTS))
ROW = exercise((Muscle.UPPER_BACK, Muscle.LATS), (Muscle.BICEPS,))
DEADLIFT = exercise((Muscle.GLUTES, Muscle.HAMSTRINGS), (Muscle.LOWER_BACK, Muscle.TRAPS))
SQUAT = exercise((Muscle.QUADRICEPS,), (Muscle.HAMSTRINGS, Muscle.GLUTES))
CRUNCH = exercise((Muscle.ABDOMINALS,))


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ((BENCH, 4), Balance(4, 0, 4, 0, 0, 0)),
        ((ROW, 3), Balance(0, 3, 3, 0, 0, 0)),
        ((DEADLIFT, 2), Balance(0, 1, 1, 2, 0, 2)),
        ((SQUAT, 5), Balance(0, 0, 0, 5, 5, 2.5)),
        ((CRUNCH, 5), Balance(0, 0, 0, 0, 0, 0)),
    ],
)
def test_a_set_counts_once_on_each_side_that_it_trains(
    done: tuple[Exercise, int], expected: Balance
) -> None:
    assert balance([done]) == expected


def test_sets_add_up() -> None:
    assert balance([(BENCH, 4), (ROW, 3), (BENCH, 1)]) == Balance(5, 3, 8, 0, 0, 0)


def test_no_muscle_is_on_both_sides() -> None:
    assert not PUSH & PULL
    assert not UPPER & LOWER
