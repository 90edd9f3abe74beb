"""Who may what, and who reads along, by a room's state; and which rooms are kept in mind."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.matrix.api import MatrixError
from adapters.matrix.room import Room
from adapters.matrix.rooms import Rooms
from tests.support.state import MemoryState

BOT, ANA, BEN = "@handrail:x", "@ana:x", "@ben:x"


def _state(kind: str, content: Any, key: str = "", sender: str = ANA) -> dict[str, Any]:
    return {"type": kind, "state_key": key, "content": content, "sender": sender}


def _member(user: str, membership: str = "join") -> dict[str, Any]:
    return _state("m.room.member", {"membership": membership}, user)


def _room(*events: dict[str, Any], version: str = "11") -> Room:
    room = Room("!room")
    room.learn(
        [
            _state("m.room.create", {"room_version": version}),
            _state("m.room.join_rules", {"join_rule": "invite"}),
            *events,
        ]
    )
    return room


@pytest.mark.parametrize(
    ("version", "levels", "roles"),
    [
        pytest.param("11", {"users": {BEN: 50}}, {"moderator"}, id="moderator"),
        pytest.param("11", {"users": {BEN: 100}}, {"moderator", "owner"}, id="owner"),
        pytest.param("11", {"users": {BEN: 49}}, set(), id="below"),
        pytest.param("11", {"users_default": 50}, {"moderator"}, id="everybody"),
        pytest.param("11", {"users": {BEN: "100"}}, set(), id="a word is no level"),
        pytest.param("11", {"users": ["nonsense"]}, set(), id="nonsense"),
    ],
)
def test_roles_follow_the_power_levels(version: str, levels: Any, roles: set[str]) -> None:
    """The homeserver's state is the source of rights, and only it."""
    room = _room(_member(BEN), _state("m.room.power_levels", levels), version=version)
    assert room.roles_of(BEN) == roles


def test_creators_stand_above_levels_since_version_12() -> None:
    """Version 12 took creators out of the power levels; before, they are listed there."""
    levels = _state("m.room.power_levels", {"users": {BOT: 100}})
    old = _room(_member(ANA), levels)
    new = _room(_member(ANA), levels, version="12")
    assert old.roles_of(ANA) == frozenset()
    assert new.roles_of(ANA) == {"owner", "moderator"}


def test_additional_creators_are_owners() -> None:
    room = Room("!room")
    creation = {"room_version": "12", "additional_creators": [BEN, 5]}
    room.learn([_state("m.room.create", creation), _member(BEN)])
    assert room.roles_of(BEN) == {"owner", "moderator"}


def test_who_left_has_no_power() -> None:
    """A level stays in the state after its holder has gone."""
    levels = _state("m.room.power_levels", {"users": {BEN: 100}})
    assert _room(levels, _member(BEN, "leave")).roles_of(BEN) == frozenset()


@pytest.mark.parametrize(
    ("events", "partner"),
    [
        pytest.param([_member(BOT), _member(ANA)], ANA, id="two"),
        pytest.param([_member(BOT), _member(ANA, "invite")], ANA, id="invited"),
        pytest.param([_member(BOT), _member(ANA), _member(BEN)], None, id="three"),
        pytest.param(
            [_member(BOT), _member(ANA), _member(BEN, "invite")], None, id="a third is invited"
        ),
        pytest.param(
            [_member(BOT), _member(ANA), _member(BEN), _member(BEN, "leave")], ANA, id="left"
        ),
        pytest.param(
            [_member(BOT), _member(ANA), _state("m.room.join_rules", {"join_rule": "public"})],
            None,
            id="anybody may come in",
        ),
    ],
)
def test_a_conversation_of_two_is_one_that_nobody_else_reads(
    events: list[dict[str, Any]], partner: str | None
) -> None:
    """What is private may be said only where no third person reads it, or may come to."""
    assert _room(*events).partner_of(BOT) == partner


def test_nonsense_in_a_state_changes_nothing() -> None:
    room = _room(_member(BOT), _member(ANA))
    room.learn(
        [
            _state("m.room.member", "leave", ANA),
            _state("m.room.power_levels", None),
            {"type": "m.room.member", "state_key": 5, "content": {"membership": "leave"}},
            {"type": "m.room.member", "content": {"membership": "leave"}},
            {},
        ]
    )
    assert room.partner_of(BOT) == ANA


# --- which rooms are kept


class Server:
    """A homeserver that knows rooms, and counts how often it is asked for one."""

    def __init__(self, *rooms: str) -> None:
        self._rooms = rooms
        self.asked: list[str] = []

    async def call(self, method: str, *path: str, **_: Any) -> list[dict[str, Any]]:
        assert (method, path[0], path[2]) == ("GET", "rooms", "state")
        self.asked.append(path[1])
        if path[1] not in self._rooms:
            raise MatrixError(403, "M_FORBIDDEN")
        return [_state("m.room.create", {}), _member(BOT), _member(ANA)]


class Keys:
    """What the encryption side was told."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def know_room(self, room_id: str, state: list[dict[str, Any]]) -> None:
        self.known.add(room_id)

    def forget_room(self, room_id: str) -> None:
        self.known.discard(room_id)


def _rooms(server: Any, keys: Keys, *listed: str, kept: int = 2) -> Rooms:
    return Rooms(BOT, server, keys, MemoryState(), frozenset(listed), kept)


async def test_a_room_is_asked_for_once() -> None:
    server = Server("!a")
    rooms = _rooms(server, Keys())
    assert await rooms.load("!a") is await rooms.load("!a")
    assert server.asked == ["!a"]


async def test_rooms_not_used_for_longest_are_let_go_and_asked_for_again() -> None:
    """A bot with many thousand members does not hold all their rooms in memory for ever."""
    server, keys = Server("!a", "!b", "!c"), Keys()
    rooms = _rooms(server, keys)
    await rooms.load("!a")
    await rooms.load("!b")
    assert rooms.known("!a")
    await rooms.load("!c")
    assert (rooms.known("!b"), keys.known) == (None, {"!a", "!c"})

    await rooms.load("!b")
    assert server.asked == ["!a", "!b", "!c", "!b"]
    assert keys.known == {"!b", "!c"}


async def test_what_a_sync_says_of_a_room_counts_as_use() -> None:
    rooms = _rooms(Server("!a", "!b", "!c"), Keys())
    await rooms.load("!a")
    await rooms.load("!b")
    rooms.learn("!a", [_member(BEN)])
    await rooms.load("!c")
    room = rooms.known("!a")
    assert room is not None
    assert room.has_joined(BEN)


async def test_a_communitys_room_is_never_let_go() -> None:
    """It tells who belongs to the community, and who moderates it."""
    server = Server("!space", "!a", "!b", "!c")
    rooms = _rooms(server, Keys(), "!space", "!not-in-it")
    await rooms.load_listed()
    for room_id in ("!a", "!b", "!c"):
        await rooms.load(room_id)
    assert rooms.shares_listed(ANA)
    assert rooms.spaces_of(ANA) == ("!space",)
    assert rooms.known("!a") is None


async def test_at_the_start_only_the_communities_rooms_are_asked_for() -> None:
    """A thousand direct messages must not delay a restart."""
    server = Server("!space", *(f"!{n}" for n in range(1000)))
    await _rooms(server, Keys(), "!space").load_listed()
    assert server.asked == ["!space"]
