"""Gyms with their bars and plates."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.errors import InvalidInputError
from desktop.domain.gear import Bar, Gear, Plates, default_gear
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.settings import gear_edits
from desktop.ui.settings.dialog import SettingsDialog
from desktop.ui.settings.gear import GearSection
from desktop.ui.settings.lines import Lines
from tests.ui.settings.conftest import Settle, type_over


@pytest.fixture
def gear(dialog: SettingsDialog) -> GearSection:
    dialog.go(3)
    return dialog.gear


def stored(context: Context) -> Gear:
    return context.services.accounts.gear(context.user.id)


def texts(lines: Lines) -> list[tuple[str, str]]:
    return [
        (line.editors[0].text(), line.editors[1].text())  # type: ignore[attr-defined]
        for line in lines.lines
    ]


@given(st.none() | st.integers(0, 99))
def test_pairs_are_read_as_they_are_written(pairs: int | None) -> None:
    assert gear_edits.read_pairs(gear_edits.pairs_text(pairs)) == pairs


@given(st.text(max_size=6))
def test_pairs_are_read_or_refused(text: str) -> None:
    with suppress(InvalidInputError):
        pairs = gear_edits.read_pairs(text)
        assert pairs is None or 0 <= pairs <= 99


@pytest.mark.parametrize("unit", Unit)
def test_new_plates_are_always_others(unit: Unit) -> None:
    gym = default_gear(unit).gym
    for _ in range(20):
        gym, place = gear_edits.with_new_plates(gym, unit)
        weights = [one.weight.grams for one in gym.plates]
        assert weights == sorted(set(weights), reverse=True)
        assert gym.plates[place].pairs is None


def test_it_shows_where_one_trains(gear: GearSection) -> None:
    assert gear.gym.currentText() == "Gym (you train here)"
    assert texts(gear.bars.lines)[0] == ("Olympic bar", "20 kg")
    assert texts(gear.plates.lines)[-1] == ("1.25 kg", "enough")
    assert not gear.here.isEnabled()


def test_a_bar_is_changed_by_keys_and_taken_back(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    line = gear.bars.lines.lines[1]
    type_over(line.editors[0], "Trap bar")
    assert line.editors[1].hasFocus()
    type_over(line.editors[1], "55 lb", Qt.Key.Key_Return)
    settle()
    assert stored(context).gym.bars[1] == Bar("Trap bar", Weight.of(55, Unit.LB))
    assert texts(gear.bars.lines)[1] == ("Trap bar", "55 lb")
    assert context.undo.undo_label == "change Trap bar"
    context.undo_last()
    context.undo_last()
    settle()
    assert stored(context) == default_gear(Unit.KG)
    assert texts(gear.bars.lines)[1] == ("Women\N{RIGHT SINGLE QUOTATION MARK}s bar", "15 kg")


def test_bars_are_added_moved_and_removed_down_to_one(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    lines = gear.bars.lines
    lines.add.click()
    assert lines.lines[3].editors[0].hasFocus()
    QTest.keyClicks(lines.lines[3].editors[0], "Axle")
    QTest.keyClick(lines.lines[3].editors[0], Qt.Key.Key_Tab)
    type_over(lines.lines[3].editors[1], "12,5")
    settle()
    assert stored(context).gym.bars[3] == Bar("Axle", Weight.of("12.5", Unit.KG))
    lift = lines.lines[3].lift
    assert lift is not None
    lift.click()
    settle()
    assert [bar.name for bar in stored(context).gym.bars][2:] == ["Axle", "EZ bar"]
    first = lines.lines[0].lift
    assert first is not None
    assert not first.isEnabled()
    for _ in range(3):
        lines.lines[0].remove.click()
    settle()
    assert [bar.name for bar in stored(context).gym.bars] == ["EZ bar"]
    assert not lines.lines[0].remove.isEnabled()


def test_plates_are_changed_and_stay_in_order(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    lines = gear.plates.lines
    type_over(lines.lines[1].editors[1], "3")
    settle()
    assert stored(context).gym.plates[1] == Plates(Weight.of(20, Unit.KG), 3)
    type_over(lines.lines[1].editors[0], "1")
    assert lines.lines[6].editors[1].hasFocus()  # it went below 1.25 kg, and the focus with it
    assert texts(lines)[5:] == [("1.25 kg", "enough"), ("1 kg", "3")]
    type_over(lines.lines[6].editors[1], "enough")
    settle()
    assert stored(context).gym.plates[-1] == Plates(Weight.of(1, Unit.KG))
    lines.add.click()
    assert lines.lines[1].editors[0].hasFocus()
    settle()
    assert texts(lines)[1] == ("20 kg", "enough")
    lines.lines[0].remove.click()
    settle()
    assert texts(lines)[0] == ("20 kg", "enough")
    assert context.undo.undo_label == "remove the plates of 25 kg"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "heavy"), (0, "0"), (0, "-5"), (0, "25"), (0, ""), (1, "2.5"), (1, "many"), (1, "-1")],
)
def test_wrong_plates_are_said_and_not_kept(
    gear: GearSection, context: Context, settle: Settle, number: int, text: str
) -> None:
    line = gear.plates.lines.lines[1]
    field = line.editors[number]
    type_over(field, text or " ")
    settle()
    assert line.fault.isVisible()
    assert line.fault.text()
    assert stored(context) == default_gear(Unit.KG)
    type_over(field, "4")
    settle()
    assert not line.fault.isVisible()
    assert stored(context) != default_gear(Unit.KG)


def test_a_name_is_needed_and_only_there_once(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    said = gear.gym_name.parent().fault  # type: ignore[union-attr]
    for text in (" ", "HOME"):
        type_over(gear.gym_name, text)
        assert said.isVisible()
    type_over(gear.bars.lines.lines[0].editors[0], " ")
    assert gear.bars.lines.lines[0].fault.isVisible()
    settle()
    assert stored(context) == default_gear(Unit.KG)
    type_over(gear.gym_name, "Basement")
    settle()
    assert not said.isVisible()
    assert stored(context).current == "Basement"
    assert gear.gym.currentText() == "Basement (you train here)"


def test_a_gym_is_added_named_and_chosen(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    gear.add.click()
    assert gear.gym_name.hasFocus()
    QTest.keyClicks(gear.gym_name, "Garage")
    QTest.keyClick(gear.gym_name, Qt.Key.Key_Return)
    settle()
    assert [gym.name for gym in stored(context).gyms] == ["Gym", "Home", "Garage"]
    assert stored(context).current == "Gym"
    gear.here.click()
    settle()
    assert stored(context).current == "Garage"
    assert context.undo.undo_label == "train at Garage"
    assert gear.gym.currentText() == "Garage (you train here)"
    context.undo_last()
    settle()
    assert stored(context).current == "Gym"
    assert gear.here.isEnabled()


def test_gyms_are_removed_down_to_one(gear: GearSection, context: Context, settle: Settle) -> None:
    gear.remove.click()
    settle()
    assert stored(context).current == "Home"
    assert gear.gym.hasFocus()
    assert not gear.remove.isEnabled()
    assert [pairs for _, pairs in texts(gear.plates.lines)] == ["1"] * 7
    context.undo_last()
    settle()
    assert stored(context) == default_gear(Unit.KG)
    assert gear.gym.currentText() == "Gym (you train here)"
    assert [pairs for _, pairs in texts(gear.plates.lines)] == ["enough"] * 7


def test_another_gym_is_shown_without_training_there(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    type_over(gear.bars.lines.lines[0].editors[1], "nonsense")
    gear.gym.setCurrentIndex(1)
    assert texts(gear.bars.lines) == [("Olympic bar", "20 kg")]
    assert not gear.bars.lines.lines[0].fault.isVisible()
    type_over(gear.bars.lines.lines[0].editors[1], "15")
    settle()
    assert stored(context).current == "Gym"
    assert stored(context).gyms[1].bars == (Bar("Olympic bar", Weight.of(15, Unit.KG)),)


def test_changes_from_elsewhere_are_shown_and_the_focus_stays(
    gear: GearSection, context: Context, settle: Settle
) -> None:
    accounts, user_id = context.services.accounts, context.user.id
    field = gear.plates.lines.lines[2].editors[0]
    field.setFocus()
    wanted = stored(context).at("Home")
    context.do("train at Home", lambda: accounts.save_gear(user_id, wanted))
    settle()
    assert gear.here.isEnabled()
    assert field.hasFocus()


def test_plain_numbers_are_in_the_unit_that_is_used(
    dialog: SettingsDialog, gear: GearSection, context: Context, settle: Settle
) -> None:
    type_over(gear.bars.lines.lines[0].editors[1], "25")  # now it is the profile's own gear
    dialog.training.unit.setCurrentText("Pounds (lb)")
    settle()
    assert texts(gear.bars.lines)[0] == ("Olympic bar", "25 kg")
    type_over(gear.bars.lines.lines[0].editors[1], "45")
    settle()
    assert stored(context).gym.bars[0].weight == Weight.of(45, Unit.LB)
