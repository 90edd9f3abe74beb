"""How often, as people say it: "every other Thursday", "1. und 3. Dienstag im Monat".

A small strict grammar: a phrase is understood as a whole or not at all. The words of a language
stand in `words/<language>.toml`; another such file adds a language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.meetings.recurrence.rrule import Frequency, Rule
from bot.reading.words import any_of, forms

_WORDS = Path(__file__).parent

# In this order: "every second Tuesday" is every other one, "every first Tuesday" one of the month.
_KINDS: Mapping[str, Frequency] = {
    "daily": "DAILY",
    "weekdays": "WEEKLY",
    "weekend": "WEEKLY",
    "fortnightly": "WEEKLY",
    "weekly": "WEEKLY",
    "last_day": "MONTHLY",
    "last_workday": "MONTHLY",
    "quarterly_weekday": "MONTHLY",
    "monthly_weekday": "MONTHLY",
    "monthly_date": "MONTHLY",
    "weekly_from_start": "WEEKLY",
    "fortnightly_from_start": "WEEKLY",
    "monthly_from_start": "MONTHLY",
    "yearly_from_start": "YEARLY",
    "yearly": "YEARLY",
}
_STEPS = {"fortnightly": 2, "fortnightly_from_start": 2, "quarterly_weekday": 3}
_WORKDAYS = tuple((0, day) for day in range(5))


@dataclass(frozen=True, slots=True)
class Often:
    """How often a meeting comes.

    Args:
        from_start: the phrase leaves the day to the first meeting ("weekly").
        date: words for the day of a yearly meeting; "" for none.
    """

    rule: Rule
    from_start: bool = False
    date: str = ""


@dataclass(frozen=True, slots=True)
class _Grammar:
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    weekdays: Mapping[str, int]
    weekday: re.Pattern[str]
    span: re.Pattern[str]
    intervals: Mapping[str, int]
    ordinals: Mapping[str, int]
    pair: re.Pattern[str]
    ordinal: re.Pattern[str]


@lru_cache(maxsize=8)
def words(language: str) -> Mapping[str, Any]:
    """A language's table as it stands in its file."""
    return tomllib.loads((_WORDS / f"{language}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Every language with a table, in a fixed order."""
    return tuple(sorted(path.stem for path in _WORDS.glob("*.toml")))


def read_often(said: str, language: str) -> Often | None:
    """What the words mean, all of them; None if they are no phrase of the language.

    Args:
        said: in plain form, as `bot.reading.words.plain` makes it.
    """
    grammar = _grammar(language)
    for kind, pattern in grammar.patterns:
        if match := pattern.fullmatch(said):
            often = _often(kind, match.groupdict(), grammar)
            if often is not None:
                return often
    return None


def weekday_named(said: str, language: str) -> int | None:
    """The weekday of a bare name, 0 for Monday; None if it is none."""
    return _grammar(language).weekdays.get(said)


def _often(kind: str, groups: Mapping[str, str | None], grammar: _Grammar) -> Often | None:
    step = grammar.intervals[groups.get("n") or ""] if groups.get("n") else _STEPS.get(kind, 1)
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    if kind == "weekdays":
        days = _WORKDAYS
    elif kind == "weekend":
        days = ((0, 5), (0, 6))
    elif kind == "last_day":
        month_days = (-1,)
    elif kind == "last_workday":
        days, positions = _WORKDAYS, (-1,)
    elif text := groups.get("days"):
        days = tuple((0, day) for day in _weekdays(text, grammar))
    elif text := groups.get("pairs"):
        days = tuple(sorted(set(_pairs(text, grammar))))
    elif text := groups.get("dates"):
        month_days = tuple(sorted({int(number) for number in re.findall(r"\d+", text)}))
        if not all(1 <= day <= 31 for day in month_days):
            return None
    rule = Rule(
        freq=_KINDS[kind], interval=step, days=days, month_days=month_days, positions=positions
    )
    return Often(rule, kind.endswith("_from_start"), groups.get("date") or "")


def _weekdays(text: str, grammar: _Grammar) -> list[int]:
    """Weekdays of a list, spans filled in: "mon-wed, fri"."""
    found: list[int] = []
    end = 0
    for match in grammar.weekday.finditer(text):
        day = grammar.weekdays[match[0]]
        if found and grammar.span.fullmatch(text[end : match.start()]):
            found += [(found[-1] + n) % 7 for n in range(1, (day - found[-1]) % 7)]
        found.append(day)
        end = match.end()
    return sorted(set(found))


def _pairs(text: str, grammar: _Grammar) -> Iterable[tuple[int, int]]:
    for match in grammar.pair.finditer(text):
        day = grammar.weekdays[match["day"]]
        for ordinal in grammar.ordinal.finditer(match["nth"]):
            yield grammar.ordinals[ordinal[0]], day


@lru_cache(maxsize=8)
def _grammar(language: str) -> _Grammar:
    table = words(language)
    bare = {form: day for day, names in enumerate(table["weekdays"]) for form in forms(names)}
    each = {form: day for day, names in enumerate(table["weekdays_each"]) for form in forms(names)}
    intervals = _numbers(table["intervals"])
    ordinals = _numbers(table["ordinals"])
    some_day = f"(?:{any_of({**each, **bare})})\\b"
    article = f"(?:{any_of(forms(table['article']))} )?"
    and_ = f"(?:{any_of(forms(table['join']))} )?"
    join = rf"(?:\s*[,/+&]\s*{and_}|\s+{and_})"
    to = rf"(?:\s*[-–]\s*|\s+{any_of(forms(table['to']))}\s+)"
    nth = f"{any_of(ordinals)}(?:{join}{article}{any_of(ordinals)})*"
    pair = f"{nth} {some_day}"
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    mark = f" ?{any_of(_written(table['mark']))}"
    parts = {
        "every": any_of(forms(table["every"])),
        "of_month": any_of(forms(table["of_month"])),
        "n": f"(?P<n>{any_of(intervals)})",
        "days": f"(?P<days>{article}{some_day}(?:(?:{to}|{join}){article}{some_day})*)",
        "several": f"(?P<days>{some_day}(?:(?:{to}|{join}){article}{some_day})+)",
        "each": f"(?P<days>{any_of(each)}(?:(?:{to}|{join}){article}{some_day})*)",
        "pairs": f"(?P<pairs>{pair}(?:{join}{article}{pair})*)",
        "dates": f"(?P<dates>{number}(?:{mark})?(?:{join}{article}{number}(?:{mark})?)*)",
        "dates_marked": f"(?P<dates>{number}{mark}(?:{join}{article}{number}{mark})*)",
        "dates_several": f"(?P<dates>{number}{mark}(?:{join}{article}{number}{mark})+)",
        "date": "(?P<date>.+)",
    }
    return _Grammar(
        patterns=tuple(
            (kind, re.compile(re.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], template)))
            for kind in _KINDS
            for template in table["patterns"][kind]
        ),
        weekdays={**bare, **each},
        weekday=re.compile(some_day),
        span=re.compile(to + article),
        intervals=intervals,
        ordinals=ordinals,
        pair=re.compile(f"(?P<nth>{nth}) (?P<day>{some_day})"),
        ordinal=re.compile(any_of(ordinals)),
    )


def _numbers(table: Mapping[str, list[str]]) -> dict[str, int]:
    return {form: int(number) for number, names in table.items() for form in _written(names)}


def _written(names: Iterable[str]) -> set[str]:
    """The plain forms, and "2." or "º" as they stand: in plain form they would lose their mark."""
    return {form for name in names for form in (*forms([name]), name.lower()) if form}
