"""When a meeting is, in a sentence: "every other Thursday 7 pm from 4 Dec, Berlin time".

What is said about start, end, length, count and zone is taken out of the sentence piece by piece;
what is left has to be how often and at what time, with nothing over. Only a single date that our
own grammar does not know goes to dateparser. The caller echoes what was understood with the next
three dates, since "every third Saturday" may mean two things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from bot.errors import HandrailError
from bot.meetings.recurrence.expansion import starts
from bot.meetings.recurrence.rrule import Rule
from bot.meetings.recurrence.series import Series, moment
from bot.meetings.words.frequency import Often, languages, read_often, weekday_named, words
from bot.meetings.words.said_zones import MOST_OF_A_PLACE, joined, zone_apart, zone_of
from bot.places import Places
from bot.reading import PastDayError, UnclearDayError, UnclearTimeError, read_day, read_time
from bot.reading.words import any_of, forms
from bot.wall_time import zone_named

LONGEST = 160
"""Characters; whatever is longer is prose and not read."""
USUAL_MINUTES = 60

_MOST_TOKENS = 6  # of a date: "monday the 4th of december 2026"
_MOST_OF_A_TIME = 9  # "from half past seven to nine in the evening"
_LONGEST_CLOCK = 12 * 60
_A_YEAR = timedelta(days=366)
_NO_TIME = time(0, 0, 7)  # so that a time that dateparser reads is told from one it adds
T = TypeVar("T")


class UnclearScheduleError(HandrailError):
    """The sentence is no schedule that we can read; the person gets an example to copy."""

    text_id = "meeting-when-unclear"


class NoTimeError(UnclearScheduleError):
    """How often is clear, at what time is not."""

    text_id = "meeting-when-no-time"


class NoDayError(UnclearScheduleError):
    """How often is clear, from which day on is not ("weekly at 7 pm")."""

    text_id = "meeting-when-no-day"


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence means. Args: minutes_said, zone_said: else they are the usual ones."""

    series: Series
    minutes_said: bool
    zone_said: bool


def read_schedule(text: str, language: str, now: datetime, zone: str, places: Places) -> Said:
    """The series that a sentence means, in the person's own language, else in the others.

    Args:
        now: aware; when it was said.
        zone: IANA name of the clock that counts where none is said.

    Raises: UnclearScheduleError; UnclearZoneError; an error of `bot.reading` for a date that is
        past or unclear.
    """
    if len(text) > LONGEST:
        raise UnclearScheduleError(f"{len(text)} characters are no schedule")
    said, named = zone_apart(text.replace("@", " "), language, places)
    for tried in sorted(languages(), key=lambda each: each != language):
        found = _Sentence(tried, now, named or zone).read(said)
        if found is None and named is None:
            found = _with_a_place_behind(said, tried, now, places)
        if found is not None:
            return replace(found, zone_said=found.zone_said or named is not None)
    raise _unclear(said, language)


def _with_a_place_behind(said: str, language: str, now: datetime, places: Places) -> Said | None:
    """For "every Tuesday 7 pm New York, 60 min"."""
    bare, _ = _Sentence(language, now, "UTC").length(said)
    tokens = bare.split()
    for size in range(min(MOST_OF_A_PLACE, len(tokens) - 2), 0, -1):
        name = joined(tokens[-size:])
        if zone := zone_of(name, language, places):
            found = _Sentence(language, now, zone).read(said.replace(name, "", 1))
            if found is not None:
                return replace(found, zone_said=True)
    return None


def _unclear(said: str, language: str) -> UnclearScheduleError:
    for tried in sorted(languages(), key=lambda each: each != language):
        if read_often(said, tried) is not None:
            return NoTimeError(f"no time in {len(said)} characters, read as {tried}")
    return UnclearScheduleError(f"no schedule in {len(said)} characters, read as {language}")


class _Sentence:
    """One sentence, read as one language."""

    def __init__(self, language: str, now: datetime, zone: str) -> None:
        self._words = words(language)
        self._language = language
        self._now = now
        self._zone = zone
        self._local = now.astimezone(zone_named(zone)).replace(tzinfo=None)

    def read(self, said: str) -> Said | None:
        said, minutes = self.length(said)
        said, count = self._count(said)
        said, until = self._day_behind(said, "until")
        said, begin = self._day_behind(said, "from")
        for often, at, length in self._splits(said, lambda part: read_often(part, self._language)):
            first, rule = self._begun(often, at, begin)
            if until is not None:
                until_wall = datetime.combine(until, time(23, 59, 59))
                if until_wall < first:
                    raise UnclearScheduleError("it ends before it begins")
                rule = replace(rule, until=until_wall)
            elif count is not None:
                rule = replace(rule, count=count)
            return self._said(first, minutes or length, rule)
        if begin or until or count:
            return None
        for day, at, length in self._splits(said, self._day):
            first = datetime.combine(day, at)
            if moment(first, zone_named(self._zone)) <= self._now:
                raise PastDayError(day)
            return self._said(first, minutes or length, None)
        return None

    def _said(self, first: datetime, minutes: int | None, rule: Rule | None) -> Said:
        series = Series(first=first, zone=self._zone, minutes=minutes or USUAL_MINUTES, rule=rule)
        return Said(series, minutes is not None, zone_said=False)

    def _begun(self, often: Often, at: time, begin: date | None) -> tuple[datetime, Rule]:
        """The first start, and the rule that begins with it."""
        base = datetime.combine(begin or self._local.date(), at)
        if often.date:
            base = datetime.combine(read_day(often.date, self._local.date(), self._language), at)
        elif often.from_start and begin is None:
            raise NoDayError(f"{often.rule.freq} from no day")
        # Every other week counts from the first meeting, not from the week of the start.
        each = replace(often.rule, interval=1).beginning(base)
        zone = zone_named(self._zone)
        first = next(
            start
            for start in starts(each, base, base)
            if begin is not None or moment(start, zone) > self._now
        )
        return first, replace(each, interval=often.rule.interval)

    # --- the pieces

    def _splits(
        self, said: str, read: Callable[[str], T | None]
    ) -> Iterator[tuple[T, time, int | None]]:
        """What and when, in either order; the longest first piece that makes sense first."""
        tokens = said.split()
        for size in range(len(tokens) - 1, 0, -1):
            first, second = joined(tokens[:size]), joined(tokens[size:])
            for what, when in ((first, second), (second, first)):
                at = self._time(when) if when.count(" ") < _MOST_OF_A_TIME else None
                if at is not None and (found := read(what)) is not None:
                    yield found, *at

    def _time(self, said: str) -> tuple[time, int | None] | None:
        """A time of day, or from one to another with the minutes between."""
        for pattern, by in self._words.get("replaced", {}).items():
            said = re.sub(pattern, by, said)
        language = "en" if "replaced" in self._words else self._language
        if (at := _clock(said, language)) is not None:
            return at, None
        to = any_of(("-", "–", *forms(self._words["to"]), *(("to",) if language == "en" else ())))
        said = re.sub(rf"^{any_of((*forms(self._words['from']), 'de', 'von'))} ", "", said)
        for match in re.finditer(rf"\s*{to}\s*", said):
            begin, end = said[: match.start()], said[match.end() :]
            start, stop = _clock(begin, language), _clock(end, language)
            if start is not None and stop is not None:
                minutes = (_minute(stop) - _minute(start)) % (24 * 60)
                if minutes > _LONGEST_CLOCK and re.fullmatch(r"\d{1,2}(?:[:.]\d\d)?", begin):
                    # "7 to 8:30 pm": the second half of the day is said once.
                    start = time((start.hour + 12) % 24, start.minute)
                    minutes -= _LONGEST_CLOCK
                return (start, minutes) if minutes else None
        return None

    def _day(self, said: str) -> date | None:
        """A single date: our own words first, then dateparser. Raises: PastDayError and others."""
        today = self._local.date()
        if "replaced" in self._words:  # bot/reading has no words of this language
            bare = said.removesuffix(" prochain")
            if (weekday := weekday_named(bare, self._language)) is not None:
                return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
            return _parsed_date(said, self._language, today)
        try:
            return read_day(said, today, self._language)
        except UnclearDayError:
            return _parsed_date(said, self._language, today)

    def _day_behind(self, said: str, key: str) -> tuple[str, date | None]:
        """The sentence without "from 4 Dec", and that day."""
        for match in re.finditer(rf"(?:^|\s){any_of(forms(self._words[key]))}\s+", said):
            tokens = said[match.end() :].split()
            for size in range(min(len(tokens), _MOST_TOKENS), 0, -1):
                try:
                    day = self._day(joined(tokens[:size]))
                except PastDayError as error:  # a series may have begun
                    past = error.values["day"]
                    day = past if key == "from" and isinstance(past, date) else None
                if day is not None:
                    rest = f"{said[: match.start()]} {' '.join(tokens[size:])}"
                    return rest.strip(" ,"), day
        return said, None

    def length(self, said: str) -> tuple[str, int | None]:
        """The sentence without "for 90 minutes", and the minutes."""
        table = self._words
        lead = rf"(?:^|\s),?(?:{any_of(forms(table['for']))}\s+)"
        alone = any_of(forms(table["hours_alone"])) if table["hours_alone"] else "(?!)"
        half = rf"(?P<half>[.,:]5| {any_of(forms(table['half']))})?"
        for pattern in (
            rf"{lead}?(?:^|\s)?(?P<minutes>\d{{1,3}}) ?{any_of(forms(table['minutes']))}\b",
            rf"{lead}(?P<hours>\d{{1,2}}){half} ?{any_of(forms(table['hours']))}\b",
            rf"(?:^|\s)(?P<hours>[1-8]){half} ?{alone}\b",
        ):
            if match := re.search(pattern, said):
                groups = match.groupdict()
                minutes = int(groups.get("minutes") or 0) + int(groups.get("hours") or 0) * 60
                minutes += 30 if groups.get("half") else 0
                if minutes:
                    return _cut(said, match), minutes
        return said, None

    def _count(self, said: str) -> tuple[str, int | None]:
        """The sentence without "8 times", and the number."""
        lead = rf"(?:{any_of(forms(self._words['for']))}\s+)?"
        pattern = (
            rf"(?:^|\s){lead}(?P<count>[1-9]\d{{0,2}}) ?{any_of(forms(self._words['times']))}\b"
        )
        if match := re.search(pattern, said):
            return _cut(said, match), int(match["count"])
        return said, None


# --- small things


def _parsed_date(said: str, language: str, today: date) -> date | None:
    """A date as dateparser reads it; None if it finds a time in it as well."""
    if not re.search(r"[a-z]{3}", said):
        return None
    import dateparser  # type: ignore[import-untyped]  # here: it takes a third of a second to load

    base = datetime.combine(today, _NO_TIME)
    found = dateparser.parse(
        said,
        languages=[language],
        settings={
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": base,
            "REQUIRE_PARTS": ["day", "month"],
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
    if found is None or found.time() not in (_NO_TIME, time(0)):
        return None
    day: date = found.date()
    # Whoever means another year than the coming one says it in full: "19" is an hour, no year.
    return day if str(day.year) in said or today <= day <= today + _A_YEAR else None


def _clock(said: str, language: str) -> time | None:
    try:
        return read_time(said, language)
    except UnclearTimeError:
        return None


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _cut(said: str, match: re.Match[str]) -> str:
    return f"{said[: match.start()]} {said[match.end() :]}".strip(" ,")
