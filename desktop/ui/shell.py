"""The shell of the window: what stands at the first paint, before anything else is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.ui.area import Area, scrolled
from desktop.ui.side import Side
from desktop.ui.status import StatusBar
from desktop.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from desktop.ui.messages import MessageStrip

MENU_TITLES = ("&File", "&Edit", "&Session", "&View", "&Help")


class Shell(QMainWindow):
    """Pages at the side, titles of the menus, room for a page; painted: it is on the screen."""

    painted = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        settings.setParent(self)  # where dialogs find it
        self._was_painted = False
        self.setWindowTitle("Repbook")
        self.setAcceptDrops(True)
        self.menus = [self.menuBar().addMenu(title) for title in MENU_TITLES]
        self.side = Side()
        self.side.set_ready(False)
        self._above = QHBoxLayout()
        self._strip: MessageStrip | None = None
        self.area = Area()
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self._lay_out()
        self.frame = WindowFrame(self, settings)
        self.frame.restore()

    @property
    def strip(self) -> MessageStrip:
        """Where the window says what went wrong; made when it first has to."""
        from desktop.ui.messages import MessageStrip
        from desktop.ui.widgets.tab_order import put_in_order

        if self._strip is None:
            self._strip = MessageStrip()
            self._above.addWidget(self._strip)
            put_in_order([self.side, self._strip])
        return self._strip

    def show_words(
        self, words: str, more: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say something above the page that is no fault; `more` is a button that does `do`."""
        self.strip.show_words(words, more, do)

    def hush(self) -> None:
        """Say nothing above the page any more."""
        if self._strip is not None:
            self._strip.hide()

    def fill(self) -> None:
        """Make what comes directly after the first paint."""
        self.side.dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
            QTimer.singleShot(0, self, self.fill)

    def _lay_out(self) -> None:
        self._above.setContentsMargins(24, 12, 24, 0)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._above)
        middle.addWidget(scrolled(self.area), 1)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(middle, 1)
        self.setCentralWidget(central)
