"""What a session is called, when and where it was: its fields while it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from desktop.domain import history_edits as done
from desktop.domain.session import WorkoutSession
from desktop.ui.history.wheel import leave_wheel
from desktop.ui.sizes import scaled

_UNKNOWN = -1


class SessionFields(QWidget):
    """Each is kept when it is left. edited: (what was done, the session after it).

    session: what the fields are of; whoever changes it elsewhere says so here.
    """

    edited = Signal(str, object)

    def __init__(self, session: WorkoutSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.name = QLineEdit()
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.start = QTimeEdit()
        self.start.setDisplayFormat("HH:mm")
        self.duration = QSpinBox()
        self.duration.setRange(_UNKNOWN, 24 * 60)
        self.duration.setSpecialValueText("not known")
        self.duration.setSuffix(" min")
        self.location = QLineEdit()
        self.notes = _Notes()
        self.show_session(session)
        self._lay_out()
        self._connect()

    def show_session(self, session: WorkoutSession) -> None:
        """Show what is stored now."""
        self.session, start = session, session.local_start
        values: tuple[tuple[QWidget, Callable[[], object]], ...] = (
            (self.name, lambda: self.name.setText(session.name)),
            (self.day, lambda: self.day.setDate(QDate(start.year, start.month, start.day))),
            (self.start, lambda: self.start.setTime(QTime(start.hour, start.minute))),
            (self.duration, lambda: self.duration.setValue(_minutes(session))),
            (self.location, lambda: self.location.setText(session.location)),
            (self.notes, lambda: self.notes.setPlainText(session.notes)),
        )
        for widget, fill in values:
            blocked = widget.blockSignals(True)
            fill()
            widget.blockSignals(blocked)

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day, 3)
        when.addWidget(self.start, 2)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow("Name", self.name)
        form.addRow("Start", when)
        form.addRow("Duration", self.duration)
        form.addRow("Location", self.location)
        form.addRow("Notes", self.notes)
        fields = (self.name, self.day, self.start, self.duration, self.location, self.notes)
        words = ("Name", "Day", "Start", "Duration in minutes", "Location", "Notes")
        for field, text in zip(fields, words, strict=True):
            field.setAccessibleName(text)

    def _connect(self) -> None:
        for widget in (self.day, self.start, self.duration):
            widget.setKeyboardTracking(False)
            leave_wheel(widget)
        for spin in (self.start, self.duration):
            # the sheet's padding does not reach into spin boxes
            spin.lineEdit().setTextMargins(7, 0, 0, 0)
        self.name.editingFinished.connect(self._on_name)
        self.day.editingFinished.connect(self._on_start)
        self.day.dateChanged.connect(self._on_start)
        self.start.editingFinished.connect(self._on_start)
        self.duration.editingFinished.connect(self._on_duration)
        self.location.editingFinished.connect(self._on_location)
        self.notes.finished.connect(self._on_notes)

    def _on_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._edit("rename session", replace(self.session, name=name))
        else:
            self.name.setText(self.session.name)

    def _on_start(self) -> None:
        day, clock = self.day.date(), self.start.time()
        before = self.session.local_start
        start = datetime.combine(
            before.date().replace(year=day.year(), month=day.month(), day=day.day()),
            time(clock.hour(), clock.minute(), before.second, before.microsecond),
        )
        if start != before:
            self._edit("move session", done.moved_to(self.session, start))

    def _on_duration(self) -> None:
        minutes = self.duration.value()
        if minutes != _minutes(self.session):
            known = None if minutes == _UNKNOWN else minutes
            self._edit("change duration", done.lasting(self.session, known))

    def _on_location(self) -> None:
        location = self.location.text().strip()
        self._edit("change location", replace(self.session, location=location))

    def _on_notes(self) -> None:
        notes = self.notes.toPlainText().strip()
        self._edit("change notes", replace(self.session, notes=notes))

    def _edit(self, label: str, after: WorkoutSession) -> None:
        if after != self.session:
            self.session = after
            self.edited.emit(label, after)


class _Notes(QPlainTextEdit):
    """Notes of some lines. finished: the cursor left them."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        scaled(self.setFixedHeight, 64)
        self.document().setDocumentMargin(7)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()


def _minutes(session: WorkoutSession) -> int:
    return _UNKNOWN if session.duration_minutes is None else session.duration_minutes
