"""The reactions to an alert on Matrix: the real bot, the real homeserver, encryption."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.matrix_support import Seen
from tests.e2e.test_crisis_matrix import GRAVE, Harbour, harbour
from tests.support.synapse import Homeserver

pytestmark = pytest.mark.e2e

ONE, THREE = "1\ufe0f\u20e3", "3\ufe0f\u20e3"


async def test_a_moderator_is_on_it_and_finds_that_it_was_nothing(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """The alert itself always shows how it stands; the member hears of it, alone, once."""
    async with harbour(synapse, tmp_path) as here:
        await here.ada.say(here.general, GRAVE)
        await here.mo.wait_until(lambda: here.told("Somebody may need a person"))

        await here.mo.react(here.staff, with_words(here, "Somebody may need a person"), ONE)
        await here.mo.wait_until(lambda: here.told("is on it, since"))
        await here.ada.wait_until(lambda: in_direct(here, "has seen this"))

        await here.mo.react(here.staff, with_words(here, "Somebody may need a person"), THREE)
        await here.mo.wait_until(lambda: here.told("Was it not a crisis at all?"))
        await here.mo.react(here.staff, with_words(here, "Was it not a crisis at all?"), ONE)
        await here.mo.wait_until(lambda: here.told("Not a crisis, says"))
        await here.mo.wait_until(lambda: not here.told("Somebody may need a person"))
        await here.mo.wait_until(lambda: here.told("Forgotten."))
        assert len(in_direct(here, "has seen this")) == 1


async def test_an_alert_rings_for_who_is_on_duty_and_what_follows_is_in_its_thread(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Mo's client highlights the room, by the homeserver's own rules; Ada is called nowhere."""
    async with harbour(synapse, tmp_path) as here:
        staff = here.mo.client.rooms[here.staff]
        before = staff.unread_highlights
        await here.ada.say(here.general, f"{GRAVE} @room {here.bot_id}")
        await here.mo.wait_until(lambda: here.told("Somebody may need a person"))
        await here.mo.wait_until(lambda: staff.unread_highlights > before)
        alert = newest(here, "Somebody may need a person")
        assert alert.content["m.mentions"] == {"user_ids": [here.mo.id]}
        before = staff.unread_highlights

        await here.ada.wait_until(here.replies)
        direct, (reply,) = here.ada.room_with(here.bot_id), here.replies()
        assert direct is not None
        await here.ada.react(direct, reply.id, ONE)
        await here.mo.wait_until(lambda: here.told("would like one of you to write to them"))
        await here.mo.wait_until(lambda: staff.unread_highlights > before)

        asked = newest(here, "would like one of you to write to them")
        assert asked.content["m.mentions"] == {"user_ids": [here.mo.id]}
        assert asked.content["m.relates_to"] == {
            "rel_type": "m.thread",
            "event_id": alert.id,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": alert.id},
        }


async def test_who_leaves_one_room_of_the_community_can_still_be_called(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Each room that the settings list is a space of its own; Mo is in the staff room as before."""
    async with harbour(synapse, tmp_path) as here:
        await here.mo.leave(here.general)
        await here.ada.wait_until(
            lambda: here.mo.id not in here.ada.client.rooms[here.general].users
        )

        await here.mo.say(here.staff, "!duty")

        await here.mo.wait_until(lambda: anywhere(here, f"{here.mo.id}: on duty"))
        assert not here.told("is no longer in this community")


def newest(here: Harbour, words: str) -> Seen:
    """The newest message in the staff room with these words."""
    return [each for each in here.mo.messages(here.staff, here.bot_id) if words in each.text][-1]


def with_words(here: Harbour, words: str) -> str:
    """The id of the newest message in the staff room with these words."""
    return newest(here, words).id


def in_direct(here: Harbour, words: str) -> list[str]:
    """What Ada alone sees, with these words."""
    direct = here.ada.room_with(here.bot_id)
    return [text for text in here.ada.read(direct, here.bot_id) if words in text] if direct else []


def anywhere(here: Harbour, words: str) -> list[str]:
    """What Mo reads with these words, in whatever room."""
    read = (text for room in here.mo.client.rooms for text in here.mo.read(room, here.bot_id))
    return [text for text in read if words in text]
