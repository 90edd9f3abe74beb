"""The playground: its page over a real WebSocket, and in a real browser."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, expect

from adapters.playground.labels import LABELS, labels
from adapters.playground.server import PAGE
from bot.commands import (
    Argument,
    Command,
    CommandTable,
    Field,
    FirstResponse,
    Form,
    Kind,
    Role,
)
from bot.platform import (
    Action,
    Address,
    Attachment,
    Audience,
    Choice,
    Choices,
    Chose,
    CloseRoom,
    Commanded,
    Delete,
    FormFilled,
    OpenRoom,
    Outcome,
    Receipt,
    Reply,
    Said,
    Say,
    SetRole,
)
from bot.richtext import Body, Bold, Link, Paragraph, Text, paragraph
from tests.contract.rooms_playground import NOON, Room, Rooms, words
from tests.support.playground import browsing
from tests.support.state import MemoryState
from tests.support.texts import own_texts

ADA = Address("playground", user="member-1")
BEN = Address("playground", user="member-2")
GENERAL = Address("playground", space="demo", channel="general")
STAFF = Address("playground", space="demo", channel="staff")
NOTE = Form(
    name="note",
    fields=(
        Field(name="words", kind=Kind.LONG_TEXT, longest=400),
        Field(name="day", kind=Kind.DAY, required=False),
    ),
)
COMMANDS = CommandTable(
    [
        Command(name="checkin", handler=lambda _: []),
        Command(
            name="checkin pause",
            handler=lambda _: [],
            arguments=(Argument(name="until", kind=Kind.DAY),),
        ),
        Command(
            name="note",
            handler=lambda _: [],
            first_response=FirstResponse.FORM,
            form="note",
        ),
        Command(name="queue", handler=lambda _: [], needs=Role.MODERATOR),
    ],
    [NOTE],
)
ASKED = Choices(
    prompt="checkin/7",
    options=(
        Choice(id="good", label="Good"),
        Choice(id="low", label="Low"),
        Choice(id="note", label="Add a note", form="note"),
    ),
)
ALL_LANGUAGES = ("en", "es", "de")


@pytest.fixture
async def rooms() -> AsyncIterator[Rooms]:
    rooms = Rooms(commands=COMMANDS)
    await rooms.start()
    yield rooms
    await rooms.stop()


async def perform(rooms: Rooms, action: Action) -> Receipt:
    return await rooms.adapter.perform(action)


def say(to: Address, body: str | Body, **more: Any) -> Say:
    audience = Audience.DIRECT if to.channel is None else Audience.PUBLIC
    return Say(
        to=to,
        body=paragraph(body) if isinstance(body, str) else body,
        **{"audience": audience, **more},
    )


async def ask(rooms: Rooms, to: Address = ADA) -> str:
    """The id of a question with buttons."""
    receipt = await perform(rooms, say(to, "How is it?", choices=ASKED))
    assert receipt.message
    return receipt.message


# --- what people do


async def test_words_are_meant_for_the_bot_in_private_or_behind_a_prefix(rooms: Rooms) -> None:
    """What people say to each other in a channel is not addressed to the bot."""
    direct, general = await rooms.direct(), await rooms.channel("general")

    await direct.say("okay")
    await general.say("good morning all")
    await general.say("!checkin pause friday")
    await general.say("!!! what a day")

    said = [e for e in rooms.events if isinstance(e, Said)]
    assert [(e.text, e.addressed, e.direct) for e in said] == [
        ("okay", True, True),
        ("good morning all", False, False),
        ("checkin pause friday", True, False),
        ("!!! what a day", False, False),
    ]


async def test_an_event_says_where_who_and_how(rooms: Rooms) -> None:
    """Language and zone are the device's; the roles are the demo server's."""
    page = await rooms.page("moderator-1", language="de-AT", zone="Europe/Vienna")
    await Room(STAFF, page).say("hallo")

    (event,) = rooms.events
    assert event.where == STAFF
    assert event.actor == Address("playground", user="moderator-1")
    assert (event.locale, event.zone) == ("de", "Europe/Vienna")
    assert event.roles == {"moderator", "owner"}
    assert event.spaces == ("demo",)
    assert event.waiting


async def test_a_direct_message_has_no_space(rooms: Rooms) -> None:
    """Where the core says no space, it answers in private."""
    room = await rooms.direct()
    await room.say("hello")

    assert rooms.events[0].where == room.address
    assert rooms.events[0].where.space is None
    assert rooms.events[0].roles == frozenset()


async def test_a_slash_command_is_read_by_the_table(rooms: Rooms) -> None:
    """Words that do not fit reach the core as words: it knows what to say about them."""
    room = await rooms.direct()

    await room.say("/checkin pause next friday")
    await room.say("/checkin pause")
    await room.say("/chekin")

    commanded, *said = rooms.events
    assert isinstance(commanded, Commanded)
    assert (commanded.name, commanded.args) == ("checkin pause", {"until": "next friday"})
    assert [e.text for e in said if isinstance(e, Said) and e.addressed] == [
        "checkin pause",
        "chekin",
    ]


async def test_a_command_with_a_form_opens_it_first(rooms: Rooms) -> None:
    """The core hears of it once the form is sent."""
    room = await rooms.direct()

    await room.say("/note")
    assert rooms.events == []
    (form,) = room.page.forms
    assert [field["name"] for field in form["fields"]] == ["words", "day"]

    await room.page.do(
        type="fill", room=room.id, form="note", prompt="", message=None, values={"words": "Sun"}
    )
    (event,) = rooms.events
    assert isinstance(event, FormFilled)
    assert (event.form, event.prompt, event.values) == ("note", "", {"words": "Sun"})


async def test_a_button_is_an_answer_to_its_prompt(rooms: Rooms) -> None:
    """The button of an older message counts too, also after a restart."""
    asked = await ask(rooms)
    await rooms.restart()
    room = await rooms.direct()

    await room.press("checkin/7", "low")

    (event,) = rooms.events
    assert isinstance(event, Chose)
    assert (event.prompt, event.choice, event.message) == ("checkin/7", "low", asked)


async def test_a_button_may_open_a_form(rooms: Rooms) -> None:
    """The form knows which question it belongs to."""
    asked = await ask(rooms)
    room = await rooms.direct()

    await room.press("checkin/7", "note")
    (form,) = room.page.forms
    await room.page.do(
        type="fill",
        room=room.id,
        form=form["form"],
        prompt=form["prompt"],
        message=form["message"],
        values={"words": "Sun", "day": ""},
    )

    (event,) = rooms.events
    assert isinstance(event, FormFilled)
    assert (event.prompt, event.message) == ("checkin/7", asked)


async def test_a_refused_form_keeps_what_was_written(rooms: Rooms) -> None:
    """Nobody writes a long note twice because of one wrong day."""
    room = await rooms.direct()
    note = {"words": "A long note", "day": "someday"}
    await room.page.do(type="fill", room=room.id, form="note", prompt="", message=None, values=note)
    again = Choices(prompt="note", options=(Choice(id="again", label="Again", form="note"),))
    refusal = Reply(to=rooms.events[0], body=paragraph("Which day?"), choices=again)
    await perform(rooms, refusal)
    await room.wait_for(lambda read: read == ["Which day?"])

    await room.press("note", "again")

    assert [field["value"] for field in room.page.forms[-1]["fields"]] == ["A long note", "someday"]


async def test_a_form_opens_where_the_answer_was_awaited(rooms: Rooms) -> None:
    """A handler may answer with a form."""
    room, other = await rooms.direct(), await rooms.page("member-1")
    await room.say("hello")

    reply = Reply(to=rooms.events[0], body=(), form="note", form_prompt="checkin/7")
    receipt = await perform(rooms, reply)
    await room.read()
    await other.reload()

    assert receipt.outcome is Outcome.SENT
    assert [form["prompt"] for form in room.page.forms] == ["checkin/7"]
    assert other.forms == []


async def test_a_repeated_deed_is_the_same_event(rooms: Rooms) -> None:
    """The page repeats what was not heard; the room shows it once."""
    room = await rooms.direct()
    deed = {"type": "say", "id": "a-random-id", "room": room.id, "text": "hello"}

    await room.page.do(**deed)
    room.page.heard.clear()
    await room.page.do(**deed)

    assert len({event.id for event in rooms.events}) == 1
    await room.page.reload()
    assert [words(message) for message in room.page.shown(room.id)] == ["hello"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("half \ud83d", "half \ufffd", id="half a character"),
        pytest.param("no\0thing", "no\ufffdthing", id="NUL"),
        pytest.param("<img src=x onerror=alert(1)> **b**", None, id="markup"),
        pytest.param("@everyone \u202eevil", None, id="mention and direction"),
        pytest.param("x" * 10_000, None, id="long"),
    ],
)
async def test_strange_words_arrive_as_words(rooms: Rooms, text: str, shown: str | None) -> None:
    """What cannot be stored is mended; everything else is data."""
    room = await rooms.direct()

    await room.say(text)

    (event,) = rooms.events
    assert isinstance(event, Said)
    assert event.text == (shown or text)
    await rooms.restart()
    assert [words(m) for m in (await rooms.direct()).page.messages.values()] == [event.text]


@pytest.mark.parametrize(
    "frame",
    [
        "no json",
        "[]",
        "[" * 50_000,
        '{"type":"dance"}',
        '{"type":"say","id":"12345678","account":"member-1","room":"general"}',
        '{"type":"say","id":"12345678","account":"member-1","room":"general","text":5}',
        '{"type":"move","id":"12345678","account":"member-1","to":"2030-01-01T00:00:00"}',
    ],
)
async def test_nonsense_is_passed_over(rooms: Rooms, frame: str) -> None:
    """A broken page harms nobody: the connection goes on."""
    room = await rooms.direct()

    await room.page.send(frame)
    await room.say("still here")

    assert [e.text for e in rooms.events if isinstance(e, Said)] == ["still here"]


async def test_what_one_does_not_see_one_cannot_touch(rooms: Rooms) -> None:
    """The ids of others' rooms and buttons are of no use."""
    asked = await ask(rooms, ADA)
    ben = await rooms.page("member-2")

    problems = [
        (await ben.do(type="press", message=asked, choice="low"))["problem"],
        (await ben.do(type="say", room="direct:member-1", text="hi"))["problem"],
        (await ben.do(type="say", room="staff", text="hi"))["problem"],
    ]

    assert problems == ["button", "room", "room"]
    assert rooms.events == []


@pytest.mark.parametrize(
    ("values", "problem"),
    [({"words": "x" * 401}, "too-long"), ({"other": "x"}, "form")],
)
async def test_a_form_takes_its_own_fields_only(
    rooms: Rooms, values: Mapping[str, str], problem: str
) -> None:
    """Too long is said, never cut."""
    room = await rooms.direct()

    heard = await room.page.do(
        type="fill", room=room.id, form="note", prompt="", message=None, values=values
    )

    assert heard["problem"] == problem
    assert rooms.events == []


async def test_a_core_in_trouble_is_told_kindly(rooms: Rooms) -> None:
    """The page hears that it was us, and the connection goes on."""
    room = await rooms.direct()

    rooms.trouble = RuntimeError("the database is gone")
    heard = await room.page.do(type="say", room=room.id, text="hello")

    assert heard["problem"] == "ours"
    assert len(room.page.shown(room.id)) == 1


# --- what the bot does


async def test_a_private_answer_in_a_channel_is_its_actors_alone(rooms: Rooms) -> None:
    """It is marked so, and nobody else's page is even told."""
    ada, ben = await rooms.channel(), await rooms.channel("general", "member-2")
    await ada.say("/checkin")

    await perform(rooms, Reply(to=rooms.events[0], body=paragraph("Just for you")))

    assert await ada.read() == ["Just for you"]
    assert [m["only_you"] for m in ada.page.shown("general")] == [True, True]
    assert await ben.read() == []
    assert ben.page.shown("general") == []


async def test_an_answer_may_take_the_place_of_its_question(rooms: Rooms) -> None:
    """The buttons go with it unless the answer has its own."""
    await ask(rooms)
    room = await rooms.direct()
    await room.press("checkin/7", "good")

    await perform(rooms, Reply(to=rooms.events[0], body=paragraph("Thanks"), replaces=True))

    assert await room.read() == ["Thanks"]
    (message,) = room.page.shown(room.id)
    assert message["edited"]
    assert message["choices"] is None


async def test_a_private_answer_never_replaces_what_all_can_read(rooms: Rooms) -> None:
    """The audience may become smaller, never larger."""
    await ask(rooms, GENERAL)
    ada, ben = await rooms.channel(), await rooms.channel("general", "member-2")
    await ada.press("checkin/7", "low")

    reply = Reply(to=rooms.events[0], body=paragraph("Low, then"), replaces=True)
    receipt = await perform(rooms, reply)

    assert receipt.outcome is Outcome.DEGRADED
    assert await ada.read() == ["How is it?", "Low, then"]
    assert await ben.read() == ["How is it?"]


async def test_the_same_key_is_seen_once_even_after_a_restart(rooms: Rooms) -> None:
    """The sender repeats itself after a crash; also when the message is deleted by then."""
    hello = say(ADA, "Hello")
    first = await perform(rooms, hello)
    await rooms.restart()
    second = await perform(rooms, hello)

    assert first.message == second.message
    found = await rooms.adapter.find_sent(hello.key, ADA, NOON)
    assert isinstance(found, Receipt)
    assert found.message == first.message
    assert await (await rooms.direct()).read() == ["Hello"]

    await perform(rooms, Delete(to=ADA, message=first.message or ""))
    await perform(rooms, hello)
    assert await (await rooms.direct()).read() == []


async def test_a_restart_keeps_everything_in_order(rooms: Rooms) -> None:
    """Words of both sides, edits, private rooms, roles, files."""
    room = await rooms.direct()
    for number in range(12):
        await room.say(f"word {number}")
        await perform(rooms, say(ADA, f"answer {number}"))
    edited = await perform(rooms, say(ADA, "early"))
    await perform(rooms, say(ADA, "late", edits=edited.message))
    await perform(rooms, SetRole(to=BEN, role="moderator", given=True))
    opened = await perform(rooms, OpenRoom(to=GENERAL, name="Two", members=(ADA, BEN)))
    before = await room.read(), list(room.page.messages.values()), room.page.world["rooms"]

    await rooms.restart()

    room = await rooms.direct()
    assert (
        await room.read(),
        list(room.page.messages.values()),
        room.page.world["rooms"],
    ) == before
    ben = await rooms.page("member-2")
    assert {"staff", opened.channel} <= {shown["id"] for shown in ben.world["rooms"]}


async def test_the_clock_does_not_go_back_over_a_restart(rooms: Rooms) -> None:
    """What was sent on the playground's Sunday stays in its past."""
    page = await rooms.page()
    await page.do(type="move", to=(NOON + timedelta(days=1)).isoformat())

    rooms.clock = type(rooms.clock)(NOON)
    await rooms.restart()

    assert rooms.clock.now() >= NOON + timedelta(days=1)


async def test_the_clock_goes_forward_only(rooms: Rooms) -> None:
    """Every page is told the new time."""
    page, other = await rooms.page(), await rooms.page("member-2")
    later = NOON + timedelta(hours=6)

    assert "problem" not in await page.do(type="move", to=later.isoformat())
    assert (await page.do(type="move", to=NOON.isoformat()))["problem"] == "backwards"
    far = NOON + timedelta(days=800)
    assert (await page.do(type="move", to=far.isoformat()))["problem"] == "too-far"

    assert later <= rooms.clock.now() < later + timedelta(minutes=1)
    await other.reload()
    assert other.world["now"] >= later.isoformat()


async def test_a_private_room_is_its_members_until_it_is_closed(rooms: Rooms) -> None:
    """A closed one can be read and not written."""
    opened = await perform(rooms, OpenRoom(to=GENERAL, name="Ada and Ben", members=(ADA, BEN)))
    where = Address("playground", space="demo", channel=opened.channel)
    await perform(rooms, say(where, "This room is yours"))
    ada, carmen = Room(where, await rooms.page()), Room(where, await rooms.page("member-3"))

    assert await ada.read() == ["This room is yours"]
    assert await carmen.read() == []
    assert opened.channel not in {room["id"] for room in carmen.page.world["rooms"]}

    await perform(rooms, CloseRoom(to=where))
    assert (await ada.page.do(type="say", room=opened.channel, text="hi"))["problem"] == "room"
    assert (await perform(rooms, say(where, "Too late"))).outcome is Outcome.GONE
    assert await ada.read() == ["This room is yours"]


async def test_a_role_opens_the_teams_room(rooms: Rooms) -> None:
    """Whoever loses it loses the room."""
    await perform(rooms, say(STAFF, "For the team"))
    staff = Room(STAFF, await rooms.page("member-2"))
    assert await staff.read() == []

    await perform(rooms, SetRole(to=BEN, role="moderator", given=True))
    assert await staff.read() == ["For the team"]

    await perform(rooms, SetRole(to=BEN, role="moderator", given=False))
    assert await staff.read() == []


@pytest.mark.parametrize(
    "action",
    [
        say(Address("playground", user="nobody"), "Hello"),
        say(Address("playground", space="demo", channel="nowhere"), "Hello"),
        say(ADA, "Hello", edits="1"),
        Delete(to=ADA, message="1"),
        SetRole(to=Address("playground", space="demo", user="nobody"), role="x", given=True),
        OpenRoom(to=GENERAL, name="x", members=(Address("playground", user="nobody"),)),
        CloseRoom(to=Address("playground", channel="nowhere")),
    ],
    ids=lambda action: type(action).__name__,
)
async def test_what_is_not_there_is_gone(rooms: Rooms, action: Action) -> None:
    """The core learns that it need not try again."""
    assert (await perform(rooms, action)).outcome is Outcome.GONE


async def test_only_the_bots_own_words_can_be_changed(rooms: Rooms) -> None:
    """A member's message is theirs."""
    room = await rooms.direct()
    await room.say("mine")
    (mine,) = room.page.shown(room.id)

    edit = await perform(rooms, say(ADA, "not mine", edits=mine["id"]))
    delete = await perform(rooms, Delete(to=ADA, message=mine["id"]))

    assert (edit.outcome, delete.outcome) == (Outcome.GONE, Outcome.REFUSED)
    assert [words(m) for m in room.page.shown(room.id)] == ["mine"]


async def test_a_direct_message_reaches_its_person_only(rooms: Rooms) -> None:
    """Others' pages learn that Ada has something new, and not what."""
    ben = await rooms.page("member-2")

    await perform(rooms, say(ADA, "A secret"))

    await ben.until(lambda: ben.stirred == ["member-1"])
    assert ben.messages == {}


class FullState(MemoryState):
    """A database that takes nothing for a while."""

    full = True

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        if self.full:
            raise OSError("no space left")
        await super().put(entries)


async def test_a_full_disk_keeps_nobody_from_reading() -> None:
    """A help line must appear when nothing can be written; it is kept as soon as that works."""
    state = FullState()
    rooms = Rooms(commands=COMMANDS, state=state)
    await rooms.start()
    room = await rooms.direct()

    await room.say("hello")
    receipt = await perform(rooms, Reply(to=rooms.events[0], body=paragraph("Call 112")))
    assert receipt.outcome is Outcome.SENT
    assert await room.read() == ["Call 112"]

    state.full = False
    await perform(rooms, say(ADA, "Still here"))
    await rooms.restart()
    assert await (await rooms.direct()).read() == ["Call 112", "Still here"]
    await rooms.stop()


# --- files and the page over HTTP


async def get(rooms: Rooms, path: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    async with (
        aiohttp.ClientSession() as client,
        client.get(rooms.server.make_url(path), headers=headers) as answer,
    ):
        return answer.status, answer.headers, await answer.read()


async def test_pictures_are_shown_and_everything_else_is_downloaded(rooms: Rooms) -> None:
    """A file from somewhere must not run in the page."""
    picture = Attachment(name="a.png", content_type="image/png", data=b"png", description="A bar")
    script = Attachment(name="é.html", content_type="text/html", data=b"<b>", description="Page")
    await perform(rooms, say(ADA, "Here", attachments=(picture, script)))
    room = await rooms.direct()
    shown, other = room.page.shown(room.id)[0]["files"]

    assert (shown["image"], shown["description"], other["image"]) == (True, "A bar", False)
    status, headers, data = await get(rooms, shown["url"])
    assert (status, headers["Content-Type"], data) == (200, "image/png", b"png")
    status, headers, data = await get(rooms, other["url"])
    assert (headers["Content-Type"], data) == ("application/octet-stream", b"<b>")
    assert headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in headers["Content-Security-Policy"]

    await perform(rooms, Delete(to=ADA, message=room.page.shown(room.id)[0]["id"]))
    assert (await get(rooms, shown["url"]))[0] == 404


async def test_too_large_a_file_is_refused(rooms: Rooms) -> None:
    """It would have to be kept in the database."""
    large = Attachment(
        name="a", content_type="image/png", data=bytes(9 * 1024 * 1024), description=""
    )
    receipt = await perform(rooms, say(ADA, "Here", attachments=(large,)))

    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, "file_too_large")


@pytest.mark.parametrize("path", ["/", "/playground/labels", "/playground/socket"])
async def test_a_foreign_name_gets_nothing(rooms: Rooms, path: str) -> None:
    """DNS rebinding: a site's own name that points to this computer."""
    assert (await get(rooms, path, Host="evil.example"))[0] == 403
    assert (await get(rooms, path, Host="127.0.0.1.evil.example"))[0] == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", ""])
async def test_a_foreign_page_cannot_open_the_socket(rooms: Rooms, origin: str) -> None:
    """Any site may try to open a WebSocket to this computer."""
    async with aiohttp.ClientSession() as client:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(
                rooms.server.make_url("/playground/socket"), headers={"Origin": origin}
            )
    assert refused.value.status == 403


@pytest.mark.parametrize("name", ["nothing.js", "..%2Fadapter.py", "index.html", "%2e%2e"])
async def test_only_the_pages_own_files_are_served(rooms: Rooms, name: str) -> None:
    """Neither the sources nor the template."""
    assert (await get(rooms, f"/playground/page/{name}"))[0] == 404


async def test_the_page_runs_nothing_but_its_own_files(rooms: Rooms) -> None:
    """No inline script or style, no foreign address."""
    status, headers, page = await get(rooms, "/")

    assert status == 200
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert b"http" not in page
    assert not re.search(rb"<script(?![^>]* src=)|<style|\son\w+=|\sstyle=", page)


def test_every_label_of_the_page_is_told_and_used() -> None:
    """A label that is missing would leave a button without a name."""
    source = "".join(path.read_text() for path in [*PAGE.glob("*.js"), PAGE / "index.html"])
    named = set(re.findall(r"\"([a-z]+(?:-[a-z]+)*)\"", source))
    used = set(re.findall(r"(?:label\(|data-label(?:-\w+)?=)\"([a-z-]+)\"", source))
    ours = {text_id.removeprefix("playground-") for text_id in LABELS}

    assert used <= ours
    assert {name for name in ours if not name.startswith("problem-")} <= named
    for language in ALL_LANGUAGES:
        assert all(labels(own_texts(), language).values())


# --- in a browser


@pytest.fixture
async def browser(chromium_path: Path) -> AsyncIterator[Browser]:
    async with browsing(chromium_path) as browser:
        yield browser


async def open_page(rooms: Rooms, browser: Browser, **device: Any) -> Page:
    """The playground, as it loads; whatever the browser complains about fails the test."""
    options = {"locale": "en-GB", "timezone_id": "Europe/Berlin", **device}
    page = await (await browser.new_context(**options)).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda line: complaints.append(line.text) if "Content Security" in line.text else None,
    )
    page.set_default_timeout(60_000)
    await page.goto(str(rooms.server.make_url("/")))
    await page.locator("#people button").first.wait_for(state="attached")
    assert complaints == []
    return page


def button(page: Page, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True)


async def open_direct(page: Page) -> None:
    await page.get_by_role("navigation").get_by_role("button", name="Handrail").click()


@pytest.mark.browser
async def test_words_are_shown_and_never_run(rooms: Rooms, browser: Browser) -> None:
    """Markup in a message is letters; a link leads to the web or nowhere."""
    page = await open_page(rooms, browser)
    await open_direct(page)
    body = (
        Paragraph((Text("<img src=x onerror=alert(1)>"), Bold("**b**"))),
        Paragraph((Link("bad", "javascript:alert(1)"), Link("good", "https://example.org/"))),
    )

    await perform(rooms, say(ADA, body))

    await expect(page.get_by_text("<img src=x onerror=alert(1)>**b**")).to_be_visible()
    assert await page.locator("#log img").count() == 0
    assert [await a.inner_text() for a in await page.locator("#log a").all()] == ["good"]


@pytest.mark.browser
async def test_everything_can_be_done_from_the_keyboard(rooms: Rooms, browser: Browser) -> None:
    """A command from the suggestions, a form, a button; the focus is never lost."""
    await ask(rooms)
    page = await open_page(rooms, browser)
    await open_direct(page)
    field = page.get_by_role("textbox", name="Write to Handrail")
    await expect(field).to_be_focused()

    await field.press_sequentially("/no")
    await expect(page.get_by_role("option", name="/note")).to_be_visible()
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(field).to_have_value("/note")
    await page.keyboard.press("Enter")

    dialog = page.get_by_role("dialog")
    await expect(dialog.get_by_role("textbox").first).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(field).to_be_focused()

    await button(page, "Add a note").press("Enter")
    await dialog.get_by_role("button", name="Send").press("Enter")
    await expect(dialog.get_by_text("Please fill this in.")).to_be_visible()
    await expect(dialog.get_by_role("textbox").first).to_be_focused()
    await page.keyboard.type("Sun")
    await dialog.get_by_role("button", name="Send").press("Enter")
    await expect(button(page, "Add a note")).to_be_focused()
    await rooms.wait_for(lambda events: events)
    assert isinstance(rooms.events[0], FormFilled)


@pytest.mark.browser
async def test_the_focus_survives_the_answer_to_a_button(rooms: Rooms, browser: Browser) -> None:
    """The message that was pressed is another one a moment later."""
    await ask(rooms)
    page = await open_page(rooms, browser)
    await open_direct(page)
    await button(page, "Low").press("Enter")
    await rooms.wait_for(lambda events: events)

    again = Choices(prompt="x", options=(Choice(id="x", label="Another word"),))
    reply = Reply(to=rooms.events[0], body=paragraph("Noted"), replaces=True, choices=again)
    await perform(rooms, reply)

    await expect(button(page, "Another word")).to_be_focused()


@pytest.mark.browser
async def test_a_private_answer_says_so(rooms: Rooms, browser: Browser) -> None:
    """Whoever reads it in a channel must not wonder who else does."""
    page = await open_page(rooms, browser)
    await page.get_by_role("navigation").get_by_role("button", name="general").click()
    await page.keyboard.type("/checkin")
    await page.keyboard.press("Enter")
    await rooms.wait_for(lambda events: events)

    await perform(rooms, Reply(to=rooms.events[0], body=paragraph("Just for you")))

    message = page.get_by_role("article").filter(has_text="Just for you")
    await expect(message.get_by_text("Only you can see this")).to_be_visible()


@pytest.mark.browser
async def test_another_person_sees_their_own_messages(rooms: Rooms, browser: Browser) -> None:
    """Who has something new is marked; becoming them shows it."""
    page = await open_page(rooms, browser)
    await open_direct(page)

    await perform(rooms, say(BEN, "Hello Ben"))

    await page.get_by_role("button", name="something new for Ben").click()
    await expect(page.get_by_text("Hello Ben")).to_be_visible()
    await button(page, "A Ada").or_(page.locator("[data-key=member-1]")).click()
    await expect(page.get_by_text("Hello Ben")).to_be_hidden()


@pytest.mark.browser
async def test_the_clock_moves_on_at_a_press(rooms: Rooms, browser: Browser) -> None:
    """Tomorrow at nine is nine where this computer is."""
    page = await open_page(rooms, browser)

    await button(page, "Tomorrow 9:00").or_(button(page, "Tomorrow 09:00")).click()

    await expect(page.locator("#now-day")).to_have_text(re.compile("Sunday"))
    assert rooms.clock.now().isoformat().startswith("2026-11-22T08:00")


@pytest.mark.browser
async def test_what_is_typed_during_a_restart_arrives_once(rooms: Rooms, browser: Browser) -> None:
    """The page waits for the server and goes on by itself."""
    page = await open_page(rooms, browser)
    await open_direct(page)
    port = rooms.server.port
    await rooms.stop()
    await expect(page.get_by_text("Handrail isn't answering right now.")).to_be_visible()
    await page.keyboard.type("still there?")
    await page.keyboard.press("Enter")

    await rooms.start(port)

    await rooms.wait_for(lambda events: events)
    await expect(page.get_by_role("article").filter(has_text="still there?")).to_have_count(1)
    await expect(page.get_by_text("Handrail isn't answering right now.")).to_be_hidden()
    assert len(rooms.events) == 1


@pytest.mark.browser
@pytest.mark.parametrize("language", ALL_LANGUAGES)
async def test_nothing_is_cut_off_on_a_narrow_phone(
    rooms: Rooms, browser: Browser, language: str
) -> None:
    """320 pixels are also a wide screen at 400 per cent."""
    await perform(rooms, say(ADA, "wide" * 100, choices=ASKED))
    size = {"width": 320, "height": 640}
    page = await open_page(rooms, browser, locale=language, viewport=size)
    assert await page.locator("html").get_attribute("lang") == language
    for opened in ("#menu", "[data-key='direct:member-1']", "#menu"):
        await page.locator(opened).click()
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320
        for shown in await page.locator("button:visible").all():
            assert await shown.evaluate("button => button.scrollWidth - button.clientWidth") <= 1


@pytest.mark.browser
async def test_a_person_may_speak_another_language(rooms: Rooms, browser: Browser) -> None:
    """Page, suggestions and events follow at once."""
    page = await open_page(rooms, browser)
    await page.get_by_label("Language").select_option("es")
    await expect(button(page, "Empezar")).to_be_visible()
    await open_direct(page)
    await page.get_by_role("textbox", name="Escribir en Handrail").fill("hola")
    await page.keyboard.press("Enter")

    await rooms.wait_for(lambda events: events)
    assert rooms.events[0].locale == "es"
    assert rooms.events[0].zone == "Europe/Berlin"
