"""A profile's landmarks of weekly sets, kept as one value of its preferences."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from uuid import UUID

from desktop.domain.muscles import MuscleGroup
from desktop.domain.training import Landmark, usual_landmarks
from desktop.storage.queries import accounts

NAME = "landmarks"


def of(connection: sqlite3.Connection, user_id: UUID) -> dict[MuscleGroup, Landmark]:
    """What the profile set, and the usual ones where it set none."""
    value = accounts.values(connection, user_id).get(NAME) or {}
    known = {group.value for group in MuscleGroup}
    own = {MuscleGroup(name): Landmark(*pair) for name, pair in value.items() if name in known}
    return usual_landmarks() | own


def value_of(landmarks: Mapping[MuscleGroup, Landmark]) -> dict[str, list[float]]:
    """The landmarks as they are kept."""
    return {group.value: [one.low, one.high] for group, one in landmarks.items()}
