"""Tells the views what a write changed."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed


class Notifier(QObject):
    """changed carries a domain Changed after every write; said, words for the status bar."""

    changed = Signal(object)
    said = Signal(str)

    def tell(self, change: Changed) -> None:
        """A write has been kept."""
        self.changed.emit(change)
        if change.said:
            self.said.emit(change.said)
