"""Takes care of what goes wrong: the log, crashes, and what to say after an unexpected end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop import logs
from desktop.reports import crash_text

if TYPE_CHECKING:
    from desktop.services.recovery import Found
    from desktop.ui.main_window import MainWindow
    from desktop.ui.watch import Watch


class Guard(QObject):
    """Logs what nobody caught and has the window tell it.

    was_left: the last run ended without giving the folder free. seen carries an
    error to the window's thread, and out of the paint that it may have come up in.
    """

    seen = Signal(object)

    def __init__(self, window: MainWindow, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.was_left = False
        self._window = window
        self._folder = folder
        self._crash = self._told = ""
        self._saw_session = False
        self._watch: Watch | None = None
        self.seen.connect(window.show_fault, Qt.ConnectionType.QueuedConnection)
        logs.start(folder, self.seen.emit)

    def watch(self) -> None:
        """Take care of crashes, Qt's messages and signals, which is for a program of its own."""
        from desktop.ui.watch import Watch

        self._crash = crash_text(self._folder)
        self._watch = Watch(self._folder, self.seen.emit, self._window.close, self)

    def tell_end(self) -> None:
        """Say what is there after an unexpected end, once, when a profile is open."""
        context = self._window.context
        if self.was_left and context is not None:
            self.was_left = False
            services, user = context.services, context.user.id
            context.tasks.read(lambda: services.recovery.look(user, quick=False), self._show_found)

    def _show_found(self, found: Found) -> None:
        from desktop.ui.fault_words import recovered

        window, crash = self._window, self._crash
        self._told = recovered(found)
        if found.session is not None:
            self._saw_session = window.dock.state.is_open
            window.dock.changed.connect(self._on_session)
        if not crash:
            window.show_words(self._told)
            return
        window.show_words(
            self._told,
            "Show report\N{HORIZONTAL ELLIPSIS}",
            lambda: window.dialogs.faults.show_end(crash, found),
        )

    def _on_session(self) -> None:
        """Take the words away with the session that they call open."""
        dock, strip = self._window.dock, self._window.strip
        if dock.state.is_open:
            self._saw_session = True
        elif self._saw_session:
            dock.changed.disconnect(self._on_session)
            if strip.text.text() == self._told:
                strip.hide()


def start_again(folder: Path) -> None:
    """Begin anew over the same data; this program is about to end."""
    is_frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if is_frozen else [sys.executable, "-m", "desktop"]
    subprocess.Popen([*program, "--data", str(folder)], start_new_session=True)
