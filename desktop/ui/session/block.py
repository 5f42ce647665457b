"""One exercise of the session: its head, and below it its sets while they are unfolded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from desktop.domain.session import SessionExercise
from desktop.ui.session.block_body import BlockBody
from desktop.ui.session.block_head import BlockHead, Fold
from desktop.ui.session.block_menu import fill_menu
from desktop.ui.session.block_view import BlockView, Columns
from desktop.ui.session.marks import SideBar
from desktop.ui.session.set_row import SetRow
from desktop.ui.session.views import Beaten, done_text
from desktop.ui.widgets.texts import count_text


class ExerciseBlock(QFrame):
    """asked: what the menu, a key or a button asks for, by its name."""

    asked = Signal(object, str)

    def __init__(self, exercise: SessionExercise, columns: Columns) -> None:
        super().__init__()
        self.setObjectName("exerciseBlock")
        self.exercise = exercise
        self.columns = columns
        self.view: BlockView | None = None
        self.fold = Fold.OPEN
        self.is_held_open = False  # unfolded by hand: so it stays
        self.bar = SideBar()
        self.head = BlockHead()
        self.body = BlockBody(columns)
        self.name, self.more = self.head.name, self.head.more
        self.notes, self.target = self.body.notes, self.body.target
        self.add_button = self.body.add_button
        self._beaten: Beaten = {}
        self._is_stale = True  # the head does not show yet what it says when folded
        self.row_made, self.noted = self.body.row_made, self.body.noted
        self.head.menu_wanted.connect(lambda: self.asked.emit(self, "menu"))
        self.body.add_wanted.connect(lambda: self.asked.emit(self, "add_set"))
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 6, 8, 6)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.body)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.bar)
        across.addLayout(column, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(across)
        self._line = hairline()
        outer.addWidget(self._line)

    @property
    def rows(self) -> list[SetRow]:
        """The rows of its sets, in order."""
        return self.body.rows

    def show_view(self, view: BlockView) -> bool:
        """Bring the block up to date; False when it showed all that already."""
        if view == self.view:
            return False
        self.view, self.exercise, self._is_stale = view, view.exercise, True
        self.setAccessibleName(view.name)
        self._beaten = view.beaten
        self.head.show_view(view)
        self.bar.show_state(view.superset, view.is_due)
        self._line.setVisible(view.superset is None or not view.superset.joins_below)
        self.body.show_view(view, self._beaten)
        if not view.is_finished:
            self.is_held_open = False
        return True

    def settle(self, is_current: bool) -> bool:
        """Fold what is finished or skipped, but not where the user is; tells a change."""
        if self.view is None:
            return False
        fold = self._fold_of(self.view, is_current)
        if fold is self.fold and not self._is_stale:
            return False
        self._is_stale = False
        changed = fold.is_folded is not self.fold.is_folded
        self.fold = fold
        self.body.setVisible(not fold.is_folded)
        self.head.show_fold(fold, self._summary(self.view))
        self._show_marks()
        return changed

    def set_lifted(self, is_lifted: bool) -> None:
        """Look taken while it is dragged to another place."""
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAutoFillBackground(is_lifted)

    def release(self) -> None:
        """The exercise left the session: nothing typed here matters any more."""
        self.body.release()
        self.hide()
        self.deleteLater()

    def write_notes(self) -> None:
        """Open the line for notes."""
        self.body.write_notes()

    def set_scale(self, scale: float) -> None:
        """So many times the usual size."""
        self.head.set_scale(scale)
        self.body.set_scale(scale)

    def open_menu(self, exercises: Sequence[SessionExercise]) -> None:
        """Offer what can be done with the exercise. exercises: all of the session's."""
        if self.view is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.view, exercises, lambda what: self.asked.emit(self, what))
        below = self.head.rect().bottomRight() - QPoint(menu.sizeHint().width(), 0)
        menu.popup(self.head.mapToGlobal(below))

    def _fold_of(self, view: BlockView, is_current: bool) -> Fold:
        if view.exercise.is_skipped:
            return Fold.SKIPPED
        if not view.is_finished:
            return Fold.OPEN
        return Fold.FINISHED if is_current or self.is_held_open else Fold.FOLDED

    def _summary(self, view: BlockView) -> str:
        if not view.exercise.is_skipped:
            return done_text(view.exercise.sets, *view.columns[:2])
        done = sum(one.completed_at is not None for one in view.exercise.sets)
        return f"Skipped after {count_text(done, 'set')}" if done else "Skipped"

    def _show_marks(self) -> None:
        """The gold mark: of the whole exercise while it is open, of all in it when folded."""
        if self.fold.is_folded:
            text, words = "PR", [one for each in self._beaten.values() for one in each]
        else:
            text, words = "PR volume", list(self._beaten.get(None, ()))
        self.head.show_record(text, "; ".join(words))


def hairline() -> QFrame:
    """A thin line between the parts of the dock."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line
