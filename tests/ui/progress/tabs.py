"""A tab of the Progress page on its own, over a real log."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from pytestqt.qtbot import QtBot

from desktop.ui.progress.tabs import Tab
from tests.ui.pages import Log

T = TypeVar("T", bound=Tab)


def show_tab(
    qtbot: QtBot,
    make: type[T],
    log: Log,
    first: date | None = None,
    last: date | None = None,
    size: tuple[int, int] = (1032, 650),
) -> T:
    """The tab, shown and loaded as the page does it."""
    tab = make(log.context)
    qtbot.addWidget(tab)
    tab.resize(*size)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.log_ends = log.services.history.stats(log.user.id).last_day
    tab.show_range(first, last)
    with qtbot.waitSignal(tab.loaded):
        tab.reload()
    rest(qtbot, log)
    return tab


def rest(qtbot: QtBot, log: Log) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not log.context.tasks.is_busy)
