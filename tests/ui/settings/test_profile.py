"""The profile among the settings, and the folder of its data."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.settings.dialog import SettingsDialog
from tests.ui.settings.conftest import Settle, type_over


def test_the_name_is_kept_at_once_and_taken_back(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    dialog.go(5)
    type_over(dialog.profile.called, "Second")
    settle()
    assert context.user.name == "Second"
    dialog.settings.undo()
    settle()
    assert context.user.name == "Lifter"
    assert dialog.profile.called.text() == "Lifter"


def test_a_profile_is_not_left_without_a_name(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    dialog.go(5)
    type_over(dialog.profile.called, " ")
    settle()
    assert dialog.profile.called.is_wrong
    assert context.user.name == "Lifter"


def test_another_time_zone_is_another_today(
    dialog: SettingsDialog, context: Context, settle: Settle, services: Services
) -> None:
    before = context.today()
    zone = dialog.profile.zone
    zone.setCurrentIndex(zone.findText("Pacific/Kiritimati"))  # 14 hours ahead
    settle()
    assert context.user.timezone == "Pacific/Kiritimati"
    assert (context.today() - before).days == 1


def test_the_password_is_set_among_the_profiles(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.profiles_wanted):
        dialog.profile.profiles.click()
    assert not dialog.isVisible()


def test_the_path_of_the_data_can_be_copied(dialog: SettingsDialog, tmp_path: Path) -> None:
    dialog.data.copy_path.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path)
    told = dialog.data.elsewhere.text()
    assert str(tmp_path) in told
    assert "--data" in told


@pytest.mark.parametrize("words", ["text size", "font", "zoom"])
def test_the_text_size_is_found_and_takes_effect(
    dialog: SettingsDialog, settle: Settle, context: Context, words: str
) -> None:
    dialog.search.setText(words)
    choice = dialog.window_section.text
    assert choice.isVisible()
    points = choice.font().pointSizeF()
    choice.setCurrentIndex(choice.findText("150 %"))
    assert choice.font().pointSizeF() == pytest.approx(1.5 * points)
    settle()
    assert context.preferences.text_size == 150
    choice.setCurrentIndex(choice.findText("100 % (usual)"))
    settle()
