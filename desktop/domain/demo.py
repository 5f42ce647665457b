"""The generated history that a profile may have been begun with."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoData:
    """What of a profile is demo data: sessions, and templates nobody has made their own."""

    session_ids: tuple[UUID, ...] = ()
    template_ids: tuple[UUID, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.session_ids or self.template_ids)
