"""The record that is looked at: how it came about, why it is what it is, and what else stands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.records import ExerciseRecords, Record, RecordsBook
from desktop.ui.context import Context
from desktop.ui.records.history import HistoryCard
from desktop.ui.records.model import best_columns
from desktop.ui.sizes import NO_LIMIT, px, scaled
from desktop.ui.widgets.card import Card, muted_label
from desktop.ui.widgets.exercise_chooser import ExerciseChooser
from desktop.ui.widgets.rep_max_card import RepMaxCard, side_table, table_height
from desktop.ui.widgets.row_model import RowModel
from desktop.ui.widgets.settling import settling
from desktop.ui.widgets.why import WhyPanel

_COLUMN = 352
_GAP = 12
_SCROLLBAR = 12
_FLAT = 288  # high below the list
_HIGH = 760  # two columns leave room here
_SETTLE_MS = 100


class SidePanel(QWidget):
    """Any exercise that was done can be chosen here; opened carries a session's id or a SetPlace.

    record: what is looked at, None where there is nothing.
    """

    opened = Signal(object)
    record_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._book = RecordsBook((), {})
        self.record: Record | None = None
        # why is asked for when the choice stands still, not at every row that is passed
        self._settle = settling(self, _SETTLE_MS, self._explain)
        self.chooser = ExerciseChooser()
        self.chooser.picked.connect(self.show_exercise)
        self.history = HistoryCard(context)
        self.history.chosen.connect(self._on_step)
        self.history.opened.connect(self.opened)
        self.why = WhyPanel(context)
        self.why.set_wanted.connect(self.opened)
        self.bests: RowModel[Record] = RowModel(best_columns(context), lambda one: one.kind, self)
        self.best_table = side_table(self.bests, "Bests")
        self.best_table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.best_table.activated.connect(self._open_best)
        self.best_table.selectionModel().currentRowChanged.connect(self._on_best)
        self.best_card = Card("Bests", flush=True)
        self.best_card.body.addWidget(self.best_table)
        self.best_card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.rep_max_card = RepMaxCard(context, scrolls=False)
        self.rep_max_card.opened.connect(self.opened)
        self.none = muted_label("Nothing of this exercise can be a record yet.", wraps=True)
        self.none.hide()
        self._is_showing = False
        self._lay_out()

    def set_columns(self, count: int, is_below: bool) -> None:
        """One or two columns of cards, beside the list or below it."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(down if count == 1 else across)
        scaled(self.setMinimumSize, 0, 0)
        scaled(self.setMaximumSize, NO_LIMIT, NO_LIMIT)
        if is_below:
            scaled(self.setFixedHeight, _FLAT)
        else:
            scaled(self.setFixedWidth, count * _COLUMN + (count - 1) * _GAP + _SCROLLBAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self._cards.direction() is QBoxLayout.Direction.LeftToRight
        self.history.set_roomy(is_wide and self.height() >= px(_HIGH))

    def set_book(self, book: RecordsBook, choices: Sequence[tuple[UUID, str]]) -> None:
        """The records of every exercise, and their names in the order to offer them."""
        self._book = book
        exercises = self._context.exercises
        aliases: dict[Hashable, Sequence[str]] = {
            key: exercises[key].aliases for key, _ in choices if key in exercises
        }
        self.chooser.set_choices(choices, aliases)
        self._show(self._chosen, self._same_as(self.record))

    def show_exercise(self, exercise_id: object) -> None:
        """Show what stands for it, its first best foremost."""
        self.chooser.choose(exercise_id)
        self._show(self._chosen, None)

    def show_record(self, record: Record) -> None:
        """Show one record of an exercise."""
        self.chooser.choose(record.exercise_id)
        self._show(self._chosen, record)

    @property
    def _chosen(self) -> UUID | None:
        chosen = self.chooser.chosen
        return chosen if isinstance(chosen, UUID) else None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        left, right = QVBoxLayout(), QVBoxLayout()
        for cards, held in (
            (left, (self.history, self.why, self.none)),
            (right, (self.best_card, self.rep_max_card)),
        ):
            cards.setSpacing(_GAP)
            for card in held:
                cards.addWidget(card)
            cards.addStretch(1)
        content = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom, content)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(_GAP)
        self._cards.addLayout(left, 1)
        self._cards.addLayout(right, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        column.addWidget(self.chooser)
        column.addWidget(scroll, 1)

    def _same_as(self, record: Record | None) -> Record | None:
        """The record as the book has it now; None when it has gone."""
        if record is None or record.exercise_id != self.chooser.chosen:
            return None
        return next((one for one in self._steps(record) if _key(one) == _key(record)), None)

    def _steps(self, record: Record) -> list[Record]:
        """Everything that ever stood of its kind, oldest first."""
        return [
            one
            for several in (self._book.baselines, reversed(self._book.events))
            for one in several
            if one.kind is record.kind and one.exercise_id == record.exercise_id
        ]

    def _show(self, exercise_id: UUID | None, record: Record | None) -> None:
        found = self._book.exercises.get(exercise_id) if exercise_id else None
        bests = found.bests if found else ()
        record = record or (bests[0] if bests else None)
        self._is_showing = True
        self.bests.set_rows(bests)
        self.best_card.setVisible(bool(bests))
        self.none.setVisible(not bests)
        self.best_table.setFixedHeight(table_height(self.best_table))
        self.rep_max_card.show_records(found)
        self._is_showing = False
        self._look_at(record, found)

    def _look_at(self, record: Record | None, found: ExerciseRecords | None) -> None:
        self.record = record
        self.history.setVisible(record is not None)
        if record is None or found is None:
            self.why.clear()
        else:
            self._is_showing = True
            self.best_table.select_key(record.kind)
            self._is_showing = False
            self.history.show_steps(self._steps(record), record)
            self._settle.start()
        self.record_changed.emit()

    def _explain(self) -> None:
        record = self.record
        if record is None:
            return
        services, user_id = self._context.services, self._context.user.id
        self.why.ask(lambda: services.records.why(user_id, record))

    def _on_step(self, record: Record) -> None:
        self.record = record
        self._settle.start()
        self.record_changed.emit()

    def _on_best(self) -> None:
        best = self.best_table.current_row()
        if best is not None and not self._is_showing:
            self._look_at(best, self._book.exercises.get(best.exercise_id))

    def _open_best(self, index: QModelIndex) -> None:
        self.opened.emit(self.bests.row(index.row()).session_id)


def _key(record: Record) -> object:
    return record.kind, record.exercise_id, record.session_id
