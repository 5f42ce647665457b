"""Which set holds a record, for every kind of it, and what it beat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import ExerciseSet, SetType
from desktop.domain.weight import Unit, Weight
from desktop.ui.session.views import done_text, record_words

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
KG, LB = Unit.KG, Unit.LB
KEY, SESSION = new_id(), new_id()


def done(weight: float | None = None, reps: int | None = None, **more: object) -> ExerciseSet:
    unit = more.pop("unit", KG)
    assert isinstance(unit, Unit)
    made = ExerciseSet(
        new_id(),
        weight=None if weight is None else Weight.of(weight, unit),
        reps=reps,
        completed_at=NOW,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def record(kind: RecordKind, value: float, previous: float, **more: object) -> Record:
    made = Record(kind, KEY, value, date(2026, 11, 20), SESSION, previous)
    return made._replace(**more)  # type: ignore[arg-type]


BENCH = (done(100, 5), done(102.5, 4, rpe=9.0), done(102.5, 4))


@pytest.mark.parametrize(
    ("fallen", "sets", "holder", "words"),
    [
        # ties: the first that did it
        (
            record(RecordKind.HEAVIEST, 102_500, 97_500),
            BENCH,
            1,
            "Heaviest weight, before 97.5 kg",
        ),
        (
            record(RecordKind.E1RM, 115_000, 113_000, reps=4, weight=102_500, rpe=9.0),
            BENCH,
            1,
            "Best e1RM, before 113 kg",
        ),
        (record(RecordKind.SET_VOLUME, 500_000, 487_500), BENCH, 0, "Best set volume, before 488"),
        (record(RecordKind.MOST_REPS, 12, 10), (done(None, 9), done(None, 12)), 1, "10 reps"),
        (record(RecordKind.LEAST_HELP, -15_000, -20_000), (done(-20, 8), done(-15, 8)), 1, "20 kg"),
        (
            record(RecordKind.LONGEST, 90, 80),
            (done(duration_seconds=90), done(duration_seconds=60)),
            0,
            "before 1:20",
        ),
        (
            record(RecordKind.FARTHEST, 5200.0, 5000.0),
            (done(distance_meters=5200.0, duration_seconds=1600),),
            0,
            "before 5 km",
        ),
        (
            record(RecordKind.BEST_PACE, 5000 / 1500, 5000 / 1600),
            (done(distance_meters=5000.0, duration_seconds=1500),),
            0,
            "before 5:20 /km",
        ),
    ],
)
def test_the_set_that_holds_it(
    fallen: Record, sets: tuple[ExerciseSet, ...], holder: int, words: str
) -> None:
    found = record_words(sets, [fallen], KG)
    assert list(found) == [sets[holder].id]
    assert words in found[sets[holder].id][0]


def test_pounds_are_multiplied_as_they_were_typed() -> None:
    sets = (done(225, 5, unit=LB),)
    exact = round(225 * 453.59237 * 5)
    found = record_words(sets, [record(RecordKind.SET_VOLUME, exact, 400_000)], LB)
    assert list(found) == [sets[0].id]


def test_the_volume_of_the_session_belongs_to_the_exercise() -> None:
    fallen = record(RecordKind.SESSION_VOLUME, 1_320_000, 1_200_000)
    assert record_words(BENCH, [fallen], KG) == {
        None: ["Best session volume, before 1,200 kg"],
    }
    # the same exercise a second time in the session: it is the other's record
    assert record_words(BENCH[:1], [fallen], KG) == {}


def test_a_corrected_set_holds_nothing() -> None:
    corrected = tuple(replace(one, weight=Weight.of(95, KG)) for one in BENCH)
    fallen = (
        record(RecordKind.HEAVIEST, 102_500, 97_500),
        record(RecordKind.E1RM, 115_000, 113_000, reps=4, weight=102_500, rpe=9.0),
        record(RecordKind.SET_VOLUME, 500_000, 487_500),
        record(RecordKind.SESSION_VOLUME, 1_320_000, 1_200_000),
    )
    assert record_words(corrected, fallen, KG) == {}


@pytest.mark.parametrize(
    ("kind", "sets", "text"),
    [
        (ExerciseKind.WEIGHT_REPS, BENCH, "3 sets, best 102.5 kg \u00d7 4"),
        (ExerciseKind.WEIGHT_REPS, BENCH[:1], "1 set, 100 kg \u00d7 5"),
        (ExerciseKind.BODYWEIGHT_REPS, (done(None, 8), done(0, 12)), "2 sets, best 12 reps"),
        (ExerciseKind.BODYWEIGHT_REPS, (done(20, 5),), "1 set, +20 kg \u00d7 5"),
        (
            ExerciseKind.ASSISTED_BODYWEIGHT,
            (done(-20, 8), done(-15, 6)),
            "2 sets, best 15 kg help \u00d7 6",
        ),
        (ExerciseKind.DURATION, (done(duration_seconds=60),), "1 set, 1:00"),
    ],
)
def test_what_a_folded_block_says(
    kind: ExerciseKind, sets: tuple[ExerciseSet, ...], text: str
) -> None:
    assert done_text(sets, kind) == text


def test_warm_ups_are_told_only_where_there_is_nothing_else() -> None:
    warm_up = done(60, 5, set_type=SetType.WARM_UP)
    waiting = replace(done(110, 1), completed_at=None)
    assert done_text((warm_up, *BENCH, waiting), ExerciseKind.WEIGHT_REPS).startswith("3 sets")
    assert done_text((warm_up,), ExerciseKind.WEIGHT_REPS) == "1 set, 60 kg \u00d7 5"
    assert done_text((), ExerciseKind.WEIGHT_REPS) == "0 sets"
