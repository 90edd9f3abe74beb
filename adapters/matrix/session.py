"""What receiving and sending share while the account is logged in."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from adapters.matrix.api import Homeserver
from adapters.matrix.attention import Attention
from adapters.matrix.crypto.client import Crypto
from adapters.matrix.direct import DirectMessages
from adapters.matrix.incoming import Scene
from adapters.matrix.login import Login
from adapters.matrix.profiles import Profiles
from adapters.matrix.prompts import Prompts
from adapters.matrix.room import Room
from adapters.matrix.rooms import Rooms
from adapters.matrix.unread import Unread
from adapters.matrix.updates import Updates
from bot.platform import AdapterState
from bot.texts import Texts

_THREADS_KEPT = 5000


@dataclass
class Threads:
    """In which thread recent messages were written."""

    _roots: OrderedDict[str, str | None] = field(default_factory=OrderedDict)

    def note(self, message: str, root: str | None) -> None:
        self._roots[message] = root
        if len(self._roots) > _THREADS_KEPT:
            self._roots.popitem(last=False)

    def knows(self, message: str) -> bool:
        return message in self._roots

    def of(self, message: str) -> str | None:
        """The first message of its thread; None if it is in none, or is not known."""
        return self._roots.get(message)


@dataclass
class Session:
    """One logged-in account.

    Args:
        me: the bot's own id.
    """

    me: str
    homeserver: Homeserver
    updates: Updates
    login: Login
    crypto: Crypto
    rooms: Rooms
    direct: DirectMessages
    prompts: Prompts
    profiles: Profiles
    unread: Unread
    attention: Attention
    state: AdapterState
    texts: Texts
    threads: Threads = field(default_factory=Threads)

    async def scene_of(self, room: Room, person: str) -> Scene:
        """Where somebody is, and what the room's state gives them; direct messages are noted."""
        spaces = self.rooms.spaces_of(person)
        if await self.direct.is_direct(room, person):
            await self.direct.record(person, room.id)
            zone = await self.profiles.zone_of(person)
            return Scene(room.id, None, spaces=spaces, zone=zone)
        space = self.rooms.space_of(room.id)
        # Power over a room does not reach into the community around it.
        authority = self.rooms.known(space) or room
        level = authority.level_of(person)
        return Scene(
            room.id,
            space,
            roles=authority.roles_of(person),
            ranks=frozenset({f"power:{level}"}) if level > 0 else frozenset(),
            spaces=spaces,
        )
