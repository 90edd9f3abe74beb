"""Meetings in members' own calendars: a file to keep, and a feed at a secret address."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from time import monotonic

from aiohttp import web

from bot.clock import Clock
from bot.limits import REMEMBERED, Allowance, Rate
from bot.meetings import agenda, which
from bot.meetings.agenda import Held
from bot.meetings.calendars.writing import Entry, write_calendar
from bot.meetings.recurrence.series import Series, between, moment
from bot.newest import Newest
from bot.platform import Action, Attachment, Choices
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT, Turn
from storage import meeting_reminders, meetings, members
from storage.database import Database, Transaction
from storage.meetings import Meeting, State

CONTENT_TYPE = "text/calendar"
PATH = "/calendar/"
_TOKEN_BYTES = 24
_LONGEST_TOKEN = 64
WRONG = Rate(burst=60, per_minute=30)
"""Tokens that lead nowhere, from one address of the network."""
READ = Rate(burst=30, per_minute=6)
"""Readings of one calendar: programmes look every few minutes at most."""
_RETRY_SECONDS = "60"
_ENDED_SHOWN = timedelta(days=60)
_PAUSE_SHOWN = timedelta(days=90)


class Calendars:
    """What members do with calendars.

    Args:
        base: the web server's address as members reach it, without a slash at its end; None if
            they cannot, and then there are no feeds.
    """

    def __init__(self, base: str | None) -> None:
        self._base = base

    def feed(self, turn: Turn) -> Sequence[Action]:
        """`calendar [names|neutral|off]`: an address to subscribe to; each time a new one."""
        person, wanted = turn.person.id, turn.words("entries")
        if wanted == "off":
            gone = meeting_reminders.revoke_feed(turn.tx, person)
            return [turn.answer("calendar-off" if gone else "calendar-none")]
        if self._base is None:
            return [turn.answer("calendar-not-here")]
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        named = wanted == "names"
        meeting_reminders.put_feed(turn.tx, person, token, named=named, now=turn.now)
        address = f"{self._base}{PATH}{token}.ics"
        off = turn.option("calendar off", "calendar-off-button")
        text_id = "calendar-named" if named else "calendar-neutral"
        return [
            turn.answer(text_id, Choices(prompt=COMMAND_PROMPT, options=(off,)), address=address)
        ]

    def file(self, turn: Turn, held: Held) -> Action:
        """The meeting as a file to keep."""
        return self._file(turn, [held.meeting], "calendar-file")

    def export(self, turn: Turn) -> Sequence[Action]:
        """`meeting export`: all meetings of the community, as a file."""
        which.community_of(turn)
        return [self._file(turn, which.alive(turn), "calendar-export")]

    def _file(self, turn: Turn, some: Sequence[Meeting], text_id: str) -> Action:
        named = [entry(each, each.card.name, turn.texts, turn.language, turn.now) for each in some]
        name = turn.line("calendar-name")
        attached = Attachment(
            name="meetings.ics",
            content_type=CONTENT_TYPE,
            data=write_calendar(named, name, turn.now),
            description=name,
        )
        return replace(turn.show(turn.body(text_id)), attachments=(attached,))


def entry(meeting: Meeting, summary: str, texts: Texts, language: str, now: datetime) -> Entry:
    """A meeting as a calendar shows it. Args: summary: what the entry is called."""
    return Entry(
        uid=f"meeting-{meeting.id}@handrail",
        series=_shown(meeting, now),
        summary=summary,
        summary_cancelled=texts.line(language, "calendar-cancelled", name=summary),
        sequence=meeting.sequence,
        changed=meeting.changed_at,
        cancelled=meeting.state is State.ENDED,
    )


def _shown(meeting: Meeting, now: datetime) -> Series:
    """The series, where a pause cancels what does not take place in it."""
    series = agenda.series_of(meeting)
    if meeting.state is not State.PAUSED:
        return series
    until = now + _PAUSE_SHOWN
    if meeting.paused_until is not None:
        until = moment(datetime.combine(meeting.paused_until, time()), series.clock())
    paused = {each.original for each in between(series, now, until)}
    return replace(series, cancelled=series.cancelled | paused)


def written_feed(tx: Transaction, texts: Texts, token: str, now: datetime) -> bytes | None:
    """The calendar behind a token; None if it leads nowhere, or nowhere any more."""
    found = meeting_reminders.feed_with(tx, token)
    if found is None:
        return None
    person, named = found
    to = members.recipients(tx, [person]).get(person)
    if to is None:
        return None
    communities = [] if to.stopped else [each.id for each in members.communities_of(tx, person)]
    states = (State.ON, State.PAUSED, State.ENDED)
    neutral = texts.line(to.language, "calendar-entry")
    entries = [
        entry(each, each.card.name if named else neutral, texts, to.language, now)
        for each in meetings.of_communities(tx, communities, *states)
        if each.state is not State.ENDED or each.changed_at > now - _ENDED_SHOWN
    ]
    return write_calendar(entries, texts.line(to.language, "calendar-name"), now)


def routes(
    database: Database, texts: Texts, clock: Clock, seconds: Callable[[], float] = monotonic
) -> list[web.RouteDef]:
    """The feeds' route; whoever has no right token learns nothing, not even that it is wrong.

    Who tries one wrong token after another is not heard for a while. Calendars that were read
    before still are: behind a proxy, all come from one address.

    Args:
        seconds: they only go forward.
    """
    wrong, read = Allowance(seconds, WRONG), Allowance(seconds, READ)
    right: Newest[str, None] = Newest(REMEMBERED)

    async def answer(request: web.Request) -> web.Response:
        token, remote = request.match_info["token"], request.remote or ""
        if token in right:
            if not read.take(token):
                raise _too_many()
        elif not wrong.is_left(remote):
            raise _too_many()
        now = clock.now()
        body = None
        if len(token) <= _LONGEST_TOKEN:
            body = await database.read(lambda tx: written_feed(tx, texts, token, now))
        if body is None:
            wrong.take(remote)
            right.pop(token, None)
            raise web.HTTPNotFound
        right[token] = None
        return web.Response(body=body, content_type=CONTENT_TYPE, charset="utf-8")

    return [web.get(PATH + "{token}.ics", answer)]


def _too_many() -> web.HTTPTooManyRequests:
    return web.HTTPTooManyRequests(headers={"Retry-After": _RETRY_SECONDS})
