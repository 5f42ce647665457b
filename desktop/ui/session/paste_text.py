"""Lines of text, and beside each of them how it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QWidget

from desktop.domain.quick_heading import Heading
from desktop.domain.quick_workout import PastedLine
from desktop.ui.theme import colors
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.styling import restyle
from desktop.ui.widgets.texts import day_text, minutes_text

_MARGIN = 8
_EXAMPLE = """Push A 2026-11-20 18:30 75min

bench 60x10w 100x5@8 x3
incline bench 80x8 80x7
dip 12 10 8"""
_Selection = QTextEdit.ExtraSelection


@dataclass(frozen=True, slots=True)
class _Line:
    """How a line is read; wrong: the part of it that cannot be read, words: why."""

    words: str = ""
    wrong: tuple[int, int] | None = None
    is_quiet: bool = False


class LinesBeside(QWidget):
    """Text on the left, its readings on the right in step with it; the whole one below.

    changed: the text is another one.
    """

    changed = Signal()

    # what may be asked for while the widget is being made
    _lines: tuple[_Line, ...] = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _pane("The workout as lines")
        self.text.setTabChangesFocus(True)
        self.readings = _pane("How each line is read")
        self.readings.setReadOnly(True)
        self.readings.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.readings.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        # one bar moves both; as much room below on either side keeps them in step
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setPlaceholderText(_EXAMPLE)
        self.totals = muted_label("")
        self.here = QLabel()
        self.here.setProperty("role", "caption")
        self.here.setTextFormat(Qt.TextFormat.PlainText)
        self.here.setWordWrap(True)
        self.here.setMinimumHeight(2 * self.here.fontMetrics().lineSpacing())
        self.here.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.text.textChanged.connect(self.changed)
        self.text.cursorPositionChanged.connect(self._show_here)
        # a pane lays out its text while it paints, when nothing else may scroll
        later = Qt.ConnectionType.QueuedConnection
        self.text.verticalScrollBar().valueChanged.connect(self._follow_text, later)
        self.readings.verticalScrollBar().actionTriggered.connect(self._follow_readings, later)

    def _lay_out(self) -> None:
        titles = QHBoxLayout()
        titles.addWidget(muted_label("Read as"))
        titles.addStretch(1)
        titles.addWidget(self.totals)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.addWidget(muted_label("Lines"), 0, 0)
        grid.addLayout(titles, 0, 1)
        grid.addWidget(self.text, 1, 0)
        grid.addWidget(self.readings, 1, 1)
        grid.addWidget(self.here, 2, 0, 1, 2)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(1, 1)

    @property
    def lines(self) -> list[str]:
        """The lines as they stand there."""
        document = self.text.document()
        return [document.findBlockByNumber(n).text() for n in range(document.blockCount())]

    def show_lines(self, lines: Sequence[PastedLine]) -> None:
        """Show how the lines are read; mark what cannot be."""
        self._lines = tuple(_shown(line) for line in lines)
        self._show_all()
        self._show_here()

    def go_to(self, place: int) -> None:
        """Select what cannot be read in that line, with the keyboard there."""
        block = self.text.document().findBlockByNumber(place)
        wrong = self._lines[place].wrong or (0, 0)
        self.text.setTextCursor(_cursor(block, wrong))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._lines:
            self._show_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_readings()

    def _show_all(self) -> None:
        self._show_readings()
        color = colors(self).danger
        marks = [
            _part(self.text.document().findBlockByNumber(place), line.wrong, color)
            for place, line in enumerate(self._lines)
            if line.wrong is not None
        ]
        self.text.setExtraSelections(marks)

    def _show_readings(self) -> None:
        """Write the readings, each on one line, as many as there are lines of text."""
        metrics = self.readings.fontMetrics()
        room = self.readings.viewport().width() - 2 * _MARGIN
        count = self.text.document().blockCount()
        words = [line.words for line in self._lines[:count]]
        words += [""] * (count - len(words))
        dots = Qt.TextElideMode.ElideRight
        self.readings.setPlainText("\n".join(metrics.elidedText(one, dots, room) for one in words))
        shown = colors(self)
        tints = [
            _tinted(
                self.readings.document().findBlockByNumber(n),
                shown.danger if line.wrong is not None else shown.muted,
            )
            for n, line in enumerate(self._lines[:count])
            if line.wrong is not None or line.is_quiet
        ]
        self.readings.setExtraSelections(tints)
        self._follow_text()

    def _follow_text(self) -> None:
        self.readings.verticalScrollBar().setValue(self.text.verticalScrollBar().value())

    def _follow_readings(self) -> None:
        """The user moved the readings' bar, which is the one there is."""
        self.text.verticalScrollBar().setValue(self.readings.verticalScrollBar().value())

    def _show_here(self) -> None:
        """Say in full how the line is read that the cursor is in."""
        place = self.text.textCursor().blockNumber()
        line = self._lines[place] if place < len(self._lines) else _Line()
        restyle(self.here, "role", "error" if line.wrong is not None else "caption")
        self.here.setText(f"Line {place + 1}: {line.words}" if line.words else "")


def _pane(name: str) -> QPlainTextEdit:
    pane = QPlainTextEdit()
    pane.setAccessibleName(name)
    pane.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    pane.document().setDocumentMargin(_MARGIN)
    return pane


def _cursor(block: QTextBlock, part: tuple[int, int]) -> QTextCursor:
    """The part of a line as a selection; Qt counts signs beyond the usual ones as two."""
    start, end = (
        len(block.text()[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in part
    )
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _part(block: QTextBlock, part: tuple[int, int], color: QColor) -> _Selection:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(color)
    look.setForeground(color)
    return _selection(_cursor(block, part), look)


def _tinted(block: QTextBlock, color: QColor) -> _Selection:
    look = QTextCharFormat()
    look.setForeground(color)
    return _selection(_cursor(block, (0, len(block.text()))), look)


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> _Selection:
    made = _Selection()
    made.cursor = cursor
    made.format = look
    return made


def _shown(line: PastedLine) -> _Line:
    reading = line.reading
    if line.heading is not None:
        return _Line(_heading_words(line.heading), is_quiet=True)
    if reading is None:
        return _Line()
    if reading.fault is not None:
        return _Line(reading.fault.words, (reading.fault.start, reading.fault.end))
    if reading.exercise is not None and not reading.sets:
        return _Line(reading.exercise.name, is_quiet=True)
    return _Line(reading.words)


def _heading_words(heading: Heading) -> str:
    """'Push A, 20 Nov 2026, 18:30, 1 h 15 min'."""
    said = [heading.name] if heading.name else []
    said += [day_text(heading.day)] if heading.day else []
    said += [heading.start.strftime("%H:%M")] if heading.start is not None else []
    said += [minutes_text(heading.minutes)] if heading.minutes is not None else []
    return ", ".join(said)
