"""What the menus ask of the dock: finish, correct, tick all, type in what was done before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain import session_edits as edits
from desktop.domain.history_edits import timed
from desktop.domain.session import WorkoutSession
from desktop.domain.set_fields import missing
from desktop.domain.summary import Summary
from desktop.ui.session.past import PastDialog
from desktop.ui.session.summary import SummaryDialog
from desktop.ui.session.times import TimesDialog

if TYPE_CHECKING:
    from desktop.ui.session.dock import SessionDock


class DockActions(QObject):
    """Does for one dock what is asked by name; what needs an open session waits for one."""

    def __init__(self, dock: SessionDock) -> None:
        super().__init__(dock)
        self.summary: SummaryDialog | None = None
        self._dock = dock
        self._finishing: WorkoutSession | None = None
        self._in_session: dict[str, Callable[[], object]] = {
            "add": dock.adding.choose,
            "notes": dock.details.write_notes,
            "tick_all": self._tick_all,
            "times": self._correct_times,
            "finish": self._finish,
            "discard": dock.controller.discard,
        }
        dock.controller.finished.connect(self._show_summary)

    def run(self, action: str) -> bool:
        """Do it; False when it is no action of the dock."""
        if action == "past":
            self._log_past()
            return True
        if action in self._in_session and self._dock.has_session:
            self._in_session[action]()
        return action in self._in_session

    @property
    def _window(self) -> QWidget:
        """What dialogs stand before: the main window, which stays when the dock goes."""
        return self._dock.parentWidget() or self._dock

    def _finish(self) -> None:
        if self._dock.commit():
            self._dock.details.say("")
            self._finishing = self._dock.controller.current()
            self._dock.controller.finish()

    def _show_summary(self, summary: Summary, left_out: int) -> None:
        before, self._finishing = self._finishing, None
        if before is not None:
            context = self._dock.context
            self.summary = SummaryDialog(context, before, summary, left_out, self._window)
            self.summary.finished.connect(self._forget_summary)
            _open(self.summary)

    def _forget_summary(self) -> None:
        self.summary = None

    def _tick_all(self) -> None:
        """Every set that is filled in, as one step."""
        if not self._dock.commit():
            return
        controller = self._dock.controller
        at = controller.moment_of_tick()
        ready = [
            one.id
            for exercise in controller.current().exercises
            for one in exercise.sets
            if one.completed_at is None
            and not exercise.is_skipped
            and missing(one, controller.kind_of(exercise)) is None
        ]

        def tick(session: WorkoutSession) -> WorkoutSession:
            for set_id in ready:
                session = edits.ticked(session, set_id, at)
            return session

        controller.edit("tick all sets", tick)
        self._dock.details.say("" if ready else "No set that is open is filled in.")

    def _log_past(self) -> None:
        controller = self._dock.controller
        dialog = PastDialog(self._dock.context, self._window)
        dialog.wanted.connect(controller.start)
        _open(dialog)

    def _correct_times(self) -> None:
        if not self._dock.commit():
            return
        controller = self._dock.controller

        def keep(local_start: datetime, minutes: int | None) -> None:
            controller.edit("correct times", lambda now: timed(now, local_start, minutes))

        dialog = TimesDialog(self._dock.context, controller.current(), self._window)
        dialog.corrected.connect(keep)
        _open(dialog)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
