"""Rests by type of set and for single exercises."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import ExercisePreferences
from desktop.domain.errors import InvalidInputError
from desktop.domain.set_fields import clock_text
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.rest_box import read_rest
from desktop.ui.widgets.exercise_picker import ExercisePicker
from tests.ui.settings.conftest import Settle, type_over

BENCH = "Bench Press (Barbell)"


@pytest.fixture
def rests(dialog: SettingsDialog) -> SettingsDialog:
    dialog.go(1)
    return dialog


@given(st.integers(0, 3600))
def test_a_rest_is_read_as_it_is_written(seconds: int) -> None:
    assert read_rest(clock_text(seconds)) == read_rest(str(seconds)) == seconds


@given(st.text(max_size=8))
def test_a_rest_is_read_or_refused(text: str) -> None:
    with suppress(InvalidInputError):
        assert 0 <= read_rest(text) <= 3600


@pytest.mark.parametrize(
    ("text", "seconds", "written"),
    [("1:30", 90, "1:30"), ("75", 75, "1:15"), ("0", 0, "none"), ("None", 0, "none"),
     ("2 min", 120, "2:00"), ("1 h", 3600, "1:00:00")],
)  # fmt: skip
def test_a_rest_is_typed_in_many_ways(
    rests: SettingsDialog, context: Context, settle: Settle, text: str, seconds: int, written: str
) -> None:
    box = rests.rest.boxes["warm_up_rest_seconds"]
    type_over(box, text)
    settle()
    assert context.preferences.warm_up_rest_seconds == seconds
    assert box.text() == written
    assert rests.rest.boxes["drop_rest_seconds"].hasFocus()


@pytest.mark.parametrize("text", ["soon", "1:75", "", "2 h", "-5"])
def test_a_wrong_rest_is_said_and_not_kept(
    rests: SettingsDialog, context: Context, settle: Settle, text: str
) -> None:
    box = rests.rest.boxes["rest_seconds"]
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    type_over(box, text)
    settle()
    said = box.parent().fault  # type: ignore[union-attr]
    assert said.isVisible()
    assert said.text()
    assert box.text() == text
    assert box.accessibleDescription() == said.text()
    assert context.preferences.rest_seconds == 120
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert rests.isVisible()
    assert box.text() == "2:00"
    assert not said.isVisible()


def test_a_held_arrow_is_one_change(
    rests: SettingsDialog, context: Context, qtbot: QtBot, settle: Settle
) -> None:
    box = rests.rest.boxes["failure_rest_seconds"]
    box.setFocus()
    with qtbot.waitSignal(context.profile_changed):
        for _ in range(4):
            QTest.keyClick(box, Qt.Key.Key_Up)
    assert context.preferences.failure_rest_seconds == 240
    context.undo_last()
    settle()
    assert box.text() == "3:00"
    assert context.undo.undo_label == ""


def test_an_exercise_is_added_changed_and_removed(
    rests: SettingsDialog, context: Context, qtbot: QtBot, settle: Settle
) -> None:
    lines, accounts = rests.rest.exercises.lines, context.services.accounts
    assert rests.rest.exercises.nothing.isVisible()
    lines.add.click()
    picking = next(one for one in rests.findChildren(QDialog) if one.isVisible())
    picker = picking.findChild(ExercisePicker)
    assert isinstance(picker, ExercisePicker)
    settle()
    QTest.keyClicks(picker.search, "squat barbell")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    settle()
    assert not rests.rest.exercises.nothing.isVisible()
    names = [line.editors[0].text() for line in lines.lines]  # type: ignore[attr-defined]
    assert len(names) == 1
    assert "Squat" in names[0]
    key, kept = next(iter(accounts.exercise_preferences(context.user.id).items()))
    assert context.exercise_name(key) == names[0]
    assert kept.rest_seconds == 120
    rests.activateWindow()
    qtbot.waitUntil(lines.lines[0].editors[1].hasFocus)
    type_over(lines.lines[0].editors[1], "4:00")
    settle()
    assert accounts.exercise_preferences(context.user.id)[key].rest_seconds == 240
    assert context.undo.undo_label == f"change the rest of {names[0]}"
    lines.lines[0].remove.click()
    settle()
    assert accounts.exercise_preferences(context.user.id)[key].rest_seconds is None
    assert lines.lines == []
    context.undo_last()
    settle()
    assert len(lines.lines) == 1
    assert accounts.exercise_preferences(context.user.id)[key].rest_seconds == 240


def test_an_exercise_keeps_its_bar_when_its_rest_goes(
    rests: SettingsDialog, context: Context, settle: Settle
) -> None:
    accounts, user_id = context.services.accounts, context.user.id
    bench = next(one.id for one in context.exercises.values() if one.name == BENCH)
    given_ones = ExercisePreferences(rest_seconds=180, bar=Weight.of(15, Unit.KG))
    context.do("change", lambda: accounts.save_exercise_preferences(user_id, bench, given_ones))
    settle()
    line = rests.rest.exercises.lines.lines[0]
    assert line.editors[1].accessibleName() == f"{BENCH}: After a working set"
    line.remove.click()
    settle()
    kept = accounts.exercise_preferences(user_id)[bench]
    assert kept == ExercisePreferences(None, Weight.of(15, Unit.KG))


def test_a_change_elsewhere_leaves_what_is_being_typed(
    rests: SettingsDialog, context: Context, settle: Settle
) -> None:
    accounts, user_id = context.services.accounts, context.user.id
    rests.rest.exercises.add_exercise(next(iter(context.exercises)))
    settle()
    box = rests.rest.exercises.lines.lines[0].editors[1]
    assert box.hasFocus()
    box.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(box, "3:3")
    wanted = context.services.accounts.preferences(user_id)
    context.do("change", lambda: accounts.save_preferences(user_id, wanted))
    settle()
    assert box.text() == "3:3"  # type: ignore[attr-defined]
    assert box.hasFocus()
