"""One process serves an account, or a shard of it: the others wait until it ends.

Two at once would answer everything twice and share one limit of requests without knowing. The
process holds a lease in the database and renews it; whoever finds it held waits and says so. A
process that was killed on this machine is seen to be gone; one on another machine is waited for
until its lease runs out.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import secrets
import socket
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import structlog

from bot.commands import CommandTable
from bot.platform import (
    Ability,
    Action,
    Adapter,
    AdapterStopped,
    Address,
    NotSent,
    Pace,
    Receipt,
    Sink,
)
from storage import leases
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.leases import Lease

log = structlog.get_logger(__name__)

LASTS, RENEWED_EVERY, LOOKED_EVERY = 30.0, 10.0, 3.0  # seconds


class Owned(Adapter):
    """An adapter that runs only while its leases are this process's.

    Args:
        names: of the leases; all are needed.
        announce: takes lines for the person at the console.
        holder: names this process in leases; None: as what it is.
        lasts, renewed_every, looked_every: seconds.
    """

    def __init__(
        self,
        adapter: Adapter,
        database: Database,
        names: Sequence[str],
        announce: Callable[[str], None] = lambda line: None,
        *,
        holder: str | None = None,
        lasts: float = LASTS,
        renewed_every: float = RENEWED_EVERY,
        looked_every: float = LOOKED_EVERY,
    ) -> None:
        self._adapter = adapter
        self._database = database
        self._names = names
        self._announce = announce
        self._lasts = timedelta(seconds=lasts)
        self._renewed_every = renewed_every
        self._looked_every = looked_every
        self._holder = holder or f"{_machine()}:{os.getpid()}:{secrets.token_hex(4)}"

    @property
    def platform(self) -> str:
        return self._adapter.platform

    @property
    def pace(self) -> Pace:
        return self._adapter.pace

    @property
    def connected(self) -> bool:
        return self._adapter.connected

    def abilities(self, where: Address) -> frozenset[Ability]:
        return self._adapter.abilities(where)

    async def perform(self, action: Action) -> Receipt:
        return await self._adapter.perform(action)

    async def can_reach(self, user: Address) -> bool:
        return await self._adapter.can_reach(user)

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        return await self._adapter.find_sent(key, to, since)

    async def close(self) -> None:
        await self._adapter.close()

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        await self._wait_for_turn()
        keeping = asyncio.create_task(self._keep())
        running = asyncio.create_task(self._adapter.run(sink, commands))
        try:
            await asyncio.wait({keeping, running}, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                return await running
            raise AdapterStopped("Another Handrail process serves this account now; I wait.")
        finally:
            for task in (keeping, running):
                task.cancel()
            await asyncio.gather(keeping, running, return_exceptions=True)
            await self._give_back()

    async def _wait_for_turn(self) -> None:
        said = False
        while await self._taken_by_others():
            if not said:
                said = True
                log.warning("account_served_elsewhere", platform=self.platform)
                self._announce(
                    f"{self.platform}: another Handrail process serves this account"
                    f" ({', '.join(self._names)}); I wait until it ends."
                )
            await asyncio.sleep(self._looked_every)

    async def _keep(self) -> None:
        """Renew; returns when somebody else has one of the leases."""
        while True:
            await asyncio.sleep(self._renewed_every)
            if await self._taken_by_others():
                log.error("account_taken_over", platform=self.platform)
                return

    async def _taken_by_others(self) -> bool:
        """Take or renew all; whether one is another's.

        While the database cannot say, this process goes on: crisis replies need no database, and
        a double is better than a loss.
        """
        try:
            return not await self._database.write(self._take_all)
        except StorageError as error:
            log.warning("lease_not_renewed", error=type(error).__name__)
            return False

    def _take_all(self, tx: Transaction) -> bool:
        now = datetime.now(UTC)  # leases run by the machine's clock, whatever is rehearsed
        wanted = Lease(self._holder, now + self._lasts)
        take = partial(leases.take, tx, wanted=wanted, now=now, has_ended=_has_ended)
        return all(take(name) is None for name in self._names)

    async def _give_back(self) -> None:
        with contextlib.suppress(StorageError):
            for name in self._names:
                await self._database.write(
                    partial(leases.give_back, name=name, holder=self._holder)
                )


def _has_ended(holder: str) -> bool:
    """Whether a process of this machine is no more."""
    machine, _, rest = holder.partition(":")
    pid = rest.partition(":")[0]
    if machine != _machine() or not pid.isdecimal():
        return False
    if int(pid) == os.getpid():
        return True  # an earlier process: a container that starts again has its ids again
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _machine() -> str:
    """This machine since it was started, or this container; no name that says where it is."""
    try:
        booted = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
    except OSError:
        booted = ""
    return hashlib.sha256(f"{booted}{socket.gethostname()}".encode()).hexdigest()[:12]
