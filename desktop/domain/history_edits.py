"""Changes to a session that is over, as pure functions; what is added counts as done."""

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
    zone = timezone(timedelta(minutes=session.utc_offset_minutes))
    start = local_start.replace(tzinfo=zone).astimezone(UTC)
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


def volume_of(session: WorkoutSession) -> int:
    """Grams x reps of its working sets."""
    return sum(
        max(0, one.weight.grams) * (one.reps or 0)
        for one in session.all_sets()
        if one.weight is not None and one.set_type.is_working and one.completed_at is not None
    )


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
    return replace(
        exercise,
        completed_at=exercise.completed_at and exercise.completed_at + by,
        sets=tuple(
            replace(one, completed_at=one.completed_at and one.completed_at + by)
            for one in exercise.sets
        ),
    )
