"""Bringing back what Repbook itself wrote: every value as it was."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise
from desktop.domain.names import match_key
from desktop.domain.session import WorkoutSession
from desktop.domain.templates import WorkoutTemplate
from desktop.domain.transfer import (
    ImportAnswers,
    ImportPreview,
    ImportResult,
    MatchHow,
    NameMatch,
    RepbookFile,
    Step,
)
from desktop.domain.weight import Unit
from desktop.services.import_compare import ALIKE, Done, likeness
from desktop.services.names import NameIndex
from desktop.services.store import Store
from desktop.storage.queries import library, templates
from desktop.storage.queries.transfer import Known, known
from desktop.storage.session_rows import Source
from desktop.storage.unit_of_work import UnitOfWork

_BATCH = 100
_SOURCE = "repbook"


class RepbookImport:
    """One Repbook file on its way into one user's log."""

    def __init__(self, store: Store, user_id: UUID, file: RepbookFile) -> None:
        self._store = store
        self._user_id = user_id
        self._file = file

    def suggested(self, unit: Unit) -> ImportAnswers:
        """There is nothing to ask: the file says everything."""
        return ImportAnswers(unit=unit)

    def preview(self, answers: ImportAnswers) -> ImportPreview:
        """What an import would do."""
        with self._store.reading() as connection:
            index = NameIndex(library.visible(connection, self._user_id).values())
            here = self._here(connection)
        gone = sum(one.is_deleted for one in here.values())
        days = [one.session_date for one in self._file.sessions]
        return ImportPreview(
            file=self._file,
            answers=answers,
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            workouts=len(days),
            sets=sum(1 for one in self._file.sessions for _ in one.all_sets()),
            new=len(days) - len(here),
            updated=0,
            known=len(here) - gone,
            deleted=gone,
            names=tuple(self._match(index, one) for one in self._file.exercises),
        )

    def run(self, answers: ImportAnswers, step: Step) -> ImportResult:
        """Add what is not here in one transaction."""
        with self._store.unit_of_work() as work:
            exercises, created = self._exercises(work)
            template_ids, made = self._templates(work, exercises)
            here = self._here(work.connection)
            fresh = [one for one in self._file.sessions if one.id not in here]
            gone = tuple({one.id: None for one in here.values() if one.is_deleted})
            rows = work.builder(self._user_id)
            for start in range(0, len(fresh), _BATCH):
                step(start, len(fresh))
                batch = [
                    self._mine(one, exercises, template_ids)
                    for one in fresh[start : start + _BATCH]
                ]
                work.sessions.add_all(rows, batch, Source(_SOURCE, work.now))
            restored = gone if answers.restore_deleted else ()
            work.sessions.restore(rows, restored)
            step(1, 1)
            work.commit()
        return ImportResult(
            added=len(fresh),
            updated=0,
            known=sum(not one.is_deleted for one in here.values()),
            sets=sum(1 for one in fresh for _ in one.all_sets()),
            problems=(),
            session_ids=tuple(one.id for one in fresh),
            exercise_ids=tuple(one.id for one in created if not one.is_deleted),
            template_ids=tuple(one.id for one in made),
            restored_ids=restored,
        )

    def _here(self, connection: sqlite3.Connection) -> dict[UUID, Known]:
        """By the file's sessions that are here the stored ones, also those edited since."""
        stored = known(connection, self._user_id)
        as_it_was: dict[tuple[object, ...], Known] = {
            (one.start, one.name, one.done): one for one in stored
        }
        pairs = ((one.id, as_it_was.get(_identity(one))) for one in self._file.sessions)
        here = {key: one for key, one in pairs if one is not None}
        taken = {one.id for one in here.values()}
        others: dict[datetime, list[Known]] = defaultdict(list)
        for one in stored:
            if one.id not in taken:
                others[one.start].append(one)
        for session in self._file.sessions:
            waiting = others.get(session.local_start, ())
            edited = next((one for one in waiting if _is_edited_from(session, one)), None)
            if session.id not in here and edited is not None:
                others[session.local_start].remove(edited)
                here[session.id] = edited
        return here

    def _match(self, index: NameIndex, exercise: Exercise) -> NameMatch:
        how, found = index.find(exercise.name)
        if how is not MatchHow.NAME:
            how, found = MatchHow.NEW, None
        sets = sum(
            len(block.sets)
            for one in self._file.sessions
            for block in one.exercises
            if block.exercise_id == exercise.id
        )
        return NameMatch(exercise.name, sets, how, found.id if found else None, exercise.kind)

    def _exercises(self, work: UnitOfWork) -> tuple[dict[UUID, UUID], list[Exercise]]:
        """For each exercise of the file the one here; those that are missing are made.

        One that was hidden from choice in the file stays hidden.
        """
        visible = library.visible(work.connection, self._user_id).values()
        index = NameIndex(visible)
        hidden = {match_key(one.name): one for one in visible if one.is_deleted}
        here: dict[UUID, UUID] = {}
        created = []
        for exercise in self._file.exercises:
            if exercise.is_deleted:
                found = hidden.pop(match_key(exercise.name), None)
            else:
                how, found = index.find(exercise.name)
                found = found if how is MatchHow.NAME else None
            if found is None:
                found = replace(
                    exercise, id=new_id(), is_custom=True, created_by_user_id=self._user_id
                )
                created.append(found)
            here[exercise.id] = found.id
        # hidden first: until it is, its name is taken
        work.exercises.add_all([one for one in created if one.is_deleted])
        work.exercises.delete([one.id for one in created if one.is_deleted])
        work.exercises.add_all([one for one in created if not one.is_deleted])
        return here, created

    def _templates(
        self, work: UnitOfWork, exercises: dict[UUID, UUID]
    ) -> tuple[dict[UUID, UUID], list[WorkoutTemplate]]:
        """For each template of the file the own one with the same content; else a new one."""
        rows = templates.rows(work.connection, self._user_id)
        mine = templates.load(work.connection, [row.id for row in rows if row.is_own])
        by_content = {_content(one): one.id for one in mine.values()}
        here: dict[UUID, UUID] = {}
        made = []
        for template in self._file.templates:
            lines = tuple(
                replace(
                    line,
                    id=new_id(),
                    exercise_id=exercises.get(line.exercise_id) if line.exercise_id else None,
                )
                for line in template.exercises
            )
            own = replace(template, id=new_id(), user_id=self._user_id, exercises=lines)
            known_id = by_content.get(_content(own))
            if known_id is None:
                work.templates.save(own)
                made.append(own)
                known_id = by_content[_content(own)] = own.id
            here[template.id] = known_id
        return here, made

    def _mine(
        self,
        session: WorkoutSession,
        exercises: dict[UUID, UUID],
        template_ids: dict[UUID, UUID],
    ) -> WorkoutSession:
        return replace(
            session,
            user_id=self._user_id,
            template_id=template_ids.get(session.template_id) if session.template_id else None,
            exercises=tuple(
                replace(
                    one, exercise_id=exercises.get(one.exercise_id) if one.exercise_id else None
                )
                for one in session.exercises
            ),
        )


def _identity(session: WorkoutSession) -> tuple[object, ...]:
    return session.local_start, session.name, _done(session)


def _done(session: WorkoutSession) -> Done:
    return tuple((one.reps, one.duration_seconds) for one in session.all_sets() if one.completed_at)


def _is_edited_from(session: WorkoutSession, stored: Known) -> bool:
    """A stored session that began when this one did is the same one, changed since.

    A start that was typed has no seconds, and two workouts may share it: then
    most sets must agree.
    """
    was_noted = bool(stored.start.second or stored.start.microsecond)
    return was_noted or likeness(_done(session), stored.done) >= ALIKE


def _content(template: WorkoutTemplate) -> tuple[object, ...]:
    return (
        template.name,
        template.description,
        template.category,
        template.is_public,
        tuple(replace(line, id=UUID(int=0)) for line in template.exercises),
    )
