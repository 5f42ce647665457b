"""The window's size and place: kept over a restart, never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

_SIZE = QSize(1280, 800)
_SMALLEST = QSize(960, 608)
_SMALLEST_WITH_DOCK = QSize(1200, 608)
_FRAME = QSize(16, 40)  # room for what the desktop draws around a window, known once it stands


class WindowFrame:
    """Keeps how one window stands, and what is docked where in it."""

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        self._window = window
        self._settings = settings
        self.fit()

    def restore(self) -> None:
        """Stand as last time; the first time as large as the screen lets it."""
        geometry = self._settings.value("geometry")
        if geometry is None or not self._window.restoreGeometry(geometry):
            self._window.resize(_SIZE.boundedTo(self.room()))
        state = self._settings.value("state")
        if state is not None:
            self._window.restoreState(state)

    def keep(self, state: QByteArray) -> None:
        """Remember how it stands; state: of what is docked, as the window saves it."""
        self._settings.setValue("geometry", self._window.saveGeometry())
        self._settings.setValue("state", state)
        self._settings.sync()

    def fit(self, has_dock_beside: bool = False) -> None:
        """Leave room for a page and the dock beside it, unless the screen itself is too small."""
        least = _SMALLEST_WITH_DOCK if has_dock_beside else _SMALLEST
        self._window.setMinimumSize(least.boundedTo(self.room()))

    def room(self) -> QSize:
        """The largest window that the screen has room for."""
        return self._window.screen().availableSize() - _FRAME
