"""Both said yes: a room for them, or their words carried by the bot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.buddies.pairing.telling import News, ready, tell
from bot.buddies.parts import Parts
from bot.buddies.relay.introducing import introduce_by_relay, opening
from bot.buddies.relay.life import begin_life
from bot.delivery.sender import ANSWERS
from bot.platform import (
    Address,
    Audience,
    CloseRoom,
    OpenRoom,
    Outcome,
    Receipt,
    Say,
    Send,
    new_key,
)
from bot.texts import Texts
from storage import buddy_pairs, members
from storage.buddy_pairs import Pair, Stage
from storage.database import Transaction
from storage.ids import new_id
from storage.members import Recipient
from storage.outbox import Claimed, Draft

ROOM = "buddy-room"
OPENING = "buddy-opening"
RELAY = "relay"
"""The way of those whose words the bot carries."""

RoomBelow = Callable[[Transaction, int, str], Address | None]
"""Below which address a community's rooms for two are opened on a platform; None: nowhere."""


class Introducing:
    """Brings together who said yes to each other."""

    def __init__(self, room_below: RoomBelow) -> None:
        self._room_below = room_below

    def parts(self) -> Parts:
        """This module's share of the feature."""
        return Parts(
            writes={ROOM: self.write_rooms, OPENING: write_openings},
            arrived={ROOM: self.opened},
        )

    def parent_for(self, tx: Transaction, pair: Pair) -> Address | None:
        """Below which address a room for them can be opened; None where they need the relay."""
        platforms = {each.account.platform for each in _people(tx, pair)}
        if len(platforms) != 1:
            return None
        return self._room_below(tx, pair.community, platforms.pop())

    def introduce(self, tx: Transaction, pair: Pair, now: datetime) -> list[Draft]:
        """Have a room opened for them, or begin to carry their words."""
        parent = self.parent_for(tx, pair)
        if parent is None:
            return self._by_relay(tx, pair, now)
        opens = Draft(
            id=new_id(),
            send_id=new_key(),
            dedupe_key=f"{ROOM}:{pair.id}",
            kind=ROOM,
            subject=pair.id,
            person=None,
            platform=parent.platform,
            lane=ANSWERS,
            detail=parent.platform,
            due=now,
            expires=None,  # it must come to an end, since the relay waits for it
        )
        return [opens]

    def write_rooms(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The rooms of claimed rows; none for a pair that is over already."""
        return {row.id: self._room(tx, texts, row) for row in rows}

    def opened(
        self, tx: Transaction, row: Claimed, receipt: Receipt, now: datetime
    ) -> Sequence[Draft]:
        """Their first words in the room, or by the relay where there is none for all of them."""
        pair = buddy_pairs.with_id(tx, row.subject)
        room = Address(row.detail or "", channel=receipt.channel) if receipt.channel else None
        if pair is not None and pair.way is not None:
            return []  # told again after a crash
        if pair is None or pair.stage is not Stage.TOGETHER:
            return [ready(tx, CloseRoom(to=room), row.subject, now)] if room is not None else []
        if room is None or receipt.outcome is not Outcome.SENT:
            left = [ready(tx, CloseRoom(to=room), pair.id, now)] if room is not None else []
            return [*left, *self._by_relay(tx, pair, now)]
        parent = self.parent_for(tx, pair)
        where = (room.platform, parent.space if parent else None, room.channel)
        way = "thread" if parent is not None and parent.channel else "room"
        pair = replace(pair, way=way, room=where, companion=None)
        buddy_pairs.put(tx, pair)
        begin_life(tx, pair, now)
        people = [each.person for each in pair.partners]
        return [_opening(pair, row, now), *tell(tx, pair, people, News.ROOM, now)]

    def _by_relay(self, tx: Transaction, pair: Pair, now: datetime) -> list[Draft]:
        pair = replace(pair, way=RELAY, companion=None)
        buddy_pairs.put(tx, pair)
        drafts = introduce_by_relay(tx, pair, now)
        begin_life(tx, pair, now)
        return list(drafts)

    def _room(self, tx: Transaction, texts: Texts, row: Claimed) -> OpenRoom | None:
        pair = buddy_pairs.with_id(tx, row.subject)
        if pair is None or pair.stage is not Stage.TOGETHER:
            return None
        people = _people(tx, pair)
        parent = self._room_below(tx, pair.community, row.detail or "")
        return OpenRoom(
            to=parent or Address(row.detail or ""),
            name=texts.line(_language(tx, pair), "buddy-room-name"),
            members=(
                *(Address(each.account.platform, user=each.account.user) for each in people),
                *([Address(pair.companion[0], user=pair.companion[1])] if pair.companion else []),
            ),
            key=row.send_id,
        )


def write_openings(
    tx: Transaction, texts: Texts, rows: Sequence[Claimed]
) -> Mapping[int, Send | None]:
    """The first words in the rooms of claimed rows."""
    return {row.id: _first_words(tx, texts, row) for row in rows}


def _first_words(tx: Transaction, texts: Texts, row: Claimed) -> Say | None:
    pair = buddy_pairs.with_id(tx, row.subject)
    if pair is None or pair.stage is not Stage.TOGETHER or pair.room is None:
        return None
    language = _language(tx, pair)
    body = opening(pair, texts, language)
    if not body:
        return None
    platform, space, channel = pair.room
    return Say(
        to=Address(platform, space, channel),
        body=body,
        audience=Audience.PUBLIC,
        key=row.send_id,
    )


def _opening(pair: Pair, row: Claimed, now: datetime) -> Draft:
    return Draft(
        id=new_id(),
        send_id=new_key(),
        dedupe_key=f"{OPENING}:{pair.id}",
        kind=OPENING,
        subject=pair.id,
        person=None,
        platform=row.detail or "",
        lane=ANSWERS,
        due=now,
        expires=None,
    )


def _people(tx: Transaction, pair: Pair) -> list[Recipient]:
    found = members.recipients(tx, [each.person for each in pair.partners])
    return [found[person] for person in sorted(found)]


def _language(tx: Transaction, pair: Pair) -> str:
    """Which one they share; else the community's."""
    spoken = {each.language for each in _people(tx, pair)}
    community = members.community(tx, pair.community)
    if len(spoken) == 1 or community is None:
        return sorted(spoken)[0] if spoken else "en"
    return community.language
