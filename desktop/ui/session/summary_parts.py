"""The parts of a finished session's summary: figures, exercises, records, muscles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from desktop.domain.records import Record
from desktop.domain.session import ExerciseSet
from desktop.domain.session_edits import best_set
from desktop.domain.summary import Before, ExerciseResult, Summary, Totals
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.sizes import scaled
from desktop.ui.widgets.body_map import BodyMap
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.records import value_text
from desktop.ui.widgets.texts import (
    count_text,
    minutes_text,
    set_text,
    short_day_text,
    volume_text,
)

_TENTHS = 10
_BODY_HEIGHT = 190
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MINUS = "\N{MINUS SIGN}"


class Figures(QFrame):
    """Duration, sets, reps and volume, each with its change since the last time."""

    def __init__(self, summary: Summary, unit: Unit, today: date) -> None:
        super().__init__()
        line = QHBoxLayout()
        line.setSpacing(12)
        for words, value, change in figures(summary, unit):
            line.addWidget(_figure(words, value, change), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(muted_label(compared_text(summary, today)))


def figures(summary: Summary, unit: Unit) -> list[tuple[str, str, str]]:
    """(what, how much, the change since the last time) of each total."""
    now, before = summary.totals, summary.before
    shown = [
        ("Duration", minutes_text(now.duration_minutes)),
        ("Sets", f"{now.sets:,}"),
        ("Reps", f"{now.reps:,}"),
        ("Volume", volume_text(now.volume, unit)),
    ]
    changes = _changes(now, before.totals) if before is not None else [""] * len(shown)
    return [(*pair, change) for pair, change in zip(shown, changes, strict=True)]


def compared_text(summary: Summary, today: date) -> str:
    """'Compared with Push A of 14 Nov'."""
    before: Before | None = summary.before
    if before is None:
        return "The first of its kind: there is nothing to compare it with yet."
    what = summary.template_name or "the last one"
    return f"Compared with {what} of {short_day_text(before.day, today)}"


def _changes(now: Totals, before: Totals) -> list[str]:
    minutes = None
    if now.duration_minutes is not None and before.duration_minutes is not None:
        minutes = now.duration_minutes - before.duration_minutes
    return [
        _signed(minutes, " min"),
        _signed(now.sets - before.sets),
        percent_text(now.reps, before.reps),
        percent_text(now.volume, before.volume),
    ]


def percent_text(now: float, before: float) -> str:
    """'+3 %'; empty when there was nothing before."""
    return _signed(round((now - before) * 100 / before), " %") if before else ""


def _signed(number: int | None, unit: str = "") -> str:
    if number is None:
        return ""
    return "as last time" if not number else f"{'+' if number > 0 else _MINUS}{abs(number):,}{unit}"


def _figure(words: str, value: str, change: str) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    number = QLabel(value)
    number.setProperty("role", "big")
    number.setAccessibleName(f"{words}: {value}, {change}" if change else f"{words}: {value}")
    column = QVBoxLayout(card)
    column.setContentsMargins(14, 10, 14, 10)
    column.setSpacing(0)
    column.addWidget(muted_label(words))
    column.addWidget(number)
    if change:
        column.addWidget(muted_label(change))
    column.addStretch(1)
    return card


class ExercisesCard(Card):
    """Each exercise: sets done of those planned, its best set, and the one of last time."""

    def __init__(self, results: Sequence[ExerciseResult], left_out: int, context: Context) -> None:
        super().__init__("Exercises")
        grid = _grid()
        for row, result in enumerate(results):
            name, sets = QLabel(context.exercise_name(result.exercise_id)), sets_text(result)
            best, before = best_texts(result, context.preferences.unit)
            name.setWordWrap(True)
            name.setAccessibleDescription(", ".join(one for one in (sets, best, before) if one))
            grid.addLayout(_two_lines(name, muted_label(sets)), row, 0)
            grid.addLayout(_two_lines(QLabel(best), muted_label(before), _RIGHT), row, 1)
        self.body.addLayout(grid)
        if left_out:
            words = f"{count_text(left_out, 'set')} without a tick left out"
            self.body.addWidget(muted_label(words))


def _two_lines(
    upper: QLabel, lower: QLabel, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    for label in (upper, lower):
        label.setAlignment(align)
        column.addWidget(label)
    column.addStretch(1)
    return column


def sets_text(result: ExerciseResult) -> str:
    """'3 of 4 sets', 'Skipped'; '3 sets' where nothing was planned."""
    if not result.done and result.is_skipped:
        return "Skipped"
    if result.planned is None:
        return count_text(result.done, "set")
    return f"{result.done} of {count_text(result.planned, 'set')}"


def best_texts(result: ExerciseResult, unit: Unit = Unit.KG) -> tuple[str, str]:
    """The best set, and how the one of last time compares: 'up from 100 kg x 5'."""
    now, before = result.best, result.best_before
    if now is None:
        return "", f"was {set_text(before, unit)}" if before is not None else ""
    if before is None:
        return set_text(now, unit), "first time"
    return set_text(now, unit), f"{_direction(now, before)} {set_text(before, unit)}"


def _direction(now: ExerciseSet, before: ExerciseSet) -> str:
    """best_set prefers the earlier of equals: that tells them."""
    if best_set((before, now)) is now:
        return "up from"
    return "as" if best_set((now, before)) is now else "down from"


class RecordsCard(Card):
    """The records that fell, in gold."""

    def __init__(self, records: Sequence[Record], context: Context) -> None:
        super().__init__("Records")
        unit = context.preferences.unit
        grid = _grid(stretch=1)
        for row, record in enumerate(records):
            exercise = context.exercises.get(record.exercise_id)
            name = context.exercise_name(record.exercise_id)
            mark = QLabel("PR")
            mark.setProperty("role", "record")
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            words = QLabel(f"{record.kind.label}, {name}")
            words.setWordWrap(True)
            grid.addWidget(words, row, 1, Qt.AlignmentFlag.AlignTop)
            value = QLabel(value_text(record.kind, record.value, unit, exercise))
            value.setAlignment(_RIGHT)
            grid.addWidget(value, row, 2, Qt.AlignmentFlag.AlignTop)
            if record.previous is not None:
                before = value_text(record.kind, record.previous, unit, exercise)
                label = muted_label(f"before {before}")
                label.setAlignment(_RIGHT)
                grid.addWidget(label, row, 3, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)


class MusclesCard(Card):
    """The sets for each muscle, drawn on a body and as bars."""

    def __init__(self, summary: Summary) -> None:
        super().__init__("Sets for each muscle")
        ordered = sorted(summary.muscles.items(), key=lambda pair: -pair[1])
        most = ordered[0][1]
        body = BodyMap()
        scaled(body.setFixedHeight, _BODY_HEIGHT)
        body.set_levels(
            {muscle: sets / most for muscle, sets in ordered},
            {muscle: f"{sets:g} sets" for muscle, sets in ordered},
        )
        grid = _grid(stretch=1)
        for row, (muscle, sets) in enumerate(ordered):
            bar = QProgressBar()
            bar.setRange(0, round(most * _TENTHS))
            bar.setValue(round(sets * _TENTHS))
            bar.setTextVisible(False)
            bar.setAccessibleName(f"{muscle.label}: {sets:g} sets")
            number = QLabel(f"{sets:g}")
            number.setAlignment(_RIGHT)
            grid.addWidget(QLabel(muscle.label), row, 0)
            grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, row, 2)
        self.body.addWidget(body)
        self.body.addLayout(grid)


def _grid(stretch: int = 0) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(stretch, 1)
    return grid
