"""A calm strip above the page that says what went wrong and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.ui.icons import icon
from desktop.ui.sizes import px
from desktop.ui.widgets.styling import restyle


class MessageStrip(QFrame):
    """Hidden until there is something to say. A fault of our own has a report to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ""
        self._sign = ""
        self.setProperty("role", "strip")
        self.setAccessibleName("Message")
        self.sign = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton("Copy report")
        self.copy.setToolTip("Copy what a developer needs to find the fault")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        self.shut = QToolButton()
        self.shut.setIcon(icon("close", self.shut))
        self.shut.setAccessibleName("Close the message")
        self.shut.setToolTip("Close")
        self.shut.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.copy)
        row.addWidget(self.shut)
        self.hide()

    def show_fault(self, fault: BaseException) -> None:
        """Say what went wrong in plain words."""
        # not at the start, where nothing goes wrong yet
        import traceback

        from desktop.domain.errors import RepbookError
        from desktop.ui.tasks import words_for

        what, advice = words_for(fault)
        is_ours = not isinstance(fault, RepbookError)
        self._report = "".join(traceback.format_exception(fault)) if is_ours else ""
        self.copy.setVisible(is_ours)
        self._say("warning", f"{what} {advice}".strip())

    def show_words(self, words: str) -> None:
        """Say something that is no fault."""
        self.copy.hide()
        self._say("info", words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._sign:
            self._draw_sign()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _say(self, sign: str, words: str) -> None:
        self._sign = sign
        restyle(self, "role", "fault" if sign == "warning" else "strip")
        self._draw_sign()
        self.text.setText(words)
        self.setAccessibleDescription(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _draw_sign(self) -> None:
        self.sign.setPixmap(icon(self._sign, self).pixmap(px(20), px(20)))
