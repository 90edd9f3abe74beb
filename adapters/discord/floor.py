"""Who may write in a channel: opened and closed by permission overwrites, and put back exactly.

Only the two permissions to write are touched, of everyone's overwrite and of the bot's own, which
it needs to go on writing where everyone may not. Opening takes a refusal away and gives nobody
more than they have elsewhere on the server.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.memory import Memory
from bot.platform import Floor, Outcome, Receipt, SetFloor, SetRole

_FLOOR, _LENT = "floor|", "lent|"
_WRITING = discord.Permissions(send_messages=True, send_messages_in_threads=True).value
_POWER = (
    discord.Permissions.elevated()
    | discord.Permissions(moderate_members=True, manage_nicknames=True, mention_everyone=True)
).value
"""What a role that a member takes for themselves never brings."""
_TEXT, _ANNOUNCEMENT = 0, 5
_ROLE, _MEMBER = 0, 1
_REASON = "A meeting in chat"
_NOT_KEPT = Receipt(outcome=Outcome.RETRY, retry_after=5.0, reason="nothing can be remembered")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Overwrite:
    """What a channel gives and refuses to a role or a member, as Discord's bits."""

    allow: int = 0
    deny: int = 0

    def with_writing_of(self, other: Overwrite) -> Overwrite:
        """This one, but for writing."""
        return Overwrite(
            (self.allow & ~_WRITING) | (other.allow & _WRITING),
            (self.deny & ~_WRITING) | (other.deny & _WRITING),
        )


_GIVEN, _REFUSED, _NOTHING = Overwrite(allow=_WRITING), Overwrite(deny=_WRITING), Overwrite()


class Floors:
    """Opens and closes channels, and lends roles."""

    def __init__(self, client: discord.Client, memory: Memory) -> None:
        self._client = client
        self._memory = memory
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def set(self, wanted: SetFloor) -> Receipt:
        """Open or close it, or put back what was there.

        Raises: FAILURES of receipts, ValueError.
        """
        channel = int(wanted.to.channel or 0)
        async with self._locks[channel]:
            http: Any = self._client.http
            raw: Json = await http.get_channel(channel)
            if raw.get("type") not in (_TEXT, _ANNOUNCEMENT):
                return Receipt(outcome=Outcome.UNSUPPORTED, reason="no text channel")
            return await self._set(channel, int(raw["guild_id"]), raw, wanted.floor)

    async def _set(self, channel: int, everyone: int, raw: Json, floor: Floor) -> Receipt:
        me = self._client.user.id if self._client.user else 0
        stands = {int(each["id"]): each for each in raw.get("permission_overwrites") or []}
        stored = await self._memory.get(f"{_FLOOR}{channel}")
        if stored is None and floor is Floor.AS_BEFORE:
            return self._may(channel, everyone)
        before = json.loads(stored) if stored is not None else _kept(stands, everyone, me)
        if stored is None:
            key = f"{_FLOOR}{channel}"
            await self._memory.put({key: json.dumps(before).encode()})
            if await self._memory.get(key) is None:
                return _NOT_KEPT  # what is not remembered could not be put back
        match floor:
            case Floor.OPEN:
                there = _read(stands, everyone)
                neither = Overwrite(allow=there.allow)
                await self._write(channel, stands, everyone, _ROLE, neither, keep=True)
            case Floor.CLOSED:
                await self._write(channel, stands, me, _MEMBER, _GIVEN, keep=True)
                await self._write(channel, stands, everyone, _ROLE, _REFUSED, keep=True)
            case Floor.AS_BEFORE:
                for target, kind in ((everyone, _ROLE), (me, _MEMBER)):
                    was = before["everyone" if kind == _ROLE else "me"]
                    overwrite = Overwrite(*was) if was is not None else _NOTHING
                    await self._write(
                        channel, stands, target, kind, overwrite, keep=was is not None
                    )
                await self._memory.put({f"{_FLOOR}{channel}": None})
        return Receipt(outcome=Outcome.SENT, channel=str(channel))

    async def _write(
        self,
        channel: int,
        stands: Mapping[int, Json],
        target: int,
        kind: int,
        writing: Overwrite,
        *,
        keep: bool,
    ) -> None:
        """Have a target's overwrite say this of writing; nothing is done where it does."""
        there = _read(stands, target)
        wanted = there.with_writing_of(writing)
        http: Any = self._client.http
        if target in stands and wanted == _NOTHING and not keep:
            await http.delete_channel_permissions(channel, target, reason=_REASON)
        elif wanted != there:
            await http.edit_channel_permissions(
                channel, target, str(wanted.allow), str(wanted.deny), kind, reason=_REASON
            )

    def _may(self, channel: int, guild: int) -> Receipt:
        """Whether the bot has the right, as far as is known without trying."""
        known, server = self._client.get_channel(channel), self._client.get_guild(guild)
        if isinstance(known, discord.abc.GuildChannel) and server is not None:
            held = known.permissions_for(server.me)
            if not (held.manage_roles and held.send_messages):
                return Receipt(outcome=Outcome.REFUSED, reason="missing permissions")
        return Receipt(outcome=Outcome.SENT, channel=str(channel))

    # --- roles for a while

    async def set_role(self, wanted: SetRole) -> Receipt:
        """Give or take a role; whoever had it before it was lent to them keeps it.

        One that brings power over others is never given for good: whoever chose it for a milestone
        may have had less power than it brings.

        Raises: FAILURES of receipts, ValueError.
        """
        guild, user, role = (
            int(part or 0) for part in (wanted.to.space, wanted.to.user, wanted.role)
        )
        if wanted.given and not wanted.lent and self._has_power(guild, role):
            return Receipt(outcome=Outcome.REFUSED, reason="a role with power over others")
        http: Any = self._client.http
        key = f"{_LENT}{guild}|{user}|{role}"
        if wanted.lent and wanted.given:
            if await self._memory.get(key) is None:
                member: Json = await http.get_member(guild, user)
                held = str(role) in member.get("roles", [])
                await self._memory.put({key: b"held" if held else b"lent"})
                if await self._memory.get(key) is None:
                    return _NOT_KEPT
        elif wanted.lent and await self._memory.get(key) != b"lent":
            await self._memory.put({key: None})
            return Receipt(outcome=Outcome.SENT, reason="theirs anyway")
        await (http.add_role if wanted.given else http.remove_role)(guild, user, role)
        if wanted.lent and not wanted.given:
            await self._memory.put({key: None})
        return Receipt(outcome=Outcome.SENT)

    def _has_power(self, guild: int, role: int) -> bool:
        server = self._client.get_guild(guild)
        known = server.get_role(role) if server is not None else None
        return known is not None and bool(known.permissions.value & _POWER)


def _read(stands: Mapping[int, Json], target: int) -> Overwrite:
    raw = stands.get(target)
    return Overwrite(int(raw["allow"]), int(raw["deny"])) if raw is not None else _NOTHING


def _kept(stands: Mapping[int, Json], everyone: int, me: int) -> dict[str, list[int] | None]:
    """What has to be put back; None where there was no overwrite."""
    kept: dict[str, list[int] | None] = {}
    for name, target in (("everyone", everyone), ("me", me)):
        there = _read(stands, target)
        kept[name] = [there.allow, there.deny] if target in stands else None
    return kept
