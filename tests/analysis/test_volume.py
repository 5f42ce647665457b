"""Weekly sets for each muscle."""

from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.volume import week_start, weekly_sets, weeks_between
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import Muscle, MuscleGroup
from desktop.domain.training import WeeklySets

BENCH = Exercise(
    UUID(int=1),
    "Bench Press (Barbell)",
    ExerciseKind.WEIGHT_REPS,
    (Muscle.CHEST,),
    (Muscle.TRICEPS, Muscle.FRONT_DELTS),
)
PUSHDOWN = Exercise(
    UUID(int=2), "Triceps Pushdown", ExerciseKind.WEIGHT_REPS, primary=(Muscle.TRICEPS,)
)
MONDAY = date(2026, 11, 16)
DAYS = st.dates(date(2020, 1, 1), date(2021, 12, 31))
ROWS = st.lists(st.tuples(DAYS, st.sampled_from([BENCH, PUSHDOWN]), st.integers(1, 9)), max_size=20)


@pytest.mark.parametrize(
    ("first_weekday", "start"),
    [(0, date(2026, 11, 16)), (5, date(2026, 11, 21)), (6, date(2026, 11, 15))],
)
def test_weeks_start_where_the_user_says(first_weekday: int, start: date) -> None:
    assert week_start(date(2026, 11, 21), first_weekday) == start


@given(DAYS, st.integers(0, 6))
def test_a_day_lies_in_its_week(day: date, first_weekday: int) -> None:
    start = week_start(day, first_weekday)
    assert start.weekday() == first_weekday
    assert timedelta(0) <= day - start < timedelta(7)


def test_a_secondary_muscle_counts_half() -> None:
    weekly = weekly_sets([(MONDAY, BENCH, 4), (MONDAY + timedelta(6), PUSHDOWN, 3)])
    assert weekly == WeeklySets(
        (MONDAY,),
        {Muscle.CHEST: (4.0,), Muscle.FRONT_DELTS: (2.0,), Muscle.TRICEPS: (5.0,)},
        {MuscleGroup.CHEST: (4.0,), MuscleGroup.SHOULDERS: (2.0,), MuscleGroup.ARMS: (5.0,)},
    )


def test_a_set_counts_once_for_a_group() -> None:
    squat = Exercise(
        UUID(int=3),
        "Squat (Barbell)",
        ExerciseKind.WEIGHT_REPS,
        (Muscle.QUADRICEPS, Muscle.GLUTES),
        (Muscle.ADDUCTORS, Muscle.LOWER_BACK, Muscle.TRAPS),
    )
    weekly = weekly_sets([(MONDAY, squat, 3)])
    assert weekly.groups == {MuscleGroup.BACK: (1.5,), MuscleGroup.LEGS: (3.0,)}


def test_idle_weeks_are_there() -> None:
    weekly = weekly_sets([(MONDAY, PUSHDOWN, 3), (MONDAY + timedelta(21), PUSHDOWN, 1)])
    assert weekly.sets == {Muscle.TRICEPS: (3.0, 0.0, 0.0, 1.0)}


def test_the_asked_span_is_filled() -> None:
    first, last = MONDAY, MONDAY + timedelta(13)
    assert weekly_sets([], 0, first, last) == WeeklySets(weeks_between(first, last), {}, {})
    assert weekly_sets([]) == WeeklySets((), {}, {})
    outside = [(first - timedelta(1), BENCH, 9), (last + timedelta(1), BENCH, 9)]
    assert weekly_sets(outside, 0, first, last).sets == {}


@given(ROWS, st.integers(0, 6))
def test_nothing_is_lost_and_no_week_left_out(
    rows: list[tuple[date, Exercise, int]], first_weekday: int
) -> None:
    weekly = weekly_sets(rows, first_weekday)
    assert all(later - week == timedelta(7) for week, later in pairwise(weekly.weeks))
    for place, week in enumerate(weekly.weeks):
        here = [row for row in rows if timedelta(0) <= row[0] - week < timedelta(7)]
        bench = sum(sets for _, exercise, sets in here if exercise is BENCH)
        pushdown = sum(sets for _, exercise, sets in here if exercise is PUSHDOWN)
        empty = (0.0,) * len(weekly.weeks)
        assert weekly.sets.get(Muscle.CHEST, empty)[place] == bench
        assert weekly.sets.get(Muscle.TRICEPS, empty)[place] == bench / 2 + pushdown
