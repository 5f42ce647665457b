"""Which sets make a session's best too good to be true."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.analysis.one_rep_max import estimate
from desktop.analysis.outliers import RATIOS
from desktop.domain.counting import Counting
from desktop.domain.records import Outlier, RecordKind
from desktop.domain.session import ExerciseSet
from desktop.services.record_steps import Absurd
from desktop.storage.queries import accounts
from desktop.storage.queries import session as sessions


def outliers_of(
    connection: sqlite3.Connection, user_id: UUID, absurd: Sequence[Absurd]
) -> tuple[Outlier, ...]:
    """The absurd bests with their sets, newest first."""
    counting = Counting.of(accounts.preferences(connection, user_id))
    keys = list(dict.fromkeys(UUID(bytes=one.session) for one in absurd))
    stored = {session.id: session for session in sessions.load(connection, keys)}
    found = []
    for one in absurd:
        session_id, exercise_id = UUID(bytes=one.session), UUID(bytes=one.exercise)
        sets = [
            each
            for exercise in stored[session_id].exercises
            if exercise.exercise_id == exercise_id
            for each in exercise.sets
            if counting.has(each)
        ]
        found.append(
            Outlier(
                one.kind,
                exercise_id,
                one.value,
                one.usual,
                date.fromisoformat(one.day),
                session_id,
                _makers(sets, one, counting),
            )
        )
    return tuple(sorted(found, key=lambda one: one.day, reverse=True))


def _makers(sets: Sequence[ExerciseSet], one: Absurd, counting: Counting) -> tuple[UUID, ...]:
    """The sets far above what is usual; the highest where only their sum is."""
    values = {each.id: _value(each, one.kind, counting) for each in sets}
    top = max(values.values(), default=0.0)
    least = max(one.usual, min(top, one.value / RATIOS[one.kind]))
    return tuple(key for key, value in values.items() if value >= least) or tuple(
        key for key, value in values.items() if value == top
    )


def _value(one: ExerciseSet, kind: RecordKind, counting: Counting) -> float:
    grams = one.weight.exact_grams if one.weight else 0.0
    reps, seconds, meters = one.reps or 0, one.duration_seconds or 0, one.distance_meters or 0.0
    if kind is RecordKind.E1RM:
        rpe = one.rpe if counting.uses_rpe else None
        return estimate(grams, reps, rpe, counting.formula, counting.most_reps) or 0.0
    values: dict[RecordKind, float] = {
        RecordKind.HEAVIEST: grams,
        RecordKind.SET_VOLUME: grams * reps,
        RecordKind.SESSION_VOLUME: grams * reps,
        RecordKind.MOST_REPS: reps,
        RecordKind.LONGEST: seconds,
        RecordKind.FARTHEST: meters,
        RecordKind.BEST_PACE: meters / seconds if seconds else 0.0,
    }
    return values.get(kind, 0.0)
