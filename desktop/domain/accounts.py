"""Profiles on this computer, and what each prefers."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from desktop.domain.weight import Unit


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

    first_weekday: 0 Monday to 6 Sunday. rest_seconds: the rest when a
    template names none. shows_rpe: the dock has an RPE column.
    """

    unit: Unit = Unit.KG
    formula: Formula = Formula.AUTO
    first_weekday: int = 0
    rest_seconds: int = 120
    shows_rpe: bool = True
    theme: str = "system"
