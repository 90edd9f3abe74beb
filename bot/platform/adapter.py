"""What the core wants of an adapter, and what an adapter may want of the core."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from bot.platform.actions import Action
from bot.platform.address import Address
from bot.platform.events import Event
from bot.platform.receipts import NotSent, Receipt

if TYPE_CHECKING:
    from bot.commands import CommandTable


class Ability(Enum):
    """What the core may ask about a place."""

    PRIVATE_REPLY = "private_reply"
    FORM = "form"
    PRIVATE_ROOM = "private_room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast the sender may go on a platform's account.

    Args:
        per_minute: direct messages; crisis and answers pass ahead of this budget.
        burst: how many may go at once after a rest.
        concurrent: performed at the same time; one address is always served in order.
        in_doubt_seconds: how long the platform itself recognises a repeated key.
    """

    per_minute: float
    burst: int
    concurrent: int
    in_doubt_seconds: float


Sink = Callable[[Event], Awaitable[None]]
"""Takes one event; returns when it is durably applied (or was applied before)."""


class AdapterState(Protocol):
    """A small encrypted store for what an adapter must remember; one per adapter and account."""

    async def get(self, key: str) -> bytes | None: ...

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        """Write all entries in one transaction; None deletes."""

    async def all(self, prefix: str) -> dict[str, bytes]: ...


class AdapterStopped(Exception):
    """An adapter cannot go on.

    Args:
        reason: one line that says what is wrong and how to mend it, without secrets.
        permanent: trying again is of no use (a wrong password, a taken port).
    """

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


class Adapter(Protocol):
    """One platform account. One contract suite runs against every adapter."""

    @property
    def platform(self) -> str: ...

    @property
    def pace(self) -> Pace: ...

    @property
    def connected(self) -> bool:
        """Whether events flow right now; `/readyz` asks."""

    def abilities(self, where: Address) -> frozenset[Ability]: ...

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        """Bring events in until cancelled. Raises: AdapterStopped."""

    async def perform(self, action: Action) -> Receipt:
        """Perform once. Never raises for what the platform refuses: that is a receipt."""

    async def can_reach(self, user: Address) -> bool: ...

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        """Look for `key` in the room's history since it was first tried.

        Returns: its receipt; `NotSent` if all of that history was seen and it is not there, so
            that it may be sent now; None if nobody can tell.
        """

    async def close(self) -> None: ...
