"""The sheet of all shortcuts: searched by words or by keys, and printed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.sizes import room_for
from desktop.ui.theme import colors
from desktop.ui.widgets.search_field import dress_search

_SIZE = (960, 680)
_BESIDE = 100  # letters across from which two columns fit
_MARGIN = 12

Told = tuple[str, Sequence[tuple[str, str]]]


class ShortcutsSheet(QDialog):
    """What the keys do, place by place. groups: for each its title and (words, keys)."""

    def __init__(self, groups: Sequence[Told], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self._groups = groups
        self._columns = 0
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search by what it does, or by its keys")
        self.search.setAccessibleName("Search the shortcuts")
        dress_search(self.search)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Keyboard shortcuts")
        self.text.setOpenLinks(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.print_button = buttons.addButton(
            "&Print\N{HORIZONTAL ELLIPSIS}", QDialogButtonBox.ButtonRole.ActionRole
        )
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the search
        self.print_button.clicked.connect(self._print)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.search.textChanged.connect(self._fill)
        room_for(self, *_SIZE)
        self._fill()

    def shown(self) -> list[Told]:
        """The groups with what was searched for."""
        words = self.search.text().casefold().split()
        found: list[Told] = []
        for title, keys in self._groups:
            listed = [one for one in keys if _has(words, title, *one)]
            if listed:
                found.append((title, listed))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._columns:
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()  # the text has the size that it is shown in

    def _fitting(self) -> int:
        letters = self.width() / self.fontMetrics().averageCharWidth()
        return 2 if letters >= _BESIDE else 1

    def _fill(self) -> None:
        self._columns = self._fitting()
        found = self.shown()
        self.text.document().setDocumentMargin(_MARGIN)
        self.text.setHtml(
            sheet(found, self._columns, colors(self).muted.name())
            if found
            else "<p>No shortcut is called that. Try another word, or the keys themselves.</p>"
        )

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)

        def print_it() -> None:
            document = QTextDocument()
            document.setHtml(f"<h2>Repbook</h2>{sheet(self.shown(), 2, '#444444')}")
            document.print_(printer)

        dialog.accepted.connect(print_it)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # the print dialog's own one wants to call a slot


def sheet(groups: Sequence[Told], columns: int, ink: str) -> str:
    """The groups as HTML in so many columns of about the same height."""
    total = sum(len(keys) + 2 for _, keys in groups)
    sides: list[list[str]] = [[] for _ in range(columns)]
    done = 0
    for title, keys in groups:
        place = min(columns - 1, done * columns // max(1, total))
        sides[place].append(_group(title, keys, ink))
        done += len(keys) + 2
    wide = 100 // columns
    cells = "".join(f'<td width="{wide}%">{"".join(side)}</td>' for side in sides)
    return f'<table width="100%" cellspacing="0" cellpadding="8"><tr>{cells}</tr></table>'


def _group(title: str, keys: Sequence[tuple[str, str]], ink: str) -> str:
    rows = "".join(
        f'<tr><td width="62%">{escape(words)}</td>'
        f'<td align="right" style="color:{ink}">{_apart(pressed)}</td></tr>'
        for words, pressed in keys
    )
    # in the table too, or it would not stand above the words
    heading = f'<tr><td colspan="2"><b>{escape(title)}</b></td></tr>'
    return f'<table width="100%" cellspacing="0" cellpadding="3">{heading}{rows}</table><br/>'


def _apart(pressed: str) -> str:
    return escape(pressed).replace(" or ", " <i>or</i> ")


def _has(words: Sequence[str], title: str, told: str, keys: str) -> bool:
    text = f"{title} {told} {keys}".casefold()
    return all(word in text for word in words)
