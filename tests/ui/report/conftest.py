"""A log to report on."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.ui.report.gather import Source
from tests.support import NOW
from tests.ui.pages import Log, open_log

BENCH, SQUAT, ROW = "Bench Press (Barbell)", "Squat (Barbell)", "Bent-Over Row (Barbell)"
PRESS, DEADLIFT = "Overhead Press (Barbell)", "Deadlift (Barbell)"
TODAY = NOW.date()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        yield opened


@pytest.fixture
def half_year(tmp_path: Path) -> Iterator[Log]:
    """Bench every week of the last half year, squats in its last quarter, today the last day."""
    with open_log(tmp_path, fill=_half_year) as opened:
        yield opened


def _half_year(log: Log) -> None:
    for week in range(26):
        day = TODAY - timedelta(7 * week)
        heavy = 100 - week
        lifts = [(BENCH, [(heavy, 5), (heavy, 5), (heavy, 5)])]
        if week < 12:
            lifts.append((SQUAT, [(120, 5), (120, 5)]))
        log.add(day, lifts)


def source_of(log: Log) -> Source:
    context = log.context
    return Source(
        log.services, log.user, context.preferences, context.exercises, date(2026, 11, 20)
    )
