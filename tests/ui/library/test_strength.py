"""The small chart shows for each kind of exercise what can be told of it."""

from datetime import date

import pytest

from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.progress import ExerciseChart, SessionPoint
from desktop.domain.records import RecordKind
from desktop.domain.weight import Unit
from desktop.ui.library.strength import strength_of

FIRST, LAST = date(2025, 11, 20), date(2026, 11, 20)


def point(day: date, e1rm: int | None = None, records: tuple[RecordKind, ...] = ()) -> SessionPoint:
    return SessionPoint(
        session_key=new_id().bytes,
        day=day,
        e1rm=e1rm,
        heaviest=e1rm,
        volume=0,
        sets=2,
        reps=21,
        seconds=95,
        meters=5250.0,
        records=records,
    )


def test_estimates_of_the_span_in_the_users_unit() -> None:
    points = (
        point(date(2024, 1, 1), 120_000),
        point(date(2026, 1, 1), 100_000),
        point(date(2026, 2, 1), None),
        point(date(2026, 3, 1), 105_000, (RecordKind.E1RM,)),
    )
    chart = ExerciseChart(new_id(), ExerciseKind.WEIGHT_REPS, points)
    strength = strength_of(chart, Unit.KG, FIRST, LAST)
    assert strength.title == "Estimated 1RM"
    assert [(p.day.month, p.value, p.is_record) for p in strength.points] == [
        (1, 100.0, False),
        (3, 105.0, True),
    ]
    assert strength.best == "120 kg"
    assert strength.unit == "kg"
    pounds = strength_of(chart, Unit.LB, FIRST, LAST)
    assert pounds.points[0].value == pytest.approx(220.46, abs=0.01)
    assert pounds.text(pounds.points[0].value) == "220.5 lb"


@pytest.mark.parametrize(
    ("kind", "title", "text"),
    [
        (ExerciseKind.BODYWEIGHT_REPS, "Reps each session", "21 reps"),
        (ExerciseKind.ASSISTED_BODYWEIGHT, "Reps each session", "21 reps"),
        (ExerciseKind.DURATION, "Minutes each session", "1:35"),
        (ExerciseKind.WEIGHT_DURATION, "Minutes each session", "1:35"),
        (ExerciseKind.DISTANCE_DURATION, "Distance each session", "5.25 km"),
        (ExerciseKind.WEIGHT_DISTANCE, "Distance each session", "5.25 km"),
    ],
)
def test_other_kinds(kind: ExerciseKind, title: str, text: str) -> None:
    chart = ExerciseChart(new_id(), kind, (point(date(2026, 1, 1)),))
    strength = strength_of(chart, Unit.KG, FIRST, LAST)
    assert (strength.title, strength.best) == (title, text)


def test_nothing_done() -> None:
    chart = ExerciseChart(new_id(), ExerciseKind.WEIGHT_REPS, ())
    assert strength_of(chart, Unit.KG, FIRST, LAST).best == ""
