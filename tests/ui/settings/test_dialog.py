"""The settings: every control takes effect at once, is kept, found and taken back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Effort, Formula
from desktop.domain.errors import RepbookError
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.theme import DARK, Theme, colors
from tests.ui.settings.conftest import Settle, type_over

CHANGES: dict[str, tuple[Callable[[SettingsDialog], object], Any, str]] = {
    "unit": (
        lambda one: one.training.unit.setCurrentText("Pounds (lb)"),
        Unit.LB,
        "change the unit of weights",
    ),
    "formula": (
        lambda one: one.training.formula.setCurrentText("Wathan"),
        Formula.WATHAN,
        "change the e1RM formula",
    ),
    "most_reps": (
        lambda one: type_over(one.training.most_reps, "10 reps"),
        10,
        "change the most reps of an estimate",
    ),
    "uses_rpe": (lambda one: one.training.rpe.click(), False, "change how RPE counts"),
    "counts_warm_ups": (
        lambda one: one.training.warm_ups.click(),
        True,
        "change how warm-up sets count",
    ),
    "first_weekday": (
        lambda one: one.training.week.setCurrentText("Sunday"),
        6,
        "change the start of the week",
    ),
    "effort": (
        lambda one: one.training.effort.setCurrentIndex(2),
        Effort.RIR,
        "change how effort is noted",
    ),
    "rest_seconds": (
        lambda one: one.rest.boxes["rest_seconds"].stepUp(),
        135,
        "change the rest after a working set",
    ),
    "rest_sound": (lambda one: one.rest.sound.click(), False, "change the beep"),
    "rest_notice": (lambda one: one.rest.notice.click(), False, "change the notice"),
    "theme": (
        lambda one: one.window_section.look.setCurrentText("Dark"),
        "dark",
        "change the look",
    ),
}


def shown(dialog: SettingsDialog) -> list[str]:
    """The titles of the cards that can be seen."""
    groups = [group for section in dialog.sections for group in section.groups]
    return [group.title for group in groups if group.isVisible()]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_kept_at_once_and_taken_back(
    dialog: SettingsDialog, context: Context, qtbot: QtBot, settle: Settle, name: str
) -> None:
    change, wanted, label = CHANGES[name]
    before = context.preferences
    with qtbot.waitSignal(context.profile_changed):
        change(dialog)
    assert context.preferences == replace(before, **{name: wanted})
    assert context.services.accounts.preferences(context.user.id) == context.preferences
    assert context.undo.undo_label == label
    with qtbot.waitSignal(context.profile_changed):
        context.undo_last()
    assert context.preferences == before
    settle()
    assert dialog.settings.wanted == before


@pytest.mark.parametrize("text", ["0", "31", "ten", " "])
def test_a_wrong_number_is_said_and_not_kept(
    dialog: SettingsDialog, context: Context, settle: Settle, text: str
) -> None:
    field = dialog.training.most_reps
    type_over(field, text)
    settle()
    assert field.accessibleDescription().endswith(("Type 1 to 30.", "Type a whole number."))
    assert field.parent().fault.text() == field.accessibleDescription()  # type: ignore[union-attr]
    assert context.preferences.most_reps == 12


def test_two_quick_changes_are_both_kept(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    dialog.training.unit.setCurrentText("Pounds (lb)")
    dialog.training.effort.setCurrentIndex(1)
    settle()
    assert context.preferences.unit == Unit.LB
    assert context.preferences.effort is Effort.RPE


def test_the_look_changes_before_it_is_kept(dialog: SettingsDialog) -> None:
    dialog.window_section.look.setCurrentText("Dark")
    assert colors(dialog) is DARK


def test_the_data_folder_is_shown_and_opened(
    dialog: SettingsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert dialog.data.folder.text() == str(tmp_path)
    dialog.data.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_the_list_walks_through_the_sections(dialog: SettingsDialog) -> None:
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.hasFocus()
    for section in dialog.sections[1:]:
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        assert [one for one in dialog.sections if one.isVisible()] == [section]
    for _ in dialog.sections:
        QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.search.hasFocus()
    assert dialog.training.isVisible()


def test_it_opens_at_a_section(
    context: Context, theme: Theme, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    dialog = SettingsDialog(context, theme, tmp_path, section="gear")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.gear.isVisible()
    assert not dialog.training.isVisible()
    assert dialog.list.currentRow() == 3
    settle()


def test_the_search_shows_what_matches_in_all_sections(dialog: SettingsDialog) -> None:
    QTest.keyClicks(dialog.search, "pounds")
    assert shown(dialog) == ["Sets"]
    assert not dialog.training.effort.isVisible()
    dialog.search.setText("warm-up set")
    assert shown(dialog) == ["Figures", "After a set", "Warm-up sets"]
    assert dialog.training.warm_ups.isVisible()
    assert not dialog.training.rpe.isVisible()
    assert dialog.rest.boxes["warm_up_rest_seconds"].isVisible()
    assert not dialog.rest.boxes["rest_seconds"].isVisible()
    dialog.search.setText("women")  # the name of a bar
    assert shown(dialog) == ["Bars"]
    dialog.search.setText("nothing has this")
    assert shown(dialog) == []
    assert dialog.nothing.isVisible()


def test_down_goes_from_the_search_to_the_first_result(dialog: SettingsDialog) -> None:
    QTest.keyClicks(dialog.search, "drop")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.rest.boxes["drop_rest_seconds"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.search.hasFocus()
    assert not dialog.search.text()
    assert shown(dialog) == ["Sets", "Figures"]
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_section_chosen_during_a_search_ends_it(dialog: SettingsDialog) -> None:
    dialog.search.setText("rest")
    assert dialog.list.currentRow() == -1
    assert not dialog.list.item(0).flags()
    dialog.list.setCurrentRow(1)
    assert not dialog.search.text()
    assert dialog.rest.isVisible()
    assert dialog.list.item(0).flags()


def test_the_key_for_undo_takes_back_only_what_was_done_here(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    accounts, user = context.services.accounts, context.user
    renamed = replace(user, name="Second")
    context.do("rename", lambda: accounts.save(renamed), lambda: accounts.save(user))
    settle()
    assert not dialog.undo_button.isEnabled()
    dialog.training.effort.setCurrentIndex(1)
    QTest.keyClick(dialog.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()  # the change was still on its way when undo was asked for
    assert context.preferences.effort is Effort.OFF
    assert dialog.training.effort.currentIndex() == 0
    QTest.keyClick(dialog.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert context.user.name == "Second"
    dialog.settings.redo()
    settle()
    assert dialog.training.effort.currentIndex() == 1
    dialog.undo_button.click()
    settle()
    assert dialog.training.effort.currentIndex() == 0


def test_changes_from_elsewhere_are_shown_and_the_focus_stays(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    accounts, user_id = context.services.accounts, context.user.id
    dialog.training.unit.setFocus()
    wanted = replace(context.preferences, unit=Unit.LB, rest_seconds=75)
    context.do("change settings", lambda: accounts.save_preferences(user_id, wanted))
    settle()
    assert dialog.training.unit.currentText() == "Pounds (lb)"
    assert dialog.rest.boxes["rest_seconds"].text() == "1:15"
    assert dialog.training.unit.hasFocus()
    assert not dialog.undo_button.isEnabled()


def test_what_cannot_be_kept_is_said_and_shown_as_it_is(
    dialog: SettingsDialog, context: Context, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RepbookError("The disk is full.", "Free some space.")

    monkeypatch.setattr(context.services.accounts, "save_preferences", fail)
    dialog.training.effort.setCurrentIndex(1)
    settle()
    assert dialog.fault.text() == "The disk is full. Free some space."
    assert dialog.training.effort.currentIndex() == 0
    assert not dialog.undo_button.isEnabled()


def test_arrows_and_wheel_change_no_choice_on_the_way(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    unit = dialog.training.unit
    unit.setFocus()
    QTest.keyClick(unit, Qt.Key.Key_Down)
    assert unit.view().isVisible()
    assert kept_unit(context) is Unit.KG
    QTest.keyClick(unit.view(), Qt.Key.Key_Down)
    QTest.keyClick(unit.view(), Qt.Key.Key_Return)
    settle()
    assert kept_unit(context) is Unit.LB
    place = unit.rect().center()
    wheel = QWheelEvent(
        place, unit.mapToGlobal(place), place, place * 5, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    assert not unit.event(wheel) or not wheel.isAccepted()
    assert unit.currentText() == "Pounds (lb)"


def test_what_is_typed_is_kept_when_the_dialog_closes(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    dialog.go(1)
    box = dialog.rest.boxes["rest_seconds"]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "1:30")
    dialog.close_button.click()
    settle()
    assert context.preferences.rest_seconds == 90


def test_enter_presses_the_button_that_has_the_focus_and_no_other(dialog: SettingsDialog) -> None:
    dialog.go(1)
    type_over(dialog.rest.boxes["rest_seconds"], "45", Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.close_button.setFocus()
    QTest.keyClick(dialog.close_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_everything_has_a_name_and_is_reached_by_tab(dialog: SettingsDialog) -> None:
    kinds = (QComboBox, QSpinBox, QAbstractButton, QLineEdit)
    for place, section in enumerate(dialog.sections):
        dialog.go(place)
        dialog.search.setFocus()
        walked: list[QWidget] = []
        while (one := dialog.focusWidget()) not in walked:
            walked.append(one)
            QTest.keyClick(one, Qt.Key.Key_Tab)
        controls = [
            one
            for kind in kinds
            for one in section.findChildren(kind)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() and not one.focusProxy()
        ]
        assert controls
        assert not [one for one in controls if one not in walked]
        unnamed = [one for one in controls if not (one.accessibleName() or _words(one))]
        assert not unnamed
        tops = [one.mapTo(dialog, one.rect().topLeft()).y() for one in walked if one in controls]
        if section is not dialog.gear:  # which has two columns
            assert tops == sorted(tops)


def kept_unit(context: Context) -> Unit:
    return context.services.accounts.preferences(context.user.id).unit


def _words(control: QWidget) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""
