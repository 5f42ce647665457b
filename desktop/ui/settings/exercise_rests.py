"""The rests of single exercises, which come before those of all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from desktop.domain.accounts import ExercisePreferences
from desktop.ui.settings.keeping import Kept, Settings
from desktop.ui.settings.line import Column, Row
from desktop.ui.settings.lines import Lines
from desktop.ui.settings.rest_box import RestBox
from desktop.ui.settings.section import Group
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.picker_dialog import ask_for_exercise

_Preferences = dict[UUID, ExercisePreferences]


class ExerciseRests(Group):
    """A line for each exercise that has a rest of its own."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("Rests of single exercises", "rest timer")
        self._settings, self._context = settings, settings.context
        accounts, user = self._context.services.accounts, self._context.user.id
        self._kept: Kept[_Preferences] = Kept(
            self._context, {}, lambda: accounts.exercise_preferences(user), self
        )
        self._listed: list[UUID] = []
        self.nothing = muted_label("Every exercise rests as above.")
        self.lines = Lines(
            (Column("Exercise", None), Column("After a working set", RestBox, 120)),
            self._edit,
            "Add an exercise\N{HORIZONTAL ELLIPSIS}",
        )
        self.lines.add.clicked.connect(self._ask)
        self.lines.removed.connect(lambda place: self._keep(self._listed[place], None))
        self._entry = self.add_block(self.lines)
        self._entry.column.insertWidget(0, self.nothing)
        self._kept.changed.connect(self._show)
        self._context.exercises_changed.connect(self._show)
        self._kept.load()

    def add_exercise(self, exercise_id: UUID) -> None:
        """Give an exercise a rest of its own, at first that of all, and go there."""
        if exercise_id not in self._listed:
            self._keep(exercise_id, self._settings.wanted.rest_seconds)
        self.lines.edit(self._listed.index(exercise_id), 1)

    def _ask(self) -> None:
        ask_for_exercise(self._context, self.window(), "Rest of an exercise", self.add_exercise)

    def _edit(self, place: int, _: int, seconds: int) -> None:
        self._keep(self._listed[place], seconds)

    def _keep(self, exercise_id: UUID, seconds: int | None) -> None:
        context, accounts = self._context, self._context.services.accounts
        user = context.user.id
        before = self._kept.value.get(exercise_id, ExercisePreferences())
        after = replace(before, rest_seconds=seconds)
        self._settings.do(
            f"change the rest of {context.exercise_name(exercise_id)}",
            self._kept,
            {**self._kept.value, exercise_id: after},
            lambda: accounts.save_exercise_preferences(user, exercise_id, after),
            lambda: accounts.save_exercise_preferences(user, exercise_id, before),
        )

    def _show(self) -> None:
        names = self._context.exercise_name
        rests = {key: one.rest_seconds for key, one in self._kept.value.items()}
        listed = [key for key, rest in rests.items() if rest is not None]
        before = self._listed
        self._listed = sorted(listed, key=lambda key: (names(key).casefold(), key))
        rows: list[tuple[str, Any]] = [(names(key), rests[key]) for key in self._listed]
        self.nothing.setVisible(not rows)
        self._entry.words = " ".join(name for name, _ in rows)
        self.lines.show_rows([Row(row[0], row) for row in rows], anew=before != self._listed)
