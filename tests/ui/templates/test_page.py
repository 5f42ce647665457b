"""The templates page: written, ordered, deleted and started, each step stored with undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.templates.model import LinesModel
from desktop.ui.templates.page import TemplatesPage
from tests.support import make_user

BENCH, DEADLIFT = "Bench Press (Barbell)", "Deadlift (Barbell)"
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NAME, SETS, REPS, WEIGHT, RPE, REST, SUPERSET, NOTES = range(8)
Key, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def settle(qtbot: QtBot, context: Context) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not context.tasks.is_busy, timeout=20_000)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TemplatesPage:
    made = TemplatesPage(context)
    QAbstractItemModelTester(made.found.model, FATAL, made)
    QAbstractItemModelTester(made.editor.lines.model, FATAL, made)
    QAbstractItemModelTester(made.editor.lines.picker.model, FATAL, made)
    qtbot.addWidget(made)
    made.resize(900, 700)
    with qtbot.waitSignal(made.loaded), qtbot.waitActive(made):
        made.show()
    return made


Settle = Callable[[], None]


def line(context: Context, name: str) -> TemplateExercise:
    exercise = next(one for one in context.exercises.values() if one.name == name)
    return TemplateExercise(new_id(), exercise.id, 3, TargetReps(5, 5))


def stored(page: TemplatesPage) -> list[WorkoutTemplate]:
    service = page.context.services.templates
    return [service.get(row.id) for row in service.rows(page.context.user.id)]


def add_template(page: TemplatesPage, settle: Settle, name: str = "Push A") -> WorkoutTemplate:
    context = page.context
    lines = (line(context, BENCH), line(context, DEADLIFT))
    made = WorkoutTemplate(new_id(), context.user.id, name, "", "Push", False, lines)
    context.do("add", lambda: context.services.templates.save(context.user.id, made))
    settle()
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def enter(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    press(Key.Key_Return)


def set_cell(page: TemplatesPage, row: int, column: int, text: str) -> None:
    page.editor.lines.model.setData(page.editor.lines.model.index(row, column), text)


def test_a_template_is_written_by_keyboard(page: TemplatesPage, settle: Settle) -> None:
    page.first.setFocus()
    press(Key.Key_Space)
    assert QApplication.focusWidget() is page.editor.name
    enter("Pull A")
    settle()
    page.editor.lines.add_first.setFocus()
    press(Key.Key_Space)
    settle()
    enter("deadlift (barb")
    settle()
    enter("bench press (barb")
    settle()
    press(Key.Key_Escape)
    view = page.editor.lines.view
    assert QApplication.focusWidget() is view
    view.go_to(0, SETS)
    for column, text in ((SETS, "5"), (REPS, "5+"), (WEIGHT, "142,5"), (REST, "180")):
        view.go_to(0, column)
        press(Key.Key_F2)
        enter(text)
        settle()
    (made,) = stored(page)
    assert made.name == "Pull A"
    first, second = made.exercises
    assert page.context.exercise_name(first.exercise_id) == DEADLIFT
    assert (first.target_sets, first.rest_seconds) == (5, 180)
    assert first.target_reps == TargetReps(5, None)
    assert first.target_weight == Weight.of("142.5", Unit.KG)
    assert page.context.exercise_name(second.exercise_id) == BENCH
    assert page.subtitle.text() == "Saved"


def test_a_new_template_that_nothing_was_put_into_leaves_nothing(
    page: TemplatesPage, settle: Settle
) -> None:
    page.begin()
    page.leave()
    settle()
    assert stored(page) == []


def test_lines_are_ordered_by_keyboard_and_taken_back(page: TemplatesPage, settle: Settle) -> None:
    made = add_template(page, settle)
    page.open_item(made.id)
    settle()
    view = page.editor.lines.view
    view.setFocus()
    view.go_to(0, REPS)
    press(Key.Key_Down, ALT)
    settle()
    assert view.currentIndex().row() == 1
    (moved,) = stored(page)
    assert moved.exercises == tuple(reversed(made.exercises))
    press(Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    press(Key.Key_Delete)
    settle()
    assert stored(page)[0].exercises == (made.exercises[1],)
    page.context.undo_last()
    settle()
    page.context.undo_last()
    settle()
    assert stored(page) == [made]
    assert page.editor.lines.model.lines == made.exercises


def test_wrong_text_stays_marked_in_its_cell_and_is_not_stored(
    page: TemplatesPage, settle: Settle
) -> None:
    made = add_template(page, settle)
    page.open_item(made.id)
    settle()
    set_cell(page, 0, REPS, "12-8")
    settle()
    index = page.editor.lines.model.index(0, REPS)
    assert index.data() == "12-8"
    assert index.data(LinesModel.WrongRole)
    assert "Reps" in page.editor.message.text()
    assert page.editor.message.isVisible()
    assert stored(page) == [made]
    set_cell(page, 0, REPS, "8-12")
    settle()
    assert not page.editor.message.isVisible()
    assert stored(page)[0].exercises[0].target_reps == TargetReps(8, 12)


def test_a_name_is_needed(page: TemplatesPage, settle: Settle) -> None:
    made = add_template(page, settle)
    page.open_item(made.id)
    settle()
    page.editor.name.clear()
    page.leave()
    settle()
    assert page.editor.name.isVisible()
    assert "needs a name" in page.subtitle.text()
    page.editor.name.setText("Push B")
    page.leave()
    settle()
    assert not page.editor.name.isVisible()
    assert [one.name for one in stored(page)] == ["Push B"]


def test_supersets_rest_and_pounds_are_kept(page: TemplatesPage, settle: Settle) -> None:
    made = add_template(page, settle)
    page.open_item(made.id)
    settle()
    for column, text in ((WEIGHT, "225 lb"), (REST, "1:30"), (SUPERSET, "a")):
        set_cell(page, 0, column, text)
    settle()
    first = stored(page)[0].exercises[0]
    assert first.target_weight == Weight.of(225, Unit.LB)
    assert (first.rest_seconds, first.superset_group) == (90, 1)
    model = page.editor.lines.model
    assert [model.index(0, c).data() for c in (WEIGHT, REST, SUPERSET)] == ["225 lb", "1:30", "A"]


def test_deleted_and_brought_back(page: TemplatesPage, settle: Settle) -> None:
    made = add_template(page, settle)
    page.found.table.selectRow(0)
    page.found.table.setFocus()
    press(Key.Key_Delete)
    settle()
    assert stored(page) == []
    assert page.first.isVisible()
    page.context.undo_last()
    settle()
    assert stored(page) == [made]
    assert page.found.table.isVisible()


def test_deleting_in_the_editor_leaves_it(page: TemplatesPage, settle: Settle) -> None:
    made = add_template(page, settle)
    page.open_item(made.id)
    settle()
    page.delete.click()
    settle()
    assert not page.editor.isVisible()
    assert page.heading.text() == "Templates"


def test_undoing_the_first_edit_takes_a_new_template_away(
    page: TemplatesPage, settle: Settle
) -> None:
    page.begin()
    page.editor.category.setText("Push")
    assert page.editor.commit()
    settle()
    (made,) = stored(page)
    page.context.undo_last()
    settle()
    assert stored(page) == []
    page.context.redo_last()
    settle()
    assert stored(page) == [made]


def test_duplicated_and_the_copy_chosen(page: TemplatesPage, settle: Settle) -> None:
    add_template(page, settle)
    page.found.table.selectRow(0)
    page.duplicate.click()
    settle()
    assert sorted(one.name for one in stored(page)) == ["Push A", "Push A copy"]
    assert [row.name for row in page.found.table.selected_rows()] == ["Push A copy"]
    for step, count in ((page.context.undo_last, 1), (page.context.redo_last, 2)):
        step()
        settle()
        assert len(stored(page)) == count


def test_a_session_is_started_from_it(page: TemplatesPage, settle: Settle, qtbot: QtBot) -> None:
    made = add_template(page, settle)
    page.found.table.selectRow(0)
    with qtbot.waitSignal(page.start_requested) as asked:
        page.start.click()
    assert asked.args == [("template", made.id)]
    page.open_item(made.id)
    settle()
    with qtbot.waitSignal(page.start_requested) as asked:
        page.start.click()
    assert asked.args == [("template", made.id)]


def test_search_looks_in_names_categories_and_exercises(
    page: TemplatesPage, settle: Settle
) -> None:
    add_template(page, settle, "Push A")
    add_template(page, settle, "Something else")
    page.focus_search()
    for text, count in (("else", 1), ("push", 2), ("deadl bench", 2), ("zzz", 0), ("", 2)):
        page.found.search.setText(text)
        assert page.found.model.rowCount() == count, text


def test_a_shared_template_is_read_only(
    page: TemplatesPage, settle: Settle, services: Services
) -> None:
    other = make_user(services, "Second")
    lines = (line(page.context, BENCH),)
    shared = WorkoutTemplate(new_id(), other.id, "Theirs", "", "", True, lines)
    services.templates.save(other.id, shared)
    page.reload()
    settle()
    page.open_item(shared.id)
    settle()
    model = page.editor.lines.model
    assert not model.index(0, SETS).flags() & Qt.ItemFlag.ItemIsEditable
    assert page.editor.name.isReadOnly()
    assert not page.delete.isEnabled()
    assert page.duplicate.isEnabled()
    assert model.rowCount(QModelIndex()) == 1, "no row to add one"


def test_a_template_asked_for_before_the_page_has_loaded_is_opened(
    qtbot: QtBot, context: Context, settle: Settle
) -> None:
    template = WorkoutTemplate(new_id(), context.user.id, "Push A")
    context.services.templates.save(context.user.id, template)
    page = TemplatesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open_item(template.id)
    settle()
    assert page.heading.text() == "Push A"
    assert page.editor.isVisible()
