"""discord.py without its long pauses, where a test would only wait for them.

Shortened are the pauses before it repeats a broken request (1, 3, 5 … s) and before it identifies
again (5 s). Those that Discord asks for, its rate limits, stay as they are.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

_TIMES = 20


class _Hurried:
    """asyncio, but for the library's own pauses, which are whole seconds."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)

    @staticmethod
    async def sleep(delay: float) -> None:
        await asyncio.sleep(delay / _TIMES if isinstance(delay, int) else delay)


async def _at_once(self: object, shard_id: int | None, *, initial: bool = False) -> None:
    pass


@contextmanager
def hurried() -> Iterator[None]:
    """While open."""
    with (
        patch("discord.http.asyncio", _Hurried()),
        patch("discord.webhook.async_.asyncio", _Hurried()),
        patch("discord.Client.before_identify_hook", _at_once),
    ):
        yield
