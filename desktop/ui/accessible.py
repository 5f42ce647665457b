"""What painted widgets are for those who cannot see them: Qt knows the kinds that are its own."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_Role = QAccessible.Role
ROLES = {
    "BlockHead": _Role.Heading,
    "BlockChart": _Role.Chart,
    "BodyMap": _Role.Graphic,
    "Brush": _Role.Slider,
    "MuscleBars": _Role.Chart,
    "MuscleMap": _Role.Graphic,
    "PairBars": _Role.Chart,
    "PlateBar": _Role.Graphic,
    "Preview": _Role.Graphic,
    "RecordTimeline": _Role.Chart,
    "SlotBars": _Role.Chart,
    "StrengthChart": _Role.Chart,
    "TimeChart": _Role.Chart,
    "TrainingCalendar": _Role.Chart,
    "WeeklyBars": _Role.Chart,
    "YearMap": _Role.Chart,
}


def install() -> None:
    """Tell roles from now on; asked for only where something reads the screen."""
    QAccessible.installFactory(_made)


def _made(name: str, thing: QObject) -> QAccessibleInterface | None:
    role = ROLES.get(name)
    # what is painted is told by its description; no part of it is a widget
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)
