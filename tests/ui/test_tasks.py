"""Results of work find whoever asked, and leave alone who is gone."""

import gc
import threading
import weakref
from concurrent.futures.thread import _WorkItem

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.tasks import Newest, Tasks


class Asker(QDialog):
    """A dialog that asks for something and shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel(self)

    def show_result(self, found: str) -> None:
        self.label.setText(found)


def fail() -> str:
    raise OSError("no disk")


def test_a_result_reaches_a_method_and_a_function(qtbot: QtBot) -> None:
    tasks, asker, seen = Tasks(), Asker(), list[str]()
    qtbot.addWidget(asker)
    with qtbot.waitSignal(tasks.idle):
        tasks.read(lambda: "read", asker.show_result)
        tasks.write(lambda: "written", seen.append)
    assert asker.label.text() == "read"
    assert seen == ["written"]
    tasks.close()


def test_who_is_gone_hears_nothing(qtbot: QtBot) -> None:
    tasks, faults = Tasks(), list[object]()
    tasks.faulted.connect(faults.append)
    method_asker, closing_asker = Asker(), Asker()

    def show(found: str) -> None:
        closing_asker.show_result(found)

    with qtbot.waitSignal(tasks.idle):
        tasks.read(lambda: "late", method_asker.show_result)
        tasks.read(lambda: "late", show)
        tasks.read(fail, show, lambda fault: closing_asker.show_result(str(fault)))
        delete(method_asker)
        delete(closing_asker)
    assert faults == []
    tasks.close()


def test_a_worker_is_never_the_last_to_hold_a_widget(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks, asker, taken_apart_on = Tasks(), Asker(), list[threading.Thread]()
    weakref.finalize(asker, lambda: taken_apart_on.append(threading.current_thread()))
    is_delivered, run = threading.Event(), _WorkItem.run

    def linger(item: _WorkItem[str]) -> None:
        """A worker that lets go of its work late, as on a busy machine."""
        run(item)
        is_delivered.wait(5)

    monkeypatch.setattr(_WorkItem, "run", linger)
    tasks.read(asker.objectName, asker.show_result)
    del asker
    qtbot.waitUntil(lambda: not tasks.is_busy)
    gc.collect()
    assert taken_apart_on == [threading.main_thread()]
    is_delivered.set()
    tasks.close()


def test_an_answer_that_was_overtaken_is_not_heard(qtbot: QtBot) -> None:
    tasks, asker, gate = Tasks(), Asker(), threading.Event()
    qtbot.addWidget(asker)
    reads, heard, faults = Newest(tasks), list[str](), list[Exception]()

    def slow() -> str:
        gate.wait(5)
        return "old"

    with qtbot.waitSignal(tasks.idle):
        reads.read(slow, heard.append, faults.append)
        reads.read(lambda: "new", heard.append, faults.append)
        qtbot.waitUntil(lambda: heard == ["new"])
        gate.set()
    assert heard == ["new"]
    with qtbot.waitSignal(tasks.idle):
        reads.read(fail, heard.append, faults.append)
        reads.forget()
    assert (heard, faults) == (["new"], [])
    tasks.close()
