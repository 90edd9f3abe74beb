"""What the bot may do in a channel, as Discord works it out from roles and overwrites."""

from __future__ import annotations

from typing import Any

import discord

from bot.platform import LookAt, Outcome, Receipt, Right

_NEEDED = {
    Right.SEE: discord.Permissions(view_channel=True),
    Right.WRITE: discord.Permissions(view_channel=True, send_messages=True),
    Right.HISTORY: discord.Permissions(view_channel=True, read_message_history=True),
    Right.THREADS: discord.Permissions(
        create_public_threads=True, create_private_threads=True, send_messages_in_threads=True
    ),
}
_NO_ACCESS = 50001


async def look(client: discord.Client, wanted: LookAt) -> Receipt:
    """What is allowed there. Raises: FAILURES of receipts, ValueError."""
    http: Any = client.http
    try:
        raw = await http.get_channel(int(wanted.to.channel or 0))
    except discord.Forbidden as error:
        if error.code == _NO_ACCESS:
            return Receipt(outcome=Outcome.GONE, reason=str(_NO_ACCESS))
        raise
    if str(raw.get("guild_id")) != wanted.to.space:
        return Receipt(outcome=Outcome.REFUSED, reason="elsewhere")
    guild = client.get_guild(int(raw["guild_id"]))
    channel = guild.get_channel_or_thread(int(raw["id"])) if guild is not None else None
    if guild is None or channel is None:
        return Receipt(outcome=Outcome.GONE, reason="not_seen")
    held = channel.permissions_for(guild.me)
    rights = frozenset(right for right, needed in _NEEDED.items() if needed <= held)
    return Receipt(outcome=Outcome.SENT, channel=wanted.to.channel, rights=rights)
