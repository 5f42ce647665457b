"""The first start: who trains here, in which unit, and how to begin. Enter suffices."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.accounts import User
from desktop.ui.accounts.form import Answers, ProfileFields
from desktop.ui.accounts.ways import WayButton
from desktop.ui.icons import icon
from desktop.ui.sizes import follow, scale
from desktop.ui.tasks import Job, words_for
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.middle import in_the_middle

_WIDTH, _GAP = 784, 16
_MOST_BACK = 3  # deleted profiles that are offered
_LARGE = 1.5  # from here on three things beside each other are wider than a small screen


class Way(StrEnum):
    """How a new profile begins."""

    IMPORT = "import"
    EMPTY = "empty"
    DEMO = "demo"


class WelcomePage(QWidget):
    """submitted carries the Answers of the new profile and the Way that was chosen.

    wanted_back: a deleted User who is to be brought back.
    """

    submitted = Signal(object, object)
    wanted_back = Signal(object)

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Welcome")
        self.form = _Line(answers)
        self.bring = WayButton(
            "import", "Bring my history", "From Strong: choose the file that it exported."
        )
        self.empty = WayButton(
            "play", "Start empty", "A fresh log, ready for the first workout.", is_usual=True
        )
        self.demo = WayButton(
            "progress", "Look around", "Three years of demo data, removed in one step."
        )
        self.ways = {Way.IMPORT: self.bring, Way.EMPTY: self.empty, Way.DEMO: self.demo}
        for way, button in self.ways.items():
            button.clicked.connect(lambda _=False, way=way: self.submit(way))
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.making = _Making()
        self._stack = QStackedWidget()
        self._back = QHBoxLayout()
        self._lay_out()

    def submit(self, way: Way = Way.EMPTY) -> None:
        """Take the answers as they are."""
        if self.form.isEnabled():
            self.fault.hide()
            self._set_ready(False)
            self.submitted.emit(self.form.answers(), way)

    def offer_back(self, deleted: Sequence[User]) -> None:
        """Offer to bring back the profiles that were deleted last."""
        for user in deleted[:_MOST_BACK]:
            button = QPushButton(f"Bring back {user.name}".replace("&", "&&"))
            button.setProperty("role", "flat")
            button.setIcon(icon("undo", button))
            button.setToolTip("The profile was deleted: bring it back as it was")
            button.clicked.connect(lambda _=False, one=user: self.wanted_back.emit(one))
            self._back.addWidget(button)
        self._back.addStretch(1)

    def show_making(self, job: Job) -> None:
        """Show how far the demo data is, with a way out."""
        self.making.follow(job)
        self._stack.setCurrentWidget(self.making)
        self.making.cancel.setFocus()

    def show_fault(self, fault: Exception) -> None:
        """Say why these answers cannot be taken."""
        self.show_ways()
        self.fault.setText(" ".join(words_for(fault)).strip())
        self.fault.show()

    def show_ways(self) -> None:
        """Let one choose again."""
        self._stack.setCurrentIndex(0)
        self._set_ready(True)
        self.empty.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.empty.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the answers from wherever one is."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _set_ready(self, ready: bool) -> None:
        for widget in (self.form, *self.ways.values()):
            widget.setEnabled(ready)

    def _lay_out(self) -> None:
        heading = QLabel("Welcome to Repbook")
        heading.setProperty("role", "big")
        ways = QWidget()
        self._ways = QHBoxLayout(ways)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(_GAP)
        for button in self.ways.values():
            self._ways.addWidget(button, 1)
        self._stack.addWidget(ways)
        self._stack.addWidget(self.making)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(muted_label("Your training log. It stays on this computer.", wraps=True))
        column.addSpacing(16)
        column.addWidget(self.form)
        column.addSpacing(16)
        column.addWidget(self._stack)
        column.addWidget(self.fault)
        column.addLayout(self._back)
        in_the_middle(self, column, _WIDTH)
        follow(self.fit_text)
        self.fit_text()

    def fit_text(self) -> None:
        """Put the ways below each other, without their pictures, where the text is large."""
        is_large = scale() >= _LARGE
        way = QBoxLayout.Direction
        self._ways.setDirection(way.TopToBottom if is_large else way.LeftToRight)
        for button in self.ways.values():
            button.show_picture(not is_large)
        self.form.arrange(is_large)


class _Line(ProfileFields):
    """The fields beside each other, each below its words."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        units = QWidget()
        units.setLayout(self.unit_row())
        self._fields = (
            _field("&Name", self.name),
            _field("Weights in", units),
            _field("&Time zone", self.zone),
        )

    def arrange(self, is_large: bool) -> None:
        """Put the fields into one line, or the units into a line of their own."""
        places = (
            ((0, 0, 1), (2, 0, 2), (0, 1, 1)) if is_large else ((0, 0, 1), (0, 1, 1), (0, 2, 1))
        )
        for (label, field), (row, column, span) in zip(self._fields, places, strict=True):
            self._grid.addWidget(label, row, column, 1, span)
            self._grid.addWidget(field, row + 1, column, 1, span)
        for column in range(3):
            self._grid.setColumnStretch(column, 0 if is_large and column == 2 else 1)


def _field(words: str, field: QWidget) -> tuple[QLabel, QWidget]:
    label = muted_label(words)
    if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
    return label, field


class _Making(QWidget):
    """How far the demo data is."""

    def __init__(self) -> None:
        super().__init__()
        words = QLabel("Making three years of training\N{HORIZONTAL ELLIPSIS}")
        words.setProperty("role", "heading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Demo data")
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(True)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addStretch(1)

    def follow(self, job: Job) -> None:
        """Show this job's steps."""
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        job.progressed.connect(self._show_step)
        self.cancel.clicked.connect(job.cancel)
        self.cancel.clicked.connect(lambda: self.cancel.setEnabled(False))

    def _show_step(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
