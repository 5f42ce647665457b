"""The chart of one exercise with everything that its kind can show."""

from __future__ import annotations

import sqlite3
from datetime import date
from uuid import UUID

from desktop.analysis.series import doubtful, record_places
from desktop.domain.progress import ExerciseChart, SessionPoint
from desktop.domain.records import KINDS_OF_RECORD, RecordKind
from desktop.services.progress_series import right_ones
from desktop.storage.queries import library, progress

# where the value of each kind of record stands in a row of storage.progress.points
_COLUMN = {
    RecordKind.E1RM: 2,
    RecordKind.HEAVIEST: 3,
    RecordKind.LEAST_HELP: 3,
    RecordKind.SESSION_VOLUME: 4,
    RecordKind.SET_VOLUME: 12,
    RecordKind.MOST_REPS: 13,
    RecordKind.LONGEST: 14,
    RecordKind.FARTHEST: 15,
    RecordKind.BEST_PACE: 16,
}


def chart_of(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID) -> ExerciseChart:
    """An exercise's whole history with its records; outliers hold none."""
    kind = library.kind_of(connection, exercise_id)
    rows = progress.points(connection, user_id, exercise_id)
    if not rows:
        return ExerciseChart(exercise_id, kind, ())
    columns = list(zip(*rows, strict=True))
    bests = {record: columns[_COLUMN[record]] for record in KINDS_OF_RECORD[kind]}
    absurd = doubtful(bests)
    if absurd:
        absurd -= right_ones(connection, user_id, exercise_id, columns[0])
    fallen: list[tuple[RecordKind, ...]] = [()] * len(rows)
    for record, values in bests.items():
        for place in record_places(values, record, absurd):
            fallen[place] += (record,)
    days = map(date.fromisoformat, columns[1])
    made = zip(columns[0], days, *columns[2:12], fallen, strict=True)
    return ExerciseChart(exercise_id, kind, tuple(map(SessionPoint._make, made)))
