"""The gateway: hello, identify, resume, heartbeats, dispatches, and every way it can end."""

from __future__ import annotations

import asyncio
import json
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.discord_standin import payloads
from tests.discord_standin.events import faults_of_event
from tests.discord_standin.world import World

Json = dict[str, Any]

GUILDS, GUILD_MEMBERS, GUILD_MODERATION, GUILD_MESSAGES = 1 << 0, 1 << 1, 1 << 2, 1 << 9
GUILD_SCHEDULED_EVENTS = 1 << 16
DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 12, 1 << 15
PRIVILEGED = GUILD_MEMBERS | (1 << 8) | MESSAGE_CONTENT
ZLIB_END = b"\x00\x00\xff\xff"


class Pipe:
    """One socket; compresses as the client asked for."""

    def __init__(self, socket: web.WebSocketResponse, *, compress: bool) -> None:
        self.socket = socket
        self._deflate = zlib.compressobj() if compress else None

    async def send(self, data: Json) -> None:
        text = json.dumps(data)
        if self._deflate is None:
            await self.socket.send_str(text)
            return
        packed = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
        assert packed.endswith(ZLIB_END)
        await self.socket.send_bytes(packed)


def _guild_of(event: str, data: Json) -> int | None:
    """The server that an event is of; None in direct messages."""
    if event in ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE"):
        return int(data["id"])
    return int(data["guild_id"]) if data.get("guild_id") else None


@dataclass
class Session:
    """One identified client; what it was sent is kept for a resume."""

    id: str
    intents: int
    pipe: Pipe | None
    shard: tuple[int, int] = (0, 1)
    sent: list[Json] = field(default_factory=list)

    @property
    def live(self) -> bool:
        return self.pipe is not None and not self.pipe.socket.closed

    def hears_of(self, guild: int | None) -> bool:
        """Whether a server is this shard's; direct messages are the first one's."""
        number, count = self.shard
        return number == (0 if guild is None else (guild >> 22) % count)


class Gateway:
    """Serves `GET /` as a WebSocket.

    Attributes:
        privileged: privileged intents that are switched on for the application.
        heartbeat_ms: the interval told in hello.
        identifies, resumes: how often a client did so.
        least_shards, most_shards: into how many the connection may be parted.
    """

    def __init__(
        self,
        world: World,
        token: str,
        changed: Callable[[], None],
        complain: Callable[[str], None],
    ) -> None:
        self._world = world
        self._token = token
        self._changed = changed
        self._complain = complain
        self._sessions: dict[str, Session] = {}
        self.url = ""
        self.privileged = PRIVILEGED
        self.heartbeat_ms = 41_250
        self.acknowledge_heartbeats = True
        self.least_shards, self.most_shards = 1, 64
        self.identifies = 0
        self.resumes = 0
        self.heartbeats = 0

    # --- what tests do to it

    @property
    def sessions(self) -> list[Session]:
        return [session for session in self._sessions.values() if session.live]

    async def dispatch(
        self, event: str, data: Json, *, needs: int = 0, broken: bool = False
    ) -> bool:
        """Send an event to all who asked for it. Returns whether anybody is there to get it.

        Args:
            broken: it is malformed on purpose; nobody judges it.
        """
        reached = False
        guild = _guild_of(event, data)
        for session in list(self._sessions.values()):
            if (needs and not session.intents & needs) or not session.hears_of(guild):
                continue
            sent = await self._dispatch_to(session, event, data, judged=not broken)
            reached = sent or reached
        return reached

    async def ask_to_reconnect(self) -> None:
        """Op 7: the client is to come back and resume."""
        await self._to_all({"op": 7, "d": None})

    async def invalidate(self, *, resumable: bool) -> None:
        """Op 9."""
        if not resumable:
            for session in self._sessions.values():
                session.sent.clear()
        await self._to_all({"op": 9, "d": resumable})
        if not resumable:
            self._sessions = {}

    async def close(self, code: int) -> None:
        """Close every connection with a code; sessions can be resumed."""
        for session in self.sessions:
            assert session.pipe is not None
            await session.pipe.socket.close(code=code)

    def drop(self) -> None:
        """Cut every connection without a word."""
        for session in self.sessions:
            assert session.pipe is not None
            transport = session.pipe.socket._req.transport  # type: ignore[union-attr]
            if transport is not None:
                transport.abort()
            session.pipe = None

    def message_for(self, session: Session, data: Json, *, content: bool) -> Json:
        """A message as this client may see it; without the intent its content is empty."""
        if content or session.intents & MESSAGE_CONTENT:
            return data
        return data | {"content": "", "components": [], "attachments": [], "embeds": []}

    async def dispatch_message(self, data: Json, *, needs: int, content: bool) -> bool:
        """MESSAGE_CREATE; `content`: the client may read it even without the intent."""
        reached = False
        for session in list(self._sessions.values()):
            if session.intents & needs and session.hears_of(_guild_of("MESSAGE_CREATE", data)):
                shown = self.message_for(session, data, content=content)
                reached = await self._dispatch_to(session, "MESSAGE_CREATE", shown) or reached
        return reached

    # --- the protocol

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        pipe = Pipe(socket, compress=request.query.get("compress") == "zlib-stream")
        await pipe.send({"op": 10, "d": {"heartbeat_interval": self.heartbeat_ms}})
        session: Session | None = None
        async for frame in socket:
            if frame.type is not WSMsgType.TEXT:
                continue
            received = json.loads(frame.data)
            match received["op"]:
                case 1:
                    self.heartbeats += 1
                    if self.acknowledge_heartbeats:
                        await pipe.send({"op": 11})
                case 2 if session is None:
                    session = await self._identify(pipe, received["d"])
                case 6 if session is None:
                    session = await self._resume(pipe, received["d"])
                case 8 if session is not None:
                    await self._members(session, received["d"])
                case 3 | 4:
                    pass
                case _:
                    await socket.close(code=4001 if session else 4003)
        if session is not None and session.pipe is pipe:
            session.pipe = None
            self._changed()
        return socket

    async def _identify(self, pipe: Pipe, data: Json) -> Session | None:
        if data["token"] != self._token:
            await pipe.socket.close(code=4004)
            return None
        intents = int(data["intents"])
        if intents >> 26:
            await pipe.socket.close(code=4013)
            return None
        if intents & PRIVILEGED & ~self.privileged:
            await pipe.socket.close(code=4014)
            return None
        number, count = data.get("shard") or (0, 1)
        if not 0 <= number < count or count > self.most_shards:
            await pipe.socket.close(code=4010)
            return None
        if count < self.least_shards:
            await pipe.socket.close(code=4011)
            return None
        self.identifies += 1
        session = Session(secrets.token_hex(16), intents, pipe, (number, count))
        world = self._world
        there = list(world.guilds.values()) if intents & GUILDS else []
        guilds = [guild for guild in there if session.hears_of(guild.id)]
        await self._dispatch_to(
            session,
            "READY",
            {
                "v": 10,
                "user": payloads.own_user(world.bot),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "shard": [number, count],
                "resume_gateway_url": self.url,
                "application": {"id": str(world.bot.id), "flags": 0, "flags_new": "0"},
            },
        )
        for guild in guilds:
            await self._dispatch_to(session, "GUILD_CREATE", payloads.guild(guild, world))
        # An older session ends with its socket.
        self._sessions = {k: s for k, s in self._sessions.items() if s.live}
        self._sessions[session.id] = session
        self._changed()
        return session

    async def _resume(self, pipe: Pipe, data: Json) -> Session | None:
        if data["token"] != self._token:
            await pipe.socket.close(code=4004)
            return None
        session = self._sessions.get(data["session_id"])
        if session is None:
            await pipe.send({"op": 9, "d": False})
            return None
        self.resumes += 1
        session.pipe = pipe
        for missed in [sent for sent in session.sent if sent["s"] > (data["seq"] or 0)]:
            await pipe.send(missed)
        await self._dispatch_to(session, "RESUMED", {})
        self._changed()
        return session

    async def _members(self, session: Session, data: Json) -> None:
        guild = self._world.guilds[int(data["guild_id"])]
        await self._dispatch_to(
            session,
            "GUILD_MEMBERS_CHUNK",
            {
                "guild_id": str(guild.id),
                "members": [payloads.member(guild, guild.people[m]) for m in guild.members],
                "chunk_index": 0,
                "chunk_count": 1,
                "not_found": [],
                "nonce": data.get("nonce"),
            },
        )

    async def _dispatch_to(
        self, session: Session, event: str, data: Json, *, judged: bool = True
    ) -> bool:
        for fault in faults_of_event(event, data) if judged else ():
            self._complain(f"{event}: {fault}")
        sequence = session.sent[-1]["s"] + 1 if session.sent else 1
        frame = {"op": 0, "t": event, "s": sequence, "d": data}
        session.sent.append(frame)
        del session.sent[:-500]
        if not session.live:
            return False
        assert session.pipe is not None
        try:
            await session.pipe.send(frame)
        except (ConnectionError, RuntimeError):
            return False
        return True

    async def _to_all(self, frame: Json) -> None:
        await asyncio.gather(*(s.pipe.send(frame) for s in self.sessions if s.pipe))
