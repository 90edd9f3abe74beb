"""The demo's people, rooms and messages: pure data, and the entries that keep it.

Every change lands in `World.unsaved`, to be written to the adapter's state; reading those
entries back gives the same world.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot import richtext
from bot.platform import Attachment, Choice, Choices, Floor
from bot.richtext import Body

MESSAGES_PER_ROOM = 500
KEYS = 5_000
"""How many deeds are remembered so that none is done twice."""


@dataclass(frozen=True, slots=True)
class Account:
    """One of the demo's people."""

    id: str
    name: str
    roles: frozenset[str] = frozenset()


ACCOUNTS = (
    Account("member-1", "Ada"),
    Account("member-2", "Ben"),
    Account("member-3", "Carmen"),
    Account("member-4", "Deniz"),
    Account("moderator-1", "Mo", frozenset({"moderator", "owner"})),
)


class RoomKind(StrEnum):
    """CHANNEL: everybody's. STAFF: moderators'. DIRECT: one member and the bot. PRIVATE: some."""

    CHANNEL = "channel"
    STAFF = "staff"
    DIRECT = "direct"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Room:
    """A room; only a private one has a `name` of its own and can be closed for good.

    Args:
        quiet: in a channel, only the team may write. was_quiet: so it was before the bot
            changed it; None while nothing is to be put back.
    """

    id: str
    kind: RoomKind
    name: str = ""
    members: tuple[str, ...] = ()
    closed: bool = False
    quiet: bool = False
    was_quiet: bool | None = None


@dataclass(frozen=True, slots=True)
class File:
    """An attachment whose bytes are kept under `id`, which cannot be guessed."""

    id: str
    name: str
    content_type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message in a room.

    Args:
        id: a 63-bit number as a string; later messages have larger ones.
        author: an account's id; None for the bot.
        only_for: the one account that sees it.
    """

    id: str
    room: str
    author: str | None
    at: datetime
    body: Body
    only_for: str | None = None
    choices: Choices | None = None
    files: tuple[File, ...] = ()
    answers: str | None = None
    rings: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What a key has already led to."""

    message: str | None
    room: str | None


def direct_room(account: str) -> str:
    """The id of the account's direct messages with the bot."""
    return f"direct:{account}"


class World:
    """The whole demo. `entries` is what an earlier one left in `unsaved`, all of it."""

    def __init__(self, entries: Mapping[str, bytes] | None = None) -> None:
        self.accounts = {account.id: account for account in ACCOUNTS}
        self.rooms = {room.id: room for room in _first_rooms()}
        self.files: dict[str, bytes] = {}
        self._lent: dict[tuple[str, str], bool] = {}  # whether an account had the role before
        self.unsaved: dict[str, bytes | None] = {}
        self._messages: defaultdict[str, dict[str, Message]] = defaultdict(dict)
        self._done: dict[str, Done] = {}
        self._newest = 0
        self.latest: datetime | None = None
        """The last moment at which something happened."""
        if entries:
            self._read(entries)

    # --- who sees what

    def sees_room(self, account: str, room: Room) -> bool:
        match room.kind:
            case RoomKind.CHANNEL:
                return True
            case RoomKind.STAFF:
                return "moderator" in self.accounts[account].roles
            case _:
                return account in room.members

    def may_write(self, account: str, room: Room) -> bool:
        """In a quiet channel only those whom the demo's server gives a role."""
        return not room.quiet or bool(self.accounts[account].roles)

    def sees(self, account: str, message: Message) -> bool:
        room = self.rooms[message.room]
        return message.only_for in (None, account) and self.sees_room(account, room)

    def rooms_of(self, account: str) -> list[Room]:
        return [room for room in self.rooms.values() if self.sees_room(account, room)]

    def messages_of(self, account: str) -> list[Message]:
        """All that the account sees, oldest first."""
        seen = [m for room in self._messages.values() for m in room.values()]
        return sorted((m for m in seen if self.sees(account, m)), key=lambda m: int(m.id))

    def message(self, message_id: str | None) -> Message | None:
        for room in self._messages.values():
            if message_id in room:
                return room[message_id]
        return None

    def file(self, file_id: str) -> tuple[File, bytes] | None:
        """An attachment with its bytes."""
        for room in self._messages.values():
            for message in room.values():
                for file in message.files:
                    if file.id == file_id:
                        return file, self.files[file_id]
        return None

    def done(self, key: str) -> Done | None:
        return self._done.get(key)

    @property
    def forgets(self) -> bool:
        """Whether more was done than is remembered."""
        return len(self._done) >= KEYS

    # --- what happens

    def post(
        self,
        *,
        key: str,
        room: str,
        author: str | None,
        at: datetime,
        body: Body,
        only_for: str | None = None,
        choices: Choices | None = None,
        attachments: Iterable[Attachment] = (),
        answers: str | None = None,
        rings: bool = False,
    ) -> Message:
        message = Message(
            id=self._new_id(at),
            room=room,
            author=author,
            at=at,
            body=body,
            only_for=only_for,
            choices=choices,
            files=self._keep_files(attachments),
            answers=answers,
            rings=rings,
        )
        self._put(message)
        self._remember(key, message.id, room)
        self._forget_oldest(room)
        return message

    def edit(
        self,
        message: Message,
        *,
        key: str,
        body: Body,
        choices: Choices | None,
        attachments: Iterable[Attachment],
    ) -> Message:
        self._drop_files(message)
        changed = replace(
            message,
            body=body,
            choices=choices,
            files=self._keep_files(attachments),
            edited=True,
        )
        self._put(changed)
        self._remember(key, message.id, message.room)
        return changed

    def remove(self, message: Message, key: str) -> None:
        self._drop(message)
        self._remember(key, message.id, message.room)

    def open_room(self, *, key: str, name: str, members: tuple[str, ...], at: datetime) -> Room:
        room = Room(f"room:{self._new_id(at)}", RoomKind.PRIVATE, name, members)
        self._put_room(room)
        self._remember(key, None, room.id)
        return room

    def close_room(self, room: Room, key: str) -> None:
        self._put_room(replace(room, closed=True))
        self._remember(key, None, room.id)

    def set_floor(self, room: Room, floor: Floor, key: str) -> None:
        before = room.quiet if room.was_quiet is None else room.was_quiet
        if floor is Floor.AS_BEFORE:
            changed = replace(room, quiet=before, was_quiet=None)
        else:
            changed = replace(room, quiet=floor is Floor.CLOSED, was_quiet=before)
        self.rooms[room.id] = changed
        self.unsaved[f"floor/{room.id}"] = _dump([changed.quiet, changed.was_quiet])
        self._remember(key, None, room.id)

    def set_role(
        self, account: str, role: str, given: bool, key: str, *, lent: bool = False
    ) -> None:
        before = self.accounts[account]
        if lent and given and (account, role) not in self._lent:
            self._lent[account, role] = role in before.roles
            self.unsaved[f"lent/{account}/{role}"] = _dump(role in before.roles)
        elif not given and (account, role) in self._lent:
            given = self._lent.pop((account, role))
            self.unsaved[f"lent/{account}/{role}"] = None
        roles = before.roles | {role} if given else before.roles - {role}
        self.accounts[account] = replace(before, roles=roles)
        self.unsaved[f"roles/{account}"] = _dump(sorted(roles))
        self._remember(key, None, None)

    def pass_time(self, now: datetime) -> None:
        """The clock was moved."""
        self.latest = max(now, self.latest or now)
        self.unsaved["latest"] = self.latest.isoformat().encode()

    # --- keeping

    def _new_id(self, at: datetime) -> str:
        """Larger than all before; from the clock, so that a restored backup repeats none."""
        self._newest = max(self._newest + 1, int(at.timestamp() * 1_000_000) * 1_000)
        return str(self._newest)

    def _put(self, message: Message) -> None:
        self._messages[message.room][message.id] = message
        self.unsaved[f"message/{message.id}"] = _dump(_message_to_data(message))
        self.pass_time(message.at)

    def _put_room(self, room: Room) -> None:
        self.rooms[room.id] = room
        self.unsaved[f"room/{room.id}"] = _dump([room.name, room.members, room.closed])

    def _remember(self, key: str, message: str | None, room: str | None) -> None:
        self._done[key] = Done(message, room)
        self._newest += 1
        self.unsaved[f"key/{key}"] = _dump([self._newest, message, room])
        if len(self._done) > KEYS:
            oldest = next(iter(self._done))
            del self._done[oldest]
            self.unsaved[f"key/{oldest}"] = None

    def _forget_oldest(self, room: str) -> None:
        messages = self._messages[room]
        while len(messages) > MESSAGES_PER_ROOM:
            self._drop(next(iter(messages.values())))

    def _drop(self, message: Message) -> None:
        self._drop_files(message)
        del self._messages[message.room][message.id]
        self.unsaved[f"message/{message.id}"] = None

    def _keep_files(self, attachments: Iterable[Attachment]) -> tuple[File, ...]:
        kept = []
        for attachment in attachments:
            file = File(
                secrets.token_urlsafe(16),
                attachment.name,
                attachment.content_type,
                attachment.description,
            )
            self.files[file.id] = attachment.data
            self.unsaved[f"file/{file.id}"] = attachment.data
            kept.append(file)
        return tuple(kept)

    def _drop_files(self, message: Message) -> None:
        for file in message.files:
            self.files.pop(file.id, None)
            self.unsaved[f"file/{file.id}"] = None

    def _read(self, entries: Mapping[str, bytes]) -> None:
        numbered: list[tuple[int, str, Done]] = []
        messages: list[Message] = []
        for key, value in entries.items():
            kind, _, name = key.partition("/")
            match kind:
                case "message":
                    messages.append(_message_from_data(name, json.loads(value)))
                case "room":
                    title, members, closed = json.loads(value)
                    self.rooms[name] = Room(name, RoomKind.PRIVATE, title, tuple(members), closed)
                case "floor" | "lent" | "roles":
                    self._read_rights(kind, name, json.loads(value))
                case "file":
                    self.files[name] = value
                case "key":
                    number, message, room = json.loads(value)
                    numbered.append((number, name, Done(message, room)))
                case "latest":
                    self.latest = datetime.fromisoformat(value.decode())
        for message in sorted(messages, key=lambda m: int(m.id)):
            self._messages[message.room][message.id] = message
            self._newest = max(self._newest, int(message.id))
        for number, name, done in sorted(numbered, key=lambda entry: entry[0]):
            self._done[name] = done
            self._newest = max(self._newest, number)

    def _read_rights(self, kind: str, name: str, data: Any) -> None:
        """Who may what: roles of an account, or who may write in a room."""
        if kind == "floor" and name in self.rooms:
            quiet, was_quiet = data
            self.rooms[name] = replace(self.rooms[name], quiet=quiet, was_quiet=was_quiet)
        elif kind == "lent":
            account, _, role = name.partition("/")
            self._lent[account, role] = data
        elif kind == "roles" and name in self.accounts:
            self.accounts[name] = replace(self.accounts[name], roles=frozenset(data))


def _first_rooms() -> list[Room]:
    return [
        Room("welcome", RoomKind.CHANNEL),
        Room("general", RoomKind.CHANNEL),
        Room("staff", RoomKind.STAFF),
        *(Room(direct_room(a.id), RoomKind.DIRECT, members=(a.id,)) for a in ACCOUNTS),
    ]


def _dump(data: Any) -> bytes:
    return json.dumps(data).encode()


def _message_to_data(message: Message) -> dict[str, Any]:
    data: dict[str, Any] = {
        "room": message.room,
        "author": message.author,
        "at": message.at.isoformat(),
        "body": richtext.to_data(message.body),
        "only_for": message.only_for,
        "files": [[f.id, f.name, f.content_type, f.description] for f in message.files],
        "answers": message.answers,
        "rings": message.rings,
        "edited": message.edited,
    }
    if message.choices:
        options = message.choices.options
        data["prompt"] = message.choices.prompt
        data["options"] = [[o.id, o.label, o.words, o.form, o.tone] for o in options]
    return data


def _message_from_data(message_id: str, data: Mapping[str, Any]) -> Message:
    choices = None
    if "prompt" in data:
        options = tuple(
            Choice(id=i, label=label, words=tuple(words), form=form, tone=tone)
            for i, label, words, form, tone in data["options"]
        )
        choices = Choices(prompt=data["prompt"], options=options)
    return Message(
        id=message_id,
        room=data["room"],
        author=data["author"],
        at=datetime.fromisoformat(data["at"]),
        body=richtext.from_data(data["body"]),
        only_for=data["only_for"],
        choices=choices,
        files=tuple(File(*file) for file in data["files"]),
        answers=data["answers"],
        rings=data["rings"],
        edited=data["edited"],
    )
