"""What the history shows when there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.widgets.empty import EmptyState


class NoSessions(EmptyState):
    """Nothing logged yet. chosen: start; other_chosen: bring a file in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "history",
            "No sessions yet",
            "Start one, or import your history from Strong.",
            "Start session",
            "Import history",
            parent,
        )


class NoneFound(QFrame):
    """The filters leave nothing over. chosen: show everything."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        state = EmptyState(
            "search",
            "No session matches",
            "Look for another word or choose a longer time.",
            "Show all sessions",
        )
        state.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(state)
