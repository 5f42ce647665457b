"""The settings of a profile, open in front of nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.theme import Theme

Settle = Callable[[], None]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.set_choice("light")


@pytest.fixture
def settle(context: Context, qtbot: QtBot) -> Settle:
    """Wait until all is written and read."""
    return lambda: qtbot.waitUntil(lambda: not context.tasks.is_busy)


@pytest.fixture
def dialog(
    context: Context, theme: Theme, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> SettingsDialog:
    dialog = SettingsDialog(context, theme, tmp_path)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.search.hasFocus)
    settle()
    return dialog


def type_over(field: QWidget, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Go to a field, replace what stands in it, and press a key."""
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)
    QTest.keyClick(field, key)
