"""What this program is, of what it is made, and under which licences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import licences
from desktop.ui.icons import app_icon, icon
from desktop.ui.sizes import px, room_for, scaled
from desktop.ui.versions import versions, versions_text

_ICON = 64
_LICENCES = (900, 640)
_SIDE = 260
_GAP = 8
_COPIED = "Copied"


class AboutDialog(QDialog):
    """Versions to copy, the folder of the data, and the way to the licences."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Repbook")
        self._folder = folder
        self.copy_button = QPushButton("&Copy versions")
        self.copy_button.setIcon(icon("copy", self.copy_button))
        self.copy_button.clicked.connect(self._copy)
        self.licences_button = QPushButton("&Licences\N{HORIZONTAL ELLIPSIS}")
        self.licences_button.clicked.connect(self._show_licences)
        self.folder_button = QPushButton("&Open the data folder")
        self.folder_button.setIcon(icon("folder", self.folder_button))
        self.folder_button.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        buttons.addButton(self.copy_button, role)
        buttons.addButton(self.licences_button, role)
        buttons.rejected.connect(self.reject)
        shut = buttons.button(QDialogButtonBox.StandardButton.Close)
        for button in (self.copy_button, self.licences_button, self.folder_button):
            button.setAutoDefault(False)
        shut.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addLayout(self._table())
        column.addWidget(buttons)
        shut.setFocus()
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(app_icon().pixmap(px(_ICON), px(_ICON)))
        name = QLabel("Repbook")
        name.setProperty("role", "title")
        words = QLabel("A training log on your own computer. Nothing you note ever leaves it.")
        licence = QLabel("Free software under the MIT licence.")
        licence.setProperty("role", "muted")
        text = QVBoxLayout()
        text.setSpacing(4)
        for label in (name, words, licence):
            text.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return row

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        listed = versions()
        half = (len(listed) + 1) // 2
        for place, (name, number) in enumerate(listed):
            side, row = divmod(place, half)
            named = QLabel(name)
            named.setProperty("role", "muted")
            shown = QLabel(number)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setAccessibleName(f"{name} {number}")
            grid.addWidget(named, row, side * 2)
            grid.addWidget(shown, row, side * 2 + 1)
        grid.setColumnStretch(3, 1)
        self._add_data(grid, half)
        return grid

    def _add_data(self, grid: QGridLayout, row: int) -> None:
        words = QLabel("Your data")
        words.setProperty("role", "muted")
        where = QLabel(str(self._folder))
        where.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setAccessibleName(f"Data folder: {self._folder}")
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(where, 1)
        line.addWidget(self.folder_button)
        grid.setRowMinimumHeight(row, _GAP)
        grid.addWidget(words, row + 1, 0)
        grid.addLayout(line, row + 1, 1, 1, 3)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(versions_text())
        self.copy_button.setText(_COPIED)

    def _show_licences(self) -> None:
        dialog = LicencesDialog(self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class LicencesDialog(QDialog):
    """Every part that is shipped, with its version and the full text of its licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Licences")
        self._components = licences.components()
        self.list = QListWidget()
        self.list.setAccessibleName("Parts of Repbook")
        scaled(self.list.setMinimumWidth, _SIDE)
        self.list.ensurePolished()  # or the rows are as low as without the style sheet
        for one in self._components:
            self.list.addItem(f"{one.name} {one.version}".strip())
        self.licence = QLabel()
        self.licence.setProperty("role", "heading")
        self.licence.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Licence")
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.licence)
        right.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)
        room_for(self, *_LICENCES)

    def _show(self, row: int) -> None:
        one = self._components[row]
        self.licence.setText(f"{one.name}: {one.licence}" if one.licence else one.name)
        self.text.setPlainText(one.text)
