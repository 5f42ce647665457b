"""What the dock shows while no session is open: the ways to start one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.changes import Changed, Kind
from desktop.domain.history import HistoryRow
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.session.sources import Sources, reading
from desktop.ui.sizes import scaled
from desktop.ui.tasks import Newest
from desktop.ui.widgets.texts import short_day_text

_MOST_WIDTH = 360


class EmptySession(QWidget):
    """start_wanted carries a request as Page.start_requested does; asked an action's name."""

    start_wanted = Signal(object)
    asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._is_stale = True
        self._newest = Newest(context.tasks)
        self._last: HistoryRow | None = None
        title = QLabel("No session is open")
        title.setProperty("role", "heading")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words = QLabel("Start one and log your sets here.\nEach tick is saved at once.")
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.message.hide()
        self.start = QPushButton("Start empty session")
        self.start.setProperty("role", "primary")
        self.start.setIcon(icon("play", self.start))
        self.start.clicked.connect(lambda: self.start_wanted.emit(None))
        self.templates = QPushButton("Start from a template")
        self.menu = QMenu(self.templates)
        self.templates.setMenu(self.menu)
        self.repeat = QPushButton("Repeat the last session")
        self.repeat.clicked.connect(self._repeat)
        self.past = QPushButton("Log a past workout\N{HORIZONTAL ELLIPSIS}")
        self.past.clicked.connect(lambda: self.asked.emit("past"))
        self.paste = QPushButton("Paste a workout\N{HORIZONTAL ELLIPSIS}")
        self.paste.clicked.connect(lambda: self.asked.emit("paste"))
        self.undo = QPushButton("Bring the discarded session back")
        self.undo.setIcon(icon("undo", self.undo))
        self.undo.clicked.connect(context.undo_last)
        self._lay_out(title, words)
        context.notifier.changed.connect(self._on_changed)
        context.undo.changed.connect(self._show_undo)
        self._show(([], []))
        self._show_undo()

    def _lay_out(self, *words: QLabel) -> None:
        buttons = QWidget()
        scaled(buttons.setMaximumWidth, _MOST_WIDTH)
        lines = QVBoxLayout(buttons)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for button in (self.start, self.templates, self.repeat, self.past, self.paste, self.undo):
            lines.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(8)
        column.addStretch(2)
        for label in words:
            column.addWidget(label)
        column.addSpacing(12)
        line = QHBoxLayout()
        line.addWidget(buttons)
        column.addLayout(line)
        column.addWidget(self.message)
        column.addStretch(3)

    def say(self, words: str) -> None:
        """Say why a session could not be started."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._reload()

    def _on_changed(self, change: Changed) -> None:
        if change.kinds & {Kind.SESSIONS, Kind.TEMPLATES}:
            self._is_stale = not self.isVisible()
            if not self._is_stale:
                self._reload()

    def _reload(self) -> None:
        self._is_stale = False
        self._newest.read(reading(self.context), self._show)

    def _show(self, found: Sources) -> None:
        templates, sessions = found
        self.menu.clear()
        for row in templates:
            action = self.menu.addAction(row.name.replace("&", "&&"))
            action.triggered.connect(partial(self.start_wanted.emit, ("template", row.id)))
        self.templates.setVisible(bool(templates))
        self._last = sessions[0] if sessions else None
        self.repeat.setVisible(self._last is not None)
        if self._last is not None:
            day = short_day_text(self._last.day, self.context.today())
            name = self._last.name.replace("&", "&&")
            self.repeat.setText(f"Repeat {name or 'the session'} of {day}")

    def _repeat(self) -> None:
        if self._last is not None:
            self.start_wanted.emit(("repeat", self._last.id))

    def _show_undo(self) -> None:
        self.undo.setVisible(self.context.undo.undo_label == "discard session")
