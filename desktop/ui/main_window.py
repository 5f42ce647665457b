"""The window: pages, the session dock, menus and dialogs, put into the shell as they are wanted."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal

from desktop.ui.shell import Shell
from desktop.ui.side import PAGES

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from desktop.ui.actions import Actions
    from desktop.ui.context import Context
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.dock_host import DockHost
    from desktop.ui.page import Page
    from desktop.ui.palette_host import PaletteHost
    from desktop.ui.rest_title import RestTitle
    from desktop.ui.screens import Screens
    from desktop.ui.session.dock import SessionDock
    from desktop.ui.text_size import TextSize
    from desktop.ui.theme import Theme
    from desktop.ui.window_commands import WindowCommands

_NAMES = dict(PAGES)
# Where a thing that another page asks for is shown.
_HOME = {
    "session": "history",
    "set": "history",
    "exercise": "library",
    "template": "templates",
    "progress": "progress",
    "record": "records",
}


class MainWindow(Shell):
    """user_chosen carries the User to change to; profile_left: the open profile was deleted."""

    user_chosen = Signal(object)
    profile_left = Signal()

    def __init__(
        self, settings: QSettings, theme: Theme, folder: Path, screens: Screens | None = None
    ) -> None:
        super().__init__(settings)
        self._settings = settings
        self._theme = theme
        self._folder = folder
        self._context: Context | None = None
        self._palette: PaletteHost | None = None
        if screens is not None:
            self.screens = screens
        self.side.page_chosen.connect(self.go)
        self.side.action_chosen.connect(self.run)
        theme.changed.connect(self._fit)

    @cached_property
    def screens(self) -> Screens:
        """Where pages, dialogs and the dock come from."""
        from desktop.ui.screens import Screens

        return Screens()

    @cached_property
    def menu(self) -> Actions:
        """The actions in the menus; made after the first paint, which shows their titles."""
        from desktop.ui.actions import Actions

        menu = Actions(self, self.menus)
        menu.triggered.connect(self.run)
        return menu

    @cached_property
    def dock(self) -> DockHost:
        """The place of the session dock."""
        from desktop.ui.dock_host import DockHost

        dock = DockHost(self, self.screens, self._settings)
        dock.changed.connect(self._on_dock_changed)
        dock.made.connect(self._join_dock)
        if self._context is not None:
            dock.open_profile(self._context)
        return dock

    @cached_property
    def dialogs(self) -> Dialogs:
        """What opens the dialogs."""
        from desktop.ui.dialogs import Dialogs

        dialogs = Dialogs(self, self.screens, self._theme, self._folder)
        dialogs.user_chosen.connect(self.user_chosen)
        dialogs.profile_left.connect(self.profile_left)
        dialogs.said.connect(self.status.say)
        dialogs.action_requested.connect(self.run)
        dialogs.open_requested.connect(self.open_item)
        return dialogs

    @cached_property
    def text_size(self) -> TextSize:
        """What makes the text larger and smaller."""
        from desktop.ui.text_size import TextSize

        text_size = TextSize(self._theme, self)
        text_size.said.connect(self.status.say)
        return text_size

    @cached_property
    def commands(self) -> WindowCommands:
        """What the actions do."""
        from desktop.ui.window_commands import WindowCommands

        return WindowCommands(self)

    @cached_property
    def _title(self) -> RestTitle:
        from desktop.ui.rest_title import RestTitle

        return RestTitle(self)

    @property
    def context(self) -> Context | None:
        """The open profile, if there is one."""
        return self._context

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.area.page

    def show_waiting(self) -> None:
        """Show that the log is being opened."""
        self.close_profile()
        self.area.show_waiting()

    def show_guest(self, widget: QWidget) -> None:
        """Show something in place of the pages: a first start, a locked profile."""
        self.close_profile()
        self.hush()
        self.area.show_guest(widget)

    def open_profile(self, context: Context) -> None:
        """Show a profile's log, at the page of last time."""
        self.close_profile()
        self._context = context
        context.profile_changed.connect(self._on_profile_changed)
        context.undo.changed.connect(self._on_undo_changed)
        self.area.open_profile(context, self.screens.pages)
        if self._made_dock is not None:
            self._made_dock.open_profile(context)
        self._on_profile_changed()
        self._set_ready(True)
        page = str(self._settings.value("page", "today"))
        self.go(page if page in _NAMES else "today")
        if self.page is not None:
            self.page.visit()  # the next key is for it
        # what is not on the page waits until the page is filled and painted
        context.tasks.when_idle(
            lambda: QTimer.singleShot(0, self, lambda: self._open_rest(context))
        )

    def _open_rest(self, context: Context) -> None:
        if context is self._context:
            self.dock.resume()
            self.status.open_profile(context)

    def close_profile(self) -> None:
        """Put the open profile's screens away."""
        context, self._context = self._context, None
        if context is None:
            return
        self.text_size.leave()
        self._title.show("")
        self._set_ready(False)
        self.status.close_profile()
        context.undo.changed.disconnect(self._on_undo_changed)
        palette, self._palette = self._palette, None
        over = palette.palette if palette is not None else None
        if over is not None:
            over.close_down()
        dock = self._made_dock.close_profile() if self._made_dock is not None else None
        gone = [palette, over, dock, *self.area.close_profile(), context]
        context.tasks.when_idle(lambda: [one.deleteLater() for one in gone if one is not None])

    def fill(self) -> None:
        super().fill()
        _ = self.menu

    def run(self, action: str) -> None:
        """Do what an action's name says."""
        self.commands.run(action)

    def go(self, name: str) -> None:
        """Show a page by name."""
        if self._context is None:
            return
        self.area.go(name, self._join)
        self.side.set_page(name)
        self.menu.set_page(name)
        self._settings.setValue("page", name)

    def open_item(self, kind: str, item: object) -> None:
        """Show a thing where it lives; kind 'page' goes to the page of that name."""
        if kind in ("session", "set") and self.dock.go_to(item):
            return
        self.dock.give_way()
        goes_along = self.area.isAncestorOf(self.focusWidget())
        self.go(str(item) if kind == "page" else _HOME[kind])
        if self.page is None:
            return
        if kind != "page":
            self.page.open_item(item)
        if goes_along and kind != "set":
            self.page.visit()  # a set takes the keyboard itself

    def toggle_palette(self) -> None:
        """Open the command palette, or close it; made when it is first wanted."""
        if self._palette is None and self._context is not None:
            from desktop.ui.palette_host import PaletteHost

            self._palette = PaletteHost(self, self._context, self._settings)
        if self._palette is not None:
            self._palette.toggle()

    def show_fault(self, fault: BaseException) -> None:
        """Say what went wrong: above the page, or in a dialog where it is an error of our own."""
        from desktop.domain.errors import RepbookError

        if isinstance(fault, RepbookError):
            self.strip.show_fault(fault)
        else:
            self.dialogs.faults.show(fault, self._context)

    def _join(self, page: Page) -> None:
        # the dock is made when it is first wanted
        page.start_requested.connect(lambda request: self.dock.start(request))  # noqa: PLW0108
        page.open_requested.connect(self.open_item)
        page.action_requested.connect(self.run)

    def _join_dock(self, dock: SessionDock) -> None:
        dock.title_changed.connect(self._title.show)
        dock.action_requested.connect(self.run)
        dock.open_requested.connect(self.open_item)
        dock.paste_wanted.connect(self.dialogs.paste)
        dock.plates_wanted.connect(lambda weight, _: self.dialogs.calculators(weight))

    def _set_ready(self, ready: bool) -> None:
        self.menu.set_ready(ready)
        self.side.set_ready(ready)
        self._on_undo_changed()

    def _on_profile_changed(self) -> None:
        if self._context is not None:
            self._theme.set_choice(self._context.preferences.theme)
            self.text_size.follow(self._context)
            self.side.set_profile(self._context.user.name)

    def _on_undo_changed(self) -> None:
        undo = self._context.undo if self._context else None
        self.menu.set_undo(undo.undo_label if undo else "", undo.redo_label if undo else "")

    def _on_dock_changed(self) -> None:
        self.menu.set_session(self.dock.state)
        self._fit()

    @property
    def _made_dock(self) -> DockHost | None:
        return self.__dict__.get("dock")

    def _fit(self) -> None:
        dock = self._made_dock
        self.frame.fit(dock is not None and dock.is_beside_page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, and how the window stands."""
        self.setFocus()
        self.text_size.keep()
        self._settings.setValue("theme", self._theme.choice)
        self._settings.setValue("text_size", self._theme.text_size)
        self.frame.keep(self.dock.window_state() if self._made_dock else self.saveState())
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop.ui.given_files import files_in

        if self._context is not None and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from desktop.ui.given_files import files_in

        event.acceptProposedAction()
        self.dialogs.import_files(files_in(event.mimeData()))
