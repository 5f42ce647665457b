"""Whose strength is charted: an exercise or a muscle group, and what it is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import Subject
from desktop.ui.context import Context
from desktop.ui.progress.strength_data import measures_for
from desktop.ui.progress.strength_words import subject_aliases, subject_name
from desktop.ui.sizes import scaled
from desktop.ui.widgets.chart_looks import LOOKS
from desktop.ui.widgets.exercise_chooser import ExerciseChooser

_DOTS = "\N{HORIZONTAL ELLIPSIS}"


class SubjectLine(QWidget):
    """A chooser, and another one for what is to be compared with it.

    changed: other subjects; with the first one, the others go.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._all: tuple[Subject, ...] = ()
        self.subjects: tuple[Subject, ...] = ()
        self.chooser = ExerciseChooser()
        self.chooser.setAccessibleName("Exercise or muscle group")
        scaled(self.chooser.setMinimumWidth, 150)
        self.chooser.setMinimumContentsLength(26)
        self.chooser.picked.connect(self.show_subject)
        self.compare = QPushButton(f"Compare{_DOTS}")
        self.compare.setToolTip("Draw another one beside it")
        self.compare.clicked.connect(self._ask)
        self.other = _Other()
        self.other.setAccessibleName("Compare with")
        scaled(self.other.setMinimumWidth, 150)
        self.other.setMinimumContentsLength(22)
        self.other.picked.connect(self.add)
        self.other.left.connect(self._stop_asking)
        self.other.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for control in (self.chooser, self.compare, self.other):
            row.addWidget(control)
        row.addStretch(1)

    @property
    def is_done(self) -> bool:
        """There are sets of what is charted."""
        return any(one in self._all for one in self.subjects)

    def offer(self, used: Sequence[UUID]) -> None:
        """Offer the exercises that were done, and the muscle groups they train."""
        exercises = [self._context.exercises.get(one) for one in used]
        groups = {muscle.group for one in exercises if one for muscle in one.primary}
        self._all = (
            *(Subject(one) for one in used),
            *(Subject(group=one) for one in MuscleGroup if one in groups),
        )
        # what one looks at stays, though it may have no set any more
        kept = tuple(one for one in self.subjects if self._is_there(one))
        self.subjects = kept or self._all[:1]
        self._show()

    def show_subject(self, subject: object) -> None:
        """Chart this one alone."""
        if isinstance(subject, Subject):
            self.subjects = (subject,)
            self._show()
            self.changed.emit()

    def remove(self, subject: object) -> None:
        """Compare with it no more."""
        self.subjects = tuple(one for one in self.subjects if one != subject)
        self._show()
        self.changed.emit()

    def _is_there(self, subject: Subject) -> bool:
        return subject in self._all or subject.exercise_id in self._context.exercises

    def _show(self) -> None:
        unlogged = [one for one in self.subjects[:1] if one not in self._all]
        self._offer_in(self.chooser, (*self._all, *unlogged))
        if self.subjects:
            self.chooser.choose(self.subjects[0])
        self.compare.setEnabled(0 < len(self.subjects) < len(LOOKS) and bool(self._others()))
        self._stop_asking()

    def _others(self) -> list[Subject]:
        """What can be drawn beside what is drawn."""
        exercises = self._context.exercises
        return [
            one
            for one in self._all
            if one not in self.subjects and measures_for((*self.subjects, one), exercises)
        ]

    def _offer_in(self, chooser: ExerciseChooser, subjects: Sequence[Subject]) -> None:
        chooser.set_choices(
            [(one, subject_name(one, self._context)) for one in subjects],
            subject_aliases(subjects, self._context),
        )

    def _ask(self) -> None:
        self._offer_in(self.other, self._others())
        self.other.setCurrentIndex(-1)
        self.other.show()
        self.other.start_search()

    def add(self, subject: object) -> None:
        """Draw one more beside the others."""
        if isinstance(subject, Subject) and subject not in self.subjects:
            self.subjects = (*self.subjects, subject)
            self._show()
            self.changed.emit()

    def _stop_asking(self) -> None:
        if self.other.isVisible():
            had_focus = self.other.hasFocus()
            self.other.hide()
            if had_focus:
                back = self.compare if self.compare.isEnabled() else self.chooser
                back.setFocus(Qt.FocusReason.OtherFocusReason)


class _Other(ExerciseChooser):
    """left: Escape."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
