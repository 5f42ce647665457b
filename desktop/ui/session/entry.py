"""The line at the bottom of the session: an exercise and its sets, typed and logged by Enter."""

from __future__ import annotations

import re
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout

from desktop.domain.changes import Changed, Kind
from desktop.domain.exercise_search import choices_of
from desktop.domain.library import Exercise
from desktop.domain.quick_entry import Reading, read_line
from desktop.domain.quick_names import ExerciseNames
from desktop.domain.session import WorkoutSession
from desktop.domain.session_edits import place_of
from desktop.domain.session_order import next_set
from desktop.ui.icons import icon
from desktop.ui.session.controller import SessionController
from desktop.ui.session.entry_field import EntryField
from desktop.ui.sizes import scaled
from desktop.ui.tasks import Newest
from desktop.ui.widgets.styling import restyle

_MOST_SHOWN = 240
_KEPT = re.compile(r" (?=kg|lb|\u00d7|m\b)|(?<=\u00d7|E|R) ")  # a set stays on one line
_BUTTON, _PICTURE = 32, 18


class EntryLine(QFrame):
    """Type 'bench 100x5@8 x3': how it is read stands below while it is typed.

    exercise_wanted: a name alone was entered; carries the exercise's id.
    paste_wanted: a whole workout is to be pasted, with the text where there
    is some. help_wanted: how lines are written is to be explained.
    """

    exercise_wanted = Signal(object)
    paste_wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self, controller: SessionController, parent: QFrame | None = None) -> None:
        super().__init__(parent)
        self.controller = controller
        self.context = controller.context
        self.reading = Reading()
        self._names: ExerciseNames | None = None
        self._is_stale = True
        self._newest = Newest(self.context.tasks)
        self._read_text = ""
        self._is_entered = False
        self.setAccessibleName("Type sets")
        self.field = EntryField()
        self.field.setPlaceholderText("Type sets: bench 100x5@8 x3")
        self.field.setAccessibleName("Type an exercise and its sets")
        self.paste = self._button("paste", "Paste workout", "Paste a whole workout as lines")
        self.help = self._button("help", "How sets are typed", "How sets are typed")
        self.said = QLabel()
        self.said.setProperty("role", "caption")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._read()

    def _button(self, picture: str, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture, button))
        scaled(button.setIconSize, QSize(_PICTURE, _PICTURE))
        scaled(button.setFixedSize, _BUTTON, _BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(self.paste)
        line.addWidget(self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 8)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.said)

    def _connect(self) -> None:
        field, controller = self.field, self.controller
        field.textChanged.connect(self._on_text)
        field.textEdited.connect(self._on_typed)
        field.entered.connect(self._log)
        field.names_wanted.connect(self._offer_most_used)
        field.focused.connect(self._load)
        field.many_pasted.connect(self.paste_wanted)
        field.names.picked.connect(self._complete)
        self.paste.clicked.connect(lambda: self.paste_wanted.emit(""))
        self.help.clicked.connect(self.help_wanted)
        controller.opened.connect(self._read)
        controller.edited.connect(self._read)
        controller.closed.connect(lambda: field.setText(""))
        self.context.notifier.changed.connect(self._on_changed)
        self.context.exercises_changed.connect(self._read)
        self.context.profile_changed.connect(self._read)

    # the exercises there are
    def _load(self) -> None:
        """Read the exercises and how much each is in use, when that may be another now."""
        if not self._is_stale:
            return
        self._is_stale = False
        library, user_id = self.context.services.library, self.context.user.id
        today = self.context.today()

        def read(names: ExerciseNames) -> None:
            self._names, is_entered = names, self._is_entered
            self._read()
            if is_entered:
                self._log()
            else:
                self._offer()

        self._newest.read(lambda: ExerciseNames(choices_of(library.rows(user_id), today)), read)

    def _on_changed(self, change: Changed) -> None:
        if not change.kinds & {Kind.EXERCISES, Kind.SESSIONS}:
            return
        self._is_stale = True
        # use may wait for the next time; a new name is typed at once
        if Kind.EXERCISES in change.kinds and self.field.hasFocus():
            self._load()

    # what is typed
    def _on_text(self, text: str) -> None:
        if text != self._read_text:
            self._read()

    def _on_typed(self) -> None:
        # Qt tells this before it tells that the text is another one
        self._read()
        self._offer()

    def _read(self) -> None:
        """Read the line, and say how it is read or which word cannot be."""
        self._is_entered = False
        self._read_text = text = self.field.text()
        current = self._current()
        if self._names is None:
            self.reading = Reading()
        else:
            unit = self.context.preferences.unit
            self.reading = read_line(text, self._names, unit, current)
        fault = self.reading.fault
        is_wrong = fault is not None and not fault.is_open
        self.field.mark((fault.start, fault.end) if fault and is_wrong else None)
        if fault is not None:
            said = fault.words
        elif self.reading.words:
            said = self.reading.words
        else:
            said = self._hint(current)
        self._say(said, is_wrong)

    def _hint(self, current: Exercise | None) -> str:
        if current is None:
            return "Begin with the exercise; Enter logs the sets as done."
        return f"Without a name it is for {current.name}."

    def _say(self, words: str, is_wrong: bool = False) -> None:
        shown = words if len(words) <= _MOST_SHOWN else f"{words[:_MOST_SHOWN].rstrip()}\u2026"
        restyle(self.said, "role", "error" if is_wrong else "caption")
        self.said.setText(_KEPT.sub("\u00a0", shown))
        self.said.setToolTip(words if shown != words else "")
        self.field.setAccessibleDescription(words)

    def _current(self) -> Exercise | None:
        """The exercise that a line without a name means."""
        session = self.controller.session
        found = None if session is None else _exercise_at_hand(session)
        return None if found is None else self.context.exercises.get(found)

    def _offer(self) -> None:
        """Show the exercises that the words may mean, while it is the name that is typed."""
        reading, field = self.reading, self.field
        typed = field.text()[: field.cursorPosition()]
        is_name = bool(typed.strip()) and reading.name_end >= len(typed.rstrip())
        is_done = typed.endswith(" ") and _is_whole(reading, typed)
        offered = reading.candidates if is_name and not is_done and field.hasFocus() else ()
        field.names.offer(offered, self.context.today())

    def _offer_most_used(self) -> None:
        self.field.names.offer(self.reading.candidates, self.context.today())

    def _complete(self, exercise: Exercise) -> None:
        """Write the exercise's name in place of the words that were typed for it."""
        rest = self.field.text()[self.reading.name_end :].lstrip()
        self.field.setText(f"{exercise.name} {rest}")
        self.field.setCursorPosition(len(exercise.name) + 1)

    # what is done with it
    def _log(self) -> None:
        reading = self.reading
        if self.controller.session is None:
            return
        if self._names is None:
            self._is_entered = True  # faster than the exercises are read
        elif reading.is_ready and reading.exercise:
            text = self.field.text()
            self.field.remember()
            self.field.setText("")  # also forgets what Undo would bring back
            self.controller.log_sets(
                reading.exercise.id, reading.sets, lambda: self._bring_back(text)
            )
        elif reading.fault is not None:
            self.field.mark((reading.fault.start, reading.fault.end))
            self._say(reading.fault.words, True)
        elif reading.exercise is not None:
            self.field.remember()
            self.field.setText("")
            self.exercise_wanted.emit(reading.exercise.id)

    def _bring_back(self, text: str) -> None:
        """What could not be stored stands in the line again, unless more was typed since."""
        if not self.field.text():
            self.field.setText(text)


def _is_whole(reading: Reading, typed: str) -> bool:
    """Whether the name that was typed is one in full, not the beginning of one."""
    name = typed.strip().casefold()
    exercise = reading.exercise
    return exercise is not None and name in (
        exercise.name.casefold(),
        *(alias.casefold() for alias in exercise.aliases),
    )


def _exercise_at_hand(session: WorkoutSession) -> UUID | None:
    """The exercise of the set to do next, else the one that was done last."""
    done = [
        ((one.completed_at, row, number), one.id, exercise.exercise_id)
        for row, exercise in enumerate(session.exercises)
        for number, one in enumerate(exercise.sets)
        if one.completed_at is not None
    ]
    if not done:
        waiting = (e.exercise_id for e in session.exercises if not e.is_skipped)
        return next(waiting, None)
    _, last, exercise_id = max(done, key=lambda each: each[0])
    following = next_set(session, last)
    if following is None:
        return exercise_id
    return session.exercises[place_of(session, following).exercise].exercise_id
