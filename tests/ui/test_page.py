"""What all pages have in common."""

from threading import Event

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.context import Context
from tests.ui.shell import FakePage


def test_the_answer_to_an_earlier_question_never_comes_after_the_newest(
    context: Context, qtbot: QtBot
) -> None:
    page = FakePage(context)
    qtbot.addWidget(page)
    gate, shown = Event(), list[str]()

    def slow() -> str:
        assert gate.wait(30)
        return "old"

    def show(found: str) -> None:
        shown.append(found)
        gate.set()

    page.read_newest(slow, show)
    page.read_newest(lambda: "new", show)
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    assert shown == ["new"]


def test_the_actions_go_below_when_the_words_beside_the_title_grow(
    context: Context, qtbot: QtBot
) -> None:
    page = FakePage(context)
    qtbot.addWidget(page)
    page.header.addWidget(QPushButton("Start session"))
    page.subtitle.setText("3 sessions")
    page.resize(400, 300)
    page.show()
    assert not page.is_header_split
    page.subtitle.setText("1,684 sessions and 10,862 working sets that were found")
    qtbot.waitUntil(lambda: page.is_header_split)
    page.subtitle.setText("3 sessions")
    qtbot.waitUntil(lambda: not page.is_header_split)


def test_the_actions_go_to_and_fro_and_need_no_more_room_for_it(
    context: Context, qtbot: QtBot
) -> None:
    page = FakePage(context)
    qtbot.addWidget(page)
    page.header.addWidget(QPushButton("Start session"))
    page.subtitle.setText("3 sessions")
    page.resize(400, 300)
    page.show()
    top, widths = page.search.y(), set[int]()
    for _ in range(9):
        page.subtitle.setText("1,684 sessions and 10,862 working sets that were found")
        qtbot.waitUntil(lambda: page.is_header_split and page.search.y() > top)
        widths.add(page.minimumSizeHint().width())
        page.subtitle.setText("3 sessions")
        qtbot.waitUntil(lambda: not page.is_header_split and page.search.y() == top)
    assert len(widths) == 1
