"""Import: the preview, bringing in, stopping, taking back."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.domain.errors import CancelledError, RepbookError
from desktop.domain.history import Stats
from desktop.domain.transfer import ExportFormat, ImportPreview, MatchHow, Selection
from desktop.services.transfer import TransferService
from desktop.ui.transfer.import_dialog import ImportDialog
from tests.ui.pages import Log
from tests.ui.transfer.conftest import OpenImport, bring_in, names
from tests.ui.transfer.files import BENCH, STONE, TWO_DAYS, strong

Settle = Callable[[ImportDialog], None]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def stats(log: Log) -> Stats:
    return log.services.history.stats(log.user.id)


def test_a_file_is_shown_before_anything_is_kept(
    open_import: OpenImport, log: Log, tmp_path: Path
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    assert dialog.stack.currentWidget() is dialog.preview
    assert dialog.preview.summary.heading.text() == "strong.csv"
    assert dialog.preview.counts.text() == "2 new"
    assert dialog.go.text() == "Import 2 workouts"
    assert dialog.go.hasFocus()
    found = names(dialog)
    assert found[BENCH].how is MatchHow.NAME
    assert found[STONE].how_text == "will be created"
    assert stats(log).workouts == 0
    assert not log.context.undo.undo_label


def test_importing_keeps_tells_and_can_be_taken_back(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    with qtbot.waitSignal(log.context.notifier.changed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.stack.currentWidget() is dialog.outcome
    assert dialog.outcome.details.text() == "2 workouts added with 3 sets\n1 exercise created"
    assert (stats(log).workouts, stats(log).sets) == (2, 3)
    assert log.context.undo.undo_label == "import of strong.csv"
    log.context.undo_last()
    qtbot.waitUntil(lambda: stats(log).workouts == 0)
    log.context.redo_last()
    qtbot.waitUntil(lambda: stats(log).workouts == 2)
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
    dialog.go.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["history", "records"])
def test_the_result_leads_to_a_page(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    bring_in(dialog, qtbot)
    with qtbot.waitSignal(dialog.open_requested) as asked:
        getattr(dialog.outcome, name).click()
    assert asked.args == ["page", name]
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)


def test_the_second_time_there_is_nothing_to_do(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path
) -> None:
    path = strong(tmp_path / "strong.csv", TWO_DAYS)
    bring_in(open_import(path), qtbot)
    dialog = open_import(path)
    expected = "There is nothing new in this file: 2 here already."
    assert dialog.preview.counts.text() == expected
    assert not dialog.go.isVisible()
    assert dialog.leave.text() == "Close"
    assert dialog.leave.hasFocus()


def test_deleted_workouts_come_back_when_asked(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    path = strong(tmp_path / "strong.csv", TWO_DAYS)
    bring_in(open_import(path), qtbot)
    rows = log.services.history.rows(log.user.id)
    log.services.history.delete([rows[0].id])
    dialog = open_import(path)
    assert not dialog.go.isVisible()
    dialog.preview.restore.click()
    settle(dialog)
    assert dialog.go.text() == "Bring back 1 workout"
    bring_in(dialog, qtbot)
    assert stats(log).workouts == 2


def test_cancel_keeps_nothing(
    open_import: OpenImport,
    log: Log,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    cancelled = threading.Event()
    real = TransferService.run

    def slow(self: TransferService, user_id: Any, preview: Any, step: Any) -> Any:
        cancelled.wait(10)
        return real(self, user_id, preview, step)

    monkeypatch.setattr(TransferService, "run", slow)
    dialog.go.click()
    assert dialog.stack.currentWidget() is dialog.progress
    assert dialog.leave.hasFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    cancelled.set()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.preview)
    assert dialog.isVisible()
    assert dialog.preview.message.text() == CancelledError().what
    assert stats(log).workouts == 0
    assert not log.context.undo.undo_label
    assert STONE not in {one.name for one in log.services.library.all(log.user.id).values()}
    monkeypatch.undo()
    bring_in(dialog, qtbot)
    assert stats(log).workouts == 2


def test_a_fault_leaves_the_preview_as_it_was(
    open_import: OpenImport,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))

    def full(*_: object) -> None:
        raise RepbookError("The disk is full: nothing was kept.", "Free some space.")

    monkeypatch.setattr(TransferService, "run", full)
    dialog.go.click()
    qtbot.waitUntil(dialog.preview.message.isVisible)
    assert dialog.preview.message.text() == "The disk is full: nothing was kept. Free some space."
    assert dialog.go.text() == "Import 2 workouts"
    settle(dialog)


def test_a_wrong_file_is_told_and_gives_way_to_another(
    open_import: OpenImport, qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = tmp_path / "shopping.csv"
    wrong.write_text("milk,eggs\n2,12\n", encoding="utf-8")
    right = strong(tmp_path / "strong.csv", TWO_DAYS)
    dialog = open_import(wrong)
    assert dialog.stack.currentWidget() is dialog.fault
    assert "not a file that Repbook can read" in dialog.fault.what.text()
    assert dialog.fault.another.hasFocus()
    dialog.fault.another.click()
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    assert asked.isVisible()
    asked.selectFile(str(right))
    asked.accept()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.preview)
    assert dialog.preview.summary.heading.text() == "strong.csv"


def test_a_file_without_workouts_says_so_and_which_lines_are_wrong(
    open_import: OpenImport, tmp_path: Path
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", [("not a day", BENCH, 100, 5)]))
    assert dialog.stack.currentWidget() is dialog.fault
    assert dialog.fault.what.text() == "This file has no workouts."
    assert dialog.fault.problems.fold.text() == "1 line was left out"


def test_a_missing_file_is_told(open_import: OpenImport, tmp_path: Path) -> None:
    dialog = open_import(tmp_path / "gone.csv")
    assert "gone.csv" in dialog.fault.what.text()


def test_lines_that_are_left_out_are_listed(open_import: OpenImport, tmp_path: Path) -> None:
    rows = [*TWO_DAYS, ("2024-03-08 18:00:00", BENCH, float("inf"), 5)]
    dialog = open_import(strong(tmp_path / "strong.csv", rows))
    problems = dialog.preview.problems
    QAbstractItemModelTester(problems.model, FATAL, dialog)
    assert problems.fold.text() == "1 line was left out"
    assert not problems.table.isVisible()
    problems.fold.click()
    assert problems.table.isVisible()
    shown = [problems.model.index(0, column).data() for column in (0, 2)]
    assert shown == ["5", "left out"]


def test_files_come_one_after_the_other(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path
) -> None:
    first = strong(tmp_path / "one.csv", TWO_DAYS[:2])
    second = strong(tmp_path / "two.csv", TWO_DAYS[2:])
    dialog = open_import(first, second)
    assert dialog.place.text() == "File 1 of 2"
    bring_in(dialog, qtbot)
    assert dialog.next.hasFocus()
    assert not dialog.go.isVisible()
    dialog.next.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.preview)
    assert dialog.place.text() == "File 2 of 2"
    assert dialog.preview.summary.heading.text() == "two.csv"
    bring_in(dialog, qtbot)
    assert not dialog.next.isVisible()
    assert stats(log).workouts == 2


def test_repbooks_own_file_comes_through_the_same_dialog(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path
) -> None:
    bring_in(open_import(strong(tmp_path / "strong.csv", TWO_DAYS)), qtbot)
    transfer, user_id = log.services.transfer, log.user.id
    path = tmp_path / "repbook.json"
    transfer.export(user_id, path, ExportFormat.JSON, Selection(), lambda done, total: None)
    log.services.history.delete([row.id for row in log.services.history.rows(user_id)])
    dialog = open_import(path)
    assert dialog.preview.summary.note.text() == "Repbook"
    assert not dialog.preview.unit.isVisible()
    panel = dialog.preview.names
    assert not any(one.isVisible() for one in (panel.choose, panel.make_new, panel.as_found))
    panel.table.selectRow(0)
    panel.ask_exercise()
    assert not [one for one in dialog.findChildren(QDialog) if one.isVisible()]
    assert dialog.preview.counts.text().endswith("2 were deleted here.")
    dialog.preview.restore.click()
    qtbot.waitUntil(dialog.go.isVisible)
    bring_in(dialog, qtbot)
    assert stats(log).workouts == 2
    assert log.context.undo.undo_label == "import of repbook.json"


def test_leaving_while_reading_shows_nothing_more(log: Log, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ImportDialog(log.context, [strong(tmp_path / "strong.csv", TWO_DAYS)])
    qtbot.addWidget(dialog)
    shown: list[ImportPreview] = []
    dialog.flow.previewed.connect(shown.append)
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
    assert not shown


def test_every_control_says_what_it_is(open_import: OpenImport, tmp_path: Path) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    panel = dialog.preview.names
    for widget in (panel.table, panel.line.search, panel.only_new, panel.unit):
        assert widget.accessibleName()
    assert len(panel.table.actions()) == 4, "the context menu has what the buttons do"
