"""Who may write in a room: opened and closed by power levels, and put back exactly.

Source: spec, "m.room.power_levels".
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from weakref import WeakValueDictionary

from adapters.matrix.api import MatrixError
from adapters.matrix.session import Session
from bot.platform import Floor, Outcome, Receipt, SetFloor, SetRole

_KIND = "m.room.power_levels"
_TALK = ("m.room.message", "m.room.encrypted", "m.reaction")
_MORE = ("m.sticker",)  # closed with the rest, and opened no further than it was
_DEFAULT = "events_default"
_TEAM = 50
_ABOVE_ALL = 1 << 53
_CREATORS_RULE_FROM = 12  # the first room version in which creators stand above every level

Json = dict[str, Any]
Kept = dict[str, int | None]
"""What a level was, by what it is for; None where none was given."""


class _NoRightError(Exception):
    """The bot's own power does not do."""


class Floors:
    """Opens and closes rooms, and lends power."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def set(self, wanted: SetFloor) -> Receipt:
        """Open or close it, or put back what was there. Raises: MatrixError, UnreachableError."""
        room = wanted.to.channel or ""
        async with self._locks.setdefault(room, asyncio.Lock()):
            try:
                return await self._set(room, wanted.floor)
            except _NoRightError:
                return Receipt(outcome=Outcome.REFUSED, reason="no_power")

    async def _set(self, room: str, floor: Floor) -> Receipt:
        state, key = self._session.state, f"floor/{room}"
        levels, own = await self._levels(room)
        stored = await state.get(key)
        done = Receipt(outcome=Outcome.SENT, channel=room)
        if floor is Floor.AS_BEFORE:
            if stored is not None:
                await self._put(room, levels, _with_talk(levels, json.loads(stored)))
                await state.put({key: None})
            return done
        everybody = _number(levels, "users_default", 0)
        needed = max(_TEAM, everybody + 1)
        if own < needed:
            raise _NoRightError
        before: Kept = json.loads(stored) if stored is not None else _talk_of(levels)
        if stored is None:
            await state.put({key: json.dumps(before).encode()})
        targets: Kept = dict.fromkeys({**before, **_talk_of(levels)}, needed)
        if floor is Floor.OPEN:
            # What anybody might do before is left as it was.
            targets = {
                name: there if (there or 0) <= everybody or name in _MORE else everybody
                for name, there in before.items()
            }
        await self._put(room, levels, _with_talk(levels, targets))
        return done

    async def set_role(self, wanted: SetRole) -> Receipt:
        """Give somebody a power level up to 50 in a room, or take it.

        Raises: MatrixError, UnreachableError.
        """
        room, user = wanted.to.channel or "", wanted.to.user or ""
        level = int(wanted.role) if wanted.role.isdecimal() else 0
        if not room or not user or not 0 < level <= _TEAM:
            return Receipt(outcome=Outcome.UNSUPPORTED, reason="no_level")
        async with self._locks.setdefault(room, asyncio.Lock()):
            try:
                return await self._set_role(room, user, level, wanted)
            except _NoRightError:
                return Receipt(outcome=Outcome.REFUSED, reason="no_power")

    async def _set_role(self, room: str, user: str, level: int, wanted: SetRole) -> Receipt:
        state, key = self._session.state, f"lent/{room}/{user}"
        levels, own = await self._levels(room)
        users = dict(_mapping(levels, "users"))
        there = users.get(user)
        has = there if isinstance(there, int) else _number(levels, "users_default", 0)
        stored = await state.get(key)
        if wanted.given:
            if stored is None and wanted.lent:
                await state.put({key: json.dumps([there, has >= level]).encode()})
            if has < level:
                users[user] = level
        else:
            before, held = json.loads(stored) if stored is not None else (None, wanted.lent)
            if not held and has == level:  # what somebody else has changed since is theirs
                users.pop(user, None)
                if before is not None:
                    users[user] = before
        if own <= has and users != _mapping(levels, "users"):
            raise _NoRightError
        await self._put(room, levels, levels | {"users": users})
        if not wanted.given:
            await state.put({key: None})
        return Receipt(outcome=Outcome.SENT, channel=room)

    async def _levels(self, room: str) -> tuple[Json, int]:
        """The room's levels as they are now, and the bot's own.

        Raises: _NoRightError if the bot may not change them; MatrixError, UnreachableError.
        """
        session = self._session
        try:
            levels = await session.homeserver.call("GET", "rooms", room, "state", _KIND)
        except MatrixError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            levels = {}
        known = await session.rooms.load(room)
        above = known.version.isdecimal() and int(known.version) >= _CREATORS_RULE_FROM
        if session.me in known.creators and (above or not levels):
            return levels, _ABOVE_ALL
        own = _mapping(levels, "users").get(session.me)
        own = own if isinstance(own, int) else _number(levels, "users_default", 0)
        needed = _mapping(levels, "events").get(_KIND)
        needed = needed if isinstance(needed, int) else _number(levels, "state_default", _TEAM)
        if own < needed:
            raise _NoRightError
        return levels, own

    async def _put(self, room: str, before: Json, after: Json) -> None:
        """Write the levels, if anything is different."""
        if before != after:
            await self._session.homeserver.call("PUT", "rooms", room, "state", _KIND, body=after)


def _talk_of(levels: Json) -> Kept:
    """What writing needs: by default, and for each kind of message that has a level of its own."""
    events = _mapping(levels, "events")
    kept: Kept = {
        name: events[name] for name in (*_TALK, *_MORE) if isinstance(events.get(name), int)
    }
    default = levels.get(_DEFAULT)
    kept[_DEFAULT] = default if isinstance(default, int) else None
    return kept


def _with_talk(levels: Json, wanted: Kept) -> Json:
    events = dict(_mapping(levels, "events"))
    after = dict(levels)
    for name, level in wanted.items():
        place = after if name == _DEFAULT else events
        if level is None:
            place.pop(name, None)
        else:
            place[name] = level
    if events or "events" in levels:
        after["events"] = events
    return after


def _mapping(levels: Json, name: str) -> Mapping[str, Any]:
    found = levels.get(name)
    return found if isinstance(found, dict) else {}


def _number(levels: Json, name: str, otherwise: int) -> int:
    found = levels.get(name, otherwise)
    return found if isinstance(found, int) else otherwise
