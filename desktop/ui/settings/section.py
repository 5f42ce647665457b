"""A section of the settings: cards with lines that a search can find."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.settings.fields import Choice
from desktop.ui.settings.search import words_of
from desktop.ui.sizes import scaled
from desktop.ui.widgets.card import Card

_HEIGHT = 32
_WIDE, _GIVES, _SHARE = 200, 0.8, 4


class Entry(QWidget):
    """Something that can be found. words: what it is found by, besides its card's title."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def matches(self, wanted: Sequence[str], around: str) -> bool:
        """Whether each of the words begins one in it or in what stands around it."""
        told = words_of(f"{around} {self.words}")
        return all(any(one.startswith(word) for one in told) for word in wanted)


class Setting(Entry):
    """A setting: its words, a control beside them, what is wrong with it below.

    title: its words, by which it can be gone to. An ampersand in the words
    makes the key that goes to the control.
    """

    def __init__(
        self, label: str, control: QWidget, hint: str = "", words: str = "", width: int = 0
    ) -> None:
        options = control.words if isinstance(control, Choice) else ""
        plain = label.replace("&", "")
        super().__init__(f"{plain} {hint} {words} {options}")
        self.control, self._hint = control, hint
        self.title = plain
        if width:
            # what is wide gives way a little to its words, where large text needs the room
            scaled(control.setMinimumWidth, round(width * _GIVES) if width > _WIDE else width)
            scaled(control.setMaximumWidth, width)
        self.column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(16)
        if label:
            told = QLabel(label)
            scaled(told.setMinimumHeight, _HEIGHT)
            told.setBuddy(control)
            control.setAccessibleName(plain)
            row.addWidget(told, 1)
        elif isinstance(control, QAbstractButton):
            self.title = control.text().replace("&", "")
        row.addWidget(control, _SHARE if width > _WIDE or not label else 0)
        self.column.addLayout(row)
        if hint:
            said = QLabel(hint)
            said.setProperty("role", "caption")
            said.setWordWrap(True)
            said.setContentsMargins(0, 0, 0, 6)
            control.setAccessibleDescription(hint)
            self.column.addWidget(said)
        self.fault = QLabel()
        self.fault.setProperty("role", "error")
        self.fault.setWordWrap(True)
        self.fault.setAlignment(Qt.AlignmentFlag.AlignRight)  # below the control
        self.fault.hide()
        self.column.addWidget(self.fault)
        if hasattr(control, "refused"):
            control.refused.connect(self._say)

    def _say(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.control.setAccessibleDescription(words or self._hint)


class Group(Card):
    """A card of settings. words: what all of them are found by, besides its title."""

    def __init__(self, title: str, words: str = "") -> None:
        super().__init__(title)
        self.title, self.words = title, words
        self.entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """Add a line at the end."""
        self.entries.append(entry)
        self.body.addWidget(entry)

    def add_block(self, content: QWidget, words: str = "") -> Entry:
        """Add something that is found as a whole."""
        entry = Entry(words)
        entry.column.addWidget(content)
        self.add(entry)
        return entry

    def show_matching(self, wanted: Sequence[str], around: str) -> bool:
        """Show only what has these words; nothing at all hides the card."""
        told = f"{around} {self.title} {self.words}"
        found = [entry.matches(wanted, told) for entry in self.entries]
        for entry, is_found in zip(self.entries, found, strict=True):
            entry.setVisible(is_found)
        self.setVisible(any(found))
        return any(found)


class Section(QWidget):
    """Cards below a title. name: what it is opened by."""

    name = ""
    title = ""

    def __init__(self) -> None:
        super().__init__()
        self.groups: list[Group] = []
        self.heading = QLabel(self.title)
        self.heading.setProperty("role", "title")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.heading)

    def add_group(self, group: Group, is_placed: bool = False) -> Group:
        """Add a card at the end; is_placed: it is laid out already."""
        self.groups.append(group)
        if not is_placed:
            self.column.addWidget(group)
        return group

    def show_matching(self, wanted: Sequence[str]) -> bool:
        """Show only what has these words; nothing at all hides the section."""
        found = [group.show_matching(wanted, self.title) for group in self.groups]
        self.setVisible(any(found))
        return any(found)

    def show_all(self) -> None:
        """Show every card with every line."""
        self.show_matching(())
