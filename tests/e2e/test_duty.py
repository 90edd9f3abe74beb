"""Duty and drills, through the front door: rooms are watched only while the team can be reached."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.crisis.team import crew
from bot.platform import Change
from storage import crisis_rules, duty, members
from storage.tables import drills, helpers, own_terms, silences
from tests.support.team import GENERAL, SPACE, Community, community


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Community]:
    async with community(tmp_path) as made:
        yield made


# --- duty


async def test_the_team_sees_who_can_be_called(house: Community) -> None:
    assert "Nobody is on the roster" in await house.command("mo", "duty")

    await house.command("mo", "duty on")
    await house.command("bo", "duty until 22:00")
    await house.command("cy", "duty off")
    shown = await house.command("mo", "duty")

    assert "mo: on duty" in shown
    assert "bo: on duty until 10:00" in shown
    assert "cy: off duty" in shown
    assert "I watch no room" in shown


async def test_duty_ends_at_its_hour(house: Community) -> None:
    """22:00 is meant by the community's clock: 3:00 in UTC."""
    await house.command("bo", "duty until 22:00")

    await house.passes(hours=14, minutes=59)
    assert "bo: on duty" in await house.command("mo", "duty")
    await house.passes(minutes=1)
    assert "bo: off duty" in await house.command("mo", "duty")


async def test_hours_of_the_week_count_by_themselves(house: Community) -> None:
    """Monday noon in UTC is seven in the morning in New York."""
    answer = await house.command("bo", "duty hours mon-fri 7:00 9:00")
    assert "America/New_York" in answer

    assert "bo: on duty" in await house.command("mo", "duty")
    await house.passes(hours=2)
    assert "bo: off duty" in await house.command("mo", "duty")
    await house.command("bo", "duty on")
    assert "bo: on duty" in await house.command("mo", "duty"), "a word counts more than the hours"


async def test_members_cannot_speak_for_the_team(house: Community) -> None:
    """Nor anybody outside the staff room, be they a moderator."""
    assert "Only this community's moderators" in await house.command(
        "eve", "duty on", moderator=False
    )
    await house.says("mo", "duty on")
    assert "Only this community's moderators" in house.seen_by("mo")[-1]
    assert await house.world.database.read(duty.roster) == []


async def test_who_is_on_the_roster_changes_their_duty_from_anywhere(house: Community) -> None:
    """On a phone, in direct messages; the role comes from the roster."""
    await house.command("bo", "duty on")

    await house.says("bo", "duty off")

    assert "You're off duty" in house.seen_by("bo")[-1]
    assert "bo: off duty" in await house.command("bo", "duty", moderator=False)


async def test_a_moderator_takes_somebody_off_the_roster(house: Community) -> None:
    """Who left the team is called no more."""
    await house.command("bo", "duty name Bodo")
    await house.command("cy", "duty on")

    assert "Nobody on the roster is called that" in await house.command("mo", "duty remove ann")
    assert "off the roster" in await house.command("mo", "duty remove Bodo")
    assert "off the roster" in await house.command("mo", "duty remove @cy")
    assert await house.world.database.read(duty.roster) == []


# --- drills


async def test_no_room_is_watched_without_a_passed_drill(house: Community) -> None:
    """A promise that nobody has tried is none: the team must have answered once."""
    await house.command("mo", "duty on")
    await house.look()

    await house.says("ada", "gravely", room=GENERAL)

    assert house.seen_by("ada") == []
    assert len(house.in_staff_room) == 1


async def test_a_drill_says_so_and_alarms_nobody_else(house: Community) -> None:
    await house.command("mo", "duty on")
    await house.command("mo", "crisis drill")

    alert = house.in_staff_room[-1]
    assert alert.startswith("Drill")
    await house.passes(minutes=2)
    assert house.in_staff_room[-1].startswith("Drill.")
    assert house.seen_by("mo")[-1].startswith("Drill.")


async def test_a_drill_that_is_answered_in_time_is_passed(house: Community) -> None:
    await house.command("mo", "duty on")
    await house.command("bo", "crisis drill")
    await house.passes(minutes=4)

    assert "Drill passed" in await house.press("mo", "mine")
    await house.look()
    await house.says("ada", "gravely", room=GENERAL)
    assert len(house.seen_by("ada")) == 1


async def test_a_drill_that_nobody_answers_in_time_is_not_passed(house: Community) -> None:
    await house.command("mo", "duty on")
    await house.command("mo", "crisis drill")
    await house.passes(minutes=5)

    assert "not passed" in house.in_staff_room[-1]
    assert "This one is over" in await house.press("mo", "mine")
    assert await house.world.database.read(duty.drills_passed) == {}
    called = len(house.in_staff_room)
    await house.passes(hours=1)
    assert len(house.in_staff_room) == called


async def test_the_next_drill_is_asked_for_before_the_last_is_too_old(house: Community) -> None:
    """And when it is, the team hears that rooms are watched no longer."""
    await house.gets_ready("mo")

    await house.passes(days=28)
    assert "It's time for a drill" in house.in_staff_room[-1]
    await house.passes(days=3, seconds=1)
    assert "I no longer watch rooms" in house.in_staff_room[-1]
    shown = len(house.in_staff_room)
    await house.says("ada", "gravely", room=GENERAL)
    assert len(house.in_staff_room) == shown
    assert house.seen_by("ada") == []


async def test_a_passed_drill_puts_off_the_next(house: Community) -> None:
    await house.gets_ready("mo")
    await house.passes(days=20)
    await house.gets_ready("mo")

    await house.passes(days=11)

    assert house.in_staff_room == []


# --- terms and rules


async def test_a_term_of_ones_own_alerts(house: Community) -> None:
    await house.gets_ready("mo")
    await house.command("mo", "crisis term add Code  Red")
    await house.look()
    shown = len(house.in_staff_room)

    await house.says("ada", "code red tonight", room=GENERAL)
    assert len(house.in_staff_room) == shown + 1

    assert "code red" in await house.command("mo", "crisis term list")
    assert "Removed" in await house.command("mo", "crisis term remove code red")
    assert "no terms of its own" in await house.command("mo", "crisis term list")


@pytest.mark.parametrize("term", ["", "ab", "x" * 81])
async def test_a_term_that_would_alert_to_all_or_nothing_is_refused(
    house: Community, term: str
) -> None:
    assert "3 to 80 characters" in await house.command("mo", f"crisis term add {term}")


async def test_two_moderators_silence_a_rule(house: Community) -> None:
    """One proposes, another agrees; alone, nobody can."""
    assert "One moderator proposes" in await house.command("mo", "crisis silence craving")
    assert "You proposed that yourself" in await house.command("mo", "crisis silence craving")
    assert (await standing(house)) == frozenset()

    assert "Two moderators agree" in await house.command("bo", "crisis silence craving")
    assert (await standing(house)) == frozenset({"craving"})

    await house.command("cy", "crisis unsilence craving")
    assert (await standing(house)) == frozenset()


async def test_an_old_proposal_is_one_anew(house: Community) -> None:
    await house.command("mo", "crisis silence craving")
    await house.passes(days=8)

    assert "One moderator proposes" in await house.command("bo", "crisis silence craving")
    assert (await standing(house)) == frozenset()


async def test_no_emergency_rule_is_silenced(house: Community) -> None:
    """Whatever it costs in false alarms."""
    for who in ("mo", "bo"):
        answer = await house.command(who, "crisis silence medical-emergency")
        assert "nobody silences it" in answer
    assert "no rule of that name" in await house.command("mo", "crisis silence nonsense")
    assert (await standing(house)) == frozenset()


async def standing(house: Community) -> frozenset[str]:
    """The rules that are silent by now."""
    kept = await house.world.database.read(lambda tx: crisis_rules.silences_of(tx, house.id))
    return frozenset(each.rule for each in kept if each.agreed_at is not None)


# --- who is there no longer


async def test_who_left_the_community_is_called_no_more(house: Community) -> None:
    """A call that nobody can hear costs two minutes of somebody's life; the team is told."""
    await house.gets_ready("mo", "bo", "cy")

    await house.leaves("bo")
    await house.says("ada", "gravely", room=GENERAL)
    await house.passes(minutes=2)

    assert "bo is no longer in this community" in house.in_staff_room[0]
    assert house.in_staff_room[-1].startswith("cy: Nobody has answered")
    assert house.seen_by("bo") == []


async def test_what_somebody_had_who_left_is_open_again(house: Community) -> None:
    """The member who waits for them must not wait for nobody."""
    await house.gets_ready("mo", "bo")
    await house.says("ada", "gravely", room=GENERAL)
    await house.press("bo", "mine")

    await house.leaves("bo")
    (episode,) = await house.episodes()
    assert (episode.state, episode.claimant) == ("open", None)
    await house.passes(minutes=2)
    assert house.in_staff_room[-1].startswith("mo: Nobody has answered")


async def test_who_left_one_of_several_spaces_is_still_there(house: Community) -> None:
    """Rooms of one community on Matrix are spaces of their own. A ban from one counts for all."""
    await house.gets_ready("mo", "bo")

    await house.leaves("bo", still_in=(SPACE,))
    assert "bo: on duty" in await house.command("mo", "duty")
    await house.leaves("bo", change=Change.BANNED, still_in=(SPACE,))
    assert "bo" not in await house.command("mo", "duty")


async def test_who_left_another_community_stays(house: Community) -> None:
    await house.gets_ready("bo")

    await house.leaves("bo", space="elsewhere")

    assert "bo: on duty" in await house.command("bo", "duty")


async def test_when_the_last_one_left_the_room_hears_it(house: Community) -> None:
    """From then on nobody is watched over; that must not go unnoticed."""
    await house.gets_ready("bo")

    await house.leaves("bo")

    assert "Nobody is on the roster now" in house.in_staff_room[-1]
    await house.look()
    await house.says("ada", "gravely", room=GENERAL)
    assert len(house.in_staff_room) == 1


# --- what is kept


async def test_what_is_about_a_helper_is_sealed_told_and_erased(house: Community) -> None:
    """A helper who is a member finds it in their export, and takes it with them."""
    await house.world.join("bo")
    await house.command("bo", "duty hours mon-fri 18:00 22:00")
    await house.command("bo", "duty name Bodo")
    database = house.world.database
    rows = await database.read(lambda tx: tx.execute(select(helpers)).mappings().all())
    assert b"Bodo" not in rows[0]["card"]
    assert b"bo" not in rows[0]["card"]

    member = await database.read(lambda tx: members.member_with(tx, "memory", "bo"))
    assert member is not None
    told = await database.read(lambda tx: crew.export(tx, member.id))
    assert "Bodo" in json.dumps(told)
    await database.write(lambda tx: crew.erase(tx, member.id))
    assert await database.read(duty.roster) == []


async def test_who_is_erased_is_named_in_no_alert(house: Community) -> None:
    """Whoever they helped keeps the rest."""
    await house.gets_ready("bo")
    await house.world.join("bo")
    await house.says("ada", "badly", room=GENERAL)
    await house.press("bo", "mine")
    database = house.world.database
    member = await database.read(lambda tx: members.member_with(tx, "memory", "bo"))
    assert member is not None
    told = await database.read(lambda tx: crew.export(tx, member.id))
    assert len(told["alerts_taken"]) == 1

    await database.write(lambda tx: crew.erase(tx, member.id))

    (episode,) = await house.episodes()
    assert (episode.state, episode.claimant) == ("claimed", None)


async def test_who_proposed_is_known_by_a_hash_only(house: Community) -> None:
    await house.command("mo", "crisis silence craving")
    await house.command("mo", "crisis term add code red")

    database = house.world.database
    (row,) = await database.read(lambda tx: tx.execute(select(silences)).mappings().all())
    assert b"mo" not in row["proposed_by"]
    (term,) = await database.read(lambda tx: tx.execute(select(own_terms)).mappings().all())
    assert b"code red" not in term["term"]
    assert await database.read(lambda tx: tx.execute(select(drills)).all()) == []
