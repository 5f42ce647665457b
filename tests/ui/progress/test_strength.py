"""The Strength tab over a real log."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.library import ExerciseKind
from desktop.domain.weight import Unit
from desktop.ui.progress.metrics import METRICS
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from tests.ui.pages import Log, open_log, show

BENCH = "Bench Press (Barbell)"
PULL = "Pull-Up"
START = date(2025, 6, 2)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        opened.add(START, [(PULL, [(0, 8)])])
        for week, kilos in enumerate((100, 97.5, 102.5, 102.5)):
            day = START + timedelta(days=120 * week)
            opened.add(day, [(BENCH, [(kilos, 5, 9.0), (80, 13)])])
        yield opened


def strength(qtbot: QtBot, log: Log) -> StrengthTab:
    tab = show(qtbot, ProgressPage, log).tab
    assert isinstance(tab, StrengthTab)
    return tab


def chips(page: StrengthTab) -> list[str]:
    return [button.text() for button in page.exercise.chips.buttons() if button.isVisible()]


def test_the_last_exercise_is_charted(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    assert page.chooser.currentText() == BENCH
    chart = page.exercise.chart
    assert [point.day for point in chart.points] == [
        START + timedelta(days=120 * n) for n in range(4)
    ]
    # 5 reps at RPE 9 are 6 effective ones: Brzycki
    values = [kilos * 36 / 31 for kilos in (100, 97.5, 102.5, 102.5)]
    assert [point.value for point in chart.points] == pytest.approx(values, abs=0.001)
    assert [point.is_record for point in chart.points] == [False, False, True, False]
    assert chart.accessibleName() == f"e1RM of {BENCH} over time"


def test_the_number_can_be_changed(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    assert chips(page) == ["e1RM", "Heaviest", "Volume"]
    QTest.mouseClick(page.exercise.chips.button(2), Qt.MouseButton.LeftButton)
    first = page.exercise.chart.points[0]
    assert first.value == 100 * 5 + 80 * 13
    assert first.text == "1,540 kg"
    third = page.exercise.chart.points[2]
    assert third.text.splitlines() == ["1,552 kg", "Record: Best session volume"]


def test_the_value_card_tells_of_the_set(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    chart = page.exercise.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.hovered == 2
    assert chart.accessibleDescription() == (
        "28 Jan 2026: 119 kg, 102.5 kg × 5 @9, Record: Best e1RM"
    )
    with qtbot.waitSignal(page.session_wanted) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    session = log.services.history.get(opened.args[0])
    assert session.session_date == date(2026, 1, 28)


def test_why_explains_the_best(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    assert page.why.heading.text() == "Why 119 kg?"
    qtbot.waitUntil(lambda: "Brzycki" in page.why.text.text())
    assert "102.5" in page.why.text.text()
    assert "Done on 28 Jan 2026." in page.why.text.text()
    with qtbot.waitSignal(page.session_wanted):
        QTest.mouseClick(page.why.button, Qt.MouseButton.LeftButton)
    page.exercise.chips.button(1).click()
    assert page.why.heading.text() == "Why 102.5 kg?"


def test_the_rep_max_table_stands_beside_it(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    QAbstractItemModelTester(
        page.rep_maxes.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    lines = page.rep_maxes.rows.rows
    assert [line.weight for line in lines] == [102_500] * 5 + [80_000] * 7
    with qtbot.waitSignal(page.session_wanted):
        page.rep_maxes.table.selectRow(0)
        QTest.keyClick(page.rep_maxes.table, Qt.Key.Key_Return)


def test_typing_finds_an_exercise(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    page.focus_search()
    edit = page.chooser.lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, "pull")
    completer = page.chooser.completer()
    assert completer is not None
    assert completer.currentCompletion() == PULL
    popup = completer.popup()
    assert popup is not None
    with qtbot.waitSignal(page.loaded):
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
    assert page.chooser.currentText() == PULL
    assert chips(page) == ["Reps", "Heaviest"]
    assert page.rep_maxes.isHidden()
    assert page.exercise.chart.points[0].text == "8 reps"
    page.exercise.chips.button(1).click()
    assert page.exercise.nothing.isVisible()


def test_words_that_name_nothing_give_way(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    edit = page.chooser.lineEdit()
    assert edit is not None
    page.focus_search()
    QTest.keyClicks(edit, "nonsense")
    edit.editingFinished.emit()
    assert edit.text() == BENCH


def test_a_change_is_drawn_without_losing_the_exercise(qtbot: QtBot, log: Log) -> None:
    page = strength(qtbot, log)
    with qtbot.waitSignal(page.loaded):
        page.open_item(log.exercise(PULL))
    log.add(date(2026, 11, 1), [(BENCH, [(120, 5)]), (PULL, [(0, 12)])])
    with qtbot.waitSignal(page.loaded):
        log.tell()
    assert page.chooser.currentText() == PULL
    assert [point.is_record for point in page.exercise.chart.points] == [False, True]


def test_pounds_are_pounds(qtbot: QtBot, tmp_path: Path) -> None:
    with open_log(tmp_path / "lb", Unit.LB) as log:
        log.add(START, [(BENCH, [(100, 1)])])
        page = strength(qtbot, log)
        assert page.exercise.note.text() == "in lb"
        assert page.exercise.chart.points[0].value == pytest.approx(220.46, abs=0.01)
        assert page.exercise.chart.points[0].text.startswith("220.5 lb")


def test_every_kind_has_something_to_chart() -> None:
    assert set(METRICS) == set(ExerciseKind)
