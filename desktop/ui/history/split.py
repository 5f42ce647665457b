"""How the history shares its room between the table and the chosen session."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.sizes import px

_SIDES_FROM, _WIDE_FROM = 800, 1240
_LOW, _MIDDLE, _WIDE = range(3)


class HistorySplit(QSplitter):
    """The session below the table where it is narrow, beside it elsewhere."""

    def __init__(self, found: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(12)
        self.setChildrenCollapsible(False)
        self.addWidget(found)
        self.addWidget(detail)
        self.setStretchFactor(0, 1)
        self._stands: int | None = None

    def fit(self, page: QSize) -> None:
        """Share out anew where the page has crossed a border between the ways to stand.

        Between the borders the user's own division stays.
        """
        now = _room(page.width())
        if now == self._stands:
            return
        self._stands = now
        stacked = now == _LOW
        self.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        room = page.height() - px(120) if stacked else page.width() - 48
        part = room // 2 if stacked else px(400) if now == _MIDDLE else page.width() * 2 // 5
        self.setSizes([room - part, part])


def _room(width: int) -> int:
    """Whether the chosen session stands below the table, beside it, or wide beside it."""
    return _LOW if width < px(_SIDES_FROM) else _MIDDLE if width < px(_WIDE_FROM) else _WIDE
