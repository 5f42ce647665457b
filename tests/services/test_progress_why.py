"""Every figure names its sets, its formula with their numbers, and what was left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from desktop.domain.accounts import Effort, User
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import Grain, Measure, SeriesPoint, SetRow, Subject, Why
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    SetType,
    Verdict,
    WorkoutSession,
)
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from tests.support import Lifts, add_session, session_of

BENCH = "Bench Press (Barbell)"
DAY = date(2026, 3, 2)  # a Monday


@pytest.fixture
def session(services: Services, user: User) -> WorkoutSession:
    """One of each that is left out, and two that count."""
    plain = session_of(
        services,
        user,
        DAY,
        [(BENCH, [(60, 5), (97.5, 6, 9), (90, 8), (60, 15, 9), (200, 1), (0, 5), (100, 3)])],
    )
    sets = list(plain.all_sets())
    sets[0] = replace(sets[0], set_type=SetType.WARM_UP)
    sets[4] = replace(sets[4], verdict=Verdict.LEFT_OUT)
    sets[6] = replace(sets[6], completed_at=None)
    exercise = replace(plain.exercises[0], sets=tuple(sets))
    session = replace(plain, exercises=(exercise,))
    services.session.save(session)
    return session


def bench(services: Services, user: User) -> Subject:
    known = services.library.all(user.id).values()
    return Subject(next(one.id for one in known if one.name == BENCH))


def why(
    services: Services,
    user: User,
    measure: Measure,
    grain: Grain = Grain.SESSION,
    reps: int | None = None,
) -> Why:
    subject = bench(services, user)
    point = services.progress.series(user.id, subject, measure, grain, reps).points[0]
    return services.progress.explain(user.id, subject, measure, point, reps)


def texts(rows: tuple[SetRow, ...]) -> list[tuple[str, str]]:
    """Each set as its label and why it is not behind the figure."""
    return [(row.label, row.why_not) for row in rows]


def wish(services: Services, user: User, **changes: Any) -> None:
    preferences = services.accounts.preferences(user.id)
    services.accounts.save_preferences(user.id, replace(preferences, **changes))


@pytest.mark.usefixtures("session")
def test_an_e1rm_shows_its_formula_and_what_was_left_out(services: Services, user: User) -> None:
    found = why(services, user, Measure.E1RM)
    assert found.title == "Why 117 kg?"
    assert found.lines == (
        "97.5 kg × 6 at RPE 9: 1 in reserve makes it 7 effective reps.",
        "Brzycki: 97.5 × 36 ÷ (37 − 7) = 117 kg.",
    )
    assert texts(found.used) == [("1", "")]
    assert found.used[0].e1rm == 117_000
    assert texts(found.left_out) == [
        ("W", "warm-up"),
        ("2", "not the best of the session"),
        ("3", "above 12 effective reps"),
        ("4", "left out by you"),
        ("5", "no weight"),
        ("6", "not ticked"),
    ]


@pytest.mark.usefixtures("session")
def test_what_the_settings_leave_out_is_said(services: Services, user: User) -> None:
    wish(services, user, uses_rpe=False, counts_warm_ups=True)
    found = why(services, user, Measure.E1RM)
    assert found.title == "Why 113.2 kg?"
    assert found.lines == (
        "97.5 kg × 6.",
        "Brzycki: 97.5 × 36 ÷ (37 − 6) = 113.2 kg.",
        "RPE 9 is not used: your settings leave it out.",
    )
    assert ("3", "above 12 reps") in texts(found.left_out)
    assert ("W", "not the best of the session") in texts(found.left_out)
    volume = why(services, user, Measure.VOLUME)
    assert volume.lines[-1] == "Warm-ups count, as your settings say."


@pytest.mark.usefixtures("session")
def test_who_notes_reps_in_reserve_reads_of_them(services: Services, user: User) -> None:
    wish(services, user, effort=Effort.RIR)
    found = why(services, user, Measure.E1RM)
    assert found.lines[0] == "97.5 kg × 6 with 1 rep in reserve: that makes it 7 effective reps."


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize(
    ("measure", "reps", "title", "line", "used"),
    [
        (Measure.HEAVIEST, None, "97.5 kg", "The heaviest working set: 97.5 kg × 6.", "1"),
        (
            Measure.BEST_AT_REPS,
            8,
            "90 kg",
            "The heaviest working set of 8 reps or more: 90 kg × 8.",
            "2",
        ),
        (
            Measure.VOLUME,
            None,
            "2,205 kg",
            "97.5 × 6 + 90 × 8 + 60 × 15 = 2,205 kg.",
            "123",
        ),
        (Measure.SETS, None, "4 sets", "4 working sets were done.", "1235"),
        (Measure.REPS, None, "34 reps", "6 + 8 + 15 + 5 = 34 reps.", "1235"),
        (Measure.AVERAGE_RPE, None, "RPE 9", "(9 + 9) ÷ 2 = RPE 9.", "13"),
        (Measure.TOP_RPE, None, "RPE 9", "The hardest working set: 97.5 kg × 6 at RPE 9.", "1"),
        (Measure.INTENSITY, None, "71 %", "82.5 ÷ 117 = 71 %.", "123"),
    ],
)
def test_every_measure_has_its_reasons(
    services: Services,
    user: User,
    measure: Measure,
    reps: int | None,
    title: str,
    line: str,
    used: str,
) -> None:
    found = why(services, user, measure, Grain.SESSION, reps)
    assert found.title == f"Why {title}?"
    assert found.lines[-1] == line
    assert "".join(row.label for row in found.used) == used
    assert len(found.used) + len(found.left_out) == 7
    assert all(row.why_not for row in found.left_out)


def test_a_week_is_explained_by_all_of_its_sets(services: Services, user: User) -> None:
    for place in range(3):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(100, 5, 8)] * 5)])
    volume = why(services, user, Measure.VOLUME, Grain.WEEK)
    assert len(volume.used) == 15
    assert volume.lines[0].endswith(" + … (4 more) = 7,500 kg.")
    assert [row.day for row in volume.used] == sorted(row.day for row in volume.used)
    intensity = why(services, user, Measure.INTENSITY, Grain.WEEK)
    assert intensity.lines[0] == "The mean of 3 sessions, each weighed by its sets."
    subject = bench(services, user)
    (point,) = services.progress.series(user.id, subject, Measure.VOLUME, Grain.WEEK).points
    assert services.progress.behind(user.id, subject, point) == volume.used


def test_a_group_is_explained_by_its_exercises(services: Services, user: User) -> None:
    close = "Bench Press, Close Grip (Barbell)"
    add_session(services, user, DAY, [(BENCH, [(100, 5)] * 3), (close, [(20, 8)] * 2)])
    subject = Subject(group=MuscleGroup.CHEST)
    for measure, lines in (
        (
            Measure.SETS,
            (
                f"{BENCH}: 3 working sets, a primary muscle.",
                f"{close}: 2 working sets, a secondary muscle: ×\u00a00.5\u00a0=\u00a01.",
                "Together 4 sets.",
            ),
        ),
        (Measure.VOLUME, (f"{BENCH}: 3 working sets, 1,500 kg.", "Together 1,500 kg.")),
        (Measure.REPS, (f"{BENCH}: 3 working sets, 15 reps.", "Together 15 reps.")),
    ):
        (point,) = services.progress.series(user.id, subject, measure).points
        found = services.progress.explain(user.id, subject, measure, point)
        assert found.lines == lines
        assert services.progress.behind(user.id, subject, point, measure) == found.used


def test_a_record_says_what_it_beat(services: Services, user: User) -> None:
    for place, kg in enumerate((100, 105)):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(kg, 5), (kg, 3)])])
    book = services.records.book(user.id)
    lines = {
        record.kind: services.records.why(user.id, record)
        for record in (*book.events, *book.baselines)
        if record.previous is not None
    }
    assert lines[RecordKind.HEAVIEST].lines == (
        "The heaviest working set: 105 kg × 5.",
        "The record before it: 100 kg.",
    )
    assert texts(lines[RecordKind.HEAVIEST].left_out) == [("2", "as heavy, but not for more reps")]
    assert lines[RecordKind.SET_VOLUME].lines[0] == "105 kg × 5 = 525 kg, the most of any set."
    assert lines[RecordKind.SESSION_VOLUME].lines[0] == "105 × 5 + 105 × 3 = 840 kg."
    baseline = services.records.why(user.id, book.baselines[0])
    assert baseline.lines[-1] == "It is the first value noted: there was none to beat."


def test_no_sum_is_written_that_is_not_true(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(90, 5)])])
    twice: Lifts = [(BENCH, [(110, 5)]), (BENCH, [(105, 5), (20, 1)])]
    add_session(services, user, DAY + timedelta(days=1), twice)
    volumes = [
        record
        for record in services.records.book(user.id).events
        if record.kind is RecordKind.SESSION_VOLUME
    ]
    assert volumes
    for record in volumes:
        found = services.records.why(user.id, record)
        grams = sum(
            row.one.weight.grams * (row.one.reps or 0) for row in found.used if row.one.weight
        )
        assert grams == record.value
        assert len(found.used) + len(found.left_out) == 3


@pytest.mark.parametrize(
    ("kind", "record", "line"),
    [
        (ExerciseKind.BODYWEIGHT_REPS, RecordKind.MOST_REPS, "the most reps: +20 kg × 8."),
        (ExerciseKind.BODYWEIGHT_REPS, RecordKind.HEAVIEST, "heaviest working set: +40 kg × 5."),
        (ExerciseKind.ASSISTED_BODYWEIGHT, RecordKind.LEAST_HELP, "help: 20 kg of help × 8."),
        (ExerciseKind.DURATION, RecordKind.LONGEST, "The longest working set: 20:00."),
        (ExerciseKind.WEIGHT_DURATION, RecordKind.LONGEST, "working set: 20 kg in 20:00."),
        (ExerciseKind.DISTANCE_DURATION, RecordKind.FARTHEST, "working set: 5 km in 20:00."),
        (
            ExerciseKind.DISTANCE_DURATION,
            RecordKind.BEST_PACE,
            "5 km in 20:00 is 4:00 /km, the best of the session.",
        ),
        (ExerciseKind.WEIGHT_DISTANCE, RecordKind.FARTHEST, "working set: 20 kg, 5 km."),
    ],
)
def test_every_kind_of_record_has_its_reasons(
    services: Services, user: User, kind: ExerciseKind, record: RecordKind, line: str
) -> None:
    key = next(one.id for one in services.library.all(user.id).values() if one.kind is kind)
    add_kind(services, user, key, kind)
    found = next(one for one in services.records.of(user.id, key).bests if one.kind is record)
    why_record = services.records.why(user.id, found)
    assert line in why_record.lines[0]
    assert len(why_record.used) == 1
    assert texts(why_record.left_out)[0][1] == "not the best of the session"


def add_kind(services: Services, user: User, key: UUID, kind: ExerciseKind) -> None:
    """Two sets as an exercise of that kind has them."""
    sign = -1 if kind is ExerciseKind.ASSISTED_BODYWEIGHT else 1
    session = session_of(services, user, DAY, [])
    done = tuple(
        ExerciseSet(
            new_id(),
            reps=reps if kind.has_reps else None,
            weight=Weight(sign * grams, Unit.KG) if kind.has_weight else None,
            duration_seconds=seconds if kind.has_duration else None,
            distance_meters=meters if kind.has_distance else None,
            completed_at=session.ended_at,
        )
        for reps, grams, seconds, meters in ((5, 40_000, 600, 1000.0), (8, 20_000, 1200, 5000.0))
    )
    services.session.save(replace(session, exercises=(SessionExercise(new_id(), key, done),)))


def test_an_outlier_is_called_one(services: Services, user: User) -> None:
    for place, kg in enumerate((100, 101, 102, 103, 1040)):
        add_session(services, user, DAY + timedelta(days=place), [(BENCH, [(kg, 5)])])
    subject = bench(services, user)
    point = services.progress.series(user.id, subject, Measure.HEAVIEST).points[-1]
    found = services.progress.explain(user.id, subject, Measure.HEAVIEST, point)
    assert "no record until you say that it is right" in found.lines[-1]


def test_a_point_whose_sets_are_gone_says_so(services: Services, user: User) -> None:
    session = add_session(services, user, DAY, [(BENCH, [(100, 5)])])
    subject = bench(services, user)
    (point,) = services.progress.series(user.id, subject, Measure.E1RM).points
    services.session.save(replace(session, exercises=()))
    found = services.progress.explain(user.id, subject, Measure.E1RM, point)
    assert found.lines == ("The sets behind it have changed.",)
    record = Record(RecordKind.E1RM, subject.exercise_id or new_id(), 1.0, DAY, session.id)
    assert services.records.why(user.id, record).used == ()
    nothing = SeriesPoint(DAY, 1.0, b"")
    assert services.progress.behind(user.id, subject, nothing) == ()


def test_a_trend_says_what_it_rests_on(services: Services, user: User) -> None:
    subject = bench(services, user)
    assert subject.exercise_id is not None
    few = services.progress.explain_trend(user.id, subject.exercise_id)
    assert few.title == "Why no trend?"
    for place in range(14):
        kg = 1000 if place == 9 else 100 + place % 3
        add_session(services, user, DAY + timedelta(days=4 * place), [(BENCH, [(kg, 5), (80, 5)])])
    found = services.progress.explain_trend(user.id, subject.exercise_id)
    trend = services.progress.trend(user.id, subject.exercise_id)
    assert trend is not None
    assert found.title == f"Why a level of {trend.past.level[-1] / 1000:.1f} kg?"
    assert found.lines[1].startswith("13 sessions. Lately they lie ")
    assert [row.why_not for row in found.left_out] == ["stands alone and was not called right"]
    assert len(found.used) == 10
    assert {row.label for row in found.used} == {"1"}
