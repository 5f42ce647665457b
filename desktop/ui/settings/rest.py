"""How long to rest, and what tells that a rest is over."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox

from desktop.ui.settings.exercise_rests import ExerciseRests
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.rest_box import RestBox
from desktop.ui.settings.section import Group, Section, Setting

_WIDTH = 120
_RESTS = (
    ("rest_seconds", "Working &set", "change the rest after a working set"),
    ("warm_up_rest_seconds", "&Warm-up set", "change the rest after a warm-up set"),
    ("drop_rest_seconds", "Before a &drop set", "change the rest before a drop set"),
    ("failure_rest_seconds", "Set to &failure", "change the rest after a set to failure"),
)


class RestSection(Section):
    """Rests by type of set and for single exercises, and the signals at their end."""

    name = "rest"
    title = "Rest"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.boxes: dict[str, RestBox] = {}
        self.sound = QCheckBox("&Beep")
        self.notice = QCheckBox("Show a &notice of the desktop")
        self.exercises = ExerciseRests(settings)
        rests = self.add_group(Group("After a set", "rest timer default time pause"))
        for field, words, label in _RESTS:
            box = self.boxes[field] = RestBox()
            box.take = partial(self._keep, field, label)
            rests.add(Setting(words, box, width=_WIDTH))
        over = self.add_group(Group("When a rest is over", "rest timer end"))
        over.add(_check(self.sound, "sound signal alarm"))
        over.add(_check(self.notice, "notification message"))
        self.sound.toggled.connect(partial(self._keep, "rest_sound", "change the beep"))
        self.notice.toggled.connect(partial(self._keep, "rest_notice", "change the notice"))
        self.add_group(self.exercises)
        settings.preferences.changed.connect(self._show)
        self._show()

    def _keep(self, field: str, label: str, value: int) -> None:
        self._settings.prefer(label, **{field: value})

    def _show(self) -> None:
        wanted = self._settings.wanted
        for field, box in self.boxes.items():
            box.show_value(getattr(wanted, field))
        for check, is_on in ((self.sound, wanted.rest_sound), (self.notice, wanted.rest_notice)):
            check.blockSignals(True)
            check.setChecked(is_on)
            check.blockSignals(False)


def _check(box: QCheckBox, words: str) -> Setting:
    said = box.text().replace("&", "")
    box.setAccessibleName(said)
    return Setting("", box, words=f"{said} {words}")
