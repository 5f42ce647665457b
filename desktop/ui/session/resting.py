"""The rest that a tick starts, and what comes after it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from desktop.domain import session_edits as edits
from desktop.domain import session_order as order
from desktop.domain.errors import NotFoundError
from desktop.domain.session import WorkoutSession
from desktop.ui.session.controller import SessionController
from desktop.ui.session.rest import RestBar
from desktop.ui.session.views import short_set

_A_FRAME_MS = 20


class Resting(QObject):
    """Starts the bar at a tick; a workout of the past has no rest to wait for."""

    def __init__(self, controller: SessionController, bar: RestBar, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._bar = bar
        self._began: UUID | None = None  # the set whose tick began the rest
        self._ticked: UUID | None = None  # the one whose tick is about to begin it
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_FRAME_MS)
        self._soon.timeout.connect(self._begin)
        controller.tick_kept.connect(self._on_tick)
        controller.edited.connect(self._follow)
        controller.closed.connect(self._forget)

    def resume(self) -> None:
        """Go on with the rest that ran when the program ended."""
        session = self._controller.current()
        ticks = [(one.completed_at, one.id) for one in session.all_sets() if one.completed_at]
        if ticks and not session.is_after_the_fact:
            self._began = max(ticks)[1]
        if not session.is_after_the_fact:
            self._bar.resume_kept()

    def _on_tick(self, set_id: UUID) -> None:
        # the tick is painted before the bar takes its room: at once would be before it
        self._ticked = set_id
        self._soon.start()

    def _begin(self) -> None:
        session, set_id = self._controller.session, self._ticked
        if session is None or set_id is None or session.is_after_the_fact:
            return
        if not _is_ticked(session, set_id):
            return
        seconds = self._controller.rest_after(set_id)
        if seconds > 0:
            self._began = set_id
            self._bar.start(seconds, *self._following(set_id))
        else:
            self._bar.stop()

    def _follow(self) -> None:
        """Stop when the tick is taken back; say what comes next as it is now."""
        session, began = self._controller.session, self._began
        if session is None or began is None or not self._bar.countdown.is_on:
            return
        if _is_ticked(session, began):
            self._bar.say_next(*self._following(began))
        else:
            self._began = None
            self._bar.stop()

    def _forget(self) -> None:
        self._began = None

    def _following(self, set_id: UUID) -> tuple[str, str]:
        """('100 × 5', name) of the set to come; the name when it is another exercise."""
        controller = self._controller
        session = controller.current()
        following = order.next_set(session, set_id)
        if following is None:
            return "", ""
        try:
            here, there = edits.place_of(session, set_id), edits.place_of(session, following)
        except NotFoundError:
            return "", ""
        exercise = session.exercises[there.exercise]
        kind, unit = controller.kind_of(exercise), controller.context.preferences.unit
        text = short_set(exercise.sets[there.set], kind, unit)
        if here.exercise == there.exercise:
            return text, ""
        return text, controller.context.exercise_name(exercise.exercise_id)


def _is_ticked(session: WorkoutSession, set_id: UUID) -> bool:
    return any(one.id == set_id and one.completed_at is not None for one in session.all_sets())
