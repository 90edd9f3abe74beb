"""What the bot finds out about a room before it is used, on every platform."""

from __future__ import annotations

from dataclasses import replace

from bot.platform import Address, LookAt, Outcome, Right
from tests.contract.test_floor import Hall, hall

__all__ = ["hall"]

NOWHERE = {"playground": "nowhere", "discord": "999", "matrix": "!nowhere:localhost"}


async def test_a_room_tells_what_may_be_done_there_and_to_whom_it_belongs(hall: Hall) -> None:
    """A room of one's own with its rights; one that is not seen; one of others'."""
    platform = hall.address.platform
    member = Address(platform, user=hall.member)

    there = await hall.adapter.perform(LookAt(to=hall.address, asked_by=member))

    assert there.outcome is Outcome.SENT
    assert {Right.SEE, Right.WRITE} <= there.rights

    if platform in NOWHERE:
        nowhere = replace(hall.address, channel=NOWHERE[platform])
        assert (
            await hall.adapter.perform(LookAt(to=nowhere, asked_by=member))
        ).outcome is Outcome.GONE
    if platform == "discord":
        theirs = LookAt(to=replace(hall.address, space="1"), asked_by=member)
    elif platform == "matrix":
        theirs = LookAt(to=hall.address, asked_by=Address(platform, user="@mallory:localhost"))
    else:
        return
    receipt = await hall.adapter.perform(theirs)
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, "elsewhere")
    assert receipt.rights == frozenset()
