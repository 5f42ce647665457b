"""The strip below a chart, by mouse and by keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import DARK, LIGHT, palette
from desktop.ui.widgets.brush import Brush
from desktop.ui.widgets.brush_history import History

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ENDS = (1000.0, 2000.0)


@pytest.fixture
def brush(qtbot: QtBot) -> Brush:
    made = Brush("Days shown")
    qtbot.addWidget(made)
    made.resize(520, 44)
    days = np.concatenate([np.arange(1005.0, 1400.0, 3), np.arange(1700.0, 1995.0, 3)])
    made.set_history(History(days, 100 + np.sin(days), ENDS, 28.0))
    made.set_margins(20, 0)
    made.show_days(1500.0, 1700.0)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(brush: Brush, key: Key, modifier: Qt.KeyboardModifier) -> tuple[float, float]:
    QTest.keyClick(brush, key, modifier)
    return brush.chosen


def test_keys_move_and_stretch_within_the_history(brush: Brush) -> None:
    plain = Qt.KeyboardModifier.NoModifier
    assert press(brush, Key.Key_Left, plain) == pytest.approx((1480, 1680))
    assert press(brush, Key.Key_PageDown, plain) == pytest.approx((1580, 1780))
    assert press(brush, Key.Key_Right, SHIFT) == pytest.approx((1580, 1800))
    assert press(brush, Key.Key_Left, CTRL) == pytest.approx((1558, 1800))
    assert press(brush, Key.Key_Home, plain) == pytest.approx((1000, 1242))
    assert press(brush, Key.Key_Left, plain) == pytest.approx((1000, 1242))
    assert press(brush, Key.Key_End, plain) == pytest.approx((1758, 2000))
    for _ in range(60):
        QTest.keyClick(brush, Key.Key_Left, SHIFT)
    assert brush.chosen == pytest.approx((1758, 1772)), "two weeks are the least"
    assert press(brush, Key.Key_A, plain) == ENDS


def drag(brush: Brush, day: float, to: float) -> None:
    start, end = (QPoint(round(brush.x_of(one)), 22) for one in (day, to))
    QTest.mousePress(brush, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(brush, end)
    QTest.mouseRelease(brush, Qt.MouseButton.LeftButton, pos=end)


def test_ends_and_middle_are_dragged(brush: Brush) -> None:
    told: list[tuple[float, float]] = []
    brush.moved.connect(lambda *days: told.append(days))
    drag(brush, 1500, 1400)
    assert brush.chosen == pytest.approx((1400, 1700), abs=3)
    drag(brush, 1700, 1800)
    assert brush.chosen == pytest.approx((1400, 1800), abs=3)
    drag(brush, 1600, 1900)
    assert brush.chosen == pytest.approx((1600, 2000), abs=3), "as far as there is something"
    assert told[-1] == brush.chosen
    QTest.mouseClick(brush, Qt.MouseButton.LeftButton, pos=QPoint(round(brush.x_of(1300)), 22))
    assert brush.chosen == pytest.approx((1100, 1500), abs=3)
    QTest.mouseDClick(brush, Qt.MouseButton.LeftButton, pos=QPoint(200, 22))
    QTest.mouseRelease(brush, Qt.MouseButton.LeftButton, pos=QPoint(200, 22))
    assert brush.chosen == ENDS


def test_gaps_of_the_history_are_seen(brush: Brush) -> None:
    brush.show_days(*ENDS)
    picture: QImage = brush.grab().toImage()

    def ink(day: float) -> QColor:
        ratio = brush.devicePixelRatioF()
        return picture.pixelColor(round(brush.x_of(day) * ratio), round(38 * ratio))

    assert ink(1550) == LIGHT.window
    assert ink(1200) != LIGHT.window
    assert ink(1900) != LIGHT.window


def test_it_is_painted_in_both_themes(brush: Brush, qapp: QApplication) -> None:
    before, sheet = qapp.palette(), qapp.styleSheet()
    qapp.setStyleSheet("")
    try:
        for theme in (LIGHT, DARK):
            qapp.setPalette(palette(theme))
            QApplication.processEvents()
            middle = QPoint(round(brush.x_of(1600)), 8) * brush.devicePixelRatioF()
            assert brush.grab().toImage().pixelColor(middle) == theme.window
    finally:
        qapp.setPalette(before)
        qapp.setStyleSheet(sheet)


def test_a_history_of_one_value_and_of_none(brush: Brush) -> None:
    for count in (1, 0):
        brush.set_history(History(np.full(count, 1500.0), np.full(count, 5.0), ENDS, 28.0))
        brush.grab()
    brush.set_history(History(np.empty(0), np.empty(0), (0.0, 0.0), 28.0))
    assert not brush.isEnabled()
    brush.grab()


@pytest.mark.parametrize(("day", "to"), [(1300, 1600), (1600, 1300)])
def test_days_are_drawn_where_everything_is_chosen(brush: Brush, day: float, to: float) -> None:
    brush.show_days(*ENDS)
    drag(brush, day, to)
    assert brush.chosen == pytest.approx((1300, 1600), abs=2)
    drag(brush, 1450, 1500)
    assert brush.chosen == pytest.approx((1350, 1650), abs=4), "what is chosen is moved again"


def test_a_click_chooses_no_days_where_everything_is_chosen(brush: Brush) -> None:
    brush.show_days(*ENDS)
    drag(brush, 1300, 1302)
    assert brush.chosen == ENDS
