"""What the tests of the dock's exercises do by hand and look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.domain.ids import new_id
from desktop.domain.templates import TargetReps, TemplateExercise
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.session.block import ExerciseBlock
from desktop.ui.session.block_head import Fold
from desktop.ui.session.dock import SessionDock
from tests.ui.session.conftest import Hands
from tests.ui.session.log import CTRL, TODAY, exercise

ROW = "Bent-Over Row (Barbell)"
UP, DOWN, RETURN = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return
WEEK_AGO = TODAY - timedelta(days=7)


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


def line(context: Context, name: str, sets: int = 2, **more: object) -> TemplateExercise:
    made = TemplateExercise(new_id(), exercise(context, name).id, sets, TargetReps(5, 5), kg(80))
    return replace(made, **more)  # type: ignore[arg-type]


def names(dock: SessionDock) -> list[str]:
    return [block.name.text() for block in dock.grid.blocks]


def folds(dock: SessionDock) -> list[Fold]:
    QApplication.processEvents()
    return [block.fold for block in dock.grid.blocks]


def tick(hands: Hands, times: int = 1) -> None:
    for _ in range(times):
        hands.press(RETURN, CTRL)


def choose(hands: Hands, block: ExerciseBlock, words: str) -> None:
    """Open the exercise's menu by its key from wherever the focus is in it, and choose."""
    window = block.window()
    hands.press(Qt.Key.Key_Period, CTRL)
    menu = next(one for one in block.findChildren(QMenu) if one.isVisible())
    actions = [one for one in menu.actions() if one.text().partition("\t")[0] == words]
    assert len(actions) == 1, [one.text() for one in menu.actions()]
    assert actions[0].isEnabled()
    menu.setActiveAction(actions[0])
    QTest.keyClick(menu, RETURN)
    hands.settle()
    back_to(window)


def back_to(window: QWidget) -> None:
    """Where there is a screen, the focus comes back by itself when a menu or dialog closes."""
    QApplication.processEvents()
    if QApplication.activeWindow() is None:
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
