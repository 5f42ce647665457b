"""The real window with its real pages over a small log, and hands that type into the palette."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changed
from desktop.domain.ids import new_id
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.ui.main_window import MainWindow
from desktop.ui.palette.palette import Palette
from desktop.ui.palette.rows import Row
from tests.ui.pages import Log, open_log
from tests.ui.real_window import open_window

BENCH = "Bench Press (Barbell)"
TODAY = date(2026, 11, 20)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        for week in range(5):
            day = TODAY - timedelta(1 + 7 * week)
            opened.add(day, [(BENCH, [(100 + week, 5)])], "Push A")
        opened.add(date(2024, 3, 12), [("Deadlift (Barbell)", [(150, 5)])], "Pull A")
        line = TemplateExercise(id=new_id(), exercise_id=opened.exercise(BENCH))
        template = WorkoutTemplate(
            id=new_id(), user_id=opened.user.id, name="Bench day", exercises=(line,)
        )
        change = opened.services.templates.save(opened.user.id, template)
        assert isinstance(change, Changed)
        yield opened


class Hands:
    """Opens the palette and types in it, as one does without a mouse."""

    def __init__(self, window: MainWindow, log: Log, qtbot: QtBot) -> None:
        self.window, self.log, self._qtbot = window, log, qtbot

    @property
    def palette(self) -> Palette:
        found = self.window.findChild(Palette)
        assert found is not None
        return found

    @property
    def rows(self) -> list[Row]:
        return list(self.palette.model.rows)

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.rows if row.run is not None]

    @property
    def current(self) -> str:
        row = self.palette.current
        return row.title if row is not None else ""

    @property
    def is_open(self) -> bool:
        return self.palette.isVisible()

    @property
    def dialog(self) -> QDialog:
        shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        assert len(shown) == 1
        return shown[0]

    def open(self, text: str = "") -> Palette:
        """Press the keys of the palette, and type."""
        self.settle()
        with self._qtbot.waitActive(self.window):  # a dialog may just have gone
            self.window.activateWindow()
        self._qtbot.keySequence(self.window, QKeySequence("Ctrl+K"))
        self.settle()
        assert self.is_open
        if text:
            QTest.keyClicks(self.palette.line, text)
        return self.palette

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.palette.line, key, modifier)
        self.settle()

    def choose(self, text: str, title: str) -> None:
        """Find something by its words and press Enter on it."""
        self.open(text)
        for _ in self.rows:
            if self.current == title:
                break
            self.press(Qt.Key.Key_Down)
        assert self.current == title
        self.press(Qt.Key.Key_Return)

    def settle(self) -> None:
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self.log.context.tasks.is_busy, timeout=20_000)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, log: Log) -> MainWindow:
    return open_window(qapp, qtbot, tmp_path, log)


@pytest.fixture
def hands(window: MainWindow, log: Log, qtbot: QtBot) -> Hands:
    return Hands(window, log, qtbot)
