"""What a user does with whole templates, each step with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.domain.changes import Changed
from desktop.domain.templates import TemplateRow, WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.shortcuts import sequence
from desktop.ui.widgets.leaving import Leaving


class _Entry(NamedTuple):
    name: str
    text: str


_ENTRIES = (
    _Entry("new", "&New template"),
    _Entry("open", "&Open"),
    _Entry("start", "&Start session"),
    _Entry("duplicate", "&Duplicate"),
    _Entry("share", "S&hare with every profile on this computer"),
    _Entry("archive", "&Archive"),
    _Entry("delete", "De&lete"),
)
# deleting has its key in the list alone: see the page
_WITH_KEYS = ("new", "start", "duplicate", "share", "archive")
# an empty one is a line between groups
_MENU = ("open", "start", "", "duplicate", "share", "archive", "", "delete")


class TemplateActions(QObject):
    """The actions by name, with their keys while the page has the focus.

    A new template is begun wherever the focus is while the page is shown: its
    keys are no one else's in the window but those of a set, which come first.
    copied carries the id of a copy that was just kept.
    """

    copied = Signal(object)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._service = context.services.templates
        self._leaving = Leaving()
        self._by_name: dict[str, QAction] = {}
        for entry in _ENTRIES:
            action = QAction(entry.text, self)
            if entry.name in _WITH_KEYS:
                action.setShortcut(sequence("templates", entry.name))
            where = Qt.ShortcutContext
            action.setShortcutContext(
                where.WindowShortcut if entry.name == "new" else where.WidgetWithChildrenShortcut
            )
            page.addAction(action)
            self._by_name[entry.name] = action
        self._by_name["share"].setCheckable(True)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def tip(self, name: str) -> str:
        """An action's words with its keys, for the tip of a button."""
        action = self._by_name[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = action.text().replace("&", "")
        return f"{words} ({keys})" if keys else words

    def enable(self, row: TemplateRow | None, is_stored: bool) -> None:
        """Allow what can be done with that template."""
        is_there = row is not None and is_stored
        is_own = is_there and row is not None and row.is_own
        for name in ("open", "duplicate"):
            self._by_name[name].setEnabled(is_there)
        for name in ("share", "archive", "delete"):
            self._by_name[name].setEnabled(is_own)
        self._by_name["start"].setEnabled(is_there and row is not None and bool(row.exercise_ids))
        self._by_name["share"].setChecked(row is not None and row.is_own and row.is_public)
        is_archived = row is not None and row.is_archived
        self._by_name["archive"].setText("Take out of the &archive" if is_archived else "&Archive")

    def dress(self, buttons: Mapping[str, QPushButton]) -> None:
        """Let buttons say and allow what the actions of their names do."""
        for name, button in buttons.items():
            button.setEnabled(self._by_name[name].isEnabled())
            button.setToolTip(self.tip(name))
            if not button.text():
                button.setAccessibleName(self._by_name[name].text().replace("&", ""))

    def pop_up(self, place: QPoint) -> None:
        """Show the actions as a menu at that place of the screen."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _MENU:
            if name:
                menu.addAction(self._by_name[name])
            else:
                menu.addSeparator()
        menu.popup(place)

    def duplicate(self, row: TemplateRow) -> None:
        """Keep a copy under a name of its own."""
        service, user_id = self._service, self._context.user.id

        def read(copy: WorkoutTemplate) -> None:
            self._context.do(
                f"duplicate {row.name}",
                lambda: service.save(user_id, copy),
                lambda: service.delete(user_id, copy.id),
                done=lambda _: self.copied.emit(copy.id),
            )

        self._context.tasks.read(lambda: service.copy_of(user_id, row.id), read)

    def share(self, row: TemplateRow) -> None:
        """Let every profile see it, or no other one any more."""
        words = f"stop sharing {row.name}" if row.is_public else f"share {row.name}"
        self._switch(self._service.share, row, words, is_on=not row.is_public)

    def archive(self, row: TemplateRow) -> None:
        """Put it out of the way, or back among the others."""
        words = f"take {row.name} out of the archive" if row.is_archived else f"archive {row.name}"
        self._switch(self._service.archive, row, words, is_on=not row.is_archived)

    def delete(self, row: TemplateRow) -> None:
        """Delete it; sessions done with it stay."""
        service, user_id = self._service, self._context.user.id
        if not self._leaving.take((row.id,)):
            return

        def failed(fault: Exception) -> None:
            self._leaving.give_back((row.id,))
            self._context.tasks.faulted.emit(fault)

        self._context.do(
            f"delete {row.name}",
            lambda: service.delete(user_id, row.id),
            lambda: service.restore(user_id, row.id),
            failed=failed,
        )

    def shown(self, rows: Iterable[TemplateRow]) -> None:
        """These are listed now."""
        self._leaving.shown(row.id for row in rows)

    def _switch(
        self,
        change: Callable[[UUID, UUID, bool], Changed],
        row: TemplateRow,
        label: str,
        is_on: bool,
    ) -> None:
        user_id = self._context.user.id
        self._context.do(
            label,
            lambda: change(user_id, row.id, is_on),
            lambda: change(user_id, row.id, not is_on),
        )
