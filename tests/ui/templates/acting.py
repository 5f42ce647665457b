"""Someone with a keyboard and a mouse at the templates page, who waits for the answers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.ids import new_id
from desktop.domain.library import Exercise
from desktop.domain.templates import TargetReps, TemplateExercise, WorkoutTemplate
from desktop.ui.templates.page import TemplatesPage

BENCH, DEADLIFT, SQUAT = "Bench Press (Barbell)", "Deadlift (Barbell)", "Squat (Barbell)"
PLANK, RUN = "Plank", "Running"
NAME, SETS, REPS, WEIGHT, RPE, REST, SUPERSET, NOTES = range(8)
Key = Qt.Key
NONE, ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Place = tuple[int, int]


class Actor:
    """What is done at the page, and what is seen of it and in the data file."""

    def __init__(self, page: TemplatesPage, qtbot: QtBot) -> None:
        self.page = page
        self.context = page.context
        self.sheet = page.editor.lines.model
        self.view = page.editor.lines.view
        self._qtbot = qtbot

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.context.tasks.is_busy, timeout=20_000)

    # doing
    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QApplication.processEvents()
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifier)
        if modifier is not NONE:  # let go of it, or Qt takes it for still held
            QTest.keyRelease(focus, Key.Key_Control, NONE)
        QApplication.processEvents()

    def write(self, text: str, then: Qt.Key | None = None) -> None:
        for letter in text:
            # the first one may open a cell for the others
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
        if then is not None:
            self.press(then)

    def choose(self, first: Place, last: Place) -> None:
        """Choose a rectangle by keyboard."""
        self.view.setFocus()
        self.view.go_to(*first)
        for _ in range(last[0] - first[0]):
            self.press(Key.Key_Down, SHIFT)
        for _ in range(last[1] - first[1]):
            self.press(Key.Key_Right, SHIFT)

    def go_to(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.go_to(row, column)

    def press_number(self, row: int, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Click on the number beside a row."""
        left = Qt.MouseButton.LeftButton
        numbers = self.view.rows.viewport()
        QTest.mouseClick(numbers, left, modifier, self.beside(row))
        QTest.keyRelease(numbers, Key.Key_Control, NONE)

    def drag(self, row: int, to: QPoint) -> None:
        """Drag a row by its number."""
        left, numbers = Qt.MouseButton.LeftButton, self.view.rows.viewport()
        QTest.mousePress(numbers, left, NONE, self.beside(row))
        for part in (1, 2, 3, 4):
            QTest.mouseMove(numbers, self.beside(row) + (to - self.beside(row)) * (part / 4))
            QApplication.processEvents()
        QTest.mouseRelease(numbers, left, NONE, to)

    def beside(self, row: int, part: float = 0.5) -> QPoint:
        """A place on the number of a row. part: how far down in it."""
        numbers = self.view.rows
        top = numbers.sectionViewportPosition(row)
        return QPoint(numbers.width() // 2, int(top + numbers.sectionSize(row) * part))

    def copy_in(self, text: str) -> None:
        """Another program puts text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def undo(self) -> None:
        self.context.undo_last()
        self.settle()

    def redo(self) -> None:
        self.context.redo_last()
        self.settle()

    # making
    def exercise(self, name: str) -> Exercise:
        return next(one for one in self.context.exercises.values() if one.name == name)

    def line(self, name: str) -> TemplateExercise:
        return TemplateExercise(new_id(), self.exercise(name).id, 3, TargetReps(5, 5))

    def keep(self, *names: str, called: str = "Push A", category: str = "Push") -> WorkoutTemplate:
        """Store a template with these exercises, three sets of five each."""
        lines = tuple(map(self.line, names))
        made = WorkoutTemplate(
            new_id(), self.context.user.id, called, "", category, exercises=lines
        )
        service = self.context.services.templates
        self.context.do("add", lambda: service.save(self.context.user.id, made))
        self.settle()
        return made

    def open(self, *names: str, called: str = "Push A") -> WorkoutTemplate:
        """Store such a template and open it."""
        made = self.keep(*names, called=called)
        self.page.open_item(made.id)
        self.settle()
        return made

    # seeing
    def stored(self, with_archived: bool = False) -> list[WorkoutTemplate]:
        service = self.context.services.templates
        rows = service.rows(self.context.user.id, with_archived)
        return [service.get(row.id) for row in rows]

    def lines(self) -> tuple[TemplateExercise, ...]:
        """The lines of the only template there is."""
        (template,) = self.stored()
        return template.exercises

    def names(self) -> list[str]:
        return [self.context.exercise_name(line.exercise_id) for line in self.lines()]

    def cells(self, row: int, *columns: int) -> list[str]:
        """The texts that stand in cells."""
        return [str(self.sheet.index(row, column).data()) for column in columns]

    def here(self) -> Place:
        index = self.view.currentIndex()
        return index.row(), index.column()

    def label(self) -> str:
        """What the Edit menu would take back."""
        return self.context.undo.undo_label

    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()
