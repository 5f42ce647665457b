"""A dock in a window, over a real data file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.services import Services
from desktop.ui.actions import keys_of
from desktop.ui.context import Context
from desktop.ui.session import block_list
from desktop.ui.session.dock import SessionDock
from tests.support import FakeClock, make_services

Open = Callable[[Context], SessionDock]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    made = make_services(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def open_dock(qtbot: QtBot) -> Iterator[Open]:
    windows: list[QMainWindow] = []

    def opened(context: Context) -> SessionDock:
        window = QMainWindow()
        qtbot.addWidget(window)
        windows.append(window)
        dock = SessionDock(context, window)
        for action in ("add", "finish"):  # as the main window's menu does
            window.addAction(keyed(window, dock, action))
        window.setCentralWidget(QWidget())
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        window.resize(900, 800)
        with qtbot.waitActive(window):
            window.show()
        return dock

    yield opened
    windows.clear()


def keyed(window: QMainWindow, dock: SessionDock, name: str) -> QAction:
    action = QAction(name, window)
    action.setShortcut(QKeySequence(keys_of(name)))
    action.triggered.connect(lambda: dock.run(name))
    return action


@pytest.fixture
def dock(context: Context, open_dock: Open) -> SessionDock:
    return open_dock(context)


@pytest.fixture(autouse=True)
def _no_pause_before_folding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_list, "FOLD_AFTER_MS", 0)


class Hands:
    """Types into whatever has the focus, as a lifter without a mouse does."""

    def __init__(self, qtbot: QtBot, context: Context) -> None:
        self._qtbot = qtbot
        self._context = context

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def enter(self, text: str) -> None:
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def settle(self) -> None:
        """Wait until everything asked for is stored, read and shown."""
        self._qtbot.waitUntil(lambda: not self._context.tasks.is_busy, timeout=20_000)

    def is_at(self, widget: QWidget) -> bool:
        """That widget has the focus."""
        return self.focus is widget

    @property
    def focus(self) -> QWidget:
        QApplication.processEvents()
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


@pytest.fixture
def hands(qtbot: QtBot, context: Context) -> Hands:
    return Hands(qtbot, context)
