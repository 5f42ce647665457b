"""The session dock: the open workout beside whatever page is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QWidget

from desktop.domain import session_edits as edits
from desktop.domain import session_order as order
from desktop.domain.session import SetPlace, WorkoutSession
from desktop.domain.weight import Weight
from desktop.ui.context import Context
from desktop.ui.offers import Offer
from desktop.ui.session.adding import Adding
from desktop.ui.session.controller import SessionController
from desktop.ui.session.details import SessionDetails
from desktop.ui.session.dock_actions import DockActions
from desktop.ui.session.empty import EmptySession
from desktop.ui.session.entry import EntryLine
from desktop.ui.session.frame import DockFrame
from desktop.ui.session.grid import SetGrid
from desktop.ui.session.header import SessionHeader
from desktop.ui.session.held_place import HeldPlace
from desktop.ui.session.layout import DockLayout, Pages
from desktop.ui.session.rest import RestBar
from desktop.ui.session.resting import Resting
from desktop.ui.session.row_sizes import LARGE
from desktop.ui.session.unsaved import Unsaved
from desktop.ui.sizes import follow
from desktop.ui.sizes import scale as text_scale
from desktop.ui.widgets.exercise_picker import ExercisePicker

_LEAST_LARGE = 1.3  # larger than text that is large already
_BUTTON, _PICTURE = QSize(32, 32), QSize(18, 18)


class SessionDock(DockFrame):
    """Lays out the open session; session_opened and session_closed tell the window.

    title_changed: what the window's title says of a rest. action_requested
    and open_requested: as pages have them. plates_wanted: (weight or None,
    exercise id). paste_wanted: the text to begin with.
    """

    session_opened = Signal()
    session_closed = Signal()
    title_changed = Signal(str)
    action_requested = Signal(str)
    open_requested = Signal(str, object)
    plates_wanted = Signal(object, object)
    paste_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Session", parent)
        self.setObjectName("sessionDock")
        self.setAccessibleName("Session")
        self.context = context
        self.controller = SessionController(context, self)
        self.empty = EmptySession(context)
        self.header = SessionHeader()
        self.details = SessionDetails()
        self.grid = SetGrid(self.controller)
        self.picker = ExercisePicker(context)
        self.rest = RestBar(context)
        self.entry = EntryLine(self.controller)
        self.resting = Resting(self.controller, self.rest, self)
        self._body = Pages()
        self.adding = Adding(self.controller, self.grid, self.picker, self._body)
        self.steps = DockActions(self)
        self.is_large = False
        self._started_at: datetime | None = None
        self._place = HeldPlace(self.grid)
        Unsaved(self, self.header, self.details, self.grid, self.entry.field)
        self._lay_out()
        self._connect()
        self._scale()
        follow(self._scale)

    @property
    def has_session(self) -> bool:
        """A session is open in it."""
        return self.controller.session is not None

    @property
    def weight_due(self) -> Weight | None:
        """The weight of the set to do next."""
        session = self.controller.session
        due = order.due_set(session) if session is not None else None
        return edits.set_of(session, due).weight if session is not None and due else None

    def start(self, request: object) -> None:
        """Open a new session: None empty, ('template', id) or ('repeat', session id).

        ('exercise', id): one that begins with it; where a session is open, it is added.
        """
        how, what = request if isinstance(request, tuple) else ("", None)
        if how == "exercise" and isinstance(what, UUID):
            if self.has_session:
                self.add(what)
            else:
                self.controller.start(None, then=lambda: self.adding.bring(what))
            return
        if self.has_session:
            self.show()
            self.raise_()
            self.grid.focus_next()
        self.controller.start(request)

    def holds(self, item: object) -> bool:
        """Whether the session of that id, or the one of that SetPlace, is open in it."""
        session = self.controller.session
        wanted = item.session_id if isinstance(item, SetPlace) else item
        return session is not None and session.id == wanted

    def go_to(self, item: object) -> None:
        """Put the cursor into a set of the open session; says so when it has gone."""
        if not isinstance(item, SetPlace) or not self.holds(item):
            return
        self._body.setCurrentWidget(self.grid)
        if not self.grid.go_to(item.set_id):
            self.details.say("That set has been removed since.")

    def resume_open(self) -> None:
        """Open the session that was open when the program ended, if there is one."""
        self.controller.resume()

    def run(self, action: str) -> None:
        """Do what an action of the window, or of the dock's own menu, says."""
        if not self.steps.run(action):
            self.action_requested.emit(action)

    def add(self, exercise_id: object) -> None:
        """Add an exercise at the end, and go on there."""
        if isinstance(exercise_id, UUID):
            self.adding.add(exercise_id)

    def offers(self) -> list[Offer]:
        """What can be done in the open session just now."""
        from desktop.ui.session.offers import session_offers

        return session_offers(self)

    def commit(self) -> bool:
        """Take what is being typed; False without a session, or when it cannot be taken."""
        self.header.commit()
        self.details.commit()
        return self.has_session and self.grid.commit_all()

    def set_large(self, large: bool) -> None:
        """Write for eyes that are two metres away, or as usual."""
        self.is_large = large
        self._scale()

    def _scale(self) -> None:
        """Write as large as it should be, which is as large as the text or larger."""
        usual = text_scale()
        scale = max(LARGE / usual, _LEAST_LARGE) if self.is_large else 1.0
        for part in (self.header, self.grid, self.rest, self._layout):
            part.set_scale(scale)
        for button in (self.entry.paste, self.entry.help):
            button.setFixedSize(_BUTTON * scale * usual)
            button.setIconSize(_PICTURE * scale * usual)

    def show_place(self, place: str, is_large: bool) -> None:
        """Mark in the menu where the dock stands."""
        self.header.menu.show_place(place, is_large)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to where the next thing is typed."""
        super().focusInEvent(event)
        if not self.has_session:
            self.empty.start.setFocus(event.reason())
        elif self._body.currentWidget() is self.picker:
            self.picker.search.setFocus(event.reason())
        else:
            self.grid.focus_next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing else takes it, leaves the large type."""
        if self.is_large and event.key() == Qt.Key.Key_Escape:
            self.action_requested.emit("large")
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._body.addWidget(self.grid)
        self._body.addWidget(self.picker)
        self._layout = DockLayout(self.details, self._body, [self.rest, self.entry])
        self.keep_in_view(self.grid, self.grid.block_of)
        self._pages = Pages()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._layout)
        self._pages.setBackgroundRole(QPalette.ColorRole.Base)
        self._pages.setAutoFillBackground(True)
        self.setTitleBarWidget(self.header)
        self.setWidget(self._pages)

    def _connect(self) -> None:
        controller = self.controller
        controller.opened.connect(self._opened)
        controller.closed.connect(self._closed)
        controller.edited.connect(self._refresh)
        controller.looked_up.connect(self._refresh)
        controller.set_changed.connect(self._show_kept)
        controller.tick_kept.connect(lambda _: self.details.say(""))
        controller.refused.connect(self._refused)
        self.header.asked.connect(self.run)
        self.header.named.connect(
            lambda text: controller.edit("rename session", lambda now: replace(now, name=text))
        )
        self.details.noted.connect(
            lambda text: controller.edit("session notes", lambda now: replace(now, notes=text))
        )
        self.details.asked.connect(self.run)
        self.grid.entry_wanted.connect(self.entry.field.setFocus)
        self.empty.start_wanted.connect(self.start)
        self.empty.asked.connect(self.run)
        self.grid.plates_wanted.connect(self.plates_wanted)
        self.grid.library_wanted.connect(
            lambda exercise_id: self.open_requested.emit("exercise", exercise_id)
        )
        self.entry.exercise_wanted.connect(self.adding.go_on_with)
        self.entry.paste_wanted.connect(self.paste_wanted)
        self.entry.help_wanted.connect(lambda: self.action_requested.emit("typing"))
        self.rest.title_changed.connect(self.title_changed)
        self.context.profile_changed.connect(self._refresh)
        self.context.exercises_changed.connect(self._refresh)

    # the session comes and goes
    def _opened(self) -> None:
        self.details.say("")
        self.empty.say("")
        self._body.setCurrentWidget(self.grid)
        self._pages.setCurrentWidget(self._layout)
        self._refresh()
        self.resting.resume()
        self.session_opened.emit()
        self.grid.focus_next()

    def _closed(self) -> None:
        self._started_at = None
        self.header.stop()
        self.details.forget()
        self.rest.stop()
        self.grid.clear()
        self._pages.setCurrentWidget(self.empty)
        self.session_closed.emit()

    # what changes in it
    def _refresh(self) -> None:
        session = self.controller.session
        if session is None:
            return
        preferences = self.context.preferences
        self.header.show_session(session, len(self.controller.records), preferences)
        self._show_clock(session)
        self.details.show_session(session)
        self._place.refresh()
        self._chain()

    def _show_kept(self, set_id: UUID) -> None:
        """The tick is seen first; what goes with it follows."""
        row = self.grid.row_of(set_id)
        if row is not None and set_id not in self.controller.saving:
            row.show_kept()
        QTimer.singleShot(0, self, self._refresh)

    def _chain(self) -> None:
        """Tab goes on from the sets to what stands below them."""
        rest, entry = self.rest, self.entry
        chain: list[QWidget] = [self.grid.add_button, rest.shorter, rest.longer, rest.skip]
        chain += [entry.field, entry.paste, entry.help]
        if chain[0].nextInFocusChain() is not chain[1]:  # blocks came or went
            for first, second in pairwise(chain):
                self.setTabOrder(first, second)

    def _show_clock(self, session: WorkoutSession) -> None:
        since = None if session.is_after_the_fact else session.started_at
        if since is None:
            self.header.stand()
        elif since != self._started_at:
            self.header.run((self.context.services.clock() - since).total_seconds())
        self._started_at = since

    def _refused(self, set_id: UUID | None, field: object, words: str) -> None:
        if set_id is None:
            (self.details if self.has_session else self.empty).say(words)
