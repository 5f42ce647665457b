"""The demo's history: believable, the same every time, and about today."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from uuid import UUID

import pytest

from desktop.domain.accounts import User
from desktop.domain.library import ExerciseKind
from desktop.domain.session import SetType, WorkoutSession
from desktop.domain.templates import TemplateExercise
from desktop.domain.weight import Unit
from desktop.services import Services, demo
from tests.support import NOW, FakeClock, make_services, make_user

Log = list[WorkoutSession]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Services, User, Log]]:
    """Three years of it, which the tests only read."""
    services = make_services(tmp_path_factory.mktemp("demo"))
    user = make_user(services)
    demo.fill(services, user.id)
    yield services, user, _log(services, user)
    services.close()


def _log(services: Services, user: User) -> Log:
    rows = services.history.rows(user.id)
    return [services.history.get(row.id) for row in reversed(rows)]


def _values(log: Log) -> list[object]:
    """A log without its keys, which are new each time."""
    values: list[object] = []
    for session in log:
        values += [session.name, session.started_at, session.ended_at, session.notes]
        for exercise in session.exercises:
            values += [exercise.notes, exercise.superset_group]
            values += [replace(one, id=UUID(int=0)) for one in exercise.sets]
    return values


def test_it_spans_three_years_and_ends_today(filled: tuple[Services, User, Log]) -> None:
    services, user, log = filled
    stats = services.history.stats(user.id)
    assert stats.last_day == NOW.date()
    assert stats.first_day is not None
    assert abs((NOW.date() - stats.first_day).days - 3 * 365) < 10
    assert 9_000 < stats.sets < 20_000
    assert services.session.open_session(user.id) is None
    assert all(s.ended_at is not None and s.ended_at <= NOW for s in log)


def test_weeks_have_three_to_five_sessions_with_breaks_between(
    filled: tuple[Services, User, Log],
) -> None:
    days = [s.session_date for s in filled[2]]
    assert max(Counter(days).values()) == 1
    weeks = Counter(day - timedelta(days=day.weekday()) for day in days)
    usual = [count for count in weeks.values() if 3 <= count <= 6]
    assert len(usual) > 0.75 * len(weeks)
    gaps = [(b - a).days for a, b in pairwise(days)]
    assert max(gaps) > 21  # the injury
    assert sum(gap > 5 for gap in gaps) > 3  # holidays


def test_strength_grows_and_falls_back_only_for_a_while(
    filled: tuple[Services, User, Log],
) -> None:
    services, user, _ = filled
    by_name = {e.name: e.id for e in services.library.all(user.id).values()}
    for name in ("Bench Press (Barbell)", "Squat (Barbell)", "Deadlift (Barbell)"):
        points = services.progress.chart(user.id, by_name[name]).points
        e1rms = [point.e1rm for point in points if point.e1rm]
        quarter = len(e1rms) // 4
        averages = [sum(e1rms[n : n + quarter]) / quarter for n in range(0, quarter * 4, quarter)]
        assert averages == sorted(averages)
        assert 1.4 < max(e1rms) / min(e1rms[:5]) < 3
        assert min(e1rms) > 0.9 * e1rms[0]
        assert any(point.records for point in points[-len(points) // 4 :])


def test_every_set_is_one_that_a_lifter_does(filled: tuple[Services, User, Log]) -> None:
    services, user, log = filled
    library = services.library.all(user.id)
    for session in log:
        moments = [session.started_at]
        for exercise in session.exercises:
            assert exercise.exercise_id is not None
            kind = library[exercise.exercise_id].kind
            for one in exercise.sets:
                assert one.completed_at is not None
                moments.append(one.completed_at)
                assert kind.has_reps == (one.reps is not None)
                assert one.reps is None or 1 <= one.reps <= 60
                assert kind.has_duration == (one.duration_seconds is not None)
                if one.weight is not None:
                    assert kind.has_weight
                    assisted = kind is ExerciseKind.ASSISTED_BODYWEIGHT
                    assert (one.weight.grams < 0) == assisted
                    assert one.weight.grams % 500 == 0
                assert one.rpe is None or (6 <= one.rpe <= 10 and one.rpe * 2 % 1 == 0)
        assert session.ended_at is not None
        assert [*moments, session.ended_at] == sorted([*moments, session.ended_at])
        assert session.duration_minutes is not None
        assert 15 <= session.duration_minutes <= 130


def test_it_has_everything_that_screens_show(filled: tuple[Services, User, Log]) -> None:
    services, user, log = filled
    sets = [one for session in log for one in session.all_sets()]
    types = Counter(one.set_type for one in sets)
    assert types[SetType.WARM_UP] > 500
    assert types[SetType.FAILURE] > 10
    assert any(one.rpe for one in sets)
    assert not all(one.rpe for one in sets)
    assert any(s.notes for s in log)
    assert any(e.notes for s in log for e in s.exercises)
    library = services.library.all(user.id)
    kinds = {library[e.exercise_id].kind for s in log for e in s.exercises if e.exercise_id}
    assert len(kinds) == 6
    assert len(services.records.latest(user.id, 8)) == 8
    assert services.today.overview(user.id).week


def test_its_templates_are_in_use(filled: tuple[Services, User, Log]) -> None:
    services, user, _ = filled
    rows = services.templates.rows(user.id)
    assert {"Push A", "Pull A", "Legs A", "Upper"} <= {row.name for row in rows}
    for row in rows:
        assert row.last_used is not None
        assert (NOW.date() - row.last_used).days < 40
        lines = services.templates.get(row.id).exercises
        assert all(line.target_sets and line.rest_seconds for line in lines)
    push = services.templates.get(next(r.id for r in rows if r.name == "Push A"))
    assert _grams(push.exercises[0]) > 70_000


def _grams(line: TemplateExercise) -> int:
    return line.target_weight.grams if line.target_weight else 0


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    logs = []
    for name in ("one", "two"):
        services = make_services(tmp_path / name)
        user = make_user(services)
        demo.fill(services, user.id, years=1)
        logs.append(_values(_log(services, user)))
        services.close()
    assert logs[0] == logs[1]


def test_pounds_are_loaded_with_plates_in_pounds(tmp_path: Path) -> None:
    services = make_services(tmp_path)
    user = make_user(services, unit=Unit.LB)
    demo.fill(services, user.id, sets=1_000)
    sets = [one for session in _log(services, user) for one in session.all_sets()]
    weights = {one.weight for one in sets if one.weight}
    assert {weight.unit for weight in weights} == {Unit.LB}
    assert all(float(weight.amount()) % 2.5 == 0 for weight in weights)
    assert 700 < len(sets) < 1_300
    services.close()


@pytest.mark.parametrize("hour", [0, 2, 9, 23])
def test_nothing_is_in_the_future(tmp_path: Path, hour: int) -> None:
    now = datetime(2026, 3, 4, hour, 15, tzinfo=UTC)
    services = make_services(tmp_path, FakeClock(now))
    user = make_user(services)
    demo.fill(services, user.id, sets=500)
    log = _log(services, user)
    assert all(s.ended_at is not None and s.ended_at <= now for s in log)
    assert all(s.local_start.date() == s.session_date for s in log)
    assert log[-1].session_date >= date(2026, 3, 4) - timedelta(days=hour == 0)
    services.close()
