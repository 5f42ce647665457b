"""The calendar of training days by mouse and keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.ui.theme import colors
from desktop.ui.today.calendar import TrainingCalendar

TODAY = date(2026, 3, 4)
DAYS = {date(2026, 3, 3): 1, date(2026, 2, 27): 2}


@pytest.fixture
def months(qtbot: QtBot) -> TrainingCalendar:
    made = TrainingCalendar(3)
    qtbot.addWidget(made)
    made.resize(600, 240)
    made.set_days(DAYS, TODAY, 0)
    made.show()
    return made


def test_the_last_months_are_shown_across_new_year(months: TrainingCalendar) -> None:
    assert not months.place_of(date(2026, 1, 1)).isEmpty()
    assert not months.place_of(date(2026, 3, 31)).isEmpty()
    assert months.place_of(date(2025, 12, 31)).isEmpty()


def test_fewer_months_where_there_is_less_room(months: TrainingCalendar) -> None:
    months.resize(330, 240)
    assert months.place_of(date(2026, 1, 1)).isEmpty()
    assert not months.place_of(date(2026, 2, 1)).isEmpty()


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_weeks_start_where_the_user_says(months: TrainingCalendar, first_weekday: int) -> None:
    months.set_days(DAYS, TODAY, first_weekday)
    starts = [date(2026, 3, 7 + (first_weekday - 5) % 7 + n) for n in (0, 7)]
    lefts = {months.place_of(day).left() for day in starts}
    assert lefts == {min(months.place_of(date(2026, 3, d)).left() for d in range(1, 32))}


def test_the_keyboard_walks_and_opens(months: TrainingCalendar, qtbot: QtBot) -> None:
    chosen: list[object] = []
    months.day_chosen.connect(chosen.append)
    QTest.keyClick(months, Qt.Key.Key_Return)  # today was no training day
    QTest.keyClick(months, Qt.Key.Key_Right)  # the future is out of reach
    assert months.cursor_day == TODAY
    QTest.keyClick(months, Qt.Key.Key_Left)
    assert months.cursor_day == date(2026, 3, 3)
    assert months.accessibleDescription() == "Tue 3 Mar 2026: 1 session"
    QTest.keyClick(months, Qt.Key.Key_Return)
    assert chosen == [date(2026, 3, 3)]
    QTest.keyClick(months, Qt.Key.Key_Up)
    assert months.accessibleDescription() == "Tue 24 Feb 2026: no training"


def test_only_training_days_open_by_mouse(months: TrainingCalendar, qtbot: QtBot) -> None:
    chosen: list[object] = []
    months.day_chosen.connect(chosen.append)
    for day in (date(2026, 2, 26), date(2026, 2, 27)):
        spot = months.place_of(day).center()
        QTest.mouseClick(months, Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == [date(2026, 2, 27)]


def test_a_tip_says_what_a_day_had(months: TrainingCalendar) -> None:
    spot = months.place_of(date(2026, 2, 27)).center()
    tip = QHelpEvent(QEvent.Type.ToolTip, spot, months.mapToGlobal(spot))
    QApplication.sendEvent(months, tip)
    assert QToolTip.text() == "Fri 27 Feb 2026: 2 sessions"
    QToolTip.hideText()


def test_training_days_are_filled(months: TrainingCalendar) -> None:
    picture = months.grab().toImage()
    ratio = months.devicePixelRatioF()

    def color_at(day: date) -> QColor:
        spot = months.place_of(day).topLeft() + QPoint(4, months.place_of(day).height() // 2)
        return picture.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio))

    fill = colors(months).fill
    assert color_at(date(2026, 3, 3)) == fill
    assert color_at(date(2026, 3, 2)) != fill
