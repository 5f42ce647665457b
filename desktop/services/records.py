"""Personal records, worked out from the sets each time they are asked for."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from desktop.analysis.records import rep_max_table
from desktop.domain.changes import Changed, Kind
from desktop.domain.collecting import no_collecting
from desktop.domain.records import ExerciseRecords, Judged, Outlier, Record, RecordsBook
from desktop.domain.session import Verdict
from desktop.services.record_steps import (
    Absurd,
    Recorder,
    Step,
    Steps,
    newest_first,
    steps_of,
    steps_within,
)
from desktop.services.store import Store
from desktop.storage.queries import records
from desktop.storage.queries.sql import Row

if TYPE_CHECKING:
    from desktop.domain.progress import Why

_LATEST_SESSIONS = 30


class RecordsService:
    """What stands, what fell when, and why."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self, user_id: UUID) -> RecordsBook:
        """Every record of every exercise."""
        with no_collecting(), self._store.reading() as connection:
            return _book(connection, user_id, None)

    def of(self, user_id: UUID, exercise_id: UUID) -> ExerciseRecords:
        """What stands for one exercise."""
        with self._store.reading() as connection:
            found = _book(connection, user_id, exercise_id).exercises.get(exercise_id)
        return found or ExerciseRecords(exercise_id, (), ())

    def outliers(self, user_id: UUID, exercise_id: UUID) -> tuple[Outlier, ...]:
        """What of one exercise is to be checked."""
        with self._store.reading() as connection:
            return _book(connection, user_id, exercise_id).outliers

    def history(self, user_id: UUID, exercise_id: UUID) -> tuple[Record, ...]:
        """The records of one exercise, newest first."""
        with no_collecting(), self._store.reading() as connection:
            fallen = steps_of(connection, user_id, [exercise_id.bytes]).fallen
        return Recorder().records(newest_first(fallen))

    def latest(self, user_id: UUID, count: int) -> list[Record]:
        """The newest records of the exercises of the last sessions."""
        with self._store.reading() as connection:
            since, recent = records.recent_exercises(connection, user_id, _LATEST_SESSIONS)
            fallen = steps_of(connection, user_id, recent, since).fallen
            if len(fallen) < count:
                fallen = steps_of(connection, user_id, recent).fallen
        return list(Recorder().records(newest_first(fallen)[:count]))

    def fallen_in(
        self, user_id: UUID, session_id: UUID, exercise_ids: Iterable[UUID]
    ) -> list[Record]:
        """The records that fell in a session, of these exercises."""
        keys = [key.bytes for key in dict.fromkeys(exercise_ids)]
        with self._store.reading() as connection:
            return list(Recorder().records(steps_within(connection, user_id, session_id, keys)))

    def why(self, user_id: UUID, record: Record) -> Why:
        """What leads from the sets of its session to the record's value."""
        # only read by who wants to know: the start does without the sets
        from desktop.services.explain import explain_record

        with self._store.reading() as connection:
            return explain_record(connection, user_id, record)

    def judge(self, session_id: UUID, set_ids: Iterable[UUID], verdict: Verdict | None) -> Changed:
        """Say of sets that they are right, or leave them out of all figures; None takes it back."""
        chosen = frozenset(set_ids)
        with self._store.unit_of_work() as work:
            session = work.sessions.get(session_id)
            exercises = tuple(
                replace(
                    exercise,
                    sets=tuple(
                        replace(one, verdict=verdict) if one.id in chosen else one
                        for one in exercise.sets
                    ),
                )
                for exercise in session.exercises
            )
            judged = replace(session, exercises=exercises)
            work.sessions.save(work.builder(session.user_id), judged)
            work.commit()
        said = {Verdict.RIGHT: "It counts", Verdict.LEFT_OUT: "Left out of all figures"}
        words = said[verdict] if verdict else "Taken back"
        return Changed.of(Kind.SESSIONS, session_id, said=words)


def _book(connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID | None) -> RecordsBook:
    keys = (
        records.exercises_done(connection, user_id) if exercise_id is None else [exercise_id.bytes]
    )
    steps = steps_of(connection, user_id, keys)
    judged = _judged(connection, user_id, exercise_id)
    lifts = _lifts(connection, user_id, steps)
    recorder = Recorder()
    return RecordsBook(
        events=recorder.records(newest_first(steps.fallen)),
        exercises=_exercises(steps.bests, lifts, recorder),
        baselines=recorder.records(newest_first(steps.first)),
        outliers=_outliers(connection, user_id, steps.absurd),
        left_out=tuple(one for one in judged if one.one.verdict is Verdict.LEFT_OUT),
        called_right=tuple(one for one in judged if one.one.verdict is Verdict.RIGHT),
    )


def _lifts(
    connection: sqlite3.Connection, user_id: UUID, steps: Steps
) -> dict[bytes, Sequence[Row]]:
    """By exercise its heaviest sets by reps, without those of absurd sessions."""
    passed: dict[bytes, list[bytes]] = defaultdict(list)
    for one in steps.absurd:
        passed[one.exercise].append(one.session)
    return {
        key: records.heaviest_by_reps(connection, user_id, key, passed.get(key, ()))
        for key in steps.lifted
    }


def _outliers(
    connection: sqlite3.Connection, user_id: UUID, absurd: Sequence[Absurd]
) -> tuple[Outlier, ...]:
    if not absurd:
        return ()
    from desktop.services.outlier_sets import outliers_of

    return outliers_of(connection, user_id, absurd)


def _judged(
    connection: sqlite3.Connection, user_id: UUID, exercise_id: UUID | None
) -> tuple[Judged, ...]:
    rows = records.judged(connection, user_id)
    if not rows:
        return ()
    from desktop.storage.queries.session import set_of

    return tuple(
        Judged(UUID(bytes=row[0]), date.fromisoformat(row[1]), UUID(bytes=row[2]), set_of(row[3:]))
        for row in rows
        if exercise_id is None or row[0] == exercise_id.bytes
    )


def _exercises(
    bests: dict[bytes, list[Step]], lifts: Mapping[bytes, Sequence[Row]], recorder: Recorder
) -> dict[UUID, ExerciseRecords]:
    day_of, id_of = recorder.day_of, recorder.id_of
    found: dict[UUID, ExerciseRecords] = {}
    for key, steps in bests.items():
        table = rep_max_table(
            (reps, grams, day_of(day), id_of(session))
            for reps, grams, day, session in lifts.get(key, ())
        )
        exercise = id_of(key)
        found[exercise] = ExerciseRecords(exercise, recorder.records(steps), table)
    return found
