"""What a community does without is not sent there, though its people may have it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.communities.using import where_used
from bot.feature import Feature
from storage import members
from storage.database import Transaction, open_database
from storage.encryption import MasterKey
from storage.outbox import Draft, State
from storage.schedules import Due
from tests.support.databases import with_tables

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
MASTER = MasterKey.from_base64("A" * 43 + "=")
PAIR, OTHER_PAIR = 71, 72


def _row(id: int, subject: int, person: int | None, expires: datetime | None) -> Draft:
    return Draft(
        id=id,
        send_id=str(id),
        dedupe_key=str(id),
        kind="buddy-news",
        subject=subject,
        person=person,
        platform="memory",
        lane=2,
        due=NOW,
        expires=expires,
    )


async def test_a_pair_of_a_community_without_buddies_hears_nothing(tmp_path: Path) -> None:
    """Also where its people have buddies in another community; what must happen still does."""
    database = open_database(with_tables(f"sqlite:///{tmp_path / 'handrail.db'}", MASTER), MASTER)

    def look(tx: Transaction) -> tuple[Sequence[Draft], Sequence[Draft], list[int]]:
        here, there = (
            members.put_community(
                tx, name=name, language="en", country=None, zone="UTC", spaces_of=[("memory", name)]
            )
            for name in ("here", "there")
        )
        person = members.join(
            tx, platform="memory", user="ada", language="en", zone="UTC", now=NOW
        ).id
        for each in (here, there):
            members.add_membership(tx, person, each, NOW)
        later = NOW + timedelta(hours=1)
        begun: list[int] = []

        def plan(tx: Transaction, due: Sequence[Due], now: datetime) -> Sequence[Draft]:
            begun.extend(each.subject for each in due)
            return [
                _row(1, PAIR, person, later),
                _row(2, PAIR, None, later),
                _row(3, PAIR, None, None),
                _row(4, OTHER_PAIR, person, later),
            ]

        feature = Feature(
            name="buddies",
            plans={"day": plan, "round": plan},
            export=lambda tx, person: None,
            erase=lambda tx, person: None,
        )
        used = where_used(
            feature,
            "buddies",
            lambda tx: {here: frozenset({"buddies"})},
            lambda tx, subject: here if subject == PAIR else there,
            not_begun=("round",),
        )
        due = [
            Due(
                id=1,
                kind="day",
                subject=here,
                person=None,
                zone="UTC",
                wall_time=None,
                days=127,
                day=NOW.date(),
                due=NOW,
                version=1,
            )
        ]
        one = used.plans["day"](tx, due, NOW)
        begun.clear()
        two = used.plans["round"](tx, due, NOW)
        return one, two, begun

    try:
        one, _, begun = await database.write(look)
    finally:
        await database.close()
    assert [each.id for each in one if each.state is State.CANCELLED] == [1, 2]
    assert begun == []  # no round begins in such a community
