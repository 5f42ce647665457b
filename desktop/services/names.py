"""Which exercise a name in someone else's file means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from desktop.domain.equipment import EQUIPMENT
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.names import match_key
from desktop.domain.transfer import FileExercise, ImportFile, MatchHow, NameMatch

_PARENTHESIS = re.compile(r"\(([^()]+)\)\s*$")


class NameIndex:
    """Finds exercises by name first and by alias second; own ones before the program's."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        self._names: dict[str, Exercise] = {}
        self._aliases: dict[str, Exercise] = {}
        alive = [one for one in exercises if not one.is_deleted]
        for exercise in sorted(alive, key=lambda one: one.is_custom):
            self._names[match_key(exercise.name)] = exercise
            for alias in exercise.aliases:
                self._aliases[match_key(alias)] = exercise

    def find(self, name: str) -> tuple[MatchHow, Exercise | None]:
        """The exercise of that name, and how it was found."""
        key = match_key(name)
        if key in self._names:
            return MatchHow.NAME, self._names[key]
        if key in self._aliases:
            return MatchHow.ALIAS, self._aliases[key]
        return MatchHow.NEW, None


def match_names(
    file: ImportFile, index: NameIndex, chosen: dict[str, UUID | None], by_id: dict[UUID, Exercise]
) -> tuple[NameMatch, ...]:
    """Where each name of the file goes, the names with most sets first."""
    blocks: dict[str, list[FileExercise]] = {}
    for workout in file.workouts:
        for block in workout.exercises:
            blocks.setdefault(block.name, []).append(block)
    matches = []
    for name, found in blocks.items():
        how, exercise = index.find(name)
        if name in chosen:
            key = chosen[name]
            exercise = by_id.get(key) if key else None
            how = MatchHow.ALIAS if exercise else MatchHow.NEW
        matches.append(
            NameMatch(
                name=name,
                sets=sum(len(one.sets) for one in found),
                how=how,
                exercise_id=exercise.id if exercise else None,
                kind=exercise.kind if exercise else guess_kind(name, found),
            )
        )
    return tuple(sorted(matches, key=lambda one: (-one.sets, one.name)))


def guess_kind(name: str, blocks: Iterable[FileExercise]) -> ExerciseKind:
    """How an unknown exercise's sets are noted, from its name and what its sets hold."""
    if "assisted" in name.casefold():
        return ExerciseKind.ASSISTED_BODYWEIGHT
    seen: Counter[str] = Counter()
    for block in blocks:
        for one in block.sets:
            seen["weight"] += bool(one.weight)
            seen["reps"] += bool(one.reps)
            seen["distance"] += bool(one.distance)
            seen["seconds"] += bool(one.seconds)
    if seen["distance"] > seen["reps"]:
        return (
            ExerciseKind.WEIGHT_DISTANCE
            if seen["weight"] > seen["seconds"]
            else ExerciseKind.DISTANCE_DURATION
        )
    if seen["seconds"] > seen["reps"]:
        return ExerciseKind.WEIGHT_DURATION if seen["weight"] else ExerciseKind.DURATION
    return ExerciseKind.WEIGHT_REPS if seen["weight"] else ExerciseKind.BODYWEIGHT_REPS


def new_exercise(match: NameMatch, user_id: UUID) -> Exercise:
    """An own exercise for a name that the library does not know."""
    found = _PARENTHESIS.search(match.name)
    named = {one.casefold(): one for one in EQUIPMENT}
    return Exercise(
        id=new_id(),
        name=match.name.strip(),
        kind=match.kind,
        equipment=named.get(found[1].casefold(), "") if found else "",
        is_custom=True,
        created_by_user_id=user_id,
    )
