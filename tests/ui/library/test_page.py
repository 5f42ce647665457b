"""The library page: search, filters, the detail, own exercises with undo."""

from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Changed, Kind
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import Muscle
from desktop.ui.context import Context
from desktop.ui.library.editor import ExerciseEditor
from desktop.ui.library.page import LibraryPage
from tests.support import add_session
from tests.ui.library.conftest import BENCH, SQUAT, named


def shown(page: LibraryPage) -> list[str]:
    return [entry.exercise.name for entry in page.model.rows]


def chosen(page: LibraryPage) -> Exercise:
    entry = page.table.current_row()
    assert entry is not None
    exercise: Exercise = entry.exercise
    return exercise


def settle(page: LibraryPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._settle.isActive() and not page.context.tasks.is_busy)


def editor_of(page: LibraryPage, qtbot: QtBot) -> ExerciseEditor:
    qtbot.waitUntil(lambda: bool(open_editors(page)))
    return open_editors(page)[0]


def open_editors(page: LibraryPage) -> list[ExerciseEditor]:
    return [one for one in page.findChildren(ExerciseEditor) if one.isVisible()]


def add_own(page: LibraryPage, qtbot: QtBot, name: str = "Zercher Walk") -> UUID:
    page.exercise_actions.add(name)
    editor = editor_of(page, qtbot)
    editor.muscles.choose(Muscle.QUADRICEPS)
    with qtbot.waitSignals([page.loaded, page.context.exercises_changed]):
        editor.accept()
    settle(page, qtbot)
    return named(page.context, name).id


def test_shows_the_library_with_the_first_one_in_full(page: LibraryPage) -> None:
    count = len(page.context.exercises)
    assert page.subtitle.text() == f"{count:,} exercises"
    assert page.detail.exercise is page.model.row(0).exercise
    assert page.table.accessibleName()


def test_typing_searches_and_shows_the_best_match(page: LibraryPage, qtbot: QtBot) -> None:
    page.focus_search()
    QTest.keyClicks(page.filters.search, "bench press barbell")
    settle(page, qtbot)
    assert shown(page)[0] == BENCH
    assert page.detail.exercise is not None
    assert page.detail.exercise.name == BENCH
    assert page.subtitle.text().startswith(f"{len(shown(page))} of ")
    assert page.table.horizontalHeader().sortIndicatorSection() == -1
    QTest.keyClick(page.filters.search, Qt.Key.Key_Down)
    assert page.focusWidget() is page.table


def test_a_click_on_a_header_sorts(page: LibraryPage) -> None:
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(5) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(page)[0] == BENCH, "most sets first at the first click"


def chip(page: LibraryPage, name: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)


def test_chips_and_the_menu_filter(page: LibraryPage) -> None:
    chip(page, "Only chest").click()
    assert all(Muscle.CHEST in entry.exercise.primary for entry in page.model.rows)
    menu = page.filters.equipment.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Barbell").trigger()
    assert all(entry.exercise.equipment == "Barbell" for entry in page.model.rows)
    assert page.filters.equipment.text() == "Barbell"
    page.filters.equipment.done.trigger()
    assert shown(page) == [BENCH]
    page.filters.clear()
    assert len(shown(page)) == page.model.total


def test_detail_tells_all_of_an_exercise(page: LibraryPage, qtbot: QtBot) -> None:
    page.open_item(named(page.context, BENCH).id)
    settle(page, qtbot)
    exercise = named(page.context, BENCH)
    detail = page.detail
    assert detail._name.text() == BENCH
    assert all(step in detail._steps.text() for step in exercise.instructions if "'" not in step)
    assert all(alias in detail._aliases.text() for alias in exercise.aliases[:4])
    assert f"and {len(exercise.aliases) - 4} more" in detail._aliases.text()
    assert all(alias in detail._aliases.toolTip() for alias in exercise.aliases)
    assert "Chest: primary" in detail.body_map.accessibleDescription()
    assert detail.chart_side.title.text() == "Estimated 1RM, 12 months"
    assert len(detail.chart_side.chart._points) == 2
    assert [point.is_record for point in detail.chart_side.chart._points] == [False, True]
    assert not detail.buttons["edit"].isVisible()
    assert detail.buttons["duplicate"].isVisible()


def test_the_small_chart_is_taken_along(page: LibraryPage, qtbot: QtBot) -> None:
    side = page.detail.chart_side
    page.open_item(named(page.context, "Plank").id)
    settle(page, qtbot)
    assert not side.export_button.isVisible(), "there is no chart"
    page.open_item(named(page.context, BENCH).id)
    settle(page, qtbot)
    assert side.export_button.isVisible()
    assert side.export_button.accessibleName() == "Export this chart"
    table = side.chart_table()
    assert table.title == f"Estimated 1RM of {BENCH}"
    assert table.header == ("Day", "Estimated 1RM (kg)", "Record")
    assert [row[2] for row in table.rows] == ["", "yes"]
    assert [row[1] for row in table.rows] == [one.value for one in side.chart._points]


def test_progress_is_asked_for_by_button_and_by_enter(page: LibraryPage, qtbot: QtBot) -> None:
    page.open_item(named(page.context, SQUAT).id)
    settle(page, qtbot)
    with qtbot.waitSignal(page.open_requested) as asked:
        page.detail.buttons["progress"].click()
    assert asked.args == ["progress", named(page.context, SQUAT).id]
    with qtbot.waitSignal(page.open_requested):
        QTest.keyClick(page.table, Qt.Key.Key_Return)


def test_new_exercise_is_kept_chosen_and_undone(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    own = add_own(page, qtbot)
    assert chosen(page).id == own
    assert context.exercises[own].primary == (Muscle.QUADRICEPS,)
    assert page.detail.buttons["delete"].isVisible()
    context.undo_last()
    qtbot.waitUntil(lambda: "Zercher Walk" not in shown(page))
    context.redo_last()
    qtbot.waitUntil(lambda: "Zercher Walk" in shown(page))


def test_own_exercise_is_edited_and_undone(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    own = add_own(page, qtbot)
    page.detail.buttons["edit"].click()
    editor = editor_of(page, qtbot)
    editor.name.setText("Zercher Carry")
    editor.kind.setCurrentIndex(editor.kind.findData(ExerciseKind.WEIGHT_DISTANCE.value))
    editor.instructions.setPlainText("Lift it.\n\n  Walk. ")
    editor.aliases.setPlainText("Carry, Zercher\n carry  ZERCHER\nBear Walk")
    with qtbot.waitSignals([page.loaded, context.exercises_changed]):
        editor.accept()
    kept = context.exercises[own]
    assert (kept.name, kept.kind) == ("Zercher Carry", ExerciseKind.WEIGHT_DISTANCE)
    assert kept.instructions == ("Lift it.", "Walk.")
    assert kept.aliases == ("Carry, Zercher", "Bear Walk")
    context.undo_last()
    qtbot.waitUntil(lambda: context.exercises[own].name == "Zercher Walk")


def test_delete_key_hides_an_own_exercise_until_undo(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    add_own(page, qtbot)
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Zercher Walk" not in shown(page))
    assert context.undo.undo_label == "delete Zercher Walk"
    context.undo_last()
    qtbot.waitUntil(lambda: "Zercher Walk" in shown(page))


def test_several_own_exercises_are_deleted_as_one_step(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    service, user = context.services.library, context.user.id
    kind = ExerciseKind.WEIGHT_REPS
    for name in ("Atlas Medley", "Atlas Walk"):
        service.save(user, Exercise(new_id(), name, kind, equipment="Atlas Stone Rack"))
    with qtbot.waitSignal(page.loaded):
        context.notifier.tell(Changed.of(Kind.EXERCISES))
    page.filters.search.setText("atlas")
    page.table.selectAll()
    chosen = [entry.exercise.name for entry in page.table.selected_rows()]
    assert {"Atlas Medley", "Atlas Walk"} < set(chosen), "built-in ones are chosen too"
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Atlas Walk" not in shown(page))
    assert context.undo.undo_label == "delete 2 exercises"
    assert page.table.current_row() is not None
    context.undo_last()
    qtbot.waitUntil(lambda: {"Atlas Medley", "Atlas Walk"} <= set(shown(page)))
    assert not context.undo.undo_label


def test_equipment_that_goes_with_its_last_exercise_filters_no_more(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    service, user, own = context.services.library, context.user.id, new_id()
    kind = ExerciseKind.WEIGHT_REPS
    service.save(user, Exercise(own, "Keg Toss", kind, equipment="Keg of mine"))
    with qtbot.waitSignal(page.loaded):
        context.notifier.tell(Changed.of(Kind.EXERCISES))
    menu = page.filters.equipment.menu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Keg of mine").trigger()
    assert shown(page) == ["Keg Toss"]
    context.do("delete", lambda: service.delete(user, own))
    qtbot.waitUntil(lambda: len(shown(page)) == page.model.total > 1)
    assert page.filters.equipment.text() == "Equipment: any"


def test_what_follows_a_deleted_exercise_is_chosen(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    own = add_own(page, qtbot, "Bench Hold")
    place = page.table.currentIndex().row()
    assert 0 < place < page.model.total - 1
    following = page.model.row(place + 1).id
    page.detail.buttons["delete"].click()
    qtbot.waitUntil(lambda: page.model.place_of(own) < 0)
    entry = page.table.current_row()
    assert entry is not None
    assert entry.id == following
    with qtbot.waitSignal(context.notifier.said) as said:
        page.open_item(own)
    assert said.args == ["Bench Hold is not in the library any more"]


def test_the_only_one_found_is_chosen_when_it_comes_back(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    own = add_own(page, qtbot, "Keg Medley")
    page.activateWindow()
    page.filters.search.setText("keg medl")
    page.detail.buttons["delete"].click()
    qtbot.waitUntil(page.nothing.isVisible)
    page.nothing.findChildren(QPushButton)[0].setFocus()
    context.undo_last()
    qtbot.waitUntil(lambda: page.model.place_of(own) >= 0)
    # the focus goes to the table, which has a current row by that, but none that is chosen
    assert [entry.id for entry in page.table.selected_rows()] == [own]


def test_built_in_exercises_are_duplicated_not_changed(
    page: LibraryPage, qtbot: QtBot, context: Context
) -> None:
    page.open_item(named(context, SQUAT).id)
    page._act("delete")
    page._act("edit")
    page.detail.buttons["duplicate"].click()
    editor = editor_of(page, qtbot)
    assert editor.name.text() == f"{SQUAT} copy"
    with qtbot.waitSignals([page.loaded, context.exercises_changed]):
        editor.accept()
    assert {SQUAT, f"{SQUAT} copy"} <= set(shown(page))
    assert named(context, f"{SQUAT} copy").primary == named(context, SQUAT).primary


def told(editor: ExerciseEditor) -> str:
    return " ".join(
        one.text()
        for one in editor.findChildren(QLabel)
        if one.property("role") == "error" and one.isVisible()
    )


def test_faults_are_told_in_the_form(page: LibraryPage, qtbot: QtBot) -> None:
    page.exercise_actions.add("")
    editor = editor_of(page, qtbot)
    editor.accept()
    assert told(editor) == "An exercise needs a name."
    editor.name.setText("barbell squat")
    assert told(editor) == ""
    editor.accept()
    assert SQUAT in told(editor)
    assert editor.isVisible()
    editor.reject()


def test_letters_lead_to_the_fields_of_the_form(page: LibraryPage, qtbot: QtBot) -> None:
    page.exercise_actions.add("Reach")
    editor = editor_of(page, qtbot)
    qtbot.waitUntil(editor.isActiveWindow)
    for letter, field in (
        (Qt.Key.Key_I, editor.instructions),
        (Qt.Key.Key_A, editor.aliases),
        (Qt.Key.Key_N, editor.name),
    ):
        QTest.keyClick(editor, letter, Qt.KeyboardModifier.AltModifier)
        assert editor.focusWidget() is field
    QTest.keyClick(editor, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    (menu,) = [one for one in editor.muscles.findChildren(QMenu) if one.isVisible()]
    menu.close()
    editor.reject()


def test_a_muscle_is_primary_or_secondary(page: LibraryPage, qtbot: QtBot) -> None:
    page.exercise_actions.add("Reach")
    editor = editor_of(page, qtbot)
    editor.muscles.choose(Muscle.CHEST)
    editor.muscles.choose(Muscle.TRICEPS, is_primary=False)
    editor.muscles.choose(Muscle.CHEST, is_primary=False)
    assert editor.muscles.primary == ()
    assert editor.muscles.secondary == (Muscle.TRICEPS, Muscle.CHEST)
    editor.reject()


def test_nothing_found_offers_ways_on(page: LibraryPage, qtbot: QtBot) -> None:
    page.filters.search.setText("Zorpflex")
    assert page.nothing.isVisible()
    page.nothing.new_asked.emit()
    editor = editor_of(page, qtbot)
    assert editor.name.text() == "Zorpflex"
    editor.reject()
    page.nothing.clear_asked.emit()
    assert page.table.isVisible()
    assert len(shown(page)) == page.model.total


def test_opened_item_is_shown_whatever_is_filtered(page: LibraryPage) -> None:
    page.filters.search.setText("plank")
    page.open_item(named(page.context, BENCH).id)
    assert chosen(page).name == BENCH


def test_layout_follows_the_width(page: LibraryPage) -> None:
    page.resize(1500, 900)
    assert page._splitter.orientation() is Qt.Orientation.Horizontal
    page.resize(700, 700)
    assert page._splitter.orientation() is Qt.Orientation.Vertical
    page.grab()


def test_start_and_reload_keep_the_choice(page: LibraryPage, qtbot: QtBot) -> None:
    page.open_item(named(page.context, BENCH).id)
    with qtbot.waitSignal(page.loaded):
        page.reload()
    assert chosen(page).name == BENCH


def test_a_narrow_page_keeps_the_names_readable(page: LibraryPage, qtbot: QtBot) -> None:
    def hidden() -> list[str]:
        columns = enumerate(page.model.columns)
        return [column.title for place, column in columns if page.table.isColumnHidden(place)]

    assert hidden() == []
    page.resize(660, 720)
    qtbot.waitUntil(lambda: page.table.columnWidth(0) >= 220)
    assert hidden() == ["Equipment", "Sets"]
    page.resize(1000, 720)
    qtbot.waitUntil(lambda: hidden() == [])


def test_a_change_of_an_exercise_reads_the_table_once(
    page: LibraryPage, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    reload = page.reload

    def counted() -> None:
        asked.append(True)
        reload()

    monkeypatch.setattr(page, "reload", counted)
    squat = context.services.library.copy_of(context.user.id, named(context, SQUAT).id)
    with qtbot.waitSignal(page.loaded):
        context.do("copy", lambda: context.services.library.save(context.user.id, squat))
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert len(asked) == 1
    assert page.model.place_of(squat.id) >= 0


def test_who_searches_before_the_data_is_there_stays_in_the_search(
    context: Context, qtbot: QtBot
) -> None:
    page = LibraryPage(context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.show()
        page.visit()
        page.go_to_search()
    settle(page, qtbot)
    assert page.focusWidget() is page.filters.search


def test_the_drawing_gives_way_before_the_page_does(page: LibraryPage, context: Context) -> None:
    page.resize(1300, 800)
    page.open_item(named(context, BENCH).id)
    drawing = page.detail._muscles
    assert drawing.isVisible()
    least = page.minimumSizeHint().width()
    page.resize(least, 800)
    assert not drawing.isVisible()
    assert page.width() == least < 720, "beside a session in a window of 1280"


def test_done_without_an_estimate_is_not_said_to_be_undone(
    page: LibraryPage, context: Context, qtbot: QtBot
) -> None:
    own = add_own(page, qtbot)
    user = context.services.accounts.users()[0]
    add_session(context.services, user, context.today(), [("Zercher Walk", [(20, 100)])])
    with qtbot.waitSignal(page.loaded):
        context.notifier.tell(Changed.of(Kind.SESSIONS))
    page.open_item(own)
    words = page.detail.chart_side.empty.text
    qtbot.waitUntil(lambda: words() == "The sets of the last 12 months give no value to draw.")
