"""When a meeting is, for one reader: on their own clock, and on the meeting's where it differs."""

from __future__ import annotations

from datetime import datetime, tzinfo

from bot.richtext import Moment, Spans, Text
from bot.texts import Texts
from bot.wall_time import zone_named


def city(zone: str) -> str:
    """The city that a zone is called after: "New York"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def when(texts: Texts, language: str, start: datetime, own: tzinfo, zone: str) -> Spans:
    """A start, which platforms may show on the reader's own clock, and the hour at the meeting.

    Args:
        own: the reader's zone. zone: the meeting's, an IANA name.
    """
    mine, theirs = start.astimezone(own), start.astimezone(zone_named(zone))
    shown = Moment(start, "datetime", texts.when(language, mine, "datetime"))
    if mine.utcoffset() == theirs.utcoffset():
        return (shown,)
    style = "time" if mine.date() == theirs.date() else "datetime"
    there = texts.when(language, theirs, style)
    beside = texts.line(language, "meeting-time-there", time=there, city=city(zone))
    return (shown, Text(f" ({beside})"))


def dates(texts: Texts, language: str, starts: list[datetime], zone: str) -> str:
    """Days and hours on the meeting's own clock, in a line."""
    clock = zone_named(zone)
    return "; ".join(texts.when(language, each.astimezone(clock), "datetime") for each in starts)
