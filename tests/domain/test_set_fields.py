"""What is typed into a set's field is understood, and written back the same."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.accounts import Effort
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import (
    Field,
    clock_text,
    field_text,
    fields_of,
    missing,
    parse_duration,
    parse_weight,
    title_of,
    typed,
)
from desktop.domain.weight import Unit, Weight, plain_number

PRESS, RUN = ExerciseKind.WEIGHT_REPS, ExerciseKind.DISTANCE_DURATION
ASSISTED, CARRY = ExerciseKind.ASSISTED_BODYWEIGHT, ExerciseKind.WEIGHT_DISTANCE


def after(field: Field, text: str, kind: ExerciseKind = PRESS) -> ExerciseSet:
    return typed(ExerciseSet(new_id()), field, text, kind, Unit.KG)


def test_a_weight_has_a_comma_or_a_point_and_maybe_a_unit() -> None:
    assert after(Field.WEIGHT, "102,5").weight == Weight.of("102.5", Unit.KG)
    assert after(Field.WEIGHT, " 102.5 ").weight == Weight.of("102.5", Unit.KG)
    assert after(Field.WEIGHT, "225 lb").weight == Weight.of(225, Unit.LB)
    assert after(Field.WEIGHT, "").weight is None


def test_a_weight_of_the_other_unit_names_it() -> None:
    one = after(Field.WEIGHT, "180lbs")
    assert field_text(Field.WEIGHT, one, PRESS, Unit.KG) == "180 lb"
    assert typed(one, Field.WEIGHT, "180 lb", PRESS, Unit.KG) is one


def test_help_is_typed_as_it_is_and_stored_below_zero() -> None:
    one = after(Field.WEIGHT, "20", ASSISTED)
    assert one.weight == Weight.of(-20, Unit.KG)
    assert field_text(Field.WEIGHT, one, ASSISTED, Unit.KG) == "20"
    assert title_of(Field.WEIGHT, ASSISTED, Unit.KG) == "\u2212kg"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.WEIGHT, "abc"),
        (Field.WEIGHT, "-5"),
        (Field.WEIGHT, "10 st"),
        (Field.REPS, "5.5"),
        (Field.REPS, "-1"),
        (Field.RPE, "11"),
        (Field.RPE, "7.3"),
        (Field.DURATION, "1:75"),
        (Field.DURATION, "soon"),
        (Field.DISTANCE, "5 parsec"),
    ],
)
def test_what_cannot_be_is_refused_with_a_word(field: Field, text: str) -> None:
    with pytest.raises(InvalidInputError) as fault:
        after(field, text)
    assert fault.value.what
    assert fault.value.advice


def test_times_are_seconds_or_clocks_or_spans() -> None:
    assert [parse_duration(t) for t in ("90", "1:30", "1:05:30", "5 min", "1.5 h")] == [
        90,
        90,
        3930,
        300,
        5400,
    ]


@given(st.integers(0, 100 * 3600 - 1))
def test_a_time_reads_back(seconds: int) -> None:
    assert parse_duration(clock_text(seconds)) == seconds


@given(st.decimals(0, 9000, places=2), st.sampled_from(Unit))
def test_a_weight_reads_back(amount: object, unit: Unit) -> None:
    weight = Weight.of(str(amount), unit)
    one = ExerciseSet(new_id(), weight=weight)
    assert parse_weight(field_text(Field.WEIGHT, one, PRESS, Unit.KG), Unit.KG) == weight


def test_distances_are_kilometres_for_runs_and_metres_for_carries() -> None:
    assert after(Field.DISTANCE, "5,25", RUN).distance_meters == 5250
    assert after(Field.DISTANCE, "400 m", RUN).distance_meters == 400
    assert after(Field.DISTANCE, "1 mi", RUN).distance_meters == 1609.344
    assert after(Field.DISTANCE, "40", CARRY).distance_meters == 40
    assert field_text(Field.DISTANCE, after(Field.DISTANCE, "400 m", RUN), RUN, Unit.KG) == "0.4"


@given(st.decimals(0, 600, places=3))
def test_runs_of_who_lifts_pounds_are_miles(amount: Decimal) -> None:
    assert title_of(Field.DISTANCE, RUN, Unit.LB) == "mi"
    assert title_of(Field.DISTANCE, CARRY, Unit.LB) == "m"
    text = plain_number(amount)
    one = typed(ExerciseSet(new_id()), Field.DISTANCE, text, RUN, Unit.LB)
    assert field_text(Field.DISTANCE, one, RUN, Unit.LB) == text


def test_fields_follow_the_kind() -> None:
    assert fields_of(PRESS, Effort.RPE) == (Field.WEIGHT, Field.REPS, Field.RPE)
    assert fields_of(RUN) == (Field.DISTANCE, Field.DURATION)


def test_a_tick_needs_what_makes_the_set() -> None:
    assert missing(after(Field.WEIGHT, "100"), PRESS) is Field.REPS
    assert missing(after(Field.REPS, "5"), PRESS) is Field.WEIGHT
    assert missing(after(Field.REPS, "5"), ExerciseKind.BODYWEIGHT_REPS) is None
    assert missing(ExerciseSet(new_id()), RUN) is Field.DISTANCE
    assert missing(after(Field.DURATION, "60", RUN), RUN) is None
    assert missing(after(Field.DURATION, "0", RUN), RUN) is Field.DISTANCE
    assert missing(after(Field.DISTANCE, "0", RUN), RUN) is Field.DISTANCE
    assert missing(after(Field.REPS, "0"), ExerciseKind.BODYWEIGHT_REPS) is Field.REPS
    assert missing(after(Field.DURATION, "0"), ExerciseKind.DURATION) is Field.DURATION
    assert (Field.REPS.lack, Field.WEIGHT.lack) == ("Reps are missing", "Weight is missing")


@pytest.mark.parametrize("field", [Field.WEIGHT, Field.REPS, Field.DURATION, Field.RPE])
@pytest.mark.parametrize("digits", [40, 5000])
def test_endless_numbers_are_refused_in_words(field: Field, digits: int) -> None:
    with pytest.raises(InvalidInputError) as refused:
        typed(ExerciseSet(new_id()), field, "1" * digits, PRESS, Unit.KG)
    assert str(refused.value)
