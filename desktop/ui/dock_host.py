"""Keeps the session dock: makes it when it is first needed, shows, hides and places it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSettings, QSize, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from desktop.ui.actions import PLACES, SessionState
from desktop.ui.dock_focus import focus_in, give_focus, has_focus, keep_on_screen
from desktop.ui.screens import Screens
from desktop.ui.sizes import px, scale

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QRect, Qt

    from desktop.domain.weight import Weight
    from desktop.ui.context import Context
    from desktop.ui.offers import Offer
    from desktop.ui.session.dock import SessionDock

_SIZE = QSize(400, 320)  # at a side so wide, at the bottom so high
_FLOATING, _FLOATING_MARGIN = QSize(420, 680), QSize(24, 48)
_KEY = "largeType"
_FLOATS = "place_floating"


class DockHost(QObject):
    """The place of the session dock in the window; changed when it comes, goes or moves.

    In large type it fills the window: the page is away meanwhile. made: there
    is a dock, for the window to listen to.
    """

    changed = Signal()
    made = Signal(object)

    def __init__(self, window: QMainWindow, screens: Screens, settings: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._settings = settings
        self._context: Context | None = None
        self._dock: QDockWidget | None = None
        self._before_large: QByteArray | None = None
        self._floated_at: QRect | None = None  # before the large type
        self.changed.connect(self._tell_dock)

    @property
    def is_shown(self) -> bool:
        """The dock is to be seen."""
        return self._dock is not None and not self._dock.isHidden()

    @property
    def state(self) -> SessionState:
        """What the menus tell of it."""
        dock = cast("SessionDock | None", self._dock)
        if dock is None:
            return SessionState()
        return SessionState(dock.has_session, self.is_shown, self.is_large, self._place(dock))

    @property
    def is_beside_page(self) -> bool:
        """The dock stands at the page's left or right and takes of its width."""
        return self.is_shown and self.state.place in ("place_left", "place_right")

    @property
    def is_large(self) -> bool:
        """The dock fills the window, in large type."""
        return self._before_large is not None

    @property
    def is_typed_in(self) -> bool:
        """What is typed goes into the dock."""
        return self._dock is not None and has_focus(self._dock)

    @property
    def weight_due(self) -> Weight | None:
        """The weight of the set to do next, where a session is open."""
        dock = cast("SessionDock | None", self._dock)
        return dock.weight_due if dock is not None else None

    def open_profile(self, context: Context) -> None:
        """Have the dock for this profile from now on."""
        self._context = context

    def resume(self) -> None:
        """Show the session that was open when the program ended, if there is one."""
        context = self._context
        if context is None or self.is_shown:
            return
        services, user = context.services, context.user.id
        context.tasks.read(
            lambda: services.session.open_session(user),
            lambda session: self._resume(context) if session is not None else None,
        )

    def close_profile(self) -> QDockWidget | None:
        """Take the dock out of the window and hand it over."""
        self._leave_large()
        dock, self._dock, self._context = self._dock, None, None
        if dock is not None:
            self._window.removeDockWidget(dock)
        self.changed.emit()
        return dock

    def start(self, request: object) -> None:
        """Start a session: None empty, ('template', id), ('repeat', id) or ('exercise', id).

        An exercise is added where a session is open.
        """
        if self.state.is_open and isinstance(request, tuple) and request[0] == "exercise":
            self.show(True)
        self._made().start(request)

    def offers(self) -> list[Offer]:
        """What can be done in the open session just now."""
        return self._made().offers() if self.is_shown else []

    def add(self, exercise_id: object) -> None:
        """Add an exercise to the open session, and show it there."""
        self.show(True)
        self._made().add(exercise_id)

    def run(self, action: str) -> None:
        """Have the dock do what an action's name says."""
        self._made().run(action)

    def show(self, shown: bool) -> None:
        """Show or hide the dock of the open session."""
        dock = self._made()
        if not shown:
            self._leave_large()
            if dock.isFloating() and has_focus(dock):
                self._window.activateWindow()
        dock.setVisible(shown)
        if shown:
            if self._wants_large and dock.has_session:
                self._enter_large()
            keep_on_screen(dock)
            give_focus(dock)
        self.changed.emit()

    def toggle(self) -> None:
        """Go to the dock; hide it when that is where one is."""
        dock = self._made()
        if self.is_shown and not has_focus(dock):
            give_focus(dock, focus_in(dock))
            self.changed.emit()  # it stays marked as shown
        else:
            self.show(not self.is_shown)

    def go_to(self, item: object) -> bool:
        """Show the open session, or a set in it; False where `item` is of another session."""
        dock = cast("SessionDock | None", self._dock)
        if dock is None or not dock.holds(item):
            return False
        self.show(True)
        dock.go_to(item)
        return True

    def place(self, place: str) -> None:
        """Put the dock where one of PLACES says; 'place_next': to the next of them."""
        dock = self._made()
        if not self.is_shown or self.is_large:
            return
        focused = focus_in(dock)
        if place == "place_next":
            names = [name for name, _ in PLACES]
            place = names[(names.index(self._place(dock)) + 1) % len(names)]
        area = self._areas().get(place)
        if area is None:
            dock.setFloating(True)
            seen = self._window.geometry() & self._window.screen().availableGeometry()
            size = (_FLOATING * scale()).boundedTo(seen.size() - _FLOATING_MARGIN)
            free = seen.size() - size - _FLOATING_MARGIN
            dock.resize(size)
            dock.move(seen.x() + max(0, free.width()), seen.y() + max(0, free.height()))
            keep_on_screen(dock)
        else:
            self._window.addDockWidget(area, dock)
            dock.setFloating(False)
            self._resize(dock)
        give_focus(dock, focused)
        self.changed.emit()

    def set_large(self, large: bool) -> None:
        """Fill the window in large type, or stand beside the page again."""
        self._settings.setValue(_KEY, large)
        dock = self._made()
        focused = focus_in(dock)
        if not large:
            self._leave_large()
        elif self.is_shown:
            self._enter_large()
        if self.is_shown:
            give_focus(dock, focused)
        self.changed.emit()

    def give_way(self) -> None:
        """Leave the large type if a page is to be seen."""
        if self.is_large:
            self.set_large(False)

    def window_state(self) -> QByteArray:
        """How docks and bars of the window stand, without the large type."""
        return self._before_large or self._window.saveState()

    @property
    def _wants_large(self) -> bool:
        return str(self._settings.value(_KEY, False)).lower() == "true"

    def _enter_large(self) -> None:
        dock = self._made()
        if self._before_large is not None:
            return
        self._before_large = self._window.saveState()
        self._floated_at = dock.geometry() if dock.isFloating() else None
        dock.setFloating(False)
        self._show_page(False)
        dock.set_large(True)

    def _leave_large(self) -> None:
        state, self._before_large = self._before_large, None
        if state is None:
            return
        dock = self._made()
        dock.set_large(False)
        self._show_page(True)
        self._window.restoreState(state)
        # it needs less room again when it is laid out
        where = self._floated_at
        QTimer.singleShot(0, dock, lambda: keep_on_screen(dock, where))

    def _show_page(self, shown: bool) -> None:
        for widget in (self._window.centralWidget(), self._window.statusBar()):
            if widget is not None:
                widget.setVisible(shown)

    def _resize(self, dock: QDockWidget) -> None:
        from PySide6.QtCore import Qt

        self._window.resizeDocks([dock], [px(_SIZE.width())], Qt.Orientation.Horizontal)
        self._window.resizeDocks([dock], [px(_SIZE.height())], Qt.Orientation.Vertical)

    def _tell_dock(self) -> None:
        if self._dock is not None:
            cast("SessionDock", self._dock).show_place(self.state.place, self.is_large)

    def _resume(self, context: Context) -> None:
        if context is self._context:
            self._made().resume_open()

    def _areas(self) -> dict[str, Qt.DockWidgetArea]:
        from PySide6.QtCore import Qt

        area = Qt.DockWidgetArea
        return {
            "place_right": area.RightDockWidgetArea,
            "place_left": area.LeftDockWidgetArea,
            "place_bottom": area.BottomDockWidgetArea,
        }

    def _place(self, dock: QDockWidget) -> str:
        if dock.isFloating():
            return _FLOATS
        area = self._window.dockWidgetArea(dock)
        return next((name for name, one in self._areas().items() if one == area), "place_right")

    def _made(self) -> SessionDock:
        from PySide6.QtCore import Qt

        assert self._context is not None
        if self._dock is None:
            dock = cast("SessionDock", self._screens.dock(self._context, self._window))
            dock.setObjectName("sessionDock")
            self._dock = dock
            if not self._window.restoreDockWidget(dock):
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
                self._resize(dock)
            dock.hide()
            dock.session_opened.connect(lambda: self.show(True))
            dock.session_closed.connect(lambda: self.show(False))
            for moved in (dock.visibilityChanged, dock.topLevelChanged, dock.dockLocationChanged):
                moved.connect(lambda _: self.changed.emit())
            self.made.emit(dock)
        return cast("SessionDock", self._dock)
