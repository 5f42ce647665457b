"""The templates page: written, opened, left, deleted and started, each step stored with undo."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.templates import TargetReps, WorkoutTemplate
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.templates.page import TemplatesPage
from tests.support import make_user
from tests.ui.templates.acting import (
    BENCH,
    CTRL,
    DEADLIFT,
    REPS,
    REST,
    SETS,
    SUPERSET,
    WEIGHT,
    Actor,
    Key,
)


def test_a_template_is_written_by_keyboard(actor: Actor) -> None:
    page = actor.page
    page.first.setFocus()
    actor.press(Key.Key_Space)
    assert QApplication.focusWidget() is page.editor.name
    actor.write("Pull A", Key.Key_Return)
    actor.settle()
    actor.write("deadlift (barb", Key.Key_Tab)
    for text in ("5", "5+", "142,5", "8", "180"):
        actor.write(text, Key.Key_Tab)
    actor.settle()
    (made,) = actor.stored()
    assert made.name == "Pull A"
    (line,) = made.exercises
    assert actor.names() == [DEADLIFT]
    assert (line.target_sets, line.rest_seconds, line.target_rpe) == (5, 180, 8)
    assert line.target_reps == TargetReps(5, None)
    assert line.target_weight == Weight.of("142.5", Unit.KG)
    assert page.subtitle.text() == "Saved"


def test_an_empty_page_offers_the_first_template(actor: Actor) -> None:
    page = actor.page
    page.visit()
    assert QApplication.focusWidget() is page.first
    actor.press(Key.Key_T, CTRL)
    assert QApplication.focusWidget() is page.editor.name
    actor.keep(BENCH)
    page.leave()
    page.found.table.setFocus()
    actor.press(Key.Key_Delete)
    actor.settle()
    assert QApplication.focusWidget() is page.first


def test_a_new_template_is_begun_from_outside_the_page(actor: Actor, qtbot: QtBot) -> None:
    window = QWidget()
    column, outside = QVBoxLayout(window), QPushButton("Templates")
    column.addWidget(outside)
    column.addWidget(actor.page)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    actor.settle()
    outside.setFocus()
    actor.press(Key.Key_T, CTRL)
    assert QApplication.focusWidget() is actor.page.editor.name
    actor.page.setParent(None)  # each is closed on its own


def test_exercises_are_looked_through_and_added(actor: Actor) -> None:
    actor.open()
    actor.page.editor.lines.add_first.setFocus()
    actor.press(Key.Key_Space)
    actor.settle()
    actor.write("deadlift (barb", Key.Key_Return)
    actor.settle()
    actor.write("bench press (barb", Key.Key_Return)
    actor.settle()
    actor.press(Key.Key_Escape)
    assert QApplication.focusWidget() is actor.view
    assert actor.names() == [DEADLIFT, BENCH]
    actor.press(Key.Key_Insert)
    assert QApplication.focusWidget() is actor.page.editor.lines.picker.search


def test_a_new_template_that_nothing_was_put_into_leaves_nothing(actor: Actor) -> None:
    actor.page.begin()
    actor.page.leave()
    actor.settle()
    assert actor.stored() == []


def test_a_name_is_needed(actor: Actor) -> None:
    actor.open(BENCH)
    page = actor.page
    page.editor.name.clear()
    page.leave()
    actor.settle()
    assert page.editor.name.isVisible()
    assert "needs a name" in page.subtitle.text()
    page.editor.name.setText("Push B")
    page.leave()
    actor.settle()
    assert not page.editor.name.isVisible()
    assert [one.name for one in actor.stored()] == ["Push B"]


def test_what_is_being_typed_is_kept_when_the_page_is_left(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(0, REPS)
    actor.write("8-12")
    actor.page.leave()
    actor.settle()
    assert actor.lines()[0].target_reps == TargetReps(8, 12)


def test_a_template_with_cells_that_cannot_be_read_is_not_started(
    actor: Actor, qtbot: QtBot
) -> None:
    actor.open(BENCH, DEADLIFT)
    page = actor.page
    actor.go_to(1, REPS)
    actor.write("12-8", Key.Key_Tab)
    actor.go_to(0, SETS)
    page.start.setFocus()
    with qtbot.assertNotEmitted(page.start_requested):
        page.start.click()
        actor.settle()
    assert (actor.here(), QApplication.focusWidget()) == ((1, REPS), actor.view)
    said = page.editor.message.text()
    assert f"Row 2, {DEADLIFT}" in said
    assert "Reps" in said
    actor.write("8-12", Key.Key_Tab)
    with qtbot.waitSignal(page.start_requested):
        page.start.click()


def test_supersets_rest_and_pounds_are_kept(actor: Actor) -> None:
    actor.open(BENCH, DEADLIFT)
    for column, text in ((WEIGHT, "225 lb"), (REST, "1:30"), (SUPERSET, "a")):
        actor.go_to(0, column)
        actor.write(text, Key.Key_Return)
    actor.settle()
    first = actor.lines()[0]
    assert first.target_weight == Weight.of(225, Unit.LB)
    assert (first.rest_seconds, first.superset_group) == (90, 1)
    assert actor.cells(0, WEIGHT, REST, SUPERSET) == ["225 lb", "1:30", "A"]


def test_category_description_and_sharing_are_kept(actor: Actor) -> None:
    actor.open(BENCH)
    editor = actor.page.editor
    editor.category.setText("Legs")
    editor.description.setText("Easy week")
    editor.shared.click()
    actor.settle()
    (made,) = actor.stored()
    assert (made.category, made.description, made.is_public) == ("Legs", "Easy week", True)
    actor.undo()
    assert not actor.stored()[0].is_public
    assert not editor.shared.isChecked()


def test_deleted_and_brought_back(actor: Actor) -> None:
    made = actor.keep(BENCH)
    actor.page.found.table.setFocus()
    actor.press(Key.Key_Delete)
    actor.settle()
    assert actor.stored() == []
    assert actor.page.first.isVisible()
    actor.undo()
    assert actor.stored() == [made]
    assert actor.page.found.table.isVisible()


def test_deleting_in_the_editor_leaves_it(actor: Actor) -> None:
    actor.open(BENCH)
    actor.page.delete.click()
    actor.settle()
    assert not actor.page.editor.isVisible()
    assert actor.page.heading.text() == "Templates"


def test_undoing_the_first_edit_takes_a_new_template_away(actor: Actor) -> None:
    actor.page.begin()
    actor.page.editor.category.setText("Push")
    assert actor.page.editor.commit()
    actor.settle()
    (made,) = actor.stored()
    actor.undo()
    assert actor.stored() == []
    actor.redo()
    assert actor.stored() == [made]


def test_duplicated_and_the_copy_chosen(actor: Actor) -> None:
    actor.keep(BENCH)
    actor.page.duplicate.click()
    actor.settle()
    assert [one.name for one in actor.stored()] == ["Push A", "Push A copy"]
    assert [row.name for row in actor.page.found.table.selected_rows()] == ["Push A copy"]
    for step, count in ((actor.undo, 1), (actor.redo, 2)):
        step()
        assert len(actor.stored()) == count


def test_a_session_is_started_from_it(actor: Actor, qtbot: QtBot) -> None:
    made = actor.keep(BENCH)
    with qtbot.waitSignal(actor.page.start_requested) as asked:
        actor.page.start.click()
    assert asked.args == [("template", made.id)]
    actor.page.open_item(made.id)
    actor.settle()
    with qtbot.waitSignal(actor.page.start_requested) as asked:
        actor.press(Key.Key_F5)
    assert asked.args == [("template", made.id)]


def test_search_looks_in_names_categories_and_exercises(actor: Actor) -> None:
    actor.keep(BENCH, DEADLIFT, called="Push A")
    actor.keep(BENCH, DEADLIFT, called="Something else")
    actor.page.focus_search()
    for text, count in (("else", 1), ("push", 2), ("deadl bench", 2), ("zzz", 0), ("", 2)):
        actor.page.found.search.setText(text)
        assert actor.page.found.model.rowCount() == count, text


def test_a_shared_template_is_read_only(actor: Actor) -> None:
    services = actor.context.services
    other = make_user(services, "Second")
    lines = (actor.line(BENCH),)
    shared = WorkoutTemplate(new_id(), other.id, "Theirs", "", "", True, lines)
    services.templates.save(other.id, shared)
    actor.page.reload()
    actor.settle()
    actor.page.open_item(shared.id)
    actor.settle()
    assert not actor.sheet.index(0, SETS).flags() & Qt.ItemFlag.ItemIsEditable
    assert actor.page.editor.name.isReadOnly()
    assert not actor.page.delete.isEnabled()
    assert actor.page.duplicate.isEnabled()
    assert actor.sheet.rowCount(QModelIndex()) == 1, "no row to add one"
    actor.copy_in("5")
    actor.go_to(0, SETS)
    for key in (Key.Key_V, Key.Key_D, Key.Key_X, Key.Key_G):
        actor.press(key, Qt.KeyboardModifier.ControlModifier)
    actor.press(Key.Key_Delete)
    actor.settle()
    assert services.templates.get(shared.id) == shared
    actor.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert actor.clipboard() == "3"


def test_a_template_asked_for_before_the_page_has_loaded_is_opened(
    qtbot: QtBot, context: Context
) -> None:
    template = WorkoutTemplate(new_id(), context.user.id, "Push A")
    context.services.templates.save(context.user.id, template)
    page = TemplatesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open_item(template.id)
    qtbot.waitUntil(lambda: not context.tasks.is_busy, timeout=20_000)
    assert page.heading.text() == "Push A"
    assert page.editor.isVisible()
