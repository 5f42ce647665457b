"""A new user's way through the real window, and what a killed program has kept."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.weight import Unit
from desktop.ui.accounts.welcome import WelcomePage
from desktop.ui.library.page import LibraryPage
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.records.page import RecordsPage
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.summary import SummaryDialog
from desktop.ui.side import PAGES
from desktop.ui.templates.page import TemplatesPage
from desktop.ui.today.page import TodayPage
from desktop.ui.transfer.export_dialog import ExportDialog
from desktop.ui.transfer.import_dialog import ImportDialog
from tests.killing import KilledLog
from tests.programs import end, make_program

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PATIENCE_MS = 30_000
BENCH, SQUAT = "Bench Press (Barbell)", "Squat (Barbell)"
HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,"
    "Distance,Seconds,Notes,Workout Notes,RPE"
)


def today() -> date:
    return datetime.now().astimezone().date()


def strong_file(path: Path) -> Path:
    """Three weeks of another app's log, a bit heavier each week, the last a week ago."""
    rows = [HEADER]
    for week in range(3):
        start = f"{today() - timedelta(weeks=3 - week)} 18:30:00,Full body,58m"
        for exercise, weight in ((BENCH, 80.0 + 2 * week), (SQUAT, 100.0 + 2 * week)):
            rows += [f"{start},{exercise},{n},{weight},5,0,0.0,,," for n in (1, 2, 3)]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


class User:
    """Someone with a mouse and a keyboard, who waits until the window has answered."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self._program = program
        self.window = program.window
        self._qtbot = qtbot

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._focus(), key, modifier)
        self.settle()

    def write(self, text: str, then: Key | None = None) -> None:
        for letter in text:
            # the first one may open a field for the others
            QTest.keyClicks(self._focus(), letter)
        self.settle()
        if then is not None:
            self.press(then)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.wait(lambda: widget.isVisible() and widget.isEnabled())
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, NONE, widget.rect().center() if at is None else at
        )
        self.settle()

    def go(self, name: str, page: type[W]) -> W:
        """To a page by a click on its name at the side."""
        pages = self.window.side.pages
        place = [one for one, _ in PAGES].index(name)
        self.click(pages.viewport(), pages.visualItemRect(pages.item(place)).center())
        shown = self.window.page
        assert isinstance(shown, page)
        return shown

    def enter_file(self, path: Path) -> None:
        """Answer the dialog that asks for a file."""
        self.dialog(QFileDialog)
        self.write(str(path), Key.Key_Return)

    def dialog(self, kind: type[W]) -> W:
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), kind))
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, kind)
        self._activate(shown)
        return shown

    def leave_dialog(self) -> None:
        """Press the button that has the focus, which ends the dialog."""
        self.dialog(QDialog)
        self.press(Key.Key_Return)
        self.wait(lambda: QApplication.activeModalWidget() is None)
        self._activate(self.window)

    def find(self, kind: type[W]) -> W:
        """The one part of the window of that kind, when it is to be seen."""
        self.wait(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Until all that was asked for is stored, read and shown."""
        tasks = self._program.tasks
        self.wait(lambda: tasks is None or not tasks.is_busy)
        QApplication.processEvents()

    def _activate(self, window: QWidget) -> None:
        # a screen-less platform has no window manager to do it
        window.activateWindow()
        self.wait(window.isActiveWindow)

    def _focus(self) -> QWidget:
        QApplication.processEvents()
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None
        return widget


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    folder = tmp_path / "log"
    folder.mkdir()
    made = make_program(qapp, folder)
    yield made
    end(made)


@pytest.fixture
def user(program: Program, qtbot: QtBot) -> User:
    with qtbot.waitActive(program.window, timeout=PATIENCE_MS):
        program.window.show()
    return User(program, qtbot)


def test_from_another_apps_log_to_records_charts_and_a_file(user: User, tmp_path: Path) -> None:
    begin_in_kilograms(user)
    import_log(user, strong_file(tmp_path / "strong.csv"))
    find_in_library(user)
    plan_template(user)
    log_workout(user)
    see_records_and_progress(user)
    rows = export_csv(user, tmp_path / "out.csv")
    done = [row for row in rows if row["session"] == "Push A"]
    assert len(rows) == 18 + 3
    assert {row["date"] for row in done} == {str(today())}
    assert [
        (row["exercise"], row["weight"], row["weight_unit"], row["reps"], row["rpe"])
        for row in done
    ] == [
        (BENCH, "90", "kg", "5", ""),
        (BENCH, "90", "kg", "5", ""),
        (SQUAT, "95", "kg", "3", ""),
    ]
    assert sum(float(row["weight_kg"]) * int(row["reps"]) for row in rows) == 9_465


def begin_in_kilograms(user: User) -> None:
    welcome = user.find(WelcomePage)
    user.click(welcome.form.units.button(0))
    user.press(Key.Key_Return)
    user.wait(lambda: isinstance(user.window.page, TodayPage))
    user.settle()


def import_log(user: User, path: Path) -> None:
    user.press(Key.Key_I, CTRL)
    user.enter_file(path)
    dialog = user.dialog(ImportDialog)
    user.wait(dialog.go.isVisible)
    assert dialog.go.text() == "Import 3 workouts"
    user.click(dialog.preview.unit.kilograms, QPoint(8, 8))
    user.wait(lambda: dialog.flow.preview is not None and dialog.flow.answers.unit is Unit.KG)
    user.click(dialog.go)
    user.wait(dialog.outcome.isVisible)
    user.leave_dialog()
    assert "3 sessions" in user.window.status.findChildren(QLabel)[-1].text()


def find_in_library(user: User) -> None:
    library = user.go("library", LibraryPage)
    user.press(Key.Key_F, CTRL)
    user.write("bench press bar")
    entry = library.table.current_row()
    assert entry is not None
    assert entry.exercise.name == BENCH
    columns = [column.title for column in library.model.columns]
    shown = library.model.index(0, columns.index("Best e1RM")).data()
    assert shown == "94.5 kg"


def plan_template(user: User) -> None:
    page = user.go("templates", TemplatesPage)
    user.click(page.first)
    user.write("Push A", Key.Key_Return)
    sheet = page.editor.lines.view
    sheet.setFocus()
    sheet.go_to(0, 0)
    for name, sets, weight in (("bench press (barb", "2", "85"), ("squat (barb", "1", "95")):
        user.write(name, Key.Key_Tab)
        for text in (sets, "5", weight):
            user.write(text, Key.Key_Tab)
        for _ in range(4):
            user.press(Key.Key_Tab)
    user.click(page.start)


def log_workout(user: User) -> None:
    dock = user.find(SessionDock)
    first, second, third = dock.grid.rows()
    user.wait(lambda: QApplication.focusWidget() is first.cells[0])
    user.write("90", Key.Key_Return)
    user.write("5", Key.Key_Return)
    user.wait(lambda: first.tick.is_done)
    user.wait(first.record.isVisible)
    assert "Heaviest" in first.record.toolTip()
    assert QApplication.focusWidget() is second.cells[0]
    assert second.cells[0].text() == "90", "what was typed is carried to the sets below"
    user.press(Key.Key_Return, CTRL)
    user.wait(lambda: second.tick.is_done)
    user.press(Key.Key_Tab)
    user.write("3")
    user.press(Key.Key_Return, CTRL)
    user.wait(lambda: third.tick.is_done)
    assert not third.record.isVisible(), "lighter than before"
    user.press(Key.Key_Return, CTRL | SHIFT)
    summary = user.dialog(SummaryDialog)
    said = " ".join(label.text() for label in summary.findChildren(QLabel))
    assert f"Heaviest weight, {BENCH}" in said
    user.leave_dialog()
    user.wait(dock.isHidden)


def see_records_and_progress(user: User) -> None:
    records = user.go("records", RecordsPage)
    cells = [
        [records.list.model.index(row, column).data() for column in range(4)]
        for row in range(records.list.model.rowCount())
    ]
    assert [BENCH, "Heaviest", "90 kg", "84 kg"] in cells
    progress = user.go("progress", ProgressPage)
    tab = progress.tab
    assert isinstance(tab, StrengthTab)
    user.click(tab.chooser)
    user.press(Key.Key_A, CTRL)
    user.write(BENCH, Key.Key_Return)
    user.wait(lambda: tab.card.chart.count == 4)
    [line] = tab.card.chart.lines
    assert line.records[-1]
    assert line.days[-1] == today().toordinal()


def export_csv(user: User, path: Path) -> list[dict[str, str]]:
    user.press(Key.Key_E, CTRL)
    dialog = user.dialog(ExportDialog)
    user.wait(lambda: dialog.go.text().startswith("Export 4 workouts"))
    user.press(Key.Key_Return)
    user.enter_file(path)
    user.wait(dialog.outcome.isVisible)
    user.leave_dialog()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_tick_that_was_shown_outlives_a_kill(tmp_path: Path) -> None:
    log = KilledLog(tmp_path)
    shown = [log.lift_and_die(at_least=5) for _ in range(3)]
    assert min(shown) >= 5
