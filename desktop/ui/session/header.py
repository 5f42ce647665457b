"""The head of the dock, by which it is moved: the session's name, its clock, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import Preferences
from desktop.domain.counting import Counting
from desktop.domain.session import WorkoutSession
from desktop.domain.session_edits import progress
from desktop.ui.icons import icon
from desktop.ui.session.countdown import monotonic
from desktop.ui.session.drag import GRIP_WIDTH
from desktop.ui.session.header_menu import HeaderMenu
from desktop.ui.session.marks import BAR_WIDTH
from desktop.ui.sizes import px, scaled
from desktop.ui.theme import colors
from desktop.ui.widgets.texts import count_text, duration_text, volume_text

_REPAINT_MS = 250
_NAME_SIZE = 1.25  # above the headings of the exercises
_NAME_WIDTH = 420
_NAME_WIDTH_WIDE = 220
_ONE_LINE = 560  # wide enough for all in one line
_GRIP, _PADDING = 8, 7


class SessionHeader(QFrame):
    """The dock's title bar. named: the user wrote another name.

    asked: what the menu or the button asks for, see HeaderMenu; 'finish'.
    """

    named = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._started = 0.0
        self._name = ""
        self._is_wide = self._runs = False
        self._scale = 1.0
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.grip = Grip()
        self.title = QLabel("Session")
        self.title.setProperty("role", "muted")
        self.title.setIndent(_PADDING)
        self.name = QLineEdit()
        self.name.setProperty("role", "inline")
        self.name.setAccessibleName("Session name")
        self.name.setPlaceholderText("Session name")
        self.name.editingFinished.connect(self.commit)
        self.elapsed = QLabel()
        self.elapsed.setAccessibleName("Elapsed time")
        self._make_buttons()
        self.totals = QLabel()
        self.totals.setProperty("role", "muted")
        # a narrow dock is no reason to grow
        self.totals.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._clock = QTimer(self)
        self._clock.setInterval(_REPAINT_MS)
        self._clock.timeout.connect(self._show_elapsed)
        self._lay_out()
        self.set_scale(1)
        self.stop()

    def _make_buttons(self) -> None:
        self.finish = QPushButton("Finish")
        self.finish.setProperty("role", "primary")
        self.finish.setToolTip("Finish the session (Ctrl+Shift+Enter)")
        self.finish.clicked.connect(lambda: self.asked.emit("finish"))
        self.more = QToolButton()
        self.more.setIcon(icon("more", self))
        self.more.setAccessibleName("Actions for the session")
        self.more.setToolTip("Notes, times, place and more")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = HeaderMenu(self.more)
        self.menu.asked.connect(self.asked)
        self.more.setMenu(self.menu)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.grip)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.title)
        self._line.addWidget(self.name, 3)
        self._line.addStretch(1)
        self._line.addWidget(self.elapsed)
        self._line.addWidget(self.more)
        self._line.addWidget(self.finish)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        head.addLayout(self._line, 1)
        self._column.addLayout(head)
        self._column.addWidget(self.totals)

    def run(self, seconds_so_far: float) -> None:
        """Count from a session's start, so many seconds ago."""
        self._started, self._runs = monotonic() - seconds_so_far, True
        self.elapsed.show()
        self._show_elapsed()
        if self.isVisible():
            self._clock.start()

    def stand(self) -> None:
        """Count nothing: the session is one of the past."""
        self._runs = False
        self._clock.stop()
        self.elapsed.clear()
        self.elapsed.hide()

    def stop(self) -> None:
        """The session is over."""
        self.stand()
        self.name.setModified(False)
        self._show_parts(False)

    def show_session(self, session: WorkoutSession, records: int, preferences: Preferences) -> None:
        """Show what the session is called and how far it is."""
        self._name = session.name
        if not self.name.isModified():
            self.name.setText(session.name)
            self.name.setCursorPosition(0)
        so_far = progress(session, Counting.of(preferences))
        done = f"{so_far.done} of {count_text(so_far.total, 'set')}"
        parts = [done if so_far.total else "No sets yet"]
        if so_far.volume:
            parts.append(volume_text(so_far.volume, preferences.unit))
        if records:
            parts.append(count_text(records, "record"))
        self.totals.setText(" \u00b7 ".join(parts))
        self.menu.show_session(session)
        self._show_parts(True)

    def commit(self) -> None:
        """Take the name that is being written."""
        text = self.name.text().strip()
        was_modified = self.name.isModified()
        self.name.setModified(False)
        if was_modified and text and text != self._name:
            self.named.emit(text)
        elif not text:
            self.name.setText(self._name)

    def set_scale(self, scale: float) -> None:
        """Write so much larger than usual."""
        points = QFont(self.font()).pointSizeF()
        self.setStyleSheet(
            f"QLabel {{ font-size: {points * scale:.1f}pt; }}"
            f"QPushButton {{ font-size: {points * scale:.1f}pt; min-height: {px(30 * scale)}px; }}"
            f"QLineEdit {{ font-size: {points * _NAME_SIZE * scale:.1f}pt; font-weight: 600;"
            f" min-height: {px(26 * scale)}px; }}"
        )
        self.more.setIconSize(QSize(1, 1) * px(16 * scale))
        grip = px(_GRIP * scale)
        self.grip.setFixedWidth(grip)
        text = px(BAR_WIDTH) + px(GRIP_WIDTH * scale)  # where it begins in the exercises below
        self._column.setContentsMargins(max(0, text - _PADDING - grip), 10, 16, 8)
        self.totals.setContentsMargins(grip + _PADDING, 0, 0, 0)
        self._scale = scale
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._runs:
            self._show_elapsed()
            self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the clock of a hidden dock."""
        super().hideEvent(event)
        self._clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Stand in one line, where there is the room for it."""
        wide = self.width() >= px(_ONE_LINE * self._scale)
        width = _NAME_WIDTH_WIDE if wide else _NAME_WIDTH
        self.name.setMaximumWidth(px(width * self._scale))
        if wide is self._is_wide:
            return
        self._is_wide = wide
        if wide:
            self._line.insertWidget(2, self.totals, 4)
        else:
            self._column.addWidget(self.totals)

    def _show_parts(self, is_open: bool) -> None:
        self.title.setVisible(not is_open)
        self.name.setVisible(is_open)
        self.finish.setVisible(is_open)
        self.totals.setVisible(is_open)
        self.menu.set_open(is_open)

    def _show_elapsed(self) -> None:
        text = duration_text(int(monotonic() - self._started))
        if text != self.elapsed.text():
            self.elapsed.setText(text)


class Grip(QWidget):
    """Dots that say: here the dock is taken and moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scaled(self.setMinimumHeight, 24)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setToolTip("Drag to move the session; double-click to float or dock it")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors(self).muted)
        painter.translate(self.rect().center())
        painter.scale(self.width() / _GRIP, self.width() / _GRIP)
        for column in (-2, 2):
            for row in (-5, 0, 5):
                painter.drawEllipse(column - 1, row - 1, 2, 2)
        painter.end()
