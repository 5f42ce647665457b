"""Settings that are changed while a session is open: it follows at once and loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import Effort
from desktop.domain.set_fields import Field
from desktop.domain.weight import Unit
from desktop.ui import sizes
from desktop.ui.session.dock import SessionDock
from desktop.ui.theme import Theme
from tests.ui.session.conftest import Hands
from tests.ui.session.log import bench_line, start


def prefer(qtbot: QtBot, dock: SessionDock, **wish: Any) -> None:
    context = dock.context
    accounts, user_id = context.services.accounts, context.user.id
    after = replace(context.preferences, **wish)
    with qtbot.waitSignal(context.profile_changed):
        context.do("change it", lambda: accounts.save_preferences(user_id, after))
    qtbot.waitUntil(lambda: not context.tasks.is_busy)


def rows_now(dock: SessionDock) -> list[Any]:
    return list(dock.grid.rows())


def test_another_unit_is_for_what_is_typed_from_now_on(
    dock: SessionDock, hands: Hands, qtbot: QtBot
) -> None:
    start(dock, hands, bench_line(dock.context))
    hands.type("100")
    hands.press(Qt.Key.Key_Tab)
    prefer(qtbot, dock, unit=Unit.LB)
    session = dock.controller.current()
    weights = [one.weight for one in session.exercises[0].sets]
    assert weights[0] is not None
    assert (weights[0].grams, weights[0].unit) == (100_000, Unit.KG)
    assert rows_now(dock)[0].cells[0].text() == "100 kg"
    row = rows_now(dock)[1]
    row.cells[0].setFocus()
    row.cells[0].selectAll()
    hands.type("225")
    hands.press(Qt.Key.Key_Tab)
    typed = dock.controller.current().exercises[0].sets[1].weight
    assert typed is not None
    assert typed.unit is Unit.LB
    assert typed.text() == "225"


def test_a_column_for_effort_comes_and_goes(dock: SessionDock, hands: Hands, qtbot: QtBot) -> None:
    start(dock, hands, bench_line(dock.context))

    def fields() -> list[Field]:
        return [cell.field for cell in rows_now(dock)[0].cells]

    usual = fields()
    prefer(qtbot, dock, effort=Effort.RIR)
    assert fields() == [*usual, Field.RIR]
    prefer(qtbot, dock, effort=Effort.RPE)
    assert fields() == [*usual, Field.RPE]
    prefer(qtbot, dock, effort=Effort.OFF)
    assert fields() == usual


def test_larger_text_makes_larger_rows_and_keeps_what_is_typed(
    dock: SessionDock, hands: Hands, qapp: Any
) -> None:
    theme = Theme(qapp)
    rows = start(dock, hands, bench_line(dock.context))
    hands.type("10")
    before = rows[0].cells[0].size()
    theme.set_text_size(200)
    cell = rows_now(dock)[0].cells[0]
    assert cell.text() == "10"
    assert cell.hasFocus()
    assert cell.height() == 2 * before.height()
    assert cell.width() > 1.8 * before.width()
    assert cell.height() >= cell.fontMetrics().height()
    theme.set_text_size(sizes.USUAL)
    assert rows_now(dock)[0].cells[0].size() == before
