"""The rest in the window's title, where it is seen also while the window is not."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


class RestTitle:
    """Writes before the window's own title how long the rest is."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._own = ""

    def show(self, words: str) -> None:
        """'1:30' while it counts, other words for its end, nothing for no rest."""
        if not self._own:
            self._own = self._window.windowTitle()
        if not words:
            self._window.setWindowTitle(self._own)
            self._own = ""
            return
        counts = words[0].isdigit()
        self._window.setWindowTitle(
            f"{words} rest - {self._own}" if counts else f"{words} - {self._own}"
        )
        if not counts and QApplication.activeWindow() is None:
            QApplication.alert(self._window)
