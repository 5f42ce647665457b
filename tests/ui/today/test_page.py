"""The Today page over a real log."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit
from desktop.ui.today.page import TodayPage
from tests.support import make_context, make_services, session_of
from tests.ui.pages import Log, open_log, show

BENCH = "Bench Press (Barbell)"
SQUAT = "Squat (Barbell)"
MONDAY, TODAY = date(2026, 11, 16), date(2026, 11, 20)


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        yield opened


def fill(log: Log) -> None:
    log.add(date(2026, 11, 11), [(BENCH, [(100, 5), (100, 5)])], "Push A")
    log.add(MONDAY, [(BENCH, [(102.5, 5)])], "Push A")
    log.add(date(2026, 11, 18), [(SQUAT, [(140, 5), (140, 5)])], "Legs")


def plan(log: Log, name: str = "Push A") -> WorkoutTemplate:
    lines = (TemplateExercise(new_id(), log.exercise(BENCH), target_sets=3),)
    template = WorkoutTemplate(new_id(), log.user.id, name, exercises=lines)
    log.services.templates.save(log.user.id, template)
    return template


def test_a_new_user_is_shown_three_ways_to_begin(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, TodayPage, log)
    steps = page.first_steps
    assert steps.isVisible()
    assert not page.start_button.isVisible()
    assert steps.welcome.text() == "Welcome, Lifter"
    with qtbot.waitSignal(page.start_requested) as started:
        QTest.mouseClick(steps.start.button, Qt.MouseButton.LeftButton)
    assert started.args == [None]
    with qtbot.waitSignal(page.action_requested) as acted:
        QTest.mouseClick(steps.bring.button, Qt.MouseButton.LeftButton)
    assert acted.args == ["import"]
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(steps.plan.button, Qt.MouseButton.LeftButton)
    assert opened.args == ["page", "templates"]


def test_the_keyboard_begins_with_the_first_way(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, TodayPage, log)
    page.visit()
    assert page.focusWidget() is page.first_steps.start.button
    with qtbot.waitSignal(page.start_requested):
        QTest.keyClick(page.first_steps.start.button, Qt.Key.Key_Space)


def test_a_first_template_is_the_one_to_start(qtbot: QtBot, log: Log) -> None:
    template = plan(log)
    page = show(qtbot, TodayPage, log)
    assert page.first_steps.start.button.text() == "Start Push A"
    with qtbot.waitSignal(page.start_requested) as started:
        page.first_steps.start.button.click()
    assert started.args == [("template", template.id)]


def test_the_week_stands_beside_the_week_before(qtbot: QtBot, log: Log) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log)
    assert page.subtitle.text() == "Friday, 20 Nov 2026"
    numbers = [page.week.sessions, page.week.sets, page.week.volume]
    assert [number.value.text() for number in numbers] == ["2", "3", "1,912 kg"]
    assert [number.before.text() for number in numbers] == [
        "Last week 1",
        "Last week 2",
        "Last week 1,000 kg",
    ]
    assert page.week.sets.accessibleName() == "Sets this week: 3; last week: 2"


def test_recent_sessions_and_records_open_their_session(qtbot: QtBot, log: Log) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log)
    assert [row.name for row in page.recent.rows.rows] == ["Legs", "Push A", "Push A"]
    with qtbot.waitSignal(page.open_requested) as opened:
        page.recent.table.selectRow(0)
        QTest.keyClick(page.recent.table, Qt.Key.Key_Return)
    assert opened.args == ["session", page.recent.rows.row(0).id]
    record = page.records.rows.row(0)
    assert log.context.exercise_name(record.exercise_id) == BENCH
    spot = page.records.table.visualRect(page.records.rows.index(0, 0)).center()
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(page.records.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == ["session", record.session_id]


def test_the_next_template_starts(qtbot: QtBot, log: Log) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log)
    assert page.up_next.button.text() == "Plan a template"
    with qtbot.waitSignal(page.open_requested) as opened:
        page.up_next.button.click()
    assert opened.args == ["page", "templates"]
    template = plan(log)
    with qtbot.waitSignal(page.loaded):
        log.tell()
    assert page.up_next.name.text() == "Push A"
    assert page.up_next.details.text() == BENCH
    with qtbot.waitSignal(page.start_requested) as started:
        page.up_next.button.click()
    assert started.args == [("template", template.id)]


def test_the_card_says_what_the_week_still_holds(qtbot: QtBot, log: Log) -> None:
    fill(log)
    templates = [plan(log, name) for name in ("Push A", "Pull A", "Legs A")]
    page = show(qtbot, TodayPage, log)
    card = page.up_next
    assert (card.name.text(), card.note.text()) == ("Push A", "not done yet")
    assert card.week.text() == "Then this week: Pull A \u00b7 Legs A"
    for template, said in zip(
        templates,
        ("Then this week: Legs A", "The last one of this week.", "All 3 templates are done"),
        strict=True,
    ):
        done = session_of(log.services, log.user, TODAY, [(BENCH, [(100, 5)])])
        log.services.session.save(replace(done, template_id=template.id))
        with qtbot.waitSignal(page.loaded):
            log.tell()
        assert card.week.text().startswith(said)


def test_an_open_session_is_the_one_to_go_on_with(qtbot: QtBot, log: Log) -> None:
    template = plan(log)
    log.services.session.start(log.user.id, template_id=template.id)
    page = show(qtbot, TodayPage, log)
    assert page.first_steps.start.button.text() == "Continue the session"
    with qtbot.waitSignal(page.action_requested) as acted:
        page.first_steps.start.button.click()
    assert acted.args == ["dock"]
    fill(log)
    with qtbot.waitSignal(page.loaded):
        log.tell()
    assert page.up_next.name.text() == "Push A"
    assert page.up_next.details.text() == "0 of 3 sets done"
    assert not page.start_button.isVisible()
    with qtbot.waitSignal(page.action_requested) as acted:
        page.up_next.button.click()
    assert acted.args == ["dock"]


def test_demo_data_is_removed_in_one_step_and_comes_back_with_undo(
    qtbot: QtBot, tmp_path: Path
) -> None:
    services = make_services(tmp_path)
    user = services.demo.begin("Lifter", "l@localhost", "UTC", Unit.KG, lambda _, __: None)
    context = make_context(services, user)
    page = TodayPage(context)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.show()
    assert page.demo.isVisible()
    assert "made-up sessions" in page.demo.text.text()
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        page.demo.remove.click()
    assert not page.demo.isVisible()
    assert page.first_steps.isVisible()
    assert context.undo.undo_label == "remove demo data"
    with qtbot.waitSignal(page.loaded, timeout=30_000):
        context.undo_last()
    assert page.demo.isVisible()
    assert not page.first_steps.isVisible()
    context.tasks.close()
    services.close()


def test_the_menu_offers_every_way_to_start(qtbot: QtBot, log: Log) -> None:
    fill(log)
    template = plan(log)
    page = show(qtbot, TodayPage, log)
    page.start_menu.aboutToShow.emit()
    actions = page.start_menu.actions()
    assert [action.text() for action in actions] == [
        "Empty session",
        "Push A (next template)",
        "Repeat Legs of 18 Nov",
    ]
    asked: list[object] = []
    page.start_requested.connect(asked.append)
    for action in actions:
        action.trigger()
    assert asked == [None, ("template", template.id), ("repeat", page.recent.rows.row(0).id)]


def test_a_day_of_the_calendar_opens_its_first_session(qtbot: QtBot, log: Log) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log)
    spot = page.calendar.place_of(MONDAY).center()
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(page.calendar, Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == ["session", page.recent.rows.row(1).id]


@pytest.mark.parametrize("width", [690, 860, 1080, 1740])
def test_nothing_is_cut_off_at_any_width(qtbot: QtBot, log: Log, width: int) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log, (width, 900))
    for card in (page.week, page.up_next, page.calendar_card, page.recent, page.records):
        right = card.mapTo(page, card.rect().topRight()).x()
        assert right < width
    last = page.calendar.place_of(date(2026, 11, 30))
    qtbot.waitUntil(lambda: page.calendar.height() > last.bottom())


def test_the_models_are_sound(qtbot: QtBot, log: Log) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    models: list[QAbstractItemModel] = [page.recent.rows, page.records.rows]
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    log.add(TODAY, [(BENCH, [(110, 5)])])
    with qtbot.waitSignal(page.loaded):
        log.tell()
    assert len(testers) == 2
    assert page.recent.rows.rowCount() == 4


def test_the_calendar_is_taken_along(qtbot: QtBot, log: Log) -> None:
    fill(log)
    page = show(qtbot, TodayPage, log)
    (button,) = page.calendar_card.findChildren(QToolButton)
    assert button.accessibleName() == "Export this chart"
    assert not page.export_menu.actions(), "nothing is made before it is wanted"
    for _ in range(2):
        page.export_menu.aboutToShow.emit()
    copy, data, *files = page.export_menu.actions()
    assert len(files) == 4
    assert copy.isEnabled()
    data.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["Day\tSessions", "2026-11-11\t1", "2026-11-16\t1", "2026-11-18\t1"]
    copy.trigger()
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_first_page_loads_no_chart_library() -> None:
    code = (
        "import sys; import desktop.ui.today.page; "
        "assert 'desktop.ui.widgets.chart_export' not in sys.modules; "
        "import desktop.ui.records.page; "
        "sys.exit('numpy' in sys.modules or 'pyqtgraph' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
