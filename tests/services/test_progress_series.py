"""Series out of a real data file agree with a plain reading of the sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from desktop.domain.accounts import User
from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import (
    MEASURES,
    MUSCLE_MEASURES,
    Grain,
    Measure,
    Series,
    Subject,
)
from desktop.domain.records import RecordKind
from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    SetType,
    Verdict,
    WorkoutSession,
)
from desktop.domain.session_edits import change_set
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from tests.support import Lifts, add_session, session_of

BENCH = "Bench Press (Barbell)"
SQUAT = "Squat (Barbell)"
PULL_UP = "Pull-Up"
DAY = date(2026, 3, 2)  # a Monday


def exercise_id(services: Services, user: User, name: str) -> UUID:
    return next(one.id for one in services.library.all(user.id).values() if one.name == name)


def series(
    services: Services,
    user: User,
    measure: Measure,
    grain: Grain = Grain.SESSION,
    reps: int | None = None,
    name: str = BENCH,
) -> Series:
    subject = Subject(exercise_id(services, user, name))
    return services.progress.series(user.id, subject, measure, grain, reps)


def values(found: Series) -> list[float]:
    return [round(point.value, 6) for point in found.points]


def keep(services: Services, user: User, days: dict[int, Lifts]) -> list[WorkoutSession]:
    return [
        add_session(services, user, DAY + timedelta(days=day), lifts) for day, lifts in days.items()
    ]


@pytest.fixture
def log(services: Services, user: User) -> list[WorkoutSession]:
    """Three sessions in two weeks; the first has a warm-up."""
    sessions = keep(
        services,
        user,
        {
            0: [(BENCH, [(60, 8, 5), (100, 5, 8), (90, 8, 9)])],
            2: [(BENCH, [(102.5, 3, 9), (80, 10)])],
            7: [(BENCH, [(100, 1), (95, 6, 10)])],
        },
    )
    warm_up = next(sessions[0].all_sets())
    sessions[0] = change_set(sessions[0], replace(warm_up, set_type=SetType.WARM_UP))
    services.session.save(sessions[0])
    return sessions


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize(
    ("measure", "reps", "sessions", "weeks"),
    [
        (Measure.E1RM, None, [120_000, 111_818, 110_323], [120_000, 110_323]),
        (Measure.HEAVIEST, None, [100_000, 102_500, 100_000], [102_500, 100_000]),
        (Measure.BEST_AT_REPS, 6, [90_000, 80_000, 95_000], [90_000, 95_000]),
        (Measure.BEST_AT_REPS, None, [100_000, 80_000, 95_000], [100_000, 95_000]),
        (Measure.VOLUME, None, [1_220_000, 1_107_500, 670_000], [2_327_500, 670_000]),
        (Measure.SETS, None, [2, 2, 2], [4, 2]),
        (Measure.REPS, None, [13, 13, 7], [26, 7]),
        (Measure.AVERAGE_RPE, None, [8.5, 9, 10], [round(26 / 3, 6), 10]),
        (Measure.TOP_RPE, None, [9, 9, 10], [9, 10]),
        (
            Measure.INTENSITY,
            None,
            [95 / 120, 91.25 / 120, 97.5 / 120],
            [(95 + 91.25) / 240, 97.5 / 120],
        ),
        (Measure.DURATION, None, [], []),
    ],
)
def test_a_measure_by_session_week_and_month(
    services: Services,
    user: User,
    measure: Measure,
    reps: int | None,
    sessions: list[float],
    weeks: list[float],
) -> None:
    by_session = series(services, user, measure, Grain.SESSION, reps)
    assert values(by_session) == pytest.approx(sessions, abs=1e-5)
    assert all(point.last is None for point in by_session.points)
    by_week = series(services, user, measure, Grain.WEEK, reps)
    assert values(by_week) == pytest.approx(weeks, abs=1e-5)
    assert [one.day for one in by_week.points] == [DAY, DAY + timedelta(days=7)][: len(weeks)]
    by_month = series(services, user, measure, Grain.MONTH, reps)
    assert [one.day for one in by_month.points] == ([date(2026, 3, 1)] if sessions else [])


def test_a_point_leads_to_its_session_and_marks_its_record(
    services: Services, user: User, log: list[WorkoutSession]
) -> None:
    points = series(services, user, Measure.HEAVIEST).points
    assert [one.session_id for one in points] == [session.id for session in log]
    assert [one.records for one in points] == [(), (RecordKind.HEAVIEST,), ()]
    (first, _) = series(services, user, Measure.HEAVIEST, Grain.WEEK).points
    assert (first.session_id, first.records) == (log[1].id, (RecordKind.HEAVIEST,))
    (first, second) = series(services, user, Measure.VOLUME, Grain.WEEK).points
    assert (first.session_id, second.session_id) == (None, log[2].id)


@pytest.mark.usefixtures("log")
def test_weeks_start_where_the_preferences_say(services: Services, user: User) -> None:
    preferences = services.accounts.preferences(user.id)
    services.accounts.save_preferences(user.id, replace(preferences, first_weekday=2))
    points = series(services, user, Measure.SETS, Grain.WEEK).points
    assert [(one.day, one.value) for one in points] == [
        (date(2026, 2, 25), 2),
        (date(2026, 3, 4), 4),
    ]


@pytest.mark.usefixtures("log")
def test_warm_ups_count_where_the_preferences_say(services: Services, user: User) -> None:
    preferences = services.accounts.preferences(user.id)
    services.accounts.save_preferences(user.id, replace(preferences, counts_warm_ups=True))
    assert values(series(services, user, Measure.SETS)) == [3, 2, 2]
    assert values(series(services, user, Measure.AVERAGE_RPE))[0] == round(22 / 3, 6)
    assert values(series(services, user, Measure.INTENSITY))[0] == round(250 / 3 / 120, 6)


def test_an_outlier_is_marked_and_holds_no_record_until_it_is_called_right(
    services: Services, user: User
) -> None:
    sessions = keep(services, user, {day: [(BENCH, [(100 + day, 5)])] for day in range(6)})
    (typo,) = keep(services, user, {8: [(BENCH, [(1050, 5)])]})
    bench = exercise_id(services, user, BENCH)
    points = series(services, user, Measure.E1RM).points
    assert [one.is_outlier for one in points] == [False] * 6 + [True]
    assert points[-1].records == ()
    assert not services.progress.chart(user.id, bench).points[-1].records
    trend = services.progress.trend(user.id, bench)
    assert trend is not None
    assert trend.facts.sessions == len(sessions)
    assert trend.past.days[-1] == sessions[-1].session_date.toordinal()
    (one,) = typo.all_sets()
    services.records.judge(typo.id, [one.id], Verdict.RIGHT)
    last = series(services, user, Measure.E1RM).points[-1]
    assert (last.is_outlier, last.records) == (False, (RecordKind.E1RM,))
    services.records.judge(typo.id, [one.id], Verdict.LEFT_OUT)
    assert len(series(services, user, Measure.E1RM).points) == 6


def test_an_exercise_done_twice_in_a_session_gives_one_point(
    services: Services, user: User
) -> None:
    keep(
        services,
        user,
        {0: [(BENCH, [(100, 5, 8)]), (SQUAT, [(100, 5)]), (BENCH, [(110, 2, 9), (80, 8, 9)])]},
    )
    assert values(series(services, user, Measure.SETS)) == [3]
    assert values(series(services, user, Measure.HEAVIEST)) == [110_000]
    assert values(series(services, user, Measure.VOLUME)) == [1_360_000]
    assert values(series(services, user, Measure.AVERAGE_RPE)) == [round(26 / 3, 6)]
    assert values(series(services, user, Measure.BEST_AT_REPS, reps=5)) == [100_000]
    e1rm = values(series(services, user, Measure.E1RM))[0]
    assert values(series(services, user, Measure.INTENSITY)) == [round(290_000 / 3 / e1rm, 6)]


def add_plain(services: Services, user: User, kind: ExerciseKind, *done: ExerciseSet) -> UUID:
    """A session of an exercise of some kind; the exercise."""
    key = next(one.id for one in services.library.all(user.id).values() if one.kind is kind)
    session = session_of(services, user, DAY, [])
    exercise = SessionExercise(
        new_id(), key, tuple(replace(one, completed_at=session.ended_at) for one in done)
    )
    services.session.save(replace(session, exercises=(exercise,)))
    return key


@pytest.mark.parametrize(
    ("kind", "measure", "expected"),
    [
        (ExerciseKind.DISTANCE_DURATION, Measure.DISTANCE, [6000]),
        (ExerciseKind.DISTANCE_DURATION, Measure.DURATION, [2100]),
        (ExerciseKind.DISTANCE_DURATION, Measure.PACE, [3.333333]),
        (ExerciseKind.DURATION, Measure.DURATION, [2100]),
        (ExerciseKind.WEIGHT_DISTANCE, Measure.HEAVIEST, [40_000]),
        (ExerciseKind.ASSISTED_BODYWEIGHT, Measure.HELP, [20_000]),
        (ExerciseKind.ASSISTED_BODYWEIGHT, Measure.REPS, [13]),
        (ExerciseKind.BODYWEIGHT_REPS, Measure.REPS, [13]),
    ],
)
def test_the_other_kinds_have_their_own_measures(
    services: Services,
    user: User,
    kind: ExerciseKind,
    measure: Measure,
    expected: list[float],
) -> None:
    sign = -1 if kind is ExerciseKind.ASSISTED_BODYWEIGHT else 1
    done = [
        ExerciseSet(
            new_id(),
            reps=reps if kind.has_reps else None,
            weight=Weight(sign * grams, Unit.KG) if kind.has_weight else None,
            duration_seconds=seconds if kind.has_duration else None,
            distance_meters=meters if kind.has_distance else None,
        )
        for reps, grams, seconds, meters in ((8, 40_000, 600, 1000.0), (5, 20_000, 1500, 5000.0))
    ]
    key = add_plain(services, user, kind, *done)
    assert values(services.progress.series(user.id, Subject(key), measure)) == expected
    for each in MEASURES[kind]:
        for grain in Grain:
            services.progress.series(user.id, Subject(key), each, grain)


def test_no_help_at_all_is_a_point_and_the_record(services: Services, user: User) -> None:
    kind = ExerciseKind.ASSISTED_BODYWEIGHT
    key = add_plain(services, user, kind, ExerciseSet(new_id(), weight=Weight(0, Unit.KG), reps=5))
    assert values(services.progress.series(user.id, Subject(key), Measure.HELP)) == [0]
    assert services.records.of(user.id, key).bests[0].value == 0


def test_a_group_sums_its_exercises(services: Services, user: User) -> None:
    sessions = keep(
        services,
        user,
        {
            0: [(BENCH, [(100, 5)] * 3), (SQUAT, [(140, 5)] * 2)],
            1: [(PULL_UP, [(0, 8)])],
            8: [(BENCH, [(100, 5)])],
        },
    )
    known = {one.name: one for one in services.library.all(user.id).values()}
    arms = 0.5 if any(m.group is MuscleGroup.ARMS for m in known[BENCH].secondary) else 0
    assert arms

    def of(group: MuscleGroup, measure: Measure, grain: Grain = Grain.SESSION) -> Series:
        return services.progress.series(user.id, Subject(group=group), measure, grain)

    chest = of(MuscleGroup.CHEST, Measure.SETS)
    assert values(chest) == [3, 1]
    assert [one.session_id for one in chest.points] == [sessions[0].id, sessions[2].id]
    assert values(of(MuscleGroup.CHEST, Measure.VOLUME)) == [1_500_000, 500_000]
    assert values(of(MuscleGroup.LEGS, Measure.REPS, Grain.MONTH)) == [10]
    assert values(of(MuscleGroup.ARMS, Measure.SETS))[0] == 1.5
    assert of(MuscleGroup.ARMS, Measure.VOLUME).points == ()
    weekly = services.progress.weekly_sets(user.id, None, None)
    for group in MuscleGroup:
        points = of(group, Measure.SETS, Grain.WEEK).points
        sets = dict(zip(weekly.weeks, weekly.groups.get(group, ()), strict=False))
        assert {one.day: one.value for one in points} == {w: n for w, n in sets.items() if n}
        for measure in MUSCLE_MEASURES:
            of(group, measure)


def test_nothing_chosen_and_nothing_done_is_an_empty_series(services: Services, user: User) -> None:
    assert services.progress.series(user.id, Subject(), Measure.SETS).points == ()
    assert series(services, user, Measure.E1RM, Grain.WEEK).points == ()
    bench = exercise_id(services, user, BENCH)
    assert services.progress.trend(user.id, bench) is None
