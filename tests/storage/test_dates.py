"""What whoever has only the database can read of dates that matter: nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from storage import dates, members
from storage.database import Transaction, open_database
from storage.dates import Dated
from storage.encryption import MasterKey
from storage.tables import milestones
from tests.support.databases import with_tables

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MASTER = MasterKey.from_base64("A" * 43 + "=")
FIRST, SECOND = date(2026, 11, 24), date(2026, 12, 24)


async def test_a_milestone_is_asked_about_once_and_gives_no_date_away(tmp_path: Path) -> None:
    """Its day and its length together would be the date; both are sealed, and still unique."""
    database = open_database(with_tables(f"sqlite:///{tmp_path / 'handrail.db'}", MASTER), MASTER)

    def ask(tx: Transaction) -> None:
        person = members.join(
            tx, platform="memory", user="ada", language="en", zone="UTC", now=NOW
        ).id
        dated = Dated(person=person, name="sober", since=date(2026, 10, 25), added_at=NOW)
        other = Dated(person=person, name="home", since=date(2026, 10, 25), added_at=NOW)
        for each in (dated, other):
            dates.put(tx, each)
        assert dates.ask(tx, person, dated.id, SECOND, "60d") is not None
        assert dates.ask(tx, person, dated.id, FIRST, "30d") is not None
        assert dates.ask(tx, person, dated.id, FIRST, "30d") is None
        assert dates.ask(tx, person, other.id, FIRST, "30d") is not None

        known = [(each.day, each.code) for each in dates.asked_of(tx, person, dated.id)]
        assert known == [(FIRST, "30d"), (SECOND, "60d")]
        rows = tx.execute(select(milestones).where(milestones.c.person == person)).all()
        assert len({row.day_index for row in rows}) == len(rows) == 3
        for value in (value for row in rows for value in row):
            assert isinstance(value, int | bytes | None)
            assert b"2026-" not in (value if isinstance(value, bytes) else b"")

    try:
        await database.write(ask)
    finally:
        await database.close()
