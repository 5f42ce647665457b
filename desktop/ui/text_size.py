"""The size of the text as the keys change it: seen at once, kept when they come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui import sizes

if TYPE_CHECKING:
    from desktop.ui.context import Context
    from desktop.ui.theme import Theme

_SETTLE_MS = 400


class TextSize(QObject):
    """Larger and smaller text for one window; said carries what to tell of it.

    What is chosen before a profile is open goes to the first one that opens.
    """

    said = Signal(str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._context: Context | None = None
        self._is_kept = True
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self.keep)

    def step(self, step: int) -> None:
        """A step larger (1) or smaller (-1), or the usual size (0)."""
        before = self._theme.text_size
        self._theme.set_text_size(sizes.next_step(before, step) if step else sizes.USUAL)
        self.said.emit(f"Text size: {self._theme.text_size} %")
        if self._theme.text_size != before:
            self._is_kept = False
            self._settled.start()

    def follow(self, context: Context) -> None:
        """Write as large as the profile prefers, unless the keys just said otherwise."""
        self._context = context
        if self._is_kept:
            self._theme.set_text_size(context.preferences.text_size)
        else:
            self._settled.start()

    def leave(self) -> None:
        """The profile goes."""
        self.keep()
        self._context = None

    def keep(self) -> None:
        """Keep what the keys said, in the profile that is open."""
        from dataclasses import replace  # the start does without it

        context, size = self._context, self._theme.text_size
        self._settled.stop()
        if context is None or self._is_kept:
            return
        self._is_kept = True
        if size != context.preferences.text_size:
            accounts, user = context.services.accounts, context.user.id
            wanted = replace(context.preferences, text_size=size)
            context.do("change the text size", lambda: accounts.save_preferences(user, wanted))
