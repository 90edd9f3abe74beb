"""Members' calendars: a secret address that can be taken back, neutral names, what is cancelled."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar

from bot.meetings.calendars import feeds
from bot.meetings.telling.mirroring import Mirror
from bot.platform import (
    Action,
    Address,
    Attachment,
    CancelEvent,
    Outcome,
    Receipt,
    Reply,
    Say,
    ShowEvent,
)
from storage import members
from tests.support.meetings import LINK, add, member, settle
from tests.support.person import Person
from tests.support.texts import own_texts
from tests.support.world import World, running

BASE = "https://bot.example.org"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A community in New York, and a web server that members reach."""
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, calendar_base=BASE) as made:
        await settle(made)
        yield made


@asynccontextmanager
async def browser(world: World) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application()
    app.add_routes(feeds.routes(world.database, own_texts(), world.clock))
    async with TestClient(TestServer(app)) as client:
        yield client


def path_of(who: Person) -> str:
    """The path of the address that somebody was given last."""
    address = next(line for line in who.last.splitlines() if line.startswith(BASE))
    return address.removeprefix(BASE)


async def test_a_feed_is_read_at_its_secret_address_only(world: World) -> None:
    """Entries say nothing of what the meetings are, nor how to come in."""
    await add(world, link=LINK)
    ada = await member(world)
    await ada.say("calendar")
    async with browser(world) as client:
        answer = await client.get(path_of(ada))
        text = await answer.text()
        assert answer.status == 200
        assert answer.content_type == "text/calendar"
        events = Calendar.from_ical(text).walk("VEVENT")
        assert [str(event["SUMMARY"]) for event in events] == ["Meeting"]
        assert "Newcomers" not in text
        assert LINK not in text

        for wrong in ("/calendar/x.ics", f"/calendar/{'x' * 32}.ics", f"/calendar/{'x' * 999}.ics"):
            assert (await client.get(wrong)).status == 404


async def test_a_feed_can_be_taken_back_and_a_new_one_replaces_it(world: World) -> None:
    """Whoever found the old address reads nothing more."""
    await add(world)
    ada = await member(world)
    await ada.say("calendar")
    first = path_of(ada)
    await ada.say("calendar names")
    second = path_of(ada)
    async with browser(world) as client:
        assert (await client.get(first)).status == 404
        assert "Newcomers" in await (await client.get(second)).text()
        await ada.press("calendar off")
        assert (await client.get(second)).status == 404


async def test_a_feed_keeps_its_entries_and_shows_what_is_cancelled(world: World) -> None:
    """A calendar that polls twice a day must not keep showing what does not take place."""
    fay = await add(world)
    ada = await member(world)
    await ada.say("calendar names")
    async with browser(world) as client:

        async def events() -> list[dict[str, str]]:
            text = await (await client.get(path_of(ada))).text()
            return [
                {name: str(event[name]) for name in ("UID", "SEQUENCE", "STATUS", "SUMMARY")}
                for event in Calendar.from_ical(text).walk("VEVENT")
            ]

        before = (await events())[0]
        await fay.say("meeting cancel Newcomers Tuesday")
        series, cancelled = await events()
        assert {series["UID"], cancelled["UID"]} == {before["UID"]}
        assert int(series["SEQUENCE"]) > int(before["SEQUENCE"])
        assert (series["STATUS"], cancelled["STATUS"]) == ("CONFIRMED", "CANCELLED")

        await fay.say("meeting end Newcomers")
        assert {each["STATUS"] for each in await events()} == {"CANCELLED"}
        await world.move_to(datetime(2027, 3, 1, tzinfo=UTC))
        assert await events() == []


async def test_after_stop_a_feed_is_empty(world: World) -> None:
    """Stop means everything; whoever starts again finds the same address full."""
    await add(world)
    ada = await member(world)
    await ada.say("calendar")
    path = path_of(ada)
    await ada.say("stop")
    async with browser(world) as client:
        text = await (await client.get(path)).text()
    assert Calendar.from_ical(text).walk("VEVENT") == []


async def test_without_a_public_address_there_are_files(tmp_path: Path) -> None:
    """Nobody is given an address that they cannot reach."""
    kept: list[Attachment] = []

    def keep(action: Action) -> Receipt | None:
        if isinstance(action, Reply | Say):
            kept.extend(action.attachments)
        return None

    async with running(f"sqlite:///{tmp_path / 'handrail.db'}") as world:
        await settle(world)
        await add(world, link=LINK)
        ada = await member(world)
        await ada.say("calendar")
        assert "aren't set up here" in ada.last
        world.platform.script = keep
        await ada.say("meetings Newcomers")
        await ada.press("ics")
    text = kept[0].data.decode()
    assert kept[0].name.endswith(".ics")
    assert "FREQ=WEEKLY;BYDAY=TU" in text
    assert "TZID=America/New_York" in text
    assert LINK not in text


async def test_the_next_occurrence_is_shown_among_a_servers_events(tmp_path: Path) -> None:
    """Moved and cancelled with the meeting, and never with its link."""
    shown: list[ShowEvent | CancelEvent] = []

    def take(action: Action) -> Receipt | None:
        if isinstance(action, ShowEvent | CancelEvent):
            shown.append(action)
            return Receipt(outcome=Outcome.SENT)
        return None

    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url) as world:
        community = await settle(world)
    space = Address("memory", space="guild")
    mirror = Mirror((space,), where="Ask the bot")
    async with running(url, mirrors=lambda tx, id: {community: mirror}.get(id)) as world:
        world.platform.script = take
        fay = await add(world, link=LINK)
        await world.move_by(seconds=1)
        first = shown[-1]
        assert isinstance(first, ShowEvent)
        assert (first.to, first.title, first.where) == (space, "Newcomers", "Ask the bot")
        assert first.starts == datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
        assert LINK not in str(first)

        await fay.say("meeting move Newcomers Wednesday 8 pm")
        await world.move_by(seconds=1)
        moved = shown[-1]
        assert isinstance(moved, ShowEvent)
        assert moved.subject == first.subject
        assert moved.starts == datetime(2026, 11, 26, 1, 0, tzinfo=UTC)

        count = len(shown)
        await world.move_to(datetime(2026, 11, 26, 2, 0, tzinfo=UTC))
        following = shown[-1]
        assert isinstance(following, ShowEvent)
        assert following.starts == datetime(2026, 12, 2, 0, 0, tzinfo=UTC)
        assert len(shown) == count + 1

        await fay.say("meeting end Newcomers")
        await world.move_by(seconds=1)
        assert isinstance(shown[-1], CancelEvent)
        assert shown[-1].subject == first.subject


async def test_a_token_stands_nowhere_in_the_database(tmp_path: Path) -> None:
    """Whoever reads a backup cannot read calendars with it."""
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, calendar_base=BASE) as world:
        await settle(world)
        ada = await member(world)
        world.platform.script = None
        await ada.say("calendar")
        token = path_of(ada).removeprefix("/calendar/").removesuffix(".ics")
        assert len(token) >= 32
        assert await world.database.read(lambda tx: members.member_with(tx, "memory", "ada"))
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert token.encode() not in stored
