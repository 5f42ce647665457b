"""The legend of a chart: what is drawn how, on as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.ui.icons import icon
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.chart_looks import Sample
from desktop.ui.widgets.flow import FlowLayout

_HIGH, _CROSS = 24, 12


@dataclass(frozen=True, slots=True)
class Entry:
    """what: as for Sample. key: what `removed` tells of; None for what cannot be removed."""

    what: int | str
    words: str
    key: object = None


class ChartLegend(QWidget):
    """Entries with their samples. removed: the key of the one that is not wanted any more."""

    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
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
            line.removed.connect(self.removed)
            self._flow.addWidget(line)
        self.setVisible(bool(entries))
        self.updateGeometry()


class _Line(QWidget):
    removed = Signal(object)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._key = entry.key
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Sample(entry.what))
        row.addWidget(muted_label(entry.words))
        self.setFixedHeight(_HIGH)
        if entry.key is not None:
            row.addWidget(self._cross(entry.words))

    def _cross(self, words: str) -> QPushButton:
        cross = QPushButton()
        cross.setProperty("role", "flat")
        cross.setIcon(icon("close", cross))
        cross.setIconSize(QSize(_CROSS, _CROSS))
        cross.setStyleSheet("padding: 0; min-height: 20px;")
        cross.setFixedSize(22, 22)
        cross.setAccessibleName(f"Remove {words} from the comparison")
        cross.setToolTip(f"Remove {words} (Delete)")
        cross.clicked.connect(lambda: self.removed.emit(self._key))
        cross.installEventFilter(self)
        return cross

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if not isinstance(event, QKeyEvent) or event.key() not in keys:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.removed.emit(self._key)
        return True
