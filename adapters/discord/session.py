"""One connection to Discord: what comes in is acknowledged, turned into events, handed on."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import discord
import structlog

from adapters.discord import controls
from adapters.discord.answering import Answers
from adapters.discord.catchup import CatchUp
from adapters.discord.client import Client
from adapters.discord.coming import Coming
from adapters.discord.direct import DirectMessages
from adapters.discord.incoming import PLATFORM, Incoming, SharedGuilds
from adapters.discord.kept import Kept
from adapters.discord.memory import Memory
from adapters.discord.menus import ON_MESSAGE, Menus
from adapters.discord.outgoing import Outgoing
from adapters.discord.publishing import PublishedMenus
from adapters.discord.receipts import FAILURES, OPENING_TOO_FAST
from adapters.discord.sharded import ShardedClient
from adapters.discord.traffic import Traffic
from adapters.discord.unlisted import Unlisted
from bot.commands import Command, CommandTable, FirstResponse, Suggest
from bot.errors import HandrailError
from bot.platform import (
    Address,
    Change,
    Chose,
    Commanded,
    Event,
    FormFilled,
    Reply,
    Reported,
    Say,
    Sink,
)
from bot.texts import Texts

log = structlog.get_logger(__name__)

_LANGUAGES = 2000
_OUT = "out|"
"""In the adapter's state: a server that the bot was put out of."""
_SUGGEST_WITHIN = 2.0  # seconds, of the three that Discord waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the bot account is used; see `DiscordAdapter`."""

    guilds: tuple[str, ...]
    open_to_all: bool
    operator: str
    message_content: bool
    members: bool
    suggest: Suggest | None
    offset: timedelta
    guild_ready_timeout: float
    shard_count: int | None
    shard_ids: tuple[int, ...]
    roles: Mapping[str, str]

    @property
    def has_direct_messages(self) -> bool:
        """Whether this process is the one that Discord tells of direct messages."""
        return not self.shard_ids or 0 in self.shard_ids


class Session:
    """The client of one connection and what it needs; `adapters.discord.client.Handlers`."""

    def __init__(
        self,
        options: Options,
        sink: Sink,
        table: CommandTable,
        texts: Texts,
        memory: Memory,
        direct: DirectMessages,
        traffic: Traffic,
        now: Callable[[], datetime],
    ) -> None:
        self._options = options
        self._memory = memory
        self._sink = sink
        self._table = table
        self._direct = direct
        self._texts = texts
        self._now = now
        self._menus = Menus(table, texts, options.suggest)
        shards: dict[str, Any] = {}
        if options.shard_count is not None:
            ids = options.shard_ids or range(options.shard_count)
            shards = {"shard_count": options.shard_count, "shard_ids": list(ids)}
        self.client = (ShardedClient if shards else Client)(
            self,
            **shards,
            message_content=options.message_content,
            members=options.members,
            traffic=traffic,
            guild_ready_timeout=options.guild_ready_timeout,
        )
        self._published = PublishedMenus(
            self.client,
            memory,
            self._menus,
            guilds=options.guilds,
            everywhere=options.open_to_all or not options.guilds,
        )
        self.shared = SharedGuilds(self.client, options.guilds)
        self.answers = Answers(texts, table)
        self._kept = Kept(self.client, memory, texts, now)
        self.outgoing = Outgoing(
            self.client,
            memory,
            direct,
            now,
            options.offset,
            self._kept,
            texts,
            self._account_restricted,
        )
        self._incoming = Incoming(
            self.client, self.shared, options.offset, {int(r): n for r, n in options.roles.items()}
        )
        self._unlisted = Unlisted(
            self.client,
            memory,
            direct,
            texts,
            guilds=options.guilds,
            open_to_all=options.open_to_all,
            operator=options.operator,
        )
        self._coming = Coming(self.client, memory, self._incoming, sink)
        self._catch_up = CatchUp(self.client, direct, self._take)
        self._languages: OrderedDict[str, str] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()
        self.connected = False

    async def run(self, token: str) -> None:
        """Connect, and stay so. Raises: what the library ends with."""
        await self.outgoing.forget_old()
        await self._kept.forget_old()
        if self._options.has_direct_messages:
            await self._direct.load_seen()
        log.info(
            "discord_intents",
            message_content=self._options.message_content,
            members=self._options.members,
        )
        self._begin(self._catch_up.run())
        await self.client.start(token)

    async def end(self) -> None:
        """Stop whatever goes on beside the connection, and that."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.client.close()

    async def can_reach(self, user: str) -> bool:
        """Whether direct messages arrive; greets the person where that has to be found out."""
        language = self._languages.get(user, "en")
        return await self.outgoing.can_reach(user, self._texts.body(language, "discord-hello"))

    # --- the connection

    async def logged_in(self) -> None:
        """Menus are brought up to date before events flow."""
        await self._published.everywhere()

    async def entered(self, guild: int) -> None:
        found = self.client.get_guild(guild)
        if found is not None and not self._unlisted.stays(guild):
            await self._decline(found)
            return
        if await self._memory.get(f"{_OUT}{guild}") is not None:
            await self._back(guild)
        await self._published.anew(guild)
        if found is not None:
            await self._coming.into(found)

    async def left(self, guild: int) -> None:
        if self._unlisted.stays(guild):
            await self._sink(self._incoming.left_by_bot(guild, datetime.now(UTC)))
            await self._memory.put({f"{_OUT}{guild}": b"1"})

    async def _compare(self) -> None:
        """Where the bot was put out of, or let in again, while it was not connected."""
        there = {str(guild.id) for guild in self.client.guilds}
        gone = {key.removeprefix(_OUT) for key in await self._memory.all(_OUT)}
        if not self._options.shard_count:  # else others may have them
            for guild in set(self._options.guilds) - there:
                await self.left(int(guild))
        for guild in gone & there:
            await self._back(int(guild))

    async def _back(self, guild: int) -> None:
        """The bot is in a server again that it was put out of."""
        await self._sink(self._incoming.let_in_again(guild, datetime.now(UTC)))
        await self._memory.put({f"{_OUT}{guild}": None})

    def session_began(self) -> None:
        if self._options.has_direct_messages:
            self._catch_up.everything()

    async def ready(self) -> None:
        await self._compare()
        for guild in self._unlisted.strangers():
            await self._decline(guild)
        for guild in self.client.guilds:
            if self._unlisted.stays(guild.id):
                await self._coming.into(guild)

    async def _decline(self, guild: discord.Guild) -> None:
        owner = guild.owner_id
        if await self._unlisted.leave(guild):
            await self._sink(self._incoming.declined(guild.id, owner, datetime.now(UTC)))

    def _account_restricted(self, until: datetime) -> None:
        event = self._incoming.restricted(until, str(OPENING_TOO_FAST), self._now())
        self._begin(self._hand_on(event))

    async def _hand_on(self, event: Event) -> None:
        try:
            await self._sink(event)
        except Exception as error:
            log.error("event_not_taken", kind=type(event).__name__, error=type(error).__name__)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def connection_changed(self, connected: bool) -> None:
        if connected != self.connected:
            log.info("discord_connection", connected=connected)
        self.connected = connected

    # --- what happens

    async def message(self, message: discord.Message) -> None:
        if _is_somebodys(message):
            await self._catch_up.live(message)

    async def _take(self, message: discord.Message) -> None:
        if not _is_somebodys(message):  # a history holds all kinds
            return
        user = str(message.author.id)
        if message.guild is None:
            self._direct.heard(user, message.channel.id)
        event = await self._incoming.said(message)
        if event.addressed:
            self._direct.spoke(user)
        if event.text or event.addressed:  # without the intent, others' words are empty
            await self._sink(event)

    async def member_changed(self, guild: int, user: int, change: Change, at: datetime) -> None:
        await self._sink(self._incoming.member_changed(guild, user, change, at))

    async def interaction(self, interaction: discord.Interaction) -> None:
        if self.answers.knows(interaction):
            return
        data: Any = interaction.data or {}
        event: Commanded | Chose | FormFilled | Reported | None = None
        match interaction.type:
            case discord.InteractionType.application_command if data.get("type") == ON_MESSAGE:
                event = await self._reported(interaction, data)
            case discord.InteractionType.application_command:
                event = await self._commanded(interaction, data)
            case discord.InteractionType.component:
                event = await self._chose(interaction, data)
            case discord.InteractionType.modal_submit:
                event = await self._filled(interaction, data)
            case discord.InteractionType.autocomplete:
                await self._suggest(interaction, data)
            case _:
                pass
        if event is None:
            return
        user = str(interaction.user.id)
        self._direct.spoke(user)
        if interaction.guild_id is None and interaction.channel_id is not None:
            self._direct.heard(user, interaction.channel_id)
        self._languages[user] = self._texts.language_for(event.locale)
        while len(self._languages) > _LANGUAGES:
            self._languages.popitem(last=False)
        await self._sink(event)
        await self._direct.keep(user)

    # --- interactions, each acknowledged first

    async def _commanded(self, interaction: discord.Interaction, data: Any) -> Commanded | None:
        found = self._menus.command(data)
        if found is None:  # a menu from before an update; the core explains
            handle = await self.answers.acknowledge(interaction)
            return await self._incoming.commanded(interaction, handle, str(data["name"]), {})
        command, args = found
        if form := self._form_of(command):
            await self._open(interaction, form, "")
            return None
        private = command.first_response is not FirstResponse.PUBLIC
        handle = await self.answers.acknowledge(interaction, private=private)
        return await self._incoming.commanded(interaction, handle, command.name, args)

    async def _reported(self, interaction: discord.Interaction, data: Any) -> Reported:
        """From the menu of a message, of which Discord tells the words."""
        handle = await self.answers.acknowledge(interaction)
        return await self._incoming.reported(interaction, handle, data)

    def _form_of(self, command: Command) -> str | None:
        first = command.first_response is FirstResponse.FORM
        form = controls.form_named(self._table, command.form) if first else None
        return form.name if form else None

    async def _chose(self, interaction: discord.Interaction, data: Any) -> Chose | None:
        key = controls.kept_key(data["custom_id"])
        kept = await self._kept.behind(key) if key is not None else None
        if kept is not None:
            await self._show(interaction, kept)
            return None
        pressed = controls.pressed(data["custom_id"], data.get("values") or ())
        if pressed is None:  # from before an update; the core explains
            handle = await self.answers.acknowledge(interaction)
            return await self._incoming.chose(interaction, handle, "", "")
        form = controls.form_named(self._table, pressed.form)
        if form is not None:
            await self._open(interaction, form.name, pressed.prompt)
            return None
        handle = await self.answers.acknowledge(interaction)
        choice = pressed.choice or pressed.form or ""
        return await self._incoming.chose(interaction, handle, pressed.prompt, choice)

    async def _show(self, interaction: discord.Interaction, kept: Say) -> None:
        """What is kept, to whom it is for; to others that it is not for them."""
        handle = await self.answers.acknowledge(interaction)
        event = await self._incoming.chose(interaction, handle, "", "")
        if str(interaction.user.id) == kept.to.user:
            reply = Reply(
                to=event, body=kept.body, choices=kept.choices, attachments=kept.attachments
            )
        else:
            language = self._texts.language_for(event.locale)
            reply = Reply(to=event, body=self._texts.body(language, "discord-kept-others"))
        await self.answers.answer(reply)

    async def _filled(self, interaction: discord.Interaction, data: Any) -> FormFilled | None:
        form, prompt = controls.filled(data["custom_id"]) or ("", "")
        handle = await self.answers.acknowledge(interaction)
        values = controls.values_of(data.get("components") or [])
        return await self._incoming.filled(interaction, handle, form, prompt, values)

    async def _open(self, interaction: discord.Interaction, form: str, prompt: str) -> None:
        try:
            await self.answers.open_form(interaction, form, prompt)
        except FAILURES as error:
            # The client tells the person that nothing happened; they can press again.
            log.warning("form_not_opened", error=type(error).__name__)

    async def _suggest(self, interaction: discord.Interaction, data: Any) -> None:
        try:
            async with asyncio.timeout(_SUGGEST_WITHIN):
                offered = await self._menus.suggestions(
                    data,
                    str(interaction.locale.value),
                    Address(PLATFORM, user=str(interaction.user.id)),
                    str(interaction.guild_id) if interaction.guild_id else None,
                )
        except HandrailError:  # what was typed so far means nothing yet
            offered = []
        except Exception as error:
            log.warning("nothing_suggested", error=type(error).__name__)
            offered = []
        try:
            await self.answers.suggest(interaction, offered)
        except FAILURES as error:  # nothing is offered then; what is typed still counts
            log.debug("nothing_suggested", error=type(error).__name__)


def _is_somebodys(message: discord.Message) -> bool:
    """Whether a person wrote it: no bot, no webhook, and not Discord in their name."""
    ordinary = message.type in (discord.MessageType.default, discord.MessageType.reply)
    return ordinary and not message.author.bot and not message.webhook_id
