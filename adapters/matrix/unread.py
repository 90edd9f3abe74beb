"""Messages that came without a key: waited for a little, then reported once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from adapters.matrix.crypto.client import Crypto

_GRACE_SECONDS = 10.0  # a room key may come a little after the message
_HELD_AT_MOST = 50
_REPORTED_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Held:
    """A message whose key has not come yet.

    Args:
        until: when it is reported, on the loop's clock.
    """

    room_id: str
    raw: dict[str, Any]
    until: float

    @property
    def session(self) -> tuple[str, str]:
        """The key it waits for: one answer is enough for all messages under it."""
        content = self.raw.get("content")
        session_id = content.get("session_id") if isinstance(content, dict) else None
        return self.room_id, str(session_id)


class Unread:
    """Holds messages that cannot be read, while their keys may still come."""

    def __init__(self, crypto: Crypto) -> None:
        self._crypto = crypto
        self._held: list[Held] = []
        self._reported: OrderedDict[tuple[str, str], None] = OrderedDict()

    def __bool__(self) -> bool:
        return bool(self._held)

    @property
    def seconds_left(self) -> float:
        """Until the first one is to be looked at again."""
        now = asyncio.get_running_loop().time()
        return max(0.0, min((held.until - now for held in self._held), default=0.0))

    def read(self, room_id: str, raw: dict[str, Any]) -> dict[str, Any] | None:
        """The message, if its key is here by now; else it is held."""
        opened = self._crypto.decrypted(room_id, raw)
        held = Held(room_id, raw, asyncio.get_running_loop().time() + _GRACE_SECONDS)
        if opened is None and held.session not in self._reported:
            # A flood of them is worth one answer, and not a memory without end.
            self._held = [*self._held, held][:_HELD_AT_MOST]
        return opened

    def due(self) -> tuple[list[tuple[str, dict[str, Any]]], list[Held]]:
        """What can be read now, with its room, and what is to be reported: each key once."""
        now = asyncio.get_running_loop().time()
        readable, late, waiting = [], [], []
        for held in self._held:
            opened = self._crypto.decrypted(held.room_id, held.raw)
            if opened is not None:
                readable.append((held.room_id, opened))
            elif now < held.until:
                waiting.append(held)
            elif held.session not in self._reported:
                self._reported[held.session] = None
                late.append(held)
        self._held = waiting
        while len(self._reported) > _REPORTED_KEPT:
            self._reported.popitem(last=False)
        return readable, late
