"""Shown in place of the pages when the log cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.tasks import words_for
from desktop.ui.widgets.middle import in_the_middle


class TroublePage(QWidget):
    """What happened, what to do, and a way to try once more."""

    retried = Signal()

    def __init__(self, fault: Exception, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        what, advice = words_for(fault)
        heading = QLabel("Your log could not be opened")
        heading.setProperty("role", "title")
        text = QLabel(f"{what}\n\n{advice}".strip())
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        again = QPushButton("Try again")
        again.setProperty("role", "primary")
        again.clicked.connect(self.retried)
        show = QPushButton("Open the data folder")
        show.setIcon(icon("folder", show))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        show.setVisible(folder.is_dir())
        buttons = QHBoxLayout()
        buttons.addWidget(show)
        buttons.addStretch(1)
        buttons.addWidget(again)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(text)
        column.addLayout(buttons)
        in_the_middle(self, column)
        again.setFocus()
