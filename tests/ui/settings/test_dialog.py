"""The settings: every control takes effect at once and is kept."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Effort, Formula
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.theme import DARK, Theme, colors


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.set_choice("light")


@pytest.fixture
def dialog(context: Context, theme: Theme, qtbot: QtBot, tmp_path: Path) -> SettingsDialog:
    dialog = SettingsDialog(context, theme, tmp_path)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


CHANGES: dict[str, tuple[Callable[[SettingsDialog], object], Any]] = {
    "unit": (lambda one: one.unit.setCurrentText("Pounds (lb)"), Unit.LB),
    "formula": (lambda one: one.formula.setCurrentText("Wathan"), Formula.WATHAN),
    "first_weekday": (lambda one: one.week.setCurrentText("Sunday"), 6),
    "rest_seconds": (lambda one: one.rest.stepUp(), 135),
    "effort": (lambda one: one.effort.setCurrentIndex(2), Effort.RIR),
    "theme": (lambda one: one.theme.setCurrentText("Dark"), "dark"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_kept_at_once(
    dialog: SettingsDialog, context: Context, qtbot: QtBot, name: str
) -> None:
    change, wanted = CHANGES[name]
    with qtbot.waitSignal(context.profile_changed):
        change(dialog)
    assert getattr(context.preferences, name) == wanted
    assert context.services.accounts.preferences(context.user.id) == context.preferences


def test_two_quick_changes_are_both_kept(
    dialog: SettingsDialog, context: Context, qtbot: QtBot
) -> None:
    dialog.unit.setCurrentText("Pounds (lb)")
    dialog.effort.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert context.preferences.unit == Unit.LB
    assert context.preferences.effort is Effort.RPE


def test_the_look_changes_before_it_is_kept(dialog: SettingsDialog, context: Context) -> None:
    dialog.theme.setCurrentText("Dark")
    assert colors(dialog) is DARK


def test_the_data_folder_is_shown_and_opened(
    dialog: SettingsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    assert dialog.folder.text() == str(tmp_path)
    dialog.open_folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    for control in (
        dialog.unit,
        dialog.formula,
        dialog.week,
        dialog.theme,
        dialog.rest,
        dialog.effort,
    ):
        assert control.accessibleName()
    assert dialog.folder.accessibleName()
