"""The time zone of a meeting in a file: as it is stated, checked against the place it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import cos, radians
from zoneinfo import ZoneInfoNotFoundError

from bot.meetings.importing.drafts import Question
from bot.places import AbbreviationError, Places
from bot.places.zones import Zones
from bot.wall_time import zone_named

# Postal letters of the states and provinces whose meetings the feeds list.
_POSTAL = (
    "AL Alabama; AK Alaska; AZ Arizona; "
    "AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware; FL Florida; "
    "GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas; "
    "KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; "
    "MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada; "
    "NJ New Jersey; NH New Hampshire; NM New Mexico; NY New York; NC North Carolina; "
    "ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania; RI Rhode Island; "
    "SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; "
    "VA Virginia; WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming; "
    "DC Washington, D.C.; PR Puerto Rico; AB Alberta; BC British Columbia; MB Manitoba; "
    "NB New Brunswick; NS Nova Scotia; ON Ontario; QC Quebec; SK Saskatchewan"
)
_STATES = {words[:2]: words[3:] for words in _POSTAL.split("; ")}
_BEYOND = 12.0
"""Degrees; a place farther from every city that a zone is named after suggests nothing."""
_CLEARLY = 0.6
"""So much nearer than to a city of another clock; between the two it could be either."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a record says about its place. Args: latitude, longitude: degrees, or None."""

    state: str = ""
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


def stated_zone(stated: str, where: Where) -> tuple[str | None, list[Question]]:
    """The zone of a record, and what has to be asked about it.

    A stated zone is kept even if its place contradicts it: which of the two is wrong is asked. A
    zone that is worked out from the place is a suggestion, with a question.
    """
    candidates = _candidates(where)
    suggested = _nearest(candidates, where)
    if stated:
        if not _known(stated):
            return None, [Question("zone-unknown")]
        if candidates and not any(_alike(stated, each) for each in candidates):
            place = suggested or candidates[0]
            return stated, [Question("zone-place", (("zone", stated), ("place", place)))]
        return stated, []
    if suggested:
        return suggested, [Question("zone-suggested", (("zone", suggested),))]
    return None, [Question("zone")]


def coordinate(value: object, most: float) -> float | None:
    """A latitude (`most` 90) or longitude (180) as feeds write them; None for what is none."""
    try:
        degrees = float(str(value))
    except ValueError:
        return None
    # Feeds write 0 for "unknown", and nobody meets in the Gulf of Guinea.
    return degrees if -most <= degrees <= most and degrees else None


def _known(zone: str) -> bool:
    try:
        zone_named(zone)
    except ZoneInfoNotFoundError:
        return False
    return "/" in zone or zone == "UTC"


@lru_cache(maxsize=512)
def _of_place(state: str, country: str) -> tuple[str, ...]:
    """The zones that a state, else a country, lives by; none if neither is known."""
    for words in (_STATES.get(state.upper(), state if len(state) > 3 else ""), country):
        code = words.upper()
        if words == country and len(words) in (2, 3):
            zones = _zones().of_country("US" if code == "USA" else code)
            if zones:
                return tuple(zones)
        try:
            found = _places().find(words, "en") if len(words) > 3 else []
        except AbbreviationError:
            found = []
        if found:
            return tuple(place.zone for place in found)
    return ()


def _candidates(where: Where) -> tuple[str, ...]:
    return _of_place(where.state.strip(), where.country.strip())


def _nearest(candidates: Sequence[str], where: Where) -> str | None:
    """The one zone of a place, or the one whose city is nearest."""
    if len(candidates) == 1:
        return candidates[0]
    if where.latitude is None or where.longitude is None:
        return candidates[0] if candidates and _one_clock(tuple(candidates)) else None
    cities = _cities()
    narrowed = cos(radians(where.latitude))
    distances = {
        zone: abs(cities[zone][0] - where.latitude)
        + abs((cities[zone][1] - where.longitude + 180) % 360 - 180) * narrowed
        for zone in (candidates or cities)
        if zone in cities
    }
    if not distances:
        return None
    nearest = min(distances, key=lambda zone: distances[zone])
    others = [far for zone, far in distances.items() if not _alike(zone, nearest)]
    clear = distances[nearest] < _CLEARLY * min(others, default=_BEYOND)
    return nearest if clear and distances[nearest] < _BEYOND else None


@lru_cache(maxsize=512)
def _one_clock(zones: tuple[str, ...]) -> bool:
    return all(_alike(zones[0], each) for each in zones[1:])


@lru_cache(maxsize=4096)
def _alike(zone: str, other: str) -> bool:
    return _zones().alike(zone, other)


@lru_cache(maxsize=1)
def _zones() -> Zones:
    return Zones()


@lru_cache(maxsize=1)
def _places() -> Places:
    return Places()


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the city that each zone is named after. Source: `zone.tab`."""
    text = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _, position, zone = line.split("\t")[:3]
            split = max(position.rfind("+"), position.rfind("-"))
            found[zone] = (_degrees(position[:split], 2), _degrees(position[split:], 3))
    return found


def _degrees(text: str, digits: int) -> float:
    """From ISO 6709: +DDMM, +DDMMSS, with three digits of degrees for a longitude."""
    sign, figures = (-1 if text[0] == "-" else 1), text[1:]
    return sign * (int(figures[:digits]) + int(figures[digits : digits + 2]) / 60)
