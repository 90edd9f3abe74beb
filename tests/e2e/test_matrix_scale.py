"""More rooms than are kept in memory: nobody notices which ones were let go."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.platform import Address, Audience, Outcome, Said, Say
from bot.richtext import paragraph
from tests.contract.rooms_matrix import Room, Rooms, matrix_rooms
from tests.e2e.matrix_support import Member
from tests.support.synapse import Account, Homeserver

pytestmark = pytest.mark.e2e


async def _hears(rooms: Rooms, room: Room, text: str) -> Said:
    await room.say(text)
    await rooms.wait_for(lambda _: _said(rooms, room, text))
    (said,) = _said(rooms, room, text)
    return said


def _said(rooms: Rooms, room: Room, text: str) -> list[Said]:
    return [
        e
        for e in rooms.events
        if isinstance(e, Said) and (e.where.channel, e.text) == (room.id, text)
    ]


def _say(room: Room, key: str, text: str) -> Say:
    to = Address("matrix", user=room.member_id)
    return Say(to=to, body=paragraph(text), audience=Audience.DIRECT, key=key)


async def test_conversations_go_on_in_rooms_that_were_let_go(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """Three people talk by turns to a bot that keeps one room: each is read and answered."""
    async with matrix_rooms(synapse, tmp_path, rooms_kept=1) as rooms:
        everybody = [await rooms.direct(name) for name in ("ana", "ben", "cem")]
        for turn in range(2):
            for number, room in enumerate(everybody):
                said = await _hears(rooms, room, f"word {turn}")
                assert said.direct
                key = f"answer-{turn}-{number}"
                receipt = await rooms.adapter.perform(_say(room, key, f"heard {turn}"))
                assert (receipt.outcome, receipt.channel) == (Outcome.SENT, room.id)
        for room in everybody:
            assert await room.wait_for(lambda texts: len(texts) == 2) == ["heard 0", "heard 1"]
            assert room.member.unreadable == []


async def test_a_new_device_is_noticed_while_its_room_is_let_go(
    synapse: Homeserver, tmp_path: Path
) -> None:
    """A member buys a phone: what the bot says next can be read on it, too."""
    async with matrix_rooms(synapse, tmp_path, rooms_kept=1) as rooms:
        ana, ben = await rooms.direct("ana"), await rooms.direct("ben")
        await _hears(rooms, ana, "hello")
        await rooms.adapter.perform(_say(ana, "first", "good morning"))
        await _hears(rooms, ben, "hello")

        account = Account(ana.member_id, ana.member.password)
        async with Member(synapse, account, tmp_path / "new phone") as phone:
            # This comes after the news of the new device.
            await _hears(rooms, ben, "hello again")
            await rooms.adapter.perform(_say(ana, "second", "good evening"))
            await phone.wait_until(
                lambda: "good evening" in phone.read(ana.id, rooms.account.user_id)
            )
        assert "good evening" in await ana.wait_for(lambda texts: len(texts) == 2)
