"""What other pages lead to: a session, or one set of it to be edited at once."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.session import SetPlace, WorkoutSession
from desktop.domain.session_edits import remove_set
from desktop.domain.set_fields import Field
from desktop.ui.history.editing import SessionEditing
from desktop.ui.history.page import HistoryPage
from desktop.ui.history.set_line import SetLine
from tests.ui.history.conftest import settle, stored


def oldest(page: HistoryPage) -> WorkoutSession:
    return page.context.services.history.get(min(page.model.rows, key=lambda row: row.day).id)


def go(page: HistoryPage, qtbot: QtBot, place: SetPlace) -> None:
    with qtbot.waitSignal(page.loaded):
        page.open_item(place)
    settle(page, qtbot)


def place_in(session: WorkoutSession, exercise: int = 0, one: int = 0) -> SetPlace:
    return SetPlace(session.id, session.exercises[exercise].sets[one].id)


def current_line(page: HistoryPage) -> SetLine:
    """The set with the keyboard in it."""
    focused = page.window().focusWidget()
    assert isinstance(focused, QLineEdit)
    line = focused.parentWidget()
    assert isinstance(line, SetLine)
    return line


def test_a_set_is_gone_to_and_edited_at_once(page: HistoryPage, qtbot: QtBot) -> None:
    session = page.context.services.history.get(page.model.row(0).id)
    place = place_in(session, 0, 1)
    go(page, qtbot, place)
    line = current_line(page)
    assert line.one.id == place.set_id
    cell = line.cells[Field.WEIGHT]
    assert page.window().focusWidget() is cell
    assert cell.selectedText() == "100"
    QTest.keyClicks(cell, "97.5")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    settle(page, qtbot)
    weight = stored(page.context, session).exercises[0].sets[1].weight
    assert weight is not None
    assert weight.grams == 97_500
    assert page.window().focusWidget() is cell


def test_a_set_further_down_is_scrolled_into_view(page: HistoryPage, qtbot: QtBot) -> None:
    service = page.context.services.session
    session = oldest(page)
    exercise = session.exercises[0]
    many = tuple(replace(exercise.sets[0], id=new_id()) for _ in range(40))
    service.save(replace(session, exercises=(replace(exercise, sets=many),)))
    go(page, qtbot, SetPlace(session.id, many[37].id))
    line = current_line(page)
    assert line.one.id == many[37].id
    qtbot.waitUntil(lambda: line.visibleRegion().boundingRect() == line.rect())


def test_filters_give_way_to_a_set_that_they_hide(page: HistoryPage, qtbot: QtBot) -> None:
    place = place_in(oldest(page))
    with qtbot.waitSignal(page.loaded):
        page.filters.choose_range(0)
    with qtbot.waitSignal(page.loaded):
        page.filters.search.setText("push b")
    settle(page, qtbot)
    go(page, qtbot, place)
    qtbot.waitUntil(lambda: len(page.model.rows) == 3)
    settle(page, qtbot)
    assert current_line(page).one.id == place.set_id
    assert page.filters.asked.is_everything


def test_filters_stay_where_they_show_the_session(page: HistoryPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.loaded):
        page.filters.choose_range(0)
    settle(page, qtbot)
    place = place_in(page.context.services.history.get(page.model.row(0).id))
    go(page, qtbot, place)
    assert current_line(page).one.id == place.set_id
    assert not page.filters.asked.is_everything


def test_a_second_set_of_a_session_that_is_edited(page: HistoryPage, qtbot: QtBot) -> None:
    session = page.context.services.history.get(page.model.row(0).id)
    go(page, qtbot, place_in(session, 0, 0))
    content = page.detail.content
    go(page, qtbot, place_in(session, 1, 0))
    assert page.detail.content is content, "what is being edited is not begun anew"
    assert current_line(page).one.id == session.exercises[1].sets[0].id


def test_of_a_removed_set_the_session_is_shown(page: HistoryPage, qtbot: QtBot) -> None:
    session = oldest(page)
    place = place_in(session)
    page.context.services.session.save(remove_set(session, place.set_id))
    with qtbot.waitSignal(page.context.notifier.said) as said:
        page.open_item(place)
    assert said.args == ["That set has been removed since: this is the session it was in"]
    settle(page, qtbot)
    assert page.detail.session is not None
    assert page.detail.session.id == session.id
    assert not page.detail.is_editing


def test_of_a_deleted_session_it_is_said_that_it_is_gone(page: HistoryPage, qtbot: QtBot) -> None:
    session = oldest(page)
    page.context.services.history.delete([session.id])
    with qtbot.waitSignal(page.context.notifier.said) as said:
        page.open_item(place_in(session))
    assert said.args == ["That session is not in the history any more"]
    settle(page, qtbot)
    # what is chosen next has nothing to do with it
    page.context.services.history.restore([session.id])
    with qtbot.waitSignal(page.loaded):
        page.open_item(session.id)
    settle(page, qtbot)
    assert not page.detail.is_editing


def test_who_goes_elsewhere_meanwhile_is_left_alone(page: HistoryPage, qtbot: QtBot) -> None:
    place = place_in(oldest(page))
    with qtbot.waitSignal(page.loaded):
        page.open_item(place)
    page.table.selectRow(0)
    settle(page, qtbot)
    page.table.select_key(place.session_id)
    settle(page, qtbot)
    assert not isinstance(page.detail.content, SessionEditing)


def test_it_is_gone_to_where_the_page_was_not_seen_yet(page: HistoryPage, qtbot: QtBot) -> None:
    place = place_in(oldest(page))
    fresh = HistoryPage(page.context)
    qtbot.addWidget(fresh)
    fresh.visit()
    fresh.show()
    fresh.open_item(place)
    qtbot.waitUntil(lambda: bool(fresh.model.rows))
    settle(fresh, qtbot)
    assert current_line(fresh).one.id == place.set_id
