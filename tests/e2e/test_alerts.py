"""A crisis and the people of the team: called, calling one another, and honest with the member."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from adapters.pager.adapter import PagerAdapter
from bot.crisis.team import escalation
from bot.crisis.watching.knowing import StaffRoom
from bot.platform import Address, Chose
from storage import crisis_rules, duty, outbox
from storage.outbox import State
from storage.tables import outbox as rows_of_outbox
from tests.contract.test_pager import receiving
from tests.support.team import GENERAL, STAFF, Community, community, put_community


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    """Mo is on duty, Bo and Cy are on the roster, and the drill is passed."""
    async with community(tmp_path) as made:
        await made.gets_ready("mo", "bo", off=("cy",))
        yield made


# --- the alert


async def test_the_team_reads_what_it_needs_and_never_the_words(house: Community) -> None:
    """Who, where, why, what the member was told, what to do; the room itself holds the words."""
    await house.says("ada", "it is going badly, secretly", room=GENERAL)

    (alert,) = house.in_staff_room
    for part in ("ada", "general", "thoughts of suicide", "private answer", "911", "mo, can you"):
        assert part in alert
    assert "secretly" not in alert
    assert "I'm alerting the team" in house.seen_by("ada")[-1]


async def test_direct_messages_are_not_shown(house: Community) -> None:
    """The member decides who reads them."""
    await house.says("ada", "badly")

    assert "I never show those by myself" in house.alert


async def test_where_somebody_reads_along_nothing_comes_unasked(house: Community) -> None:
    """A message at the wrong moment can be worse than none; the team is told to be careful."""
    await house.says("ada", "at home it is not safe")
    before = house.seen_by("ada")

    await house.passes(minutes=11)
    await house.press("mo", "mine")

    assert "Somebody else may be reading" in house.alert
    assert house.seen_by("ada") == before


async def test_a_perhaps_young_person_is_not_written_to_alone(house: Community) -> None:
    """The team is asked so; nobody is asked for their age."""
    await house.says("ada", "I'm 15 and doing badly", room=GENERAL)

    assert "Possibly under 18" in house.alert
    assert "15" not in house.alert
    assert "988" in house.seen_by("ada")[-1]


async def test_abuse_is_left_to_moderation(house: Community) -> None:
    """It is no crisis: a line without buttons, and nothing for whoever wrote it."""
    await house.says("ada", "kys", room=GENERAL)

    (line,) = house.in_staff_room
    assert "not for a crisis" in line
    assert house.world.platform.rooms["staff"][0].choices is None
    assert house.seen_by("ada") == []
    assert await house.episodes() == []


async def test_what_goes_on_adds_a_line(house: Community) -> None:
    """A second message of the same weight is no second alarm, and no message is lost."""
    await house.says("ada", "badly", room=GENERAL)
    await house.says("ada", "still badly", room=GENERAL)

    assert len(house.in_staff_room) == 2
    assert "no graver than before" in house.in_staff_room[-1]
    assert len(await house.episodes()) == 1


# --- whom it calls, and where it stands


async def test_an_alert_calls_the_team_and_never_the_member(house: Community) -> None:
    """Who is spoken of may be a moderator themselves, and in the room."""
    await house.says("ada", "badly", room=GENERAL)

    assert house.world.platform.rooms["staff"][0].called == ("mo",)


async def test_all_about_one_episode_is_in_its_alert_s_thread(house: Community) -> None:
    """Two crises at once stay two stories; who is called is called there by name."""
    await house.says("ada", "gravely", room=GENERAL)
    await house.says("ada", "still gravely", room=GENERAL)
    await house.pressed_by("ada", "misread")
    await house.passes(minutes=2)
    await house.passes(minutes=2)
    await house.press("bo", "mine")
    await house.passes(minutes=60)
    await house.press("bo", "handled")
    await house.passes(hours=23)

    alert, *others = house.world.platform.rooms["staff"]
    assert "how they are today" in others[-1].text
    assert [(each.thread, each.called) for each in others] == [
        (alert.id, ()),  # wrote again
        (alert.id, ()),  # misread
        (alert.id, ("bo",)),  # the next on the list
        (alert.id, ("mo", "bo")),  # everybody
        (alert.id, ("bo",)),  # the claim ended
        (alert.id, ("bo",)),  # the day after
    ]


async def test_what_must_be_noticed_and_names_nobody_is_in_the_room_itself(
    house: Community,
) -> None:
    """A thread rings for nobody but those it names."""
    await house.says("ada", "gravely", room=GENERAL)
    await house.press("mo", "mine")
    await house.press("mo", "hand")

    alert, handed = house.world.platform.rooms["staff"]
    assert "hands this over" in handed.text
    assert (handed.thread, handed.answers, handed.called) == (None, alert.id, ())


# --- what the member chooses below the reply


async def test_a_member_asks_for_a_person(house: Community) -> None:
    """It rings in the staff room, where the alert is."""
    await house.says("ada", "badly")
    await house.pressed_by("ada", "talk")

    assert house.in_staff_room[-1] == "mo: ada would like one of you to write to them."
    asked = house.world.platform.rooms["staff"][-1]
    assert asked.called == ("mo",), "it calls one of the team, and not ada"


async def test_a_member_shows_what_they_wrote(house: Community) -> None:
    """Only what they themselves put there, and it is kept nowhere."""
    await house.says("ada", "badly")
    shown = house.world.platform.offering("ada", "show")
    assert shown.choices is not None
    form = next(option.form for option in shown.choices.options if option.id == "show")
    assert form is not None
    prompt = shown.choices.prompt
    await house.world.platform.fill("ada", form, prompt, {"words": "I feel <b>alone</b>"})
    await house.world.settle()

    assert house.in_staff_room[-1].endswith("> I feel <b>alone</b>")
    rows = await house.world.database.read(
        lambda tx: tx.execute(select(rows_of_outbox.c.payload)).scalars().all()
    )
    assert not [payload for payload in rows if payload is not None]


async def test_a_member_who_was_misread_is_looked_after_all_the_same(house: Community) -> None:
    """People take it back; the team decides."""
    await house.says("ada", "badly")
    await house.pressed_by("ada", "misread")

    assert "They say I misread them" in house.in_staff_room[-1]
    assert [each.state for each in await house.episodes()] == ["open"]


# --- nobody answers


async def test_an_emergency_goes_from_one_to_the_next_to_all(house: Community) -> None:
    """Two minutes each: the first by the alert, the next by name, then everybody on duty."""
    await house.says("ada", "gravely", room=GENERAL)
    assert "mo, can you have a look" in house.alert

    await house.passes(minutes=2)
    assert house.in_staff_room[-1].startswith("bo: Nobody has answered")
    assert "you are needed" in house.seen_by("bo")[-1]
    assert "ada" not in house.seen_by("bo")[-1]

    await house.passes(minutes=2)
    assert house.in_staff_room[-1].startswith("mo, bo: Still nobody")
    assert not house.seen_by("cy")


async def test_what_is_no_emergency_leaves_more_time(house: Community) -> None:
    await house.says("ada", "badly", room=GENERAL)

    await house.passes(minutes=14)
    assert len(house.in_staff_room) == 1
    await house.passes(minutes=1)
    assert len(house.in_staff_room) == 2


async def test_the_member_hears_honestly_that_nobody_answered(house: Community) -> None:
    """After ten minutes, once, with the lines; nobody waits for us in vain."""
    await house.says("ada", "gravely", room=GENERAL)

    await house.passes(minutes=9)
    assert len(house.seen_by("ada")) == 1
    await house.passes(minutes=1)
    assert "Nobody from the team has answered yet" in house.seen_by("ada")[-1]
    assert "988" in house.seen_by("ada")[-1]
    await house.passes(hours=3)
    assert len(house.seen_by("ada")) == 2


async def test_after_a_long_silence_of_ours_no_stale_word_reaches_the_member(
    house: Community,
) -> None:
    """Who reads "nobody has answered" three hours later is only hurt."""
    await house.says("ada", "gravely", room=GENERAL)

    await house.passes(hours=3)

    assert len(house.seen_by("ada")) == 1
    assert len(house.in_staff_room) > 1, "the team is called all the same"


# --- somebody does


async def test_whoever_is_on_it_ends_the_calling_and_the_member_hears_it(
    house: Community,
) -> None:
    await house.command("mo", "duty name Mo")
    await house.says("ada", "gravely", room=GENERAL)

    await house.press("mo", "mine")

    assert any("mo is on it" in told or "Mo is on it" in told for told in house.in_staff_room)
    assert "Mo from the team of Harbour House has seen this" in house.seen_by("ada")[-1]
    seen, called = len(house.seen_by("ada")), len(house.in_staff_room)
    await house.passes(minutes=30)
    assert (len(house.seen_by("ada")), len(house.in_staff_room)) == (seen, called)


async def test_a_helper_without_a_name_is_somebody_from_the_team(house: Community) -> None:
    """Nobody's name is given away by us."""
    await house.says("ada", "badly", room=GENERAL)
    await house.press("bo", "mine")

    assert "Somebody from the team of Harbour House has seen this" in house.seen_by("ada")[-1]


async def test_two_do_not_do_the_same_thing(house: Community) -> None:
    """The second learns who is on it, and may take over if that one cannot be reached."""
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "mine")
    told = len(house.seen_by("ada"))

    answer = await house.press("bo", "mine")
    assert "mo is on it" in answer
    (episode,) = await house.episodes()
    assert episode.claimant == ("memory", None, None, "mo")

    await house.press("bo", "take")
    (episode,) = await house.episodes()
    assert episode.claimant == ("memory", None, None, "bo")
    assert len(house.seen_by("ada")) == told + 1


async def test_a_hand_over_has_no_gap(house: Community) -> None:
    """Until somebody takes it, the one who hands over stays named, and the team is called."""
    await house.says("ada", "gravely", room=GENERAL)
    await house.press("mo", "mine")

    await house.press("mo", "hand")
    assert "mo hands this over" in house.in_staff_room[-1]
    await house.passes(minutes=2)
    assert "Nobody has answered" in house.in_staff_room[-1]

    await house.press("bo", "mine")
    (episode,) = await house.episodes()
    assert (episode.state, episode.claimant) == ("claimed", ("memory", None, None, "bo"))
    called = len(house.in_staff_room)
    await house.passes(minutes=20)
    assert len(house.in_staff_room) == called


async def test_only_who_has_it_hands_it_over(house: Community) -> None:
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "mine")

    assert "mo is on it" in await house.press("bo", "hand")
    (episode,) = await house.episodes()
    assert episode.claimant == ("memory", None, None, "mo")


async def test_a_claim_that_nobody_follows_up_ends(house: Community) -> None:
    """After an hour the team is asked anew; nobody is forgotten behind somebody's good will."""
    await house.says("ada", "gravely", room=GENERAL)
    await house.press("mo", "mine")

    await house.passes(minutes=60)
    assert "mo: An hour has gone by" in house.in_staff_room[-1]
    await house.passes(minutes=2)
    assert "Nobody has answered" in house.in_staff_room[-1]
    heard = len(house.seen_by("ada"))
    await house.press("mo", "mine")
    assert len(house.seen_by("ada")) == heard, "the member knows that already"


async def test_what_is_handled_is_over_until_tomorrow(house: Community) -> None:
    await house.says("ada", "gravely", room=GENERAL)
    await house.press("mo", "mine")
    await house.press("mo", "handled")

    assert any("Handled: mo" in told for told in house.in_staff_room)
    assert await house.episodes() == []
    called = len(house.in_staff_room)
    await house.passes(hours=2)
    assert len(house.in_staff_room) == called
    await house.passes(hours=22)
    assert "Has anybody asked them how they are today?" in house.in_staff_room[-1]


async def test_who_is_watched_over_at_home_is_so_the_day_after(house: Community) -> None:
    """A kind question at the wrong moment can do harm then, too."""
    await house.says("ada", "at home it is not safe")
    await house.press("mo", "handled")
    await house.passes(hours=24)

    assert "how they are today" in house.in_staff_room[-1]
    assert "Somebody else may be reading" in house.in_staff_room[-1]


async def test_what_nobody_took_is_remembered_the_day_after(house: Community) -> None:
    await house.says("ada", "gravely", room=GENERAL)
    await house.passes(hours=1)
    await house.passes(hours=23)

    assert "A day ago nobody took this alert" in house.in_staff_room[-1]


# --- the day after, for the member


async def test_the_member_is_written_to_the_day_after_if_they_wish(house: Community) -> None:
    """Asked, never by itself; the first line says nothing to a stranger."""
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "mine")
    await house.pressed_by("ada", "yes")
    assert "about this time tomorrow" in house.seen_by("ada")[-1]

    await house.passes(hours=23)
    before = len(house.seen_by("ada"))
    await house.passes(hours=1)

    assert len(house.seen_by("ada")) == before + 1
    assert house.seen_by("ada")[-1].splitlines()[0] == "Hello. You asked me to write today."


async def test_nobody_is_written_to_unasked(house: Community) -> None:
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "mine")
    heard = len(house.seen_by("ada"))

    await house.passes(hours=25)

    assert len(house.seen_by("ada")) == heard


async def test_nobody_wishes_it_for_somebody_else(house: Community) -> None:
    """The prompt is no secret: it counts from the member alone."""
    await house.says("ada", "badly", room=GENERAL)
    (episode,) = await house.episodes()

    await house.choose("eve", f"crisis-tomorrow/{episode.id}", "yes")

    assert await house.waits_for(escalation.TOMORROW, episode.id) is None


# --- not a crisis


async def test_not_a_crisis_leaves_only_the_rules(house: Community) -> None:
    """After a second question; then who it was and where is forgotten, here and in the room."""
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "nocrisis")
    assert len(await house.episodes()) == 1, "one press is not enough"
    await house.press("mo", "surelynot", shown=house.offering("surelynot"))

    assert await house.episodes() == []
    counts = await house.world.database.read(lambda tx: crisis_rules.counts(tx, house.id))
    assert [(each.rule, each.right, each.wrong) for each in counts] == [("badly", 0, 1)]
    assert "badly: 0 of 1" in await house.command("mo", "crisis report")
    await house.passes(hours=25)
    assert "day" not in house.in_staff_room[-1]


async def test_who_writes_again_after_that_is_not_passed_over(house: Community) -> None:
    """The team may have been wrong."""
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "nocrisis")
    await house.press("mo", "surelynot", shown=house.offering("surelynot"))

    await house.says("ada", "badly again", room=GENERAL)
    await house.passes(seconds=1)

    assert "Nobody has answered this alert yet" in house.in_staff_room[-1]
    assert len(await house.episodes()) == 1


async def test_who_writes_again_after_it_was_handled_is_not_passed_over(house: Community) -> None:
    """It was over for the team, not for them."""
    await house.says("ada", "badly", room=GENERAL)
    await house.press("mo", "handled")

    await house.says("ada", "badly again", room=GENERAL)
    await house.passes(seconds=1)

    (episode,) = await house.episodes()
    assert (episode.state, episode.claimant) == ("open", None)
    assert "Nobody has answered this alert yet" in house.in_staff_room[-1]


async def test_every_staff_room_sees_the_same(tmp_path: Path) -> None:
    """A team on two platforms, or with two rooms, is one team; each reads its own language."""
    night = Address("memory", space="harbour", channel="night")
    rooms = (StaffRoom(STAFF, "en"), StaffRoom(night, "de"))
    async with community(tmp_path, staff=rooms) as house:
        await house.gets_ready("mo", "bo")
        await house.says("ada", "gravely", room=GENERAL)
        (alert,) = house.world.platform.read("night")
        assert "Notfall" in alert
        await house.passes(minutes=2)
        assert "bo: Auf diesen Alarm" in house.world.platform.read("night")[-1]

        await house.press("mo", "mine", shown=house.world.platform.rooms["staff"][0])

        assert "mo is on it" in house.in_staff_room[0]
        assert "mo kümmert sich" in house.world.platform.read("night")[0]


# --- whose word counts


async def test_only_the_team_presses_and_only_in_its_room(house: Community) -> None:
    """The prompt is no secret; a member who sends it by hand changes nothing."""
    await house.says("ada", "gravely", room=GENERAL)
    (episode,) = await house.episodes()
    prompt = f"alert/{episode.id}"

    await house.choose("eve", prompt, "mine", moderator=False)
    await house.choose("mo", prompt, "mine", where=GENERAL)
    await house.choose("mo", prompt, "mine", where=Address("memory", user="mo"), direct=True)
    assert [each.state for each in await house.episodes()] == ["open"]

    await house.choose("bo", prompt, "mine", moderator=False)
    assert [each.state for each in await house.episodes()] == ["claimed"], "Bo is on the roster"


@pytest.mark.parametrize("prompt", ["alert/1", "alert/x", "alert/", f"alert/{2**63}"])
async def test_a_press_on_what_is_not_there_is_answered(house: Community, prompt: str) -> None:
    await house.choose("mo", prompt, "mine")

    answer = house.in_staff_room[-1]
    assert "can't find this alert" in answer or "older message" in answer


# --- nothing is promised without people


async def test_with_nobody_on_duty_nobody_is_promised(house: Community) -> None:
    await house.command("bo", "duty off")
    assert "Nobody else is on now" in await house.command("mo", "duty off")
    await house.look()
    shown = len(house.in_staff_room)

    await house.says("ada", "gravely", room=GENERAL)

    assert len(house.in_staff_room) == shown
    assert "team" not in house.seen_by("ada")[-1]
    await house.passes(minutes=30)
    assert len(house.seen_by("ada")) == 1


# --- a restart, a crash, a race


async def test_a_restart_in_between_changes_nothing(tmp_path: Path) -> None:
    """What happens by time stands in the database."""
    async with community(tmp_path) as house:
        await house.gets_ready("mo", "bo")
        await house.says("ada", "gravely", room=GENERAL)
        later = house.world.clock.now() + timedelta(minutes=2)
        platform = house.world.platform

    async with community(tmp_path, now=later, platform=platform) as house:
        await house.passes(seconds=1)
        assert house.in_staff_room[-1].startswith("bo: Nobody has answered")
        await house.press("bo", "mine")
        assert "has seen this" in house.seen_by("ada")[-1]
        called = len(house.in_staff_room)
        await house.passes(minutes=20)
        assert len(house.in_staff_room) == called


async def test_a_claim_stops_a_call_that_was_already_planned(house: Community) -> None:
    """Between the plan and the sending somebody pressed: nobody is called in vain."""
    await house.says("ada", "gravely", room=GENERAL)
    shown = len(house.in_staff_room)
    house.world.platform.connected = False  # what is planned waits
    house.world.clock.move_to(house.world.clock.now() + timedelta(minutes=2))
    await house.world.core.ticker.tick()
    (episode,) = await house.episodes()
    event = house._event("mo", STAFF, moderator=True)
    await house.world.core.take(Chose(**event, prompt=f"alert/{episode.id}", choice="mine"))
    house.world.platform.connected = True
    await house.world.settle()

    calls = [told for told in house.in_staff_room[shown:] if "Nobody has answered" in told]
    assert calls == []
    rows = await house.world.database.read(outbox.count_by_state)
    assert rows.get(("memory", State.CANCELLED.value), 0) >= 2


async def test_a_helper_who_leaves_is_forgotten(house: Community) -> None:
    await house.command("cy", "duty leave")

    roster = await house.world.database.read(lambda tx: duty.roster(tx, house.id))
    assert [helper.user for helper in roster] == ["mo", "bo"]


# --- the page


async def test_if_nobody_answers_at_all_the_team_is_paged(tmp_path: Path) -> None:
    """To every pager, six minutes after an emergency, and without a name."""
    async with (
        receiving() as one,
        receiving() as two,
        paged(tmp_path, one.address, two.address) as house,
    ):
        await house.says("ada", "gravely, secretly", room=GENERAL)
        await house.passes(minutes=5)
        assert one.got == []

        await house.passes(minutes=1)

        assert [len(one.got), len(two.got)] == [1, 1]
        message = one.got[0]["message"]
        assert message.startswith("Harbour House: urgent")
        assert not {"ada", "secretly", "mo"} & set(message.casefold().split())


async def test_a_drill_pages_and_says_so(tmp_path: Path) -> None:
    """The last resort must have been tried as well."""
    async with receiving() as pager, paged(tmp_path, pager.address, ready=False) as house:
        await house.command("mo", "crisis drill")
        await house.passes(seconds=1)

        assert [got["message"][:6] for got in pager.got] == ["Drill."]


async def test_a_pager_that_is_down_is_paged_later(tmp_path: Path) -> None:
    async with receiving() as pager, paged(tmp_path, pager.address) as house:
        pager.answers = 503
        await house.says("ada", "gravely", room=GENERAL)
        await house.passes(minutes=6)
        pager.answers = 200
        await house.passes(seconds=15)

        assert len(pager.got) == 2
        await house.passes(hours=2)
        assert len(pager.got) == 2


async def test_somebody_on_it_stops_the_page(tmp_path: Path) -> None:
    async with receiving() as pager, paged(tmp_path, pager.address) as house:
        pager.answers = 503
        await house.says("ada", "gravely", room=GENERAL)
        await house.passes(minutes=6)
        pager.answers = 200
        await house.press("mo", "mine")
        await house.passes(minutes=5)

        assert len(pager.got) == 1


@asynccontextmanager
async def paged(folder: Path, *addresses: str, ready: bool = True) -> AsyncIterator[Community]:
    """A community with pagers."""
    id = await put_community(folder)
    pager = PagerAdapter({id: addresses})
    async with community(folder, pages=len(addresses), pager=pager) as house:
        if ready:
            await house.gets_ready("mo")
        yield house
