"""What the side says of the record that is looked at."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.records import Record, RecordKind
from desktop.domain.weight import Unit
from desktop.ui.records.page import RecordsPage
from desktop.ui.widgets.records import gain_text, number_unit
from tests.ui.pages import Log, show
from tests.ui.records.conftest import BENCH, FIRST


def heaviest(qtbot: QtBot, log: Log) -> RecordsPage:
    page = show(qtbot, RecordsPage, log)
    place = next(
        place
        for place, one in enumerate(page.list.model.rows)
        if one.record.kind is RecordKind.HEAVIEST
    )
    page.list.table.selectRow(place)
    return page


def test_a_record_shows_every_step_since_its_baseline(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    history = page.side.history
    assert (history.heading.text(), history.note.text()) == ("Heaviest weight", "5 records")
    steps = [[history.rows.index(row, column).data() for column in range(3)] for row in range(6)]
    assert steps[0] == ["5 Nov 2026", "112.5 kg", "+2.5 kg"]
    assert steps[-1] == ["1 Oct 2026", "100 kg", "first time"]
    assert history.timeline.accessibleName() == (
        "Heaviest weight over time. 5 Nov 2026: 112.5 kg, +2.5 kg"
    )


def test_a_step_is_chosen_by_keys_and_by_a_click(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    history = page.side.history
    history.table.setFocus()
    QTest.keyClick(history.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.side.record is not None
    assert page.side.record.day == FIRST
    qtbot.waitUntil(lambda: page.side.why.heading.text() == "Why 100 kg?")
    at = history.timeline.points()[2]
    QTest.mouseClick(
        history.timeline, Qt.MouseButton.LeftButton, pos=QPoint(round(at.x()), round(at.y()))
    )
    assert page.side.record.day == FIRST + timedelta(weeks=2)
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    assert opened.args == ["session", page.side.record.session_id]


def test_another_best_is_looked_at(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    bests = page.side.best_table
    bests.setFocus()
    QTest.keyClick(bests, Qt.Key.Key_Up)
    assert page.side.history.heading.text() == "Best e1RM"
    qtbot.waitUntil(lambda: page.side.why.heading.text() == "Why 126.6 kg?")
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.mouseClick(page.progress_button, Qt.MouseButton.LeftButton)
    assert opened.args == ["progress", long_log.exercise(BENCH)]


def test_a_set_behind_it_is_gone_to(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    qtbot.waitUntil(page.side.why.isVisible)
    used = page.side.why.used
    used.setCurrentIndex(used.rows.index(0, 0))
    with qtbot.waitSignal(page.open_requested) as opened:
        QTest.keyClick(used, Qt.Key.Key_Return)
    assert opened.args == ["set", used.rows.rows[0].place]


def test_rep_maxes_stand_beside_estimates(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    card = page.side.rep_max_card
    lines = [[card.rows.index(row, column).data() for column in (0, 1, 2)] for row in range(5)]
    # 112.5 kg x 5 is an e1RM of 126.6 kg (Brzycki)
    assert lines[0] == ["1RM", "112.5 kg", "↑ 126.6 kg"]
    assert lines[4] == ["5RM", "112.5 kg", "112.5 kg"]
    assert card.note.text() == "↑ more than done"
    tip = card.rows.index(2, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == (
        "3RM: 112.5 kg × 5 on 5 Nov 2026.\n"
        "The best e1RM, 126.6 kg, lets expect 119.5 kg.\n"
        "↑ That is 7 kg more than was done."
    )


def record(kind: RecordKind, value: float, previous: float | None) -> Record:
    return Record(kind, UUID(int=1), value, date(2026, 1, 1), UUID(int=2), previous)


@pytest.mark.parametrize(
    ("kind", "value", "previous", "unit", "text"),
    [
        (RecordKind.HEAVIEST, 102_500, 100_000, Unit.KG, "+2.5 kg"),
        (RecordKind.HEAVIEST, 102_500, None, Unit.KG, "first time"),
        (RecordKind.LEAST_HELP, -15_000, -20_000, Unit.KG, "−5 kg"),
        (RecordKind.MOST_REPS, 12, 10, Unit.KG, "+2 reps"),
        (RecordKind.LONGEST, 95, 60, Unit.KG, "+0:35"),
        (RecordKind.BEST_PACE, 1000 / 300, 1000 / 310, Unit.KG, "−0:10 /km"),
        (RecordKind.BEST_PACE, 1609.344 / 500, 1609.344 / 520, Unit.LB, "−0:20 /mi"),
    ],
)
def test_by_how_much(
    kind: RecordKind, value: float, previous: float | None, unit: Unit, text: str
) -> None:
    assert gain_text(record(kind, value, previous), unit) == text


def test_the_history_is_taken_along(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    history = page.side.history
    assert history.export_button.accessibleName() == "Export this chart"
    table = history.chart_table()
    assert table.title == f"Heaviest weight of {BENCH}"
    assert table.note == "100 kg on 1 Oct 2026 to 112.5 kg on 5 Nov 2026"
    assert table.header == ("Day", "Heaviest weight (kg)")
    assert (table.rows[0], table.rows[-1]) == (("2026-10-01", 100.0), ("2026-11-05", 112.5))
    menu = history.export_button.menu()
    menu.aboutToShow.emit()
    assert all(one.isEnabled() for one in menu.actions())
    with qtbot.waitSignal(long_log.context.notifier.said):
        menu.actions()[0].trigger()
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.parametrize(
    ("kind", "value", "unit", "words", "number"),
    [
        (RecordKind.SET_VOLUME, 500_000.0, Unit.KG, "kg", 500.0),
        (RecordKind.MOST_REPS, 12.0, Unit.KG, "reps", 12.0),
        (RecordKind.LONGEST, 95.0, Unit.KG, "seconds", 95.0),
        (RecordKind.FARTHEST, 5_000.0, Unit.KG, "km", 5.0),
        (RecordKind.FARTHEST, 16_093.44, Unit.LB, "mi", 10.0),
        (RecordKind.BEST_PACE, 4.0, Unit.KG, "seconds per km", 250.0),
        (RecordKind.BEST_PACE, 1609.344 / 400, Unit.LB, "seconds per mi", 400.0),
    ],
)
def test_bare_numbers_say_what_they_are_in(
    kind: RecordKind, value: float, unit: Unit, words: str, number: float
) -> None:
    said, scale = number_unit(kind, unit, None)
    assert said == words
    assert scale(value) == pytest.approx(number)


def test_steps_scroll_only_where_there_is_no_room_for_them(qtbot: QtBot, long_log: Log) -> None:
    page = heaviest(qtbot, long_log)
    bar = page.side.history.table.verticalScrollBar()
    for size, has_room in (((1680, 700), False), ((1680, 1000), True), ((1400, 1000), False)):
        page.resize(*size)
        qtbot.waitUntil(lambda wanted=has_room: (bar.maximum() == 0) is wanted)  # type: ignore[misc]
