"""The exercises that come with the program, as lines are read by them."""

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from desktop.domain.exercise_search import choices_of
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind, LibraryRow
from desktop.domain.quick_names import ExerciseNames

TODAY = date(2026, 11, 20)
_FILE = Path(__file__).parents[2] / "resources" / "exercises.json"


@cache
def exercises() -> tuple[Exercise, ...]:
    return tuple(
        Exercise(
            new_id(),
            entry["name"],
            ExerciseKind(entry["kind"]),
            equipment=entry["equipment"],
            aliases=tuple(entry["aliases"]),
        )
        for entry in json.loads(_FILE.read_text(encoding="utf-8"))
    )


def exercise(name: str) -> Exercise:
    return next(one for one in exercises() if one.name == name)


def names_with(*more: Exercise, **used: int) -> ExerciseNames:
    """The library with more exercises; used: sets done lately, by exercise name."""
    rows = [
        LibraryRow(
            one,
            TODAY - timedelta(days=2) if one.name in used else None,
            sets=used.get(one.name, 0),
        )
        for one in (*exercises(), *more)
    ]
    return ExerciseNames(choices_of(rows, TODAY))


@cache
def library() -> ExerciseNames:
    return names_with()
