"""Below the dock's header: when a workout of the past was, notes, and what could not be done."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from desktop.domain.session import WorkoutSession
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.texts import DAYS, month_text


class SessionDetails(QFrame):
    """Takes no room while there is nothing to say.

    noted: the user wrote other notes. asked: 'times' or 'tick_all'.
    """

    noted = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._notes = ""
        self.when = muted_label()
        self.times = QPushButton("Correct")
        self.times.setProperty("role", "flat")
        self.times.setAccessibleName("Correct times")
        self.times.clicked.connect(lambda: self.asked.emit("times"))
        self.tick_all = QPushButton("Tick all")
        self.tick_all.setToolTip("Tick every set that is filled in")
        self.tick_all.clicked.connect(lambda: self.asked.emit("tick_all"))
        self.past = QFrame()
        line = QHBoxLayout(self.past)
        line.setContentsMargins(5, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.when, 1)
        line.addWidget(self.times)
        line.addWidget(self.tick_all)
        self.notes = QLineEdit()
        self.notes.setProperty("role", "inline")
        self.notes.setAccessibleName("Session notes")
        self.notes.setPlaceholderText("Notes on this session")
        self.notes.editingFinished.connect(self.commit)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.setContentsMargins(5, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 0, 16, 8)
        column.setSpacing(4)
        for widget in (self.past, self.notes, self.message):
            widget.hide()
            column.addWidget(widget)
        self.hide()

    def show_session(self, session: WorkoutSession) -> None:
        """Show the session's notes, and when it was if it is one of the past."""
        self._notes = session.notes
        if not self.notes.isModified():
            self.notes.setText(session.notes)
        self.notes.setVisible(bool(session.notes) or self.notes.hasFocus())
        self.past.setVisible(session.is_after_the_fact)
        if session.is_after_the_fact:
            self.when.setText(when_text(session))
        self._settle()

    def say(self, words: str) -> None:
        """Say what could not be done; nothing to say hides the line."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        self._settle()

    def write_notes(self) -> None:
        """Open the line for notes."""
        self.notes.show()
        self._settle()
        self.notes.setFocus()

    def commit(self) -> None:
        """Take what is being written."""
        text = self.notes.text().strip()
        was_modified = self.notes.isModified()
        self.notes.setModified(False)
        if was_modified and text != self._notes:
            self.noted.emit(text)
        elif not text:
            self.notes.hide()
            self._settle()

    def forget(self) -> None:
        """The session is over."""
        self.notes.setModified(False)
        self.say("")

    def _settle(self) -> None:
        parts = (self.past, self.notes, self.message)
        self.setVisible(any(not part.isHidden() for part in parts))


def when_text(session: WorkoutSession) -> str:
    """'Fri 20 Nov, 18:00 to 19:00'; without the end where it is not known."""
    start, day, minutes = session.local_start, session.session_date, session.duration_minutes
    words = f"{DAYS[day.weekday()]} {day.day} {month_text(day)}, {start:%H:%M}"
    if minutes is None:
        return words
    return f"{words} to {start + timedelta(minutes=minutes):%H:%M}"
