"""What a new user sees: three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.today import Overview
from desktop.ui.sizes import px
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import SoftIcon

_WIDEST = 1080
_EMPTY = "Your training log is empty. How would you like to begin?"
_OPEN = "Your first session is open. Finish it, and your week and your records stand here."


class FirstSteps(QWidget):
    """Shown until there is a first session."""

    start_chosen = Signal()
    import_chosen = Signal()
    plan_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.welcome = QLabel()
        self.welcome.setProperty("role", "big")
        self.start = _Step(
            "play",
            "Log a workout",
            "Tick off sets as you lift. Every tick is kept at once, on this computer.",
            "Start session",
        )
        self.start.button.setProperty("role", "primary")
        self.bring = _Step(
            "import",
            "Bring your history",
            "Years in Strong? Its export file becomes your log, records and charts.",
            "Import history",
        )
        self.plan = _Step(
            "templates",
            "Plan a template",
            "Line up exercises, sets and target weights once, and start from them each time.",
            "Plan a template",
        )
        self.start.button.clicked.connect(self.start_chosen)
        self.bring.button.clicked.connect(self.import_chosen)
        self.plan.button.clicked.connect(self.plan_chosen)
        self._lay_out()

    def show_for(self, name: str, overview: Overview) -> None:
        """Greet the user; what is open or planned already is the one to go on with."""
        self.welcome.setText(f"Welcome, {name}" if name else "Welcome to Repbook")
        self.question.setText(_OPEN if overview.under_way else _EMPTY)
        template = overview.next_template
        if overview.under_way is not None:
            self.start.button.setText("Continue the session")
        elif template is not None:
            self.start.button.setText(f"Start {template.name}".replace("&", "&&"))
        else:
            self.start.button.setText("Start session")

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        steps = QHBoxLayout()
        steps.setSpacing(16)
        for step in (self.start, self.bring, self.plan):
            steps.addWidget(step, 1)
        self.question = muted_label(wraps=True)
        self.question.setAlignment(centre)
        outer = QVBoxLayout(self)
        outer.setSpacing(8)
        outer.addStretch(2)
        outer.addWidget(self.welcome, 0, centre)
        outer.addWidget(self.question)
        outer.addSpacing(24)
        outer.addLayout(steps)
        outer.addStretch(3)
        self._outer = outer

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the steps together in the middle of a wide window."""
        side = max(0, (self.width() - px(_WIDEST)) // 2)
        self._outer.setContentsMargins(side, 0, side, 0)


class _Step(QFrame):
    """An icon, what it is for, and its button."""

    def __init__(self, picture: str, title: str, text: str, action: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        self.button = QPushButton(action)
        self.button.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(SoftIcon(picture))
        column.addSpacing(8)
        column.addWidget(heading)
        column.addWidget(muted_label(text, wraps=True), 1, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
