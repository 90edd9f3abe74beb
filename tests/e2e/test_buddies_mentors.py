"""Mentors through the front door: offering, the team's yes, what they carry, resting, ending."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.memory import MemoryAdapter
from bot import features
from bot.buddies.mentors.standing import is_newcomer, mentor_profiles
from bot.buddies.pairing.proposing import propose
from bot.crisis.watching.knowing import StaffRoom
from bot.platform import Address
from storage import buddies, buddy_pairs, members, outbox, schedules
from storage.buddies import Mentor, MentorState, Seeker, State, Ways
from storage.buddy_pairs import Ending, Pair, Partner, Stage
from storage.database import Transaction
from tests.support.person import Person
from tests.support.team import GENERAL, SPACE, STAFF, Community, community
from tests.support.texts import own_features

QUESTION = "How are you carrying"
OFFER = {
    "topics": "alcohol, night shifts",
    "hours": "evenings, weekends",
    "languages": "English, Spanish",
    "capacity": "2",
    "about": "Mo knows me from the Tuesday meeting",
}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        yield made


async def joined(house: Community, name: str, **told: Any) -> Person:
    """A member of the house, on Berlin's clock."""
    person = Person(house.world, name, spaces=(SPACE,), **told)
    await person.join()
    return person


async def offering(house: Community, name: str = "ada", **answers: str) -> Person:
    """A member who has offered to mentor."""
    person = await joined(house, name)
    await person.say("mentor join")
    await person.fill("apply", **OFFER | answers)
    return person


async def mentoring(house: Community, name: str = "ada", **answers: str) -> Person:
    """A member to whom the team has said yes."""
    person = await offering(house, name, **answers)
    await house.press("mo", "approve")
    return person


async def id_of(house: Community, name: str) -> int:
    def find(tx: Transaction) -> int:
        found = members.member_with(tx, "memory", name)
        assert found is not None
        return found.id

    return await house.world.database.read(find)


async def mentor_of(house: Community, name: str = "ada") -> Mentor | None:
    person = await id_of(house, name)
    return await house.world.database.read(lambda tx: buddies.mentor(tx, house.id, person))


async def free(house: Community) -> dict[int, int]:
    """How many more each mentor takes now, by person, as a round asks for it."""
    now = house.world.clock.now()
    found = await house.world.database.read(lambda tx: mentor_profiles(tx, house.id, now))
    return {mentor.person: count for mentor, count in found}


async def walks_with(house: Community, mentor: str, mentee: str, **more: Any) -> Pair:
    """A mentoring of these two."""
    now = house.world.clock.now()
    partners = (
        Partner(person=await id_of(house, mentor), mentors=True, said="yes"),
        Partner(person=await id_of(house, mentee), said="yes"),
    )
    values: dict[str, Any] = {"stage": Stage.TOGETHER, "began_at": now, "way": "relay"} | more
    pair = Pair(
        community=house.id,
        partners=partners,
        kind="mentoring",
        proposed_at=now,
        expires_at=now + timedelta(days=2),
        **values,
    )
    await house.world.database.write(lambda tx: buddy_pairs.put(tx, pair))
    return pair


async def weeks_pass(house: Community, count: int) -> None:
    """Week after week, each time half an hour after five in the afternoon in Berlin."""
    for _ in range(count):
        await house.passes(days=7)
        await house.world.move_to(house.world.clock.now().replace(hour=16, minute=30))


async def pairs_of(house: Community, name: str) -> list[Pair]:
    person = await id_of(house, name)
    return await house.world.database.read(lambda tx: buddy_pairs.of_person(tx, person))


# --- offering


async def test_whoever_offers_reads_first_what_is_expected(house: Community) -> None:
    """Boundaries, no therapy, what to do in a crisis; until they offer it nothing is kept."""
    ada = await joined(house, "ada")

    await ada.say("mentor join")

    for word in ("Boundaries", "No therapy", "help now", "emergency number", "A year or longer"):
        assert word in ada.last
    assert await mentor_of(house) is None
    await ada.press("later")
    assert await mentor_of(house) is None
    assert house.in_staff_room == []


async def test_the_team_gets_the_offer_and_nothing_of_what_they_live_with(
    house: Community,
) -> None:
    """It knows who it is, with how many, and what they wrote to it; topics are for matching."""
    ada = await offering(house)

    (asked,) = house.in_staff_room
    assert "ada offers to be a mentor" in asked
    assert "up to 2 people" in asked
    assert "English" in asked
    assert "Español" in asked
    assert "Tuesday meeting" in asked
    assert "alcohol" not in asked.casefold()
    assert "Your team has your request" in ada.last
    assert await free(house) == {}, "nobody is proposed before the team has decided"


async def test_a_yes_is_told_and_opens_the_way(house: Community) -> None:
    """The words to the team are gone with its decision, from the room as well."""
    ada = await offering(house)

    await house.press("mo", "approve")

    assert "you're a mentor now" in ada.last
    assert house.in_staff_room == ["ada is a mentor now. I've told them."]
    assert await free(house) == {await id_of(house, "ada"): 2}
    kept = await mentor_of(house)
    assert kept is not None
    assert "Tuesday" not in str(kept.said)
    assert kept.said["topics"] == ["alcohol", "=night shifts"]


async def test_a_no_is_told_kindly_and_leaves_nothing_behind(house: Community) -> None:
    """Neither a reason nor who decided; they may offer it again."""
    ada = await offering(house)

    await house.press("mo", "decline")

    assert "Thank you for offering" in ada.last
    assert "nothing about your worth" in ada.last
    assert "mo" not in ada.last.split()
    assert await mentor_of(house) is None
    await ada.say("mentor join")
    await ada.fill("apply", **OFFER)
    assert "offers to be a mentor" in house.in_staff_room[-1]


async def test_only_moderators_decide_and_only_among_the_team(house: Community) -> None:
    """A prompt can be forged; the role and the room are what counts."""
    ada = await offering(house)
    shown = house.offering("approve")
    assert shown.choices is not None

    await house.press("cy", "approve", moderator=False, shown=shown)
    assert "for your community's moderators" in house.in_staff_room[-1]
    elsewhere = Address("memory", space="elsewhere", channel="lounge")
    await house.press("mo", "approve", room=elsewhere, shown=shown)
    await ada.choose(shown.choices.prompt, "approve")
    assert "for your community's moderators" in ada.last
    for prompt in ("mentor-request", "mentor-request/x/y", f"mentor-request/{house.id}/7"):
        await house.choose("mo", prompt, "approve")

    assert await free(house) == {}


async def test_nobody_decides_about_themselves(house: Community) -> None:
    """Also a moderator's offer is decided by somebody else of the team."""
    await offering(house, "mo")

    await house.press("mo", "approve")
    assert "somebody else of the team" in house.in_staff_room[-1]
    assert await free(house) == {}

    await house.press("bo", "approve")
    assert await free(house) == {await id_of(house, "mo"): 2}


async def test_an_offer_that_waits_is_shown_once_more(house: Community) -> None:
    """After three days; what was decided is not."""
    await offering(house)

    await house.passes(days=2, hours=23)
    assert len(house.in_staff_room) == 1
    await house.passes(hours=1)
    assert len(house.in_staff_room) == 2
    await house.passes(days=10)
    assert len(house.in_staff_room) == 2

    await house.press("mo", "approve")
    await mentoring(house, "bea")
    before = len(house.in_staff_room)
    await house.passes(days=4)
    assert len(house.in_staff_room) == before


async def test_an_offer_can_be_taken_back(house: Community) -> None:
    """The team's buttons then say so, and change nothing."""
    ada = await offering(house)
    await ada.say("mentor end")
    assert "Shall I take it back?" in ada.last
    await ada.press("yes")

    await house.press("mo", "approve")

    assert "took it back" in house.in_staff_room[-1]
    assert await mentor_of(house) is None


async def test_stop_takes_an_offer_back_as_well(house: Community) -> None:
    """Whoever wants nothing from us is not made a mentor."""
    ada = await offering(house)
    await ada.say("stop")

    await house.press("mo", "approve")

    assert "took it back" in house.in_staff_room[-1]


async def test_words_that_mean_no_hours_are_asked_about(house: Community) -> None:
    """Nothing is kept of a form that could not be read."""
    ada = await joined(house, "ada")
    await ada.say("mentor join")

    await ada.fill("apply", **OFFER | {"hours": "whenever the moon is full"})

    assert '"whenever the moon is full"' in ada.last
    assert await mentor_of(house) is None


async def test_where_there_are_no_forms_the_questions_come_one_by_one(tmp_path: Path) -> None:
    """On Matrix; what may be empty can be left out."""
    async with community(tmp_path, platform=MemoryAdapter(forms=False)) as house:
        ada = await joined(house, "ada")
        await ada.say("mentor join")
        await ada.fill("apply", topics="grief", hours="-", languages="-", capacity="1", about="-")

        assert "Your team has your request" in ada.last
        kept = await mentor_of(house)
        assert kept is not None
        assert (kept.capacity, kept.said) == (1, {"topics": ["grief"], "languages": ["en"]})


async def test_the_team_reads_it_in_its_own_language(tmp_path: Path) -> None:
    async with community(tmp_path, staff=(StaffRoom(STAFF, "de"),)) as house:
        await offering(house)
        assert "bietet an, andere zu begleiten" in house.in_staff_room[-1]
        assert "für" not in house.seen_by("ada")[-1]

        assert "begleitet jetzt andere" in await house.press("mo", "approve")


async def test_what_they_said_can_be_changed_and_the_yes_stands(house: Community) -> None:
    ada = await mentoring(house)

    await ada.say("mentor profile")
    assert "Alcohol" in ada.last
    await ada.fill("apply", **OFFER | {"topics": "grief", "capacity": "3"})

    assert "counts from now on" in ada.last
    kept = await mentor_of(house)
    assert kept is not None
    assert (kept.state, kept.capacity) == (MentorState.APPROVED, 3)
    assert kept.said["topics"] == ["grief"]
    assert "about" not in kept.said
    assert len(house.in_staff_room) == 1


# --- how many


async def test_whom_they_walk_with_counts_and_whom_they_are_asked_about(house: Community) -> None:
    ada = await mentoring(house)
    for name in ("bea", "cem"):
        await joined(house, name)

    await walks_with(house, "ada", "bea")
    assert await free(house) == {await id_of(house, "ada"): 1}
    await walks_with(house, "ada", "cem", stage=Stage.PROPOSED, began_at=None)
    assert await free(house) == {}

    await ada.say("mentor status")
    assert "walk with one person; 2 at most" in ada.last


async def test_a_mentor_may_have_a_mentor_and_a_buddy_of_their_own(house: Community) -> None:
    """Neither takes anything from what they give others, nor is asked about as a load."""
    ada = await mentoring(house, capacity="1")
    await mentoring(house, "eve")
    await walks_with(house, "eve", "ada")

    assert (await free(house))[await id_of(house, "ada")] == 1
    await ada.say("mentor end")
    assert "Shall I take it back?" in ada.last
    await weeks_pass(house, 5)
    assert not any(QUESTION in each for each in ada.seen)


async def test_a_proposal_to_a_mentor_names_nobody_and_takes_a_place(house: Community) -> None:
    """From the proposal by way of two yeses to an end, as for any pair."""
    ada = await mentoring(house, capacity="1", languages="English")
    bea = await joined(house, "bea")
    mentor, mentee = await id_of(house, "ada"), await id_of(house, "bea")

    def ask(tx: Transaction) -> None:
        now = house.world.clock.now()
        said = {"topics": ["alcohol"], "languages": ["en"], "mentor": ["yes"]}
        seeks = Seeker(person=mentee, community=house.id, said=said, since=now)
        buddies.put_seeker(tx, seeks)
        pair = Pair(
            community=house.id,
            partners=(Partner(person=mentor, mentors=True), Partner(person=mentee)),
            kind="mentoring",
            proposed_at=now,
            expires_at=now + timedelta(days=2),
        )
        outbox.add(tx, propose(tx, pair, now), now)

    await house.world.database.write(ask)
    await house.passes(minutes=1)
    assert "as a mentor" in bea.last
    assert "Alcohol" in bea.last
    assert "as their mentor" in ada.last
    assert "bea" not in ada.last
    assert await free(house) == {}

    await ada.press("yes")
    await bea.press("yes")
    assert [pair.stage for pair in await pairs_of(house, "bea")] == [Stage.TOGETHER]
    await ada.say("mentor end")
    await ada.press(str((await pairs_of(house, "ada"))[0].id))
    await ada.press("yes")
    assert "Nobody has to give a reason" in bea.last


async def test_fewer_than_there_are_sends_nobody_away(house: Community) -> None:
    ada = await mentoring(house)
    for name in ("bea", "cem"):
        await joined(house, name)
        await walks_with(house, "ada", name)

    await ada.say("mentor capacity 1")
    assert "nobody is sent away" in ada.last
    assert await free(house) == {}
    assert {pair.stage for pair in await pairs_of(house, "ada")} == {Stage.TOGETHER}

    await ada.say("mentor capacity 4")
    assert await free(house) == {await id_of(house, "ada"): 2}
    await ada.say("mentor capacity 9")
    assert await free(house) == {await id_of(house, "ada"): 2}


async def test_resting_means_nobody_new_and_nothing_else(house: Community) -> None:
    """Until they say so, or until a day on their own clock: midnight in Berlin, not in London."""
    ada = await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea")

    await ada.say("mentor rest")
    assert await free(house) == {}
    await house.passes(days=30)
    assert await free(house) == {}
    await ada.say("mentor back")
    assert len(await free(house)) == 1

    await ada.say("mentor rest until Friday")  # 30 days on it is Wednesday, 23 December
    assert "25 December" in ada.last or "December 25" in ada.last
    await house.passes(days=1, hours=10, minutes=59)  # 22:59 UTC on Thursday
    assert await free(house) == {}
    await house.passes(minutes=1)
    assert len(await free(house)) == 1
    assert [pair.stage for pair in await pairs_of(house, "ada")] == [Stage.TOGETHER]


async def test_after_an_end_there_is_time_to_breathe(house: Community) -> None:
    """Two weeks without anybody new, whoever ended it; sooner only if they ask."""
    ada = await mentoring(house)
    for name in ("bea", "cem"):
        await joined(house, name)
    await walks_with(house, "ada", "bea", stage=Stage.OVER, ending=Ending.ENDED,
                     ended_at=house.world.clock.now())  # fmt: skip

    assert await free(house) == {}
    await ada.say("mentor status")
    assert "nobody new before Monday, December 7" in ada.last
    await house.passes(days=13, hours=23)
    assert await free(house) == {}
    await house.passes(hours=1)
    assert len(await free(house)) == 1

    await walks_with(house, "ada", "cem", stage=Stage.OVER, ending=Ending.BLOCKED,
                     ended_at=house.world.clock.now())  # fmt: skip
    assert await free(house) == {}
    await house.passes(minutes=1)
    await ada.say("mentor back")
    assert len(await free(house)) == 1


async def test_a_proposal_that_came_to_nothing_is_no_reason_to_wait(house: Community) -> None:
    await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea", stage=Stage.OVER, ending=Ending.DECLINED,
                     began_at=None, ended_at=house.world.clock.now())  # fmt: skip

    assert len(await free(house)) == 1


async def test_whoever_is_frozen_is_passed_over_in_silence(house: Community) -> None:
    """A moderator is to look first; they are not told, and see nothing of it."""
    ada = await mentoring(house)
    person, now = await id_of(house, "ada"), house.world.clock.now()
    held = Seeker(person=person, community=house.id, state=State.FROZEN, said={}, since=now)
    await house.world.database.write(lambda tx: buddies.put_seeker(tx, held))

    assert await free(house) == {}
    await ada.say("mentor status")
    assert "There's room for 2 more" in ada.last


async def test_pause_and_stop_hold_for_mentors_too(house: Community) -> None:
    """After `stop` only their own word makes them a mentor again, without asking the team anew."""
    ada = await mentoring(house)

    await ada.say("pause")
    assert await free(house) == {}
    await ada.say("resume")
    assert len(await free(house)) == 1
    await ada.say("pause until Friday")
    assert await free(house) == {}
    await house.passes(days=4)
    assert len(await free(house)) == 1

    await ada.say("stop")
    assert await free(house) == {}
    await ada.say("start")
    assert await free(house) == {}
    await ada.say("mentor back")
    assert len(await free(house)) == 1


async def test_who_left_the_community_mentors_nobody_in_it(house: Community) -> None:
    await mentoring(house)

    await house.leaves("ada")

    assert await free(house) == {}


# --- how they carry it


async def test_once_a_month_they_are_asked_at_their_own_hour(house: Community) -> None:
    """Four weeks after the yes, at five in the afternoon in Berlin, and not in between."""
    ada = await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea")

    await house.world.move_to(house.world.clock.now() + timedelta(days=28, hours=3, minutes=59))
    assert not any(QUESTION in each for each in ada.seen)
    await house.passes(minutes=1)
    assert QUESTION in ada.last
    assert QUESTION not in ada.last.splitlines()[0], "somebody else may read the first line"
    assert list(ada.offered) == ["fine", "heavy", "lower"]

    await weeks_pass(house, 3)
    assert sum(QUESTION in each for each in ada.seen) == 1
    await weeks_pass(house, 1)
    assert sum(QUESTION in each for each in ada.seen) == 2


async def test_who_walks_with_nobody_is_not_asked(house: Community) -> None:
    ada = await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea", stage=Stage.PROPOSED, began_at=None)

    await weeks_pass(house, 9)

    assert not any(QUESTION in each for each in ada.seen)


@pytest.mark.parametrize("words", ["pause", "stop"])
async def test_no_question_after_stop_or_while_they_pause(house: Community, words: str) -> None:
    """Not even where somebody was away: their mentee stays theirs through a pause."""
    ada = await mentoring(house)
    await joined(house, "bea")
    await ada.say(words)
    await walks_with(house, "ada", "bea")

    await weeks_pass(house, 5)

    assert not any(QUESTION in each for each in ada.seen)


async def test_after_a_pause_the_question_comes_again(house: Community) -> None:
    ada = await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea")
    await ada.say("pause")
    await weeks_pass(house, 2)
    await ada.say("resume")

    await weeks_pass(house, 2)

    assert QUESTION in ada.last


async def test_that_it_is_heavy_stays_theirs_unless_they_want_the_team_to_know(
    house: Community,
) -> None:
    """Neither told nor kept; with their word the team hears it, and nothing else."""
    ada = await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea")
    before, shown = await mentor_of(house), len(house.in_staff_room)
    await ada.say("mentor load")

    await ada.press("heavy")
    assert "says nothing about how well you do it" in ada.last
    await ada.press("keep")
    assert await mentor_of(house) == before
    assert len(house.in_staff_room) == shown
    assert "heavy" not in await house.command("mo", "buddies mentors")

    await ada.say("mentor load")
    await ada.press("heavy")
    await ada.press("tell")
    assert "It's heavy, they said on" in await house.command("mo", "buddies mentors")
    assert any("ada says that being a mentor is heavy" in each for each in house.in_staff_room)
    assert not any("bea" in each for each in house.in_staff_room)

    await ada.say("mentor load")
    await ada.press("fine")
    assert "heavy" not in await house.command("mo", "buddies mentors")


async def test_the_team_is_told_once_however_often_they_press(house: Community) -> None:
    ada = await mentoring(house)
    await ada.say("mentor load")
    await ada.press("heavy")

    await ada.press("tell")
    await ada.press("tell")

    assert sum("is heavy right now" in each for each in house.in_staff_room) == 1


async def test_a_lower_load_holds_at_once(house: Community) -> None:
    """Nobody new from this moment, nobody sent away, and one fewer when they come back."""
    ada = await mentoring(house, capacity="5")
    for name in ("bea", "cem", "dee"):
        await joined(house, name)
        await walks_with(house, "ada", name)
    await ada.say("mentor load")

    await ada.press("lower")

    assert "nobody new" in ada.last
    assert "up to 2 people" in ada.last
    assert await free(house) == {}
    assert {pair.stage for pair in await pairs_of(house, "ada")} == {Stage.TOGETHER}
    assert "is heavy right now" not in "".join(house.in_staff_room)
    await ada.say("mentor back")
    assert await free(house) == {}, "two at most, and there are three"


# --- ending


async def test_one_mentoring_ends_gently_and_the_others_go_on(house: Community) -> None:
    ada = await mentoring(house, capacity="3")
    bea, cem = await joined(house, "bea"), await joined(house, "cem")
    ended = await walks_with(house, "ada", "bea")
    await house.passes(days=1)
    await walks_with(house, "ada", "cem")
    before = len(cem.seen)

    await ada.say("mentor end")
    assert sorted(ada.offered.values())[1:] == ["Since Monday, November 23, 2026",
                                               "Since Tuesday, November 24, 2026"]  # fmt: skip
    await ada.press(str(ended.id))
    await ada.press("no")
    assert [pair.stage for pair in await pairs_of(house, "bea")] == [Stage.TOGETHER]
    await ada.press(str(ended.id))
    await ada.press("yes")

    assert "For 14 days" in ada.last
    assert "nothing you did" in bea.last
    assert len(cem.seen) == before
    assert [pair.ending for pair in await pairs_of(house, "bea")] == [Ending.ENDED]
    assert await free(house) == {}


async def test_ending_all_of_it_removes_what_they_said(house: Community) -> None:
    ada = await mentoring(house)
    bea = await joined(house, "bea")
    await walks_with(house, "ada", "bea")

    await ada.say("mentor end")
    await ada.press("all")
    assert "The one you walk with is told gently" in ada.last
    await ada.press("yes")

    assert "nothing you did" in bea.last
    assert await mentor_of(house) is None
    await ada.say("mentor status")
    assert "You're no mentor here" in ada.last
    await walks_with(house, "ada", "bea")
    await weeks_pass(house, 5)
    assert not any(QUESTION in each for each in ada.seen)


async def test_a_name_tells_whom_they_mean_only_where_they_see_it(house: Community) -> None:
    """Else trying names would tell a mentor whom the bot carries words to."""
    ada = await mentoring(house, capacity="3")
    for name in ("bea", "cem"):
        await joined(house, name)
        await walks_with(house, "ada", name)
    await ada.say("mentor end @bea")
    assert "Which one do you mean?" in ada.last

    await joined(house, "dee")
    seen = await walks_with(house, "ada", "dee", way="thread")
    await ada.say("mentor end @Dee")
    assert "Shall I end it?" in ada.last
    await ada.press("yes")

    assert [pair.id for pair in await pairs_of(house, "dee") if pair.ending] == [seen.id]


async def test_nobody_ends_what_is_not_theirs(house: Community) -> None:
    ada = await mentoring(house)
    await mentoring(house, "eve")
    for name in ("bea", "cem"):
        await joined(house, name)
    theirs = await walks_with(house, "eve", "bea")
    await walks_with(house, "ada", "cem")

    await ada.choose("mentor-end", str(theirs.id))
    await ada.choose(f"mentor-ending/{theirs.id}", "yes")

    assert [pair.stage for pair in await pairs_of(house, "bea")] == [Stage.TOGETHER]


async def test_nothing_is_left_of_a_mentor_who_is_erased(house: Community) -> None:
    """Whoever walked with them is told gently, as after any end."""
    await mentoring(house)
    bea, person = await joined(house, "bea"), await id_of(house, "ada")
    await walks_with(house, "ada", "bea")
    await house.world.database.write(lambda tx: features.erase(tx, own_features(), person))
    await house.passes(minutes=1)

    def left(tx: Transaction) -> list[object]:
        return [*buddies.mentors_of(tx, person), *schedules.of_person(tx, person)]

    assert await house.world.database.read(left) == []
    assert await free(house) == {}
    assert "nothing you did" in bea.last
    assert "no mentors here" in await house.command("mo", "buddies mentors")


# --- those who look after them


async def test_the_list_shows_who_carries_how_much_and_never_with_whom(house: Community) -> None:
    await mentoring(house)
    await joined(house, "bea")
    await walks_with(house, "ada", "bea")
    cem = await mentoring(house, "cem")
    await cem.say("mentor rest")

    shown = await house.command("mo", "buddies mentors")

    assert "ada: walks with one, mentor since" in shown
    assert "Room for one more." in shown
    assert "cem: walks with nobody right now" in shown
    assert "Resting: nobody new." in shown
    assert "bea" not in shown
    assert "lcohol" not in shown


async def test_the_list_is_for_those_who_look_after_mentors(house: Community) -> None:
    """Facilitators see it; members do not, and only moderators get the buttons of an offer."""
    await offering(house)

    refused = await house.command("cy", "buddies mentors", moderator=False)
    assert "offer" not in refused
    fay = Person(house.world, "fay", roles=frozenset({"facilitator"}))
    await fay.say("buddies mentors", room=GENERAL)
    assert "One offer waits" in house.world.platform.read("general")[-1]
    assert house.world.platform.rooms["general"][-1].choices is None

    await house.command("mo", "buddies mentors")
    assert "Tuesday meeting" in house.in_staff_room[-1]
    await house.press("mo", "approve")
    assert len(await free(house)) == 1


async def test_the_team_can_end_somebodys_time_as_a_mentor(house: Community) -> None:
    """All concerned are told gently, and only those; a member cannot do it."""
    ada, eve = await mentoring(house), await mentoring(house, "eve")
    bea, cem = await joined(house, "bea"), await joined(house, "cem")
    await walks_with(house, "ada", "bea")
    await walks_with(house, "eve", "cem")
    before = len(cem.seen), len(eve.seen)

    await house.command("cy", "buddies relieve @ada", moderator=False)
    assert "no mentor of that name" in await house.command("mo", "buddies relieve @bea")
    assert len(await free(house)) == 2
    assert "told gently" in await house.command("mo", "buddies relieve @Ada")

    assert "ended your time as a mentor" in ada.last
    assert "nothing you did" in bea.last
    assert (len(cem.seen), len(eve.seen)) == before
    assert await mentor_of(house) is None
    assert list(await free(house)) == [await id_of(house, "eve")]


async def test_the_first_days_can_be_kept_for_mentors(house: Community) -> None:
    """Days as a moderator says; none unless one does."""

    async def new_after(**span: Any) -> bool:
        now = house.world.clock.now()
        ways = await house.world.database.read(lambda tx: buddies.ways(tx, house.id))
        seeker = Seeker(person=1, community=house.id, said={}, since=now - timedelta(**span))
        return is_newcomer(seeker, now, ways)

    assert "buddies newcomers 90" in await house.command("mo", "buddies newcomers")
    assert not await new_after(days=0)

    assert "first 90 days" in await house.command("mo", "buddies newcomers 90 days")
    assert await new_after(days=89, hours=23)
    assert not await new_after(days=90)
    assert "first 90 days" in await house.command("mo", "buddies newcomers")

    for words in ("soon", "400", "-3"):
        assert "0 to 365" in await house.command("mo", f"buddies newcomers {words}")
    await house.command("cy", "buddies newcomers 5", moderator=False)
    assert await new_after(days=89), "a member changes nothing"

    await house.command("mo", "buddies newcomers 0")
    assert not await new_after(days=0)


async def test_the_newcomers_rule_leaves_the_other_ways_as_they_are(house: Community) -> None:
    ways = Ways(cadence="monthly", weekday=3, hour="19:30")
    await house.world.database.write(lambda tx: buddies.set_ways(tx, house.id, ways))

    await house.command("mo", "buddies newcomers 30")

    kept = await house.world.database.read(lambda tx: buddies.ways(tx, house.id))
    assert kept == Ways(cadence="monthly", weekday=3, hour="19:30", newcomer_days=30)
