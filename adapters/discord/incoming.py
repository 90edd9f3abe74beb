"""What happens on Discord, as the neutral events."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import discord

from adapters.discord.receipts import FAILURES
from bot.newest import Newest
from bot.platform import (
    AccountRestricted,
    Address,
    Change,
    Chose,
    Commanded,
    FormFilled,
    Invited,
    InviteDeclined,
    MemberChanged,
    Reported,
    Said,
)

PLATFORM = "discord"

_OWNS = discord.Permissions(administrator=True, manage_guild=True)
_MODERATES = discord.Permissions(
    administrator=True, manage_guild=True, moderate_members=True, manage_messages=True
)
_ASKED_GUILDS = 20
_REMEMBERED = 10_000
_GUILDS_LIVE = 3600.0
_GUILDS_TIMEOUT = 2.0


class SharedGuilds:
    """Which guilds a person shares with the bot, as far as it can know.

    Args:
        listed: ids of guilds that are looked at first; they may be on another shard.
    """

    def __init__(self, client: discord.Client, listed: Sequence[str] = ()) -> None:
        self._client = client
        self._listed = [int(guild) for guild in listed if guild.isdecimal()]
        self._known: Newest[int, tuple[float, tuple[str, ...]]] = Newest(_REMEMBERED)

    async def of(self, user: int) -> tuple[str, ...] | None:
        """The guilds' ids; None if that cannot be learnt now. Asks once an hour per person."""
        known = self._known.get(user)
        if known is not None and time.monotonic() - known[0] < _GUILDS_LIVE:
            return known[1]
        try:
            async with asyncio.timeout(_GUILDS_TIMEOUT):
                there = [*self._listed, *(guild.id for guild in self._client.guilds)]
                guilds = list(dict.fromkeys(there))[:_ASKED_GUILDS]
                shared = [guild for guild in guilds if await self._is_in(guild, user)]
        except FAILURES:
            return known[1] if known else None
        found = tuple(map(str, shared))
        self._known[user] = (time.monotonic(), found)
        return found

    async def _is_in(self, guild: int, user: int) -> bool:
        try:
            await self._client.http.get_member(guild, user)
        except (discord.NotFound, discord.Forbidden):  # also where the bot itself is not
            return False
        return True


class Incoming:
    """Builds events.

    Args:
        offset: added to Discord's times, in rehearsals.
        named: what roles of servers mean here, by their ids ("facilitator").
    """

    def __init__(
        self,
        client: discord.Client,
        shared: SharedGuilds,
        offset: timedelta,
        named: Mapping[int, str],
    ) -> None:
        self._client = client
        self._shared = shared
        self._offset = offset
        self._named = named

    async def commanded(
        self,
        interaction: discord.Interaction,
        waiting: str | None,
        name: str,
        args: Mapping[str, str],
    ) -> Commanded:
        base = await self._of_interaction(interaction, waiting)
        return Commanded(**base, name=name, args=args)

    async def chose(
        self, interaction: discord.Interaction, waiting: str | None, prompt: str, choice: str
    ) -> Chose:
        base = await self._of_interaction(interaction, waiting)
        return Chose(**base, prompt=prompt, choice=choice)

    async def filled(
        self,
        interaction: discord.Interaction,
        waiting: str | None,
        form: str,
        prompt: str,
        values: Mapping[str, str],
    ) -> FormFilled:
        base = await self._of_interaction(interaction, waiting)
        return FormFilled(**base, form=form, prompt=prompt, values=values)

    async def reported(
        self, interaction: discord.Interaction, waiting: str | None, data: Mapping[str, Any]
    ) -> Reported:
        """A message that somebody reports from its menu."""
        base = await self._of_interaction(interaction, waiting)
        target = str(data["target_id"])
        found = data.get("resolved", {}).get("messages", {}).get(target, {})
        author, guild = str(found.get("author", {}).get("id", "")), interaction.guild
        roles: frozenset[str] = frozenset()
        if guild is not None and author.isdecimal():
            roles = await self._roles_in(guild, int(author))
        return Reported(
            **base,
            reported=target,
            author=Address(PLATFORM, user=author) if author else None,
            author_roles=roles,
            quote=str(found.get("content", "")),
        )

    async def _roles_in(self, guild: discord.Guild, user: int) -> frozenset[str]:
        """What somebody is in a guild, as far as that can be learnt now."""
        member = guild.get_member(user)
        if member is None:
            try:
                async with asyncio.timeout(_GUILDS_TIMEOUT):
                    member = await guild.fetch_member(user)
            except FAILURES:
                return roles_of(guild, user, discord.Permissions.none())
        return roles_of(guild, user, member.guild_permissions) | self._given(member)

    async def said(self, message: discord.Message) -> Said:
        guild = message.guild
        author = message.author
        me = self._client.user.id if self._client.user else 0
        direct = guild is None
        text, named = without_mention(message.content, me)
        if guild is None:
            roles: frozenset[str] = frozenset()
            spaces = await self._shared.of(author.id) or ()
        else:
            member = author if isinstance(author, discord.Member) else None
            held = member.guild_permissions if member else discord.Permissions.none()
            roles = roles_of(guild, author.id, held) | self._given(author)
            spaces = (str(guild.id),)
        return Said(
            id=str(message.id),
            at=message.created_at + self._offset,
            where=place(guild.id if guild else None, message.channel.id, author.id),
            actor=Address(PLATFORM, user=str(author.id)),
            roles=roles,
            ranks=self.ranks_of(author),
            spaces=spaces,
            direct=direct,
            message=str(message.id),
            thread_of=_parent_of(message.channel),
            text=text,
            addressed=direct or named or any(user.id == me for user in message.mentions),
            replies_to=_replied(message),
            below=_replied(message),
            with_file=bool(message.attachments or message.stickers),
        )

    def member_changed(self, guild: int, user: int, change: Change, at: datetime) -> MemberChanged:
        """Discord gives such an event no id; who, where and when make one."""
        return MemberChanged(
            id=f"{change.value}:{guild}:{user}:{int(at.timestamp())}",
            at=at + self._offset,
            where=Address(PLATFORM, space=str(guild)),
            actor=Address(PLATFORM, user=str(user)),
            spaces=(str(guild),) if change is Change.JOINED else (),
            change=change,
        )

    def left_by_bot(self, guild: int, at: datetime) -> MemberChanged:
        """The bot was removed from a guild, or the guild is no more."""
        me = self._me()
        return MemberChanged(
            id=f"out:{guild}:{int(at.timestamp())}",
            at=at + self._offset,
            where=Address(PLATFORM, space=str(guild)),
            actor=me,
            spaces=(str(guild),),
            change=Change.LEFT,
            own=True,
        )

    def let_in_again(self, guild: int, at: datetime) -> MemberChanged:
        """The bot is back in a guild of which `left_by_bot` told."""
        return MemberChanged(
            id=f"back:{guild}:{int(at.timestamp())}",
            at=at + self._offset,
            where=Address(PLATFORM, space=str(guild)),
            actor=self._me(),
            spaces=(str(guild),),
            change=Change.JOINED,
            own=True,
        )

    def declined(self, guild: int, owner: int | None, at: datetime) -> InviteDeclined:
        """The bot went out of a guild in which it was not to be."""
        return InviteDeclined(
            id=f"declined:{guild}:{int(at.timestamp())}",
            at=at + self._offset,
            where=Address(PLATFORM, space=str(guild)),
            actor=Address(PLATFORM, user=str(owner)) if owner else self._me(),
        )

    def invited(self, guild: discord.Guild, by: int | None, name: str) -> Invited:
        """The bot came into a guild; whoever adds a bot may manage the guild."""
        joined = guild.me.joined_at
        at = joined or datetime.now(UTC)
        return Invited(
            id=f"invited:{guild.id}:{int(at.timestamp()) if joined else 0}",
            at=at + self._offset,
            where=Address(PLATFORM, space=str(guild.id)),
            actor=Address(PLATFORM, user=str(by)) if by else self._me(),
            locale=str(guild.preferred_locale.value),
            roles=frozenset({"owner", "moderator"}),
            spaces=(str(guild.id),),
            name=name,
        )

    def restricted(self, until: datetime, reason: str, at: datetime) -> AccountRestricted:
        """Discord stopped the bot from opening direct messages.

        Args:
            until, at: on the bot's clock.
        """
        return AccountRestricted(
            id=f"restricted:{int(at.timestamp())}",
            at=at,
            where=Address(PLATFORM),
            actor=self._me(),
            spaces=tuple(str(guild.id) for guild in self._client.guilds),
            until=until,
            reason=reason,
        )

    @staticmethod
    def ranks_of(user: discord.User | discord.Member) -> frozenset[str]:
        """The ids of the roles that somebody has been given on the server."""
        if not isinstance(user, discord.Member):
            return frozenset()
        held: Any = user._roles  # also of roles that the client has not been told of
        return frozenset(str(role) for role in held)

    def _given(self, user: discord.User | discord.Member) -> frozenset[str]:
        """What the roles that somebody has been given on the server mean here."""
        if not isinstance(user, discord.Member):
            return frozenset()
        return frozenset(name for role, name in self._named.items() if user.get_role(role))

    def _me(self) -> Address:
        me = self._client.user
        return Address(PLATFORM, user=str(me.id) if me else None)

    async def _of_interaction(
        self, interaction: discord.Interaction, waiting: str | None
    ) -> dict[str, Any]:
        user, guild_id = interaction.user, interaction.guild_id
        if guild_id is None:
            roles: frozenset[str] = frozenset()
            spaces = await self._shared.of(user.id) or ()
        else:
            roles = roles_of(interaction.guild, user.id, interaction.permissions)
            roles |= self._given(user)
            spaces = (str(guild_id),)
        source = interaction.message
        inside = _parent_of(interaction.channel)
        return {
            "id": str(interaction.id),
            "at": interaction.created_at + self._offset,
            "where": place(guild_id, interaction.channel_id, user.id),
            "actor": Address(PLATFORM, user=str(user.id)),
            "locale": str(interaction.locale.value),
            "roles": roles,
            "ranks": self.ranks_of(user),
            "spaces": spaces,
            "direct": guild_id is None,
            "message": str(source.id) if source else None,
            "thread_of": inside,
            "waiting": waiting,
        }


def _parent_of(channel: object) -> str | None:
    """The channel or forum that a thread is in."""
    return str(channel.parent_id) if isinstance(channel, discord.Thread) else None


def _replied(message: discord.Message) -> str | None:
    """The message that it is a reply to."""
    told = message.reference
    return str(told.message_id) if told is not None and told.message_id is not None else None


def place(guild: int | None, channel: int | None, user: int) -> Address:
    """A channel of a guild, or the direct messages of a person."""
    where = str(channel) if channel is not None else None
    if guild is None:
        return Address(PLATFORM, channel=where, user=str(user))
    return Address(PLATFORM, space=str(guild), channel=where)


def roles_of(
    guild: discord.Guild | None, user: int, permissions: discord.Permissions
) -> frozenset[str]:
    """What Discord's server says: who owns or manages the guild, and who may moderate here."""
    roles: set[str] = set()
    if (guild is not None and guild.owner_id == user) or permissions.value & _OWNS.value:
        roles.add("owner")
    if permissions.value & _MODERATES.value:
        roles.add("moderator")
    return frozenset(roles)


def without_mention(content: str, me: int) -> tuple[str, bool]:
    """The text without the mention of the bot that it begins with, and whether it did."""
    rest, count = re.subn(rf"^\s*<@!?{me}>[\s,:]*", "", content)
    return rest, bool(count)
