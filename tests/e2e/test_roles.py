"""Whom the router lets in: by what the platform states, by membership, by lists of features."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from adapters.memory import MemoryAdapter
from bot.clock import ManualClock
from bot.commands import Command, CommandTable, Role
from bot.feature import Feature
from bot.metrics import Metrics
from bot.platform import Action, Address, Commanded
from bot.router import Router
from bot.turn import Turn
from storage import members
from storage.database import Database, open_database
from tests.support.databases import with_tables
from tests.support.stores import MASTER
from tests.support.texts import own_texts
from tests.support.world import MONDAY_NOON

NAMES = {
    Role.ANYONE: "help",
    Role.MEMBER: "checkin now",
    Role.PEER_SUPPORTER: "duty",
    Role.FACILITATOR: "meeting add",
    Role.MODERATOR: "crisis report",
    Role.OWNER: "community setup",
}
DONE = "limit-reached"
"""Any text: it stands for what a command answers."""


@dataclass
class Door:
    """A router with one command for each role, and who came in."""

    database: Database
    came_in: list[Turn] = field(default_factory=list)
    witnessed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    granted: Role = Role.ANYONE
    ranked: Role = Role.ANYONE
    admitted: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.platform = MemoryAdapter(now=lambda: MONDAY_NOON)
        commands = [
            Command(name=name, handler=self.handle, needs=role, admits=self.admits)
            for role, name in NAMES.items()
        ]
        feature = Feature(
            name="door",
            commands=tuple(commands),
            grants=self.grants,
            ranks=self.ranks,
            witness=lambda turn, command: self.witnessed.append(command.name),
            export=lambda tx, person: None,
            erase=lambda tx, person: None,
        )
        self.router = Router(
            database=self.database,
            features=[feature],
            table=CommandTable(commands, []),
            adapters={"memory": self.platform},
            texts=own_texts(),
            clock=ManualClock(MONDAY_NOON),
            metrics=Metrics(),
            wake=lambda platforms: None,
        )

    def handle(self, turn: Turn) -> list[Action]:
        self.came_in.append(turn)
        return [turn.answer(DONE)]

    def admits(self, turn: Turn) -> bool:
        return turn.actor.user in self.admitted

    def grants(self, turn: Turn) -> Role:
        self.asked.append("grants")
        return self.granted

    def ranks(self, turn: Turn) -> Role:
        self.asked.append("ranks")
        return self.ranked

    async def lets_in(self, user: str, role: Role, *stated: str, **more: Any) -> bool:
        """Whether somebody's command of that role is carried out, answered and witnessed."""
        self.came_in.clear()
        self.witnessed.clear()
        where = Address("memory", space="harbour", channel="general")
        event = self.platform.event(user, where) | {"roles": frozenset(stated)} | more
        await self.router.take(Commanded(**event, name=NAMES[role], args={}))
        entered = bool(self.came_in)
        answer = self.platform.read("general")[-1]
        assert (answer == own_texts().line("en", DONE)) is entered
        assert self.witnessed == ([NAMES[role]] if entered else [])
        return entered

    async def roles_of(self, user: str, *stated: str, **more: Any) -> set[Role]:
        """The roles whose commands they may use."""
        return {role for role in NAMES if await self.lets_in(user, role, *stated, **more)}


@pytest.fixture
async def door(tmp_path: Path) -> AsyncIterator[Door]:
    """Ada is a member; everybody else is a stranger."""
    url = with_tables(f"sqlite:///{tmp_path / 'handrail.db'}", MASTER)
    database = open_database(url, MASTER, migrate=False)
    await database.write(
        lambda tx: members.join(
            tx, platform="memory", user="ada", language="en", zone="UTC", now=MONDAY_NOON
        )
    )
    yield Door(database)
    await database.close()


def up_to(role: Role) -> set[Role]:
    return {each for each in Role if each <= role}


async def test_what_the_platform_states_opens_that_and_what_is_below(door: Door) -> None:
    """Deny by default: a member is a member, and of several roles the highest counts."""
    assert await door.roles_of("ada") == up_to(Role.MEMBER)
    assert await door.roles_of("eve") == {Role.ANYONE}
    for role in (Role.PEER_SUPPORTER, Role.FACILITATOR, Role.MODERATOR, Role.OWNER):
        stated = role.name.lower()
        assert await door.roles_of("ada", stated, "peer_supporter") == up_to(role)
        assert await door.roles_of("ada", f"not_{stated}") == up_to(Role.MEMBER)


async def test_a_role_does_not_make_a_member(door: Door) -> None:
    """Who has not joined has no check-in, whatever they may do for the community."""
    assert await door.roles_of("eve", "owner") == up_to(Role.OWNER) - {Role.MEMBER}


async def test_lists_are_asked_where_the_platform_does_not_do(door: Door) -> None:
    """A list may only give; and nobody is looked up who needs it not."""
    assert await door.lets_in("ada", Role.MODERATOR, "owner")
    assert await door.lets_in("ada", Role.MODERATOR, "moderator")
    assert door.asked == []
    door.granted = Role.FACILITATOR

    assert await door.roles_of("ada") == up_to(Role.FACILITATOR)
    assert await door.roles_of("ada", "moderator") == up_to(Role.MODERATOR)


async def test_ranks_count_for_events_that_tell_of_some(door: Door) -> None:
    """Roles of a server that a community has named; they may only give as well."""
    door.ranked = Role.MODERATOR
    held = frozenset({"helper"})

    assert await door.roles_of("ada") == up_to(Role.MEMBER)
    assert "ranks" not in door.asked
    assert await door.roles_of("ada", ranks=held) == up_to(Role.MODERATOR)
    assert await door.lets_in("ada", Role.OWNER, "owner", ranks=held)


async def test_one_command_may_admit_somebody_by_a_list_of_its_own(door: Door) -> None:
    """Those on it, and nobody else."""
    door.admitted = frozenset({"ada"})

    assert await door.lets_in("ada", Role.OWNER)
    assert not await door.lets_in("eve", Role.OWNER)


async def test_who_is_refused_reads_who_may(door: Door) -> None:
    """Owners where it takes an owner, else the team."""
    read = {}
    for role in (Role.MODERATOR, Role.OWNER):
        assert not await door.lets_in("ada", role)
        read[role] = door.platform.read("general")[-1]

    assert read[Role.MODERATOR] != read[Role.OWNER]
    assert "own" in read[Role.OWNER]


async def test_who_writes_again_can_be_reached_again(door: Door) -> None:
    """Somebody who had closed their messages, and only they."""

    async def reachable() -> bool:
        found = await door.database.read(lambda tx: members.member_with(tx, "memory", "ada"))
        assert found is not None
        return found.reachable

    member = await door.database.read(lambda tx: members.member_with(tx, "memory", "ada"))
    assert member is not None
    await door.database.write(lambda tx: members.set_reachable(tx, member.account, False))
    await door.lets_in("eve", Role.ANYONE)
    assert not await reachable()

    await door.lets_in("ada", Role.ANYONE)

    assert await reachable()


async def test_a_stranger_is_answered_in_the_language_of_the_place(door: Door) -> None:
    """Their own first; a member in theirs, whatever is spoken around them."""
    await door.database.write(
        lambda tx: members.put_community(
            tx, name="H", language="de", country="DE", zone="UTC", spaces_of=[("memory", "harbour")]
        )
    )
    spoken = {}
    for user, locale in (("eve", ""), ("uma", "es"), ("ada", "es")):
        here = {"locale": locale, "spaces": ("harbour",)}
        event = door.platform.event(user, Address("memory", space="harbour", channel="general"))
        await door.router.take(Commanded(**event | here, name=NAMES[Role.ANYONE], args={}))
        spoken[user] = door.came_in[-1].language

    assert spoken == {"eve": "de", "uma": "es", "ada": "en"}
