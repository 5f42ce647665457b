"""What is read often is found through an index, and as far as it can be in the index alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from desktop.domain.accounts import User
from desktop.domain.progress import Grain, Measure, Subject
from desktop.services import Services
from desktop.services.progress_series import series_of
from desktop.storage.queries import progress, records, series
from tests.support import add_session, make_services, make_user

BENCH = "Bench Press (Barbell)"
Read = Callable[[sqlite3.Connection, UUID, UUID], object]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> tuple[Services, User, UUID]:
    services = make_services(tmp_path_factory.mktemp("plans"))
    user = make_user(services)
    session = add_session(services, user, date(2026, 11, 1), [(BENCH, [(100, 5, 8), (100, 5)])])
    bench = session.exercises[0].exercise_id
    assert bench is not None
    return services, user, bench


def _series(measure: Measure) -> Read:
    def read(connection: sqlite3.Connection, user: UUID, exercise: UUID) -> object:
        return series_of(connection, user, Subject(exercise), measure, Grain.SESSION, None)

    return read


READS: dict[str, Read] = {
    **{f"series of {measure}": _series(measure) for measure in Measure},
    "exercises done": lambda connection, user, _: records.exercises_done(connection, user),
    "used": lambda connection, user, _: progress.used(connection, user),
    "RPEs": series.efforts,
}
# these show nothing of a session, so that no row is needed beside the index
_IN_THE_INDEX = ("exercises done", "used", "RPEs")


@pytest.mark.parametrize("name", READS)
def test_an_index_finds_it(log: tuple[Services, User, UUID], name: str) -> None:
    services, user, bench = log
    statements: list[str] = []
    with services.store.reading() as connection:
        connection.set_trace_callback(statements.append)
        READS[name](connection, user.id, bench)
        connection.set_trace_callback(None)
        steps = [
            str(row[3])
            for statement in statements
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
            if "exercise_sets" in statement or "session_exercises" in statement
        ]
    assert steps
    scans = [one for one in steps if one.startswith("SCAN") and one != "SCAN done"]
    assert not [one for one in scans if "INDEX" not in one]
    if name in _IN_THE_INDEX:
        found = [step for step in steps if "ix_session_exercises_history" in step or "best" in step]
        assert found
        assert all("COVERING INDEX" in step for step in found), found


def _first_page(services: Services, user: User, bench: UUID) -> None:
    services.today.overview(user.id)


def _tick(services: Services, user: User, bench: UUID) -> None:
    session = services.session.start(user.id)
    services.session.previous(user.id, [bench], session.started_at, None)
    services.session.records_fallen(session, [bench])
    services.session.discard(session.id)


def _totals(services: Services, user: User, bench: UUID) -> None:
    services.history.stats(user.id)


@pytest.mark.parametrize("work", [_first_page, _tick, _totals])
def test_nothing_walks_through_the_sets_of_all_profiles(
    log: tuple[Services, User, UUID], work: Callable[[Services, User, UUID], None]
) -> None:
    services, user, bench = log
    asked: list[str] = []
    with services.store.reading() as connection:
        pass
    connection.set_trace_callback(asked.append)  # it is the idle one: the next to be read through
    work(services, user, bench)
    connection.set_trace_callback(None)
    steps = [
        str(row[3])
        for statement in asked
        if statement.lstrip().startswith(("SELECT", "WITH"))
        for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert [one for one in steps if "session_exercises" in one or "exercise_sets" in one]
    assert not [one for one in steps if one.endswith("(counted=?)")]
