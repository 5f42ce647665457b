"""How the bests of exercises rose, session by session, with outliers kept apart."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID, SafeUUID

from desktop.analysis.outliers import COMPANY, RATIOS, outliers
from desktop.domain.library import ExerciseKind
from desktop.domain.records import KINDS_OF_RECORD, Record, RecordKind
from desktop.storage.queries import library, records
from desktop.storage.queries.record_climb import (
    E1RM_SET,
    EXERCISE,
    HEAVIEST_REPS,
    MOMENT,
    SESSION,
    VALUES,
    VOLUME_SET,
    Best,
    climb,
    within,
)

# what comes near is more than the limit itself, however it is rounded
_A_LITTLE_MORE = 1 + 1e-9


class Step(NamedTuple):
    """A best of one kind, the session's bests that it stands in, and what it beat."""

    kind: RecordKind
    best: Best
    value: float
    previous: float | None


_new = tuple.__new__  # three times as quick as Step(...), of which there are thousands


class Absurd(NamedTuple):
    """A session's best that nothing comes near: no step until someone says it is right."""

    kind: RecordKind
    exercise: bytes
    session: bytes
    day: str
    value: float
    usual: float


class Steps(NamedTuple):
    """first: where each kind began, by exercise; fallen: what beat it; bests: what stands.

    lifted: the exercises of weight and reps.
    """

    first: list[Step]
    fallen: list[Step]
    bests: dict[bytes, list[Step]]
    absurd: list[Absurd]
    lifted: list[bytes]


def steps_of(
    connection: sqlite3.Connection, user_id: UUID, exercises: Sequence[bytes], since: str = ""
) -> Steps:
    """The steps of these exercises. since: only those from that day on are looked for."""
    found = Steps([], [], {}, [], [])
    for kind, keys in _alike(library.kinds(connection, exercises), exercises).items():
        wanted = KINDS_OF_RECORD[kind]
        for key, done in climb(connection, user_id, keys, wanted, since).items():
            found.bests[key] = bests = []
            if kind is ExerciseKind.WEIGHT_REPS:
                found.lifted.append(key)
            for steps in _believable(connection, user_id, key, wanted, done, found.absurd):
                found.first.extend(steps[:1])
                found.fallen.extend(steps[1:])
                bests += steps[-1:]
    return found


def steps_within(
    connection: sqlite3.Connection, user_id: UUID, session_id: UUID, exercises: Sequence[bytes]
) -> list[Step]:
    """What fell in a session, of these exercises."""
    fallen: list[Step] = []
    for kind, keys in _alike(library.kinds(connection, exercises), exercises).items():
        wanted = KINDS_OF_RECORD[kind]
        for key, done in within(connection, session_id, keys, wanted).items():
            for steps in _believable(connection, user_id, key, wanted, done, []):
                fallen += steps[1:]
    return [one for one in fallen if one.best[SESSION] == session_id.bytes]


def newest_first(steps: Iterable[Step]) -> list[Step]:
    """By the moment of the session that they were made in."""
    return sorted(steps, key=lambda one: one[1][MOMENT], reverse=True)


class Recorder:
    """Makes records of steps; ids and days once, for a log has thousands of records."""

    def __init__(self) -> None:
        self.id_of = _Ids().__getitem__
        self.day_of = _Days().__getitem__

    def records(self, steps: Iterable[Step]) -> tuple[Record, ...]:
        """The steps as records, in their order."""
        id_of, day_of = self.id_of, self.day_of
        e1rm, heaviest, set_volume = RecordKind.E1RM, RecordKind.HEAVIEST, RecordKind.SET_VOLUME
        found: list[Record] = []
        for kind, best, value, previous in steps:
            reps = weight = rpe = None
            if kind is e1rm:
                weight, reps, rpe = best[E1RM_SET]
            elif kind is heaviest:
                weight, reps = int(value), best[HEAVIEST_REPS] or None
            elif kind is set_volume:
                weight, reps = best[VOLUME_SET]
            day = day_of(best[MOMENT][:10])
            session, exercise = id_of(best[SESSION]), id_of(best[EXERCISE])
            found.append(
                _new(Record, (kind, exercise, value, day, session, previous, reps, weight, rpe))
            )
        return tuple(found)


def _alike(
    kinds: Mapping[bytes, ExerciseKind], exercises: Iterable[bytes]
) -> dict[ExerciseKind, list[bytes]]:
    """The exercises by kind; one that is lost counts as weight and reps."""
    alike: dict[ExerciseKind, list[bytes]] = defaultdict(list)
    for key in exercises:
        alike[kinds.get(key, ExerciseKind.WEIGHT_REPS)].append(key)
    return alike


def _believable(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise: bytes,
    kinds: Sequence[RecordKind],
    done: Sequence[Best],
    absurd: list[Absurd],
) -> list[list[Step]]:
    """The steps of each kind; looked for anew without what is absurd, where something may be."""
    ladders = _ladders(kinds, done)
    if not any(_is_doubtful(connection, user_id, steps) for steps in ladders):
        return ladders
    done = _without_absurd(connection, user_id, exercise, kinds, absurd)
    return _ladders(kinds, done)


def _ladders(kinds: Sequence[RecordKind], sessions: Sequence[Best]) -> list[list[Step]]:
    """The steps of each kind that an exercise has any of."""
    return [_steps(kind, sessions, place) for place, kind in enumerate(kinds, VALUES)]


def _is_doubtful(connection: sqlite3.Connection, user_id: UUID, steps: Sequence[Step]) -> bool:
    """What stands is so high that next to no session comes near it.

    Mostly the last steps themselves come near; where they do not, a few index
    entries are asked.
    """
    if not steps or steps[-1].kind not in RATIOS:
        return False
    best = steps[-1]
    near = best.value / RATIOS[best.kind] * _A_LITTLE_MORE
    if len(steps) >= COMPANY and steps[-COMPANY].value >= near:
        return False
    count = records.coming_near(connection, user_id, best.best[EXERCISE], best.kind, near, COMPANY)
    return count < COMPANY


def _without_absurd(
    connection: sqlite3.Connection,
    user_id: UUID,
    exercise: bytes,
    kinds: Sequence[RecordKind],
    absurd: list[Absurd],
) -> list[Best]:
    """The exercise's climb over its believable sessions; the others are added to `absurd`."""
    rows = records.bests_of_sessions(connection, user_id, exercise, kinds)
    passed: dict[bytes, None] = {}
    for column, kind in enumerate(kinds, 3):
        values = [row[column] for row in rows]
        for place in outliers(values, kind):
            session, day, is_right = rows[place][:3]
            if is_right or session in passed:
                continue
            passed[session] = None
            others = (v for n, v in enumerate(values) if v and v < values[place] and n != place)
            usual = max(others, default=0.0)
            absurd.append(Absurd(kind, exercise, session, day, values[place], usual))
    climbed = climb(connection, user_id, [exercise], kinds, without=list(passed))
    return climbed.get(exercise, [])


def _steps(kind: RecordKind, sessions: Sequence[Best], place: int) -> list[Step]:
    """The first value and then each one of that kind that beat all before; the last stands.

    place: where the values of that kind are.
    """
    # a nought is nothing noted, but for help: none at all is the least
    nothing = None if kind is RecordKind.LEAST_HELP else 0
    steps: list[Step] = []
    standing: float | None = None
    for best in sessions:
        value = best[place]
        if value is None or value in (standing, nothing):
            continue
        if standing is None or value > standing:
            steps.append(_new(Step, (kind, best, value, standing)))
            standing = value
    return steps


class _Ids(dict[bytes, UUID]):
    """Ids by key, in half the time of UUID(bytes=key), which looks at what it is given first."""

    def __missing__(self, key: bytes) -> UUID:
        found = self[key] = object.__new__(UUID)
        object.__setattr__(found, "int", int.from_bytes(key))
        object.__setattr__(found, "is_safe", SafeUUID.unknown)
        return found


class _Days(dict[str, date]):
    def __missing__(self, text: str) -> date:
        found = self[text] = date.fromisoformat(text)
        return found
