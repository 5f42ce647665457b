"""Everything in a session can be changed from the history, step by step and back."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.session import SetType, WorkoutSession
from desktop.domain.set_fields import Field
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.history.editing import SessionEditing
from desktop.ui.history.page import HistoryPage
from desktop.ui.widgets.exercise_picker import ExercisePicker
from tests.ui.history.conftest import PLANK, SQUAT, settle, stored


@pytest.fixture
def editing(page: HistoryPage, qtbot: QtBot) -> SessionEditing:
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert isinstance(page.detail.content, SessionEditing)
    return page.detail.content


def now(page: HistoryPage, qtbot: QtBot) -> WorkoutSession:
    """The session as it is stored when every change is kept."""
    settle(page, qtbot)
    assert page.detail.session is not None
    kept = stored(page.context, page.detail.session)
    assert kept == page.detail.session
    return kept


def tool(editing: SessionEditing, name: str) -> QToolButton:
    return next(b for b in editing.findChildren(QToolButton) if b.accessibleName() == name)


def test_name_place_and_notes(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot, context: Context
) -> None:
    editing.fields.name.selectAll()
    QTest.keyClicks(editing.fields.name, "Push day")
    editing.fields.location.setFocus()
    editing.fields.location.selectAll()
    QTest.keyClicks(editing.fields.location, "Garage")
    editing.fields.notes.setFocus()
    QTest.keyClicks(editing.fields.notes, "Cold")
    page.table.setFocus()
    session = now(page, qtbot)
    assert (session.name, session.location, session.notes) == ("Push day", "Garage", "Cold")
    assert page.model.row(0).name == "Push day"
    assert page.detail._name.text() == "Push day"
    for _ in range(3):
        context.undo_last()
    session = now(page, qtbot)
    assert (session.name, session.location, session.notes) == ("Push B", "Iron Works", "")
    assert editing.fields.name.text() == "Push B"
    assert editing.fields.notes.toPlainText() == ""


def test_day_time_and_duration_move_together(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    before = editing.session
    editing.fields.day.setDate(QDate(2026, 11, 17))
    editing.fields.start.setTime(QTime(6, 30))
    editing.fields.start.editingFinished.emit()
    session = now(page, qtbot)
    by = timedelta(days=-1, hours=-11, minutes=-30)
    assert session.started_at == before.started_at + by
    assert str(session.session_date) == "2026-11-17"
    assert session.ended_at is not None
    assert session.ended_at - session.started_at == timedelta(hours=1)
    first = session.exercises[0].sets[0].completed_at
    assert first == before.exercises[0].sets[0].completed_at + by  # type: ignore[operator]
    editing.fields.duration.setValue(45)
    editing.fields.duration.editingFinished.emit()
    session = now(page, qtbot)
    assert session.duration_minutes == 45
    assert session.ended_at == session.started_at + timedelta(minutes=45)
    editing.fields.duration.setValue(-1)
    editing.fields.duration.editingFinished.emit()
    assert now(page, qtbot).duration_minutes is None


def test_values_of_sets(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot, context: Context
) -> None:
    line = editing.blocks[0].lines[0]
    for field, text in ((Field.WEIGHT, "102,5"), (Field.REPS, "6"), (Field.RPE, "9.5")):
        cell = line.cells[field]
        cell.setFocus()
        cell.selectAll()
        QTest.keyClicks(cell, text)
        QTest.keyClick(cell, Qt.Key.Key_Return)
    session = now(page, qtbot)
    one = session.exercises[0].sets[0]
    assert (one.weight, one.reps, one.rpe) == (Weight.of("102.5", Unit.KG), 6, 9.5)
    assert editing.blocks[0].lines[0] is line, "what is edited stays in place"
    assert line.cells[Field.WEIGHT].text() == "102.5"
    line.type_box.setCurrentIndex(line.type_box.findData(SetType.WARM_UP.value))
    line.type_box.activated.emit(line.type_box.currentIndex())
    assert now(page, qtbot).exercises[0].sets[0].set_type is SetType.WARM_UP
    assert page.model.row(0).sets == 2
    context.undo_last()
    settle(page, qtbot)
    context.undo_last()
    one = now(page, qtbot).exercises[0].sets[0]
    assert (one.rpe, one.reps) == (None, 6)
    assert editing.blocks[0].lines[0].cells[Field.RPE].text() == ""


def test_what_is_no_value_is_told_and_not_kept(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    block = editing.blocks[0]
    cell = block.lines[1].cells[Field.RPE]
    cell.setFocus()
    cell.selectAll()
    QTest.keyClicks(cell, "11")
    page.table.setFocus()
    assert "no RPE" in block.fault.text()
    assert block.fault.isVisible()
    assert now(page, qtbot).exercises[0].sets[1].rpe == 8.5
    cell.setText("9")
    cell.editingFinished.emit()
    assert not block.fault.isVisible()
    assert now(page, qtbot).exercises[0].sets[1].rpe == 9


def test_sets_come_and_go(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot, context: Context
) -> None:
    exercise = editing.session.exercises[0]
    editing.blocks[0].asked.emit(exercise.id, "add_set")
    session = now(page, qtbot)
    added = session.exercises[0].sets[2]
    assert (added.weight, added.reps, added.rpe) == (Weight.of(100, Unit.KG), 4, None)
    assert added.completed_at == session.ended_at, "it counts as done"
    # what is being typed in the set that goes must not stand in the way
    cell = editing.blocks[0].lines[0].cells[Field.REPS]
    cell.setFocus()
    QTest.keyClicks(cell, "1")
    name = editing.blocks[0].lines[0].type_box.accessibleName().removesuffix(": type")
    QTest.mouseClick(tool(editing, f"Remove {name}"), Qt.MouseButton.LeftButton)
    session = now(page, qtbot)
    assert [one.reps for one in session.exercises[0].sets] == [4, 4]
    context.undo_last()
    assert len(now(page, qtbot).exercises[0].sets) == 3


def test_exercises_move_leave_and_are_noted(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot, context: Context
) -> None:
    first = editing.session.exercises[0].id
    tool(editing, f"Move up {SQUAT}").click()
    assert [e.id for e in now(page, qtbot).exercises][1] == first
    editing.blocks[1].notes.setText("Paused")
    editing.blocks[1].notes.editingFinished.emit()
    assert now(page, qtbot).exercises[1].notes == "Paused"
    tool(editing, f"Remove {SQUAT}").click()
    assert len(now(page, qtbot).exercises) == 1
    context.undo_last()
    assert len(now(page, qtbot).exercises) == 2
    assert len(editing.blocks) == 2


def test_exercise_is_added_through_the_picker(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    editing.add_button.click()
    picker = editing.findChildren(ExercisePicker)[0]
    qtbot.waitUntil(lambda: picker.model.rowCount() > 0)
    QTest.keyClicks(picker.search, PLANK)
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    session = now(page, qtbot)
    assert page.context.exercise_name(session.exercises[-1].exercise_id) == PLANK
    line = editing.blocks[-1].lines[0]
    assert list(line.cells) == [Field.DURATION]
    line.cells[Field.DURATION].setText("1:30")
    line.cells[Field.DURATION].editingFinished.emit()
    assert now(page, qtbot).exercises[-1].sets[0].duration_seconds == 90


def test_done_shows_what_was_edited(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    editing.fields.name.selectAll()
    QTest.keyClicks(editing.fields.name, "Renamed")
    page.detail.buttons["edit"].click()
    assert not page.detail.is_editing
    assert now(page, qtbot).name == "Renamed"
    assert page.detail.buttons["edit"].text() == "Edit"


def test_wheel_scrolls_and_changes_nothing(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    line = editing.blocks[0].lines[0]
    for field in (editing.fields.day, editing.fields.duration, line.type_box):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
    before = editing.session
    assert now(page, qtbot) == before


def test_a_fault_is_told_as_long_as_its_cell_is_wrong(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    block = editing.blocks[0]
    wrong, other = block.lines[0].cells[Field.RPE], block.lines[1].cells[Field.REPS]
    wrong.setText("11")
    wrong.editingFinished.emit()
    other.setText("7")
    other.editingFinished.emit()
    assert "no RPE" in block.fault.text()
    assert block.fault.isVisible()
    assert now(page, qtbot).exercises[0].sets[1].reps == 7


def test_the_keyboard_stays_where_it_acted(
    page: HistoryPage, editing: SessionEditing, qtbot: QtBot
) -> None:
    page.activateWindow()
    block = editing.blocks[0]
    block.add.setFocus()
    QTest.keyClick(block.add, Qt.Key.Key_Space)
    added = editing.blocks[0].lines[2]
    qtbot.waitUntil(added.cells[Field.WEIGHT].hasFocus)
    assert added.cells[Field.WEIGHT].selectedText() == "100"
    QTest.keyClick(added.remove, Qt.Key.Key_Space)
    qtbot.waitUntil(editing.blocks[0].lines[1].remove.hasFocus)
    QTest.keyClick(editing.blocks[0].tool("down"), Qt.Key.Key_Space)
    # it is the last one now: it can go up again
    qtbot.waitUntil(lambda: editing.blocks[1].tool("up").hasFocus())
    QTest.keyClick(editing.blocks[1].tool("remove"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: editing.blocks[0].tool("remove").hasFocus())
    QTest.keyClick(editing.blocks[0].tool("remove"), Qt.Key.Key_Space)
    qtbot.waitUntil(editing.add_button.hasFocus)
    assert not now(page, qtbot).exercises
