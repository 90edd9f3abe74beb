"""Who comes and goes: members, the bot itself, and rooms that move."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from adapters.matrix.incoming import PLATFORM, Reader, Scene
from adapters.matrix.invites import Invites, invitation_in
from adapters.matrix.room import Room
from adapters.matrix.session import Session
from bot.platform import Address, Change, Event, Invited, InviteDeclined, MemberChanged, RoomMoved

HandOn = Callable[[Event], Awaitable[None]]
"""Returns when the core has applied the event."""

MOVED = "moved/"
"""In the adapter's state: the room by which another was replaced."""
INVITED_BY = "invited-by/"
"""In the adapter's state: who invited the bot to a room that it has not come into yet."""
HOME = "home/"
"""In the adapter's state: rooms that are communities, though no file lists them."""
OUT = "out/"
"""In the adapter's state: a listed room that the bot was put out of."""


class Comings:
    """Reads invites, memberships and tombstones, and hands on what they mean."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        invites: Invites,
        hand_on: HandOn,
        *,
        open_to_all: bool = False,
    ) -> None:
        self._open_to_all = open_to_all
        self._session = session
        self._reader = reader
        self._invites = invites
        self._hand_on = hand_on

    async def invited(self, room_id: str, raw: dict[str, Any]) -> None:
        """An invite: accepted, or declined with word to the core."""
        session = self._session
        invitation = invitation_in(raw, session.me)
        if await self._invites.welcomes(room_id, invitation):
            if not invitation.direct:
                key = INVITED_BY + room_id
                await session.state.put({key: invitation.inviter.encode()})
            await self._invites.accept(room_id, invitation)
            return
        if inviter := invitation.inviter:
            # Applied before the bot declines: it would not see this again. An invite comes
            # without an id, and one that is repeated is no news.
            facts = self._reader.facts({}, inviter, Scene(room_id, None))
            facts |= {
                "id": f"invite/{room_id}/{inviter}",
                "where": Address(PLATFORM, channel=room_id),
                "spaces": session.rooms.spaces_of(inviter),
                "direct": False,
            }
            await self._hand_on(InviteDeclined(**facts))
        await self._invites.decline(room_id)

    async def put_out(self, room_id: str, events: list[dict[str, Any]]) -> None:
        """The bot is no longer in a room; if somebody else did that, it was their wish."""
        session = self._session
        session.rooms.forget(room_id)
        for event in events:
            sender = event.get("sender")
            if event.get("state_key") != session.me or not isinstance(sender, str):
                continue
            if sender != session.me and session.rooms.is_listed(room_id):
                await self._myself(room_id, event, Change.LEFT)
                await session.state.put({OUT + room_id: b"1"})
            if sender != session.me and await session.direct.is_home_of(sender, room_id):
                facts = self._reader.facts(event, sender, Scene(room_id, None))
                await self._hand_on(MemberChanged(change=Change.BLOCKED_BOT, **facts))
                await session.direct.record(sender, room_id, left=True)

    async def _myself(self, room_id: str, raw: dict[str, Any], change: Change) -> None:
        """The bot itself was put out of a listed room, or is back."""
        me = self._session.me
        facts = self._reader.facts(raw, me, Scene(room_id, room_id))
        await self._hand_on(MemberChanged(change=change, own=True, **facts))

    # --- members

    async def membership(self, room: Room, raw: dict[str, Any]) -> None:
        """Somebody came or went: in direct messages, or in a listed community."""
        session, person = self._session, str(raw["state_key"])
        came, went = came_in(raw), _went_out(raw)
        if person == session.me:
            if came:
                await self._came_in_myself(room, raw)
            return
        if raw.get("sender") == session.me:
            await session.direct.note_own(room)
        if went and await session.direct.is_home_of(person, room.id):
            if room.replaced_by:
                return  # they go on in the room that took its place
            # Applied before the bot goes too: it would not see this again.
            await self._presence(room, person, raw, Change.LEFT, direct=True)
            await session.direct.record(person, room.id, left=True)
            if room.present <= {session.me}:
                await session.rooms.leave(room.id)
        elif came and await session.direct.is_direct(room, person):
            await self._presence(room, person, raw, Change.JOINED)
        elif session.rooms.is_listed(room.id) and (came or (went and _was(raw) == "join")):
            gone = Change.BANNED if _membership(raw) == "ban" else Change.LEFT
            await self._presence(room, person, raw, Change.JOINED if came else gone)

    async def _came_in_myself(self, room: Room, raw: dict[str, Any]) -> None:
        session = self._session
        if await session.state.get(OUT + room.id) is not None:
            await self._myself(room.id, raw, Change.JOINED)
            await session.state.put({OUT + room.id: None})
        old = await session.rooms.load_if_in(room.predecessor)
        if old is not None and old.replaced_by == room.id:
            await self._follow(old, room, raw)
        await self._welcomed(room, raw)
        # Into direct messages that a person opened: that person is there first.
        partner = room.partner_of(session.me)
        if partner and room.has_joined(partner) and await session.direct.is_direct(room, partner):
            await self._presence(room, partner, raw, Change.JOINED)

    async def _welcomed(self, room: Room, raw: dict[str, Any]) -> None:
        """Somebody brought the bot into a community; told once."""
        session, key = self._session, INVITED_BY + room.id
        inviter = (await session.state.get(key) or b"").decode()
        if not inviter or room.partner_of(session.me) is not None:
            return
        new = room.is_space or not session.rooms.shares_listed(inviter)
        if self._open_to_all and new and session.rooms.space_of(room.id) == room.id:
            session.rooms.list_successor(room.id)
            await session.state.put({HOME + room.id: b"1"})
        if session.rooms.is_listed(room.id):
            scene = Scene(
                room.id, room.id, room.roles_of(inviter), session.rooms.spaces_of(inviter)
            )
            facts = self._reader.facts(raw, inviter, scene)
            facts |= {"id": f"invited/{facts['id']}", "message": None}
            await self._hand_on(Invited(name=await session.rooms.name_of(room.id), **facts))
        await session.state.put({key: None})

    async def _presence(
        self, room: Room, person: str, raw: dict[str, Any], change: Change, *, direct: bool = False
    ) -> None:
        session = self._session
        scene = Scene(room.id, None) if direct else await session.scene_of(room, person)
        facts = self._reader.facts(raw, person, scene)
        await self._hand_on(MemberChanged(change=change, **facts))

    # --- rooms

    async def moved(self, room: Room, raw: dict[str, Any]) -> None:
        """A room was replaced; it is followed as soon as the bot can get into the new one."""
        if room.replaced_by:
            new = await self._invites.follow(room, str(raw["sender"]))
            if new is not None:
                await self._follow(room, new, raw)

    async def _follow(self, old: Room, new: Room, raw: dict[str, Any]) -> None:
        """The new room takes the old one's place; both its tombstone and coming in tell so."""
        session, sender = self._session, str(raw["sender"])
        key = MOVED + old.id
        if await session.state.get(key) == new.id.encode():
            return
        partner = await self._whose(old, new)
        scene = await session.scene_of(old, partner or sender)
        where = Address(PLATFORM, space=scene.space and new.id, channel=new.id, user=partner)
        facts = self._reader.facts(raw, partner or sender, scene)
        await self._hand_on(RoomMoved(to=where, **{**facts, "id": f"moved/{old.id}"}))
        if partner:
            await session.direct.record(partner, new.id)
        if session.rooms.is_listed(old.id):
            session.rooms.list_successor(new.id)
        await session.state.put({key: new.id.encode()})

    async def _whose(self, old: Room, new: Room) -> str | None:
        """Whose direct messages the old room held; None if nobody's."""
        session = self._session
        for room in (old, new):  # they may be out of the one, or not yet in the other
            partner = room.partner_of(session.me)
            if partner and await session.direct.is_home_of(partner, old.id):
                return partner
        return None


def _membership(raw: dict[str, Any]) -> str:
    content = raw.get("content")
    if raw.get("type") != "m.room.member" or not isinstance(content, dict):
        return ""
    return str(content.get("membership", ""))


def _was(raw: dict[str, Any]) -> str:
    """The membership before this event."""
    unsigned = raw.get("unsigned")
    before = unsigned.get("prev_content") if isinstance(unsigned, dict) else None
    return str(before.get("membership", "")) if isinstance(before, dict) else ""


def came_in(raw: dict[str, Any]) -> bool:
    """Somebody joined who was not in: a changed name is a join event too."""
    return _membership(raw) == "join" and _was(raw) != "join"


def _went_out(raw: dict[str, Any]) -> bool:
    return _membership(raw) in ("leave", "ban") and _was(raw) in ("join", "invite")
