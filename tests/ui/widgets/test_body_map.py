"""The body map draws every muscle that lies under the skin, and says in words what it colours."""

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.domain.muscles import Muscle
from desktop.paths import resources_dir
from desktop.ui.theme import colors
from desktop.ui.widgets.body_drawing import drawings, muscle_of, path_of
from desktop.ui.widgets.body_map import BodyMap, mixed

SVG = "{http://www.w3.org/2000/svg}"


def shape_ids(side: str) -> list[str]:
    root = ET.parse(resources_dir() / f"body_{side}.svg").getroot()
    return [path.attrib["id"] for path in root.iter(f"{SVG}path")]


@pytest.mark.parametrize("side", ["front", "back"])
def test_shapes_are_named_after_muscles_and_come_in_pairs(side: str) -> None:
    ids = shape_ids(side)
    assert ids.pop(0) == "outline"
    assert len(ids) == len(set(ids))
    for name in ids:
        assert isinstance(muscle_of(name), Muscle)
        other = name.replace("-left", "-RIGHT").replace("-right", "-left").replace("RIGHT", "right")
        assert other in ids


def test_every_muscle_is_drawn_but_the_heart() -> None:
    drawn = {muscle for drawing in drawings() for muscle, _ in drawing.muscles}
    assert drawn == set(Muscle) - {Muscle.CARDIO}


@pytest.mark.parametrize("place", [0, 1])
def test_muscles_lie_within_the_body_and_are_symmetrical(place: int) -> None:
    drawing = drawings()[place]
    body = drawing.outline.boundingRect()
    boxes: dict[Muscle, list[float]] = {}
    for muscle, path in drawing.muscles:
        box = path.boundingRect()
        assert body.contains(box), muscle
        boxes.setdefault(muscle, []).append(box.center().x())
    for muscle, (left, right) in boxes.items():
        assert left + right == pytest.approx(200, abs=0.2), muscle


def test_shapes_of_one_side_hardly_overlap() -> None:
    for drawing in drawings():
        for i, (one, path) in enumerate(drawing.muscles):
            for other, second in drawing.muscles[i + 1 :]:
                shared = path.intersected(second).boundingRect()
                assert shared.width() * shared.height() < 12, (one, other)


def test_worked_muscles_are_coloured_and_described(qtbot: QtBot) -> None:
    body = BodyMap()
    qtbot.addWidget(body)
    body.resize(420, 500)
    body.set_worked([Muscle.CHEST], [Muscle.TRICEPS])
    assert body.accessibleDescription() == "Chest: primary; Triceps: secondary"
    assert body.text_of(Muscle.CALVES) == "Calves"
    place = place_of(body, Muscle.CHEST)
    shown = colors(body)
    assert body.grab().toImage().pixelColor(place).name() == shown.accent.name()
    body.set_worked([], [])
    plain = mixed(shown.surface, shown.muted, 0.36)
    assert body.grab().toImage().pixelColor(place).name() == plain.name()
    assert body.accessibleDescription() == "No muscle is marked"


def test_levels_may_mean_weekly_sets(qtbot: QtBot) -> None:
    body = BodyMap()
    qtbot.addWidget(body)
    body.set_levels({Muscle.LATS: 0.5, Muscle.CHEST: 3.0}, {Muscle.CHEST: "18 sets"})
    assert body.accessibleDescription() == "Chest: 18 sets; Lats"


def test_muscle_under_the_mouse_is_found_at_any_size(qtbot: QtBot) -> None:
    body = BodyMap()
    qtbot.addWidget(body)
    for width, height in ((110, 130), (230, 300), (700, 400)):
        body.resize(width, height)
        for muscle in (Muscle.CHEST, Muscle.QUADRICEPS, Muscle.GLUTES):
            assert body.muscle_at(QPointF(place_of(body, muscle))) is muscle
        assert body.muscle_at(QPointF(1, 1)) is None


def place_of(body: BodyMap, muscle: Muscle) -> QPoint:
    """A point of the widget within the first shape of a muscle."""
    for drawing, transform in zip(drawings(), body._transforms(), strict=True):
        for one, path in drawing.muscles:
            if one is muscle:
                return transform.map(path.boundingRect().center()).toPoint()
    raise AssertionError(muscle)


def test_paths_are_read() -> None:
    path = path_of("M0,0 L10,0 C10,5 5,10 0,10 Z")
    assert path.contains(QPointF(3, 3))
    assert not path.contains(QPointF(9, 9))


def test_colours_are_mixed() -> None:
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.5).red() in (127, 128)


def test_what_is_pointed_at_is_told_once(qtbot: QtBot) -> None:
    body = BodyMap()
    qtbot.addWidget(body)
    told: list[object] = []
    body.pointed.connect(told.append)
    for muscle in (Muscle.CHEST, Muscle.CHEST, None):
        body.point_at(muscle)
    assert told == [Muscle.CHEST, None]
