"""The legend of a chart: what is drawn how, on as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.icons import icon
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.chart_looks import Sample
from desktop.ui.widgets.flow import FlowLayout

_HIGH, _CROSS = 24, 12


@dataclass(frozen=True, slots=True)
class Entry:
    """what: as for Sample. removes: what `removed` tells of; asks: what `asked` tells of."""

    what: int | str
    words: str
    removes: object = None
    asks: object = None


class ChartLegend(QWidget):
    """Entries with their samples.

    removed: one that is not wanted any more; asked: one that the user wants to
    have explained.
    """

    removed = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._dashed = True
        self._flow = FlowLayout(self, 16, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Legend")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it says."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Say this; hidden when there is nothing to say."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            line = _Line(entry)
            line.sample.set_dashed(self._dashed)
            line.removed.connect(self.removed)
            line.asked.connect(self.asked)
            self._flow.addWidget(line)
        self.setVisible(bool(entries))
        self.updateGeometry()

    def set_dashed(self, dashed: bool) -> None:
        """Whether the chart draws its lines dashed now."""
        self._dashed = dashed
        for sample in self.findChildren(Sample):
            sample.set_dashed(dashed)


class _Line(QWidget):
    removed = Signal(object)
    asked = Signal(object)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.sample = Sample(entry.what)
        row.addWidget(self.sample)
        row.addWidget(muted_label(entry.words))
        scaled(self.setFixedHeight, _HIGH)
        if entry.removes is not None:
            row.addWidget(self._cross(entry.words))
        if entry.asks is not None:
            row.addWidget(self._question(entry.words))

    def _cross(self, words: str) -> QPushButton:
        cross = QPushButton()
        cross.setProperty("role", "flat")
        cross.setIcon(icon("close", cross))
        scaled(cross.setIconSize, QSize(_CROSS, _CROSS))
        cross.setStyleSheet("padding: 0; min-height: 20px;")
        scaled(cross.setFixedSize, 22, 22)
        cross.setAccessibleName(f"Remove {words} from the comparison")
        cross.setToolTip(f"Remove {words} (Delete)")
        cross.clicked.connect(lambda: self.removed.emit(self._entry.removes))
        cross.installEventFilter(self)
        return cross

    def _question(self, words: str) -> QPushButton:
        question = QPushButton("Why?")
        question.setProperty("role", "flat")
        question.setStyleSheet("padding: 0 4px; min-height: 20px;")
        question.setAccessibleName(f"Why: {words}")
        question.clicked.connect(lambda: self.asked.emit(self._entry.asks))
        return question

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if not isinstance(event, QKeyEvent) or event.key() not in keys:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.removed.emit(self._entry.removes)
        return True
