"""How a community went, week by week, as a picture below `community report`; in staff rooms only.

It shows no number that the team is not told in words: of check-ins a multiple of five, and nothing
of a week with five or fewer; and meetings, which everybody sees in the calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_skeleton

from bot import wall_time
from bot.drawing.sheet import Course, Point, Sheet
from bot.texts import Texts
from storage.database import Transaction
from storage.members import Community

Weeks = Sequence[tuple[date, int | None]]
"""Mondays, oldest first, each with a number; None: there is none that is told."""

CheckedInWeeks = Callable[[Transaction, Community, datetime], Weeks]
"""How many members checked in, roughly, in each of the last whole weeks."""
HeldAndSkipped = Callable[[Transaction, int, datetime, datetime], tuple[int, int]]
"""How many of a community's meetings took place in a span, and how many were called off."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
_LEVELS = 5  # steps of a scale at most
_TICKS = 4  # weeks that are named below


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """What is to be seen.

    Args:
        checked_in, meetings: the same weeks.
    """

    checked_in: Weeks
    meetings: Weeks

    @property
    def anything(self) -> bool:
        """Whether there is anything to draw."""
        return any(count for _, count in (*self.checked_in, *self.meetings))


def look(
    tx: Transaction,
    community: Community,
    now: datetime,
    checked_in: CheckedInWeeks,
    held_and_skipped: HeldAndSkipped,
) -> Trends:
    """The last whole weeks of a community, on its own clock."""
    told, zone = checked_in(tx, community, now), wall_time.zone_named(community.zone)
    held = [(week, held_and_skipped(tx, community.id, *_span(week, zone))[0]) for week, _ in told]
    return Trends(checked_in=told, meetings=held)


def _span(monday: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    midnight = datetime.min.time()
    following = monday + timedelta(days=7)
    return wall_time.due_on(monday, midnight, zone), wall_time.due_on(following, midnight, zone)


# --- drawn


def sheet(trends: Trends, texts: Texts, language: str) -> Sheet:
    """The picture. A week of which nothing is told is a gap, through which no line leads."""

    def line(text_id: str) -> str:
        return texts.line(language, text_id)

    panels = [
        _course(line(text_id), weeks, language)
        for text_id, weeks in (
            ("trends-checkins", trends.checked_in),
            ("trends-meetings", trends.meetings),
        )
        if any(count for _, count in weeks)
    ]
    first, last = trends.checked_in[0][0], trends.checked_in[-1][0]
    return Sheet(
        title=line("trends-title"),
        subtitle=texts.line(
            language, "trends-span", first=_day(first, language), last=_day(last, language)
        ),
        panels=tuple(panels),
        footer=line("trends-gaps") if _gaps(trends.checked_in) else "",
    )


def _course(title: str, weeks: Weeks, language: str) -> Course:
    step = _step(max(count for _, count in weeks if count is not None))
    highest = -(-max(count or 0 for _, count in weeks) // step)
    apart = max(len(weeks) - 1, 1)
    points: list[Point] = []
    before = False
    for number, (_, count) in enumerate(weeks):
        if count is not None:
            level = 1 + count / step
            points.append(
                Point(at=number / apart, level=level, low=level, high=level, joined=before)
            )
        before = count is not None
    named = range(0, len(weeks), -(-len(weeks) // _TICKS))
    return Course(
        title=title,
        levels=tuple(str(number * step) for number in range(highest + 1)),
        points=tuple(points),
        ticks=tuple((number / apart, _day(weeks[number][0], language)) for number in named),
    )


def _step(highest: int) -> int:
    """A round number by which a scale of few steps reaches so far."""
    return next((each for each in _STEPS if highest <= each * _LEVELS), _STEPS[-1])


# --- in words


def description(trends: Trends, texts: Texts, language: str) -> str:
    """The same for those who don't see the picture: every week, and which are not told."""
    said = [
        texts.line(language, text_id) + ": " + _in_words(weeks, texts, language)
        for text_id, weeks in (
            ("trends-checkins", trends.checked_in),
            ("trends-meetings", trends.meetings),
        )
    ]
    return ". ".join(said) + "."


def _in_words(weeks: Weeks, texts: Texts, language: str) -> str:
    return ", ".join(
        f"{_day(week, language)} "
        + (texts.line(language, "trends-no-number") if count is None else str(count))
        for week, count in weeks
    )


def _day(monday: date, language: str) -> str:
    """The day and its month ("3 Aug")."""
    return str(format_skeleton("MMMd", monday, locale=language))


def _gaps(weeks: Weeks) -> bool:
    return any(count is None for _, count in weeks)
