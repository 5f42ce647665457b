"""The rep maxes that belong to a one-rep max, and what can be loaded of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.analysis.one_rep_max import MOST_REPS, weight_for
from desktop.analysis.plates import PlateSet
from desktop.domain.accounts import Formula
from desktop.domain.gear import Bar, Gym
from desktop.domain.weight import Unit, Weight
from desktop.ui.widgets.rep_max_card import side_table, table_height
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.texts import NONE, weight_text


@dataclass(frozen=True, slots=True)
class RepMaxLine:
    """So many reps, their share of the one-rep max, that weight as text, and what is loadable."""

    reps: int
    share: float
    weight: str = NONE
    loadable: str = NONE


class RepMaxTable(QFrame):
    """One line for each number of reps that formulas say something about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        columns: list[Column[RepMaxLine]] = [
            Column("Reps", lambda line: str(line.reps), right=True, width=64),
            Column("% of 1RM", lambda line: f"{line.share:.0%}", right=True, muted=True, width=88),
            Column("Weight", lambda line: line.weight, right=True, width=96),
            Column("Loadable", lambda line: line.loadable, right=True, stretch=True, enough=110),
        ]
        self.rows: RowModel[RepMaxLine] = RowModel(columns, lambda line: line.reps, self)
        self.table = side_table(self.rows, "Rep maxes")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.table)

    def show_lines(self, lines: list[RepMaxLine], reps: int | None) -> None:
        """Show the lines, the one of these reps marked."""
        self.rows.set_rows(lines)
        self.table.setFixedHeight(table_height(self.table))
        if reps is None or not self.table.select_key(reps):
            self.table.clearSelection()


def rep_max_lines(
    e1rm: float | None, formula: Formula, unit: Unit, gym: Gym | None, bar: Bar | None
) -> list[RepMaxLine]:
    """The table for an e1RM in grams; without one, the shares alone."""
    lines = []
    plates: PlateSet | None = None
    if e1rm is not None and gym is not None and bar is not None:
        plates = PlateSet(bar.weight, gym.plates, _weight(e1rm, unit))
    for reps in range(1, int(MOST_REPS) + 1):
        share = weight_for(1.0, reps, formula=formula)
        assert share is not None  # within the reps of the formulas
        if e1rm is None:
            lines.append(RepMaxLine(reps, share))
            continue
        grams = e1rm * share
        loadable = NONE
        if plates is not None:
            loadable = str(plates.nearest(_weight(grams, unit)))
        elif gym is not None:
            loadable = str(gym.nearest(grams, unit))
        lines.append(RepMaxLine(reps, share, weight_text(grams, unit), loadable))
    return lines


def _weight(grams: float, unit: Unit) -> Weight:
    return Weight.of(grams / float(unit.grams), unit)
