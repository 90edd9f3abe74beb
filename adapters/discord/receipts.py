"""What Discord's refusals and failures mean for an action.

The codes are those of Discord's documentation, "JSON error codes".
"""

from __future__ import annotations

import aiohttp
import discord

from bot.platform import Outcome, Receipt

CANNOT_MESSAGE = frozenset({50007, 50278})
OPENING_TOO_FAST = 40003
UNKNOWN_CHANNEL = 10003
NOT_A_TEXT_CHANNEL = 50008
UNKNOWN_INTERACTION = 10062
ALREADY_ACKNOWLEDGED = 40060

REST_SECONDS = 3600.0
"""How long unasked direct messages rest after Discord said that they come too fast, at first."""

_GONE = CANNOT_MESSAGE | {
    UNKNOWN_CHANNEL,
    10004,  # guild
    10007,  # member
    10013,  # account
    10015,  # webhook: the interaction is over
    50027,  # its token has run out
    UNKNOWN_INTERACTION,
}
_BANNED_SECONDS = 60.0


class HeldError(discord.DiscordException):
    """Not now, by our own decision; nothing was sent. `seconds`: how long to wait."""

    def __init__(self, seconds: float, reason: str) -> None:
        super().__init__(reason)
        self.seconds = seconds
        self.reason = reason


Failure = discord.DiscordException | aiohttp.ClientError | OSError | TimeoutError
FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""Everything that a call of discord.py's may raise for reasons outside the programme."""


def receipt_of(error: Failure) -> Receipt:
    """The receipt for an attempt that ended in `error`."""
    match error:
        case HeldError():
            return Receipt(outcome=Outcome.RETRY, retry_after=error.seconds, reason=error.reason)
        case discord.RateLimited():
            return Receipt(outcome=Outcome.RETRY, retry_after=error.retry_after, reason="429")
        case discord.HTTPException():
            return _of_status(error)
        case aiohttp.ClientConnectorError():  # no connection came about: nothing was sent
            return Receipt(outcome=Outcome.RETRY, retry_after=5.0, reason="no connection")
        case _:
            return Receipt(outcome=Outcome.UNKNOWN, reason=type(error).__name__)


def _of_status(error: discord.HTTPException) -> Receipt:
    reason = str(error.code or error.status)
    if error.code == OPENING_TOO_FAST:
        return Receipt(outcome=Outcome.RETRY, retry_after=REST_SECONDS, reason=reason)
    if error.status == 429:  # without the header that the library waits for
        return Receipt(outcome=Outcome.RETRY, retry_after=_BANNED_SECONDS, reason="429")
    if error.status == 401 and error.code != 50027:
        return Receipt(outcome=Outcome.RETRY, retry_after=_BANNED_SECONDS, reason=reason)
    if error.status == 408 or error.status >= 500:
        return Receipt(outcome=Outcome.UNKNOWN, reason=str(error.status))
    if error.code in _GONE:
        return Receipt(outcome=Outcome.GONE, reason=reason)
    return Receipt(outcome=Outcome.REFUSED, reason=reason)
