"""What keeps pages in shape: filters that wrap and are walked in order, columns that share."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Chip
from desktop.ui.widgets.filter_line import FilterLine
from desktop.ui.widgets.row_model import Column, RowModel
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.texts import NONE


def test_filters_are_walked_as_they_stand(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = FilterLine("Search", "Search")
    chips = [Chip(text, text) for text in ("All", "Chest")]
    for one in chips:
        line.chip_line.addWidget(one)
    last = QPushButton("Equipment")
    line.set_last(last)
    QVBoxLayout(window).addWidget(line)
    # in a narrow window the chips stand below the last one
    for width, order in ((1000, (*chips, last)), (320, (last, *chips))):
        window.resize(width, 200)
        window.show()
        window.activateWindow()
        line.search.setFocus()
        qtbot.waitUntil(line.search.hasFocus)
        for expected in order:
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            assert window.focusWidget() is expected


def test_a_search_leaves_room_for_what_stands_at_its_right(qtbot: QtBot) -> None:
    line = FilterLine("Search", "Search")
    line.chip_line.addWidget(Chip("Only new ones"))
    last = QPushButton("Choose another exercise for all of them")
    line.set_last(last)
    qtbot.addWidget(line)
    # narrow from the beginning
    line.resize(500, 80)
    line.show()
    assert line.search.geometry().right() < last.geometry().left()


def test_a_column_that_is_put_away_stays_away(qtbot: QtBot) -> None:
    columns = [
        Column[str]("Name", lambda row: row, stretch=True),
        Column[str]("Shared", lambda row: "1", width=100, spare=1),
    ]
    table = Table(RowModel(columns, key=id), "Rows")
    qtbot.addWidget(table)
    table.show_column(1, False)
    table.resize(800, 200)
    table.show()
    assert table.isColumnHidden(1)
    table.show_column(1, True)
    assert not table.isColumnHidden(1)
    # there is no room for it
    table.resize(250, 200)
    qtbot.waitUntil(lambda: table.isColumnHidden(1))


def test_a_table_says_no_order_before_it_has_one(qtbot: QtBot) -> None:
    table = Table(RowModel([Column[str]("Name", lambda row: row)], key=id), "Rows")
    qtbot.addWidget(table)
    assert table.horizontalHeader().sortIndicatorSection() == -1
    table.sort_by(0)
    assert table.horizontalHeader().sortIndicatorSection() == 0


def test_all_that_is_chosen_stays_chosen_when_the_rows_are_sorted(qtbot: QtBot) -> None:
    columns = [Column[int]("Number", str, lambda row: row, stretch=True)]
    model: RowModel[int] = RowModel(columns, key=lambda row: row)
    model.set_rows(list(range(9)))
    table = Table(model, "Rows")
    qtbot.addWidget(table)
    table.select_key(3)
    for place in (4, 7):
        flags = QItemSelectionModel.SelectionFlag
        index = model.index(place, 0)
        table.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)
    table.sort_by(0, Qt.SortOrder.DescendingOrder)
    assert table.selected_rows() == [7, 4, 3]
    assert table.current_row() == 7
    model.set_rows([3, 4, 5])
    assert table.selected_rows() == [4, 3]
    model.set_rows([5])
    assert table.selected_rows() == []


def test_a_wide_table_shares_its_room(qtbot: QtBot) -> None:
    columns = [
        Column[str]("Name", lambda row: row, stretch=True),
        Column[str]("Sets", lambda row: "1", right=True, width=100),
    ]
    table = Table(RowModel(columns, key=id), "Rows")
    qtbot.addWidget(table)
    table.resize(380, 200)
    table.show()
    assert table.columnWidth(1) == 100
    table.resize(1600, 200)
    qtbot.waitUntil(lambda: table.columnWidth(1) > 150)
    assert table.columnWidth(0) > table.columnWidth(1)
    # a width set by hand stays
    table.horizontalHeader().resizeSection(1, 120)
    table.resize(1500, 200)
    qtbot.waitUntil(lambda: table.viewport().width() < 1510)
    assert table.columnWidth(1) == 120


def test_the_chosen_row_stays_in_sight(qtbot: QtBot) -> None:
    columns = [Column[int]("Number", str, stretch=True)]
    model: RowModel[int] = RowModel(columns, key=lambda row: row)
    table = Table(model, "Rows")
    qtbot.addWidget(table)
    model.set_rows(list(range(100)))
    table.resize(300, 800)
    table.show()
    table.select_key(40)
    table.resize(300, 200)
    rect = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(rect.center())


def test_a_chip_has_room_for_its_words_in_bold(qtbot: QtBot, qapp: QApplication) -> None:
    theme = Theme(qapp, "light")
    assert theme.choice == "light"
    chip = Chip("Trend of many words")
    qtbot.addWidget(chip)
    chip.setFont(QFont("DejaVu Sans", 10))
    chip.show()
    bold = QFont(chip.font())
    bold.setBold(True)
    needed = QFontMetrics(bold).horizontalAdvance(chip.text())
    assert chip.sizeHint().width() >= needed + 2 * 11


def test_what_there_is_none_of_is_muted_in_every_column(qtbot: QtBot) -> None:
    model = RowModel([Column[str]("Best", lambda row: row)], key=id)
    model.set_rows(["110 kg", NONE])
    assert [model.index(place, 0).data(RowModel.MutedRole) for place in (0, 1)] == [False, True]
