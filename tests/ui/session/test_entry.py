"""Sets are typed in one line, which says how it reads them, and logged by Enter."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session.controller import SessionController
from desktop.ui.session.entry import EntryLine
from tests.support import add_session
from tests.ui.session.conftest import Hands
from tests.ui.session.log import BENCH, CTRL, SHIFT, SQUAT, TODAY, exercise, rename, rows_on_disk


class Stand(QMainWindow):
    """A window with an entry line, and a field to leave it for."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.controller = SessionController(context, self)
        self.line = EntryLine(self.controller)
        self.other = QLineEdit()
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(self.other)
        column.addStretch(1)
        column.addWidget(self.line)
        self.setCentralWidget(body)
        self.resize(396, 500)


@pytest.fixture
def stand(qtbot: QtBot, context: Context, hands: Hands) -> Stand:
    made = Stand(context)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.controller.start(None)
    hands.settle()
    made.line.field.setFocus()
    hands.settle()
    return made


@pytest.fixture
def line(stand: Stand) -> EntryLine:
    return stand.line


def marked(line: EntryLine) -> tuple[int, int] | None:
    return line.field.marked


def is_open(line: EntryLine) -> bool:
    return line.field.names.is_open


def names_of(line: EntryLine) -> list[str]:
    model = line.field.names.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_logs_what_was_typed(
    stand: Stand, line: EntryLine, hands: Hands, context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.type("bench 60x10w 100x5@8 x2")
    said = line.said.text().replace("\u00a0", " ")
    assert said == f"{BENCH}: warm-up 60 kg × 10; 2 sets of 100 kg × 5 at RPE 8"
    with qtbot.waitSignal(stand.controller.tick_kept):
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.field.text() == ""
    assert rows_on_disk(tmp_path) == [
        (60_000, 10, True),
        (100_000, 5, True),
        (100_000, 5, True),
    ]
    assert context.undo.undo_label == f"log {BENCH}"
    hands.settle()
    assert line.said.text() == f"Without a name it is for {BENCH}."
    hands.enter("105x3")
    assert rows_on_disk(tmp_path)[-1] == (105_000, 3, True)
    context.undo_last()
    hands.settle()
    assert len(rows_on_disk(tmp_path)) == 3


def test_a_name_alone_asks_for_the_exercise(
    stand: Stand, line: EntryLine, hands: Hands, qtbot: QtBot, context: Context
) -> None:
    hands.type("bench press bar")
    hands.press(Qt.Key.Key_Return)
    assert (line.field.text(), line.said.property("role")) == (f"{BENCH} ", "caption")
    with qtbot.waitSignal(line.exercise_wanted) as told:
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert told.args == [exercise(context, BENCH).id]
    assert line.field.text() == ""
    hands.press(Qt.Key.Key_Up)
    assert line.field.text() == BENCH


def test_a_line_without_a_name_is_for_the_set_to_do_next(
    stand: Stand, line: EntryLine, hands: Hands, context: Context
) -> None:
    stand.controller.add_exercise(exercise(context, BENCH).id)
    hands.settle()
    stand.controller.add_exercise(exercise(context, SQUAT).id)
    hands.settle()
    assert BENCH in line.said.text()
    hands.enter("100x5")
    assert SQUAT in line.said.text()
    hands.enter("140x5")
    assert SQUAT in line.said.text()
    done = stand.controller.current().exercises
    assert [[one.reps for one in each.sets] for each in done] == [[5], [5]]


def test_a_word_that_cannot_be_read_is_underlined_and_named(
    line: EntryLine, hands: Hands, tmp_path: Path
) -> None:
    hands.type("bench 100x5 @1")
    assert marked(line) is None
    plain = image(line)
    hands.type("1")
    hands.type(" x3")
    assert marked(line) == (13, 15)
    assert line.said.property("role") == "error"
    assert line.said.text() == "'11' is no RPE: type 1 to 10, in halves."
    assert line.field.accessibleDescription() == line.said.text()
    underlined = image(line)
    line.field.mark(None)
    assert image(line) != underlined != plain
    hands.press(Qt.Key.Key_Return)
    assert line.field.text() == "bench 100x5 @11 x3"
    assert rows_on_disk(tmp_path) == []
    for _ in range(4):
        hands.press(Qt.Key.Key_Backspace)
    assert (marked(line), line.said.property("role")) == (None, "caption")


def test_what_is_not_finished_is_told_quietly_until_enter(line: EntryLine, hands: Hands) -> None:
    hands.type("bench 100")
    assert line.said.property("role") == "caption"
    hands.press(Qt.Key.Key_Return)
    assert line.said.property("role") == "error"
    assert marked(line) == (6, 9)
    hands.type("x5")
    assert line.said.property("role") == "caption"


def test_the_mark_follows_signs_of_two_units(line: EntryLine) -> None:
    line.field.setText("\U0001f4aa\U0001f4aa 100x5")
    assert marked(line) == (0, 2)
    assert "\U0001f4aa" in line.said.text()


def test_names_are_offered_by_use_and_taken_with_tab(
    stand: Stand, line: EntryLine, hands: Hands, context: Context, services: Services
) -> None:
    add_session(services, context.user, TODAY, [("Bent-Over Row (Barbell)", [(60, 8)] * 4)])
    stand.other.setFocus()
    line.context.notifier.tell(services.session.save(stand.controller.current()))
    line.field.setFocus()
    hands.settle()
    hands.type("ben")
    names = line.field.names
    assert is_open(line)
    assert names_of(line)[:2] == ["Bent-Over Row (Barbell)", BENCH]
    assert names.model().index(0, 0).data(Qt.ItemDataRole.UserRole) == "today"
    assert hands.is_at(line.field)
    assert names.geometry().bottom() < line.field.mapTo(stand, line.field.rect().topLeft()).y()
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Tab)
    assert line.field.text() == f"{BENCH} "
    assert not is_open(line)
    assert hands.is_at(line.field)
    hands.type("100x5")
    assert not is_open(line)
    assert line.reading.is_ready
    hands.press(Qt.Key.Key_Tab)
    assert not hands.is_at(line.field)


def test_the_list_of_names_opens_and_closes(stand: Stand, line: EntryLine, hands: Hands) -> None:
    names = line.field.names
    hands.type("squ")
    first, second = names_of(line)[:2]
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Escape)
    assert not is_open(line)
    assert line.field.text() == "squ"
    hands.type("a")
    assert is_open(line)
    hands.press(Qt.Key.Key_Return)
    assert line.field.text().startswith("Squ")
    line.field.clear()
    hands.type("squat")
    assert is_open(line)
    stand.other.setFocus()
    assert not is_open(line)
    line.field.setFocus()
    line.field.clear()
    hands.type("squ")
    QTest.mouseClick(
        names.viewport(),
        Qt.MouseButton.LeftButton,
        pos=names.visualRect(names.model().index(1, 0)).center(),
    )
    assert line.field.text() == f"{second} "
    assert first != second
    assert hands.is_at(line.field)


def test_a_name_is_completed_before_the_sets_that_are_there(line: EntryLine, hands: Hands) -> None:
    hands.type("squ 100x5")
    line.field.setCursorPosition(3)
    hands.type("at")
    assert is_open(line)
    hands.press(Qt.Key.Key_Return)
    assert line.field.text() == f"{SQUAT} 100x5"
    assert line.field.cursorPosition() == len(SQUAT) + 1


def test_up_brings_back_what_was_typed(line: EntryLine, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Up)
    assert line.field.text() == ""
    hands.enter("bench 100x5")
    hands.enter("bench 100x4")
    hands.press(Qt.Key.Key_Up)
    assert line.field.text() == "bench 100x4"
    hands.press(Qt.Key.Key_Up)
    assert line.field.text() == "bench 100x5"
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    assert line.field.text() == ""
    hands.type("x")
    hands.press(Qt.Key.Key_Up)
    assert line.field.text() == "x"


def test_down_offers_what_is_done_most(
    stand: Stand, line: EntryLine, hands: Hands, context: Context
) -> None:
    hands.enter("bench 100x5")
    stand.other.setFocus()
    hands.settle()
    line.field.setFocus()
    hands.settle()
    hands.press(Qt.Key.Key_Down)
    assert is_open(line)
    assert names_of(line) == [BENCH]
    hands.press(Qt.Key.Key_Return)
    assert line.field.text() == f"{BENCH} "


def test_several_lines_are_handed_on(line: EntryLine, hands: Hands, qtbot: QtBot) -> None:
    text = "bench 100x5\nsquat 140x5"
    QGuiApplication.clipboard().setText(f"\n{text}\n")
    with qtbot.waitSignal(line.paste_wanted) as wanted:
        QTest.keySequence(line.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert wanted.args == [text]
    assert line.field.text() == ""
    QGuiApplication.clipboard().setText("bench 100x5\n")
    QTest.keySequence(line.field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert line.field.text() == "bench 100x5"
    assert line.reading.is_ready


def test_help_and_paste_have_buttons(line: EntryLine, hands: Hands, qtbot: QtBot) -> None:
    hands.press(Qt.Key.Key_Tab)
    assert hands.is_at(line.paste)
    with qtbot.waitSignal(line.paste_wanted) as wanted:
        hands.press(Qt.Key.Key_Space)
    assert wanted.args == [""]
    hands.press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(line.help_wanted):
        hands.press(Qt.Key.Key_Space)
    assert line.paste.accessibleName() == "Paste workout"
    assert line.help.accessibleName() == "How sets are typed"


def test_a_new_exercise_is_known_at_once(
    line: EntryLine, hands: Hands, context: Context, services: Services
) -> None:
    own = Exercise(new_id(), "Stone of Steel", ExerciseKind.WEIGHT_REPS)
    hands.type("stone of st 100x5")
    assert marked(line) is not None
    context.do("add", lambda: services.library.save(context.user.id, own))
    hands.settle()
    assert line.reading.is_ready
    assert line.reading.exercise is not None
    assert line.reading.exercise.name == own.name


def test_enter_before_the_exercises_are_read_waits_for_them(
    qtbot: QtBot, context: Context, hands: Hands, tmp_path: Path
) -> None:
    stand = Stand(context)
    qtbot.addWidget(stand)
    stand.controller.start(None)
    hands.settle()
    with qtbot.waitActive(stand):
        stand.show()
    stand.other.setFocus()
    stand.line.field.setFocus()
    QTest.keyClicks(stand.line.field, "bench 100x5")
    QTest.keyClick(stand.line.field, Qt.Key.Key_Return)
    hands.settle()
    qtbot.waitUntil(lambda: rows_on_disk(tmp_path) == [(100_000, 5, True)])
    assert stand.line.field.text() == ""


def test_what_could_not_be_stored_stands_in_the_line_again(
    stand: Stand, line: EntryLine, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    hands.enter("bench 100x5")
    rename(tmp_path, "exercise_sets", "away")
    with qtbot.waitSignal(stand.controller.refused):
        hands.enter("90x8")
    rename(tmp_path, "away", "exercise_sets")
    hands.settle()
    assert len(list(stand.controller.current().all_sets())) == 1
    assert line.field.text() == "90x8"
    hands.press(Qt.Key.Key_Return)
    assert rows_on_disk(tmp_path)[-1] == (90_000, 8, True)


def image(line: EntryLine) -> QImage:
    line.field.setCursorPosition(0)
    picture = line.field.grab().toImage()
    line.field.end(False)
    return picture


def test_undo_in_the_empty_line_belongs_to_the_window(
    stand: Stand, line: EntryLine, hands: Hands
) -> None:
    heard: list[str] = []
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"):
        action = QAction(keys, stand)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: heard.append(keys))
        stand.addAction(action)
    hands.enter("bench 100x5")
    assert len(stand.controller.current().exercises) == 1
    assert not line.field.isUndoAvailable()
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.press(Qt.Key.Key_Z, CTRL | SHIFT)
    hands.press(Qt.Key.Key_Y, CTRL)
    assert (line.field.text(), heard) == ("", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"])
    hands.type("squat")
    hands.press(Qt.Key.Key_Z, CTRL)  # what is being typed is the line's own
    assert (line.field.text(), len(heard)) == ("", 3)
