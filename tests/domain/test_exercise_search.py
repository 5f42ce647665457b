"""Exercises are found by the words one types, those in use first."""

from datetime import date, timedelta

from desktop.domain.exercise_search import choices_of, search
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind, LibraryRow

TODAY = date(2026, 11, 20)


def row(name: str, sets: int = 0, days: int = 0, **more: object) -> LibraryRow:
    exercise = Exercise(new_id(), name, ExerciseKind.WEIGHT_REPS, **more)  # type: ignore[arg-type]
    return LibraryRow(exercise, TODAY - timedelta(days=days) if sets else None, sets=sets)


def names(rows: list[LibraryRow], text: str = "") -> list[str]:
    return [c.row.exercise.name for c in search(choices_of(rows, TODAY), text)]


def test_use_and_recency_come_first() -> None:
    rows = [row("Alpha"), row("Often, long ago", 100, 600), row("Lately", 20, 2), row("Beta")]
    assert names(rows) == ["Lately", "Often, long ago", "Alpha", "Beta"]


def test_words_begin_words_of_the_name_or_an_alias() -> None:
    rows = [
        row("Bench Press (Barbell)"),
        row("Close Grip Bench Press"),
        row("Chest Press", aliases=("Machine Bench Press",)),
        row("Deadlift"),
    ]
    assert names(rows, "bench pr") == [
        "Bench Press (Barbell)",
        "Close Grip Bench Press",
        "Chest Press",
    ]
    assert names(rows, "press BAR") == ["Bench Press (Barbell)"]
    assert names(rows, "zzz") == []


def test_the_name_that_is_being_typed_comes_before_one_in_use() -> None:
    rows = [row("Deadlift, Romanian (Barbell)", 100, 1), row("Deadlift (Barbell)")]
    assert names(rows, "deadlift")[0] == "Deadlift, Romanian (Barbell)"
    assert names(rows, "deadlift (barb")[0] == "Deadlift (Barbell)"


def test_deleted_exercises_cannot_be_chosen() -> None:
    assert names([row("Gone", is_deleted=True), row("Here")]) == ["Here"]


def test_of_what_was_never_done_the_plainest_comes_first_and_use_comes_before_it() -> None:
    rows = [
        row("Press (Band)", equipment="Band"),
        row("Press (Sled)", equipment="Sled"),
        row("Press, Wide (Barbell)", equipment="Barbell"),
        row("Press (Dumbbell)", equipment="Dumbbell"),
        row("Press, Pin (Cable)", 3, equipment="Cable"),
        row("Bent Press (Barbell)", equipment="Barbell", aliases=("Barbell Press",)),
    ]
    assert names(rows, "press") == [
        "Press, Pin (Cable)",
        "Bent Press (Barbell)",
        "Press (Dumbbell)",
        "Press (Sled)",
        "Press (Band)",
        "Press, Wide (Barbell)",
    ]
