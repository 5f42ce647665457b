"""Undo and redo over work that happens on the writer's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed

Work = Callable[[], Changed]


@dataclass(frozen=True, slots=True)
class Step:
    """Something done, with the work that takes it back and the work that does it again."""

    label: str
    undo: Work
    redo: Work


class UndoStack(QObject):
    """The steps done and undone, newest last; changed when the menu's words may differ."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, step: Step) -> None:
        """Note a step that has just been kept."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything: another profile was opened."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    @property
    def undo_label(self) -> str:
        """What undo would take back, empty when nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, empty when nothing."""
        return self._undone[-1].label if self._undone else ""

    def take_undo(self) -> Step | None:
        """Move the newest step to the undone ones and return it."""
        return self._move(self._done, self._undone)

    def take_redo(self) -> Step | None:
        """Move the last undone step back and return it."""
        return self._move(self._undone, self._done)

    def put_back(self, step: Step) -> None:
        """The step that was just taken could not be walked: it stands where it stood."""
        for now, before in ((self._undone, self._done), (self._done, self._undone)):
            if now and now[-1] is step:
                self._move(now, before)
                return

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        if not source:
            return None
        step = source.pop()
        target.append(step)
        self.changed.emit()
        return step
