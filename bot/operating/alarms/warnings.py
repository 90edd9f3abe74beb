"""What the operator is warned of in time, once a day at most, until it is well again.

The log always says it; the console, and the operator's room if there is one, in words. The
database remembers what was told; where it cannot be written the log says it all the same.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.delivery.messages import row_of
from bot.delivery.sender import REST
from bot.errors import TextValue
from bot.platform import Address, Audience, Say, new_key
from bot.richtext import plain
from bot.texts import Texts
from storage import outages, outbox
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outages import Alarm

log = structlog.get_logger(__name__)

AGAIN = timedelta(days=1)
LOOKS = 600.0  # seconds between two looks
_LIVES = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that the operator should mend.

    Args:
        name: a code, the same as long as it is the same trouble: "disk:data".
        text_id: what the operator reads.
        values: what the text shows; never a secret.
    """

    name: str
    text_id: str
    values: Mapping[str, TextValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of trouble, and how often to look for it.

    Args:
        kind: the first part of its troubles' names.
        look: what there is now; it may take its time, but not the loop's.
    """

    kind: str
    every: timedelta
    look: Callable[[], Awaitable[Sequence[Trouble]]]


class Warnings:
    """Looks, and tells the operator.

    Args:
        announce: takes lines for the person at the console.
        room: where the operator reads, and in which language; None: only console and log.
        standing: told the kinds of trouble that there are, for the metrics.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        texts: Texts,
        checks: Sequence[Check],
        *,
        announce: Callable[[str], None] = lambda line: None,
        room: tuple[Address, str] | None = None,
        standing: Callable[[Mapping[str, int]], None] = lambda kinds: None,
        wake: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts
        self._checks = checks
        self._announce = announce
        self._room = room
        self._standing = standing
        self._wake = wake
        self._found: dict[str, Sequence[Trouble]] = {}  # by kind, as it was looked at last
        self._looked: dict[str, datetime] = {}
        self._told: dict[str, datetime] = {}

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOKS)

    async def look(self) -> None:
        """Look at everything whose time it is, and tell what is new, again or well again."""
        now = self._clock.now()
        for check in self._checks:
            looked = self._looked.get(check.kind)
            if looked is not None and now - looked < check.every:
                continue
            self._looked[check.kind] = now
            try:
                self._found[check.kind] = await check.look()
            except Exception:
                log.exception("alarm_not_looked_at", kind=check.kind)
        self._standing({kind: len(found) for kind, found in self._found.items()})
        troubles = {each.name: each for found in self._found.values() for each in found}
        await self._tell(troubles, now)

    async def _tell(self, troubles: Mapping[str, Trouble], now: datetime) -> None:
        try:
            told, well = await self._database.write(lambda tx: self._write(tx, troubles, now))
        except StorageError as error:
            log.warning("alarms_not_written", error=type(error).__name__)
            told = [each for each in troubles if _is_due(self._told.get(each), now)]
            well = []
        for name in told:
            self._told[name] = now
            log.warning("alarm", kind=name.partition(":")[0])
            each = troubles[name]
            self._announce(plain(self._texts.body(self._language, each.text_id, **each.values)))
        for name in well:
            self._told.pop(name, None)
            log.info("alarm_over", kind=name.partition(":")[0])
            self._announce(self._texts.line(self._language, "alarm-well", name=name))
        if told or well:
            self._wake()

    def _write(
        self, tx: Transaction, troubles: Mapping[str, Trouble], now: datetime
    ) -> tuple[list[str], list[str]]:
        """Returns: the names of what is told, and of what is well again."""
        known = outages.standing_alarms(tx)
        told = []
        for name in troubles:
            before = known.get(name)
            if _is_due(before.told_at if before else None, now):
                told.append(name)
                outages.put_alarm(tx, Alarm(name, before.since if before else now, now))
        well = [
            name for name in known if name not in troubles and name.partition(":")[0] in self._found
        ]
        for name in well:
            outages.end_alarm(tx, name)
        self._send(tx, told, well, troubles, now)
        return told, well

    def _send(
        self,
        tx: Transaction,
        told: Sequence[str],
        well: Sequence[str],
        troubles: Mapping[str, Trouble],
        now: datetime,
    ) -> None:
        """Rows for the operator's room, in the transaction that remembers that it was told."""
        if self._room is None:
            return
        room, language = self._room
        bodies = [
            self._texts.body(language, each.text_id, **each.values)
            for each in (troubles[name] for name in told)
        ] + [self._texts.body(language, "alarm-well", name=name) for name in well]
        rows = [
            row_of(
                tx,
                Say(to=room, body=body, audience=Audience.PUBLIC, rings=True, key=new_key()),
                lane=REST,
                due=now,
                expires=now + _LIVES,
            )
            for body in bodies
        ]
        outbox.add(tx, rows, now)

    @property
    def _language(self) -> str:
        return self._room[1] if self._room is not None else "en"


def _is_due(told: datetime | None, now: datetime) -> bool:
    return told is None or now - told >= AGAIN
