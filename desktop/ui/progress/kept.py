"""What was chosen on the Progress page: kept in the window's settings, for each profile."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from uuid import UUID

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import Subject
from desktop.ui.context import Context

STRENGTH = "progressStrength"  # what is charted there, for other tabs too


class Kept:
    """A text under a name; without a window that has settings nothing is kept."""

    def __init__(self, widget: QWidget, context: Context, name: str) -> None:
        self._widget = widget
        self._key = f"{name}/{context.user.id}"

    @property
    def text(self) -> str | None:
        """What was kept last; None: nothing yet."""
        settings = self._settings()
        if settings is None or not settings.contains(self._key):
            return None
        return str(settings.value(self._key))

    def keep(self, text: str) -> None:
        """Keep this instead."""
        if (settings := self._settings()) is not None:
            settings.setValue(self._key, text)

    @property
    def choices(self) -> dict[str, object]:
        """What `keep_choices` kept; empty where there is nothing, or nothing that can be read."""
        try:
            found = json.loads(self.text or "{}")
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def keep_choices(self, choices: Mapping[str, object]) -> None:
        """Keep choices by their names, as values that JSON knows."""
        self.keep(json.dumps(choices))

    def _settings(self) -> QSettings | None:
        return self._widget.window().findChild(QSettings)


def written_subjects(subjects: Iterable[Subject]) -> list[str]:
    """Subjects as texts: a group by its name, an exercise by its id."""
    return [str(one.group or one.exercise_id) for one in subjects]


def read_subjects(found: object) -> tuple[Subject, ...]:
    """What `written_subjects` wrote, without what is none of its."""
    texts = found if isinstance(found, list) else []
    read = (_subject(str(text)) for text in texts)
    return tuple(one for one in read if one is not None)


def _subject(text: str) -> Subject | None:
    groups = {str(one): one for one in MuscleGroup}
    if text in groups:
        return Subject(group=groups[text])
    try:
        return Subject(UUID(text))
    except ValueError:
        return None
