"""Exercises by what is typed or pasted for their names."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.domain.exercise_search import Choice, choices_of, search
from desktop.domain.names import match_key
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.services.names import NameIndex

_MOST = 6


class ExerciseNames(QObject):
    """Finds an exercise of just that name or alias, and those that begin so, by use."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._choices: list[Choice] = []
        self._index: NameIndex | None = None
        context.exercises_changed.connect(self._forget)

    def refresh(self) -> None:
        """Read anew what is done often and lately."""
        library, user_id = self.context.services.library, self.context.user.id
        today = self.context.today()
        self.context.tasks.read(lambda: choices_of(library.rows(user_id), today), self._take)

    def begin_with(self, text: str) -> list[Choice]:
        """The first few that begin with the words typed, the most used lately first.

        One of just that name comes before all.
        """
        found, key = search(self._choices, text), match_key(text)
        found.sort(key=lambda choice: match_key(choice.row.exercise.name) != key)
        return found[:_MOST]

    def find(self, name: str) -> UUID | None:
        """The exercise of that name or alias; case and the order of words do not matter."""
        if self._index is None:
            from desktop.services.names import NameIndex

            self._index = NameIndex(self.context.exercises.values())
        _, exercise = self._index.find(name)
        return exercise.id if exercise else None

    def _take(self, choices: list[Choice]) -> None:
        self._choices = choices

    def _forget(self) -> None:
        self._index = None
        if self._choices:
            self.refresh()
