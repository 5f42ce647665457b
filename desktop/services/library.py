"""The exercise library: what there is to train."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind, LibraryRow
from desktop.domain.muscles import Muscle
from desktop.domain.names import match_key
from desktop.services.store import Store
from desktop.storage.queries import accounts
from desktop.storage.queries import library as storage

if TYPE_CHECKING:
    from desktop.storage.unit_of_work import UnitOfWork

_FILLED_WITH = "library"


class LibraryService:
    """Browse exercises, and keep own ones."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, user_id: UUID) -> dict[UUID, Exercise]:
        """Every exercise the user has ever seen, hidden ones included."""
        with self._store.reading() as connection:
            return storage.visible(connection, user_id)

    def rows(self, user_id: UUID) -> list[LibraryRow]:
        """The library's table."""
        with self._store.reading() as connection:
            return storage.rows(connection, user_id)

    def save(self, user_id: UUID, exercise: Exercise) -> Changed:
        """Keep a new or changed own exercise."""
        mine = replace(exercise.checked(), is_custom=True, created_by_user_id=user_id)
        with self._store.unit_of_work() as work:
            stored = storage.visible(work.connection, user_id).get(exercise.id)
            if stored and not stored.is_custom:
                raise InvalidInputError(
                    "The exercises that come with Repbook cannot be changed.",
                    "Duplicate it and change your own copy.",
                )
            work.exercises.save(mine)
            if stored and stored.kind is not mine.kind:
                _derive_again(work, [mine.id])
            work.commit()
        return _changed(mine, f"{mine.name} saved")

    def delete(self, user_id: UUID, exercise_id: UUID) -> Changed:
        """Hide an own exercise from choice; history keeps it."""
        with self._store.unit_of_work() as work:
            exercise = storage.one(work.connection, user_id, exercise_id)
            if exercise.created_by_user_id != user_id:
                raise InvalidInputError("The exercises that come with Repbook stay.")
            work.exercises.delete([exercise_id])
            work.commit()
        return _changed(exercise, f"{exercise.name} deleted")

    def restore(self, user_id: UUID, exercise_id: UUID) -> Changed:
        """Bring a deleted exercise back."""
        with self._store.unit_of_work() as work:
            exercise = storage.one(work.connection, user_id, exercise_id)
            work.exercises.restore(exercise)
            work.commit()
        return _changed(exercise, f"{exercise.name} is back")

    def copy_of(self, user_id: UUID, exercise_id: UUID) -> Exercise:
        """An own copy, not yet kept, under a name that is free."""
        with self._store.reading() as connection:
            known = storage.visible(connection, user_id)
            original = storage.one(connection, user_id, exercise_id)
        taken = {match_key(one.name) for one in known.values() if not one.is_deleted}
        name, count = f"{original.name} copy", 2
        while match_key(name) in taken:
            name, count = f"{original.name} copy {count}", count + 1
        return replace(
            original,
            id=new_id(),
            name=name,
            aliases=(),
            is_custom=True,
            created_by_user_id=user_id,
            is_deleted=False,
        )

    def fill(self, file: Path) -> None:
        """Bring the exercises that come with the program to what the file says.

        Nothing is done when the same file has filled the library before.
        """
        content = file.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        with self._store.reading() as connection:
            known = accounts.values(connection, None)
        if known.get(_FILLED_WITH) != digest:
            self._fill(content, digest)

    def _fill(self, content: bytes, digest: str) -> None:
        with self._store.unit_of_work() as work:
            stored = {
                match_key(one.name): one for one in storage.visible(work.connection, None).values()
            }
            exercises = [exercise_of(entry) for entry in json.loads(content)]
            meant = {
                match_key(name): one.name for one in exercises for name in (*one.aliases, one.name)
            }
            new: list[Exercise] = []
            of_other_kind: list[UUID] = []
            for exercise in exercises:
                known = _known(stored, exercise, meant)
                if known is None:
                    new.append(exercise)
                    continue
                # names that were matched by hand at an import stay, but mean one exercise
                own = (one for one in known.aliases if meant.get(match_key(one)) is None)
                names = tuple(dict.fromkeys((*exercise.aliases, *own)))
                merged = replace(exercise, id=known.id, aliases=names)
                if merged != known:
                    work.exercises.update(merged)
                if merged.kind is not known.kind:
                    of_other_kind.append(merged.id)
            _derive_again(work, of_other_kind)
            work.exercises.add_all(new)
            work.accounts.set_value(None, _FILLED_WITH, digest)
            work.commit()


def _known(
    stored: Mapping[str, Exercise], exercise: Exercise, meant: Mapping[str, str]
) -> Exercise | None:
    """The stored exercise, also under a former name, which is among the aliases since."""
    keys = map(match_key, (exercise.name, *exercise.aliases))
    return next(
        (stored[key] for key in keys if key in stored and meant[key] == exercise.name), None
    )


def _derive_again(work: UnitOfWork, exercise_ids: Sequence[UUID]) -> None:
    """Work the figures out anew where the exercises were done."""
    for user_id, sessions in work.exercises.sessions_with(exercise_ids).items():
        work.sessions.derive_again(work.builder(user_id), sessions)


def exercise_of(entry: dict[str, Any]) -> Exercise:
    """An exercise from its entry in resources/exercises.json."""
    return Exercise(
        id=new_id(),
        name=entry["name"],
        kind=ExerciseKind(entry["kind"]),
        primary=tuple(map(Muscle, entry["primary"])),
        secondary=tuple(map(Muscle, entry["secondary"])),
        equipment=entry["equipment"],
        instructions=tuple(entry["instructions"]),
        aliases=tuple(entry["aliases"]),
    )


def _changed(exercise: Exercise, said: str) -> Changed:
    return Changed.of(Kind.EXERCISES, exercise.id, said=said)
