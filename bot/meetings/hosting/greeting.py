"""Whoever comes late, or is new, is welcomed: once in a meeting, in private where possible.

Members are written to in private. Whoever has never talked to the bot is not, since a strange
bot's message is no welcome: they get two lines in the room, which say nothing about them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.delivery.messages import send
from bot.meetings.hosting.here import Here, under_way
from bot.meetings.hosting.running import Running
from bot.meetings.hosting.saying import Place, named
from bot.platform import Action, Address, Audience, Change, MemberChanged, Say
from bot.richtext import Paragraph, Text
from bot.turn import Turn
from storage import hosting, hosting_people, meetings
from storage.hosting import Stage

LATE = timedelta(minutes=5)


class Greeting:
    """Welcomes."""

    def __init__(self, running: Running) -> None:
        self._running = running

    def spoke(self, turn: Turn) -> Sequence[Action]:
        """Somebody's first words."""
        here = under_way(turn, self._running)
        if here is None or here.session.stage is not Stage.OPEN:
            return []
        user = turn.actor.user or ""
        new = hosting_people.meet(turn.tx, here.session.id, turn.actor.platform, user)
        late = turn.now - here.session.starts > LATE
        led = here.session.course.leads
        if not (new and late) or user == led or not here.place.hosted.wishes.greets:
            return []
        body = turn.body("hosting-welcome", **here.place.topic(here.session))
        if turn.member is None:
            return [replace(turn.show(body), audience=Audience.PUBLIC)]
        if turn.member.stopped_at is None:
            self._in_private(turn, here)
        return []

    def _in_private(self, turn: Turn, here: Here) -> None:
        place = here.place
        values = place.topic(here.session)
        say = Say(
            to=Address(turn.actor.platform, user=turn.actor.user),
            body=turn.body("hosting-late", name=place.meeting.card.name, **values),
            audience=Audience.DIRECT,
            asked=turn.event.where,
        )
        mark = hosting.mark_of(turn.tx, turn.actor.platform, turn.actor.user or "").hex()[:16]
        key = place.key(here.session, f"met:{mark}")
        send(turn, [place.row(say, key, here.session.ends)])

    def came(self, turn: Turn) -> Sequence[Action]:
        """Somebody comes into a space while a meeting is open in it."""
        event = turn.event
        if not isinstance(event, MemberChanged) or event.change is not Change.JOINED or event.own:
            return []
        for hosted in hosting.all_hosted(turn.tx):
            around = {hosted.space, hosted.channel} & {event.where.space, event.where.channel}
            if hosted.platform != event.where.platform or not around - {None}:
                continue
            if event.where.channel not in (None, hosted.channel):
                continue  # they came into another room of the space
            found = hosting.under_way(turn.tx, hosted.platform, hosted.channel)
            meeting = meetings.get(turn.tx, hosted.meeting)
            if found is None or found[0].meeting != hosted.meeting or meeting is None:
                continue
            session = found[1]
            user = turn.actor.user or ""
            if session.stage is not Stage.OPEN or not hosted.wishes.greets:
                continue
            if not hosting_people.meet(turn.tx, session.id, hosted.platform, user):
                continue
            place = Place.of(turn.tx, self._running.texts, hosted, meeting, turn.now)
            first, *rest = place.body("hosting-welcome", **place.topic(session))
            spans = first.spans if isinstance(first, Paragraph) else ()
            body = (Paragraph((named(hosted.platform, user), Text(" "), *spans)), *rest)
            mark = hosting.mark_of(turn.tx, hosted.platform, user).hex()[:16]
            send(turn, [place.say(place.key(session, f"met:{mark}"), body, session.ends)])
        return []
