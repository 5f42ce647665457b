"""What the keys do, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.paths import resources_dir

_PAGE = QSize(680, 640)
_MARGIN = 16


class ShortcutsDialog(QDialog):
    """What the keys do: those of the window's actions, then those of the session's sets."""

    def __init__(
        self,
        shortcuts: list[tuple[str, str]],
        in_session: list[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        _add(grid, "Keyboard shortcuts", shortcuts)
        grid.setRowMinimumHeight(grid.rowCount(), 12)
        _add(grid, "In a session", in_session)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(buttons)


def _add(grid: QGridLayout, title: str, listed: list[tuple[str, str]]) -> None:
    """Below what is there a title, and what the keys do in two columns."""
    first = grid.rowCount()
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    grid.addWidget(heading, first, 0, 1, 4)
    half = (len(listed) + 1) // 2
    for place, (words, keys) in enumerate(listed):
        column, row = divmod(place, half)
        grid.addWidget(QLabel(words), first + 1 + row, column * 2)
        label = QLabel(keys)
        label.setProperty("role", "muted")
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label, first + 1 + row, column * 2 + 1)


class HelpDialog(QDialog):
    """A page of the help: resources/help/PAGE.md."""

    def __init__(self, page: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.text = QTextBrowser()
        self.text.setAccessibleName(title)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(_MARGIN)
        words = (resources_dir() / "help" / f"{page}.md").read_text(encoding="utf-8")
        self.text.setMarkdown(words)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.resize(_PAGE)


def about_box(parent: QWidget) -> QMessageBox:
    """The box that says what the program is, which version, and where nothing goes."""
    box = QMessageBox(parent)
    box.setWindowTitle("About Repbook")
    box.setText(f"<b>Repbook {_version()}</b>")
    box.setInformativeText(
        "A training log on your own computer. Nothing you note ever leaves it.\n\n"
        "Free software under the MIT licence."
    )
    box.setIconPixmap(parent.windowIcon().pixmap(64, 64))
    # a message box is as narrow as its title otherwise
    box.setStyleSheet("QLabel#qt_msgbox_informativelabel { min-width: 340px; }")
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    return box


def _version() -> str:
    try:
        return version("repbook")
    except PackageNotFoundError:
        return "from source"
