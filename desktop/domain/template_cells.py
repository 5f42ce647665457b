"""The cells of a template's line as text: how each is written, and read back from what is typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from desktop.domain.accounts import Effort
from desktop.domain.errors import InvalidInputError
from desktop.domain.library import ExerciseKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import (
    Field,
    clock_text,
    field_text,
    parse_duration,
    parse_weight,
    superset_letter,
    typed,
)
from desktop.domain.template_lists import list_text, parted, sets_text, with_list, with_sets
from desktop.domain.template_work import parse_work, work_text
from desktop.domain.templates import TargetSet, TemplateExercise
from desktop.domain.weight import Unit, decimal_of, plain_number

_MOST_PERCENT = 200
_MOST_GROUPS = 99
_CENT = Decimal("0.01")
_SETS_BY_REPS = re.compile(r"([\dwdf+ ]+?)\s*[x\u00d7]\s*(\S.*)", re.IGNORECASE)
_NAMED = re.compile(r".*?(kg|lbs?|%)", re.IGNORECASE)
_BLANK = ExerciseSet(UUID(int=0))


class LineField(StrEnum):
    """A value of a template's line that is typed.

    REPS is what a set of the exercise is measured in: else a time, a distance.
    """

    SETS = "sets"
    REPS = "reps"
    WEIGHT = "weight"
    RPE = "rpe"
    REST = "rest"
    SUPERSET = "superset"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Notation:
    """How cells are written: for an exercise of that kind, and as a user prefers it."""

    kind: ExerciseKind = ExerciseKind.WEIGHT_REPS
    unit: Unit = Unit.KG
    effort: Effort = Effort.RPE

    @property
    def effort_field(self) -> Field:
        """RPE, unless the user counts reps in reserve."""
        return Field.RIR if self.effort is Effort.RIR else Field.RPE


def applies(field: LineField, kind: ExerciseKind) -> bool:
    """Exercises of that kind have such a value."""
    return kind.has_weight or field is not LineField.WEIGHT


def cell_text(line: TemplateExercise, field: LineField, notation: Notation) -> str:
    """The field as it stands in its cell; empty: open."""
    if field is LineField.REST:
        return "" if line.rest_seconds is None else clock_text(line.rest_seconds)
    if field is LineField.SUPERSET:
        return superset_letter(line.superset_group)
    if field is LineField.NOTES:
        return line.notes
    if field is LineField.SETS:
        return sets_text(line.targets())
    targets = line.targets() or (line.shared_target,)
    return list_text(targets, _texts(targets, field, notation))


def typed_cell(
    line: TemplateExercise, field: LineField, text: str, notation: Notation
) -> TemplateExercise:
    """The line with what was typed; empty opens it. Raises InvalidInputError.

    Sets and reps at once may be typed into either cell: '5x5', '3x8-12'.
    """
    plain = text.strip()
    if plain == cell_text(line, field, notation).strip():
        return line
    if field is LineField.REST:
        return replace(line, rest_seconds=parse_duration(plain) if plain else None)
    if field is LineField.SUPERSET:
        return replace(line, superset_group=_parse_superset(plain) if plain else None)
    if field is LineField.NOTES:
        return replace(line, notes=plain)
    if field in (LineField.SETS, LineField.REPS) and (both := _SETS_BY_REPS.fullmatch(plain)):
        line = with_sets(line, both[1])
        field, plain = LineField.REPS, both[2]
    if field is LineField.SETS:
        return with_sets(line, plain)
    texts = parted(plain)
    if field is LineField.WEIGHT:
        texts = _with_units(texts)
    return with_list(line, texts, lambda one, typed: _read(one, field, typed, notation))


def fitted(line: TemplateExercise, kind: ExerciseKind) -> TemplateExercise:
    """The line without what exercises of that kind do not have."""
    none = TargetSet()

    def fit(one: TargetSet) -> TargetSet:
        loaded = one if kind.has_weight else none
        return replace(
            one,
            reps=one.reps if kind.has_reps else None,
            weight=loaded.weight,
            percent=loaded.percent if kind is ExerciseKind.WEIGHT_REPS else None,
            duration_seconds=one.duration_seconds if kind.has_duration else None,
            distance_meters=one.distance_meters if kind.has_distance else None,
        )

    if line.targets():
        return line.with_targets(tuple(map(fit, line.targets())))
    return line.with_shared(fit(line.shared_target))


# what a set's text says
def _texts(targets: Sequence[TargetSet], field: LineField, notation: Notation) -> list[str]:
    if field is LineField.REPS:
        return [work_text(one, notation.kind, notation.unit) for one in targets]
    if field is LineField.RPE:
        rpes = (replace(_BLANK, rpe=one.rpe) for one in targets)
        effort, kind, unit = notation.effort_field, notation.kind, notation.unit
        return [field_text(effort, one, kind, unit) for one in rpes]
    # in a list of several units each weight names its own
    units = {one.weight.unit if one.weight else "%" for one in targets if _is_loaded(one)}
    return [_weight_text(one, notation, is_named=len(units) > 1) for one in targets]


def _is_loaded(one: TargetSet) -> bool:
    return one.weight is not None or one.percent is not None


def _weight_text(one: TargetSet, notation: Notation, is_named: bool) -> str:
    if one.weight is None:
        return "" if one.percent is None else f"{plain_number(Decimal(str(one.percent)))}%"
    shown = replace(one.weight, grams=abs(one.weight.grams))  # help is shown without its sign
    return shown.typed if is_named or shown.unit is not notation.unit else shown.text()


def _read(one: TargetSet, field: LineField, text: str, notation: Notation) -> TargetSet:
    if field is LineField.REPS:
        return parse_work(one, text, notation.kind, notation.unit)
    if field is LineField.RPE:
        effort = typed(_BLANK, notation.effort_field, text, notation.kind, notation.unit)
        return replace(one, rpe=effort.rpe)
    if not text:
        return replace(one, weight=None, percent=None)
    if text.endswith("%"):
        return replace(one, weight=None, percent=_parse_percent(text, notation.kind))
    weight = parse_weight(text, notation.unit, notation.kind)
    return replace(one, weight=weight, percent=None)


def _with_units(texts: list[str]) -> list[str]:
    """'225/245 lb': the unit at the end of a list is that of all that name none."""
    last = _NAMED.fullmatch(texts[-1])
    if last is None or last[1] == "%":
        return texts
    return [f"{one} {last[1]}" if one and not _NAMED.fullmatch(one) else one for one in texts]


def _parse_percent(text: str, kind: ExerciseKind) -> float:
    if kind is not ExerciseKind.WEIGHT_REPS:
        raise InvalidInputError("This exercise has no e1RM to take a share of.", "Type a weight.")
    percent = decimal_of(text.removesuffix("%")).quantize(_CENT)
    if not 0 < percent <= _MOST_PERCENT:
        raise InvalidInputError(f"'{text}' is no share of the e1RM.", "Type 1% to 200%.")
    return float(percent)


def _parse_superset(text: str) -> int:
    letter = text.upper()
    if len(letter) == 1 and "A" <= letter <= "Z":
        return ord(letter) - ord("A") + 1
    if text.isdecimal() and 1 <= int(text) <= _MOST_GROUPS:
        return int(text)
    raise InvalidInputError(f"'{text}' is no superset.", "Give those done together one letter.")
