"""The ramp of warm-up sets."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.accounts import DEFAULT_RAMP, WarmUpStep
from desktop.domain.errors import InvalidInputError
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.warm_up import WarmUpSection, example_text, percent_text, read_percent
from tests.ui.settings.conftest import Settle, type_over


@pytest.fixture
def ramp(dialog: SettingsDialog) -> WarmUpSection:
    dialog.go(2)
    return dialog.warm_up


def texts(section: WarmUpSection) -> list[tuple[str, str]]:
    return [
        (line.editors[0].text(), line.editors[1].text())  # type: ignore[attr-defined]
        for line in section.lines.lines
    ]


def kept(context: Context) -> tuple[WarmUpStep, ...]:
    return context.services.accounts.preferences(context.user.id).warm_up_ramp


@given(st.decimals(0, 100, places=2))
def test_a_share_is_read_as_it_is_written(percent: float) -> None:
    assert read_percent(percent_text(float(percent))) == float(percent)


@given(st.text(max_size=8))
def test_a_share_is_read_or_refused(text: str) -> None:
    with suppress(InvalidInputError):
        assert 0 <= read_percent(text) <= 100


def test_the_example_says_what_the_steps_are() -> None:
    times = "\N{MULTIPLICATION SIGN}"
    assert example_text(DEFAULT_RAMP, 100, Unit.KG) == (
        f"For 100 kg: bar {times} 10, 40 {times} 5, 60 {times} 3, 80 {times} 2"
    )
    step = WarmUpStep(55, 1)
    assert example_text((step,), 225, Unit.LB) == f"For 225 lb: 123.8 {times} 1"
    assert "no warm-up" in example_text((), 100, Unit.KG)


def test_a_step_is_changed_by_keys_and_the_example_follows(
    ramp: WarmUpSection, context: Context, settle: Settle
) -> None:
    assert texts(ramp)[:2] == [("empty bar", "10"), ("40 %", "5")]
    type_over(ramp.lines.lines[1].editors[0], "45")
    assert ramp.lines.lines[1].editors[1].hasFocus()
    assert "45 \N{MULTIPLICATION SIGN} 5" in ramp.example.text()
    type_over(ramp.lines.lines[1].editors[1], "6", Qt.Key.Key_Return)
    assert ramp.lines.lines[2].editors[1].hasFocus()
    settle()
    assert context.preferences.warm_up_ramp[1] == WarmUpStep(45, 6)
    assert context.undo.undo_label == "change the warm-up"
    context.undo_last()
    context.undo_last()
    settle()
    assert context.preferences.warm_up_ramp == DEFAULT_RAMP
    assert texts(ramp)[1] == ("40 %", "5")


def test_a_step_that_grows_heavier_moves_down_with_the_focus(
    ramp: WarmUpSection, context: Context, settle: Settle
) -> None:
    type_over(ramp.lines.lines[1].editors[0], "70 %")
    assert texts(ramp) == [("empty bar", "10"), ("60 %", "3"), ("70 %", "5"), ("80 %", "2")]
    assert ramp.lines.lines[2].editors[1].hasFocus()
    type_over(ramp.lines.lines[2].editors[0], "bar", Qt.Key.Key_Return)
    assert [text for text, _ in texts(ramp)] == ["empty bar", "empty bar", "60 %", "80 %"]
    assert ramp.lines.lines[1].editors[0].hasFocus()
    settle()
    assert [one.percent for one in context.preferences.warm_up_ramp] == [0, 0, 60, 80]


@pytest.mark.parametrize(
    ("number", "text"), [(0, "101"), (0, "-5"), (0, "half"), (0, " "), (1, "0"), (1, "2.5")]
)
def test_a_wrong_value_is_said_and_not_kept(
    ramp: WarmUpSection, context: Context, settle: Settle, number: int, text: str
) -> None:
    line = ramp.lines.lines[1]
    field = line.editors[number]
    type_over(field, text)
    settle()
    assert line.fault.isVisible()
    assert line.fault.text()
    assert field.accessibleDescription() == line.fault.text()
    assert context.preferences.warm_up_ramp == DEFAULT_RAMP
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not line.fault.isVisible()
    assert texts(ramp)[1] == ("40 %", "5")
    assert ramp.isVisible()


def test_steps_are_added_removed_and_set_back(
    ramp: WarmUpSection, context: Context, settle: Settle
) -> None:
    assert not ramp.reset.isEnabled()
    ramp.lines.add.click()
    assert ramp.lines.lines[4].editors[0].hasFocus()
    settle()
    assert kept(context) == (*DEFAULT_RAMP, WarmUpStep(90, 1))
    for _ in range(5):
        remove = ramp.lines.lines[0].remove
        remove.setFocus()
        QTest.keyClick(remove, Qt.Key.Key_Space)
    assert ramp.lines.add.hasFocus()
    settle()
    assert kept(context) == ()
    ramp.lines.add.click()
    settle()
    assert kept(context) == (WarmUpStep(40, 1),)
    ramp.reset.click()
    settle()
    assert kept(context) == DEFAULT_RAMP
    assert context.undo.undo_label == "set the warm-up back to the usual"


def test_the_keys_walk_through_the_steps(ramp: WarmUpSection) -> None:
    ramp.lines.add.click()
    first = ramp.lines.lines[0].editors[0]
    first.setFocus()
    stops = [stop for line in ramp.lines.lines for stop in line.stops]
    for expected in (*stops[1:], ramp.lines.add):
        QTest.keyClick(ramp.window().focusWidget(), Qt.Key.Key_Tab)
        assert expected.hasFocus()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert ramp.lines.lines[1].editors[0].hasFocus()
    QTest.keyClick(ramp.lines.lines[1].editors[0], Qt.Key.Key_Up)
    assert first.hasFocus()


def test_the_example_is_in_the_unit_that_is_used(
    dialog: SettingsDialog, context: Context, settle: Settle
) -> None:
    accounts, user_id = context.services.accounts, context.user.id
    wanted = replace(context.preferences, unit=Unit.LB)
    context.do("change", lambda: accounts.save_preferences(user_id, wanted))
    settle()
    assert dialog.warm_up.example.text().startswith("For 225 lb: bar")
