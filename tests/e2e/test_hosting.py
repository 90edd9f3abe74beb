"""A meeting in a room's chat, from the room's setting up to the rights put back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from adapters.memory import Shown
from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.delivery.sender import TOO_OLD
from bot.platform import (
    Action,
    Address,
    Change,
    Chose,
    Floor,
    FormFilled,
    MemberChanged,
    Outcome,
    Receipt,
    SetFloor,
)
from storage import hosting, hosting_people, members
from storage.database import Transaction
from storage.tables import hosted_hands, hosted_met, hosted_sessions, inbox
from tests.support.meetings import GUILD, add, member, person, settle
from tests.support.person import Person
from tests.support.world import World, running

STAFF = Address("memory", space=GUILD, channel="staff")
HALL = Address("memory", space=GUILD, channel="hall")
START = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)  # Tuesday, 7 pm in New York
END = START + timedelta(hours=1)


@dataclass
class Hall:
    """A community whose meeting is held in a room that its moderators keep closed."""

    world: World
    mo: Person

    @property
    def shown(self) -> list[Shown]:
        return self.world.platform.rooms["hall"]

    @property
    def read(self) -> list[str]:
        """What everybody in the room reads."""
        return [each.text for each in self.shown if each.readers is None]

    @property
    def team(self) -> list[str]:
        return self.world.platform.read("staff")

    def is_closed(self) -> bool:
        return "hall" in self.world.platform.closed_rooms

    async def says(self, who: Person, text: str, *, to_bot: bool = False) -> None:
        """Somebody writes in the room; nobody waits for an answer."""
        await who.say(text, room=HALL, addressed=to_bot)

    async def leads(self, command: str) -> str:
        """The moderator gives a command in the room. Returns: the answer."""
        await self.says(self.mo, command, to_bot=True)
        return next(each.text for each in reversed(self.shown) if each.readers is not None)

    async def press(self, who: Person, choice: str) -> None:
        shown = self.world.platform.offering("hall", choice)
        assert shown.choices is not None
        event = self.world.platform.event(who.name, HALL) | who.told | {"message": shown.id}
        await who.take(Chose(**event, prompt=shown.choices.prompt, choice=choice))

    async def count(self, table: Any) -> int:
        return await self.world.database.read(
            lambda tx: tx.execute(select(func.count()).select_from(table)).scalar_one()
        )


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Hall]:
    rooms = Rooms(staff=(StaffRoom(STAFF, "en"),), watched=frozenset({("memory", "hall")}))
    url = f"sqlite:///{tmp_path / 'handrail.db'}"
    async with running(url, rooms_of=lambda tx, community: rooms) as world:
        await settle(world)
        await add(world)
        mo = person(world, "mo", roles=frozenset({"moderator"}))
        made = Hall(world, mo)
        world.platform.closed_rooms.add("hall")
        assert "is held in this room" in await made.leads("host room Newcomers")
        yield made


async def test_a_meeting_from_its_first_warning_to_its_end(hall: Hall) -> None:
    """Opened and closed on time, with the community's own words, and nothing said twice."""
    await hall.leads("host set Newcomers opening Welcome to our circle.\n\nBe kind.")
    await hall.leads("host set Newcomers closing Take what you liked.")
    await hall.leads("host set Newcomers topic gratitude")
    assert hall.read == []

    await hall.world.move_to(START - timedelta(minutes=5))
    await hall.world.move_to(START - timedelta(minutes=2))
    assert hall.read == ["Newcomers begins in 5 minutes.", "Newcomers begins in 2 minutes."]
    assert hall.is_closed()
    await hall.world.move_to(START)
    assert not hall.is_closed()
    opening, first = hall.read[2:]
    assert opening == "Welcome to our circle.\n\nBe kind."
    assert first.startswith("Newcomers is open. Today: gratitude.\n\nTo speak, raise a hand")
    await hall.world.move_to(START + timedelta(minutes=30))
    await hall.world.move_to(END - timedelta(minutes=5))
    await hall.world.move_to(END - timedelta(minutes=2))
    assert [text[:14] for text in hall.read[4:]] == ["5 minutes left", "2 minutes left"]
    await hall.world.move_to(END)
    assert hall.is_closed()
    assert hall.read[6:] == [
        "Take what you liked.",
        "Newcomers is over, and the room closes. Thank you all for being here.",
    ]
    before = list(hall.read)
    await hall.world.move_by(days=2)
    assert hall.read == before
    assert await hall.count(hosted_sessions) == 0
    await hall.world.move_to(START + timedelta(days=7))
    assert not hall.is_closed()
    assert hall.team == []


async def test_one_speaks_after_the_other(hall: Hall) -> None:
    """Hands go up by "!", command or button; the word goes on by "done", and nobody is cut off."""
    await hall.leads("host set Newcomers share 3")
    ada, ben, cy = (person(hall.world, name) for name in ("ada", "ben", "cy"))
    await hall.world.move_to(START)
    await hall.says(ada, "!")
    assert hall.read[-1].startswith("ada: the word is yours.")
    assert hall.shown[-1].called == ("ada",)
    await hall.says(ben, "!")
    assert "you're next" in hall.read[-1]
    await hall.press(cy, "raise")
    assert "number 2" in hall.shown[-1].text
    assert hall.shown[-1].readers == frozenset({"cy"})
    await hall.says(ben, "!")
    assert "you're next" in hall.read[-1]
    assert "ada" in await hall.leads("host queue")
    assert "Waiting: ben, cy" in await hall.leads("host queue")

    before = len(hall.read)
    await hall.world.move_by(minutes=3)
    assert hall.read[before:] == ["That's about 3 minutes. Take your time to finish."]
    await hall.world.move_by(minutes=1)
    assert len(hall.read) == before + 1
    await hall.says(cy, "done")
    assert len(hall.read) == before + 1
    await hall.says(ada, "Done.")
    assert hall.read[-1].startswith("ben: the word is yours.")
    await hall.says(cy, "hand down", to_bot=True)
    await hall.leads("host next")
    assert hall.read[-1].startswith("The word is free.")
    await hall.world.move_to(END)
    assert await hall.count(hosted_hands) == 0
    assert await hall.count(hosted_met) == 0


async def test_what_is_said_in_a_meeting_is_not_stored(hall: Hall) -> None:
    """Not the words, and not even that somebody spoke again."""
    dee = person(hall.world, "dee")
    await hall.says(dee, "Before it opens")
    await hall.world.move_to(START)
    await hall.says(dee, "It was a hard week")
    before = await hall.count(inbox)
    await hall.says(dee, "But I am here")
    await hall.says(dee, "And glad of it")
    assert await hall.count(inbox) == before


async def test_latecomers_and_newcomers_are_welcomed_once(hall: Hall) -> None:
    """Members in private; whoever the bot does not know by a line in the room; nobody on time."""
    ada, ben = await member(hall.world), person(hall.world, "ben")
    on_time = person(hall.world, "olu")
    await hall.world.move_to(START)
    await hall.says(on_time, "Hello")
    await hall.world.move_to(START + timedelta(minutes=10))
    room, private = len(hall.read), len(ada.seen)
    for _ in range(2):
        await hall.says(ada, "Sorry, the bus")
        await hall.says(on_time, "Hello Ada")
    assert len(hall.read) == room
    assert len(ada.seen) == private + 1
    assert ada.last.startswith("Good that you came. Newcomers has begun.")
    await hall.says(ben, "Hi")
    await hall.says(ben, "Hi all")
    assert len(hall.read) == room + 1
    assert hall.read[-1].startswith("Welcome, good that you're here.")

    event = hall.world.platform.event("new", Address("memory", space=GUILD))
    await hall.world.core.take(MemberChanged(**event | {"waiting": None}, change=Change.JOINED))
    await hall.world.settle()
    assert hall.read[-1].startswith("new Welcome")
    assert "Noted" in await hall.leads("host set Newcomers greeting off")
    await hall.says(person(hall.world, "quiet"), "Hi")
    assert len(hall.read) == room + 2


async def test_whoever_leads_can_extend_note_and_name_the_topic(hall: Hall) -> None:
    """The end moves, and its warnings with it."""
    await hall.leads("host keep Newcomers crosstalk We speak of ourselves.")
    await hall.world.move_to(START)
    assert "crosstalk" in await hall.leads("host note")
    await hall.leads("host note crosstalk")
    assert hall.read[-1] == "We speak of ourselves."
    assert "No text is kept" in await hall.leads("host note other")
    await hall.leads("host topic patience")
    assert hall.read[-1] == "Our topic: patience."
    await hall.leads("host note milestones")
    ada = person(hall.world, "ada")
    await hall.press(ada, "month")
    await hall.press(ada, "month")
    assert hall.read.count("ada: A month. How good to have you here.") == 1

    await hall.world.move_to(END - timedelta(minutes=5))
    await hall.leads("host extend 15")
    assert hall.read[-1] == "We go on for 15 minutes longer."
    await hall.world.move_to(END)
    assert not hall.is_closed()
    before = len(hall.read)
    await hall.world.move_to(END + timedelta(minutes=10))
    assert hall.read[before].startswith("5 minutes left")
    await hall.world.move_to(END + timedelta(minutes=15))
    assert hall.is_closed()


async def test_it_ends_early_and_is_opened_unplanned_by_whoever_leads(hall: Hall) -> None:
    """What was closed by hand does not open again by itself."""
    await hall.world.move_to(START + timedelta(minutes=5))
    assert not hall.is_closed()
    await hall.leads("host close")
    assert hall.is_closed()
    await hall.world.move_by(minutes=10)
    assert hall.is_closed()
    await hall.world.move_by(days=2)
    await hall.leads("host open")
    assert not hall.is_closed()
    await hall.world.move_by(minutes=61)
    assert hall.is_closed()


@pytest.mark.parametrize("change", ["cancel Newcomers 24 November", "end Newcomers"])
async def test_one_that_is_cancelled_opens_nothing(hall: Hall, change: str) -> None:
    """Also minutes before; then the room, which was told of it, is told that too."""
    await hall.world.move_to(START - timedelta(minutes=5))
    await hall.says(hall.mo, f"meeting {change}", to_bot=True)
    await hall.world.move_to(START + timedelta(minutes=1))
    assert hall.is_closed()
    assert hall.read[-1].startswith("Newcomers does not begin now")


async def test_one_that_is_moved_opens_at_its_new_time(hall: Hall) -> None:
    """Once it was announced too."""
    await hall.world.move_to(START - timedelta(minutes=5))
    await hall.says(hall.mo, "meeting move Newcomers 8 pm", to_bot=True)
    await hall.world.move_to(START + timedelta(minutes=1))
    assert hall.is_closed()
    await hall.world.move_to(START + timedelta(hours=1))
    assert not hall.is_closed()


async def test_without_the_right_the_team_is_told_and_the_meeting_held(hall: Hall) -> None:
    """In plain words, once; the texts still come, and promise nothing."""
    hall.world.platform.keeps_rights = True
    hall.world.platform.closed_rooms.clear()
    await hall.leads("host room Newcomers closed")
    await hall.world.move_by(seconds=20)
    assert len(hall.team) == 1
    assert "I may not change who can write" in hall.team[0]
    await hall.world.move_to(START)
    await hall.world.move_to(START + timedelta(minutes=1))
    assert len(hall.team) == 2
    assert any(text.startswith("Newcomers is open") for text in hall.read)
    await hall.world.move_to(END)
    assert hall.read[-1] == "Newcomers is over. Thank you all for being here."
    await hall.world.move_by(minutes=1)
    assert sum("I may not" in text for text in hall.team) == 2


async def test_a_room_that_is_kept_closed_is_given_back_as_it_was(hall: Hall) -> None:
    """Closed between meetings, open for them, and everybody's again in the end."""
    hall.world.platform.closed_rooms.clear()
    await hall.leads("host room Newcomers closed")
    assert hall.is_closed()
    await hall.world.move_to(START)
    assert not hall.is_closed()
    assert "It is open at the moment" in await hall.leads("host room Newcomers off")
    await hall.world.move_to(END)
    assert hall.is_closed()
    await hall.leads("host room Newcomers off")
    assert not hall.is_closed()
    await hall.world.move_to(START + timedelta(days=7))
    assert hall.read[-1].startswith("Newcomers is over")


async def test_whoever_leads_has_their_role_for_its_duration(hall: Hall) -> None:
    """Given with the first warning, taken at the end; from somebody whose it is, never."""
    owner = person(hall.world, "boss", roles=frozenset({"owner", "moderator"}))
    assert "Only an owner" in await hall.leads("host set Newcomers role 77")
    await hall.says(owner, "host set Newcomers role 77", to_bot=True)
    sam = person(hall.world, "sam", roles=frozenset({"facilitator"}))
    await sam.join(place="New York")
    await sam.say("meeting host Newcomers")
    held = hall.world.platform.roles
    await hall.world.move_to(START - timedelta(minutes=5))
    assert ("sam", "77") in held
    await hall.world.move_to(END)
    assert ("sam", "77") not in held


async def test_only_who_may_can_change_or_lead_it(hall: Hall) -> None:
    """Members raise hands; they do not close rooms."""
    ada = await member(hall.world)
    await hall.world.move_to(START)
    for command in ("close", "next", "room Newcomers off", "keep Newcomers a b"):
        await hall.says(ada, f"host {command}", to_bot=True)
        assert "moderators" in hall.shown[-1].text
    assert not hall.is_closed()


async def test_crisis_watching_goes_on_in_a_meeting(hall: Hall) -> None:
    """The listening stands behind the watch: a cry is answered as anywhere."""
    ada = await member(hall.world)
    await hall.world.move_to(START)
    await ada.say("I want to kill myself tonight")
    assert any("988" in text or "112" in text for text in ada.seen)


async def test_a_member_who_is_erased_leaves_nothing_in_a_meeting(hall: Hall) -> None:
    """A raised hand goes with its member."""
    ada = await member(hall.world)
    await hall.world.move_to(START)
    await hall.says(person(hall.world, "ben"), "!")
    await hall.says(ada, "!")
    assert await hall.count(hosted_hands) == 1

    def held_after_erasing(tx: Transaction) -> list[int]:
        found = members.member_with(tx, "memory", "ada")
        assert found is not None
        before = hosting_people.export(tx, found.id)["hands"]
        hosting_people.erase(tx, found.id)
        return [before, hosting_people.export(tx, found.id)["hands"]]

    assert await hall.world.database.write(held_after_erasing) == [1, 0]
    assert await hall.count(hosted_hands) == 0
    await hall.says(ada, "!")
    await hall.leads("host next")
    assert "Speaking: ada" in await hall.leads("host queue")
    await hall.world.database.write(held_after_erasing)
    assert "Nobody has the word" in await hall.leads("host queue")


async def test_an_opening_that_waits_for_the_platform_never_comes_after_the_end(
    hall: Hall,
) -> None:
    """A platform that was away all the time must not leave the room open for good."""

    def away(action: Action) -> Receipt | None:
        opens = isinstance(action, SetFloor) and action.floor is Floor.OPEN
        return Receipt(outcome=Outcome.RETRY, retry_after=7_200) if opens else None

    hall.world.platform.script = away
    await hall.world.move_to(START)
    assert hall.is_closed()
    await hall.world.move_to(END)
    hall.world.platform.script = None
    await hall.world.move_by(hours=3)
    assert hall.is_closed()


async def test_what_may_not_have_happened_is_done_again(hall: Hall) -> None:
    """A change of rights whose outcome nobody can tell is repeated: once more does no harm."""
    asked: list[Floor] = []

    def unclear(action: Action) -> Receipt | None:
        if not isinstance(action, SetFloor):
            return None
        asked.append(action.floor)
        return Receipt(outcome=Outcome.UNKNOWN, reason=TOO_OLD) if len(asked) in (1, 3) else None

    hall.world.platform.script = unclear
    await hall.world.move_to(START)
    await hall.world.move_by(minutes=1)
    await hall.world.move_to(END)
    await hall.world.move_by(minutes=1)
    assert asked == [Floor.OPEN, Floor.OPEN, Floor.AS_BEFORE, Floor.AS_BEFORE]
    assert hall.is_closed()


async def test_a_reading_of_several_paragraphs_is_written_in_a_form(hall: Hall) -> None:
    """Only by moderators, and an empty one takes it away."""
    await hall.says(hall.mo, "host set Newcomers opening", to_bot=True)
    shown = hall.shown[-1]
    assert shown.form == "hosting-text"
    meeting = (await hall.world.database.read(hosting.all_hosted))[0].meeting
    prompt = f"hosting-text/{meeting}/opening"

    async def fill(who: Person, text: str) -> str:
        event = hall.world.platform.event(who.name, HALL) | who.told
        values = {"text": text}
        await who.take(FormFilled(**event, form="hosting-text", prompt=prompt, values=values))
        return (await hall.world.database.read(hosting.all_hosted))[0].wishes.opening

    assert await fill(hall.mo, "One.\n\nTwo.") == "One.\n\nTwo."
    assert await fill(person(hall.world, "ada"), "Mine") == "One.\n\nTwo."
    assert await fill(hall.mo, "") == ""
