"""The template in the editor: one frozen value, stored after each edit."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from desktop.domain.changes import Changed
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.templates import WorkoutTemplate
from desktop.ui.context import Context
from desktop.ui.tasks import words_for
from desktop.ui.undo import Step, Work

NEW_NAME = "New template"


class TemplateEditing(QObject):
    """Stores every edit at once, with undo; a new template is stored at its first edit.

    shown: the template is another value. said: what the line beside the title
    says of storing; the bool tells whether it went wrong.
    """

    shown = Signal()
    said = Signal(str, bool)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.template: WorkoutTemplate | None = None
        self.is_stored = False
        self._writes = 0
        self._asked = 0
        self._is_telling = False
        context.notifier.changed.connect(self._on_changed)

    @property
    def is_own(self) -> bool:
        """Only the owner may change it."""
        return self.template is None or self.template.user_id in (None, self.context.user.id)

    @property
    def is_busy(self) -> bool:
        """An edit is on its way to the disk."""
        return self._writes > 0

    def begin(self) -> None:
        """A new template, stored when it gets its first content."""
        user_id = self.context.user.id
        self._show(WorkoutTemplate(new_id(), user_id, NEW_NAME), is_stored=False)
        self.said.emit("Not saved yet", False)

    def open(self, template_id: UUID) -> None:
        """Read a template and show it."""
        self._asked += 1
        number, service = self._asked, self.context.services.templates

        def read(template: WorkoutTemplate) -> None:
            if number != self._asked:
                return
            if self._writes:
                self.open(template_id)  # it changed meanwhile: what was read is old
            else:
                self._show(template, is_stored=True)
                self.said.emit("" if self.is_own else "Shared by another profile", False)

        self.context.tasks.read(lambda: service.get(template_id), read)

    def close(self) -> None:
        """Nothing is edited any more."""
        self._asked += 1
        self.template = None

    def keep(self, after: WorkoutTemplate, label: str) -> bool:
        """Store the template as it is now; False when it cannot be stored like this."""
        before = self.template
        if before is None or after == before:
            return True
        try:
            after.checked()
        except InvalidInputError as fault:
            self.said.emit(f"Not saved. {fault}", True)
            return False
        service, user_id = self.context.services.templates, self.context.user.id

        def work() -> Changed:
            return service.save(user_id, after)

        step = Step(label, lambda: service.save(user_id, before), work)
        if not self.is_stored:
            step = self._creation(after, label)
        self._show(after, is_stored=True)
        self._write(work, step)
        return True

    def _creation(self, after: WorkoutTemplate, label: str) -> Step:
        """The first edit made the template: taking it back takes the template away."""
        service, user_id, key = self.context.services.templates, self.context.user.id, after.id

        return Step(
            f"new template: {label}",
            lambda: service.delete(user_id, key),
            lambda: service.restore(user_id, key),
        )

    def _write(self, work: Work, step: Step) -> None:
        self._writes += 1
        self.said.emit("Saving", False)

        def done(change: Changed) -> None:
            self._writes -= 1
            self.context.undo.push(step)
            self._is_telling = True
            self.context.notifier.tell(change)
            self._is_telling = False
            self.said.emit("Saved", False)

        def failed(fault: Exception) -> None:
            # what was typed stays in the editor: the next edit stores it along
            self._writes -= 1
            self.said.emit(f"Not saved. {' '.join(words_for(fault))}".strip(), True)

        self.context.tasks.write(work, done, failed)

    def _show(self, template: WorkoutTemplate, is_stored: bool) -> None:
        self.template, self.is_stored = template, is_stored
        self.shown.emit()

    def _on_changed(self, change: Changed) -> None:
        """An undo or another view changed it: read it again."""
        if self.template is not None and self.template.id in change.ids and not self._is_telling:
            self.open(self.template.id)
