"""The dock: a workout is logged by keyboard, and what shows a tick is on disk."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.session.cells import Cell
from desktop.ui.session.dock import SessionDock
from tests.support import NOW, FakeClock, add_session, make_services
from tests.ui.session.conftest import Hands, Open
from tests.ui.session.log import (
    BENCH,
    CTRL,
    SHIFT,
    SQUAT,
    TODAY,
    bench_line,
    is_rest_settled,
    rename,
    rows_on_disk,
    start,
    template,
    texts,
)


def test_a_name_in_the_line_adds_the_exercise_or_goes_to_it(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    dock.start(None)
    hands.settle()
    for name in (BENCH, SQUAT):
        dock.entry.field.setFocus()
        hands.enter(f"{name} ")
    bench, squat = dock.grid.blocks
    assert hands.is_at(squat.rows[0].cells[0])
    dock.entry.field.setFocus()
    hands.enter(f"{BENCH} ")
    assert hands.is_at(bench.rows[0].cells[0])
    hands.enter("100")
    hands.enter("5")
    dock.entry.field.setFocus()
    hands.enter(f"{BENCH} ")
    assert [block.name.text() for block in dock.grid.blocks] == [BENCH, SQUAT, BENCH]
    assert hands.is_at(dock.grid.blocks[2].rows[0].cells[0])


def test_a_double_click_starts_and_finishes_once(
    dock: SessionDock, hands: Hands, context: Context
) -> None:
    line = bench_line(context, 1)
    request = ("template", template(context, line).id)
    for _ in range(2):
        dock.start(request)
    hands.settle()
    assert dock.details.message.text() == ""
    hands.press(Qt.Key.Key_Return, CTRL)
    ends: list[str] = []
    dock.controller.closed.connect(ends.append)
    for _ in range(2):
        dock.run("finish")
    hands.settle()
    assert ends == ["finished"]
    assert dock.steps.summary is not None
    dock.steps.summary.accept()
    context.undo_last()
    hands.settle()
    assert dock.has_session
    assert context.undo.undo_label == f"tick {BENCH}"


def test_the_clock_rests_while_nobody_sees_it(
    dock: SessionDock, hands: Hands, context: Context
) -> None:
    start(dock, hands, bench_line(context, 1))
    (clock,) = dock.header.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert clock.isActive()
    dock.hide()
    assert not clock.isActive()
    dock.show()
    assert clock.isActive()
    dock.run("discard")
    hands.settle()
    assert not clock.isActive()


def test_notes_that_are_being_written_go_with_their_exercise(
    dock: SessionDock, hands: Hands, context: Context
) -> None:
    start(dock, hands, bench_line(context, 1))
    block = dock.grid.blocks[0]
    block.write_notes()
    hands.type("grip")
    block.asked.emit(block, "remove")
    hands.settle()
    assert dock.grid.blocks == []
    assert dock.controller.current().exercises == ()


def test_a_whole_workout_by_keyboard_only(
    dock: SessionDock, hands: Hands, services: Services, clock: FakeClock
) -> None:
    dock.empty.start.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert hands.is_at(dock.entry.field)
    hands.press(Qt.Key.Key_A, CTRL | SHIFT)
    hands.enter("bench press bar")
    row = dock.grid.rows()[0]
    assert hands.is_at(row.cells[0])
    hands.enter("102,5")
    hands.enter("5")
    assert row.tick.is_done
    hands.press(Qt.Key.Key_Insert)
    second = dock.grid.rows()[1]
    assert hands.is_at(second.cells[0])
    assert texts(second) == ["102.5", "5"]
    hands.press(Qt.Key.Key_Tab)
    hands.type("4")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert second.tick.is_done
    hands.press(Qt.Key.Key_A, CTRL | SHIFT)
    hands.enter("squat (barbell")
    hands.type("140")
    hands.press(Qt.Key.Key_Tab)
    hands.type("3")
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    assert dock.grid.rows()[2].tick.is_done
    assert dock.header.totals.text().startswith("3 of 3 sets \u00b7 1,342 kg")
    clock.move(minutes=50)
    hands.press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert dock.steps.summary is not None
    dock.steps.summary.accept()
    (line,) = services.history.rows(dock.context.user.id)
    done = services.history.get(line.id)
    assert not done.is_open
    assert done.duration_minutes == 50
    assert [(str(one.weight), one.reps) for part in done.exercises for one in part.sets] == [
        ("102.5 kg", 5),
        ("102.5 kg", 4),
        ("140 kg", 3),
    ]


def test_a_tick_shows_when_it_is_on_disk_and_not_before(
    dock: SessionDock, hands: Hands, tmp_path: Path, qtbot: QtBot
) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    gate = threading.Event()
    dock.context.tasks.write(lambda: gate.wait(30), lambda _: None)
    seen: list[list[tuple[int | None, int | None, bool]]] = []

    def look() -> None:
        if row.tick.is_done:
            seen.append(rows_on_disk(tmp_path))

    dock.controller.set_changed.connect(look)
    row.tick.click()
    shown = (row.tick.is_saving, row.tick.is_done, row.tick.accessibleName())
    stored = rows_on_disk(tmp_path)
    gate.set()
    assert shown[:2] == (True, False)
    assert "being saved" in shown[2]
    assert not any(ticked for _, _, ticked in stored)
    hands.settle()
    assert row.tick.is_done
    assert seen
    assert seen[0][0] == (100_000, 5, True)


def test_a_session_is_open_again_after_the_program_ended(
    dock: SessionDock, hands: Hands, tmp_path: Path, open_dock: Open, qtbot: QtBot
) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.type("105")
    hands.press(Qt.Key.Key_Return, CTRL)
    before = dock.controller.current()
    dock.context.tasks.close()
    dock.context.services.close()

    later = FakeClock(NOW + timedelta(minutes=42, seconds=13))
    services = make_services(tmp_path, later)
    from desktop.ui.notifier import Notifier
    from desktop.ui.tasks import Tasks
    from desktop.ui.undo import UndoStack

    old = dock.context
    context = Context(
        services, old.user, old.preferences, old.exercises, Tasks(), Notifier(), UndoStack()
    )
    again = open_dock(context)
    with qtbot.waitSignal(again.session_opened):
        again.resume_open()
    Hands(qtbot, context).settle()
    assert again.controller.current() == before
    assert again.grid.rows()[0].tick.is_done
    assert again.header.elapsed.text().startswith("42:"), "since the start, not since now"
    assert QApplication.focusWidget() is again.grid.rows()[1].cells[0]
    context.tasks.close()
    services.close()


def test_the_rest_starts_at_a_tick_and_takes_the_keys(
    dock: SessionDock, hands: Hands, qtbot: QtBot
) -> None:
    start(dock, hands, bench_line(dock.context, 3, 180))
    assert not dock.rest.isVisible()
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: is_rest_settled(dock))  # the tick is painted first
    assert dock.rest.isVisible()
    assert dock.rest.countdown.total == 180
    assert dock.rest.following.text() == "Next: 100 \u00d7 5"
    dock.rest.longer.click()
    assert dock.rest.countdown.total == 195
    dock.rest.shorter.click()
    dock.rest.shorter.click()
    assert dock.rest.countdown.total == 165
    dock.rest.skip.click()
    assert not dock.rest.isVisible()


def test_without_a_planned_rest_the_preferred_one_counts(
    dock: SessionDock, hands: Hands, qtbot: QtBot
) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: is_rest_settled(dock))
    assert dock.rest.countdown.total == dock.context.preferences.rest_seconds


def test_ticks_edits_and_removals_are_undone_and_done_again(
    dock: SessionDock, hands: Hands
) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    context, controller = dock.context, dock.controller
    states = [controller.current()]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        hands.press(key, CTRL)
        states.append(controller.current())
    hands.press(Qt.Key.Key_Insert)
    hands.type("80")
    hands.press(Qt.Key.Key_Tab)
    states.append(controller.current())
    while context.undo.undo_label:
        context.undo_last()
        hands.settle()
    assert controller.current() == states[0]
    assert [row.tick.is_done for row in dock.grid.rows()] == [False, False]
    while context.undo.redo_label:
        context.redo_last()
        hands.settle()
    assert controller.current() == states[-1]
    assert dock.grid.rows()[-1].cells[0].text() == "80"


def test_a_discarded_session_comes_back(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    before = dock.controller.current()
    with qtbot.waitSignal(dock.session_closed):
        dock.header.menu.discard.trigger()
    hands.settle()
    assert dock.controller.session is None
    assert dock.empty.undo.isVisible()
    with qtbot.waitSignal(dock.session_opened):
        dock.empty.undo.click()
    hands.settle()
    assert dock.controller.current() == before
    assert dock.grid.rows()[0].tick.is_done


def test_a_finished_session_is_open_again_after_undo(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2))
    hands.press(Qt.Key.Key_Return, CTRL)
    before = dock.controller.current()
    dock.run("finish")
    hands.settle()
    assert dock.steps.summary is not None
    dock.steps.summary.accept()
    assert dock.controller.session is None
    dock.context.undo_last()
    hands.settle()
    assert dock.controller.current() == before


def test_finishing_nothing_says_so(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    dock.header.finish.click()
    hands.settle()
    assert dock.controller.session is not None
    assert "Nothing is ticked" in dock.details.message.text()


def test_a_second_start_says_that_one_is_open(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    before = dock.controller.current()
    dock.start(None)
    hands.settle()
    assert dock.controller.current() == before
    assert "still open" in dock.details.message.text()


def test_name_and_notes_are_kept(dock: SessionDock, hands: Hands, services: Services) -> None:
    start(dock, hands, bench_line(dock.context))
    dock.header.name.setFocus()
    dock.header.name.selectAll()
    hands.enter("Heavy push")
    dock.details.notes.show()
    dock.details.notes.setFocus()
    hands.enter("slept badly")
    block = dock.grid.blocks[0]
    block.write_notes()
    hands.enter("grip wider")
    stored = services.session.open_session(dock.context.user.id)
    assert stored == dock.controller.current()
    assert stored is not None
    assert (stored.name, stored.notes, stored.exercises[0].notes) == (
        "Heavy push",
        "slept badly",
        "grip wider",
    )


def test_a_tick_that_cannot_be_stored_says_so(
    dock: SessionDock, hands: Hands, tmp_path: Path
) -> None:
    row = start(dock, hands, bench_line(dock.context))[0]
    rename(tmp_path, "exercise_sets", "lost")
    row.tick.click()
    hands.settle()
    assert not row.tick.is_done
    assert row.message.isVisible()
    assert row.message.text().startswith("Not saved.")
    rename(tmp_path, "lost", "exercise_sets")
    row.tick.click()
    hands.settle()
    assert row.tick.is_done


def test_the_last_session_is_repeated(dock: SessionDock, hands: Hands, services: Services) -> None:
    day = TODAY - timedelta(days=3)
    last = add_session(services, dock.context.user, day, [(BENCH, [(90, 5), (90, 4)])])
    dock.start(("repeat", last.id))
    hands.settle()
    assert [texts(row)[:2] for row in dock.grid.rows()] == [["90", "5"], ["90", "4"]]
    assert not any(row.tick.is_done for row in dock.grid.rows())


def test_every_control_has_a_name(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    for kind in (QLineEdit, QPushButton):
        for widget in dock.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    cells = dock.findChildren(Cell)
    assert len({cell.accessibleName() for cell in cells}) == len(cells)


def test_a_swap_and_its_undo_keep_the_focus_in_the_session(dock: SessionDock, hands: Hands) -> None:
    start(dock, hands, bench_line(dock.context, 2), bench_line(dock.context, 1))
    key = dock.controller.current().exercises[0].id
    actions = dock.grid.block_actions
    actions.act(dock.grid.blocks[0], "swap")
    hands.settle()
    hands.type("squat (barbell")
    hands.press(Qt.Key.Key_Return)
    dock.window().activateWindow()
    assert dock.controller.current().exercises[0].id != key
    assert hands.is_at(dock.grid.blocks[0].rows[0].cells[0])
    dock.context.undo_last()
    hands.settle()
    assert dock.controller.current().exercises[0].id == key
    assert hands.is_at(dock.grid.blocks[0].rows[0].cells[0])
