"""Exercises brought into another order by mouse, and dropped in from the library."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.library import LibraryRow
from desktop.domain.templates import TargetReps, TemplateExercise
from desktop.ui.context import Context
from desktop.ui.library.model import LibraryModel
from desktop.ui.session.dock import SessionDock
from desktop.ui.widgets.exercise_mime import ids_of, mime_of
from tests.ui.session.conftest import Hands
from tests.ui.session.log import BENCH, SQUAT, bench_line, exercise, start

ROW = "Bent-Over Row (Barbell)"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def line(context: Context, name: str, sets: int = 2) -> TemplateExercise:
    return TemplateExercise(new_id(), exercise(context, name).id, sets, TargetReps(5, 5))


def three(dock: SessionDock, hands: Hands, sets: int = 1) -> None:
    context = dock.context
    start(
        dock, hands, bench_line(context, sets), line(context, SQUAT, sets), line(context, ROW, sets)
    )
    QApplication.processEvents()


def names(dock: SessionDock) -> list[str]:
    return [block.name.text() for block in dock.grid.blocks]


def move(widget: QWidget, at: QPoint) -> None:
    """Move the mouse with the button down, also out of the widget."""
    there = QPointF(widget.mapToGlobal(at))
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), there, Qt.MouseButton.NoButton, LEFT, NONE
    )
    QApplication.sendEvent(widget, event)


def drag(dock: SessionDock, of: int, onto: int, part: float) -> QWidget:
    """Take a block by its grip to that part of another one's height; the grip."""
    grip = dock.grid.blocks[of].head.grip
    block = dock.grid.blocks[onto]
    begin = grip.rect().center()
    end = grip.mapFromGlobal(block.mapToGlobal(QPoint(20, round(part * block.height()))))
    QTest.mousePress(grip, LEFT, pos=begin)
    move(grip, begin + QPoint(0, 30))
    move(grip, end)
    return grip


def drop(hands: Hands, grip: QWidget) -> None:
    QTest.mouseRelease(grip, LEFT)
    hands.settle()


@pytest.mark.parametrize(
    ("of", "onto", "part", "order"),
    [
        (0, 1, 0.8, [SQUAT, BENCH, ROW]),
        (0, 2, 0.8, [SQUAT, ROW, BENCH]),
        (2, 0, 0.2, [ROW, BENCH, SQUAT]),
        (2, 1, 0.2, [BENCH, ROW, SQUAT]),
        (1, 1, 0.9, [BENCH, SQUAT, ROW]),
    ],
)
def test_a_block_is_dragged_by_its_grip(
    dock: SessionDock, hands: Hands, of: int, onto: int, part: float, order: list[str]
) -> None:
    three(dock, hands)
    grip = drag(dock, of, onto, part)
    assert dock.grid.landing.line.isVisible()
    drop(hands, grip)
    assert names(dock) == order
    assert not dock.grid.landing.line.isVisible()
    moved = [BENCH, SQUAT, ROW][of]
    if order != [BENCH, SQUAT, ROW]:
        assert dock.context.undo.undo_label == f"move {moved}"
        dock.context.undo_last()
        hands.settle()
    assert names(dock) == [BENCH, SQUAT, ROW]


def test_the_focus_comes_back_after_a_drag(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    cell = dock.grid.blocks[0].rows[0].cells[1]
    cell.setFocus()
    drop(hands, drag(dock, 0, 1, 0.8))
    assert hands.is_at(cell)


def test_escape_leaves_everything_where_it_is(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    grip = drag(dock, 0, 2, 0.9)
    hands.press(Qt.Key.Key_Escape)
    assert not dock.grid.landing.line.isVisible()
    drop(hands, grip)
    assert names(dock) == [BENCH, SQUAT, ROW]
    assert not dock.context.undo.undo_label.startswith("move")


def test_a_click_on_the_grip_is_no_drag(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    before = dock.controller.current()
    QTest.mouseClick(dock.grid.blocks[0].head.grip, LEFT)
    hands.settle()
    assert dock.controller.current() == before


def test_what_cannot_be_used_stops_the_drag(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    cell = dock.grid.blocks[1].rows[0].cells[0]
    cell.setFocus()
    hands.type("heavy")
    drop(hands, drag(dock, 0, 2, 0.9))
    assert names(dock) == [BENCH, SQUAT, ROW]
    assert hands.is_at(cell)


def test_near_the_edge_the_list_moves_on(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    three(dock, hands, sets=12)
    bar = dock.grid.verticalScrollBar()
    bar.setValue(0)
    grip = dock.grid.blocks[0].head.grip
    begin = grip.rect().center()
    QTest.mousePress(grip, LEFT, pos=begin)
    viewport = dock.grid.viewport()
    bottom = viewport.mapToGlobal(QPoint(20, viewport.height() - 4))
    move(grip, begin + QPoint(0, 30))
    move(grip, grip.mapFromGlobal(bottom))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=20_000)
    assert dock.grid.landing.place == 3
    move(grip, grip.mapFromGlobal(viewport.mapToGlobal(QPoint(20, 4))))
    qtbot.waitUntil(lambda: bar.value() == 0, timeout=20_000)
    assert dock.grid.landing.place == 0
    drop(hands, grip)
    assert names(dock) == [BENCH, SQUAT, ROW]


# out of the library
def carry(dock: SessionDock, mime: QMimeData, onto: int, part: float) -> QDropEvent | None:
    """Drag it in from outside to that part of a block's height, and drop it; None: not taken."""
    viewport = dock.grid.viewport()
    if dock.grid.blocks:
        block = dock.grid.blocks[onto]
        there = block.mapToGlobal(QPoint(20, round(part * block.height())))
        at = viewport.mapFromGlobal(there)
    else:
        at = QPoint(20, 20)
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, mime, LEFT, NONE)
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return None
    QApplication.sendEvent(viewport, QDragMoveEvent(at, copy, mime, LEFT, NONE))
    assert dock.grid.landing.line.isVisible()
    event = QDropEvent(QPointF(at), copy, mime, LEFT, NONE)
    QApplication.sendEvent(viewport, event)
    return event


def mime_from_library(context: Context, *wanted: str) -> QMimeData:
    """What the library's table gives to drag for these rows."""
    model = LibraryModel()
    rows = [LibraryRow(exercise(context, name)) for name in wanted]
    model.set_library(rows, context.preferences.unit, context.today())
    indexes = [model.index(place, 0) for place in range(len(wanted))]
    indexes += [model.index(place, 1) for place in range(len(wanted))]
    mime = model.mimeData(indexes)
    model.deleteLater()
    return mime


@pytest.mark.parametrize(
    ("onto", "part", "place"), [(0, 0.1, 0), (0, 0.9, 1), (1, 0.9, 2), (2, 0.9, 3)]
)
def test_an_exercise_is_dropped_where_it_is_wanted(
    dock: SessionDock, hands: Hands, onto: int, part: float, place: int
) -> None:
    three(dock, hands)
    dropped = carry(dock, mime_from_library(dock.context, "Plank"), onto, part)
    assert dropped is not None
    assert dropped.isAccepted()
    hands.settle()
    expected = [BENCH, SQUAT, ROW]
    expected.insert(place, "Plank")
    assert names(dock) == expected
    assert dock.context.undo.undo_label == "add Plank"
    assert hands.is_at(dock.grid.blocks[place].rows[0].cells[0])


def test_several_are_dropped_as_one_step(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    carry(dock, mime_from_library(dock.context, "Plank", "Push-Up"), 0, 0.9)
    hands.settle()
    assert names(dock) == [BENCH, "Plank", "Push-Up", SQUAT, ROW]
    assert dock.context.undo.undo_label == "add 2 exercises"
    dock.context.undo_last()
    hands.settle()
    assert names(dock) == [BENCH, SQUAT, ROW]


def test_into_an_empty_session(dock: SessionDock, hands: Hands) -> None:
    dock.start(None)
    hands.settle()
    carry(dock, mime_from_library(dock.context, "Plank"), 0, 0)
    hands.settle()
    assert names(dock) == ["Plank"]


def test_what_is_no_exercise_is_not_taken(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    text = QMimeData()
    text.setText("Plank")
    assert carry(dock, text, 0, 0.5) is None
    wrong = QMimeData()
    wrong.setData("application/x-repbook-exercise", b"no id at all")
    assert carry(dock, wrong, 0, 0.5) is None
    carry(dock, mime_of([new_id()]), 0, 0.9)  # of another profile, or gone
    hands.settle()
    assert names(dock) == [BENCH, SQUAT, ROW]


def test_the_line_goes_when_the_drag_leaves(dock: SessionDock, hands: Hands) -> None:
    three(dock, hands)
    viewport = dock.grid.viewport()
    mime = mime_of([exercise(dock.context, "Plank").id])
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(viewport, QDragEnterEvent(QPoint(9, 9), copy, mime, LEFT, NONE))
    QApplication.sendEvent(viewport, QDragMoveEvent(QPoint(9, 9), copy, mime, LEFT, NONE))
    assert dock.grid.landing.line.isVisible()
    QApplication.sendEvent(viewport, QDragLeaveEvent())
    assert not dock.grid.landing.line.isVisible()


def test_ids_travel_unchanged() -> None:
    ids: list[UUID] = [new_id(), new_id()]
    assert ids_of(mime_of(ids)) == ids
    assert ids_of(QMimeData()) == []
