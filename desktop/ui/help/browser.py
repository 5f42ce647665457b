"""Shows one page of the help: its pictures as wide as there is room, found words marked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.paths import resources_dir
from desktop.ui.help.document import fill
from desktop.ui.help.search import marks
from desktop.ui.theme import colors

_PICTURE = int(QTextDocument.ResourceType.ImageResource)
_MARGIN = 44  # what the page keeps free beside a picture, with its scroll bar
_ROUND = 6.0


class HelpBrowser(QTextBrowser):
    """Follows no link by itself: link_chosen carries the address."""

    link_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._typed = ""
        self._found: list[QTextCursor] = []
        self._at = -1
        self._pictures: dict[Path, QImage] = {}
        self._names: set[str] = set()
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.link_chosen.emit(url.toString()))

    def show_text(self, text: str, typed: str = "") -> None:
        """Show a page's Markdown from its top, with those words marked."""
        self._text, self._typed = text, typed
        self._fill()
        self.verticalScrollBar().setValue(0)

    def go_to(self, position: int) -> None:
        """Bring that place of the page to the upper part of the view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self._show_at(cursor)
        self._at = next(
            (place - 1 for place, one in enumerate(self._found) if one.position() >= position),
            self._at,
        )

    def go_to_heading(self, words: str) -> None:
        """Bring the heading of that anchor (its words with hyphens) into view."""
        block = self.document().begin()
        while block.isValid():
            anchor = "-".join(block.text().casefold().split())
            if block.blockFormat().headingLevel() and anchor == words:
                self._show_at(QTextCursor(block))
            block = block.next()

    def mark(self, typed: str) -> None:
        """Mark words that were searched for, none when empty."""
        self._typed = typed
        self._mark()

    def next_hit(self) -> None:
        """Bring the next marked place into view, after the last one the first."""
        if self._found:
            self._at = (self._at + 1) % len(self._found)
            self._show_at(self._found[self._at])

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        name = url.toString() if isinstance(url, QUrl) else url
        if int(kind) != _PICTURE:
            return None
        return self._framed(self._picture(name))

    def _picture(self, name: str) -> QImage:
        """Taken in the theme that is shown; an empty one where there is no such file."""
        path = resources_dir() / "help" / name
        if colors(self).is_dark:
            path = path.parent / "dark" / path.name
        made = self._pictures.get(path)
        if made is None:
            made = self._pictures[path] = QImage(str(path))
        self._names.add(name)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw_pictures()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._text:
            place = self.verticalScrollBar().value()
            self._fill()
            self.verticalScrollBar().setValue(place)

    def _fill(self) -> None:
        # the resources of the page before would be shown where names are the same
        self.document().clear()
        fill(self.document(), self._text, self.font(), self.palette().color(QPalette.ColorRole.Mid))
        # from the end, where filling leaves it, the page would follow it there
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._draw_pictures()
        self._mark()

    def _mark(self) -> None:
        self._found, self._at = marks(self.document(), self._typed), -1
        shown, selections = colors(self), []
        for cursor in self._found:
            one = QTextEdit.ExtraSelection()
            one.cursor = cursor
            one.format.setBackground(shown.accent_soft)
            one.format.setFontUnderline(True)
            selections.append(one)
        self.setExtraSelections(selections)

    def _show_at(self, cursor: QTextCursor) -> None:
        self.setTextCursor(QTextCursor(cursor.block()))
        top = self.cursorRect(cursor).top() + self.verticalScrollBar().value()
        self.verticalScrollBar().setValue(max(0, top - self.viewport().height() // 6))

    def _draw_pictures(self) -> None:
        """Scale them to the room there is: the document would do it without smoothing."""
        document, is_any = self.document(), False
        for name in {one for one in self._names if f"({one})" in self._text}:
            document.addResource(_PICTURE, QUrl(name), self._framed(self._picture(name)))
            is_any = True
        if is_any:
            document.markContentsDirty(0, document.characterCount())

    def _framed(self, picture: QImage) -> QPixmap:
        """As wide as there is room, with round corners and a line around it."""
        ratio = self.devicePixelRatioF()
        room = max(120, self.viewport().width() - _MARGIN)
        wide = min(room, picture.width())
        size = QSize(wide, max(1, round(wide * picture.height() / max(1, picture.width()))))
        scaled = picture.scaled(
            size * ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
        shape = QPainterPath()
        shape.addRoundedRect(edge, _ROUND, _ROUND)
        painter.setClipPath(shape)
        painter.drawImage(0, 0, scaled)
        painter.setClipping(False)
        painter.setPen(QPen(colors(self).line, 1))
        painter.drawPath(shape)
        painter.end()
        return made
