"""A profile over a data file of its own, for tests that need no more than that."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.services import Services
from desktop.ui.context import Context
from tests.support import make_context, make_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = make_services(tmp_path)
    yield made
    made.close()


@pytest.fixture
def context(qtbot: QtBot, services: Services) -> Iterator[Context]:
    made = make_context(services)
    yield made
    made.tasks.close()
