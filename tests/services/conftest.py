"""Services over a data file of their own, with a clock that stands still."""

from pathlib import Path

import pytest

from desktop.domain.accounts import User
from desktop.services import Services
from tests.support import FakeClock, make_services, make_user


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Services:
    return make_services(tmp_path, clock)


@pytest.fixture
def user(services: Services) -> User:
    return make_user(services)
