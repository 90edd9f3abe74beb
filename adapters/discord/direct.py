"""Direct messages: which channel is whose, and how fast new ones may be opened.

Discord limits, and in the end blocks, bots that open many direct messages unasked, and publishes
no number. So a channel is opened once and remembered, new ones wait their turn, and when Discord
says "too fast" (40003) everything unasked rests.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import discord
import structlog

from adapters.discord.memory import Memory
from adapters.discord.ramp import Ramp
from adapters.discord.receipts import REST_SECONDS, HeldError
from bot.newest import Newest

log = structlog.get_logger(__name__)

_CHANNEL, _CLOSED, _SEEN, _REST = "dm|", "closed|", "seen|", "resting"
_TALKING = timedelta(minutes=15)
_LONGEST_REST = 12 * 3600.0
_REST_AGAIN_WITHIN = timedelta(days=1)
_REMEMBERED = 10_000


class DirectMessages:
    """The bot's direct-message channels.

    Args:
        new_per_minute: channels that may be opened unasked, per minute.
    """

    def __init__(self, memory: Memory, now: Callable[[], datetime], new_per_minute: float) -> None:
        self._memory = memory
        self._now = now
        self._ramp = Ramp(max(0.1, new_per_minute))
        self._rest: _Rest | None = None
        self._rest_read = False
        self._channels: Newest[str, int] = Newest(_REMEMBERED)
        self._unkept: set[str] = set()
        self._spoke: Newest[str, datetime] = Newest(_REMEMBERED)
        # By person: the channel, and the newest message there that was served.
        self._seen: dict[str, tuple[int, int]] = {}

    # --- who is where

    def heard(self, user: str, channel: int) -> None:
        """A person acted in their direct messages: the channel is open, and they are there."""
        self.spoke(user)
        if self._channels.get(user) != channel:
            self._channels[user] = channel
            self._unkept.add(user)

    def spoke(self, user: str) -> None:
        """A person turned to the bot, wherever that was: an answer is never unasked."""
        self._spoke[user] = self._now()

    async def keep(self, user: str, upto: int | None = None) -> None:
        """Remember beyond this run what was heard; after the person was served.

        Args:
            upto: id of the message that was served; None for a press or a command.
        """
        entries: dict[str, bytes | None] = {}
        channel = self._channels.get(user)
        if user in self._unkept and channel is not None:
            self._unkept.discard(user)
            entries = {_CHANNEL + user: str(channel).encode(), _CLOSED + user: None}
        before = self._seen.get(user)
        if upto is not None and channel is not None and (before is None or before[1] < upto):
            self._seen[user] = (channel, upto)
            entries[_SEEN + user] = _seen_to_data(channel, upto)
        if entries:
            await self._memory.put(entries)

    async def channel_of(
        self,
        user: str,
        client: discord.Client,
        named: str | None = None,
        *,
        asked: bool = False,
        urgent: bool = False,
    ) -> int:
        """The channel for a person: the one known, else the one named, else a new one.

        Args:
            asked: the person wants it opened now, so that it waits for no turn.
            urgent: nor does what cannot wait; it also goes to an open channel during a rest.
        Raises: HeldError, discord.HTTPException.
        """
        known = await self.known(user)
        if known is None and named is not None:
            known = int(named)
        if known is None or not urgent:
            await self._check_rest(user, is_open=known is not None)
        if known is not None:
            return known
        self._take_turn(user, asked=asked or urgent)
        # Not `create_dm`, which returns a channel that it has seen even when that is no more.
        opened = await client.http.start_private_message(int(user))
        channel = int(opened["id"])
        newest = int(opened.get("last_message_id") or channel)
        self._seen[user] = (channel, newest)
        await self._memory.put(
            {
                _CHANNEL + user: str(channel).encode(),
                _SEEN + user: _seen_to_data(channel, newest),
            }
        )
        self._channels[user] = channel
        return channel

    async def known(self, user: str) -> int | None:
        """The channel that is already open for a person."""
        if user not in self._channels:
            stored = await self._memory.get(_CHANNEL + user)
            if stored is None:
                return None
            self._channels[user] = int(stored)
        return self._channels[user]

    async def forget(self, user: str) -> None:
        """The channel is not there any more."""
        self._channels.pop(user, None)
        self._seen.pop(user, None)
        await self._memory.put({_CHANNEL + user: None, _SEEN + user: None})

    async def forget_person(self, user: str) -> None:
        """Nothing of them is remembered; Discord keeps the channel, and lists it to nobody."""
        self._unkept.discard(user)
        self._spoke.pop(user, None)
        await self.forget(user)
        await self._memory.put({_CLOSED + user: None})

    async def note_closed(self, user: str) -> None:
        """The person takes no messages from the bot; forgotten once they write to it."""
        self._unkept.discard(user)
        self._channels.pop(user, None)
        await self._memory.put({_CLOSED + user: b"1"})

    async def is_closed(self, user: str) -> bool:
        """Whether the last message to them was turned away, and they have not written since."""
        return user not in self._unkept and await self._memory.get(_CLOSED + user) is not None

    # --- what was written while nobody listened

    async def load_seen(self) -> None:
        """Read what was served in earlier runs; once, before events come."""
        for key, data in (await self._memory.all(_SEEN)).items():
            channel, newest = json.loads(data)
            self._seen.setdefault(key.removeprefix(_SEEN), (channel, newest))

    def seen(self) -> dict[str, tuple[int, int]]:
        """By person, the channel and the id of the newest message that was served there."""
        return dict(self._seen)

    # --- not too many

    async def rest(self) -> datetime | None:
        """Discord says that direct messages are opened too fast: stop what nobody waits for.

        Each time within a day twice as long. Returns: until when; None if it rests already.
        """
        now, before = self._now(), await self._last_rest()
        if before is not None and before.until > now:
            return None
        seconds = REST_SECONDS
        if before is not None and now - before.until < _REST_AGAIN_WITHIN:
            seconds = min(2 * before.seconds, _LONGEST_REST)
        self._rest = _Rest(now + timedelta(seconds=seconds), seconds)
        self._ramp.begin_anew(self._rest.until)
        await self._memory.put({_REST: self._rest.to_data()})
        log.error("direct_messages_resting", seconds=seconds)
        return self._rest.until

    def is_talking(self, user: str) -> bool:
        """Whether the person spoke to the bot just now: an answer is never unasked."""
        spoke = self._spoke.get(user)
        return spoke is not None and self._now() - spoke < _TALKING

    async def _check_rest(self, user: str, *, is_open: bool) -> None:
        rest = await self._last_rest()
        left = (rest.until - self._now()).total_seconds() if rest is not None else 0.0
        if left > 0 and not (is_open and self.is_talking(user)):
            raise HeldError(left, "resting")

    async def _last_rest(self) -> _Rest | None:
        if not self._rest_read:
            stored = await self._memory.get(_REST)
            self._rest_read = True
            if stored is not None and self._rest is None:
                self._rest = _Rest.from_data(stored)
                self._ramp.begin_anew(self._rest.until)
        return self._rest

    def _take_turn(self, user: str, *, asked: bool) -> None:
        if asked:
            self._ramp.note_asked(self._now())
        elif wait := self._ramp.wait(user, self._now()):
            raise HeldError(max(1.0, wait), "new direct messages wait their turn")


class _Rest:
    """A time in which nothing is sent unasked."""

    def __init__(self, until: datetime, seconds: float) -> None:
        self.until = until
        self.seconds = seconds

    def to_data(self) -> bytes:
        return json.dumps([self.until.isoformat(), self.seconds]).encode()

    @classmethod
    def from_data(cls, data: bytes) -> _Rest:
        until, seconds = json.loads(data)
        return cls(datetime.fromisoformat(until), seconds)


def _seen_to_data(channel: int, newest: int) -> bytes:
    return json.dumps([channel, newest]).encode()
