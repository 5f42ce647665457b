"""Cyclic garbage is destroyed on the window's thread, never on a worker."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.garbage import GarbageCollector, collect_due


class Knot:
    """Garbage that only a search can find; tells on which thread it was destroyed."""

    died_on: list[threading.Thread]

    def __init__(self, died_on: list[threading.Thread]) -> None:
        self.died_on = died_on
        self.me = self

    def __del__(self) -> None:
        self.died_on.append(threading.current_thread())


@pytest.fixture(autouse=True)
def own_collector() -> Iterator[None]:
    """What the collector sets for the whole process is taken back."""
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    if was_on:
        gc.enable()
    else:
        gc.disable()


def litter(count: int = 20_000) -> list[object]:
    """Enough new objects to make a search due."""
    return [[] for _ in range(count)]


def test_a_worker_that_makes_much_destroys_nothing(qtbot: QtBot) -> None:
    parent = QObject()
    GarbageCollector(parent)
    died_on: list[threading.Thread] = []
    Knot(died_on)
    made: list[object] = []
    worker = threading.Thread(target=lambda: made.extend(litter()))
    worker.start()
    worker.join()
    assert died_on == []
    collect_due()
    assert died_on == [threading.current_thread()]


def test_garbage_is_found_while_the_window_is_idle(qtbot: QtBot) -> None:
    parent = QObject()
    GarbageCollector(parent)
    died_on: list[threading.Thread] = []
    Knot(died_on)
    kept = litter()
    qtbot.waitUntil(lambda: died_on == [threading.current_thread()], timeout=10_000)
    assert kept


def test_nothing_is_searched_when_little_was_made(qtbot: QtBot) -> None:
    GarbageCollector(QObject())
    gc.collect()
    runs = [one["collections"] for one in gc.get_stats()]
    collect_due()
    assert [one["collections"] for one in gc.get_stats()] == runs
