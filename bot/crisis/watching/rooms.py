"""What people are told of rooms that are read along: before they join, when asked, and there."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from bot.crisis.watching.knowing import Looking
from bot.platform import Action, Event
from bot.richtext import Body, Bullets, Link, Spans, Text
from bot.turn import Turn


class ReadAlong:
    """Tells which rooms of somebody's communities are read for signs of danger."""

    def __init__(self, looking: Looking) -> None:
        self._looking = looking

    def __call__(self, turn: Turn) -> Body:
        """Every such room on the actor's platform; nothing where there is none."""
        found: list[Spans] = []
        for community in turn.communities:
            watched = self._looking.at(turn.tx, community, turn.now)
            if watched.standing.watching:
                found += [
                    (_shown(turn.event, room),)
                    for platform, room in sorted(watched.rooms.watched)
                    if platform == turn.actor.platform
                ]
        if not found:
            return ()
        return (*turn.body("watched-rooms"), Bullets(tuple(found)))

    def notice(self, turn: Turn) -> Sequence[Action]:
        """`watched notice`: a message for everybody in a watched room, to be pinned."""
        event, platform = turn.event, turn.event.where.platform
        for community in turn.communities:
            rooms = self._looking.at(turn.tx, community, turn.now).rooms
            if any((platform, room) in rooms.watched for room in (event.where.channel,) if room):
                return [turn.tell_all("watched-notice", team=community.name)]
        return [turn.answer("watched-not-here")]


def _shown(event: Event, room: str) -> Link | Text:
    """A room as clients show it: a link to it, which they name themselves."""
    spaces = (event.where.space, *event.spaces)
    space = next((each for each in spaces if each is not None), None)
    if event.actor.platform == "discord" and space is not None:
        url = f"https://discord.com/channels/{space}/{room}"
        return Link(url, url)
    if event.actor.platform == "matrix":
        url = f"https://matrix.to/#/{quote(room, safe='!:')}"
        return Link(url, url)
    return Text(room)
