"""What a template amounts to: how long it takes, and its sets for each muscle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.accounts import ExercisePreferences
from desktop.domain.library import Exercise
from desktop.domain.muscles import Muscle
from desktop.domain.template_edits import DEFAULT_SETS
from desktop.domain.template_estimate import estimated_seconds
from desktop.domain.templates import TemplateExercise
from desktop.ui.context import Context
from desktop.ui.sizes import NO_LIMIT, px, scaled
from desktop.ui.theme import colors
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.delegate import draw_text
from desktop.ui.widgets.elided import ElidedLabel
from desktop.ui.widgets.texts import count_text, minutes_text

_LINE, _BAR, _GAP = 24, 6, 24
_NAME, _NUMBER = 84, 28
_COLUMN_LEAST = 190
_STANDING = 264
_HOW = "An estimate: 3.5 s a rep, times and distances as planned, and the rests between sets"
_PLAIN = "{:g}".format

MuscleSets = list[tuple[Muscle, float]]


def muscle_sets(
    lines: Sequence[TemplateExercise], exercises: Mapping[UUID, Exercise]
) -> MuscleSets:
    """Working sets for each muscle, the most first: 1 as primary, 0.5 as secondary."""
    from desktop.analysis.volume import muscle_shares

    totals: dict[Muscle, float] = defaultdict(float)
    for line in lines:
        exercise = exercises.get(line.exercise_id) if line.exercise_id else None
        working = sum(one.set_type.is_working for one in line.targets(DEFAULT_SETS))
        for muscle, share in (muscle_shares(exercise) if exercise else {}).items():
            totals[muscle] += share * working
    order = list(Muscle)
    found = [(muscle, sets) for muscle, sets in totals.items() if sets]
    return sorted(found, key=lambda pair: (-pair[1], order.index(pair[0])))


class SummaryCard(Card):
    """Stands beside the exercises or lies beneath them; brought up to date at each edit.

    Beneath them on a low page it is one line of words: the room is the exercises'.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Sets for each muscle", parent=parent)
        self._context = context
        self._habits: Mapping[UUID, ExercisePreferences] = {}
        self._lines: Sequence[TemplateExercise] = ()
        self._is_standing = self._is_flat = False
        # at the end of the heading's line, or below it where that is short
        self._beside, self._below = muted_label(), muted_label()
        for label in (self._beside, self._below):
            label.setToolTip(_HOW)
        self.bars = MuscleBars()
        self.line = ElidedLabel("muted")
        self.header.addWidget(self._beside)
        for part in (self._below, self.line, self.bars):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.stand(False)

    @property
    def total(self) -> str:
        """How many sets there are and how long they take, in words."""
        return self._below.text()

    def show_habits(self, habits: Mapping[UUID, ExercisePreferences]) -> None:
        """Take into account how long the profile rests for which exercise."""
        self._habits = habits
        self.show_lines(self._lines)

    def show_lines(self, lines: Sequence[TemplateExercise]) -> None:
        """Show what these lines amount to."""
        self._lines = lines
        exercises, preferences = self._context.exercises, self._context.preferences
        seconds = estimated_seconds(lines, exercises, preferences, self._habits)
        sets = sum(len(line.targets(DEFAULT_SETS)) for line in lines)
        words = f"{count_text(sets, 'set')} \u00b7 about {minutes_text(minutes_of(seconds))}"
        for label in (self._beside, self._below):
            label.setText(words if lines else "")
        self.bars.show_sets(muscle_sets(lines, exercises))
        muscles = (f"{muscle.label} {_PLAIN(sets)}" for muscle, sets in self.bars.sets)
        self.line.setText(" \u00b7 ".join(muscles))
        self.line.setToolTip(self.line.text())
        self.stand(self._is_standing, self._is_flat)
        self.setVisible(bool(lines))

    def stand(self, is_standing: bool, is_flat: bool = False) -> None:
        """Beside the exercises, or beneath them: with its bars, or flat."""
        self._is_standing, self._is_flat = is_standing, is_flat
        scaled(self.setMinimumWidth, _STANDING if is_standing else 0)
        scaled(self.setMaximumWidth, _STANDING if is_standing else NO_LIMIT)
        self._beside.setVisible(not is_standing)
        self._below.setVisible(is_standing and bool(self._lines))
        self.bars.setVisible(bool(self.bars.sets) and not is_flat)
        self.line.setVisible(bool(self.bars.sets) and is_flat)


class MuscleBars(QWidget):
    """A bar for each muscle, between its name and its number, in as many columns as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sets: MuscleSets = []
        self.setAccessibleName("Sets for each muscle")

    def show_sets(self, sets: MuscleSets) -> None:
        """Show these, in this order."""
        self.sets = sets
        words = ", ".join(f"{muscle.label} {_PLAIN(count)}" for muscle, count in sets)
        self.setAccessibleDescription(words)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        columns, rows = self._grid()
        wide = (self.width() - (columns - 1) * _GAP) // columns
        most = max((count for _, count in self.sets), default=1.0)
        for place, (muscle, count) in enumerate(self.sets):
            column, row = divmod(place, rows)
            rect = QRect(column * (wide + _GAP), row * px(_LINE), wide, px(_LINE))
            self._paint_line(painter, rect, muscle.label, count, count / most)
        painter.end()

    def _paint_line(
        self, painter: QPainter, rect: QRect, name: str, count: float, part: float
    ) -> None:
        shown = colors(self)
        painter.setPen(shown.text)
        draw_text(painter, QRect(rect.left(), rect.top(), px(_NAME), rect.height()), name, None)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, rect, _PLAIN(count), right)
        room = rect.adjusted(px(_NAME) + 8, 0, -px(_NUMBER) - 8, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(room.left(), rect.center().y() - px(_BAR) / 2, room.width(), px(_BAR))
        for ink, width in ((shown.line, bar.width()), (shown.fill, bar.width() * part)):
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, px(_BAR)), 3, 3)

    def _grid(self) -> tuple[int, int]:
        columns = max(1, (self.width() + _GAP) // (px(_COLUMN_LEAST) + _GAP))
        rows = -(-len(self.sets) // columns) or 1
        return columns, rows

    def _fit(self) -> None:
        self.setFixedHeight(self._grid()[1] * px(_LINE))


def minutes_of(seconds: int) -> int:
    """Whole minutes, at least one of anything."""
    return max(round(seconds / 60), 1) if seconds else 0
