"""A log with a few records, and one value that is a slip of the finger."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ui.pages import Log, open_log

BENCH = "Bench Press (Barbell)"
SQUAT = "Squat (Barbell)"
PULL = "Pull-Up"
FIRST = date(2026, 10, 1)
SLIP = date(2026, 11, 14)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    """Nothing yet."""
    with open_log(tmp_path) as opened:
        yield opened


def fill_long_log(log: Log) -> None:
    log.add(date(2026, 4, 1), [(PULL, [(0, 8)])])
    log.add(date(2026, 4, 8), [(PULL, [(0, 10)])])
    for week in range(6):
        lifts = [(BENCH, [(100 + 2.5 * week, 5)])]
        log.add(FIRST + timedelta(weeks=week), lifts)


@pytest.fixture
def long_log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    """Six sessions of bench press 2.5 kg apart from 1 October, pull-ups in spring."""
    with open_log(tmp_path, fill=fill_long_log) as opened:
        yield opened


@pytest.fixture
def doubtful_log(long_log: Log) -> Log:
    """The same with 1050 kg in the middle of November."""
    long_log.add(SLIP, [(BENCH, [(1050, 5), (105, 5)])])
    return long_log
