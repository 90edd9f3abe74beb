"""The receiving side of the Matrix adapter, with syncs made by hand instead of a homeserver.

What a homeserver, another bot or a federated server could send and Synapse does not let a client
send: for tests that need no encryption between two sides.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from adapters.matrix.api import Homeserver, MatrixError
from adapters.matrix.attention import Attention
from adapters.matrix.crypto.client import Crypto
from adapters.matrix.direct import DirectMessages
from adapters.matrix.incoming import Reader
from adapters.matrix.invites import Invites
from adapters.matrix.login import Login
from adapters.matrix.profiles import Profiles
from adapters.matrix.prompts import Prompts
from adapters.matrix.receiving import Receiver
from adapters.matrix.rooms import Rooms
from adapters.matrix.session import Session
from adapters.matrix.unread import Unread
from bot.commands import Argument, Command, CommandTable, Kind
from bot.platform import Choice, Choices, Event
from tests.support.state import MemoryState
from tests.support.texts import own_texts

BOT, ADA, BEN, MOD, STRANGER = "@bot:x", "@ada:x", "@ben:x", "@mod:x", "@stranger:evil"
DIRECT, HOUSE = "!direct:x", "!house:x"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
STAMP = int(NOW.timestamp() * 1000) - 60_000
QUESTION = "$question"
"""A question of the bot to ADA in DIRECT."""
POLL = "$poll"
"""A question of the bot to everybody in HOUSE."""
ASKED = Choices(prompt="mood", options=(Choice(id="good", label="Good"),
                                        Choice(id="bad", label="Bad")))  # fmt: skip
COMMANDS = CommandTable(
    [
        Command(
            name="note",
            handler=lambda _: [],
            arguments=(Argument(name="words", kind=Kind.LONG_TEXT),),
        )
    ],
    [],
)


def state(kind: str, content: Any, key: str = "", sender: str = MOD) -> dict[str, Any]:
    """A state event."""
    return {"type": kind, "state_key": key, "content": content, "sender": sender,
            "event_id": f"$state-{kind}-{key}", "origin_server_ts": STAMP}  # fmt: skip


def member(user: str, membership: str = "join") -> dict[str, Any]:
    """Somebody's place in a room."""
    return state("m.room.member", {"membership": membership}, user, user)


def said(
    text: str, who: str = ADA, more: Mapping[str, Any] | None = None, kind: str = "m.text"
) -> dict[str, Any]:
    """A message. Args: more: further parts of its content."""
    content = {"msgtype": kind, "body": text, **(more or {})}
    return event("m.room.message", content, who)


def event(kind: str, content: Any, sender: str = ADA) -> dict[str, Any]:
    """An event, still without an id."""
    return {"type": kind, "sender": sender, "content": content, "origin_server_ts": STAMP}


def _state_of(*users: str, power: dict[str, int]) -> list[dict[str, Any]]:
    return [
        state("m.room.create", {"room_version": "11"}),
        state("m.room.join_rules", {"join_rule": "invite"}),
        state("m.room.power_levels", {"users": power}),
        *map(member, (BOT, *users)),
    ]


@dataclass
class Answering:
    """A homeserver that has two rooms, and takes whatever is sent to it."""

    states: dict[str, list[dict[str, Any]]]
    called: list[tuple[str, ...]] = field(default_factory=list)

    async def call(self, method: str, *path: str, **_: Any) -> Any:
        self.called.append((method, *path))
        match (method, *path):
            case ("GET", "rooms", room, "state") if room in self.states:
                return self.states[room]
            case ("GET", "rooms", _, "event", _) | ("GET", "rooms", _, "state", *_):
                raise MatrixError(404, "M_NOT_FOUND")
            case ("POST", "join", *_) | ("POST", "rooms", _, "join"):
                raise MatrixError(403, "M_FORBIDDEN")
            case ("GET", "profile", *_):
                return {}
        return {"event_id": f"$sent-{len(self.called)}"}


class _Unasking(Crypto):
    """Reads and decrypts as ever, and asks no homeserver for keys."""

    async def keep_up(self, unused_fallback_keys: list[str] | None) -> None:
        return


class _ByHand:
    """News that a test gives."""

    def __init__(self) -> None:
        self.waits = asyncio.Event()
        self._news: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    def give(self, raw: dict[str, Any]) -> None:
        self.waits.clear()
        self._news.put_nowait(raw)

    async def next(self, since: str | None, *, patience: float) -> dict[str, Any]:
        self.waits.set()
        return await self._news.get()


@dataclass
class Offline:
    """A running receiver; what it handed on is in `events`."""

    session: Session
    server: Answering
    receiving: asyncio.Task[None]
    news: _ByHand
    events: list[Event]
    counted: int = 0

    async def syncs(
        self, room: str, *events: dict[str, Any], state: Sequence[Any] = (), **more: Any
    ) -> list[Event]:
        """A sync with these in a room's timeline. Returns: what it led to.

        Args:
            more: further parts of the sync.
        """
        self.events.clear()
        self.counted += 1
        for number, each in enumerate(events):
            each.setdefault("event_id", f"${self.counted}-{number}")
        joined = {room: {"timeline": {"events": list(events)}, "state": {"events": list(state)}}}
        self.news.give({"next_batch": f"s{self.counted}", "rooms": {"join": joined}, **more})
        waiting = asyncio.ensure_future(self.news.waits.wait())
        await asyncio.wait({waiting, self.receiving}, return_when=asyncio.FIRST_COMPLETED)
        if self.receiving.done():
            waiting.cancel()
            self.receiving.result()
        return list(self.events)


@asynccontextmanager
async def offline(folder: Path) -> AsyncIterator[Offline]:
    """ADA's direct messages, and a listed room with ADA, BEN and MOD, who moderates it."""
    server = Answering(
        {
            DIRECT: _state_of(ADA, power={ADA: 100}),
            HOUSE: _state_of(ADA, BEN, MOD, power={MOD: 50}),
        }
    )
    api, kept, events = cast(Homeserver, server), MemoryState(), list[Event]()
    await kept.put({"sync": b"s0"})
    crypto = _Unasking(Homeserver("http://127.0.0.1:9"), folder, "key")
    crypto.open(BOT, "DEVICE")
    rooms = Rooms(BOT, api, crypto, kept, frozenset({HOUSE}), 100)
    news = _ByHand()
    session = Session(
        me=BOT,
        homeserver=api,
        updates=news,
        login=cast(Login, None),
        crypto=crypto,
        rooms=rooms,
        direct=DirectMessages(BOT, api, rooms, kept, lambda: NOW),
        prompts=Prompts(kept),
        profiles=Profiles(api),
        unread=Unread(crypto),
        attention=Attention(BOT, api),
        state=kept,
        texts=own_texts(),
    )
    invites = Invites(api, rooms, session.direct, kept, "known", lambda: NOW)

    async def sink(event: Event) -> None:
        events.append(event)

    reader = Reader("!", COMMANDS, lambda: NOW)
    receiver = Receiver(session, reader, invites, sink, lambda connected: None)
    await session.direct.record(ADA, DIRECT)
    await session.prompts.show(DIRECT, QUESTION, ADA, ASKED)
    await session.prompts.show(HOUSE, POLL, "", ASKED)
    receiving = asyncio.create_task(receiver.run())
    await news.waits.wait()
    try:
        yield Offline(session, server, receiving, news, events)
    finally:
        receiver.stop()
        await asyncio.gather(receiving, return_exceptions=True)
        await session.attention.close()
        await crypto.close()
