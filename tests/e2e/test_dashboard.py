"""Moderators read in chat how things are, and write to all members."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.moderation.going_out import A_STEP, EVERY, LIVES
from bot.moderation.status import Health
from bot.platform import Chose, Outcome, Receipt, Say
from bot.richtext import plain
from storage import broadcasts, buddies, duty, members, outages, resting, team_keepers
from storage.audit import entries
from storage.buddies import Seeker
from storage.database import Transaction
from storage.outages import Alarm
from tests.support.person import Person
from tests.support.team import GENERAL, SPACE, Community, community
from tests.support.world import MONDAY_NOON

WORDS = "On Friday we meet an hour later."
BROADCAST = f"community broadcast {WORDS}"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        made.world.platform.forms = True
        for who in ("ada", "ben", "cleo"):
            await joins(made, who)
        yield made


async def joins(house: Community, who: str) -> None:
    """Somebody joins, and belongs to the community."""
    await house.world.join(who)
    await house.world.database.write(partial(_belongs, who=who, community=house.id))
    house.world.platform.rooms[who].clear()


def _belongs(tx: Transaction, who: str, community: int) -> None:
    member = members.member_with(tx, "memory", who)
    assert member is not None
    members.add_membership(tx, member.id, community, member.joined_at)


async def id_of(house: Community, who: str) -> int:
    member = await house.world.database.read(lambda tx: members.member_with(tx, "memory", who))
    assert member is not None
    return member.id


async def goes_out(house: Community) -> None:
    """Shown to a moderator, confirmed by them, and sent."""
    await house.command("mo", BROADCAST)
    await house.press("mo", "send")
    await house.passes(seconds=1)


def has_it(house: Community, who: str) -> int:
    """How often somebody has the team's words."""
    return sum(WORDS in text for text in house.seen_by(who))


# --- status


async def test_only_what_stands_out_is_said(house: Community) -> None:
    """A list of everything would be read by nobody; and alerts are on top of it."""
    await house.gets_ready("mo")
    await house.command("mo", "lines check done")
    assert "All is well" in await house.command("mo", "community status")

    await house.says("ada", "badly", room=GENERAL)
    told = await house.command("mo", "community status")

    assert "One thing is worth a look" in told
    assert "One alert is open" in told
    await house.press("mo", "mine")
    assert "Somebody is looking after one alert" in await house.command("mo", "community status")


async def test_what_is_missing_is_said(house: Community) -> None:
    """Nobody to call, and help lines that nobody has looked at."""
    told = await house.command("mo", "community status")

    assert "Nobody is on the roster" in told
    assert "help lines" in told
    await house.gets_ready(off=("mo",))
    assert "Nobody is on duty" in await house.command("mo", "community status")


async def test_a_meeting_without_a_host_is_named(house: Community) -> None:
    """In time to find somebody: those of the next seven days."""
    fay = Person(house.world, "fay", spaces=(SPACE,), roles=frozenset({"facilitator"}))
    await fay.say("meeting add every Thursday 7pm Evening group")
    await fay.press("yes")
    assert "Evening group" not in await house.command("mo", "community status")
    await fay.say("meeting edit #1 chair yes")
    told = await house.command("mo", "community status")

    assert 'Nobody leads "Evening group" on' in told
    assert "0 took place" in await house.command("mo", "community report")
    await house.passes(days=4)
    assert "1 took place" in await house.command("mo", "community report")


async def test_how_the_bot_itself_is(tmp_path: Path) -> None:
    """In words that a moderator can pass on, and with the age of the last backup."""
    health = Health(away=("discord",), last_backup=MONDAY_NOON - timedelta(hours=3))
    async with community(tmp_path, health=lambda: health) as house:
        told = await house.command("mo", "community status")
        assert "not connected to Discord" in told
        assert "last backup was made on Mon, Nov 23" in told
        assert "backup is too old" not in told

        alarm = Alarm("backup:old", MONDAY_NOON, MONDAY_NOON)
        await house.world.database.write(lambda tx: outages.put_alarm(tx, alarm))
        assert "backup is too old" in await house.command("mo", "community status")


async def test_how_many_look_for_a_buddy_is_told_from_six_on(house: Community) -> None:
    """In fives: fewer could be told apart by who knows them."""
    people = [await id_of(house, who) for who in ("ada", "ben", "cleo")]
    for who in ("dan", "eve", "flo", "gus"):
        await joins(house, who)
        people.append(await id_of(house, who))
    now = house.world.clock.now()

    async def look(some: list[int]) -> str:
        def write(tx: Transaction) -> None:
            for person in some:
                seeker = Seeker(
                    person=person,
                    community=house.id,
                    since=now,
                    said={},
                    waited=1,
                )
                buddies.put_seeker(tx, seeker)

        await house.world.database.write(write)
        return await house.command("mo", "community status")

    assert "for a buddy" not in await look(people[:5])
    assert "At least 5 people look for a buddy" in await look(people[5:])


# --- report and staff


async def test_a_report_counts_alerts_and_how_soon_they_were_taken(house: Community) -> None:
    """The median, so that one bad night does not hide thirty good ones."""
    await house.gets_ready("mo")
    for who, minutes in (("ada", 2), ("ben", 4), ("cleo", 9)):
        await house.says(who, "badly", room=GENERAL)
        await house.passes(minutes=minutes)
        await house.press("mo", "mine")
    told = await house.command("mo", "community report")

    assert "Alerts: 3." in told
    assert "within 4 min" in told
    assert "Check-ins: too few" in told
    assert "Buddies: no round" in told


async def test_the_team_is_listed_with_who_is_on_duty(house: Community) -> None:
    """And who keeps names, which members may ask about."""
    await house.gets_ready("mo", off=("pat",))
    await house.world.database.write(lambda tx: team_keepers.add(tx, house.id, ("memory", "kim")))
    told = await house.command("mo", "community staff")

    assert "mo – on duty" in told
    assert "pat – not on duty" in told
    assert "kim" in told


async def test_other_names_lead_to_the_same(house: Community) -> None:
    """`community audit` and `community settings` are what moderators would try first."""
    assert "of the team" in await house.command("mo", "community audit")
    table = house.world.core.table
    assert table.named("community settings") is table.named("community show")


# --- broadcast


async def test_nothing_goes_out_before_it_was_read_and_confirmed(house: Community) -> None:
    """The preview is what members will read, word by word."""
    shown = await house.command("mo", BROADCAST)
    await house.passes(minutes=5)
    assert WORDS in shown
    assert "Nothing is sent yet" in shown
    assert not any(has_it(house, who) for who in ("ada", "ben", "cleo"))

    await house.press("mo", "send")
    await house.passes(seconds=1)

    assert [has_it(house, who) for who in ("ada", "ben", "cleo")] == [1, 1, 1]
    (text,) = [each for each in house.seen_by("ada") if WORDS in each]
    assert text.splitlines()[0] == "A message to everybody in your group."
    assert "The team of Harbour House" in text
    assert text in shown


async def test_it_can_be_confirmed_by_a_word(house: Community) -> None:
    """Where there are no buttons."""
    assert "nothing to send" in await house.command("mo", "community broadcast send")
    await house.command("mo", BROADCAST)
    await house.command("mo", "community broadcast send")
    await house.passes(seconds=1)

    assert has_it(house, "ada") == 1


async def test_only_who_saw_the_preview_confirms_it(house: Community) -> None:
    """Nobody sends another's words by a stray press, and an old preview is no consent."""
    await house.command("mo", BROADCAST)
    prompt = house.offering("send").choices
    assert prompt is not None
    await house.choose("pat", prompt.prompt, "send")
    await house.choose("mo", prompt.prompt, "send", moderator=False)
    await house.choose("ada", prompt.prompt, "send", moderator=False)
    await house.passes(minutes=31)
    await house.choose("mo", prompt.prompt, "send")
    await house.passes(minutes=1)

    assert has_it(house, "ada") == 0


async def test_who_wants_nothing_gets_nothing(house: Community) -> None:
    """Stopped, paused, at rest, or elsewhere: a team's message is no exception."""
    for who in ("dan", "eve", "flo"):
        await joins(house, who)
    await house.world.join("gus")  # a member, of another community
    await house.says("ada", "stop")
    await house.says("ben", "pause")
    await house.says("dan", "pause until tomorrow")
    flo, now = await id_of(house, "flo"), house.world.clock.now()
    await house.world.database.write(
        lambda tx: resting.put_to_rest(tx, flo, house.id, banned=False, now=now)
    )
    await goes_out(house)

    people = ("ada", "ben", "cleo", "dan", "eve", "flo", "gus")
    assert {who: has_it(house, who) for who in people} == {
        **dict.fromkeys(people, 0),
        "cleo": 1,
        "eve": 1,
    }


async def test_no_more_of_these_ends_only_these_and_can_be_undone(house: Community) -> None:
    """One press; it is exported with the rest, and erased with it."""
    await goes_out(house)
    await house.pressed_by("ada", "off")
    assert "no more messages" in house.seen_by("ada")[-1]
    ada = await id_of(house, "ada")
    since = await house.world.database.read(lambda tx: broadcasts.refused_since(tx, ada))
    assert len(since) == 1
    await house.says("ada", "privacy")
    assert "Team messages to everybody" in house.seen_by("ada")[-1]

    await house.passes(days=1, minutes=1)
    await goes_out(house)
    assert (has_it(house, "ada"), has_it(house, "ben")) == (1, 2)

    await house.world.platform.press("ada", "on", prompt=f"team-messages/{house.id}")
    await house.passes(days=1, minutes=1)
    await goes_out(house)
    assert (has_it(house, "ada"), has_it(house, "ben")) == (2, 3)


async def test_nobody_refuses_for_a_community_that_is_not_theirs(house: Community) -> None:
    """A prompt is not trusted: whatever number stands in it."""
    await house.world.join("gus")
    event = house.world.platform.event("gus", house.world.platform.direct("gus"))
    await house.world.core.take(
        Chose(**event, direct=True, prompt=f"team-messages/{house.id}", choice="off")
    )
    gus = await id_of(house, "gus")

    assert await house.world.database.read(lambda tx: broadcasts.refused_since(tx, gus)) == []


async def test_one_a_day(house: Community) -> None:
    """However many moderators there are; a message that was called back was one, too."""
    await house.command("pat", "community broadcast Hello all")
    hers = house.offering("send").choices
    await goes_out(house)

    assert "within the last 24 hours" in await house.command("mo", BROADCAST)
    assert hers is not None
    await house.choose("pat", hers.prompt, "send")
    await house.command("mo", "community broadcast stop")
    assert "within the last 24 hours" in await house.command("mo", BROADCAST)
    await house.passes(hours=24, minutes=1)
    assert "Nothing is sent yet" in await house.command("mo", BROADCAST)
    assert not any("Hello all" in text for text in house.seen_by("ada"))


async def test_it_goes_out_gently_and_can_be_called_back_on_the_way(house: Community) -> None:
    """A minute after the first step the next ones would follow; now they do not."""
    many = [f"m{number}" for number in range(A_STEP + 20)]
    now = house.world.clock.now()

    def join_all(tx: Transaction) -> None:
        for who in many:
            made = members.join(tx, platform="memory", user=who, language="en", zone="UTC", now=now)
            members.add_membership(tx, made.id, house.id, now)

    await house.world.database.write(join_all)
    assert "about 80 members" in await house.command("mo", BROADCAST)
    await house.press("mo", "send")
    await house.passes(seconds=1)
    everybody = [*many, "ada", "ben", "cleo"]
    assert sum(has_it(house, who) for who in everybody) == A_STEP
    assert "about 60 members" in await house.command("mo", "community broadcast")

    assert "Called back" in await house.command("mo", "community broadcast stop")
    for _ in range(3):
        await house.passes(minutes=1)
    assert sum(has_it(house, who) for who in everybody) == A_STEP
    assert "Nothing is going out" in await house.command("mo", "community broadcast stop")

    await house.passes(hours=24)
    await goes_out(house)
    await house.passes(seconds=EVERY.total_seconds())
    assert sorted({has_it(house, who) for who in everybody}) == [1, 2]


async def test_what_waits_to_be_sent_is_looked_at_again(house: Community) -> None:
    """Somebody pauses between the plan and the message; another's is called back."""
    platform = house.world.platform
    later = Receipt(outcome=Outcome.RETRY, retry_after=120.0)
    waiting = {"ada"}
    platform.script = lambda action: (
        later
        if isinstance(action, Say) and action.to.user in waiting and WORDS in plain(action.body)
        else None
    )
    await goes_out(house)
    assert (has_it(house, "ada"), has_it(house, "ben")) == (0, 1)
    await house.says("ada", "pause")
    waiting.clear()
    await house.passes(minutes=5)
    assert has_it(house, "ada") == 0

    await house.passes(days=1)
    waiting.add("ben")
    await goes_out(house)
    await house.command("mo", "community broadcast stop")
    waiting.clear()
    await house.passes(minutes=5)
    assert (has_it(house, "ben"), has_it(house, "cleo")) == (1, 2)


async def test_it_stands_in_the_log_of_the_team(house: Community) -> None:
    """Who sent it and who called it back; its words do not."""
    await goes_out(house)
    await house.command("mo", "community broadcast stop")
    done = await house.world.database.read(lambda tx: entries(tx, house.id))

    commands = [each.command for each in done]
    assert {"community broadcast send", "community broadcast stop"} <= set(commands)
    assert WORDS not in str(done)


async def test_its_words_are_forgotten_after_a_day(house: Community) -> None:
    """So is a preview that nobody confirmed."""
    await goes_out(house)
    latest = partial(broadcasts.latest, community=house.id)
    assert await house.world.database.read(latest) is not None
    await house.passes(seconds=LIVES.total_seconds())
    assert await house.world.database.read(latest) is None

    await house.command("mo", BROADCAST)
    await house.passes(minutes=30)
    mine = await house.world.database.read(
        lambda tx: broadcasts.previewed_by(tx, house.id, duty.account_index(tx, "memory", "mo"))
    )
    assert mine is None


@pytest.mark.parametrize("what", ["status", "report", "staff", "broadcast Hello all"])
async def test_it_is_for_moderators(house: Community, what: str) -> None:
    """A member gets none of it, and nobody does outside of the community's rooms."""
    assert "moderators" in await house.command("ada", f"community {what}", moderator=False)
    await house.says("ada", f"community {what}")
    assert "moderators" in house.seen_by("ada")[-1]
    await house.passes(minutes=2)
    assert not any("Hello all" in text for text in house.seen_by("ben"))
