"""What is measured on the screen: an application in our theme, and the log's profile open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.data import Log

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.ui.context import Context
    from desktop.ui.theme import Theme


@dataclass(frozen=True)
class Screen:
    """An application and a profile's context for screens."""

    app: QApplication
    theme: Theme
    context: Context

    def show(self, widget: QWidget, size: tuple[int, int], ready: SignalInstance) -> None:
        """Show a page in that size, and wait until it says that it is ready."""
        from PySide6.QtCore import QEventLoop

        waiting = QEventLoop()
        widget.resize(*size)
        ready.connect(waiting.quit)
        widget.show()
        waiting.exec()

    def settle(self) -> None:
        """Wait until nothing is under way."""
        while self.context.tasks.is_busy:
            self.app.processEvents()
        self.app.processEvents()


@contextmanager
def screen(log: Log) -> Iterator[Screen]:
    """The log opened; closed at the end."""
    from PySide6.QtWidgets import QApplication

    from desktop.ui.theme import Theme
    from tests.support import make_context

    services = log.open()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    user = next(one for one in services.accounts.users() if one.id == log.user_id)
    context = make_context(services, user)
    yield Screen(app, Theme(app), context)
    context.tasks.close()
    services.close()
