"""The views of the Records page and the filters that hold for all of them."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Formula, Preferences
from desktop.domain.muscles import MuscleGroup
from desktop.domain.records import RecordKind
from desktop.domain.weight import Unit
from desktop.ui.records.filters import PeriodButton
from desktop.ui.records.model import BEFORE_COLUMN
from desktop.ui.records.page import RecordsPage
from desktop.ui.widgets.records import RecordDelegate
from tests.ui.pages import Log, show
from tests.ui.records.conftest import BENCH, FIRST, PULL


def shown(page: RecordsPage) -> list[tuple[str, RecordKind, date]]:
    return [(one.exercise, one.record.kind, one.record.day) for one in page.list.model.rows]


def turn(page: RecordsPage, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(page.views, Qt.Key.Key_Right)


def period(page: RecordsPage, words: str) -> None:
    """Choose from the menu of periods, as a click on its line does."""
    menu = page.filters.period.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text().startswith(words)).trigger()


def test_standing_shows_every_best_by_exercise(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    page.views.setFocus()
    turn(page)
    assert page.views.tabText(page.views.currentIndex()) == "Standing"
    last = FIRST + timedelta(weeks=5)
    assert shown(page)[0] == (BENCH, RecordKind.E1RM, last)
    assert [one[0] for one in shown(page)] == [BENCH] * 4 + [PULL]
    assert page.subtitle.text() == "5 bests"


def test_baselines_are_kept_apart(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    page.views.setFocus()
    turn(page, 2)
    assert {one[2] for one in shown(page)} == {FIRST, date(2026, 4, 1)}
    assert page.list.table.isColumnHidden(3)
    assert page.subtitle.text() == "5 first times"
    step = page.side.history.table.current_row()
    assert step is not None
    assert step.previous is None


def test_ctrl_tab_goes_round_the_views(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    seen = []
    for _ in range(4):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(page.views.currentIndex())
    assert seen == [1, 2, 3, 0]


def test_muscles_narrow_every_view(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    muscles = page.filters.muscles
    muscles.setFocus()
    QTest.keyClicks(muscles, "Ba")
    assert muscles.currentText() == "Back"
    for _ in range(3):
        assert {one[0] for one in shown(page)} == {PULL}
        page.views.setFocus()
        turn(page)
    assert page.filters.clear_button.isEnabled()
    QTest.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)
    assert not page.filters.clear_button.isEnabled()
    page.views.setCurrentIndex(0)
    assert {one[0] for one in shown(page)} == {BENCH, PULL}


def test_a_period_narrows_by_the_day(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    period(page, "Last 3 months")
    assert {one[0] for one in shown(page)} == {BENCH}
    assert page.filters.period.accessibleName() == "Period: Last 3 months"
    period(page, "Last year")
    assert {one[0] for one in shown(page)} == {BENCH, PULL}
    period(page, "Chosen days")
    dates = page.filters.period.dates
    dates.first.setDate(QDate(2026, 4, 30))
    dates.last.setDate(QDate(2026, 4, 2))
    QTest.mouseClick(dates.button, Qt.MouseButton.LeftButton)
    assert shown(page) == [(PULL, RecordKind.MOST_REPS, date(2026, 4, 8))]
    assert page.filters.period.text() == "2 Apr 2026 – 30 Apr 2026"


def test_nothing_found_says_which_filter_to_widen(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    QTest.keyClicks(page.search, "pull")
    period(page, "Last 3 months")
    words = page.list.nothing.text()
    assert words == "No record matches. Widen the search: without it there would be 20 records."
    page.search.clear()
    QTest.keyClicks(page.search, "pull")
    page.filters.muscles.setCurrentIndex(page.filters.muscles.findData(MuscleGroup.CORE))
    assert page.list.nothing.text() == "No record matches these filters together."
    assert not page.open_button.isEnabled()
    QTest.mouseClick(page.list.clear_button, Qt.MouseButton.LeftButton)
    assert page.list.table.isVisible()
    assert page.search.text() == ""


def set_preferences(qtbot: QtBot, log: Log, page: RecordsPage, changed: Preferences) -> None:
    context = log.context
    with qtbot.waitSignal(context.profile_changed):
        context.do("settings", lambda: log.services.accounts.save_preferences(log.user.id, changed))
    qtbot.waitUntil(lambda: not context.tasks.is_busy)


def test_another_formula_or_unit_changes_the_page_at_once(qtbot: QtBot, long_log: Log) -> None:
    page = show(qtbot, RecordsPage, long_log)
    page.side.show_record(
        next(one.record for one in page.list.model.rows if one.record.kind is RecordKind.E1RM)
    )
    preferences = long_log.context.preferences

    def e1rm() -> str:
        place = [one.kind for one in page.side.bests.rows].index(RecordKind.E1RM)
        return str(page.side.bests.index(place, 1).data())

    assert e1rm() == "126.6 kg"  # 112.5 x 36 / 32
    set_preferences(qtbot, long_log, page, replace(preferences, formula=Formula.EPLEY))
    assert e1rm() == "131.3 kg"  # 112.5 x (1 + 5 / 30)
    qtbot.waitUntil(lambda: "Epley" in page.side.why.words.text())
    assert page.side.rep_max_card.rows.index(0, 2).data() == "↑ 131.3 kg"
    set_preferences(qtbot, long_log, page, replace(preferences, unit=Unit.LB))
    assert e1rm() == "279 lb"
    assert page.list.model.index(0, 2).data().endswith(" lb")


def test_effort_the_cut_off_and_warm_ups_change_the_page_at_once(
    qtbot: QtBot, long_log: Log
) -> None:
    long_log.add(date(2026, 11, 18), [(BENCH, [(110, 8, 8.0)])])
    page = show(qtbot, RecordsPage, long_log)
    preferences = long_log.context.preferences
    top = page.list.model.rows[0].record
    assert (top.kind, top.day) == (RecordKind.E1RM, date(2026, 11, 18))
    assert top.value == 146_667  # 10 effective reps: 110 x (1 + 10 / 30)
    set_preferences(qtbot, long_log, page, replace(preferences, uses_rpe=False))
    found = [one.record for one in page.list.model.rows if one.record.kind is RecordKind.E1RM]
    assert found[0].value == 136_552  # 110 x 36 / 29
    set_preferences(qtbot, long_log, page, replace(preferences, most_reps=6))
    found = [one.record for one in page.list.model.rows if one.record.kind is RecordKind.E1RM]
    assert found[0].day == FIRST + timedelta(weeks=5)


def test_a_best_since_the_first_time_has_no_cup(qtbot: QtBot, long_log: Log) -> None:
    long_log.add(date(2026, 11, 18), [("Squat (Barbell)", [(140, 5)])])
    page = show(qtbot, RecordsPage, long_log)
    page.views.setCurrentIndex(1)
    delegate = page.list.table.itemDelegateForColumn(0)
    assert isinstance(delegate, RecordDelegate)
    model = page.list.model
    cups = {
        row.exercise: delegate.is_record(model.index(place, 0))
        for place, row in enumerate(model.rows)
    }
    assert cups == {BENCH: True, PULL: True, "Squat (Barbell)": False}


def test_before_the_first_record_the_first_times_are_one_step_away(qtbot: QtBot, log: Log) -> None:
    log.add(FIRST, [(BENCH, [(100, 5)])])
    page = show(qtbot, RecordsPage, log)
    assert page.list.nothing.isVisible()
    QTest.keyClick(page.list.baselines_button, Qt.Key.Key_Space)
    assert page.views.tabText(page.views.currentIndex()) == "Baselines"
    assert shown(page)
    assert not page.list.baselines_button.isVisible()


def test_the_last_months_end_with_the_day_it_is(qtbot: QtBot) -> None:
    days = [date(2026, 11, 30)]
    button = PeriodButton(lambda: days[0])
    qtbot.addWidget(button)
    menu = button.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert button.days == (date(2026, 8, 30), None)
    days[0] = date(2026, 12, 1)
    assert button.days == (date(2026, 9, 1), None)


def test_the_names_keep_their_room_where_there_is_little(qtbot: QtBot, doubtful_log: Log) -> None:
    page = show(qtbot, RecordsPage, doubtful_log, (500, 700))
    assert page.list.table.isColumnHidden(BEFORE_COLUMN), "it yields to the names"
    beside = page.filters.muscles.mapTo(page.filters, QPoint())
    assert page.filters.search.geometry().right() < beside.x()
    page.views.setTabText(0, "In large letters" * 4)
    page.resize(501, 700)
    assert page.notice.isHidden(), "the last view says it, and is not cut off"
    page.views.setTabText(0, "Recent")
    page.views.setCurrentIndex(2)
    page.resize(1400, 700)
    assert page.list.table.isColumnHidden(BEFORE_COLUMN), "a first time has nothing before it"
    page.views.setCurrentIndex(0)
    assert not page.list.table.isColumnHidden(BEFORE_COLUMN)
    assert page.notice.isVisible()
