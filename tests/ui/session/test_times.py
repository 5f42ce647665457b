"""Correcting times: the fields follow one another, what is impossible is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QDate, QTime
from pytestqt.qtbot import QtBot

from desktop.domain.session import WorkoutSession
from desktop.ui.context import Context
from desktop.ui.session.past import PastDialog
from desktop.ui.session.times import TimesDialog
from desktop.ui.session.when import WhenFields
from tests.support import NOW, add_session
from tests.ui.session.conftest import Hands
from tests.ui.session.log import BENCH, TODAY, bench_line, template

START = datetime(2026, 11, 20, 15, 30, 42)  # noqa: DTZ001
LATER = datetime(2026, 11, 20, 23, 0)  # noqa: DTZ001
Change = Callable[[WhenFields], None]


def fields(qtbot: QtBot, has_end: bool = True) -> WhenFields:
    made = WhenFields(START, 60, has_end)
    qtbot.addWidget(made)
    return made


def test_what_is_left_alone_stays_to_the_second(qtbot: QtBot) -> None:
    made = fields(qtbot)
    assert (made.local_start, made.length) == (START, 60)
    made.start.setTime(QTime(15, 0))
    made.start.setTime(QTime(15, 30))
    assert (made.local_start, made.length) == (START, 60)


def test_another_start_leaves_the_end(qtbot: QtBot) -> None:
    made = fields(qtbot)
    made.start.setTime(QTime(15, 0))
    assert made.end.time() == QTime(16, 30)
    assert (made.length, made.minutes.value()) == (90, 90)


def test_another_start_moves_an_end_that_cannot_be_typed(qtbot: QtBot) -> None:
    made = fields(qtbot, has_end=False)
    made.start.setTime(QTime(15, 0))
    assert (made.length, made.end.time()) == (60, QTime(16, 0))


def test_another_day_takes_the_end_along(qtbot: QtBot) -> None:
    made = fields(qtbot)
    made.day.setDate(QDate(2026, 11, 17))
    assert made.end_day.date() == QDate(2026, 11, 17)
    assert made.local_start == datetime(2026, 11, 17, 15, 30)  # noqa: DTZ001
    assert made.length == 60


def test_end_and_duration_follow_one_another(qtbot: QtBot) -> None:
    made = fields(qtbot)
    made.minutes.setValue(9 * 60)
    assert made.end_day.date() == QDate(2026, 11, 21), "past midnight"
    made.end.setTime(QTime(0, 15))
    assert made.minutes.value() == 8 * 60 + 45


def move(**spans: float) -> Change:
    def change(made: WhenFields) -> None:
        end = (START + timedelta(hours=1)).replace(second=0) + timedelta(**spans)
        made.end_day.setDate(QDate(end.year, end.month, end.day))
        made.end.setTime(QTime(end.hour, end.minute))

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (move(hours=0), ""),
        (move(hours=-2), "The end is before the start."),
        (move(days=2), "That is longer than a day."),
        (move(hours=12), "That end is still to come."),
        (lambda made: made.day.setDate(QDate(2026, 11, 21)), "That start is still to come."),
    ],
)
def test_what_is_impossible_is_said(qtbot: QtBot, change: Change, words: str) -> None:
    made = fields(qtbot)
    change(made)
    assert made.fault(LATER) == words


def running(context: Context) -> WorkoutSession:
    return context.services.session.start(context.user.id)


def test_a_session_that_runs_gets_another_start(context: Context, qtbot: QtBot) -> None:
    session = running(context)
    dialog = TimesDialog(context, session)
    qtbot.addWidget(dialog)
    told: list[tuple[object, object]] = []
    dialog.corrected.connect(lambda start, minutes: told.append((start, minutes)))
    assert not dialog.fields.minutes.isEnabled()
    dialog.fields.start.setTime(QTime(16, 20))
    dialog.save.click()
    assert told == [(datetime(2026, 11, 20, 16, 20), None)]  # noqa: DTZ001


def test_a_session_that_runs_can_be_said_to_be_over(context: Context, qtbot: QtBot) -> None:
    dialog = TimesDialog(context, running(context))
    qtbot.addWidget(dialog)
    told: list[tuple[object, object]] = []
    dialog.corrected.connect(lambda start, minutes: told.append((start, minutes)))
    dialog.is_over.setChecked(True)
    dialog.fields.start.setTime(QTime(16, 0))
    assert dialog.fields.minutes.value() == 60
    dialog.fields.minutes.setValue(45)
    dialog.save.click()
    assert told == [(datetime(2026, 11, 20, 16, 0), 45)]  # noqa: DTZ001


def test_the_impossible_is_not_saved(context: Context, qtbot: QtBot) -> None:
    session = add_session(context.services, context.user, TODAY, [(BENCH, [(90, 5)])])
    dialog = TimesDialog(context, session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.is_over.isVisible(), "it is over anyway"
    assert dialog.message.text() == "That start is still to come."
    assert not dialog.save.isEnabled()
    dialog.fields.day.setDate(QDate(2026, 11, 19))
    assert not dialog.message.isVisible()
    assert dialog.save.isEnabled()


def test_a_past_workout_is_one_of_yesterday_first(context: Context, qtbot: QtBot) -> None:
    made = template(context, bench_line(context))
    last = add_session(
        context.services, context.user, TODAY - timedelta(days=3), [(BENCH, [(9, 5)])]
    )
    dialog = PastDialog(context)
    qtbot.addWidget(dialog)
    Hands(qtbot, context).settle()
    offered = [dialog.source.itemText(n) for n in range(dialog.source.count())]
    assert [one for one in offered if one] == ["No exercises yet", "Push A", "As Workout of 17 Nov"]
    told: list[tuple[object, ...]] = []
    dialog.wanted.connect(lambda *wanted: told.append(wanted))
    for words in ("No exercises yet", "Push A", "As Workout of 17 Nov"):
        dialog.source.setCurrentText(words)
        dialog.accept()
    start = datetime(2026, 11, 19, 18, 0)  # noqa: DTZ001
    wanted = (None, ("template", made.id), ("repeat", last.id))
    assert told == [(request, start, 60) for request in wanted]


def test_a_past_workout_is_over_by_now(context: Context, qtbot: QtBot) -> None:
    dialog = PastDialog(context)
    qtbot.addWidget(dialog)
    dialog.fields.day.setDate(QDate(NOW.year, NOW.month, NOW.day))
    dialog.fields.start.setTime(QTime(16, 30))
    assert dialog.message.text() == "That end is still to come."
    assert not dialog.go.isEnabled()
    dialog.fields.minutes.setValue(30)
    assert dialog.go.isEnabled()
    Hands(qtbot, context).settle()
