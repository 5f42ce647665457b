"""What follows an edit of a template: duration, muscles, hints, and no more painted than needed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import ExercisePreferences
from tests.ui.templates.acting import (
    BENCH,
    DEADLIFT,
    NAME,
    PLANK,
    REPS,
    REST,
    RPE,
    SETS,
    SHIFT,
    SQUAT,
    WEIGHT,
    Actor,
    Key,
)


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


def test_a_low_page_leaves_its_room_to_the_sheet(actor: Actor) -> None:
    actor.open(*[BENCH, SQUAT, DEADLIFT] * 3)
    page, summary = actor.page, actor.page.editor.summary
    page.resize(640, 700)  # a window of 1280 x 800 with a session beside the page
    actor.settle()
    assert not summary.bars.isVisible()
    assert "Chest 9" in summary.line.text()
    shown = actor.view.viewport().height() // actor.view.rows.defaultSectionSize()
    assert shown >= 7
    page.resize(1000, 1100)
    actor.settle()
    assert summary.bars.isVisible()
    assert not summary.line.isVisible()


def test_the_rest_of_an_exercise_counts_in_the_duration(actor: Actor) -> None:
    made = actor.open(BENCH)
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
