"""Crises as they are kept: sealed, found by keyed hash, gone with the person and after a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage import episodes, members
from storage.database import Database, Transaction
from storage.episodes import Alert, Episode, Where
from storage.ids import new_id
from storage.tables import episodes as table

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ADA: Where = ("discord", None, None, "ada-4711")
ROOM: Where = ("discord", "guild", "general", None)


def episode(**more: object) -> Episode:
    given = {
        "id": new_id(),
        "community": None,
        "person": None,
        "actor": ADA,
        "room": ROOM,
        "message": "m-4711",
        "direct": False,
        "language": "en",
        "level": "high",
        "subject": "self",
        "topics": ("suicide",),
        "rules": ("wish-to-die",),
        "at": NOW,
        "raised_at": NOW,
    }
    return Episode(**given | more)  # type: ignore[arg-type]


async def join(database: Database) -> int:
    def work(tx: Transaction) -> int:
        return members.join(
            tx, platform="discord", user="ada-4711", language="en", zone="UTC", now=NOW
        ).id

    return await database.write(work)


async def test_what_is_written_is_read_again(database: Database) -> None:
    """Whole, and after a change."""
    person = await join(database)
    first = episode(person=person)
    await database.write(lambda tx: episodes.add(tx, first))
    changed = replace(
        first,
        level="emergency",
        told=True,
        state=episodes.CLAIMED,
        claimant=("discord", None, None, "sam"),
        claimed_at=NOW,
        claim_ends=NOW + timedelta(hours=1),
        alerts=(Alert(ROOM, "m1"), Alert(ROOM, None)),
    )

    assert await database.read(lambda tx: episodes.with_id(tx, first.id)) == first
    await database.write(lambda tx: episodes.change(tx, changed))
    assert await database.read(episodes.unsettled) == [changed]
    assert await database.read(lambda tx: episodes.of_person(tx, person)) == [changed]


@pytest.mark.parametrize("joined", [True, False])
async def test_who_and_what_it_was_about_is_sealed(database: Database, *, joined: bool) -> None:
    """Whoever reads the table learns neither the account nor the topic."""
    person = await join(database) if joined else None
    await database.write(lambda tx: episodes.add(tx, episode(person=person)))

    row = await database.read(lambda tx: tx.execute(select(table)).one())
    for secret in (b"4711", b"suicide", b"wish-to-die", b"general"):
        assert all(secret not in bytes(str(value), "utf-8") for value in row)
        assert secret not in row.matter


async def test_of_late_are_those_of_the_same_account(database: Database) -> None:
    """Settled ones too, the newest first; rehearsals and others' are none."""
    older = episode(raised_at=NOW - timedelta(hours=5), state=episodes.HANDLED)
    newer = episode()
    others = [
        episode(raised_at=NOW - timedelta(days=2)),
        episode(drill=True),
        episode(actor=("discord", None, None, "bo")),
        episode(actor=("matrix", None, None, "ada-4711")),
    ]
    for each in (older, newer, *others):
        await database.write(lambda tx, each=each: episodes.add(tx, each))  # type: ignore[misc]

    since = NOW - timedelta(days=1)
    found = await database.read(lambda tx: episodes.lately_of(tx, ADA, since))
    assert [each.id for each in found] == [newer.id, older.id]


async def test_with_the_person_goes_everything(database: Database) -> None:
    """And for others nothing changes."""
    person = await join(database)
    theirs, another = episode(person=person), episode(actor=("discord", None, None, "bo"))

    def fill(tx: Transaction) -> None:
        episodes.add(tx, theirs)
        episodes.add(tx, another)
        episodes.note_soft_offer(tx, ADA, person, NOW)
        episodes.note_soft_offer(tx, another.actor, None, NOW)

    await database.write(fill)
    await database.write(lambda tx: episodes.erase(tx, person))

    assert await database.read(episodes.unsettled) == [another]
    assert await database.read(lambda tx: episodes.soft_offers_to(tx, ADA)) is None
    assert await database.read(lambda tx: episodes.soft_offers_to(tx, another.actor))


async def test_what_is_old_is_forgotten_but_not_a_no(database: Database) -> None:
    """Who wants no offers is never asked again because time has passed."""
    bo: Where = ("discord", None, None, "bo")

    def fill(tx: Transaction) -> None:
        episodes.add(tx, episode())
        episodes.note_soft_offer(tx, ADA, None, NOW)
        episodes.note_soft_offer(tx, bo, None, NOW, wanted=False)

    await database.write(fill)
    await database.write(lambda tx: episodes.forget(tx, NOW + timedelta(days=90)))

    assert await database.read(episodes.unsettled) == []
    assert await database.read(lambda tx: episodes.soft_offers_to(tx, ADA)) is None
    kept = await database.read(lambda tx: episodes.soft_offers_to(tx, bo))
    assert kept is not None
    assert not kept.wanted
