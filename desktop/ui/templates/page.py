"""The templates: a table to find them in, and the editor of one in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from desktop.domain.changes import Kind
from desktop.domain.templates import TemplateRow
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.page import Page
from desktop.ui.shortcuts import sequence
from desktop.ui.sizes import px
from desktop.ui.templates.actions import TemplateActions
from desktop.ui.templates.editor import TemplateEditor
from desktop.ui.templates.empty import NoTemplates
from desktop.ui.templates.found import FoundTemplates
from desktop.ui.templates.reading import Found, reading, row_of
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.styling import restyle
from desktop.ui.widgets.tab_order import put_in_order
from desktop.ui.widgets.texts import count_text

_TABLE, _NONE, _EDITOR = range(3)
_LEAST_HEADING, _MARGINS = 80, 64
_ACTS = ("duplicate", "share", "archive", "delete")


class TemplatesPage(Page):
    """Plans of workouts: find, edit, duplicate, share, archive, delete, and start one."""

    name = "templates"
    title = "Templates"
    watches = frozenset({Kind.TEMPLATES, Kind.SESSIONS, Kind.PROFILE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found = FoundTemplates(context)
        self.editor = TemplateEditor(context)
        self.commands = TemplateActions(context, self)
        self.back = QPushButton("Templates")
        self.duplicate = icon_button("copy", "Duplicate", self)
        self.archive = icon_button("archive", "Archive", self)
        self.delete = icon_button("trash", "Delete", self)
        self.new = QPushButton("New template")
        self.start = QPushButton("Start session")
        self._wanted: UUID | None = None
        self._is_opening = False
        self._lay_out()
        self._connect()
        self._show_place(_TABLE)

    # what every page offers
    def reload(self) -> None:
        """Read the rows; the editor reads its own template."""
        self.read_newest(reading(self.context), self._take)

    def focus_search(self) -> None:
        """Search is on the table, so leave the editor for it."""
        self.leave()
        self.found.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        """The way to the first template, else the table or the sheet that is shown."""
        if self._stack.currentIndex() == _NONE:
            self.first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().take_focus()

    def open_item(self, item_id: object) -> None:
        """Open the editor of a template."""
        if isinstance(item_id, UUID) and self.editor.commit():
            self._is_opening = True
            self.editor.editing.open(item_id)

    def page_commands(self) -> Mapping[str, Callable[[str], object]]:
        return {"new": lambda _: self.begin()}

    def leave(self) -> None:
        """Back to the table, with everything typed stored."""
        if self._stack.currentIndex() != _EDITOR or not self.editor.commit():
            return
        template = self.editor.editing.template
        self.editor.editing.close()
        self._show_place(_TABLE if self.found.model.total else _NONE)
        if template is not None:
            self.found.choose(template.id)
        self.found.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # building
    def _lay_out(self) -> None:
        self.back.setProperty("role", "flat")
        self.back.setIcon(icon("back", self.back))
        self.back.setToolTip("Back to all templates (Escape)")
        self.back.setAccessibleName("Back to all templates")
        self.header.insertWidget(0, self.back)
        self.new.setIcon(icon("plus", self.new))
        self.start.setProperty("role", "primary")
        self.start.setIcon(icon("play", self.start))
        self._buttons = {
            "duplicate": self.duplicate,
            "archive": self.archive,
            "delete": self.delete,
            "new": self.new,
            "start": self.start,
        }
        for button in self._buttons.values():
            self.header.addWidget(button)
        put_in_order([self.back, *self._buttons.values()])
        self._stack = QStackedWidget()
        empty = NoTemplates()
        self.first = empty.button
        for place in (self.found, empty, self.editor):
            self._stack.addWidget(place)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        table = self.found.table
        table.activated.connect(lambda _: self._open_current())
        table.selectionModel().selectionChanged.connect(self._enable)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(
            lambda place: self.commands.pop_up(table.viewport().mapToGlobal(place))
        )
        self.found.changed.connect(self._show_count)
        self.back.clicked.connect(self.leave)
        self.first.clicked.connect(self.begin)
        for name, what in (
            ("new", self.begin),
            ("open", self._open_current),
            ("start", self._start),
            *((name, self._acting(name)) for name in _ACTS),
        ):
            self.commands[name].triggered.connect(what)
        for name, button in self._buttons.items():
            button.clicked.connect(self.commands[name].trigger)
        self.commands.copied.connect(self._after_copy)
        self.editor.editing.shown.connect(self._show_editor)
        self.editor.editing.said.connect(self._say)
        for keys, owner, do in (
            ("delete", table, self._acting("delete")),
            ("leave", self.editor, self.leave),
        ):
            shortcut = QShortcut(sequence("templates", keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # showing
    def _take(self, found: Found) -> None:
        rows = found.rows
        self.found.show_rows(rows)
        self.commands.shown(rows)
        self.editor.set_categories(sorted({row.category for row in rows if row.category}))
        self.editor.summary.show_habits(found.habits)
        editing = self.editor.editing
        is_gone = (
            editing.template is not None
            and editing.is_stored
            and not editing.is_busy
            and editing.template.id not in {row.id for row in rows}
        )
        if is_gone or self._stack.currentIndex() != _EDITOR:
            if is_gone or not self._is_opening:
                editing.close()
            self._show_place(_TABLE if rows else _NONE)
        if self._wanted is not None and self.found.choose(self._wanted):
            self._wanted = None
        self._enable()
        self.loaded.emit()

    def _show_editor(self) -> None:
        self._is_opening = False
        if self._stack.currentIndex() != _EDITOR:
            self._show_place(_EDITOR)
            self.editor.lines.names.refresh()
            self.editor.lines.start()
        template = self.editor.editing.template
        assert template is not None
        self._fit_heading()
        self._enable()

    def _show_place(self, place: int) -> None:
        is_editor = place == _EDITOR
        focus = QApplication.focusWidget()
        # what has the focus is about to be hidden
        is_left = place == _NONE and focus is not None and self.isAncestorOf(focus)
        # hidden first, so that the line is never wider than the window
        self.new.setVisible(place == _TABLE)
        self._stack.setCurrentIndex(place)
        self.back.setVisible(is_editor)
        for button in (self.duplicate, self.archive, self.delete, self.start):
            button.setVisible(place != _NONE)
        if not is_editor:
            self._show_count()
        self._fit_heading()
        self._enable()
        if is_left:
            self.take_focus()

    def _fit_heading(self) -> None:
        """The name of the template, cut where it would push the buttons out of the page."""
        template = self.editor.editing.template
        if self._stack.currentIndex() != _EDITOR or template is None:
            self.heading.setText(self.title)
            return
        acts = self._buttons.values()
        others = sum(
            one.sizeHint().width() + self.header.spacing()
            for one in (self.back, self.subtitle, *(() if self.is_header_split else acts))
            if not one.isHidden()
        )
        room = max(px(_LEAST_HEADING), self.contentsRect().width() - others - _MARGINS)
        metrics = self.heading.fontMetrics()
        self.heading.setText(metrics.elidedText(template.name, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_heading()

    def _show_count(self) -> None:
        if self._stack.currentIndex() != _EDITOR:
            shown, total = len(self.found.model.rows), self.found.total
            count = count_text(total, "template") if total else ""
            self._say(count if shown == total else f"{shown:,} of {count}", False)

    def _say(self, words: str, is_fault: bool) -> None:
        restyle(self.subtitle, "role", "error" if is_fault else "muted")
        self.subtitle.setText(words)

    def _enable(self) -> None:
        is_new = self._stack.currentIndex() == _EDITOR and not self.editor.editing.is_stored
        self.commands.enable(self._row(), is_stored=not is_new)
        self.commands.dress(self._buttons)

    # doing
    def begin(self) -> None:
        """Write a new template."""
        if self.editor.commit():
            self.editor.begin()

    def _row(self) -> TemplateRow | None:
        """The template that the actions are about."""
        if self._stack.currentIndex() == _EDITOR and self.editor.editing.template is not None:
            return row_of(self.editor.editing.template, self.editor.editing.is_own)
        return self.found.chosen

    def _open_current(self) -> None:
        row = self._row()
        if row is not None:
            self.open_item(row.id)

    def _start(self) -> None:
        row = self._row()
        is_editor = self._stack.currentIndex() == _EDITOR
        if row is None or not self.editor.commit():
            return
        if not is_editor or self.editor.is_readable():
            self.start_requested.emit(("template", row.id))

    def _acting(self, name: str) -> Callable[[], None]:
        return lambda: self._act(name)

    def _act(self, name: str) -> None:
        row = self._row()
        if row is None or not self.commands[name].isEnabled() or not self.editor.commit():
            return
        getattr(self.commands, name)(row)

    def _after_copy(self, template_id: UUID) -> None:
        self._wanted = template_id
        if self._stack.currentIndex() == _EDITOR:
            self.editor.editing.open(template_id)
