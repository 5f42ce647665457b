"""The parts of a set's row that take the focus: a cell to type in, and the tick."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QWidget

from desktop.domain.set_fields import Field
from desktop.ui.session.keys import Command, command_of
from desktop.ui.theme import colors
from desktop.ui.widgets.styling import restyle

WIDTHS = {
    Field.WEIGHT: 62,
    Field.REPS: 44,
    Field.DISTANCE: 60,
    Field.DURATION: 66,
    Field.RPE: 44,
    Field.RIR: 44,
}
TICK_WIDTH = 26


class Cell(QLineEdit):
    """One value of a set. committed: the focus left it, or a key asked for its text."""

    committed = Signal(object)
    commanded = Signal(object, object)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setProperty("role", "cell")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(WIDTHS[field])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_wrong(self) -> bool:
        """What stands in it could not be used."""
        return bool(self.property("invalid"))

    def show_value(self, text: str) -> None:
        """Show the stored value, unless something else is being typed here or was refused."""
        if self.text() != text and not self.isModified() and not self.is_wrong:
            self.setText(text)

    def settle(self, text: str) -> None:
        """What was typed is understood: show it as it is written everywhere."""
        self.mark(False)
        self.setModified(False)
        if self.text() != text:
            self.setText(text)

    def mark(self, is_wrong: bool) -> None:
        """Mark the field as wrong or right."""
        if self.is_wrong != is_wrong:
            restyle(self, "invalid", is_wrong)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event)
            if command_of(key) is not None:
                event.accept()
                return True
            if self._leaves_to_window(key):
                event.ignore()
                return True
        return super().event(event)

    def _leaves_to_window(self, key: QKeyEvent) -> bool:
        """Undo and redo belong to the window while nothing is being typed here."""
        is_history = key.matches(QKeySequence.StandardKey.Undo) or key.matches(
            QKeySequence.StandardKey.Redo
        )
        return is_history and not self.isModified()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is not None:
            self.commanded.emit(self, command)
        elif event.key() == Qt.Key.Key_Escape and (self.isModified() or self.is_wrong):
            self.textEdited.emit(self.text())
            self.setModified(False)
            self.committed.emit(self)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.committed.emit(self)


class TickButton(QAbstractButton):
    """Whether a set is done: an open circle, dots while it is being stored, a tick."""

    commanded = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_done = False
        self.is_saving = False
        self.setFixedSize(TICK_WIDTH, 26)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_state(self, is_done: bool, is_saving: bool, label: str) -> None:
        """Paint the state and say it to who cannot see it."""
        words = "being saved" if is_saving else "done" if is_done else "not done"
        self.setAccessibleName(f"{label}: {words}")
        self.setToolTip("Untick this set" if is_done else "Tick this set (Ctrl+Enter)")
        if (self.is_done, self.is_saving) != (is_done, is_saving):
            self.is_done, self.is_saving = is_done, is_saving
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(TICK_WIDTH, 26)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and command_of(cast(QKeyEvent, event)) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is not None:
            asked = Command.TICK if command is Command.NEXT else command
            self.commanded.emit(self, asked)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colors(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.is_saving:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.muted)
            for step in (-5, 0, 5):
                painter.drawEllipse(middle + QPointF(step, 0), 1.5, 1.5)
        elif self.is_done:
            pen = QPen(shown.good, 2.2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            corners = [middle + QPointF(x, y) for x, y in ((-5, 0.5), (-1.5, 4), (5, -3.5))]
            painter.drawPolyline(corners)
        else:
            painter.setPen(QPen(shown.accent if self.underMouse() else shown.muted, 1.6))
            painter.drawEllipse(middle, 6, 6)
