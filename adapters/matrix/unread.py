"""Messages that came without a key: asked for, waited for a little, then answered once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from adapters.matrix.crypto.client import Crypto
from bot.newest import Newest

_ASK_SECONDS = 2.0  # a room key may come a little after the message
_GRACE_SECONDS = 10.0
_HELD_AT_MOST = 200
_HELD_OF_ONE = 10  # nobody's flood crowds out what others wrote
_ANSWERED_KEPT = 1000


@dataclass(slots=True)
class Answered:
    """That somebody was told, in a room, that they cannot be read.

    Args:
        at: on the loop's clock; it was about all that had come by then.
        readable: something that they wrote later could be read.
    """

    at: float
    readable: bool = False


@dataclass(slots=True)
class Held:
    """A message whose key has not come yet.

    Args:
        since: when it came, on the loop's clock.
        asked: whether its sender was asked for the key.
    """

    room_id: str
    raw: dict[str, Any]
    since: float
    asked: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """The room and who wrote: one answer is enough until something of theirs can be read."""
        return self.room_id, str(self.raw.get("sender"))

    @property
    def next_look(self) -> float:
        return self.since + (_GRACE_SECONDS if self.asked else min(_ASK_SECONDS, _GRACE_SECONDS))


class Unread:
    """Holds messages that cannot be read, while their keys may still come."""

    def __init__(self, crypto: Crypto) -> None:
        self._crypto = crypto
        self._held: list[Held] = []
        self._answered: Newest[tuple[str, str], Answered] = Newest(_ANSWERED_KEPT)

    def __bool__(self) -> bool:
        return bool(self._held)

    @property
    def seconds_left(self) -> float:
        """Until the first one is to be looked at again."""
        now = asyncio.get_running_loop().time()
        return max(0.0, min((held.next_look - now for held in self._held), default=0.0))

    def read(self, room_id: str, raw: dict[str, Any]) -> dict[str, Any] | None:
        """The message, if its key is here by now; else it is held."""
        opened = self._crypto.decrypted(room_id, raw)
        if opened is None:
            held = Held(room_id, raw, asyncio.get_running_loop().time())
            of_one = sum(held.place == other.place for other in self._held)
            if of_one < _HELD_OF_ONE and len(self._held) < _HELD_AT_MOST:
                self._held.append(held)
        return opened

    def note_read(self, room_id: str, sender: str) -> None:
        """Something that somebody wrote could be read: what cannot be after that is new."""
        if answered := self._answered.get((room_id, sender)):
            answered.readable = True

    def due(self) -> tuple[list[tuple[str, dict[str, Any]]], list[Held]]:
        """What can be read now, with its room, and what is to be answered.

        A sender is answered once in a room, until a message of theirs could be read there.
        """
        now = asyncio.get_running_loop().time()
        readable, late, waiting = [], [], []
        for held in self._held:
            opened = self._crypto.decrypted(held.room_id, held.raw)
            if opened is not None:
                readable.append((held.room_id, opened))
                continue
            if not held.asked and now >= held.next_look:
                self._crypto.want_key(held.room_id, held.raw)
                held.asked = True
            if now < held.since + _GRACE_SECONDS:
                waiting.append(held)
            elif self._is_news(held):
                self._answered[held.place] = Answered(now)
                late.append(held)
        self._held = waiting
        return readable, late

    def _is_news(self, held: Held) -> bool:
        answered = self._answered.get(held.place)
        return answered is None or (answered.readable and held.since > answered.at)
