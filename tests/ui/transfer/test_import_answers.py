"""Import: the questions that a file leaves open, and what the answers change."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.domain.transfer import ImportPreview
from desktop.domain.weight import Unit
from desktop.ui.transfer.import_dialog import ImportDialog
from desktop.ui.transfer.names_model import HOW, UNIT
from desktop.ui.widgets.exercise_picker import ExercisePicker
from tests.ui.pages import Log
from tests.ui.transfer.conftest import OpenImport, bring_in, names
from tests.ui.transfer.files import BENCH, SQUAT, STONE, TWO_DAYS, strong, strong_kg, strong_metric

Settle = Callable[[ImportDialog], None]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_unit_is_asked_where_the_file_has_none(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    panel = dialog.preview
    assert panel.unit.isVisible()
    assert panel.unit.kilograms.isChecked()
    panel.unit.pounds.click()
    assert {row.unit for row in names(dialog).values()} == {Unit.LB}
    assert panel.names.table.select_key(SQUAT)
    panel.names.take_unit(Unit.KG)
    settle(dialog)
    assert dialog.flow.answers.unit is Unit.LB
    assert dialog.flow.answers.units == {SQUAT: Unit.KG}
    assert names(dialog)[SQUAT].unit is Unit.KG
    bring_in(dialog, qtbot)
    rows = log.services.history.rows(log.user.id)
    weights = {
        log.context.exercise_name(block.exercise_id): str(block.sets[0].weight)
        for row in rows
        for block in log.services.history.get(row.id).exercises
    }
    assert weights[BENCH] == "100 lb"
    assert weights[SQUAT] == "140 kg"


def test_an_exception_that_is_the_rule_is_dropped(
    open_import: OpenImport, tmp_path: Path, settle: Settle
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    dialog.preview.names.table.select_key(SQUAT)
    dialog.preview.names.take_unit(Unit.LB)
    dialog.preview.unit.pounds.click()
    settle(dialog)
    assert dialog.flow.answers.units == {}


def test_a_file_with_its_unit_asks_nothing(open_import: OpenImport, tmp_path: Path) -> None:
    dialog = open_import(strong_kg(tmp_path / "strong.csv", TWO_DAYS))
    assert not dialog.preview.unit.isVisible()
    assert dialog.preview.names.table.isColumnHidden(UNIT)
    assert not dialog.preview.names.unit.isVisible()


def test_pounds_stored_as_kilograms_may_be_shown_as_pounds(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    pounds = [("2024-03-04 18:05:00", BENCH, 225 * 0.45359237, 5)]
    dialog = open_import(strong_metric(tmp_path / "strong.csv", pounds))
    assert dialog.preview.unit.as_pounds.isVisible()
    assert not dialog.preview.unit.pounds.isVisible()
    dialog.preview.unit.as_pounds.click()
    settle(dialog)
    bring_in(dialog, qtbot)
    row = log.services.history.rows(log.user.id)[0]
    session = log.services.history.get(row.id)
    assert str(session.exercises[0].sets[0].weight) == "225 lb"


def test_a_target_is_chosen_by_hand_and_given_up_again(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    panel = dialog.preview.names
    panel.only_new.click()
    assert [row.name for row in panel.model.rows] == [STONE]
    panel.table.select_key(STONE)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    picker = panel.findChild(ExercisePicker)
    assert picker is not None
    qtbot.waitUntil(lambda: picker.model.rowCount() > 0)
    picker.search.setText("squat barbell")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    settle(dialog)
    assert dialog.stack.currentWidget() is dialog.preview, "Enter has imported nothing"
    row = names(dialog)[STONE]
    assert row.how_text == "chosen by you"
    assert row.target == log.context.exercise_name(dialog.flow.answers.matches[STONE])
    panel.as_found.click()
    settle(dialog)
    assert names(dialog)[STONE].is_new
    panel.only_new.click()
    panel.table.select_key(BENCH)
    panel.make_new.click()
    settle(dialog)
    assert names(dialog)[BENCH].is_new
    bring_in(dialog, qtbot)
    assert "2 exercises created" in dialog.outcome.details.text()


def test_the_names_are_searched_and_their_model_is_sound(
    open_import: OpenImport, tmp_path: Path
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    panel = dialog.preview.names
    QAbstractItemModelTester(panel.model, FATAL, dialog)
    panel.line.search.setText("stone")
    assert [row.name for row in panel.model.rows] == [STONE]
    icons = [panel.model.index(0, n).data(Qt.ItemDataRole.DecorationRole) for n in (0, HOW)]
    assert icons[0] is None
    assert not icons[1].isNull()
    panel.line.search.setText("nothing like it")
    assert not panel.model.rows
    panel.line.search.clear()
    assert len(panel.model.rows) == 3


def test_enter_in_the_search_imports_nothing(
    open_import: OpenImport, log: Log, tmp_path: Path
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    dialog.preview.names.line.search.setFocus()
    QTest.keyClick(dialog.preview.names.line.search, Qt.Key.Key_Return)
    assert not dialog.flow.is_running
    assert dialog.isVisible()


def test_an_answer_that_is_overtaken_is_dropped(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    shown: list[ImportPreview] = []
    dialog.flow.previewed.connect(shown.append)
    for _ in range(3):
        dialog.preview.unit.pounds.click()
        dialog.preview.unit.kilograms.click()
    dialog.preview.unit.pounds.click()
    settle(dialog)
    assert [preview.answers.unit for preview in shown] == [Unit.LB]


def test_import_waits_for_what_was_answered_last(
    open_import: OpenImport, log: Log, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_import(strong(tmp_path / "strong.csv", TWO_DAYS))
    dialog.preview.unit.pounds.click()
    bring_in(dialog, qtbot)
    row = log.services.history.rows(log.user.id)[0]
    weight = log.services.history.get(row.id).exercises[0].sets[0].weight
    assert weight is not None
    assert weight.unit is Unit.LB
