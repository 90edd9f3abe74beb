"""What moderators and facilitators change about a whole series.

Whoever asked to be reminded or said they come is told, and calendars follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.errors import HandrailError
from bot.meetings import agenda, which
from bot.meetings.attending import cards
from bot.meetings.attending.coming import fill_all_places
from bot.meetings.keeping.details import DETAILS, checked
from bot.meetings.telling import planning
from bot.meetings.words.phrases import read_schedule
from bot.places import Places
from bot.platform import Action
from bot.richtext import Bullets, Text
from bot.turn import Turn
from storage import meetings
from storage.meetings import Meeting, State

EDITABLE = (*DETAILS, "when", "minutes", "places")
MOST_PLACES = 10_000
MOST_MINUTES = 24 * 60


class UnclearNumberError(HandrailError):
    """No number that would do."""

    text_id = "meeting-number-unclear"


class NoNameLeftError(HandrailError):
    """A meeting without a name could not be told from others."""

    text_id = "meeting-name-missing"


class Changing:
    """Changes to series."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def show(self, turn: Turn) -> Sequence[Action]:
        """`meeting list`: all of them with their numbers, and how many drafts wait."""
        community = which.community_of(turn)
        drafts = meetings.of_communities(turn.tx, [community.id], State.DRAFT)
        waiting = sum(each.source is not None for each in drafts)
        lines = tuple(
            (Text(self._line(turn, number, each)),)
            for number, each in enumerate(which.alive(turn), 1)
        )
        body = (
            (*turn.body("meeting-list"), Bullets(lines))
            if lines
            else turn.body("meeting-list-none")
        )
        if waiting:
            body = (*body, *turn.body("meeting-list-drafts", count=waiting))
        return [turn.show(body)]

    def _line(self, turn: Turn, number: int, meeting: Meeting) -> str:
        rule = cards.shown_rule(turn.texts, turn.language, meeting)
        said = f"#{number} {meeting.card.name}: {rule}"
        if meeting.state is State.PAUSED:
            said += f" · {turn.line('meeting-list-paused')}"
        elif not agenda.following(meeting, turn.now):
            said += f" · {turn.line('meeting-list-over')}"
        return said

    # --- the series

    def pause(self, turn: Turn) -> Sequence[Action]:
        """`meeting pause <meeting> [<day>]`: none before that day, or until resumed."""
        meeting, words = which.named(turn, "meeting", "until")
        until = which.day_of(turn, meeting, words) if words else None
        meeting = save(turn, meeting, state=State.PAUSED, paused_until=until)
        told = which.tell_about(turn, meeting, "paused")
        if until is None:
            return [turn.answer("meeting-paused-open", name=meeting.card.name, told=told)]
        day = turn.day_words(until)
        return [turn.answer("meeting-paused", name=meeting.card.name, until=day, told=told)]

    def resume(self, turn: Turn) -> Sequence[Action]:
        """`meeting resume <meeting>`."""
        meeting, _ = which.named(turn, "meeting")
        meeting = save(turn, meeting, state=State.ON, paused_until=None)
        told = which.tell_about(turn, meeting, "resumed")
        dates = which.dates_of(turn, meeting)
        return [turn.answer("meeting-resumed", name=meeting.card.name, dates=dates, told=told)]

    def end(self, turn: Turn) -> Sequence[Action]:
        """`meeting end <meeting>`: the whole series is over."""
        meeting, _ = which.named(turn, "meeting")
        meeting = save(turn, meeting, state=State.ENDED)
        told = which.tell_about(turn, meeting, "ended")
        return [turn.answer("meeting-ended", name=meeting.card.name, told=told)]

    def edit(self, turn: Turn) -> Sequence[Action]:
        """`meeting edit <meeting> <what> [<value>]`: without a value, the detail is emptied."""
        meeting, what, words = _told(turn)
        if what == "when":
            return self._another_rule(turn, meeting, words)
        if what in ("minutes", "places"):
            meeting = self._count_changed(turn, meeting, what, words)
            fill_all_places(turn, meeting)
        else:
            if what == "name" and not words:
                raise NoNameLeftError("a meeting needs a name")
            card = replace(meeting.card, **{what: checked(what, words)})
            meeting = save(turn, meeting, card=card)
        # A place, a link or a length concerns those who come; a text about it does not.
        told = which.tell_about(turn, meeting, "changed") if what in ("place", "minutes") else 0
        return [turn.answer("meeting-edited", name=meeting.card.name, told=told)]

    def _another_rule(self, turn: Turn, meeting: Meeting, words: str) -> Sequence[Action]:
        before = agenda.series_of(meeting)
        zone = before.zone or "UTC"
        said = read_schedule(words, turn.language, turn.event.at, zone, self._places)
        minutes = said.series.minutes if said.minutes_said else before.minutes
        series = replace(said.series, minutes=minutes)
        meeting = save(turn, meeting, series=agenda.written(series))
        told = which.tell_about(turn, meeting, "changed")
        rule = cards.shown_rule(turn.texts, turn.language, meeting)
        dates = which.dates_of(turn, meeting)
        return [
            turn.answer(
                "meeting-edited-when", name=meeting.card.name, rule=rule, dates=dates, told=told
            )
        ]

    def _count_changed(self, turn: Turn, meeting: Meeting, what: str, words: str) -> Meeting:
        if what == "places" and not words:
            return save(turn, meeting, capacity=None)
        most = MOST_PLACES if what == "places" else MOST_MINUTES
        if not words.isdecimal() or not 0 < int(words) <= most:
            raise UnclearNumberError(f"{what} is no number", most=most)
        if what == "places":
            return save(turn, meeting, capacity=int(words))
        series = replace(agenda.series_of(meeting), minutes=int(words))
        return save(turn, meeting, series=agenda.written(series))


def _told(turn: Turn) -> tuple[Meeting, str, str]:
    """The meeting, the detail and its value.

    A name may hold a word that is also a detail ("First topic"): then the longer name counts.
    """
    first, value = turn.words("detail") or "", turn.words("value") or ""
    meeting, rest = which.named(turn, "meeting", "detail", "value")
    if rest.split() == [first, *value.split()]:
        return meeting, first, value
    what, _, words = rest.partition(" ")
    if what.casefold() in EDITABLE:
        return meeting, what.casefold(), words.strip()
    return which.named(turn, "meeting")[0], first, value


def save(turn: Turn, meeting: Meeting, **what: object) -> Meeting:
    """Keep a change that members and calendars see, and plan anew."""
    after = planning.changed(meeting, turn.now, **what)
    meetings.put(turn.tx, after)
    planning.wake(turn.tx, after, turn.now)
    return after
