"""Distances go with the unit of weights, as they are typed."""

import pytest

from desktop.domain.distance import distance_text
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import Field, field_text
from desktop.domain.weight import Unit, Weight
from desktop.ui.widgets.texts import minutes_text, set_text, volume_text, weight_text


@pytest.mark.parametrize(
    ("meters", "unit", "text"),
    [
        (5250, Unit.KG, "5.25 km"),
        (5250, Unit.LB, "3.26 mi"),
        (1609.344, Unit.LB, "1 mi"),
        (400, Unit.KG, "400 m"),
        (40, Unit.LB, "40 m"),
        (804.672, Unit.LB, "0.5 mi"),
        (804.672, Unit.KG, "804.7 m"),
        (1_609_344, Unit.LB, "1,000 mi"),
    ],
)
def test_distances_in_words(meters: float, unit: Unit, text: str) -> None:
    assert distance_text(meters, unit) == text


def test_a_run_in_one_line() -> None:
    run = ExerciseSet(new_id(), distance_meters=8046.72, duration_seconds=2400)
    assert set_text(run, Unit.LB) == "5 mi \u00b7 40:00"
    assert set_text(run, Unit.KG) == "8.05 km \u00b7 40:00"


def test_weights_and_volumes_part_their_thousands_alike() -> None:
    heavy = ExerciseSet(new_id(), weight=Weight.of(1000, Unit.KG), reps=5)
    assert set_text(heavy, Unit.KG) == "1,000 kg \u00d7 5"
    assert weight_text(1_000_000, Unit.KG) == "1,000 kg"
    assert volume_text(5_000_000, Unit.KG) == "5,000 kg"
    assert field_text(Field.WEIGHT, heavy, ExerciseKind.WEIGHT_REPS, Unit.KG) == "1000"
    assert field_text(Field.WEIGHT, heavy, ExerciseKind.WEIGHT_REPS, Unit.LB) == "1000 kg"


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0 min"), (38, "38 min"), (60, "1 h"), (72, "1 h 12 min")]
)
def test_whole_hours_are_said_alone(minutes: int, text: str) -> None:
    assert minutes_text(minutes) == text
