"""Says calmly that Repbook made an error: what happened, how the data is, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.reports import WHAT_IS_IN_IT
from desktop.ui.icons import icon
from desktop.ui.sizes import px, scaled
from desktop.ui.widgets.texts import count_text

_WIDTH, _REPORT_HEIGHT, _SIGN = 560, 240, 24
_SHOW, _HIDE = "Show &report", "Hide &report"


class FaultDialog(QDialog):
    """Stands beside the work, which can go on. restart_wanted: close and start anew."""

    restart_wanted = Signal()

    def __init__(self, title: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faultDialog")
        self.setWindowTitle("Repbook")
        self._report = ""
        self.sign = QLabel()
        self.sign.setPixmap(icon("info", self.sign).pixmap(px(_SIGN), px(_SIGN)))
        self.heading = QLabel(title)
        self.heading.setProperty("role", "heading")
        self.what = _text(what)
        self.safe = _text("Checking your data\N{HORIZONTAL ELLIPSIS}")
        self.advice = _text("")
        self.again = _text("")
        self.again.setProperty("role", "muted")
        self.again.hide()
        self.inside = _text(WHAT_IS_IN_IT)
        self.inside.setProperty("role", "muted")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Report")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        scaled(self.text.setMinimumHeight, _REPORT_HEIGHT)
        self.go_on = QPushButton("&Go on")
        self.go_on.setDefault(True)
        self.restart = QPushButton("Re&start Repbook")
        self.copy = QPushButton("&Copy report")
        self.copy.setIcon(icon("copy", self.copy))
        self.show_report = QPushButton(_SHOW)
        self.show_report.setProperty("role", "flat")
        for button in (self.restart, self.copy, self.show_report):
            button.setAutoDefault(False)
        self._lay_out()
        self._unfold(False)
        self.go_on.clicked.connect(self.accept)
        self.restart.clicked.connect(self._restart)
        self.copy.clicked.connect(self._copy)
        self.show_report.clicked.connect(lambda: self._unfold(self.text.isHidden()))
        self.go_on.setFocus()

    def say(self, safe: str, advice: str) -> None:
        """Say how the data is, and what can be done."""
        self.safe.setText(safe)
        self.advice.setText(advice)
        self.setAccessibleDescription(f"{self.what.text()} {safe} {advice}")
        self.adjustSize()

    def set_report(self, report: str) -> None:
        """Offer this to be read and copied."""
        self._report = report
        self.text.setPlainText(report)

    def set_count(self, times: int) -> None:
        """Say that the same error came again, in place of another dialog."""
        self.again.setText(f"It has happened {count_text(times, 'time')} by now.")
        self.again.setVisible(times > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            (focused if isinstance(focused, QPushButton) else self.go_on).click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.sign)
        head.addWidget(self.heading, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.show_report)
        buttons.addStretch(1)
        for button in (self.copy, self.restart, self.go_on):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        for label in (self.what, self.safe, self.advice, self.again):
            column.addWidget(label)
        column.addWidget(self.inside)
        column.addWidget(self.text, 1)
        column.addSpacing(4)
        column.addLayout(buttons)
        scaled(self.setMinimumWidth, _WIDTH)

    def _unfold(self, is_open: bool) -> None:
        self.text.setVisible(is_open)
        self.inside.setVisible(is_open)
        self.show_report.setText(_HIDE if is_open else _SHOW)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText("Copied")
        self._unfold(True)  # what was copied is to be seen

    def _restart(self) -> None:
        self.accept()
        self.restart_wanted.emit()


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label
