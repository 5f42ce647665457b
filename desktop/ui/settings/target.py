"""Going to one setting: its section is shown, and the keyboard is at its control."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.ui.settings.section import Group, Section, Setting


def control_of(section: Section, target: str) -> QWidget | None:
    """Where the setting of that title is changed: its control, or the first one of its card."""
    for group in section.groups:
        for entry in group.entries:
            if isinstance(entry, Setting) and entry.title == target:
                return entry.control
    return next((group for group in section.groups if group.title == target), None)


def targets_of(sections: Iterable[Section]) -> list[tuple[str, str]]:
    """(section, target) of everything that can be gone to: settings, and cards of other things."""
    return [
        (section.name, title)
        for section in sections
        for group in section.groups
        for title in (_settings(group) or [group.title])
    ]


def focus_on(area: QScrollArea, wanted: QWidget) -> bool:
    """Bring it into sight with the keyboard in it; False while it can not be used yet."""
    stop = _stop(wanted)
    if stop is None:
        return False
    stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
    area.ensureWidgetVisible(wanted)
    area.ensureWidgetVisible(stop)
    return True


def _settings(group: Group) -> list[str]:
    return [one.title for one in group.entries if isinstance(one, Setting)]


def _stop(wanted: QWidget) -> QWidget | None:
    inside = [wanted, *wanted.findChildren(QWidget)]
    stops = [one for one in inside if bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)]
    return next((one for one in stops if one.isVisible() and one.isEnabled()), None)
