"""Who lifts pounds runs miles, on every page, in the reasons and in what is taken along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.distance import METERS
from desktop.domain.ids import new_id
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.progress import Measure
from desktop.domain.records import RecordKind
from desktop.domain.session import ExerciseSet, SessionExercise
from desktop.domain.weight import Unit
from desktop.ui.library.chart_side import ChartSide
from desktop.ui.progress.blocks import BlocksTab
from desktop.ui.progress.strength import StrengthTab
from desktop.ui.progress.strength_lists import REP_MAXES, SETS
from desktop.ui.records.page import RecordsPage
from desktop.ui.report.gather import gather
from desktop.ui.report.report import Period, Wish
from tests.support import session_of
from tests.ui.pages import Log, open_log, show
from tests.ui.progress.strength import axis_values, choose, settle
from tests.ui.progress.tabs import show_tab
from tests.ui.report.conftest import source_of

LAST = date(2026, 11, 17)
MILES = (3.5, 3.0, 2.5, 2.0)  # the newest first


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path, Unit.LB) as opened:
        for week, miles in enumerate(MILES):
            session = session_of(opened.services, opened.user, LAST - timedelta(7 * week), [])
            run = ExerciseSet(
                new_id(),
                distance_meters=float(METERS["mi"]) * miles,
                duration_seconds=round(480 * miles) + week,
                completed_at=session.ended_at,
            )
            done = SessionExercise(new_id(), running(opened).id, (run,))
            opened.services.session.save(replace(session, exercises=(done,)))
        yield opened


def running(log: Log) -> Exercise:
    return next(
        one for one in log.context.exercises.values() if one.kind is ExerciseKind.DISTANCE_DURATION
    )


def test_the_chart_of_progress(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, StrengthTab, log)
    settle(qtbot, log, tab)
    assert axis_values(tab) == pytest.approx(list(MILES[::-1]))
    assert tab.card.chart.values.write(3.0) == "3 mi"
    header, rows = tab.card.chart_table().header, tab.card.chart_table().rows
    assert header[1].endswith("Distance (mi)")
    assert [row[1] for row in rows] == [2.0, 2.5, 3.0, 3.5]
    assert tab.why.heading.text() == "Why 3.5 mi?"
    assert tab.lists.sets.rows[0].one.distance_meters == pytest.approx(5632.704)
    assert tab.lists.sets.index(0, 3).data() == "3.5 mi · 28:00"
    choose(qtbot, log, tab, Measure.PACE)
    table = tab.card.chart_table()
    assert table.header[1].endswith("Pace (seconds per mi)")
    assert table.rows[-1][1] == 480
    choose(qtbot, log, tab, Measure.DURATION)
    assert tab.card.chart_table().header[1].endswith("Duration (minutes)")


def test_blocks(qtbot: QtBot, log: Log) -> None:
    tab = show_tab(qtbot, BlocksTab, log)
    assert tab.chart.values.write(2.5) == "2.5 mi"
    row = tab.figures.rows.rows[0]
    assert row.best.endswith(" mi")
    assert row.change.split(" (")[0].endswith(" mi")


def test_records(qtbot: QtBot, log: Log) -> None:
    page = show(qtbot, RecordsPage, log)
    far = [one for one in page.list.model.rows if one.record.kind is RecordKind.FARTHEST]
    place = page.list.model.rows.index(far[0])
    assert page.list.model.index(place, 2).data() == "3.5 mi"
    assert page.list.model.index(place, 3).data() == "3 mi"
    page.list.table.selectRow(place)
    history = page.side.history
    assert [history.rows.index(0, column).data() for column in (1, 2)] == ["3.5 mi", "+0.5 mi"]
    assert history.chart_table().header == ("Day", "Farthest (mi)")
    assert [row[1] for row in history.chart_table().rows] == [2.0, 2.5, 3.0, 3.5]
    qtbot.waitUntil(lambda: page.side.why.heading.text() == "Why 3.5 mi?")
    assert page.side.why.words.text() == (
        "The farthest working set: 3.5 mi in 28:00.\nThe record before it: 3 mi."
    )


def test_the_chart_of_the_library(qtbot: QtBot, log: Log) -> None:
    side = ChartSide(log.context)
    qtbot.addWidget(side)
    chart = log.services.progress.chart(log.user.id, running(log).id)
    side.show_chart(chart, "Running", Unit.LB, LAST)
    assert side.best.text() == "Best 3.5 mi"
    assert side.chart_table().header[1] == "Distance each session (mi)"
    assert [row[1] for row in side.chart_table().rows] == [2.0, 2.5, 3.0, 3.5]


def test_the_report(log: Log) -> None:
    (lift,) = gather(source_of(log), Wish(Period(None, LAST), Unit.LB)).lifts
    assert lift.words == "Best 3.5 mi"
    assert [one.value for one in lift.spots] == pytest.approx([2.0, 2.5, 3.0, 3.5])
    assert lift.write(2.5) == "2.5 mi"


def test_no_rep_maxes_of_what_has_none(qtbot: QtBot, log: Log) -> None:
    log.add(LAST - timedelta(30), [("Bench Press (Barbell)", [(100, 5)])])
    tab = show_tab(qtbot, StrengthTab, log)
    settle(qtbot, log, tab)
    bar = tab.lists.bar
    assert not bar.isTabVisible(REP_MAXES)
    with qtbot.waitSignal(tab.loaded):
        tab.open_item(log.exercise("Bench Press (Barbell)"))
    settle(qtbot, log, tab)
    assert bar.isTabVisible(REP_MAXES)
    bar.setCurrentIndex(REP_MAXES)
    with qtbot.waitSignal(tab.loaded):
        tab.open_item(running(log).id)
    settle(qtbot, log, tab)
    assert not bar.isTabVisible(REP_MAXES)
    assert bar.currentIndex() == SETS
