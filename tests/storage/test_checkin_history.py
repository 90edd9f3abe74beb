"""Looking back: days of many people, pictures wished for, and counts, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from storage import checkin_history, checkins, members
from storage.checkin_history import Told
from storage.database import Database, Transaction

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = NOW.date()


def _join(tx: Transaction, user: str) -> int:
    return members.join(tx, platform="memory", user=user, language="en", zone="UTC", now=NOW).id


@pytest.fixture
async def ada(database: Database) -> int:
    return await database.write(lambda tx: _join(tx, "ada"))


async def test_days_are_those_of_each_person(database: Database, ada: int) -> None:
    """Oldest first, within the span, and nobody else's; who is erased is left out."""

    def fill(tx: Transaction) -> int:
        bo = _join(tx, "bo")
        for number, word in enumerate(("good", "low", "skip")):
            checkins.answer(tx, ada, TODAY - timedelta(days=number), word, NOW)
        checkins.answer(tx, bo, TODAY, "rough", NOW)
        return bo

    bo = await database.write(fill)
    span = (TODAY - timedelta(days=1), TODAY)
    found = await database.read(lambda tx: checkin_history.answers_of(tx, [ada, bo, 1], *span))
    assert {who: [each.word for each in days] for who, days in found.items()} == {
        ada: ["low", "good"],
        bo: ["rough"],
    }

    await database.write(lambda tx: tx.destroy_key(bo))
    left = await database.read(lambda tx: checkin_history.answers_of(tx, [ada, bo], *span))
    assert set(left) == {ada}


async def test_a_wish_is_granted_once_and_never_stands_in_the_way(
    database: Database, ada: int
) -> None:
    """One that could not be drawn lets the others go first."""
    for page in (True, False):
        await database.write(
            partial(checkin_history.wish, person=ada, what={"page": page}, now=NOW)
        )
    first = await database.read(checkin_history.oldest_wish)
    assert first is not None
    await database.write(lambda tx: checkin_history.not_drawn(tx, first.id))
    second = await database.read(checkin_history.oldest_wish)

    assert second is not None
    assert (first.what, second.what) == ({"page": True}, {"page": False})
    assert await database.write(lambda tx: checkin_history.fulfil(tx, second.id))
    assert not await database.write(lambda tx: checkin_history.fulfil(tx, second.id))
    again = await database.read(checkin_history.oldest_wish)
    assert again is not None
    assert again.tries == 1
    await database.write(lambda tx: checkin_history.erase(tx, ada))
    assert await database.read(lambda tx: checkin_history.wishes_of(tx, ada)) == 0


async def test_a_community_counts_its_own_members_once(database: Database, ada: int) -> None:
    """Days do not count twice, and who has left does not count."""

    def fill(tx: Transaction) -> int:
        home = members.put_community(
            tx,
            name="Home",
            language="en",
            country=None,
            zone="UTC",
            spaces_of=[("memory", "a")],
        )
        bo, stranger = _join(tx, "bo"), _join(tx, "stranger")
        for person in (ada, bo):
            members.add_membership(tx, person, home, NOW)
        for person in (ada, bo, stranger):
            for number in range(3):
                checkins.answer(tx, person, TODAY - timedelta(days=number), "okay", NOW)
        members.stop_community(tx, bo, home, NOW)
        return home

    home = await database.write(fill)
    week = (TODAY - timedelta(days=6), TODAY)
    assert await database.read(lambda tx: checkin_history.count_active(tx, home, *week)) == 1
    assert await database.read(lambda tx: checkin_history.told_of(tx, home)) is None
    for counted in (7, 12):
        told = Told(date(2026, 11, 16), counted, counted // 5 * 5)
        await database.write(partial(checkin_history.tell, community=home, told=told))
        assert await database.read(lambda tx: checkin_history.told_of(tx, home)) == told
