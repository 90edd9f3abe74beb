"""A community with meetings, and the people who speak of them."""

from __future__ import annotations

from typing import Any

from storage import members
from tests.support.person import Person
from tests.support.world import World

GUILD = "guild"
LINK = "https://meet.example.org/room/4711"


async def settle(world: World, zone: str = "America/New_York") -> int:
    """Make a community in the guild. Returns: its id."""
    return await world.database.write(
        lambda tx: members.put_community(
            tx,
            name="Harbour",
            language="en",
            country="US",
            zone=zone,
            spaces_of=[("memory", GUILD)],
        )
    )


def person(world: World, name: str, **told: Any) -> Person:
    """Somebody who is in the guild."""
    return Person(world, name, spaces=(GUILD,), **told)


def facilitator(world: World) -> Person:
    """Somebody of the team, who need not have joined."""
    return person(world, "fay", roles=frozenset({"facilitator"}))


async def member(world: World, name: str = "ada", place: str = "Berlin") -> Person:
    """Somebody who has joined."""
    joined = person(world, name)
    await joined.join(place=place)
    return joined


async def add(world: World, line: str = "every Tuesday 7pm Newcomers", **details: str) -> Person:
    """A facilitator adds a meeting by words, and says more about it. Returns: the facilitator."""
    fay = facilitator(world)
    await fay.say(f"meeting add {line}")
    await fay.press("yes")
    for what, value in details.items():
        await fay.say(f"meeting edit #1 {what} {value}")
    return fay
