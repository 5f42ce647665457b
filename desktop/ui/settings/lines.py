"""Lists that are edited in place: a line for each thing, a field for each of its values."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import icon
from desktop.ui.settings.line import (
    BUTTON,
    GAP,
    Column,
    Edit,
    Editor,
    Line,
    Row,
    fit_column,
    has_rest,
)


class Lines(QWidget):
    """The list with its titles, and a button below that adds to it.

    edit(row, column, value) takes what was typed; it may raise InvalidInputError.
    least: so many lines stay.
    """

    removed = Signal(int)
    lifted = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column],
        edit: Edit,
        add: str,
        least: int = 0,
        can_lift: bool = False,
    ) -> None:
        super().__init__()
        self._columns, self._edit, self._least, self._can_lift = columns, edit, least, can_lift
        self.lines: list[Line] = []
        self.add = QPushButton(add)
        self.add.setProperty("role", "flat")
        self.add.setIcon(icon("plus", self.add))
        self._titles = self._make_titles()
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self._titles)
        whole.addLayout(self._column)
        whole.addLayout(adding)
        self._titles.hide()

    def show_rows(self, rows: Sequence[Row], anew: bool = False) -> None:
        """Show these. The focus stays at its place; anew: they are those of another list."""
        anew = anew or len(rows) != len(self.lines)
        self._fit(len(rows))
        self._titles.setVisible(bool(rows))
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row, anew, len(rows) > self._least)

    def edit(self, place: int, number: int = 0) -> None:
        """Put the focus into a value of a line."""
        cast(Editor, self.lines[place].editors[number]).edit()

    def follow(self, place: int, to: int) -> None:
        """What has changed its place takes the focus along."""
        for number, stop in enumerate(self.lines[place].stops):
            if to != place and stop.hasFocus():
                self.lines[to].stops[number].setFocus()

    def _fit(self, count: int) -> None:
        """As many lines as there are things."""
        lost = any(line.isAncestorOf(_focused(self)) for line in self.lines[count:])
        for line in self.lines[count:]:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        del self.lines[count:]
        if lost:
            (self.lines[-1].remove if self.lines else self.add).setFocus()
        if count == len(self.lines):
            return
        while len(self.lines) < count:
            line = Line(len(self.lines), self._columns, self._edit, self._can_lift)
            line.removal_asked.connect(self.removed)
            line.lift_asked.connect(self.lifted)
            line.walked.connect(self._walk)
            self._column.addWidget(line)
            line.show()  # at once, for the focus may go there next
            self.lines.append(line)
        # the keys go from line to line and then to what adds one
        before = self.add.previousInFocusChain() if self.lines else None
        stops = [before] if before is not None else []
        for line in self.lines:
            stops += line.stops
        for one, following in pairwise([*stops, self.add]):
            QWidget.setTabOrder(one, following)

    def _walk(self, place: int, number: int, step: int) -> None:
        if 0 <= place + step < len(self.lines):
            self.edit(place + step, number)

    def _make_titles(self) -> QWidget:
        titles = QWidget()
        row = QHBoxLayout(titles)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for column in self._columns:
            label = QLabel(column.title)
            label.setProperty("role", "caption")
            if column.is_number:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
                label.setContentsMargins(0, 0, 7, 0)  # above the digits
            else:
                label.setContentsMargins(7 if column.make else 0, 0, 0, 0)
            fit_column(label, column)
            row.addWidget(label, 0 if column.width else 1)
        buttons = 2 if self._can_lift else 1
        row.addSpacing(buttons * BUTTON + (buttons - 1) * GAP)
        if not has_rest(self._columns):
            row.addStretch(1)
        return titles


def _focused(widget: QWidget) -> QWidget:
    return cast("QWidget | None", widget.window().focusWidget()) or widget
