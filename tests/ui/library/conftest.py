"""A library page over a small log."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.library import Exercise
from desktop.ui.context import Context
from desktop.ui.library.page import LibraryPage
from tests.support import add_session, make_context, make_services, make_user

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    services = make_services(tmp_path)
    user = make_user(services)
    add_session(services, user, date(2026, 9, 1), [(BENCH, [(90, 5)])])
    add_session(services, user, date(2026, 11, 10), [(BENCH, [(100, 5), (100, 5)])])
    add_session(services, user, date(2026, 11, 18), [(SQUAT, [(140, 3)])])
    made = make_context(services, user)
    yield made
    made.tasks.close()
    services.close()


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> LibraryPage:
    made = LibraryPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 720)
    with qtbot.waitSignal(made.loaded):
        made.show()
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    return made


def named(context: Context, name: str) -> Exercise:
    return next(e for e in context.exercises.values() if e.name == name and not e.is_deleted)
