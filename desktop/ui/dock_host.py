"""Keeps the session dock: makes it when it is first needed, shows and hides it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from desktop.ui.screens import Screens

if TYPE_CHECKING:
    from desktop.ui.context import Context
    from desktop.ui.session.dock import SessionDock

_WIDTH = 400


class DockHost(QObject):
    """The place of the session dock at the window's right; changed when it comes or goes."""

    changed = Signal()

    def __init__(self, window: QMainWindow, screens: Screens) -> None:
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._context: Context | None = None
        self._dock: QDockWidget | None = None

    @property
    def is_shown(self) -> bool:
        """The dock is to be seen."""
        return self._dock is not None and not self._dock.isHidden()

    @property
    def takes_room(self) -> bool:
        """The dock stands within the window, beside the page."""
        return self.is_shown and self._dock is not None and not self._dock.isFloating()

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
        dock, self._dock, self._context = self._dock, None, None
        if dock is not None:
            self._window.removeDockWidget(dock)
        self.changed.emit()
        return dock

    def start(self, request: object) -> None:
        """Start a session: None empty, ('template', id) or ('repeat', id)."""
        self._made().start(request)

    def show(self, shown: bool) -> None:
        """Show or hide the dock of the open session."""
        from PySide6.QtCore import Qt

        dock = self._made()
        dock.setVisible(shown)
        if shown:
            dock.raise_()
            dock.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _resume(self, context: Context) -> None:
        if context is self._context:
            self._made().resume_open()

    def _made(self) -> SessionDock:
        from PySide6.QtCore import Qt

        assert self._context is not None
        if self._dock is None:
            dock = cast("SessionDock", self._screens.dock(self._context, self._window))
            dock.setObjectName("sessionDock")
            self._dock = dock
            if not self._window.restoreDockWidget(dock):
                self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
                self._window.resizeDocks([dock], [_WIDTH], Qt.Orientation.Horizontal)
            dock.hide()
            dock.session_opened.connect(self._on_opened)
            dock.session_closed.connect(self._on_closed)
            dock.visibilityChanged.connect(lambda _: self.changed.emit())
            dock.topLevelChanged.connect(lambda _: self.changed.emit())
        return cast("SessionDock", self._dock)

    def _on_opened(self) -> None:
        self.show(True)
        self.changed.emit()

    def _on_closed(self) -> None:
        self.show(False)
        self.changed.emit()
