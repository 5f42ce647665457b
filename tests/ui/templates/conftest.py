"""The templates page over real services, shown and loaded."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context
from desktop.ui.templates.page import TemplatesPage
from tests.ui.templates.acting import Actor

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TemplatesPage:
    made = TemplatesPage(context)
    QAbstractItemModelTester(made.found.model, FATAL, made)
    QAbstractItemModelTester(made.editor.lines.model, FATAL, made)
    QAbstractItemModelTester(made.editor.lines.picker.model, FATAL, made)
    qtbot.addWidget(made)
    made.resize(1040, 740)
    with qtbot.waitSignal(made.loaded), qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def actor(page: TemplatesPage, qtbot: QtBot) -> Actor:
    return Actor(page, qtbot)
