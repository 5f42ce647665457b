"""Finds words in all pages of the help: each hit is the sentence they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desktop.ui.help.document import blocks
from desktop.ui.help.pages import HelpPage

_SENTENCE = re.compile(r"(?<=[.?])\s+")
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class Passage(NamedTuple):
    """A paragraph, a heading or the row of a table. position: where it begins in its page."""

    page: HelpPage
    section: str
    text: str
    position: int
    is_heading: bool


class Hit(NamedTuple):
    """Where words were found, and the sentence."""

    passage: Passage
    sentence: str


def passages(pages: Iterable[HelpPage]) -> list[Passage]:
    """Everything that can be found, from the first page on."""
    found: list[Passage] = []
    for page in pages:
        document = QTextDocument()
        document.setMarkdown(page.text)
        found += _of_page(page, document)
    return found


def find(typed: str, among: Sequence[Passage]) -> list[Hit]:
    """Where all words begin some word of a passage: headings first, then in reading order."""
    words = typed.casefold().split()
    if not words:
        return []
    patterns = [re.compile(rf"(?<!\w){re.escape(word)}") for word in words]
    hits = [
        Hit(passage, _sentence(passage.text, patterns))
        for passage in among
        if all(one.search(passage.text.casefold()) for one in patterns)
    ]
    return sorted(hits, key=lambda hit: not hit.passage.is_heading)


def marks(document: QTextDocument, typed: str) -> list[QTextCursor]:
    """Every place of a page where one of the words begins a word, as selections."""
    words = [re.escape(word) for word in typed.casefold().split()]
    if not words:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})")
    found = []
    for block in blocks(document):
        for match in pattern.finditer(block.text().casefold()):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + match.start())
            cursor.setPosition(block.position() + match.end(), QTextCursor.MoveMode.KeepAnchor)
            found.append(cursor)
    return found


def _of_page(page: HelpPage, document: QTextDocument) -> list[Passage]:
    found: list[Passage] = []
    section, last_row = page.title, None
    for block in blocks(document):
        text = block.text().replace(_PICTURE, "").strip()
        is_heading = block.blockFormat().headingLevel() > 0
        if is_heading:
            section = text
        row = _row_of(block)
        if not text or is_code(block):
            continue
        if row is not None and row == last_row:
            before = found[-1]
            found[-1] = before._replace(text=f"{before.text} \N{EN DASH} {text}")
        else:
            found.append(Passage(page, section, text, block.position(), is_heading))
        last_row = row
    return found


def is_code(block: QTextBlock) -> bool:
    """Whether it is a line to copy, in which nobody looks for words."""
    return block.blockFormat().hasProperty(block.blockFormat().Property.BlockCodeFence)


def _row_of(block: QTextBlock) -> tuple[int, int] | None:
    table: QTextTable | None = QTextCursor(block).currentTable()
    return (table.firstPosition(), table.cellAt(block.position()).row()) if table else None


def _sentence(text: str, patterns: Sequence[re.Pattern[str]]) -> str:
    """The sentence with most of the words; the first of several."""
    sentences = _SENTENCE.split(text)
    counts = [sum(bool(one.search(part.casefold())) for one in patterns) for part in sentences]
    return sentences[counts.index(max(counts))]
