"""Values that look like mistakes are noticed, decided about, and taken back."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.records import RecordKind
from desktop.ui.records.page import RecordsPage
from tests.ui.pages import Log, show
from tests.ui.records.conftest import BENCH

TO_CHECK = 3


def opened(qtbot: QtBot, log: Log) -> RecordsPage:
    page = show(qtbot, RecordsPage, log)
    page.views.setCurrentIndex(TO_CHECK)
    return page


def heaviest(page: RecordsPage) -> float:
    """What the page says stands for the bench press."""
    page.side.show_exercise(next(key for key in page.context.exercises if named(page, key)))
    return next(one.value for one in page.side.bests.rows if one.kind is RecordKind.HEAVIEST)


def named(page: RecordsPage, key: UUID) -> bool:
    return page.context.exercise_name(key) == BENCH


def press(qtbot: QtBot, page: RecordsPage, line: int, button: int) -> None:
    chosen = page.to_check.lines[line].buttons[button]
    chosen.setFocus()
    with qtbot.waitSignal(page.loaded):
        QTest.keyClick(chosen, Qt.Key.Key_Space)


def test_every_view_tells_of_values_to_check(qtbot: QtBot, doubtful_log: Log) -> None:
    page = show(qtbot, RecordsPage, doubtful_log)
    assert page.views.tabText(TO_CHECK) == "To check (1)"
    for view in range(TO_CHECK):
        page.views.setCurrentIndex(view)
        assert page.notice.isVisible()
        assert page.notice.text() == "1 value to check"
    page.notice.setFocus()
    QTest.keyClick(page.notice, Qt.Key.Key_Space)
    assert page.views.currentIndex() == TO_CHECK
    assert not page.notice.isVisible()
    assert not page.open_button.isVisible()


def test_an_outlier_says_what_is_odd_and_leads_to_its_set(qtbot: QtBot, doubtful_log: Log) -> None:
    page = opened(qtbot, doubtful_log)
    (line,) = page.to_check.lines
    assert line.words.text() == ("1,050 kg × 5: nine times your best otherwise (e1RM 126.6 kg)")
    assert line.accessibleName().endswith("Bench Press (Barbell), 14 Nov 2026")
    assert [button.text() for button in line.buttons] == [
        "Correct…",
        "Leave it out",
        "It is right",
    ]
    session = page.to_check.lines[0]
    outlier = doubtful_log.services.records.book(doubtful_log.user.id).outliers[0]
    with qtbot.waitSignal(page.open_requested) as wanted:
        QTest.keyClick(session.buttons[0], Qt.Key.Key_Space)
    assert wanted.args == ["set", outlier.place]


def test_it_is_left_out_taken_back_and_undone(qtbot: QtBot, doubtful_log: Log) -> None:
    page = opened(qtbot, doubtful_log)
    undo = doubtful_log.context.undo
    press(qtbot, page, 0, 1)
    assert undo.undo_label == "leave out 1,050 kg × 5"
    assert page.to_check.nothing.isVisible()
    assert page.to_check.left_out_heading.text() == "Left out (1)"
    assert page.views.tabText(TO_CHECK) == "To check"
    (line,) = page.to_check.lines
    assert [button.text() for button in line.buttons] == ["Go to set", "Take back"]
    assert line.buttons[1].hasFocus()  # where the button was that was pressed
    press(qtbot, page, 0, 1)
    assert len(page.to_check.lines[0].buttons) == 3
    with qtbot.waitSignal(page.loaded):
        doubtful_log.context.undo_last()
    assert page.to_check.left_out_heading.text() == "Left out (1)"
    with qtbot.waitSignal(page.loaded):
        doubtful_log.context.undo_last()
    assert page.views.tabText(TO_CHECK) == "To check (1)"
    assert page.to_check.left_out_heading.isHidden()


def test_called_right_it_is_a_record(qtbot: QtBot, doubtful_log: Log) -> None:
    page = opened(qtbot, doubtful_log)
    assert heaviest(page) == 112_500
    press(qtbot, page, 0, 2)
    assert heaviest(page) == 1_050_000
    assert page.to_check.right_heading.text() == "Called right (1)"
    with qtbot.waitSignal(page.loaded):
        doubtful_log.context.undo_last()
    assert heaviest(page) == 112_500
    assert len(page.to_check.lines[0].buttons) == 3


def test_what_was_called_right_is_taken_back(qtbot: QtBot, doubtful_log: Log) -> None:
    page = opened(qtbot, doubtful_log)
    press(qtbot, page, 0, 2)
    (line,) = page.to_check.lines
    assert line.buttons[1].text() == "Take back"
    press(qtbot, page, 0, 1)
    assert page.views.tabText(TO_CHECK) == "To check (1)"
    assert heaviest(page) == 112_500
    with qtbot.waitSignal(page.loaded):
        doubtful_log.context.undo_last()
    assert page.to_check.right_heading.text() == "Called right (1)"
    assert heaviest(page) == 1_050_000


def test_the_focus_stays_on_the_page_when_the_last_line_goes(
    qtbot: QtBot, doubtful_log: Log
) -> None:
    page = opened(qtbot, doubtful_log)
    page.to_check.take_focus()
    (session,) = (
        one.session_id for one in doubtful_log.services.records.book(doubtful_log.user.id).outliers
    )
    doubtful_log.services.history.delete([session])
    with qtbot.waitSignal(page.loaded):
        doubtful_log.tell()
    assert page.views.hasFocus()


def test_filters_hold_here_too(qtbot: QtBot, doubtful_log: Log) -> None:
    page = opened(qtbot, doubtful_log)
    QTest.keyClicks(page.search, "pull")
    assert page.to_check.lines == []
    assert page.subtitle.text() == "0 of 1 value to check"
    assert page.to_check.explained.text() == (
        "No value matches. Widen the search: without it there would be 1 value."
    )
    QTest.mouseClick(page.to_check.clear_button, Qt.MouseButton.LeftButton)
    assert len(page.to_check.lines) == 1


def test_without_outliers_it_says_what_it_is_for(qtbot: QtBot, long_log: Log) -> None:
    page = opened(qtbot, long_log)
    assert page.to_check.nothing.text() == "Nothing to check."
    assert page.to_check.explained.text().startswith("A value far above all others")
    assert not page.notice.isVisible()
    assert BENCH in {one.exercise for one in page.list.model.rows}


def test_one_session_near_it_is_told_of_as_such(qtbot: QtBot, log: Log) -> None:
    for day, kilos in enumerate([40, 150, 40, 40, 40, 160]):
        log.add(date(2026, 10, 1 + day), [(BENCH, [(kilos, 5)])])
    line = opened(qtbot, log).to_check.lines[0]
    assert line.words.text() == "160 kg × 5: only one other session comes near it (e1RM 168.8 kg)"
