"""A look back as a sheet: the picture a member sees, and the page they may take along. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.checkins.looking_back.figures import STEPS, Look, monday_of
from bot.checkins.looking_back.wording import DatedWords, Wording
from bot.drawing.sheet import Bar, Bars, Calendar, Cell, Course, Lines, Mark, Panel, Point, Sheet

_TICKS = 6  # below a course, about
_MARKS = 6  # dates at most, the latest
HOURS = ("5–12", "12–18", "18–22", "22–5")
"""The parts of the day, by the clock."""


def picture(look: Look, words: Wording, dates: Sequence[DatedWords] = ()) -> Sheet:
    """What `checkin history` shows."""
    return Sheet(
        title=words.line("looking-back-title"),
        subtitle=_span(look, words),
        panels=_panels(look, words, dates),
    )


def page(
    look: Look,
    words: Wording,
    dates: Sequence[DatedWords] = (),
    notes: Sequence[DatedWords] = (),
) -> Sheet:
    """What somebody may show a counsellor: no name, and none of their own words unless given.

    Args:
        notes: newest first.
    """
    said = (words.counted(look.answers), *words.observations(look))
    shown = _panels(look, words, dates)
    if notes:  # they need the room, and the words below say much the same
        shown = tuple(panel for panel in shown if not isinstance(panel, Bars))
    panels: list[Panel] = [
        *shown,
        Lines(title=words.line("looking-back-in-words"), lines=tuple(filter(None, said))),
    ]
    if notes:
        lines = tuple(f"{words.short(day)}: {note}" for day, note in notes)
        title, more = words.line("looking-back-notes"), words.line("looking-back-more-notes")
        panels.append(Lines(title=title, lines=lines, more=more.replace("#", "{count}")))
    return Sheet(
        title=words.line("looking-back-page-title"),
        subtitle=_span(look, words),
        panels=tuple(panels),
        footer=words.line("looking-back-page-footer", levels=", ".join(words.levels)),
        page=True,
    )


def _span(look: Look, words: Wording) -> str:
    first, last = words.long(look.since), words.long(look.last)
    return words.line("looking-back-span", first=first, last=last, days=len(look.answers))


def _panels(look: Look, words: Wording, dates: Sequence[DatedWords]) -> tuple[Panel, ...]:
    panels: list[Panel] = []
    if look.course:
        panels.append(_course(look, words, dates))
    panels.append(_calendar(look, words))
    if any(value is not None for value in (*look.weekdays, *look.parts)):
        panels.append(_bars(look, words))
    return tuple(panels)


def _course(look: Look, words: Wording, dates: Sequence[DatedWords]) -> Course:
    span = max((look.last - look.first).days, 1)

    def at(day: date) -> float:
        return min(max((day - look.first).days / span, 0.0), 1.0)

    middle = timedelta(days=3) if look.by_week else timedelta(0)
    shown = [(day, name) for day, name in sorted(dates) if look.first <= day <= look.last]
    shown = shown[-_MARKS:]
    return Course(
        title=words.line("looking-back-by-week" if look.by_week else "looking-back-by-day"),
        levels=words.levels,
        points=tuple(
            Point(
                at=at(step.first + middle),
                level=step.mean,
                low=step.low,
                high=step.high,
                joined=step.joined,
            )
            for step in look.course
        ),
        ticks=tuple((at(day), words.short(day)) for day in _tick_days(look.first, look.last)),
        marks=tuple(Mark(at=at(day), words=f"{words.short(day)}: {name}") for day, name in shown),
    )


def _tick_days(first: date, last: date) -> list[date]:
    """Days at an even distance, or firsts of months where there are enough of them."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    firsts = [day for day in days if day.day == 1]
    ticks = firsts if len(firsts) >= 3 else days
    apart = -(-len(ticks) // _TICKS)
    return ticks[::apart]


def _calendar(look: Look, words: Wording) -> Calendar:
    given = {answer.day: answer.word for answer in look.answers}
    monday = monday_of(look.since)
    weeks: list[tuple[Cell, ...]] = []
    months: list[tuple[int, str]] = []
    while monday <= look.last:
        week = [monday + timedelta(days=n) for n in range(7)]
        begins = next((day for day in week if day.day == 1 and day <= look.last), None)
        if begins is not None or not weeks:
            months.append((len(weeks), words.month(begins or look.since)))
        weeks.append(
            tuple(
                Cell(
                    number=day.day,
                    level=STEPS.get(given.get(day, "")),
                    answered=day in given,
                    inside=look.since <= day <= look.last,
                )
                for day in week
            )
        )
        monday += timedelta(days=7)
    return Calendar(
        title=words.line("looking-back-days"),
        weekdays=words.weekdays("abbreviated"),
        weeks=tuple(weeks),
        months=tuple(months),
        levels=words.levels,
        answered=words.word("skip"),
        empty=words.line("looking-back-no-answer"),
    )


def _bars(look: Look, words: Wording) -> Bars:
    return Bars(
        title=words.line("looking-back-times"),
        above=words.line("looking-back-above"),
        middle=words.line("looking-back-usual"),
        below=words.line("looking-back-below"),
        groups=(
            tuple(map(_bar, words.weekdays("abbreviated"), look.weekdays)),
            tuple(map(_bar, HOURS, look.parts)),
        ),
        note=words.line("looking-back-too-few"),
    )


def _bar(label: str, value: float | None) -> Bar:
    return Bar(label=label, value=value)
