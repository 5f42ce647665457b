"""What the keys do, and what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.paths import resources_dir
from desktop.ui.sizes import room_for

_PAGE = (680, 640)
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
        words = (resources_dir() / "help" / f"{page}.md").read_text(encoding="utf-8")
        self.text.setMarkdown(words)
        _dress(self.text.document(), self.palette().color(QPalette.ColorRole.Mid))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        room_for(self, *_PAGE)


def _dress(document: QTextDocument, line: QColor) -> None:
    """Give headings their room and tables calm lines: Markdown says nothing of either."""
    document.setDocumentMargin(_MARGIN)
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            room, size = QTextBlockFormat(), QTextCharFormat()
            room.setTopMargin(_MARGIN if level > 1 else 0)
            room.setBottomMargin(_MARGIN / 4)
            size.setProperty(QTextFormat.Property.FontSizeAdjustment, max(1, 3 - level))
            cursor.setPosition(block.position())
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.mergeBlockFormat(room)
            cursor.mergeCharFormat(size)
        block = block.next()
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            look = table.format().toTableFormat()
            look.setBorderCollapse(True)
            look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBorderBrush(line)
            look.setCellPadding(6)
            look.setTopMargin(_MARGIN / 2)
            look.setBottomMargin(_MARGIN / 2)
            look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            table.setFormat(look)


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
