"""A member and a team who write to each other through a line."""

from __future__ import annotations

from typing import Any

from adapters.memory import Shown
from bot.platform import Address, Said
from tests.support.person import Person
from tests.support.team import SPACE, STAFF, Community


def member(community: Community, name: str = "ada", **told: Any) -> Person:
    """Somebody of the community."""
    return Person(community.world, name, **{"spaces": (SPACE,)} | told)


async def joined(community: Community, name: str = "ada", **told: Any) -> Person:
    """Somebody who has joined, and whose messages are cleared."""
    person = member(community, name, **told)
    await person.join()
    community.world.platform.rooms[name].clear()
    return person


async def opens(
    person: Person, words: str = "could somebody look at this", *, named: bool = False
) -> None:
    """They write to the team."""
    await person.say(f"team {words}")
    await person.press("named" if named else "unnamed")


def shown(community: Community, words: str, room: str = "staff") -> Shown:
    """The newest message of a room with these words."""
    seen = community.world.platform.rooms[room]
    return next(each for each in reversed(seen) if words in each.text)


async def below(
    community: Community,
    who: str,
    text: str,
    *,
    line: str = "Member 1 would like",
    moderator: bool = True,
    room: Address = STAFF,
) -> None:
    """One of the team writes in a line's thread, without naming the bot."""
    seen = community.world.platform.rooms[room.channel or ""]
    root = next(each for each in reversed(seen) if line in each.text and each.thread is None)
    roles = frozenset({"moderator"}) if moderator else frozenset[str]()
    event = community.world.platform.event(who, room) | {"roles": roles, "waiting": None}
    said = Said(**event, text=text, addressed=False, below=root.id)
    await community.world.core.take(said)
    await community.world.settle()
