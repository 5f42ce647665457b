"""How the bests of exercises rose, session by session, with outliers kept apart."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.analysis.outliers import COMPANY, RATIOS, outliers
from desktop.domain.library import ExerciseKind
from desktop.domain.records import KINDS_OF_RECORD, Record, RecordKind
from desktop.storage.queries import library, records
from desktop.storage.queries.records import Best

# what comes near is more than the limit itself, however it is rounded
_A_LITTLE_MORE = 1 + 1e-9


class Step(NamedTuple):
    """A best of one kind, the session's bests that it stands in, and what it beat."""

    kind: RecordKind
    exercise: bytes
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
    """first: where each kind began, by exercise; fallen: what beat it; bests: what stands."""

    first: list[Step]
    fallen: list[Step]
    bests: dict[bytes, list[Step]]
    absurd: list[Absurd]


def steps_of(
    connection: sqlite3.Connection, user_id: UUID, exercises: Sequence[bytes], since: str = ""
) -> Steps:
    """The steps of these exercises. since: only those from that day on are looked for."""
    found = Steps([], [], {}, [])
    for kind, keys in _alike(library.kinds(connection, exercises), exercises).items():
        wanted = KINDS_OF_RECORD[kind]
        for key, done in records.climb(connection, user_id, keys, wanted, since).items():
            found.bests[key] = bests = []
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
        for key, done in records.within(connection, session_id, keys, wanted).items():
            for steps in _believable(connection, user_id, key, wanted, done, []):
                fallen += steps[1:]
    return [one for one in fallen if one.best.session == session_id.bytes]


def records_of(steps: Iterable[Step]) -> tuple[Record, ...]:
    """The steps as records. In one go: a log has thousands of them."""
    exercises: dict[bytes, UUID] = {}
    sessions = _Sessions()
    found: list[Record] = []
    for kind, key, best, value, previous in steps:
        _, session, _, _, weight, reps, rpe, heaviest_reps, volume_weight, volume_reps = best
        if kind is RecordKind.HEAVIEST:
            weight, reps, rpe = int(value), heaviest_reps or None, None
        elif kind is RecordKind.SET_VOLUME:
            weight, reps, rpe = volume_weight, volume_reps, None
        elif kind is not RecordKind.E1RM:
            weight = reps = rpe = None
        exercise = exercises.get(key) or exercises.setdefault(key, UUID(bytes=key))
        day, session_id = sessions.get(session) or sessions.of(best)
        values = (kind, exercise, value, day, session_id, previous, reps, weight, rpe)
        found.append(_new(Record, values))
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
    ladders = _ladders(kinds, exercise, done)
    if not any(_is_doubtful(connection, user_id, steps) for steps in ladders):
        return ladders
    done = _without_absurd(connection, user_id, exercise, kinds, absurd)
    return _ladders(kinds, exercise, done)


def _ladders(
    kinds: Sequence[RecordKind], exercise: bytes, sessions: Sequence[Best]
) -> list[list[Step]]:
    """The steps of each kind that an exercise has any of."""
    columns = zip(*(best.values for best in sessions), strict=True)
    return [
        _steps(kind, exercise, sessions, values)
        for kind, values in zip(kinds, columns, strict=False)  # none without a session
    ]


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
    count = records.coming_near(connection, user_id, best.exercise, best.kind, near, COMPANY)
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
    climbed = records.climb(connection, user_id, [exercise], kinds, without=list(passed))
    return climbed.get(exercise, [])


def _steps(
    kind: RecordKind,
    exercise: bytes,
    sessions: Sequence[Best],
    values: Sequence[float | None],
) -> list[Step]:
    """The first value and then each one of that kind that beat all before; the last stands."""
    # a nought is nothing noted, but for help: none at all is the least
    nothing = None if kind is RecordKind.LEAST_HELP else 0
    steps: list[Step] = []
    standing: float | None = None
    for best, value in zip(sessions, values, strict=True):
        if value is None or value in (standing, nothing):
            continue
        if standing is None or value > standing:
            steps.append(_new(Step, (kind, exercise, best, value, standing)))
            standing = value
    return steps


class _Sessions(dict[bytes, tuple[date, UUID]]):
    """Day and id of each session, made once: two records fall in one, more or less."""

    def of(self, best: Best) -> tuple[date, UUID]:
        """Those of the session behind a best."""
        found = self[best[1]] = (date.fromisoformat(best[2]), UUID(int=int.from_bytes(best[1])))
        return found
