"""The menu at the dock's head: what concerns the session, and where the dock stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.session import WorkoutSession
from desktop.ui.actions import PLACES, keys_of

_DOTS = "\N{HORIZONTAL ELLIPSIS}"


class HeaderMenu(QMenu):
    """asked: the name of an action of the dock or of the window."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes = self._add("Session notes", "notes")
        self.times = self._add(f"Correct times{_DOTS}", "times")
        self.tick_all = self._add("Tick all filled sets", "tick_all")
        self.calculators = self._add(f"Calculators{_DOTS}", "calculators")
        self.addSeparator()
        self.large = self._add("Large type", "large")
        self.large.setCheckable(True)
        self._place = self.addMenu("Place")
        group = QActionGroup(self)
        self.places: dict[str, QAction] = {}
        for name, title in PLACES:
            action = self._place.addAction(title)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, what=name: self.asked.emit(what))
            group.addAction(action)
            self.places[name] = action
        hide = self._add("Hide", "hide")
        hide.setText(f"Hide\t{keys_of('dock')}")
        self.addSeparator()
        self.discard = self._add("Discard session", "discard")

    def show_session(self, session: WorkoutSession) -> None:
        """Offer what makes sense for this session."""
        self.tick_all.setVisible(session.is_after_the_fact)

    def set_open(self, is_open: bool) -> None:
        """Offer what an open session needs, or only the dock's place."""
        for action in (self.notes, self.times, self.large, self.discard):
            action.setVisible(is_open)
        if not is_open:
            self.tick_all.setVisible(False)

    def show_place(self, place: str, is_large: bool) -> None:
        """Mark where the dock stands; while it fills the window it stands nowhere else."""
        self.large.setChecked(is_large)
        self._place.setEnabled(not is_large)
        if place in self.places:
            self.places[place].setChecked(True)

    def _add(self, words: str, what: str) -> QAction:
        keys = keys_of(what)
        return self.addAction(f"{words}\t{keys}" if keys else words, lambda: self.asked.emit(what))
