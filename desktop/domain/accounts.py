"""Profiles on this computer, and what each prefers."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desktop.domain.weight import Unit, Weight


class Formula(StrEnum):
    """How a one-rep max is estimated. AUTO is Brzycki below 10 reps, Epley from 10 on."""

    AUTO = "auto"
    EPLEY = "epley"
    BRZYCKI = "brzycki"
    LOMBARDI = "lombardi"
    MAYHEW = "mayhew"
    OCONNER = "oconner"
    WATHAN = "wathan"
    LANDER = "lander"


class Effort(StrEnum):
    """How a lifter notes how hard a set was: not at all, as RPE, or as reps in reserve."""

    OFF = "off"
    RPE = "rpe"
    RIR = "rir"


@dataclass(frozen=True, slots=True)
class WarmUpStep:
    """One warm-up set: a share of the working weight (0: the empty bar) and its reps."""

    percent: float
    reps: int


DEFAULT_RAMP = (WarmUpStep(0, 10), WarmUpStep(40, 5), WarmUpStep(60, 3), WarmUpStep(80, 2))


@dataclass(frozen=True, slots=True)
class User:
    """A profile. has_password: it asks for a password when opened."""

    id: UUID
    email: str
    name: str
    timezone: str
    has_password: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a profile prefers.

    formula, uses_rpe, most_reps and counts_warm_ups: see Counting.
    first_weekday: 0 Monday to 6 Sunday. rest_seconds and the other rests:
    after a set of that type, where neither the template nor the exercise
    names one; 0 is none. effort: what the dock asks after a set. rest_sound,
    rest_notice: a beep and a notice of the desktop when a rest is over.
    text_size: percent.
    """

    unit: Unit = Unit.KG
    formula: Formula = Formula.AUTO
    uses_rpe: bool = True
    most_reps: int = 12
    counts_warm_ups: bool = False
    first_weekday: int = 0
    rest_seconds: int = 120
    warm_up_rest_seconds: int = 60
    drop_rest_seconds: int = 0
    failure_rest_seconds: int = 180
    rest_sound: bool = True
    rest_notice: bool = True
    effort: Effort = Effort.OFF
    warm_up_ramp: tuple[WarmUpStep, ...] = DEFAULT_RAMP
    theme: str = "system"
    text_size: int = 100


@dataclass(frozen=True, slots=True)
class ExercisePreferences:
    """What a profile prefers for one exercise; None: what it prefers for all.

    rest_seconds: after a working set. bar: the bar it is done with.
    """

    rest_seconds: int | None = None
    bar: Weight | None = None
