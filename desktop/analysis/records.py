"""The rep-max table: the heaviest weight for each number of reps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from desktop.domain.records import RepMax

TABLE_REPS = 12

Lift = tuple[int, int, date, UUID]


def rep_max_table(rows: Iterable[Lift]) -> tuple[RepMax, ...]:
    """The heaviest weight for at least 1 to 12 reps, fewest reps first.

    rows: (reps, grams, day, session id) of counted sets, in the order they
    were done within a day. A set stands while nothing heavier exists at that
    many reps or more; ties go to more reps, then to the earlier set. Reps
    that nothing was lifted for have no line.
    """
    best: dict[int, Lift] = {}
    for row in rows:
        reps, grams = row[0], row[1]
        if reps < 1 or grams <= 0:
            continue
        place = min(reps, TABLE_REPS)
        standing = best.get(place)
        if standing is None or _rank(row) > _rank(standing):
            best[place] = row
    table: list[RepMax] = []
    top: Lift | None = None
    for place in range(TABLE_REPS, 0, -1):
        row_here = best.get(place)
        if row_here is not None and (top is None or row_here[1] > top[1]):
            top = row_here
        if top is not None:
            table.append(RepMax(place, top[1], top[0], top[2], top[3]))
    return tuple(reversed(table))


def _rank(row: Lift) -> tuple[int, int, int]:
    reps, grams, day, _ = row
    return grams, reps, -day.toordinal()
