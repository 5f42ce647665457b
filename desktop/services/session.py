"""Logging a workout: start, note, finish, discard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from desktop.analysis.volume import muscle_shares
from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise
from desktop.domain.muscles import Muscle
from desktop.domain.records import Record
from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    WorkoutSession,
    offset_minutes,
)
from desktop.domain.session_start import exercises_again, name_by_hour, planned_exercises
from desktop.domain.summary import Summary
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.services.records import RecordsService
from desktop.services.store import Store
from desktop.storage.queries import history, library, progress, templates
from desktop.storage.queries import session as storage
from desktop.storage.unit_of_work import UnitOfWork


class SessionService:
    """The session in the dock, and every later change of a session."""

    def __init__(self, store: Store, records: RecordsService) -> None:
        self._store = store
        self._records = records

    def open_session(self, user_id: UUID) -> WorkoutSession | None:
        """The session being logged, also after the program was killed; None without one."""
        with self._store.reading() as connection:
            key = history.open_session(connection, user_id)
            return storage.load(connection, [key])[0] if key else None

    def start(
        self,
        user_id: UUID,
        template_id: UUID | None = None,
        repeat_of: UUID | None = None,
        name: str = "",
    ) -> WorkoutSession:
        """Begin a session: empty, by a template, or with the exercises of an earlier one."""
        zone = self._store.zone(user_id)
        with self._store.unit_of_work() as work:
            if history.open_session(work.connection, user_id):
                raise InvalidInputError("A session is open already.", "Finish or discard it first.")
            local = work.now.astimezone(zone)
            exercises: tuple[SessionExercise, ...] = ()
            if template_id is not None:
                template = templates.get(work.connection, template_id)
                exercises = _from_template(work, user_id, template)
                name = name or template.name
            elif repeat_of is not None:
                earlier = work.sessions.get(repeat_of, deleted=True)
                exercises = exercises_again(earlier)
                name, template_id = name or earlier.name, earlier.template_id
            session = WorkoutSession(
                id=new_id(),
                user_id=user_id,
                name=name or name_by_hour(local),
                session_date=local.date(),
                started_at=work.now,
                utc_offset_minutes=offset_minutes(local),
                template_id=template_id,
                exercises=exercises,
            )
            work.sessions.save(work.builder(user_id), session)
            work.commit()
        return session

    def save(self, session: WorkoutSession) -> Changed:
        """Keep the session as it is now; only what differs is written."""
        with self._store.unit_of_work() as work:
            work.sessions.save(work.builder(session.user_id), session)
            work.commit()
        return _changed(session, "Saved")

    def save_set(
        self, session: WorkoutSession, session_exercise_id: UUID, one: ExerciseSet
    ) -> Changed:
        """Keep one set of a stored session, durably, before this returns.

        session: with the set as it is to be kept.
        """
        exercise = next(e for e in session.exercises if e.id == session_exercise_id)
        with self._store.unit_of_work() as work:
            work.sessions.save_set(work.builder(session.user_id), session, exercise, one)
            work.commit()
        return _changed(session, "Set saved")

    def previous(
        self, user_id: UUID, exercise_ids: Sequence[UUID], before: datetime
    ) -> dict[UUID, tuple[ExerciseSet, ...]]:
        """The sets of the last time each exercise was done."""
        with self._store.reading() as connection:
            return progress.previous(connection, user_id, exercise_ids, before)

    def plan(self, session: WorkoutSession) -> dict[UUID, TemplateExercise]:
        """For each session exercise the line of the template that it follows, if one does."""
        if session.template_id is None:
            return {}
        with self._store.reading() as connection:
            template = templates.load(connection, [session.template_id]).get(session.template_id)
        lines = list(template.exercises) if template else []
        plan: dict[UUID, TemplateExercise] = {}
        for exercise in session.exercises:
            line = next((x for x in lines if x.exercise_id == exercise.exercise_id), None)
            if line is not None:
                lines.remove(line)
                plan[exercise.id] = line
        return plan

    def records_fallen(self, session: WorkoutSession) -> tuple[Record, ...]:
        """The records that this session's ticked sets hold."""
        if session.user_id is None:
            return ()
        exercises = [e.exercise_id for e in session.exercises if e.exercise_id]
        return tuple(self._records.fallen_in(session.user_id, session.id, exercises))

    def summary(self, session: WorkoutSession) -> Summary:
        """Totals over the ticked working sets."""
        end = session.ended_at or self._store.clock()
        minutes = session.duration_minutes
        if minutes is None:
            minutes = _minutes(session.started_at, end)
        with self._store.reading() as connection:
            known = library.visible(connection, session.user_id)
        done = [
            (exercise.exercise_id, one)
            for exercise in session.exercises
            for one in exercise.sets
            if one.completed_at and one.set_type.is_working
        ]
        return Summary(
            duration_minutes=minutes,
            sets=len(done),
            reps=sum(one.reps or 0 for _, one in done),
            volume=round(
                sum(
                    one.weight.exact_grams * (one.reps or 0)
                    for _, one in done
                    if one.weight and one.weight.grams > 0
                )
            ),
            muscles=_muscle_sets(known[key] for key, _ in done if key in known),
            records=self.records_fallen(session),
        )

    def finish(self, session: WorkoutSession) -> Changed:
        """End the session: what was not ticked leaves it."""
        done = tuple(
            replace(exercise, sets=ticked, completed_at=max(_moments(ticked)))
            for exercise in session.exercises
            if (ticked := tuple(one for one in exercise.sets if one.completed_at))
        )
        if not done:
            raise InvalidInputError(
                "Nothing is ticked yet.", "Tick the sets you did, or discard the session."
            )
        now = self._store.clock()
        ended = replace(
            session,
            exercises=done,
            ended_at=now,
            duration_minutes=_minutes(session.started_at, now),
        )
        self.save(ended)
        return _changed(session, f"{session.name} finished")

    def reopen(self, before: WorkoutSession) -> Changed:
        """Take the end of a session back: it is open again as it was."""
        with self._store.unit_of_work() as work:
            if before.user_id and history.open_session(work.connection, before.user_id):
                raise InvalidInputError("Another session is open.", "Finish or discard it first.")
            work.sessions.save(work.builder(before.user_id), before)
            work.commit()
        return _changed(before, f"{before.name} is open again")

    def discard(self, session_id: UUID) -> Changed:
        """Delete the session; it can be restored."""
        with self._store.unit_of_work() as work:
            work.sessions.delete([session_id])
            work.commit()
        return Changed.of(Kind.SESSIONS, session_id, said="Session discarded")

    def restore(self, session_id: UUID) -> Changed:
        """Bring a discarded session back."""
        with self._store.unit_of_work() as work:
            session = work.sessions.get(session_id, deleted=True)
            work.sessions.restore(work.builder(session.user_id), [session_id])
            work.commit()
        return _changed(session, f"{session.name} is back")


def _from_template(
    work: UnitOfWork, user_id: UUID, template: WorkoutTemplate
) -> tuple[SessionExercise, ...]:
    """The template's lines as exercises with sets to tick; weights from the last time."""
    keys = [line.exercise_id for line in template.exercises if line.exercise_id]
    last = progress.previous(work.connection, user_id, keys, work.now)
    return planned_exercises(template, last)


def _muscle_sets(done: Iterable[Exercise]) -> dict[Muscle, float]:
    """For each muscle the sets that trained it, most first; done: the exercise of every set."""
    sets: dict[Muscle, float] = defaultdict(float)
    for exercise in done:
        for muscle, share in muscle_shares(exercise).items():
            sets[muscle] += share
    return dict(sorted(sets.items(), key=lambda pair: -pair[1]))


def _moments(sets: Sequence[ExerciseSet]) -> list[datetime]:
    return [one.completed_at for one in sets if one.completed_at]


def _minutes(start: datetime, end: datetime) -> int:
    return max(0, round((end - start) / timedelta(minutes=1)))


def _changed(session: WorkoutSession, said: str) -> Changed:
    return Changed.of(Kind.SESSIONS, session.id, said=said)
