"""What a session came to, beside the last one like it and beside its template."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from desktop.analysis.volume import muscle_shares
from desktop.domain.counting import Counting
from desktop.domain.last_time import NEVER, turn_of
from desktop.domain.library import Exercise
from desktop.domain.muscles import Muscle
from desktop.domain.records import Record
from desktop.domain.session import ExerciseSet, WorkoutSession
from desktop.domain.session_edits import best_set
from desktop.domain.summary import Before, ExerciseResult, Summary, Totals
from desktop.domain.templates import TemplateExercise
from desktop.services.session_plan import plan, template_lines
from desktop.storage.queries import accounts, history, library, progress, templates
from desktop.storage.queries import session as storage


def summary_of(
    connection: sqlite3.Connection,
    session: WorkoutSession,
    now: datetime,
    records: Sequence[Record],
) -> Summary:
    """Totals over the ticked working sets, and what they are compared with."""
    known = library.visible(connection, session.user_id)
    counting = Counting.of(accounts.preferences(connection, session.user_id))
    done = [
        known[exercise.exercise_id]
        for exercise in session.exercises
        for one in exercise.sets
        if counting.has(one) and exercise.exercise_id in known
    ]
    template = session.template_id
    name = ""
    if template is not None:
        found = templates.load(connection, [template]).get(template)
        name = found.name if found else ""
    return Summary(
        totals=totals(session, now, counting),
        muscles=_muscle_sets(done),
        records=tuple(records),
        exercises=_results(connection, session, counting),
        before=_before(connection, session, counting),
        template_name=name,
    )


def totals(session: WorkoutSession, now: datetime, counting: Counting) -> Totals:
    """Sums over the sets that count; an open session lasts until now (UTC)."""
    done = [one for one in session.all_sets() if counting.has(one)]
    minutes = session.duration_minutes
    if minutes is None and (session.is_open or session.ended_at):
        minutes = minutes_between(session.started_at, session.ended_at or now)
    return Totals(
        duration_minutes=minutes,
        sets=len(done),
        reps=sum(one.reps or 0 for one in done),
        volume=counting.volume(done),
    )


def minutes_between(start: datetime, end: datetime) -> int:
    """Whole minutes, never below 0."""
    return max(0, round((end - start) / timedelta(minutes=1)))


def _muscle_sets(done: Iterable[Exercise]) -> dict[Muscle, float]:
    """For each muscle the sets that trained it, most first; done: the exercise of every set."""
    sets: dict[Muscle, float] = defaultdict(float)
    for exercise in done:
        for muscle, share in muscle_shares(exercise).items():
            sets[muscle] += share
    return dict(sorted(sets.items(), key=lambda pair: -pair[1]))


def _before(
    connection: sqlite3.Connection, session: WorkoutSession, counting: Counting
) -> Before | None:
    if session.user_id is None:
        return None
    key = history.last_like(connection, session)
    found = storage.load(connection, [key]) if key else []
    if not found:
        return None
    return Before(
        found[0].id, found[0].session_date, totals(found[0], found[0].started_at, counting)
    )


def _results(
    connection: sqlite3.Connection, session: WorkoutSession, counting: Counting
) -> tuple[ExerciseResult, ...]:
    def counted(sets: Iterable[ExerciseSet]) -> list[ExerciseSet]:
        return [one for one in sets if counting.has(one)]

    keys = [one.exercise_id for one in session.exercises if one.exercise_id]
    last = (
        progress.previous(connection, session.user_id, keys, session.started_at)
        if session.user_id
        else {}
    )
    lines = plan(connection, session)
    missed = set(template_lines(connection, session)) - set(lines.values())
    done = tuple(
        ExerciseResult(
            exercise_id=one.exercise_id,
            done=len(counted(one.sets)),
            planned=_planned(lines.get(one.id), counting),
            best=best_set(counted(one.sets)),
            best_before=best_set(
                counted(
                    last.get(one.exercise_id, NEVER).of_turn(*turn_of(session.exercises, place))
                )
            )
            if one.exercise_id
            else None,
            is_skipped=one.is_skipped,
        )
        for place, one in enumerate(session.exercises)
    )
    return done + tuple(
        ExerciseResult(line.exercise_id, 0, _planned(line, counting), None, None, is_skipped=True)
        for line in template_lines(connection, session)
        if line in missed
    )


def _planned(line: TemplateExercise | None, counting: Counting) -> int | None:
    if line is None:
        return None
    return sum(counting.has_type(target.set_type) for target in line.targets()) or None
