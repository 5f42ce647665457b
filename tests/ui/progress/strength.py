"""The Strength tab on its page, over a log with four bench sessions a third of a year apart."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.progress import Measure
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.widgets.chart import Line
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from tests.ui.pages import Log, show
from tests.ui.progress.tabs import rest

BENCH = "Bench Press (Barbell)"
SQUAT = "Squat (Barbell)"
PULL = "Pull-Up"
PLANK = "Plank"
START = date(2025, 6, 2)
WEIGHTS = (100, 97.5, 102.5, 102.5)
DAYS = [START + timedelta(days=120 * n) for n in range(len(WEIGHTS))]
LAST = DAYS[-1]
Key = Qt.Key


def fill(log: Log) -> None:
    """Add the sessions."""
    log.add(START, [(PULL, [(0, 8)])])
    for day, kilos in zip(DAYS, WEIGHTS, strict=True):
        log.add(day, [(BENCH, [(kilos, 5, 9.0), (80, 13)])])


def strength(qtbot: QtBot, log: Log, size: tuple[int, int] = (1080, 716)) -> StrengthTab:
    """The tab on the page, with everything it asked for."""
    tab = show(qtbot, ProgressPage, log, size).tab
    assert isinstance(tab, StrengthTab)
    settle(qtbot, log, tab)
    return tab


def settle(qtbot: QtBot, log: Log, tab: StrengthTab) -> None:
    """Wait until lists and reasons are there, too."""
    qtbot.waitUntil(lambda: not tab.listing.isActive())
    rest(qtbot, log)


def page_of(tab: QObject) -> ProgressPage:
    """The page that a tab stands on."""
    while not isinstance(tab, ProgressPage):
        parent = tab.parent()
        assert parent is not None
        tab = parent
    return tab


def press_range(tab: StrengthTab, place: int) -> None:
    """Choose one of the ranges."""
    QTest.mouseClick(page_of(tab).ranges.chips.button(place), Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, log: Log, tab: StrengthTab, measure: Measure) -> None:
    """Chart another measure, as the keyboard does it."""
    box = tab.card.controls.measures
    with qtbot.waitSignal(tab.loaded):
        box.setFocus()
        QTest.keyClick(box, Key.Key_Home)
        for _ in range(box.findText(measure.label)):
            QTest.keyClick(box, Key.Key_Down)
        if measure is tab.card.controls.measure and box.currentIndex() == 0:
            box.activated.emit(0)
    settle(qtbot, log, tab)


def drawn_days(tab: StrengthTab, line: int = 0) -> list[date]:
    """The days of a line's points."""
    drawn = tab.card.drawn
    assert drawn is not None
    return [point.day for point in drawn.series[line].points]


def axis_values(tab: StrengthTab, line: int = 0) -> list[float]:
    """The values of a line, as the axis has them."""
    return [float(value) for value in tab.card.chart.lines[line].values]


def drawn_lines(tab: StrengthTab) -> tuple[Line, ...]:
    """The lines of the chart."""
    return tab.card.chart.lines


def has_band(tab: StrengthTab) -> bool:
    """A trend is drawn."""
    return tab.card.chart.band.is_shown


def pick(chooser: ExerciseChooser, typed: str) -> None:
    """Type a part of a name and take the first that is offered."""
    edit, completer = chooser.lineEdit(), chooser.completer()
    assert edit is not None
    assert completer is not None
    QTest.keyClicks(edit, typed)
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)


def type_name(chooser: ExerciseChooser, typed: str) -> None:
    """Type a part of a name and press Return, pointing at nothing."""
    edit, completer = chooser.lineEdit(), chooser.completer()
    assert edit is not None
    assert completer is not None
    QTest.keyClicks(edit, typed)
    popup = completer.popup()
    assert popup is not None
    QTest.keyClick(popup if popup.isVisible() else edit, Key.Key_Return)
