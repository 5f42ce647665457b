"""The window's dialogs: each opens without stopping the window, and leaves when it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from desktop.domain.transfer import Selection
    from desktop.domain.weight import Weight
    from desktop.ui.context import Context
    from desktop.ui.faults import Faults
    from desktop.ui.help.window import HelpWindow
    from desktop.ui.main_window import MainWindow
    from desktop.ui.screens import Screens
    from desktop.ui.theme import Theme


_HELP_KEY = "F1"


class Dialogs(QObject):
    """Opens the dialogs for one window.

    said carries words for the status bar, restart_wanted asks for a new start,
    user_chosen carries the User to change to; profile_left: the open one was
    deleted. open_requested what is to be
    shown in the window, action_requested the name of an action of the window.
    """

    user_chosen = Signal(object)
    profile_left = Signal()
    open_requested = Signal(str, object)
    action_requested = Signal(str)
    restart_wanted = Signal()
    said = Signal(str)

    def __init__(self, window: MainWindow, screens: Screens, theme: Theme, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._screens = screens
        self._theme = theme
        self._folder = folder
        self._reckoning: QDialog | None = None
        self._help: HelpWindow | None = None
        self._faults: Faults | None = None

    @property
    def context(self) -> Context | None:
        """The profile that is open in the window."""
        return self._window.context

    def choose_imports(self) -> None:
        """Ask which files to import."""
        self._import([])

    def import_files(self, paths: list[Path]) -> None:
        """Show what these files would bring in."""
        if paths:
            self._import(paths)

    def export(self, selection: Selection) -> None:
        """Ask where and how to write sessions."""
        if self.context is not None:
            dialog = self._screens.exporting(self.context, selection, self._window)
            dialog.action_requested.connect(self.action_requested)
            self._open(dialog, "data")

    def report(self) -> None:
        """Show the progress of some months on one page, to be saved or printed."""
        if self.context is not None:
            self._open(self._screens.reporting(self.context, self._window), "progress")

    def profiles(self) -> None:
        """Show the profiles of this computer."""
        if self.context is not None:
            dialog = self._screens.profiles(self.context, self._window)
            dialog.chosen.connect(self.user_chosen)
            dialog.left.connect(self.profile_left)
            self._open(dialog, "profiles")

    def settings(self, section: str = "", target: str = "") -> None:
        """Show what can be set, at that section and at the setting of that title in it."""
        if self.context is not None:
            dialog = self._screens.settings(
                self.context, self._theme, self._folder, self._window, section, target
            )
            dialog.profiles_wanted.connect(self.profiles)
            self._open(dialog, "settings")

    def paste(self, text: str = "") -> None:
        """Ask for a workout that is written down, beginning with that text."""
        if self.context is not None:
            dialog = self._screens.pasting(self.context, text, self._window)
            dialog.saved.connect(lambda session: self.open_requested.emit("session", session))
            self._open(dialog, "logging")

    def calculators(self, weight: Weight | None = None) -> None:
        """Show plates, one-rep max and warm-up, beginning with a weight, beside the window."""
        if self._reckoning is not None:
            self._reckoning.reject()
        if self.context is not None:
            dialog = self._screens.calculators(self.context, weight, self._window)
            dialog.settings_wanted.connect(lambda: self.settings("gear"))
            dialog.finished.connect(self._forget_calculators)
            self._reckoning = dialog
            self._open(dialog, "calculators", beside=True)

    def _forget_calculators(self) -> None:
        self._reckoning = None

    def help(self, topic: str = "") -> None:
        """Show the help beside the window, at the page of that topic."""
        from desktop.ui.help.window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
            self._help.closed.connect(self._forget_help)
        self._help.open_topic(topic)

    def _forget_help(self) -> None:
        if self._help is not None:
            self._help.deleteLater()
        self._help = None

    def shortcuts(self, menus: list[tuple[str, list[tuple[str, str]]]]) -> None:
        """Show what all keys do: those of the menus, and those of every place in the window."""
        from desktop.ui.help.shortcuts_sheet import ShortcutsSheet
        from desktop.ui.shortcuts import listed

        self._open(ShortcutsSheet([*menus, *listed()], self._window), "keyboard")

    @property
    def faults(self) -> Faults:
        """Where errors of our own are told; made for the first one."""
        from desktop.ui.faults import Faults

        if self._faults is None:
            self._faults = Faults(self._window, self._folder)
            self._faults.restart_wanted.connect(self.restart_wanted)
            self._faults.said_again.connect(self.said)
        return self._faults

    def about(self) -> None:
        """Say what this program is."""
        from desktop.ui.help.about import AboutDialog

        self._open(AboutDialog(self._folder, self._window), "troubleshooting")

    def _import(self, paths: list[Path]) -> None:
        if self.context is not None:
            dialog = self._screens.importing(self.context, paths, self._window)
            dialog.open_requested.connect(self.open_requested)
            self._open(dialog, "importing")

    def _open(self, dialog: QDialog, topic: str = "", beside: bool = False) -> None:
        """Open it before the window, or beside it: the window then stays usable.

        topic: the page of the help that the help key opens from there.
        """
        from PySide6.QtGui import QKeySequence, QShortcut

        from desktop.ui.actions import text_keys

        QShortcut(QKeySequence(_HELP_KEY), dialog, lambda: self.help(topic))
        for name, keys in text_keys():
            QShortcut(
                QKeySequence(keys), dialog, lambda name=name: self.action_requested.emit(name)
            )
        context = self.context
        if context is None:
            dialog.finished.connect(dialog.deleteLater)
        else:
            dialog.finished.connect(lambda: context.tasks.when_idle(dialog.deleteLater))
        from desktop.ui.fitting import fit_screen

        fit_screen(dialog)
        if beside:
            dialog.show()
        else:
            dialog.open()
