"""The bot's own messages removed from somebody's direct messages, a few at each attempt."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import discord

from adapters.discord.direct import DirectMessages
from bot.platform import Outcome, Receipt, Tidy

_AT_ONCE = 25
"""Messages removed in one attempt: some ten seconds by Discord's limits, well within a lease."""

_PAUSE = 1.0  # seconds until the next attempt


class Tidying:
    """Removes what the bot wrote; Discord lets nobody remove what the other one wrote there.

    Args:
        offset: what the bot's clock is ahead of Discord's, in rehearsals.
    """

    def __init__(self, client: discord.Client, direct: DirectMessages, offset: timedelta) -> None:
        self._client = client
        self._direct = direct
        self._offset = offset

    async def tidy(self, tidy: Tidy) -> Receipt:
        """Remove the newest ones, and say whether more are left. Raises: FAILURES of receipts."""
        place = await self._direct.known(tidy.to.user) if tidy.to.user else None
        if place is None:
            return Receipt(outcome=Outcome.SENT, reason="nothing_there")
        me = self._client.user.id if self._client.user else 0
        removed = 0
        messages = self._client.get_partial_messageable(place).history(
            limit=None,
            after=tidy.since - self._offset if tidy.since else None,
            before=tidy.before - self._offset,
            oldest_first=False,
        )
        async for message in messages:
            if message.author.id != me:
                continue
            if removed == _AT_ONCE:
                return Receipt(outcome=Outcome.RETRY, retry_after=_PAUSE, reason="more")
            with suppress(discord.NotFound):  # it is gone, as was wanted
                await message.delete()
            removed += 1
        return Receipt(outcome=Outcome.SENT, channel=str(place))
