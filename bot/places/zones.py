"""The time zones of the tzdata wheel, and the countries they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from importlib.resources import files

from babel.core import get_global

from bot.wall_time import zone_named

NO_COUNTRY = "UTC"
"""The one zone of no country that somebody may live by."""

_OF_NO_COUNTRY = (NO_COUNTRY, "Etc/UTC", "Etc/GMT")


class Zones:
    """Zones by name, and what they are called today.

    Source: `zone.tab` (one country for each zone, also where two share their rules) and the links
    of `tzdata.zi`; offsets by `bot.wall_time`, whose zone data should be the wheel's as well.
    """

    def __init__(self) -> None:
        self._country: dict[str, str] = {}
        for line in _lines("zone.tab"):
            code, _, zone = line.split("\t")[:3]
            self._country[zone] = code
        # Unicode's word first: for it Atikokan is a place, for tzdata a name for Panama's rules.
        links = {**dict(_links()), **get_global("zone_aliases")}
        self._today = {zone: zone for zone in self._country}
        for name in (*links, *_OF_NO_COUNTRY):
            if (target := self._followed(name, links)) is not None:
                self._today.setdefault(name, target)
        self._folded = {name.casefold(): today for name, today in self._today.items()}
        first = _lines("tzdata.zi", comments=True)
        self._release = int(next(first).removeprefix("# version ")[:4])

    def names(self) -> tuple[str, ...]:
        """Today's names, by country."""
        return tuple(self._country)

    def today(self, name: str) -> str | None:
        """Today's name of a zone that is spelt exactly so; None if it is none."""
        return self._today.get(name)

    def typed(self, folded: str) -> str | None:
        """Today's name of a zone typed in lower case: those of an area, and UTC."""
        if "/" in folded or folded == NO_COUNTRY.casefold():
            return self._folded.get(folded)
        return None

    def country(self, zone: str) -> str | None:
        """ISO 3166 code; `zone` as it is named today."""
        return self._country.get(zone)

    def of_country(self, code: str) -> list[str]:
        return [zone for zone, country in self._country.items() if country == code]

    def clocks_of(self, code: str) -> list[list[str]]:
        """A country's zones, those together that go by one clock from now on."""
        clocks: dict[tuple[timedelta | None, ...], list[str]] = {}
        for zone in self.of_country(code):
            clocks.setdefault(self._offsets(zone), []).append(zone)
        return list(clocks.values())

    def alike(self, zone: str, other: str) -> bool:
        """Whether two zones go by one clock from now on."""
        return self._offsets(zone) == self._offsets(other)

    def _followed(self, name: str, links: dict[str, str]) -> str | None:
        for _ in range(len(links)):
            if name in self._country:
                return name
            if name in _OF_NO_COUNTRY:
                return NO_COUNTRY
            if name not in links:
                return None
            name = links[name]
        return None

    def _offsets(self, zone: str) -> tuple[timedelta | None, ...]:
        return _offsets(zone, self._release + 1)


@lru_cache(maxsize=512)
def _offsets(name: str, first_year: int) -> tuple[timedelta | None, ...]:
    """A zone's offsets from UTC through two years, every two weeks."""
    zone = zone_named(name)
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    moments = (start + timedelta(weeks=2 * fortnight) for fortnight in range(52))
    return tuple(moment.astimezone(zone).utcoffset() for moment in moments)


def _lines(table: str, *, comments: bool = False) -> Iterator[str]:
    text = (files("tzdata") / "zoneinfo" / table).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and (comments or line[0] != "#"))


def _links() -> Iterator[tuple[str, str]]:
    for line in _lines("tzdata.zi"):
        if line.startswith("L "):
            _, target, name = line.split()
            yield name, target
