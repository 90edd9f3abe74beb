"""Meetings in the database: what is sealed, who is reminded, whose calendar it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage import meeting_answers, meeting_reminders, meetings, members
from storage.database import Database, Transaction, open_database
from storage.encryption import MasterKey
from storage.ids import new_id
from storage.meeting_answers import Answer
from storage.meeting_reminders import NOT_THIS_ONE, Wish
from storage.meetings import Card, Imported, Meeting, State

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
CARD = Card(name="Newcomers", topic="First  Steps", link="https://meet.example.org/1")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url, MasterKey.from_base64("A" * 43 + "="))
    yield opened
    opened.close_sync()


def community(tx: Transaction, name: str = "Harbour") -> int:
    return members.put_community(
        tx, name=name, language="en", country=None, zone="UTC", spaces_of=[("memory", name)]
    )


def somebody(tx: Transaction, user: str, belongs: int | None) -> int:
    person = members.join(tx, platform="memory", user=user, language="en", zone="UTC", now=NOW).id
    if belongs is not None:
        members.add_membership(tx, person, belongs, NOW)
    return person


def made(tx: Transaction, belongs: int, **what: object) -> Meeting:
    given: dict[str, object] = {
        "id": new_id(),
        "community": belongs,
        "state": State.ON,
        "series": "{}",
        "card": CARD,
        "changed_at": NOW,
    }
    meeting = Meeting(**given | what)  # type: ignore[arg-type]
    meetings.put(tx, meeting)
    return meeting


def test_a_meeting_is_read_as_it_was_written(database: Database) -> None:
    """With what its source said, questions and all."""
    said = Imported(card=CARD, series=None, questions=(("zone-place", (("zone", "UTC"),)),))

    def work(tx: Transaction) -> tuple[Meeting, Meeting | None]:
        meeting = made(tx, community(tx), source="feed", source_id="hope", imported=said)
        return meeting, meetings.get(tx, meeting.id)

    written, read = database.write_sync(work)
    assert read == written
    assert read is not None
    assert read.imported == said


def test_one_source_calls_one_meeting_by_a_name(database: Database) -> None:
    """Reading a file twice finds what it made, also what was left out."""

    def work(tx: Transaction) -> set[str]:
        harbour, other = community(tx), community(tx, "Other")
        made(tx, harbour, source="feed", source_id="a")
        made(tx, harbour, source="feed", source_id="b", state=State.LEFT_OUT)
        made(tx, harbour, source="else", source_id="c")
        made(tx, other, source="feed", source_id="d")
        return set(meetings.from_source(tx, harbour, "feed"))

    assert database.write_sync(work) == {"a", "b"}


def test_who_wants_a_reminder_of_it(database: Database) -> None:
    """A wish for the meeting goes before one for its topic; who has stopped is left alone."""

    def work(tx: Transaction) -> tuple[list[tuple[int, int]], dict[str, int]]:
        harbour = community(tx)
        meeting = made(tx, harbour)
        people = {name: somebody(tx, name, harbour) for name in "abcdef"}
        stranger = somebody(tx, "stranger", None)

        def wish(person: int, minutes: int, *, topic: str | None = None) -> None:
            about = None if topic else meeting.id
            meeting_reminders.put(
                tx,
                Wish(person=person, community=harbour, meeting=about, topic=topic, minutes=minutes),
            )

        wish(people["a"], 30)
        wish(people["b"], 60, topic="first steps")
        wish(people["c"], 60, topic="first steps")
        wish(people["c"], 10)
        wish(people["d"], 60, topic="first steps")
        wish(people["d"], NOT_THIS_ONE)
        wish(people["e"], 30)
        members.stop(tx, people["e"], NOW)
        wish(people["f"], 30)
        members.stop_community(tx, people["f"], harbour, NOW)
        wish(stranger, 30)
        found = meeting_reminders.wanting(tx, meeting.id, harbour, CARD, now=NOW)
        assert meeting_reminders.minutes_wanted(tx, meeting.id, harbour, CARD) == [10, 30, 60]
        first = meeting_reminders.wanting(
            tx, meeting.id, harbour, CARD, now=NOW, minutes=[30, 60], limit=1
        )
        assert first == found[:1]
        rest = meeting_reminders.wanting(tx, meeting.id, harbour, CARD, now=NOW, after=found[0][0])
        assert rest == found[1:]
        return found, people

    found, people = database.write_sync(work)
    assert dict(found) == {people["a"]: 30, people["b"]: 60, people["c"]: 10}
    assert [person for person, _ in found] == sorted(person for person, _ in found)


def test_answers_are_counted_and_kept_in_order(database: Database) -> None:
    """One answer each; the list of those who wait is in the order of asking."""

    def work(tx: Transaction) -> None:
        harbour = community(tx)
        meeting = made(tx, harbour)
        first, second = somebody(tx, "a", harbour), somebody(tx, "b", harbour)

        def answer(person: int, what: Answer) -> None:
            meeting_answers.set_answer(
                tx,
                meeting=meeting.id,
                occurrence="20261124T1900",
                person=person,
                answer=what,
                now=NOW,
            )

        answer(second, Answer.WAITING)
        answer(first, Answer.COMING)
        answer(first, Answer.WAITING)
        waiting = meeting_answers.who_said(tx, meeting.id, "20261124T1900", Answer.WAITING)
        assert waiting == [(second, Answer.WAITING), (first, Answer.WAITING)]
        counts = meeting_answers.count_answers(tx, [meeting.id])
        assert counts == {(meeting.id, "20261124T1900", Answer.WAITING): 2}
        meeting_answers.forget_answers(tx, meeting.id, "20261125T0000")
        assert meeting_answers.count_answers(tx, [meeting.id]) == {}

    database.write_sync(work)


def test_a_token_leads_to_one_calendar_until_it_is_replaced(database: Database) -> None:
    """And tells nothing about others."""

    def work(tx: Transaction) -> None:
        person = somebody(tx, "a", community(tx))
        meeting_reminders.put_feed(tx, person, "one", named=False, now=NOW)
        assert meeting_reminders.feed_with(tx, "one") == (person, False)
        meeting_reminders.put_feed(tx, person, "two", named=True, now=NOW)
        assert meeting_reminders.feed_with(tx, "one") is None
        assert meeting_reminders.feed_with(tx, "two") == (person, True)
        assert meeting_reminders.revoke_feed(tx, person)
        assert not meeting_reminders.revoke_feed(tx, person)
        assert meeting_reminders.feed_with(tx, "two") is None

    database.write_sync(work)
