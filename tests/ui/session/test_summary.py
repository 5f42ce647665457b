"""The summary of a finished session: what it says, and what its buttons keep."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.session import ExerciseSet, WorkoutSession
from desktop.domain.summary import Before, ExerciseResult, Summary, Totals
from desktop.domain.weight import Unit, Weight
from desktop.services import Services
from desktop.ui.session.dock import SessionDock
from desktop.ui.session.summary import SummaryDialog
from desktop.ui.session.summary_parts import best_texts, compared_text, figures, sets_text
from desktop.ui.session.template_change import change_text
from tests.support import NOW, FakeClock, add_session
from tests.ui.session.conftest import Hands
from tests.ui.session.log import BENCH, CTRL, SQUAT, TODAY, bench_line, exercise, start, template

Key = Qt.Key


def lift(weight: float, reps: int) -> ExerciseSet:
    return ExerciseSet(new_id(), weight=Weight.of(weight, Unit.KG), reps=reps)


def result(done: int, planned: int | None, skipped: bool = False) -> ExerciseResult:
    return ExerciseResult(None, done, planned, None, None, skipped)


def summary_of(before: Totals | None) -> Summary:
    compared = Before(new_id(), TODAY - timedelta(days=7), before) if before else None
    return Summary(Totals(62, 12, 60, 6_180_000), {}, (), (), compared, "Push A")


def test_changes_since_the_last_time() -> None:
    summary = summary_of(Totals(60, 13, 60, 6_000_000))
    assert figures(summary, Unit.KG) == [
        ("Duration", "1 h 2 min", "+2 min"),
        ("Sets", "12", "\N{MINUS SIGN}1"),
        ("Reps", "60", "as last time"),
        ("Volume", "6,180 kg", "+3 %"),
    ]
    assert compared_text(summary, TODAY) == "Compared with Push A of 13 Nov"


def test_nothing_to_compare_with() -> None:
    assert {change for _, _, change in figures(summary_of(None), Unit.KG)} == {""}
    assert "nothing to compare" in compared_text(summary_of(None), TODAY)
    unknown = figures(summary_of(Totals(None, 12, 0, 0)), Unit.KG)
    assert [change for _, _, change in unknown] == ["", "as last time", "", ""]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (result(3, 4), "3 of 4 sets"),
        (result(1, None), "1 set"),
        (result(0, 3, skipped=True), "Skipped"),
        (result(2, 3, skipped=True), "2 of 3 sets"),
        (result(0, 3), "0 of 3 sets"),
    ],
)
def test_sets_done_of_those_planned(given: ExerciseResult, words: str) -> None:
    assert sets_text(given) == words


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (lift(97.5, 5), "up from 97.5 kg \u00d7 5"),
        (lift(100, 4), "up from 100 kg \u00d7 4"),
        (lift(102.5, 1), "down from 102.5 kg \u00d7 1"),
        (lift(100, 5), "as 100 kg \u00d7 5"),
        (None, "first time"),
    ],
)
def test_the_best_set_beside_the_last_one(before: ExerciseSet | None, words: str) -> None:
    given = ExerciseResult(None, 1, None, lift(100, 5), before)
    assert best_texts(given) == ("100 kg \u00d7 5", words)


def test_an_exercise_that_was_not_done_says_what_it_was() -> None:
    given = ExerciseResult(None, 0, 3, None, lift(100, 5))
    assert best_texts(given) == ("", "was 100 kg \u00d7 5")


# through the dock
def finish(dock: SessionDock, hands: Hands) -> SummaryDialog:
    dock.run("finish")
    hands.settle()
    dialog = dock.steps.summary
    assert dialog is not None
    dialog.activateWindow()
    return dialog


def words_of(dialog: SummaryDialog) -> set[str]:
    return {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}


@pytest.fixture
def summary(dock: SessionDock, hands: Hands, services: Services, clock: FakeClock) -> SummaryDialog:
    """Push A a week after the last one, heavier; one set of three left out."""
    made = template(dock.context, bench_line(dock.context))
    day = TODAY - timedelta(days=7)
    last = add_session(services, dock.context.user, day, [(BENCH, [(95, 5)] * 3)], "Push A")
    services.session.save(replace(last, template_id=made.id))
    clock.now = NOW - timedelta(minutes=62)
    dock.start(("template", made.id))
    hands.settle()
    clock.now = NOW
    hands.press(Key.Key_Return, CTRL)
    hands.press(Key.Key_Return, CTRL)
    return finish(dock, hands)


def stored(summary: SummaryDialog) -> WorkoutSession:
    services = summary.context.services
    (row,) = services.history.rows(summary.context.user.id, first=TODAY)
    return services.history.get(row.id)


def test_it_says_what_the_session_came_to(summary: SummaryDialog) -> None:
    said = words_of(summary)
    assert {"Push A", "Fri 20 Nov, 15:58 to 17:00", "1 h 2 min", "+2 min"} <= said
    assert {"Compared with Push A of 13 Nov", "2 of 3 sets", "up from 95 kg \u00d7 5"} <= said
    assert {"PR", f"Heaviest weight, {BENCH}", "100 kg", "before 95 kg"} <= said
    assert "1 set without a tick left out" in said
    assert summary.finish.hasFocus(), "Enter is enough to leave"


def test_it_becomes_a_template(
    summary: SummaryDialog, hands: Hands, services: Services, dock: SessionDock
) -> None:
    user = dock.context.user.id
    summary.save.click()
    assert hands.is_at(summary.naming.edit)
    hands.press(Key.Key_Escape)
    assert summary.isVisible(), "only the name was not wanted"
    assert not summary.naming.isVisible()
    summary.save.click()
    hands.enter("Heavy push")
    assert summary.isVisible()
    assert summary.message.text() == "Saved as template Heavy push"
    names = {row.name: row.id for row in services.templates.rows(user)}
    made = services.templates.get(names["Heavy push"])
    assert [line.target_sets for line in made.exercises] == [2]
    dock.context.undo_last()
    hands.settle()
    assert [row.name for row in services.templates.rows(user)] == ["Push A"]
    dock.context.redo_last()
    hands.settle()
    assert services.templates.get(made.id) == made


def test_its_template_is_brought_up_to_date(
    summary: SummaryDialog, hands: Hands, services: Services, dock: SessionDock
) -> None:
    template_id = stored(summary).template_id
    assert template_id is not None
    before = services.templates.get(template_id)
    assert summary.update_template.text() == "&Update Push A"
    assert summary.change.text() == "What differs from the template Push A: 1 target changed."
    summary.update_template.click()
    hands.settle()
    assert summary.message.text() == "Push A updated: 1 target changed"
    assert not summary.update_template.isVisible()
    after = services.templates.get(template_id)
    assert after.exercises[0].target_sets == 2
    assert dock.context.undo.undo_label == "update template Push A"
    dock.context.undo_last()
    hands.settle()
    assert services.templates.get(template_id) == before
    dock.context.redo_last()
    hands.settle()
    assert services.templates.get(template_id) == after


def test_nothing_is_offered_that_changes_nothing(
    dock: SessionDock, hands: Hands, services: Services
) -> None:
    start(dock, hands, bench_line(dock.context, 1))
    hands.press(Key.Key_Return, CTRL)
    assert not finish(dock, hands).update_template.isVisible()


def test_corrected_times_are_summed_up_again(
    summary: SummaryDialog, hands: Hands, dock: SessionDock
) -> None:
    before = stored(summary)
    summary.after.correct(datetime(2026, 11, 19, 18, 0), 45)  # noqa: DTZ001
    hands.settle()
    assert {"Thu 19 Nov, 18:00 to 18:45", "45 min", "\N{MINUS SIGN}15 min"} <= words_of(summary)
    assert dock.context.undo.undo_label == "correct times"
    dock.context.undo_last()
    hands.settle()
    assert stored(summary) == before


def test_it_is_opened_again(summary: SummaryDialog, hands: Hands, dock: SessionDock) -> None:
    assert dock.controller.session is None
    summary.reopen.click()
    hands.settle()
    assert dock.steps.summary is None
    assert [one.completed_at is not None for one in dock.controller.current().all_sets()] == [
        True,
        True,
        False,
    ]
    assert dock.context.undo.redo_label == "finish session"


def test_it_is_opened_again_with_its_corrected_start(
    summary: SummaryDialog, hands: Hands, dock: SessionDock
) -> None:
    summary.after.correct(datetime(2026, 11, 20, 15, 30), 90)  # noqa: DTZ001
    hands.settle()
    finished = stored(summary)
    summary.reopen.click()
    hands.settle()
    session = dock.controller.current()
    assert session.started_at == finished.started_at
    assert session.is_open
    assert len(list(session.all_sets())) == 3, "what was left out is there again"
    dock.context.undo_last()
    hands.settle()
    assert stored(summary) == finished


def test_enter_leaves_it(summary: SummaryDialog, qtbot: QtBot) -> None:
    QTest.keyClick(summary.finish, Key.Key_Return)
    assert not summary.isVisible()
    QApplication.processEvents()


def test_enter_presses_the_button_that_has_the_focus(summary: SummaryDialog, hands: Hands) -> None:
    summary.save.setFocus()
    hands.press(Key.Key_Return)
    assert summary.isVisible()
    assert hands.is_at(summary.naming.edit)
    summary.naming.cancel.setFocus()
    hands.press(Key.Key_Return)
    assert summary.message.isHidden(), "nothing was saved"
    assert hands.is_at(summary.finish)
    summary.update_template.setFocus()
    hands.press(Key.Key_Return)
    assert summary.message.text().startswith("Push A updated")
    buttons = (summary.save, summary.update_template, summary.times, summary.reopen, summary.finish)
    assert len({button.text().partition("&")[2][0] for button in buttons}) == len(buttons)


def test_what_a_template_would_take_over(dock: SessionDock, services: Services) -> None:
    context = dock.context
    made = template(context, bench_line(context))
    (bench,) = made.exercises
    squat = replace(bench, id=new_id(), exercise_id=exercise(context, SQUAT).id)
    both = replace(made, exercises=(bench, squat))
    assert change_text(made, made) == ""
    assert change_text(made, both) == "1 exercise added"
    assert change_text(both, made) == "1 exercise removed"
    assert change_text(both, replace(both, exercises=(squat, bench))) == "the order changed"
    joined = tuple(replace(line, superset_group=1) for line in both.exercises)
    assert change_text(both, replace(both, exercises=joined)) == "supersets changed"
    more = replace(bench, target_sets=5)
    assert change_text(made, replace(made, exercises=(more, squat))) == (
        "1 target changed, 1 exercise added"
    )
