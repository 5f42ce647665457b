"""The tick at the end of a set's row."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.session.keys import Command, command_of, plain_modifiers
from desktop.ui.session.row_sizes import RowSizes, sizes
from desktop.ui.theme import colors

_ARROWS = {Qt.Key.Key_Left: Command.LEFT, Qt.Key.Key_Right: Command.RIGHT}


class TickButton(QAbstractButton):
    """Whether a set is done: an open circle, dots while it is being stored, a tick."""

    commanded = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_done = False
        self.is_saving = False
        self.set_sizes(sizes())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_sizes(self, given: RowSizes) -> None:
        """Be as large as the row."""
        self._sizes = given
        self.setFixedSize(self.sizeHint())

    def show_state(self, is_done: bool, is_saving: bool, label: str) -> None:
        """Paint the state and say it to who cannot see it."""
        words = "being saved" if is_saving else "done" if is_done else "not done"
        self.setAccessibleName(f"{label}: {words}")
        self.setToolTip("Untick this set" if is_done else "Tick this set (Ctrl+Enter)")
        if (self.is_done, self.is_saving) != (is_done, is_saving):
            self.is_done, self.is_saving = is_done, is_saving
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._sizes.tick, self._sizes.height)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and command_of(cast(QKeyEvent, event)) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is None and plain_modifiers(event) == Qt.KeyboardModifier.NoModifier:
            command = _ARROWS.get(Qt.Key(event.key()))
        if command is not None:
            asked = Command.TICK if command is Command.NEXT else command
            self.commanded.emit(self, asked)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.translate(QRectF(self.rect()).center())
        painter.scale(self._sizes.scale, self._sizes.scale)
        if self.is_saving:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.muted)
            for step in (-5, 0, 5):
                painter.drawEllipse(QPointF(step, 0), 1.5, 1.5)
        elif self.is_done:
            pen = QPen(shown.good, 2.2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([QPointF(x, y) for x, y in ((-5, 0.5), (-1.5, 4), (5, -3.5))])
        else:
            painter.setPen(QPen(shown.accent if self.underMouse() else shown.muted, 1.6))
            painter.drawEllipse(QPointF(), 6, 6)
