"""Beginning to log a workout that was done before."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.session.sources import Sources, reading
from desktop.ui.session.when import WhenFields
from desktop.ui.sizes import at_least
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.forms import add_row
from desktop.ui.widgets.texts import short_day_text

_WIDTH = 440
_START, _MINUTES = time(18, 0), 60


class PastDialog(QDialog):
    """wanted: a request as Page.start_requested has it, the local start, the minutes it took."""

    wanted = Signal(object, object, int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setWindowTitle("Log a past workout")
        at_least(self, _WIDTH)
        heading = QLabel("Log a past workout")
        heading.setProperty("role", "heading")
        yesterday = context.today() - timedelta(days=1)
        self.fields = WhenFields(datetime.combine(yesterday, _START), _MINUTES, has_end=False)
        self.source = QComboBox()
        self._requests: dict[int, object] = {}
        self._offer("No exercises yet", None)
        add_row(self.fields.form, "&Begin with", self.source)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton("Log it", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(
            muted_label("Its sets are ticked as done then; no clock and no rest runs.", wraps=True)
        )
        column.addWidget(self.fields)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(buttons)
        self.fields.changed.connect(self._check)
        self._check()
        self._read()

    def accept(self) -> None:
        """Tell what is to be logged, unless it was not yet."""
        self.setFocus()  # takes what is being typed
        if self._check():
            fields = self.fields
            request = self._requests[self.source.currentIndex()]
            self.wanted.emit(request, fields.local_start, fields.length)
            super().accept()

    def _read(self) -> None:
        self.context.tasks.read(reading(self.context), self._show)

    def _show(self, found: Sources) -> None:
        templates, sessions = found
        for template in templates:
            self._offer(template.name, ("template", template.id))
        if sessions and self.source.count() > 1:
            self.source.insertSeparator(self.source.count())
        for row in sessions:
            name = row.name or "the session"
            self._offer(f"As {name} of {self._day(row.day)}", ("repeat", row.id))

    def _offer(self, words: str, request: object) -> None:
        self._requests[self.source.count()] = request
        self.source.addItem(words)

    def _day(self, day: date) -> str:
        return short_day_text(day, self.context.today())

    def _check(self) -> bool:
        """Say what is impossible; True when nothing is."""
        zone = ZoneInfo(self.context.user.timezone)
        now = self.context.services.clock().astimezone(zone).replace(tzinfo=None)
        fault = self.fields.fault(now)
        self.message.setText(fault)
        self.message.setVisible(bool(fault))
        self.go.setEnabled(not fault)
        return not fault
