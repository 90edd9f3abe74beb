"""The roster and what a community teaches the detector, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage import crisis_rules, duty, members
from storage.database import Database, Transaction
from storage.duty import Hours

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _a_community(tx: Transaction, space: str) -> int:
    return members.put_community(
        tx,
        name="Home",
        language="en",
        country=None,
        zone="UTC",
        spaces_of=[("memory", space)],
    )


@pytest.fixture
async def home(database: Database) -> int:
    return await database.write(lambda tx: _a_community(tx, "a"))


async def test_a_roster_keeps_who_is_on_it_and_their_order(database: Database, home: int) -> None:
    """Whoever is enlisted twice stays where they are, as they are."""

    def enlist(tx: Transaction) -> None:
        for user in ("one", "two", "three", "one"):
            duty.enlist(tx, home, "memory", user, zone="UTC")
        two = duty.helper_with(tx, home, "memory", "two")
        assert two is not None
        hours = (Hours(0b11111, "18:00", "22:00"),)
        duty.put(tx, replace(two, name="Zwei", hours=hours, on=True, until=NOW))

    await database.write(enlist)
    await database.write(lambda tx: duty.enlist(tx, home, "memory", "two", zone="UTC"))
    roster = await database.read(lambda tx: duty.roster(tx, home))
    assert [each.user for each in roster] == ["one", "two", "three"]
    assert (roster[1].name, roster[1].on, roster[1].until) == ("Zwei", True, NOW)
    assert roster[1].hours == (Hours(0b11111, "18:00", "22:00"),)

    await database.write(lambda tx: duty.reorder(tx, home, [roster[2].id]))
    again = await database.read(lambda tx: duty.roster(tx, home))
    assert [each.user for each in again] == ["three", "one", "two"]


async def test_one_account_may_help_in_several_communities(database: Database, home: int) -> None:
    other = await database.write(lambda tx: _a_community(tx, "b"))

    def enlist(tx: Transaction) -> None:
        for community in (home, other):
            duty.enlist(tx, community, "memory", "x", zone="UTC")

    await database.write(enlist)

    places = await database.read(lambda tx: duty.everywhere(tx, "memory", "x"))

    assert {each.community for each in places} == {home, other}
    assert await database.read(lambda tx: duty.everywhere(tx, "discord", "x")) == []


async def test_the_last_passed_drill_counts(database: Database, home: int) -> None:
    later = NOW + timedelta(days=20)
    await database.write(lambda tx: duty.pass_drill(tx, home, NOW))
    await database.write(lambda tx: duty.pass_drill(tx, home, later))

    assert await database.read(duty.drills_passed) == {home: later}


async def test_rules_are_counted_right_and_wrong(database: Database, home: int) -> None:
    def judge(tx: Transaction) -> None:
        crisis_rules.count(tx, home, ("plan", "goodbye"), right=True)
        crisis_rules.count(tx, home, ("plan",), right=False)
        crisis_rules.count(tx, home, ("plan",), right=False)

    await database.write(judge)

    counts = await database.read(lambda tx: crisis_rules.counts(tx, home))
    assert [(each.rule, each.right, each.wrong) for each in counts] == [
        ("plan", 1, 2),
        ("goodbye", 1, 0),
    ]


async def test_a_term_is_kept_once(database: Database, home: int) -> None:
    added = [
        await database.write(lambda tx: crisis_rules.add_term(tx, home, "code red"))
        for _ in range(2)
    ]

    assert added == [True, False]
    assert await database.read(crisis_rules.terms) == [(home, "code red")]
    assert await database.write(lambda tx: crisis_rules.remove_term(tx, home, "code red"))
    assert not await database.write(lambda tx: crisis_rules.remove_term(tx, home, "code red"))


async def test_a_silence_is_proposed_agreed_to_and_lifted(database: Database, home: int) -> None:
    await database.write(lambda tx: crisis_rules.propose_silence(tx, home, "plan", b"mo", NOW))
    (proposed,) = await database.read(crisis_rules.silences_of)
    assert (proposed.rule, proposed.agreed_at) == ("plan", None)

    await database.write(lambda tx: crisis_rules.agree_to_silence(tx, home, "plan", NOW))
    (agreed,) = await database.read(lambda tx: crisis_rules.silences_of(tx, home))
    assert agreed.agreed_at == NOW

    assert await database.write(lambda tx: crisis_rules.lift_silence(tx, home, "plan"))
    assert await database.read(crisis_rules.silences_of) == []
