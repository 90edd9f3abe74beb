"""Direct messages on Discord: nothing missed while away, nobody overrun, Discord's limits kept."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.discord.traffic import PER_SECOND
from bot.commands import Command, CommandTable
from bot.platform import (
    AccountRestricted,
    Address,
    Audience,
    Change,
    Commanded,
    InviteDeclined,
    MemberChanged,
    Outcome,
    Reply,
    Said,
    Say,
)
from bot.richtext import paragraph
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import Fault, payloads
from tests.discord_standin.world import Guild

pytestmark = pytest.mark.e2e

TABLE = CommandTable([Command(name="checkin now", handler=list)], [])
MESSAGES = "/channels/{channel_id}/messages"


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path, TABLE) as running:
        yield running


def say(to: Address, text: str, key: str = "k" * 22) -> Say:
    return Say(to=to, body=paragraph(text), audience=Audience.DIRECT, key=key)


def said(rooms: Rooms) -> list[str]:
    return [event.text for event in rooms.events if isinstance(event, Said)]


async def hears(rooms: Rooms, *texts: str) -> None:
    await rooms.discord.until(lambda: said(rooms) == list(texts), f"heard {texts}")


# --- what was written while nobody listened


async def test_what_was_written_while_the_bot_was_down_is_heard_once(rooms: Rooms) -> None:
    """Whoever wrote to it at night is answered in the morning, in order, and not again later."""
    ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
    await ana.dm("before")
    await hears(rooms, "before")
    await rooms.adapter.perform(say(Address("discord", user=str(ben.id)), "Hello Ben"))
    await rooms.stop()

    await ana.dm("is anybody there?")
    await ana.dm("I'm not well")
    await ben.dm("hi")
    await rooms.start()
    await rooms.discord.until(lambda: len(said(rooms)) == 4, "all heard")
    assert [t for t in said(rooms) if t != "hi"] == ["before", "is anybody there?", "I'm not well"]
    missed = next(e for e in rooms.events if isinstance(e, Said) and e.text == "I'm not well")
    assert (missed.direct, missed.addressed, missed.actor.user) == (True, True, str(ana.id))
    assert missed.at < datetime.now(UTC)

    await rooms.stop()
    await rooms.start()
    await ana.dm("thanks")
    await rooms.discord.until(lambda: said(rooms)[-1] == "thanks", "the newest")
    assert len(said(rooms)) == 5


async def test_what_the_core_could_not_take_is_handed_on_again(rooms: Rooms) -> None:
    """With the database locked for a moment nothing is lost, and nothing overtakes it."""
    trouble = 2

    async def locked(event: Any) -> None:
        nonlocal trouble
        if isinstance(event, Said) and trouble > 0:
            trouble -= 1
            rooms.events.remove(event)
            raise OSError("database is locked")

    rooms.handler = locked
    ana = rooms.discord.member("Ana")
    await ana.dm("one")
    await ana.dm("two")

    await rooms.discord.until(lambda: len(said(rooms)) >= 2, "both", timeout=60)
    assert said(rooms) == ["one", "two"]


async def test_a_session_that_cannot_be_resumed_misses_nothing(rooms: Rooms) -> None:
    """Discord repeats nothing after such a break; the history has it."""
    ana = rooms.discord.member("Ana")
    await ana.dm("before")
    await hears(rooms, "before")
    gateway = rooms.discord.gateway
    await gateway.invalidate(resumable=False)
    await rooms.discord.until(lambda: not gateway.sessions, "the bot gone")
    await ana.dm("meanwhile")

    await hears(rooms, "before", "meanwhile")
    assert gateway.identifies == 2


async def test_a_history_that_cannot_be_read_now_is_read_later(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.catchup._FIRST_PAUSE", 0.05)
    ana = rooms.discord.member("Ana")
    await ana.dm("before")
    await hears(rooms, "before")
    await rooms.stop()
    await ana.dm("meanwhile")
    rooms.discord.faults.append(Fault("GET", "/channels/*/messages", status=503, times=1))
    await rooms.start()

    await hears(rooms, "before", "meanwhile")


# --- too fast


async def test_staff_are_told_when_discord_restricts_the_account(rooms: Rooms) -> None:
    """Once, with how long everything unasked rests; a restart does not cut the rest short."""
    rooms.discord.faults.append(
        Fault("POST", "/users/@me/channels", status=403, code=40003, times=1)
    )
    first, second = await rooms.direct(), await rooms.direct()
    await rooms.adapter.perform(say(first.address, "Hello"))
    await rooms.adapter.perform(say(second.address, "Hello", key="s" * 22))
    told = await rooms.event(AccountRestricted)

    assert told.reason == "40003"
    assert timedelta(minutes=55) < told.until - datetime.now(UTC) < timedelta(minutes=65)
    assert told.spaces == (str(rooms.discord.guild.id),)
    await rooms.stop()
    await rooms.start()
    after = await rooms.adapter.perform(say(second.address, "Hello", key="t" * 22))
    assert (after.outcome, after.reason) == (Outcome.RETRY, "resting")
    assert len([e for e in rooms.events if isinstance(e, AccountRestricted)]) == 1
    assert len(rooms.discord.sent("POST", "/users/@me/channels")) == 1


async def test_too_fast_again_rests_twice_as_long(tmp_path: Path) -> None:
    clock = [datetime.now(UTC)]
    async with discord_rooms(tmp_path, TABLE, now=lambda: clock[0]) as rooms:
        waits: list[float] = []
        for number in range(2):
            rooms.discord.faults.append(
                Fault("POST", "/users/@me/channels", status=403, code=40003)
            )
            room = await rooms.direct()
            receipt = await rooms.adapter.perform(say(room.address, "Hello", key=f"first{number}"))
            assert receipt.outcome is Outcome.RETRY
            held = await rooms.adapter.perform(say(room.address, "Hello", key=f"held{number}"))
            waits.append(held.retry_after or 0)
            clock[0] += timedelta(seconds=waits[-1] + 1)

    assert waits == pytest.approx([3600, 7200], abs=5)


async def test_whose_direct_messages_are_closed_is_found_while_they_join(rooms: Rooms) -> None:
    """Not at the first missed check-in: the first line is sent while they are there to mend it."""
    open_, closed = await rooms.direct(), await rooms.direct()
    closed.member.person.dms = "closed"
    await open_.member.slash("checkin now")
    await rooms.event(Commanded)

    assert await rooms.adapter.can_reach(open_.address)
    assert not await rooms.adapter.can_reach(closed.address)
    assert not await rooms.adapter.can_reach(closed.address)
    assert await rooms.adapter.can_reach(open_.address)
    assert await open_.read() == ["Hello. This is where I'll write to you. Nothing to do here now."]
    assert len(rooms.discord.sent("POST", MESSAGES)) == 2


async def test_the_first_line_is_in_the_language_of_whoever_joins(rooms: Rooms) -> None:
    ana = rooms.discord.member("Ana", locale="de")
    await ana.slash("checkin now")
    await rooms.event(Commanded)

    assert await rooms.adapter.can_reach(Address("discord", user=str(ana.id)))
    assert ana.texts() == ["Hallo. Hier schreibe ich dir künftig. Jetzt ist nichts zu tun."]


# --- Discord's limits


async def test_refusals_are_counted_and_sending_rests_in_time(tmp_path: Path) -> None:
    """10,000 in ten minutes would ban the machine; who presses a button is still answered."""
    async with discord_rooms(tmp_path, TABLE, most_refused=4) as rooms:
        members = [await rooms.direct() for _ in range(3)]
        for room in members:
            room.member.person.dms = "closed"
        receipts = [
            await rooms.adapter.perform(say(room.address, "Hello", key=f"key{number}"))
            for number, room in enumerate(members)
        ]
        use = await members[0].member.slash("checkin now")
        event = await rooms.event(Commanded)
        await rooms.adapter.perform(Reply(to=event, body=paragraph("Here I am.")))

        assert [r.outcome for r in receipts] == [Outcome.GONE, Outcome.GONE, Outcome.RETRY]
        assert receipts[2].reason == "too many refusals"
        assert await use.text() == "Here I am."


async def test_many_messages_stay_below_discords_limit_and_an_answer_overtakes_them(
    tmp_path: Path,
) -> None:
    """Not one 429 is ours, and whoever just wrote does not wait behind everybody's check-in."""
    # Four times as fast as Discord allows, so that it takes a second.
    fast: dict[str, Any] = {"new_dms_per_minute": 100_000, "requests_per_second": 4 * PER_SECOND}
    async with discord_rooms(tmp_path, TABLE, **fast) as rooms:
        rooms.discord.limits.everything = 4 * 50
        talking = rooms.discord.member("Talking")
        await talking.dm("I can't go on")
        await rooms.event(Said)
        members = [await rooms.direct() for _ in range(60)]
        many = [
            asyncio.create_task(
                rooms.adapter.perform(say(room.address, "Hello", key=f"key{number}"))
            )
            for number, room in enumerate(members)
        ]
        await rooms.discord.until(lambda: len(rooms.discord.sent("POST", MESSAGES)) > 5)
        began = time.monotonic()
        answer = say(Address("discord", user=str(talking.id)), "I'm glad you wrote.", key="answer")
        await rooms.adapter.perform(answer)
        took = time.monotonic() - began
        unfinished = sum(not task.done() for task in many)
        receipts = await asyncio.gather(*many)

    assert took < 0.5
    assert unfinished > 10
    assert {receipt.outcome for receipt in receipts} == {Outcome.SENT}
    assert rooms.discord.limits.caused == 0


# --- where the bot is not meant to be


async def enter(rooms: Rooms, name: str, *, system_channel: bool = False) -> Guild:
    """Somebody invites the bot into another guild."""
    owner = rooms.discord.member(f"Owner of {name}").person
    guild = rooms.discord.world.guild(name, owner)
    data = payloads.guild(guild, rooms.discord.world)
    del data["unavailable"]  # only guilds that the bot was in before have it
    if system_channel:
        data["system_channel_id"] = data["channels"][0]["id"]
    await rooms.discord.gateway.dispatch("GUILD_CREATE", data)
    return guild


def at_home(rooms: Rooms, guild: Guild) -> bool:
    return rooms.discord.world.bot.id in guild.members


@pytest.mark.parametrize("system_channel", [True, False])
async def test_an_unlisted_guild_is_told_why_once_and_left(
    tmp_path: Path, system_channel: bool
) -> None:
    """What people there told it would lie with somebody whom nobody there has chosen."""
    async with discord_rooms(tmp_path, TABLE, operator="team@example.org") as rooms:
        guild = await enter(rooms, "Elsewhere", system_channel=system_channel)
        declined = await rooms.event(InviteDeclined)
        owner = rooms.discord.member("Owner of Elsewhere")
        channel = next(iter(guild.channels.values()))
        told = owner.texts(channel) if system_channel else owner.texts()

        assert len(told) == 1
        assert "team@example.org" in told[0]
        assert not at_home(rooms, guild)
        assert at_home(rooms, rooms.discord.guild)
        assert declined.where.space == str(guild.id)
        assert not any(isinstance(event, MemberChanged) for event in rooms.events)


async def test_without_a_list_or_when_open_to_all_it_stays(tmp_path: Path) -> None:
    async with discord_rooms(tmp_path, TABLE, open_to_all=True) as rooms:
        guild = await enter(rooms, "Elsewhere")
        await rooms.discord.member("Zoe").dm("hi")
        await rooms.event(Said)

        assert at_home(rooms, guild)


async def test_a_list_that_fits_nothing_empties_no_guild(tmp_path: Path) -> None:
    """A mistyped id must not make the bot leave the community that relies on it."""
    async with discord_rooms(tmp_path, TABLE, guilds=("123456789012345678",)) as rooms:
        await rooms.discord.member("Zoe").dm("hi")
        await rooms.event(Said)

        assert at_home(rooms, rooms.discord.guild)


async def test_being_removed_from_a_guild_is_told(tmp_path: Path) -> None:
    """Its members can perhaps not be reached any more."""
    async with discord_rooms(tmp_path, TABLE, open_to_all=True) as rooms:
        guild = await enter(rooms, "Elsewhere")
        await rooms.discord.gateway.dispatch("GUILD_DELETE", {"id": str(guild.id)})
        changed = await rooms.event(MemberChanged)

        assert (changed.change, changed.own) == (Change.LEFT, True)
        assert changed.where.space == str(guild.id)
        assert changed.actor.user == str(rooms.discord.world.bot.id)


async def test_an_outage_of_a_guild_is_no_removal(rooms: Rooms) -> None:
    await rooms.discord.gateway.dispatch(
        "GUILD_DELETE", {"id": str(rooms.discord.guild.id), "unavailable": True}
    )
    await rooms.discord.member("Zoe").dm("hi")
    await rooms.event(Said)

    assert not any(isinstance(event, MemberChanged) for event in rooms.events)
