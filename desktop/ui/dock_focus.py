"""The keyboard's focus in a dock that may float, and a place for it on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget
from shiboken6 import isValid


def has_focus(dock: QDockWidget) -> bool:
    """What is typed goes into the dock."""
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and (focused is dock or dock.isAncestorOf(focused))


def focus_in(dock: QDockWidget) -> QWidget | None:
    """What has the focus within the dock, also while another window is in front."""
    focused: QWidget | None = dock.window().focusWidget()
    return focused if focused is not None and dock.isAncestorOf(focused) else None


def give_focus(dock: QDockWidget, to: QWidget | None = None) -> None:
    """Type on in the dock: at that part of it if it is still to be seen, else where is due."""
    # the enums of Qt would keep the first paint waiting
    from PySide6.QtCore import Qt

    dock.raise_()
    if QApplication.activeModalWidget() is None:
        dock.window().activateWindow()  # a floating dock is a window of its own
    there = to is not None and isValid(to) and dock.isAncestorOf(to) and to.isVisible()
    (to if there and to is not None else dock).setFocus(Qt.FocusReason.ShortcutFocusReason)


def keep_on_screen(dock: QDockWidget, wanted: QRect | None = None) -> None:
    """Bring a floating dock wholly onto its screen; wanted: where it should stand."""
    if not dock.isFloating():
        return
    rect, room = wanted or dock.geometry(), dock.screen().availableGeometry()
    size = rect.size().boundedTo(room.size())
    x = max(room.left(), min(rect.x(), room.right() + 1 - size.width()))
    y = max(room.top(), min(rect.y(), room.bottom() + 1 - size.height()))
    dock.setGeometry(QRect(x, y, size.width(), size.height()))
