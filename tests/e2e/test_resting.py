"""A member is put to rest: nothing is sent to them, nothing announced; and it can be undone."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery import rules
from bot.meetings.telling.rows import KIND as MEETING
from bot.platform import Address, Change, MemberChanged
from storage import duty, meeting_reminders, meetings, members, resting
from storage.database import Transaction
from storage.ids import new_id
from storage.meetings import Card, Meeting, State
from tests.support.buddies import SPACE, Harbour, harbour

TUESDAY_NINE = datetime(2026, 11, 24, 8, 5, tzinfo=UTC)  # five past nine in Berlin
MEETS = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
REMINDER = "reminder"
REMINDED = MEETS - timedelta(minutes=30)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Harbour]:
    """Ada and Bo belong to Harbour House and want to be reminded of its meetings."""
    async with harbour(f"sqlite:///{tmp_path / 'h.db'}") as made:
        await made.world.database.write(lambda tx: a_meeting(tx, made))
        yield made


def a_meeting(tx: Transaction, made: Harbour) -> None:
    now = made.world.clock.now()
    series = {
        "dtstart_local": f"{MEETS:%Y-%m-%dT%H:%M:%S}",
        "tzid": "UTC",
        "duration_minutes": 60,
        "rrule": "FREQ=DAILY",
    }
    meeting = Meeting(
        id=new_id(),
        community=made.community,
        state=State.ON,
        series=json.dumps(series),
        card=Card(name="Evening group"),
        changed_at=now,
    )
    meetings.put(tx, meeting)
    for name in ("ada", "bo"):
        wish = meeting_reminders.Wish(
            person=made.people[name], community=made.community, meeting=meeting.id, minutes=30
        )
        meeting_reminders.put(tx, wish)
    rules.set_once(tx, kind=MEETING, subject=meeting.id, at=REMINDED, zone="UTC")


async def go_on(made: Harbour) -> None:
    """Two days pass, each with the hour of the check-in and the meeting's reminder."""
    await made.world.move_to(TUESDAY_NINE)
    await made.world.move_to(TUESDAY_NINE + timedelta(days=1))
    await made.world.move_to(REMINDED + timedelta(minutes=1))


def texts(made: Harbour, name: str) -> str:
    return "\n".join(text for _, text in made.told(name))


async def test_nothing_more_is_sent_to_somebody_who_was_put_to_rest(place: Harbour) -> None:
    """Neither their own check-in nor a meeting; who is alive is asked and reminded."""
    await place.command("mo", "member rest ada")
    place.sent.clear()

    await go_on(place)

    assert place.told("ada") == []
    assert REMINDER in texts(place, "bo")


async def test_a_buddy_is_told_gently_and_only_what_is_true(place: Harbour) -> None:
    """It has ended, for no reason that anybody gives; nothing of rest, a ban or death."""
    await place.pairs("ada", "bo")
    place.sent.clear()

    await place.command("mo", "member rest ada")
    await place.world.settle()

    told = texts(place, "bo")
    assert "nothing you did" in told
    assert not {"rest", "ban", "died"} & set(told.casefold().replace(".", " ").split())
    assert place.told("ada") == []


async def test_who_rests_is_counted_nowhere(place: Harbour) -> None:
    """Not among those who can be paired, nor on the roster of those who are called."""

    def enlist(tx: Transaction) -> None:
        duty.enlist(tx, place.community, "memory", "ada", zone="UTC")

    await place.world.database.write(enlist)
    await place.command("mo", "member rest ada")

    assert await place.world.database.read(lambda tx: duty.roster(tx, place.community)) == []
    belongs = await place.world.database.read(
        lambda tx: members.communities_of(tx, place.people["ada"])
    )
    assert belongs == []


async def test_waking_brings_all_of_it_again(place: Harbour) -> None:
    """The check-in and the reminders, as they were, without a new yes."""
    await place.command("mo", "member rest ada")
    await place.command("mo", "member wake ada")
    place.sent.clear()

    await go_on(place)

    assert REMINDER in texts(place, "ada")
    assert len(place.told("ada")) > 2, "and both days' questions"


async def test_waking_somebody_respects_what_they_had_stopped_themselves(place: Harbour) -> None:
    """Their own stop stays their own."""
    await place.person("ada").say("stop")
    await place.command("mo", "member rest ada")
    await place.command("mo", "member wake ada")
    place.sent.clear()

    await go_on(place)

    assert place.told("ada") == []


async def test_a_rest_in_one_community_leaves_what_belongs_to_another(place: Harbour) -> None:
    """A moderator decides for their own community only."""

    def elsewhere(tx: Transaction) -> None:
        other = members.put_community(
            tx,
            name="Elsewhere",
            language="en",
            country="GB",
            zone="UTC",
            spaces_of=[("memory", "elsewhere")],
        )
        members.add_membership(tx, place.people["ada"], other, place.world.clock.now())

    await place.world.database.write(elsewhere)
    await place.command("mo", "member rest ada")
    place.sent.clear()

    await go_on(place)

    assert place.told("ada"), "her own check-ins go on"
    assert REMINDER not in texts(place, "ada")


async def test_somebody_put_to_rest_by_mistake_has_their_own_again_by_start(
    place: Harbour,
) -> None:
    """Nobody can lock a person out of their own check-ins; the community stays closed."""
    await place.command("mo", "member rest ada")
    await place.person("ada").say("start")
    place.sent.clear()

    await go_on(place)

    assert place.told("ada")
    assert REMINDER not in texts(place, "ada")


async def banned(made: Harbour, name: str, change: Change = Change.BANNED) -> None:
    where = Address("memory", space=SPACE)
    await made.take(MemberChanged(**made.world.platform.event(name, where), change=change))


async def test_a_ban_ends_what_the_community_sends_and_nothing_of_their_own(
    place: Harbour,
) -> None:
    """The check-in is theirs; the meetings are not for them any more."""
    await banned(place, "ada")
    place.sent.clear()

    await go_on(place)

    assert place.told("ada")
    assert REMINDER not in texts(place, "ada")
    assert "ada" not in "\n".join(place.staff)


async def test_a_ban_that_is_lifted_wakes_them_and_a_rest_by_the_team_does_not_end_so(
    place: Harbour,
) -> None:
    """The platform takes back what it did; what people decided, people take back."""
    await banned(place, "ada")
    await place.command("mo", "member rest bo")
    for name in ("ada", "bo"):
        await banned(place, name, Change.JOINED)

    async def rests(name: str) -> bool:
        person = place.people[name]
        return bool(await place.world.database.read(lambda tx: resting.of_person(tx, person)))

    assert not await rests("ada")
    assert await rests("bo")


async def test_a_name_that_is_near_is_not_taken(place: Harbour) -> None:
    """Nobody is put to rest by a slip."""
    await place.command("mo", "member rest adam")

    assert not await place.world.database.read(
        lambda tx: resting.of_person(tx, place.people["ada"])
    )
