"""Demo data in a profile of its own: it comes whole, and goes without anything else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.accounts import User
from desktop.domain.errors import CancelledError
from desktop.domain.ids import new_id
from desktop.domain.templates import WorkoutTemplate
from desktop.domain.weight import Unit
from desktop.services import Services
from tests.support import NOW, FakeClock, make_services, session_of

BENCH = "Bench Press (Barbell)"


def _go_on(_: int, __: int) -> None:
    """A step that nobody watches."""


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    made = make_services(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def user(services: Services, clock: FakeClock) -> User:
    made = services.demo.begin("Lifter", "l@localhost", "UTC", Unit.KG, _go_on)
    clock.move(minutes=10)
    return made


def test_it_comes_with_templates_and_tells_how_far_it_is(services: Services) -> None:
    steps: list[tuple[int, int]] = []
    user = services.demo.begin(
        "Lifter", "l@localhost", "UTC", Unit.LB, lambda *step: steps.append(step)
    )
    found = services.demo.find(user.id)
    assert len(found.session_ids) == len(services.history.rows(user.id)) > 400
    assert len(found.template_ids) == len(services.templates.rows(user.id)) == 6
    assert len(steps) > 5
    assert [done for done, _ in steps[:-1]] == sorted(done for done, _ in steps[:-1])
    assert all(done <= total for done, total in steps)
    assert services.accounts.preferences(user.id).unit is Unit.LB


def test_stopped_half_way_it_leaves_no_profile(services: Services) -> None:
    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        services.demo.begin("Lifter", "l@localhost", "UTC", Unit.KG, stop)
    assert not services.accounts.users()


def test_a_profile_without_it_has_nothing_to_remove(services: Services) -> None:
    user = services.accounts.add("Lifter", "l@localhost", "UTC", Unit.KG)
    assert not services.demo.find(user.id)


def test_what_the_user_made_since_stays(services: Services, user: User) -> None:
    own = WorkoutTemplate(new_id(), user.id, "Mine")
    services.templates.save(user.id, own)
    rows = {row.name: row.id for row in services.templates.rows(user.id)}
    changed = replace(services.templates.get(rows["Upper"]), description="Now my own")
    services.templates.save(user.id, changed)
    mine = session_of(services, user, NOW.date(), [(BENCH, [(200, 5)])])
    services.session.save(replace(mine, template_id=rows["Push A"]))
    found = services.demo.find(user.id)
    services.demo.remove(user.id, found)
    assert [row.id for row in services.history.rows(user.id)] == [mine.id]
    assert {row.name for row in services.templates.rows(user.id)} == {"Mine", "Upper", "Push A"}
    records = services.records.latest(user.id, 100)
    assert {record.session_id for record in records} <= {mine.id}
    assert not services.demo.find(user.id)


def test_a_removal_can_be_undone_and_done_again(
    services: Services, user: User, clock: FakeClock
) -> None:
    before = services.today.overview(user.id)
    found = services.demo.find(user.id)
    services.demo.remove(user.id, found)
    assert not services.today.overview(user.id).records
    clock.move(minutes=1)
    services.demo.bring_back(user.id, found)
    assert services.today.overview(user.id) == before
    clock.now += timedelta(minutes=1)
    again = services.demo.find(user.id)
    assert again == found
    services.demo.remove(user.id, again)
    assert not services.history.rows(user.id)
    assert not services.templates.rows(user.id)
