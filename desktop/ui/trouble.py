"""Shown in place of the pages when the log cannot be opened."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.copies import Copy
from desktop.ui.icons import icon
from desktop.ui.tasks import words_for
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.middle import in_the_middle
from desktop.ui.widgets.texts import day_text


class TroublePage(QWidget):
    """What happened, what to do, and a way to try once more.

    copies: those that the log can go back to, the newest first. went_back carries
    the one that the user wants.
    """

    retried = Signal()
    went_back = Signal(object)

    def __init__(
        self,
        fault: Exception,
        folder: Path,
        copies: Sequence[Copy] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        what, advice = words_for(fault)
        heading = QLabel("Your log could not be opened")
        heading.setProperty("role", "title")
        text = QLabel(f"{what}\n\n{advice}".strip())
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        show = QPushButton("Open the data folder")
        show.setIcon(icon("folder", show))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        show.setVisible(folder.is_dir())
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(heading)
        column.addWidget(text)
        if copies:
            column.addWidget(self._choice(copies))
        again = QPushButton("Try again")
        again.clicked.connect(self.retried)
        buttons = QHBoxLayout()
        buttons.addWidget(show)
        buttons.addStretch(1)
        buttons.addWidget(again)
        column.addLayout(buttons)
        in_the_middle(self, column)
        self.first = self.back if copies else again
        self.first.setProperty("role", "primary")
        order = [self.choice, self.back, show, again] if copies else [show, again]
        for button in (one for one in order if isinstance(one, QPushButton)):
            button.setAutoDefault(True)  # Enter presses it
        for one, following in itertools.pairwise(order):
            QWidget.setTabOrder(one, following)

    def showEvent(self, event: QShowEvent) -> None:
        """Have the keyboard at what helps most."""
        super().showEvent(event)
        self.first.setFocus()

    def _choice(self, copies: Sequence[Copy]) -> QWidget:
        """The copies, and the button that puts one of them in the log's place."""
        self.choice = QComboBox()
        self.choice.setAccessibleName("Copy of the log")
        for one in copies:
            made = one.made.astimezone()
            self.choice.addItem(f"{day_text(made.date())} at {made:%H:%M}", one)
        self.back = QPushButton("Go back to this copy")
        self.back.clicked.connect(lambda: self.went_back.emit(self.choice.currentData()))
        told = muted_label("Copies of the log. The damaged file is kept beside it.", wraps=True)
        whole = QWidget()
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        grid.addWidget(told, 0, 0, 1, 2)
        grid.addWidget(self.choice, 1, 0)
        grid.addWidget(self.back, 1, 1)
        grid.setColumnStretch(0, 1)
        return whole
