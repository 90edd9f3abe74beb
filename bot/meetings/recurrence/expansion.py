"""The starts of a recurrence rule, as wall times.

A rule's days are counted in periods (days, weeks, months, years) from the first start. Which
period a moment lies in is arithmetic, so a series that is ten years old costs no more than a new
one; only a COUNT whose periods differ in size is counted from the beginning.
"""

from __future__ import annotations

from bisect import bisect_left
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.meetings.recurrence.rrule import END_OF_TIME, EmptyRuleError, Frequency, Rule

# So long without a single date, and a rule is taken for one that never comes.
_YEARS = 60
_BARREN = {"DAILY": _YEARS * 366, "WEEKLY": _YEARS * 53, "MONTHLY": _YEARS * 12, "YEARLY": _YEARS}

_Days = Callable[[Rule, int], list[int]]


def _period(rule: Rule, day: date) -> int:
    """The number of the period that a date lies in."""
    match rule.freq:
        case "DAILY":
            return day.toordinal()
        case "WEEKLY":
            return (day.toordinal() - 1 - rule.week_start) // 7
        case "MONTHLY":
            return day.year * 12 + day.month - 1
        case "YEARLY":
            return day.year


def _of_day(rule: Rule, period: int) -> list[int]:
    day = date.fromordinal(period)
    if rule.months and day.month not in rule.months:
        return []
    if rule.days and (0, day.weekday()) not in rule.days:
        return []
    if rule.month_days:
        from_end = day.day - monthrange(day.year, day.month)[1] - 1
        if day.day not in rule.month_days and from_end not in rule.month_days:
            return []
    return [period]


def _of_week(rule: Rule, period: int) -> list[int]:
    monday = period * 7 + 1 + rule.week_start
    days = [monday + offset for offset in _offsets(rule)]
    if rule.months:
        days = [day for day in days if date.fromordinal(day).month in rule.months]
    return days


def _offsets(rule: Rule) -> list[int]:
    return sorted((weekday - rule.week_start) % 7 for _, weekday in rule.days)


def _of_month(rule: Rule, period: int) -> list[int]:
    year, month = divmod(period, 12)
    if rule.months and month + 1 not in rule.months:
        return []
    before, length = _month(year, month + 1)
    if not rule.days:
        return sorted(_numbered(rule.month_days, before, length))
    days = _weekdays(rule, before, length)
    if rule.month_days:
        days &= _numbered(rule.month_days, before, length)
    return sorted(days)


def _of_year(rule: Rule, period: int) -> list[int]:
    before, length = date(period, 1, 1).toordinal() - 1, 365 + isleap(period)
    months = [_month(period, month) for month in rule.months or range(1, 13)]
    sets: list[set[int]] = []
    if rule.month_days:
        sets.append(set().union(*(_numbered(rule.month_days, *month) for month in months)))
    elif rule.months:
        sets.append({day for start, days in months for day in range(start + 1, start + days + 1)})
    if rule.year_days:
        sets.append(_numbered(rule.year_days, before, length))
    if rule.days:
        spans = months if rule.months else [(before, length)]
        sets.append(set().union(*(_weekdays(rule, *span) for span in spans)))
    if rule.weeks:
        days = sets.pop() if sets else set(range(before + 1, before + length + 1))
        sets.append({day for day in days if _in_weeks(rule, day)})
    return sorted(set.intersection(*sets))


@lru_cache(maxsize=2048)
def _month(year: int, month: int) -> tuple[int, int]:
    """The ordinal before its first day, and its length."""
    return date(year, month, 1).toordinal() - 1, monthrange(year, month)[1]


def _numbered(numbers: tuple[int, ...], before: int, length: int) -> set[int]:
    """The days of a span by their numbers in it."""
    return {
        before + (number if number > 0 else length + 1 + number)
        for number in numbers
        if abs(number) <= length
    }


def _weekdays(rule: Rule, before: int, length: int) -> set[int]:
    """The weekdays of a span: each, or the nth from its beginning or end."""
    found: set[int] = set()
    for nth, weekday in rule.days:
        first = before + 1 + (weekday - before) % 7  # the ordinal 1 was a Monday
        every = range(first, before + length + 1, 7)
        if nth == 0:
            found.update(every)
        elif abs(nth) <= len(every):
            found.add(every[nth - 1 if nth > 0 else nth])
    return found


def _in_weeks(rule: Rule, day: int) -> bool:
    """Whether the week that a day lies in is one of BYWEEKNO; week 1 has four days or more."""
    year, number = _week(day, rule.week_start)
    last = _week(date(year, 12, 28).toordinal(), rule.week_start)[1]
    return number in rule.weeks or number - last - 1 in rule.weeks


def _week(day: int, week_start: int) -> tuple[int, int]:
    middle = date.fromordinal(day - (day - 1 - week_start) % 7 + 3)
    return middle.year, (middle.timetuple().tm_yday - 1) // 7 + 1


_DAYS_OF: Mapping[Frequency, _Days] = {
    "DAILY": _of_day,
    "WEEKLY": _of_week,
    "MONTHLY": _of_month,
    "YEARLY": _of_year,
}


# --- the starts


def starts(
    rule: Rule, first: datetime, since: datetime, last: datetime | None = None
) -> Iterator[datetime]:
    """The wall starts of a rule in order; some that come before `since` may lead.

    Args:
        rule: as `Rule.beginning` returned it.
        first: naive, the first start; the rule gives none before it.
        since: naive.
        last: naive; none after it is given. `rule.until` is not looked at.

    Raises: EmptyRuleError if no date comes within 60 years.
    """
    remaining = None
    if rule.count is not None:
        if (end := _end_of_count(rule, first)) is None:
            remaining, since = rule.count, first
        else:
            last = end if last is None else min(last, end)
    for walls in _periods(rule, first, since, last):
        for wall in walls:
            if wall < first:
                continue
            if last is not None and wall > last:
                return
            yield wall
            if remaining is not None:
                remaining -= 1
                if remaining == 0:
                    return


def _periods(
    rule: Rule, first: datetime, since: datetime, last: datetime | None
) -> Iterator[list[datetime]]:
    """The wall times of each period that has any, from the one on in which `since` lies."""
    times, days_of, period = _times(rule, first), _DAYS_OF[rule.freq], _period(rule, first)
    if since > first:
        period += (_period(rule, since) - period) // rule.interval * rule.interval
    end = _period(rule, END_OF_TIME if last is None else min(last, END_OF_TIME))
    fruitful = period
    while period <= end:
        if walls := _at(days_of(rule, period), times, rule.positions):
            fruitful = period
            yield walls
        elif period - fruitful > _BARREN[rule.freq]:
            raise EmptyRuleError(f"a {rule.freq} rule comes on no date in {_YEARS} years")
        period += rule.interval


def _at(days: list[int], times: list[time], positions: tuple[int, ...]) -> list[datetime]:
    if len(times) == 1 and not positions:
        at = times[0]
        return [datetime.combine(date.fromordinal(day), at) for day in days]
    every = [datetime.combine(date.fromordinal(day), at) for day in days for at in times]
    if not positions:
        return every
    count = len(every)
    return [
        every[index]
        for index in sorted({each - 1 if each > 0 else count + each for each in positions})
        if 0 <= index < count
    ]


def _times(rule: Rule, first: datetime) -> list[time]:
    if not (rule.hours or rule.minutes or rule.seconds):
        return [first.time()]
    return [
        time(hour, minute, second)
        for hour in rule.hours or (first.hour,)
        for minute in rule.minutes or (first.minute,)
        for second in rule.seconds or (first.second,)
    ]


def _end_of_count(rule: Rule, first: datetime) -> datetime | None:
    """The last start of a COUNT whose periods all have the same number of days; else None."""
    if rule.count is None or rule.months or rule.month_days or rule.positions:
        return None
    if rule.hours or rule.minutes or rule.seconds:
        return None
    match rule.freq:
        case "DAILY" if not rule.days:
            days = (rule.count - 1) * rule.interval
        case "WEEKLY":
            offsets = _offsets(rule)
            begun = (first.weekday() - rule.week_start) % 7
            weeks, index = divmod(bisect_left(offsets, begun) + rule.count - 1, len(offsets))
            days = weeks * 7 * rule.interval + offsets[index] - begun
        case _:
            return None
    return first + timedelta(days=min(days, 2_000_000))
