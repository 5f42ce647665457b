"""What all pages have in common."""

from threading import Event

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
