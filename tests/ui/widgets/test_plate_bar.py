"""The drawn bar: plates in their colours, heavier ones higher, the same in words."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.analysis.plates import load_bar
from desktop.domain.gear import default_gear
from desktop.domain.weight import Unit, Weight
from desktop.ui.theme import DARK, LIGHT, palette
from desktop.ui.widgets.plate_bar import PlateBar, plates_text

KG, LB = Unit.KG, Unit.LB
RED, YELLOW = QColor("#d8433b"), QColor("#f0d33c")


@pytest.fixture
def bar(qtbot: QtBot) -> PlateBar:
    made = PlateBar()
    qtbot.addWidget(made)
    made.setPalette(palette(LIGHT))
    return made


def show(bar: PlateBar, target: float, unit: Unit = KG) -> None:
    gym = default_gear(unit).gym
    weight = gym.bars[0].weight
    bar.show_load(load_bar(Weight.of(target, unit), weight, gym.plates), weight, unit)


def box_of(picture: QImage, color: QColor) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is painted in that colour."""
    places = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).name() == color.name()
    ]
    across, down = [x for x, _ in places], [y for _, y in places]
    return min(across), min(down), max(across), max(down)


def test_plates_stand_on_both_sides_where_there_is_room(bar: PlateBar) -> None:
    show(bar, 100)
    bar.resize(420, 112)
    picture = bar.grab().toImage()
    reds, yellows = box_of(picture, RED), box_of(picture, YELLOW)
    # mirrored about the middle, the heavy ones inside and higher
    assert reds[0] + reds[2] == pytest.approx(419, abs=1)
    assert yellows[0] < reds[0] < reds[2] < yellows[2]
    assert reds[1] < yellows[1]
    assert reds[3] > yellows[3]


def test_a_narrow_bar_is_one_side(bar: PlateBar) -> None:
    show(bar, 100)
    bar.resize(140, 44)
    picture = bar.grab().toImage()
    reds, yellows = box_of(picture, RED), box_of(picture, YELLOW)
    assert 40 < reds[0] < reds[2] < yellows[0] < yellows[2] < 139


@pytest.mark.parametrize("target", [20, 137.5, 500, 1500])
@pytest.mark.parametrize("size", [(140, 44), (600, 150), (20, 4)])
def test_any_load_is_drawn_at_any_size(bar: PlateBar, target: float, size: tuple[int, int]) -> None:
    show(bar, target)
    bar.resize(*size)
    assert not bar.grab().isNull()


def test_what_is_drawn_is_told(bar: PlateBar) -> None:
    assert bar.accessibleName()
    show(bar, 100)
    assert bar.accessibleDescription() == "Each side: 25, 15 kg"
    show(bar, 20)
    assert bar.accessibleDescription() == "The empty bar"
    show(bar, 225, LB)
    assert bar.accessibleDescription() == "Each side: 45, 45 lb"
    bar.show_load(None, None, KG)
    assert bar.accessibleDescription() == ""


def test_nothing_is_drawn_for_no_weight(bar: PlateBar, qapp: QApplication) -> None:
    bar.resize(420, 112)
    bar.show_load(None, None, KG)
    empty = bar.grab().toImage()
    show(bar, 20)
    assert bar.grab().toImage() != empty


def test_the_dark_theme_has_its_own_ground(bar: PlateBar) -> None:
    show(bar, 100)
    bar.resize(420, 112)
    light = bar.grab().toImage()
    bar.setPalette(palette(DARK))
    assert bar.grab().toImage() != light


@pytest.mark.parametrize(
    ("plates", "words"),
    [
        ([], ""),
        ([(25, KG), (15, KG)], "25 + 15 kg"),
        ([(25, KG), (25, KG), (1.25, KG)], "25 + 25 + 1.25 kg"),
        ([(25, KG)] * 4 + [(10, KG)], "4 × 25 + 10 kg"),
        ([(45, LB), (20, KG)], "45 lb + 20 kg"),
    ],
)
def test_plates_in_words(plates: Sequence[tuple[float, Unit]], words: str) -> None:
    assert plates_text([Weight.of(amount, unit) for amount, unit in plates]) == words
