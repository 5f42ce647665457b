"""What can be checked here of the systems where no test runs: their own rules."""

from __future__ import annotations

from pathlib import Path

import platformdirs.windows as windows_folders
import pytest
from platformdirs.macos import MacOS
from platformdirs.windows import Windows, get_win_folder_from_env_vars
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import shortcuts
from desktop.ui.actions import MENUS, Entry, SubMenu
from desktop.ui.files import ask_imports, ask_target
from desktop.ui.shortcut_table import GROUPS

PORTABLE = QKeySequence.SequenceFormat.PortableText
# What the system keeps for itself; 'Ctrl' is written for the Command key of macOS.
TAKEN = {
    "macos": {"Ctrl+H", "Ctrl+M", "Ctrl+Space", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Alt+Esc"},
    "windows": {"Alt+F4", "Alt+Tab", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+Alt+Del"},
}
_NAMES_OF_FILES = set('<>:"/\\|?*')


def entries() -> list[Entry]:
    found: list[Entry] = []
    for _, listed in MENUS:
        for one in listed:
            found += [
                entry
                for entry in (one.entries if isinstance(one, SubMenu) else (one,))
                if entry is not None
            ]
    return found


@pytest.mark.parametrize("system", TAKEN)
def test_everything_has_a_key_that_the_system_leaves_free(qapp: QApplication, system: str) -> None:
    told = [(entry.name, [QKeySequence(key) for key in entry.keys]) for entry in entries()]
    for group in GROUPS:
        told += [
            (f"{group.name} {key.name}", list(shortcuts.sequences(group.name, key.name)))
            for key in group.keys
        ]
    without = [
        name
        for name, keys in told
        if keys and all(one.toString(PORTABLE) in TAKEN[system] for one in keys)
    ]
    # Qt's tables are left by Ctrl+Tab; on macOS that is for its own keyboard navigation to do
    assert set(without) <= {"sheet next_field"}


def test_the_application_menu_of_macos_finds_its_entries() -> None:
    roles = {entry.name: entry.role for entry in entries()}
    assert roles["quit"] is QAction.MenuRole.QuitRole
    assert roles["settings"] is QAction.MenuRole.PreferencesRole
    assert roles["about"] is QAction.MenuRole.AboutRole
    others = {role for name, role in roles.items() if name not in ("quit", "settings", "about")}
    # or its words, like 'Setup', would move a menu entry there
    assert others == {QAction.MenuRole.NoRole}


def test_the_data_lies_where_each_system_wants_it(
    private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME")
    # Windows itself cannot be asked here
    monkeypatch.setattr(windows_folders, "get_win_folder", get_win_folder_from_env_vars)
    mac = MacOS("repbook", appauthor=False).user_data_path
    windows = Windows("repbook", appauthor=False).user_data_path
    assert mac == private_home / "Library" / "Application Support" / "repbook"
    assert windows == private_home / "AppData" / "Local" / "repbook"


def test_files_are_asked_for_by_the_systems_own_dialog(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for dialog in (
        ask_imports(parent, lambda _: None),
        ask_target(parent, "repbook-2026-11-20.repbook", "Repbook file", lambda _: None),
    ):
        assert not dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
        # ( and ) set the pattern apart; a native dialog takes nothing else for one
        assert all(name.count("(") == name.count(")") == 1 for name in dialog.nameFilters())
        dialog.reject()
    assert not _NAMES_OF_FILES & set("repbook-2026-11-20.repbook")
