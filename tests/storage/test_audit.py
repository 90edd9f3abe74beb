"""The log of what teams did, as it is kept."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, update

from storage import audit, duty
from storage.database import Database, Transaction
from storage.tables import audit_entries
from tests.storage.test_buddies import NOW, two


def act(tx: Transaction, community: int, command: str = "meeting end", hours: int = 0) -> None:
    audit.record(
        tx,
        community,
        command=command,
        platform="memory",
        user="sam",
        person=None,
        now=NOW + timedelta(hours=hours),
    )


async def test_acts_are_shown_the_newest_first(database: Database) -> None:
    """Each community sees its own."""

    def work(tx: Transaction) -> None:
        community, _, _ = two(tx)
        act(tx, community, "meeting end")
        act(tx, community, "buddies pair", hours=1)

        shown = audit.entries(tx, community)
        assert [(each.number, each.command) for each in shown] == [
            (2, "buddies pair"),
            (1, "meeting end"),
        ]
        assert shown[0].actor == ("memory", "sam")
        assert audit.entries(tx, community + 1) == []
        assert audit.first_break(tx, community) is None

    await database.write(work)


async def test_an_entry_that_was_changed_or_taken_out_shows(database: Database) -> None:
    """Whoever has the database alone cannot make an act undone."""

    def work(tx: Transaction) -> None:
        community, _, _ = two(tx)
        for hour in range(4):
            act(tx, community, hours=hour)
        of = audit_entries.c.community == community
        second = of & (audit_entries.c.number == 2)
        tx.execute(update(audit_entries).where(second).values(command="help"))
        assert audit.first_break(tx, community) == 2
        tx.execute(delete(audit_entries).where(second))
        assert audit.first_break(tx, community) == 3

    await database.write(work)


async def test_who_is_erased_is_named_no_more_and_the_log_stays_whole(database: Database) -> None:
    """What was done stays."""

    def work(tx: Transaction) -> None:
        community, ada, _ = two(tx)
        (account, *_) = duty.indexes_of(tx, ada)
        act(tx, community)
        audit.record(
            tx,
            community,
            command="buddies run",
            platform="memory",
            user="ada",
            person=ada,
            now=NOW,
        )
        assert [each["command"] for each in audit.of_person(tx, ada, [account])] == ["buddies run"]

        audit.erase(tx, ada, [account])

        assert [each.actor for each in audit.entries(tx, community)] == [None, ("memory", "sam")]
        assert audit.of_person(tx, ada, [account]) == []
        assert audit.first_break(tx, community) is None

    await database.write(work)


async def test_old_acts_are_let_go_and_the_rest_still_follows(database: Database) -> None:
    """The newest stays, however old: the next one is linked to it."""

    def work(tx: Transaction) -> None:
        community, _, _ = two(tx)
        for hour in range(4):
            act(tx, community, hours=hour)

        assert audit.forget(tx, NOW + timedelta(hours=2)) == 2
        assert [each.number for each in audit.entries(tx, community)] == [4, 3]
        assert audit.forget(tx, NOW + timedelta(days=900)) == 1
        act(tx, community, hours=9)
        assert [each.number for each in audit.entries(tx, community)] == [5, 4]
        assert audit.first_break(tx, community) is None

    await database.write(work)
