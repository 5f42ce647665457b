"""The settings take demo data out, and bring it back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.theme import Theme
from tests.support import make_context
from tests.ui.settings.conftest import Settle


def test_a_log_without_demo_data_offers_no_removal(dialog: SettingsDialog, settle: Settle) -> None:
    dialog.go(dialog.sections.index(dialog.data))
    settle()
    assert not dialog.data.demo.isVisible()
    QTest.keyClicks(dialog.search, "made-up")
    assert not dialog.data.demo.isVisible()
    assert dialog.nothing.isVisible()


def test_it_is_found_removed_and_brought_back(
    services: Services, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    user = services.demo.begin("Lifter", "l@localhost", "UTC", Unit.KG, lambda _, __: None)
    count = len(services.history.rows(user.id))
    context = make_context(services, user)
    dialog = SettingsDialog(context, theme, tmp_path, section="data")
    qtbot.addWidget(dialog)
    dialog.open()
    group = dialog.data.demo
    qtbot.waitUntil(group.isVisible)
    QTest.keyClicks(dialog.search, "demo")
    assert group.isVisible()
    QTest.keyClick(group.remove, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not group.isVisible(), timeout=30_000)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert not services.history.rows(user.id)
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: not context.tasks.is_busy and group.isVisible(), timeout=30_000)
    assert len(services.history.rows(user.id)) == count
    context.tasks.close()
