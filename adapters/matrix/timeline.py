"""One event of a room's timeline, as the core's event."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from adapters.matrix.direct import Record
from adapters.matrix.incoming import PLATFORM, Reader, Scene, message_of, reaction_of
from adapters.matrix.invites import Invites
from adapters.matrix.room import Room
from adapters.matrix.session import Session
from bot.platform import Address, Change, Event, MemberChanged, RoomMoved, Undecryptable

HandOn = Callable[[Event], Awaitable[None]]
"""Returns when the core has applied the event."""


class Timeline:
    """Reads events with the room's state at hand, and hands them on."""

    def __init__(self, session: Session, reader: Reader, invites: Invites, hand_on: HandOn) -> None:
        self._session = session
        self._reader = reader
        self._invites = invites
        self._hand_on = hand_on

    async def read(self, room: Room, raw: dict[str, Any]) -> None:
        """One event, which the room's state already includes. Raises: what handing on raises."""
        session, kind, sender = self._session, raw.get("type"), raw.get("sender")
        if not isinstance(sender, str) or not isinstance(raw.get("event_id"), str):
            return
        if "state_key" in raw:
            if kind == "m.room.member":
                await self._membership(room, raw)
            elif kind == "m.room.tombstone":
                await self._moved(room, raw)
        elif sender == session.me:
            return
        elif kind == "m.room.message":
            session.unread.note_read(room.id, sender)
            await self._message(room, raw)
        elif kind == "m.reaction":
            await self._reaction(room, raw)
        elif kind == "m.room.redaction":
            target = raw.get("redacts") or raw.get("content", {}).get("redacts")
            if isinstance(target, str):
                await session.prompts.take_back(room.id, target)
        elif kind == "m.room.encrypted":
            opened = session.unread.read(room.id, raw)
            if opened is not None:
                await self.read(room, opened)

    async def report_unread(self, room: Room, raw: dict[str, Any]) -> None:
        """A message of a person whose key did not come."""
        sender = str(raw["sender"])
        scene = await self._scene(room, sender)
        facts = self._reader.facts(raw, sender, scene, str(raw["event_id"]))
        await self._hand_on(Undecryptable(**facts))

    async def _message(self, room: Room, raw: dict[str, Any]) -> None:
        message = message_of(raw, self._session.me)
        if message is None or not message.text:
            return
        session = self._session
        session.threads.note(message.id, message.thread)
        scene = await self._scene(room, message.sender)
        if self._reader.command_in(message) is None:
            if message.replied is not None:
                shown = await session.prompts.at(room.id, message.replied)
            else:
                shown = await session.prompts.latest(room.id) if scene.direct else None
            choice = shown.chosen_by(message.sender, message.text) if shown else None
            if shown and choice:
                chose = self._reader.chose(raw, message.sender, scene, shown, choice, typed=True)
                await self._hand_on(chose)
                return
        await self._hand_on(self._reader.spoken(raw, message, scene))

    async def _reaction(self, room: Room, raw: dict[str, Any]) -> None:
        reaction, prompts = reaction_of(raw), self._session.prompts
        shown = await prompts.at(room.id, reaction.message) if reaction else None
        if reaction is None or shown is None:
            return
        choice = shown.chosen_by(reaction.sender, reaction.key)
        if choice and prompts.take(room.id, shown, reaction.sender, choice, reaction.id):
            scene = await self._scene(room, reaction.sender)
            await self._hand_on(self._reader.chose(raw, reaction.sender, scene, shown, choice))

    async def _membership(self, room: Room, raw: dict[str, Any]) -> None:
        """Somebody came or went: in direct messages, or in a listed community."""
        session, person = self._session, str(raw["state_key"])
        came, went = came_in(raw), _went_out(raw)
        if person == session.me:
            partner = room.partner_of(session.me) if came else None
            # The bot came into direct messages that a person opened: that person is there first.
            if (
                partner
                and room.has_joined(partner)
                and await session.direct.is_direct(room, partner)
            ):
                await self._presence(room, partner, raw, Change.JOINED)
        elif await session.direct.record_of(person) == Record(room.id) and went:
            # Applied before the bot goes too: it would not see this again.
            await self._presence(room, person, raw, Change.LEFT, direct=True)
            await session.direct.record(person, room.id, left=True)
            if room.present <= {session.me}:
                await session.rooms.leave(room.id)
        elif came and await session.direct.is_direct(room, person):
            await self._presence(room, person, raw, Change.JOINED)
        elif session.rooms.is_listed(room.id) and (came or (went and _was(raw) == "join")):
            await self._presence(room, person, raw, Change.JOINED if came else Change.LEFT)

    async def _presence(
        self, room: Room, person: str, raw: dict[str, Any], change: Change, *, direct: bool = False
    ) -> None:
        scene = Scene(room.id, None) if direct else await self._scene(room, person)
        facts = self._reader.facts(raw, person, scene)
        await self._hand_on(MemberChanged(change=change, **facts))

    async def _moved(self, room: Room, raw: dict[str, Any]) -> None:
        """A room was replaced. It is followed where it is a community or direct messages."""
        session, me = self._session, self._session.me
        partner = room.partner_of(me)
        direct = partner is not None and await session.direct.is_direct(room, partner)
        if not room.replaced_by or not (direct or session.rooms.is_listed(room.id)):
            return
        sender = str(raw["sender"])
        if not await self._invites.join(room.replaced_by, via=sender.partition(":")[2]):
            return
        scene = await self._scene(room, partner if direct and partner else sender)
        if direct and partner:
            await session.direct.record(partner, room.replaced_by)
        else:
            session.rooms.list_successor(room.replaced_by)
        to = Address(PLATFORM, space=scene.space and room.replaced_by, channel=room.replaced_by)
        await self._hand_on(RoomMoved(to=to, **self._reader.facts(raw, sender, scene)))

    async def put_out(self, room_id: str, events: list[dict[str, Any]]) -> None:
        """The bot is no longer in a room; if somebody else did that, it was their wish."""
        session = self._session
        session.rooms.forget(room_id)
        for event in events:
            sender = event.get("sender")
            if event.get("state_key") != session.me or not isinstance(sender, str):
                continue
            if sender != session.me and await session.direct.record_of(sender) == Record(room_id):
                facts = self._reader.facts(event, sender, Scene(room_id, None))
                await self._hand_on(MemberChanged(change=Change.BLOCKED_BOT, **facts))
                await session.direct.record(sender, room_id, left=True)

    async def _scene(self, room: Room, person: str) -> Scene:
        session = self._session
        spaces = session.rooms.spaces_of(person)
        if await session.direct.is_direct(room, person):
            await session.direct.record(person, room.id)
            zone = await session.profiles.zone_of(person)
            return Scene(room.id, None, spaces=spaces, zone=zone)
        space = session.rooms.space_of(room.id)
        # Power over a room does not reach into the community around it.
        authority = session.rooms.known(space) or room
        return Scene(room.id, space, roles=authority.roles_of(person), spaces=spaces)


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
