"""What counts is a setting, and every figure follows it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.accounts import User
from desktop.domain.records import RecordKind
from desktop.domain.session import SetType, Verdict, WorkoutSession
from desktop.domain.session_edits import change_set
from desktop.services import Services
from tests.support import session_of

BENCH = "Bench Press (Barbell)"
DAY = date(2026, 11, 2)


def keep(services: Services, user: User) -> WorkoutSession:
    """A heavy warm-up, a set with reps to spare, and one of many reps."""
    session = session_of(services, user, DAY, [(BENCH, [(110, 1), (100, 5, 8), (60, 15)])])
    warm_up = replace(next(session.all_sets()), set_type=SetType.WARM_UP)
    session = change_set(session, warm_up)
    services.session.save(session)
    return session


def best(services: Services, user: User, kind: RecordKind) -> float:
    (records,) = services.records.book(user.id).exercises.values()
    return next(one.value for one in records.bests if one.kind is kind)


@pytest.mark.parametrize(
    ("wish", "e1rm", "heaviest", "volume"),
    [
        ({}, 120_000, 100_000, 1_400_000),
        ({"uses_rpe": False}, 112_500, 100_000, 1_400_000),
        ({"most_reps": 4}, None, 100_000, 1_400_000),
        ({"most_reps": 20}, 120_000, 100_000, 1_400_000),
        ({"counts_warm_ups": True}, 120_000, 110_000, 1_510_000),
    ],
)
def test_another_way_of_counting_changes_what_stands(
    services: Services,
    user: User,
    wish: dict[str, Any],
    e1rm: float | None,
    heaviest: float,
    volume: float,
) -> None:
    session = keep(services, user)
    usual = services.accounts.preferences(user.id)
    services.accounts.save_preferences(user.id, replace(usual, **wish))
    bests = services.records.book(user.id).exercises
    (records,) = bests.values()
    found = {one.kind: one.value for one in records.bests}
    assert found.get(RecordKind.E1RM) == e1rm
    assert found[RecordKind.HEAVIEST] == heaviest
    assert found[RecordKind.SESSION_VOLUME] == volume
    assert services.session.summary(session).totals.volume == volume
    (point,) = services.progress.chart(user.id, records.exercise_id).points
    assert (point.e1rm, point.heaviest, point.volume) == (e1rm, heaviest, volume)
    services.accounts.save_preferences(user.id, usual)
    assert best(services, user, RecordKind.E1RM) == 120_000


def test_a_set_that_is_left_out_counts_nowhere_until_it_is_back(
    services: Services, user: User
) -> None:
    session = keep(services, user)
    heavy = list(session.all_sets())[1]
    without = change_set(session, replace(heavy, verdict=Verdict.LEFT_OUT))
    services.session.save(without)
    assert best(services, user, RecordKind.HEAVIEST) == 60_000
    assert services.session.summary(without).totals.sets == 1
    assert services.history.get(session.id) == without
    services.session.save(session)
    assert best(services, user, RecordKind.HEAVIEST) == 100_000
