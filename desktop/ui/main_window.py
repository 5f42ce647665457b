"""The window: navigation, pages, the session dock, menus, and what was saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.ui.actions import PAGES, Actions
from desktop.ui.area import Area, scrolled
from desktop.ui.dialogs import Dialogs, when_idle
from desktop.ui.dock_host import DockHost
from desktop.ui.rest_title import RestTitle
from desktop.ui.screens import Screens
from desktop.ui.side import Side
from desktop.ui.status import StatusBar
from desktop.ui.text_size import TextSize
from desktop.ui.theme import Theme
from desktop.ui.window_commands import WindowCommands
from desktop.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from desktop.ui.context import Context
    from desktop.ui.messages import MessageStrip
    from desktop.ui.page import Page
    from desktop.ui.palette_host import PaletteHost
    from desktop.ui.session.dock import SessionDock

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


class MainWindow(QMainWindow):
    """painted: the shell is on the screen. user_chosen carries the User to change to.

    profile_left: the open profile was deleted.
    """

    painted = Signal()
    user_chosen = Signal(object)
    profile_left = Signal()

    def __init__(
        self, settings: QSettings, theme: Theme, folder: Path, screens: Screens | None = None
    ) -> None:
        super().__init__()
        screens = screens or Screens()
        self._settings = settings
        settings.setParent(self)  # where dialogs find it
        self._theme = theme
        self._context: Context | None = None
        self._was_painted = False
        self.setWindowTitle("Repbook")
        self.setAcceptDrops(True)
        self.menu = Actions(self)
        self.side = Side()
        self._above = QHBoxLayout()
        self._strip: MessageStrip | None = None
        self.area = Area(screens)
        self.dock = DockHost(self, screens, settings)
        self.text_size = TextSize(theme, self)
        self._title = RestTitle(self)
        self._frame = WindowFrame(self, settings, self.dock)
        self.dialogs = Dialogs(self, screens, theme, folder)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.commands = WindowCommands(self)
        self._palette: PaletteHost | None = None
        self._lay_out()
        self._connect()
        self._set_ready(False)
        self._frame.restore()

    @property
    def context(self) -> Context | None:
        """The open profile, if there is one."""
        return self._context

    @property
    def strip(self) -> MessageStrip:
        """Where the window says what went wrong; made when it first has to."""
        from desktop.ui.messages import MessageStrip
        from desktop.ui.widgets.tab_order import put_in_order

        if self._strip is None:
            self._strip = MessageStrip()
            self._above.addWidget(self._strip)
            put_in_order([self.side, self._strip])
        return self._strip

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
        if self._strip is not None:
            self._strip.hide()
        self.area.show_guest(widget)

    def open_profile(self, context: Context) -> None:
        """Show a profile's log, at the page of last time."""
        self.close_profile()
        self._context = self.dialogs.context = context
        context.profile_changed.connect(self._on_profile_changed)
        context.undo.changed.connect(self._on_undo_changed)
        self.area.open_profile(context)
        self.dock.open_profile(context)
        self._on_profile_changed()
        self._set_ready(True)
        page = str(self._settings.value("page", "today"))
        self.go(page if page in _NAMES else "today")
        if self.page is not None:
            self.page.visit()  # the next key is for it
        # what is not on the page waits until the page is filled and painted
        when_idle(
            context.tasks,
            lambda: QTimer.singleShot(0, self, lambda: self._open_rest(context)),
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
        self.dialogs.context = None
        self.text_size.leave()
        self._title.show("")
        self._set_ready(False)
        self.status.close_profile()
        context.undo.changed.disconnect(self._on_undo_changed)
        palette, self._palette = self._palette, None
        over = palette.palette if palette is not None else None
        if over is not None:
            over.close_down()
        gone = [palette, over, self.dock.close_profile(), *self.area.close_profile(), context]
        when_idle(context.tasks, lambda: [one.deleteLater() for one in gone if one is not None])

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
        if kind == "page":
            self.go(str(item))
            return
        self.go(_HOME[kind])
        if self.page is not None:
            self.page.open_item(item)

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

    def show_words(
        self, words: str, more: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say something above the page that is no fault; `more` is a button that does `do`."""
        self.strip.show_words(words, more, do)

    def _lay_out(self) -> None:
        self._above.setContentsMargins(24, 12, 24, 0)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(self._above)
        middle.addWidget(scrolled(self.area), 1)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(middle, 1)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.menu.triggered.connect(self.commands.run)
        self.side.page_chosen.connect(self.go)
        self.side.action_chosen.connect(self.commands.run)
        self.text_size.said.connect(self.status.say)
        self._theme.changed.connect(self._frame.fit)
        self.dock.changed.connect(self._on_dock_changed)
        self.dock.made.connect(self._join_dock)
        self.dialogs.user_chosen.connect(self.user_chosen)
        self.dialogs.profile_left.connect(self.profile_left)
        self.dialogs.said.connect(self.status.say)
        self.dialogs.action_requested.connect(self.commands.run)
        self.dialogs.open_requested.connect(self.open_item)

    def _join(self, page: Page) -> None:
        page.start_requested.connect(self.dock.start)
        page.open_requested.connect(self.open_item)
        page.action_requested.connect(self.commands.run)

    def _join_dock(self, dock: SessionDock) -> None:
        dock.title_changed.connect(self._title.show)
        dock.action_requested.connect(self.commands.run)
        dock.open_requested.connect(self.open_item)
        dock.paste_wanted.connect(self.dialogs.paste)
        dock.plates_wanted.connect(lambda weight, _: self.dialogs.calculators(weight))

    def _set_ready(self, ready: bool) -> None:
        self.menu.set_ready(ready)
        self.side.set_ready(ready)
        self._on_undo_changed()
        self._on_dock_changed()

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
        self._frame.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, and how the window stands."""
        self.setFocus()
        self.text_size.keep()
        self._settings.setValue("theme", self._theme.choice)
        self._settings.setValue("text_size", self._theme.text_size)
        self._frame.keep()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()
            QTimer.singleShot(0, self.side, self.side.dress)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from desktop.ui.given_files import files_in

        if self._context is not None and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from desktop.ui.given_files import files_in

        event.acceptProposedAction()
        self.dialogs.import_files(files_in(event.mimeData()))
