"""What the members feature holds about a person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select

from storage import erasures, members, schedules
from storage.database import Transaction
from storage.tables import consents, memberships, person_keys, persons


def export(tx: Transaction, person: int) -> dict[str, Any]:
    """The person, their accounts, communities, consents and schedules, JSON-ready."""
    row = tx.execute(select(persons).where(persons.c.id == person)).mappings().one()
    given = tx.execute(select(consents).where(consents.c.person == person)).mappings()
    return {
        "language": row["language"],
        "time_zone": row["zone"],
        "joined_at": row["joined_at"].isoformat(),
        "stopped_at": row["stopped_at"].isoformat() if row["stopped_at"] else None,
        "accounts": [
            {"platform": account.platform, "id": account.user}
            for account in members.accounts_of(tx, person)
        ],
        "communities": [community.name for community in members.communities_of(tx, person)],
        "consents": [
            {
                "purpose": consent["purpose"],
                "given_at": consent["given_at"].isoformat(),
                "withdrawn_at": (
                    consent["withdrawn_at"].isoformat() if consent["withdrawn_at"] else None
                ),
                "text": consent["text_hash"],
                "language": consent["language"],
            }
            for consent in given
        ],
        "schedules": [
            {
                "kind": schedule.kind,
                "at": schedule.wall_time.isoformat() if schedule.wall_time else None,
                "next": schedule.next_due.isoformat() if schedule.next_due else None,
            }
            for schedule in schedules.of_person(tx, person)
        ],
    }


def erase(tx: Transaction, person: int) -> None:
    """Remove the person and, first of all, their data key; note it for backups put back later."""
    erasures.note(tx, person)
    tx.execute(delete(person_keys).where(person_keys.c.person == person))
    tx.execute(delete(memberships).where(memberships.c.person == person))
    tx.execute(delete(persons).where(persons.c.id == person))
