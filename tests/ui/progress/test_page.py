"""The Progress page: its tabs and the range that they share."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.muscles import MuscleGroup
from desktop.ui.progress.muscles import MusclesTab
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.progress.tabs import TABS
from tests.ui.pages import Log, open_log, show

BENCH = "Bench Press (Barbell)"
START = date(2025, 6, 2)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        for week, kilos in enumerate((100, 97.5, 102.5, 102.5)):
            day = START + timedelta(days=120 * week)
            opened.add(day, [(BENCH, [(kilos, 5, 9.0), (80, 13)])])
        yield opened


def test_tabs_are_turned_by_keys(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, ProgressPage, log)
    assert isinstance(page.tab, StrengthTab)
    for key, modifier, place in (
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, 1),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, 0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, len(TABS) - 1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, 0),
    ):
        page.tabs.setFocus()
        QTest.keyClick(page.tabs, key, modifier)
        assert page.tabs.currentIndex() == place
        qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def test_all_tabs_share_one_range(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, ProgressPage, log)
    last = START + timedelta(days=360)
    assert page.ranges.range == (last.replace(year=2025), None)
    QTest.mouseClick(page.ranges.chips.button(0), Qt.MouseButton.LeftButton)
    assert page.ranges.range == (date(2026, 2, 28), None)
    strength = page.tab
    assert isinstance(strength, StrengthTab)
    low, _ = strength.card.chart.plotItem.vb.viewRange()[0]
    with qtbot.waitSignal(page.loaded):
        weekly = page.go("Muscles")
    assert isinstance(weekly, MusclesTab)
    assert weekly.weekly.bars.plotItem.vb.viewRange()[0][0] == pytest.approx(low, abs=14)


def test_days_can_be_chosen(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, ProgressPage, log)
    ranges = page.ranges
    QTest.mouseClick(ranges.chips.button(5), Qt.MouseButton.LeftButton)
    assert ranges.dates.isVisible()
    assert ranges.chips.button(2).isChecked(), "nothing is chosen yet"
    ranges.dates.first.setDate(QDate(2026, 1, 30))
    ranges.dates.last.setDate(QDate(2025, 9, 1))
    QTest.mouseClick(ranges.dates.button, Qt.MouseButton.LeftButton)
    chosen = ranges.range
    assert chosen == (date(2025, 9, 1), date(2026, 1, 30))
    assert ranges.chips.button(5).isChecked()
    assert ranges.chips.button(5).text() == "1 Sep 2025 \u2013 30 Jan 2026"
    page.tab.range_wanted.emit(date(2026, 1, 1), None)
    chosen = ranges.range
    assert chosen == (date(2026, 1, 1), None)
    assert ranges.chips.button(5).text() == "1 Jan 2026 \u2013 28 May 2026"
    QTest.mouseClick(ranges.chips.button(1), Qt.MouseButton.LeftButton)
    assert ranges.chips.button(5).text() == "Dates\u2026"


def test_a_tab_out_of_sight_catches_up(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, ProgressPage, log)
    with qtbot.waitSignal(page.loaded):
        weekly = page.go("Muscles")
    with qtbot.waitSignal(page.loaded):
        log.tell()
    assert isinstance(weekly, MusclesTab)
    page.go("Strength")
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
    with qtbot.assertNotEmitted(page.loaded, wait=20):
        page.go("Muscles")


def test_the_tab_is_kept_over_a_restart(qtbot: QtBot, log: Log, tmp_path: Path) -> None:
    for before, after in (("Strength", "Calendar"), ("Calendar", "Muscles"), ("Muscles", "Blocks")):
        page = ProgressPage(log.context)
        QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat, page)
        qtbot.addWidget(page)
        with qtbot.waitSignal(page.loaded):
            page.show()
        assert page.tabs.tabText(page.tabs.currentIndex()) == before
        with qtbot.waitSignal(page.loaded):
            page.go(after)
        qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def test_an_exercise_opens_on_its_tab(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, ProgressPage, log)
    with qtbot.waitSignal(page.loaded):
        page.go("Muscles")
    with qtbot.waitSignal(page.loaded):
        page.open_item(log.exercise(BENCH))
    assert isinstance(page.tab, StrengthTab)
    assert page.tab.chooser.currentText() == BENCH


def test_weekly_sets_are_summed_by_group(qtbot: QtBot, log: Log) -> None:
    weekly = log.services.progress.weekly_sets(log.user.id, None, None)
    assert max(weekly.groups[MuscleGroup.CHEST]) == 2.0
    page = show(qtbot, ProgressPage, log)
    with qtbot.waitSignal(page.loaded):
        tab = page.go("Muscles")
    assert isinstance(tab, MusclesTab)
    bars = tab.weekly.bars
    assert bars.count == len(weekly.weeks)
    bars.setFocus()
    QTest.keyClick(bars, Qt.Key.Key_Home)
    assert bars.accessibleDescription().startswith("Week 23 of 2025, from 2 Jun 2025: ")
    assert "Chest" in bars.accessibleDescription()


def test_an_empty_log_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with open_log(tmp_path / "new") as log:
        page = show(qtbot, ProgressPage, log)
        assert page.empty.isVisible()
        assert not page.tabs.isVisible()
        with qtbot.waitSignal(page.start_requested):
            QTest.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["Muscles", "Calendar"])
def test_days_without_training_lead_on_to_all_of_them(qtbot: QtBot, log: Log, name: str) -> None:
    page = show(qtbot, ProgressPage, log)
    page.go(name)
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)

    def ways_on() -> list[QPushButton]:
        found = page.tab.findChildren(QPushButton)
        return [one for one in found if one.text() == "Show everything" and one.isVisible()]

    assert not ways_on()
    page.ranges.pick(START + timedelta(days=10), START + timedelta(days=40))
    qtbot.waitUntil(lambda: len(ways_on()) == 1)
    QTest.keyClick(ways_on()[0], Qt.Key.Key_Space)
    assert page.ranges.range == (None, None)
    qtbot.waitUntil(lambda: not ways_on())
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
