"""What an import would do: the file in numbers, the questions, the exercises, the problems."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.transfer import ImportAnswers, ImportPreview
from desktop.domain.weight import Unit
from desktop.ui.context import Context
from desktop.ui.transfer.names_table import NamesPanel
from desktop.ui.transfer.panels import fault_label
from desktop.ui.transfer.problems import ProblemsPanel
from desktop.ui.transfer.questions import UnitQuestion
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.texts import count_text, day_text


class PreviewPanel(QWidget):
    """answered carries the ImportAnswers after a change."""

    answered = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = fault_label()
        self.summary = Card("")
        self.figures = _Figures()
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.restore = QCheckBox()
        self.unit = UnitQuestion()
        self.names = NamesPanel(context)
        self.problems = ProblemsPanel()
        self._answers = ImportAnswers()
        self._preview: ImportPreview | None = None
        self._lay_out()
        self.restore.toggled.connect(
            lambda on: self._answer(replace(self._answers, restore_deleted=on))
        )
        self.unit.answered.connect(self._take_unit)
        self.names.answered.connect(self._take_names)

    def show_preview(self, preview: ImportPreview, name: str) -> None:
        """Show what importing this file would do."""
        self._preview, self._answers = preview, preview.answers
        self.summary.heading.setText(name)
        self.summary.setAccessibleName(f"Summary of {name}")
        self.summary.note.setText(preview.file.label)
        self.figures.show_figures(preview)
        self.counts.setText(counts_text(preview))
        self.restore.setText(
            "&Bring back what I deleted here" + f" ({count_text(preview.deleted, 'workout')})"
        )
        self.restore.setVisible(bool(preview.deleted))
        with QSignalBlocker(self.restore):
            self.restore.setChecked(preview.answers.restore_deleted)
        self.unit.show_question(preview)
        self.names.show_names(preview, preview.answers)
        self.problems.show_problems(preview.file.problems)

    def say(self, words: str) -> None:
        """Say above everything why the last try kept nothing; empty: say nothing."""
        self.message.setText(words)
        self.message.setVisible(bool(words))

    def _take_unit(self, unit: Unit) -> None:
        # an exception that has become the rule is none any more
        units = {name: one for name, one in self._answers.units.items() if one is not unit}
        answers = replace(self._answers, unit=unit, units=units)
        if self._preview is not None:
            self.names.show_names(self._preview, answers)
        self._answer(answers)

    def _take_names(self, answers: ImportAnswers) -> None:
        self._answer(replace(self._answers, matches=answers.matches, units=answers.units))

    def _answer(self, answers: ImportAnswers) -> None:
        self._answers = answers
        self.answered.emit(answers)

    def _lay_out(self) -> None:
        self.summary.body.addWidget(self.figures)
        self.summary.body.addWidget(self.counts)
        self.summary.body.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.message)
        column.addWidget(self.summary)
        column.addWidget(self.unit)
        column.addWidget(self.names, 1)
        column.addWidget(self.problems)
        self.say("")


class _Figures(QWidget):
    """Numbers beside each other, each above its word."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(40)
        self._figures: dict[str, QLabel] = {}
        for word in ("Workouts", "Sets", "Exercises", "First day", "Last day"):
            self._row.addLayout(self._figure(word))
        self._row.addStretch(1)

    def show_figures(self, preview: ImportPreview) -> None:
        """Show the numbers of a file."""
        first, last = preview.first_day, preview.last_day
        for word, text in (
            ("Workouts", f"{preview.workouts:,}"),
            ("Sets", f"{preview.sets:,}"),
            ("Exercises", f"{len(preview.names):,}"),
            ("First day", day_text(first) if first else ""),
            ("Last day", day_text(last) if last else ""),
        ):
            self._figures[word].setText(text)
            self._figures[word].setAccessibleName(f"{word}: {text}")

    def _figure(self, word: str) -> QVBoxLayout:
        value = self._figures[word] = QLabel()
        value.setProperty("role", "heading")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(muted_label(word))
        column.addWidget(value)
        return column


def todo_count(preview: ImportPreview) -> int:
    """How many workouts an import would touch."""
    restored = preview.deleted if preview.answers.restore_deleted else 0
    return preview.new + preview.updated + restored


def button_text(preview: ImportPreview) -> str:
    """What the button does, with the count."""
    count = count_text(todo_count(preview), "workout")
    if preview.new:
        return f"Import {count}"
    return f"Bring {count} up to date" if preview.updated else f"Bring back {count}"


def counts_text(preview: ImportPreview) -> str:
    """'350 new, 2 will be brought up to date, 2 here already'."""
    parts = [f"{preview.new:,} new"] if preview.new else []
    if preview.updated:
        parts.append(f"{preview.updated:,} will be brought up to date")
    if preview.known:
        parts.append(f"{preview.known:,} here already")
    if preview.deleted:
        parts.append(
            f"{preview.deleted:,} {'was' if preview.deleted == 1 else 'were'} deleted here"
        )
    text = " \N{MIDDLE DOT} ".join(parts)
    if todo_count(preview):
        return text
    return f"There is nothing new in this file: {text}."
