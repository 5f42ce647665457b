"""How figures and their formulas are written in reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.analysis.one_rep_max import applied, effective_reps
from desktop.domain.accounts import Effort, Formula
from desktop.domain.counting import Counting
from desktop.domain.distance import distance_text, pace_unit
from desktop.domain.library import ExerciseKind
from desktop.domain.progress import Measure
from desktop.domain.records import RecordKind
from desktop.domain.session import ExerciseSet
from desktop.domain.set_fields import clock_text
from desktop.domain.weight import Unit, grams_text

Figure = Measure | RecordKind

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
_MOST_TERMS = 12  # a longer sum says how many more there are
_FIGURES: dict[RecordKind, Measure] = {
    RecordKind.E1RM: Measure.E1RM,
    RecordKind.HEAVIEST: Measure.HEAVIEST,
    RecordKind.LEAST_HELP: Measure.HELP,
    RecordKind.SESSION_VOLUME: Measure.VOLUME,
    RecordKind.BEST_PACE: Measure.PACE,
}


def figure_of(kind: RecordKind) -> Figure:
    """The measure that a record is the best of; itself where there is none."""
    return _FIGURES.get(kind, kind)


def working(weight: str, effective: float, chosen: Formula) -> str:
    """The formula with a set's numbers in it: 'Brzycki: 100 \u00d7 36 \u00f7 (37 \u2212 5)'."""
    formula = applied(effective, chosen)
    filled = _WORKING[formula].format(w=weight, r=plain(effective))
    return f"{_NAMES.get(formula, formula.value.capitalize())}: {filled}"


def plain(value: float) -> str:
    """A number without needless noughts."""
    return f"{value:g}"


def count_of(count: float, word: str) -> str:
    """'1 set', '4.5 sets'."""
    return f"{count:,.6g} {word}{'s' if count != 1 else ''}"


def sum_of(terms: Sequence[str]) -> str:
    """'5 + 5 + 8', not longer than a line or two."""
    if len(terms) <= _MOST_TERMS:
        return " + ".join(terms)
    left = len(terms) - _MOST_TERMS + 1
    return " + ".join((*terms[: _MOST_TERMS - 1], f"\u2026 ({left} more)"))


@dataclass(frozen=True, slots=True)
class Words:
    """How one profile's figures of one exercise are written."""

    unit: Unit
    effort: Effort
    counting: Counting
    kind: ExerciseKind = ExerciseKind.WEIGHT_REPS

    @property
    def sets(self) -> str:
        """What the sets that count are called."""
        return "set" if self.counting.counts_warm_ups else "working set"

    def weight(self, grams: float, digits: int = 2) -> str:
        """'102.5 kg'."""
        return f"{self.number(grams, digits)} {self.unit}"

    def number(self, grams: float, digits: int = 2) -> str:
        """'102.5'."""
        return grams_text(grams, self.unit, digits)

    def volume(self, value: float) -> str:
        """'4,180 kg'."""
        return f"{round(value / float(self.unit.grams)):,} {self.unit}"

    def distance(self, meters: float) -> str:
        """'5.25 km', '400 m'; in miles beside pounds."""
        return distance_text(meters, self.unit)

    def pace(self, speed: float) -> str:
        """'5:02 /km', '8:06 /mi' beside pounds; speed: metres per second, above 0."""
        name, length = pace_unit(self.unit)
        return f"{clock_text(round(length / speed))} /{name}"

    def done(self, one: ExerciseSet) -> str:
        """What was done in a set, without how hard it was: '100 kg x 5', '5 km in 26:00'."""
        lifted = self._weight_of(one)
        reps = count_of(one.reps, "rep") if one.reps else ""
        if lifted and one.reps:
            reps = str(one.reps)
        parts = [" \u00d7 ".join(part for part in (lifted, reps) if part)]
        if one.distance_meters:
            parts.append(self.distance(one.distance_meters))
        text = ", ".join(part for part in parts if part)
        if not one.duration_seconds:
            return text
        time = clock_text(one.duration_seconds)
        return f"{text} in {time}" if text else time

    def _weight_of(self, one: ExerciseSet) -> str:
        if one.weight is None or not one.weight.grams:
            return ""
        text = self.weight(abs(one.weight.exact_grams))
        if one.weight.grams < 0:
            return f"{text} of help"
        return f"+{text}" if self.kind is ExerciseKind.BODYWEIGHT_REPS else text

    def value(self, figure: Figure, value: float) -> str:
        """A value in words: '117 kg', '18 reps', '5:02 /km', '81 %'."""
        return _VALUES[figure](self, value)

    def e1rm(self, one: ExerciseSet, e1rm: float) -> tuple[str, ...]:
        """How a set's weight and reps become its e1RM (grams)."""
        assert one.weight is not None
        assert one.reps is not None
        rpe = one.rpe if self.counting.uses_rpe else None
        effective = effective_reps(one.reps, rpe)
        lines = [self._reps_line(one, effective)]
        result = self.weight(e1rm, 1)
        if effective <= 1:
            lines.append(f"One rep is its own maximum: {result}.")
        else:
            filled = working(self.number(one.weight.exact_grams), effective, self.counting.formula)
            lines.append(f"{filled} = {result}.")
        if one.rpe is not None and rpe is None:
            lines.append(f"{self.hardness(one.rpe)} is not used: your settings leave it out.")
        return tuple(lines)

    def hardness(self, rpe: float) -> str:
        """'RPE 9', or '1 rep in reserve' for who notes it so."""
        if self.effort is Effort.RIR:
            return f"{count_of(10 - rpe, 'rep')} in reserve"
        return f"RPE {plain(rpe)}"

    def _reps_line(self, one: ExerciseSet, effective: float) -> str:
        done = self.done(one)
        if one.rpe is None or not self.counting.uses_rpe:
            return f"{done}."
        makes = f"makes it {count_of(effective, 'effective rep')}"
        if self.effort is Effort.RIR:
            return f"{done} with {self.hardness(one.rpe)}: that {makes}."
        return f"{done} at {self.hardness(one.rpe)}: {plain(10 - one.rpe)} in reserve {makes}."


def _weight(words: Words, value: float) -> str:
    return words.weight(value)


def _reps(_words: Words, value: float) -> str:
    return count_of(value, "rep")


def _rpe(_words: Words, value: float) -> str:
    return f"RPE {round(value, 2):g}"


def _clock(_words: Words, value: float) -> str:
    return clock_text(round(value))


_VALUES: dict[Figure, Callable[[Words, float], str]] = {
    Measure.E1RM: lambda words, value: words.weight(value, 1),
    Measure.HEAVIEST: _weight,
    Measure.BEST_AT_REPS: _weight,
    Measure.HELP: lambda words, value: f"{words.weight(abs(value))} of help",
    Measure.VOLUME: Words.volume,
    Measure.SETS: lambda _, value: count_of(value, "set"),
    Measure.REPS: _reps,
    Measure.AVERAGE_RPE: _rpe,
    Measure.TOP_RPE: _rpe,
    Measure.INTENSITY: lambda _, value: f"{round(100 * value)} %",
    Measure.DURATION: _clock,
    Measure.DISTANCE: Words.distance,
    Measure.PACE: Words.pace,
    RecordKind.SET_VOLUME: Words.volume,
    RecordKind.MOST_REPS: _reps,
    RecordKind.LONGEST: _clock,
    RecordKind.FARTHEST: Words.distance,
}
