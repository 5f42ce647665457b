"""Keeps what the keyboard is in within view, wherever the rows around it go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.ui.session.set_row import SetRow

_ROOM_AROUND = 48
_A_FRAME_MS = 20
_LAID_OUT = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)


class Follower(QObject):
    """Scrolls an area to the row of the focus when that is another one or has another place.

    Where neither changed the area stays as the user scrolled it.
    """

    def __init__(self, area: QScrollArea, inside: QWidget) -> None:
        super().__init__(area)
        self._area, self._inside = area, inside
        self._wanted: QWidget | None = None
        self._seen: tuple[QWidget, int] | None = None
        # what is new has no place until it is laid out; and a tick is painted before
        # all that moves under it has to be
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_A_FRAME_MS)
        self._soon.timeout.connect(self._follow)
        inside.installEventFilter(self)

    def show(self, widget: QWidget) -> None:
        """Bring that into view, also where it was before."""
        self._wanted, self._seen = widget, None
        self._soon.start()

    def show_hidden(self, widget: QWidget) -> None:
        """Bring that into view unless all of it is."""
        if widget.visibleRegion().boundingRect().height() < widget.height():
            self.show(widget)

    def look(self) -> None:
        """The focus went elsewhere, or something has another place."""
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LAID_OUT:
            self._soon.start()
        return False

    def _follow(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or not isValid(wanted) or not wanted.isVisibleTo(self._area):
            wanted = self._focused()
        if wanted is None:
            return
        seen = (wanted, wanted.mapTo(self._inside, QPoint(0, 0)).y())
        if seen == self._seen:
            return
        is_asked, self._seen = self._seen is None, seen
        # what is under a pressed button stays there, or the click would be lost
        if is_asked or QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._area.ensureWidgetVisible(wanted, 0, _ROOM_AROUND)

    def _focused(self) -> QWidget | None:
        """The row that has the focus, or what else in the area has it."""
        focused: QWidget | None = self._area.window().focusWidget()
        if focused is None or not self._inside.isAncestorOf(focused):
            return None
        part: QWidget | None = focused
        while part is not None and part is not self._area and not isinstance(part, SetRow):
            part = part.parentWidget()
        return part if isinstance(part, SetRow) else focused
