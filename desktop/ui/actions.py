"""What the window can do: its actions with their words, shortcuts and menus."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.ui.shell import MENU_TITLES
from desktop.ui.side import PAGES

_Role = QAction.MenuRole


class Entry(NamedTuple):
    """An action's place in a menu. keys: shortcuts, the first one is shown."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    role: QAction.MenuRole = _Role.NoRole
    checkable: bool = False


class SubMenu(NamedTuple):
    """A menu within a menu."""

    title: str
    entries: tuple[Entry | None, ...]


class SessionState(NamedTuple):
    """What the menus tell of the dock. place: one of PLACES."""

    is_open: bool = False
    is_shown: bool = False
    is_large: bool = False
    place: str = ""


# Where the session stands, in the order that the key goes through them.
PLACES = (
    ("place_right", "Right"),
    ("place_bottom", "Bottom"),
    ("place_left", "Left"),
    ("place_floating", "Floating"),
)
_DOTS = "\N{HORIZONTAL ELLIPSIS}"
# None is a line between groups.
_Menu = tuple[Entry | SubMenu | None, ...]
_FILE: _Menu = (
    Entry("import", f"&Import{_DOTS}", ("Ctrl+I",)),
    Entry("export", f"&Export{_DOTS}", ("Ctrl+Shift+E", "Ctrl+E")),
    Entry("report", f"Progress &report{_DOTS}", ("Ctrl+P",)),
    None,
    Entry("profiles", f"&Profiles{_DOTS}", ("Ctrl+Shift+P",)),
    Entry("settings", f"&Settings{_DOTS}", ("Ctrl+,",), _Role.PreferencesRole),
    None,
    Entry("quit", "&Quit", ("Ctrl+Q",), _Role.QuitRole),
)
_EDIT: _Menu = (
    Entry("undo", "&Undo", ("Ctrl+Z",)),
    Entry("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    None,
    Entry("find", "&Find", ("Ctrl+F",)),
    Entry("palette", f"&Command palette{_DOTS}", ("Ctrl+K",)),
)
_SESSION: _Menu = (
    Entry("start", "&Start empty session", ("Ctrl+N",)),
    Entry("past", f"&Log a past workout{_DOTS}", ("Ctrl+Shift+N",)),
    Entry("paste", f"&Paste a workout{_DOTS}", ("Ctrl+Shift+V",)),
    None,
    Entry("add", f"&Add exercise{_DOTS}", ("Ctrl+Shift+A",)),
    Entry("times", f"Correct &times{_DOTS}"),
    Entry("finish", "&Finish session", ("Ctrl+Shift+Return",)),
    Entry("discard", "&Discard session"),
    None,
    Entry("calculators", f"&Calculators{_DOTS}", ("Ctrl+Shift+K",)),
    None,
    Entry("dock", "S&how the session", ("Ctrl+D",), checkable=True),
    Entry("large", "Lar&ge type", ("Ctrl+Shift+L",), checkable=True),
    SubMenu(
        "Pla&ce",
        (
            *(Entry(name, f"&{title}", checkable=True) for name, title in PLACES),
            None,
            Entry("place_next", "&Next place", ("Ctrl+Shift+D",)),
        ),
    ),
)
_VIEW: _Menu = (
    *(
        Entry(name, title, (f"Ctrl+{place}",), checkable=True)
        for place, (name, title) in enumerate(PAGES, 1)
    ),
    None,
    Entry("text_larger", "&Larger text", ("Ctrl+=", "Ctrl++")),
    Entry("text_smaller", "&Smaller text", ("Ctrl+-",)),
    Entry("text_usual", "&Usual text size", ("Ctrl+0",)),
)
_HELP: _Menu = (
    Entry("help", "&Help", ("F1",)),
    Entry("typing", "&Typing a workout"),
    Entry("shortcuts", "&Keyboard shortcuts", ("Ctrl+/",)),
    None,
    Entry("about", "&About Repbook", (), _Role.AboutRole),
)
MENUS = tuple(zip(MENU_TITLES, (_FILE, _EDIT, _SESSION, _VIEW, _HELP), strict=True))
# What works before a profile is open.
_TEXT = ("text_larger", "text_smaller", "text_usual")
ALWAYS = frozenset({"quit", "help", "typing", "shortcuts", "about", *_TEXT})
# What needs an open session, and what needs that none is.
_IN_SESSION = frozenset({"add", "times", "finish", "discard"})
_OUTSIDE = frozenset({"start", "past"})


def text_keys() -> list[tuple[str, str]]:
    """(action, keys) of what makes the text larger and smaller: dialogs listen to them too."""
    entries = (one for _, many in MENUS for one in _flat(many))
    return [(one.name, keys) for one in entries if one.name in _TEXT for keys in one.keys]


class Actions(QObject):
    """The window's actions by name; `triggered` carries the name of the one that was chosen."""

    triggered = Signal(str)

    def __init__(self, window: QMainWindow, menus: Sequence[QMenu]) -> None:
        """Fill the window's menus, which have the titles of MENUS."""
        super().__init__(window)
        self._by_name: dict[str, QAction] = {}
        self._is_ready = False
        self._session = SessionState()
        for menu, (_, entries) in zip(menus, MENUS, strict=True):
            self._fill(menu, entries)
        self._enable()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> list[tuple[str, QAction]]:
        """Every action with its name, in the order of the menus."""
        return list(self._by_name.items())

    def keys(self, name: str) -> str:
        """The keys of an action as the platform writes them, empty without any."""
        return _shown(self._by_name[name].shortcut())

    def set_ready(self, ready: bool) -> None:
        """Allow what needs an open profile, or not."""
        self._is_ready = ready
        self._enable()

    def set_session(self, state: SessionState) -> None:
        """Allow what can be done with the session as it is, and mark where it stands."""
        self._session = state
        self._by_name["dock"].setChecked(state.is_shown)
        self._by_name["large"].setChecked(state.is_large)
        for name, _ in PLACES:
            self._by_name[name].setChecked(name == state.place)
        self._enable()

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

    def shortcuts(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What the keys do, for each menu: its title, and (words, keys)."""
        return [
            (_plain(title), [self._told(entry) for entry in _flat(entries) if entry.keys])
            for title, entries in MENUS
        ]

    def _told(self, entry: Entry) -> tuple[str, str]:
        keys = " or ".join(_shown(one) for one in self._by_name[entry.name].shortcuts())
        return _plain(entry.text), keys

    def _enable(self) -> None:
        for name, action in self._by_name.items():
            if name not in ("undo", "redo"):
                action.setEnabled(name in ALWAYS or (self._is_ready and self._is_possible(name)))

    def _is_possible(self, name: str) -> bool:
        state = self._session
        if name in _IN_SESSION:
            return state.is_open
        if name in _OUTSIDE:
            return not state.is_open
        if name == "large":
            return state.is_open and state.is_shown
        return not name.startswith("place_") or (state.is_shown and not state.is_large)

    def _fill(self, menu: QMenu, entries: tuple[Entry | SubMenu | None, ...]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, SubMenu):
                self._fill(menu.addMenu(entry.title), entry.entries)
            else:
                menu.addAction(self._make(entry))

    def _make(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setMenuRole(entry.role)
        action.setCheckable(entry.checkable)
        action.triggered.connect(lambda: self.triggered.emit(entry.name))
        self._by_name[entry.name] = action
        return action


def keys_of(name: str) -> str:
    """The keys of an action as the platform writes them, empty without any."""
    entry = next((one for _, entries in MENUS for one in _flat(entries) if one.name == name), None)
    return _shown(QKeySequence(entry.keys[0])) if entry is not None and entry.keys else ""


def menu_place(name: str) -> str:
    """Where an action is in the menus: 'File > Import'; KeyError when it is in none."""
    for title, entries in MENUS:
        for one in entries:
            inner = _flat((one,))
            if name in (entry.name for entry in inner):
                text = next(entry.text for entry in inner if entry.name == name)
                between = [one.title] if isinstance(one, SubMenu) else []
                return " > ".join(_plain(part) for part in (title, *between, text))
    raise KeyError(name)


def _flat(entries: Iterable[Entry | SubMenu | None]) -> list[Entry]:
    found: list[Entry] = []
    for entry in entries:
        if isinstance(entry, SubMenu):
            found += _flat(entry.entries)
        elif entry is not None:
            found.append(entry)
    return found


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(_DOTS)


def _shown(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
