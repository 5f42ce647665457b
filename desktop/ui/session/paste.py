"""A whole workout as lines of text, saved as a finished session."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import ClassVar
from uuid import UUID
from weakref import WeakKeyDictionary
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.changes import Changed
from desktop.domain.exercise_search import choices_of
from desktop.domain.quick_heading import Heading
from desktop.domain.quick_names import ExerciseNames
from desktop.domain.quick_workout import PastedWorkout, read_workout, session_of
from desktop.domain.session import WorkoutSession
from desktop.domain.session_start import name_by_hour
from desktop.ui.context import Context
from desktop.ui.session.paste_text import LinesBeside
from desktop.ui.session.when import WhenFields
from desktop.ui.shortcuts import sequence
from desktop.ui.sizes import room_for, scaled
from desktop.ui.tasks import words_for
from desktop.ui.undo import Step
from desktop.ui.widgets.card import muted_label
from desktop.ui.widgets.settling import settling
from desktop.ui.widgets.tab_order import put_in_order
from desktop.ui.widgets.texts import count_text

_SIZE = (1000, 680)
_ROW = 32
_SETTLE_MS = 120
_EVENING = time(18, 0)


class PasteDialog(QDialog):
    """Shows how a pasted workout is read, and saves it. saved carries the session's id.

    is_read: `workout` is the text as it stands. What is left without saving
    is there again the next time, until the program or the profile is closed.
    """

    saved = Signal(object)
    _left: ClassVar[WeakKeyDictionary[Context, str]] = WeakKeyDictionary()

    def __init__(self, context: Context, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.workout = PastedWorkout()
        self._names: ExerciseNames | None = None
        self._reads = 0
        self.is_read = False
        self._must_save = False
        self._is_saving = False
        self._heading = Heading()
        self.setWindowTitle("Paste a workout")
        room_for(self, *_SIZE)
        self.beside = LinesBeside()
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.when = WhenFields(self._now(), 0, has_end=False)
        self.when.minutes.setSpecialValueText("not known")
        self.message = QLabel()
        self.message.setProperty("role", "error")
        self.message.setWordWrap(True)
        self.message.hide()
        self._lay_out()
        self._settling = settling(self, _SETTLE_MS, self._read)
        self.beside.changed.connect(self._on_text)
        self.when.changed.connect(self._name_by_hour)
        shortcut = QShortcut(sequence("paste", "save"), self)
        shortcut.activated.connect(self.accept)
        self._name_by_hour()
        left = self._left.get(context, "")
        if left:
            text = left if text in left else f"{left}\n{text}"
        self.beside.text.setPlainText(text)
        self._read()
        self.beside.text.setFocus()

    def _lay_out(self) -> None:
        heading = QLabel("Paste a workout")
        heading.setProperty("role", "heading")
        label = QLabel("&Name")
        label.setBuddy(self.name)
        scaled(label.setMinimumHeight, _ROW)
        self.when.form.insertRow(0, label, self.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(
            "Save as a finished workout", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.save.setProperty("role", "primary")
        self.save.setToolTip("Save it (Ctrl+Enter)")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(
            muted_label(
                "An exercise and its sets in each line: bench 100x5@8 x3. A line without a name "
                "goes on with the one above; the first may have a name and a day.",
                wraps=True,
            )
        )
        column.addWidget(self.beside, 1)
        column.addWidget(self.when)
        column.addWidget(self.message)
        column.addWidget(buttons)
        put_in_order([self.beside, self.name, self.when.day, self.when.start, self.when.minutes])

    # how it is read
    def _on_text(self) -> None:
        self.is_read = False
        self._settling.start()

    def _read(self) -> None:
        """Read the lines on a worker, the exercises first where they are not known yet."""
        self._settling.stop()
        self._reads += 1
        number, text = self._reads, "\n".join(self.beside.lines)
        library, user_id = self.context.services.library, self.context.user.id
        today, unit, known = self.context.today(), self.context.preferences.unit, self._names

        def work() -> tuple[ExerciseNames, PastedWorkout]:
            names = known or ExerciseNames(choices_of(library.rows(user_id), today))
            return names, read_workout(text, names, unit)

        def read(found: tuple[ExerciseNames, PastedWorkout]) -> None:
            self._names = found[0]
            if number == self._reads and not self._settling.isActive():
                self._show(found[1])

        self.context.tasks.read(work, read)

    def _show(self, workout: PastedWorkout) -> None:
        self.workout = workout
        self.is_read = True
        self._say("")
        self.beside.show_lines(workout.lines)
        blocks = workout.blocks
        count = sum(len(sets) for _, sets in blocks)
        said = f"{count_text(len(blocks), 'exercise')}, {count_text(count, 'set')}"
        self.beside.totals.setText(said if blocks else "No sets yet")
        if workout.heading != self._heading:
            self._heading = workout.heading
            self._fill(workout.heading)
        if self._must_save:
            self._must_save = False
            self.accept()

    def _fill(self, heading: Heading) -> None:
        """Take what the heading says; the rest stays as it was typed."""
        if heading.name:
            self.name.setText(heading.name)
        if heading.minutes is not None:
            self.when.minutes.setValue(heading.minutes)
        now, start = self._now(), heading.start
        day = heading.day or now.date()
        if start is None and day == now.date():
            began = now - timedelta(minutes=heading.minutes or 0)
        else:
            began = datetime.combine(day, start or _EVENING)
        self.when.day.setDate(QDate(began.year, began.month, began.day))
        self.when.start.setTime(QTime(began.hour, began.minute))

    def _name_by_hour(self) -> None:
        self.name.setPlaceholderText(name_by_hour(self.when.local_start))

    def _say(self, words: str) -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _now(self) -> datetime:
        """The minute it is on the user's clock, without a zone."""
        now = self.context.services.clock().astimezone(ZoneInfo(self.context.user.timezone))
        return now.replace(tzinfo=None, second=0, microsecond=0)

    # how it is kept
    def reject(self) -> None:
        """Leave it; the lines wait for the next time."""
        self._left[self.context] = self.beside.text.toPlainText().strip()
        super().reject()

    def accept(self) -> None:
        """Save it, unless something cannot be read or cannot be."""
        if self._is_saving:
            return
        if not self.is_read:
            self._must_save = True
            self._read()
            return
        self.when.minutes.interpretText()
        fault = self._fault()
        self._say(fault)
        if not fault:
            self._save()

    def _fault(self) -> str:
        """What keeps it from being saved, empty when nothing does; goes to where it is."""
        place = self.workout.first_fault
        if place is not None:
            self.beside.go_to(place)
            return f"Line {place + 1} cannot be read: correct it or take it out."
        if not self.workout.blocks:
            self.beside.text.setFocus()
            return "There are no sets yet: write a line such as bench 100x5."
        fault_of_time = self.when.fault(self._now())
        if fault_of_time:
            self.when.day.setFocus()
        return fault_of_time

    def _save(self) -> None:
        session = self._session()
        context, service = self.context, self.context.services.session
        said = f"{session.name} saved"
        self._hold(True)

        def kept(change: Changed) -> None:
            step = Step(
                f"paste {session.name}",
                lambda: service.discard(session.id),
                lambda: service.restore(session.id),
            )
            context.undo.push(step)
            context.notifier.tell(replace(change, said=said))
            self._close(session.id)

        def failed(fault: Exception) -> None:
            self._hold(False)
            self._say(f"Not saved. {' '.join(words_for(fault))}".strip())

        context.tasks.write(lambda: service.save(session), kept, failed)

    def _session(self) -> WorkoutSession:
        zone = ZoneInfo(self.context.user.timezone)
        name = " ".join(self.name.text().split()) or self.name.placeholderText()
        return session_of(
            self.workout.blocks,
            self.context.user.id,
            name,
            self.when.local_start.replace(tzinfo=zone),
            self.when.length or None,
        )

    def _hold(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.save.setEnabled(not is_saving)

    def _close(self, session_id: UUID) -> None:
        self._left.pop(self.context, None)
        self.saved.emit(session_id)
        super().accept()
