"""Outbox rows become messages: claim under a lease, perform, record the receipt.

At least once, with the same key each time, so that the platform shows it once. Beyond the
time in which the platform recognises a key, its history is read first; where that cannot tell, the
row stays `uncertain`, except for crisis replies, which are rather sent twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.delivery.pacing import Budget
from bot.delivery.quiet import Waits, nothing_waits
from bot.feature import Arrived, Write
from bot.metrics import Metrics
from bot.platform import (
    Adapter,
    Address,
    Delete,
    Outcome,
    Receipt,
    Send,
    Tidy,
    send_from_data,
)
from bot.texts import Texts
from storage import members, outbox, quiet
from storage.database import Database, Transaction
from storage.errors import StorageError
from storage.outbox import Claimed, Settlement, State

log = structlog.get_logger(__name__)

CRISIS, ANSWERS, REST = 0, 1, 2
BATCH = {CRISIS: 50, ANSWERS: 100, REST: 500}
LEASE = timedelta(seconds=60)  # longer than any network timeout of an adapter
TRIES = 5
LONGEST_SLEEP = 15.0  # seconds
FRESH = timedelta(seconds=2)  # for so long after a claim the lease needs no second look
TOO_OLD = "too-old-to-tell"


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed row with its message."""

    row: Claimed
    send: Send


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction claimed, and when; `jobs` are those still wanted; `added` followed."""

    at: datetime
    jobs: Sequence[Job] = ()
    claimed: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A row that was performed, or given back: then there is no receipt."""

    row: Claimed
    settlement: Settlement
    receipt: Receipt | None = None


class Sender:
    """Sends for one platform account; only one process does so at a time.

    Args:
        writes: by kind of outbox row; `message` rows carry theirs.
        arrived: by kind of outbox row, who is told of its end.
        waits: until when which claimed rows wait, since it is quiet hours where they go.
        wake_all: there may be something to send for any account.
        owner: names this process in leases.
        monotonic: seconds, for pacing.
        checkpoint: told the names of the moments at which a crash is rehearsed.
    """

    def __init__(
        self,
        *,
        database: Database,
        adapter: Adapter,
        writes: Mapping[str, Write],
        texts: Texts,
        clock: Clock,
        metrics: Metrics,
        owner: str,
        monotonic: Callable[[], float],
        arrived: Mapping[str, Arrived] | None = None,
        waits: Waits = nothing_waits,
        wake_all: Callable[[], None] = lambda: None,
        checkpoint: Callable[[str], None] = lambda name: None,
    ) -> None:
        self._database = database
        self._adapter = adapter
        self._arrived = {} if arrived is None else arrived
        self._waits = waits
        self._wake_all = wake_all
        self._writes = {"message": _written_before, **writes}
        self._texts = texts
        self._clock = clock
        self._metrics = metrics
        self._owner = owner
        self._budget = Budget(adapter.pace, monotonic)
        self._checkpoint = checkpoint
        self._slots = {lane: asyncio.Semaphore(adapter.pace.concurrent) for lane in BATCH}
        self._wakes = {lane: asyncio.Event() for lane in BATCH}
        # By lane and address: who sends last, and until when nothing is sent.
        self._last: dict[tuple[int, Address], asyncio.Task[None]] = {}
        self._held: dict[tuple[int, Address], datetime] = {}
        self._stopping = False
        self._turned = asyncio.Event()

    def wake(self) -> None:
        """There may be something to send."""
        for event in self._wakes.values():
            event.set()

    async def run(self) -> None:
        """Send until `stop`; every lane on its own, so that none waits for another."""
        await self._database.write(
            lambda tx: outbox.take_over(tx, self._adapter.platform, self._clock.now())
        )
        async with asyncio.TaskGroup() as lanes:
            for lane in BATCH:
                lanes.create_task(self._serve(lane))

    async def settled(self) -> None:
        """Wait until nothing is due or under way."""
        busy = partial(outbox.is_busy, platform=self._adapter.platform, now=self._clock.now())
        self.wake()
        while await self._database.read(busy):
            await self._turned.wait()
            self._turned.clear()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is under way is recorded."""
        self._stopping = True
        self.wake()

    async def _serve(self, lane: int) -> None:
        wake, under_way, done = self._wakes[lane], set[asyncio.Task[None]](), list[Done]()
        while True:
            wake.clear()
            room = looked = self._room(lane, len(under_way))
            recorded = len(done)
            try:
                due = await self._database.read(partial(self._next_due, lane)) if room else None
                if due is None or due > self._clock.now():
                    room = 0
                batch = Batch(self._clock.now())
                if recorded or room:
                    batch = await self._database.write(
                        partial(self._turn_over, lane=lane, done=done[:recorded], room=room),
                        alone=room + recorded > 50,
                    )
            except StorageError as error:
                log.error("outbox_not_reached", error=type(error).__name__, lane=lane)
                await self._rest(wake, 1.0)
                continue
            self._checkpoint("sender-claimed" if batch.claimed else "sender-settled")
            del done[:recorded]
            self._turned.set()
            if batch.added:
                self._wake_all()
            if lane == REST:
                self._budget.spend(len(batch.jobs))
            for to, jobs in _by_address(batch.jobs).items():
                before = self._last.get((lane, to))
                task = asyncio.create_task(
                    self._perform_in_order(lane, to, batch.at, jobs, before, done)
                )
                self._last[lane, to] = task
                under_way.add(task)
                task.add_done_callback(partial(self._ended, lane, to, under_way))
            if self._stopping and not under_way and not done:
                return
            if recorded:
                continue  # what was put back may be due sooner than what was looked up before
            if batch.jobs or not batch.claimed:
                full = len(under_way) >= BATCH[lane]
                await self._rest(wake, self._pause(lane, due, waits=not looked and not full))

    def _room(self, lane: int, under_way: int) -> int:
        """How many rows may be claimed now."""
        if self._stopping or not self._adapter.connected:
            return 0
        room = BATCH[lane] - under_way
        if lane == REST:  # crisis and answers pass ahead of the budget
            room = min(room, self._budget.available())
        return max(room, 0)

    def _pause(self, lane: int, due: datetime | None, *, waits: bool) -> float:
        """Seconds until it is worth looking again, unless woken.

        Args:
            waits: nothing was looked for, since the budget was spent. It may be there by now, and
                then nothing else would wake this lane.
        """
        if not self._adapter.connected:
            return 0.5
        if lane == REST and not self._stopping and (waits or self._budget.available() == 0):
            return self._budget.seconds_until_next()
        if due is None:
            return LONGEST_SLEEP
        return min(LONGEST_SLEEP, max(0.0, (due - self._clock.now()).total_seconds()))

    async def _rest(self, wake: asyncio.Event, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(wake.wait(), seconds)

    def _next_due(self, lane: int, tx: Transaction) -> datetime | None:
        return outbox.next_due(tx, self._adapter.platform, lane)

    # --- in the writer's thread

    def _turn_over(self, tx: Transaction, lane: int, done: Sequence[Done], room: int) -> Batch:
        """One transaction: record what was done, claim what comes next and write it."""
        now = self._clock.now()
        outbox.settle(tx, self._owner, [each.settlement for each in done])
        added = outbox.add(tx, self._following(tx, done, now), now)
        if room == 0:
            return Batch(now, added=added)
        claimed = outbox.claim(
            tx,
            platform=self._adapter.platform,
            lane=lane,
            owner=self._owner,
            now=now,
            lease=LEASE,
            limit=room,
        )
        late = [row for row in claimed if row.expires is not None and row.expires <= now]
        timely = [row for row in claimed if row.expires is None or row.expires > now]
        fresh = timely if lane == CRISIS else self._wanted_now(tx, timely, now)
        written: dict[int, Send | None] = {}
        broken: dict[int, str] = {}
        by_kind: dict[str, list[Claimed]] = defaultdict(list)
        for row in fresh:
            by_kind[row.kind].append(row)
        for rows in by_kind.values():
            self._write(tx, rows, written, broken)
        jobs = [Job(row, send) for row in fresh if (send := written.get(row.id)) is not None]
        unwanted = [row for row in fresh if row.id not in broken and written.get(row.id) is None]
        outbox.settle(
            tx,
            self._owner,
            [Settlement(id=row.id, state=State.EXPIRED, at=now) for row in late]
            + [Settlement(id=row.id, state=State.CANCELLED, at=now) for row in unwanted]
            + [
                Settlement(id=row, state=State.DEAD, at=now, reason=reason)
                for row, reason in broken.items()
            ],
        )
        return Batch(now, jobs, len(claimed), added)

    def _wanted_now(
        self, tx: Transaction, rows: Sequence[Claimed], now: datetime
    ) -> Sequence[Claimed]:
        """The rows that may go; what is unasked is put off where it is quiet hours."""
        try:
            until = self._waits(tx, rows, now)
        except SQLAlchemyError:
            raise  # the database's trouble
        except Exception:
            log.exception("quiet_not_known")
            return rows  # what was promised goes rather than waits for ever
        quiet.hold(tx, self._owner, [row for row in rows if row.id in until], until, now)
        return [row for row in rows if row.id not in until]

    def _following(
        self, tx: Transaction, done: Sequence[Done], now: datetime
    ) -> list[outbox.Draft]:
        """What follows from rows that have come to their end."""
        drafts: list[outbox.Draft] = []
        for each in done:
            told = self._arrived.get(each.row.kind)
            if told is None or each.receipt is None or each.settlement.state in outbox.OPEN:
                continue
            try:
                with tx.savepoint():
                    drafts += told(tx, each.row, each.receipt, now)
            except SQLAlchemyError:
                raise  # the database's trouble, not the row's
            except Exception:
                log.exception("end_not_told", row=each.row.id)
        return drafts

    def _write(
        self,
        tx: Transaction,
        rows: Sequence[Claimed],
        written: dict[int, Send | None],
        broken: dict[int, str],
    ) -> None:
        """Write rows of one kind; one that cannot be written is found by halves and set aside."""
        try:
            with tx.savepoint():
                written.update(self._writes[rows[0].kind](tx, self._texts, rows))
        except SQLAlchemyError:
            raise  # the database's trouble, not the row's
        except Exception as error:
            if len(rows) == 1:
                log.exception("row_not_written", row=rows[0].id)
                broken[rows[0].id] = type(error).__name__
                return
            half = len(rows) // 2
            self._write(tx, rows[:half], written, broken)
            self._write(tx, rows[half:], written, broken)

    # --- on the loop

    async def _perform_in_order(
        self,
        lane: int,
        to: Address,
        claimed: datetime,
        jobs: Sequence[Job],
        before: asyncio.Task[None] | None,
        done: list[Done],
    ) -> None:
        """Send one address its messages in order; what follows one that waits, waits too.

        What a slow platform keeps waiting for half its lease is given back, not tried late. The
        time of the claim counts: this process may have been paused since.
        """
        start_by = claimed + LEASE / 2
        if before is not None:
            await asyncio.wait([before])
        for job in jobs:
            async with self._slots[lane]:
                now = self._clock.now()
                held_until = self._held.get((lane, to), now)
                if held_until > now or now > start_by:
                    done.append(Done(job.row, _held(job.row, now, held_until)))
                    continue
                if not claimed <= now <= claimed + FRESH and not await self._still_ours(job.row):
                    continue  # another process has it, and says what became of it
                receipt = await self._perform(job)
            self._checkpoint("sender-sent")
            settlement = settle(job.row, receipt, self._clock.now())
            if settlement.not_before is not None:
                self._held[lane, to] = settlement.not_before
            else:
                self._held.pop((lane, to), None)
            done.append(Done(job.row, settlement, receipt))
            self._metrics.sent(self._adapter.platform, receipt.outcome.value)
            # A room that is gone says nothing about the person whose words were answered there.
            if receipt.outcome is Outcome.GONE and job.row.person is not None and to.user:
                await self._mark_unreachable(job.row.person)
        self._wakes[lane].set()

    def _ended(
        self, lane: int, to: Address, under_way: set[asyncio.Task[None]], task: asyncio.Task[None]
    ) -> None:
        under_way.discard(task)
        if self._last.get((lane, to)) is task:
            del self._last[lane, to]

    async def _perform(self, job: Job) -> Receipt:
        row = job.row
        try:
            in_doubt = (self._clock.now() - row.doubt_since).total_seconds()
            doubtful = row.attempts > 1 and in_doubt > self._adapter.pace.in_doubt_seconds
            # What removes something leaves no message to find, and may be done twice.
            if doubtful and not isinstance(job.send, Delete | Tidy):
                found = await self._adapter.find_sent(row.send_id, job.send.to, row.doubt_since)
                if isinstance(found, Receipt):
                    return found
                if found is None and row.lane != CRISIS:
                    return Receipt(outcome=Outcome.UNKNOWN, reason=TOO_OLD)
            return await self._adapter.perform(job.send)
        except Exception as error:
            log.exception("adapter_broke", row=row.id)
            return Receipt(outcome=Outcome.UNKNOWN, reason=type(error).__name__)

    async def _still_ours(self, row: Claimed) -> bool:
        """Read the lease again. While the database cannot say, a repeat is better than a loss."""
        try:
            return await self._database.read(partial(outbox.is_held, id=row.id, owner=self._owner))
        except StorageError:
            return True

    async def _mark_unreachable(self, person: int) -> None:
        with contextlib.suppress(StorageError):
            await self._database.write(lambda tx: members.mark_unreachable(tx, person))


def settle(row: Claimed, receipt: Receipt, now: datetime) -> Settlement:
    """What a receipt means for its row.

    A platform's own "later" does not count as an attempt; `unknown` does, and after five the
    row is dead. What may have been sent too long ago to tell is uncertain.
    """
    match receipt.outcome:
        case Outcome.SENT | Outcome.DEGRADED:
            state = State.SENT
        case Outcome.REFUSED | Outcome.GONE | Outcome.UNSUPPORTED:
            state = State.DEAD
        case Outcome.RETRY:
            wait = timedelta(seconds=max(receipt.retry_after or 0.0, 1.0))
            return _held(row, now, now + wait, reason=receipt.reason)
        case Outcome.UNKNOWN if receipt.reason == TOO_OLD:
            state = State.UNCERTAIN
        case Outcome.UNKNOWN if row.attempts >= TRIES:
            state = State.DEAD
        case Outcome.UNKNOWN:
            return Settlement(
                id=row.id,
                state=State.WAITING,
                at=now,
                reason=receipt.reason,
                not_before=now + timedelta(seconds=2.0**row.attempts),
                doubt_since=row.doubt_since,
                attempts=row.attempts,
            )
    return Settlement(id=row.id, state=state, at=now, reason=receipt.reason, attempts=row.attempts)


def _held(row: Claimed, now: datetime, until: datetime, reason: str = "") -> Settlement:
    """Not sent this time; if an earlier attempt may have been, that doubt stays."""
    return Settlement(
        id=row.id,
        state=State.WAITING,
        at=now,
        reason=reason,
        not_before=until,
        doubt_since=row.doubt_since if row.attempts > 1 else None,
        attempts=row.attempts - 1,
    )


def _by_address(jobs: Sequence[Job]) -> Mapping[Address, Sequence[Job]]:
    groups: dict[Address, list[Job]] = defaultdict(list)
    for job in jobs:
        groups[job.send.to].append(job)
    return groups


def _written_before(
    tx: Transaction, texts: Texts, rows: Sequence[Claimed]
) -> Mapping[int, Send | None]:
    """Messages that were written when they were decided on."""
    keys = tx.keys_of([row.person for row in rows if row.person is not None])
    written: dict[int, Send | None] = {}
    for row in rows:
        key = tx.keys.system if row.person is None else keys.get(row.person)
        if key is None or row.payload is None:
            written[row.id] = None
        else:
            data = json.loads(key.open(outbox.SEALED, row.id, row.payload))
            written[row.id] = send_from_data(data, row.send_id)
    return written
