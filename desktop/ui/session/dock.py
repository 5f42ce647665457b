"""The session dock: the open workout beside whatever page is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QDockWidget, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain import session_edits as edits
from desktop.domain.errors import NotFoundError
from desktop.domain.summary import Summary
from desktop.ui.actions import ADD_EXERCISE, FINISH_SESSION
from desktop.ui.context import Context
from desktop.ui.session.block import hairline
from desktop.ui.session.controller import SessionController
from desktop.ui.session.empty import EmptySession
from desktop.ui.session.grid import SetGrid
from desktop.ui.session.header import SessionHeader
from desktop.ui.session.rest import RestBar
from desktop.ui.session.summary import SummaryDialog
from desktop.ui.session.views import short_set
from desktop.ui.widgets.exercise_picker import ExercisePicker

_MIN_WIDTH = 396


class SessionDock(QDockWidget):
    """Lays out the open session; session_opened and session_closed tell the window."""

    session_opened = Signal()
    session_closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Session", parent)
        self.setObjectName("sessionDock")
        self.setAccessibleName("Session")
        self.setTitleBarWidget(QWidget())
        self.setAllowedAreas(
            Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.context = context
        self.controller = SessionController(context, self)
        self.empty = EmptySession(context)
        self.header = SessionHeader()
        self.grid = SetGrid(self.controller)
        self.picker = ExercisePicker(context)
        self.rest = RestBar()
        self.summary: SummaryDialog | None = None
        self._name = ""
        self._place_wanted: UUID | None = None
        self._lay_out()
        self._connect()

    def start(self, request: object) -> None:
        """Open a new session: None empty, ('template', id) or ('repeat', session id)."""
        if self.controller.session is not None:
            self.show()
            self.raise_()
            self.grid.focus_next()
        self.controller.start(request)

    def resume_open(self) -> None:
        """Open the session that was open when the program ended, if there is one."""
        self.controller.resume()

    def finish(self) -> None:
        """Close the session with what is ticked, and show what it came to."""
        if self.controller.session is not None and self._commit():
            self.header.say("")
            self.controller.finish()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to where the next thing is typed."""
        super().focusInEvent(event)
        if self.controller.session is None:
            self.empty.start.setFocus(event.reason())
        elif self._body.currentWidget() is self.picker:
            self.picker.search.setFocus(event.reason())
        else:
            self.grid.focus_next()

    def add_exercise(self) -> None:
        """Let the user choose an exercise to add."""
        if self.controller.session is not None and self.grid.commit_all():
            self._body.setCurrentWidget(self.picker)
            self.picker.open()

    def _lay_out(self) -> None:
        self._body = QStackedWidget()
        self._body.addWidget(self.grid)
        self._body.addWidget(self.picker)
        log = QWidget()
        column = QVBoxLayout(log)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(hairline())
        column.addWidget(self._body, 1)
        column.addWidget(hairline())
        column.addWidget(self.rest)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(log)
        self._pages.setMinimumWidth(_MIN_WIDTH)
        self._pages.setBackgroundRole(QPalette.ColorRole.Base)
        self._pages.setAutoFillBackground(True)
        self.setWidget(self._pages)

    def _connect(self) -> None:
        controller, header = self.controller, self.header
        controller.opened.connect(self._opened)
        controller.closed.connect(self._closed)
        controller.edited.connect(self._refresh)
        controller.looked_up.connect(self._refresh)
        controller.set_changed.connect(self._refresh)
        controller.tick_kept.connect(self._rest)
        controller.refused.connect(self._refused)
        controller.finished.connect(self._show_summary)
        header.finish_wanted.connect(self.finish)
        header.discard_wanted.connect(controller.discard)
        header.named.connect(
            lambda text: controller.edit("rename session", lambda now: replace(now, name=text))
        )
        header.noted.connect(
            lambda text: controller.edit("session notes", lambda now: replace(now, notes=text))
        )
        self.grid.add_wanted.connect(self.add_exercise)
        self.picker.picked.connect(self._picked)
        self.picker.cancelled.connect(self._leave_picker)
        self.empty.start_wanted.connect(self.start)
        self.context.profile_changed.connect(self._refresh)
        self.context.exercises_changed.connect(self._refresh)
        self._shortcut(ADD_EXERCISE, self.add_exercise)
        self._shortcut(FINISH_SESSION, self.finish)

    def _shortcut(self, listed: tuple[str, str], what: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(listed[1]), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(what)

    # the session comes and goes
    def _opened(self) -> None:
        session = self.controller.current()
        self._name = session.name
        self.header.say("")
        self.empty.say("")
        self._body.setCurrentWidget(self.grid)
        self._pages.setCurrentIndex(1)
        self.header.run((self.context.services.clock() - session.started_at).total_seconds())
        self._refresh()
        self.session_opened.emit()
        self.grid.focus_next()

    def _closed(self) -> None:
        self.header.stop()
        self.rest.stop()
        self.grid.clear()
        self._pages.setCurrentIndex(0)
        self.session_closed.emit()

    def _show_summary(self, summary: Summary, left_out: int) -> None:
        self.summary = SummaryDialog(
            self._name, summary, left_out, self.context, self.parentWidget() or self
        )
        self.summary.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.summary.open()

    # what changes in it
    def _refresh(self) -> None:
        session = self.controller.session
        if session is None:
            return
        self._name = session.name
        unit = self.context.preferences.unit
        self.header.show_session(session, len(self.controller.records), unit)
        self.grid.refresh()
        if self._place_wanted is not None:
            self._focus_added(self._place_wanted)

    def _commit(self) -> bool:
        self.header.commit()
        return self.grid.commit_all()

    def _refused(self, set_id: UUID | None, field: object, words: str) -> None:
        if set_id is None:
            (self.header if self.controller.session else self.empty).say(words)

    def _rest(self, set_id: UUID) -> None:
        self.header.say("")
        seconds = self.controller.rest_after(set_id)
        if seconds > 0:
            self.rest.start(seconds, self._following(set_id))
        else:
            self.rest.stop()

    def _following(self, set_id: UUID) -> str:
        """'100 × 5' of the set to come, with its exercise when it is another one."""
        session = self.controller.current()
        following = edits.next_set(session, set_id)
        if following is None:
            return ""
        try:
            here, there = edits.place_of(session, set_id), edits.place_of(session, following)
        except NotFoundError:
            return ""
        exercise = session.exercises[there.exercise]
        kind, unit = self.controller.kind_of(exercise), self.context.preferences.unit
        text = short_set(exercise.sets[there.set], kind, unit)
        if here.exercise == there.exercise:
            return text
        return f"{self.context.exercise_name(exercise.exercise_id)} {text}".strip()

    # adding an exercise
    def _picked(self, exercise_id: UUID) -> None:
        self._place_wanted = exercise_id
        self._body.setCurrentWidget(self.grid)
        self.controller.add_exercise(exercise_id)

    def _focus_added(self, exercise_id: UUID) -> None:
        block = self.grid.blocks[-1] if self.grid.blocks else None
        if block is not None and block.exercise.exercise_id == exercise_id and block.rows:
            self._place_wanted = None
            self.grid.focus_set(block.rows[0].set_id)

    def _leave_picker(self) -> None:
        self._body.setCurrentWidget(self.grid)
        self.grid.focus_next()
