"""How a set's row looks: its parts side by side, what stands under them, their sizes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.set_fields import Field
from desktop.ui.session.cells import Cell
from desktop.ui.session.row_sizes import RowSizes, sizes
from desktop.ui.session.set_note import SetNote
from desktop.ui.session.set_type import TypeButton
from desktop.ui.session.stopwatch import StopwatchCell
from desktop.ui.session.tick import TickButton
from desktop.ui.sizes import SMALL
from desktop.ui.widgets.elided import ElidedLabel

_FONTS = """
QLineEdit, QToolButton, QLabel {{ font-size: {points:.1f}pt; }}
QLabel[role="record"], QLabel[role="error"], QLabel[role="caption"] {{ font-size: {small:.1f}pt; }}
"""


class _Sized(Protocol):
    def set_sizes(self, given: RowSizes, /) -> None: ...


class RowLook(QWidget):
    """The widgets of a row. Line: type, last time, note, cells, tick, record; below: words."""

    def __init__(self, fields: Sequence[Field], has_pace: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.sizes = sizes()
        self.type_button = TypeButton(self)
        self.previous = ElidedLabel("muted")
        self.note = SetNote(self)
        self.cells = tuple(
            (StopwatchCell if field is Field.DURATION else Cell)(field, self) for field in fields
        )
        self.tick = TickButton(self)
        self.record = QLabel("PR")
        self.record.setProperty("role", "record")
        self.record.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.record.hide()
        self.pace = QLabel() if has_pace else None
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        self._lay_out()
        self._apply_sizes()

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.type_button)
        self._line.addWidget(self.previous, 1)
        for widget in (self.note.button, *self.cells, self.tick):
            self._line.addWidget(widget)
        self._record_place = QWidget()
        inside = QHBoxLayout(self._record_place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.record, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._record_place)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(2)
        self._column.addLayout(self._line)
        if self.pace is not None:
            self.pace.setProperty("role", "caption")
            self.pace.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.pace.hide()
            self._column.addWidget(self.pace)
        self._column.addWidget(self.note)
        self._column.addWidget(self.message)

    def set_scale(self, scale: float) -> None:
        """Be larger or smaller: 1.0 is the normal size."""
        if sizes(scale) is not self.sizes:
            self.sizes = sizes(scale)
            self._apply_sizes()
            self._scale_fonts(scale)

    def _apply_sizes(self) -> None:
        given = self.sizes
        self._line.setSpacing(given.gap)
        parts: tuple[_Sized, ...] = (self.type_button, *self.cells, self.tick, self.note)
        for part in parts:
            part.set_sizes(given)
        self._record_place.setFixedWidth(given.record)
        self._make_room()
        left = given.type + given.gap
        self.message.setContentsMargins(left, 0, 0, 2)
        if self.pace is not None:
            right = given.record + given.tick + 2 * given.gap
            right += sum(given.widths[c.field] + given.gap for c in self._cells_after_time())
            self.pace.setContentsMargins(left, 0, right + 11, 2)

    def _scale_fonts(self, scale: float) -> None:
        # by a style sheet: a font that is set would take the place of what a sheet says of it
        points = QApplication.font().pointSizeF() * scale
        sheet = _FONTS.format(points=points, small=points * SMALL)
        self.setStyleSheet(sheet if scale != 1.0 else "")

    def _make_room(self) -> None:
        """The note's button takes its room from last time's set, never from the cells."""
        given = self.sizes
        taken = 0 if self.note.button.isHidden() else given.note + given.gap
        self.previous.setMinimumWidth(given.previous - taken)

    def _cells_after_time(self) -> Sequence[Cell]:
        fields = [cell.field for cell in self.cells]
        return self.cells[fields.index(Field.DURATION) + 1 :]

    def show_previous(self, text: str, help_text: str) -> None:
        """What was done in this place last time."""
        if self.previous.text() != text:
            self.previous.setText(text)
            self.previous.setToolTip(help_text)

    def show_record(self, words: str) -> None:
        """Mark the set as holding a record; no words, no mark."""
        if self.record.toolTip() != words:
            self.record.setVisible(bool(words))
            self.record.setToolTip(words)
            self.record.setAccessibleName(f"Personal record: {words}" if words else "")

    def _show_pace(self, text: str) -> None:
        if self.pace is not None and self.pace.text() != text:
            self.pace.setText(text)
            self.pace.setVisible(bool(text))
