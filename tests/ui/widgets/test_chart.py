"""The charts over time: ticks, hover, keyboard, bounds, theme, many points."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.ui.theme import DARK, LIGHT, palette
from desktop.ui.widgets.chart import Drawing, TimeChart
from desktop.ui.widgets.chart_legend import ChartLegend, Entry
from desktop.ui.widgets.chart_looks import Sample
from desktop.ui.widgets.texts import day_text
from desktop.ui.widgets.time_ticks import time_ticks
from desktop.ui.widgets.weekly_bars import SeriesLegend, WeeklyBars
from tests.ui.widgets.points import POINTS, START, Point, in_a_window, show_points


@pytest.fixture
def chart(qtbot: QtBot) -> Iterator[TimeChart]:
    made = TimeChart("e1RM over time")
    show_points(made, POINTS, day_text)
    window = in_a_window(qtbot, made)
    yield made
    window.hide()


@pytest.fixture
def bars(qtbot: QtBot) -> Iterator[WeeklyBars]:
    made = WeeklyBars("Weekly sets")
    weeks = [START + timedelta(days=7 * n) for n in range(10)]
    series = [("Chest", [4.0] * 10), ("Back", [float(n) for n in range(10)])]
    made.set_weeks(weeks, series, lambda day: f"Week of {day_text(day)}")
    window = in_a_window(qtbot, made)
    yield made
    window.hide()


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 20_000), st.integers(2, 12))
def test_ticks_are_few_and_within_the_span(first: date, days: int, most: int) -> None:
    last = first + timedelta(days=min(days, (date(2090, 1, 1) - first).days))
    ticks = time_ticks(first, last, most)
    assert len(ticks) <= most
    places = [day for day, _ in ticks]
    assert all(first <= day <= last for day in places)
    assert places == sorted(set(places))


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 20_000), st.integers(2, 12))
def test_a_new_year_says_so(first: date, days: int, most: int) -> None:
    ticks = time_ticks(first, first + timedelta(days=min(days, 10_000)), most)
    for (before, _), (after, text) in pairwise(ticks):
        if before.year != after.year:
            assert str(after.year) in text
    if ticks:
        assert str(ticks[0][0].year) in ticks[0][1]


def test_the_time_axis_is_real_and_its_labels_stay_apart(chart: TimeChart) -> None:
    low, high = chart.plotItem.vb.viewRange()[0]
    [(_, places)] = chart.days.tickValues(low, high, chart.plotItem.vb.width())
    texts = chart.days.tickStrings(places, 1, 1)
    assert all(texts)
    wide = max(chart.fontMetrics().horizontalAdvance(text) for text in texts)
    pixels = [(place - low) / (high - low) * chart.plotItem.vb.width() for place in places]
    assert all(later - earlier > wide for earlier, later in pairwise(pixels))


def test_the_mouse_shows_the_nearest_value(chart: TimeChart) -> None:
    box = chart.plotItem.vb
    spot = box.mapViewToScene(QPointF(POINTS[5].day.toordinal() + 3, 104))
    # a double click of a test before may have left the button down
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton)
    QTest.mouseMove(chart.viewport(), QPoint(1, 1))
    QTest.mouseMove(chart.viewport(), chart.mapFromScene(spot))
    assert chart.hovered == 5
    assert chart.card.isVisible()
    assert chart.cross.isVisible()
    assert chart.accessibleDescription() == f"{day_text(POINTS[5].day)}: 105 kg"
    assert chart.rect().contains(chart.card.geometry())
    QTest.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=chart.mapFromScene(spot))
    assert chart.hovered == 5


def test_the_keyboard_walks_over_the_points(chart: TimeChart, qtbot: QtBot) -> None:
    chosen: list[int] = []
    chart.point_chosen.connect(chosen.append)
    walked = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
    ):
        QTest.keyClick(chart, key)
        walked.append(chart.hovered)
    assert walked == [7, 6, 0, 0, 1, 7, 7]
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert chosen == [7]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.hovered is None
    assert not chart.card.isVisible()


def test_the_keyboard_brings_what_it_reaches_into_view(chart: TimeChart) -> None:
    chart.show_span(POINTS[6].day)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    low, high = chart.plotItem.vb.viewRange()[0]
    assert low <= POINTS[0].day.toordinal() <= high


def test_nobody_gets_lost_beyond_the_data(chart: TimeChart) -> None:
    box = chart.plotItem.vb
    box.setXRange(0, 5_000_000, padding=0)
    low, high = box.viewRange()[0]
    assert low >= POINTS[0].day.toordinal() - 5
    assert high <= POINTS[-1].day.toordinal() + 5
    middle = POINTS[4].day.toordinal()
    box.setXRange(middle, middle + 0.01, padding=0)
    low, high = box.viewRange()[0]
    assert high - low >= 14


def test_values_fit_to_what_is_in_view(chart: TimeChart) -> None:
    chart.show_span(POINTS[6].day)
    low, high = chart.plotItem.vb.viewRange()[1]
    assert low > 105
    assert high < 108
    show_points(chart, POINTS, day_text, Drawing(as_bars=True))
    low, _ = chart.plotItem.vb.viewRange()[1]
    assert low == 0


def test_there_is_no_foreign_menu_or_button(chart: TimeChart) -> None:
    assert not chart.plotItem.vb.menuEnabled()
    assert not chart.plotItem.autoBtn.isVisible()
    assert chart.plotItem.buttonsHidden


def test_records_are_gold_in_both_themes(
    chart: TimeChart, qapp: QApplication, qtbot: QtBot
) -> None:
    def gold_seen(gold: QColor) -> bool:
        spot = chart.mapFromScene(
            chart.plotItem.vb.mapViewToScene(QPointF(POINTS[3].day.toordinal(), POINTS[3].value))
        )
        picture = chart.grab().toImage()
        ratio = chart.devicePixelRatioF()
        seen = picture.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio))
        return bool(seen == gold)

    before, sheet = qapp.palette(), qapp.styleSheet()
    qapp.setStyleSheet("")  # a sheet would keep the palette of its theme
    try:
        for theme in (LIGHT, DARK):
            qapp.setPalette(palette(theme))
            qtbot.waitUntil(lambda: chart.backgroundBrush().color() == theme.surface)  # noqa: B023
            assert gold_seen(theme.gold_fill)
    finally:
        qapp.setPalette(before)
        qapp.setStyleSheet(sheet)


def test_one_point_and_none(chart: TimeChart) -> None:
    show_points(chart, POINTS[:1], day_text)
    low, high = chart.plotItem.vb.viewRange()[0]
    assert low < POINTS[0].day.toordinal() < high
    show_points(chart, (), day_text)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.hovered is None


def test_many_points_are_clipped_and_have_no_dots(chart: TimeChart, qapp: QApplication) -> None:
    many = [Point(START + timedelta(days=n // 5), 100 + n % 7) for n in range(20_000)]
    show_points(chart, many, day_text)
    chart.grab()
    [line] = chart._items
    assert not len(line._dots.data)
    x, _ = line._curve.getData()
    assert len(x) < 4 * chart.width()  # no more than the pixels need
    chart.show_span(many[-1].day - timedelta(days=10))
    assert len(line._dots.data)


def test_bars_are_stacked(bars: WeeklyBars) -> None:
    bottom, top = bars._bars
    assert list(top.opts["y0"]) == [4.0] * 10
    assert list(bottom.opts["height"]) == [4.0] * 10
    assert bars.plotItem.vb.viewRange()[1][0] == 0
    assert bars.plotItem.vb.viewRange()[1][1] > 13


def test_a_week_is_told_in_words(bars: WeeklyBars) -> None:
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert bars.accessibleDescription() == "Week of 4 Mar 2024: Back  9, Chest  4, 13 in all"
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert bars.accessibleDescription() == "Week of 1 Jan 2024: Chest  4, 4 in all"


def test_no_weeks(bars: WeeklyBars) -> None:
    bars.set_weeks([], [], day_text)
    assert bars.count == 0
    bars.grab()


def test_the_legend_names_every_series(qtbot: QtBot) -> None:
    legend = SeriesLegend()
    qtbot.addWidget(legend)
    legend.set_names(["Chest", "Back"])
    old = legend.findChildren(QLabel)[-1]
    legend.set_names(["Legs", "Arms", "Core"])
    with qtbot.waitSignal(old.destroyed):
        pass
    names = [label.text() for label in legend.findChildren(QLabel)]
    assert names == ["Legs", "Arms", "Core"]


def test_values_may_stand_still(chart: TimeChart) -> None:
    flat = [Point(point.day, 50.0) for point in POINTS]
    show_points(chart, flat, day_text)
    low, high = chart.plotItem.vb.viewRange()[1]
    assert low < 50 < high
    assert np.isfinite([low, high]).all()


def test_samples_are_as_dashed_as_the_lines(qtbot: QtBot) -> None:
    chart, legend = TimeChart("Chart"), ChartLegend()
    chart.dashed.connect(legend.set_dashed)
    window = in_a_window(qtbot, chart)
    qtbot.addWidget(legend)
    legend.show_entries([Entry(1, "Squat")])

    def drawn(count: int) -> QImage:
        points = [Point(START + timedelta(n), float(n)) for n in range(count)]
        show_points(chart, points, str)
        return legend.findChildren(Sample)[0].grab().toImage()

    few, many = drawn(20), drawn(300)
    assert few != many
    assert drawn(20) == few
    legend.set_dashed(False)
    legend.show_entries([Entry(1, "Bench")])
    assert legend.findChildren(Sample)[-1].grab().toImage() == many
    window.close()
