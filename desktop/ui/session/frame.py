"""A dock before anything is in it: where it may stand, and what it is like there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QScrollArea, QWidget

from desktop.ui.theme import colors

_AROUND = 48  # above and below the focus
_AREAS = (
    Qt.DockWidgetArea.LeftDockWidgetArea
    | Qt.DockWidgetArea.RightDockWidgetArea
    | Qt.DockWidgetArea.BottomDockWidgetArea
)
Whole = Callable[[QWidget], QWidget | None]


class DockFrame(QDockWidget):
    """Docks at three sides, or floats with an edge around it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._area: QScrollArea | None = None
        self._whole: Whole = _nothing
        self.setAllowedAreas(_AREAS)
        # a window of its own gets its focus after this
        self.topLevelChanged.connect(lambda _: QTimer.singleShot(0, self, self._hold_focus))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an edge around a floating dock: the desktop gives it none."""
        super().paintEvent(event)
        if self.isFloating():
            painter = QPainter(self)
            painter.setPen(colors(self).muted)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.end()

    def keep_in_view(self, area: QScrollArea, whole: Whole) -> None:
        """Show what is typed in when the area's room changes, with the whole that it is a part of.

        whole: what a widget in the area is a part of.
        """
        self._area, self._whole = area, whole
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # what is in it has its new place after this
            QTimer.singleShot(0, self, self._show_focus)
        return super().eventFilter(watched, event)

    def _hold_focus(self) -> None:
        """Go on typing where one was: what is dragged away leaves its focus behind."""
        focused: QWidget | None = self.window().focusWidget()
        if self._area is not None and (focused is None or not self._area.isAncestorOf(focused)):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_focus(self) -> None:
        focused: QWidget | None = self.window().focusWidget()
        if focused is None or self._area is None or not self._area.isAncestorOf(focused):
            return
        if (whole := self._whole(focused)) is not None:
            self._area.ensureWidgetVisible(whole, 0, 0)
        self._area.ensureWidgetVisible(focused, 0, _AROUND)


def _nothing(_: QWidget) -> None:
    return None
