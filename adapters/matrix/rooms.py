"""All rooms of the account, and which community each belongs to."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any, Protocol
from weakref import WeakValueDictionary

from adapters.matrix.api import Homeserver, MatrixError
from adapters.matrix.room import SEND_MARK, Room
from bot.platform import AdapterState


class Keyring(Protocol):
    """What rooms need of the encryption side."""

    def know_room(self, room_id: str, state: list[dict[str, Any]]) -> None: ...

    def forget_room(self, room_id: str) -> None: ...


class Rooms:
    """All rooms of the account, loaded from the homeserver when they are first needed.

    The listed ones stay; of the others those that were not used for longest are let go.

    Args:
        me: the bot's own id.
        listed: rooms and spaces of the communities that this bot serves.
        kept: how many rooms besides the listed ones.
    """

    def __init__(
        self,
        me: str,
        homeserver: Homeserver,
        keyring: Keyring,
        state: AdapterState,
        listed: frozenset[str],
        kept: int,
    ) -> None:
        self._me = me
        self._homeserver = homeserver
        self._keyring = keyring
        self._state = state
        self._listed = listed
        self._kept = kept
        self._rooms: dict[str, Room] = {}
        self._used: OrderedDict[str, None] = OrderedDict()
        self._loading: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    # --- single rooms

    def known(self, room_id: str) -> Room | None:
        room = self._rooms.get(room_id)
        if room is not None:
            self._note_use(room_id)
        return room

    def learn(self, room_id: str, events: list[dict[str, Any]]) -> Room | None:
        """Take in what a sync says of a room.

        Returns: the room, if it is known well enough now: it was loaded before, or the events
            hold its whole state, which is so when the bot has just come in.
        """
        if self._rooms.get(room_id) is None and any(
            event.get("type") == "m.room.create" for event in events
        ):
            self._rooms[room_id] = Room(room_id)
        room = self.known(room_id)
        if room is not None:
            room.learn(events)
        return room

    async def load(self, room_id: str, *, fresh: bool = False) -> Room:
        """The room; asked of the homeserver if need be.

        Args:
            fresh: ask in any case: a sync in the middle of a room's creation shows half of it.

        Raises: MatrixError, UnreachableError.
        """
        async with self._loading.setdefault(room_id, asyncio.Lock()):
            room = self._rooms.get(room_id)
            if room is None or fresh:
                answer = await self._homeserver.call("GET", "rooms", room_id, "state")
                state = [event for event in answer if isinstance(event, dict)]
                room = self._rooms.setdefault(room_id, Room(room_id))
                room.learn(state)
                self._keyring.know_room(room_id, state)
            self._note_use(room_id)
            return room

    async def load_if_in(self, room_id: str) -> Room | None:
        """The room, if the bot is in it. Raises: MatrixError, UnreachableError."""
        try:
            return await self.load(room_id) if room_id else None
        except MatrixError as error:
            if error.status in (400, 403, 404):
                return None
            raise

    async def load_listed(self) -> None:
        """Load the communities' rooms that the bot is in: they tell who belongs where."""
        for room_id in self._listed:
            await self.load_if_in(room_id)

    async def joined(self) -> frozenset[str]:
        answer = await self._homeserver.call("GET", "joined_rooms")
        return frozenset(r for r in answer.get("joined_rooms", []) if isinstance(r, str))

    def forget(self, room_id: str) -> None:
        """Let go of what is known of a room; when it is needed it is loaded again."""
        self._rooms.pop(room_id, None)
        self._used.pop(room_id, None)
        self._keyring.forget_room(room_id)

    def _note_use(self, room_id: str) -> None:
        if room_id in self._listed:
            return
        self._used[room_id] = None
        self._used.move_to_end(room_id)
        if len(self._used) > self._kept:
            self.forget(next(iter(self._used)))

    async def leave(self, room_id: str, reason: str = "") -> None:
        """Leave and forget; being out already is fine.

        Args:
            reason: shown to those who stay.

        Raises: MatrixError, UnreachableError.
        """
        said = {"reason": reason} if reason else {}
        for step, body in (("leave", said), ("forget", {})):
            try:
                await self._homeserver.call("POST", "rooms", room_id, step, body=body)
            except MatrixError as error:
                if error.status not in (400, 403, 404):
                    raise
        self.forget(room_id)

    # --- communities

    def space_of(self, room_id: str) -> str:
        """The community a room belongs to: a listed room or space, else the room by itself."""
        if room_id in self._listed:
            return room_id
        for space_id in sorted(self._listed):
            space = self._rooms.get(space_id)
            if space is not None and room_id in space.children:
                return space_id
        return room_id

    def spaces_of(self, user: str) -> tuple[str, ...]:
        """The communities that somebody is in together with the bot, as far as is known."""
        shared = {
            self.space_of(room.id)
            for room in self._rooms.values()
            if room.has_joined(user)
            and (room.id in self._listed or room.present != {self._me, user})
        }
        return tuple(sorted(shared))

    def is_listed(self, room_id: str) -> bool:
        return room_id in self._listed

    def list_successor(self, room_id: str) -> None:
        """A listed room was replaced by this one."""
        self._listed |= {room_id}

    async def name_of(self, room_id: str) -> str:
        """What a room is called; "" if it has no name. Raises: MatrixError, UnreachableError."""
        try:
            found = await self._homeserver.call("GET", "rooms", room_id, "state", "m.room.name")
        except MatrixError as error:
            if error.status not in (403, 404):
                raise
            return ""
        return str(found.get("name") or "")

    def shares_listed(self, user: str) -> bool:
        """Whether somebody is in a listed community."""
        rooms = (self._rooms.get(room_id) for room_id in self._listed)
        return any(room is not None and room.has_joined(user) for room in rooms)

    # --- rooms of the bot's own

    async def create(
        self, key: str, invited: Iterable[str], *, name: str = "", direct: bool = False
    ) -> str:
        """An encrypted private room, once per `key`.

        Creating has no transaction id, so the key is written into the room: a room whose
        creation was never answered is found again by the sync (`note_opened`).

        Raises: MatrixError, UnreachableError.
        """
        if not direct and (known := await self._state.get(f"opened/{key}")):
            return known.decode()
        wanted: dict[str, Any] = {
            "preset": "private_chat",
            "visibility": "private",
            "is_direct": direct,
            "invite": list(invited),
            "creation_content": {SEND_MARK: key},
            "power_level_content_override": {"invite": 50},
            "initial_state": [
                {
                    "type": "m.room.encryption",
                    "state_key": "",
                    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
                },
                {
                    "type": "m.room.history_visibility",
                    "state_key": "",
                    "content": {"history_visibility": "invited"},
                },
            ],
        }
        if name:
            wanted["name"] = name
        answer = await self._homeserver.call("POST", "createRoom", body=wanted)
        room_id = str(answer["room_id"])
        await self.load(room_id, fresh=True)
        if not direct:
            await self._state.put({f"opened/{key}": room_id.encode()})
        return room_id

    async def note_opened(self, key: str, room_id: str) -> None:
        """A sync shows a room that was created with this key."""
        await self._state.put({f"opened/{key}": room_id.encode()})
