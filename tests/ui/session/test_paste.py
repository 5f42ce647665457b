"""A workout written elsewhere is pasted, read line by line, and saved as a finished session."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.session import WorkoutSession
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session.paste import PasteDialog
from tests.ui.session.conftest import Hands
from tests.ui.session.log import BENCH, exercise, rename

WHOLE = """Push A 2026-11-19 18:30 75min

Bench Press (Barbell)
60x10w
100x5@8 x3
- dip 12 10 8
"""


def opened(context: Context, qtbot: QtBot, hands: Hands, text: str = "") -> PasteDialog:
    made = PasteDialog(context, text)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    hands.settle()
    return made


def write(dialog: PasteDialog, hands: Hands, text: str) -> None:
    dialog.beside.text.setPlainText(text)
    settle(dialog, hands)


def settle(dialog: PasteDialog, hands: Hands) -> None:
    """Wait until the lines are read as they stand."""
    while not dialog.is_read:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    hands.settle()


def readings(dialog: PasteDialog) -> list[str]:
    return dialog.beside.readings.toPlainText().split("\n")


def sessions(services: Services, context: Context) -> list[WorkoutSession]:
    rows = services.history.rows(context.user.id)
    return [services.history.get(row.id) for row in rows]


def test_a_workout_is_saved_and_undone(
    context: Context, services: Services, qtbot: QtBot, hands: Hands
) -> None:
    dialog = opened(context, qtbot, hands, WHOLE)
    assert readings(dialog) == [
        "Push A, 19 Nov 2026, 18:30, 1 h 15 min",
        "",
        BENCH,
        f"{BENCH}: warm-up 60 kg × 10",
        f"{BENCH}: 3 sets of 100 kg × 5 at RPE 8",
        "Dip: 12 reps; 10 reps; 8 reps",
        "",
    ]
    assert dialog.beside.totals.text() == "2 exercises, 7 sets"
    assert (dialog.name.text(), dialog.when.minutes.value()) == ("Push A", 75)
    with qtbot.waitSignal(dialog.saved) as saved:
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    [session] = sessions(services, context)
    end = datetime(2026, 11, 19, 19, 45, tzinfo=UTC)
    assert saved.args == [session.id]
    assert (session.name, session.session_date) == ("Push A", date(2026, 11, 19))
    assert (session.ended_at, session.duration_minutes) == (end, 75)
    assert [len(one.sets) for one in session.exercises] == [4, 3]
    assert {one.completed_at for one in session.all_sets()} == {end}
    assert session.exercises[0].exercise_id == exercise(context, BENCH).id
    assert context.undo.undo_label == "paste Push A"
    context.undo_last()
    hands.settle()
    assert sessions(services, context) == []
    context.redo_last()
    hands.settle()
    assert sessions(services, context) == [session]


def test_a_line_that_cannot_be_read_is_marked_and_gone_to(
    context: Context, services: Services, qtbot: QtBot, hands: Hands
) -> None:
    dialog = opened(context, qtbot, hands, "bench 100x5\n\U0001f4aa - squat 100x5z\ndip 12")
    write(dialog, hands, "bench 100x5\nsquat 140x5\n  - 140x5zz \U0001f4aa\ndip 12")
    assert readings(dialog)[2] == "'zz' cannot be read."
    marks = dialog.beside.text.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["zz"]
    dialog.save.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert dialog.message.text() == "Line 3 cannot be read: correct it or take it out."
    assert dialog.beside.here.text() == "Line 3: 'zz' cannot be read."
    assert hands.is_at(dialog.beside.text)
    assert sessions(services, context) == []
    hands.press(Qt.Key.Key_Delete)
    settle(dialog, hands)
    assert not dialog.message.isVisible()
    hands.press(Qt.Key.Key_Delete)
    hands.press(Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.saved):
        # what was typed a moment ago is read before it is saved
        QTest.keyClick(dialog.beside.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [len(one.sets) for one in sessions(services, context)[0].exercises] == [1, 2, 1]


def test_without_a_heading_it_is_a_workout_of_now(
    context: Context, services: Services, qtbot: QtBot, hands: Hands
) -> None:
    dialog = opened(context, qtbot, hands, "bench 100x5")
    assert dialog.name.placeholderText() == "Afternoon workout"
    with qtbot.waitSignal(dialog.saved):
        QTest.keySequence(dialog, QKeySequence("Ctrl+Return"))
    [session] = sessions(services, context)
    assert (session.name, session.duration_minutes) == ("Afternoon workout", None)
    assert session.started_at == session.ended_at == services.clock()


@pytest.mark.parametrize(
    ("heading", "start", "minutes"),
    [
        ("90min", datetime(2026, 11, 20, 15, 30), 90),  # noqa: DTZ001 - the user's clock
        ("2026-11-18", datetime(2026, 11, 18, 18, 0), 0),  # noqa: DTZ001
        ("2026-11-20 7:15am 40 min", datetime(2026, 11, 20, 7, 15), 40),  # noqa: DTZ001
    ],
)
def test_the_heading_fills_the_fields(
    context: Context, qtbot: QtBot, hands: Hands, heading: str, start: datetime, minutes: int
) -> None:
    dialog = opened(context, qtbot, hands)
    assert dialog.beside.totals.text() == "No sets yet"
    write(dialog, hands, f"Legs {heading}\nbench 100x5")
    assert (dialog.name.text(), dialog.when.local_start) == ("Legs", start)
    assert dialog.when.length == minutes


def test_what_the_user_writes_stays_until_the_heading_is_another(
    context: Context, qtbot: QtBot, hands: Hands
) -> None:
    dialog = opened(context, qtbot, hands, WHOLE)
    dialog.name.setText("Mine")
    dialog.when.minutes.setValue(30)
    write(dialog, hands, WHOLE + "\nsquat 140x5")
    assert (dialog.name.text(), dialog.when.length) == ("Mine", 30)
    write(dialog, hands, WHOLE.replace("Push A", "Push B"))
    assert dialog.name.text() == "Push B"


def test_nothing_and_the_future_are_not_saved(
    context: Context, services: Services, qtbot: QtBot, hands: Hands
) -> None:
    dialog = opened(context, qtbot, hands)
    dialog.accept()
    assert "There are no sets yet" in dialog.message.text()
    write(dialog, hands, "Legs 2026-11-21\nbench 100x5")
    dialog.accept()
    assert "still to come" in dialog.message.text()
    assert dialog.isVisible()
    assert sessions(services, context) == []


def test_a_fault_of_the_disk_keeps_the_dialog(
    context: Context, services: Services, qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    dialog = opened(context, qtbot, hands, WHOLE)
    rename(tmp_path, "exercise_sets", "away")
    dialog.accept()
    hands.settle()
    assert dialog.message.text().startswith("Not saved.")
    assert dialog.isVisible()
    rename(tmp_path, "away", "exercise_sets")
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    assert len(sessions(services, context)) == 1


def test_both_sides_scroll_together(context: Context, qtbot: QtBot, hands: Hands) -> None:
    dialog = opened(context, qtbot, hands, "bench 100x5\n" * 60)
    bars = [pane.verticalScrollBar() for pane in (dialog.beside.text, dialog.beside.readings)]
    assert bars[0].maximum() == bars[1].maximum() > 0
    bars[1].triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    qtbot.waitUntil(lambda: bars[0].value() == bars[1].value() > 0)
    before = bars[0].value()
    dialog.beside.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: bars[1].value() == bars[0].value() > before)
    write(dialog, hands, "bench 100x5\n" * 70)
    qtbot.waitUntil(lambda: bars[1].value() == bars[0].value())


def test_what_is_left_without_saving_waits_for_the_next_time(
    context: Context, qtbot: QtBot, hands: Hands
) -> None:
    dialog = opened(context, qtbot, hands)
    write(dialog, hands, "bench 100x5\n")
    hands.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = opened(context, qtbot, hands, "dip 12")
    assert again.beside.lines == ["bench 100x5", "dip 12"]
    settle(again, hands)
    with qtbot.waitSignal(again.saved):
        again.accept()
    assert opened(context, qtbot, hands).beside.lines == [""], "what is saved is done"
