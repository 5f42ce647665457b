"""What a set's row shows of its set, and reads from its cells."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.accounts import Effort
from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import Field, fields_of, typed
from desktop.domain.weight import Unit
from desktop.ui.session.cells import Cell
from desktop.ui.session.row_look import RowLook
from desktop.ui.session.stopwatch import StopwatchCell
from desktop.ui.session.suggestions import Suggestions
from desktop.ui.widgets.texts import pace_text

_WEIGHTS = {
    ExerciseKind.BODYWEIGHT_REPS: "Added weight",
    ExerciseKind.ASSISTED_BODYWEIGHT: "Help",
}


class RowValues(RowLook):
    """A set in its cells. edited: the set as the user has it now.

    drafted: the set's id and the texts by field to which the user said yes,
    while the set waits to be ticked.
    """

    edited = Signal(object)
    drafted = Signal(object, object)

    def __init__(self, kind: ExerciseKind, unit: Unit, effort: Effort, parent: QWidget) -> None:
        fields = fields_of(kind, effort)
        super().__init__(fields, kind is ExerciseKind.DISTANCE_DURATION, parent)
        self.one: ExerciseSet | None = None
        self._kind, self._unit = kind, unit
        self._name = ""
        self._shown: tuple[ExerciseSet, str, str, bool] | None = None
        self._suggestions = Suggestions(kind, unit, fields)
        self._is_about_field = self._is_ticking = False
        self._drafted: dict[str, str] = {}

    # showing
    def show_set(self, one: ExerciseSet, label: str, exercise: str, is_saving: bool) -> None:
        """Show the set as it is stored; cells being typed in keep their text."""
        shown = (one, label, exercise, is_saving)
        if shown == self._shown and one == self.one:
            return
        self._shown = shown
        self._suggestions.follow(self.one, one)
        self.one = one
        side = f", {one.side}" if one.side else ""
        self._name = f"{exercise}, set {label}{side}"
        is_done = one.completed_at is not None and not is_saving
        self.tick.show_state(is_done, is_saving, self._name)
        self.type_button.show_set(one, label, self._name)
        for cell in self.cells:
            words = _WEIGHTS.get(self._kind) if cell.field is Field.WEIGHT else None
            cell.setAccessibleName(f"{self._name}, {words or cell.field.label}")
            if isinstance(cell, StopwatchCell):
                cell.show_button(self._name, one.completed_at is None)
        self._show_values()

    def show_kept(self) -> None:
        """Show at once, before all that goes with it, that the set is stored as it stands."""
        if self._shown is not None and self.one is not None:
            _, label, exercise, _ = self._shown
            self.show_set(self.one, label, exercise, is_saving=False)
            self.tick.repaint()

    def recall(self, texts: Mapping[str, str]) -> None:
        """These were typed before a new start."""
        self._suggestions.recall(texts)
        self._drafted = self._suggestions.touched
        self._show_values()

    def stored(self, cell: Cell) -> str:
        """What stands in the cell when nothing is typed there."""
        return self._suggestions.text(self.one, cell.field) if self.one is not None else ""

    def show_ghost(self, one: ExerciseSet | None) -> None:
        """What an empty cell suggests: the set that was done in this place last time."""
        if one != self._suggestions.last:
            self._suggestions.last = one
            self._show_values()

    def _show_values(self) -> None:
        if self.one is None:
            return
        for cell in self.cells:
            self._show_cell(cell)
        self.note.show_note(self.one.notes, self._name)
        self._make_room()
        self._show_pace(pace_text(self.one.distance_meters, self.one.duration_seconds, self._unit))

    def _show_cell(self, cell: Cell) -> None:
        assert self.one is not None
        suggestions, field = self._suggestions, cell.field
        cell.show_value(suggestions.text(self.one, field))
        is_suggestion = suggestions.is_suggested(self.one, field)
        cell.suggest(is_suggestion, suggestions.placeholder(self.one, field))

    # reading what is typed
    def refuse(self, field: Field | None, words: str) -> None:
        """Say what is wrong, at the field if it is one."""
        self._say(words, field is not None)
        for cell in self.cells:
            if cell.field is field:
                cell.blame(words)
                cell.setFocus(Qt.FocusReason.OtherFocusReason)

    def hush(self) -> None:
        """Forget what was said: the user is mending it."""
        self.message.hide()
        for cell in self.cells:
            if cell.is_wrong:
                cell.setModified(True)
                cell.blame("")

    def commit(self, cell: Cell) -> bool:
        """Read the cell; False when what stands in it cannot be used."""
        if self.one is None:
            return True
        if not cell.is_being_typed:
            self._show_cell(cell)
            return True
        try:
            changed = typed(self.one, cell.field, cell.text(), self._kind, self._unit)
        except InvalidInputError as fault:
            cell.blame(str(fault))
            self._say(f"{cell.field.label}: {fault}", True)
            return False
        if cell.isModified():
            self._suggestions.touch(changed, cell.field)
        self._settle(cell, changed)
        return True

    def commit_all(self) -> bool:
        """Read every cell; False when one cannot be used, which then has the focus."""
        self.note.keep()
        for cell in self.cells:
            if not self.commit(cell):
                cell.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def _accept(self, cells: tuple[Cell, ...]) -> None:
        """Take what is suggested in the cells; what is typed and cannot be used stays there."""
        if self.one is None or self.one.completed_at is not None:
            return
        if all(self.commit(cell) for cell in cells):
            self._change(self._suggestions.accepted(self.one, [cell.field for cell in cells]))

    def _settle(self, cell: Cell, changed: ExerciseSet) -> None:
        cell.settle(self._suggestions.text(changed, cell.field))
        if self._is_about_field and not any(other.is_wrong for other in self.cells):
            self.message.hide()
        self._change(changed)

    def _change(self, changed: ExerciseSet) -> None:
        """Show the set as the user has it now, and tell of it when it is another one."""
        is_other = changed != self.one
        self.one = changed
        self._show_values()
        if is_other:
            self.edited.emit(changed)
        touched = self._suggestions.touched
        if touched != self._drafted and changed.completed_at is None and not self._is_ticking:
            self._drafted = touched
            self.drafted.emit(changed.id, touched)

    def _say(self, words: str, is_about_field: bool) -> None:
        self._is_about_field = is_about_field
        self.message.setText(words)
        self.message.show()
