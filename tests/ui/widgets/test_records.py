"""How records are written."""

from datetime import date
from uuid import UUID

import pytest

from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.records import Record, RecordKind
from desktop.domain.weight import Unit
from desktop.ui.widgets.records import short_label, source_text, value_text
from desktop.ui.widgets.texts import week_text

PULL_UP = Exercise(UUID(int=1), "Pull-Up", ExerciseKind.BODYWEIGHT_REPS)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (RecordKind.E1RM, 117_040, "117 kg"),
        (RecordKind.HEAVIEST, 61_250, "61.25 kg"),
        (RecordKind.SET_VOLUME, 585_000, "585 kg"),
        (RecordKind.SESSION_VOLUME, 4_180_000, "4,180 kg"),
        (RecordKind.MOST_REPS, 1, "1 rep"),
        (RecordKind.LEAST_HELP, -15_000, "15 kg help"),
        (RecordKind.LONGEST, 185, "3:05"),
        (RecordKind.FARTHEST, 10_250.0, "10.25 km"),
        (RecordKind.BEST_PACE, 1000 / 303, "5:03 /km"),
        (RecordKind.E1RM, None, "\u2014"),
    ],
)
def test_values(kind: RecordKind, value: float | None, text: str) -> None:
    assert value_text(kind, value, Unit.KG) == text


def test_added_weight_has_a_sign() -> None:
    assert value_text(RecordKind.HEAVIEST, 30_000, Unit.KG, PULL_UP) == "+30 kg"


def test_pounds_stay_whole() -> None:
    assert value_text(RecordKind.HEAVIEST, 102_058, Unit.LB) == "225 lb"


@pytest.mark.parametrize(
    ("reps", "weight", "rpe", "text"),
    [
        (6, 97_500, 9.0, "97.5 kg × 6 @9"),
        (5, 100_000, 8.5, "100 kg × 5 @8.5"),
        (12, None, None, "12 reps"),
        (None, 40_000, None, "40 kg"),
        (None, None, None, "\u2014"),
    ],
)
def test_sources(reps: int | None, weight: int | None, rpe: float | None, text: str) -> None:
    record = Record(
        RecordKind.E1RM, PULL_UP.id, 1.0, date(2026, 1, 1), UUID(int=2), None, reps, weight, rpe
    )
    assert source_text(record, Unit.KG) == text


def test_short_labels_differ() -> None:
    labels = [short_label(kind) for kind in RecordKind]
    assert len(set(labels)) == len(labels)
    assert labels[:4] == ["Heaviest", "e1RM", "Set volume", "Session volume"]


@pytest.mark.parametrize(
    ("first", "text"),
    [
        (date(2020, 12, 28), "Week 53 of 2020, from 28 Dec 2020"),
        (date(2024, 12, 30), "Week 1 of 2025, from 30 Dec 2024"),
        (date(2026, 11, 15), "Week from 15 Nov 2026"),
    ],
)
def test_iso_weeks_carry_their_iso_year(first: date, text: str) -> None:
    assert week_text(first) == text
