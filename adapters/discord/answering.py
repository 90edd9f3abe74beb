"""Interactions: acknowledged within Discord's three seconds, finished within fifteen minutes.

A command is deferred before its handler runs, with the audience that the table declares; a press
or a form keeps its message and answers below it, or in its place. In direct messages nothing is
ephemeral: what is said there is private anyway and shall not vanish.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

import aiohttp
import discord
from discord import app_commands, ui

from adapters.discord import controls, markdown
from adapters.discord.receipts import ALREADY_ACKNOWLEDGED, FAILURES, receipt_of
from bot.commands import CommandTable
from bot.platform import Attachment, Audience, Outcome, Receipt, Reply
from bot.texts import Texts

_LIVES = 14.5 * 60  # seconds
_MOST = 2000
_ACKNOWLEDGE_WITHIN = 10.0
_ANSWER_WITHIN = 45.0
Done = TypeVar("Done")
_NO_VIEW = discord.utils.MISSING


@dataclass
class Live:
    """An interaction that was acknowledged and may still be answered.

    Args:
        thinking: a message of its own says "thinking"; the first answer takes its place.
        private: whether that message is seen by the actor only.
    """

    interaction: discord.Interaction
    began: float
    thinking: bool
    private: bool
    lock: asyncio.Lock


class Answers:
    """The live interactions of one connection, by their id."""

    def __init__(self, texts: Texts, table: CommandTable) -> None:
        self._texts = texts
        self._table = table
        self._live: OrderedDict[str, Live] = OrderedDict()

    def knows(self, interaction: discord.Interaction) -> bool:
        """Whether this one came before: a resumed connection may repeat it."""
        return str(interaction.id) in self._live

    async def acknowledge(
        self, interaction: discord.Interaction, *, private: bool = True
    ) -> str | None:
        """Defer; the handle of what can then be answered, or None if it was too late.

        Args:
            private: for commands and for forms that a command opened.
        """
        updates = interaction.message is not None
        hidden = private and interaction.guild_id is not None
        try:
            async with asyncio.timeout(_ACKNOWLEDGE_WITHIN):
                await _repeated(
                    lambda: interaction.response.defer(ephemeral=hidden, thinking=not updates)
                )
        except discord.HTTPException as error:
            if error.code != ALREADY_ACKNOWLEDGED:  # then an earlier attempt came through
                return None
        except FAILURES:
            return None
        self._forget_old()
        handle = str(interaction.id)
        self._live[handle] = Live(
            interaction, time.monotonic(), not updates, private, asyncio.Lock()
        )
        return handle

    async def open_form(self, interaction: discord.Interaction, form: str, prompt: str) -> None:
        """Open a form of the table. Raises: FAILURES of receipts."""
        language = self._texts.language_for(str(interaction.locale.value))
        shown = controls.modal(self._table.form(form), prompt, self._texts, language)
        async with asyncio.timeout(_ACKNOWLEDGE_WITHIN):
            await interaction.response.send_modal(shown)

    async def suggest(
        self, interaction: discord.Interaction, offered: Sequence[tuple[str, str]]
    ) -> None:
        """Offer values for what is being typed. Raises: FAILURES of receipts."""
        async with asyncio.timeout(_ACKNOWLEDGE_WITHIN):
            await interaction.response.autocomplete(
                [app_commands.Choice(name=label, value=value) for label, value in offered]
            )

    async def answer(self, reply: Reply) -> Receipt:
        """Perform a reply to an interaction that waits."""
        self._forget_old()
        live = self._live.get(reply.to.waiting or "")
        if live is None:
            return Receipt(outcome=Outcome.GONE, reason="interaction expired")
        try:
            parts, view = self._written(reply)
        except controls.TooManyChoicesError:
            return Receipt(outcome=Outcome.REFUSED, reason="too many choices")
        if not parts:
            return Receipt(outcome=Outcome.REFUSED, reason="empty")
        try:
            async with live.lock, asyncio.timeout(_ANSWER_WITHIN):
                return await self._show(live, reply, parts, view)
        except FAILURES as error:
            return receipt_of(error)

    def _written(self, reply: Reply) -> tuple[list[str], ui.View | None]:
        parts = markdown.split(reply.body)
        form = controls.form_named(self._table, reply.form)
        if form is None:
            return parts, controls.choices_view(reply.choices)
        # An acknowledged interaction opens no form any more; a button does.
        language = self._texts.language_for(reply.to.locale)
        title = controls.form_title(form, self._texts, language)
        view = controls.form_view(form, reply.form_prompt, self._texts, language)
        return parts or [markdown.escape(title)], view

    async def _show(
        self, live: Live, reply: Reply, parts: Sequence[str], view: ui.View | None
    ) -> Receipt:
        interaction = live.interaction
        in_guild = interaction.guild_id is not None
        private = in_guild and reply.audience is not Audience.PUBLIC
        narrowed = False
        shown: discord.Message | None = None
        left = list(parts)
        if live.thinking and private and not live.private:
            # The "thinking" message is public and stays so: it must not become the answer.
            await interaction.delete_original_response()
            live.thinking = False
        if live.thinking or (reply.replaces and _may_replace(interaction, private=private)):
            hidden = live.private if live.thinking else _is_hidden(interaction.message)
            narrowed = in_guild and hidden and not private
            last = len(left) == 1
            shown = await _edit(
                interaction, left.pop(0), view if last else None, reply.attachments if last else ()
            )
            live.thinking = False
        while left:
            text, last = left.pop(0), not left
            shown = await interaction.followup.send(
                text,
                ephemeral=private,
                view=view if view is not None and last else _NO_VIEW,
                files=files(reply.attachments) if last else _NO_VIEW,
                wait=True,
            )
        return Receipt(
            outcome=Outcome.DEGRADED if narrowed else Outcome.SENT,
            message=str(shown.id) if shown else None,
            channel=str(interaction.channel_id) if interaction.channel_id else None,
            reason="shown privately" if narrowed else "",
        )

    def _forget_old(self) -> None:
        now = time.monotonic()
        while self._live:
            handle, live = next(iter(self._live.items()))
            if now - live.began < _LIVES and len(self._live) < _MOST:
                break
            del self._live[handle]


def _may_replace(interaction: discord.Interaction, *, private: bool) -> bool:
    """Whether the pressed message may show the answer: not if others see it too."""
    pressed = interaction.message
    return pressed is not None and (not private or _is_hidden(pressed))


def _is_hidden(message: discord.Message | None) -> bool:
    return message is not None and message.flags.ephemeral


async def _edit(
    interaction: discord.Interaction,
    text: str,
    view: ui.View | None,
    attachments: Sequence[Attachment],
) -> discord.Message:
    """Write the original response."""
    return await _repeated(
        lambda: interaction.edit_original_response(
            content=text, view=view, attachments=files(attachments)
        )
    )


async def _repeated(call: Callable[[], Awaitable[Done]]) -> Done:
    """Once more when the connection drops; for calls that do no harm twice."""
    try:
        return await call()
    except (aiohttp.ClientError, OSError):
        return await call()


def files(attachments: Sequence[Attachment]) -> list[discord.File]:
    """Attachments as discord.py takes them."""
    return [
        discord.File(BytesIO(item.data), filename=item.name, description=item.description or None)
        for item in attachments
    ]
