"""A community whose members look for buddies, on the platform in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.buddies.pairing.proposing import LIVES, propose
from bot.crisis.watching.knowing import Rooms, StaffRoom
from bot.platform import (
    Action,
    Address,
    Change,
    Chose,
    CloseRoom,
    MemberChanged,
    OpenRoom,
    Outcome,
    Receipt,
    Reply,
    Said,
    Say,
)
from bot.richtext import plain
from storage import buddies, buddy_pairs, members, outbox
from storage.buddies import Seeker
from storage.buddy_pairs import Pair, Partner
from storage.database import Transaction
from tests.support.person import Person
from tests.support.world import World, running

SPACE = "harbour"
STAFF = Address("memory", space=SPACE, channel="staff")
SAID = {"ready": True, "languages": ["en"]}


@dataclass(slots=True)
class Harbour:
    """The running whole, its people, and what they were sent when.

    Args:
        opens: what the platform says to a room for two.
    """

    world: World
    community: int = 0
    people: dict[str, int] = field(default_factory=dict)
    sent: list[tuple[datetime, str, str]] = field(default_factory=list)
    opened: list[OpenRoom] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    opens: Outcome = Outcome.SENT

    async def comes(self, *names: str, said: dict[str, Any] = SAID) -> None:
        """Members of the community who look for a buddy."""
        for name in names:
            await self.person(name).join()

            def write(tx: Transaction, name: str = name) -> int:
                member = members.member_with(tx, "memory", name)
                assert member is not None
                now = self.world.clock.now()
                members.add_membership(tx, member.id, self.community, now)
                seeker = Seeker(person=member.id, community=self.community, said=said, since=now)
                buddies.put_seeker(tx, seeker)
                return member.id

            self.people[name] = await self.world.database.write(write)

    def person(self, name: str) -> Person:
        return Person(self.world, name, spaces=(SPACE,))

    async def proposes(self, *names: str, kind: str = "buddies") -> int:
        """These are asked whether they want to be buddies. Returns: the pair; 0: they cannot be."""
        now = self.world.clock.now()
        pair = Pair(
            community=self.community,
            partners=tuple(Partner(person=self.people[name]) for name in names),
            kind=kind,
            proposed_at=now,
            expires_at=now + LIVES,
        )

        def write(tx: Transaction) -> int:
            drafts = propose(tx, pair, now)
            outbox.add(tx, drafts, now)
            return pair.id if drafts else 0

        asked = await self.world.database.write(write)
        await self.world.settle()
        return asked

    async def pairs(self, *names: str) -> int:
        """These said yes to each other."""
        pair = await self.proposes(*names)
        for name in names:
            await self.person(name).press("yes")
        return pair

    # --- the team

    async def command(self, who: str, text: str) -> None:
        """A moderator says something in the staff room."""
        event = self.world.platform.event(who, STAFF) | {"roles": frozenset({"moderator"})}
        await self.take(Said(**event, text=text, addressed=True))

    async def press(self, who: str, choice: str) -> None:
        """A moderator presses a button there."""
        rooms = self.world.platform.rooms["staff"]
        shown = next(
            each
            for each in reversed(rooms)
            if each.choices and any(option.id == choice for option in each.choices.options)
        )
        assert shown.choices is not None
        event = self.world.platform.event(who, STAFF) | {"roles": frozenset({"moderator"})}
        await self.take(Chose(**event, prompt=shown.choices.prompt, choice=choice))

    @property
    def staff(self) -> list[str]:
        """What stands in the staff room."""
        return self.world.platform.read("staff")

    async def goes(self, who: str) -> None:
        """Somebody leaves the community."""
        where = Address("memory", space=SPACE)
        await self.take(MemberChanged(**self.world.platform.event(who, where), change=Change.LEFT))

    async def take(self, event: Any) -> None:
        await self.world.core.take(event)
        await self.world.core.look_again()
        await self.world.settle()

    # --- looking

    async def pair(self, id: int) -> Pair:
        found = await self.world.database.read(lambda tx: buddy_pairs.with_id(tx, id))
        assert found is not None
        return found

    async def seeker(self, name: str) -> Seeker:
        person = self.people[name]
        found = await self.world.database.read(
            lambda tx: buddies.seeker(tx, self.community, person)
        )
        assert found is not None
        return found

    def told(self, name: str) -> list[tuple[datetime, str]]:
        """What somebody was sent, and when."""
        return [(at, text) for at, to, text in self.sent if to == name]

    def script(self, action: Action) -> Receipt | None:
        """The platform: notes what is sent, and opens rooms."""
        match action:
            case Reply():
                self._note(action.to.actor.user, plain(action.body))
            case Say():
                self._note(action.to.channel or action.to.user, plain(action.body))
            case OpenRoom():
                self.opened.append(action)
                channel = f"room{len(self.opened)}" if self.opens in _OPENED else None
                return Receipt(outcome=self.opens, channel=channel)
            case CloseRoom():
                self.closed.append(action.to.channel or "")
                return Receipt(outcome=Outcome.SENT)
        return None

    def _note(self, to: str | None, text: str) -> None:
        self.sent.append((self.world.clock.now(), to or "", text))


_OPENED = (Outcome.SENT, Outcome.DEGRADED)


@asynccontextmanager
async def harbour(url: str, names: Sequence[str] = ("ada", "bo")) -> AsyncIterator[Harbour]:
    """A community in which these look for a buddy."""
    rooms = Rooms(staff=(StaffRoom(STAFF, "en"),))
    async with running(url, rooms_of=lambda tx, community: rooms) as world:
        made = Harbour(world)
        world.platform.script = made.script
        made.community = await world.database.write(
            lambda tx: members.put_community(
                tx,
                name="Harbour",
                language="en",
                country="GB",
                zone="UTC",
                spaces_of=[("memory", SPACE)],
            )
        )
        await made.comes(*names)
        made.sent.clear()
        yield made
