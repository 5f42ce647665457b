"""Small screens and a window to put them in: the shell is tested without the real ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLineEdit, QWidget

from desktop.domain.changes import Kind
from desktop.domain.transfer import Selection
from desktop.ui.context import Context
from desktop.ui.main_window import MainWindow
from desktop.ui.offers import Offer
from desktop.ui.page import Page
from desktop.ui.screens import Screens
from desktop.ui.side import PAGES
from desktop.ui.theme import Theme


class FakePage(Page):
    watches = frozenset({Kind.SESSIONS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.reloads = self.visits = 0
        self.shown_item: object = None
        self.search = QLineEdit()
        self.body.addWidget(self.search)

    def reload(self) -> None:
        self.reloads += 1
        self.loaded.emit()

    def visit(self) -> None:
        self.visits += 1
        super().visit()

    def focus_search(self) -> None:
        self.search.setFocus()

    def open_item(self, item_id: object) -> None:
        self.shown_item = item_id


class FakeDock(QDockWidget):
    session_opened = Signal()
    session_closed = Signal()
    title_changed = Signal(str)
    action_requested = Signal(str)
    open_requested = Signal(str, object)
    plates_wanted = Signal(object, object)
    paste_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__("Session", parent)
        self.setWidget(QWidget())
        self.requests: list[object] = []
        self.resumed = 0
        self.asked: list[str] = []
        self.is_large = self.has_session = False
        self.weight_due = None
        self.held: object = None
        self.gone_to: object = None
        self.session_closed.connect(lambda: self._have(False))

    def start(self, request: object) -> None:
        self.requests.append(request)
        self._have(True)
        self.session_opened.emit()

    def resume_open(self) -> None:
        self.resumed += 1
        self._have(True)
        self.session_opened.emit()

    def holds(self, item: object) -> bool:
        return self.has_session and item == self.held

    def go_to(self, item: object) -> None:
        self.gone_to = item

    def offers(self) -> list[Offer]:
        return []

    def run(self, action: str) -> None:
        self.asked.append(action)

    def show_place(self, place: str, is_large: bool) -> None:
        pass

    def set_large(self, large: bool) -> None:
        self.is_large = large

    def _have(self, has_session: bool) -> None:
        self.has_session = has_session


class FakeDialog(QDialog):
    open_requested = Signal(str, object)
    action_requested = Signal(str)

    def __init__(self, context: Context, given: object, parent: QWidget) -> None:
        super().__init__(parent)
        self.given = given


class Made:
    """What the window asked for, and the window."""

    def __init__(self) -> None:
        self.pages: dict[str, FakePage] = {}
        self.docks: list[FakeDock] = []
        self.imports: list[list[Path]] = []
        self.exports: list[Selection] = []
        self.dialogs: list[FakeDialog] = []

    def screens(self) -> Screens:
        return Screens(
            pages={name: self._page(name) for name, _ in PAGES},  # type: ignore[misc]
            dock=self._dock,
            importing=self._import,  # type: ignore[arg-type]
            exporting=self._export,  # type: ignore[arg-type]
        )

    def _page(self, name: str) -> object:
        def make(context: Context, parent: QWidget) -> FakePage:
            kind = type(f"{name}Page", (FakePage,), {"name": name, "title": name.title()})
            self.pages[name] = kind(context, parent)
            return self.pages[name]

        return make

    def _dock(self, context: Context, parent: QWidget) -> FakeDock:
        self.docks.append(FakeDock(context, parent))
        return self.docks[-1]

    def _import(self, context: Context, paths: list[Path], parent: QWidget) -> FakeDialog:
        self.imports.append(paths)
        self.dialogs.append(FakeDialog(context, paths, parent))
        return self.dialogs[-1]

    def _export(self, context: Context, selection: Selection, parent: QWidget) -> FakeDialog:
        self.exports.append(selection)
        self.dialogs.append(FakeDialog(context, selection, parent))
        return self.dialogs[-1]


def make_window(app: QApplication, folder: Path, made: Made) -> MainWindow:
    """A window over small screens, whose settings lie in the folder."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    return MainWindow(settings, Theme(app), folder, made.screens())
