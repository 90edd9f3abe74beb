"""The Matrix adapter: one account on one homeserver."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from filelock import FileLock

from adapters.matrix.api import Homeserver
from adapters.matrix.attention import Attention
from adapters.matrix.comings import HOME, MOVED
from adapters.matrix.crypto import store
from adapters.matrix.crypto.client import Crypto
from adapters.matrix.direct import DirectMessages
from adapters.matrix.incoming import PLATFORM, Reader
from adapters.matrix.invites import Invites, Policy
from adapters.matrix.login import Account, Login
from adapters.matrix.memory import Memory
from adapters.matrix.performing import Performer
from adapters.matrix.profiles import Profiles
from adapters.matrix.prompts import Prompts
from adapters.matrix.receiving import Receiver
from adapters.matrix.rooms import Rooms
from adapters.matrix.session import Session
from adapters.matrix.tending import Tending
from adapters.matrix.unread import Unread
from adapters.matrix.updates import Sync
from bot.platform import (
    Ability,
    Action,
    AdapterState,
    Address,
    NotSent,
    Outcome,
    Pace,
    Receipt,
    Sink,
)
from bot.texts import Texts

if TYPE_CHECKING:
    from bot.commands import CommandTable

log = structlog.get_logger(__name__)

# Homeservers limit ordinary accounts to a few events a minute until an operator lifts that; the
# sender then follows their Retry-After. Synapse knows a transaction id again for a day.
_PACE = Pace(per_minute=300, burst=20, concurrent=8, in_doubt_seconds=24 * 3600)
_NOT_YET = Receipt(outcome=Outcome.RETRY, retry_after=2, reason="not_connected")


class MatrixAdapter:
    """Speaks on Matrix as one account, in encrypted rooms wherever it can.

    Args:
        homeserver: the address that clients use, "https://matrix.example.org".
        user_id: "@handrail:example.org".
        password: of the account; or `token`, which cannot be renewed when it expires.
        store_dir: holds the encryption keys; for this process alone.
        store_key: encrypts them; the same at every start.
        command_prefix: what a command in a room begins with.
        invites: who may invite the bot: "anyone", "known" (who shares a listed room), "nobody".
        open_to_all: whoever invites it into a room of theirs begins a community.
        listed: ids of the rooms and spaces that the served communities consist of.
        idle_days: direct messages without a word for that long are left, and opened again when
            there is something to say; None: never.
        rooms_kept: of how many rooms besides the listed ones the state is kept in memory.
        now: the bot's clock.
        offset: between the bot's clock and the real one, in rehearsals.
    """

    platform = PLATFORM
    pace = _PACE

    def __init__(
        self,
        *,
        homeserver: str,
        user_id: str,
        password: str | None = None,
        token: str | None = None,
        store_dir: Path,
        store_key: str | bytes,
        texts: Texts,
        state: AdapterState,
        now: Callable[[], datetime],
        offset: timedelta = timedelta(),
        command_prefix: str = "!",
        invites: Policy = "known",
        open_to_all: bool = False,
        listed: Collection[str] = (),
        idle_days: int | None = None,
        rooms_kept: int = 1000,
    ) -> None:
        self._url = homeserver
        self._account = Account(user_id, password, token)
        self._store_dir = store_dir
        self._store_key = (
            base64.b64encode(store_key).decode() if isinstance(store_key, bytes) else store_key
        )
        self._texts = texts
        self._state = Memory(state)
        self._now = now
        self._offset = offset
        self._prefix = command_prefix
        self._policy = invites
        self._open_to_all = open_to_all
        self._listed = frozenset(listed)
        self._idle_days = idle_days
        self._rooms_kept = rooms_kept
        self._lock: FileLock | None = None
        self._session: Session | None = None
        self._performer: Performer | None = None
        self._receiver: Receiver | None = None
        self._tending: Tending | None = None
        self._ended = asyncio.Event()
        self._ended.set()
        self._connected = False

    @property
    def connected(self) -> bool:
        return self._connected

    def abilities(self, where: Address) -> frozenset[Ability]:
        """There are no forms, and in a room no message is for one person alone."""
        if where.space is None:
            return frozenset({Ability.PRIVATE_ROOM, Ability.PRIVATE_REPLY})
        return frozenset({Ability.PRIVATE_ROOM})

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        """Bring events in until cancelled or closed. Raises: AdapterStopped."""
        session = self._session or await self._enter()
        invites = Invites(
            session.homeserver,
            session.rooms,
            session.direct,
            session.state,
            self._policy,
            self._now,
        )
        self._tending = Tending(session, invites, self._idle_days)
        self._receiver = Receiver(
            session,
            Reader(self._prefix, commands, self._now, self._offset),
            invites,
            sink,
            self._note_connection,
            open_to_all=self._open_to_all,
        )
        self._ended.clear()
        tending = asyncio.create_task(self._tending.run())
        try:
            await self._receiver.run()
        finally:
            tending.cancel()
            await asyncio.gather(tending, return_exceptions=True)
            self._ended.set()

    async def perform(self, action: Action) -> Receipt:
        """Perform once; before the log-in nothing can be."""
        return await self._performer.perform(action) if self._performer else _NOT_YET

    async def can_reach(self, user: Address) -> bool:
        """Whether a message to somebody's direct messages can arrive: not after they left them."""
        if user.user is None or self._session is None:
            return False
        return not (await self._session.direct.record_of(user.user)).left

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        """Look for a transaction id in the room's history; `since` is of the bot's clock."""
        if self._performer is None:
            return None
        return await self._performer.find_sent(key, to, since - self._offset)

    async def close(self) -> None:
        """Stop receiving, let go of the key store. Nothing can be performed afterwards."""
        if self._receiver is not None:
            self._receiver.stop()
            await self._ended.wait()
            self._receiver = None
        self._performer = None
        if self._session is not None:
            await self._session.attention.close()
            await self._session.crypto.close()
            await self._session.homeserver.close()
            self._session = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _note_connection(self, connected: bool) -> None:
        if connected != self._connected:
            log.info("matrix_connection", connected=connected)
        self._connected = connected
        if connected and self._session is not None and self._tending is not None:
            self._session.direct.caught_up()
            self._tending.caught_up.set()

    async def _enter(self) -> Session:
        """Log in with the keys of the store. Raises: AdapterStopped."""
        if self._lock is None:
            self._lock = store.lock(self._store_dir)
        homeserver = Homeserver(self._url)
        crypto = Crypto(homeserver, self._store_dir, self._store_key)
        login = Login(homeserver, self._account, self._state, crypto)
        try:
            await login.enter()
        except BaseException:
            await crypto.close()
            await homeserver.close()
            raise
        me = self._account.user_id
        listed = await self._listed_by_now()
        rooms = Rooms(me, homeserver, crypto, self._state, listed, self._rooms_kept)
        self._session = Session(
            me=me,
            homeserver=homeserver,
            updates=Sync(homeserver),
            login=login,
            crypto=crypto,
            rooms=rooms,
            direct=DirectMessages(me, homeserver, rooms, self._state, self._now),
            prompts=Prompts(self._state),
            profiles=Profiles(homeserver),
            unread=Unread(crypto),
            attention=Attention(me, homeserver),
            state=self._state,
            texts=self._texts,
        )
        self._performer = Performer(self._session, self._offset)
        return self._session

    async def _listed_by_now(self) -> frozenset[str]:
        """The listed rooms, and those by which they were replaced since."""
        listed, moved = set(self._listed), await self._state.all(MOVED)
        if self._open_to_all:
            listed |= {key.removeprefix(HOME) for key in await self._state.all(HOME)}
        waiting = list(listed)
        while waiting:
            new = moved.get(MOVED + waiting.pop(), b"").decode()
            if new and new not in listed:
                listed.add(new)
                waiting.append(new)
        return frozenset(listed)
