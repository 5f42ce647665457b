"""A figure says why, and leads to its sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.progress import Why
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import SetPlace
from desktop.ui.widgets.texts import day_text
from desktop.ui.widgets.why import WhyPanel
from tests.ui.pages import Log, open_log

BENCH = "Bench Press (Barbell)"
DAY = date(2026, 10, 1)
EXERCISE = 4  # its column among the sets behind a figure


@pytest.fixture
def log(tmp_path: Path, qapp: object) -> Iterator[Log]:
    with open_log(tmp_path) as opened:
        opened.add(DAY, [(BENCH, [(60, 8), (97.5, 6, 9), (90, 15)])])
        yield opened


def best(log: Log, kind: RecordKind) -> Record:
    found = log.services.records.of(log.user.id, log.exercise(BENCH))
    return next(one for one in found.bests if one.kind is kind)


def why(log: Log, kind: RecordKind) -> Why:
    return log.services.records.why(log.user.id, best(log, kind))


def shown(qtbot: QtBot, log: Log, what: Why) -> WhyPanel:
    panel = WhyPanel(log.context)
    qtbot.addWidget(panel)
    panel.resize(352, 300)
    panel.show_why(what)
    return panel


def cells(panel: WhyPanel) -> list[list[str]]:
    model = panel.left_out.rows
    return [
        [model.index(row, column).data() for column in (1, 2)] for row in range(len(model.rows))
    ]


def test_an_e1rm_shows_its_formula_its_set_and_what_was_left_out(qtbot: QtBot, log: Log) -> None:
    panel = shown(qtbot, log, why(log, RecordKind.E1RM))
    assert panel.heading.text() == panel.accessibleName() == "Why 117 kg?"
    assert "97.5 × 36 ÷ (37 − 7) = 117 kg" in panel.words.text()
    assert [row.one.reps for row in panel.used.rows.rows] == [6]
    assert panel.used.rows.index(0, 2).data() == "e1RM 117 kg"
    assert not panel.left_out.isVisible()
    panel.fold.setFocus()
    assert panel.fold.text() == "Left out (2)"
    QTest.keyClick(panel.fold, Qt.Key.Key_Space)
    assert panel.left_out.isVisible()
    assert cells(panel) == [
        ["60 kg × 8", "not the best of the session"],
        ["90 kg × 15", "above 12 reps"],
    ]


def test_sets_of_several_exercises_say_whose_they_are(qtbot: QtBot, log: Log) -> None:
    found = why(log, RecordKind.SESSION_VOLUME)
    panel = shown(qtbot, log, found)
    assert panel.used.isColumnHidden(EXERCISE)
    assert panel.note.text() == day_text(found.used[0].day)
    other = replace(found.used[0], exercise_id=log.exercise("Squat (Barbell)"))
    panel.show_why(replace(found, used=(*found.used, other)))
    assert not panel.used.isColumnHidden(EXERCISE)
    last = panel.used.rows.index(len(found.used), EXERCISE)
    assert last.data() == "Squat (Barbell)"


def test_enter_and_a_click_lead_to_the_set(qtbot: QtBot, log: Log) -> None:
    panel = shown(qtbot, log, why(log, RecordKind.SESSION_VOLUME))
    rows = panel.used.rows.rows
    assert len(rows) == 3
    panel.used.setCurrentIndex(panel.used.rows.index(1, 0))
    with qtbot.waitSignal(panel.set_wanted) as wanted:
        QTest.keyClick(panel.used, Qt.Key.Key_Return)
    assert wanted.args == [SetPlace(rows[1].session_id, rows[1].one.id)]
    place = panel.used.visualRect(panel.used.rows.index(2, 1)).center()
    with qtbot.waitSignal(panel.set_wanted) as wanted:
        QTest.mouseClick(panel.used.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [SetPlace(rows[2].session_id, rows[2].one.id)]


def test_days_stand_beside_sets_of_several_days(qtbot: QtBot, log: Log) -> None:
    what = why(log, RecordKind.SESSION_VOLUME)
    panel = shown(qtbot, log, what)
    assert panel.used.isColumnHidden(3)
    first, *others = what.used
    panel.show_why(
        replace(what, used=(replace(first, day=DAY + timedelta(days=7)), *others), left_out=())
    )
    assert not panel.used.isColumnHidden(3)
    assert panel.used.isColumnHidden(2)  # there is no room for both
    assert not panel.fold.isVisible()


def test_a_late_answer_to_an_earlier_question_is_dropped(qtbot: QtBot, log: Log) -> None:
    panel = WhyPanel(log.context)
    qtbot.addWidget(panel)
    panel.ask(lambda: why(log, RecordKind.HEAVIEST))
    panel.ask(lambda: why(log, RecordKind.E1RM))
    with qtbot.waitSignal(log.context.tasks.idle):
        pass
    assert panel.heading.text() == "Why 117 kg?"
    panel.ask(lambda: why(log, RecordKind.HEAVIEST))
    panel.clear()
    with qtbot.waitSignal(log.context.tasks.idle):
        pass
    assert not panel.isVisible()
