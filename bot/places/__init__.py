"""Places that people name, for their time zones.

From the zones of the tzdata wheel, Unicode's names for cities and countries (babel) and a small
list of our own, `places.toml`: big cities and regions that no zone is named after.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

from bot.errors import HandrailError
from bot.places.zones import NO_COUNTRY, Zones
from bot.reading.words import plain

LANGUAGES = ("en", "es", "de")
"""What places are called in; a member of another language sees the English names."""

_OWN = Path(__file__).parent / "places.toml"
_LONGEST = 100
_SOFT_HYPHEN = "\xad"
_SHORTEST_BEGINNING = 2
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "&": " and "}
)
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

# What people call a clock; each is another one in another place or season.
_ABBREVIATIONS = frozenset(
    (
        *("et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt"),
        *("akst", "akdt", "hst", "ast", "adt", "nst", "ndt", "brt", "clt", "gmt", "bst", "ist"),
        *("cet", "cest", "mez", "mesz", "eet", "eest", "msk", "sast", "wat", "pkt", "hkt", "sgt"),
        *("jst", "kst", "awst", "acst", "acdt", "aest", "aedt", "nzst", "nzdt"),
        *("est5edt", "cst6cdt", "mst7mdt", "pst8pdt"),
    )
)
_OFFSET = re.compile(r"(?:etc/)?(?:utc|gmt)? ?[+\-−] ?\d{1,2}(?:[:.]?\d{2})?")


class UnclearPlaceError(HandrailError):
    """No place is known by these words; the member is asked for the nearest big city."""

    text_id = "place-unclear"


class AbbreviationError(UnclearPlaceError):
    """Several clocks go by "CST" or "GMT+2"; the member is asked for a city."""

    text_id = "place-abbreviation"


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a clock.

    Args:
        zone: IANA name, today's.
        city: in the language asked for; "Portland, Oregon" where it needs telling apart.
        country: in that language; "" for UTC.
    """

    zone: str
    city: str
    country: str


@dataclass(frozen=True, slots=True)
class _Named:
    """A place with its names by language; English always, "also" for a name only to be found.

    Args:
        rank: cities that zones are named after before other cities before regions.
    """

    zone: str
    names: Mapping[str, str]
    rank: int

    def called(self, language: str) -> str:
        return self.names.get(language) or self.names["en"]


class _Index:
    """What is known by its name.

    `named` and `countries` are by key, `cities` by the zone that is named after them; `keys` are
    sorted. `weights`: the more of a zone's places we list, the likelier it is meant.
    """

    def __init__(self, zones: Zones) -> None:
        own = tomllib.loads(_OWN.read_text(encoding="utf-8"))
        self.cities = {city.zone: city for city in _cities(zones)}
        self.named: dict[str, list[_Named]] = {}
        self.weights = {zone: len(listed) for zone, listed in own["cities"].items()}
        for place in (*self.cities.values(), *_listed(own["cities"])):
            self._add(place, place.names.values())
        for place, region in _regions(own["regions"]):
            self._add(place, region.values())
        for words, zone in own["zones"].items():
            self._add(self.cities[zone], [words])
        self.countries = _countries(zones) | own["countries"]
        self.keys = sorted({*self.named, *self.countries})

    def _add(self, place: _Named, names: Iterable[str]) -> None:
        for key in {key for name in names for key in _keys(name)}:
            self.named.setdefault(key, []).append(place)


class Places:
    """All places we know; read by any thread.

    Zones are known at once, names are gathered when the first is asked for: that takes 0.05 s and
    five MiB, and a process may never need them.
    """

    def __init__(self) -> None:
        self._zones = Zones()

    @cached_property
    def _index(self) -> _Index:
        return _Index(self._zones)

    def find(self, words: str, language: str, limit: int = 10) -> list[Place]:
        """The places that the words may mean, each zone once, cities first.

        Read are an IANA name; a city or region in any of our languages, followed by what it lies
        in if need be ("Portland, Oregon"); a country, which stands for each of its clocks; or the
        beginning of any of these. Case and accents make no difference.

        Returns: one place if the words are clear; none if we know no such place.
        Raises: AbbreviationError for "EST" or "GMT+2".
        """
        if len(words) > _LONGEST:
            return []
        typed = " ".join(words.casefold().split())
        if _OFFSET.fullmatch(typed) or typed.replace(".", "") in _ABBREVIATIONS:
            raise AbbreviationError(f"letters for a clock: {len(typed)} characters")
        if zone := self._zones.typed(typed.replace(" ", "_")):
            return [self._place(self._city(zone), language)]
        found: dict[str, _Named] = {}
        for place in self._exactly(words) or self._beginning_with(_key(words)):
            found.setdefault(place.zone, place)
        return [self._place(place, language) for place in list(found.values())[:limit]]

    def near(self, zone: str, language: str, limit: int = 10) -> list[Place]:
        """The place that a zone is named after, then the other clocks of its country.

        Empty if it is no zone.
        """
        today = self._zones.today(zone)
        if today is None:
            return []
        others = [
            place
            for place in self._clocks(self._zones.country(today))
            if not self._zones.alike(place.zone, today)
        ]
        shown = [self._city(today), *others]
        return [self._place(place, language) for place in shown[:limit]]

    def check(self, zone: str) -> bool:
        """Whether it is the name of a zone, spelt exactly so, that a member can live by."""
        return self._zones.today(zone) is not None

    def today(self, zone: str) -> str | None:
        """A zone's name of today: "Asia/Kolkata" for "Asia/Calcutta"; None if it is none."""
        return self._zones.today(zone)

    def country_of(self, zone: str) -> str | None:
        """ISO 3166 code of a zone's country; None for UTC and for what is no zone."""
        today = self._zones.today(zone)
        return self._zones.country(today) if today else None

    def country_named(self, words: str) -> str | None:
        """ISO 3166 code of the country of that name, or around the place of that name."""
        key = _key(words)
        places = self._index.named.get(key)
        return self._index.countries.get(key) or (
            self.country_of(places[0].zone) if places else None
        )

    def _place(self, place: _Named, language: str) -> Place:
        code = self._zones.country(place.zone)
        country = _territories(language).get(code, "") if code else ""
        return Place(place.zone, place.called(language), country)

    def _city(self, zone: str) -> _Named:
        return self._index.cities.get(zone) or _Named(zone, {"en": zone}, 0)

    def _clocks(self, code: str | None) -> list[_Named]:
        """For each clock of a country its best known city, the best known first."""
        clocks = self._zones.clocks_of(code) if code else []
        zones = [max(alike, key=self._weight) for alike in clocks]
        return [self._city(zone) for zone in sorted(zones, key=self._weight, reverse=True)]

    def _weight(self, zone: str) -> int:
        return self._index.weights.get(zone, 0)

    def _called(self, key: str) -> list[_Named]:
        """Cities, regions and the clocks of countries of just that name."""
        return [*self._index.named.get(key, ()), *self._clocks(self._index.countries.get(key))]

    def _exactly(self, words: str) -> list[_Named]:
        if found := self._called(_key(words)):
            return found
        head, comma, tail = words.partition(",")
        for name, around in [(_key(head), _key(tail))] if comma else _splits(_key(words)):
            zones = {place.zone for place in self._index.named.get(around, ())}
            zones.update(self._zones.of_country(self._index.countries.get(around, "")))
            if found := [place for place in self._index.named.get(name, ()) if place.zone in zones]:
                return found
        # What stands behind a comma may be unknown to us: "Boston, MA".
        return self._called(_key(head)) if comma else []

    def _beginning_with(self, key: str) -> list[_Named]:
        if len(key) < _SHORTEST_BEGINNING:
            return []
        start = bisect_left(self._index.keys, key)
        keys = list(takewhile(lambda each: each.startswith(key), self._index.keys[start:]))
        places = [place for each in keys for place in self._index.named.get(each, ())]
        places.sort(key=lambda place: (place.rank, -self._weight(place.zone)))
        clocks = [place for each in keys for place in self._clocks(self._index.countries.get(each))]
        return [*places, *clocks]


def _key(name: str) -> str:
    """How a name is looked up: lower case, plain letters and figures, single blanks."""
    letters = plain(name).translate(_LETTERS)
    return " ".join("".join(char if char.isalnum() else " " for char in letters).split())


def _keys(name: str) -> set[str]:
    """The keys of a name: whole, without what tells it apart, with umlauts spelt out."""
    return {
        _key(form)
        for whole in (name, name.partition(",")[0], name.partition("(")[0])
        for form in (whole, whole.lower().translate(_SPELT_OUT))
    }


def _splits(key: str) -> Iterator[tuple[str, str]]:
    """A name and what it lies in, parted at each blank ("new york usa"); the longest name first."""
    words = key.split()
    for length in range(len(words) - 1, 0, -1):
        yield " ".join(words[:length]), " ".join(words[length:])


@lru_cache(maxsize=16)
def _territories(language: str) -> Mapping[str, str]:
    return Locale.parse(language if language in LANGUAGES else "en").territories


def _countries(zones: Zones) -> dict[str, str]:
    """Names of countries, as keys, with their codes."""
    codes = {zones.country(zone) for zone in zones.names()}
    return {
        key: code
        for language in LANGUAGES
        for code, name in _territories(language).items()
        if code in codes
        for key in _keys(name)
    }


def _cities(zones: Zones) -> Iterator[_Named]:
    """For each zone the city it is named after."""
    names: dict[str, dict[str, str]] = {
        zone: {"en": zone.rpartition("/")[2].replace("_", " ")} for zone in zones.names()
    }
    aliases = get_global("zone_aliases")
    for language in LANGUAGES:
        for unicode_name, data in Locale.parse(language).time_zones.items():
            zone = unicode_name if unicode_name in names else aliases.get(unicode_name)
            if zone in names and "city" in data:
                names[zone][language] = data["city"].replace(_SOFT_HYPHEN, "")
    for zone, called in names.items():
        yield _Named(zone, called, 0)
    yield _Named(NO_COUNTRY, {"en": NO_COUNTRY}, 0)


def _names(written: str) -> dict[str, str]:
    """Names by language, written as "Munich; de München"."""
    english, *others = written.split(";")
    return {"en": english.strip(), **dict(each.strip().split(" ", 1) for each in others)}


def _listed(cities: Mapping[str, list[str]]) -> Iterator[_Named]:
    for zone, listed in cities.items():
        for written in listed:
            yield _Named(zone, _names(written), 1)


def _regions(regions: Mapping[str, Any]) -> Iterator[tuple[_Named, Mapping[str, str]]]:
    """Regions, each with the names it is found by; one of several zones once for each."""
    for written, zones in regions.items():
        region = _names(written)
        if isinstance(zones, str):
            yield _Named(zones, region, 2), region
            continue
        for zone, city in zones.items():
            called = {language: f"{city}, {name}" for language, name in region.items()}
            yield _Named(zone, called, 2), region
