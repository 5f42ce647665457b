"""A calm strip above the page that says what went wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.ui.icons import icon
from desktop.ui.sizes import px
from desktop.ui.widgets.styling import restyle


class MessageStrip(QFrame):
    """Hidden until there is something to say; a button beside it leads on where there is more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._do: Callable[[], object] | None = None
        self._sign = ""
        self.setProperty("role", "strip")
        self.setAccessibleName("Message")
        self.sign = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = QPushButton()
        self.more.clicked.connect(self._lead_on)
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
        row.addWidget(self.more)
        row.addWidget(self.shut)
        self.hide()

    def show_fault(self, fault: BaseException) -> None:
        """Say what went wrong in plain words."""
        from desktop.ui.tasks import words_for

        what, advice = words_for(fault)
        self.more.hide()
        self._say("warning", f"{what} {advice}".strip())

    def show_words(
        self, words: str, more: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say something that is no fault; `more` is a button that does `do`."""
        self._do = do
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self._say("info", words)

    def _lead_on(self) -> None:
        if self._do is not None:
            self._do()

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
