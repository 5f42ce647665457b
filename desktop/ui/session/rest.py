"""The bar at the foot of the dock that counts the rest down."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.set_fields import clock_text
from desktop.ui.session.countdown import RestCountdown
from desktop.ui.widgets.styling import restyle

_STEP_SECONDS = 15
_REPAINT_MS = 200
_PARTS = 1000


class RestBar(QFrame):
    """Shows a RestCountdown. over: the rest has just ended."""

    over = Signal()

    def __init__(self, countdown: RestCountdown | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self.countdown = countdown or RestCountdown()
        self.setAccessibleName("Rest")
        self.time = QLabel()
        self.time.setProperty("role", "big")
        self.time.setAccessibleName("Rest left")
        self.bar = QProgressBar()
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Part of the rest that is left")
        self.words = QLabel()
        self.words.setProperty("role", "caption")
        self.following = QLabel()
        self.following.setProperty("role", "caption")
        self.following.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.shorter = QPushButton(f"\u2212{_STEP_SECONDS}")
        self.shorter.setAccessibleName("15 seconds less rest")
        self.shorter.clicked.connect(lambda: self._add(-_STEP_SECONDS))
        self.longer = QPushButton(f"+{_STEP_SECONDS}")
        self.longer.setAccessibleName("15 seconds more rest")
        self.longer.clicked.connect(lambda: self._add(_STEP_SECONDS))
        self.skip = QPushButton("Skip")
        self.skip.setAccessibleName("Skip the rest")
        self.skip.clicked.connect(self.stop)
        self._clock = QTimer(self)
        self._clock.setInterval(_REPAINT_MS)
        self._clock.timeout.connect(self.refresh)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(3)
        middle.addStretch(1)
        middle.addWidget(self.bar)
        middle.addWidget(self.words)
        middle.addWidget(self.following)
        middle.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.setSpacing(8)
        line.addWidget(self.time)
        line.addLayout(middle, 1)
        for button in (self.shorter, self.longer, self.skip):
            button.setMinimumWidth(0)
            button.setStyleSheet("padding: 0 9px;")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def start(self, seconds: int, following: str) -> None:
        """Count so many seconds down; `following` says what comes then."""
        words = f"Next: {following}" if following else ""
        self.following.setText(words)
        self.following.setToolTip(words)
        self.following.setVisible(bool(words))
        self.countdown.start(seconds)
        self._clock.start()
        self.show()
        self.refresh()

    def stop(self) -> None:
        """No rest: the bar goes away."""
        self.countdown.skip()
        self._clock.stop()
        self.hide()

    def refresh(self) -> None:
        """Read the clock and show what is left."""
        if not self.countdown.is_on:
            return
        is_over = self.countdown.is_over
        self.time.setText(clock_text(self.countdown.remaining))
        self.bar.setValue(round(self.countdown.part * _PARTS))
        self.words.setText(
            "Rest is over" if is_over else f"Rest of {clock_text(self.countdown.total)}"
        )
        self.shorter.setEnabled(not is_over)
        self.skip.setText("Close" if is_over else "Skip")
        restyle(self, "role", "strip" if is_over else "")
        if self.countdown.rings():
            QApplication.beep()
            self.over.emit()

    def _add(self, seconds: int) -> None:
        self.countdown.add(seconds)
        self.refresh()
