"""What the window's actions do, by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from desktop.ui.actions import PLACES
from desktop.ui.side import PAGES

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


class WindowCommands:
    """Does for one window what its menus, its side and its pages ask for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        dialogs, dock = window.dialogs, window.dock
        self._by_name: dict[str, Callable[[], object]] = {
            "import": dialogs.choose_imports,
            "export": self._export,
            "report": dialogs.report,
            "profiles": dialogs.profiles,
            "settings": dialogs.settings,
            "quit": window.close,
            "undo": self._undo,
            "redo": self._redo,
            "find": self._find,
            "palette": window.toggle_palette,
            "start": lambda: dock.start(None),
            "paste": dialogs.paste,
            "calculators": lambda: dialogs.calculators(dock.weight_due),
            "dock": dock.toggle,
            "hide": lambda: dock.show(False),
            "large": lambda: dock.set_large(not dock.is_large),
            "help": lambda: dialogs.help(self._topic()),
            "typing": lambda: dialogs.help("logging"),
            "shortcuts": lambda: dialogs.shortcuts(window.menu.shortcuts()),
            "about": dialogs.about,
            "text_larger": lambda: window.text_size.step(1),
            "text_smaller": lambda: window.text_size.step(-1),
            "text_usual": lambda: window.text_size.step(0),
        }
        for name, _ in PAGES:
            self._by_name[name] = partial(self._visit, name)
        for name in ("past", "add", "times", "finish", "discard"):
            self._by_name[name] = partial(dock.run, name)
        for name in (*(name for name, _ in PLACES), "place_next"):
            self._by_name[name] = partial(dock.place, name)

    def run(self, action: str) -> None:
        """Do what an action's name says."""
        self._by_name[action]()

    def run_on_page(self, page: str, command: str, words: str = "") -> None:
        """Go to a page and do there one of its PAGE_COMMANDS, beginning with some words."""
        self._window.dock.give_way()
        self._window.go(page)
        if self._window.page is not None:
            self._window.page.page_commands()[command](words)

    def _visit(self, name: str) -> None:
        self._window.dock.give_way()
        self._window.go(name)
        if self._window.page is not None:
            self._window.page.visit()

    def _topic(self) -> str:
        """The page of the help for where the keyboard is."""
        window = self._window
        if window.dock.is_typed_in:
            return "logging"
        return window.page.name if window.page is not None else ""

    def _undo(self) -> None:
        if self._window.context is not None:
            self._window.context.undo_last()

    def _redo(self) -> None:
        if self._window.context is not None:
            self._window.context.redo_last()

    def _find(self) -> None:
        if self._window.page is not None:
            self._window.page.go_to_search()

    def _export(self) -> None:
        if self._window.page is not None:
            self._window.dialogs.export(self._window.page.export_selection())
