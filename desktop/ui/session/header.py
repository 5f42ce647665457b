"""The head of the dock: the session's name, how long it runs, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.session import WorkoutSession
from desktop.domain.session_edits import progress
from desktop.domain.weight import Unit
from desktop.ui.icons import icon
from desktop.ui.session.countdown import monotonic
from desktop.ui.widgets.texts import count_text, duration_text, volume_text

_REPAINT_MS = 250
_NAME_SIZE = 1.25  # above the headings of the exercises


class SessionHeader(QFrame):
    """named, noted: the user wrote another name or other notes."""

    named = Signal(str)
    noted = Signal(str)
    finish_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._started = 0.0
        self._name = self._notes = ""
        self.name = QLineEdit()
        self.name.setProperty("role", "inline")
        self.name.setAccessibleName("Session name")
        self.name.setPlaceholderText("Session name")
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * _NAME_SIZE)
        font.setWeight(QFont.Weight.DemiBold)
        self.name.setFont(font)
        self.name.editingFinished.connect(self._commit_name)
        self.elapsed = QLabel()
        self.elapsed.setProperty("role", "muted")
        self.elapsed.setAccessibleName("Elapsed time")
        self.finish = QPushButton("Finish")
        self.finish.setProperty("role", "primary")
        self.finish.setToolTip("Finish the session (Ctrl+Shift+Enter)")
        self.finish.clicked.connect(self.finish_wanted)
        self.more = QToolButton()
        self.more.setIcon(icon("more", self))
        self.more.setAccessibleName("Actions for the session")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.more)
        menu.addAction("Session notes", self._write_notes)
        menu.addSeparator()
        self.discard = menu.addAction("Discard session", self.discard_wanted.emit)
        self.more.setMenu(menu)
        self.totals = QLabel()
        self.totals.setProperty("role", "muted")
        self.totals.setContentsMargins(5, 0, 0, 0)
        self.notes = QLineEdit()
        self.notes.setProperty("role", "inline")
        self.notes.setAccessibleName("Session notes")
        self.notes.setPlaceholderText("Notes on this session")
        self.notes.editingFinished.connect(self._commit_notes)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.setContentsMargins(5, 0, 0, 0)
        self.message.hide()
        self._clock = QTimer(self)
        self._clock.setInterval(_REPAINT_MS)
        self._clock.timeout.connect(self._show_elapsed)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.elapsed)
        line.addWidget(self.more)
        line.addWidget(self.finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 12, 16, 10)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.totals)
        column.addWidget(self.notes)
        column.addWidget(self.message)

    def run(self, seconds_so_far: float) -> None:
        """Count from a session's start, so many seconds ago."""
        self._started = monotonic() - seconds_so_far
        self._show_elapsed()
        self._clock.start()

    def stop(self) -> None:
        """The session is over."""
        self._clock.stop()
        self.name.setModified(False)
        self.notes.setModified(False)
        self.say("")

    def show_session(self, session: WorkoutSession, records: int, unit: Unit) -> None:
        """Show what the session is called and how far it is."""
        self._name, self._notes = session.name, session.notes
        if not self.name.isModified():
            self.name.setText(session.name)
        if not self.notes.isModified():
            self.notes.setText(session.notes)
        self.notes.setVisible(bool(session.notes) or self.notes.hasFocus())
        so_far = progress(session)
        done = f"{so_far.done} of {count_text(so_far.total, 'set')}"
        parts = [done if so_far.total else "No sets yet"]
        if so_far.volume:
            parts.append(volume_text(so_far.volume, unit))
        if records:
            parts.append(count_text(records, "record"))
        self.totals.setText(" \u00b7 ".join(parts))

    def say(self, words: str) -> None:
        """Say what could not be done; nothing to say hides the line."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def commit(self) -> None:
        """Take what is being written."""
        self._commit_name()
        self._commit_notes()

    def _show_elapsed(self) -> None:
        text = duration_text(int(monotonic() - self._started))
        if text != self.elapsed.text():
            self.elapsed.setText(text)

    def _write_notes(self) -> None:
        self.notes.show()
        self.notes.setFocus()

    def _commit_name(self) -> None:
        text = self.name.text().strip()
        was_modified = self.name.isModified()
        self.name.setModified(False)
        if was_modified and text and text != self._name:
            self.named.emit(text)
        elif not text:
            self.name.setText(self._name)

    def _commit_notes(self) -> None:
        text = self.notes.text().strip()
        was_modified = self.notes.isModified()
        self.notes.setModified(False)
        if was_modified and text != self._notes:
            self.noted.emit(text)
        elif not text:
            self.notes.hide()
