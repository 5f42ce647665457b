"""What charts show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from desktop.analysis.records import running_records
from desktop.analysis.volume import weekly_sets
from desktop.domain.progress import ExerciseChart, SessionPoint, WeeklySets
from desktop.domain.records import KINDS_OF_RECORD, RecordKind
from desktop.services.store import Store
from desktop.storage.queries import accounts, library, progress

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


class ProgressService:
    """Strength over time, and how much was done."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def used(self, user_id: UUID) -> list[UUID]:
        """Exercises with sets that count, the most recently done first."""
        with self._store.reading() as connection:
            return progress.used(connection, user_id)

    def chart(self, user_id: UUID, exercise_id: UUID) -> ExerciseChart:
        """An exercise's whole history with its records."""
        with self._store.reading() as connection:
            rows = progress.points(connection, user_id, exercise_id)
            kind = library.kind_of(connection, exercise_id)
        columns = list(zip(*rows, strict=True)) if rows else []
        fallen: dict[int, tuple[RecordKind, ...]] = {}
        for record in KINDS_OF_RECORD[kind] if rows else ():
            for place, _, _ in running_records(enumerate(columns[_COLUMN[record]])):
                fallen[place] = (*fallen.get(place, ()), record)
        day, make = date.fromisoformat, SessionPoint._make
        points = tuple(
            make((row[0], day(row[1]), *row[2:12], fallen.get(place, ())))
            for place, row in enumerate(rows)
        )
        return ExerciseChart(exercise_id, kind, points)

    def weekly_sets(self, user_id: UUID, first: date | None, last: date | None) -> WeeklySets:
        """Sets for each muscle and week; weeks start where the user's do."""
        with self._store.reading() as connection:
            rows = progress.sets_by_day(connection, user_id, first, last)
            exercises = library.visible(connection, user_id)
            preferences = accounts.preferences(connection, user_id)
        by_key = {exercise.id.bytes: exercise for exercise in exercises.values()}
        return weekly_sets(
            (
                (date.fromisoformat(day), by_key[key], count)
                for day, key, count in rows
                if key in by_key
            ),
            preferences.first_weekday,
            first,
            last,
        )
