"""Export: what is taken, the file, faults and stopping."""

import csv
import json
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.session import WorkoutSession
from desktop.domain.transfer import ExportFormat, Selection
from desktop.services.transfer import TransferService
from desktop.ui.transfer.export_dialog import ExportDialog
from tests.ui.pages import Log
from tests.ui.transfer.conftest import OpenExport
from tests.ui.transfer.files import BENCH, SQUAT


@pytest.fixture
def sessions(log: Log) -> list[WorkoutSession]:
    return [
        log.add(date(2025, 3, 1), [(BENCH, [(90, 5)])], "Spring"),
        log.add(date(2026, 6, 1), [(SQUAT, [(140, 3)])], "Summer"),
        log.add(date(2026, 11, 10), [(BENCH, [(100, 5)])], "Autumn"),
    ]


def written(dialog: ExportDialog, path: Path, qtbot: QtBot) -> set[str]:
    """Write and return the names of the sessions in the file."""
    dialog.write(path)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.outcome)
    if path.suffix == ".json":
        found = json.loads(path.read_text(encoding="utf-8"))
        return {one["name"] for one in found["sessions"]}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["session"] for row in csv.DictReader(file)}


def test_everything_goes_to_a_spreadsheet(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_export(Selection())
    assert dialog.what.everything.isChecked()
    assert not dialog.what.chosen.isVisible()
    assert dialog.what.matching.text() == "3 workouts"
    assert dialog.go.text() == "Export 3 workouts\N{HORIZONTAL ELLIPSIS}"
    assert written(dialog, tmp_path / "out.csv", qtbot) == {"Spring", "Summer", "Autumn"}
    assert dialog.outcome.what.text() == "3 workouts written to out.csv"
    assert dialog.go.text() == "Done"
    dialog.go.click()
    assert not dialog.isVisible()


def test_a_range_of_days(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_export(Selection())
    assert dialog.what.first.date() == QDate(2025, 3, 1), "the log's first day is offered"
    dialog.what.first.setDate(QDate(2026, 1, 1))
    assert dialog.what.range.isChecked()
    dialog.what.last.setDate(QDate(2026, 6, 1))
    qtbot.waitUntil(lambda: dialog.what.matching.text() == "1 workout")
    dialog.format.buttons[ExportFormat.JSON].click()
    assert written(dialog, tmp_path / "out.json", qtbot) == {"Summer"}


def test_enter_in_a_day_counts_once_and_then_goes_on(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot
) -> None:
    dialog = open_export(Selection(None, date(2026, 1, 1), date(2026, 6, 30)))
    field = dialog.what.last
    field.setFocus()
    field.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.what.count is not None)
    asked: list[bool] = []
    dialog.go.clicked.connect(lambda: asked.append(True))
    dialog.go.clicked.disconnect(dialog._on_go)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked == [True]


def test_days_the_wrong_way_round_follow_the_one_just_set(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot
) -> None:
    dialog = open_export(Selection())
    what = dialog.what
    what.last.setDate(QDate(2025, 3, 1))
    what.first.setDate(QDate(2026, 6, 1))
    assert what.last.date() == QDate(2026, 6, 1)
    what.last.setDate(QDate(2024, 1, 1))
    assert what.first.date() == QDate(2024, 1, 1)
    assert what.count is None, "it is being counted"
    qtbot.waitUntil(lambda: what.count == 0)


@pytest.mark.parametrize(
    ("words", "count"),
    [("This month", 1), ("3 months", 1), ("12 months", 2), ("This year", 2), ("Last year", 1)],
)
def test_quick_ranges(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot, words: str, count: int
) -> None:
    dialog = open_export(Selection())
    chips = {one.text(): one for one in dialog.what.findChildren(QPushButton)}
    chips[words].click()
    assert dialog.what.range.isChecked()
    qtbot.waitUntil(lambda: dialog.what.count == count)


def test_nothing_matches(open_export: OpenExport, sessions: list[WorkoutSession]) -> None:
    dialog = open_export(Selection(None, date(2020, 1, 1), date(2020, 2, 1)))
    assert dialog.what.range.isChecked(), "the range of the page is taken over"
    assert dialog.what.matching.text() == "No workouts"
    assert not dialog.go.isEnabled()


def test_the_chosen_sessions(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_export(Selection((sessions[0].id, sessions[2].id)))
    assert dialog.what.chosen.isChecked()
    assert dialog.what.matching.text() == "2 workouts"
    assert written(dialog, tmp_path / "out.csv", qtbot) == {"Spring", "Autumn"}


def test_the_open_session_is_counted_and_written(
    open_export: OpenExport,
    log: Log,
    sessions: list[WorkoutSession],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    log.services.session.start(log.user.id)
    dialog = open_export(Selection())
    assert dialog.what.matching.text() == "4 workouts (one still open)"
    dialog.write(tmp_path / "out.json")
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.outcome)
    assert dialog.outcome.what.text() == "4 workouts written to out.json"
    dialog = open_export(Selection(tuple(one.id for one in sessions)))
    assert dialog.what.matching.text() == "3 workouts"
    dialog = open_export(Selection(None, None, date(2026, 11, 10)))
    assert dialog.what.matching.text() == "3 workouts", "from the log's first day"


def test_the_file_is_asked_for_with_a_name_that_says_what_it_is(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_export(Selection())
    dialog.format.buttons[ExportFormat.JSON].click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert Path(asked.selectedFiles()[0]).name == "repbook-2026-11-20.repbook"
    asked.selectFile(str(tmp_path / "mine.json"))
    asked.accept()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.outcome)
    assert (tmp_path / "mine.json").exists()


def test_a_fault_is_told_and_the_dialog_stays_usable(
    open_export: OpenExport, sessions: list[WorkoutSession], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_export(Selection())
    dialog.write(tmp_path / "no such folder" / "out.csv")
    qtbot.waitUntil(dialog.message.isVisible)
    assert "could not be written" in dialog.message.text()
    assert dialog.stack.currentWidget() is dialog.choices
    assert written(dialog, tmp_path / "out.csv", qtbot) == {"Spring", "Summer", "Autumn"}


def test_cancel_leaves_no_file(
    open_export: OpenExport,
    sessions: list[WorkoutSession],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = open_export(Selection())
    cancelled = threading.Event()
    real = TransferService.export

    def slow(*given: Any) -> int:
        cancelled.wait(10)
        return real(*given)

    monkeypatch.setattr(TransferService, "export", slow)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.write(folder / "out.csv")
    assert dialog.leave.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    cancelled.set()
    qtbot.waitUntil(dialog.message.isVisible)
    assert dialog.message.text() == "Stopped: no file was written."
    assert dialog.isVisible()
    assert not list(folder.iterdir())


def test_every_control_says_what_it_is(
    open_export: OpenExport, sessions: list[WorkoutSession]
) -> None:
    dialog = open_export(Selection())
    for widget in (dialog.what.range, dialog.what.first, dialog.what.last):
        assert widget.accessibleName()
    for made in dialog.format.buttons.values():
        assert made.accessibleDescription()
