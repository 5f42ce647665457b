"""Why a number is what it is, in sentences."""

from __future__ import annotations

from desktop.analysis.one_rep_max import applied, effective_reps
from desktop.domain.accounts import Formula, Preferences
from desktop.domain.records import Record, RecordKind
from desktop.domain.session import SessionExercise, WorkoutSession
from desktop.domain.weight import Unit, grams_text

_WORKING = {
    Formula.BRZYCKI: "{w} \u00d7 36 \u00f7 (37 \u2212 {r})",
    Formula.EPLEY: "{w} \u00d7 (1 + {r} \u00f7 30)",
    Formula.LOMBARDI: "{w} \u00d7 {r}^0.10",
    Formula.MAYHEW: "100 \u00d7 {w} \u00f7 (52.2 + 41.9 \u00d7 e^(\u22120.055 \u00d7 {r}))",
    Formula.OCONNER: "{w} \u00d7 (1 + 0.025 \u00d7 {r})",
    Formula.WATHAN: "100 \u00d7 {w} \u00f7 (48.8 + 53.8 \u00d7 e^(\u22120.075 \u00d7 {r}))",
    Formula.LANDER: "100 \u00d7 {w} \u00f7 (101.3 \u2212 2.67123 \u00d7 {r})",
}
_NAMES = {Formula.OCONNER: "O'Conner"}


def explain(record: Record, preferences: Preferences, session: WorkoutSession | None) -> str:
    """How the record's value follows from its set, or from the session's sets."""
    unit = preferences.unit
    if record.kind is RecordKind.E1RM and record.weight and record.reps:
        return _e1rm(record, preferences.formula, unit)
    if record.kind in (RecordKind.SESSION_VOLUME, RecordKind.SET_VOLUME):
        return _volume(record, unit, session)
    if record.kind is RecordKind.HEAVIEST:
        reps = f" for {_count(record.reps, 'rep')}" if record.reps else ""
        return f"The heaviest working set: {grams_text(record.value, unit, 2)} {unit}{reps}."
    if record.kind is RecordKind.LEAST_HELP:
        help_text = grams_text(-record.value, unit, 2)
        return f"The working set with the least help: {help_text} {unit}."
    return f"{record.kind.label} of a single working set in this session."


def working(weight: str, effective: float, chosen: Formula) -> str:
    """The formula with a set's numbers in it: 'Brzycki: 100 \u00d7 36 \u00f7 (37 \u2212 5)'."""
    formula = applied(effective, chosen)
    filled = _WORKING[formula].format(w=weight, r=_plain(effective))
    return f"{_NAMES.get(formula, formula.value.capitalize())}: {filled}"


def _e1rm(record: Record, chosen: Formula, unit: Unit) -> str:
    assert record.weight is not None
    assert record.reps is not None
    weight = grams_text(record.weight, unit, 2)
    done = f"{weight} {unit} \u00d7 {record.reps}"
    effective = effective_reps(record.reps, record.rpe)
    if record.rpe is not None:
        spare = _plain(10 - record.rpe)
        done += (
            f" at RPE {_plain(record.rpe)}: {spare} in reserve makes it "
            f"{_plain(effective)} effective reps"
        )
    result = f"{grams_text(record.value, unit)} {unit}"
    if effective <= 1:
        return f"{done}. One rep is its own maximum: {result}."
    return f"{done}. {working(weight, effective, chosen)} = {result}."


def _volume(record: Record, unit: Unit, session: WorkoutSession | None) -> str:
    whole = f"{grams_text(record.value, unit, 0)} {unit}"
    if record.kind is RecordKind.SET_VOLUME:
        if record.weight and record.reps:
            return f"{grams_text(record.weight, unit, 2)} \u00d7 {record.reps} = {whole}."
        return f"Weight \u00d7 reps of the session's best working set: {whole}."
    exercises = session.exercises if session else ()
    parts = [
        text
        for exercise in exercises
        if exercise.exercise_id == record.exercise_id
        for text in _products(exercise, unit)
    ]
    if not parts:
        return f"Weight \u00d7 reps summed over the session's working sets: {whole}."
    return f"{' + '.join(parts)} = {whole}."


def _products(exercise: SessionExercise, unit: Unit) -> list[str]:
    return [
        f"{one.weight.text(unit)} \u00d7 {one.reps}"
        for one in exercise.sets
        if one.weight
        and one.weight.grams > 0
        and one.reps
        and one.set_type.is_working
        and one.completed_at
    ]


def _plain(value: float) -> str:
    return f"{value:g}"


def _count(count: int | None, word: str) -> str:
    return f"{count} {word}{'s' if count != 1 else ''}"
