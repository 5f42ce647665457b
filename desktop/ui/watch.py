"""Watches over the running program: crashes, what Qt has to say, and the wish to end it."""

from __future__ import annotations

import logging
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QtMsgType,
    qInstallMessageHandler,
)

from desktop import logs

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class QtCriticalError(Exception):
    """What Qt calls critical."""


class Watch(QObject):
    """Begins when it is made; `told` hears of what Qt calls critical, `ended` of a wish to end."""

    def __init__(
        self,
        folder: Path,
        told: Callable[[BaseException], object],
        ended: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._told = told
        self._ended = ended
        logs.catch_crashes(folder)
        qInstallMessageHandler(self._on_message)
        self._listen_to_signals()

    def _on_message(self, kind: QtMsgType, where: QMessageLogContext, message: str) -> None:
        with suppress(OSError, ValueError):  # there may be no terminal
            sys.stderr.write(f"{message}\n")
        if kind in _LEVELS:
            _log.log(_LEVELS[kind], "%s", message)
        # a fatal one ends the program at once: the crash log has where
        if kind is QtMsgType.QtCriticalMsg:
            self._told(QtCriticalError(message))

    def _listen_to_signals(self) -> None:
        """End as if the window were closed when the system asks, as at a log-out.

        Python runs its handlers between its own steps alone, and Qt's loop has
        none: the socket wakes it.
        """
        here, there = socket.socketpair()
        for end in (here, there):
            end.setblocking(False)
        self._sockets = (here, there)
        signal.set_wakeup_fd(there.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: here.recv(64))
        names = ("SIGTERM", "SIGHUP", "SIGINT")
        for one in (getattr(signal, name, None) for name in names):
            if one is not None:
                signal.signal(one, lambda *_: self._ended())
