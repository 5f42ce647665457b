"""What the window can do: its actions with their words, shortcuts and menus."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

_Role = QAction.MenuRole


class Entry(NamedTuple):
    """An action's place in a menu. keys: shortcuts, the first one is shown."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    role: QAction.MenuRole = _Role.NoRole
    checkable: bool = False


PAGES = (
    ("today", "Today"),
    ("library", "Library"),
    ("templates", "Templates"),
    ("history", "History"),
    ("progress", "Progress"),
    ("records", "Records"),
)
# None is a line between groups.
MENUS: tuple[tuple[str, tuple[Entry | None, ...]], ...] = (
    (
        "&File",
        (
            Entry("import", "&Import\N{HORIZONTAL ELLIPSIS}", ("Ctrl+I",)),
            Entry("export", "&Export\N{HORIZONTAL ELLIPSIS}", ("Ctrl+E",)),
            None,
            Entry("profiles", "&Profiles\N{HORIZONTAL ELLIPSIS}", ("Ctrl+Shift+P",)),
            Entry(
                "settings", "&Settings\N{HORIZONTAL ELLIPSIS}", ("Ctrl+,",), _Role.PreferencesRole
            ),
            None,
            Entry("quit", "&Quit", ("Ctrl+Q",), _Role.QuitRole),
        ),
    ),
    (
        "&Edit",
        (
            Entry("undo", "&Undo", ("Ctrl+Z",)),
            Entry("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
            None,
            Entry("find", "&Find", ("Ctrl+F",)),
        ),
    ),
    (
        "&Session",
        (
            Entry("start", "&Start empty session", ("Ctrl+N",)),
            Entry("dock", "S&how the session", ("Ctrl+D",), checkable=True),
        ),
    ),
    (
        "&View",
        tuple(
            Entry(name, title, (f"Ctrl+{place}",), checkable=True)
            for place, (name, title) in enumerate(PAGES, 1)
        ),
    ),
    (
        "&Help",
        (
            Entry("shortcuts", "&Keyboard shortcuts", ("F1",)),
            Entry("about", "&About Repbook", (), _Role.AboutRole),
        ),
    ),
)
# Keys of the session dock: they work while it has the focus, so they are in no menu.
ADD_EXERCISE = ("Add an exercise to the session", "Ctrl+Shift+A")
FINISH_SESSION = ("Finish the session", "Ctrl+Shift+Return")
# What works before a profile is open.
ALWAYS = frozenset({"quit", "shortcuts", "about"})


class Actions(QObject):
    """The window's actions by name; `triggered` carries the name of the one that was chosen."""

    triggered = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._by_name: dict[str, QAction] = {}
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(title)
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._make(entry))

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def set_ready(self, ready: bool) -> None:
        """Allow what needs an open profile, or not."""
        for name, action in self._by_name.items():
            action.setEnabled(ready or name in ALWAYS)

    def set_undo(self, undo: str, redo: str) -> None:
        """Say in the Edit menu what would be taken back or done again; empty: nothing."""
        for name, word, label in (("undo", "&Undo", undo), ("redo", "&Redo", redo)):
            action = self._by_name[name]
            action.setText(f"{word} {label.replace('&', '&&')}" if label else word)
            action.setEnabled(bool(label))

    def set_page(self, name: str) -> None:
        """Mark the page that is shown."""
        for page, _ in PAGES:
            self._by_name[page].setChecked(page == name)

    def shortcuts(self) -> list[tuple[str, str]]:
        """What the keys do: (words, keys)."""
        listed = []
        for action in self._by_name.values():
            if not action.shortcut().isEmpty():
                words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
                listed.append((words.rstrip("\N{HORIZONTAL ELLIPSIS}"), _shown(action.shortcut())))
        for words, keys in (ADD_EXERCISE, FINISH_SESSION):
            listed.append((words, _shown(QKeySequence(keys))))
        return listed

    def _make(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setMenuRole(entry.role)
        action.setCheckable(entry.checkable)
        action.triggered.connect(lambda: self.triggered.emit(entry.name))
        self._by_name[entry.name] = action
        return action


def _shown(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
