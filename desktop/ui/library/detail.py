"""The chosen exercise in full: what it trains, how it is done, how it went lately."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.library import Exercise
from desktop.domain.progress import ExerciseChart
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.library.chart_side import ChartSide
from desktop.ui.sizes import px, scaled
from desktop.ui.widgets.body_map import PRIMARY, SECONDARY, BodyMap, Swatch
from desktop.ui.widgets.card import muted_label

# flat buttons have this much room around their words, which yet begin where other text does
_INSET = 11
# with less room the words and the chart need it all; the muscles stand in words too
_ROOM_FOR_MUSCLES = 812
# as many other names as fit; the search knows them all
_ALIASES = 4

# what is asked for beside what the buttons are called
TRAIN = "train"


class ExerciseDetail(QFrame):
    """A card that lies below the table or stands beside it. asked: an action by name."""

    asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName("Exercise")
        self.exercise: Exercise | None = None
        self._stands = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(17 - _INSET, 13, 17, 13)
        self._box.setSpacing(20)
        self._box.addWidget(self._made_text(), 5)
        self._box.addWidget(self._made_muscles(), 3)
        self.chart_side = ChartSide(context)
        self.chart_side.wanted.connect(lambda: self.asked.emit(TRAIN))
        self.chart_side.setContentsMargins(_INSET, 0, 0, 0)
        self._box.addWidget(self.chart_side, 5)

    def set_standing(self, stands: bool) -> None:
        """Beside the table: one part below the other."""
        if stands != self._stands:
            self._stands = stands
            direction = QBoxLayout.Direction
            self._box.setDirection(direction.TopToBottom if stands else direction.LeftToRight)
            for place, part in enumerate((0, 5, 4) if stands else (5, 3, 5)):
                self._box.setStretch(place, part)
            self._show_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_parts()

    def minimumSizeHint(self) -> QSize:
        """The muscles give way where there is no room, and so ask for none themselves."""
        hint = super().minimumSizeHint()
        if self._stands or self._muscles.isHidden():
            return hint
        muscles = self._muscles.minimumSizeHint().width() + self._box.spacing()
        return QSize(hint.width() - muscles, hint.height())

    def _show_parts(self) -> None:
        is_chosen = self.exercise is not None
        has_room = self._stands or self.width() >= px(_ROOM_FOR_MUSCLES)
        self._text.setVisible(is_chosen)
        self.chart_side.setVisible(is_chosen)
        self._muscles.setVisible(is_chosen and has_room)

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show the exercise; None: nothing is chosen."""
        self.exercise = exercise
        self._show_parts()
        if exercise is None:
            return
        self._name.setText(exercise.name)
        self._facts.setText(facts_text(exercise))
        self._steps.setText(steps_html(exercise))
        self._steps.setVisible(bool(exercise.instructions))
        self._aliases.setText(aliases_text(exercise.aliases))
        whole = " \u00b7 ".join(exercise.aliases)
        self._aliases.setToolTip(whole if len(exercise.aliases) > _ALIASES else "")
        self._aliases.setVisible(bool(exercise.aliases))
        self.body_map.set_worked(exercise.primary, exercise.secondary)
        self._legend.setVisible(bool(exercise.secondary))
        for name in ("edit", "delete"):
            self.buttons[name].setVisible(exercise.is_custom)
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.updateGeometry()

    def show_chart(self, chart: ExerciseChart, unit: Unit, today: date) -> None:
        """Show the last twelve months, unless another exercise was chosen meanwhile."""
        if self.exercise is not None and chart.exercise_id == self.exercise.id:
            self.chart_side.show_chart(chart, self.exercise.name, unit, today)

    def _made_text(self) -> QWidget:
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._facts = muted_label(wraps=True)
        self._steps = QLabel()
        self._steps.setWordWrap(True)
        self._steps.setTextFormat(Qt.TextFormat.RichText)
        self._aliases = muted_label(wraps=True)
        inner = QWidget()
        text = QVBoxLayout(inner)
        text.setContentsMargins(0, 0, 8, 0)
        text.setSpacing(8)
        for label in (self._steps, self._aliases):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.addWidget(label)
        text.addStretch(1)
        self._scroll = _FittingArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to scroll by keys
        self._scroll.setAccessibleName("Instructions")
        self._text = QWidget()
        column = QVBoxLayout(self._text)
        column.setContentsMargins(_INSET, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addLayout(self._made_buttons())
        column.addSpacing(2)
        column.addWidget(self._scroll, 1)
        return self._text

    def _made_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addSpacing(-_INSET)
        self.buttons: dict[str, QPushButton] = {}
        for name, text, picture in (
            ("progress", "See progress", "progress"),
            ("duplicate", "Duplicate", "copy"),
            ("edit", "Edit", "edit"),
            ("delete", "Delete", "trash"),
        ):
            button = QPushButton(text)
            button.setIcon(icon(picture, button))
            button.setProperty("role", "flat")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, what=name: self.asked.emit(what))
            line.addWidget(button)
            self.buttons[name] = button
        line.addStretch(1)
        return line

    def _made_muscles(self) -> QWidget:
        self.body_map = BodyMap()
        self._legend = QWidget()
        line = QHBoxLayout(self._legend)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addStretch(1)
        for level, text in ((PRIMARY, "Primary"), (SECONDARY, "Secondary")):
            label = QLabel(text)
            label.setProperty("role", "caption")
            line.addWidget(Swatch(level))
            line.addWidget(label)
            line.addSpacing(6)
        line.addStretch(1)
        self._muscles = QWidget()
        scaled(self._muscles.setMinimumWidth, 190)
        column = QVBoxLayout(self._muscles)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.body_map, 1)
        column.addWidget(self._legend)
        return self._muscles


class _FittingArea(QScrollArea):
    """Wants to be as high as what it holds, and scrolls where there is less room."""

    def sizeHint(self) -> QSize:
        held = self.widget()
        width = max(px(120), self.viewport().width())
        return QSize(px(240), held.heightForWidth(width) if held is not None else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def facts_text(exercise: Exercise) -> str:
    """'Chest · front delts, triceps · Barbell · Weight and reps'."""
    first = ", ".join(exercise.primary).capitalize()
    words = (first, ", ".join(exercise.secondary), exercise.equipment, exercise.kind.label)
    own = ("Your exercise",) if exercise.is_custom else ()
    return " · ".join(word for word in (*words, *own) if word)


def aliases_text(aliases: Sequence[str]) -> str:
    """'Also known as Flat Bench · BP and 5 more'."""
    more = len(aliases) - _ALIASES
    shown = " \u00b7 ".join(aliases[:_ALIASES])
    return f"Also known as {shown}" + (f" and {more} more" if more > 0 else "")


def steps_html(exercise: Exercise) -> str:
    """The instructions as numbered lines that hang behind their numbers."""
    rows = "".join(
        f"<tr><td style='padding-right:6px'>{number}.</td>"
        f"<td style='padding-bottom:2px'>{escape(step)}</td></tr>"
        for number, step in enumerate(exercise.instructions, 1)
    )
    return f"<table cellspacing='0' cellpadding='0'>{rows}</table>"
