"""What moderators and facilitators change about one occurrence: it is left out, or moved.

Whoever asked to be reminded or said they come is told, and calendars follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import reading
from bot.errors import HandrailError
from bot.meetings import agenda, times, which
from bot.meetings.agenda import Held
from bot.meetings.keeping.changing import save
from bot.meetings.recurrence.series import Moved, moment
from bot.meetings.telling.messages import CANCELLED, MOVED, RESTORED
from bot.meetings.words.phrases import UnclearScheduleError, read_schedule
from bot.places import Places
from bot.platform import Action
from bot.turn import Turn
from storage.meetings import Meeting

_TO = re.compile(r"\s+(?:to|->|→|auf|nach|al?)\s+", re.IGNORECASE)


class PastMomentError(HandrailError):
    """An occurrence cannot be moved to where it would be over."""

    text_id = "meeting-move-past"


class NotCancelledError(HandrailError):
    """Nothing was cancelled on that day."""

    text_id = "meeting-not-cancelled"


class Occasions:
    """Changes to single occurrences."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def skip(self, turn: Turn) -> Sequence[Action]:
        """`meeting skip <meeting>`: the next one does not take place."""
        meeting, _ = which.named(turn, "meeting")
        return self._cancelled(turn, self._next(turn, meeting))

    def cancel(self, turn: Turn) -> Sequence[Action]:
        """`meeting cancel <meeting> <day>`: the one of that day does not take place."""
        meeting, words = which.named(turn, "meeting", "day")
        if not words:
            held = self._next(turn, meeting)
            day = turn.texts.when(turn.language, self._local(held).date(), "short")
            return [turn.answer("meeting-cancel-which", name=meeting.card.name, day=day)]
        return self._cancelled(turn, which.of_day(turn, meeting, words))

    def _cancelled(self, turn: Turn, held: Held) -> Sequence[Action]:
        series = agenda.series_of(held.meeting)
        series = replace(series, cancelled=series.cancelled | {held.at.original})
        meeting = save(turn, held.meeting, series=agenda.written(series))
        told = which.tell_about(turn, meeting, CANCELLED, held.key)
        return [
            turn.answer(
                "meeting-cancelled",
                name=meeting.card.name,
                when=self._when(turn, held),
                told=told,
                dates=which.dates_of(turn, meeting),
            )
        ]

    def move(self, turn: Turn) -> Sequence[Action]:
        """`meeting move <meeting> [<day> to] <day and time>`: one occurrence, another time."""
        meeting, words = which.named(turn, "meeting", "to")
        parts = _TO.split(words, maxsplit=1)
        if len(parts) == 2 and parts[0].strip():
            held = which.of_day(turn, meeting, parts[0])
        else:
            held = self._next(turn, meeting)
        series = agenda.series_of(meeting)
        wall, minutes = self._new_start(turn, held, parts[-1])
        if moment(wall, series.clock()) <= turn.now:
            raise PastMomentError(f"meeting {meeting.id}")
        moved = Moved(held.at.original, wall, minutes)
        others = tuple(each for each in series.moved if each.original != moved.original)
        series = replace(series, moved=tuple(sorted((*others, moved))))
        meeting = save(turn, meeting, series=agenda.written(series))
        told = which.tell_about(turn, meeting, MOVED, held.key)
        after = agenda.named(meeting, held.key) or held
        return [
            turn.answer(
                "meeting-moved",
                name=meeting.card.name,
                old=self._when(turn, held),
                new=self._when(turn, after),
                told=told,
            )
        ]

    def _new_start(self, turn: Turn, held: Held, words: str) -> tuple[datetime, int]:
        """The wall time that is meant, on the meeting's clock, and the length."""
        local = self._local(held)
        minutes = int((held.at.end - held.at.start).total_seconds()) // 60
        try:
            at = reading.read_time(words, turn.language)
            return datetime.combine(local.date(), at), minutes
        except reading.UnclearTimeError:
            pass
        zone = agenda.series_of(held.meeting).zone or "UTC"
        try:
            said = read_schedule(words, turn.language, turn.now, zone, self._places)
        except UnclearScheduleError:
            day = reading.read_day(words, turn.now.astimezone(local.tzinfo).date(), turn.language)
            return datetime.combine(day, local.time()), minutes
        if said.series.rule is not None:
            raise UnclearScheduleError("a rule is no moment")
        start = moment(said.series.first, said.series.clock())
        wall = start.astimezone(local.tzinfo).replace(tzinfo=None)
        return wall, said.series.minutes if said.minutes_said else minutes

    def restore(self, turn: Turn) -> Sequence[Action]:
        """`meeting restore <meeting> <day>`: what was cancelled takes place after all."""
        meeting, words = which.named(turn, "meeting", "day")
        series = agenda.series_of(meeting)
        moved = {each.original: each.start for each in series.moved}
        now = turn.now.astimezone(series.clock()).replace(tzinfo=None)
        walls = {each: moved.get(each, each) for each in sorted(series.cancelled)}
        ahead = [each for each, wall in walls.items() if wall > now]
        if words:
            day = which.day_of(turn, meeting, words)
            ahead = [each for each in ahead if walls[each].date() == day]
        if not ahead:
            raise NotCancelledError(f"meeting {meeting.id}")
        series = replace(series, cancelled=series.cancelled - {ahead[0]})
        meeting = save(turn, meeting, series=agenda.written(series))
        told = which.tell_about(turn, meeting, RESTORED, f"{ahead[0]:%Y%m%dT%H%M}")
        dates = which.dates_of(turn, meeting)
        return [turn.answer("meeting-restored", name=meeting.card.name, dates=dates, told=told)]

    def _next(self, turn: Turn, meeting: Meeting) -> Held:
        ahead = agenda.following(meeting, turn.now)
        if not ahead:
            raise which.NoneAheadError(f"meeting {meeting.id}")
        return ahead[0]

    def _local(self, held: Held) -> datetime:
        return held.at.start.astimezone(agenda.series_of(held.meeting).clock())

    def _when(self, turn: Turn, held: Held) -> str:
        zone = agenda.series_of(held.meeting).zone or "UTC"
        shown = times.dates(turn.texts, turn.language, [held.at.start], zone)
        return f"{shown} ({times.city(zone)})"
