"""The places of which the page knows the time."""

from __future__ import annotations

import zoneinfo
from functools import cache

_REGIONS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@cache
def places() -> tuple[str, ...]:
    """IANA names that name a place, for the suggestions of a form; read from disk once."""
    zones = zoneinfo.available_timezones()
    return tuple(sorted(zone for zone in zones if zone.startswith(_REGIONS)))


def is_place(zone: str) -> bool:
    """Whether it names a time zone that the page may suggest for somebody."""
    return zone in places() or zone == "UTC"
