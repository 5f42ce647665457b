"""The rows of tables: soft selection, a line under each, muted columns, the keyboard's place."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import LIGHT, Theme
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table


@dataclass(frozen=True)
class Lift:
    name: str
    sets: int


COLUMNS = (
    Column[Lift]("Name", lambda row: row.name, width=120),
    Column[Lift]("Sets", lambda row: str(row.sets), right=True, muted=True, width=80),
)


@pytest.fixture
def table(qapp: QApplication, qtbot: QtBot) -> Table:
    Theme(qapp).set_choice("light")
    model = RowModel(COLUMNS, key=lambda row: row.name)
    model.set_rows([Lift("A lift with a name that is far too long", 3), Lift("Squat", 8)])
    table = Table(model, "Lifts")
    qtbot.addWidget(table)
    table.resize(260, 160)
    table.show()
    return table


def picture(table: Table, row: int, column: int) -> QImage:
    rect = table.visualRect(table.rows.index(row, column))
    return table.viewport().grab(rect).toImage()


def inks(image: QImage) -> set[str]:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in places}


def test_a_line_runs_under_each_row(table: Table) -> None:
    shot = picture(table, 1, 0)
    assert shot.pixelColor(60, shot.height() - 1) == LIGHT.line
    assert shot.pixelColor(60, 1) == LIGHT.surface


def test_a_muted_column_is_drawn_in_the_secondary_colour(table: Table) -> None:
    assert LIGHT.muted.name() in inks(picture(table, 1, 1))
    assert LIGHT.text.name() in inks(picture(table, 1, 0))


def test_a_chosen_row_is_soft_and_marked_for_the_keyboard(table: Table, qtbot: QtBot) -> None:
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    table.selectRow(1)
    shot = picture(table, 1, 0)
    assert shot.pixelColor(100, 3) == LIGHT.accent_soft
    assert shot.pixelColor(1, 10) == LIGHT.accent
    table.clearFocus()
    assert picture(table, 1, 0).pixelColor(1, 10) == LIGHT.accent_soft


def test_the_whole_row_under_the_mouse_is_tinted(table: Table) -> None:
    QTest.mouseMove(table.viewport(), table.visualRect(table.rows.index(1, 0)).center())
    table.entered.emit(table.rows.index(1, 0))
    assert picture(table, 1, 1).pixelColor(10, 3) == LIGHT.hover
    assert picture(table, 0, 1).pixelColor(10, 3) == LIGHT.surface


def test_text_that_does_not_fit_keeps_its_distance(table: Table) -> None:
    shot = picture(table, 0, 0)
    right = shot.copy(QPoint(shot.width() - 10, 0).x(), 0, 10, shot.height() - 1)
    assert inks(right) == {QColor(LIGHT.surface).name()}
