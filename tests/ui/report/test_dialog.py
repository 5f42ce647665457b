"""The dialog of the report: choices, preview, saving and printing."""

import re
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.report.choices import PERIODS
from desktop.ui.report.dialog import ReportDialog
from tests.ui.pages import Log
from tests.ui.report.conftest import BENCH, DEADLIFT, PRESS, ROW, SQUAT, TODAY


def opened(log: Log, qtbot: QtBot) -> ReportDialog:
    paper = QPageSize(QPageSize.PageSizeId.A4)
    dialog = ReportDialog(log.context, paper=paper)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(dialog, qtbot)
    return dialog


def settle(dialog: ReportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: (
            dialog.report is not None
            and dialog.preview.image is not None
            and not dialog.context.tasks.is_busy
        )
    )


def names(dialog: ReportDialog, state: Qt.CheckState) -> list[str]:
    offered = dialog.choices.exercises
    items = [offered.item(row) for row in range(offered.count())]
    return [one.text() for one in items if one.checkState() == state]


def test_it_begins_with_three_months_and_what_was_done_most(half_year: Log, qtbot: QtBot) -> None:
    dialog = opened(half_year, qtbot)
    assert dialog.report is not None
    assert dialog.report.title == "21 Aug 2026 to 20 Nov 2026"
    assert names(dialog, Qt.CheckState.Checked) == [BENCH, SQUAT]
    assert dialog.choices.note.text() == "2 of at most 4 on the page"
    assert dialog.save_button.isEnabled()
    assert "Workouts: 14" in dialog.preview.accessibleDescription()


def test_another_period_and_unit(half_year: Log, qtbot: QtBot) -> None:
    dialog = opened(half_year, qtbot)
    everything = [words for words, _ in PERIODS].index("Everything")
    dialog.choices.period.setCurrentIndex(everything)
    dialog.choices.unit.setCurrentIndex(1)
    settle(dialog, qtbot)
    assert dialog.report is not None
    assert dialog.report.title == "29 May 2026 to 20 Nov 2026"
    assert dialog.report.figures[2].value.endswith(" lb")
    assert not dialog.choices.first.isEnabled()


def test_chosen_days(half_year: Log, qtbot: QtBot) -> None:
    dialog = opened(half_year, qtbot)
    dialog.choices.period.setCurrentIndex(len(PERIODS) - 1)
    assert dialog.choices.first.isEnabled()
    dialog.choices.first.setDate(QDate(2026, 10, 31))
    dialog.choices.last.setDate(QDate(2026, 10, 1))
    settle(dialog, qtbot)
    assert dialog.report is not None
    assert dialog.report.title == "1 Oct 2026 to 31 Oct 2026", "in their order"
    assert dialog.report.compared == "31 Aug 2026 to 30 Sep 2026", "as many days"


def test_at_most_four_exercises(log: Log, qtbot: QtBot) -> None:
    done = (BENCH, SQUAT, ROW, PRESS, DEADLIFT)
    log.add(TODAY, [(name, [(50, 5)] * (6 - at)) for at, name in enumerate(done)])
    dialog = opened(log, qtbot)
    offered = dialog.choices.exercises
    enabled = Qt.ItemFlag.ItemIsEnabled
    assert names(dialog, Qt.CheckState.Checked) == list(done[:4])
    assert not offered.item(4).flags() & enabled
    offered.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.choices.usual.isChecked()
    assert offered.item(4).flags() & enabled
    offered.item(4).setCheckState(Qt.CheckState.Checked)
    settle(dialog, qtbot)
    assert dialog.report is not None
    assert [one.name for one in dialog.report.lifts] == [SQUAT, ROW, PRESS, DEADLIFT]
    dialog.choices.usual.setChecked(True)
    settle(dialog, qtbot)
    assert names(dialog, Qt.CheckState.Checked) == list(done[:4])


def test_what_was_chosen_stays_in_another_period(half_year: Log, qtbot: QtBot) -> None:
    dialog = opened(half_year, qtbot)
    dialog.choices.exercises.item(0).setCheckState(Qt.CheckState.Unchecked)
    settle(dialog, qtbot)
    dialog.choices.period.setCurrentIndex(len(PERIODS) - 1)
    dialog.choices.first.setDate(QDate(2026, 6, 1))
    dialog.choices.last.setDate(QDate(2026, 6, 30))
    settle(dialog, qtbot)
    assert names(dialog, Qt.CheckState.Checked) == [SQUAT], "which was not done then"
    assert dialog.report is not None
    assert [one.name for one in dialog.report.lifts] == [SQUAT]
    assert not dialog.report.lifts[0].spots


def test_it_is_saved(half_year: Log, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(half_year, qtbot)
    said: list[str] = []
    half_year.context.notifier.said.connect(said.append)
    dialog.save_button.click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert Path(asked.selectedFiles()[0]).name == "progress-report-2026-11-20.pdf"
    path = tmp_path / "mine.pdf"
    asked.fileSelected.emit(str(path))
    asked.close()
    qtbot.waitUntil(lambda: said == ["Report saved as mine.pdf"])
    assert dialog.message.text() == "Report saved as mine.pdf"
    assert re.search(rb"/Count 1\b", path.read_bytes())


def test_a_fault_is_told_in_the_dialog(half_year: Log, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(half_year, qtbot)
    dialog.save(tmp_path / "gone" / "mine.pdf")
    qtbot.waitUntil(lambda: "could not be written" in dialog.message.text())
    assert dialog.message.property("role") == "error"


def test_it_is_printed(half_year: Log, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(half_year, qtbot)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.print_on(printer)
    qtbot.waitUntil(lambda: dialog.message.text() == "Report sent to the printer")
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF-")


def test_an_empty_log_can_not_be_saved(log: Log, qtbot: QtBot) -> None:
    dialog = opened(log, qtbot)
    assert not dialog.save_button.isEnabled()
    assert not dialog.print_button.isEnabled()
    assert dialog.choices.note.text() == "No exercises in this period"


def test_it_can_be_left_while_it_gathers(half_year: Log, qtbot: QtBot) -> None:
    dialog = opened(half_year, qtbot)
    dialog.choices.unit.setCurrentIndex(1)
    dialog.close_button.click()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not half_year.context.tasks.is_busy)


def test_sets_too_long_for_an_estimate(log: Log, qtbot: QtBot) -> None:
    log.add(TODAY, [(BENCH, [(50, 15)])])
    dialog = opened(log, qtbot)
    assert dialog.report is not None
    (lift,) = dialog.report.lifts
    assert lift.measure == "Heaviest weight, kg", "15 reps allow no estimate"


def test_the_keyboard_stays_where_it_ticks(half_year: Log, qtbot: QtBot) -> None:
    dialog = opened(half_year, qtbot)
    offered = dialog.choices.exercises
    offered.setFocus()
    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Space)
    settle(dialog, qtbot)
    assert names(dialog, Qt.CheckState.Checked) == [BENCH]
    assert offered.currentRow() == 1
