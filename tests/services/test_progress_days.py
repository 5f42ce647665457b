"""The table of sets, training days, balance and landmarks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.domain.accounts import User
from desktop.domain.errors import InvalidInputError
from desktop.domain.muscles import MuscleGroup
from desktop.domain.session import SetType, Verdict
from desktop.domain.session_edits import change_set
from desktop.domain.training import Landmark, TrainingDay, usual_landmarks
from desktop.services import Services
from tests.support import add_session, make_user, session_of

BENCH = "Bench Press (Barbell)"
SQUAT = "Squat (Barbell)"
DAY = date(2026, 3, 2)


def test_sets_are_listed_newest_session_first_in_its_own_order(
    services: Services, user: User
) -> None:
    first = add_session(services, user, DAY, [(SQUAT, [(140, 5)]), (BENCH, [(60, 5), (100, 5)])])
    second = add_session(services, user, DAY + timedelta(days=1), [(BENCH, [(90, 8), (90, 7)])])
    gone = add_session(services, user, DAY + timedelta(days=2), [(BENCH, [(200, 1)])])
    services.history.delete([gone.id])
    warm_up = replace(first.exercises[1].sets[0], set_type=SetType.WARM_UP)
    left_out = replace(second.exercises[0].sets[0], verdict=Verdict.LEFT_OUT)
    unticked = replace(second.exercises[0].sets[1], completed_at=None)
    services.session.save(change_set(first, warm_up))
    services.session.save(change_set(change_set(second, left_out), unticked))
    bench = first.exercises[1].exercise_id
    assert bench is not None
    rows = services.progress.sets(user.id, bench)
    assert [(row.day, row.label, row.is_counted, row.why_not) for row in rows] == [
        (second.session_date, "1", False, "left out by you"),
        (DAY, "W", False, "warm-up"),
        (DAY, "1", True, ""),
    ]
    assert [row.one for row in rows] == [left_out, warm_up, first.exercises[1].sets[1]]
    assert rows[-1].e1rm == 112_500
    assert {row.session_id for row in rows} == {first.id, second.id}
    assert services.progress.sets(user.id, bench, limit=1) == rows[:1]
    assert services.progress.sets(user.id, bench, first=DAY, last=DAY) == rows[1:]
    assert services.progress.sets(user.id, bench, first=DAY + timedelta(days=1)) == rows[:1]


def test_a_training_day_sums_its_sessions_on_the_users_clock(
    services: Services, user: User
) -> None:
    evening = session_of(services, user, DAY, [(BENCH, [(100, 5), (100, 5)])])
    late = replace(evening, utc_offset_minutes=330)
    services.session.save(late)
    morning = session_of(services, user, DAY, [(SQUAT, [(140, 5)])])
    morning = replace(
        morning, started_at=morning.started_at - timedelta(hours=11), utc_offset_minutes=-30
    )
    services.session.save(morning)
    unticked = session_of(services, user, DAY + timedelta(days=1), [(SQUAT, [(140, 5)])])
    (one,) = unticked.all_sets()
    services.session.save(change_set(unticked, replace(one, completed_at=None)))
    other = make_user(services, "Second")
    add_session(services, other, DAY, [(SQUAT, [(140, 5)])])
    assert services.progress.days(user.id) == (
        TrainingDay(
            DAY,
            start=6 * 60 + 30,
            minutes=120,
            sets=3,
            volume=1_700_000,
            starts=(6 * 60 + 30, 23 * 60 + 30),
        ),
    )


def test_balance_is_of_the_chosen_days(services: Services, user: User) -> None:
    add_session(services, user, DAY, [(BENCH, [(100, 5)] * 4), (SQUAT, [(140, 5)] * 3)])
    add_session(services, user, DAY + timedelta(days=9), [("Pull-Up", [(0, 8)] * 2)])
    found = services.progress.balance(user.id, DAY, DAY)
    assert (found.push, found.pull, found.upper, found.quadriceps) == (4, 0, 4, 3)
    everything = services.progress.balance(user.id, None, None)
    assert (everything.push, everything.pull) == (4, 2)


def test_landmarks_are_the_usual_ones_until_they_are_set(services: Services, user: User) -> None:
    usual = services.progress.landmarks(user.id)
    assert usual == usual_landmarks()
    assert MuscleGroup.CARDIO not in usual
    wanted = {MuscleGroup.CHEST: Landmark(8, 16.5)}
    changed = services.progress.save_landmarks(user.id, wanted)
    assert user.id in changed.ids
    assert services.progress.landmarks(user.id) == usual | wanted
    assert services.progress.landmarks(make_user(services, "Second").id) == usual


@pytest.mark.parametrize("landmark", [Landmark(20, 10), Landmark(-1, 10)])
def test_what_is_little_is_below_what_is_a_lot(
    services: Services, user: User, landmark: Landmark
) -> None:
    with pytest.raises(InvalidInputError):
        services.progress.save_landmarks(user.id, {MuscleGroup.CHEST: landmark})
