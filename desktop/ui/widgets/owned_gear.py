"""The bars and plates of the open profile, for what draws them or reckons with them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed, Kind
from desktop.domain.gear import Gear
from desktop.ui.context import Context


class OwnedGear(QObject):
    """Reads the gear off the window's thread, and again when the profile changes.

    gear: None until it was read. changed: it is another one.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.gear: Gear | None = None
        context.notifier.changed.connect(self._on_changed)
        self.read()

    def read(self) -> None:
        """Ask for the gear."""
        accounts, user_id = self._context.services.accounts, self._context.user.id
        self._context.tasks.read(lambda: accounts.gear(user_id), self._take)

    def choose_gym(self, name: str) -> None:
        """Train at that gym from now on; this can be undone."""
        if self.gear is None or name == self.gear.gym.name:
            return
        accounts, user_id = self._context.services.accounts, self._context.user.id
        before = self.gear.gym.name
        # of what is stored by then: the bars and plates may be edited meanwhile
        self._context.do(
            f"train at {name}",
            lambda: accounts.save_gear(user_id, accounts.gear(user_id).at(name)),
            lambda: accounts.save_gear(user_id, accounts.gear(user_id).at(before)),
        )
        self._take(self.gear.at(name))

    def _take(self, gear: Gear) -> None:
        if gear != self.gear:
            self.gear = gear
            self.changed.emit()

    def _on_changed(self, change: Changed) -> None:
        if Kind.PROFILE in change.kinds:
            self.read()
