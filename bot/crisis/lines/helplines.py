"""Help lines and emergency numbers by country, from `helplines.json` beside this file.

Facts only: names, numbers, hours, with where each was seen; `helplines.schema.json` says what an
entry looks like. What `show_by_default` is false for is not even read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from typing import Any

from bot.crisis.lines.opening import Opening, read_opening

FRESH = timedelta(days=180)
"""How long somebody's check of a line counts."""

TOPICS = (
    "suicide",
    "crisis",
    "emotional_support",
    "mental_health",
    "self_harm",
    "substance",
    "overdose",
    "poison",
    "domestic_violence",
    "sexual_violence",
    "child_abuse",
    "youth",
    "lgbtq",
    "veterans",
    "indigenous",
    "perinatal",
    "trafficking",
    "housing",
    "gambling",
    "eating_disorder",
    "disaster",
)
"""What a line may be for; nobody has a packaged line for eating disorders yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One service; any of the ways to reach it may be missing.

    Args:
        phone: as dialled inside the country. press: the key to press then. also: another number.
        sms: the number to text, `sms_word` what to text there (None: anything).
        opening: None if nobody knows.
        region: the part of the country that it is for; None for all of it.
        languages: ISO 639; "multi" for many; empty if nobody knows.
        checked: when somebody last made sure of the entry; None: only seen in public lists.
        local: a community added it.
        company: it stays on the phone while somebody uses; of no use once too much was taken.
    """

    name: str
    phone: str | None = None
    press: str | None = None
    also: str | None = None
    sms: str | None = None
    sms_word: str | None = None
    chat_url: str | None = None
    opening: Opening | None = None
    region: str | None = None
    languages: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    url: str | None = None
    checked: date | None = None
    local: bool = False
    company: bool = False

    @property
    def key(self) -> str:
        """Tells lines apart; changes with the facts, so that a check counts for those it saw."""
        facts = (self.name, self.phone, self.press, self.also, self.sms, self.sms_word)
        told = "|".join(fact or "" for fact in (*facts, self.chat_url))
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    @property
    def service(self) -> str:
        """Who answers: further numbers of a service are named "… (short)"."""
        return self.name.partition(" (")[0].casefold()

    def checked_by(self, today: date) -> bool:
        """Whether somebody made sure of it lately."""
        return self.checked is not None and today - self.checked <= FRESH


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """What there is in one country.

    Args:
        code: ISO 3166-1, two letters.
        emergency: the number to call when a life is in danger; None if unknown.
        police: against violence; None if it is the same number, or unknown.
    """

    code: str
    name: str
    emergency: str | None
    police: str | None
    lines: tuple[HelpLine, ...]


class HelpLines:
    """The directory. Immutable; read once, by any thread."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """`data` is laid out as the packaged file, which it stands in for."""
        data = data or packaged()
        self._countries = {code: _country(code, entry) for code, entry in data["countries"].items()}
        self._named = {country.name.casefold(): country for country in self._countries.values()}
        self.directory_url: str = data["international"][0]["url"]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every country that we know something of."""
        return tuple(self._countries)

    def country(self, code: str | None) -> Country | None:
        """A country by its code; None if we know nothing of it."""
        return self._countries.get((code or "").upper())

    def lines_of(self, code: str | None = None) -> tuple[HelpLine, ...]:
        """The lines of a country; of all if None."""
        if code is None:
            return tuple(line for each in self._countries.values() for line in each.lines)
        country = self.country(code)
        return country.lines if country else ()

    def named(self, words: str) -> Country | None:
        """A country by its English name or its code, in any case."""
        said = " ".join(words.casefold().split())
        return self._named.get(said) or self.country(said)


def packaged() -> dict[str, Any]:
    """The packaged file, with the entries that are not shown."""
    text = resources.files(__package__).joinpath("helplines.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


def _country(code: str, entry: Mapping[str, Any]) -> Country:
    services = entry["emergency"]
    numbers = {name: service["number"] for name, service in services.items() if service}
    emergency = numbers.get("general") or numbers.get("ambulance") or numbers.get("police")
    police = numbers.get("police")
    return Country(
        code=code,
        name=entry["name"],
        emergency=emergency,
        police=police if police != emergency else None,
        lines=tuple(_line(line) for line in entry["helplines"] if line["show_by_default"]),
    )


def _line(entry: Mapping[str, Any]) -> HelpLine:
    checked = entry["last_verified"]
    return HelpLine(
        name=entry["name"],
        phone=entry["phone"],
        press=entry["phone_press"],
        also=entry["phone_also"],
        sms=entry["sms"],
        sms_word=entry["sms_word"],
        chat_url=entry["chat_url"],
        opening=read_opening(entry["hours"], entry["zone"]) if entry["hours"] else None,
        region=entry["region"],
        languages=tuple(entry["languages"]),
        topics=tuple(entry["topics"]),
        url=entry["url"],
        checked=date.fromisoformat(checked) if checked else None,
        company=entry.get("company", False),
    )
