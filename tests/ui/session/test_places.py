"""The dock in the real window: where it stands, how large it writes, what the menus offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.actions import PLACES
from desktop.ui.context import Context
from desktop.ui.help.window import HelpWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.past import PastDialog
from desktop.ui.session.paste import PasteDialog
from desktop.ui.session.times import TimesDialog
from desktop.ui.theme import Theme
from desktop.ui.window_frame import WindowFrame
from tests.ui.session.conftest import Hands
from tests.ui.session.log import CTRL, TODAY, bench_line, template

Key = Qt.Key
SIZE = QSize(1280, 800)
Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, context: Context, tmp_path: Path, hands: Hands
) -> Iterator[Open]:
    made: list[MainWindow] = []

    def opened() -> MainWindow:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(settings, Theme(qapp, "light"), tmp_path)
        made.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.open_profile(context)
        qtbot.waitUntil(lambda: bool(window.status.totals.text()))  # all is opened
        hands.settle()
        return window

    yield opened
    made.clear()


@pytest.fixture
def window(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(WindowFrame, "room", lambda _: SIZE)
    return open_window()


def press(window: QWidget, keys: str, hands: Hands) -> None:
    """Press keys in what has the focus."""
    window.activateWindow()  # without a desktop nobody does it when a dialog goes
    QApplication.processEvents()
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
    hands.settle()


def log(window: MainWindow, hands: Hands) -> SessionDock:
    """A session by a template, as its page starts it."""
    assert window.context is not None
    made = template(window.context, bench_line(window.context), bench_line(window.context, 2))
    assert window.page is not None
    window.page.start_requested.emit(("template", made.id))
    hands.settle()
    return dock_of(window)


def dock_of(window: MainWindow) -> SessionDock:
    dock = window.findChild(SessionDock)
    assert dock is not None
    return dock


def checked(window: MainWindow) -> list[str]:
    return [name for name, _ in PLACES if window.menu[name].isChecked()]


def test_a_key_goes_through_the_places(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    assert checked(window) == ["place_right"]
    for place in ("place_bottom", "place_left", "place_floating", "place_right"):
        press(window, "Ctrl+Shift+D", hands)
        assert window.dock.state.place == place
        assert checked(window) == [place]
        assert dock.isVisible()
        assert dock.isFloating() is (place == "place_floating")
        assert dock.header.menu.places[place].isChecked()
        assert hands.focus is dock.grid.rows()[0].cells[0], "one goes on where one was"


def test_the_header_moves_the_dock(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    header = dock.titleBarWidget()
    assert header is dock.header
    QTest.mouseDClick(header, Qt.MouseButton.LeftButton, pos=dock.header.grip.geometry().center())
    assert dock.isFloating()
    dock.header.menu.places["place_left"].trigger()
    assert window.dock.state.place == "place_left"


@pytest.mark.parametrize("place", [name for name, _ in PLACES])
def test_nothing_is_clipped(window: MainWindow, hands: Hands, place: str) -> None:
    window.resize(SIZE)
    dock = log(window, hands)
    window.dock.place(place)
    dock.rest.start(90, "102.5 \u00d7 5")
    QApplication.processEvents()
    assert window.size() == SIZE
    assert_whole(dock)
    dock.rest.stop()
    dock.run("discard")
    hands.settle()
    window.dock.show(True)
    QApplication.processEvents()
    assert_whole(dock)
    assert window.size() == SIZE


def assert_whole(dock: SessionDock) -> None:
    """Every control has the room it needs, within the dock."""
    for kind in (QAbstractButton, QLabel, QLineEdit):
        for part in dock.findChildren(kind):
            is_fixed = part.minimumSize() == part.maximumSize()
            if part.isVisible() and not is_fixed and not part.visibleRegion().isEmpty():
                needed = part.minimumSizeHint()
                assert part.width() >= needed.width() or _may_shrink(part), part
                assert part.height() >= needed.height(), (part, part.size(), needed)
                if not _scrolls(part):
                    corner = part.mapTo(dock, QPoint(part.width() - 1, part.height() - 1))
                    assert dock.rect().contains(corner), (part, corner)


def _may_shrink(part: QWidget) -> bool:
    policy = part.sizePolicy().horizontalPolicy()
    return policy == policy.Ignored or part.minimumWidth() > 0


def _scrolls(part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def test_place_and_size_outlive_the_program(
    window: MainWindow, open_window: Open, hands: Hands
) -> None:
    dock = log(window, hands)
    window.dock.place("place_left")
    window.resizeDocks([dock], [452], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    width = dock.width()
    assert width > 440
    window.close()
    again = open_window()
    assert again.dock.state.place == "place_left"
    assert dock_of(again).width() == width
    assert dock_of(again).isVisible()


def test_a_floating_place_outlives_the_program(
    window: MainWindow, open_window: Open, hands: Hands
) -> None:
    dock = log(window, hands)
    window.dock.place("place_floating")
    dock.setGeometry(120, 90, 470, 560)
    QApplication.processEvents()
    window.close()
    again = open_window()
    assert again.dock.state.place == "place_floating"
    assert dock_of(again).geometry().size() == QSize(470, 560)


def text_starts(dock: SessionDock) -> tuple[int, int]:
    """Where the text begins in the header, and in the first exercise."""
    name, body = dock.header.name, dock.grid.blocks[0].body
    inside = 7  # the field's edge and padding
    in_body = QPoint(body.contentsMargins().left(), 0)
    return name.mapTo(dock, QPoint(inside, 0)).x(), body.mapTo(dock, in_body).x()


def test_large_type_fills_the_window_and_escape_leaves_it(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    window.resize(SIZE)
    dock = log(window, hands)
    window.dock.place("place_left")
    QApplication.processEvents()
    before = (dock.width(), dock.header.elapsed.fontInfo().pointSizeF())
    press(window, "Ctrl+Shift+L", hands)
    assert window.menu["large"].isChecked()
    assert not window.area.isVisible()
    qtbot.waitUntil(lambda: dock.width() == window.width())
    assert dock.header.elapsed.fontInfo().pointSizeF() > 2 * before[1]
    assert not window.menu["place_right"].isEnabled(), "it fills the window"
    assert text_starts(dock)[0] == text_starts(dock)[1]
    assert hands.focus is dock.grid.rows()[0].cells[0]
    hands.press(Key.Key_Return, CTRL)
    assert dock.grid.rows()[0].tick.is_done
    press(window, "Esc", hands)
    assert window.area.isVisible()
    qtbot.waitUntil(lambda: dock.width() == before[0])
    assert dock.header.elapsed.fontInfo().pointSizeF() == before[1]
    assert window.dock.state.place == "place_left"
    assert not window.menu["large"].isChecked()


def test_large_type_outlives_the_program(
    window: MainWindow, open_window: Open, hands: Hands
) -> None:
    log(window, hands)
    window.dock.place("place_left")
    press(window, "Ctrl+Shift+L", hands)
    window.close()
    again = open_window()
    assert again.dock.is_large
    press(again, "Ctrl+Shift+L", hands)
    assert again.dock.state.place == "place_left"
    assert again.area.isVisible()
    assert dock_of(again).width() < 500


def test_large_type_gives_way_to_a_page_and_comes_with_the_next_session(
    window: MainWindow, hands: Hands
) -> None:
    dock = log(window, hands)
    press(window, "Ctrl+Shift+L", hands)
    dock.run("discard")
    hands.settle()
    assert window.area.isVisible(), "there is no session to be read"
    press(window, "Ctrl+Z", hands)
    assert window.dock.is_large
    press(window, "Ctrl+4", hands)
    assert window.area.isVisible()
    assert not window.dock.is_large


def test_the_menus_offer_what_makes_sense(window: MainWindow, hands: Hands) -> None:
    session = {"add", "times", "finish", "discard", "large", "place_left", "place_next"}
    alone = {"start", "past"}
    always = {"paste", "calculators", "dock", "typing"}

    def enabled() -> set[str]:
        return {one for one in session | alone | always if window.menu[one].isEnabled()}

    assert enabled() == alone | always
    dock = log(window, hands)
    assert enabled() == session | always
    press(window, "Ctrl+D", hands)
    assert enabled() == always | {"add", "times", "finish", "discard"}
    dock.run("discard")
    hands.settle()
    assert enabled() == alone | always


def test_the_title_tells_the_rest(
    window: MainWindow, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerts: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", alerts.append)
    dock = log(window, hands)
    assert window.windowTitle() == "Repbook"
    dock.rest.start(90, "")
    assert window.windowTitle() == "1:30 rest - Repbook"
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    dock.title_changed.emit("Rest is over")
    assert window.windowTitle() == "Rest is over - Repbook"
    assert alerts == [window]
    dock.rest.stop()
    assert window.windowTitle() == "Repbook"


def test_a_session_is_finished_by_key_from_a_page(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    hands.press(Key.Key_Return, CTRL)
    press(window, "Ctrl+3", hands)
    press(window, "Ctrl+Shift+Return", hands)
    assert dock.steps.summary is not None
    assert not dock.isVisible()


def dialog_of(window: MainWindow) -> QDialog:
    shown = [one for one in window.findChildren(QDialog) if one.isVisible()]
    shown[-1].activateWindow()
    QApplication.processEvents()
    return shown[-1]


def test_a_past_workout_is_typed_in_by_keys(window: MainWindow, hands: Hands) -> None:
    assert window.context is not None
    made = template(window.context, bench_line(window.context))
    press(window, "Ctrl+Shift+N", hands)
    dialog = dialog_of(window)
    assert isinstance(dialog, PastDialog)
    dialog.source.setCurrentText(made.name)
    press(dialog, "Return", hands)
    window.activateWindow()
    dock = dock_of(window)
    assert dock.isVisible()
    assert dock.details.when.text() == "Thu 19 Nov, 18:00 to 19:00"
    assert not dock.header.elapsed.isVisible()
    hands.press(Key.Key_Return, CTRL)
    assert not dock.rest.isVisible(), "it was done long ago"
    dock.details.tick_all.click()
    hands.settle()
    assert [row.tick.is_done for row in dock.grid.rows()] == [True] * 3
    assert window.menu["undo"].text() == "&Undo tick all sets"
    press(window, "Ctrl+Shift+Return", hands)
    services = window.context.services
    (row,) = services.history.rows(window.context.user.id)
    done = services.history.get(row.id)
    start = datetime(2026, 11, 19, 18, 0)  # noqa: DTZ001
    assert (done.local_start, done.duration_minutes) == (start, 60)
    end = done.started_at + timedelta(minutes=60)
    assert {one.completed_at for one in done.all_sets()} == {end}
    assert done.session_date == TODAY - timedelta(days=1)


def test_times_are_corrected_from_the_menu(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    window.menu["times"].trigger()
    dialog = dialog_of(window)
    assert isinstance(dialog, TimesDialog)
    dialog.is_over.setChecked(True)
    dialog.fields.minutes.setValue(0)
    dialog.fields.start.setTime(dialog.fields.start.time().addSecs(-1800))
    press(dialog, "Return", hands)
    assert dock.controller.current().is_after_the_fact
    assert dock.details.when.text() == "Fri 20 Nov, 16:30 to 17:00"
    assert window.menu["undo"].text() == "&Undo correct times"
    press(window, "Ctrl+Z", hands)
    assert not dock.details.past.isVisible()
    assert dock.header.elapsed.isVisible()


def test_the_help_tells_how_a_workout_is_typed(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    dock.entry.help.click()
    (shown,) = window.findChildren(HelpWindow)
    text = shown.findChild(QTextBrowser)
    assert text is not None
    assert "bench 100x5" in text.toPlainText()


def test_the_calculators_begin_with_the_set_that_is_due(window: MainWindow, hands: Hands) -> None:
    log(window, hands)
    press(window, "Ctrl+Shift+K", hands)
    first = dialog_of(window)
    assert first.windowTitle() == "Calculators"
    assert not first.isModal(), "the log stays usable beside it"
    assert any(edit.text() == "100" for edit in first.findChildren(QLineEdit))
    window.commands.run("calculators")
    hands.settle()
    shown = [one for one in window.findChildren(QDialog) if one.isVisible()]
    assert len(shown) == 1


def test_a_pasted_workout_is_shown_in_the_history(window: MainWindow, hands: Hands) -> None:
    assert window.context is not None
    press(window, "Ctrl+Shift+V", hands)
    dialog = dialog_of(window)
    assert isinstance(dialog, PasteDialog)
    hands.type("bench 100x5 x3")
    hands.settle()
    press(dialog, "Ctrl+Return", hands)
    (row,) = window.context.services.history.rows(window.context.user.id)
    assert row.sets == 3
    assert window.page is not None
    assert window.page.name == "history"
    assert window.page.isVisible()


def test_tab_goes_on_to_the_entry(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    dock.grid.add_button.setFocus()
    hands.press(Key.Key_Tab)
    assert hands.is_at(dock.entry.field)
    dock.rest.start(90, "")
    dock.grid.add_button.setFocus()
    hands.press(Key.Key_Tab)
    assert hands.is_at(dock.rest.shorter)


def test_what_is_typed_in_stays_seen(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    assert window.context is not None
    lines = [bench_line(window.context) for _ in range(5)]
    made = template(window.context, *lines)
    window.dock.start(("template", made.id))
    hands.settle()
    dock = dock_of(window)
    cell = dock.grid.rows()[-1].cells[0]
    cell.setFocus()
    for place in ("place_bottom", "place_floating", "place_right"):
        window.dock.place(place)
        cell.setFocus()
        dock.rest.start(90, "")
        qtbot.waitUntil(lambda: cell.visibleRegion().boundingRect() == cell.rect())
        dock.rest.stop()


def test_a_floating_dock_is_reached_by_key(
    window: MainWindow, open_window: Open, hands: Hands, qtbot: QtBot
) -> None:
    dock = log(window, hands)
    for _ in range(3):
        press(window, "Ctrl+Shift+D", hands)
    assert dock.isFloating()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dock)
    cell = dock.grid.rows()[0].cells[0]
    assert hands.is_at(cell)
    press_there("Ctrl+D", hands)
    assert not dock.isVisible()
    press(window, "Ctrl+D", hands)
    assert dock.isVisible()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dock)
    assert hands.is_at(cell)
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dock_of(again))
    assert hands.is_at(dock_of(again).grid.rows()[0].cells[0])


def press_there(keys: str, hands: Hands) -> None:
    """Press keys in what has the focus, in whatever window that is."""
    QTest.keySequence(hands.focus, QKeySequence(keys))
    hands.settle()


def test_the_key_of_the_dock_goes_there_first(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    cell = dock.grid.rows()[1].cells[1]
    cell.setFocus()
    press(window, "Ctrl+3", hands)
    assert window.page is not None
    window.page.focus_search()
    press(window, "Ctrl+D", hands)
    assert dock.isVisible()
    assert window.menu["dock"].isChecked()
    assert dock.isAncestorOf(hands.focus)
    press(window, "Ctrl+D", hands)
    assert not dock.isVisible()
    assert not window.menu["dock"].isChecked()
    press(window, "Ctrl+D", hands)
    window.page.focus_search()
    dock.run("hide")
    assert not dock.isVisible(), "its own menu hides it wherever the focus is"


def test_the_focus_stays_when_large_type_is_left(window: MainWindow, hands: Hands) -> None:
    dock = log(window, hands)
    cell = dock.grid.rows()[1].cells[1]
    cell.setFocus()
    press(window, "Ctrl+Shift+L", hands)
    assert hands.is_at(cell)
    press(window, "Esc", hands)
    assert not window.dock.is_large
    assert hands.is_at(cell)


def test_a_floating_dock_comes_back_onto_the_screen(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    dock = log(window, hands)
    window.dock.place("place_floating")
    before = dock.geometry()
    room = dock.screen().availableGeometry()
    assert room.contains(before)
    press_there("Ctrl+Shift+L", hands)
    assert window.dock.is_large
    assert not window.menu["place_next"].isEnabled()
    press(window, "Ctrl+Shift+D", hands)
    press(window, "Ctrl+Shift+L", hands)
    qtbot.waitUntil(lambda: dock.isFloating() and dock.geometry() == before)
    dock.move(room.right() - 40, room.bottom() - 40)
    window.dock.show(False)
    window.dock.show(True)
    assert room.contains(dock.geometry())
