"""What the watch asks of those who alert the team; see `bot.crisis.watching.staff.Staff`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.crisis.team import alerts, escalation, telling
from bot.crisis.team.alerts import Reader
from bot.crisis.team.teams import mention_of
from bot.crisis.watching.knowing import StaffRoom, Watched
from bot.crisis.watching.staff import Occasion
from bot.delivery.messages import hurry
from bot.platform import Address, Audience, Event, Say, Send
from bot.richtext import Body, Link, Mention, Paragraph, Quote, Text
from bot.texts import Texts
from bot.turn import Turn
from storage import episodes
from storage.database import Transaction
from storage.episodes import Episode


class Alerting:
    """Tells teams.

    Args:
        emergency_of: the emergency number of a country, by its ISO 3166 code.
    """

    def __init__(self, texts: Texts, emergency_of: Callable[[str | None], str | None]) -> None:
        self._texts = texts
        self._emergency_of = emergency_of

    # --- at once, without the database

    def alert(
        self, episode: Episode, community: Watched, occasion: Occasion, now: datetime
    ) -> Sequence[Say]:
        """The alert in each staff room; what rises, or goes on, is in the first one's thread."""
        return [self._in_room(room, episode, community, occasion) for room in community.rooms.staff]

    def reached(self, episode: Episode, community: Watched, now: datetime) -> Sequence[Say]:
        """The alerts, with what became of the reply to the member."""
        return [
            Say(
                to=room.address,
                body=self._alert(room, episode, community),
                audience=Audience.PUBLIC,
                choices=alerts.buttons(self._texts, room.language, episode),
                edits=shown,
            )
            for room in community.rooms.staff
            if (shown := telling.alert_in(episode, room.address)) is not None
        ]

    def abused(self, event: Event, community: Watched) -> Sequence[Say]:
        """A line for moderators, with a link; it is no crisis."""
        url = alerts.link_to(event.where, event.message)
        said = []
        for room in community.rooms.staff:
            label = self._texts.line(room.language, "alert-where-link")
            where = Link(label, url) if url else Text(event.where.channel or "")
            words = Text(self._texts.line(room.language, "alert-abuse") + " ")
            body: Body = (Paragraph((words, where)),)
            said.append(Say(to=room.address, body=body, audience=Audience.PUBLIC))
        return said

    def _in_room(
        self, room: StaffRoom, episode: Episode, community: Watched, occasion: Occasion
    ) -> Say:
        before = telling.alert_in(episode, room.address)
        if occasion is Occasion.AGAIN:
            body, choices = self._texts.body(room.language, "alert-again"), None
        else:
            body = self._alert(room, episode, community, late=occasion is Occasion.LATE)
            choices = alerts.buttons(self._texts, room.language, episode)
        say = Say(
            to=room.address,
            body=body,
            audience=Audience.PUBLIC,
            choices=choices,
            rings=occasion is not Occasion.AGAIN,
        )
        return telling.below(before, say)

    def _alert(
        self, room: StaffRoom, episode: Episode, community: Watched, *, late: bool = False
    ) -> Body:
        reader = Reader(
            platform=room.address.platform,
            language=room.language,
            zone=community.zone,
            emergency=self._emergency_of(community.country),
        )
        first = community.standing.first
        return alerts.alert(self._texts, reader, episode, called=first, late=late)

    # --- in the transaction that writes the episode

    def begin(
        self, tx: Transaction, episode: Episode, occasion: Occasion, now: datetime
    ) -> Sequence[Send]:
        """What happens by time; see `escalation`."""
        escalation.begin(tx, episode, occasion, now)
        return ()

    # --- what the member chose

    def asked_to_talk(self, turn: Turn, episode: Episode, community: Watched) -> Sequence[Send]:
        """They would like a person to write to them; who was not told before is told by that."""
        if not episode.told:
            told = replace(episode, told=True)
            episodes.change(turn.tx, told)
            for say in self.alert(told, community, Occasion.NEW, turn.now):
                hurry(turn, say, person=episode.person)
            escalation.begin(turn.tx, told, Occasion.NEW, turn.now)
        for room in community.rooms.staff:
            words = Text(" " + turn.texts.line(room.language, "alert-wants-to-talk"))
            spans = (*_called(turn, room, episode, community), _who(episode), words)
            self._add(turn, room, episode, (Paragraph(spans),), rings=True)
        return ()

    def shown(self, turn: Turn, episode: Episode, community: Watched, words: str) -> Sequence[Send]:
        """They agreed that the team reads their words; the room keeps them, we do not."""
        for room in community.rooms.staff:
            intro = Text(turn.texts.line(room.language, "alert-shown"))
            spans = (*_called(turn, room, episode, community), intro)
            body: Body = (Paragraph(spans), Quote((Text(words),)))
            self._add(turn, room, episode, body, rings=True)
        return ()

    def misread(self, turn: Turn, episode: Episode, community: Watched) -> Sequence[Send]:
        """They say that it is not so; the team still has a look."""
        for room in community.rooms.staff:
            self._add(turn, room, episode, turn.texts.body(room.language, "alert-misread"))
        return ()

    def _add(
        self, turn: Turn, room: StaffRoom, episode: Episode, body: Body, *, rings: bool = False
    ) -> None:
        say = Say(
            to=room.address,
            body=body,
            audience=Audience.PUBLIC,
            rings=rings,
        )
        say = telling.below(telling.alert_in(episode, room.address), say)
        hurry(turn, say, person=episode.person)


def _called(
    turn: Turn, room: StaffRoom, episode: Episode, community: Watched
) -> tuple[Mention | Text, ...]:
    """Whoever is on it, else the first on duty, before what they are to notice."""
    by = mention_of(turn.tx, community.id, episode.claimant)
    call = by or community.standing.first
    if call is None or call.platform != room.address.platform:
        return ()
    return call, Text(": ")


def _who(episode: Episode) -> Mention:
    actor = Address(*episode.actor)
    return Mention(actor.platform, actor.user or "", actor.user or "", quiet=True)
