"""What Discord allows an account in all: requests a second, and refusals in ten minutes.

discord.py learns of the limit for everything only by exceeding it, and never counts refusals;
so every request passes here before it is made, evenly spread. What somebody waits for may go a
little ahead of the beat, and what nobody waits for makes up for it: an answer, also to somebody in
a crisis, never queues behind ten thousand check-ins.

Figures: Discord's documentation, "Rate Limits" (global limit; invalid request limit).
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp
import structlog
import yarl

from adapters.discord.receipts import HeldError

log = structlog.get_logger(__name__)

PER_SECOND = 45
"""Of Discord's 50: requests may arrive closer together than they left."""
MOST_REFUSED = 9_000
"""Of the 10,000 in ten minutes that get an address banned."""

_AHEAD_SHARE = 10
_REFUSED_WINDOW = 600.0
_REFUSALS = frozenset({401, 403, 429})
_BAN_SECONDS = 60.0

_unasked: ContextVar[bool] = ContextVar("unasked", default=False)


@contextmanager
def unasked() -> Iterator[None]:
    """What is requested inside is waited for by nobody."""
    before = _unasked.set(True)
    try:
        yield
    finally:
        _unasked.reset(before)


class Traffic:
    """One account's requests, across its connections.

    Args:
        per_second: requests at most in any second, those to interactions aside, which Discord
            does not count.
        most_refused: answers of 401, 403 and 429 in ten minutes at which sending rests; what
            nobody waits for rests at half of it.
    """

    def __init__(
        self,
        per_second: int = PER_SECOND,
        most_refused: int = MOST_REFUSED,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        ahead = max(1, per_second // _AHEAD_SHARE)
        self._beat = 1.0 / (per_second - ahead)
        self._ahead = ahead * self._beat
        self._next = float("-inf")
        self._most_refused = most_refused
        self._monotonic = monotonic
        self._gates = {False: asyncio.Lock(), True: asyncio.Lock()}
        self._refused: deque[float] = deque()
        self._banned_until = float("-inf")

    def tracing(self) -> aiohttp.TraceConfig:
        """What a client's HTTP session has to be made with."""
        config = aiohttp.TraceConfig()
        config.on_request_start.append(self._before)
        config.on_request_end.append(self._after)
        return config

    async def turn(self) -> None:
        """Wait until one more request may be made. Raises: HeldError while sending rests."""
        nobody_waits = _unasked.get()
        self._check(nobody_waits)
        ahead = 0.0 if nobody_waits else self._ahead
        async with self._gates[nobody_waits]:
            # Meanwhile others may have gone ahead.
            while (wait := self._next - ahead - self._monotonic()) > 0:  # noqa: ASYNC110
                await asyncio.sleep(wait)
            self._next = max(self._next, self._monotonic()) + self._beat

    def note(self, status: int, *, shared: bool = False, banned_for: float | None = None) -> None:
        """What became of a request.

        Args:
            shared: a limit of others too, which does not count as ours.
            banned_for: the network in front of Discord turns everything away for so many seconds.
        """
        now = self._monotonic()
        if status in _REFUSALS and not shared:
            self._refused.append(now)
        if banned_for is not None:
            self._banned_until = now + max(banned_for, _BAN_SECONDS)
            log.error("discord_bans_this_address", seconds=self._banned_until - now)

    def _check(self, nobody_waits: bool) -> None:
        now = self._monotonic()
        if now < self._banned_until:
            raise HeldError(self._banned_until - now, "banned for a while")
        while self._refused and self._refused[0] <= now - _REFUSED_WINDOW:
            self._refused.popleft()
        most = max(1, self._most_refused // 2 if nobody_waits else self._most_refused)
        if len(self._refused) >= most:
            wait = self._refused[-most] + _REFUSED_WINDOW - now
            log.error("too_many_refusals", count=len(self._refused), seconds=round(wait))
            raise HeldError(max(1.0, wait), "too many refusals")

    async def _before(
        self, session: object, context: SimpleNamespace, request: aiohttp.TraceRequestStartParams
    ) -> None:
        if not _is_free(request.url):
            await self.turn()

    async def _after(
        self, session: object, context: SimpleNamespace, request: aiohttp.TraceRequestEndParams
    ) -> None:
        status, headers = request.response.status, request.response.headers
        if request.url.scheme in ("ws", "wss"):
            return
        banned = status == 429 and "Via" not in headers
        self.note(
            status,
            shared=headers.get("X-RateLimit-Scope") == "shared",
            banned_for=_seconds(headers.get("Retry-After")) if banned else None,
        )


def _is_free(url: yarl.URL) -> bool:
    """The gateway, and answers to interactions, which are in a hurry and not counted."""
    if url.scheme in ("ws", "wss"):
        return True
    return "/interactions/" in url.path or "/webhooks/" in url.path


def _seconds(header: str | None) -> float:
    try:
        return float(header or 0)
    except ValueError:
        return 0.0
