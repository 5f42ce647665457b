"""What a finished session came to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Record
from desktop.domain.summary import Summary
from desktop.ui.context import Context
from desktop.ui.widgets.records import value_text
from desktop.ui.widgets.texts import count_text, minutes_text, volume_text

_WIDTH = 560
_TENTHS = 10


class SummaryDialog(QDialog):
    """Duration, sets, reps and volume, the sets for each muscle, the records that fell."""

    def __init__(
        self, name: str, summary: Summary, left_out: int, context: Context, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.setWindowTitle("Session finished")
        self.setMinimumWidth(_WIDTH)
        title = QLabel(name or "Session")
        title.setProperty("role", "title")
        title.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText("Done")
        close.setProperty("role", "primary")
        close.setDefault(True)
        buttons.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(self._figures(summary))
        if left_out:
            words = f"{count_text(left_out, 'set')} without a tick left out"
            column.addWidget(_label(words, "muted"))
        column.addWidget(self._details(summary), 1)
        column.addWidget(buttons)

    def _figures(self, summary: Summary) -> QHBoxLayout:
        unit, totals = self.context.preferences.unit, summary.totals
        line = QHBoxLayout()
        line.setSpacing(28)
        for words, value in (
            ("Duration", minutes_text(totals.duration_minutes)),
            ("Sets", str(totals.sets)),
            ("Reps", f"{totals.reps:,}"),
            ("Volume", volume_text(totals.volume, unit)),
        ):
            figure = QVBoxLayout()
            figure.setSpacing(0)
            figure.addWidget(_label(words, "caption"))
            number = _label(value, "heading")
            number.setAccessibleName(f"{words}: {value}")
            figure.addWidget(number)
            line.addLayout(figure)
        line.addStretch(1)
        return line

    def _details(self, summary: Summary) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 8, 4)
        column.setSpacing(8)
        if summary.records:
            column.addWidget(_label("Records", "heading"))
            column.addLayout(self._records(summary.records))
            column.addSpacing(8)
        if summary.muscles:
            column.addWidget(_label("Sets for each muscle", "heading"))
            column.addLayout(_muscles(summary))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumHeight(min(360, inside.sizeHint().height() + 8))
        return area

    def _records(self, records: tuple[Record, ...]) -> QGridLayout:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        unit = self.context.preferences.unit
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, record in enumerate(records):
            exercise = self.context.exercises.get(record.exercise_id)
            name = self.context.exercise_name(record.exercise_id)
            value = value_text(record.kind, record.value, unit, exercise)
            grid.addWidget(_label("PR", "record"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            words = _label(f"{record.kind.label}, {name}")
            words.setWordWrap(True)
            grid.addWidget(words, row, 1)
            grid.addWidget(_label(value), row, 2, right)
            if record.previous is not None:
                before = value_text(record.kind, record.previous, unit, exercise)
                grid.addWidget(_label(f"before {before}", "muted"), row, 3, right)
        return grid


def _muscles(summary: Summary) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    most = max(summary.muscles.values())
    ordered = sorted(summary.muscles.items(), key=lambda pair: -pair[1])
    for row, (muscle, sets) in enumerate(ordered):
        bar = QProgressBar()
        bar.setRange(0, round(most * _TENTHS))
        bar.setValue(round(sets * _TENTHS))
        bar.setTextVisible(False)
        bar.setAccessibleName(f"{muscle.label}: {count_text(round(sets), 'set')}")
        grid.addWidget(_label(muscle.label), row, 0)
        grid.addWidget(bar, row, 1)
        grid.addWidget(_label(f"{sets:g}"), row, 2, Qt.AlignmentFlag.AlignRight)
    return grid


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    if role:
        label.setProperty("role", role)
    return label
