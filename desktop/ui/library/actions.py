"""What a user does with exercises: add, duplicate, edit, delete, each with undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.changes import Changed
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.ui.context import Context
from desktop.ui.library.editor import ExerciseEditor
from desktop.ui.widgets.leaving import Leaving


class ExerciseActions(QObject):
    """kept carries the id of an exercise that was just stored."""

    kept = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._leaving = Leaving()
        context.exercises_changed.connect(self._on_exercises)

    def _on_exercises(self) -> None:
        known = self._context.exercises.values()
        self._leaving.shown(one.id for one in known if not one.is_deleted)

    def add(self, name: str) -> None:
        """Open the form for a new exercise."""
        kind = ExerciseKind.WEIGHT_REPS
        self._open(Exercise(new_id(), name.strip(), kind, is_custom=True), "New exercise")

    def duplicate(self, exercise: Exercise) -> None:
        """Open the form with a copy, to be kept under a name of its own."""
        library, user_id = self._context.services.library, self._context.user.id
        self._context.tasks.read(
            lambda: library.copy_of(user_id, exercise.id),
            lambda copy: self._open(copy, "Duplicate exercise"),
        )

    def edit(self, exercise: Exercise) -> None:
        """Open the form on an own exercise."""
        self._open(exercise, "Edit exercise", exercise)

    def delete(self, exercises: Sequence[Exercise]) -> None:
        """Hide own exercises from choice, which is one step to undo."""
        ids = self._leaving.take(one.id for one in exercises)
        if not ids:
            return
        library, user_id = self._context.services.library, self._context.user.id
        count, name = len(ids), self._context.exercise_name(ids[0])

        def each(change: Callable[[UUID, UUID], Changed], said: str) -> Changed:
            changed = reduce(or_, (change(user_id, key) for key in ids))
            return changed if count == 1 else replace(changed, said=f"{count} exercises {said}")

        def failed(fault: Exception) -> None:
            self._leaving.give_back(ids)
            self._context.tasks.faulted.emit(fault)

        self._context.do(
            f"delete {name if count == 1 else f'{count} exercises'}",
            lambda: each(library.delete, "deleted"),
            lambda: each(library.restore, "are back"),
            failed=failed,
        )

    def _open(self, exercise: Exercise, title: str, before: Exercise | None = None) -> None:
        """The form; what it keeps can be undone to `before`, or away if it is new."""

        def save(
            changed: Exercise, done: Callable[[], None], failed: Callable[[Exception], None]
        ) -> None:
            self._save(changed, before, done, failed)

        taken = self._context.exercises.values()
        editor = ExerciseEditor(exercise, title, taken, save, self._window)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()

    def _save(
        self,
        changed: Exercise,
        before: Exercise | None,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        library, user_id = self._context.services.library, self._context.user.id

        def work() -> Changed:
            change = library.save(user_id, changed)
            # done again after an undo, a new one is there already, but hidden
            return change if before else change | library.restore(user_id, changed.id)

        def undo() -> Changed:
            if before:
                return library.save(user_id, before)
            return library.delete(user_id, changed.id)

        def kept(_: Changed) -> None:
            self.kept.emit(changed.id)
            done()

        label = f"{'change' if before else 'add'} {changed.name}"
        self._context.do(label, work, undo, kept, failed)
