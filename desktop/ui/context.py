"""What every screen is handed: the services, the profile, and ways to do work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop.domain.accounts import Preferences, User
from desktop.domain.changes import Changed, Kind
from desktop.domain.library import Exercise
from desktop.ui.notifier import Notifier
from desktop.ui.tasks import Newest, Tasks, answer
from desktop.ui.undo import Step, UndoStack, Work

if TYPE_CHECKING:
    from desktop.services import Services


class Context(QObject):
    """One open profile. exercises: every exercise by id, hidden ones included.

    profile_changed: `user` or `preferences` are other ones now.
    """

    exercises_changed = Signal()
    profile_changed = Signal()

    def __init__(
        self,
        services: Services,
        user: User,
        preferences: Preferences,
        exercises: dict[UUID, Exercise],
        tasks: Tasks,
        notifier: Notifier,
        undo: UndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.user = user
        self.preferences = preferences
        self.exercises = exercises
        self.tasks = tasks
        self.notifier = notifier
        self.undo = undo
        self._newest_exercises, self._newest_profile = Newest(tasks), Newest(tasks)
        notifier.changed.connect(self._on_changed)

    def exercise_name(self, exercise_id: UUID | None) -> str:
        """The exercise's name, also when it was deleted since."""
        exercise = self.exercises.get(exercise_id) if exercise_id else None
        return exercise.name if exercise else "Deleted exercise"

    def today(self) -> date:
        """The calendar day it is for the user."""
        return self.services.clock().astimezone(ZoneInfo(self.user.timezone)).date()

    def do(
        self,
        label: str,
        work: Work,
        undo: Work | None = None,
        done: Callable[[Changed], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Write on the writer's thread, tell the views, and remember how to take it back.

        label: what the Edit menu says after 'Undo ', like 'delete Push A'.
        """

        def kept(change: Changed) -> None:
            if undo is not None:
                self.undo.push(Step(label, undo, work))
            self.notifier.tell(change)
            if done is not None:
                answer(done, change)

        self.tasks.write(work, kept, failed)

    def undo_last(self) -> None:
        """Take the newest step back."""
        if step := self.undo.take_undo():
            self._walk(step, step.undo, f"Undone: {step.label}")

    def redo_last(self) -> None:
        """Do the last undone step again."""
        if step := self.undo.take_redo():
            self._walk(step, step.redo, f"Done again: {step.label}")

    def _walk(self, step: Step, work: Work, said: str) -> None:
        """Write a step that was taken from the stack; it goes back when that fails."""

        def failed(fault: Exception) -> None:
            self.undo.put_back(step)
            self.tasks.faulted.emit(fault)

        self.tasks.write(
            work, lambda change: self.notifier.tell(replace(change, said=said)), failed
        )

    def _on_changed(self, change: Changed) -> None:
        if Kind.EXERCISES in change.kinds:
            library, user_id = self.services.library, self.user.id
            self._newest_exercises.read(lambda: library.all(user_id), self._set_exercises)
        if Kind.PROFILE in change.kinds:
            self._newest_profile.read(self._load_profile, self._set_profile)

    def _set_exercises(self, exercises: dict[UUID, Exercise]) -> None:
        self.exercises = exercises
        self.exercises_changed.emit()

    def _load_profile(self) -> tuple[User, Preferences]:
        accounts = self.services.accounts
        users = {user.id: user for user in accounts.users()}
        return users.get(self.user.id, self.user), accounts.preferences(self.user.id)

    def _set_profile(self, loaded: tuple[User, Preferences]) -> None:
        if loaded != (self.user, self.preferences):
            self.user, self.preferences = loaded
            self.profile_changed.emit()
