"""What counts as touched: what was typed, accepted or ticked, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import Field
from desktop.domain.weight import Unit, Weight
from desktop.ui.session.suggestions import Suggestions
from tests.support import NOW

FIELDS = (Field.WEIGHT, Field.REPS, Field.RPE)
LAST = ExerciseSet(new_id(), weight=Weight.of(97.5, Unit.KG), reps=5, rpe=8.0)


@pytest.fixture
def told() -> Suggestions:
    made = Suggestions(ExerciseKind.WEIGHT_REPS, Unit.KG, FIELDS)
    made.last = LAST
    return made


def planned(reps: int | None = 5, weight: float | None = 100) -> ExerciseSet:
    kilograms = None if weight is None else Weight.of(weight, Unit.KG)
    return ExerciseSet(new_id(), reps=reps, weight=kilograms)


def test_values_are_suggested_until_they_are_accepted(told: Suggestions) -> None:
    one = planned()
    assert told.is_suggested(one, Field.WEIGHT)
    assert told.accepted(one, [Field.WEIGHT]) == one
    assert not told.is_suggested(one, Field.WEIGHT)
    assert told.is_suggested(one, Field.REPS)


def test_a_value_is_suggested_again_when_it_is_another_one(told: Suggestions) -> None:
    one = planned()
    told.touch(one, Field.WEIGHT)
    carried = replace(one, weight=Weight.of(105, Unit.KG))
    told.follow(one, carried)
    assert told.is_suggested(carried, Field.WEIGHT)


def test_what_was_ticked_stays_touched(told: Suggestions) -> None:
    one = planned()
    done = replace(one, completed_at=NOW)
    told.follow(one, done)
    told.follow(done, one)
    assert not told.is_suggested(one, Field.WEIGHT)
    assert not told.is_suggested(one, Field.REPS)


def test_an_empty_field_suggests_last_time(told: Suggestions) -> None:
    one = planned(None, None)
    assert told.placeholder(one, Field.WEIGHT) == "97.5"
    taken = told.accepted(one, FIELDS)
    assert (taken.weight, taken.reps) == (LAST.weight, LAST.reps)
    assert not told.is_suggested(taken, Field.WEIGHT)


def test_effort_is_never_suggested(told: Suggestions) -> None:
    one = replace(planned(), rpe=7.0)
    assert not told.is_suggested(one, Field.RPE)
    assert told.placeholder(planned(), Field.RPE) == ""
    assert told.accepted(planned(), FIELDS).rpe is None


def test_what_was_emptied_stays_empty(told: Suggestions) -> None:
    emptied = planned(weight=None)
    told.touch(emptied, Field.WEIGHT)
    assert told.placeholder(emptied, Field.WEIGHT) == ""
    assert told.accepted(emptied, FIELDS).weight is None


def test_what_the_set_above_left_out_stays_empty(told: Suggestions) -> None:
    one = planned()
    told.follow(one, replace(one, weight=None))
    assert told.placeholder(replace(one, weight=None), Field.WEIGHT) == ""


def test_a_value_taken_back_is_suggested_again(told: Suggestions) -> None:
    empty = planned(weight=None)
    taken = told.accepted(empty, [Field.WEIGHT])
    told.follow(taken, empty)
    assert told.placeholder(empty, Field.WEIGHT) == "97.5"


@settings(max_examples=50, deadline=None)
@given(
    kind=st.sampled_from(list(ExerciseKind)),
    unit=st.sampled_from(list(Unit)),
    grams=st.integers(0, 999_999),
    in_pounds=st.booleans(),
    seconds=st.integers(0, 9_999),
    millimeters=st.integers(0, 99_999_999),
)
def test_what_is_taken_is_what_was_done(
    kind: ExerciseKind, unit: Unit, grams: int, in_pounds: bool, seconds: int, millimeters: int
) -> None:
    number = round(grams / 1000, 2)
    weight = Weight.of(number, Unit.LB if in_pounds else Unit.KG)
    if kind is ExerciseKind.ASSISTED_BODYWEIGHT:
        weight = replace(weight, grams=-weight.grams)
    fields = (Field.WEIGHT, Field.REPS, Field.DISTANCE, Field.DURATION)
    told = Suggestions(kind, unit, fields)
    meters = millimeters / 1000
    last = ExerciseSet(new_id(), reps=8, weight=weight, duration_seconds=seconds)
    told.last = replace(last, distance_meters=meters)
    taken = told.accepted(ExerciseSet(last.id), fields)
    assert taken == told.last
