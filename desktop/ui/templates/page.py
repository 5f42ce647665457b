"""The templates: a table to find them in, and the editor of one in its place."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from desktop.domain.changes import Changed, Kind
from desktop.domain.templates import TemplateRow, WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.icons import icon
from desktop.ui.page import Page
from desktop.ui.templates.editor import TemplateEditor
from desktop.ui.templates.empty import NoTemplates
from desktop.ui.templates.found import FoundTemplates
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.styling import restyle
from desktop.ui.widgets.texts import count_text

_TABLE, _NONE, _EDITOR = range(3)


class TemplatesPage(Page):
    """Plans of workouts: find, edit, duplicate, delete, and start one."""

    name = "templates"
    title = "Templates"
    watches = frozenset({Kind.TEMPLATES, Kind.SESSIONS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found = FoundTemplates(context)
        self.editor = TemplateEditor(context)
        self.back = QPushButton("Templates")
        self.duplicate = icon_button("copy", "Duplicate the template", self)
        self.delete = icon_button("trash", "Delete the template", self)
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
        service, user_id = self.context.services.templates, self.context.user.id
        self.context.tasks.read(lambda: service.rows(user_id), self._take)

    def focus_search(self) -> None:
        """Search is on the table, so leave the editor for it."""
        self.leave()
        self.found.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_item(self, item_id: object) -> None:
        """Open the editor of a template."""
        if isinstance(item_id, UUID) and self.editor.commit():
            self._is_opening = True
            self.editor.editing.open(item_id)

    def leave(self) -> None:
        """Back to the table, with everything typed stored."""
        if self._stack.currentIndex() != _EDITOR or not self.editor.commit():
            return
        template = self.editor.editing.template
        self.editor.editing.close()
        self._show_place(_TABLE if self.found.model.total else _NONE)
        if template is not None:
            self.found.table.select_key(template.id)
        self.found.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # building
    def _lay_out(self) -> None:
        self.back.setProperty("role", "flat")
        self.back.setIcon(icon("back", self))
        self.back.setToolTip("Back to all templates (Escape)")
        self.back.setAccessibleName("Back to all templates")
        self.header.insertWidget(0, self.back)
        self.new.setIcon(icon("plus", self))
        self.start.setProperty("role", "primary")
        self.start.setIcon(icon("play", self.start))
        for button in (self.duplicate, self.delete, self.new, self.start):
            self.header.addWidget(button)
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
        self.found.model.modelReset.connect(self._enable)
        self.back.clicked.connect(self.leave)
        self.new.clicked.connect(self.begin)
        self.first.clicked.connect(self.begin)
        self.duplicate.clicked.connect(self._duplicate)
        self.delete.clicked.connect(self._delete)
        self.start.clicked.connect(self._start)
        self.editor.editing.shown.connect(self._show_editor)
        self.editor.editing.said.connect(self._say)
        for keys, owner, what in (
            ("Del", table, self._delete),
            ("Escape", self.editor, self.leave),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(what)

    # showing
    def _take(self, rows: list[TemplateRow]) -> None:
        self.found.show_rows(rows)
        categories = sorted({row.category for row in rows if row.category})
        self.editor.set_categories(categories)
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
        if self._wanted is not None and self.found.table.select_key(self._wanted):
            self._wanted = None
        self.found.choose_first()
        self._enable()
        self.loaded.emit()

    def _show_editor(self) -> None:
        self._is_opening = False
        if self._stack.currentIndex() != _EDITOR:
            self._show_place(_EDITOR)
            self.editor.lines.view.clearSelection()
            self.editor.name.setFocus(Qt.FocusReason.OtherFocusReason)
        template = self.editor.editing.template
        assert template is not None
        self.heading.setText(template.name)
        self._enable()

    def _show_place(self, place: int) -> None:
        is_editor = place == _EDITOR
        # hidden first, so that the line is never wider than the window
        self.new.setVisible(place == _TABLE)
        self._stack.setCurrentIndex(place)
        self.back.setVisible(is_editor)
        for button in (self.duplicate, self.delete, self.start):
            button.setVisible(place != _NONE)
        if not is_editor:
            self.heading.setText(self.title)
            self._count()
        self._enable()

    def _count(self) -> None:
        total = self.found.model.total
        self._say(count_text(total, "template") if total else "", False)

    def _say(self, words: str, is_fault: bool) -> None:
        restyle(self.subtitle, "role", "error" if is_fault else "muted")
        self.subtitle.setText(words)

    def _enable(self) -> None:
        row, editing = self._row(), self.editor.editing
        is_new = self._stack.currentIndex() == _EDITOR and not editing.is_stored
        self.start.setEnabled(row is not None and bool(row.exercise_ids) and not is_new)
        self.duplicate.setEnabled(row is not None and not is_new)
        self.delete.setEnabled(row is not None and row.is_own and not is_new)

    # doing
    def begin(self) -> None:
        """Write a new template."""
        self.editor.begin()

    def _row(self) -> TemplateRow | None:
        """The template that the buttons are about."""
        if self._stack.currentIndex() == _EDITOR and self.editor.editing.template is not None:
            return self._row_of(self.editor.editing.template)
        return self.found.chosen

    def _row_of(self, template: WorkoutTemplate) -> TemplateRow:
        ids = tuple(line.exercise_id for line in template.exercises if line.exercise_id)
        is_own = self.editor.editing.is_own
        return TemplateRow(
            template.id, template.name, template.category, ids, None, is_own, template.is_public
        )

    def _open_current(self) -> None:
        row = self._row()
        if row is not None:
            self.open_item(row.id)

    def _start(self) -> None:
        row = self._row()
        if row is not None and self.editor.commit():
            self.start_requested.emit(("template", row.id))

    def _duplicate(self) -> None:
        row = self._row()
        if row is None or not self.editor.commit():
            return
        service, user_id = self.context.services.templates, self.context.user.id

        def read(copy: WorkoutTemplate) -> None:
            self._wanted = copy.id
            self.context.do(
                f"duplicate {row.name}",
                lambda: service.save(user_id, copy),
                lambda: service.delete(user_id, copy.id),
                done=lambda _: self._after_copy(copy.id),
            )

        self.context.tasks.read(lambda: service.copy_of(user_id, row.id), read)

    def _after_copy(self, template_id: UUID) -> None:
        if self._stack.currentIndex() == _EDITOR:
            self.editor.editing.open(template_id)

    def _delete(self) -> None:
        row = self._row()
        if row is None or not row.is_own:
            return
        service, user_id = self.context.services.templates, self.context.user.id

        def work() -> Changed:
            return service.delete(user_id, row.id)

        self.context.do(f"delete {row.name}", work, lambda: service.restore(user_id, row.id))
