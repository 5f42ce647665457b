"""How personal records are written and marked, the same on every screen."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.domain.distance import METERS, distance_text, distance_unit, long_unit, pace_unit
from desktop.domain.library import Exercise, ExerciseKind
from desktop.domain.records import Record, RecordKind
from desktop.domain.weight import Unit, grams_text, plain_number
from desktop.ui.icons import pixmap
from desktop.ui.sizes import px
from desktop.ui.theme import Colors
from desktop.ui.widgets.delegate import RowDelegate, draw_text
from desktop.ui.widgets.texts import (
    NONE,
    count_text,
    duration_text,
    volume_text,
    weight_text,
)

_MARK = 16


def short_label(kind: RecordKind) -> str:
    """The kind's name where 'record' is said already: 'Session volume', 'Heaviest', 'e1RM'."""
    text = kind.label.removeprefix("Best ").removesuffix(" weight")
    return text if kind is RecordKind.E1RM else text[0].upper() + text[1:]


def value_text(
    kind: RecordKind, value: float | None, unit: Unit, exercise: Exercise | None = None
) -> str:
    """A record's value in the user's words: '117 kg', '12 reps', '5:02 /km'."""
    if value is None:
        return NONE
    if kind in (RecordKind.HEAVIEST, RecordKind.E1RM):
        text = weight_text(value, unit, 1 if kind is RecordKind.E1RM else 2)
        added = exercise is not None and exercise.kind is ExerciseKind.BODYWEIGHT_REPS
        return f"+{text}" if added and value > 0 else text
    if kind in (RecordKind.SET_VOLUME, RecordKind.SESSION_VOLUME):
        return volume_text(value, unit)
    if kind is RecordKind.LEAST_HELP:
        return f"{weight_text(abs(value), unit)} help"
    return _plain_text(kind, value, unit)


def gain_text(record: Record, unit: Unit) -> str:
    """By how much a record beat the one before: '+2.5 kg', '−0:04 /km'; 'first time' if none."""
    kind, before = record.kind, record.previous
    if before is None:
        return "first time"
    if kind is RecordKind.LEAST_HELP:
        return f"\u2212{weight_text(record.value - before, unit, 2)}"
    if kind is RecordKind.BEST_PACE:
        name, length = pace_unit(unit)
        faster = round(length / before) - round(length / record.value)
        return f"\u2212{duration_text(faster)} /{name}"
    if kind is RecordKind.FARTHEST:
        return f"+{distance_text(record.value - before, unit, of=record.value)}"
    return f"+{value_text(kind, record.value - before, unit)}"


def number_unit(
    kind: RecordKind, unit: Unit, exercise: Exercise | None
) -> tuple[str, Callable[[float], float]]:
    """What a record's bare numbers are in, for a table, and a value as such a number."""
    if kind is RecordKind.MOST_REPS:
        return "reps", float
    if kind is RecordKind.LONGEST:
        return "seconds", float
    if kind is RecordKind.FARTHEST:
        length = distance_unit(exercise.kind, unit) if exercise else long_unit(unit)
        return length, lambda value: value / float(METERS[length])
    if kind is RecordKind.BEST_PACE:
        name, meters = pace_unit(unit)
        return f"seconds per {name}", lambda value: meters / value
    grams = float(unit.grams)
    return str(unit), lambda value: value / grams


def _plain_text(kind: RecordKind, value: float, unit: Unit) -> str:
    if kind is RecordKind.MOST_REPS:
        return count_text(int(value), "rep")
    if kind is RecordKind.LONGEST:
        return duration_text(int(value))
    if kind is RecordKind.FARTHEST:
        return distance_text(value, unit)
    name, length = pace_unit(unit)
    return f"{duration_text(round(length / value))} /{name}" if value > 0 else NONE


def source_text(record: Record, unit: Unit) -> str:
    """The set behind a record: '97.5 kg × 6 @9'; a dash for what a whole session gave."""
    if record.weight is not None and record.reps is not None:
        text = f"{grams_text(record.weight, unit, 2)} {unit} \u00d7 {record.reps}"
    elif record.reps is not None:
        text = count_text(record.reps, "rep")
    elif record.weight is not None:
        text = weight_text(record.weight, unit, 2)
    else:
        return NONE
    return f"{text} @{plain_number(Decimal(str(record.rpe)))}" if record.rpe is not None else text


class RecordDelegate(RowDelegate):
    """Rows that are records: the gold cup before the text says so by shape, too."""

    def is_record(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the row has a cup; its text stands in line with the others in any case."""
        return True

    def paint_content(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        shown: Colors,
    ) -> None:
        if self.is_record(index):
            ratio = painter.device().devicePixelRatioF()
            cup = pixmap("records", px(_MARK), ratio, shown.gold_mark)
            top = rect.top() + (rect.height() - px(_MARK)) // 2
            painter.drawPixmap(QPoint(rect.left(), top), cup)
        painter.setPen(shown.text)
        painter.setFont(option.font)
        text = index.data() or ""
        draw_text(painter, rect.adjusted(px(_MARK) + 8, 0, 0, 0), text, None)
