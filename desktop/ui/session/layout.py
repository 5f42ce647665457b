"""The parts of the dock, one below the other or side by side, as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.session.block import hairline
from desktop.ui.sizes import NO_LIMIT, SMALL, px
from desktop.ui.widgets.tab_order import put_in_order

MIN_WIDTH, _MIN_HEIGHT = 396, 200
_SIDE_WIDTH = 356
_MOST_WIDTH, _MOST_SIDE_WIDTH = 800, 480
_Down, _Up, _Across = (
    QBoxLayout.Direction.TopToBottom,
    QBoxLayout.Direction.BottomToTop,
    QBoxLayout.Direction.LeftToRight,
)


class Pages(QStackedWidget):
    """A stack that needs no more room than what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


class DockLayout(QWidget):
    """The sets in the middle; below them, or at their right in a wide dock, what goes with them.

    So a dock at the window's bottom shows more sets, and no line gets so long
    that the eye loses it.
    """

    def __init__(self, head: QWidget, body: QWidget, below: list[QWidget]) -> None:
        super().__init__()
        self._body = body
        self._scale = 1.0
        self.is_wide = False
        self._head = head
        self._line = hairline()
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(0)
        self._side_column.addStretch(0)
        self._below = below
        for widget in below:
            self._side_column.addWidget(widget)
        self._middle = QBoxLayout(_Down)
        self._middle.setSpacing(0)
        self._middle.addWidget(body, 1)
        self._middle.addWidget(self._line)
        self._middle.addWidget(self._side)
        self._middle.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hairline())
        column.addLayout(self._middle, 1)

    def set_scale(self, scale: float) -> None:
        """Leave room for type that is so much larger than usual."""
        self._scale = scale
        for part in (self._head, self._side):
            part.setStyleSheet(_sheet(self.font().pointSizeF(), scale))
        self._arrange(self.size())

    def minimumSizeHint(self) -> QSize:
        """What the parts need below each other: they go there before it gets too narrow."""
        needed = super().minimumSizeHint()
        width = px(MIN_WIDTH) if self.is_wide else max(px(MIN_WIDTH), needed.width())
        return QSize(width, max(px(_MIN_HEIGHT), needed.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size())

    def _arrange(self, size: QSize) -> None:
        side, scale = self._side, self._scale
        least = px((MIN_WIDTH + _SIDE_WIDTH) * scale)
        wide = size.width() >= least and size.width() > size.height() * 1.2
        side.setMinimumWidth(px(_SIDE_WIDTH * scale) if wide else 0)
        side.setMaximumWidth(px(_MOST_SIDE_WIDTH * scale) if wide else NO_LIMIT)
        self._body.setMaximumWidth(px(_MOST_WIDTH * scale) if wide else NO_LIMIT)
        if wide is self.is_wide:
            return
        self.is_wide = wide
        self._middle.setDirection(_Across if wide else _Down)
        self._middle.setStretchFactor(self._body, _MOST_WIDTH if wide else 1)
        self._middle.setStretchFactor(side, _MOST_SIDE_WIDTH if wide else 0)
        # what is left of a very wide dock stays free
        self._middle.setStretch(self._middle.count() - 1, int(wide))
        # the lowest comes first there: what is typed stays where it is when a rest comes and goes
        self._side_column.setDirection(_Up if wide else _Down)
        self._side_column.setStretch(0, int(wide))
        put_in_order(self._below[::-1] if wide else self._below)
        _turn(self._line, wide)


def _sheet(points: float, scale: float) -> str:
    """What the parts around the sets look like so much larger; empty for the usual size."""
    if scale == 1:
        return ""
    size, small = f"{points * scale:.1f}pt", f"{points * scale * SMALL:.1f}pt"
    return (
        f"QLabel, QPushButton, QLineEdit {{ font-size: {size}; }}"
        f'QLabel[role="caption"], QLabel[role="error"] {{ font-size: {small}; }}'
        f"QPushButton, QLineEdit {{ min-height: {px(28 * scale)}px; }}"
        f"QProgressBar {{ min-height: {px(6 * scale)}px; max-height: {px(6 * scale)}px; }}"
    )


def _turn(line: QFrame, upright: bool) -> None:
    """A line between what is side by side stands; between what is above and below it lies."""
    line.setMinimumSize(1, 1)
    line.setMaximumSize(*((1, NO_LIMIT) if upright else (NO_LIMIT, 1)))
