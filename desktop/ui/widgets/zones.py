"""The time zones that can be chosen."""

from __future__ import annotations

from zoneinfo import available_timezones


def zones_with(timezone: str) -> list[str]:
    """The time zones of the world by name, the given one among them; reads files."""
    places = {zone for zone in available_timezones() if "/" in zone and zone[:3] != "Etc"}
    return sorted(places | {timezone, "UTC"})
