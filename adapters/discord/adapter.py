"""Discord as a platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from adapters.discord import client as connection
from adapters.discord.direct import DirectMessages
from adapters.discord.incoming import PLATFORM
from adapters.discord.memory import Memory
from adapters.discord.session import Options, Session
from adapters.discord.traffic import MOST_REFUSED, PER_SECOND, Traffic
from bot.commands import CommandTable, Suggest
from bot.platform import (
    Ability,
    Action,
    AdapterState,
    AdapterStopped,
    Address,
    Audience,
    NotSent,
    Outcome,
    Pace,
    Receipt,
    Reply,
    Say,
    Sink,
)
from bot.texts import Texts

IN_DOUBT_SECONDS = 120.0
"""Discord recognises a nonce for "the past few minutes"; two are surely among them."""

_NOT_CONNECTED = Receipt(outcome=Outcome.RETRY, retry_after=5.0, reason="not connected")


class DiscordAdapter:
    """One bot account on Discord.

    Args:
        guilds: ids of the guilds where the bot is at home: their menus are set up at once, and
            it leaves others. If empty it stays anywhere, and menus are global, which Discord
            spreads within the hour.
        open_to_all: it stays anywhere, whatever is listed.
        operator: how those who run it can be reached; told in guilds that it leaves.
        message_content, members: whether these privileged intents are asked for.
        new_dms_per_minute: direct-message channels that may be opened; dms_per_minute: messages.
        suggest: what is offered while somebody types an argument; see `Suggest`.
        requests_per_second, most_refused: see `Traffic`.
        api_base, gateway: other addresses than Discord's, for stand-ins.
        now: the bot's clock.
        offset: what that clock is ahead of the machine's, in rehearsals.
        guild_ready_timeout: seconds to wait for the next guild while connecting.
        roles: what roles of servers mean here, by their ids: "moderator", "facilitator" or
            "peer_supporter". Who may moderate on Discord, by permissions, is a moderator anyway.
        shard_count: into how many connections the servers are parted; None: all on one.
        shard_ids: which of them are this process's; none: all. With several processes, the one
            that has shard 0 hears direct messages and sends everything; the others answer
            interactions and hand on what happens in their servers.
    """

    def __init__(
        self,
        *,
        token: str,
        guilds: tuple[str, ...],
        texts: Texts,
        state: AdapterState,
        now: Callable[[], datetime],
        open_to_all: bool = False,
        operator: str = "",
        message_content: bool = False,
        members: bool = False,
        new_dms_per_minute: float = 10,
        dms_per_minute: float = 60,
        suggest: Suggest | None = None,
        requests_per_second: int = PER_SECOND,
        most_refused: int = MOST_REFUSED,
        api_base: str | None = None,
        gateway: str | None = None,
        offset: timedelta = timedelta(0),
        guild_ready_timeout: float = 2.0,
        roles: Mapping[str, str] | None = None,
        shard_count: int | None = None,
        shard_ids: tuple[int, ...] = (),
    ) -> None:
        self._token = token
        self._options = Options(
            guilds=guilds,
            open_to_all=open_to_all,
            operator=operator,
            message_content=message_content,
            members=members,
            suggest=suggest,
            offset=offset,
            guild_ready_timeout=guild_ready_timeout,
            shard_count=shard_count,
            shard_ids=shard_ids,
            roles=roles or {},
        )
        self._texts = texts
        self._memory = Memory(state)
        self._now = now
        self._dms_per_minute = dms_per_minute
        self._api_base = api_base
        self._gateway = gateway
        self._direct = DirectMessages(self._memory, now, new_dms_per_minute)
        self._traffic = Traffic(requests_per_second, most_refused)
        self._session: Session | None = None
        self._closing = False

    @property
    def platform(self) -> str:
        return PLATFORM

    @property
    def pace(self) -> Pace:
        return Pace(
            per_minute=self._dms_per_minute,
            burst=5,
            concurrent=4,
            in_doubt_seconds=IN_DOUBT_SECONDS,
        )

    @property
    def connected(self) -> bool:
        return self._session is not None and self._session.connected

    @property
    def hears_everything(self) -> bool:
        """Whether words in channels reach the bot that are not addressed to it.

        Without the Message Content intent a watch for crises covers mentions and direct messages.
        """
        return self._options.message_content

    def abilities(self, where: Address) -> frozenset[Ability]:
        if where.space is None:
            # Words in direct messages open no form: only a command or a button does.
            return frozenset({Ability.PRIVATE_REPLY})
        return frozenset({Ability.PRIVATE_REPLY, Ability.FORM, Ability.PRIVATE_ROOM})

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        connection.keep_quiet()
        session = Session(
            self._options,
            sink,
            commands,
            self._texts,
            self._memory,
            self._direct,
            self._traffic,
            self._now,
        )
        with connection.pointed_at(self._api_base, self._gateway):
            try:
                self._session = session
                await session.run(self._token)
            except Exception as error:
                raise connection.stopped(
                    error,
                    message_content=self._options.message_content,
                    members=self._options.members,
                ) from error
            finally:
                self._session = None
                await session.end()
        if not self._closing:
            raise AdapterStopped("Discord ended the connection; I'll connect anew.")

    async def perform(self, action: Action) -> Receipt:
        session = self._session
        if session is None or not session.client.is_logged_in:
            return _NOT_CONNECTED
        if not isinstance(action, Reply):
            return await session.outgoing.perform(action)
        if action.to.waiting is not None:
            return await session.answers.answer(action)
        return await session.outgoing.perform(_as_say(action))

    async def can_reach(self, user: Address) -> bool:
        """Whether direct messages arrive; what cannot be learnt now counts as yes.

        Whom the bot never wrote to gets a first line, since Discord tells no other way.
        """
        if user.user is None or await self._direct.is_closed(user.user):
            return False
        session = self._session
        if session is None or not session.client.is_logged_in:
            return True
        if await self._direct.known(user.user) is not None:
            return True
        if not user.user.isdecimal() or await session.shared.of(int(user.user)) == ():
            return False
        return await session.can_reach(user.user)

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        session = self._session
        return await session.outgoing.find_sent(key, to, since) if session else None

    async def close(self) -> None:
        self._closing = True
        if self._session is not None:
            await self._session.client.close()


def _as_say(reply: Reply) -> Say:
    """An answer that nothing waits for; a private one goes to the person's direct messages."""
    event = reply.to
    private = reply.audience is not Audience.PUBLIC and not event.direct
    return Say(
        to=Address(PLATFORM, user=event.actor.user) if private else event.where,
        body=reply.body,
        audience=Audience.DIRECT if private else reply.audience,
        choices=reply.choices,
        attachments=reply.attachments,
        answers=None if private else event.message,
        key=reply.key,
    )
