"""A series in words, as it is read back to whoever entered it: "every other Thursday at 7 pm"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel import Locale
from babel.dates import format_skeleton
from babel.lists import format_list

from bot.meetings.recurrence.rrule import Rule
from bot.meetings.recurrence.series import Series
from bot.texts import Texts

_WORKDAYS = tuple((0, day) for day in range(5))
_LEAP_YEAR = 2024


def say(series: Series, texts: Texts, language: str) -> str:
    """When the meeting is, without its zone; a rule that few people have is called one of its own.

    What this leaves unclear, the next dates beside it show.
    """
    time = texts.when(language, series.first)
    if series.rule is None:
        day = texts.when(language, series.first.date(), "date")
        return texts.line(language, "meeting-says-once", day=day, time=time)
    rule = series.rule.beginning(series.first)
    said = _often(rule, texts, language, time)
    if rule.count is not None:
        return texts.line(language, "meeting-says-count", rule=said, count=rule.count)
    if rule.until is not None:
        until = rule.until if rule.until.tzinfo is None else rule.until.astimezone(series.clock())
        day = texts.when(language, until.date(), "date")
        return texts.line(language, "meeting-says-until", rule=said, day=day)
    return said


def _often(rule: Rule, texts: Texts, language: str, time: str) -> str:
    values: dict[str, str | int] = {"time": time, "count": rule.interval}
    plain_days = not rule.months and not rule.positions and not rule.hours and not rule.minutes
    days = tuple(sorted(rule.days))
    if rule.freq == "DAILY" and plain_days and not days and not rule.month_days:
        return texts.line(language, "meeting-says-daily", **values)
    if rule.freq == "WEEKLY" and plain_days:
        if days == _WORKDAYS and rule.interval == 1:
            return texts.line(language, "meeting-says-workdays", **values)
        named = _listed((_weekday(day, language) for _, day in days), language)
        return texts.line(language, "meeting-says-weekly", days=named, **values)
    if rule.freq == "MONTHLY":
        return _monthly(rule, texts, language, values, plain_days=plain_days)
    if _is_one_date(rule) and rule.interval == 1:
        day = date(_LEAP_YEAR, rule.months[0], rule.month_days[0])
        named = str(format_skeleton("MMMMd", day, locale=Locale.parse(language)))
        return texts.line(language, "meeting-says-yearly", day=named, time=time)
    return texts.line(language, "meeting-says-other", time=time)


def _monthly(
    rule: Rule, texts: Texts, language: str, values: dict[str, str | int], *, plain_days: bool
) -> str:
    days = tuple(sorted(rule.days))
    if days == _WORKDAYS and rule.positions == (-1,) and not rule.month_days:
        return texts.line(language, "meeting-says-last-workday", **values)
    if plain_days and rule.month_days == (-1,) and not days:
        return texts.line(language, "meeting-says-last-day", **values)
    if plain_days and not days and all(day > 0 for day in rule.month_days):
        dates = _listed(map(str, rule.month_days), language)
        return texts.line(language, "meeting-says-monthly-date", dates=dates, **values)
    known = range(-2, 6)
    if plain_days and not rule.month_days and all(nth and nth in known for nth, _ in days):
        which = _listed(_nth_weekdays(days, texts, language), language)
        return texts.line(language, "meeting-says-monthly-weekday", which=which, **values)
    return texts.line(language, "meeting-says-other", time=values["time"])


def _nth_weekdays(days: tuple[tuple[int, int], ...], texts: Texts, language: str) -> Iterable[str]:
    """For each weekday that is counted: "first and third Tuesday"."""
    for weekday in sorted({day for _, day in days}):
        counted = sorted((nth for nth, day in days if day == weekday), key=lambda nth: nth % 10)
        ordinals = (texts.line(language, f"meeting-nth-{_ORDINALS[nth]}") for nth in counted)
        yield f"{_listed(ordinals, language)} {_weekday(weekday, language)}"


_ORDINALS = {1: "1", 2: "2", 3: "3", 4: "4", 5: "5", -1: "last", -2: "last-but-one"}


def _is_one_date(rule: Rule) -> bool:
    others = rule.days or rule.weeks or rule.year_days or rule.positions or rule.hours
    return not others and len(rule.months) == len(rule.month_days) == 1 and rule.month_days[0] > 0


def _weekday(day: int, language: str) -> str:
    return str(Locale.parse(language).days["format"]["wide"][day])


def _listed(items: Iterable[str], language: str) -> str:
    return format_list(list(items), locale=Locale.parse(language))
