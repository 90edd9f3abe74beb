"""A member with a history, to be backed up and put back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from storage import checkins, members, outbox
from storage.database import Database, Transaction, open_database
from storage.encryption import MasterKey
from storage.outbox import Draft
from tests.support.stores import MASTER

NOTE = "canary-note-slept badly, called my sister"
ACCOUNT = "canary-account-815"
ROOM = "canary-room-4711"
CANARIES = (NOTE, ACCOUNT, ROOM)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def fill(database: Database, account: str = ACCOUNT) -> int:
    """A member of a community, with a check-in, a note, and messages to come. Returns: their id."""

    def work(tx: Transaction) -> int:
        community = members.put_community(
            tx,
            name="Riverside",
            language="en",
            country="US",
            zone="UTC",
            spaces_of=[("memory", ROOM)],
        )
        person = members.join(
            tx,
            platform="memory",
            user=account,
            language="en",
            zone="Europe/Berlin",
            now=NOON,
        ).id
        members.add_membership(tx, person, community, NOON)
        checkins.make_plan(tx, person)
        checkins.answer(tx, person, DAY, "good", NOON)
        checkins.set_note(tx, person, DAY, NOTE)
        key = tx.key_of(person)
        outbox.add(
            tx,
            [
                Draft(
                    id=number,
                    send_id=f"send-{account}-{number}",
                    dedupe_key=f"test:{account}:{number}",
                    kind="test",
                    subject=person,
                    person=person,
                    platform="memory",
                    lane=2,
                    payload=key.seal_text(outbox.SEALED, number, NOTE),
                    due=due,
                    expires=None,
                )
                for number, due in (
                    (person + 1, NOON),
                    (person + 2, NOON + timedelta(days=30)),
                )
            ],
            NOON,
        )
        return person

    return database.write_sync(work)


def note_of(url: str, person: int, master: MasterKey = MASTER) -> str | None:
    """The note that a database holds of them; None if there is no such person."""
    database = open_database(url, master, migrate=False)
    try:
        return database.read_sync(lambda tx: read_note(tx, person))
    finally:
        database.close_sync()


def read_note(tx: Transaction, person: int) -> str | None:
    """Their note, by their key."""
    if person not in tx.keys_of([person]):
        return None
    found = checkins.of_day(tx, person, DAY)
    return found.note if found else None


def bytes_of(folder: Path) -> bytes:
    """Everything that lies in a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())
