"""Where the data lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.ui.icons import icon
from desktop.ui.settings.section import Group, Section
from desktop.ui.widgets.card import muted_label


class DataSection(Section):
    """The folder with the data file and its backups."""

    name = "data"
    title = "Data"

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = QLineEdit(str(folder))
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.folder.setAccessibleName("Data folder")
        self.open_folder = QPushButton("&Open")
        self.open_folder.setAccessibleName("Open the data folder")
        self.open_folder.setIcon(icon("folder", self.open_folder))
        self.open_folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QLabel("&Folder")
        words.setBuddy(self.folder)
        row.addWidget(words)
        row.addSpacing(16)
        row.addWidget(self.folder, 1)
        row.addWidget(self.open_folder)
        group = self.add_group(Group("Your data", "folder file directory path backup open"))
        group.add_block(line)
        told = "The log lies here, with a copy from before each update. Nothing is sent anywhere."
        group.add_block(muted_label(told, wraps=True))
