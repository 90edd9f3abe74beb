"""Pictures that were wished for, drawn one after the other beside everything else.

A wish is a row, written in a command's own transaction, so that a crash loses none. A drawn one
becomes a row of the outbox in the transaction that removes the wish, so that it is sent once.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Generic, Protocol, TypeVar

import structlog

from bot.beside import keep_working
from bot.drawing.process import DrawingError, Format
from bot.drawing.sheet import Sheet
from storage.database import Database, Transaction

log = structlog.get_logger(__name__)

LOOK_AGAIN = 1.0  # seconds
TRIES = 3


class Draws(Protocol):
    """What draws: `bot.drawing.process.Drawing`."""

    async def draw(self, sheet: Sheet, format: Format) -> bytes:
        """One picture. Raises: DrawingError."""

    async def close(self) -> None:
        """End what was begun for it."""


class Wish(Protocol):
    """One picture that somebody waits for. Args: tries: how often it could not be drawn."""

    @property
    def id(self) -> int: ...
    @property
    def tries(self) -> int: ...


class Ready(Protocol):
    """What is to be drawn. Args: platform: on which it is sent."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def format(self) -> Format: ...
    @property
    def platform(self) -> str: ...


W = TypeVar("W", bound=Wish)
Kept = TypeVar("Kept", bound=Wish, covariant=True)
R = TypeVar("R", bound=Ready)


class Wishes(Protocol[Kept]):
    """Where wishes are kept: a module of the storage."""

    def oldest_wish(self, tx: Transaction) -> Kept | None: ...
    def not_drawn(self, tx: Transaction, id: int) -> None: ...
    def fulfil(self, tx: Transaction, id: int) -> bool: ...


class Granting(ABC, Generic[W, R]):
    """Draws what was wished for.

    Args:
        written: told the platforms for which rows were written.
        checkpoint: told the names of the moments at which a crash is rehearsed.
    """

    def __init__(
        self,
        database: Database,
        draws: Draws,
        wishes: Wishes[W],
        *,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._database = database
        self._draws = draws
        self._wishes = wishes
        self._checkpoint = checkpoint
        self._one_at_a_time = asyncio.Lock()
        self.written: Callable[[frozenset[str]], None] = lambda platforms: None

    @abstractmethod
    async def _make_ready(self, wished: W) -> R | None:
        """What is to be drawn; None for what nobody waits for any more, or may see no more."""

    @abstractmethod
    def _send(self, tx: Transaction, wished: W, ready: R, drawn: bytes | None) -> None:
        """Have it sent; None: it could not be drawn."""

    async def run(self) -> None:
        """Draw until cancelled."""
        await keep_working(self.work, "pictures", LOOK_AGAIN)

    async def work(self) -> None:
        """Draw all that was wished for by now; what cannot be drawn waits for the next time."""
        async with self._one_at_a_time:
            while wished := await self._database.read(self._wishes.oldest_wish):
                if not await self._grant(wished):
                    return

    async def _grant(self, wished: W) -> bool:
        """Draw one. False: it could not be drawn this time."""
        ready = await self._make_ready(wished)
        if ready is None:
            await self._database.write(partial(self._wishes.fulfil, id=wished.id))
            return True
        drawn: bytes | None = None
        try:
            drawn = await self._draws.draw(ready.sheet, ready.format)
        except DrawingError as error:
            log.warning("picture_not_drawn", row=wished.id, error=type(error).__name__)
            if wished.tries + 1 < TRIES:
                await self._database.write(partial(self._wishes.not_drawn, id=wished.id))
                return False
        self._checkpoint("picture-drawn")

        def fulfil(tx: Transaction) -> None:
            if self._wishes.fulfil(tx, wished.id):  # else another process was quicker
                self._send(tx, wished, ready, drawn)

        await self._database.write(fulfil)
        self.written(frozenset({ready.platform}))
        return True
