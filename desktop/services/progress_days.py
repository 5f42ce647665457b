"""The days that were trained on."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from desktop.domain.training import TrainingDay
from desktop.storage.queries import series as queries
from desktop.storage.values import moment


def training_days(connection: sqlite3.Connection, user_id: UUID) -> tuple[TrainingDay, ...]:
    """Every day with sets that count, oldest first, over all of its sessions."""
    rows = queries.training_days(connection, user_id)
    return tuple(
        _day(date.fromisoformat(day), list(sessions))
        for day, sessions in groupby(rows, itemgetter(0))
    )


def _day(day: date, rows: list[tuple[str, str, int, int | None, int, int]]) -> TrainingDay:
    starts = tuple(_minute(start, offset) for _, start, offset, *_ in rows)
    return TrainingDay(
        day,
        min(starts),
        sum(minutes or 0 for *_, minutes, _, _ in rows),
        sum(row[4] for row in rows),
        sum(row[5] for row in rows),
        starts,
    )


def _minute(start: str, offset: int) -> int:
    """Minutes since midnight on the user's clock."""
    local = moment(start) + timedelta(minutes=offset)
    return local.hour * 60 + local.minute
