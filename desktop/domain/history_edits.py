"""Changes to a session that is over, as pure functions; what is added counts as done.

`timed` is also for the one that is open.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

from desktop.domain import session_edits as edits
from desktop.domain.session import SessionExercise, WorkoutSession


def end_of(session: WorkoutSession) -> datetime:
    """When the session ended (UTC); its start when that is not known."""
    return session.ended_at or session.started_at


def moved_to(session: WorkoutSession, local_start: datetime) -> WorkoutSession:
    """The session begun at that time of the user's clock (without a zone), as long as before.

    The times of its exercises and sets move along; so does the day.
    """
    start = _utc(session, local_start)
    by = start - session.started_at
    return replace(
        session,
        session_date=local_start.date(),
        started_at=start,
        ended_at=session.ended_at and session.ended_at + by,
        exercises=tuple(_shifted(exercise, by) for exercise in session.exercises),
    )


def lasting(session: WorkoutSession, minutes: int | None) -> WorkoutSession:
    """The session with that duration; None: not known."""
    ended_at = session.ended_at
    if minutes is not None:
        ended_at = session.started_at + timedelta(minutes=minutes)
    return replace(session, duration_minutes=minutes, ended_at=ended_at)


def timed(session: WorkoutSession, local_start: datetime, minutes: int | None) -> WorkoutSession:
    """The session with its times corrected; minutes None: it is open and still runs.

    local_start: on the user's clock, without a zone. Sets keep the time of
    their tick as far as it lies in the session; they move along with a
    session that only moves, and with the day.
    """
    start = _utc(session, local_start)
    changed = replace(
        session,
        session_date=local_start.date(),
        started_at=start,
        duration_minutes=minutes,
    )
    if minutes is None:
        return changed
    end = start + timedelta(minutes=minutes)
    old_end = session.ended_at
    if session.is_after_the_fact:
        old_end = session.started_at + timedelta(minutes=session.duration_minutes or 0)
    by = start - session.started_at
    if minutes != session.duration_minutes:
        by = timedelta(days=(local_start.date() - session.session_date).days)

    def move(tick: datetime) -> datetime:
        is_at_end = old_end is not None and tick >= old_end
        return end if is_at_end else min(max(tick + by, start), end)

    return replace(
        changed,
        ended_at=session.ended_at and end,
        exercises=tuple(_with_ticks(exercise, move) for exercise in session.exercises),
    )


def add_exercise(session: WorkoutSession, exercise_id: UUID) -> WorkoutSession:
    """With the exercise at the end and one set to fill in."""
    return _done(edits.add_exercise(session, exercise_id))


def add_set(session: WorkoutSession, session_exercise_id: UUID) -> WorkoutSession:
    """With one more set of the exercise, valued like its last one."""
    return _done(edits.add_set(session, session_exercise_id))


def noted(session: WorkoutSession, session_exercise_id: UUID, notes: str) -> WorkoutSession:
    """With those notes on the exercise."""
    exercise = edits.exercise_of(session, session_exercise_id)
    return edits.with_exercise(session, replace(exercise, notes=notes))


def _done(session: WorkoutSession) -> WorkoutSession:
    """With what is not ticked yet done at the session's end."""
    end = end_of(session)
    return replace(
        session,
        exercises=tuple(
            replace(
                exercise,
                completed_at=exercise.completed_at or end,
                sets=tuple(
                    replace(one, completed_at=one.completed_at or end) for one in exercise.sets
                ),
            )
            for exercise in session.exercises
        ),
    )


def _shifted(exercise: SessionExercise, by: timedelta) -> SessionExercise:
    return _with_ticks(exercise, lambda tick: tick + by)


def _with_ticks(exercise: SessionExercise, move: Callable[[datetime], datetime]) -> SessionExercise:
    return replace(
        exercise,
        completed_at=exercise.completed_at and move(exercise.completed_at),
        sets=tuple(
            replace(one, completed_at=one.completed_at and move(one.completed_at))
            for one in exercise.sets
        ),
    )


def _utc(session: WorkoutSession, local: datetime) -> datetime:
    zone = timezone(timedelta(minutes=session.utc_offset_minutes))
    return local.replace(tzinfo=zone).astimezone(UTC)
