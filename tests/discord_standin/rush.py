"""A busy hour: members talk and use commands, so often a second, and the waits are counted."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.discord_standin.member import DidNotRespond, Member

if TYPE_CHECKING:
    from tests.discord_standin.server import Standin

TALKERS = 200
WORDS = "we were at the lake on sunday and it rained the whole afternoon, number"


class Rush:
    """Talk and commands in "general".

    Args:
        messages, uses: a second.
        commands: used by turns.
    """

    def __init__(self, standin: Standin, messages: float, uses: float, commands: list[str]) -> None:
        self._standin = standin
        self._messages = messages
        self._uses = uses
        self._commands = itertools.cycle(commands)
        self._said = itertools.count(1)
        self._people = itertools.cycle([standin.member(f"talker-{n}") for n in range(TALKERS)])
        self._waits: list[float] = []
        self._unanswered = 0

    async def run(self, seconds: float) -> dict[str, Any]:
        """Returns: how long each use waited until it was acknowledged, in ms, and counts."""
        end = time.monotonic() + seconds
        async with asyncio.TaskGroup() as group:
            group.create_task(self._often(self._messages, end, self._say))
            group.create_task(self._often(self._uses, end, self._use))
        return {
            "acknowledged_ms": [round(wait * 1000, 1) for wait in self._waits],
            "unanswered": self._unanswered,
            "messages": next(self._said) - 1,
        }

    async def _often(
        self, per_second: float, end: float, do: Callable[[], Awaitable[None]]
    ) -> None:
        """At even distances, whether or not what was begun has ended; late ones are made up for."""
        following = time.monotonic()
        async with asyncio.TaskGroup() as group:
            while following < end:
                group.create_task(do())  # type: ignore[arg-type]
                following += 1 / per_second
                await asyncio.sleep(max(0.0, following - time.monotonic()))

    async def _say(self) -> None:
        member: Member = next(self._people)
        await member.say(f"{WORDS} {next(self._said)}")

    async def _use(self) -> None:
        try:
            use = await next(self._people).slash(next(self._commands))
        except DidNotRespond:
            self._unanswered += 1
            return
        waited = use.interaction.acknowledged_after
        assert waited is not None
        self._waits.append(waited)
