"""Typing into the sheet of a template: keys lead on, and what cannot be used stays marked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Effort
from desktop.domain.templates import TargetReps
from desktop.domain.weight import Unit, Weight
from desktop.ui.templates.model import LinesModel
from tests.ui.templates.acting import (
    BENCH,
    CTRL,
    NAME,
    NOTES,
    PLANK,
    REPS,
    RPE,
    RUN,
    SETS,
    SHIFT,
    SQUAT,
    WEIGHT,
    Actor,
    Key,
)


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


def test_tab_passes_over_what_an_exercise_does_not_have(actor: Actor) -> None:
    actor.open(PLANK)
    actor.go_to(0, REPS)
    actor.write("60", Key.Key_Tab)
    assert actor.here() == (0, RPE)
    assert actor.cells(0, REPS) == ["60 s"]


def test_tab_stays_in_the_sheet_and_ctrl_tab_leaves_it(actor: Actor) -> None:
    actor.open(BENCH)
    actor.go_to(0, NOTES)
    for _ in range(2):
        actor.press(Key.Key_Tab)
        assert (actor.here(), QApplication.focusWidget()) == ((1, NAME), actor.view)
    actor.go_to(0, NAME)
    actor.press(Key.Key_Backtab, SHIFT)
    assert (actor.here(), QApplication.focusWidget()) == ((0, NAME), actor.view)
    for key, modifiers in ((Key.Key_Tab, CTRL), (Key.Key_Backtab, CTRL | SHIFT)):
        actor.go_to(0, NAME)
        actor.press(key, modifiers)
        assert QApplication.focusWidget() is not actor.view


def test_enter_on_a_new_name_leads_to_its_sets(actor: Actor) -> None:
    actor.open()
    actor.go_to(0, NAME)
    for row, name in enumerate(("bench press (barb", "squat (barb")):
        actor.write(name, Key.Key_Return)
        assert actor.here() == (row, SETS)
        actor.write("3", Key.Key_Tab)
        actor.write("5/3/1+", Key.Key_Return)
        assert actor.here() == (row + 1, NAME)
    actor.settle()
    assert actor.names() == [BENCH, SQUAT]
    assert actor.cells(0, SETS, REPS) == ["3", "5/3/1+"]


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
