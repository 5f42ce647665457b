"""What is particular to macOS: a double-click on a file comes as an event."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class MacApplication(QApplication):
    """file_opened carries the name of a file that is to be opened."""

    file_opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        # no event filter: that would be asked about every event of every widget
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def on_file(app: QApplication, opened: Callable[[Path], object]) -> None:
    """Call `opened` with every file that the system wants opened."""
    if isinstance(app, MacApplication):
        app.file_opened.connect(lambda name: opened(Path(name)))
