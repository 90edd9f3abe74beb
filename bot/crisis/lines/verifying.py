"""Which help lines somebody should make sure of: nobody ever did, or long ago."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.crisis.lines.helplines import FRESH, HelpLine, HelpLines
from storage import lines, members
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Due:
    """A line to make sure of.

    Args:
        country: its code.
        last: when somebody last did; None: never.
    """

    country: str
    line: HelpLine
    last: date | None


def due(
    directory: HelpLines, checks: Mapping[str, date], today: date, country: str | None = None
) -> list[Due]:
    """The shown lines whose check is missing or no longer counts, by country.

    Args:
        checks: the newest check of each line, by `HelpLine.key`.
        country: only this one.
    """
    found = []
    for code in sorted(directory.codes if country is None else [country]):
        for line in directory.lines_of(code):
            dates = [day for day in (line.checked, checks.get(line.key)) if day is not None]
            last = max(dates, default=None)
            if last is None or today - last > FRESH:
                found.append(Due(code, line, last))
    return found


def unverified(tx: Transaction, directory: HelpLines, today: date) -> list[str]:
    """The countries of communities of none of whose lines anybody has made sure lately."""
    communities, _ = members.all_communities(tx)
    checks: dict[str, date] = {}
    for whose in (None, *(each.id for each in communities)):
        for check in lines.checks(tx, whose):
            day = check.checked_at.date()
            checks[check.line] = max(day, checks.get(check.line, day))
    return [
        code
        for code in sorted({each.country for each in communities if each.country})
        if len(due(directory, checks, today, code)) == len(directory.lines_of(code))
    ]


def lines_named(directory: HelpLines, country: str, name: str) -> list[HelpLine]:
    """The lines of a country that the words name: exactly, else those that hold the words."""
    lines = directory.lines_of(country)
    said = name.casefold().strip()
    exactly = [line for line in lines if line.name.casefold() == said]
    return exactly or [line for line in lines if said and said in line.name.casefold()]
