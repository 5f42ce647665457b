"""The calculators: everything is reckoned while one types, and by keyboard alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.accounts import DEFAULT_RAMP, Effort, Formula, Preferences, WarmUpStep
from desktop.domain.weight import Unit, Weight
from desktop.ui.calculators.dialog import CalculatorsDialog
from desktop.ui.calculators.ramp import RampLine
from desktop.ui.calculators.rep_max_table import RepMaxLine
from desktop.ui.context import Context

Make = Callable[..., CalculatorsDialog]
KEY = Qt.Key


@pytest.fixture
def make(context: Context, qtbot: QtBot) -> Make:
    def made(*begin: object) -> CalculatorsDialog:
        dialog = CalculatorsDialog(context, None, *begin)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.waitUntil(lambda: dialog.gear.gym is not None)
        return dialog

    return made


def prefer(context: Context, **changes: object) -> Preferences:
    preferences = replace(context.preferences, **changes)  # type: ignore[arg-type]
    context.services.accounts.save_preferences(context.user.id, preferences)
    context.preferences = preferences
    return preferences


def settled(context: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not context.tasks.is_busy)


def stored_ramp(context: Context) -> tuple[WarmUpStep, ...]:
    return context.services.accounts.preferences(context.user.id).warm_up_ramp


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


# the window
def test_the_set_to_begin_with_is_in_every_page(make: Make) -> None:
    dialog = make("one_rep_max", Weight.of(225, Unit.LB), 5, 8.0)
    assert dialog.isModal() is False
    assert dialog.pages.currentWidget() is dialog.one_rep_max
    assert dialog.one_rep_max.weight.edit.hasFocus()
    assert [dialog.plates.weight.edit.text(), dialog.warm_up.weight.edit.text()] == ["225 lb"] * 2
    page = dialog.one_rep_max
    assert [page.weight.edit.text(), page.reps.edit.text(), page.effort.edit.text()] == [
        "225 lb",
        "5",
        "8",
    ]


def test_keys_turn_the_pages(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    for key, modifier, page in (
        (KEY.Key_Tab, Qt.KeyboardModifier.ControlModifier, dialog.one_rep_max),
        (KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier, dialog.warm_up),
        (KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier, dialog.plates),
        (KEY.Key_PageUp, Qt.KeyboardModifier.ControlModifier, dialog.warm_up),
    ):
        QTest.keyClick(dialog, key, modifier)
        assert dialog.pages.currentWidget() is page
        assert dialog.tabs.checkedId() == dialog.pages.currentIndex()
    QTest.keyClick(dialog, KEY.Key_O, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.one_rep_max)
    assert dialog.one_rep_max.weight.edit.hasFocus()


def test_arrow_keys_go_through_the_tabs(make: Make, qtbot: QtBot) -> None:
    dialog = make("one_rep_max")
    chosen = dialog.tabs.button(1)
    assert chosen is not None
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chosen, KEY.Key_Right)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.warm_up)
    assert dialog.tabs.button(2).hasFocus()


def test_enter_reckons_and_escape_closes(make: Make) -> None:
    dialog = make("plates", kg(100))
    QTest.keyClick(dialog.plates.weight.edit, KEY.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.plates.weight.edit, KEY.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("page", ["plates", "one_rep_max", "warm_up"])
def test_the_tab_key_reaches_every_control_which_has_a_name(make: Make, page: str) -> None:
    dialog = make(page, kg(100), 5)
    kinds = (QLineEdit, QComboBox, QAbstractButton)
    controls = [
        one
        for kind in kinds
        for one in dialog.findChildren(kind)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert all(one.accessibleName() or isinstance(one, QAbstractButton) for one in controls)
    reached: list[QWidget | None] = []
    for _ in range(3 * len(controls)):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(dialog, KEY.Key_Tab)
    assert dialog.tabs.checkedButton() in controls
    assert [one for one in controls if one not in reached] == []


def test_bars_and_plates_can_be_asked_for(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.settings_wanted):
        QTest.keyClick(dialog, KEY.Key_H, Qt.KeyboardModifier.AltModifier)


# plates
def test_plates_are_told_while_one_types(make: Make) -> None:
    page = make().plates
    assert page.words.text() == ""
    assert "Type a weight" in page.shortfall.text()
    QTest.keyClicks(page.weight.edit, "100")
    assert (page.words.text(), page.shortfall.text()) == ("Each side: 25 + 15 kg", "")
    assert page.drawing.accessibleDescription() == "Each side: 25, 15 kg"
    page.weight.edit.setText("98")
    assert page.shortfall.text() == "Closest below: 97.5 kg, 0.5 kg less"
    page.weight.edit.setText("225 lb")
    assert page.words.text() == "Each side: 25 + 15 kg"
    assert page.shortfall.text() == "Closest below: 220.46 lb, 4.54 lb less"
    page.weight.edit.setText("19,9")
    assert page.words.text() == "Lighter than the bar, which is 20 kg"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("9o", "'9o' is not a number. Type digits, like 102.5."),
        ("-5", "A weight is not below zero. Type 0 or more."),
        ("9000", "No bar holds 9,000 kg. Check the decimal point."),
    ],
)
def test_what_is_wrong_is_said_at_the_field(make: Make, text: str, fault: str) -> None:
    field = make().plates.weight
    field.edit.setText(text)
    assert field.message.text() == fault
    assert field.message.isVisible()
    assert field.edit.accessibleDescription() == fault
    field.edit.setText("90")
    assert not field.message.isVisible()
    assert field.edit.accessibleDescription() == ""


def test_another_bar_is_for_here_alone(make: Make, context: Context, qtbot: QtBot) -> None:
    dialog = make("plates", kg(60))
    dialog.gear.bars.setCurrentText("EZ bar, 10 kg")
    assert dialog.plates.words.text() == "Each side: 25 kg"
    dialog.gear.bars.setCurrentText("No bar")
    assert dialog.plates.words.text() == "Each side: 25 + 5 kg"
    dialog.plates.weight.edit.setText("0")
    assert dialog.plates.words.text() == "No plates"
    settled(context, qtbot)
    assert context.undo.undo_label == ""


def test_another_gym_is_kept_and_can_be_undone(make: Make, context: Context, qtbot: QtBot) -> None:
    dialog = make("plates", kg(220))
    assert dialog.plates.shortfall.text() == ""
    dialog.gear.gyms.setCurrentText("Home")
    assert dialog.plates.shortfall.text() == "Closest below: 177.5 kg, 42.5 kg less"
    settled(context, qtbot)
    accounts, user = context.services.accounts, context.user.id
    assert accounts.gear(user).current == "Home"
    assert context.undo.undo_label == "train at Home"
    context.undo_last()
    qtbot.waitUntil(lambda: dialog.gear.gyms.currentText() == "Gym")
    assert accounts.gear(user).current == "Gym"
    assert dialog.plates.shortfall.text() == ""


def test_the_chosen_bar_outlives_a_change_of_gear(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    dialog = make("plates", kg(60))
    dialog.gear.bars.setCurrentText("No bar")
    accounts, user = context.services.accounts, context.user.id
    gear = accounts.gear(user)
    more = replace(gear, gyms=(*gear.gyms, replace(gear.gym, name="Hotel")))
    context.do("add a gym", lambda: accounts.save_gear(user, more))
    qtbot.waitUntil(lambda: dialog.gear.gyms.count() == 3)
    assert dialog.gear.bars.currentText() == "No bar"


def test_another_unit_is_heard_of(make: Make, context: Context, qtbot: QtBot) -> None:
    dialog = make("plates", kg(100))
    wanted = replace(context.preferences, unit=Unit.LB)
    accounts, user = context.services.accounts, context.user.id
    context.do("change unit", lambda: accounts.save_preferences(user, wanted))
    qtbot.waitUntil(lambda: dialog.plates.words.text() == "Each side: 25 + 2.5 lb")
    assert dialog.gear.bars.currentText() == "Olympic bar, 45 lb"
    assert dialog.plates.weight.edit.placeholderText() == "in lb"


# one-rep max
def lines(dialog: CalculatorsDialog) -> dict[int, RepMaxLine]:
    return {line.reps: line for line in dialog.one_rep_max.table.rows.rows}


def test_a_set_tells_its_one_rep_max_and_how(make: Make) -> None:
    dialog = make("one_rep_max")
    page = dialog.one_rep_max
    assert not page.result.isVisible()
    assert lines(dialog)[5] == RepMaxLine(5, pytest.approx(0.8889, abs=1e-4))  # type: ignore[arg-type]
    QTest.keyClicks(page.weight.edit, "100")
    QTest.keyClicks(page.reps.edit, "5")
    assert page.result.text() == "112.5 kg"
    assert page.working.text() == "Brzycki: 100 × 36 ÷ (37 − 5) = 112.5 kg"
    assert [lines(dialog)[n].weight for n in (1, 5, 12)] == ["112.5 kg", "100 kg", "80.4 kg"]
    assert [lines(dialog)[n].loadable for n in (1, 5, 12)] == ["112.5 kg", "100 kg", "80 kg"]
    assert page.table.table.selected_rows() == [lines(dialog)[5]]
    QTest.keyClicks(page.effort.edit, "8")
    assert page.working.text() == (
        "5 reps and 2 in reserve count as 7. Brzycki: 100 × 36 ÷ (37 − 7) = 120 kg"
    )


def test_the_formula_is_the_profiles_until_another_is_chosen(make: Make, context: Context) -> None:
    prefer(context, formula=Formula.OCONNER)
    page = make("one_rep_max", kg(100), 5).one_rep_max
    assert page.formula.currentText() == "O’Conner"
    assert page.result.text() == "112.5 kg"
    page.formula.setCurrentText("Epley")
    assert page.result.text() == "116.7 kg"
    assert page.working.text().startswith("Epley: 100 × (1 + 5 ÷ 30)")
    assert context.preferences.formula is Formula.OCONNER


@pytest.mark.parametrize(
    ("weight", "reps", "words"),
    [
        ("100", "1", "One rep is its own maximum."),
        ("100", "13", "Above 12 reps, those in reserve counted, no formula says much."),
        ("0", "5", "Type a weight and its reps to see what they say of one rep."),
        ("", "5", "Type a weight and its reps to see what they say of one rep."),
    ],
)
def test_what_can_and_cannot_be_said(make: Make, weight: str, reps: str, words: str) -> None:
    page = make("one_rep_max").one_rep_max
    page.weight.edit.setText(weight)
    page.reps.edit.setText(reps)
    assert page.working.text() == words
    assert page.result.isVisible() == (reps == "1")


def test_a_wrong_rpe_is_not_left_out_silently(make: Make) -> None:
    page = make("one_rep_max", kg(100), 5).one_rep_max
    page.effort.edit.setText("11")
    assert page.effort.message.text() == "'11' is no RPE. Type 1 to 10, in halves."
    assert not page.result.isVisible()
    page.reps.edit.setText("0")
    assert page.reps.message.text() == "A set has one rep or more."


def test_reps_in_reserve_for_who_notes_those(make: Make, context: Context) -> None:
    prefer(context, effort=Effort.RIR)
    page = make("one_rep_max", kg(100), 5, 8.0).one_rep_max
    assert page.effort.edit.accessibleName() == "RIR"
    assert page.effort.edit.text() == "2"
    assert page.result.text() == "120 kg"


def test_pounds_are_shown_in_pounds(make: Make, context: Context) -> None:
    prefer(context, unit=Unit.LB)
    dialog = make("one_rep_max", Weight.of(225, Unit.LB), 5)
    assert dialog.one_rep_max.result.text() == "253.1 lb"
    assert lines(dialog)[1].loadable == "255 lb"
    assert lines(dialog)[5].weight == lines(dialog)[5].loadable == "225 lb"


def test_without_a_bar_loadable_are_steps_of_plates(make: Make) -> None:
    dialog = make("one_rep_max", kg(10), 5)
    assert lines(dialog)[5].loadable == "20 kg"
    dialog.gear.bars.setCurrentText("No bar")
    assert lines(dialog)[5].loadable == "10 kg"
    assert "in steps" in dialog.one_rep_max.footnote.text()


# warm-up
def shown(dialog: CalculatorsDialog) -> list[tuple[str, str]]:
    return [
        (line.what.text(), line.plates.text()) for line in dialog.warm_up.lines if line.isVisible()
    ]


def test_the_sets_that_lead_up(make: Make) -> None:
    dialog = make("warm_up")
    assert dialog.warm_up.words.text().startswith("Type the weight")
    QTest.keyClicks(dialog.warm_up.weight.edit, "100")
    assert shown(dialog) == [
        ("20 kg × 10", "The empty bar"),
        ("40 kg × 5", "10 kg"),
        ("60 kg × 3", "20 kg"),
        ("80 kg × 2", "25 + 5 kg"),
    ]
    dialog.warm_up.weight.edit.setText("20")
    assert shown(dialog) == []
    assert dialog.warm_up.words.text() == "Light enough to begin with: no warm-up sets."
    dialog.warm_up.weight.edit.setText("30")
    dialog.gear.bars.setCurrentText("No bar")
    assert [what for what, _ in shown(dialog)] == ["12.5 kg × 5", "17.5 kg × 3", "25 kg × 2"]
    assert dialog.warm_up.lines[0].drawing.isHidden()


def test_a_step_counts_while_it_is_typed_and_is_kept_when_left(
    make: Make, context: Context, qtbot: QtBot
) -> None:
    dialog = make("warm_up", kg(100))
    line = dialog.warm_up.ramp.lines[1]
    line.percent.setFocus()
    line.percent.selectAll()
    QTest.keyClicks(line.percent, "50")
    assert shown(dialog)[1] == ("50 kg × 5", "15 kg")
    assert stored_ramp(context) == DEFAULT_RAMP
    QTest.keyClick(line.percent, KEY.Key_Tab)
    settled(context, qtbot)
    assert stored_ramp(context)[1] == WarmUpStep(50, 5)
    assert context.preferences.warm_up_ramp == stored_ramp(context)
    assert dialog.warm_up.ramp.lines[1] is line
    assert line.reps.hasFocus()


def test_steps_come_and_go_and_can_be_undone(make: Make, context: Context, qtbot: QtBot) -> None:
    dialog = make("warm_up", kg(100))
    ramp = dialog.warm_up.ramp
    ramp.add.click()
    assert ramp.lines[4].percent.hasFocus()
    settled(context, qtbot)
    assert stored_ramp(context) == (*DEFAULT_RAMP, WarmUpStep(90, 1))
    ramp.lines[0].remove.click()
    settled(context, qtbot)
    assert stored_ramp(context) == (*DEFAULT_RAMP[1:], WarmUpStep(90, 1))
    assert context.undo.undo_label == "change the warm-up"
    for before in ((*DEFAULT_RAMP, WarmUpStep(90, 1)), DEFAULT_RAMP):
        context.undo_last()
        settled(context, qtbot)
        assert stored_ramp(context) == ramp.ramp == before
    assert len(shown(dialog)) == 4


def test_no_steps_at_all(make: Make, context: Context, qtbot: QtBot) -> None:
    dialog = make("warm_up", kg(100))
    ramp = dialog.warm_up.ramp
    for _ in range(4):
        ramp.lines[-1].remove.click()
    settled(context, qtbot)
    assert stored_ramp(context) == ()
    assert ramp.add.hasFocus()
    assert shown(dialog) == []
    ramp.add.click()
    settled(context, qtbot)
    assert stored_ramp(context) == (WarmUpStep(0, 10),)
    ramp.reset.click()
    settled(context, qtbot)
    assert stored_ramp(context) == DEFAULT_RAMP


def test_the_tab_key_goes_down_the_steps(make: Make, context: Context, qtbot: QtBot) -> None:
    page = make("warm_up", kg(100)).warm_up
    page.ramp.lines[0].remove.click()
    page.ramp.reset.click()  # other lines than at first
    page.ramp.add.click()
    settled(context, qtbot)
    expected: list[QWidget] = [page.weight.edit]
    for line in page.ramp.lines:
        expected += [line.percent, line.reps, line.remove]
    expected += [page.ramp.add, page.ramp.reset]
    page.weight.edit.setFocus()
    for one in expected:
        assert QApplication.focusWidget() is one
        QTest.keyClick(one, KEY.Key_Tab)


def test_there_is_room_for_eight_steps(make: Make, qtbot: QtBot) -> None:
    dialog = make("warm_up", kg(200))
    ramp = dialog.warm_up.ramp
    for _ in range(4):
        ramp.add.click()
    assert len(ramp.lines) == 8
    assert not ramp.add.isEnabled()
    qtbot.waitUntil(lambda: {line.height() for line in ramp.lines} == {32})
    assert dialog.height() < 720


def test_steps_stand_in_order(make: Make, context: Context, qtbot: QtBot) -> None:
    ramp = make("warm_up", kg(100)).warm_up.ramp
    line = ramp.lines[3]
    line.percent.setFocus()
    line.percent.setText("30")
    QTest.keyClick(line.percent, KEY.Key_Return)
    settled(context, qtbot)
    assert [one.percent.text() for one in ramp.lines] == ["0", "30", "40", "60"]
    assert ramp.lines[1] is line
    assert line.percent.hasFocus()
    assert line.percent.accessibleName() == "Step 2, percent of the working weight"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda line: line.percent.setText("120"), "A warm-up is lighter than 120%. Type 0 to 99."),
        (lambda line: line.percent.setText("x"), "'x' is not a number. Type digits, like 102.5."),
        (lambda line: line.percent.setText(""), "Type 0 to 99."),
        (lambda line: line.reps.setText("0"), "A set has one rep or more."),
        (lambda line: line.reps.setText(""), "Type the reps of this step."),
    ],
)
def test_a_wrong_step_is_not_kept(
    make: Make, context: Context, change: Callable[[RampLine], object], fault: str
) -> None:
    dialog = make("warm_up", kg(100))
    ramp = dialog.warm_up.ramp
    change(ramp.lines[1])
    assert ramp.about.text() == f"Step 2: {fault}"
    assert fault in (
        ramp.lines[1].percent.accessibleDescription(),
        ramp.lines[1].reps.accessibleDescription(),
    )
    assert [what for what, _ in shown(dialog)] == ["20 kg × 10", "60 kg × 3", "80 kg × 2"]
    QTest.keyClick(ramp.lines[1].percent, KEY.Key_Return)
    assert not context.tasks.is_busy
    assert stored_ramp(context) == DEFAULT_RAMP


def test_letters_lead_to_the_fields(make: Make, qtbot: QtBot) -> None:
    dialog = make("one_rep_max")
    qtbot.waitUntil(dialog.isActiveWindow)
    page = dialog.one_rep_max
    for letter, field in ((KEY.Key_R, page.reps), (KEY.Key_W, page.weight)):
        QTest.keyClick(dialog, letter, Qt.KeyboardModifier.AltModifier)
        assert dialog.focusWidget() is field.edit
