"""What stands in a field and is no value yet is there again after a new start."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from desktop.ui.session.cells import Cell
from desktop.ui.session.details import SessionDetails
from desktop.ui.session.entry_field import EntryField
from desktop.ui.session.focus_watch import FocusWatch
from desktop.ui.session.grid import SetGrid
from desktop.ui.session.header import SessionHeader
from desktop.ui.session.set_row import SetRow

SETTLE_MS = 300  # so much typing is lost at the most


class Unsaved(QObject):
    """Keeps the texts of all fields of a dock that hold what was not stored yet.

    That is what is being typed, and what could not be used and waits to be
    mended. It is written a moment after a key, on the writer's thread. A text
    counts for the value over which it was typed: once another one is stored,
    it was a step on the way to that.
    """

    def __init__(
        self,
        dock: QWidget,
        header: SessionHeader,
        details: SessionDetails,
        grid: SetGrid,
        line: EntryField,
    ) -> None:
        super().__init__(dock)
        self._dock, self._grid, self._line = dock, grid, line
        self._header, self._details = header, details
        self._field: QLineEdit | None = None  # the one that is typed in
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._keep)
        FocusWatch(dock).moved.connect(self._follow)
        grid.drafts.loaded.connect(self._recall)
        grid.controller.edited.connect(self._keep_soon)
        grid.controller.closed.connect(self._soon.stop)

    def _follow(self, widget: QWidget) -> None:
        """Listen to the field that the keyboard is in; the one before may hold nothing more."""
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._keep_soon)
        is_field = isinstance(widget, QLineEdit) and self._dock.isAncestorOf(widget)
        self._field = widget if is_field and isinstance(widget, QLineEdit) else None
        if self._field is not None:
            self._field.textChanged.connect(self._keep_soon)
        self._keep_soon()

    def _keep_soon(self) -> None:
        if not self._soon.isActive():  # keys that follow each other must not put it off
            self._soon.start()

    def _keep(self) -> None:
        if self._grid.controller.session is None:
            return
        texts = {key: field.text() for key, field in self._fields() if _holds(field)}
        here = next((key for key, field in self._fields() if field is self._field), "")
        if here in texts:
            texts[here] = texts.pop(here)
        self._grid.drafts.hold(texts)

    def _recall(self) -> None:
        """Write into the fields what stood in them, but over nothing that is typed by now."""
        for key, text in (self._grid.drafts.unsaved or {}).items():
            self._open_note(key)
            field = dict(self._fields()).get(key)
            if field is not None and not _holds(field):
                self._write(field, text)
        self._keep_soon()  # what was typed meanwhile, without what has no field any more

    def _write(self, field: QLineEdit, text: str) -> None:
        row = field.parentWidget()
        field.show()
        if isinstance(field, Cell) and isinstance(row, SetRow):
            self._grid.focus_row(row, row.cells.index(field))
            field.resume(text)
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setText(text)
        field.setModified(True)

    def _open_note(self, key: str) -> None:
        """Make the line for a note, which is there only while it is needed."""
        for row in self._grid.rows():
            if row.one is not None and key == _key(f"note {row.set_id.hex}", row.one.notes):
                row.write_note()
        if key.startswith(_key("notes")):
            self._details.write_notes()

    def _fields(self) -> Iterator[tuple[str, QLineEdit]]:
        session = self._grid.controller.session
        if session is None:
            return
        yield _key("line", sum(1 for _ in session.all_sets())), self._line
        yield _key("name", session.name), self._header.name
        yield _key("notes", session.notes), self._details.notes
        for block in self._grid.blocks:
            yield _key(f"notes {block.exercise.id.hex}", block.exercise.notes), block.notes
            for row in block.rows:
                yield from _of_row(row)


def _of_row(row: SetRow) -> Iterator[tuple[str, QLineEdit]]:
    if row.one is None:
        return
    for cell in row.cells:
        yield _key(f"{cell.field.value} {row.set_id.hex}", row.stored(cell)), cell
    if row.note.line is not None:
        yield _key(f"note {row.set_id.hex}", row.one.notes), row.note.line


def _key(field: str, stored: object = "") -> str:
    """What a text is known by: its field, and what is stored there."""
    return f"{field}: {stored}"


def _holds(field: QLineEdit) -> bool:
    """Whether something stands in the field that is stored nowhere."""
    if isinstance(field, Cell):
        return field.is_being_typed
    return bool(field.text()) if isinstance(field, EntryField) else field.isModified()
