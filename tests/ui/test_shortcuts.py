"""The keys of the window: each does one thing, is declared, and is on the sheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import shortcuts
from desktop.ui.actions import MENUS, Actions, Entry, SubMenu, keys_of, menu_place
from desktop.ui.help.shortcuts_sheet import ShortcutsSheet
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.keys import Command, command_of
from desktop.ui.shell import MENU_TITLES
from desktop.ui.shortcut_table import GROUPS
from desktop.ui.theme import DARK, LIGHT, Theme
from tests.support import make_context, make_services
from tests.ui.pages import open_log
from tests.ui.real_window import RealWindow

UI = Path(__file__).parents[2] / "desktop" / "ui"
NATIVE = QKeySequence.SequenceFormat.NativeText
READS_KEYS = re.compile(r"def keyPressEvent|Type\.KeyPress\b|QShortcut\(|setShortcut\(")
# Makes the actions of the menus; the help key of every dialog; what Qt's own widgets hand on.
ELSEWHERE = {"actions", "dialogs", "help/window"}


@pytest.fixture
def real_window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[RealWindow]:
    with open_log(tmp_path) as log:
        yield RealWindow(qapp, qtbot, tmp_path, log)


def entries() -> list[Entry]:
    found: list[Entry] = []
    for _, listed in MENUS:
        for entry in listed:
            inner = entry.entries if isinstance(entry, SubMenu) else (entry,)
            found += [one for one in inner if one is not None]
    return found


def test_no_key_is_given_twice(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    services = make_services(tmp_path)
    context = make_context(services)
    dock = SessionDock(context, window)
    windows = [QKeySequence(key).toString(NATIVE) for entry in entries() for key in entry.keys]
    docks = {one.key().toString(NATIVE) for one in dock.findChildren(QShortcut)}
    session = next(one for one in GROUPS if one.name == "session")
    docks |= {one.toString(NATIVE) for key in session.keys for one in keys_in("session", key.name)}
    assert [key for key, count in Counter(windows).items() if count > 1] == []
    assert docks.isdisjoint(windows)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    context.tasks.close()
    services.close()


def test_no_key_is_one_that_text_fields_take() -> None:
    # under X11 these go to the end of the line, empty it, or mark it, and reach no menu
    taken = {"Ctrl+A", "Ctrl+E", "Ctrl+U"}
    assert taken.isdisjoint({entry.keys[0] for entry in entries() if entry.keys})


def keys_in(group: str, name: str) -> list[QKeySequence]:
    return shortcuts.sequences(group, name)


def test_every_key_of_the_sets_is_told() -> None:
    told: set[object] = set()
    session = next(one for one in GROUPS if one.name == "session")
    for key in session.keys:
        for keys in keys_in("session", key.name):
            pressed = keys[0]  # type: ignore[index]
            event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
            told.add(command_of(event))
    untold = set(Command) - told
    assert untold == {Command.UP, Command.DOWN, Command.LEFT, Command.RIGHT}, "arrows are arrows"


def test_every_key_of_a_menu_is_told(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window, [window.menuBar().addMenu(title) for title in MENU_TITLES])
    told = {keys for _, listed in actions.shortcuts() for _, keys in listed}
    assert {keys.split(" or ")[0] for keys in told} == {
        keys_of(entry.name) for entry in entries() if entry.keys
    }
    assert keys_of("finish") in told
    assert keys_of("discard") == ""


def test_a_menu_entry_says_where_it_is() -> None:
    assert menu_place("import") == "File > Import"
    assert menu_place("place_next") == "Session > Place > Next place"
    with pytest.raises(KeyError):
        menu_place("nothing")


def test_every_module_that_reads_keys_is_declared() -> None:
    reading = {
        path.relative_to(UI).with_suffix("").as_posix()
        for path in UI.rglob("*.py")
        if READS_KEYS.search(path.read_text(encoding="utf-8"))
    }
    declared = {module for group in GROUPS for module in group.handled_in}
    assert sorted(reading - declared - ELSEWHERE) == [], "keys that the sheet does not tell"
    assert sorted(declared - reading - {"help/window"}) == [], "modules without keys"


def test_names_and_keys_are_declared_once() -> None:
    for group in GROUPS:
        assert len({key.name for key in group.keys}) == len(group.keys), group.name
        for key in group.keys:
            assert all(not keys.isEmpty() for keys in keys_in(group.name, key.name)), key


def test_every_key_that_is_alive_is_on_the_sheet(real_window: RealWindow) -> None:
    told = {
        QKeySequence(one, NATIVE).toString()
        for _, listed in [*real_window.window.menu.shortcuts(), *shortcuts.listed()]
        for _, keys in listed
        for one in keys.split(" or ")
    }
    told |= {
        one.toString()
        for group in GROUPS
        for key in group.keys
        for one in keys_in(group.name, key.name)
    }
    real_window.visit_every_page()
    alive = keys_alive(real_window.window)
    real_window.each_dialog(lambda _, dialog: alive.update(keys_alive(dialog)))
    real_window.window.commands.run("help")
    alive |= keys_alive(real_window.window)
    assert len(alive) > 40, "the window is there with all its pages"
    assert sorted(alive - told) == []


def keys_alive(widget: QWidget) -> set[str]:
    actions = [keys for one in widget.findChildren(QAction) for keys in one.shortcuts()]
    # what Qt's own fields offer in their menus is not ours
    made = [one.key() for one in widget.findChildren(QShortcut)]
    return {keys.toString() for keys in [*actions, *made] if not keys.isEmpty()}


def test_the_sheet_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, "light")
    sheet = ShortcutsSheet([("File", [("Import", "Ctrl+I")])])
    qtbot.addWidget(sheet)
    sheet.show()
    assert LIGHT.muted.name() in sheet.text.toHtml()
    theme.set_choice("dark")
    assert DARK.muted.name() in sheet.text.toHtml()
    theme.set_choice("light")
