"""What blocks are compared in: an exercise or a muscle group, and a measure of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from desktop.domain.muscles import MuscleGroup
from desktop.domain.progress import Measure, Subject
from desktop.ui.context import Context
from desktop.ui.progress.kept import read_subjects, written_subjects
from desktop.ui.progress.strength_data import measures_of
from desktop.ui.progress.strength_words import subject_aliases
from desktop.ui.sizes import scaled
from desktop.ui.widgets.exercise_chooser import ExerciseChooser

_REPS, _MOST_REPS = 5, 20


class SubjectChooser(QWidget):
    """changed: another exercise, group or measure is wanted.

    subject: None until there is something to choose from. wanted: the measure
    that the user chose, which other exercises keep where it fits them.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.subject: Subject | None = None
        self.wanted: Measure | None = None
        self.chooser = ExerciseChooser()
        self.chooser.setAccessibleName("Exercise or muscle group")
        scaled(self.chooser.setMinimumWidth, 150)
        self.chooser.setMinimumContentsLength(26)
        self.chooser.picked.connect(self.choose)
        self.measures = QComboBox()
        self.measures.setAccessibleName("Measure")
        self.measures.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.measures.activated.connect(self._on_measure)
        self.reps = QSpinBox()
        self.reps.setRange(1, _MOST_REPS)
        self.reps.setValue(_REPS)
        self.reps.setSuffix(" reps")
        self.reps.setAccessibleName("Reps")
        self.reps.valueChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for control in (self.chooser, self.measures, self.reps):
            row.addWidget(control)
        row.addStretch(1)

    @property
    def measure(self) -> Measure:
        """The chosen measure."""
        return Measure(self.measures.currentData() or Measure.E1RM)

    @property
    def choices(self) -> dict[str, object]:
        """What the user chose, to be kept."""
        subjects = [self.subject] if self.subject else []
        reps = self.reps.value()
        return {"subjects": written_subjects(subjects), "measure": self.wanted, "reps": reps}

    def recall(self, choices: Mapping[str, object]) -> None:
        """Choose what was kept, without telling, where nothing is chosen yet."""
        exercises = self._context.exercises
        for one in read_subjects(choices.get("subjects")):
            if one.group is not None or one.exercise_id in exercises:
                self.subject = self.subject or one
        measures = {one.value: one for one in Measure}
        self.wanted = self.wanted or measures.get(str(choices.get("measure")))
        if isinstance(reps := choices.get("reps"), int):
            with QSignalBlocker(self.reps):
                self.reps.setValue(reps)

    def choose(self, subject: object) -> None:
        """Take this one, and tell."""
        if isinstance(subject, Subject):
            self.subject = subject
            self.chooser.choose(subject)
            self.changed.emit()

    def offer(self, used: Sequence[UUID], subject: Subject, measure: Measure) -> None:
        """Offer the exercises that were done and the groups they train; show what is chosen."""
        exercises = self._context.exercises
        done = [exercises.get(one) for one in used]
        trained = {muscle.group for one in done if one for muscle in one.primary}
        choices = [(Subject(one), self._context.exercise_name(one)) for one in used]
        choices += [
            (Subject(group=one), f"{one.value}, all exercises")
            for one in MuscleGroup
            if one in trained
        ]
        self.subject = subject
        self.chooser.set_choices(
            choices, subject_aliases([one for one, _ in choices], self._context)
        )
        self.chooser.choose(subject)
        offered = measures_of(subject, exercises)
        self.measures.clear()
        for one in offered:
            self.measures.addItem(one.label, one)
        self.measures.setCurrentIndex(offered.index(measure))
        self.reps.setVisible(measure is Measure.BEST_AT_REPS)

    def _on_measure(self) -> None:
        self.wanted = self.measure
        self.reps.setVisible(self.measure is Measure.BEST_AT_REPS)
        self.changed.emit()
