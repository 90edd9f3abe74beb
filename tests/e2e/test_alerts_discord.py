"""The buttons of an alert on Discord: the whole core on a stand-in for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage import duty, episodes
from tests.discord_standin import Member, labels
from tests.discord_standin.world import Message
from tests.e2e.test_crisis_discord import Harbour, harbour
from tests.support.crisis import GRAVE

pytestmark = pytest.mark.e2e


async def test_a_moderator_is_on_it_hands_over_and_ends_it(tmp_path: Path) -> None:
    """The alert itself always shows how it stands; the member hears of it once."""
    async with harbour(tmp_path) as here:
        await here.ana.say(GRAVE)
        alert = await here.owner.sees(1, here.staff)
        assert labels(alert) == ["I'm on it", "Handled", "Not a crisis"]

        pressed = await here.owner.press(alert, "I'm on it")
        assert "is on it, since" in shown(here, await pressed.replaced())
        assert "Somebody from the team of Harbour has seen this" in await here.reply_to(here.ana, 2)

        pressed = await here.owner.press(alert, "Hand over")
        assert "hands this over" in shown(here, await pressed.replaced())
        assert "hands this over" in await here.alert(2)

        pressed = await here.owner.press(alert, "Handled")
        replaced = await pressed.replaced()
        assert "Handled:" in shown(here, replaced)
        assert labels(replaced) == []
        assert await here.database.read(episodes.unsettled) == []
        assert len(here.ana.seen()) == 2


async def test_not_a_crisis_is_asked_twice_and_empties_the_alert(tmp_path: Path) -> None:
    """What Ana wrote, and that she wrote, is in the staff room no more."""
    async with harbour(tmp_path) as here:
        await here.ana.say(GRAVE)
        alert = await here.owner.sees(1, here.staff)

        asked = await here.owner.press(alert, "Not a crisis")
        sure = await here.owner.press(await asked.message(), "Yes, not a crisis")
        assert "suicide-plain" in shown(here, await sure.replaced())

        await here.discord.until(
            lambda: "Not a crisis, says" in here.owner.texts(here.staff)[0], "the alert is emptied"
        )
        assert "Ana" not in here.owner.texts(here.staff)[0]
        assert await here.database.read(episodes.unsettled) == []


async def test_an_alert_rings_for_who_is_on_duty_and_for_nobody_else(tmp_path: Path) -> None:
    """The name of the member it is about stands in it too, and must not call them in."""
    async with harbour(tmp_path) as here:
        await here.ana.say(f"{GRAVE} <@{here.ben.id}> @everyone")

        alert = await here.owner.sees(1, here.staff)

        assert f"<@{here.ana.id}>" in alert.content
        assert alert.pinged == {here.owner.id}


async def test_what_follows_is_in_the_alert_s_thread(tmp_path: Path) -> None:
    """The staff channel holds one message an episode; who is on duty is called in its thread."""
    async with harbour(tmp_path) as here:
        await here.ana.dm(GRAVE)
        alert = await here.owner.sees(1, here.staff)
        await here.ana.dm(GRAVE)
        assert "wrote again" in await here.follow_up()
        thread = here.discord.world.channels[alert.id]
        assert here.owner.seen(thread)[0].pinged == frozenset()

        await here.ana.press(await here.ana.sees(1), "Talk to someone")
        asked = await here.owner.sees(2, thread)

        assert "would like one of you to write to them" in shown(here, asked)
        assert asked.pinged == {here.owner.id}
        assert here.ana.id not in thread.members
        assert len(here.owner.seen(here.staff)) == 1


async def test_a_member_in_the_staff_channel_is_not_the_team(tmp_path: Path) -> None:
    """Who can read a room, and is no moderator and on no roster, decides nothing there."""
    async with harbour(tmp_path) as here:
        await here.ana.say(GRAVE)
        alert = await here.owner.sees(1, here.staff)

        pressed = await here.ben.press(alert, "I'm on it")

        assert "Only the team can do that" in await pressed.text()
        (one,) = await here.database.read(episodes.unsettled)
        assert one.state == "open"


async def test_a_helper_who_was_banned_comes_off_the_roster(tmp_path: Path) -> None:
    """By Discord's own event; the owner, who is there, stays."""
    async with harbour(tmp_path) as here:
        (owner,) = await here.database.read(duty.roster)
        await here.database.write(
            lambda tx: duty.enlist(tx, owner.community, "discord", str(here.ben.id), zone="UTC")
        )

        await here.discord.ban(here.ben)

        assert "is no longer in this community" in await here.alert()
        assert await here.database.read(duty.roster) == [owner]


def shown(here: Harbour, message: Message) -> str:
    return Member.read(here.discord, message).text
