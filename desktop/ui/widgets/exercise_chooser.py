"""Choosing one of the exercises that have been done: a list that is searched by typing."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from desktop.ui.sizes import scaled

Choice = tuple[Hashable, str]


class ExerciseChooser(QComboBox):
    """Offers (key, name) pairs; typing finds names that have the letters anywhere.

    picked carries the key that the user chose: the exercise's id, say.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.setAccessibleName("Exercise")
        self._edit = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        scaled(self.setMinimumHeight, 32)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self._edit.setPlaceholderText("Search exercises")
        self._edit.editingFinished.connect(self._settle)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, keeping the chosen one if it is among them."""
        fresh = tuple(choices)
        if fresh == self._choices:
            return
        chosen = self.chosen
        self._choices = fresh
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

    def _settle(self) -> None:
        """Words that name no exercise give way to the chosen one."""
        text = self._edit.text()
        if self.findText(text, Qt.MatchFlag.MatchFixedString) < 0:
            self.setEditText(self.itemText(self.currentIndex()))
