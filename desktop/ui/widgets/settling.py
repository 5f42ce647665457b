"""Waiting until someone has stopped typing or choosing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def settling(owner: QObject, milliseconds: int, then: Callable[[], object]) -> QTimer:
    """A timer that calls `then` once, so long after it was last started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
