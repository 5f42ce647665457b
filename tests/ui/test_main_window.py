"""The shell: going from page to page, menus, the dock's place, faults, what is restored."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import RepbookError
from desktop.domain.ids import new_id
from desktop.ui.context import Context
from desktop.ui.main_window import MainWindow
from desktop.ui.side import PAGES
from desktop.ui.theme import DARK, colors
from desktop.ui.window_frame import WindowFrame
from tests.support import add_session
from tests.ui.shell import Made, make_window


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def empty(qapp: QApplication, qtbot: QtBot, tmp_path: Path, made: Made) -> MainWindow:
    window = make_window(qapp, tmp_path, made)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def window(empty: MainWindow, context: Context, qtbot: QtBot) -> MainWindow:
    empty.show()
    empty.open_profile(context)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    return empty


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    window.activateWindow()
    qtbot.keySequence(window, QKeySequence(keys))


def test_the_shell_stands_before_a_profile_is_open(empty: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty.painted):
        empty.show()
    assert empty.page is None
    assert not empty.side.pages.isEnabled()
    assert not empty.side.profile.isEnabled()
    assert not empty.menu["start"].isEnabled()
    assert empty.menu["quit"].isEnabled()


def test_a_profile_opens_at_today(window: MainWindow, made: Made, context: Context) -> None:
    assert window.page is made.pages["today"]
    assert made.pages["today"].reloads == 1
    assert list(made.pages) == ["today"], "the others wait until they are visited"
    assert window.side.profile.accessibleName() == "Profile: Lifter"


@pytest.mark.parametrize(("place", "name"), list(enumerate((name for name, _ in PAGES), 1)))
def test_the_keys_go_to_each_page(
    window: MainWindow, made: Made, qtbot: QtBot, place: int, name: str
) -> None:
    press(qtbot, window, f"Ctrl+{place}")
    assert window.page is made.pages[name]
    assert window.side.pages.currentRow() == place - 1
    assert window.menu[name].isChecked()


def test_the_list_goes_to_a_page(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.side.pages.setFocus()
    QTest.keyClick(window.side.pages, Qt.Key.Key_Down)
    assert window.page is made.pages["library"]


def test_find_goes_to_the_pages_search(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+F")
    assert window.focusWidget() is made.pages["today"].search


def test_the_keyboard_goes_along_from_page_to_page(window: MainWindow, made: Made) -> None:
    made.pages["today"].search.setFocus()
    window.open_item("page", "library")
    assert made.pages["library"].visits == 1
    made.pages["library"].search.setFocus()
    window.open_item("session", new_id())
    assert made.pages["history"].visits == 1
    made.pages["history"].search.setFocus()
    window.open_item("set", new_id())
    assert made.pages["history"].visits == 1, "a set takes it itself"
    window.side.pages.setFocus()
    window.open_item("page", "records")
    assert made.pages["records"].visits == 0


def test_a_page_leads_to_another(window: MainWindow, made: Made) -> None:
    wanted = new_id()
    for kind, page in (
        ("session", "history"),
        ("exercise", "library"),
        ("template", "templates"),
        ("progress", "progress"),
        ("record", "records"),
    ):
        made.pages["today"].open_requested.emit(kind, wanted)
        assert window.page is made.pages[page]
        assert made.pages[page].shown_item == wanted
    made.pages["today"].open_requested.emit("page", "today")
    assert window.page is made.pages["today"]


def test_a_session_starts_in_the_dock(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    assert not made.docks
    press(qtbot, window, "Ctrl+N")
    request = ("template", new_id())
    made.pages["today"].start_requested.emit(request)
    dock = made.docks[0]
    assert dock.requests == [None, request]
    assert dock.isVisible()
    assert window.menu["dock"].isChecked()
    press(qtbot, window, "Ctrl+D")
    assert not dock.isVisible()
    press(qtbot, window, "Ctrl+D")
    assert dock.isVisible()
    dock.session_closed.emit()
    assert not dock.isVisible()
    assert not window.menu["dock"].isChecked()


def test_the_window_fits_the_screen_with_its_frame(empty: MainWindow) -> None:
    room = empty.screen().availableSize()
    assert empty.width() <= room.width() - 16
    assert empty.height() <= room.height() - 40


def test_the_window_is_wide_enough_for_page_and_dock(
    window: MainWindow, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WindowFrame, "room", lambda _: QSize(1264, 760))
    window.commands.run("start")
    assert window.minimumWidth() == 1200
    assert window.width() >= 1200
    made.docks[0].setFloating(True)
    assert window.minimumWidth() == 960
    made.docks[0].setFloating(False)
    assert window.minimumWidth() == 1200
    made.docks[0].session_closed.emit()
    assert window.minimumWidth() == 960


def test_an_open_session_is_open_again(
    empty: MainWindow, made: Made, context: Context, qtbot: QtBot
) -> None:
    context.services.session.start(context.user.id)
    empty.show()
    empty.open_profile(context)
    qtbot.waitUntil(lambda: bool(made.docks) and made.docks[0].resumed == 1)
    assert made.docks[0].isVisible()


def test_the_status_bar_counts_and_says_what_was_saved(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    exercises = len(context.exercises)
    qtbot.waitUntil(
        lambda: window.status.totals.text() == f"{exercises:,} exercises · 0 sessions · 0 sets"
    )
    lifts = [("Bench Press (Barbell)", [(100, 5), (100, 5)])]
    add_session(context.services, context.user, date(2026, 11, 20), lifts)
    context.notifier.tell(Changed.of(Kind.SESSIONS, said="Workout saved"))
    assert window.status.said.text() == "Workout saved"
    qtbot.waitUntil(lambda: window.status.totals.text().endswith("1 session · 2 sets"))


def test_undo_says_what_it_takes_back(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    assert not window.menu["undo"].isEnabled()
    change = Changed.of(Kind.SESSIONS)
    context.do("delete Push A", lambda: change, lambda: change)
    qtbot.waitUntil(lambda: window.menu["undo"].text() == "&Undo delete Push A")
    press(qtbot, window, "Ctrl+Z")
    qtbot.waitUntil(lambda: window.status.said.text() == "Undone: delete Push A")
    assert not window.menu["undo"].isEnabled()
    press(qtbot, window, "Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: window.status.said.text() == "Done again: delete Push A")


def test_dropped_files_are_imported(window: MainWindow, made: Made, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "strong.csv"))])
    action, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, button, keys)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), action, data, button, keys))
    assert made.imports == [[tmp_path / "strong.csv"]]
    assert made.dialogs[0].isVisible()


def test_other_things_are_not_dropped(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("bench 100x5")
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(
        QPointF(5, 5).toPoint(), action, data, button, Qt.KeyboardModifier.NoModifier
    )
    enter.setAccepted(False)
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_export_takes_what_the_page_says(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+E")
    assert made.exports == [made.pages["today"].export_selection()]
    made.pages["today"].action_requested.emit("export")
    assert len(made.exports) == 2


def test_a_done_dialog_leaves(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.commands.run("export")
    made.dialogs[0].reject()
    qtbot.waitUntil(lambda: not isValid(made.dialogs[0]))


def test_the_keys_are_told(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, "Ctrl+/")
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    (sheet,) = dialog.findChildren(QTextBrowser)
    told = set(sheet.toPlainText().split("\n"))
    assert {"Start empty session", "Ctrl+N", "Find", "Ctrl+F", "Ctrl+6"} <= told
    dialog.reject()


def test_a_fault_is_told_calmly(window: MainWindow) -> None:
    window.show_fault(RepbookError("The disk is full: nothing was lost.", "Free some space."))
    assert window.strip.text.text() == "The disk is full: nothing was lost. Free some space."
    assert not window.strip.more.isVisible()
    window.strip.shut.click()
    assert not window.strip.isVisible()


def test_the_window_comes_back_as_it_was(
    window: MainWindow, context: Context, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go("history")
    window.resize(1010, 660)
    window.close()
    again = make_window(qapp, tmp_path, Made())
    qtbot.addWidget(again)
    again.open_profile(context)
    assert again.size().height() == 660
    assert again.page is not None
    assert again.page.name == "history"
    qtbot.waitUntil(lambda: not context.tasks.is_busy)


def test_another_profile_gets_its_own_screens(
    window: MainWindow, made: Made, context: Context, qtbot: QtBot
) -> None:
    window.commands.run("start")
    gone = [made.pages["today"], made.docks[0]]
    other = context.services.accounts.add(
        "Second", "second@localhost", "UTC", context.preferences.unit
    )
    second = Context(
        context.services,
        other,
        context.preferences,
        context.exercises,
        context.tasks,
        context.notifier,
        context.undo,
    )
    window.open_profile(second)
    qtbot.waitUntil(lambda: not any(isValid(one) for one in gone))
    assert made.pages["today"] not in gone
    assert window.side.profile.accessibleName() == "Profile: Second"
    qtbot.waitUntil(lambda: not context.tasks.is_busy)


def test_a_changed_preference_reaches_the_window_and_the_pages(
    window: MainWindow, made: Made, context: Context, qtbot: QtBot
) -> None:
    wanted = replace(context.preferences, theme="dark")
    before = made.pages["today"].reloads
    with qtbot.waitSignal(context.profile_changed):
        context.do(
            "change settings",
            lambda: context.services.accounts.save_preferences(context.user.id, wanted),
        )
    assert colors(window) is DARK
    assert made.pages["today"].reloads == before + 1
    window._theme.set_choice("light")
