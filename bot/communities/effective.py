"""What counts for a community: what chat chose, else what the file says, else the default.

A key that the file locks is the file's. Values are plain and JSON-ready, in one shape a key, so
that they can be kept; rooms are `[platform, space, channel]`. A staff room that a test message has
not reached is remembered and shown, and not used.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.platform import Address
from storage import community_settings, members
from storage.database import Transaction
from storage.members import Community

FEATURES = ("checkins", "buddies", "meetings")
"""What a community may do without. Help now and direct messages about a crisis always stay."""

DEFAULTS: Mapping[str, Any] = {
    "name": "",
    "staff_room": [],
    "watched": [],
    "language": "en",
    "country": None,
    "time_zone": "UTC",
    "features": list(FEATURES),
    "moderators": [],
    "checkin_delivery": "dm",
    "checkin_room": [],
    "checkin_hour": "09:00",
    "buddy_room": [],
    "quiet_hours": None,
    "milestones": [],
    "milestone_room": [],
    "milestone_chips": [],
    "soft_offers": False,
    "meetings_as_events": False,
}
"""Every key that chat may change, in the order in which it is shown; and what counts without."""

ROOMS = ("staff_room", "watched", "checkin_room", "buddy_room", "milestone_room")
COLUMNS = {"language": "language", "country": "country", "time_zone": "zone"}
UNREACHED = "unreached"
"""Beside the settings: staff rooms that no test message has reached."""
HOME = "home"
"""Beside the settings: the space, `[platform, id]`, of a community that began in chat."""


class Source(StrEnum):
    """Where a value comes from."""

    CHAT = "chat"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class FromFile:
    """What the operator's file says of a community.

    Args:
        values: only what stands there, in the shapes of `DEFAULTS`.
        locked: keys that chat may not change.
        spaces: where the community is at home (platform, id).
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    spaces: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """One value, where it comes from, and whether chat may change it."""

    value: Any
    source: Source
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """All that counts for one community.

    Args:
        unreached: staff rooms that no test message has reached.
        spaces: where it is at home (platform, id).
    """

    by_key: Mapping[str, Setting]
    unreached: frozenset[Address] = frozenset()
    spaces: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, key: str) -> Any:
        return self.by_key[key].value

    def usable(self, key: str) -> list[Address]:
        """Those of its rooms that can be used, as far as is known."""
        return [room for room in self.rooms(key) if room not in self.unreached]

    def rooms(self, key: str) -> list[Address]:
        """The rooms that a key names, reached or not."""
        return [room_of(each) for each in self[key]]

    @property
    def staff(self) -> list[Address]:
        """Where the team is told things."""
        return self.usable("staff_room")


def merged(file: FromFile, chosen: Mapping[str, Any]) -> Settings:
    """What counts, by what the file says and what chat chose."""
    by_key = {}
    for key, default in DEFAULTS.items():
        locked = key in file.locked
        if key in chosen and not locked:
            by_key[key] = Setting(chosen[key], Source.CHAT)
        elif key in file.values:
            by_key[key] = Setting(file.values[key], Source.FILE, locked)
        else:
            by_key[key] = Setting(default, Source.DEFAULT, locked)
    home = chosen.get(HOME)
    return Settings(
        by_key,
        frozenset(map(room_of, chosen.get(UNREACHED, ()))),
        file.spaces or (((home[0], home[1]),) if home else ()),
    )


def room_of(kept: Sequence[str | None]) -> Address:
    """The room of a value."""
    platform, space, channel = kept
    return Address(str(platform), space, channel)


def kept_room(room: Address) -> list[str | None]:
    """A room as a value."""
    return [room.platform, room.space, room.channel]


class Effective:
    """What counts for every community, read anew each time; so a change acts at once.

    Args:
        files: what the file says, by the community's id.
    """

    def __init__(self, files: Mapping[int, FromFile] | None = None) -> None:
        self._files = files or {}

    def of(self, tx: Transaction, community: int) -> Settings:
        """All that counts for a community."""
        chosen = community_settings.of(tx, community)
        return merged(self._files.get(community, FromFile()), chosen)

    def everywhere(self, tx: Transaction, keys: Collection[str]) -> dict[int, Settings]:
        """The same of all that say anything of these keys; other keys may be missing."""
        chosen = community_settings.everywhere(tx, [*keys, UNREACHED, HOME])
        said = {id for id, values in chosen.items() if not values.keys().isdisjoint(keys)}
        said |= {id for id, file in self._files.items() if not file.values.keys().isdisjoint(keys)}
        return {
            id: merged(self._files.get(id, FromFile()), chosen.get(id, {})) for id in sorted(said)
        }

    # --- features that are off

    def off(self, tx: Transaction) -> Mapping[int, frozenset[str]]:
        """Features that communities do without, by community; who uses all is left out."""
        found = {
            id: frozenset(FEATURES) - set(each["features"])
            for id, each in self.everywhere(tx, ["features"]).items()
        }
        return {id: missing for id, missing in found.items() if missing}

    # --- changing

    def change(self, tx: Transaction, community: int, key: str, value: Any) -> None:
        """Keep what chat chose, which counts from now on. Not for keys that are locked."""
        community_settings.put(tx, community, key, value)
        self.take_up(tx, community)

    def reset(self, tx: Transaction, community: int, key: str) -> None:
        """What the file says of a key, or the default, counts again."""
        community_settings.forget(tx, community, key)
        value = self.of(tx, community)[key]
        if key in COLUMNS:
            community_settings.set_columns(tx, community, **{COLUMNS[key]: value})
        self.take_up(tx, community)

    def take_up(self, tx: Transaction, community: int) -> None:
        """Have the community known by what counts: its name, language, country and zone."""
        said = {
            key: setting.value
            for key, setting in self.of(tx, community).by_key.items()
            if setting.source is not Source.DEFAULT
        }
        values = {column: said[key] for key, column in COLUMNS.items() if key in said}
        if values:
            community_settings.set_columns(tx, community, **values)
        if "name" in said:
            members.rename(tx, community, said["name"])

    def reached(self, tx: Transaction, community: int, room: Address, arrived: bool) -> None:
        """A test message to a staff room has arrived, or not."""
        known = set(self.of(tx, community).unreached)
        left = known - {room} if arrived else known | {room}
        if left != known:
            kept = sorted(map(kept_room, left), key=str)
            community_settings.put(tx, community, UNREACHED, kept)


def begun_in_chat(tx: Transaction) -> list[int]:
    """The communities that no file names: they invited the bot, where anybody may."""
    return community_settings.which_chose(tx, HOME)


def begin_in_chat(
    tx: Transaction, *, name: str, language: str, platform: str, space: str
) -> Community:
    """Make a community that invited the bot."""
    id = members.put_community(
        tx, name=name, language=language, country=None, zone="UTC", spaces_of=[(platform, space)]
    )
    community_settings.put(tx, id, HOME, [platform, space])
    community_settings.put(tx, id, "name", name)
    community_settings.put(tx, id, "language", language)
    found = members.community(tx, id)
    if found is None:
        raise LookupError("a community that was made just now")
    return found
