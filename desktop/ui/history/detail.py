"""The pane beside the history table: one session in full, or what several come to."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.counting import Counting
from desktop.domain.history import HistoryRow
from desktop.domain.records import Record
from desktop.domain.session import WorkoutSession
from desktop.ui.context import Context
from desktop.ui.history.editing import SessionEditing
from desktop.ui.history.reading import SessionReading
from desktop.ui.icons import icon
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.texts import WEEKDAYS, count_text, day_text, minutes_text, volume_text

_CONTEXT = 72  # of what is around a set is seen with it
_ACTIONS = (
    ("edit", "Edit", "edit"),
    ("repeat", "Repeat", "play"),
    ("export", "Export", "export"),
    ("delete", "Delete", "trash"),
)


class SessionDetail(QFrame):
    """A card with the session's totals above its exercises.

    asked: 'repeat', 'export' or 'delete'. edited: as SessionEditing has it.
    """

    asked = Signal(str)
    edited = Signal(str, object, object)
    exercise_opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("Session")
        scaled(self.setMinimumWidth, 390)
        self._context = context
        self.session: WorkoutSession | None = None
        self.content: SessionReading | SessionEditing | None = None
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._when = muted_label(wraps=True)
        self._totals = QLabel()
        self._fallen: Sequence[Record] = ()
        self._records = QLabel()
        self._records.setProperty("role", "record")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setAccessibleName("Exercises of the session")
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 13, 9, 9)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._when)
        line = QHBoxLayout()
        line.addWidget(self._totals)
        line.addStretch(1)
        line.addWidget(self._records)
        line.addSpacing(8)
        column.addLayout(line)
        column.addLayout(self._made_buttons())
        column.addSpacing(4)
        column.addWidget(self._scroll, 1)
        self.show_several(())

    @property
    def is_editing(self) -> bool:
        """The session is being edited."""
        return isinstance(self.content, SessionEditing)

    def show_session(self, session: WorkoutSession, records: Sequence[Record] = ()) -> None:
        """Show a session and the records it holds; one that is edited stays so."""
        is_same = self.session is not None and session.id == self.session.id
        self.session = session
        self._show_head(session)
        self._show_records(records)
        if is_same and isinstance(self.content, SessionEditing):
            self.content.show_session(session)
        else:
            self._read(keep_place=is_same)

    def show_several(self, rows: Sequence[HistoryRow]) -> None:
        """Show what several sessions come to; without any, the card is empty."""
        self.session = None
        self._set_content(None)
        self._name.setText(count_text(len(rows), "session") if rows else "")
        self._show_records(())
        unit = self._context.preferences.unit
        sets = count_text(sum(row.sets for row in rows), "set")
        volume = volume_text(sum(row.volume for row in rows), unit)
        self._when.hide()
        self._totals.setText(f"{sets} · {volume}" if rows else "")
        for name, button in self.buttons.items():
            button.setVisible(bool(rows) and name in ("export", "delete"))

    def go_to_set(self, set_id: UUID) -> bool:
        """Have a set of the session edited, the cursor in its first cell; False: it is gone."""
        if self.session is None or all(one.id != set_id for one in self.session.all_sets()):
            return False
        self.edit(True)
        assert isinstance(self.content, SessionEditing)
        self._bring(self.content.go_to_set(set_id))
        return True

    def _bring(self, control: QWidget) -> None:
        """Scroll to it: the fields have their places when what was asked of Qt is done."""
        QTimer.singleShot(
            0, control, lambda: self._scroll.ensureWidgetVisible(control, 0, _CONTEXT)
        )

    def edit(self, on: bool) -> None:
        """Begin to edit the session, or go back to reading it."""
        if self.session is None or on is self.is_editing:
            return
        if on:
            editing = SessionEditing(self.session, self._context)
            editing.edited.connect(self._on_edited)
            editing.gone_to.connect(self._bring)
            self._set_content(editing)
            editing.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # what is still being typed counts
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._read()
        self._show_edit_button()

    def _read(self, keep_place: bool = False) -> None:
        assert self.session is not None
        place = self._scroll.verticalScrollBar().value() if keep_place else 0
        reading = SessionReading(self.session, self._context, self._fallen)
        reading.exercise_opened.connect(self.exercise_opened)
        self._set_content(reading)
        self._scroll.verticalScrollBar().setValue(place)

    def _set_content(self, content: SessionReading | SessionEditing | None) -> None:
        old = self._scroll.takeWidget()
        if old is not None:
            old.deleteLater()
        self.content = content
        if content is not None:
            content.setAutoFillBackground(False)
            self._scroll.setWidget(content)
            content.setAutoFillBackground(False)

    def _on_edited(self, label: str, before: WorkoutSession, after: WorkoutSession) -> None:
        self.session = after
        self._show_head(after)
        self.edited.emit(label, before, after)

    def _show_head(self, session: WorkoutSession) -> None:
        unit = self._context.preferences.unit
        start = session.local_start
        day = f"{WEEKDAYS[session.session_date.weekday()]}, {day_text(session.session_date)}"
        known = session.duration_minutes
        words = (
            f"{day}, {start:%H:%M}",
            minutes_text(known) if known is not None else "",
            session.location,
        )
        counting = Counting.of(self._context.preferences)
        sets = sum(counting.has(one) for one in session.all_sets())
        totals = (
            count_text(len(session.exercises), "exercise"),
            count_text(sets, "set" if counting.counts_warm_ups else "working set"),
            volume_text(counting.volume(session.all_sets()), unit),
        )
        self._name.setText(session.name)
        self._when.setText(" · ".join(word for word in words if word))
        self._when.show()
        self._totals.setText(" · ".join(totals))
        for button in self.buttons.values():
            button.show()
        self._show_edit_button()

    def _show_records(self, records: Sequence[Record]) -> None:
        self._fallen = records
        lines = [
            f"{self._context.exercise_name(one.exercise_id)}: {one.kind.label}" for one in records
        ]
        self._records.setText(count_text(len(lines), "record"))
        self._records.setToolTip("\n".join(lines))
        self._records.setAccessibleDescription("; ".join(lines))
        self._records.setVisible(bool(lines))

    def _show_edit_button(self) -> None:
        button = self.buttons["edit"]
        button.setText("Done" if self.is_editing else "Edit")
        button.setIcon(icon("check" if self.is_editing else "edit", button))

    def _made_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        # flat buttons have room around their words: these begin where the text does
        line.addSpacing(-11)
        self.buttons: dict[str, QPushButton] = {}
        for name, text, picture in _ACTIONS:
            button = QPushButton(text)
            button.setIcon(icon(picture, button))
            button.setProperty("role", "flat")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, what=name: self._on_button(what))
            line.addWidget(button)
            self.buttons[name] = button
        line.addStretch(1)
        return line

    def _on_button(self, what: str) -> None:
        if what == "edit":
            self.edit(not self.is_editing)
        else:
            self.asked.emit(what)
