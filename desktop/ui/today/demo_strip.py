"""Says that the log holds demo data, with the button that takes it out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.widgets.empty import SoftIcon
from desktop.ui.widgets.texts import count_text


class DemoStrip(QFrame):
    """Hidden without demo data."""

    remove_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self.setAccessibleName("Demo data")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.remove = QPushButton("Remove demo data")
        self.remove.setAccessibleDescription("What you logged, planned or imported stays.")
        self.remove.clicked.connect(self.remove_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(SoftIcon("info", 32))
        row.addWidget(self.text, 1)
        row.addWidget(self.remove)

    def show_count(self, sessions: int) -> None:
        """Say how much of it there is."""
        made_up = count_text(sessions, "made-up session")
        self.text.setText(
            f"You are looking at demo data: {made_up}. What you add yourself stays when it goes."
        )
        self.setVisible(bool(sessions))
