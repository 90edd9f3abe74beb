"""Rows of the outbox: written once, held by one, settled by whoever holds them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from storage import members, outbox
from storage.database import Database, Transaction
from storage.ids import new_id
from storage.outbox import Claimed, Draft, Settlement, State
from storage.tables import outbox as rows
from tests.support.stores import Open

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
SECOND = timedelta(seconds=1)


def draft(**given: object) -> Draft:
    row = new_id()
    made = Draft(
        id=row,
        send_id=f"send-{row}",
        dedupe_key=f"wish-{row}",
        kind="message",
        subject=0,
        person=None,
        platform="memory",
        lane=2,
        payload=b"sealed",
        due=NOW,
        expires=None,
    )
    return replace(made, **given)  # type: ignore[arg-type]


def add(*drafts: Draft) -> Callable[[Transaction], int]:
    return lambda tx: outbox.add(tx, drafts, NOW)


def claim(
    owner: str = "me", *, now: datetime = NOW, limit: int = 100, lane: int = 2
) -> Callable[[Transaction], list[Claimed]]:
    return lambda tx: outbox.claim(
        tx, platform="memory", lane=lane, owner=owner, now=now, lease=LEASE, limit=limit
    )


def settle(owner: str, *settlements: Settlement) -> Callable[[Transaction], None]:
    return lambda tx: outbox.settle(tx, owner, settlements)


def states(tx: Transaction) -> dict[int, str]:
    return {row: state for row, state in tx.execute(select(rows.c.id, rows.c.state))}


def payloads(tx: Transaction) -> list[bytes | None]:
    return list(tx.execute(select(rows.c.payload).order_by(rows.c.id)).scalars())


def ids(claimed: list[Claimed]) -> list[int]:
    return [row.id for row in claimed]


# --- writing


async def test_the_same_wish_is_written_once(database: Database) -> None:
    """A planner that repeats itself after a crash adds nothing."""
    first = draft(dedupe_key="checkin:1:2026-11-23")
    again = draft(dedupe_key="checkin:1:2026-11-23")
    other = draft(dedupe_key="checkin:1:2026-11-24")

    assert await database.write(add(first)) == 1
    assert await database.write(add(again, other)) == 1

    assert set(await database.read(states)) == {first.id, other.id}


async def test_a_row_that_was_too_late_when_planned_is_there_and_is_not_sent(
    database: Database,
) -> None:
    await database.write(add(draft(state=State.EXPIRED)))

    assert await database.write(claim()) == []
    assert await database.read(outbox.count_by_state) == {("memory", State.EXPIRED): 1}


# --- claiming


async def test_the_longest_due_comes_first_and_what_is_not_due_not_at_all(
    database: Database,
) -> None:
    late, later, latest = (draft(due=NOW - n * SECOND) for n in (1, 2, 3))
    await database.write(add(late, latest, later, draft(due=NOW + SECOND)))

    assert ids(await database.write(claim(limit=2))) == [latest.id, later.id]
    assert ids(await database.write(claim(limit=2))) == [late.id]


async def test_lanes_and_platforms_are_claimed_apart(database: Database) -> None:
    crisis, rest = draft(lane=0), draft()
    await database.write(add(crisis, rest, draft(platform="other")))

    assert ids(await database.write(claim(lane=0))) == [crisis.id]
    assert ids(await database.write(claim())) == [rest.id]


async def test_a_held_row_is_claimed_again_once_its_lease_has_run_out(database: Database) -> None:
    """Whoever held it may have sent it: the attempt counts, and the doubt is as old as that."""
    await database.write(add(draft()))
    await database.write(claim("gone"))

    assert await database.write(claim(now=NOW + LEASE - SECOND)) == []
    (row,) = await database.write(claim(now=NOW + LEASE))

    assert row.attempts == 2
    assert row.doubt_since == NOW


async def test_two_claimers_never_share_a_row(open_it: Open) -> None:
    """Two processes, four tasks each, small bites: each row is held once, and none is left."""
    first, second = open_it(), open_it()
    drafts = [draft() for _ in range(300)]
    await first.write(add(*drafts))

    async def take_all(database: Database, owner: str) -> list[int]:
        taken: list[int] = []
        while claimed := await database.write(claim(owner, limit=7)):
            assert len(claimed) <= 7
            taken += ids(claimed)
        return taken

    taken = await asyncio.gather(
        *(take_all(database, f"owner-{n}") for n in range(4) for database in (first, second))
    )

    assert sorted(row for some in taken for row in some) == sorted(each.id for each in drafts)


async def test_no_more_is_claimed_than_was_asked_for(database: Database) -> None:
    """However PostgreSQL goes about it: a plan may look for claimable rows once for each row."""
    await database.write(add(*(draft(id=n) for n in range(50))))

    def plan_otherwise(tx: Transaction) -> list[Claimed]:
        if tx.dialect == "postgresql":
            for way in ("hashjoin", "material", "sort", "hashagg"):
                tx.execute(text(f"SET LOCAL enable_{way} = off"))
        return claim("one", limit=5)(tx)

    assert len(await database.write(plan_otherwise)) == 5


async def test_a_claimer_does_not_wait_for_another_that_is_not_done(open_it: Open) -> None:
    """On PostgreSQL it skips what the other holds; SQLite lets one write at a time."""
    slow, quick = open_it(), open_it()
    if slow.dialect == "sqlite":
        pytest.skip("SQLite lets one write at a time")
    drafts = [draft(due=NOW - n * SECOND) for n in range(4)]
    await slow.write(add(*drafts))
    claimed, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def claim_and_dawdle(tx: Transaction) -> list[Claimed]:
        found = claim("slow", limit=2)(tx)
        loop.call_soon_threadsafe(claimed.set)
        assert go_on.wait(60)
        return found

    dawdling = asyncio.ensure_future(slow.write(claim_and_dawdle))
    await claimed.wait()
    try:
        others = await asyncio.wait_for(quick.write(claim("quick", limit=4)), 60)
    finally:
        go_on.set()

    assert sorted(ids(others) + ids(await dawdling)) == sorted(each.id for each in drafts)
    assert len(others) == 2


# --- settling


async def test_what_is_done_forgets_the_message_and_is_never_claimed_again(
    database: Database,
) -> None:
    """Texts do not stay longer than they are needed."""
    await database.write(add(draft()))
    (row,) = await database.write(claim())

    await database.write(settle("me", Settlement(id=row.id, state=State.SENT, at=NOW)))

    assert await database.read(payloads) == [None]
    assert await database.write(claim(now=NOW + timedelta(days=1))) == []


async def test_a_dead_row_keeps_its_message_for_an_operator(database: Database) -> None:
    await database.write(add(draft()))
    (row,) = await database.write(claim())

    await database.write(settle("me", Settlement(id=row.id, state=State.DEAD, at=NOW)))

    assert await database.read(payloads) == [b"sealed"]
    assert await database.write(claim(now=NOW + timedelta(days=1))) == []


async def test_a_row_that_waits_comes_back_when_it_said(database: Database) -> None:
    """As sure as it was: an attempt that sent nothing leaves no trace."""
    await database.write(add(draft()))
    (row,) = await database.write(claim())
    back = NOW + timedelta(minutes=5)

    waits = Settlement(id=row.id, state=State.WAITING, at=NOW, not_before=back)
    await database.write(settle("me", waits))

    assert await database.write(claim(now=back - SECOND)) == []
    (again,) = await database.write(claim(now=back))
    assert (again.attempts, again.doubt_since) == (1, back)


async def test_who_lost_a_row_no_longer_decides_about_it(database: Database) -> None:
    """A process that was paused wakes up with an old receipt."""
    await database.write(add(draft()))
    (row,) = await database.write(claim("paused"))
    await database.write(claim("successor", now=NOW + LEASE))

    await database.write(settle("paused", Settlement(id=row.id, state=State.DEAD, at=NOW)))
    assert await database.read(states) == {row.id: State.LEASED}

    await database.write(settle("successor", Settlement(id=row.id, state=State.SENT, at=NOW)))
    await database.write(settle("successor", Settlement(id=row.id, state=State.DEAD, at=NOW)))
    assert await database.read(states) == {row.id: State.SENT}


async def test_a_new_process_takes_over_what_the_old_one_held(database: Database) -> None:
    """At once, not after the lease; only of its own platform, and only what was held."""
    held, other = draft(), draft(platform="other")
    await database.write(add(held, other))
    await database.write(claim("old"))
    await database.write(add(draft(due=NOW + timedelta(hours=1))))

    assert await database.write(lambda tx: outbox.take_over(tx, "memory", NOW + SECOND)) == 1

    (row,) = await database.write(claim("new", now=NOW + SECOND))
    assert (row.id, row.attempts, row.doubt_since) == (held.id, 2, NOW)


# --- letting go


async def test_who_no_longer_wants_something_takes_back_what_waits(database: Database) -> None:
    """Their own, of that kind; what is being sent arrives."""
    ada, bo = [await database.write(_person(name)) for name in ("ada", "bo")]
    held = draft(kind="checkin", person=ada)
    await database.write(add(held))
    await database.write(claim())
    waits, news, others = (
        draft(kind="checkin", person=ada),
        draft(person=ada),
        draft(kind="checkin", person=bo),
    )
    await database.write(add(waits, news, others))

    def cancel(tx: Transaction) -> int:
        return outbox.cancel_unsent(tx, kind="checkin", person=ada, now=NOW)

    assert await database.write(cancel) == 1
    found = await database.read(states)
    assert found[waits.id] == State.CANCELLED
    assert {found[each.id] for each in (news, others)} == {State.WAITING}
    assert found[held.id] == State.LEASED


async def test_who_stops_still_gets_the_answer_to_that(database: Database) -> None:
    """Everything that waits is let go, except answers and crisis replies."""
    ada = await database.write(_person("ada"))
    crisis, answer, reminder = (draft(person=ada, lane=lane) for lane in (0, 1, 2))
    await database.write(add(crisis, answer, reminder))

    assert await database.write(lambda tx: outbox.cancel_all_of(tx, ada, NOW)) == 1
    assert await database.read(states) == {
        crisis.id: State.WAITING,
        answer.id: State.WAITING,
        reminder.id: State.CANCELLED,
    }


async def test_what_nobody_claimed_in_time_expires_and_is_forgotten_later(
    database: Database,
) -> None:
    """An operator has a month to look at it."""
    late = draft(expires=NOW + LEASE)
    fresh = draft(expires=NOW + 2 * LEASE)
    await database.write(add(late, fresh))
    then = NOW + LEASE

    assert await database.write(lambda tx: outbox.expire_overdue(tx, then)) == 1
    assert (await database.read(states))[late.id] == State.EXPIRED

    assert await database.write(lambda tx: outbox.forget_settled(tx, then)) == 0
    assert await database.write(lambda tx: outbox.forget_settled(tx, then + SECOND)) == 1
    assert set(await database.read(states)) == {fresh.id}


# --- looking


async def test_what_is_open_can_be_seen(database: Database) -> None:
    """When the next is due, whether anything is under way, and how long the oldest has waited."""
    soon = draft(due=NOW + LEASE)
    await database.write(add(soon))

    assert await database.read(lambda tx: outbox.next_due(tx, "memory", 2)) == soon.due
    assert await database.read(lambda tx: outbox.next_due(tx, "memory", 1)) is None
    assert not await database.read(lambda tx: outbox.is_busy(tx, "memory", NOW))
    assert await database.read(lambda tx: outbox.oldest_open(tx, NOW)) is None

    await database.write(claim(now=soon.due))

    assert await database.read(lambda tx: outbox.is_busy(tx, "memory", NOW))
    assert await database.read(lambda tx: outbox.oldest_open(tx, soon.due)) == soon.due
    assert await database.read(outbox.count_by_state) == {("memory", State.LEASED): 1}


def _person(name: str) -> Callable[[Transaction], int]:
    return lambda tx: (
        members.join(tx, platform="memory", user=name, language="en", zone="UTC", now=NOW).id
    )


async def test_nothing_to_write_is_nothing_new(database: Database) -> None:
    """Whoever has nobody to tell counts no message."""
    assert await database.write(add()) == 0


async def test_a_row_says_why_it_ended_or_waits(database: Database) -> None:
    """Operators read the code; where there is none, nothing stands there."""
    drafts = [draft() for _ in range(4)]
    await database.write(add(*drafts))
    await database.write(claim())
    ends = [(State.DEAD, "refused"), (State.SENT, ""), (State.WAITING, "slow"), (State.WAITING, "")]
    told = [
        Settlement(id=row.id, state=state, at=NOW, reason=reason)
        for row, (state, reason) in zip(drafts, ends, strict=True)
    ]

    await database.write(settle("me", *told))

    found = await database.read(
        lambda tx: {id: why for id, why in tx.execute(select(rows.c.id, rows.c.reason))}
    )
    assert [found[row.id] for row in drafts] == ["refused", None, "slow", None]
