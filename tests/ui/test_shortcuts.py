"""The list of keys tells of those that are in no menu too."""

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop.ui.actions import Actions
from desktop.ui.session.dock import SessionDock
from tests.support import make_context, make_services


def test_every_key_of_the_dock_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    services = make_services(tmp_path)
    context = make_context(services)
    told = {keys for _, keys in Actions(window).shortcuts()}
    dock = SessionDock(context, window)
    native = QKeySequence.SequenceFormat.NativeText
    keys = {one.key().toString(native) for one in dock.findChildren(QShortcut)}
    assert keys
    assert keys <= told
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    context.tasks.close()
    services.close()
