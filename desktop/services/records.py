"""Personal records, worked out from the sets each time they are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from desktop.analysis.records import rep_max_table
from desktop.domain.library import ExerciseKind
from desktop.domain.records import (
    KINDS_OF_RECORD,
    ExerciseRecords,
    Record,
    RecordKind,
    RecordsBook,
)
from desktop.services.explain import explain
from desktop.services.store import Store
from desktop.storage import library, records
from desktop.storage import session as sessions
from desktop.storage.accounts import AccountRepository

# where the value of each kind of record stands in a row of storage.records.bests_by_session
_COLUMN = {
    RecordKind.E1RM: 2,
    RecordKind.HEAVIEST: 3,
    RecordKind.LEAST_HELP: 3,
    RecordKind.SET_VOLUME: 4,
    RecordKind.SESSION_VOLUME: 5,
    RecordKind.MOST_REPS: 6,
    RecordKind.LONGEST: 7,
    RecordKind.FARTHEST: 8,
    RecordKind.BEST_PACE: 9,
}
_KEY = 10
_LATEST_SESSIONS = 30

Row = tuple[Any, ...]
# a record before its set is known: (kind, row, value, value beaten)
Fallen = tuple[RecordKind, Row, float, float | None]


class RecordsService:
    """What stands, what fell when, and why."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self, user_id: UUID) -> RecordsBook:
        """Every record of every exercise."""
        return self._book(user_id, None)

    def of(self, user_id: UUID, exercise_id: UUID) -> ExerciseRecords:
        """What stands for one exercise."""
        found = self._book(user_id, exercise_id).exercises.get(exercise_id)
        return found or ExerciseRecords(exercise_id, (), ())

    def latest(self, user_id: UUID, count: int) -> list[Record]:
        """The newest records, from the exercises of the last sessions."""
        with self._store.reading() as connection:
            recent = records.recent_exercises(connection, user_id, _LATEST_SESSIONS)
            kinds = library.kinds(connection)
            fallen: list[Fallen] = []
            for exercise_id in recent:
                rows = records.bests_by_session(connection, user_id, exercise_id)
                fallen += _fallen(rows, kinds.get(exercise_id, ExerciseKind.WEIGHT_REPS))[0]
            fallen.sort(key=lambda one: one[1][1], reverse=True)
            newest = fallen[: count * 3]
            details = records.details(connection, [one[1][_KEY] for one in newest])
        return list(_newest_first(newest, details))[:count]

    def fallen_in(
        self, user_id: UUID, session_id: UUID, exercise_ids: Iterable[UUID]
    ) -> list[Record]:
        """The records that a session holds or held when it was done."""
        with self._store.reading() as connection:
            kinds = library.kinds(connection)
            fallen: list[Fallen] = []
            for exercise_id in dict.fromkeys(exercise_ids):
                rows = records.bests_by_session(connection, user_id, exercise_id)
                fallen += _fallen(rows, kinds.get(exercise_id, ExerciseKind.WEIGHT_REPS))[0]
            details = records.details(connection, [one[1][_KEY] for one in fallen])
        mine = [one for one in fallen if details[one[1][_KEY]][0] == session_id.bytes]
        return list(_newest_first(mine, details))

    def why(self, user_id: UUID, record: Record) -> str:
        """The sentences that lead from the sets to the record's value."""
        with self._store.reading() as connection:
            preferences = AccountRepository(connection, self._store.clock()).preferences(user_id)
            found = sessions.load(connection, [record.session_id])
        return explain(record, preferences, found[0] if found else None)

    def _book(self, user_id: UUID, exercise_id: UUID | None) -> RecordsBook:
        with self._store.reading() as connection:
            kinds = library.kinds(connection)
            rows = records.bests_by_session(connection, user_id, exercise_id)
            lifts = records.heaviest_by_reps(connection, user_id, exercise_id)
            fallen: list[Fallen] = []
            bests: dict[bytes, list[Fallen]] = {}
            for key, group in groupby(rows, itemgetter(0)):
                if key is None:
                    continue
                kind = kinds.get(UUID(bytes=key), ExerciseKind.WEIGHT_REPS)
                events, bests[key] = _fallen(list(group), kind)
                fallen += events
            keys = {one[1][_KEY] for one in fallen}
            keys.update(one[1][_KEY] for group_bests in bests.values() for one in group_bests)
            keys.update(lift[4] for lift in lifts)
            details = records.details(connection, list(keys))
        return RecordsBook(_newest_first(fallen, details), _exercises(bests, lifts, details))


def _fallen(rows: Sequence[Row], kind: ExerciseKind) -> tuple[list[Fallen], list[Fallen]]:
    """The records among one exercise's sessions in time order, and what stands at the end.

    One loop over plain columns: this runs over every session of every exercise.
    """
    fallen: list[Fallen] = []
    bests: list[Fallen] = []
    for record in KINDS_OF_RECORD[kind]:
        column = _COLUMN[record]
        standing: float | None = None
        last: Fallen | None = None
        for row in rows:
            value = row[column]
            if value is None or (standing is not None and value <= standing):
                continue
            if not value:  # no volume, no distance: nothing was noted
                continue
            last = (record, row, value, standing)
            if standing is not None:
                fallen.append(last)
            standing = value
        if last is not None:
            bests.append(last)
    return fallen, bests


def _exercises(
    bests: dict[bytes, list[Fallen]], lifts: Sequence[Row], details: dict[bytes, Row]
) -> dict[UUID, ExerciseRecords]:
    by_exercise: dict[bytes, list[tuple[int, int, date, UUID]]] = defaultdict(list)
    for key, reps, grams, day, session_exercise in lifts:
        session = UUID(bytes=details[session_exercise][0])
        by_exercise[key].append((reps, grams, date.fromisoformat(day), session))
    return {
        (exercise := UUID(bytes=key)): ExerciseRecords(
            exercise,
            tuple(_record(one, details) for one in found),
            rep_max_table(by_exercise.get(key, ())),
        )
        for key, found in bests.items()
    }


def _newest_first(fallen: Iterable[Fallen], details: dict[bytes, Row]) -> tuple[Record, ...]:
    ordered = sorted(fallen, key=lambda one: details[one[1][_KEY]][1], reverse=True)
    return tuple(_record(one, details) for one in ordered)


def _record(one: Fallen, details: dict[bytes, Row]) -> Record:
    kind, row, value, previous = one
    session, _, weight, reps, rpe, heaviest_reps = details[row[_KEY]]
    behind: dict[str, Any] = {}
    if kind is RecordKind.E1RM:
        behind = {"weight": weight, "reps": reps, "rpe": rpe}
    elif kind is RecordKind.HEAVIEST:
        behind = {"weight": value, "reps": heaviest_reps or None}
    return Record(
        kind=kind,
        exercise_id=UUID(bytes=row[0]),
        value=value,
        day=date.fromisoformat(row[1]),
        session_id=UUID(bytes=session),
        previous=previous,
        **behind,
    )
