"""How the chosen exercise went in the last twelve months, small."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.progress import ExerciseChart
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.library.strength import Strength, strength_of
from desktop.ui.widgets.card import menu_button, muted_label
from desktop.ui.widgets.chart_export import ChartTable, chart_menu
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.strength_chart import StrengthChart
from desktop.ui.widgets.texts import day_text

_YEAR = timedelta(days=365)
_DIGITS = 4


class ChartSide(QWidget):
    """A line that says what is drawn, with the best value and the export, above the chart.

    wanted: the exercise is to be done, in the open session or in a new one.
    """

    wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, Strength, date] | None = None
        self.title = ElidedLabel("muted")
        self.best = QLabel()
        self.best.setProperty("role", "record")
        self.best.hide()
        self.chart = StrengthChart()
        menu = chart_menu(context, (self.chart,), self.chart_table, self)
        self.export_button = menu_button(menu, "Export this chart")
        self.export_button.hide()
        self.empty = muted_label(wraps=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self.train = QPushButton("Add to a session")
        self.train.setIcon(icon("plus", self.train))
        self.train.setToolTip("The open session takes it, or a new one begins with it")
        self.train.clicked.connect(self.wanted)
        self._nothing = QWidget()
        middle = QVBoxLayout(self._nothing)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addStretch(1)
        middle.addWidget(self.empty)
        middle.addWidget(self.train, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.chart)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        line = QHBoxLayout()
        line.addWidget(self.title, 1)
        line.addWidget(self.best, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self._stack, 1)

    def show_chart(self, chart: ExerciseChart, name: str, unit: Unit, today: date) -> None:
        """Show the last twelve months of the exercise of that name."""
        strength = strength_of(chart, unit, today - _YEAR, today)
        self._shown = (name, strength, today)
        self.title.setText(f"{strength.title}, 12 months")
        self.title.setToolTip(self.title.text())
        self.best.setText(f"Best {strength.best}")
        self.best.setVisible(bool(strength.best))
        self.export_button.setVisible(bool(strength.points))
        self.chart.show_points(
            strength.points, today - _YEAR, today, strength.text, f"{strength.title} of {name}"
        )
        self.empty.setText(_why_empty(chart, today))
        self._stack.setCurrentWidget(self.chart if strength.points else self._nothing)

    def chart_table(self) -> ChartTable:
        """Every point that is drawn."""
        if self._shown is None:
            return ChartTable("", "", (), ())
        name, strength, today = self._shown
        rows = [
            (one.day.isoformat(), round(one.value, _DIGITS), "yes" if one.is_record else "")
            for one in strength.points
        ]
        words = f"{strength.title} ({strength.unit})"
        days = f"{day_text(today - _YEAR)} to {day_text(today)}"
        return ChartTable(f"{strength.title} of {name}", days, ("Day", words, "Record"), rows)


def _why_empty(chart: ExerciseChart, today: date) -> str:
    if not chart.points:
        return "Not done yet. What you log of it shows here."
    if chart.points[-1].day < today - _YEAR:
        return "Not done in the last 12 months."
    return "The sets of the last 12 months give no value to draw."
