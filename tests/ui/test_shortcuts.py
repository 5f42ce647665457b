"""The keys of the window: each does one thing, is told in the list, and is named where it acts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.ui.actions import MENUS, SESSION_KEYS, Actions, Entry, SubMenu, keys_of
from desktop.ui.session.block_menu import EXERCISE_MENU, JOIN_SUPERSET
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.keys import Command, command_of
from tests.support import make_context, make_services

NATIVE = QKeySequence.SequenceFormat.NativeText


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
    docks |= {QKeySequence(key).toString(NATIVE) for _, key in SESSION_KEYS}
    assert [key for key, count in Counter(windows).items() if count > 1] == []
    assert docks.isdisjoint(windows)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    context.tasks.close()
    services.close()


def test_every_key_of_the_sets_is_told() -> None:
    told: set[object] = set()
    for _, keys in SESSION_KEYS:
        pressed = QKeySequence(keys)[0]  # type: ignore[index]
        event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
        told.add(command_of(event) or keys)
    untold = set(Command) - told
    assert untold == {Command.UP, Command.DOWN, Command.LEFT, Command.RIGHT}, "arrows are arrows"
    assert {JOIN_SUPERSET[1], EXERCISE_MENU[1]} <= told


def test_every_key_is_told(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    told = {keys for _, keys in Actions(window).shortcuts()}
    assert told == {keys_of(entry.name) for entry in entries() if entry.keys}
    assert keys_of("finish") in told
    assert keys_of("discard") == ""
