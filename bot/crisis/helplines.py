"""Help lines and emergency numbers by country, from `helplines.json` beside this file.

Facts only: names, numbers, hours, with where each was seen. Nobody rang the lines; what
`show_by_default` is false for is not shown.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

AT_MOST = 3
_FIRST_TOPICS = ("crisis", "suicide", "emotional_support", "mental_health")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One service; any of the ways to reach it may be missing."""

    name: str
    phone: str | None
    sms: str | None
    chat_url: str | None
    hours: str | None
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """What there is in one country.

    Args:
        code: ISO 3166-1, two letters.
        emergency: the number to call when a life is in danger; None if unknown.
    """

    code: str
    name: str
    emergency: str | None
    lines: tuple[HelpLine, ...]


class HelpLines:
    """The directory."""

    def __init__(self) -> None:
        text = resources.files(__package__).joinpath("helplines.json").read_text("utf-8")
        data = json.loads(text)
        self._countries = {code: _country(code, entry) for code, entry in data["countries"].items()}
        self.directory_url: str = data["international"][0]["url"]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every country that we know something of."""
        return tuple(self._countries)

    def country(self, code: str | None) -> Country | None:
        """A country by its code; None if we know nothing of it."""
        return self._countries.get((code or "").upper())

    def named(self, words: str) -> Country | None:
        """A country by its English name or its code, in any case."""
        said = " ".join(words.casefold().split())
        for country in self._countries.values():
            if said in (country.code.casefold(), country.name.casefold()):
                return country
        return None


def choose(lines: Sequence[HelpLine], topic: str | None = None) -> list[HelpLine]:
    """At most three: those for the topic first, then lines for anybody in crisis."""
    wanted = (topic, *_FIRST_TOPICS) if topic else _FIRST_TOPICS

    def rank(line: HelpLine) -> tuple[bool, int]:
        special = not set(line.topics) & set(_FIRST_TOPICS)
        first = topic is None and bool(set(line.topics) - {*_FIRST_TOPICS, "substance"})
        place = next((i for i, name in enumerate(wanted) if name in line.topics), len(wanted))
        return special or first, place

    fit = [line for line in lines if topic is None or topic in line.topics]
    return sorted(fit, key=rank)[:AT_MOST]


def _country(code: str, entry: dict[str, Any]) -> Country:
    emergency = entry["emergency"]
    numbers = [
        emergency[service]["number"]
        for service in ("general", "ambulance", "police")
        if emergency.get(service)
    ]
    return Country(
        code=code,
        name=entry["name"],
        emergency=numbers[0] if numbers else None,
        lines=tuple(
            HelpLine(
                name=line["name"],
                phone=line["phone"],
                sms=line["sms"],
                chat_url=line["chat_url"],
                hours=line["hours"],
                topics=tuple(line["topics"]),
            )
            for line in entry["helplines"]
            if line["show_by_default"]
        ),
    )
