"""How exercises come into the open session: chosen, named in the line, or sent from a page."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.session.controller import SessionController
from desktop.ui.session.grid import SetGrid
from desktop.ui.widgets.exercise_picker import ExercisePicker


class Adding(QObject):
    """Shows the picker in place of the sets while one is chosen; then one types on in its sets."""

    def __init__(
        self,
        controller: SessionController,
        grid: SetGrid,
        picker: ExercisePicker,
        pages: QStackedWidget,
    ) -> None:
        super().__init__(pages)
        self._controller, self._grid, self._picker, self._pages = controller, grid, picker, pages
        grid.add_wanted.connect(self.choose)
        picker.picked.connect(self.bring)
        picker.cancelled.connect(self._leave)

    def choose(self) -> None:
        """Let the user choose one."""
        if self._may_add():
            self._pages.setCurrentWidget(self._picker)
            self._picker.open()

    def add(self, exercise_id: UUID) -> None:
        """Add it at the end, once what is being typed is taken."""
        if self._may_add():
            self.bring(exercise_id)

    def bring(self, exercise_id: UUID) -> None:
        """Add it at the end, and go on there."""
        self._pages.setCurrentWidget(self._grid)
        self._grid.awaited = exercise_id
        self._controller.add_exercise(exercise_id)

    def go_on_with(self, exercise_id: UUID) -> None:
        """Go to what is to be done of it, and add it where nothing is."""
        waiting = (
            one.id
            for exercise in self._controller.current().exercises
            if exercise.exercise_id == exercise_id and not exercise.is_skipped
            for one in exercise.sets
            if one.completed_at is None
        )
        if (following := next(waiting, None)) is not None:
            self._pages.setCurrentWidget(self._grid)
            self._grid.go_to(following)
        else:
            self.add(exercise_id)

    def _may_add(self) -> bool:
        return self._controller.session is not None and self._grid.commit_all()

    def _leave(self) -> None:
        self._pages.setCurrentWidget(self._grid)
        self._grid.focus_next()
