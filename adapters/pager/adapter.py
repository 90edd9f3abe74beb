"""Pages for a team that nobody reached otherwise: webhook, ntfy, e-mail, what else apprise knows.

It only sends. A page goes to one target each, so that one that is down does not hold up, or double,
the others. Nobody can tell afterwards whether a page arrived; it is rather sent twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

import apprise

from bot import richtext
from bot.commands import CommandTable
from bot.platform import Ability, Action, Address, NotSent, Outcome, Pace, Receipt, Say, Sink

PLATFORM = "pager"
PATIENCE = 20.0  # seconds for one attempt; a lease is longer
FIRST_PAUSE, LONGEST_PAUSE = 15.0, 300.0  # seconds between attempts at one page


class PagerAdapter:
    """Sends pages.

    Args:
        targets: where each community's pages go, as apprise writes it, by the community's id. The
            outbox knows a target only by its number among them.
    """

    def __init__(self, targets: Mapping[int, Sequence[str]]) -> None:
        self._pagers = {
            (str(community), str(number)): _pager(address)
            for community, addresses in targets.items()
            for number, address in enumerate(addresses)
        }
        self._tried: dict[str, int] = {}

    @property
    def unclear(self) -> int:
        """How many of the addresses mean nothing to apprise."""
        return sum(pager is None for pager in self._pagers.values())

    @property
    def platform(self) -> str:
        return PLATFORM

    @property
    def pace(self) -> Pace:
        return Pace(per_minute=60, burst=10, concurrent=4, in_doubt_seconds=0)

    @property
    def connected(self) -> bool:
        return True

    def abilities(self, where: Address) -> frozenset[Ability]:
        return frozenset()

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        """Nothing comes in."""
        await asyncio.Event().wait()

    async def perform(self, action: Action) -> Receipt:
        """Send one page. What did not get out is tried again, ever less eagerly."""
        if not isinstance(action, Say):
            return Receipt(outcome=Outcome.UNSUPPORTED)
        pager = self._pagers.get((action.to.space or "", action.to.channel or ""))
        if pager is None:
            return Receipt(outcome=Outcome.GONE, reason="no_such_pager")
        words = richtext.plain(action.body)
        try:
            async with asyncio.timeout(PATIENCE):
                arrived = await pager.async_notify(
                    body=words, body_format=apprise.NotifyFormat.TEXT, interpret_escapes=False
                )
        except TimeoutError:
            return self._later(action.key, "timeout")
        if not arrived:
            return self._later(action.key, "not_taken")
        self._tried.pop(action.key, None)
        return Receipt(outcome=Outcome.SENT)

    async def can_reach(self, user: Address) -> bool:
        return False

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        return None

    async def close(self) -> None:
        pass

    def _later(self, key: str, reason: str) -> Receipt:
        tried = self._tried.get(key, 0)
        self._tried[key] = tried + 1
        pause = min(FIRST_PAUSE * 2**tried, LONGEST_PAUSE)
        return Receipt(outcome=Outcome.RETRY, retry_after=pause, reason=reason)


def _pager(address: str) -> apprise.Apprise | None:
    pager = apprise.Apprise()
    return pager if pager.add(address) else None
