"""What the keys and the context menu do with the cells and rows of a template."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QMenu

from desktop.domain.template_paste import html_of, text_of
from desktop.ui.shortcuts import sequence
from desktop.ui.templates.lines_view import LinesView
from desktop.ui.templates.rows import EXERCISE


class _Entry(NamedTuple):
    """A command's words. changes: only for a template of one's own."""

    name: str
    text: str
    changes: bool = True


# None is a line between groups.
_ENTRIES: tuple[_Entry | None, ...] = (
    _Entry("edit", "&Edit the cell"),
    _Entry("browse", "&Add exercises"),
    None,
    _Entry("cut", "Cu&t"),
    _Entry("copy", "&Copy", changes=False),
    _Entry("paste", "&Paste"),
    _Entry("fill", "Fill &down"),
    _Entry("clear", "C&lear"),
    None,
    _Entry("rows", "&Select the rows", changes=False),
    _Entry("up", "Move &up"),
    _Entry("down", "Move d&own"),
    _Entry("group", "&Group as superset"),
    _Entry("ungroup", "U&ngroup"),
    _Entry("remove", "&Remove exercises"),
)


class SheetCommands(QObject):
    """The commands by name, as actions. browse_wanted: the library is to be looked through."""

    browse_wanted = Signal()

    def __init__(self, view: LinesView) -> None:
        super().__init__(view)
        self._view = view
        self._sheet = view.sheet
        self._does: dict[str, Callable[[], object]] = {
            "edit": lambda: view.edit_cell(view.currentIndex()),
            "browse": self.browse_wanted.emit,
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "fill": lambda: self._sheet.fill_down(view.chosen_places()),
            "clear": self._clear,
            "rows": self._choose_rows,
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "group": lambda: self._sheet.group(view.chosen_rows()),
            "ungroup": lambda: self._sheet.ungroup(view.chosen_rows()),
            "remove": lambda: self._remove(view.chosen_rows()),
        }
        self.actions: dict[str, QAction] = {}
        for entry in _ENTRIES:
            if entry is not None:
                action = QAction(entry.text, self)
                action.setShortcut(sequence("sheet", entry.name))
                action.triggered.connect(self._does[entry.name])
                self.actions[entry.name] = action
        view.filled.connect(self._fill_chosen)
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)

    def tip(self, name: str) -> str:
        """A command's words with its keys, for the tip of a button."""
        action = self.actions[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return f"{action.text().replace('&', '')} ({keys})"

    def enable(self) -> None:
        """Allow what can be done with what is chosen."""
        rows, count = self._view.chosen_rows(), len(self._sheet.lines)
        is_own = not self._sheet.is_read_only
        for entry in _ENTRIES:
            if entry is not None:
                self.actions[entry.name].setEnabled(is_own or not entry.changes)
        self.actions["up"].setEnabled(is_own and bool(rows) and rows[0] > 0)
        self.actions["down"].setEnabled(is_own and bool(rows) and rows[-1] < count - 1)
        self.actions["remove"].setEnabled(is_own and bool(rows))
        self.actions["group"].setEnabled(is_own and len(rows) > 1)
        lines = self._sheet.lines
        grouped = any(lines[row].superset_group is not None for row in rows)
        self.actions["ungroup"].setEnabled(is_own and grouped)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table's keys come before the window's while the table has the focus."""
        if isinstance(event, QKeyEvent) and (name := self._named(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.enable()
                self.actions[name].trigger()
                return True
        return super().eventFilter(watched, event)

    def _named(self, event: QKeyEvent) -> str:
        if self._view.state() == QAbstractItemView.State.EditingState:
            return ""
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return "clear"
        keys = QKeySequence(event.keyCombination())
        return next((n for n, one in self.actions.items() if one.shortcut() == keys), "")

    def _show_menu(self, place: QPoint) -> None:
        self.enable()
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for entry in _ENTRIES:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self.actions[entry.name])
        menu.popup(self._view.viewport().mapToGlobal(place))

    # what the commands do
    def _copy(self) -> None:
        block = self._sheet.copied(self._view.chosen_places())
        if block:
            mime = QMimeData()
            mime.setText(text_of(block))
            mime.setHtml(html_of(block))
            QGuiApplication.clipboard().setMimeData(mime)

    def _cut(self) -> None:
        self._copy()
        self._clear()

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        written = self._sheet.paste(text, self._view.chosen_places())
        self._view.choose_places(written)

    def _clear(self) -> None:
        whole = self._view.whole_rows()
        if whole:
            self._remove(whole)
        else:
            self._sheet.clear(self._view.chosen_places())

    def _fill_chosen(self) -> None:
        """What was just typed into the current cell, into all that are chosen."""
        current = self._view.currentIndex()
        text = str(current.data(Qt.ItemDataRole.EditRole))
        count = len(self._sheet.lines)
        places = [place for place in self._view.chosen_places() if place[0] < count]
        self._sheet.write([(row, at, text) for row, at in places], "fill cells")

    def _choose_rows(self) -> None:
        rows = self._view.chosen_rows()
        if rows:
            self._view.choose_rows(range(rows[0], rows[-1] + 1))

    def _move(self, by: int) -> None:
        rows = self._view.chosen_rows()
        if rows:
            self._view.move_to(rows, rows[0] - 1 if by < 0 else rows[-1] + 2)

    def _remove(self, rows: list[int]) -> None:
        if rows:
            self._sheet.remove(rows)
            self._view.go_to(min(rows[0], self._sheet.rowCount() - 1), EXERCISE)
