"""The head of an exercise's block: its name and state; folded, it is all that is seen."""

from __future__ import annotations

from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui.icons import icon
from desktop.ui.session.block_view import BlockView
from desktop.ui.session.drag import Grip
from desktop.ui.session.keys import Command, command_of
from desktop.ui.session.marks import SupersetMark
from desktop.ui.sizes import SMALL, px
from desktop.ui.theme import colors
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.styling import restyle

_OPENING = (Qt.Key.Key_Right, Qt.Key.Key_Space)
_ICON = 16
_HEADING = 1.15  # as in the style sheet


class Fold(Enum):
    """How much of a block is seen. FINISHED: all of it, and it can be folded."""

    OPEN = auto()
    FINISHED = auto()
    FOLDED = auto()
    SKIPPED = auto()

    @property
    def is_folded(self) -> bool:
        """Only the head is seen."""
        return self in (Fold.FOLDED, Fold.SKIPPED)


class BlockHead(QWidget):
    """Takes the focus while the block is folded.

    opened: unfold, or take up again what was skipped. closed: fold again.
    commanded: a key of the grid. menu_wanted: the block's menu.
    """

    opened = Signal()
    closed = Signal()
    commanded = Signal(object)
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = Fold.OPEN
        self.grip = Grip(self)
        self.name = ElidedLabel("heading")
        self.summary = QLabel()
        self.summary.setProperty("role", "caption")
        self.record = QLabel("PR")
        self.record.setProperty("role", "record")
        self.record.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.superset = SupersetMark()
        self.take_up = QPushButton("Take up again")
        self.take_up.setProperty("role", "flat")
        self.take_up.clicked.connect(self.opened)
        self.fold_button = QToolButton()
        self.fold_button.clicked.connect(self._fold_clicked)
        self.more = QToolButton()
        self.more.setIcon(icon("more", self))
        self.more.setToolTip("What can be done with this exercise (Ctrl+.)")
        self.more.clicked.connect(self.menu_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        name = QHBoxLayout()
        name.setSpacing(0)
        name.addWidget(self.grip)
        name.addWidget(self.name, 1)
        line.addLayout(name, 1)
        for part in (self.summary, self.take_up, self.record, self.superset):
            line.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.fold_button)
        buttons.addWidget(self.more)
        line.addLayout(buttons)

    def show_view(self, view: BlockView) -> None:
        """Show the exercise's name and its place in a superset."""
        name = view.name
        self.name.setText(name)
        self.name.setToolTip(name)
        self.grip.setAccessibleName(f"Move {name}")
        self.more.setAccessibleName(f"Actions for {name}")
        self.take_up.setAccessibleName(f"Take up {name} again")
        self.superset.show_state(view.superset, view.is_due)

    def show_record(self, text: str, words: str) -> None:
        """The gold mark with what was beaten; hidden without words."""
        self.record.setVisible(bool(words))
        self.record.setText(text)
        self.record.setToolTip(words)
        self.record.setAccessibleName(f"Personal record: {words}" if words else "")

    def show_fold(self, fold: Fold, summary: str) -> None:
        """Show what stands in the one line while the block is folded."""
        self._fold = fold
        is_folded = fold.is_folded
        self.summary.setText(summary)
        self.summary.setVisible(is_folded)
        self.take_up.setVisible(fold is Fold.SKIPPED)
        self.fold_button.setVisible(fold in (Fold.FINISHED, Fold.FOLDED))
        # the name needs the room; its key and the right button work all the same
        self.more.setVisible(fold is not Fold.FOLDED)
        self.fold_button.setIcon(icon("right" if is_folded else "down", self))
        words = "Show the sets" if is_folded else "Fold the sets"
        self.fold_button.setToolTip(words)
        self.fold_button.setAccessibleName(f"{words} of {self.name.text()}")
        restyle(self.name, "role", "muted" if is_folded else "heading")
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if is_folded else Qt.FocusPolicy.NoFocus,
        )
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if fold is Fold.FOLDED else Qt.CursorShape.ArrowCursor)
        what = "take up again" if fold is Fold.SKIPPED else "show its sets"
        self.setAccessibleName(f"{self.name.text()}: {summary}" if is_folded else "")
        self.setAccessibleDescription(f"Enter: {what}" if is_folded else "")

    def set_scale(self, scale: float) -> None:
        """So many times the usual size."""
        points = self.font().pointSizeF() * scale
        plain = scale == 1.0
        self.name.setStyleSheet("" if plain else f"font-size: {points * _HEADING:.1f}pt;")
        for one in (self.summary, self.record, self.take_up):
            one.setStyleSheet("" if plain else f"font-size: {points * SMALL:.1f}pt;")
        for button in (self.fold_button, self.more):
            button.setIconSize(QSize(1, 1) * px(_ICON * scale))
        self.grip.set_scale(scale)
        self.superset.set_scale(scale)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and command_of(cast(QKeyEvent, event)) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command in (Command.NEXT, Command.TICK) or event.key() in _OPENING:
            self.opened.emit()
        elif command is not None:
            self.commanded.emit(command)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            if self._fold is Fold.FOLDED:
                self.opened.emit()
            elif self._fold is Fold.FINISHED:
                self.closed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors(self).accent, 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _fold_clicked(self) -> None:
        (self.opened if self._fold.is_folded else self.closed).emit()
