"""The bar that counts a rest down: what it says, how it ends, and that it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain import session_edits as edits
from desktop.domain.ids import new_id
from desktop.domain.rest import Rest
from desktop.ui.context import Context
from desktop.ui.session.countdown import RestCountdown
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.rest import RestBar
from tests.support import FakeClock
from tests.ui.session.conftest import Hands
from tests.ui.session.log import CTRL, SQUAT, bench_line, exercise, is_rest_settled, start


class Monotonic:
    """Seconds since some start, as the computer counts them."""

    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


Make = Callable[[], RestBar]


@pytest.fixture
def seconds() -> Monotonic:
    return Monotonic()


@pytest.fixture
def make(context: Context, qtbot: QtBot, seconds: Monotonic) -> Make:
    def made() -> RestBar:
        bar = RestBar(context, RestCountdown(seconds))
        qtbot.addWidget(bar)
        return bar

    return made


def kept(context: Context, qtbot: QtBot) -> Rest | None:
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    return context.services.session.rest(context.user.id)


def test_the_rest_is_kept_with_every_change(
    make: Make, context: Context, qtbot: QtBot, clock: FakeClock
) -> None:
    bar = make()
    assert kept(context, qtbot) is None
    bar.start(90, "100 \u00d7 5")
    assert kept(context, qtbot) == Rest(clock() + timedelta(seconds=90), 90, "100 \u00d7 5")
    bar.longer.click()
    assert kept(context, qtbot) == Rest(clock() + timedelta(seconds=105), 105, "100 \u00d7 5")
    bar.skip.click()
    assert kept(context, qtbot) is None


def test_another_start_of_the_program_goes_on_with_it(
    make: Make, context: Context, qtbot: QtBot, clock: FakeClock
) -> None:
    make().start(90, "100 \u00d7 5")
    kept(context, qtbot)
    clock.now += timedelta(seconds=30)
    again = make()
    again.resume_kept()
    qtbot.waitUntil(lambda: again.countdown.is_on)
    assert again.time.text() == "1:00"
    assert again.following.text() == "Next: 100 \u00d7 5"
    assert again.countdown.total == 90


def test_a_rest_that_ended_meanwhile_is_over_without_a_sound(
    make: Make, context: Context, qtbot: QtBot, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(True))
    make().start(90, "")
    kept(context, qtbot)
    clock.now += timedelta(minutes=5)
    again = make()
    again.resume_kept()
    qtbot.waitUntil(lambda: again.countdown.is_on)
    assert again.words.text() == "Rest is over"
    assert beeps == []


def test_a_rest_of_yesterday_is_forgotten(
    make: Make, context: Context, qtbot: QtBot, clock: FakeClock
) -> None:
    make().start(90, "")
    kept(context, qtbot)
    clock.now += timedelta(hours=20)
    again = make()
    again.resume_kept()
    qtbot.waitUntil(lambda: kept(context, qtbot) is None)
    assert not again.isVisible()


def test_the_title_counts_and_says_the_end(make: Make, seconds: Monotonic) -> None:
    bar, titles = make(), list[str]()
    bar.title_changed.connect(titles.append)
    bar.start(90, "")
    seconds.now += 1
    bar.refresh()
    bar.refresh()
    seconds.now += 100
    bar.refresh()
    bar.skip.click()
    assert titles == ["1:30", "1:29", "Rest is over", ""]


def test_nothing_ticks_on_after_the_end_until_there_is_more_rest(
    make: Make, seconds: Monotonic
) -> None:
    bar = make()
    (clock,) = bar.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    bar.start(60, "")
    assert clock.isActive()
    seconds.now += 61
    bar.refresh()
    assert not clock.isActive()
    bar.longer.click()
    assert (clock.isActive(), bar.time.text()) == (True, "0:15")
    bar.skip.click()
    assert not clock.isActive()


@pytest.mark.parametrize("has_sound", [True, False])
@pytest.mark.parametrize("has_notice", [True, False])
def test_the_end_is_told_as_wished(
    make: Make,
    context: Context,
    seconds: Monotonic,
    monkeypatch: pytest.MonkeyPatch,
    has_sound: bool,
    has_notice: bool,
) -> None:
    context.preferences = replace(context.preferences, rest_sound=has_sound, rest_notice=has_notice)
    bar, told = make(), list[str]()
    monkeypatch.setattr(QApplication, "beep", lambda: told.append("beep"))
    monkeypatch.setattr(bar.notices, "show", lambda title, words: told.append(f"{title}: {words}"))
    bar.start(60, "100 \u00d7 5")
    seconds.now += 61
    for _ in range(3):
        bar.refresh()
    beep = ["beep"] if has_sound else []
    assert told == beep + (["Rest is over: Next: 100 \u00d7 5"] if has_notice else [])
    assert bar.property("role") == "over"


def test_the_buttons_stay_in_their_place_when_the_rest_ends(
    make: Make, seconds: Monotonic, qtbot: QtBot
) -> None:
    bar = make()
    bar.resize(400, 60)
    with qtbot.waitExposed(bar):
        bar.start(60, "")
    before = [one.geometry() for one in (bar.shorter, bar.longer, bar.skip)]
    seconds.now += 61
    bar.refresh()
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    assert bar.skip.text() == "Close"
    assert bar.skip.accessibleName() == "Close the rest"
    assert [one.geometry() for one in (bar.shorter, bar.longer, bar.skip)] == before


def test_a_long_name_is_shortened_and_the_numbers_stay(make: Make) -> None:
    bar = make()
    bar.start(90, "102.5 \u00d7 5", "Bent-Over Row (Barbell), slow and to the chest")
    bar.following.resize(160, 20)
    shown = bar.following.shown_text()
    assert shown.startswith("Next: B")
    assert shown.endswith("\u2026 102.5 \u00d7 5")
    bar.following.resize(40, 20)
    assert bar.following.shown_text().endswith("\u2026")
    bar.following.resize(900, 20)
    assert bar.following.shown_text() == bar.following.text()


def test_the_rest_ends_with_the_tick_that_began_it(
    dock: SessionDock, hands: Hands, qtbot: QtBot
) -> None:
    rows = start(dock, hands, bench_line(dock.context))
    hands.press(Qt.Key.Key_Return, CTRL)
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: is_rest_settled(dock))
    assert dock.rest.isVisible()
    rows[0].tick.click()
    hands.settle()
    assert dock.rest.isVisible(), "the newest tick began it"
    dock.context.undo_last()
    hands.settle()
    assert dock.rest.isVisible()
    dock.context.undo_last()
    hands.settle()
    assert not dock.rest.isVisible()


def test_what_comes_next_is_what_is_not_skipped(
    dock: SessionDock, hands: Hands, qtbot: QtBot
) -> None:
    one = bench_line(dock.context, 1)
    squat, dip = (
        replace(one, id=new_id(), exercise_id=exercise(dock.context, name).id)
        for name in (SQUAT, "Dip")
    )
    start(dock, hands, one, squat, dip)
    hands.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: is_rest_settled(dock))
    assert dock.rest.following.text().startswith(f"Next: {SQUAT}")
    key = dock.controller.current().exercises[1].id
    dock.controller.edit("skip", lambda now: edits.skip_exercise(now, key))
    hands.settle()
    assert dock.rest.following.text().startswith("Next: Dip")
