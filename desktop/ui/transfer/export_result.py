"""What an export came to: how many workouts, in which file, and the way there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.transfer.panels import button, heading
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import SoftIcon
from desktop.ui.widgets.texts import count_text

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ExportResultPanel(QWidget):
    """How many workouts were written, where to, and the way there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self.what = heading()
        self.where = muted_label(wraps=True)
        self.where.setAlignment(_CENTRE)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_folder = button("Open folder")
        self.open_folder.setIcon(icon("folder", self.open_folder))
        self.open_folder.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(SoftIcon("check", 56), 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(self.what)
        column.addWidget(self.where)
        column.addSpacing(8)
        column.addWidget(self.open_folder, 0, _CENTRE)
        column.addStretch(3)

    def show_result(self, count: int, path: Path) -> None:
        """Say what lies where."""
        self._folder = path.parent
        self.what.setText(f"{count_text(count, 'workout')} written to {path.name}")
        self.where.setText(str(path.parent))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
