"""Files that come from outside: by a double-click, on the command line, dropped on the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from desktop.ui.main_window import MainWindow


class GivenFiles(QObject):
    """Keeps them until the window can show what they would bring in.

    That is once a profile is open and no dialog waits for an answer.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._has_said = False
        self._after: QDialog | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether there are files that were not shown yet."""
        return bool(self._waiting)

    def take(self, paths: Sequence[Path]) -> None:
        """Show these as soon as it can be."""
        self._waiting += paths
        if self._waiting:
            self.show_soon()

    def show_soon(self) -> None:
        """Show what waits, after what is going on now."""
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        if not self._waiting:
            return
        if self._window.context is None:
            self._say_waiting()
            return
        open_now = QApplication.activeModalWidget()
        if isinstance(open_now, QDialog):
            if open_now is not self._after:
                self._after = open_now
                open_now.finished.connect(self._on_answered)
            return
        paths, self._waiting = self._waiting, []
        if self._has_said:
            self._has_said = False
            self._window.hush()
        self._window.dialogs.import_files(paths)

    def _say_waiting(self) -> None:
        """Where something has to be answered first, say that the files are not forgotten."""
        if self._window.area.has_guest:
            self._has_said = True
            name, more = self._waiting[0].name, len(self._waiting) - 1
            what = f"{name} and {more} more are" if more else f"{name} is"
            self._window.show_words(f"{what} opened as soon as your log is.")

    def _on_answered(self) -> None:
        self._after = None
        self.show_soon()


def files_in(data: QMimeData) -> list[Path]:
    """The files of this computer among what is dragged."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
