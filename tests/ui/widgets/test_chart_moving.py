"""Several lines in one chart, a band behind them, and moving and zooming by mouse and keys."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.band import Band
from desktop.ui.widgets.chart import Drawing, TimeChart
from desktop.ui.widgets.texts import day_text
from tests.ui.widgets.points import POINTS, START, Point, in_a_window, line_of, show_points


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[TimeChart]:
    made = TimeChart("e1RM over time")
    show_points(made, POINTS, day_text)
    window = in_a_window(qtbot, made)
    yield made
    window.hide()


def two_lines(chart: TimeChart) -> None:
    other = [Point(point.day + timedelta(days=5), point.value + 50) for point in POINTS[:4]]
    chart.set_lines(
        [line_of(POINTS), line_of(other)], lambda line, at: (f"line {line}", str(at)), "{:g}".format
    )


def test_up_and_down_lead_to_the_other_line(chart: TimeChart) -> None:
    two_lines(chart)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "line 0: 1"
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "line 1: 1"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "line 1: 2"
    QTest.keyClick(chart, Qt.Key.Key_Up)
    assert chart.accessibleDescription() == "line 0: 2"


def test_lines_differ_by_more_than_colour(chart: TimeChart, qtbot: QtBot) -> None:
    two_lines(chart)
    chart.grab()
    first, second = chart._items
    assert first._curve.opts["pen"].style() == Qt.PenStyle.SolidLine
    assert second._curve.opts["pen"].style() == Qt.PenStyle.CustomDashLine
    assert first._dots.opts["symbol"] != second._dots.opts["symbol"]
    assert first._curve.opts["pen"].color() != second._curve.opts["pen"].color()


def test_no_line_is_drawn_across_a_long_gap(chart: TimeChart) -> None:
    days = [0, 5, 10, 60, 65, 200]
    points = [Point(START + timedelta(days=day), 100.0) for day in days]
    show_points(chart, points, day_text)
    [items] = chart._items
    assert items._curve.opts["connect"].tolist() == [1, 1, 0, 1, 0, 0]


def test_a_click_on_a_point_chooses_it_and_a_double_click_shows_everything(
    chart: TimeChart, qtbot: QtBot
) -> None:
    chart.show_span(POINTS[3].day, POINTS[6].day)
    box = chart.plotItem.vb

    def at(day: int, value: float) -> QPoint:
        return QPoint(chart.mapFromScene(box.mapViewToScene(QPointF(day, value))))

    place = at(POINTS[5].day.toordinal(), POINTS[5].value)
    with qtbot.waitSignal(chart.point_chosen) as chosen:
        QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [5]
    away = at(POINTS[4].day.toordinal() + 15, POINTS[6].value)
    with qtbot.assertNotEmitted(chart.point_chosen):
        QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=away)
    with qtbot.waitSignal(chart.span_chosen) as span:
        QTest.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=away)
    # Qt's double click leaves the button down
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=away)
    assert span.args == [None, None]


def test_keys_zoom_and_move_and_tell_where_they_come_to_rest(
    chart: TimeChart, qtbot: QtBot
) -> None:
    whole = chart.span.view
    with qtbot.waitSignal(chart.span_chosen) as chosen:
        QTest.keyClick(chart, Qt.Key.Key_Plus)
    low, high = chart.span.view
    assert high - low == pytest.approx((whole[1] - whole[0]) / 1.4)
    first, last = chosen.args
    assert low <= first.toordinal() < low + 1
    assert high - 1 < last.toordinal() <= high
    QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert chart.span.view[0] < low
    for _ in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert chart.span.view[1] == pytest.approx(whole[1])
    for _ in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Minus)
    assert chart.span.view == pytest.approx(whole)
    with qtbot.waitSignal(chart.span_chosen):
        pass


def test_the_view_goes_to_the_edges_of_the_days_asked_for(chart: TimeChart) -> None:
    for first, last in ((POINTS[2].day, POINTS[5].day), (None, POINTS[5].day), (START, None)):
        chart.show_span(first, last)
        shown = chart.span.days
        assert shown[1] == last or abs((shown[1] or START) - (last or START)) <= timedelta(days=2)
        assert (shown[0] or START) <= (first or START)


def test_a_band_widens_the_values_and_goes_with_the_lines(chart: TimeChart) -> None:
    days = np.array([float(point.day.toordinal()) for point in POINTS])
    level = np.full(len(days), 103.0)
    past = Band(days, level, level - 2, level + 2)
    later = days[-1] + np.arange(57.0)
    wide = 2 + np.sqrt(np.arange(57.0))
    now = np.full(57, 103.0)
    chart.band.set_band(past, Band(later, now, now - wide, now + wide), 40)
    show_points(chart, POINTS, day_text, Drawing(quiet=True, last=float(later[-1])))
    assert chart.span.view[1] > later[-1]
    assert chart.plotItem.vb.viewRange()[1][0] < 103 - wide[-1]
    assert not chart.band._fill.path().isEmpty()
    chart.grab()
    chart.show_span(POINTS[0].day, POINTS[3].day)
    assert chart.plotItem.vb.viewRange()[1][0] > 95
    chart.band.set_band(None, None, 40)
    assert not chart.band.is_shown
    assert not chart.band._fill.isVisible()


@pytest.mark.parametrize("way", [0, 200])
def test_a_drag_that_ends_elsewhere_chooses_no_point(
    chart: TimeChart, qtbot: QtBot, way: int
) -> None:
    chosen: list[int] = []
    chart.point_chosen.connect(chosen.append)
    spot = QPointF(POINTS[4].day.toordinal(), POINTS[4].value)
    start = chart.mapFromScene(chart.plotItem.vb.mapViewToScene(spot))
    left, port = Qt.MouseButton.LeftButton, chart.viewport()
    QTest.mousePress(port, left, pos=start)
    QTest.mouseRelease(port, left, pos=start - QPoint(way, 0))
    assert chosen == ([] if way else [4])
