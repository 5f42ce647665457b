"""The rest that a tick starts, and what comes after it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desktop.domain import session_edits as edits
from desktop.domain.errors import NotFoundError
from desktop.ui.session.controller import SessionController
from desktop.ui.session.rest import RestBar
from desktop.ui.session.views import short_set


class Resting(QObject):
    """Starts the bar at a tick; a workout of the past has no rest to wait for."""

    def __init__(self, controller: SessionController, bar: RestBar, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._bar = bar
        controller.tick_kept.connect(self._on_tick)

    def resume(self) -> None:
        """Go on with the rest that ran when the program ended."""
        if not self._controller.current().is_after_the_fact:
            self._bar.resume_kept()

    def _on_tick(self, set_id: UUID) -> None:
        # the tick is painted before the bar takes its room
        QTimer.singleShot(0, self, lambda: self._begin(set_id))

    def _begin(self, set_id: UUID) -> None:
        session = self._controller.session
        if session is None or session.is_after_the_fact:
            return
        if not any(one.id == set_id for one in session.all_sets()):
            return
        seconds = self._controller.rest_after(set_id)
        if seconds > 0:
            self._bar.start(seconds, self._following(set_id))
        else:
            self._bar.stop()

    def _following(self, set_id: UUID) -> str:
        """'100 × 5' of the set to come, with its exercise when it is another one."""
        controller = self._controller
        session = controller.current()
        following = edits.next_set(session, set_id)
        if following is None:
            return ""
        try:
            here, there = edits.place_of(session, set_id), edits.place_of(session, following)
        except NotFoundError:
            return ""
        exercise = session.exercises[there.exercise]
        kind, unit = controller.kind_of(exercise), controller.context.preferences.unit
        text = short_set(exercise.sets[there.set], kind, unit)
        if here.exercise == there.exercise:
            return text
        return f"{controller.context.exercise_name(exercise.exercise_id)} {text}".strip()
