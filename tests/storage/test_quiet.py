"""Rows that wait for the end of quiet hours, and the hours themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select

from storage import members, outbox, quiet
from storage.database import Database, Transaction
from storage.ids import new_id
from storage.outbox import Claimed, Draft
from storage.quiet import Hours, Wish
from storage.tables import outbox as rows

NOW = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
MORNING = NOW + 9 * HOUR
NIGHT = Hours(time(22), time(7))


@pytest.fixture
async def person(database: Database) -> int:
    return await database.write(_member)


def _member(tx: Transaction) -> int:
    return members.join(
        tx, platform="memory", user="ada", language="en", zone="Europe/Berlin", now=NOW
    ).id


def draft(person: int, *, due: datetime = NOW, lives: timedelta | None = HOUR) -> Draft:
    row = new_id()
    return Draft(
        id=row,
        send_id=f"send-{row}",
        dedupe_key=f"wish-{row}",
        kind="buddy-words",
        subject=0,
        person=person,
        platform="memory",
        lane=1,
        due=due,
        expires=due + lives if lives is not None else None,
    )


def claim(now: datetime, limit: int = 100) -> Callable[[Transaction], list[Claimed]]:
    return lambda tx: outbox.claim(
        tx, platform="memory", lane=1, owner="me", now=now, lease=timedelta(minutes=1), limit=limit
    )


def held(until: datetime, now: datetime = NOW) -> Callable[[Transaction], list[Claimed]]:
    """Claim what is due, and put it off."""

    def write(tx: Transaction) -> list[Claimed]:
        claimed = claim(now)(tx)
        quiet.hold(tx, "me", claimed, {row.id: until for row in claimed}, now)
        return claimed

    return write


def lives(tx: Transaction) -> Mapping[int, datetime | None]:
    return {id: expires for id, expires in tx.execute(select(rows.c.id, rows.c.expires))}


async def test_what_waits_comes_in_order_and_does_not_age(database: Database, person: int) -> None:
    """Time stands still for it: an hour that was left is left in the morning."""
    first, second = draft(person), draft(person, due=NOW + HOUR / 2)
    await database.write(lambda tx: outbox.add(tx, [second, first], NOW))
    await database.write(held(MORNING))
    await database.write(held(MORNING, NOW + HOUR / 2))

    assert await database.write(claim(MORNING - HOUR / 60)) == []
    await database.write(lambda tx: outbox.expire_overdue(tx, MORNING))
    claimed = await database.write(claim(MORNING))

    assert [row.id for row in claimed] == [first.id, second.id]
    assert [row.attempts for row in claimed] == [1, 1]
    assert [row.doubt_since for row in claimed] == [MORNING, MORNING]
    assert [row.expires for row in claimed] == [MORNING + HOUR, MORNING + HOUR]


@pytest.mark.parametrize("let_in", [False, True], ids=["in the morning", "let in before"])
async def test_a_long_row_of_words_is_claimed_bit_by_bit_in_order(
    database: Database, person: int, let_in: bool
) -> None:
    """Also where more waits than is claimed at once."""
    rows = [draft(person, due=NOW + timedelta(seconds=n)) for n in range(60)]
    await database.write(lambda tx: outbox.add(tx, rows[::-1], NOW))
    until = {row.id: MORNING + n * timedelta(milliseconds=1) for n, row in enumerate(rows)}

    def put_off(tx: Transaction, now: datetime) -> None:
        quiet.hold(tx, "me", claim(now)(tx), until, now)

    async def come(now: datetime) -> list[int]:
        found: list[int] = []
        while claimed := await database.write(claim(now, limit=7)):
            found += [row.id for row in claimed]
        return found

    await database.write(lambda tx: put_off(tx, NOW + HOUR))
    if let_in:
        await database.write(lambda tx: quiet.release(tx, NOW + HOUR))

    come_at = NOW + HOUR if let_in else MORNING + HOUR
    assert await come(come_at) == [row.id for row in rows]


async def test_what_never_expires_still_does_not(database: Database, person: int) -> None:
    """A row without an end keeps none."""
    row = draft(person, lives=None)
    await database.write(lambda tx: outbox.add(tx, [row], NOW))
    await database.write(held(MORNING))
    await database.write(lambda tx: quiet.release(tx, NOW + HOUR, person=person))

    assert await database.read(lives) == {row.id: None}


async def test_released_rows_are_as_old_as_they_would_be(database: Database, person: int) -> None:
    """Turning quiet hours on and off does not make messages immortal."""
    row = draft(person)
    await database.write(lambda tx: outbox.add(tx, [row], NOW))
    await database.write(held(MORNING))
    freed = await database.write(lambda tx: quiet.release(tx, NOW, person=person))

    assert freed == {"memory"}
    assert await database.read(lives) == {row.id: row.expires}
    assert len(await database.write(claim(NOW))) == 1
    assert await database.write(lambda tx: quiet.release(tx, NOW, person=person)) == set()


async def test_only_what_is_meant_is_released(database: Database, person: int) -> None:
    """Of one person, of one kind."""
    await database.write(lambda tx: outbox.add(tx, [draft(person)], NOW))
    await database.write(held(MORNING))

    assert await database.write(lambda tx: quiet.release(tx, NOW, person=person + 1)) == set()
    assert await database.write(lambda tx: quiet.release(tx, NOW, kind="broadcast")) == set()
    assert await database.write(lambda tx: quiet.release(tx, NOW, kind="buddy-words")) == {"memory"}


async def test_what_waits_is_not_reported_as_late(database: Database, person: int) -> None:
    """Else operators were warned every morning; what is stuck afterwards they do hear of."""
    await database.write(lambda tx: outbox.add(tx, [draft(person)], NOW))
    await database.write(held(MORNING))

    assert await database.read(lambda tx: outbox.oldest_open(tx, MORNING - HOUR)) is None
    assert await database.read(lambda tx: outbox.oldest_open(tx, MORNING + HOUR)) == MORNING


async def test_a_restart_changes_nothing_for_what_waits(database: Database, person: int) -> None:
    """A new process takes over what was being sent, and that alone."""
    await database.write(lambda tx: outbox.add(tx, [draft(person)], NOW))
    await database.write(held(MORNING))
    await database.write(lambda tx: outbox.take_over(tx, "memory", NOW + HOUR))

    assert await database.write(claim(NOW + HOUR)) == []


async def test_a_crash_leaves_a_row_as_it_was(database: Database, person: int) -> None:
    """Claimed and put off in one transaction, or neither."""
    await database.write(lambda tx: outbox.add(tx, [draft(person)], NOW))

    def dies(tx: Transaction) -> None:
        held(MORNING)(tx)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write(dies)

    (claimed,) = await database.write(claim(NOW))
    assert (claimed.attempts, claimed.expires) == (1, NOW + HOUR)


async def test_a_wish_stands_in_place_of_the_one_before(database: Database, person: int) -> None:
    """Nothing said, hours, none at all: three different things."""

    async def wish() -> Wish:
        return (await database.read(lambda tx: quiet.wishes(tx, [person, person + 1])))[person]

    assert await wish() == Wish("Europe/Berlin")
    await database.write(lambda tx: quiet.choose(tx, person, NIGHT))
    assert await wish() == Wish("Europe/Berlin", chosen=True, hours=NIGHT)
    assert await database.read(lambda tx: quiet.export(tx, person)) == {
        "from": "22:00",
        "until": "07:00",
    }
    await database.write(lambda tx: quiet.choose(tx, person, None))
    assert await wish() == Wish("Europe/Berlin", chosen=True)
    assert await database.read(lambda tx: quiet.export(tx, person)) == {"quiet": "none"}
    await database.write(lambda tx: quiet.erase(tx, person))
    assert await wish() == Wish("Europe/Berlin")
    assert await database.read(lambda tx: quiet.export(tx, person)) == {}
