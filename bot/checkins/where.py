"""Where members are asked: in direct messages, by a daily post in a channel, in a private thread.

The community's settings say what there is and what is usual; each member may choose otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot import wall_time
from bot.delivery import rules
from bot.delivery.messages import planned
from bot.platform import Address, Audience, Choice, Choices, Say, Send
from bot.texts import Texts
from bot.turn import COMMAND_PROMPT
from storage import checkins, schedules
from storage.database import Transaction
from storage.outbox import Claimed, Draft
from storage.schedules import Due

POST = "checkin-post"
LANE = 2


class Where(StrEnum):
    """Where somebody is asked."""

    DM = "dm"
    CHANNEL = "channel"
    THREAD = "thread"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInRoom:
    """What a community offers on one platform besides direct messages.

    Args:
        community: its id.
        address: the channel of the daily post, and below which private threads are.
        usual: for members who have not chosen; the daily post is there only with CHANNEL.
        threads: whether the platform has private threads.
        hour: of the daily post, on the clock of `zone`.
        zone: IANA name. language: of the post.
    """

    community: int
    address: Address
    usual: Where
    threads: bool
    hour: time
    zone: str
    language: str

    def offers(self, where: Where) -> bool:
        return {
            Where.DM: True,
            Where.CHANNEL: self.usual is Where.CHANNEL,
            Where.THREAD: self.threads,
        }[where]


Rooms = Mapping[tuple[int, str], CheckInRoom]
"""By community and platform."""
RoomsThere = Callable[[Transaction], Sequence[CheckInRoom]]
"""Those of all communities at this moment."""


class CheckInRooms:
    """Those of all communities, as they are set at the moment.

    Args:
        there: which there are; asked each time, since chat may change them.
    """

    def __init__(self, there: RoomsThere = lambda tx: ()) -> None:
        self._there = there

    def _rooms(self, tx: Transaction) -> Rooms:
        return {(room.community, room.address.platform): room for room in self._there(tx)}

    def of(self, tx: Transaction, person: int, platform: str) -> Sequence[CheckInRoom]:
        """Those of a person's communities, in the order in which they joined them."""
        _, communities = checkins.wishes_of(tx, [person]).get(person, (None, ()))
        return _of(self._rooms(tx), communities, platform)

    def asked(
        self, tx: Transaction, platforms: Mapping[int, str]
    ) -> dict[int, tuple[Where, CheckInRoom | None]]:
        """Where each of these people is asked; who is left out, in direct messages.

        Args:
            platforms: by person, the platform on which they are written to.
        """
        there = self._rooms(tx)
        if not there:
            return {}
        asked: dict[int, tuple[Where, CheckInRoom | None]] = {}
        for person, (own, communities) in checkins.wishes_of(tx, list(platforms)).items():
            rooms = _of(there, communities, platforms[person])
            wish = Where(own) if own else rooms[0].usual if rooms else Where.DM
            room = next((room for room in rooms if room.offers(wish)), None)
            if wish is not Where.DM and room is not None:
                asked[person] = wish, room
        return asked

    # --- the daily post

    def set_up_posts(self, tx: Transaction, now: datetime) -> None:
        """Have the post of each community that has one at its hour; one that stands, stays."""
        for room in self._posting(tx):
            zone = ZoneInfo(room.zone)
            stands = schedules.schedule_of(tx, POST, room.community)
            if stands is not None and stands.wall_time == room.hour and stands.next_day:
                meant = wall_time.due_on(stands.next_day, room.hour, zone)
                if stands.next_due == meant:
                    continue
            rules.set_daily(
                tx,
                kind=POST,
                person=None,
                subject=room.community,
                at=room.hour,
                zone=zone,
                now=now,
            )

    def plan_posts(self, tx: Transaction, due: Sequence[Due], now: datetime) -> list[Draft]:
        """One row a day for each platform of a community; none for who has a post no longer."""
        drafts: list[Draft] = []
        for each in due:
            for room in self._posting(tx, each.subject):
                expires = wall_time.due_on(_tomorrow(each.day), room.hour, ZoneInfo(room.zone))
                drafts.append(
                    planned(
                        key=f"{POST}:{each.subject}:{room.address.platform}:{each.day}",
                        kind=POST,
                        subject=each.subject,
                        person=None,
                        platform=room.address.platform,
                        lane=LANE,
                        detail=room.address.platform,
                        due=each.due,
                        expires=expires,
                        now=now,
                    )
                )
        return drafts

    def write_posts(
        self, tx: Transaction, texts: Texts, rows: Sequence[Claimed]
    ) -> Mapping[int, Send | None]:
        """The posts of claimed rows."""
        there = self._rooms(tx)
        return {
            row.id: _post(texts, row, there.get((row.subject, row.detail or ""))) for row in rows
        }

    def _posting(self, tx: Transaction, community: int | None = None) -> list[CheckInRoom]:
        return [
            room
            for room in self._there(tx)
            if room.usual is Where.CHANNEL and community in (None, room.community)
        ]


def _post(texts: Texts, row: Claimed, room: CheckInRoom | None) -> Say | None:
    if room is None or room.usual is not Where.CHANNEL:
        return None
    button = Choice(
        id="checkin now", label=texts.line(room.language, "checkin-post-button"), tone="primary"
    )
    return Say(
        to=room.address,
        body=texts.body(room.language, "checkin-post"),
        audience=Audience.PUBLIC,
        choices=Choices(prompt=COMMAND_PROMPT, options=(button,), language=room.language),
        key=row.send_id,
    )


def _of(there: Rooms, communities: Sequence[int], platform: str) -> list[CheckInRoom]:
    found = (there.get((community, platform)) for community in communities)
    return [room for room in found if room is not None]


def fixed(*rooms: CheckInRoom) -> CheckInRooms:
    """These, whatever happens."""
    return CheckInRooms(lambda tx: rooms)


def _tomorrow(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


NO_ROOMS = CheckInRooms()
