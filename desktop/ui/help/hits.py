"""The list of what a search in the help has found."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.ui.help.search import Hit

_LONGEST = 160  # letters of a sentence
_BORDER = 1  # of a row, where it is marked
MOST = 40  # nobody reads further down, and each has a widget


class HitList(QListWidget):
    """passage_chosen carries the Passage that is marked, as soon as it is."""

    passage_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Found in the help")
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView::item { padding: 0; }")  # the lines have their own
        self._hits: list[Hit] = []
        self.currentRowChanged.connect(self._on_row)
        self.itemClicked.connect(lambda _: self.choose())

    def show_hits(self, hits: list[Hit], typed: str) -> None:
        """Show these; none is chosen yet."""
        self.blockSignals(True)
        self.clear()
        self._hits = hits[:MOST]
        for hit in self._hits:
            passage = hit.passage
            is_top = passage.section == passage.page.title
            where = passage.page.title if is_top else f"{passage.page.title}: {passage.section}"
            words = "" if passage.is_heading else _around(hit.sentence, typed)
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{where}. {words}")
            self.addItem(item)
            self.setItemWidget(item, _line(where, words))
        self.setCurrentRow(-1)
        self.blockSignals(False)
        self._fit()

    def choose(self) -> None:
        """Show what is marked, or the first one."""
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        else:
            self._on_row(self.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.viewport().width() - 2 * _BORDER
        for row in range(self.count()):
            line: QWidget | None = self.itemWidget(self.item(row))
            if line is not None:  # a scroll bar may come while they are put in
                self.item(row).setSizeHint(QSize(0, line.heightForWidth(wide) + 2 * _BORDER))

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._hits):
            self.passage_chosen.emit(self._hits[row].passage)


def _line(where: str, words: str) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(8, 6, 8, 6)
    column.setSpacing(2)
    place = QLabel(where)
    place.setProperty("role", "caption")
    column.addWidget(place)
    text = QLabel(words)
    text.setTextFormat(Qt.TextFormat.PlainText)
    for label in (place, text):
        label.setWordWrap(True)
        label.ensurePolished()  # its height is asked for before it is shown
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    text.setVisible(bool(words))
    column.addWidget(text)
    return line


def _around(sentence: str, typed: str) -> str:
    """The part of a long sentence that has the first word in it."""
    if len(sentence) <= _LONGEST:
        return sentence
    dots = "\N{HORIZONTAL ELLIPSIS}"
    at = max(0, sentence.casefold().find(typed.casefold().split()[0]) - _LONGEST // 3)
    start = sentence.rfind(" ", 0, at) + 1 if at else 0
    part = sentence[start : start + _LONGEST].rsplit(" ", 1)[0]
    return f"{dots if start else ''}{part}{dots}"
