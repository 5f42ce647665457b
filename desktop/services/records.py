"""Personal records, worked out from the sets each time they are asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.analysis.records import rep_max_table, running_records
from desktop.domain.collecting import no_collecting
from desktop.domain.library import ExerciseKind
from desktop.domain.records import (
    KINDS_OF_RECORD,
    ExerciseRecords,
    Record,
    RecordKind,
    RecordsBook,
)
from desktop.services.store import Store
from desktop.storage.queries import accounts, library, records
from desktop.storage.queries.records import Best
from desktop.storage.queries.sql import Row

_LATEST_SESSIONS = 30


class _Fallen(NamedTuple):
    """A record, and the session's best that it stands in."""

    kind: RecordKind
    exercise: bytes
    best: Best
    value: float
    previous: float | None


class RecordsService:
    """What stands, what fell when, and why."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self, user_id: UUID) -> RecordsBook:
        """Every record of every exercise."""
        with no_collecting():
            return self._book(user_id, None)

    def of(self, user_id: UUID, exercise_id: UUID) -> ExerciseRecords:
        """What stands for one exercise."""
        found = self._book(user_id, exercise_id).exercises.get(exercise_id)
        return found or ExerciseRecords(exercise_id, (), ())

    def latest(self, user_id: UUID, count: int) -> list[Record]:
        """The newest records of the exercises of the last sessions."""
        with self._store.reading() as connection:
            since, recent = records.recent_exercises(connection, user_id, _LATEST_SESSIONS)
            fallen, _ = self._fallen(connection, user_id, recent, since)
            if len(fallen) < count:
                fallen, _ = self._fallen(connection, user_id, recent)
        return list(_records(_newest_first(fallen)[:count]))

    def fallen_in(self, session_id: UUID, exercise_ids: Iterable[UUID]) -> list[Record]:
        """The records that fell in a session, of these exercises."""
        keys = [key.bytes for key in dict.fromkeys(exercise_ids)]
        fallen: list[_Fallen] = []
        with self._store.reading() as connection:
            for kind, alike in _alike(library.kinds(connection, keys), keys).items():
                wanted = KINDS_OF_RECORD[kind]
                found = records.within(connection, session_id, alike, wanted)
                for key, done in found.items():
                    for place, record in enumerate(wanted):
                        fallen += _steps(record, key, done, place)[1:]
        return list(_records(fallen))

    def why(self, user_id: UUID, record: Record) -> str:
        """The sentences that lead from the sets to the record's value."""
        # only read by who wants to know: the start does without the sessions
        from desktop.services.explain import explain
        from desktop.storage.queries import session as sessions

        with self._store.reading() as connection:
            preferences = accounts.preferences(connection, user_id)
            found = sessions.load(connection, [record.session_id])
        return explain(record, preferences, found[0] if found else None)

    def _book(self, user_id: UUID, exercise_id: UUID | None) -> RecordsBook:
        with self._store.reading() as connection:
            keys = (
                records.exercises_done(connection, user_id)
                if exercise_id is None
                else [exercise_id.bytes]
            )
            fallen, bests = self._fallen(connection, user_id, keys)
            lifts = records.heaviest_by_reps(connection, user_id, exercise_id)
        return RecordsBook(_records(_newest_first(fallen)), _exercises(bests, lifts))

    def _fallen(
        self,
        connection: sqlite3.Connection,
        user_id: UUID,
        exercises: Sequence[bytes],
        since: str = "",
    ) -> tuple[list[_Fallen], dict[bytes, list[_Fallen]]]:
        """The records of these exercises as they fell, and for each exercise what stands."""
        alike = _alike(library.kinds(connection), exercises)
        fallen: list[_Fallen] = []
        bests: dict[bytes, list[_Fallen]] = {}
        for kind, keys in alike.items():
            wanted = KINDS_OF_RECORD[kind]
            climbed = records.climb(connection, user_id, keys, wanted, since)
            for key, done in climbed.items():
                bests[key] = []
                for place, record in enumerate(wanted):
                    steps = _steps(record, key, done, place)
                    fallen += steps[1:]
                    bests[key] += steps[-1:]
        return fallen, bests


def _alike(
    kinds: Mapping[bytes, ExerciseKind], exercises: Iterable[bytes]
) -> dict[ExerciseKind, list[bytes]]:
    """The exercises by kind; one that is lost counts as weight and reps."""
    alike: dict[ExerciseKind, list[bytes]] = defaultdict(list)
    for key in exercises:
        alike[kinds.get(key, ExerciseKind.WEIGHT_REPS)].append(key)
    return alike


def _steps(
    kind: RecordKind, exercise: bytes, sessions: Sequence[Best], place: int
) -> list[_Fallen]:
    """The baseline and then each record of one kind, in order; the last one stands."""
    noted = [(best, best.values[place] or None) for best in sessions]
    first = next(((best, value) for best, value in noted if value is not None), None)
    if first is None:
        return []
    beaten = [
        _Fallen(kind, exercise, best, value, previous)
        for best, value, previous in running_records(noted)
    ]
    return [_Fallen(kind, exercise, *first, None), *beaten]


def _exercises(
    bests: dict[bytes, list[_Fallen]], lifts: Sequence[Row]
) -> dict[UUID, ExerciseRecords]:
    by_exercise: dict[bytes, list[tuple[int, int, date, UUID]]] = defaultdict(list)
    for key, reps, grams, day, session in lifts:
        by_exercise[key].append((reps, grams, date.fromisoformat(day), UUID(bytes=session)))
    return {
        (exercise := UUID(bytes=key)): ExerciseRecords(
            exercise, _records(found), rep_max_table(by_exercise.get(key, ()))
        )
        for key, found in bests.items()
    }


def _newest_first(fallen: list[_Fallen]) -> list[_Fallen]:
    return sorted(
        fallen, key=lambda one: (one.best.session_date, one.best.started_at), reverse=True
    )


def _records(fallen: Iterable[_Fallen]) -> tuple[Record, ...]:
    keys = _Keys()
    return tuple(_record(one, keys) for one in fallen)


class _Keys(dict[bytes, UUID]):
    """Each key made once: a log has thousands of records of a few dozen exercises."""

    def __missing__(self, key: bytes) -> UUID:
        self[key] = found = UUID(bytes=key)
        return found


def _record(one: _Fallen, keys: _Keys) -> Record:
    best = one.best
    reps: int | None = None
    weight: int | None = None
    rpe: float | None = None
    if one.kind is RecordKind.E1RM:
        weight, reps, rpe = best.e1rm_weight, best.e1rm_reps, best.e1rm_rpe
    elif one.kind is RecordKind.HEAVIEST:
        weight, reps = int(one.value), best.heaviest_reps or None
    elif one.kind is RecordKind.SET_VOLUME:
        weight, reps = best.volume_weight, best.volume_reps
    return Record(
        one.kind,
        keys[one.exercise],
        one.value,
        date.fromisoformat(best.session_date),
        keys[best.session],
        one.previous,
        reps,
        weight,
        rpe,
    )
