"""The lines of a file that were left out or mended, folded away until they are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.transfer import Problem
from desktop.ui.icons import icon
from desktop.ui.sizes import scaled
from desktop.ui.transfer.panels import button
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import count_text

_HEIGHT = 132
_Numbered = tuple[int, Problem]


def problems_text(problems: Sequence[Problem]) -> str:
    """'2 lines were left out, 1 was mended'."""
    left_out = sum(problem.left_out for problem in problems)
    mended = len(problems) - left_out
    parts = []
    if left_out:
        parts.append(f"{_lines(left_out)} {_was(left_out)} left out")
    if mended:
        subject = f"{mended:,}" if left_out else _lines(mended)
        parts.append(f"{subject} {_was(mended)} mended")
    return ", ".join(parts)


class ProblemsPanel(QWidget):
    """A line that says how many, above the list of them. Nothing where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = button("", "flat")
        self.fold.setCheckable(True)
        self.model = RowModel[_Numbered](_COLUMNS, lambda row: row[0], self)
        self.table = Table(self.model, "Lines that were left out or mended")
        scaled(self.table.setFixedHeight, _HEIGHT)
        self.fold.toggled.connect(self._unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table)
        self._unfold(False)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List these, unless they are listed already."""
        rows = list(enumerate(problems))
        if rows != list(self.model.rows):
            self.model.set_rows(rows)
            self.fold.setChecked(False)
        self.fold.setText(problems_text(problems))
        self.setVisible(bool(rows))

    def _unfold(self, is_open: bool) -> None:
        self.fold.setIcon(icon("down" if is_open else "right", self.fold))
        self.fold.setAccessibleDescription("Shown below" if is_open else "Folded away")
        self.table.setVisible(is_open)


def _lines(count: int) -> str:
    return count_text(count, "line")


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


_COLUMNS = (
    Column[_Numbered](
        "Line",
        lambda row: f"{row[1].line:,}" if row[1].line else "file",
        sort_key=lambda row: row[1].line,
        right=True,
        width=104,
    ),
    Column[_Numbered]("What is wrong", lambda row: row[1].text, stretch=True),
    Column[_Numbered](
        "What was done",
        lambda row: "left out" if row[1].left_out else "mended",
        muted=True,
        width=130,
    ),
)
