"""A history page over a small log."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.session import WorkoutSession
from desktop.ui.context import Context
from desktop.ui.history.page import HistoryPage
from tests.support import Lifts, make_context, make_services, make_user, session_of

BENCH, SQUAT, PLANK = "Bench Press (Barbell)", "Squat (Barbell)", "Plank"


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    services = make_services(tmp_path)
    user = make_user(services)
    log: list[tuple[str, date, Lifts, str]] = [
        ("Push A", date(2025, 6, 2), [(BENCH, [(90, 5)])], ""),
        ("Legs", date(2026, 10, 1), [(SQUAT, [(140, 3), (140, 3, 9)])], "Knee felt fine"),
        (
            "Push B",
            date(2026, 11, 18),
            [(BENCH, [(100, 5), (100, 4, 8.5)]), (SQUAT, [(60, 5)])],
            "",
        ),
    ]
    for name, day, lifts, notes in log:
        session = session_of(services, user, day, lifts, name)
        services.session.save(replace(session, notes=notes, location="Iron Works"))
    made = make_context(services, user)
    yield made
    made.tasks.close()
    services.close()


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> HistoryPage:
    made = HistoryPage(context)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    with qtbot.waitSignal(made.loaded):
        made.show()
    settle(made, qtbot)
    return made


def settle(page: HistoryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            not (
                page.chosen._settle.isActive()
                or page.filters._settle.isActive()
                or page.context.tasks.is_busy
            )
        )
    )


def stored(context: Context, session: WorkoutSession) -> WorkoutSession:
    return context.services.history.get(session.id)
