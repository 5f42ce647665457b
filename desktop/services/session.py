"""Logging a workout: start, note, finish, discard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.last_time import LastTime
from desktop.domain.records import Record
from desktop.domain.rest import Rest
from desktop.domain.session import (
    ExerciseSet,
    SessionExercise,
    WorkoutSession,
    offset_minutes,
)
from desktop.domain.session_start import (
    Footing,
    exercises_again,
    name_by_hour,
    planned_exercises,
)
from desktop.domain.summary import Summary
from desktop.domain.surroundings import Surroundings
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.services.records import RecordsService
from desktop.services.session_plan import footing, plan
from desktop.services.session_summary import minutes_between, summary_of
from desktop.services.store import Store
from desktop.storage.queries import accounts, gear, history, progress, templates
from desktop.storage.queries import session as storage
from desktop.storage.unit_of_work import UnitOfWork
from desktop.storage.values import moment, stamp

_REST = "rest"


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
        local_start: datetime | None = None,
        minutes: int | None = None,
    ) -> WorkoutSession:
        """Begin a session: empty, by a template, or with the exercises of an earlier one.

        local_start: when it began on the user's clock (without a zone), now
        when None. minutes: how long it took, for one typed in after the fact.
        """
        zone = self._store.zone(user_id)
        with self._store.unit_of_work() as work:
            if history.open_session(work.connection, user_id):
                raise InvalidInputError("A session is open already.", "Finish or discard it first.")
            local = local_start.replace(tzinfo=zone) if local_start else work.now.astimezone(zone)
            started_at = local.astimezone(UTC)
            if started_at > work.now:
                raise InvalidInputError("That is still to come.", "Choose a time before now.")
            exercises: tuple[SessionExercise, ...] = ()
            if template_id is not None:
                template = templates.get(work.connection, template_id)
                exercises = _from_template(work, user_id, template, started_at)
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
                started_at=started_at,
                utc_offset_minutes=offset_minutes(local),
                duration_minutes=minutes,
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
        self,
        user_id: UUID,
        exercise_ids: Sequence[UUID],
        before: datetime,
        template_id: UUID | None = None,
    ) -> dict[UUID, LastTime]:
        """The sets of the last time each exercise was done, with the same template first."""
        with self._store.reading() as connection:
            return progress.previous(connection, user_id, exercise_ids, before, template_id)

    def plan(self, session: WorkoutSession) -> dict[UUID, TemplateExercise]:
        """For each session exercise the line of the template that it follows, if one does."""
        with self._store.reading() as connection:
            return plan(connection, session)

    def surroundings(self, session: WorkoutSession) -> Surroundings:
        """Everything that the dock shows beside the session's own values."""
        assert session.user_id is not None
        keys = [one.exercise_id for one in session.exercises if one.exercise_id]
        with self._store.reading() as connection:
            return Surroundings(
                footing(connection, session.user_id, keys, session.started_at, session.template_id),
                gear.of(connection, session.user_id),
                plan(connection, session),
                accounts.exercise_preferences(connection, session.user_id),
            )

    def footing(self, session: WorkoutSession, exercise_ids: Sequence[UUID]) -> Footing:
        """What plans for these exercises stand on: last time's sets, e1RMs, what can be loaded."""
        assert session.user_id is not None
        with self._store.reading() as connection:
            return footing(
                connection, session.user_id, exercise_ids, session.started_at, session.template_id
            )

    def rest(self, user_id: UUID) -> Rest | None:
        """The rest that was running when the program ended."""
        with self._store.reading() as connection:
            value = accounts.values(connection, user_id).get(_REST)
        if not value:
            return None
        return Rest(moment(value["ends_at"]), value["seconds"], value["following"])

    def keep_rest(self, user_id: UUID, rest: Rest | None) -> None:
        """Remember the rest that runs; None: none does."""
        value = rest and {
            "ends_at": stamp(rest.ends_at),
            "seconds": rest.seconds,
            "following": rest.following,
        }
        with self._store.unit_of_work() as work:
            work.accounts.set_value(user_id, _REST, value)
            work.commit()

    def records_fallen(
        self, session: WorkoutSession, exercise_ids: Iterable[UUID] | None = None
    ) -> tuple[Record, ...]:
        """The records that this session's ticked sets hold; only of these exercises, if told."""
        if session.user_id is None:
            return ()
        if exercise_ids is None:
            exercise_ids = [e.exercise_id for e in session.exercises if e.exercise_id]
        return tuple(self._records.fallen_in(session.user_id, session.id, exercise_ids))

    def summary(self, session: WorkoutSession) -> Summary:
        """What the session came to, beside the last one like it and its template."""
        records = self.records_fallen(session)
        with self._store.reading() as connection:
            return summary_of(connection, session, self._store.clock(), records)

    def finish(self, session: WorkoutSession, at: datetime | None = None) -> Changed:
        """End the session: what was not ticked leaves it.

        at: when it ended (UTC), now when None. One that was typed in after the
        fact ends when it was over.
        """
        done = tuple(
            replace(exercise, sets=ticked, completed_at=max(_moments(ticked)))
            for exercise in session.exercises
            if (ticked := tuple(one for one in exercise.sets if one.completed_at))
        )
        if not done:
            raise InvalidInputError(
                "Nothing is ticked yet.", "Tick the sets you did, or discard the session."
            )
        if session.duration_minutes is None:
            end = at or self._store.clock()
        else:
            end = session.started_at + timedelta(minutes=session.duration_minutes)
        ended = replace(
            session,
            exercises=done,
            ended_at=end,
            duration_minutes=minutes_between(session.started_at, end),
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
    work: UnitOfWork, user_id: UUID, template: WorkoutTemplate, start: datetime
) -> tuple[SessionExercise, ...]:
    """The template's lines as exercises with sets to tick; weights from the last time."""
    keys = [line.exercise_id for line in template.exercises if line.exercise_id]
    return planned_exercises(template, footing(work.connection, user_id, keys, start, template.id))


def _moments(sets: Sequence[ExerciseSet]) -> list[datetime]:
    return [one.completed_at for one in sets if one.completed_at]


def _changed(session: WorkoutSession, said: str) -> Changed:
    return Changed.of(Kind.SESSIONS, session.id, said=said)
