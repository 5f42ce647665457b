"""How the window looks."""

from __future__ import annotations

from desktop.ui.settings.fields import Choice
from desktop.ui.settings.keeping import Settings
from desktop.ui.settings.section import Group, Section, Setting
from desktop.ui.sizes import STEPS, USUAL
from desktop.ui.theme import Theme

_SIZES = tuple((step, f"{step} %" + (" (usual)" if step == USUAL else "")) for step in STEPS)
_THEMES = (("system", "Like the system"), ("light", "Light"), ("dark", "Dark"))


class WindowSection(Section):
    """Light, dark or as the system is; how large the text."""

    name = "window"
    title = "Window"

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self._settings, self._theme = settings, theme
        self.look = Choice(_THEMES)
        self.look.take = self._keep
        group = self.add_group(Group("Look"))
        group.add(Setting("T&heme", self.look, words="colours light dark mode colors", width=300))
        self.text = Choice(_SIZES)
        self.text.take = self._keep_text
        group.add(
            Setting(
                "&Text size",
                self.text,
                "Everything that is written follows. Ctrl+= and Ctrl+- change it anywhere.",
                "font zoom larger smaller bigger scale",
                width=300,
            )
        )
        settings.preferences.changed.connect(self._show)
        self._show()

    def _keep(self, choice: str) -> None:
        self._theme.set_choice(choice)  # seen before it is written
        self._settings.prefer("change the look", theme=choice)

    def _keep_text(self, percent: int) -> None:
        self._theme.set_text_size(percent)
        self._settings.prefer("change the text size", text_size=percent)

    def _show(self) -> None:
        self.look.show_value(self._settings.wanted.theme)
        self.text.show_value(self._settings.wanted.text_size)
