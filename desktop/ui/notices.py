"""Notices of the desktop: words that are seen also while the window is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from desktop.ui.tasks import Tasks

_PATIENCE_SECONDS = 2.0
_SHOWN_MS = 8000
_BUS_NAME = "org.freedesktop.Notifications"


class Notices(QObject):
    """Shows notices where the desktop has a place for them, and says nothing where it has none."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._tray: QSystemTrayIcon | None = None
        self._number = 0

    def show(self, title: str, words: str) -> None:
        """Show a notice; it takes the place of the one before."""
        if sys.platform == "linux":
            number = self._number
            self._tasks.read(lambda: send(title, words, number), self._remember)
        elif QSystemTrayIcon.isSystemTrayAvailable():
            self._show_in_tray(title, words)

    def _remember(self, number: int) -> None:
        self._number = number

    def _show_in_tray(self, title: str, words: str) -> None:
        from desktop.ui.icons import app_icon

        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.show()
        self._tray.showMessage(title, words, app_icon(), _SHOWN_MS)


def send(title: str, words: str, replaces: int = 0) -> int:
    """Ask the desktop over D-Bus to show a notice; its number, 0 where nobody shows any.

    Follows the Desktop Notifications Specification 1.2. Qt's own way is
    dropped in silence on desktops without a tray.
    """
    from jeepney import DBusAddress, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress("/org/freedesktop/Notifications", _BUS_NAME, _BUS_NAME)
    actions: list[str] = []
    hints: dict[str, tuple[str, object]] = {}
    arguments = ("Repbook", replaces, "repbook", title, words, actions, hints, _SHOWN_MS)
    message = new_method_call(address, "Notify", "susssasa{sv}i", arguments)
    try:
        with open_dbus_connection(bus="SESSION") as connection:
            reply = connection.send_and_get_reply(message, timeout=_PATIENCE_SECONDS)
    except (OSError, KeyError, TimeoutError, ValueError):  # no bus, nobody on it
        return 0
    is_shown = reply.header.message_type is MessageType.method_return
    return int(reply.body[0]) if is_shown else 0
