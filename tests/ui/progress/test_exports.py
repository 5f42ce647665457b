"""Every chart of the tabs is taken along with what it shows."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.ui.progress.blocks import BlocksTab
from desktop.ui.progress.calendar import CalendarTab
from desktop.ui.progress.exports import span_words
from desktop.ui.progress.muscles import MusclesTab
from desktop.ui.widgets.card import Card
from tests.ui.pages import Log, open_log
from tests.ui.progress.tabs import rest, show_tab

BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"
LAST = date(2026, 11, 17)


def fill(log: Log) -> None:
    for week in range(20):
        lifts = [(BENCH, [(100 - week, 5)] * 3), (SQUAT, [(120, 5)] * 2)]
        log.add(LAST - timedelta(7 * week), lifts, "Full body")


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path, fill=fill) as opened:
        yield opened


def menu_of(card: Card) -> QMenu:
    buttons = [one for one in card.findChildren(QToolButton) if one.menu() is not None]
    (button,) = [one for one in buttons if one.accessibleName() == "Export this chart"]
    menu = button.menu()
    assert isinstance(menu, QMenu)
    return menu


def copied(card: Card) -> list[list[str]]:
    """The table that the card's menu copies; its picture can be copied too."""
    menu = menu_of(card)
    menu.aboutToShow.emit()
    picture, data = menu.actions()[:2]
    assert picture.isEnabled()
    picture.trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    data.trigger()
    return list(csv.reader(QGuiApplication.clipboard().text().splitlines(), delimiter="\t"))


def test_the_muscles(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, MusclesTab, log, date(2026, 10, 1))
    header, *weeks = copied(tab.weekly)
    assert header[0] == "Week from"
    assert set(header) >= {"Chest", "Legs"}
    assert weeks[-1][0] == "2026-11-16"
    assert weeks[-1][header.index("Chest")] in ("3", "3.0")
    assert date.fromisoformat(weeks[0][0]) >= date(2026, 9, 28), "the weeks in view"
    sets = {row[0]: row[1] for row in copied(tab.body)}
    assert sets["Muscle"] == "Sets a week"
    assert float(sets["Chest"]) == 3
    sides = {row[0]: row[1] for row in copied(tab.balance)}
    assert float(sides["Push"]) > float(sides["Pull"])


def test_the_calendar(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, CalendarTab, log)
    header, *days = copied(tab.year)
    assert header == ["Day", "Sets", "Volume (kg)", "Minutes"]
    assert days[-1] == ["2026-11-17", "5", "2700.0", "60"]
    assert len(days) == 20
    header, *weekdays = copied(tab.weekdays)
    assert header == ["Weekday", "Sessions"]
    assert ["Tue", "20"] in weekdays
    assert ["18", "20"] in copied(tab.hours)


def test_blocks(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    rest(qtbot, log)
    header, *points = copied(tab.card)
    assert header == ["Block", "Week", "Day", "e1RM (kg)"]
    assert {row[0] for row in points} == {one.name for one in tab.blocks.blocks}
    assert ["Last 12 weeks", "11", "2026-11-17", "112.5"] in points


def test_nothing_to_take_along(qtbot: QtBot, tmp_path: Path) -> None:
    with open_log(tmp_path) as empty:
        tab = show_tab(qtbot, CalendarTab, empty)
        for card in (tab.year, tab.weekdays, tab.hours):
            menu = menu_of(card)
            menu.aboutToShow.emit()
            assert not any(one.isEnabled() for one in menu.actions() if not one.isSeparator())
        rest(qtbot, empty)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "the whole log"),
        (date(2026, 1, 1), None, "since 1 Jan 2026"),
        (None, date(2026, 1, 1), "until 1 Jan 2026"),
        (date(2026, 1, 1), date(2026, 2, 1), "1 Jan 2026 to 1 Feb 2026"),
    ],
)
def test_the_days_in_words(first: date | None, last: date | None, words: str) -> None:
    assert span_words((first, last)) == words
