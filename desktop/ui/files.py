"""Asking for files with the system's own dialog, in the folder of last time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_KEY = "folder"
_ALL_FILES = "All files (*)"
_LOGS = "Training logs (*.repbook *.csv *.json *.txt)"


class FolderMemory:
    """The folder that was used last: in the window's settings, without a window in memory."""

    def __init__(self) -> None:
        self._folder = ""

    def folder(self, widget: QWidget) -> str:
        """Where to begin; the home folder where the last one is gone."""
        settings = _settings(widget)
        kept = self._folder if settings is None else str(settings.value(_KEY, ""))
        return kept if kept and Path(kept).is_dir() else QDir.homePath()

    def remember(self, widget: QWidget, folder: Path) -> None:
        """Begin here the next time."""
        self._folder = str(folder)
        settings = _settings(widget)
        if settings is not None:
            settings.setValue(_KEY, self._folder)


memory = FolderMemory()


def ask_imports(parent: QWidget, chosen: Callable[[list[Path]], object]) -> QFileDialog:
    """Ask which files to import; `chosen` gets them unless the user leaves."""
    dialog = QFileDialog(parent, "Import", memory.folder(parent))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([_LOGS, _ALL_FILES])

    def take(names: list[str]) -> None:
        paths = [Path(name) for name in names]
        memory.remember(parent, paths[0].parent)
        chosen(paths)

    dialog.filesSelected.connect(take)
    _open(dialog)
    return dialog


def ask_target(
    parent: QWidget,
    name: str,
    kind: str,
    chosen: Callable[[Path], object],
    title: str = "Export",
) -> QFileDialog:
    """Ask where to write; `name` is offered, and its ending is put where none is typed."""
    suffix = Path(name).suffix
    dialog = QFileDialog(parent, title, memory.folder(parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{kind} (*{suffix})", _ALL_FILES])
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.selectFile(name)

    def take(picked: str) -> None:
        path = Path(picked)
        memory.remember(parent, path.parent)
        chosen(path)

    dialog.fileSelected.connect(take)
    _open(dialog)
    return dialog


def _open(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _settings(widget: QWidget) -> QSettings | None:
    """The settings of the window that the widget belongs to, where it keeps some."""
    top: QWidget | None = widget
    while top is not None:
        if found := top.findChild(QSettings):
            return found
        top = top.parentWidget()
    return None
