"""Choosing one of the exercises that have been done: a list that is searched by typing."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from desktop.domain.exercise_search import rank_of, words_of
from desktop.ui.sizes import scaled

Choice = tuple[Hashable, str]
Aliases = Mapping[Hashable, Sequence[str]]
_WITHIN = 4  # the letters stand somewhere within the name: after all that begin a word so
_Index = QModelIndex | QPersistentModelIndex


class ExerciseChooser(QComboBox):
    """Offers (key, name) pairs; typing finds names as the library does, the closest first.

    Return takes the first that is offered, unless another one is pointed at.
    picked carries the key that the user chose: the exercise's id, say.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.setAccessibleName("Exercise")
        self._edit = QLineEdit()
        self._edit.setAccessibleName("Exercise")
        self.setEditable(True)
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        scaled(self.setMinimumHeight, 32)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self._found = _Found(self)
        self._found.setSourceModel(self.model())
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self._edit.setPlaceholderText("Search exercises")
        self._edit.textEdited.connect(self._found.search)
        self._edit.returnPressed.connect(self._take_first)
        self._edit.editingFinished.connect(self._settle)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice], aliases: Aliases | None = None) -> None:
        """Offer these, keeping the chosen one if it is among them. aliases: found by, too."""
        fresh = tuple(choices)
        if fresh == self._choices:
            return
        chosen = self.chosen
        self._choices = fresh
        self._found.set_names([(name, *(aliases or {}).get(key, ())) for key, name in fresh])
        self.blockSignals(True)
        self.clear()
        self.addItems([name for _, name in self._choices])
        self.blockSignals(False)
        self.choose(chosen)

    @property
    def chosen(self) -> Hashable | None:
        """The key of what is chosen."""
        place = self.currentIndex()
        return self._choices[place][0] if 0 <= place < len(self._choices) else None

    def choose(self, exercise_id: object) -> bool:
        """Show one as chosen, the first where there is no such; tells whether it was there."""
        places = [n for n, (one, _) in enumerate(self._choices) if one == exercise_id]
        self.setCurrentIndex(places[0] if places else 0 if self._choices else -1)
        self._edit.setCursorPosition(0)
        return bool(places)

    def start_search(self) -> None:
        """Put the cursor in, with the name selected, so that typing searches."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def _on_activated(self, place: int) -> None:
        self._edit.setCursorPosition(0)
        self.picked.emit(self._choices[place][0])

    def _is_name(self, text: str) -> bool:
        return self.findText(text, Qt.MatchFlag.MatchFixedString) >= 0

    def _take_first(self) -> None:
        """What Qt does for a name written out, for the first of those that were found."""
        text = self._edit.text()
        if not text.strip() or self._is_name(text):
            return
        self._found.search(text)
        first = self._found.mapToSource(self._found.index(0, 0)).row()
        if first >= 0:
            self.setCurrentIndex(first)
            self._on_activated(first)

    def _settle(self) -> None:
        """Words that name no exercise give way to the chosen one."""
        if not self._is_name(self._edit.text()):
            self.setEditText(self.itemText(self.currentIndex()))


class _Found(QSortFilterProxyModel):
    """What was found among the names, the closest first; among equals as they stand."""

    def __init__(self, parent: QComboBox) -> None:
        super().__init__(parent)
        self._names: list[tuple[str, ...]] = []
        self._words: list[list[tuple[str, ...]]] = []
        self._ranks: list[int | None] = []

    def set_names(self, names: Sequence[tuple[str, ...]]) -> None:
        """Search these, each with its aliases."""
        self._names = list(names)
        self._words = [[words_of(one) for one in several] for several in names]
        self._ranks = [0] * len(names)

    def search(self, text: str) -> None:
        """Show what this finds; everything for nothing."""
        typed, letters = words_of(text), text.strip().casefold()
        self._ranks = [
            self._rank(place, typed, letters) if typed else 0 for place in range(len(self._names))
        ]
        self.invalidate()
        self.sort(0)

    def _rank(self, place: int, typed: tuple[str, ...], letters: str) -> int | None:
        rank = rank_of(self._words[place], typed)
        if rank is None and letters in self._names[place][0].casefold():
            return _WITHIN
        return rank

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        return row >= len(self._ranks) or self._ranks[row] is not None

    def lessThan(self, left: _Index, right: _Index) -> bool:
        return self._key(left.row()) < self._key(right.row())

    def _key(self, row: int) -> tuple[int, int]:
        rank = self._ranks[row] if row < len(self._ranks) else 0
        return (_WITHIN if rank is None else rank, row)
