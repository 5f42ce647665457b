"""The small bar under a set: the gym's plates for one weight, drawn and in words."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.gear import Gear
from desktop.domain.weight import Unit, Weight
from desktop.ui.context import Context
from desktop.ui.widgets.plate_panel import PlatePanel


def kg(amount: float) -> Weight:
    return Weight.of(amount, Unit.KG)


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> PlatePanel:
    made = PlatePanel(context)
    qtbot.addWidget(made)
    made.show_weight(kg(100))
    qtbot.waitUntil(lambda: bool(made.words.text()))
    return made


def save_gear(context: Context, gear: Gear) -> None:
    accounts, user = context.services.accounts, context.user.id
    context.do("change gear", lambda: accounts.save_gear(user, gear))


def test_a_weight_is_drawn_and_told(panel: PlatePanel) -> None:
    assert panel.words.text() == "Each side: 25 + 15 kg"
    assert panel.drawing.accessibleDescription() == "Each side: 25, 15 kg"
    panel.show_weight(kg(98))
    assert panel.words.text() == (
        "Each side: 25 + 10 + 2.5 + 1.25 kg. Closest below: 97.5 kg, 0.5 kg less"
    )
    panel.show_weight(kg(20))
    assert panel.words.text() == "The empty bar"
    panel.show_weight(kg(15))
    assert panel.words.text() == "Lighter than the bar, which is 20 kg"


def test_the_exercise_may_have_a_bar_of_its_own(panel: PlatePanel) -> None:
    panel.show_weight(kg(60), kg(10))
    assert panel.words.text() == "Each side: 25 kg"


def test_without_a_weight_there_is_nothing_to_draw(panel: PlatePanel) -> None:
    panel.show_weight(None)
    assert panel.drawing.isHidden()
    assert panel.words.text() == "Type a weight to see its plates."
    panel.show_weight(kg(40))
    assert not panel.drawing.isHidden()


def test_other_plates_are_heard_of(panel: PlatePanel, context: Context, qtbot: QtBot) -> None:
    gear = context.services.accounts.gear(context.user.id)
    save_gear(context, gear.at("Home"))
    qtbot.waitUntil(lambda: not context.tasks.is_busy)
    panel.show_weight(kg(220))
    assert panel.words.text().endswith("Closest below: 177.5 kg, 42.5 kg less")
    bare = tuple(replace(gym, bars=()) for gym in gear.gyms)
    save_gear(context, replace(gear, gyms=bare))
    qtbot.waitUntil(lambda: panel.words.text() == "Gym has no bar yet.")
    assert panel.drawing.isHidden()
