"""The blocks as lines that are edited in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui.progress.blocks_model import Block
from desktop.ui.sizes import scaled
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.chart_looks import Sample
from desktop.ui.widgets.dates import date_edit, day_in, show_day
from desktop.ui.widgets.texts import count_text

_WEEK = timedelta(days=6)


class BlockLine(QWidget):
    """One block: how it is drawn, its name and its days. edited: the block as it is now."""

    edited = Signal(object)
    removed = Signal()

    def __init__(self, place: int, block: Block, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self.name = QLineEdit(block.name)
        self.name.setAccessibleName(f"Name of block {place + 1}")
        scaled(self.name.setMinimumWidth, 110)
        scaled(self.name.setMaximumWidth, 320)
        self.name.setCursorPosition(0)
        self.name.editingFinished.connect(self._on_name)
        self.first, self.last = (date_edit(f"{end}, block {place + 1}") for end in ("From", "To"))
        for edit, day in ((self.first, block.first), (self.last, block.last)):
            scaled(edit.setMinimumWidth, 128)
            show_day(edit, day)
        self.first.dateChanged.connect(lambda: self._on_days(is_first=True))
        self.last.dateChanged.connect(lambda: self._on_days(is_first=False))
        self.length = muted_label()
        self.remove = icon_button("close", f"Remove {block.name}", self)
        self.remove.setProperty("role", "flat")
        # when the key or the click is over: the line is taken apart then
        self.remove.clicked.connect(self.removed, Qt.ConnectionType.QueuedConnection)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.sample = Sample(place)
        row.addWidget(self.sample)
        row.addWidget(self.name, 8)
        row.addWidget(self.first)
        row.addWidget(muted_label("to"))
        row.addWidget(self.last)
        row.addWidget(self.length)
        row.addStretch(1)
        row.addWidget(self.remove)
        self._tell()

    @property
    def block(self) -> Block:
        """As it is now."""
        return self._block

    def _on_name(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._block.name)
        elif name != self._block.name:
            self._set(replace(self._block, name=name))

    def _on_days(self, *, is_first: bool) -> None:
        """Take the days; the other end gives way where the range would turn round."""
        first, last = day_in(self.first), day_in(self.last)
        if first > last:
            edit, day = (self.last, first + _WEEK) if is_first else (self.first, last - _WEEK)
            edit.blockSignals(True)
            show_day(edit, day)
            edit.blockSignals(False)
            first, last = day_in(self.first), day_in(self.last)
        # other days than the preset's: the name would lie, unless the user chose it
        preset = self._block.preset
        if preset and self._block.name == preset.label:
            self._block = replace(self._block, name="Own dates")
            self.name.setText("Own dates")
        self._set(replace(self._block, first=first, last=last, preset=None))

    def _set(self, block: Block) -> None:
        self._block = block
        self._tell()
        self.edited.emit(block)

    def _tell(self) -> None:
        weeks, days = divmod(self._block.days, 7)
        texts = [count_text(weeks, "week")] if weeks else []
        texts += [count_text(days, "day")] if days else []
        self.length.setText(", ".join(texts))
        self.remove.setAccessibleName(f"Remove {self._block.name}")
        self.remove.setToolTip(f"Remove {self._block.name}")
