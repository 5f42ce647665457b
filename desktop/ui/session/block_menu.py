"""What can be done with one exercise of the session, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from desktop.domain.session import SessionExercise
from desktop.ui.session.block_view import BlockView
from desktop.ui.shortcuts import sequence, written

_DOTS = "\N{HORIZONTAL ELLIPSIS}"
Entry = tuple[str, str, str, bool]


def fill_menu(
    menu: QMenu,
    view: BlockView,
    exercises: Sequence[SessionExercise],
    asked: Callable[[str], object],
) -> None:
    """Offer what is possible; asked gets the name of what was chosen."""
    for group in _groups(view, [one.id == view.exercise.id for one in exercises]):
        for words, key, what, is_possible in group:
            keys = _keys_of(key)
            text = words.replace("&", "&&") + (f"\t{keys}" if keys else "")
            action = menu.addAction(text, partial(asked, what))
            action.setEnabled(is_possible)
        menu.addSeparator()


def possible(view: BlockView, exercises: Sequence[SessionExercise]) -> list[tuple[str, str, str]]:
    """The entries of the menu that can be chosen: words, keys, name."""
    groups = _groups(view, [one.id == view.exercise.id for one in exercises])
    return [
        (words, _keys_of(key), what) for group in groups for words, key, what, can in group if can
    ]


def _groups(view: BlockView, places: list[bool]) -> list[list[Entry]]:
    exercise, kind = view.exercise, view.columns[0]
    is_first, is_last = places[0], places[-1]
    skip = ("Take up again", "take_up") if exercise.is_skipped else ("Skip", "skip")
    has_exercise = view.known is not None
    return [
        [
            ("Add set", "add_set", "add_set", True),
            ("Add warm-up sets", "", "warm_up", kind.has_weight and kind.has_reps),
            (f"Plates for this set{_DOTS}", "", "plates", kind.has_weight),
        ],
        [
            ("Notes", "", "notes", True),
            (f"Rest for this exercise{_DOTS}", "", "rest", has_exercise),
            ("Open in library", "", "library", has_exercise),
        ],
        [
            ("Move up", "up", "up", not is_first),
            ("Move down", "down", "down", not is_last),
            ("Superset with next", "superset", "join", not is_last),
            ("Leave superset", "", "leave", view.superset is not None),
        ],
        [
            (f"Swap for today{_DOTS}", "", "swap", has_exercise),
            (skip[0], "", skip[1], True),
            ("Remove exercise", "", "remove", True),
        ],
    ]


def _keys_of(name: str) -> str:
    return written(sequence("session", name)) if name else ""
