"""How a set's row looks: names, sizes, and what is painted when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.ids import new_id
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import Field
from desktop.domain.weight import Unit, Weight
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.row_sizes import LARGE, sizes
from desktop.ui.session.set_row import SetRow
from desktop.ui.stylesheet import stylesheet
from desktop.ui.theme import LIGHT
from tests.ui.session.conftest import Hands
from tests.ui.session.log import (
    CTRL,
    bench_line,
    of_kind,
    start,
)

KG = Unit.KG


def begin(dock: SessionDock, hands: Hands, *kinds: ExerciseKind) -> list[SetRow]:
    """An exercise of each kind, with one empty set."""
    dock.start(None)
    hands.settle()
    for kind in kinds:
        dock.controller.add_exercise(of_kind(dock.context, kind).id)
        hands.settle()
    return dock.grid.rows()


@pytest.fixture
def rows(dock: SessionDock, hands: Hands) -> list[SetRow]:
    """Three sets of 5 x 100 kg, planned."""
    return start(dock, hands, bench_line(dock.context))


def test_large_type_scales_the_whole_row(dock: SessionDock, rows: list[SetRow]) -> None:
    row = rows[0]
    normal = row.cells[0].font().pointSizeF()
    row.set_scale(LARGE)
    row.write_note()
    assert row.note.line is not None
    parts: list[QWidget] = [*row.cells, row.type_button, row.previous, row.note.line]
    assert {round(part.font().pointSizeF() / normal, 1) for part in parts} == {LARGE}
    assert row.cells[0].width() == sizes(LARGE).widths[Field.WEIGHT]
    assert row.tick.height() == row.cells[0].height() == sizes(LARGE).height
    row.set_scale(1.0)
    assert {part.font().pointSizeF() for part in parts} == {normal}
    assert row.cells[0].size() == rows[1].cells[0].size()


def test_a_suggestion_looks_like_one_at_any_size(
    dock: SessionDock, rows: list[SetRow], hands: Hands
) -> None:
    dock.setStyleSheet(stylesheet(LIGHT, 10))
    weight = rows[0].cells[0]
    assert weight.font().italic()
    rows[0].set_scale(LARGE)
    assert weight.font().italic()
    assert weight.palette().color(QPalette.ColorRole.Text) == LIGHT.muted
    hands.type("9")
    assert not weight.font().italic()
    assert round(weight.font().pointSizeF() / rows[1].cells[0].font().pointSizeF(), 1) == LARGE


class Painted(QObject):
    """Notes the rows in which anything is painted."""

    def __init__(self, rows: list[SetRow]) -> None:
        super().__init__()
        self.rows: set[int] = set()
        self._place = {}
        for place, row in enumerate(rows):
            for part in (row, *row.findChildren(QWidget)):
                self._place[part] = place
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.rows.add(self._place[watched])
        return False


def test_a_tick_repaints_one_row(dock: SessionDock, rows: list[SetRow], hands: Hands) -> None:
    hands.press(Qt.Key.Key_Return, CTRL)
    dock.rest.stop()  # its end would make room for all rows
    dock.header.name.setFocus()
    hands.settle()
    QApplication.processEvents()
    painted = Painted(rows)
    rows[0].tick.click()
    hands.settle()
    QApplication.processEvents()
    assert painted.rows == {0}
    painted.rows.clear()
    dock.grid.refresh()
    QApplication.processEvents()
    assert painted.rows == set(), "what has not changed is left alone"


def test_weights_beside_the_body_are_named(dock: SessionDock, hands: Hands) -> None:
    kinds = (ExerciseKind.BODYWEIGHT_REPS, ExerciseKind.ASSISTED_BODYWEIGHT)
    added, helped = begin(dock, hands, *kinds)
    assert added.cells[0].accessibleName().endswith("Added weight")
    assert helped.cells[0].accessibleName().endswith("Help")
    helped.show_ghost(ExerciseSet(new_id(), weight=Weight.of(-15, KG), reps=8))
    assert [cell.placeholderText() for cell in helped.cells] == ["15", "8"]
