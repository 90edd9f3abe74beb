"""The Discord adapter against the stand-in: what members see, whatever happens in between."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.discord import DiscordAdapter
from bot.commands import (
    Argument,
    Command,
    CommandTable,
    Field,
    FirstResponse,
    Form,
    Kind,
)
from bot.platform import (
    AdapterStopped,
    Address,
    Attachment,
    Audience,
    Change,
    Choice,
    Choices,
    Chose,
    CloseRoom,
    Commanded,
    Delete,
    Event,
    FormFilled,
    Invited,
    MemberChanged,
    NotSent,
    OpenRoom,
    Outcome,
    Receipt,
    Reply,
    Said,
    Say,
    SetRole,
)
from bot.richtext import Body, Bold, Bullets, Link, Mention, Moment, Paragraph, Text, paragraph
from tests.contract.rooms_discord import Rooms, discord_rooms
from tests.discord_standin import (
    MODERATE_MEMBERS,
    ClientRefuses,
    Fault,
    Member,
    Standin,
    labels,
)
from tests.discord_standin.remote import standin_process
from tests.support.state import MemoryState
from tests.support.texts import own_texts

pytestmark = pytest.mark.e2e

JOIN = Form(
    name="join",
    fields=(
        Field(name="adult", kind=Kind.OPTION, options=("yes", "no")),
        Field(name="hour", kind=Kind.TIME, default="9:00"),
        Field(name="about", kind=Kind.LONG_TEXT, required=False, longest=500),
    ),
)
TABLE = CommandTable(
    [
        Command(name="start", handler=list, first_response=FirstResponse.FORM, form="join"),
        Command(name="checkin now", handler=list),
        Command(
            name="checkin pause",
            handler=list,
            arguments=(Argument(name="until", kind=Kind.DAY),),
        ),
        Command(name="help", handler=list),
        Command(name="help now", handler=list),
        Command(name="board", handler=list, first_response=FirstResponse.PUBLIC),
        Command(name="secret", handler=list, listed=False),
    ],
    [JOIN],
)
WORDS = Choices(
    prompt="mood/7",
    options=(Choice(id="good", label="good"), Choice(id="low", label="low", form="join")),
)


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    async with discord_rooms(tmp_path, TABLE) as running:
        yield running


@pytest.fixture
def discord(rooms: Rooms) -> Standin:
    return rooms.discord


def say(to: Address, text: str | Body, key: str = "k" * 22, **more: Any) -> Say:
    body = paragraph(text) if isinstance(text, str) else text
    return Say(to=to, body=body, audience=more.pop("audience", Audience.DIRECT), key=key, **more)


async def answered(rooms: Rooms, event: Any, text: str, **more: Any) -> Outcome:
    receipt = await rooms.adapter.perform(Reply(to=event, body=paragraph(text), **more))
    return receipt.outcome


# --- commands, buttons, forms


async def test_signing_up_goes_from_a_command_over_a_button_and_a_form_to_an_answer(
    rooms: Rooms,
) -> None:
    """Each step answers the one before, and nobody else in the channel sees any of it."""
    ana, ben = rooms.discord.member("Ana", locale="de"), rooms.discord.member("Ben")

    command = await ana.slash("checkin now")
    event = await rooms.event(Commanded)
    await answered(rooms, event, "Which word is nearest?", choices=WORDS)
    question = await command.message()
    opened = await ana.press(question, "low")
    sent = await ana.submit_modal(opened, {"adult": "yes", "hour": "20:15", "about": "a note"})
    filled = await rooms.event(FormFilled)
    await answered(rooms, filled, "Thank you.")

    assert (event.name, event.locale, event.direct) == ("checkin now", "de", False)
    assert event.spaces == (str(rooms.discord.guild.id),)
    assert question.ephemeral
    assert (filled.form, filled.prompt) == ("join", "mood/7")
    assert filled.values == {"adult": "yes", "hour": "20:15", "about": "a note"}
    assert await sent.text() == "Thank you."
    assert ana.texts(rooms.discord.general) == ["Which word is nearest?", "Thank you."]
    assert ben.texts(rooms.discord.general) == []


async def test_a_command_with_a_form_opens_it_at_once(rooms: Rooms) -> None:
    """No handler, no database comes first; what is filled in beforehand counts."""
    ana = rooms.discord.member("Ana")

    use = await ana.slash("start")
    assert rooms.events == []
    sent = await ana.submit_modal(use, {"adult": "no"})
    filled = await rooms.event(FormFilled)
    await answered(rooms, filled, "Understood.")

    assert (filled.form, filled.prompt) == ("join", "")
    assert filled.values == {"adult": "no", "hour": "9:00", "about": ""}
    assert (await sent.message()).ephemeral


async def test_a_form_takes_no_more_than_its_field_does(rooms: Rooms) -> None:
    """Too much is refused while the member can still shorten it, never cut silently."""
    ana = rooms.discord.member("Ana")
    use = await ana.slash("start")

    with pytest.raises(ClientRefuses, match="about is too long"):
        await ana.submit_modal(use, {"adult": "no", "about": "x" * 501})


async def test_the_menus_are_the_table(rooms: Rooms) -> None:
    """Groups for names of two words; a command called like a group is its `show`."""
    ana = rooms.discord.member("Ana")
    everything = ["board", "checkin now", "checkin pause", "help now", "help show", "start"]

    assert ana.offered() == everything
    assert ana.offered(rooms.discord.world.open_dm(ana.person)) == everything
    await ana.slash("help show")
    assert (await rooms.event(Commanded)).name == "help"
    await ana.slash("checkin pause", {"until": "friday"})
    assert (await rooms.event(Commanded, 2)).args == {"until": "friday"}


async def test_the_menus_are_sent_once(rooms: Rooms) -> None:
    """Discord counts how often menus are written; a restart changes nothing."""
    path = "/applications/{application_id}/guilds/{guild_id}/commands"
    await rooms.stop()
    await rooms.start()
    assert len(rooms.discord.sent("PUT", path)) == 1

    await rooms.stop()
    rooms.commands = CommandTable([Command(name="other", handler=list)], [])
    await rooms.start()
    assert len(rooms.discord.sent("PUT", path)) == 2
    assert rooms.discord.member("Ana").offered() == ["other"]


async def test_menus_that_cannot_be_written_do_not_stop_the_bot(tmp_path: Path) -> None:
    """A guild that the bot was not invited to is an operator's mistake, not an outage."""
    async with discord_rooms(tmp_path, TABLE, guilds=("123456789012345678",)) as rooms:
        assert rooms.adapter.connected


async def test_a_public_command_is_answered_for_all_to_see(rooms: Rooms) -> None:
    ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
    use = await ana.slash("board")
    event = await rooms.event(Commanded)

    assert await answered(rooms, event, "Open.", audience=Audience.PUBLIC) is Outcome.SENT
    await use.message()

    assert ben.texts(rooms.discord.general) == ["Open."]


async def test_a_private_answer_to_a_public_command_stays_private(rooms: Rooms) -> None:
    """The waiting message is public; it is taken away rather than filled with what is private."""
    ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
    use = await ana.slash("board")
    event = await rooms.event(Commanded)

    assert await answered(rooms, event, "Only for you.") is Outcome.SENT
    await use.message()

    assert ana.texts(rooms.discord.general) == ["Only for you."]
    assert ben.texts(rooms.discord.general) == []


async def test_a_public_answer_to_a_private_command_is_narrowed(rooms: Rooms) -> None:
    """A fallback may narrow the audience, never widen it, and says so."""
    ana = rooms.discord.member("Ana")
    await ana.slash("checkin now")
    event = await rooms.event(Commanded)

    outcome = await answered(rooms, event, "For all.", audience=Audience.PUBLIC)

    assert outcome is Outcome.DEGRADED
    assert rooms.discord.member("Ben").texts(rooms.discord.general) == []


async def test_a_form_asked_for_too_late_is_behind_a_button(rooms: Rooms) -> None:
    """A deferred command cannot open a form any more; one more tap can."""
    ana = rooms.discord.member("Ana")
    use = await ana.slash("checkin now")
    event = await rooms.event(Commanded)
    await rooms.adapter.perform(Reply(to=event, body=(), form="join", form_prompt="note/3"))

    opened = await ana.press(await use.message(), labels(await use.message())[0])
    await ana.submit_modal(opened, {"adult": "yes"})

    assert (await rooms.event(FormFilled)).prompt == "note/3"


async def test_a_reply_may_take_the_place_of_the_pressed_message(rooms: Rooms) -> None:
    """The buttons are gone with it, so that nobody answers twice."""
    room = await rooms.direct()
    await rooms.adapter.perform(say(room.address, "How are you?", choices=WORDS))
    use = await room.press("mood/7", "good")
    event = await rooms.event(Chose)

    await answered(rooms, event, "Noted: good.", replaces=True)

    message = await use.replaced()
    assert await room.read() == ["Noted: good."]
    assert labels(message) == []


async def test_a_private_answer_never_replaces_a_message_that_all_see(rooms: Rooms) -> None:
    """A button in a channel is pressed by one person; the rest keep their message."""
    ana, ben, general = (
        rooms.discord.member("Ana"),
        rooms.discord.member("Ben"),
        rooms.discord.general,
    )
    there = Address("discord", space=str(rooms.discord.guild.id), channel=str(general.id))
    await rooms.adapter.perform(
        say(there, "How are you all?", choices=WORDS, audience=Audience.PUBLIC)
    )
    await ana.press(general.messages[-1], "good")
    event = await rooms.event(Chose)

    assert await answered(rooms, event, "Noted: good.", replaces=True) is Outcome.SENT
    assert ana.texts(general) == ["How are you all?", "Noted: good."]
    assert ben.texts(general) == ["How are you all?"]

    await answered(rooms, event, "All are well.", replaces=True, audience=Audience.PUBLIC)
    assert ben.texts(general) == ["All are well."]


async def test_a_long_answer_comes_in_parts_with_the_buttons_below_the_last(rooms: Rooms) -> None:
    """Discord takes 2,000 characters; nothing is lost and no word torn."""
    ana = rooms.discord.member("Ana")
    use = await ana.slash("checkin now")
    event = await rooms.event(Commanded)
    words = " ".join(f"word{n}" for n in range(700))

    await answered(rooms, event, words, choices=WORDS)
    last = await use.message(3)

    shown = ana.seen(rooms.discord.general)
    assert " ".join(ana.texts(rooms.discord.general)) == words
    assert [labels(message) for message in shown] == [[], [], ["good", "low"]]
    assert last is shown[-1]


async def test_an_answer_that_comes_too_late_says_so(rooms: Rooms) -> None:
    """Fifteen minutes, then Discord forgets; also across a restart."""
    ana = rooms.discord.member("Ana")
    await ana.slash("checkin now")
    event = await rooms.event(Commanded)
    await rooms.stop()
    await rooms.start()

    assert await answered(rooms, event, "Too late.") is Outcome.GONE


async def test_what_moderates_on_discord_moderates_here(rooms: Rooms) -> None:
    """Roles are what Discord's server states about the place."""
    team = rooms.discord.world.role(rooms.discord.guild, "team", MODERATE_MEMBERS)
    await rooms.discord.owner.slash("checkin now")
    await rooms.discord.member("Mo", team).slash("checkin now")
    await rooms.discord.member("Ana").slash("checkin now")
    await rooms.event(Commanded, 3)

    assert [set(e.roles) for e in rooms.events if isinstance(e, Commanded)] == [
        {"owner", "moderator"},
        {"moderator"},
        set(),
    ]


async def test_it_answers_in_time_while_the_core_is_slow(rooms: Rooms) -> None:
    """Three seconds are Discord's; the database may take longer."""
    release = asyncio.Event()

    async def wait(_: object) -> None:
        await release.wait()

    rooms.handler = wait
    use = await rooms.discord.member("Ana").slash("checkin now")

    assert use.interaction.acknowledged_after is not None  # while the core still waits
    release.set()


@pytest.mark.parametrize("cut", ["before", "after"])
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/interactions/*/callback"), ("PATCH", "/webhooks/*/messages/@original")],
)
async def test_a_connection_cut_while_answering_is_not_noticed(
    rooms: Rooms, method: str, path: str, cut: Any
) -> None:
    """Nobody is left in front of "thinking", and nothing is said twice."""
    ana = rooms.discord.member("Ana")
    rooms.discord.faults.append(Fault(method, path, cut=cut))
    use = await ana.slash("checkin now")
    event = await rooms.event(Commanded)

    assert await answered(rooms, event, "Here I am.") is Outcome.SENT
    assert await use.text() == "Here I am."
    assert ana.texts(rooms.discord.general) == ["Here I am."]


# --- direct messages


async def test_a_question_in_direct_messages_is_answered_by_a_button(rooms: Rooms) -> None:
    room = await rooms.direct()
    receipt = await rooms.adapter.perform(say(room.address, "How are you?", choices=WORDS))

    await room.press("mood/7", "good")
    event = await rooms.event(Chose)
    await answered(rooms, event, "Thanks.")

    assert receipt.outcome is Outcome.SENT
    assert (event.prompt, event.choice, event.message) == ("mood/7", "good", receipt.message)
    assert event.direct
    assert event.where == Address("discord", channel=receipt.channel, user=room.member_id)
    assert event.spaces == (str(rooms.discord.guild.id),)
    # Not ephemeral: what was said between two stays there to be read again.
    assert await room.wait_for(lambda texts: texts == ["How are you?", "Thanks."])


async def test_buttons_and_forms_outlive_a_restart(rooms: Rooms) -> None:
    """What a button means stands in the message itself."""
    room = await rooms.direct()
    await rooms.adapter.perform(say(room.address, "How are you?", choices=WORDS))
    opened = await room.press("mood/7", "low")

    await rooms.stop()
    await rooms.start()
    await room.press("mood/7", "good")
    await room.member.submit_modal(opened, {"adult": "yes"})

    assert (await rooms.event(Chose)).choice == "good"
    assert (await rooms.event(FormFilled)).prompt == "mood/7"


@pytest.mark.parametrize("count", [5, 10, 11, 25])
async def test_every_option_can_be_chosen_however_many(rooms: Rooms, count: int) -> None:
    """Up to ten are buttons, more become a list."""
    options = tuple(Choice(id=f"option-{n}", label=f"Option {n}") for n in range(count))
    room = await rooms.direct()
    await rooms.adapter.perform(
        say(room.address, "Which?", choices=Choices(prompt="which", options=options))
    )

    await room.press("which", f"option-{count - 1}")

    assert (await rooms.event(Chose)).choice == f"option-{count - 1}"


async def test_the_longest_ids_still_work(rooms: Rooms) -> None:
    """A prompt of 60 and a choice of 40 characters do not fit into one button."""
    prompt, option = "p|%" + "p" * 57, "c|%" + "c" * 37
    choices = Choices(prompt=prompt, options=(Choice(id=option, label="x", form="join"),))
    room = await rooms.direct()
    await rooms.adapter.perform(say(room.address, "Which?", choices=choices))

    opened = await room.press(prompt, option)

    assert opened.modal["components"]


async def test_words_in_direct_messages_are_for_the_bot(rooms: Rooms) -> None:
    room = await rooms.direct()
    await room.say("okay")
    event = await rooms.event(Said)

    assert (event.text, event.direct, event.addressed) == ("okay", True, True)
    assert event.actor == Address("discord", user=room.member_id)
    assert event.waiting is None


async def test_words_in_a_channel_are_for_the_bot_when_they_name_it(rooms: Rooms) -> None:
    """Without the message content intent, the rest does not even arrive."""
    ana = rooms.discord.member("Ana")
    await ana.say("just talking")
    await ana.say("checkin now", mention=True)
    event = await rooms.event(Said)

    assert (event.text, event.addressed, event.direct) == ("checkin now", True, False)
    assert event.where.space == str(rooms.discord.guild.id)
    assert len(rooms.events) == 1


async def test_with_the_intent_what_is_said_in_a_channel_is_seen(tmp_path: Path) -> None:
    """Crisis watching needs it; such words are not addressed to the bot."""
    async with discord_rooms(tmp_path, TABLE, message_content=True) as rooms:
        await rooms.discord.member("Ana").say("just talking")
        event = await rooms.event(Said)

    assert (event.text, event.addressed) == ("just talking", False)


async def test_those_who_come_and_go_are_noticed_with_the_members_intent(tmp_path: Path) -> None:
    async with discord_rooms(tmp_path, TABLE, members=True) as rooms:
        ana = await rooms.discord.join("Ana")
        await rooms.event(MemberChanged)
        await rooms.discord.leave(ana)
        await rooms.event(MemberChanged, 2)

    changes = [(e.change, e.actor.user) for e in rooms.events if isinstance(e, MemberChanged)]
    assert changes == [(Change.JOINED, str(ana.id)), (Change.LEFT, str(ana.id))]


# --- sent once


async def test_the_same_key_is_seen_once(rooms: Rooms) -> None:
    """After a crash the sender repeats itself; the member must not notice."""
    room = await rooms.direct()
    hello = say(room.address, "Hello")

    first, second = await rooms.adapter.perform(hello), await rooms.adapter.perform(hello)
    assert second.message == first.message
    assert await room.read() == ["Hello"]

    rooms.state.entries.clear()  # the crash came before anything was noted
    third = await rooms.adapter.perform(hello)
    assert third.message == first.message
    assert await room.read() == ["Hello"]


async def test_a_connection_cut_after_sending_leaves_doubt_and_no_second_message(
    rooms: Rooms,
) -> None:
    room = await rooms.direct()
    rooms.discord.faults.append(Fault("POST", "/channels/*/messages", cut="after"))
    hello = say(room.address, "Hello")

    assert (await rooms.adapter.perform(hello)).outcome is Outcome.UNKNOWN
    assert (await rooms.adapter.perform(hello)).outcome is Outcome.SENT
    assert await room.read() == ["Hello"]


@pytest.mark.parametrize("with_nonces", [True, False])
async def test_what_is_in_doubt_is_found_in_the_history(rooms: Rooms, with_nonces: bool) -> None:
    """Minutes later Discord has forgotten the nonce, but not the message."""
    rooms.discord.history_has_nonces = with_nonces
    room = await rooms.direct()
    before = datetime.now(UTC) - timedelta(seconds=5)
    await rooms.adapter.perform(say(room.address, "Earlier", key="e" * 22))
    rooms.discord.faults += [
        Fault("POST", "/channels/*/messages", cut="after"),
        Fault("POST", "/channels/*/messages", cut="before"),
    ]
    await rooms.adapter.perform(say(room.address, "Arrived *this* once"))
    await rooms.adapter.perform(say(room.address, "Lost", key="l" * 22))
    rooms.discord.clock.advance(600)

    arrived = await rooms.adapter.find_sent("k" * 22, room.address, before)
    lost = await rooms.adapter.find_sent("l" * 22, room.address, before)

    assert isinstance(arrived, Receipt)
    assert arrived.message == str(room.member.seen()[-1].id)
    assert lost == NotSent()


async def test_a_message_that_nobody_can_name_may_be_it(rooms: Rooms) -> None:
    """It shows no nonce and is remembered under no key: perhaps the message, edited since."""
    rooms.discord.history_has_nonces = False
    room = await rooms.direct()
    before = datetime.now(UTC) - timedelta(seconds=5)
    rooms.discord.faults.append(Fault("POST", "/channels/*/messages", cut="after"))
    await rooms.adapter.perform(say(room.address, "Arrived", key="a" * 22))

    assert await rooms.adapter.find_sent("l" * 22, room.address, before) is None


async def test_what_is_surely_not_there_may_be_sent(rooms: Rooms) -> None:
    """After a crash most of what was held had not gone out: it must not stay unsent for good."""
    room = await rooms.direct()
    await room.say("hi")
    await rooms.event(Said)
    before = datetime.now(UTC)

    assert await rooms.adapter.find_sent("l" * 22, room.address, before) == NotSent()


async def test_the_same_words_said_to_them_are_not_taken_for_it(rooms: Rooms) -> None:
    """Who asks for help lines twice gets them twice, though both answers read alike."""
    room = await rooms.direct()
    before = datetime.now(UTC) - timedelta(seconds=5)
    rooms.discord.faults.append(Fault("POST", "/channels/*/messages", cut="before"))
    await rooms.adapter.perform(say(room.address, "Help lines", key="b" * 22))
    await rooms.adapter.perform(say(room.address, "Help lines", key="a" * 22))

    shown = await rooms.adapter.find_sent("b" * 22, room.address, before)
    rooms.discord.history_has_nonces = False
    hidden = await rooms.adapter.find_sent("b" * 22, room.address, before)

    assert shown == hidden == NotSent()


async def test_a_half_sent_message_is_not_called_unsent(rooms: Rooms) -> None:
    """Its first part would come twice."""
    room = await rooms.direct()
    before = datetime.now(UTC)
    rooms.discord.faults.append(Fault("POST", "/channels/*/messages", skip=1, cut="before"))
    await rooms.adapter.perform(say(room.address, "many words " * 300))

    assert await rooms.adapter.find_sent("k" * 22, room.address, before) is None


async def test_without_its_memory_it_calls_nothing_unsent(tmp_path: Path) -> None:
    """It cannot know then whether the message went to another place."""
    async with discord_rooms(tmp_path) as rooms:
        room = await rooms.direct()
        await room.say("hi")
        await rooms.event(Said)

        async def locked(key: str) -> bytes | None:
            raise OSError("database is locked")

        rooms.state.get = locked  # type: ignore[method-assign]
        assert await rooms.adapter.find_sent("l" * 22, room.address, datetime.now(UTC)) is None


async def test_a_long_message_is_not_doubled_by_a_cut_between_its_parts(rooms: Rooms) -> None:
    """What is repeated is recognised part by part."""
    room = await rooms.direct()
    words = " ".join(f"word{n}" for n in range(700))
    rooms.discord.faults.append(Fault("POST", "/channels/*/messages", skip=1, cut="after"))

    first = await rooms.adapter.perform(say(room.address, words))
    second = await rooms.adapter.perform(say(room.address, words))

    assert (first.outcome, second.outcome) == (Outcome.UNKNOWN, Outcome.SENT)
    assert " ".join(await room.read()) == words


# --- what Discord refuses


@pytest.mark.parametrize(("state", "code"), [("closed", "50007"), ("blocked", "50278")])
async def test_closed_direct_messages_are_gone_until_the_person_writes(
    rooms: Rooms, state: str, code: str
) -> None:
    room = await rooms.direct()
    room.member.person.dms = state

    receipt = await rooms.adapter.perform(say(room.address, "Hello"))
    assert (receipt.outcome, receipt.reason) == (Outcome.GONE, code)
    assert not await rooms.adapter.can_reach(room.address)

    await room.say("hi")
    await rooms.event(Said)
    assert await rooms.adapter.can_reach(room.address)


async def test_a_stranger_cannot_be_reached(rooms: Rooms) -> None:
    stranger = rooms.discord.world.person("Stranger")

    assert not await rooms.adapter.can_reach(Address("discord", user=str(stranger.id)))
    assert await rooms.adapter.can_reach((await rooms.direct()).address)


async def test_an_id_of_another_platform_is_refused(rooms: Rooms) -> None:
    """A mistake in the data is a receipt, not a crash of the sender."""
    strange = Address("discord", user="@ana:example.org")

    assert (await rooms.adapter.perform(say(strange, "Hello"))).outcome is Outcome.REFUSED


async def test_a_short_rate_limit_is_waited_for(rooms: Rooms) -> None:
    room = await rooms.direct()
    rooms.discord.faults.append(Fault("POST", "/channels/*/messages", status=429, retry_after=0.05))

    assert (await rooms.adapter.perform(say(room.address, "Hello"))).outcome is Outcome.SENT
    assert await room.read() == ["Hello"]


@pytest.mark.parametrize(
    ("fault", "outcome", "reason"),
    [
        pytest.param(Fault(status=429, retry_after=90), Outcome.RETRY, "429", id="long rate limit"),
        pytest.param(Fault(status=429, via=False), Outcome.RETRY, "429", id="banned in front"),
        pytest.param(Fault(status=503), Outcome.UNKNOWN, "503", id="503"),
        pytest.param(Fault(status=408), Outcome.UNKNOWN, "408", id="408"),
        pytest.param(Fault(status=403, code=50013), Outcome.REFUSED, "50013", id="403"),
        pytest.param(Fault(status=400, code=50035), Outcome.REFUSED, "50035", id="400"),
        pytest.param(
            Fault(cut="before"), Outcome.UNKNOWN, "ServerDisconnectedError", id="cut before"
        ),
    ],
)
async def test_every_failure_has_its_receipt(
    rooms: Rooms, fault: Fault, outcome: Outcome, reason: str
) -> None:
    """The sender decides by it whether to repeat, to look first, or to give up."""
    room = await rooms.direct()
    await rooms.adapter.perform(say(room.address, "First", key="f" * 22))
    fault.method, fault.path = "POST", "/channels/*/messages"
    rooms.discord.faults.append(fault)

    receipt = await rooms.adapter.perform(say(room.address, "Hello"))

    assert (receipt.outcome, receipt.reason) == (outcome, reason)
    if fault.status == 429 and fault.via:
        assert receipt.retry_after == pytest.approx(90)


async def test_too_fast_stops_what_nobody_waits_for(rooms: Rooms) -> None:
    """40003: unasked messages rest; whoever just spoke to the bot is answered."""
    known, new, talking = await rooms.direct(), await rooms.direct(), await rooms.direct()
    await rooms.adapter.perform(say(known.address, "Earlier", key="e" * 22))
    await talking.say("hello?")
    await rooms.event(Said)
    rooms.discord.faults.append(Fault("POST", "/users/@me/channels", status=403, code=40003))

    first = await rooms.adapter.perform(say(new.address, "Hello"))
    second = await rooms.adapter.perform(say(known.address, "Again", key="a" * 22))
    third = await rooms.adapter.perform(say(talking.address, "Here I am", key="h" * 22))

    assert (first.outcome, first.retry_after) == (Outcome.RETRY, 3600)
    assert second.outcome is Outcome.RETRY
    assert second.retry_after is not None
    assert second.retry_after > 3500
    assert third.outcome is Outcome.SENT


async def test_new_direct_messages_wait_their_turn(tmp_path: Path) -> None:
    """Many new ones at once get a bot blocked; those already open are no trouble."""
    async with discord_rooms(tmp_path, TABLE, new_dms_per_minute=2) as rooms:
        members = [await rooms.direct() for _ in range(3)]
        outcomes = [
            (await rooms.adapter.perform(say(room.address, "Hi", key=f"key-{n}"))).outcome
            for n, room in enumerate(members)
        ]
        again = await rooms.adapter.perform(say(members[0].address, "Again", key="again"))

    assert outcomes == [Outcome.SENT, Outcome.SENT, Outcome.RETRY]
    assert again.outcome is Outcome.SENT


async def test_a_channel_that_is_no_more_is_opened_anew(rooms: Rooms) -> None:
    room = await rooms.direct()
    await rooms.adapter.perform(say(room.address, "Earlier", key="e" * 22))
    channel = room.member.dm_channel
    assert channel is not None
    del rooms.discord.world.channels[channel.id]

    assert (await rooms.adapter.perform(say(room.address, "Hello"))).outcome is Outcome.RETRY
    assert (await rooms.adapter.perform(say(room.address, "Hello"))).outcome is Outcome.SENT
    assert await room.read() == ["Hello"]


# --- data stays data


HOSTILE = [
    "@everyone @here <@1> <@&2> <#3> </start:4> <id:customize>",
    "**bold** _it_ __u__ ~~s~~ ||spoiler|| `code` ```block```",
    "# heading\n## two\n-# small\n> quote\n>>> all\n- list\n* list\n1. first\n   - deep",
    "[safe.example](https://evil.example) <https://a.example> https://b.example/**x**_y_",
    "see https://c.example. (https://d.example/x_y_z) [https://e.example] https://f.example",
    "<t:0:R> <:emoji:1> <a:x:2> \\*\\\\ \\",
    "a*b_c*d_e [x] (y) | ~ ` < > # 5*3*2",
    "half \ud800 pair, null \x00, wide 😀",
]


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_a_member_typed_is_shown_and_never_read_as_markup(
    rooms: Rooms, text: str
) -> None:
    """An independent reading of Discord's markdown finds the same words, and no markup."""
    room = await rooms.direct()
    body = (
        Paragraph((Text(text), Text(" "), Bold(text))),
        Bullets(((Text(text),), (Text(text),))),
    )

    await rooms.adapter.perform(say(room.address, text))
    await rooms.adapter.perform(say(room.address, body, key="b" * 22))

    plain = room.member.seen()[0]
    shown = Member.read(rooms.discord, plain)
    expected = text.replace("\ud800", "�").replace("\x00", "")
    assert shown.text.replace("%2A", "*") == expected.strip()
    assert {kind for kind, _ in shown.marks} <= {"url"}
    rich = Member.read(rooms.discord, room.member.seen()[1])
    assert {kind for kind, _ in rich.marks} <= {"url", "bold", "list"}
    assert [kind for kind, _ in rich.marks].count("bold") == 1
    assert [kind for kind, _ in rich.marks].count("list") == 2


async def test_our_own_markup_takes_effect(rooms: Rooms) -> None:
    room = await rooms.direct()
    at = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
    body = (
        Paragraph((Bold("Thursday"), Text(" at "), Moment(at, "time", "6 pm"))),
        Paragraph((Link("the page", "https://example.org/a_(b)"),)),
        Paragraph((Mention("discord", room.member_id, "Ana"), Mention("matrix", "@b:c", "Ben"))),
    )

    await rooms.adapter.perform(say(room.address, body))

    shown = Member.read(rooms.discord, room.member.seen()[0])
    assert shown.text == (
        "Thursday at 2026-11-23 18:00 UTC\n\n"
        "the page (https://example.org/a_%28b%29)\n\n"
        f"@{room.member.person.name}Ben"
    )
    assert [kind for kind, _ in shown.marks] == ["bold", "moment", "link", "mention"]


# --- rooms, roles, files, edits


async def test_a_private_room_is_opened_used_and_closed(rooms: Rooms) -> None:
    """Only those invited are in it, and nobody can be brought along."""
    ana, ben = rooms.discord.member("Ana"), rooms.discord.member("Ben")
    space = str(rooms.discord.guild.id)
    opened = await rooms.adapter.perform(
        OpenRoom(
            to=Address("discord", space=space, channel=str(rooms.discord.general.id)),
            name="A quiet corner",
            members=tuple(Address("discord", user=str(m.id)) for m in (ana, ben)),
        )
    )
    there = Address("discord", space=space, channel=opened.channel)
    await rooms.adapter.perform(say(there, "Welcome", audience=Audience.PUBLIC))
    thread = rooms.discord.world.channels[int(opened.channel or 0)]

    assert opened.outcome is Outcome.SENT
    assert {ana.id, ben.id} < thread.members
    assert not thread.invitable
    assert ana.texts(thread) == ["Welcome"]
    assert (await rooms.adapter.perform(CloseRoom(to=there))).outcome is Outcome.SENT
    assert thread.archived
    assert thread.locked


async def test_a_role_is_given_and_taken(rooms: Rooms) -> None:
    ana = rooms.discord.member("Ana")
    role = rooms.discord.world.role(rooms.discord.guild, "peer")
    to = Address("discord", space=str(rooms.discord.guild.id), user=str(ana.id))

    given = await rooms.adapter.perform(SetRole(to=to, role=str(role.id), given=True))
    held = set(rooms.discord.guild.members[ana.id])
    await rooms.adapter.perform(SetRole(to=to, role=str(role.id), given=False))

    assert given.outcome is Outcome.SENT
    assert held == {role.id}
    assert rooms.discord.guild.members[ana.id] == set()


async def test_a_message_is_edited_and_deleted(rooms: Rooms) -> None:
    room = await rooms.direct()
    sent = await rooms.adapter.perform(say(room.address, "One", choices=WORDS))
    assert sent.message is not None
    await rooms.adapter.perform(say(room.address, "Two", key="t" * 22, edits=sent.message))
    assert await room.read() == ["Two"]
    assert labels(room.member.seen()[0]) == []

    words = " ".join(f"word{n}" for n in range(400))
    await rooms.adapter.perform(
        say(room.address, words, key="w" * 22, edits=sent.message, choices=WORDS)
    )
    assert " ".join(await room.read()) == words
    assert [labels(message) for message in room.member.seen()] == [[], ["good", "low"]]

    gone = Delete(to=room.address, message=sent.message)
    assert (await rooms.adapter.perform(gone)).outcome is Outcome.SENT
    assert len(await room.read()) == 1


async def test_a_file_arrives_with_its_description(rooms: Rooms) -> None:
    room = await rooms.direct()
    file = Attachment(
        name="data.json", content_type="application/json", data=b"{}", description="x"
    )

    await rooms.adapter.perform(say(room.address, "Your data", attachments=(file,)))

    message = room.member.seen()[0]
    assert list(message.files.values()) == [b"{}"]
    assert message.attachments[0]["description"] == "x"


async def test_what_is_private_never_goes_to_a_channel(rooms: Rooms) -> None:
    """Without somebody to send it to directly, it is refused."""
    channel = str(rooms.discord.general.id)
    space = str(rooms.discord.guild.id)
    room = await rooms.direct()
    nobody = Address("discord", space=space, channel=channel)
    somebody = Address("discord", space=space, channel=channel, user=room.member_id)

    for_nobody = await rooms.adapter.perform(say(nobody, "Private"))
    await rooms.adapter.perform(say(somebody, "Private", key="s" * 22))

    assert for_nobody.outcome is Outcome.REFUSED
    assert rooms.discord.general.messages == []
    assert await room.read() == ["Private"]


# --- staying up


async def _works(rooms: Rooms) -> None:
    count = sum(isinstance(event, Said) for event in rooms.events)
    await rooms.discord.member("Zoe").dm("still there?")
    await rooms.event(Said, count + 1)


async def test_asked_to_reconnect_it_resumes_and_misses_nothing(rooms: Rooms) -> None:
    """Op 7; what happens meanwhile is delivered with the resume, once."""
    gateway = rooms.discord.gateway
    await gateway.ask_to_reconnect()
    await rooms.discord.until(lambda: not gateway.sessions, "the bot gone")
    await rooms.discord.member("Ana").dm("meanwhile")
    await rooms.discord.until(lambda: gateway.resumes == 1, "a resume")

    assert (await rooms.event(Said)).text == "meanwhile"
    assert gateway.identifies == 1
    await _works(rooms)
    assert len([event for event in rooms.events if isinstance(event, Said)]) == 2


@pytest.mark.parametrize("resumable", [True, False])
async def test_an_invalid_session_is_renewed(rooms: Rooms, resumable: bool) -> None:
    """Op 9, both ways."""
    gateway = rooms.discord.gateway
    await gateway.invalidate(resumable=resumable)
    await rooms.discord.until(lambda: gateway.resumes + gateway.identifies == 2, "it came back")

    assert gateway.resumes == int(resumable)
    await rooms.discord.until(lambda: rooms.adapter.connected, "connected")
    await _works(rooms)


async def test_a_closed_or_cut_connection_is_resumed(rooms: Rooms) -> None:
    gateway = rooms.discord.gateway
    await gateway.close(4000)
    await rooms.discord.until(lambda: gateway.resumes == 1, "a resume")
    await _works(rooms)
    gateway.drop()
    await rooms.discord.until(lambda: gateway.resumes == 2, "a second resume", timeout=60)
    await _works(rooms)


async def test_a_wrong_token_stops_it_and_says_how_to_mend_that() -> None:
    async with Standin.running() as discord:
        adapter = _adapter(discord, token="not the token")
        with pytest.raises(AdapterStopped, match="HANDRAIL_DISCORD_TOKEN") as stopped:
            await adapter.run(_nowhere, TABLE)

    assert stopped.value.permanent
    assert "not the token" not in str(stopped.value)


async def test_an_intent_that_is_not_switched_on_is_named() -> None:
    async with Standin.running() as discord:
        discord.gateway.privileged = 0
        adapter = _adapter(discord, message_content=True)
        with pytest.raises(AdapterStopped, match="Message Content Intent") as stopped:
            await adapter.run(_nowhere, TABLE)

    assert stopped.value.permanent


async def test_out_of_reach_is_not_the_end() -> None:
    """A machine that starts before its network: said so, and worth trying again."""
    async with Standin.running() as discord:
        adapter = _adapter(discord)
    with pytest.raises(AdapterStopped, match="cannot be reached") as stopped:
        await adapter.run(_nowhere, TABLE)

    assert not stopped.value.permanent


async def test_a_gateway_out_of_reach_at_first_is_not_the_end() -> None:
    """discord.py ends on it with an AttributeError (its issue 10520)."""
    async with Standin.running() as discord:
        adapter = _adapter(discord, gateway="ws://127.0.0.1:9")
        with pytest.raises(AdapterStopped) as stopped:
            await asyncio.wait_for(adapter.run(_nowhere, TABLE), 20)

    assert not stopped.value.permanent


async def test_an_event_that_cannot_be_read_is_passed_over(rooms: Rooms) -> None:
    """discord.py's connection ends on one; ours goes on, and the log names the kind of event."""
    await rooms.discord.gateway.dispatch("MESSAGE_CREATE", {"id": "1"}, broken=True)

    await _works(rooms)
    assert rooms.discord.gateway.identifies == 1


async def test_answers_and_messages_go_out_while_nothing_can_be_remembered(
    tmp_path: Path,
) -> None:
    """With the database locked or full, somebody in a crisis is still answered."""

    class Broken(MemoryState):
        async def get(self, key: str) -> bytes | None:
            raise OSError("database is locked")

        async def put(self, entries: Mapping[str, bytes | None]) -> None:
            raise OSError("database is locked")

    async with discord_rooms(tmp_path, TABLE, state=Broken()) as rooms:
        room = await rooms.direct()
        await room.say("I can't go on")
        said = await rooms.event(Said)
        outcome = await answered(rooms, said, "I'm glad you wrote.")

        assert outcome is Outcome.SENT
        assert await room.read() == ["I'm glad you wrote."]


async def test_an_interaction_that_comes_too_late_is_answered_by_message(rooms: Rooms) -> None:
    """The client says that nothing happened; what was meant is still heard, and answered."""
    in_time = rooms.discord.interactions.deadline
    rooms.discord.interactions.deadline = 0.0
    ana = rooms.discord.member("Ana")
    await ana.slash("checkin now", wait=False)
    event = await rooms.event(Commanded)
    rooms.discord.interactions.deadline = in_time

    assert event.waiting is None
    assert await answered(rooms, event, "Here I am.") is Outcome.SENT
    assert ana.texts() == ["Here I am."]
    assert rooms.discord.general.messages == []


async def test_a_resumed_connection_repeats_nothing(rooms: Rooms) -> None:
    """An interaction that Discord delivers twice is handed on once."""
    ana = rooms.discord.member("Ana")
    await ana.slash("checkin now")
    await rooms.event(Commanded)
    session = rooms.discord.gateway.sessions[0]
    again = next(sent for sent in session.sent if sent["t"] == "INTERACTION_CREATE")
    await rooms.discord.gateway.dispatch("INTERACTION_CREATE", again["d"])
    await _works(rooms)

    assert len([event for event in rooms.events if isinstance(event, Commanded)]) == 1


async def test_the_stand_in_runs_as_a_process_of_its_own() -> None:
    """For tests that kill the bot: the platform outlives it."""
    async with standin_process() as discord:
        status = await discord.do("status")
        rooms = DiscordAdapter(
            token=discord.token,
            guilds=(status["guild"],),
            texts=own_texts(),
            state=MemoryState(),
            now=lambda: datetime.now(UTC),
            api_base=discord.api_base,
            gateway=discord.gateway_url,
            guild_ready_timeout=0.05,
        )
        events: asyncio.Queue[Any] = asyncio.Queue()

        async def sink(event: Event) -> None:
            if not isinstance(event, Invited):  # it is told of the server when it sees that first
                await events.put(event)

        running = asyncio.create_task(rooms.run(sink, TABLE))
        ana = await discord.do("member", name="Ana")
        await discord.connected()
        use = await discord.do("slash", member="Ana", name="start", where="dm")
        await discord.do("submit", member="Ana", use=use["use"], values={"adult": "yes"})
        filled = await asyncio.wait_for(events.get(), 10)
        await rooms.perform(Reply(to=filled, body=paragraph("Hi"), choices=WORDS))
        await discord.wait_for("Ana", lambda texts: texts == ["Hi"])
        await discord.do("press", member="Ana", what="good")
        chose = await asyncio.wait_for(events.get(), 10)
        await rooms.close()
        await running
        ended = await discord.do("status")

    assert (filled.actor.user, chose.choice) == (ana, "good")
    assert (ended["complaints"], ended["own_faults"]) == ([], [])


async def test_before_it_is_connected_nothing_is_lost() -> None:
    async with Standin.running() as discord:
        receipt = await _adapter(discord).perform(say(Address("discord", user="1"), "Hello"))

    assert receipt.outcome is Outcome.RETRY


async def _nowhere(_: object) -> None:
    raise AssertionError("no event was expected")


def _adapter(discord: Standin, **settings: Any) -> DiscordAdapter:
    chosen: dict[str, Any] = {
        "token": discord.token,
        "guilds": (),
        "texts": own_texts(),
        "state": MemoryState(),
        "now": lambda: datetime.now(UTC),
        "api_base": discord.api_base,
        "gateway": discord.gateway_url,
        **settings,
    }
    return DiscordAdapter(**chosen)
