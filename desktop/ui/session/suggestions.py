"""Which values of a set are only suggested: by the plan, by last time, not yet by the lifter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import Field, field_text
from desktop.domain.weight import Unit

_VALUES = {
    Field.WEIGHT: "weight",
    Field.REPS: "reps",
    Field.DISTANCE: "distance_meters",
    Field.DURATION: "duration_seconds",
}
# how hard a set was is felt, never suggested
_MEASURED = (Field.RPE, Field.RIR)


class Suggestions:
    """The one rule of what counts as touched.

    A value is touched while it is the one that was typed, accepted or ticked
    here; an empty field is touched when it was emptied. All else is suggested.
    """

    def __init__(self, kind: ExerciseKind, unit: Unit, fields: Sequence[Field]) -> None:
        self.last: ExerciseSet | None = None
        self._kind, self._unit, self._fields = kind, unit, fields
        self._touched: dict[Field, str] = {}

    def text(self, one: ExerciseSet, field: Field) -> str:
        """The field as it stands in its cell."""
        return field_text(field, one, self._kind, self._unit)

    def is_suggested(self, one: ExerciseSet, field: Field) -> bool:
        """The field has a value to which nobody said yes."""
        if one.completed_at is not None or field in _MEASURED:
            return False
        text = self.text(one, field)
        return bool(text) and self._touched.get(field) != text

    def placeholder(self, one: ExerciseSet, field: Field) -> str:
        """What last time suggests for an empty field; empty: nothing."""
        if self.last is None or one.completed_at is not None or field in _MEASURED:
            return ""
        if self.text(one, field) or self._touched.get(field) == "":
            return ""
        return self.text(self.last, field)

    def touch(self, one: ExerciseSet, field: Field) -> None:
        """What stands in the field was typed."""
        self._touched[field] = self.text(one, field)

    @property
    def touched(self) -> dict[str, str]:
        """What was typed, accepted or emptied, by the field's name."""
        return {field.name: text for field, text in self._touched.items()}

    def recall(self, touched: Mapping[str, str]) -> None:
        """What was touched before a new start; what was touched since is newer."""
        for field in self._fields:
            if field.name in touched:
                self._touched.setdefault(field, touched[field.name])

    def accepted(self, one: ExerciseSet, fields: Sequence[Field]) -> ExerciseSet:
        """The set with what is suggested for those fields."""
        for field in fields:
            if self.placeholder(one, field):
                name = _VALUES[field]
                one = replace(one, **{name: getattr(self.last, name)})
            if self.text(one, field):
                self.touch(one, field)
        return one

    def follow(self, before: ExerciseSet | None, after: ExerciseSet) -> None:
        """The set became another one by a tick, by undo, or by what was typed above it."""
        if after.completed_at is not None:
            for field in self._fields:
                self.touch(after, field)
        elif before is not None:
            for field in self._fields:
                self._follow_field(field, self.text(before, field), self.text(after, field))

    def _follow_field(self, field: Field, before: str, after: str) -> None:
        if not before or after:
            return
        if self._touched.get(field) == before:
            del self._touched[field]  # typed or accepted here, and taken back
        else:
            self._touched[field] = ""  # emptied in the set above, so here too
