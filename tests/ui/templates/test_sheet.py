"""The sheet of a template's exercises: chosen, typed, filled, copied, moved and grouped by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Effort
from desktop.domain.templates import TargetReps
from desktop.domain.weight import Unit, Weight
from desktop.ui.actions import Actions
from desktop.ui.templates.model import Group, LinesModel
from tests.ui.templates.acting import (
    ALT,
    BENCH,
    CTRL,
    DEADLIFT,
    NAME,
    NOTES,
    PLANK,
    REPS,
    REST,
    RPE,
    RUN,
    SETS,
    SHIFT,
    SQUAT,
    SUPERSET,
    WEIGHT,
    Actor,
    Key,
)


# typing
def test_typing_replaces_enter_goes_down_and_tab_right(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, SETS)
    actor.write("5", Key.Key_Return)
    assert actor.here() == (1, SETS)
    actor.write("2w+3", Key.Key_Tab)
    assert actor.here() == (1, REPS)
    actor.write("5/3/1+", Key.Key_Tab)
    actor.write("65%/75%/85%", Key.Key_Tab)
    actor.write("7/8/9", Key.Key_Tab)
    actor.write("180", Key.Key_Tab)
    actor.write("b", Key.Key_Tab)
    actor.write("Belt on", Key.Key_Tab)
    assert actor.here() == (2, NAME), "the row that adds one follows"
    actor.settle()
    first, second = actor.lines()
    assert first.target_sets == 5
    assert [one.percent for one in second.sets] == [None, None, 65, 75, 85]
    assert [one.rpe for one in second.sets][2:] == [7, 8, 9]
    assert (second.rest_seconds, second.superset_group, second.notes) == (180, 2, "Belt on")
    shown = ["2w+3", "5/3/1+", "65%/75%/85%", "7/8/9", "3:00", "B", "Belt on"]
    assert actor.cells(1, *range(SETS, NOTES + 1)) == shown


def test_keys_open_a_cell_and_leave_it(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REPS)
    for opening in (Key.Key_F2, Key.Key_Return):
        actor.press(opening)
        cell = QApplication.focusWidget()
        assert isinstance(cell, QLineEdit)
        assert cell.text() == "5"
        actor.press(Key.Key_Escape)
        assert QApplication.focusWidget() is actor.view
    actor.write("8", Key.Key_Down)
    assert actor.here() == (1, REPS)
    actor.write("9", Key.Key_Up)
    assert actor.here() == (0, REPS)
    actor.press(Key.Key_F2)
    actor.press(Key.Key_Return, SHIFT)
    assert actor.here() == (0, REPS), "there is nothing above"
    actor.press(Key.Key_Backtab, SHIFT)
    assert actor.here() == (0, SETS)
    actor.settle()
    assert [line.target_reps for line in actor.lines()] == [TargetReps(8, 8), TargetReps(9, 9)]


def test_tab_passes_over_what_an_exercise_does_not_have_and_leaves_the_sheet(
    actor: Actor,
) -> None:
    actor.open(PLANK)
    actor.go_to(0, REPS)
    actor.write("60", Key.Key_Tab)
    assert actor.here() == (0, RPE)
    assert actor.cells(0, REPS) == ["60 s"]
    actor.go_to(1, NAME)
    actor.press(Key.Key_Tab)
    assert QApplication.focusWidget() is not actor.view
    actor.go_to(0, NAME)
    actor.press(Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is not actor.view


def test_times_and_distances_are_typed_where_reps_are(actor: Actor) -> None:
    actor.open(PLANK, RUN)
    actor.go_to(0, REPS)
    actor.write("1:30", Key.Key_Return)
    actor.write("5 km 25:00", Key.Key_Return)
    actor.settle()
    plank, run = actor.lines()
    assert plank.target_seconds == 90
    assert (run.target_meters, run.target_seconds) == (5000, 1500)
    assert not actor.sheet.index(0, WEIGHT).flags() & Qt.ItemFlag.ItemIsEditable


def test_wrong_text_stays_marked_with_its_reason_until_it_is_mended(actor: Actor) -> None:
    made = actor.open(BENCH)
    actor.go_to(0, REPS)
    actor.write("12-8", Key.Key_Return)
    actor.settle()
    index = actor.sheet.index(0, REPS)
    assert index.data() == "12-8"
    assert "smaller" in index.data(LinesModel.WrongRole)
    assert "Reps" in actor.page.editor.message.text()
    assert actor.page.editor.message.isVisible()
    assert actor.stored() == [made]
    actor.go_to(0, REPS)
    actor.write("8-12", Key.Key_Return)
    actor.settle()
    assert not index.data(LinesModel.WrongRole)
    assert not actor.page.editor.message.isVisible()
    assert actor.lines()[0].target_reps == TargetReps(8, 12)


def test_reps_in_reserve_and_pounds_where_the_profile_prefers_them(
    actor: Actor, qtbot: QtBot
) -> None:
    actor.open(BENCH)
    service, user = actor.context.services.accounts, actor.context.user
    preferences = replace(service.preferences(user.id), effort=Effort.RIR, unit=Unit.LB)
    with qtbot.waitSignal(actor.context.profile_changed):
        actor.context.do("prefer", lambda: service.save_preferences(user.id, preferences))
    actor.settle()
    titles = [actor.sheet.headerData(column, Qt.Orientation.Horizontal) for column in (WEIGHT, RPE)]
    assert titles == ["Weight (lb)", "RIR"]
    actor.go_to(0, WEIGHT)
    actor.write("225", Key.Key_Tab)
    actor.write("3/2/1", Key.Key_Tab)
    actor.settle()
    (line,) = actor.lines()
    assert [one.rpe for one in line.sets] == [7, 8, 9]
    assert line.target_weight == Weight.of(225, Unit.LB)


# many cells
def test_delete_empties_cells_as_one_step(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT)
    actor.choose((0, SETS), (1, REPS))
    actor.press(Key.Key_Delete)
    actor.settle()
    assert [(line.target_sets, line.target_reps) for line in actor.lines()] == [(None, None)] * 2
    assert actor.label() == "clear cells"
    actor.undo()
    assert actor.stored() == [made]
    actor.go_to(0, REPS)
    actor.press(Key.Key_Backspace)
    actor.settle()
    assert actor.cells(0, SETS, REPS) == ["3", ""]


def test_an_exercise_is_not_emptied_but_removed_with_its_row(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT, DEADLIFT)
    actor.go_to(0, NAME)
    actor.press(Key.Key_Delete)
    assert "select its row" in actor.page.editor.message.text()
    actor.press_number(0)
    actor.press_number(1, SHIFT)
    actor.press(Key.Key_Delete)
    actor.settle()
    assert actor.names() == [DEADLIFT]
    assert actor.label() == "remove 2 exercises"
    assert not actor.page.editor.message.isVisible()
    actor.undo()
    assert actor.stored() == [made]
    actor.go_to(2, WEIGHT)
    actor.press(Key.Key_Delete, CTRL)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT]


def test_fill_down_is_one_step_with_its_name(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.go_to(0, REPS)
    actor.write("8-12", Key.Key_Tab)
    actor.write("60", Key.Key_Return)
    actor.choose((0, REPS), (2, WEIGHT))
    actor.press(Key.Key_D, CTRL)
    actor.settle()
    weight = Weight.of(60, Unit.KG)
    filled = (TargetReps(8, 12), weight)
    assert [(one.target_reps, one.target_weight) for one in actor.lines()] == [filled] * 3
    assert actor.label() == "fill down"
    actor.undo()
    assert [one.target_weight for one in actor.lines()] == [weight, None, None]
    assert actor.context.undo.redo_label == "fill down"
    actor.redo()
    assert [one.target_weight for one in actor.lines()] == [weight] * 3


def test_one_row_is_filled_from_the_row_above(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REST)
    actor.write("90", Key.Key_Return)
    actor.press(Key.Key_D, CTRL)
    actor.settle()
    assert [line.rest_seconds for line in actor.lines()] == [90, 90]


def test_the_sheet_s_keys_come_before_those_of_the_window(actor: Actor, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    chosen: list[str] = []
    actions.triggered.connect(chosen.append)
    window.setCentralWidget(actor.page)
    with qtbot.waitActive(window):
        window.show()
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REST)
    actor.write("90", Key.Key_Return)
    actor.press(Key.Key_D, CTRL)
    actor.settle()
    assert [line.rest_seconds for line in actor.lines()] == [90, 90]
    assert chosen == []
    actor.page.editor.name.setFocus()
    actor.press(Key.Key_D, CTRL)
    assert chosen == ["dock"], "elsewhere the key is the window's"
    actor.page.setParent(None)


def test_ctrl_enter_writes_into_all_that_are_chosen(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.choose((0, RPE), (2, RPE))
    actor.write("8")
    actor.press(Key.Key_Return, CTRL)
    actor.settle()
    assert [line.target_rpe for line in actor.lines()] == [8, 8, 8]


def test_copied_cells_are_lines_of_texts_parted_by_tabs(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, REPS)
    actor.write("5/3/1+", Key.Key_Tab)
    actor.write("102,5", Key.Key_Tab)
    actor.choose((0, NAME), (1, WEIGHT))
    actor.press(Key.Key_C, CTRL)
    assert actor.clipboard() == f"{BENCH}\t3\t5/3/1+\t102.5\n{SQUAT}\t3\t5\t\n"
    html = QGuiApplication.clipboard().mimeData().html()
    assert "5/3/1+" in html, "spreadsheets that take tables are told that it is no date"


def test_cut_cells_and_rows_come_back_by_paste(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT)
    actor.choose((0, SETS), (0, REPS))
    actor.press(Key.Key_X, CTRL)
    actor.settle()
    assert actor.clipboard() == "3\t5"
    assert actor.cells(0, SETS, REPS) == ["", ""]
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.stored() == [made]
    actor.press_number(0)
    actor.press(Key.Key_X, CTRL)
    actor.settle()
    assert actor.names() == [SQUAT]
    actor.go_to(1, NAME)
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.names() == [SQUAT, BENCH]
    assert actor.lines()[1].target_reps == TargetReps(5, 5)


def test_a_table_of_a_spreadsheet_is_pasted_as_one_step(actor: Actor) -> None:
    made = actor.open(BENCH)
    actor.copy_in(
        "Exercise\tSets\tReps\tWeight\r\n"
        "barbell squat\t2w+3\t5\t75%\r\n"
        "Nobody Knows This\t3\t10\t\r\n"
        "deadlift (barbell)\t\t5/3/1\t140\r\n"
    )
    actor.go_to(1, NAME)
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT, DEADLIFT]
    squat, deadlift = actor.lines()[1:]
    assert [one.percent for one in squat.sets] == [None, None, 75, 75, 75]
    assert [str(one.reps) for one in deadlift.sets] == ["5", "3", "1"]
    words = actor.page.editor.message.text()
    assert words == "No exercise is called 'Nobody Knows This'. This row was left out."
    assert actor.label() == "paste"
    actor.undo()
    assert actor.stored() == [made]
    actor.go_to(0, SETS)
    actor.write("4", Key.Key_Return)
    assert not actor.page.editor.message.isVisible(), "the next edit is another matter"


def test_what_is_pasted_and_cannot_be_used_stays_marked(actor: Actor) -> None:
    actor.open(BENCH)
    actor.copy_in("4\theavy")
    actor.go_to(0, SETS)
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert actor.lines()[0].target_sets == 4
    assert actor.sheet.index(0, REPS).data(LinesModel.WrongRole)
    assert actor.cells(0, REPS) == ["heavy"]


def test_one_cell_is_pasted_into_all_that_are_chosen(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.copy_in("AMRAP")
    actor.choose((0, REPS), (2, REPS))
    actor.press(Key.Key_V, CTRL)
    actor.settle()
    assert [line.target_reps for line in actor.lines()] == [TargetReps(None, None)] * 3
    assert len(actor.view.chosen_places()) == 3


# rows
def test_alt_and_arrows_move_the_chosen_rows(actor: Actor) -> None:
    made = actor.open(BENCH, SQUAT, DEADLIFT, PLANK)
    actor.press_number(0)
    actor.press_number(1, SHIFT)
    actor.press(Key.Key_Down, ALT)
    actor.settle()
    assert actor.names() == [DEADLIFT, BENCH, SQUAT, PLANK]
    assert actor.label() == "move 2 exercises"
    assert actor.view.chosen_rows() == [1, 2]
    actor.press(Key.Key_Down, ALT)
    actor.press(Key.Key_Down, ALT)  # they are at the end already
    actor.settle()
    assert actor.names() == [DEADLIFT, PLANK, BENCH, SQUAT]
    actor.undo()
    actor.undo()
    assert actor.stored() == [made]
    assert [one.id for one in actor.sheet.lines] == [one.id for one in made.exercises]


def test_one_row_moves_with_its_cursor(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(1, WEIGHT)
    actor.press(Key.Key_Up, ALT)
    actor.settle()
    assert actor.names() == [SQUAT, BENCH]
    assert actor.here() == (0, WEIGHT)


def test_rows_are_dragged_by_their_numbers(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT, PLANK)
    actor.drag(0, actor.beside(2, 0.9))
    actor.settle()
    assert actor.names() == [SQUAT, DEADLIFT, BENCH, PLANK]
    assert actor.view.whole_rows() == [2]
    actor.press_number(2)
    actor.press_number(3, SHIFT)
    actor.drag(3, actor.beside(0, 0.1))
    actor.settle()
    assert actor.names() == [BENCH, PLANK, SQUAT, DEADLIFT]
    assert actor.view.whole_rows() == [0, 1]
    actor.drag(0, actor.beside(4, 0.9))
    actor.settle()
    assert actor.names() == [SQUAT, DEADLIFT, BENCH, PLANK], "the last row stays the last"


def test_a_line_shows_where_rows_will_come(actor: Actor, qtbot: QtBot) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    numbers, left = actor.view.rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(numbers, left, Qt.KeyboardModifier.NoModifier, actor.beside(0))
    with qtbot.waitSignal(actor.view.rows.dragged_to) as aimed:
        QTest.mouseMove(numbers, actor.beside(1, 0.9))
    assert aimed.args == [2]
    at = actor.view.rowViewportPosition(2)
    picture = actor.view.viewport().grab().toImage()
    assert picture.pixelColor(200, at) == picture.pixelColor(400, at)
    assert picture.pixelColor(200, at) != picture.pixelColor(200, at + 8)
    QTest.mouseRelease(numbers, left, Qt.KeyboardModifier.NoModifier, actor.beside(1, 0.9))
    actor.settle()
    assert actor.names() == [SQUAT, BENCH, DEADLIFT]


def test_a_click_on_one_of_several_chosen_rows_chooses_it_alone(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.press_number(0)
    actor.press_number(2, SHIFT)
    assert actor.view.whole_rows() == [0, 1, 2]
    actor.press_number(1)
    assert actor.view.whole_rows() == [1]


def test_the_model_moves_rows_as_qt_asks(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    root = QModelIndex()
    assert actor.sheet.moveRows(root, 0, 2, root, 3)
    actor.settle()
    assert actor.names() == [DEADLIFT, BENCH, SQUAT]
    assert not actor.sheet.moveRows(root, 1, 2, root, 1), "that is where they are"


def test_supersets_are_made_seen_and_taken_off(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.choose((0, REPS), (1, REPS))
    actor.press(Key.Key_G, CTRL)
    actor.settle()
    assert [line.superset_group for line in actor.lines()] == [1, 1, None]
    assert actor.label() == "group as superset"
    assert [actor.cells(row, SUPERSET) for row in range(3)] == [["A"], ["A"], [""]]
    marks = [actor.sheet.index(row, NAME).data(LinesModel.GroupRole) for row in range(3)]
    assert marks == [Group(1, False, True), Group(1, True, False), None]
    actor.press(Key.Key_G, CTRL | SHIFT)
    actor.settle()
    assert [line.superset_group for line in actor.lines()] == [None] * 3
    actor.undo()
    assert [line.superset_group for line in actor.lines()] == [1, 1, None]
    actor.go_to(2, REPS)
    actor.press(Key.Key_G, CTRL)
    assert not actor.page.editor.message.isVisible(), "what cannot be done does nothing"


def test_whole_rows_are_chosen_by_keyboard(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.choose((0, REPS), (1, REPS))
    actor.press(Key.Key_Space, SHIFT)
    assert actor.view.whole_rows() == [0, 1]


# what is shown beside
def test_duration_and_sets_for_each_muscle_follow_every_edit(actor: Actor) -> None:
    actor.open(BENCH)
    summary = actor.page.editor.summary
    # 3 x 5 x 3.5 s, and two rests of two minutes
    assert summary.total == "3 sets \u00b7 about 5 min"
    muscles = {muscle.label: sets for muscle, sets in summary.bars.sets}
    assert muscles["Chest"] == 3
    assert muscles["Triceps"] == 1.5
    assert "Chest 3" in summary.bars.accessibleDescription()
    actor.go_to(0, SETS)
    actor.write("2w+6", Key.Key_Return)
    assert summary.total.startswith("8 sets")
    assert dict(summary.bars.sets)[summary.bars.sets[0][0]] == 6, "warm-ups do not count"


def test_the_rest_of_an_exercise_counts_in_the_duration(actor: Actor) -> None:
    made = actor.open(BENCH)
    from desktop.domain.accounts import ExercisePreferences

    service, user_id = actor.context.services.accounts, actor.context.user.id
    exercise_id = made.exercises[0].exercise_id
    assert exercise_id is not None
    rest = ExercisePreferences(rest_seconds=600)
    actor.context.do("rest", lambda: service.save_exercise_preferences(user_id, exercise_id, rest))
    actor.settle()
    assert actor.page.editor.summary.total == "3 sets \u00b7 about 21 min"


def test_the_hint_tells_what_the_column_takes(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(0, WEIGHT)
    assert "75% of the e1RM" in actor.page.editor.hint.text()
    actor.go_to(0, REST)
    assert actor.page.editor.hint.text().startswith("Rest")


class Painted(QObject):
    """Notes what of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_an_edit_of_one_cell_paints_its_row_alone(actor: Actor, qtbot: QtBot) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT, PLANK)
    actor.go_to(1, WEIGHT)
    actor.settle()
    QApplication.processEvents()
    painted = Painted(actor.view.viewport())
    actor.sheet.setData(actor.sheet.index(1, WEIGHT), "100")
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    actor.settle()
    QApplication.processEvents()
    row = actor.view.visualRect(actor.sheet.index(1, NAME))
    seen = painted.region.boundingRect()
    # Qt paints the line between two rows with both
    assert row.top() - 1 <= seen.top()
    assert seen.bottom() <= row.bottom() + 1


def test_shift_goes_on_from_the_cell_that_tab_led_to(actor: Actor) -> None:
    actor.open(BENCH, SQUAT)
    actor.go_to(0, NAME)
    actor.press(Key.Key_Tab)
    actor.press(Key.Key_Tab)
    actor.press(Key.Key_Down, SHIFT)
    actor.press(Key.Key_Right, SHIFT)
    rectangle = [(0, REPS), (0, WEIGHT), (1, REPS), (1, WEIGHT)]
    assert sorted(actor.view.chosen_places()) == rectangle
    assert actor.here() == (0, REPS), "the cursor stays: what is typed goes there"
    middle = actor.view.visualRect(actor.sheet.index(0, SETS)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(actor.view.viewport(), left, SHIFT, middle)
    assert sorted(actor.view.chosen_places()) == [(0, SETS), (0, REPS)]


def test_the_cursor_stays_where_a_drag_over_cells_began(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    port, left = actor.view.viewport(), Qt.MouseButton.LeftButton
    places = [
        actor.view.visualRect(actor.sheet.index(row, column)).center()
        for row, column in ((0, REPS), (1, WEIGHT), (2, RPE))
    ]
    QTest.mousePress(port, left, Qt.KeyboardModifier.NoModifier, places[0])
    for place in places[1:]:
        QTest.mouseMove(port, place)
        QApplication.processEvents()
    QTest.mouseRelease(port, left, Qt.KeyboardModifier.NoModifier, places[-1])
    assert len(actor.view.chosen_places()) == 9
    assert actor.here() == (0, REPS)
    actor.press(Key.Key_Down, SHIFT)
    actor.press(Key.Key_Left, SHIFT)
    assert (3, WEIGHT) in actor.view.chosen_places()
    actor.press(Key.Key_Down)
    assert actor.here() == (1, REPS)
    assert actor.view.chosen_places() == [(1, REPS)]


def test_rows_keep_their_place_when_a_step_is_taken_back(actor: Actor) -> None:
    actor.open(BENCH, SQUAT, DEADLIFT)
    actor.press_number(2)
    actor.press(Key.Key_Delete)
    actor.settle()
    actor.go_to(1, REPS)
    actor.undo()
    assert actor.here() == (1, REPS)
    assert actor.names() == [BENCH, SQUAT, DEADLIFT]
