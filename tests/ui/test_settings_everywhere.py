"""What counts is a setting: every page that is open shows what one opened afterwards shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Formula
from desktop.domain.ids import new_id
from desktop.domain.session import SetType
from desktop.domain.templates import TemplateExercise, WorkoutTemplate
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.history.page import HistoryPage
from desktop.ui.library.page import LibraryPage
from desktop.ui.page import Page
from desktop.ui.progress.calendar_bars import SlotBars
from desktop.ui.progress.calendar_map import YearMap
from desktop.ui.progress.page import ProgressPage
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.records.page import RecordsPage
from desktop.ui.records.timeline import RecordTimeline
from desktop.ui.templates.page import TemplatesPage
from desktop.ui.today.calendar import TrainingCalendar
from desktop.ui.today.page import TodayPage
from desktop.ui.widgets.strength_chart import StrengthChart
from desktop.ui.widgets.time_plot import TimePlot
from tests.support import session_of
from tests.ui.pages import Log, open_log

BENCH = "Bench Press (Barbell)"
DAYS = (date(2026, 10, 5), date(2026, 10, 19), date(2026, 11, 9), date(2026, 11, 15))
SUNDAY = 6
FORMULA = {"formula": Formula.LOMBARDI}
RPE = {"uses_rpe": False}
REPS = {"most_reps": 4}
WARM_UPS = {"counts_warm_ups": True}
WEEK = {"first_weekday": SUNDAY}
REST = {"rest_seconds": 300}
UNIT = {"unit": Unit.LB}


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    """Sessions with a heavy warm-up, a set with reps to spare, and one of many reps."""
    with open_log(tmp_path) as opened:
        for place, day in enumerate(DAYS):
            lifts = [(BENCH, [(130.0 + place, 1), (100.0 + 2.5 * place, 5, 8), (60, 15)])]
            session = session_of(opened.services, opened.user, day, lifts)
            exercise = session.exercises[0]
            warm_up = replace(exercise.sets[0], set_type=SetType.WARM_UP)
            sets = (warm_up, *exercise.sets[1:])
            session = replace(session, exercises=(replace(exercise, sets=sets),))
            opened.services.session.save(session)
        lines = (TemplateExercise(new_id(), opened.exercise(BENCH)),)
        template = WorkoutTemplate(new_id(), opened.user.id, "Push A", exercises=lines)
        opened.services.templates.save(opened.user.id, template)
        yield opened


def progress(name: str) -> Callable[[Context], Page]:
    def make(context: Context) -> Page:
        page = ProgressPage(context)
        page.tabs.setCurrentIndex([page.tabs.tabText(n) for n in range(4)].index(name))
        return page

    return make


PAGES: dict[str, Callable[[Context], Page]] = {
    "today": TodayPage,
    "library": LibraryPage,
    "history": HistoryPage,
    "records": RecordsPage,
    "templates": TemplatesPage,
    **{name: progress(name) for name in ("Strength", "Muscles", "Calendar", "Blocks")},
}


def shown_on(page: QWidget) -> list[str]:
    """Everything that is to be read on a page: words, cells, and what its charts draw."""
    return sorted(
        f"{kind.__name__} {read(one)!r}"
        for kind, read in READ.items()
        for one in page.findChildren(kind)
        if one.isVisibleTo(page)
    )


def cells(table: QTableView) -> list[list[str]]:
    model = table.model()
    columns = [n for n in range(model.columnCount()) if not table.isColumnHidden(n)]
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(min(model.rowCount(), 40))
    ]


def drawn(plot: TimePlot) -> list[object]:
    """The numbers behind a plot, item by item."""
    found: list[object] = []
    for item in plot.plotItem.items:
        if hasattr(item, "getData"):
            values = [[] if one is None else list(map(float, one)) for one in item.getData()]
            found.append((type(item).__name__, values))
        elif "height" in getattr(item, "opts", {}):
            found.append([list(map(float, item.opts[key])) for key in ("x", "height")])
    return found


READ: dict[type[QWidget], Callable[[Any], object]] = {
    QLabel: lambda one: one.text(),
    QTableView: cells,
    StrengthChart: lambda one: (one._points, one.accessibleDescription()),
    RecordTimeline: lambda one: (one._steps, one._texts),
    SlotBars: lambda one: one.bars,
    TrainingCalendar: lambda one: (one._days, one._places),
    YearMap: lambda one: (dict(one._values), one._places),
    TimePlot: drawn,
}


def open_page(qtbot: QtBot, log: Log, name: str) -> Page:
    page = PAGES[name](log.context)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    with qtbot.waitExposed(page):
        page.show()
    rest(qtbot, log, page)
    if isinstance(page, LibraryPage):
        page.open_item(log.exercise(BENCH))
        rest(qtbot, log, page)
    return page


def opened_now(qtbot: QtBot, log: Log, name: str, page: Page) -> Page:
    """Another such page, opened after the fact; it looks at the same record."""
    fresh = open_page(qtbot, log, name)
    if isinstance(fresh, RecordsPage) and isinstance(page, RecordsPage):
        assert page.side.record is not None
        fresh.side.show_record(page.side.record)
        rest(qtbot, log, fresh)
    fresh.hide()
    return fresh


def rest(qtbot: QtBot, log: Log, page: Page) -> None:
    """Wait until everything that was asked for is shown, also what waits for a moment."""

    def is_resting() -> bool:
        tab = page.tab if isinstance(page, ProgressPage) and page._made else None
        waits = [tab.listing.isActive()] if isinstance(tab, StrengthTab) else []
        for one in (page, getattr(page, "side", None), getattr(page, "chosen", None)):
            timer = getattr(one, "_settle", None)
            waits += [timer.isActive()] if timer is not None else []
        return not any(waits) and not log.context.tasks.is_busy

    for _ in range(3):  # an answer may ask for more
        qtbot.waitUntil(is_resting)
        QApplication.processEvents()  # what is new in a layout is shown by an event


def prefer(qtbot: QtBot, log: Log, wish: dict[str, Any]) -> None:
    """Change a preference as the settings do."""
    after = replace(log.context.preferences, **wish)
    accounts, user_id = log.services.accounts, log.user.id
    with qtbot.waitSignal(log.context.profile_changed):
        log.context.do("change it", lambda: accounts.save_preferences(user_id, after))


@pytest.mark.parametrize(
    ("name", "wishes"),
    [
        ("today", (FORMULA, RPE, WARM_UPS, WEEK, UNIT)),
        ("library", (FORMULA, RPE, REPS, WARM_UPS, UNIT)),
        ("history", (WARM_UPS, UNIT)),
        ("records", (FORMULA, RPE, REPS, WARM_UPS, UNIT)),
        ("templates", (REST,)),
        ("Strength", (FORMULA, RPE, REPS, WARM_UPS, UNIT)),
        ("Muscles", (WARM_UPS, WEEK)),
        ("Calendar", (WARM_UPS, WEEK)),
        ("Blocks", (FORMULA, RPE, REPS, WARM_UPS, UNIT)),
    ],
)
def test_an_open_page_follows(
    qtbot: QtBot, log: Log, name: str, wishes: tuple[dict[str, Any], ...]
) -> None:
    page = open_page(qtbot, log, name)
    usual = log.context.preferences
    at_first = shown_on(page)
    for wish in wishes:
        prefer(qtbot, log, wish)
        rest(qtbot, log, page)
        now = shown_on(page)
        assert now != at_first, wish
        assert now == shown_on(opened_now(qtbot, log, name, page)), wish
        prefer(qtbot, log, {field: getattr(usual, field) for field in wish})
        rest(qtbot, log, page)
        if isinstance(page, RecordsPage):  # another record may be the one it looks at now
            at_first = shown_on(opened_now(qtbot, log, name, page))
        assert shown_on(page) == at_first, wish


@pytest.mark.parametrize("name", ["Strength", "Muscles", "Calendar", "Blocks"])
def test_a_tab_out_of_sight_follows_when_it_is_seen_again(
    qtbot: QtBot, log: Log, name: str
) -> None:
    page = open_page(qtbot, log, name)
    assert isinstance(page, ProgressPage)
    here = page.tabs.currentIndex()
    page.tabs.setCurrentIndex((here + 1) % 4)
    rest(qtbot, log, page)
    prefer(qtbot, log, WARM_UPS)
    rest(qtbot, log, page)
    page.tabs.setCurrentIndex(here)
    rest(qtbot, log, page)
    fresh = open_page(qtbot, log, name)
    assert isinstance(fresh, ProgressPage)
    assert shown_on(page.tab) == shown_on(fresh.tab)


def test_weeks_of_a_chart_start_with_the_week(qtbot: QtBot, log: Log) -> None:
    page = open_page(qtbot, log, "Strength")
    assert isinstance(page, ProgressPage)
    tab = page.tab
    assert isinstance(tab, StrengthTab)
    grains = tab.card.controls.grains
    grains.setCurrentIndex(1)
    grains.activated.emit(1)
    rest(qtbot, log, page)
    assert tab.card.drawn is not None
    assert {one.day.weekday() for one in tab.card.drawn.series[0].points} == {0}
    prefer(qtbot, log, WEEK)
    rest(qtbot, log, page)
    assert {one.day.weekday() for one in tab.card.drawn.series[0].points} == {SUNDAY}
