"""Templates: planned workouts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from desktop.domain.changes import Changed, Kind
from desktop.domain.errors import InvalidInputError
from desktop.domain.ids import new_id
from desktop.domain.session import WorkoutSession
from desktop.domain.template_from import template_of, updated_template
from desktop.domain.templates import TemplateRow, WorkoutTemplate
from desktop.services.session_plan import plan
from desktop.services.store import Store
from desktop.storage.queries import templates as storage
from desktop.storage.unit_of_work import UnitOfWork


class TemplatesService:
    """Write, keep and find templates."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, user_id: UUID, with_archived: bool = False) -> list[TemplateRow]:
        """The templates a user sees, by name; archived ones only when asked for."""
        with self._store.reading() as connection:
            return storage.rows(connection, user_id, with_archived)

    def get(self, template_id: UUID) -> WorkoutTemplate:
        """A whole template."""
        with self._store.reading() as connection:
            return storage.get(connection, template_id)

    def save(self, user_id: UUID, template: WorkoutTemplate) -> Changed:
        """Keep a new or changed own template."""
        mine = replace(template.checked(), user_id=user_id)
        with self._store.unit_of_work() as work:
            stored = storage.load(work.connection, [template.id]).get(template.id)
            if stored:
                _require_own(stored, user_id)
            work.templates.save(mine)
            work.commit()
        return _changed(mine, f"{mine.name} saved")

    def delete(self, user_id: UUID, template_id: UUID) -> Changed:
        """Delete an own template; sessions done with it stay."""
        with self._store.unit_of_work() as work:
            template = _own(work, user_id, template_id)
            work.templates.delete(template_id)
            work.commit()
        return _changed(template, f"{template.name} deleted")

    def restore(self, user_id: UUID, template_id: UUID) -> Changed:
        """Bring a deleted template back."""
        with self._store.unit_of_work() as work:
            template = _own(work, user_id, template_id)
            work.templates.restore(template_id)
            work.commit()
        return _changed(template, f"{template.name} is back")

    def archive(self, user_id: UUID, template_id: UUID, is_archived: bool = True) -> Changed:
        """Put an own template out of the way, or back among the others."""
        said = "archived" if is_archived else "is among the templates again"
        return self._change(
            user_id, template_id, lambda one: replace(one, is_archived=is_archived), said
        )

    def share(self, user_id: UUID, template_id: UUID, is_public: bool = True) -> Changed:
        """Let every profile on this computer see an own template, or no other."""
        said = "is seen by every profile now" if is_public else "is seen by you alone now"
        return self._change(
            user_id, template_id, lambda one: replace(one, is_public=is_public), said
        )

    def copy_of(self, user_id: UUID, template_id: UUID) -> WorkoutTemplate:
        """An own copy, not yet kept, under a name that is free."""
        original = self.get(template_id)
        taken = {row.name.casefold() for row in self.rows(user_id, with_archived=True)}
        name, count = f"{original.name} copy", 2
        while name.casefold() in taken:
            name, count = f"{original.name} copy {count}", count + 1
        return replace(
            original,
            id=new_id(),
            user_id=user_id,
            name=name,
            is_public=False,
            is_archived=False,
            exercises=tuple(replace(line, id=new_id()) for line in original.exercises),
        )

    def from_session(self, session: WorkoutSession) -> WorkoutTemplate:
        """A template of what was done in a session, not yet kept."""
        return template_of(session)

    def updated_by(self, session: WorkoutSession) -> WorkoutTemplate | None:
        """The session's own template with what was done in it, not yet kept; None without one."""
        if session.template_id is None:
            return None
        with self._store.reading() as connection:
            found = storage.load(connection, [session.template_id]).get(session.template_id)
            lines = plan(connection, session)
        if found is None or found.user_id != session.user_id:
            return None
        return updated_template(found, session, lines)

    def _change(
        self,
        user_id: UUID,
        template_id: UUID,
        change: Callable[[WorkoutTemplate], WorkoutTemplate],
        said: str,
    ) -> Changed:
        with self._store.unit_of_work() as work:
            template = change(_own(work, user_id, template_id))
            work.templates.save(template)
            work.commit()
        return _changed(template, f"{template.name} {said}")


def _own(work: UnitOfWork, user_id: UUID, template_id: UUID) -> WorkoutTemplate:
    template = storage.get(work.connection, template_id)
    _require_own(template, user_id)
    return template


def _require_own(template: WorkoutTemplate, user_id: UUID) -> None:
    if template.user_id != user_id:
        raise InvalidInputError(
            "Only its owner can change a shared template.", "Duplicate it and change your copy."
        )


def _changed(template: WorkoutTemplate, said: str) -> Changed:
    return Changed.of(Kind.TEMPLATES, template.id, said=said)
