"""Every action that takes something away, by name: undo brings all of it back.

No action asks first, for none has to. What has no undo: setting, changing or
removing a password, which only who knows the old one can do.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import desktop.services
from desktop.domain.history import HistoryRow
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.muscles import MuscleGroup
from desktop.domain.session_edits import remove_exercise, remove_set
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.domain.training import Landmark
from desktop.domain.weight import Unit
from desktop.services import Services
from desktop.ui.context import Context
from desktop.ui.history.page import HistoryPage
from desktop.ui.history.set_line import SetLine
from desktop.ui.library.page import LibraryPage
from desktop.ui.main_window import MainWindow
from desktop.ui.progress.muscles_table import MusclesCard
from desktop.ui.records.page import RecordsPage
from desktop.ui.session.dock import SessionDock
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.templates.page import TemplatesPage
from desktop.ui.theme import Theme
from desktop.ui.today.page import TodayPage
from tests.support import NOW, add_session, make_context, make_services

BENCH, OWN = "Bench Press (Barbell)", "Stone Carry"


@dataclass
class Acting:
    """A user at the window, over a log with something of everything."""

    window: MainWindow
    context: Context
    qtbot: QtBot
    before: object = None

    def settle(self) -> None:
        """Wait until all is stored, read and shown, and a choice has come to rest."""
        self.qtbot.waitUntil(self._is_at_rest, timeout=20_000)

    def _is_at_rest(self) -> bool:
        waiting = (one for one in self.window.findChildren(QTimer) if one.isSingleShot())
        return not (self.context.tasks.is_busy or any(one.isActive() for one in waiting))

    def page(self, name: str) -> QObject:
        self.window.go(name)
        self.settle()
        assert self.window.page is not None
        return self.window.page

    def find(self, kind: type[QWidget]) -> list[QWidget]:
        found: list[QWidget] = self.window.findChildren(kind)
        return [one for one in found if one.isVisible()]

    def dock(self) -> SessionDock:
        """The dock with an open session, which is not what is undone."""
        self.window.dock.start(("repeat", self.rows()[1].id))
        self.settle()
        (dock,) = self.find(SessionDock)
        assert isinstance(dock, SessionDock)
        self.before = self.everything()
        return dock

    def settings(self, section: str) -> SettingsDialog:
        self.window.dialogs.settings(section)
        self.settle()
        (dialog,) = self.find(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        return dialog

    def rows(self) -> list[HistoryRow]:
        return self.context.services.history.rows(self.context.user.id)

    def everything(self) -> object:
        """All that the profile has, as it would be seen."""
        services, user = self.context.services, self.context.user.id
        return (
            len(services.history.rows(user)),
            [services.history.get(row.id) for row in services.history.rows(user)[:9]],
            services.session.open_session(user),
            [
                services.templates.get(row.id)
                for row in services.templates.rows(user, with_archived=True)
            ],
            services.library.all(user),
            services.accounts.preferences(user),
            services.accounts.exercise_preferences(user),
            services.accounts.gear(user),
            services.progress.landmarks(user),
            services.records.book(user),
        )


def delete_session(acting: Acting) -> None:
    page = acting.page("history")
    assert isinstance(page, HistoryPage)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)


def delete_sessions(acting: Acting) -> None:
    page = acting.page("history")
    assert isinstance(page, HistoryPage)
    page.table.selectAll()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)


def edit_history(acting: Acting) -> HistoryPage:
    page = acting.page("history")
    assert isinstance(page, HistoryPage)
    page.table.selectRow(0)
    acting.settle()
    page.detail.edit(True)
    acting.settle()
    return page


def press_named(widget: QWidget, words: str) -> None:
    """Press the first button of which that is the beginning of the name."""
    buttons = widget.findChildren(QToolButton)
    next(one for one in buttons if one.accessibleName().startswith(words)).click()


def remove_past_set(acting: Acting) -> None:
    edit_history(acting)
    press_named(acting.find(SetLine)[0], "Remove")


def remove_past_exercise(acting: Acting) -> None:
    press_named(edit_history(acting).detail, f"Remove {BENCH}")


def delete_exercise(acting: Acting) -> None:
    page = acting.page("library")
    assert isinstance(page, LibraryPage)
    own = next(one.id for one in acting.context.exercises.values() if one.name == OWN)
    page.open_item(own)
    acting.settle()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)


def on_template(name: str) -> Callable[[Acting], None]:
    def act(acting: Acting) -> None:
        page = acting.page("templates")
        assert isinstance(page, TemplatesPage)
        page.found.table.selectRow(0)
        page.commands[name].trigger()

    return act


def discard(acting: Acting) -> None:
    acting.dock()
    acting.window.commands.run("discard")


def finish(acting: Acting) -> None:
    dock = acting.dock()
    dock.grid.rows()[0].tick.click()
    acting.settle()
    acting.before = acting.everything()
    acting.window.commands.run("finish")  # what was not ticked goes


def remove_open_set(acting: Acting) -> None:
    dock = acting.dock()
    one = dock.controller.current().exercises[0].sets[0].id
    dock.controller.edit("remove set", lambda now: remove_set(now, one))


def remove_open_exercise(acting: Acting) -> None:
    dock = acting.dock()
    one = dock.controller.current().exercises[0].id
    dock.controller.edit("remove exercise", lambda now: remove_exercise(now, one))


def remove_gym(acting: Acting) -> None:
    acting.settings("gear").gear.remove.click()


def remove_bar(acting: Acting) -> None:
    acting.settings("gear").gear.bars.lines.lines[0].remove.click()


def remove_plate(acting: Acting) -> None:
    acting.settings("gear").gear.plates.lines.lines[0].remove.click()


def remove_warm_up_step(acting: Acting) -> None:
    acting.settings("warm_up").warm_up.lines.lines[0].remove.click()


def reset_warm_up(acting: Acting) -> None:
    section = acting.settings("warm_up").warm_up
    section.lines.lines[0].remove.click()
    acting.settle()
    acting.before = acting.everything()
    section.reset.click()


def remove_template_line(acting: Acting) -> None:
    page = acting.page("templates")
    assert isinstance(page, TemplatesPage)
    page.open_item(acting.context.services.templates.rows(acting.context.user.id)[0].id)
    acting.settle()
    view = page.editor.lines.view
    view.go_to(0, 0)
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Delete)


def remove_demo_in_settings(acting: Acting) -> None:
    acting.settings("data").data.demo.remove.click()


def remove_demo_on_today(acting: Acting) -> None:
    page = acting.page("today")
    assert isinstance(page, TodayPage)
    page.demo.remove.click()


def reset_landmarks(acting: Acting) -> None:
    services, user = acting.context.services, acting.context.user.id
    wanted = {**services.progress.landmarks(user), MuscleGroup.CHEST: Landmark(4, 8)}
    services.progress.save_landmarks(user, wanted)
    acting.before = acting.everything()
    card = MusclesCard(acting.context, acting.window)
    card.show_amounts([], wanted)
    card.reset.click()


def leave_set_out(acting: Acting) -> None:
    page = acting.page("records")
    assert isinstance(page, RecordsPage)
    page.views.setCurrentIndex(page.views.count() - 1)
    acting.settle()
    page.to_check.lines[0].buttons[1].click()


ACTIONS: dict[str, Callable[[Acting], None]] = {
    "delete a session": delete_session,
    "delete several sessions": delete_sessions,
    "remove a set of a finished session": remove_past_set,
    "remove an exercise of a finished session": remove_past_exercise,
    "delete an exercise": delete_exercise,
    "delete a template": on_template("delete"),
    "archive a template": on_template("archive"),
    "discard the session": discard,
    "finish with sets not ticked": finish,
    "remove a set": remove_open_set,
    "remove an exercise": remove_open_exercise,
    "remove a gym": remove_gym,
    "remove a bar": remove_bar,
    "remove a plate": remove_plate,
    "remove a warm-up step": remove_warm_up_step,
    "set the warm-up back": reset_warm_up,
    "remove a template's exercise": remove_template_line,
    "remove demo data in the settings": remove_demo_in_settings,
    "remove demo data on Today": remove_demo_on_today,
    "go back to the usual landmarks": reset_landmarks,
    "leave a set out": leave_set_out,
}

# what the services take away, and the action that has them do it
SERVICES = {
    "DemoService.remove": "remove demo data on Today",
    "HistoryService.delete": "delete a session",
    "LibraryService.delete": "delete an exercise",
    "SessionService.discard": "discard the session",
    "TemplatesService.archive": "archive a template",
    "TemplatesService.delete": "delete a template",
}
# a profile goes with everything that is looked at here: tests/ui/accounts tries its undo
PROFILES = {"AccountsService.delete"}
_WORDS = ("delete", "remove", "discard", "archive", "drop", "reset", "clear", "empty", "purge")


def test_the_table_has_all_that_the_services_take_away() -> None:
    found = set()
    for file in Path(inspect.getfile(desktop.services)).parent.glob("*.py"):
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(one, ast.ClassDef) and one.name.endswith("Service"):
                found |= {
                    f"{one.name}.{method.name}"
                    for method in one.body
                    if isinstance(method, ast.FunctionDef) and method.name.split("_")[0] in _WORDS
                }
    assert found == set(SERVICES) | PROFILES
    assert set(SERVICES.values()) <= set(ACTIONS)


def fill(services: Services) -> Context:
    user = services.accounts.add("Lifter", "l@localhost", "UTC", Unit.KG)
    for week in range(7):
        weight = 1050 if week == 6 else 100 + 2.5 * week
        day = NOW.date() - timedelta(weeks=7 - week)
        add_session(services, user, day, [(BENCH, [(weight, 5), (100, 5)]), ("Pull-Up", [(0, 8)])])
    own = Exercise(new_id(), OWN, ExerciseKind.WEIGHT_REPS, is_custom=True)
    services.library.save(user.id, own)
    names = {one.name: one.id for one in services.library.all(user.id).values()}
    lines = tuple(TemplateExercise(new_id(), names[name], 3) for name in (BENCH, "Pull-Up"))
    services.templates.save(user.id, WorkoutTemplate(new_id(), user.id, "Push", exercises=lines))
    return make_context(services, user)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = make_services(tmp_path)
    yield made
    made.close()


@pytest.fixture
def open_window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[[Context], Acting]]:
    opened: list[Context] = []
    theme = Theme(qapp)

    def make(context: Context) -> Acting:
        opened.append(context)
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(settings, theme, tmp_path)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
        window.open_profile(context)
        acting = Acting(window, context, qtbot)
        acting.settle()
        return acting

    yield make
    for context in opened:
        context.tasks.close()
    theme.set_choice("light")


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_brings_all_of_it_back(
    services: Services, open_window: Callable[[Context], Acting], name: str
) -> None:
    if "demo" in name:
        user = services.demo.begin("Lifter", "l@localhost", "UTC", Unit.KG, lambda _, __: None)
        acting = open_window(make_context(services, user))
    else:
        acting = open_window(fill(services))
    acting.before = acting.everything()
    ACTIONS[name](acting)
    acting.settle()
    assert not acting.find(QMessageBox)
    taken = acting.everything()
    assert taken != acting.before
    acting.context.undo_last()
    acting.settle()
    assert acting.everything() == acting.before
    acting.context.redo_last()
    acting.settle()
    assert acting.everything() == taken
