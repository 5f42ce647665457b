"""A page of the help as a document: room around headings, calm tables."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

_MARGIN = 16


def fill(document: QTextDocument, text: str, font: QFont, line: QColor) -> None:
    """Put a page's Markdown into a document."""
    document.setDefaultFont(font)
    document.setMarkdown(text)
    document.setDocumentMargin(_MARGIN)
    for block in blocks(document):
        _dress(block)
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            _rule(table, line)


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """Its paragraphs, headings and cells from the top."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _dress(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    room = QTextBlockFormat()
    is_picture = "\N{OBJECT REPLACEMENT CHARACTER}" in block.text()
    if QTextCursor(block).currentTable() is None and not is_picture:
        room.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    if level:
        room.setTopMargin(_MARGIN * 1.25 if level > 1 else 0)
        room.setBottomMargin(_MARGIN / 4)
        size = QTextCharFormat()
        size.setProperty(QTextFormat.Property.FontSizeAdjustment, max(1, 3 - level))
        size.setFontWeight(QFont.Weight.DemiBold)
        cursor.mergeCharFormat(size)
    cursor.mergeBlockFormat(room)


def _rule(table: QTextTable, line: QColor) -> None:
    look = table.format().toTableFormat()
    look.setBorderCollapse(True)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(line)
    look.setCellPadding(6)
    look.setTopMargin(_MARGIN / 2)
    look.setBottomMargin(_MARGIN / 2)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)
