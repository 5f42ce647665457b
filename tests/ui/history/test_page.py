"""The history page: find sessions, read one in full, delete, repeat and export."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.transfer import Selection
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.history.model import HistoryModel
from desktop.ui.history.page import HistoryPage
from tests.support import make_context, make_services
from tests.ui.history.conftest import BENCH, settle


def shown(page: HistoryPage) -> list[str]:
    return [row.name for row in page.model.rows]


def listen(page: HistoryPage) -> list[Selection]:
    """What the window's export would take, each time that it is asked for."""
    taken: list[Selection] = []

    def take(action: str) -> None:
        assert action == "export"
        taken.append(page.export_selection())

    page.action_requested.connect(take)
    return taken


def texts(page: HistoryPage) -> list[str]:
    assert page.detail.content is not None
    return [label.text() for label in page.detail.content.findChildren(QLabel)]


def _is_record(label: QLabel) -> bool:
    return bool(label.property("role") == "record")


def test_newest_first_with_the_first_in_full(page: HistoryPage) -> None:
    assert shown(page) == ["Push B", "Legs", "Push A"]
    assert page.subtitle.text() == "3 sessions · 6 working sets"
    detail = page.detail
    assert detail._name.text() == "Push B"
    assert detail._when.text() == "Wednesday, 18 Nov 2026, 18:00 · 1 h · Iron Works"
    assert detail._totals.text() == "2 exercises · 3 working sets · 1,200 kg"
    assert detail._records.text() == "4 records"
    assert f"{BENCH}: Best e1RM" in detail._records.toolTip()
    # and each stands where it fell
    assert detail.content is not None
    marks = [one.text() for one in detail.content.findChildren(QLabel) if _is_record(one)]
    assert (len(marks), "e1RM" in marks) == (4, True)
    assert BENCH in texts(page)
    assert "100 kg × 4 @8.5" in texts(page)


def test_model_holds(qtbot: QtBot, page: HistoryPage) -> None:
    model = HistoryModel(Unit.LB)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.set_rows(page.model.rows)
    model.sort(5, Qt.SortOrder.DescendingOrder)
    row = [model.index(0, column).data() for column in range(6)]
    assert row == ["18 Nov 2026", "Push B", "1 h", "2", "3", "2,646 lb"]
    for column in range(6):
        model.sort(column)


def test_words_are_looked_for_in_names_notes_and_exercises(page: HistoryPage, qtbot: QtBot) -> None:
    page.focus_search()
    for text, names in (
        ("bench", ["Push B", "Push A"]),
        ("knee", ["Legs"]),
        ("push press", ["Push B", "Push A"]),
    ):
        page.filters.search.clear()
        with qtbot.waitSignal(page.loaded):
            QTest.keyClicks(page.filters.search, text)
        settle(page, qtbot)
        assert shown(page) == names, text


def test_ranges_by_chip_and_by_day(page: HistoryPage, qtbot: QtBot) -> None:
    for place, count in ((0, 1), (1, 2), (2, 2), (3, 3)):
        with qtbot.waitSignal(page.loaded):
            page.filters.choose_range(place)
        assert len(shown(page)) == count, place
    assert page.filters.first.date() == QDate(2025, 6, 2)
    with qtbot.waitSignal(page.loaded):
        page.filters.last.setDate(QDate(2026, 10, 1))
    assert shown(page) == ["Legs", "Push A"]
    assert page.filters._ranges.checkedId() == -1
    with qtbot.waitSignal(page.loaded):
        page.filters.first.setDate(QDate(2026, 11, 1))
    assert page.filters.last.date() == QDate(2026, 11, 1), "the other end gives way"
    assert shown(page) == []
    assert page.nothing.isVisible()
    with qtbot.waitSignal(page.loaded):
        page.nothing.chosen.emit()
    assert len(shown(page)) == 3


def test_several_are_deleted_and_come_back(
    page: HistoryPage, qtbot: QtBot, context: Context
) -> None:
    page.table.selectAll()
    settle(page, qtbot)
    assert page.detail._totals.text() == "6 sets · 2,490 kg"
    page.table.clearSelection()
    page.table.selectRow(0)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page.loaded):
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == ["Push A"]
    settle(page, qtbot)
    assert page.detail._name.text() == "Push A"
    assert context.undo.undo_label == "delete 2 sessions"
    with qtbot.waitSignal(page.loaded):
        context.undo_last()
    assert shown(page) == ["Push B", "Legs", "Push A"]


def test_repeat_export_and_progress_leave_the_page(page: HistoryPage, qtbot: QtBot) -> None:
    chosen = page.model.row(0).id
    with qtbot.waitSignal(page.start_requested) as started:
        page.detail.buttons["repeat"].click()
    assert started.args == [("repeat", chosen)]
    exports = listen(page)
    page.detail.buttons["export"].click()
    assert exports == [Selection((chosen,))]
    with qtbot.waitSignal(page.open_requested) as opened:
        page.detail.findChildren(QToolButton)[0].click()
    assert opened.args is not None
    assert opened.args[0] == "progress"


def test_export_takes_what_the_table_shows(page: HistoryPage, qtbot: QtBot) -> None:
    exports = listen(page)
    page.export_button.click()
    assert exports.pop() == Selection()
    page.filters.choose_range(2)
    page.export_button.click()
    assert exports.pop() == Selection(None, date(2026, 1, 1), None)
    with qtbot.waitSignal(page.loaded):
        page.filters.search.setText("legs")
    settle(page, qtbot)
    page.export_button.click()
    assert exports.pop() == Selection((page.model.row(0).id,))
    page.filters.clear()
    qtbot.waitUntil(lambda: len(shown(page)) == 3)
    page.table.selectAll()
    ids = tuple(row.id for row in page.model.rows)
    assert page.export_selection() == Selection(ids), "what the window's menu takes"


def test_opened_session_is_shown_whatever_is_filtered(page: HistoryPage, qtbot: QtBot) -> None:
    wanted = page.model.row(2).id
    with qtbot.waitSignal(page.loaded):
        page.filters.choose_range(0)
    with qtbot.waitSignal(page.loaded):
        page.open_item(wanted)
    settle(page, qtbot)
    assert page.detail._name.text() == "Push A"
    page.open_item(page.model.row(1).id)
    settle(page, qtbot)
    assert page.detail._name.text() == "Legs"


def test_empty_history_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    services = make_services(tmp_path)
    context = make_context(services)
    page = HistoryPage(context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded):
        page.show()
    assert page.empty.isVisible()
    assert not page.filters.isVisible()
    with qtbot.waitSignal(page.start_requested) as started:
        page.empty.button.click()
    assert started.args == [None]
    with qtbot.waitSignal(page.action_requested) as asked:
        page.empty.other.click()
    assert asked.args == ["import"]
    context.tasks.close()
    services.close()


def test_columns_give_way_where_there_is_little_room(page: HistoryPage, qtbot: QtBot) -> None:
    page.resize(860, 700)
    qtbot.waitUntil(lambda: page.table.isColumnHidden(2))
    page.resize(1500, 700)
    qtbot.waitUntil(lambda: not page.table.isColumnHidden(2))
    page.grab()


def test_a_day_counts_when_it_is_typed_in_full(page: HistoryPage, qtbot: QtBot) -> None:
    filters = page.filters
    filters.first.setDate(QDate(2026, 11, 5))
    filters.last.setDate(QDate(2026, 11, 20))
    filters.last.setFocus()
    filters.last.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(filters.last, "15")
    QTest.keyClick(filters.last, Qt.Key.Key_Return)
    settle(page, qtbot)
    assert filters.asked.first == date(2026, 11, 5), "the 1st was only on the way"
    assert filters.asked.last == date(2026, 11, 15)


def test_a_session_that_goes_while_it_is_read_is_no_error(
    page: HistoryPage, qtbot: QtBot, context: Context
) -> None:
    faults: list[object] = []
    context.tasks.faulted.connect(faults.append)
    page.table.selectRow(1)
    context.services.history.delete([page.model.row(1).id])
    settle(page, qtbot)
    assert faults == []


def test_a_key_that_is_held_deletes_a_session_once(
    page: HistoryPage, qtbot: QtBot, context: Context
) -> None:
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert shown(page) == ["Legs", "Push A"]
    context.undo_last()
    settle(page, qtbot)
    assert shown(page) == ["Push B", "Legs", "Push A"]
    assert not context.undo.undo_label
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert shown(page) == ["Legs", "Push A"], "what came back can be deleted again"
