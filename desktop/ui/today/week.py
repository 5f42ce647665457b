"""What was done this week, in three numbers beside those of the week before."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.today import Overview
from desktop.domain.weight import Unit
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.texts import volume_text


class WeekCard(Card):
    """Sessions, working sets and volume of the week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("This week", parent=parent)
        row = QHBoxLayout()
        row.setSpacing(24)
        self.sessions = _Number("Sessions")
        self.sets = _Number("Sets")
        self.volume = _Number("Volume")
        for number, stretch in ((self.sessions, 2), (self.sets, 2), (self.volume, 3)):
            row.addWidget(number, stretch)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_week(self, overview: Overview, unit: Unit) -> None:
        """Fill in the totals."""
        sessions, sets, volume = overview.week_before
        self.sessions.show_number(f"{len(overview.week):,}", f"{sessions:,}")
        self.sets.show_number(f"{sum(row.sets for row in overview.week):,}", f"{sets:,}")
        total = sum(row.volume for row in overview.week)
        self.volume.show_number(volume_text(total, unit), volume_text(volume, unit))


class _Number(QWidget):
    """A large number over what it counts and what it was."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.value = QLabel()
        self.value.setProperty("role", "big")
        self.before = muted_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(muted_label(name))
        column.addWidget(self.value)
        column.addWidget(self.before)

    def show_number(self, value: str, before: str) -> None:
        self.value.setText(value)
        self.before.setText(f"Last week {before}")
        self.setAccessibleName(f"{self._name} this week: {value}; last week: {before}")
