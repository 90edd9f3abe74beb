"""Days on the member's calendar."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.errors import HandrailError
from bot.reading.words import any_of, first_reading, forms, keyed, number, numbered, plain, table
from bot.reading.words import without_lead as without

_YEARS_AHEAD = 10
_MOST_YEARS_BACK = 8  # 29 February may be that long ago
_MOST_LEADS = 5

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{4}|\d{2})?)?")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?")


class UnclearDayError(HandrailError):
    """The words are not a day that we can read; the member gets an example to copy."""

    text_id = "day-unclear"

    def __init__(self, length: int, language: str) -> None:
        super().__init__(f"no day in {length} characters, read as {language}")


class TwoDaysError(HandrailError):
    """3/4 is one day to some and another to others; the member is shown both."""

    text_id = "day-two-ways"

    def __init__(self, first: date, second: date) -> None:
        super().__init__("day and month may be swapped", first=first, second=second)


class PastDayError(HandrailError):
    """The day is clear, and over."""

    text_id = "day-past"

    def __init__(self, day: date) -> None:
        super().__init__("a day of the past", day=day)


def read_day(text: str, today: date, language: str) -> date:
    """A local date, `today` or later.

    A weekday means the next one after today: its own name, said on the day itself, means in a
    week, and "next" changes nothing. Next week begins on Monday. A date without a year is the
    next such date.

    Args:
        today: on the member's calendar, when they wrote it.

    Raises: UnclearDayError; TwoDaysError for "3/4"; PastDayError.
    """
    said = re.sub(r"(?<=\D)\.$", "", plain(text.replace(",", " "), " ;!¡"))
    found = first_reading(
        text, language, lambda tried, own: _day_in(said, today, _grammar(tried, short_forms=own))
    )
    if found is None or found.year > today.year + _YEARS_AHEAD:
        raise UnclearDayError(len(text), language)
    if found < today:
        raise PastDayError(found)
    return found


class FutureDayError(HandrailError):
    """The day is clear, and yet to come."""

    text_id = "day-future"

    def __init__(self, day: date) -> None:
        super().__init__("a day of the future", day=day)


def read_past_day(text: str, today: date, language: str) -> date:
    """A local date, `today` or earlier: "yesterday", "3 days ago", "3 May 2024".

    A weekday means the last one before today; a date without a year is the last such date.

    Args:
        today: on the member's calendar, when they wrote it.

    Raises: UnclearDayError; TwoDaysError for "3/4"; FutureDayError.
    """
    said = re.sub(r"(?<=\D)\.$", "", plain(text.replace(",", " "), " ;!¡"))
    found = first_reading(
        text, language, lambda tried, own: _past_in(said, today, _grammar(tried, short_forms=own))
    )
    if found is None:
        raise UnclearDayError(len(text), language)
    if found > today:
        raise FutureDayError(found)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grammar:
    """How a language names a day.

    Args:
        lead: words in front that add nothing ("until", "next").
        articles: the same, but they make a bare number a day of the month ("the 15").
        trail: the same, behind ("que viene").
        past_lead: further leads of days that are over ("last").
        ago: words before and behind a span that is over ("vor", "ago").
        relative: days from today.
        ahead: with the groups `count`, and `weeks` or `months` if it counts those.
        dates: with the groups `day`, `month`, `year`.
    """

    lead: tuple[str, ...]
    articles: tuple[str, ...]
    trail: tuple[str, ...]
    past_lead: tuple[str, ...]
    ago: tuple[tuple[str, ...], tuple[str, ...]]
    relative: Mapping[str, int]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    next_week: frozenset[str]
    next_month: frozenset[str]
    ahead: re.Pattern[str]
    day_of_month: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    spoken: Mapping[str, int]


@lru_cache(maxsize=64)
def _grammar(language: str, *, short_forms: bool) -> _Grammar:
    words = table(language)["day"]
    spoken = keyed(table(language)["numbers"])
    months = numbered(words["months"], 1, short_forms=short_forms)
    ordinal = any_of(plain(mark, "") for mark in words["ordinal"])
    of = any_of(forms(words["of"]))
    units = [any_of(forms(words[unit])) for unit in ("days", "weeks", "months_ahead")]
    day, month = rf"(?P<day>\d{{1,2}}) ?{ordinal}?", rf"(?P<month>{any_of(months)})\.?"
    year = rf"(?: (?:{of} )?(?P<year>\d{{4}}))?"
    return _Grammar(
        lead=forms(words["lead"]),
        articles=forms(words["article"]),
        trail=forms(words["trail"]),
        past_lead=forms(words["past_lead"]),
        ago=(forms(words["ago_before"]), forms(words["ago_behind"])),
        relative=keyed(words["relative"]),
        weekdays=numbered(words["weekdays"], 0, short_forms=short_forms),
        months=months,
        next_week=frozenset(forms(words["next_week"])),
        next_month=frozenset(forms(words["next_month"])),
        ahead=re.compile(
            rf"(?P<count>\d{{1,3}}|{any_of(spoken)}) "
            rf"(?:{units[0]}|(?P<weeks>{units[1]})|(?P<months>{units[2]}))"
        ),
        day_of_month=re.compile(rf"(?P<day>\d{{1,2}}) ?(?P<mark>{ordinal})?\.?"),
        dates=(
            re.compile(rf"{day} ?(?:{of} )?{month}{year}"),
            re.compile(rf"{month} {day}{year}"),
        ),
        spoken=spoken,
    )


def _day_in(said: str, today: date, grammar: _Grammar) -> date | None:
    """The day in a language's words; words in front of it are dropped one by one."""
    article = False
    for _ in range(_MOST_LEADS):
        found = (
            _named(said, today, grammar)
            or _with_month(said, today, grammar)
            or _in_figures(said, today)
        )
        if found is not None:
            return found
        if match := grammar.day_of_month.fullmatch(said):
            if article or match["mark"]:
                return _next_in_month(int(match["day"]), today)
            return None
        shorter = without(said, (*grammar.articles, *grammar.lead))
        article = without(said, grammar.articles) != said
        if shorter == said:
            return None
        said = shorter
    return None


def _past_in(said: str, today: date, grammar: _Grammar) -> date | None:
    """The day in a language's words, as somebody means it who looks back."""
    for _ in range(_MOST_LEADS):
        if said in grammar.relative:
            return today + timedelta(days=grammar.relative[said])
        if (found := _ago(said, today, grammar) or _last_date(said, today, grammar)) is not None:
            return found
        weekday = grammar.weekdays.get(said.rstrip("."))
        if weekday is not None:
            return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
        shorter = without(said, (*grammar.articles, *grammar.lead, *grammar.past_lead))
        if shorter == said:
            return None
        said = shorter
    return None


def _ago(said: str, today: date, grammar: _Grammar) -> date | None:
    """So many days, weeks or months back."""
    before, behind = grammar.ago
    span = without(said, before)
    for word in behind:
        span = span.removesuffix(f" {word}")
    match = grammar.ahead.fullmatch(span) if span != said else None
    if match is None:
        return None
    count = number(match["count"], grammar.spoken)
    if match["months"]:
        return _months_on(today, -count)
    return today - timedelta(days=count * (7 if match["weeks"] else 1))


def _last_date(said: str, today: date, grammar: _Grammar) -> date | None:
    """A date; the last such one if it has no year."""
    found: date | None = None
    for years in range(1, _MOST_YEARS_BACK + 1):
        first = today - timedelta(days=365 * years - 1)
        found = _with_month(said, first, grammar) or _in_figures(said, first)
        if found is None or found <= today:
            return found
    return found


def _named(said: str, today: date, grammar: _Grammar) -> date | None:
    """A weekday, "tomorrow", "in 3 days", "next week"."""
    if said in grammar.relative:
        return today + timedelta(days=grammar.relative[said])
    if said in grammar.next_week:
        return today + timedelta(days=7 - today.weekday())
    if said in grammar.next_month:
        return _months_on(today.replace(day=1), 1)
    if match := grammar.ahead.fullmatch(said):
        count = number(match["count"], grammar.spoken)
        if match["months"]:
            return _months_on(today, count)
        return today + timedelta(days=count * (7 if match["weeks"] else 1))
    bare = said.rstrip(".")
    for trail in grammar.trail:
        bare = bare.removesuffix(f" {trail}")
    if bare in grammar.weekdays:
        return today + timedelta(days=(grammar.weekdays[bare] - today.weekday() - 1) % 7 + 1)
    return None


def _with_month(said: str, today: date, grammar: _Grammar) -> date | None:
    """With the month's name: "4 dec 2027", "December 4th"; a weekday in front has to agree."""
    for pattern in grammar.dates:
        if match := pattern.fullmatch(said):
            month, day = grammar.months[match["month"]], int(match["day"])
            return _in_year(match["year"], month, day, today)
    first, _, rest = said.partition(" ")
    weekday = grammar.weekdays.get(first.rstrip("."))
    if weekday is None or not rest:
        return None
    found = _with_month(without(rest, grammar.articles), today, grammar)
    return found if found is not None and found.weekday() == weekday else None


def _in_figures(said: str, today: date) -> date | None:
    """A date in figures. Raises: TwoDaysError where day and month may be swapped."""
    if match := _ISO.fullmatch(said):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTTED.fullmatch(said):  # whoever writes dots puts the day first
        return _in_year(match[3], int(match[2]), int(match[1]), today)
    if match := _SLASHED.fullmatch(said):
        one, other = int(match[1]), int(match[2])
        day_first = _in_year(match[3], other, one, today)
        month_first = _in_year(match[3], one, other, today)
        if day_first and month_first and day_first != month_first:
            raise TwoDaysError(day_first, month_first)
        return day_first or month_first
    return None


def _in_year(year: str | None, month: int, day: int, today: date) -> date | None:
    if year is None:
        return _next_in_year(month, day, today)
    return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next_in_year(month: int, day: int, today: date) -> date | None:
    """That day of a year, today or later; 29 February may be eight years away."""
    dates = (_date(today.year + years, month, day) for years in range(9))
    return next((found for found in dates if found and found >= today), None)


def _next_in_month(day: int, today: date) -> date | None:
    """That day of a month, today or later; no two months in a row are short of a 31st."""
    firsts = (_months_on(today.replace(day=1), months) for months in range(3))
    dates = (_date(first.year, first.month, day) for first in firsts)
    return next((found for found in dates if found and found >= today), None)


def _months_on(day: date, months: int) -> date:
    """The same day some months on; the last of a month that is too short."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
