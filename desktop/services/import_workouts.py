"""Bringing in another program's workouts: compare, then add what is new."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.names import match_key
from desktop.domain.session import WorkoutSession
from desktop.domain.transfer import (
    FileWorkout,
    ImportAnswers,
    ImportFile,
    ImportPreview,
    ImportResult,
    NameMatch,
    Step,
)
from desktop.domain.weight import Unit
from desktop.services.import_build import SessionBuilder, merged, says_the_same
from desktop.services.import_compare import Done, find_known
from desktop.services.names import NameIndex, match_names, new_exercise
from desktop.services.store import Store
from desktop.storage.queries import library
from desktop.storage.queries import session as sessions
from desktop.storage.queries.transfer import Known, known, units
from desktop.storage.session_rows import Source
from desktop.storage.unit_of_work import UnitOfWork

_BATCH = 100


@dataclass
class _Plan:
    """What is to be done with the workouts of a file."""

    new: list[FileWorkout] = field(default_factory=list)
    updates: list[tuple[WorkoutSession, WorkoutSession]] = field(default_factory=list)
    deleted: list[UUID] = field(default_factory=list)
    known: int = 0


class WorkoutsImport:
    """One file on its way into one user's log."""

    def __init__(self, store: Store, user_id: UUID, file: ImportFile) -> None:
        self._store = store
        self._user_id = user_id
        self._file = file

    def suggested(self, unit: Unit) -> ImportAnswers:
        """The answers of the last import from the same program; else the user's own unit."""
        with self._store.reading() as connection:
            known_units = units(connection, self._user_id, self._file.source)
            exercises = library.visible(connection, self._user_id)
        if not known_units:
            return ImportAnswers(unit=unit)
        usual = Counter(known_units.values()).most_common(1)[0][0]
        other = {
            match.name: known_units[match.exercise_id]
            for match in self._names(exercises, ImportAnswers())
            if match.exercise_id in known_units and known_units[match.exercise_id] is not usual
        }
        return ImportAnswers(unit=usual, units=other)

    def preview(self, answers: ImportAnswers) -> ImportPreview:
        """What an import under these answers would do."""
        zone = self._store.zone(self._user_id)
        with self._store.reading() as connection:
            exercises = library.visible(connection, self._user_id)
            names = self._names(exercises, answers)
            builder = SessionBuilder(
                self._user_id, zone, self._file, answers, _targets(names, exercises)
            )
            plan = self._plan(connection, builder)
        days = [workout.start.date() for workout in self._file.workouts]
        return ImportPreview(
            file=self._file,
            answers=answers,
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            workouts=len(days),
            sets=sum(match.sets for match in names),
            new=len(plan.new),
            updated=len(plan.updates),
            known=plan.known,
            deleted=len(plan.deleted),
            names=names,
        )

    def run(self, answers: ImportAnswers, step: Step) -> ImportResult:
        """Add and update in one transaction."""
        zone = self._store.zone(self._user_id)
        with self._store.unit_of_work() as work:
            exercises = library.visible(work.connection, self._user_id)
            names = self._names(exercises, answers)
            created = self._create(work, exercises, names, answers)
            targets = _targets(names, exercises)
            targets |= {name: (one.id, one.kind) for name, one in created.items()}
            builder = SessionBuilder(self._user_id, zone, self._file, answers, targets)
            plan = self._plan(work.connection, builder)
            added = self._add(work, builder, plan.new, step)
            self._update(work, plan.updates)
            restored = tuple(plan.deleted) if answers.restore_deleted else ()
            work.sessions.restore(work.builder(self._user_id), restored)
            step(1, 1)
            work.commit()
        return ImportResult(
            added=len(added),
            updated=len(plan.updates),
            known=plan.known,
            sets=sum(len(block.sets) for one in plan.new for block in one.exercises),
            problems=self._file.problems,
            session_ids=tuple(added),
            exercise_ids=tuple({one.id: None for one in created.values()}),
            restored_ids=restored,
            replaced=tuple(plan.updates),
        )

    def _names(
        self, exercises: dict[UUID, Exercise], answers: ImportAnswers
    ) -> tuple[NameMatch, ...]:
        return match_names(self._file, NameIndex(exercises.values()), answers.matches, exercises)

    def _plan(self, connection: sqlite3.Connection, builder: SessionBuilder) -> _Plan:
        plan = _Plan()
        stored = known(connection, self._user_id)
        starts: list[tuple[datetime, Done]] = [
            (workout.start, _done(workout)) for workout in self._file.workouts
        ]
        found = find_known(starts, stored) if stored else {}
        is_newer = self._reaches_further(stored)
        changed: list[tuple[FileWorkout, UUID]] = []
        for place, workout in enumerate(self._file.workouts):
            match = found.get(place)
            if match is None:
                plan.new.append(workout)
            elif match.is_deleted:
                plan.deleted.append(match.id)
            elif match.is_edited or not is_newer:
                plan.known += 1
            else:
                changed.append((workout, match.id))
        here = sessions.load(connection, [key for _, key in changed])
        for (workout, _), before in zip(changed, here, strict=True):
            fresh = builder.session(workout)
            if says_the_same(before, fresh):
                plan.known += 1
            else:
                plan.updates.append((before, merged(before, fresh)))
        return plan

    def _reaches_further(self, stored: Sequence[Known]) -> bool:
        """The file is not older than what came from the same program before."""
        last = max((k.start for k in stored if k.source == self._file.source), default=None)
        newest = max((workout.start for workout in self._file.workouts), default=None)
        if last is None or newest is None:
            return newest is not None
        return newest.date() >= last.date()

    def _create(
        self,
        work: UnitOfWork,
        exercises: dict[UUID, Exercise],
        names: Sequence[NameMatch],
        answers: ImportAnswers,
    ) -> dict[str, Exercise]:
        created = {
            match.name: new_exercise(match, self._user_id)
            for match in names
            if match.exercise_id is None
        }
        by_key: dict[str, Exercise] = {}
        for name, exercise in created.items():
            # two spellings of one new name are one exercise
            created[name] = by_key.setdefault(match_key(exercise.name), exercise)
        work.exercises.add_all(list(by_key.values()))
        index = NameIndex(exercises.values())
        for name, exercise_id in answers.matches.items():
            # only where nobody has the name: an alias never means two exercises
            if exercise_id is not None and index.find(name)[1] is None:
                work.exercises.add_alias(exercise_id, name)
        return created

    def _add(
        self,
        work: UnitOfWork,
        builder: SessionBuilder,
        workouts: Sequence[FileWorkout],
        step: Step,
    ) -> list[UUID]:
        rows = work.builder(self._user_id)
        source = Source(self._file.source, work.now)
        keys: list[UUID] = []
        for start in range(0, len(workouts), _BATCH):
            step(start, len(workouts))
            batch = [builder.session(one) for one in workouts[start : start + _BATCH]]
            work.sessions.add_all(rows, batch, source)
            keys += [one.id for one in batch]
        return keys

    def _update(
        self, work: UnitOfWork, updates: Sequence[tuple[WorkoutSession, WorkoutSession]]
    ) -> None:
        if not updates:
            return
        rows = work.builder(self._user_id)
        source = Source(self._file.source, work.now)
        for _, after in updates:
            work.sessions.save(rows, after, source)


def _targets(
    names: Sequence[NameMatch], exercises: dict[UUID, Exercise]
) -> dict[str, tuple[UUID, ExerciseKind]]:
    """For each name its exercise; a name that is new stands for itself until it is created."""
    nobody = UUID(int=0)
    return {
        match.name: (match.exercise_id or nobody, match.kind)
        for match in names
        if match.exercise_id is None or match.exercise_id in exercises
    }


def _done(workout: FileWorkout) -> Done:
    return tuple((one.reps, one.seconds) for block in workout.exercises for one in block.sets)
