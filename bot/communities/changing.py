"""One setting changed from chat: read, kept, tried out, and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.communities.effective import ROOMS, Effective, room_of
from bot.communities.owners import SettingUp
from bot.communities.reaching import Errand, Reaching
from bot.communities.values import Said, UnclearValueError, Values, show
from bot.delivery import messages
from bot.errors import HandrailError
from bot.platform import Address
from bot.reading.words import plain
from bot.richtext import Body
from bot.turn import Turn
from storage.database import Transaction

Changed = Callable[[Transaction, datetime], None]
"""What follows from a change of the check-ins' hour, say; done in the same transaction."""


class LockedError(HandrailError):
    """The operator's file keeps this key to itself."""

    text_id = "community-locked"


@dataclass(frozen=True, slots=True)
class Changing:
    """Changes settings.

    Args:
        changed: told of every change.
    """

    effective: Effective
    values: Values
    reaching: Reaching
    changed: Changed

    def apply(self, turn: Turn, up: SettingUp, key: str, words: str) -> Body:
        """Change a key to what was said. Returns: what is told.

        Raises: HandrailError with what would do.
        """
        community = up.community.id
        before = self.effective.of(turn.tx, community)
        if before.by_key[key].locked:
            raise LockedError(f"{key} is locked", key=key, value=self.shown(turn, up, key))
        if plain(words) == "default":
            self.effective.reset(turn.tx, community, key)
        else:
            said = Said(
                words=words,
                language=turn.language,
                platform=turn.actor.platform,
                space=up.space,
                here=up.here,
                now=before[key],
            )
            value = self.values.read(key, said)
            if key == "checkin_delivery" and value != "dm" and not before["checkin_room"]:
                raise UnclearValueError("community-needs-room")
            self.effective.change(turn.tx, community, key, value)
        self.changed(turn.tx, turn.now)
        if key in ROOMS:
            self._try_new(turn, up, key, before[key])
        told = turn.body(
            "community-set", key=self.label(turn, key), value=self.shown(turn, up, key)
        )
        return told + self._besides(turn, up, key)

    def set(self, turn: Turn, up: SettingUp, key: str, value: Any) -> None:
        """Change a key by a button. Raises: LockedError."""
        if self.effective.of(turn.tx, up.community.id).by_key[key].locked:
            raise LockedError(f"{key} is locked", key=key, value=self.shown(turn, up, key))
        self.effective.change(turn.tx, up.community.id, key, value)
        self.changed(turn.tx, turn.now)

    def label(self, turn: Turn, key: str) -> str:
        """What a key is called."""
        return turn.line(f"community-key-{key.replace('_', '-')}")

    def shown(self, turn: Turn, up: SettingUp, key: str) -> str:
        """A key's value as it counts now."""
        settings = self.effective.of(turn.tx, up.community.id)
        return show(turn.texts, turn.language, key, settings[key], settings.unreached)

    def try_all(self, turn: Turn, up: SettingUp, *, always: bool) -> bool:
        """Try all rooms on the actor's platform. Returns: whether there are any."""
        settings = self.effective.of(turn.tx, up.community.id)
        rooms = [
            (key, _in_space(up, room))
            for key in ROOMS
            for room in settings.rooms(key)
            if room.platform == turn.actor.platform
        ]
        if rooms:
            self._try(turn, up, rooms, always=always)
        return bool(rooms)

    def _try_new(self, turn: Turn, up: SettingUp, key: str, before: list[Any]) -> None:
        """Rooms that were not named before are not used until they have been tried."""
        known = {room_of(each) for each in before}
        settings = self.effective.of(turn.tx, up.community.id)
        new = [room for room in settings.rooms(key) if room not in known | settings.unreached]
        new += [room for room in settings.rooms(key) if room in settings.unreached]
        if key != "watched":
            for room in new:
                self.effective.reached(turn.tx, up.community.id, room, arrived=False)
        if new:
            self._try(turn, up, [(key, room) for room in new], always=False)

    def _try(
        self, turn: Turn, up: SettingUp, rooms: list[tuple[str, Address]], *, always: bool
    ) -> None:
        where = turn.event.where
        errand = Errand(
            rooms=tuple(rooms),
            owner=Address(turn.actor.platform, user=turn.actor.user),
            asked_in=where if not turn.event.direct else None,
            language=turn.language,
            always=always,
        )
        messages.send(turn, self.reaching.begin(turn.tx, up.community.id, errand, turn.now))

    def _besides(self, turn: Turn, up: SettingUp, key: str) -> Body:
        """What else is to be known of this change."""
        settings = self.effective.of(turn.tx, up.community.id)
        if key == "watched" and settings["watched"]:
            return turn.body("community-about-watched")
        if key == "staff_room" and settings["staff_room"]:
            return turn.body("community-about-staff")
        return ()


def _in_space(up: SettingUp, room: Address) -> Address:
    """A room of the file, which names no space, with the space of whoever asks."""
    return Address(room.platform, room.space or up.space, room.channel)
