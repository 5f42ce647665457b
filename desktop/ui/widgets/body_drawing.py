"""The drawings of the body, front and back: an outline and the muscles seen from there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QFile, QIODevice, QPointF, Qt, QXmlStreamReader
from PySide6.QtGui import QPainterPath

from desktop.domain.muscles import Muscle
from desktop.paths import resources_dir

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
_NUMBER = re.compile(r"-?[\d.]+")


@dataclass(frozen=True)
class Drawing:
    """One side of the body: its outline and the muscles seen from there."""

    name: str
    outline: QPainterPath
    muscles: tuple[tuple[Muscle, QPainterPath], ...]


@cache
def drawings() -> tuple[Drawing, Drawing]:
    """Both sides of the body, read once from their SVG files."""
    return _read("front"), _read("back")


def _read(side: str) -> Drawing:
    file = QFile(str(resources_dir() / f"body_{side}.svg"))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(file.fileName())
    reader = QXmlStreamReader(file)
    paths: dict[str, QPainterPath] = {}
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() == "path":
            values = reader.attributes()
            paths[str(values.value("id"))] = path_of(str(values.value("d")))
    file.close()
    outline = paths.pop("outline")
    return Drawing(
        side.capitalize(), outline, tuple((muscle_of(name), p) for name, p in paths.items())
    )


def muscle_of(shape_id: str) -> Muscle:
    """The muscle that a shape's id names: 'front-delts-left' is front delts."""
    name, _, _ = shape_id.rpartition("-")
    return Muscle(name.replace("-", " "))


def path_of(text: str) -> QPainterPath:
    """A path from the SVG commands M, L, C and Z with absolute coordinates."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command, rest in _COMMAND.findall(text):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if command == "M":
            path.moveTo(points[0])
        elif command == "L":
            path.lineTo(points[0])
        elif command == "C":
            path.cubicTo(*points)
        else:
            path.closeSubpath()
    return path
