"""What is shown in place of a file that brings nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.transfer import Problem
from desktop.ui.sizes import px, scaled
from desktop.ui.tasks import words_for
from desktop.ui.transfer.panels import button, heading
from desktop.ui.transfer.problems import ProblemsPanel
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.empty import SoftIcon

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_TEXT = 520


class FaultPanel(QWidget):
    """What is wrong with a file and what to do; `chosen`: another file is wanted."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = heading()
        scaled(self.what.setFixedWidth, _TEXT)
        self.advice = muted_label(wraps=True)
        scaled(self.advice.setFixedWidth, _TEXT)
        self.advice.setAlignment(_CENTRE)
        self.another = button("Choose another file", "primary")
        self.another.clicked.connect(self.chosen)
        self.problems = ProblemsPanel()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(SoftIcon("warning", 56), 0, _CENTRE)
        column.addSpacing(8)
        for widget in (self.what, self.advice):
            column.addWidget(widget, 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(self.another, 0, _CENTRE)
        column.addStretch(3)
        column.addWidget(self.problems)

    def show_fault(self, fault: BaseException) -> None:
        """Say it in the words that are meant for the user."""
        self.show_words(*words_for(fault), ())

    def show_words(self, what: str, advice: str, problems: Sequence[Problem]) -> None:
        """Say what is wrong, and which lines it comes from."""
        self.what.setText(what)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.another.setAccessibleDescription(f"{what} {advice}".strip())
        self.problems.show_problems(problems)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        # a wrapped label that is centred is given the height of one line
        for label in (self.what, self.advice):
            label.setMinimumHeight(max(0, label.heightForWidth(px(_TEXT))))
