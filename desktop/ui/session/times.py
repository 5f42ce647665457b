"""Correcting when a session began, ended, and how long it took."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop.domain.session import WorkoutSession
from desktop.ui.context import Context
from desktop.ui.session.when import WhenFields
from desktop.ui.sizes import at_least
from desktop.ui.widgets.card import muted_label

_WIDTH = 420
_MINUTE = timedelta(minutes=1)


class TimesDialog(QDialog):
    """corrected: the start on the user's clock, and the minutes it took (None: it still runs)."""

    corrected = Signal(object, object)

    def __init__(
        self, context: Context, session: WorkoutSession, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.session = session
        self.setWindowTitle("Correct times")
        at_least(self, _WIDTH)
        heading = QLabel("Correct times")
        heading.setProperty("role", "heading")
        self.fields = WhenFields(session.local_start, self._minutes(), has_end=True)
        self.is_over = QCheckBox("The workout is &over: no clock and no rest runs in it")
        self.is_over.setChecked(session.duration_minutes is not None)
        self.is_over.setVisible(session.is_open)
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        if session.name:
            column.addWidget(muted_label(session.name, wraps=True))
        column.addWidget(self.is_over)
        column.addWidget(self.fields)
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(buttons)
        self.fields.changed.connect(self._check)
        self.is_over.toggled.connect(self._check)
        self._check()

    def accept(self) -> None:
        """Tell the new times, unless they are impossible."""
        self.setFocus()  # takes what is being typed
        if self._check():
            minutes = None if self._runs else self.fields.length
            self.corrected.emit(self.fields.local_start, minutes)
            super().accept()

    @property
    def _runs(self) -> bool:
        return self.session.is_open and not self.is_over.isChecked()

    def _minutes(self) -> int:
        session = self.session
        if session.duration_minutes is not None:
            return session.duration_minutes
        until = session.ended_at or self.context.services.clock()
        return max(0, int((until - session.started_at) / _MINUTE))

    def _now(self) -> datetime:
        zone = timezone(timedelta(minutes=self.session.utc_offset_minutes))
        return self.context.services.clock().astimezone(zone).replace(tzinfo=None)

    def _check(self) -> bool:
        """Say what is impossible; True when nothing is."""
        self.fields.set_end_enabled(not self._runs)
        fault = self.fields.fault(self._now(), self._runs)
        self.message.setText(fault)
        self.message.setVisible(bool(fault))
        self.save.setEnabled(not fault)
        return not fault
