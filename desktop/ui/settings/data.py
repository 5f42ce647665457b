"""Where the data lies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.copies import KEPT
from desktop.domain.demo import DemoData
from desktop.paths import DATA_VARIABLE
from desktop.ui.icons import icon
from desktop.ui.settings.keeping import Kept, Settings
from desktop.ui.settings.section import Group, Section, Setting
from desktop.ui.widgets.card import muted_label

_FLAGS = Qt.TextInteractionFlag
_SELECTABLE = _FLAGS.TextSelectableByMouse | _FLAGS.TextSelectableByKeyboard


class DataSection(Section):
    """The folder with the data file and its backups."""

    name = "data"
    title = "Data"

    def __init__(self, settings: Settings, folder: Path) -> None:
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
        self.copy_path = QPushButton("&Copy")
        self.copy_path.setAccessibleName("Copy the path of the data folder")
        self.copy_path.setToolTip("Copy the path")
        self.copy_path.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(folder)))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QLabel("&Folder")
        words.setBuddy(self.folder)
        row.addWidget(words)
        row.addSpacing(16)
        row.addWidget(self.folder, 1)
        row.addWidget(self.copy_path)
        row.addWidget(self.open_folder)
        group = self.add_group(Group("Your data", "folder file directory path backup open"))
        group.add_block(line)
        told = (
            f"The log lies here, with copies of the last {KEPT} days on which it was opened and "
            "one from before each update. Nothing is sent anywhere."
        )
        group.add_block(muted_label(told, wraps=True))
        self.elsewhere = muted_label(_elsewhere(folder), wraps=True)
        self.elsewhere.setTextInteractionFlags(_SELECTABLE)
        other = self.add_group(
            Group("Keep the data elsewhere", "move another folder disk drive location change")
        )
        other.add_block(self.elsewhere)
        self.demo = DemoGroup(settings)
        self.add_group(self.demo)


def _elsewhere(folder: Path) -> str:
    """How the data is moved: never while the log in it is open."""
    return (
        f"The log can lie in any folder of this computer. Quit Repbook, move {folder} with all "
        "that is in it, and say where it is from then on: start Repbook with --data and the new "
        f"folder, or set {DATA_VARIABLE} to it. A folder that another program keeps in step with "
        "other computers is no good place for a log that is open; export it there instead."
    )


class DemoGroup(Group):
    """Takes the demo data out; hidden where there is none."""

    def __init__(self, settings: Settings) -> None:
        super().__init__("Demo data", "remove sample example generated made-up")
        self._settings = settings
        self._demo, self._user = settings.context.services.demo, settings.context.user.id
        self._wanted: tuple[Sequence[str], str] = (), ""
        self._found: Kept[DemoData] = Kept(
            settings.context, DemoData(), lambda: self._demo.find(self._user), self
        )
        self._found.changed.connect(self._on_found)
        self.remove = QPushButton("Remove demo data")
        self.remove.clicked.connect(self._remove)
        self.add(
            Setting(
                "Sessions and templates that were made up for a look around",
                self.remove,
                "What you logged, planned or imported yourself stays.",
            )
        )
        self.hide()
        self._found.load()

    def show_matching(self, wanted: Sequence[str], around: str) -> bool:
        self._wanted = wanted, around
        is_found = super().show_matching(wanted, around) and bool(self._found.value)
        self.setVisible(is_found)
        return is_found

    def _on_found(self) -> None:
        self.show_matching(*self._wanted)

    def _remove(self) -> None:
        found, demo, user = self._found.value, self._demo, self._user
        self._settings.do(
            "remove demo data",
            self._found,
            DemoData(),
            lambda: demo.remove(user, found),
            lambda: demo.bring_back(user, found),
        )
