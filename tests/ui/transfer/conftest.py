"""A log and the dialogs over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.transfer import Selection
from desktop.ui.transfer.export_dialog import ExportDialog
from desktop.ui.transfer.import_dialog import ImportDialog
from desktop.ui.transfer.names_model import NameRow
from tests.ui.pages import Log, open_log

OpenImport = Callable[..., ImportDialog]
OpenExport = Callable[[Selection], ExportDialog]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        yield opened


@pytest.fixture
def open_import(log: Log, qtbot: QtBot) -> OpenImport:
    """Opens the dialog and waits until it shows what the first file would bring, or why not."""

    def opened(*paths: Path) -> ImportDialog:
        dialog = ImportDialog(log.context, paths)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.stack.currentWidget() is not dialog.progress)
        return dialog

    return opened


@pytest.fixture
def open_export(log: Log, qtbot: QtBot) -> OpenExport:
    """Opens the dialog and waits until it knows how many sessions there are."""

    def opened(selection: Selection) -> ExportDialog:
        dialog = ExportDialog(log.context, selection)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
        return dialog

    return opened


@pytest.fixture
def settle(log: Log, qtbot: QtBot) -> Callable[[ImportDialog], None]:
    """Waits until the preview answers what was asked last."""

    def settled(dialog: ImportDialog) -> None:
        flow = dialog.flow
        qtbot.waitUntil(
            lambda: (
                flow.preview is not None
                and flow.preview.answers == flow.answers
                and not log.context.tasks.is_busy
            )
        )

    return settled


def names(dialog: ImportDialog) -> dict[str, NameRow]:
    return {row.name: row for row in dialog.preview.names.model.rows}


def bring_in(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.outcome)
