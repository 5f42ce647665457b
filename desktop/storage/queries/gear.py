"""A profile's bars and plates, kept as one value of its preferences."""

from __future__ import annotations

import sqlite3
from typing import Any
from uuid import UUID

from desktop.domain.gear import Bar, Gear, Gym, Plates, default_gear
from desktop.domain.weight import Unit, Weight
from desktop.storage.queries import accounts

NAME = "gear"


def of(connection: sqlite3.Connection, user_id: UUID) -> Gear:
    """What the profile has; as most have it, until the profile says."""
    value = accounts.values(connection, user_id).get(NAME)
    if not value:
        return default_gear(accounts.preferences(connection, user_id).unit)
    return Gear(tuple(_gym(one) for one in value["gyms"]), value["current"])


def value_of(gear: Gear) -> dict[str, Any]:
    """The gear as it is kept."""
    return {
        "current": gear.current,
        "gyms": [
            {
                "name": gym.name,
                "bars": [{"name": bar.name, **_weight(bar.weight)} for bar in gym.bars],
                "plates": [{"pairs": one.pairs, **_weight(one.weight)} for one in gym.plates],
            }
            for gym in gear.gyms
        ],
    }


def _gym(value: dict[str, Any]) -> Gym:
    return Gym(
        value["name"],
        tuple(Bar(one["name"], _weight_of(one)) for one in value["bars"]),
        tuple(Plates(_weight_of(one), one["pairs"]) for one in value["plates"]),
    )


def _weight(weight: Weight) -> dict[str, Any]:
    return {"grams": weight.grams, "unit": weight.unit.value}


def _weight_of(value: dict[str, Any]) -> Weight:
    return Weight(value["grams"], Unit(value["unit"]))
