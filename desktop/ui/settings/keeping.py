"""What the settings are kept by: each change is written at once, with its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.accounts import Preferences
from desktop.domain.changes import Changed, Kind
from desktop.domain.gear import Gear
from desktop.ui.context import Context
from desktop.ui.undo import Work

T = TypeVar("T")


class Kept(QObject, Generic[T]):
    """A value as it is wished, which is the stored one as soon as it is written.

    It follows what is changed elsewhere (an undo, another window); changed:
    the value is another one now.
    """

    changed = Signal()

    def __init__(
        self, context: Context, value: T, read: Callable[[], T], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._read = read
        self._writing = self._asked = 0
        self.value = value
        context.notifier.changed.connect(self._on_changed)

    def wish(self, value: T) -> None:
        """Go on with this value while it is being written; settle() follows."""
        self._writing += 1
        self.value = value
        self.changed.emit()

    def settle(self) -> None:
        """A wish has been written, or could not be."""
        self._writing -= 1
        self.load()

    def load(self) -> None:
        """Ask for what is stored, unless that is about to change."""
        self._asked += 1
        asked = self._asked
        if not self._writing:
            self._context.tasks.read(self._read, lambda value: self._take(asked, value))

    def _take(self, asked: int, value: T) -> None:
        # a newer question or a newer wish makes this answer an old one
        if asked == self._asked and not self._writing and value != self.value:
            self.value = value
            self.changed.emit()

    def _on_changed(self, change: Changed) -> None:
        if Kind.PROFILE in change.kinds:
            self.load()


class Settings(QObject):
    """The settings of the open profile, and what was changed here and can be taken back.

    failed carries the exception of a change that was not kept; stepped:
    undo_label may be another one.
    """

    failed = Signal(object)
    stepped = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._accounts, self._user = context.services.accounts, context.user.id
        self.preferences: Kept[Preferences] = Kept(
            context, context.preferences, lambda: self._accounts.preferences(self._user), self
        )
        self.gear: Kept[Gear | None] = Kept(
            context, None, lambda: self._accounts.gear(self._user), self
        )
        self._done = self._undone = self._writing = 0
        self._undo_waits = False

    @property
    def wanted(self) -> Preferences:
        """The preferences as they are wished."""
        return self.preferences.value

    def prefer(self, label: str, **changes: Any) -> None:
        """Change preferences; label: what the Edit menu says after 'Undo '."""
        before = self.preferences.value
        after = replace(before, **changes)
        if after == before:
            return
        accounts, user = self._accounts, self._user
        self.do(
            label,
            self.preferences,
            after,
            lambda: accounts.save_preferences(user, after),
            lambda: accounts.save_preferences(user, before),
        )

    def equip(self, label: str, before: Gear, after: Gear) -> None:
        """Change the gyms with their bars and plates."""
        if after == before:
            return
        accounts, user = self._accounts, self._user
        self.do(
            label,
            self.gear,
            after,
            lambda: accounts.save_gear(user, after),
            lambda: accounts.save_gear(user, before),
        )

    def do(self, label: str, kept: Kept[T], value: T, work: Work, undo: Work) -> None:
        """Write a change that can be taken back; meanwhile `kept` has the new value."""
        self._writing += 1
        kept.wish(value)
        self.context.do(
            label,
            work,
            undo,
            lambda _: self._on_done(kept),
            lambda fault: self._on_failed(kept, fault),
        )

    @property
    def undo_label(self) -> str:
        """What undo would take back of what was changed here, empty when nothing."""
        return self.context.undo.undo_label if self._done else ""

    def undo(self) -> None:
        """Take back the newest change that was made here, nothing older."""
        # the newest change is not in the menu before it is written
        self._undo_waits = self._writing > 0
        if self._done and not self._undo_waits:
            self._step(-1)
            self.context.undo_last()

    def redo(self) -> None:
        """Do again what was taken back here."""
        if self._undone:
            self._step(1)
            self.context.redo_last()

    def _step(self, step: int) -> None:
        self._done += step
        self._undone -= step
        self.stepped.emit()

    def _on_done(self, kept: Kept[Any]) -> None:
        kept.settle()
        self._done += 1
        self._undone = 0
        self.stepped.emit()
        self._on_written()

    def _on_failed(self, kept: Kept[Any], fault: Exception) -> None:
        kept.settle()  # what is shown is a wish that did not come true
        self.failed.emit(fault)
        self._on_written()

    def _on_written(self) -> None:
        self._writing -= 1
        if self._undo_waits and not self._writing:
            self.undo()
