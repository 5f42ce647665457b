"""The strength chart: a real time axis, values on hover and by keyboard, records told apart."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.strength_chart import ChartPoint, StrengthChart, ticks_over

POINTS = (
    ChartPoint(date(2026, 1, 1), 100.0),
    ChartPoint(date(2026, 2, 1), 102.5, True),
    ChartPoint(date(2026, 12, 1), 101.0),
)


@pytest.fixture
def chart(qtbot: QtBot) -> StrengthChart:
    made = StrengthChart()
    qtbot.addWidget(made)
    made.resize(400, 160)
    made.show_points(POINTS, date(2026, 1, 1), date(2026, 12, 31), lambda v: f"{v:g} kg", "e1RM")
    made.show()
    return made


def test_time_axis_is_real(chart: StrengthChart) -> None:
    first, second, third = (chart._x(point.day) for point in POINTS)
    assert (third - second) / (second - first) == pytest.approx(303 / 31)


def test_says_in_words_what_it_shows(chart: StrengthChart) -> None:
    assert chart.accessibleName() == "e1RM"
    assert chart.accessibleDescription() == (
        "3 values from 100 kg · 1 Jan 2026 to 101 kg · 1 Dec 2026; 1 record"
    )
    assert chart.value_text(POINTS[1]) == "102.5 kg · 1 Feb 2026 · record"


def test_mouse_shows_the_nearest_value(chart: StrengthChart) -> None:
    QTest.mouseMove(chart, QPoint(round(chart._x(POINTS[1].day)) + 3, 50))
    assert chart.hovered == POINTS[1]
    QTest.mouseMove(chart, QPoint(round(chart._x(date(2026, 7, 1))), 50))
    assert chart.hovered is None


def test_keys_walk_over_the_points(chart: StrengthChart) -> None:
    walked = []
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End)
    for key in keys:
        QTest.keyClick(chart, key)
        walked.append(chart.hovered)
    assert walked == [POINTS[2], POINTS[1], POINTS[0], POINTS[1], POINTS[2]]
    chart.grab()


def test_nothing_to_show_is_no_fault(qtbot: QtBot) -> None:
    chart = StrengthChart()
    qtbot.addWidget(chart)
    chart.show_points((), date(2026, 1, 1), date(2026, 1, 1), str)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    chart.grab()
    assert chart.hovered is None


def test_ticks_are_round_and_hold_every_value() -> None:
    assert ticks_over(98, 126, 4) == [90, 100, 110, 120, 130]
    assert ticks_over(50, 50, 4)[0] <= 50 <= ticks_over(50, 50, 4)[-1]
    assert len(ticks_over(0, 0, 4)) >= 2
