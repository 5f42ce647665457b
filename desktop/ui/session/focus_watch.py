"""Tells where the keyboard's focus goes within a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class FocusWatch(QObject):
    """Listens to the window that a widget is shown in, also when that becomes another one.

    moved carries the widget that has the focus now.
    """

    moved = Signal(object)

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self._window: QWindow | None = None
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._listen()
        elif event.type() == QEvent.Type.Hide:
            self._let_go()
        return False

    def _listen(self) -> None:
        window = self._watched.window().windowHandle()
        if window is not self._window:
            self._let_go()
            self._window = window
            if window is not None:
                window.focusObjectChanged.connect(self._tell)

    def _let_go(self) -> None:
        window, self._window = self._window, None
        if window is not None and isValid(window):
            window.focusObjectChanged.disconnect(self._tell)

    def _tell(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget):
            self.moved.emit(focused)
