"""The palette in the window: its keys, the mouse, what it finds and what choosing does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.history.page import HistoryPage
from desktop.ui.library.editor import ExerciseEditor
from desktop.ui.library.page import LibraryPage
from desktop.ui.main_window import MainWindow
from desktop.ui.palette.rows import ROW
from desktop.ui.progress.page import ProgressPage
from desktop.ui.records.page import RecordsPage
from desktop.ui.session.dock import SessionDock
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.templates.page import TemplatesPage
from desktop.ui.transfer.export_dialog import ExportDialog
from tests.ui.palette.conftest import BENCH, Hands

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
DEADLIFT = "Deadlift (Barbell)"


def test_it_opens_over_the_window_and_gives_the_focus_back(
    window: MainWindow, hands: Hands
) -> None:
    window.go("library")
    hands.settle()
    page = window.page
    assert isinstance(page, LibraryPage)
    page.focus_search()
    before = window.focusWidget()
    palette = hands.open()
    assert palette.line.hasFocus()
    assert palette.geometry() == window.rect()
    assert hands.current == "Today"
    hands.press(Key.Key_Escape)
    assert not hands.is_open
    assert window.focusWidget() is before
    hands.open()
    hands.press(Key.Key_K, CONTROL)
    assert not hands.is_open


def test_the_choice_moves_while_the_focus_stays(hands: Hands) -> None:
    palette = hands.open()
    titles = hands.titles
    hands.press(Key.Key_Down)
    assert hands.current == titles[1]
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Up)
    assert hands.current == titles[-1], "round and round"
    hands.press(Key.Key_Tab)
    assert hands.current == titles[0]
    hands.press(Key.Key_PageDown)
    assert hands.current == titles[8]
    hands.press(Key.Key_PageUp)
    assert hands.current == titles[0]
    assert palette.line.hasFocus()
    assert all(row.run is None for row in hands.rows if row.title in ("Pages", "Actions"))


def test_what_is_typed_is_found_and_marked(hands: Hands) -> None:
    hands.open("bnch barb")
    assert hands.current == BENCH
    hands.palette.line.clear()
    QTest.keyClicks(hands.palette.line, "BENCH press")
    row = hands.palette.current
    assert row is not None
    assert row.title == BENCH
    assert row.marked == set(range(11)) - {5}
    assert row.tag == "Exercise"


def test_keys_are_shown_beside_actions(hands: Hands) -> None:
    hands.open("start empty")
    row = hands.palette.current
    assert row is not None
    assert (row.title, row.keys) == ("Start empty session", "Ctrl+N")
    assert row.told == "Start empty session, Ctrl+N"


def test_what_cannot_be_done_now_is_not_offered(hands: Hands) -> None:
    hands.open("finish session")
    assert "Finish session" not in hands.titles
    hands.press(Key.Key_Escape)
    hands.choose("start empty", "Start empty session")
    hands.open("finish session")
    assert hands.current == "Finish session"
    assert "Start empty session" not in hands.titles


def test_an_exercise_is_shown_in_the_library(window: MainWindow, hands: Hands) -> None:
    hands.choose("deadlift", DEADLIFT)
    page = window.page
    assert isinstance(page, LibraryPage)
    chosen = page.table.current_row()
    assert chosen is not None
    assert chosen.exercise.name == DEADLIFT
    assert not hands.is_open


def test_control_enter_opens_its_progress(window: MainWindow, hands: Hands) -> None:
    hands.open("bench press")
    hands.press(Key.Key_Return, CONTROL)
    assert isinstance(window.page, ProgressPage)


def test_right_offers_more_and_left_goes_back(window: MainWindow, hands: Hands) -> None:
    hands.open("bench press")
    hands.press(Key.Key_Right)
    assert hands.titles == ["Show its progress", "Show its records", "Show in the library"]
    assert BENCH in hands.palette.line.placeholderText()
    hands.press(Key.Key_Left)
    assert hands.palette.line.text() == "bench press"
    assert hands.current == BENCH
    hands.press(Key.Key_Right)
    QTest.keyClicks(hands.palette.line, "rec")
    assert hands.titles == ["Show its records"]
    hands.press(Key.Key_Return)
    assert isinstance(window.page, RecordsPage)
    assert not hands.is_open


def test_escape_leaves_more_first(hands: Hands) -> None:
    hands.open("bench press")
    hands.press(Key.Key_Right)
    QTest.keyClicks(hands.palette.line, "zz")
    assert not hands.titles
    assert not hands.palette.about.isHidden()
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    assert hands.is_open
    assert hands.current == BENCH
    hands.press(Key.Key_Escape)
    assert not hands.is_open


def test_an_exercise_goes_into_the_open_session(window: MainWindow, hands: Hands) -> None:
    hands.choose("start empty", "Start empty session")
    hands.open("deadlift barbell")
    assert hands.current == DEADLIFT
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Down)
    assert hands.current == "Add to the session"
    hands.press(Key.Key_Return)
    dock = window.findChild(SessionDock)
    assert dock is not None
    names = [
        hands.log.context.exercise_name(one.exercise_id)
        for one in dock.controller.current().exercises
    ]
    assert names == [DEADLIFT]


def test_a_template_opens_or_starts(window: MainWindow, hands: Hands) -> None:
    hands.choose("bench day", "Bench day")
    assert isinstance(window.page, TemplatesPage)
    assert window.page.editor.editing.template is not None
    hands.open("bench day")
    hands.press(Key.Key_Return, CONTROL)
    dock = window.findChild(SessionDock)
    assert dock is not None
    assert dock.controller.current().name == "Bench day"


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("pull", "Tue 12 Mar 2024"),
        ("12 mar", "Tue 12 Mar 2024"),
        ("2024-03-12", "Tue 12 Mar 2024"),
        ("march 2024", "Tue 12 Mar 2024"),
        ("yesterday", "Thu 19 Nov 2026"),
        ("last thursday", "Thu 19 Nov 2026"),
        ("push last week", "Thu 12 Nov 2026"),
    ],
)
def test_a_session_is_found_by_name_and_day(
    window: MainWindow, hands: Hands, text: str, detail: str
) -> None:
    hands.open(text)
    rows = [row for row in hands.rows if row.tag == "Session"]
    assert rows[0].detail == detail
    assert hands.rows[0] == rows[0] or text == "pull"
    assert rows[0].run is not None
    rows[0].run()
    hands.settle()
    page = window.page
    assert isinstance(page, HistoryPage)
    assert page.detail.session is not None or page.chosen._settle.isActive()
    (chosen,) = page.table.selected_rows()
    assert f"{chosen.day:%a} {chosen.day.day} {chosen.day:%b %Y}" == detail


def test_a_session_can_be_exported(hands: Hands) -> None:
    hands.open("12 mar 2024")
    hands.press(Key.Key_Right)
    assert hands.titles == ["Repeat it", "Export it…", "Show in the history"]
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert isinstance(hands.dialog, ExportDialog)
    hands.dialog.reject()


@pytest.mark.parametrize(
    ("text", "title", "control"),
    [
        ("e1rm formula", "e1RM formula", "Estimated 1RM by"),
        ("colours", "Theme", "Theme"),
        ("rest failure", "Rest after a set to failure", "Set to failure"),
        ("gym name", "Name of the gym", "Name"),
        ("count warm", "Count warm-up sets", "Count warm-up sets"),
    ],
)
def test_a_setting_is_gone_to(
    hands: Hands, qtbot: QtBot, text: str, title: str, control: str
) -> None:
    hands.choose(text, title)
    dialog = hands.dialog
    assert isinstance(dialog, SettingsDialog)

    def is_there() -> bool:
        focused: QWidget | None = dialog.focusWidget()
        return focused is not None and focused.accessibleName() == control

    qtbot.waitUntil(is_there)
    dialog.reject()
    hands.settle()


def test_a_day_without_a_session_is_no_name_of_an_exercise(
    window: MainWindow, hands: Hands
) -> None:
    hands.open("12 mar 1999")
    assert hands.palette.about.text() == "There is no session from \u201c12 mar 1999\u201d."
    assert hands.titles == ["Log a past workout\u2026"]


def test_nothing_found_leads_on(window: MainWindow, hands: Hands) -> None:
    hands.open("zzqx carry")
    assert "zzqx carry" in hands.palette.about.text()
    assert hands.palette.about.isVisible()
    hands.press(Key.Key_Return)
    editor = window.findChild(ExerciseEditor)
    assert editor is not None
    assert any(edit.text() == "zzqx carry" for edit in editor.findChildren(QLineEdit))
    editor.reject()
    hands.open("zzqx")
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    assert isinstance(window.page, HistoryPage)
    assert window.page.filters.search.text() == "zzqx"


def test_what_is_used_comes_first_also_next_time(window: MainWindow, hands: Hands) -> None:
    hands.choose("about", "About Repbook")
    hands.dialog.reject()
    hands.open()
    assert hands.rows[0].title == "Used most"
    assert hands.current == "About Repbook"
    hands.press(Key.Key_Escape)
    context = window.context
    assert context is not None
    window.close_profile()
    window.open_profile(context)
    hands.settle()
    hands.open()
    assert hands.current == "About Repbook"


def test_no_key_of_the_window_works_meanwhile(window: MainWindow, hands: Hands) -> None:
    page = window.page
    palette = hands.open("push")
    hands.press(Key.Key_3, CONTROL)
    hands.press(Key.Key_N, CONTROL)
    assert window.page is page
    assert not window.dock.is_shown
    assert palette.line.text() == "push"


def test_the_mouse_points_chooses_and_asks_for_more(window: MainWindow, hands: Hands) -> None:
    palette = hands.open("bench press")
    view = palette.list.viewport()
    second = palette.list.visualRect(palette.model.index(1))
    QTest.mouseMove(view, second.center() - QPoint(60, 0))
    QTest.mouseMove(view, second.center())
    assert hands.current == hands.titles[1]
    palette.list.customContextMenuRequested.emit(second.center())
    assert hands.titles[0] == "Show its progress"
    hands.press(Key.Key_Escape)
    first = palette.list.visualRect(palette.model.index(0))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=first.center())
    hands.settle()
    assert isinstance(window.page, LibraryPage)
    palette = hands.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not hands.is_open


def test_a_new_session_is_found_when_it_is_there(hands: Hands) -> None:
    hands.open("grip day")
    assert "Grip day" not in hands.titles
    hands.log.add(hands.log.context.today(), [(BENCH, [(60, 5)])], "Grip day")
    hands.log.tell()
    hands.settle()
    assert hands.current == "Grip day"


def test_it_tells_what_is_current(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    palette = hands.open("rdl")
    assert palette.line.accessibleName()
    assert palette.list.accessibleName()
    assert palette.line.accessibleDescription() == palette.model.index(0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    hands.press(Key.Key_Down)
    assert said[-1] == palette.model.index(1).data(ROW).told
    monkeypatch.undo()


def test_it_stays_in_the_window_with_twice_the_text(
    window: MainWindow, hands: Hands, qapp: QApplication
) -> None:
    window.resize(960, 640)
    usual = window.font()
    large = window.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    try:
        window.setFont(large)
        palette = hands.open("bench")
        inside = palette.rect().adjusted(8, 8, -8, -8)
        assert inside.contains(palette.panel.geometry())
        assert palette.hints.height() >= palette.hints.heightForWidth(palette.hints.width())
        assert palette.list.height() > 3 * palette.list.fontMetrics().height()
        assert palette.panel.height() < window.height()
    finally:
        window.setFont(usual)


def test_the_keys_open_it_from_a_session(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    hands.choose("start empty", "Start empty session")
    hands.open("deadlift barbell")
    hands.press(Key.Key_Right)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    dock = window.findChild(SessionDock)
    assert dock is not None
    qtbot.waitUntil(lambda: bool(dock.grid.blocks) and bool(dock.grid.blocks[0].rows))
    dock.grid.focus_row(dock.grid.blocks[0].rows[0], 0)
    hands.open()
    assert hands.rows[[row.title for row in hands.rows].index("In this session") + 1].run
    assert {"Session notes", "Add set", "Swap for today…", "Note on the set"} <= set(hands.titles)
    sets = len(dock.grid.blocks[0].rows)
    hands.press(Key.Key_Escape)
    hands.choose("add set", "Add set")
    qtbot.waitUntil(lambda: len(dock.grid.blocks[0].rows) == sets + 1)
