"""One connection to Discord: what comes in is acknowledged, turned into events, handed on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakValueDictionary

import discord
import structlog

from adapters.discord import controls
from adapters.discord.answering import Answers
from adapters.discord.client import Client
from adapters.discord.direct import DirectMessages
from adapters.discord.incoming import Incoming, SharedGuilds
from adapters.discord.memory import Memory
from adapters.discord.menus import BOT_DM, GUILD, Menus, fingerprint
from adapters.discord.outgoing import Outgoing
from adapters.discord.receipts import FAILURES
from bot.commands import Command, CommandTable, FirstResponse
from bot.platform import Change, Chose, Commanded, FormFilled, Sink
from bot.texts import Texts

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the bot account is used; see `DiscordAdapter`."""

    guilds: tuple[str, ...]
    message_content: bool
    members: bool
    offset: timedelta
    guild_ready_timeout: float


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
        now: Callable[[], datetime],
    ) -> None:
        self._options = options
        self._sink = sink
        self._table = table
        self._memory = memory
        self._direct = direct
        self._menus = Menus(table, texts)
        self.client = Client(
            self,
            message_content=options.message_content,
            members=options.members,
            guild_ready_timeout=options.guild_ready_timeout,
        )
        self.shared = SharedGuilds(self.client)
        self.answers = Answers(texts, table)
        self.outgoing = Outgoing(self.client, memory, direct, now, options.offset)
        self._incoming = Incoming(self.client, self.shared, options.offset)
        self.connected = False
        # Messages of one channel are taken in the order in which they were written.
        self._in_order: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    # --- the connection

    async def logged_in(self) -> None:
        """Menus are brought up to date before events flow."""
        for guild in self._options.guilds:
            await self._sync(guild, self._menus.payload())
        # Commands of a guild do not reach direct messages; global ones do.
        contexts = (BOT_DM,) if self._options.guilds else (GUILD, BOT_DM)
        await self._sync(None, self._menus.payload(contexts))

    async def entered(self, guild: int) -> None:
        """A guild that the bot is new in has none of its menus."""
        if str(guild) in self._options.guilds:
            await self._memory.put({_menus_key(str(guild)): None})
            await self._sync(str(guild), self._menus.payload())

    def connection_changed(self, connected: bool) -> None:
        if connected != self.connected:
            log.info("discord_connection", connected=connected)
        self.connected = connected

    # --- what happens

    async def message(self, message: discord.Message) -> None:
        ordinary = message.type in (discord.MessageType.default, discord.MessageType.reply)
        if not ordinary or message.author.bot or message.webhook_id:
            return
        lock = self._in_order.setdefault(message.channel.id, asyncio.Lock())
        async with lock:
            if message.guild is None:
                self._direct.heard(str(message.author.id), message.channel.id)
            event = await self._incoming.said(message)
            if event.text or event.addressed:  # without the intent, others' words are empty
                await self._sink(event)
            await self._direct.keep(str(message.author.id))

    async def member_changed(self, guild: int, user: int, change: Change, at: datetime) -> None:
        await self._sink(self._incoming.member_changed(guild, user, change, at))

    async def interaction(self, interaction: discord.Interaction) -> None:
        if self.answers.knows(interaction):
            return
        data: Any = interaction.data or {}
        event: Commanded | Chose | FormFilled | None = None
        match interaction.type:
            case discord.InteractionType.application_command:
                event = await self._commanded(interaction, data)
            case discord.InteractionType.component:
                event = await self._chose(interaction, data)
            case discord.InteractionType.modal_submit:
                event = await self._filled(interaction, data)
            case _:
                pass
        if event is None:
            return
        if interaction.guild_id is None and interaction.channel_id is not None:
            self._direct.heard(str(interaction.user.id), interaction.channel_id)
        await self._sink(event)
        await self._direct.keep(str(interaction.user.id))

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

    def _form_of(self, command: Command) -> str | None:
        first = command.first_response is FirstResponse.FORM
        form = controls.form_named(self._table, command.form) if first else None
        return form.name if form else None

    async def _chose(self, interaction: discord.Interaction, data: Any) -> Chose | None:
        pressed = controls.pressed(data["custom_id"], data.get("values") or ())
        if pressed is None:
            return None
        form = controls.form_named(self._table, pressed.form)
        if form is not None:
            await self._open(interaction, form.name, pressed.prompt)
            return None
        handle = await self.answers.acknowledge(interaction)
        choice = pressed.choice or pressed.form or ""
        return await self._incoming.chose(interaction, handle, pressed.prompt, choice)

    async def _filled(self, interaction: discord.Interaction, data: Any) -> FormFilled | None:
        found = controls.filled(data["custom_id"])
        if found is None:
            return None
        handle = await self.answers.acknowledge(interaction)
        form, prompt = found
        values = controls.values_of(data.get("components") or [])
        return await self._incoming.filled(interaction, handle, form, prompt, values)

    async def _open(self, interaction: discord.Interaction, form: str, prompt: str) -> None:
        try:
            await self.answers.open_form(interaction, form, prompt)
        except FAILURES as error:
            # The client tells the person that nothing happened; they can press again.
            log.warning("form_not_opened", error=type(error).__name__)

    # --- menus

    async def _sync(self, guild: str | None, payload: Sequence[dict[str, Any]]) -> None:
        """Send the menus if they changed; what Discord refuses is logged and tried next time."""
        application = self.client.application_id or 0
        latest = fingerprint([{"application": application}, *payload])
        key = _menus_key(guild)
        if await self._memory.get(key) == latest:
            return
        http = self.client.http
        try:
            if guild is None:
                await http.bulk_upsert_global_commands(application, list(payload))
            else:
                await http.bulk_upsert_guild_commands(application, int(guild), list(payload))
        except FAILURES as error:
            code = error.code if isinstance(error, discord.HTTPException) else 0
            log.error("menus_not_synced", error=type(error).__name__, code=code)
            return
        await self._memory.put({key: latest})
        log.info("menus_synced", commands=len(payload), everywhere=guild is None)


def _menus_key(guild: str | None) -> str:
    return f"menus|{guild or ''}"
