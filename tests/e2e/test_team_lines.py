"""A private line between a member and the team, from both ends, on the platform in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.crisis.watching.knowing import StaffRoom
from bot.platform import Address, Outcome, Receipt, Said, Say
from storage import buddy_lives, buddy_pairs, members, team_keepers, team_lines
from storage.buddy_lives import Talk
from storage.buddy_pairs import Pair
from storage.database import Transaction
from storage.tables import outbox
from storage.team_lines import Stage
from tests.support.lines import below, joined, member, opens, shown
from tests.support.team import SPACE, STAFF, Community, community

OTHER = Address("memory", space=SPACE, channel="office")


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Community]:
    """A community with a staff room, and Sam on its roster."""
    async with community(tmp_path) as made:
        await made.gets_ready("sam")
        made.world.platform.rooms["staff"].clear()
        yield made


async def test_talk_to_someone_leads_to_the_team(here: Community) -> None:
    """The door opens where there is a team; the help lines stay beside it."""
    ada = await joined(here)

    await ada.say("talk")
    assert set(ada.offered) == {"team", "help now"}
    await ada.press("team")
    assert "Nothing has been sent yet" in ada.last
    assert here.in_staff_room == []
    await ada.press("unnamed")

    assert "is open, without your name" in ada.last
    assert here.in_staff_room[0].startswith("Member 1 would like to write with the team.")


async def test_words_go_both_ways_and_each_is_confirmed(here: Community) -> None:
    """What the member writes is confirmed as carried; what the team writes as delivered."""
    ada = await joined(here)
    await opens(ada, "the stairs are dark")

    root, words = here.world.platform.rooms["staff"]
    assert words.thread == root.id
    assert words.text == "Member 1:\n\n> the stairs are dark"

    await below(here, "sam", "thank you, we will look")
    assert ada.seen[-1].startswith(
        "Somebody has answered you.\n\nThe team of Harbour House writes:"
    )
    assert ada.seen[-1].endswith("> thank you, we will look")
    assert here.in_staff_room[-1] == "Delivered."

    await ada.say("that helps")
    assert ada.last == "To the team."
    assert here.in_staff_room[-1].endswith("> that helps")


async def test_nothing_is_sent_before_the_member_agrees(here: Community) -> None:
    """Asked for a name and said no: the team never hears of it, and nothing is kept."""
    ada = await joined(here)

    await ada.say("team I would rather not after all")
    await ada.press("no")

    assert here.in_staff_room == []
    assert "Nothing was sent" in ada.last
    person = (await ada_of(here)).id
    assert await here.world.database.read(lambda tx: team_lines.of_person(tx, person)) == []


async def test_without_a_name_the_team_reads_a_number_that_is_new_for_each_line(
    here: Community,
) -> None:
    """Two lines of one member cannot be told to be the same person's."""
    ada = await joined(here)
    await opens(ada)
    await ada.say("team close")
    await opens(ada, "again")

    everything = "\n".join(here.in_staff_room)
    assert "ada" not in everything
    assert "Member 1 would like" in everything
    assert "Member 2 would like" in everything


async def test_with_a_name_the_team_reads_the_account(here: Community) -> None:
    """Quietly: the member's client is not called to the staff room."""
    ada = await joined(here)
    await opens(ada, named=True)

    assert here.in_staff_room[0].startswith("ada would like to write with the team.")
    assert here.world.platform.rooms["staff"][0].called == ()


async def test_commands_stay_commands_while_a_line_is_open(here: Community) -> None:
    """`help` is not passed on."""
    ada = await joined(here)
    await opens(ada)
    before = len(here.in_staff_room)

    await ada.say("help")

    assert len(here.in_staff_room) == before
    assert "This is what I understand" in ada.last


async def test_a_check_in_answer_is_never_passed_on(here: Community) -> None:
    """The word that the day's check-in waits for goes there."""
    ada = await joined(here)
    await here.passes(hours=20, minutes=30)
    await opens(ada)
    before = len(here.in_staff_room)

    await ada.say("okay")

    assert len(here.in_staff_room) == before


async def test_whoever_is_in_danger_is_answered_first_and_the_team_reads_it_too(
    here: Community,
) -> None:
    """The crisis reply comes as always, and the words are carried without further ado."""
    ada = await joined(here)
    await opens(ada)

    await ada.say("I feel badly, I cannot go on")

    assert "988" in "\n".join(ada.seen)
    assert "To the team." not in ada.seen[-1]
    assert any(each.endswith("> I feel badly, I cannot go on") for each in here.in_staff_room)


async def test_after_two_quiet_hours_words_are_carried_no_longer_on_a_guess(
    here: Community,
) -> None:
    """They are told that it was not sent, and how to go on."""
    ada = await joined(here)
    await opens(ada)
    await here.passes(hours=3)
    before = here.in_staff_room

    await ada.say("is anybody there")
    assert here.in_staff_room == before
    assert "I haven't sent this to anybody" in ada.last

    await ada.press("team")
    await ada.say("is anybody there")
    assert here.in_staff_room[-1].endswith("> is anybody there")


async def test_an_answer_of_the_team_opens_the_ear_again(here: Community) -> None:
    """Whoever gets an answer hours later just writes below it."""
    ada = await joined(here)
    await opens(ada)
    await here.passes(hours=3)

    await below(here, "sam", "sorry for the wait")
    await ada.say("never mind")

    assert here.in_staff_room[-1].endswith("> never mind")


async def test_a_closed_line_carries_nothing_from_either_end(here: Community) -> None:
    """The member closes; the team is told, and what it writes there stays there."""
    ada = await joined(here)
    await opens(ada)
    await ada.say("team close")
    assert "for me alone again" in ada.last
    assert "has closed the line" in here.in_staff_room[-1]

    seen = len(ada.seen)
    await below(here, "sam", "one more thing")

    assert len(ada.seen) == seen
    assert "nothing was carried" in here.world.last("sam")


async def test_the_team_claims_hands_over_and_closes(here: Community) -> None:
    """For all to see in the thread; the member learns that somebody is on it, and of the end."""
    await here.gets_ready("bo")
    ada = await joined(here)
    await opens(ada)

    await here.press("sam", "claim")
    assert here.in_staff_room[-1] == "sam is on it."
    assert "has read it and will answer you" in ada.last

    await below(here, "sam", "line hand-over bo")
    assert here.in_staff_room[-1] == "bo is on it from here."
    await ada.say("hello bo")
    assert here.world.platform.rooms["staff"][-1].called == ("bo",)

    await below(here, "bo", "line close")
    assert "has closed the line" in ada.last
    assert here.in_staff_room[-1].startswith("Closed.")


@pytest.mark.parametrize("note", ["// I know them", "line note I know them"])
async def test_notes_among_the_team_never_leave_the_staff_room(here: Community, note: str) -> None:
    """Neither sign is carried, however it is written."""
    ada = await joined(here)
    await opens(ada)
    seen = list(ada.seen)

    await below(here, "sam", note)

    assert ada.seen == seen


async def test_only_the_team_answers(here: Community) -> None:
    """Somebody in the room who is neither moderator nor on the roster reaches nobody."""
    ada = await joined(here)
    await opens(ada)
    seen = list(ada.seen)

    await below(here, "eve", "hello from eve", moderator=False)
    await here.press("eve", "close", moderator=False)

    assert ada.seen == seen
    assert "for others of the team" in here.world.last("eve") + here.in_staff_room[-1]


async def test_talk_elsewhere_in_the_staff_room_is_nobody_elses(here: Community) -> None:
    """Only what stands in a line's thread is carried."""
    ada = await joined(here)
    await opens(ada)
    seen = list(ada.seen)

    await here.says("sam", "what do we make of Member 1?", room=STAFF)

    assert ada.seen == seen


async def test_answers_bear_a_name_where_the_community_chose_so(here: Community) -> None:
    """Else they are the team's."""
    ada = await joined(here)
    await here.command("sam", "duty name Sam")
    await here.command("sam", "line sign names")
    await opens(ada)

    await below(here, "sam", "good evening")

    assert "Sam from the team of Harbour House writes:" in ada.last


async def test_nobody_answers_for_four_hours(here: Community) -> None:
    """The team is reminded once; the member is told honestly, once."""
    ada = await joined(here)
    await opens(ada)

    await here.passes(hours=4, minutes=1)
    assert "has waited four hours" in here.in_staff_room[-1]
    assert "Nobody from the team" in ada.last
    told, reminded = len(ada.seen), len(here.in_staff_room)
    await here.passes(hours=4)
    assert (len(ada.seen), len(here.in_staff_room)) == (told, reminded)


async def test_who_was_answered_is_not_told_that_nobody_did(here: Community) -> None:
    """An answer in time ends the waiting."""
    ada = await joined(here)
    await opens(ada)
    await below(here, "sam", "we are here")
    seen = len(ada.seen)

    await here.passes(hours=5)

    assert not [each for each in ada.seen[seen:] if "Nobody from the team" in each]


async def test_words_hold_no_file_and_no_flood(here: Community) -> None:
    """What cannot be carried is said so, and nothing of it is."""
    ada = await joined(here)
    await opens(ada)
    before = len(here.in_staff_room)

    await ada.say("x" * 1501)
    assert "1,501" in ada.last
    assert len(here.in_staff_room) == before
    for number in range(31):
        await ada.say(f"message {number}")
    assert "a lot at once" in ada.last
    assert len(here.in_staff_room) == before + 30


async def test_stop_closes_the_line(here: Community) -> None:
    """The team learns it; nothing reaches them any more."""
    ada = await joined(here)
    await opens(ada)

    await ada.say("stop")

    assert "has said stop to everything" in here.in_staff_room[-1]


async def test_a_closed_line_is_forgotten_after_a_week(here: Community) -> None:
    """Who it was is known no longer, and no row is left."""
    ada = await joined(here)
    await opens(ada)
    person = (await ada_of(here)).id
    await ada.say("team close")
    lines = await here.world.database.read(lambda tx: team_lines.of_person(tx, person))
    assert [each.stage for each in lines] == [Stage.CLOSED]

    await here.passes(days=8)

    assert await here.world.database.read(lambda tx: team_lines.of_person(tx, person)) == []


async def test_words_that_cannot_be_delivered_are_told_to_both(here: Community) -> None:
    """The team hears that its answer did not come; the member that theirs did not."""
    ada = await joined(here)
    await opens(ada)
    platform = here.world.platform

    def closed(to: str) -> None:
        platform.script = lambda action: (
            Receipt(outcome=Outcome.REFUSED)
            if isinstance(action, Say) and to in (action.to.user, action.to.channel)
            else None
        )

    closed("ada")
    await below(here, "sam", "hello?")
    assert here.in_staff_room[-1].startswith("Not delivered")

    closed("staff")
    await ada.say("hello back")
    assert "couldn't deliver it" in ada.last


async def test_words_written_before_the_thread_begins_wait_for_it(here: Community) -> None:
    """While the platform holds the first message back, the order stays, and the thread."""
    ada = await joined(here)
    platform = here.world.platform
    platform.script = lambda action: (
        Receipt(outcome=Outcome.RETRY, retry_after=30)
        if isinstance(action, Say) and action.to.channel == "staff"
        else None
    )
    await ada.say("team first")
    await ada.press("unnamed")
    await ada.say("second")
    assert here.in_staff_room == []

    platform.script = None
    await here.passes(seconds=40)
    await here.passes(seconds=1)

    root, *words = platform.rooms["staff"]
    assert root.text.startswith("Member 1 would like")
    assert [each.text.splitlines()[-1] for each in words] == ["> first", "> second"]
    assert {each.thread for each in words} == {root.id}


async def test_where_there_is_no_team_it_is_said(tmp_path: Path) -> None:
    """Neither `talk` nor `team` promises anybody."""
    async with community(tmp_path, staff=()) as here:
        ada = await joined(here)
        for command in ("talk", "team hello"):
            await ada.say(command)
            assert "can't connect you with a person" in ada.last


async def test_several_staff_rooms_see_the_same(tmp_path: Path) -> None:
    """Each has the line; an answer from one is shown in the other, and reaches the member once."""
    rooms = (StaffRoom(STAFF, "en"), StaffRoom(OTHER, "de"))
    async with community(tmp_path, staff=rooms) as here:
        await here.gets_ready("sam")
        here.world.platform.rooms["staff"].clear()
        here.world.platform.rooms["office"].clear()
        ada = await joined(here)
        await opens(ada, "hello both")

        assert here.world.platform.rooms["office"][-1].text.endswith("> hello both")
        await below(here, "sam", "hello", line="Mitglied 1", room=OTHER)

        assert [each for each in ada.seen if each.endswith("> hello")] == [ada.last]
        copy = shown(here, "another room of yours")
        assert copy.text.endswith("> hello")
        assert copy.thread == here.world.platform.rooms["staff"][0].id
        assert here.world.platform.rooms["office"][-1].text == "Zugestellt."


async def test_an_event_that_comes_twice_is_carried_once(here: Community) -> None:
    """Platforms repeat what they have told before."""
    ada = await joined(here)
    await opens(ada)
    event = member(here)._event(None) | {"waiting": None}
    for _ in range(2):
        await ada.take(Said(**event, direct=True, addressed=True, text="only once"))

    assert len([each for each in here.in_staff_room if each.endswith("> only once")]) == 1


async def ada_of(here: Community) -> members.Member:
    """Ada as the storage knows her."""
    found = await here.world.database.read(lambda tx: members.member_with(tx, "memory", "ada"))
    assert found is not None
    return found


async def test_nothing_of_a_line_outlives_its_member(here: Community) -> None:
    """Erased while words still wait for the team: neither they nor the line are left."""
    ada = await joined(here)
    here.world.platform.script = lambda action: (
        Receipt(outcome=Outcome.RETRY, retry_after=600)
        if isinstance(action, Say) and action.to.channel == "staff"
        else None
    )
    await opens(ada, "for nobody else")
    person = (await ada_of(here)).id

    def erased(tx: Transaction) -> int:
        team_keepers.erase(tx, person)
        waiting = select(outbox.c.id).where(outbox.c.kind.startswith("line-"))
        return len(tx.execute(waiting).all()) + len(team_lines.of_person(tx, person))

    assert await here.world.database.write(erased) == 0


async def test_a_member_can_take_along_what_is_held(here: Community) -> None:
    """That there is a line, since when and how; no words."""
    ada = await joined(here)
    await opens(ada, "could somebody look")
    person = (await ada_of(here)).id

    found = await here.world.database.read(lambda tx: team_keepers.export(tx, person))

    assert [(each["stage"], each["named"]) for each in found["lines"]] == [("open", False)]
    assert "could somebody look" not in str(found)


async def test_buddy_and_team_never_get_each_others_words(here: Community) -> None:
    """The way that was chosen last counts: opening a line ends a talk with a buddy."""
    ada = await joined(here)
    person = (await ada_of(here)).id
    until = here.world.clock.now() + timedelta(hours=1)

    def talks(tx: Transaction) -> None:
        pair = Pair(
            community=here.id,
            stage=buddy_pairs.Stage.TOGETHER,
            proposed_at=until,
            expires_at=until,
            partners=(),
        )
        buddy_pairs.put(tx, pair)
        buddy_lives.put_talk(tx, Talk(person=person, pair=pair.id, until=until))

    await here.world.database.write(talks)
    await opens(ada, "for the team")

    talk = await here.world.database.read(lambda tx: buddy_lives.talk_of(tx, person))
    assert talk is None
    await ada.say("also for the team")
    assert here.in_staff_room[-1].endswith("> also for the team")
