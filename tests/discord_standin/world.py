"""What exists on the stand-in: people, guilds, channels, messages, and who sees what."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

DISCORD_EPOCH_MS = 1_420_070_400_000
EPHEMERAL = 1 << 6
LOADING = 1 << 7

TEXT, DM, ANNOUNCEMENT, PUBLIC_THREAD, PRIVATE_THREAD, FORUM = 0, 1, 5, 11, 12, 15

ADMINISTRATOR = 1 << 3
MANAGE_GUILD = 1 << 5
MANAGE_MESSAGES = 1 << 13
SEND_MESSAGES = 1 << 11
MANAGE_ROLES = 1 << 28
MODERATE_MEMBERS = 1 << 40
# View, send, embed, attach, history, application commands, create and send in threads.
EVERYONE = (1 << 10) | (1 << 11) | (1 << 14) | (1 << 15) | (1 << 16) | (1 << 31) | (1 << 36)
EVERYONE |= 1 << 38


class Clock:
    """The platform's clock: the machine's, moved by hand."""

    def __init__(self) -> None:
        self.shift = 0.0

    def time(self) -> float:
        """Seconds since 1970."""
        return time.time() + self.shift

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time(), UTC)

    def advance(self, seconds: float) -> None:
        self.shift += seconds


@dataclass(eq=False)
class Person:
    """An account. `dms`: open, closed (50007) or blocked (50278)."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    dms: str = "open"


@dataclass(eq=False)
class Role:
    id: int
    name: str
    permissions: int = 0


@dataclass(eq=False)
class Message:
    id: int
    channel: Channel
    author: Person
    content: str
    at: datetime
    components: list[dict[str, Any]] = field(default_factory=list)
    flags: int = 0
    only_for: int | None = None
    nonce: str | None = None
    attachments: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    reference: int | None = None
    edited_at: datetime | None = None
    interaction: dict[str, Any] | None = None
    deleted: bool = False
    pinged: frozenset[int] = frozenset()  # whose clients it notifies by name

    @property
    def loading(self) -> bool:
        """Whether members see "… is thinking"."""
        return bool(self.flags & LOADING)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    def controls(self) -> list[dict[str, Any]]:
        """The buttons and selects, in reading order."""
        return [part for row in self.components for part in row.get("components", [])]


@dataclass(eq=False)
class Channel:
    id: int
    type: int
    name: str = ""
    guild: Guild | None = None
    recipient: Person | None = None
    parent: Channel | None = None
    owner: int = 0
    members: set[int] = field(default_factory=set)
    invitable: bool = True
    archived: bool = False
    locked: bool = False
    messages: list[Message] = field(default_factory=list)
    # By the id of a role or a member: its type, what is allowed, what is denied.
    overwrites: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    made_at: datetime = datetime(2026, 1, 1, tzinfo=UTC)

    @property
    def is_thread(self) -> bool:
        return self.type in (PUBLIC_THREAD, PRIVATE_THREAD)

    def message(self, message_id: int) -> Message | None:
        found = (m for m in self.messages if m.id == message_id and not m.deleted)
        return next(found, None)


@dataclass(eq=False)
class Guild:
    """`bot_lacks`: names of permissions taken from the bot, such as "send_messages"."""

    id: int
    name: str
    owner: Person
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, set[int]] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    scheduled: dict[int, dict[str, Any]] = field(default_factory=dict)
    bot_lacks: set[str] = field(default_factory=set)

    def permissions_of(self, person: Person) -> int:
        """Owner and administrators: everything; else everyone's and the roles'."""
        if person.id == self.owner.id:
            return (1 << 53) - 1
        held = EVERYONE
        for role in self.members.get(person.id, ()):
            held |= self.roles[role].permissions
        return (1 << 53) - 1 if held & ADMINISTRATOR else held

    def may_write(self, person: Person, channel: Channel) -> bool:
        """As Discord works it out: everyone's overwrite, then roles', then the person's own."""
        held = self.permissions_of(person)
        if held & ADMINISTRATOR:
            return True
        roles = self.members.get(person.id, set())
        for targets in ([self.id], sorted(roles), [person.id]):
            found = [channel.overwrites[each] for each in targets if each in channel.overwrites]
            for _, _, deny in found:
                held &= ~deny
            for _, allow, _ in found:
                held |= allow
        return bool(held & SEND_MESSAGES)


class World:
    """Everything that is there. Names are unique, so that tests can use them."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._count = itertools.count(1)
        self.people: dict[int, Person] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self._dms: dict[int, Channel] = {}
        self.bot = self.person("Handrail", bot=True)
        self.nonces: dict[tuple[int, str], tuple[Message, float]] = {}

    def new_id(self) -> int:
        """A snowflake of this moment."""
        ms = int(self.clock.time() * 1000) - DISCORD_EPOCH_MS
        return (ms << 22) | (next(self._count) & 0x3FFFFF)

    def person(self, name: str, *, bot: bool = False, locale: str = "en-US") -> Person:
        person = Person(self.new_id(), name, bot=bot, locale=locale)
        self.people[person.id] = person
        return person

    def guild(self, name: str, owner: Person) -> Guild:
        """A guild with the bot, its owner and one channel, "general"."""
        guild = Guild(self.new_id(), name, owner)
        guild.roles[guild.id] = Role(guild.id, "@everyone", EVERYONE)
        self.guilds[guild.id] = guild
        self.enter(guild, owner)
        self.enter(guild, self.bot)
        self.text_channel(guild, "general")
        return guild

    def enter(self, guild: Guild, person: Person) -> None:
        guild.members[person.id] = set()
        guild.people[person.id] = person

    def role(self, guild: Guild, name: str, permissions: int = 0) -> Role:
        role = Role(self.new_id(), name, permissions)
        guild.roles[role.id] = role
        return role

    def text_channel(self, guild: Guild, name: str) -> Channel:
        return self.channel(guild, name, TEXT)

    def channel(self, guild: Guild, name: str, kind: int) -> Channel:
        """A channel of a kind: TEXT, ANNOUNCEMENT or FORUM."""
        channel = Channel(self.new_id(), kind, name, guild)
        guild.channels[channel.id] = self.channels[channel.id] = channel
        return channel

    def post_in(self, forum: Channel, name: str, author: Person) -> Channel:
        """A post of a forum: a thread that all see; its first message has the thread's own id."""
        thread = self.thread(forum, name, invitable=True)
        thread.type, thread.owner, thread.members = PUBLIC_THREAD, author.id, {author.id}
        return thread

    def thread_below(self, message: Message, name: str) -> Channel:
        """The public thread of a message, which has the message's own id."""
        thread = self.thread(message.channel, name, invitable=True)
        thread.type, thread.members = PUBLIC_THREAD, {self.bot.id, message.author.id}
        self.channels[message.id] = self.channels.pop(thread.id)
        thread.id = message.id
        return thread

    def thread(self, parent: Channel, name: str, *, invitable: bool) -> Channel:
        thread = Channel(
            self.new_id(),
            PRIVATE_THREAD,
            name,
            parent.guild,
            parent=parent,
            owner=self.bot.id,
            members={self.bot.id},
            invitable=invitable,
            made_at=self.clock.now(),
        )
        self.channels[thread.id] = thread
        return thread

    def dm_of(self, person: Person) -> Channel | None:
        """The open direct-message channel of the bot with a person."""
        channel = self._dms.get(person.id)
        return channel if channel is not None and channel.id in self.channels else None

    def open_dm(self, person: Person) -> Channel:
        channel = self.dm_of(person)
        if channel is None:
            channel = Channel(self.new_id(), DM, recipient=person)
            self.channels[channel.id] = self._dms[person.id] = channel
        return channel

    def share_a_guild(self, person: Person) -> bool:
        return any(
            person.id in g.members and self.bot.id in g.members for g in self.guilds.values()
        )

    def post(self, channel: Channel, author: Person, content: str, **more: Any) -> Message:
        message = Message(self.new_id(), channel, author, content, self.clock.now(), **more)
        channel.messages.append(message)
        return message

    def visible_to(self, channel: Channel, person: Person) -> Iterator[Message]:
        """What the person's client shows there, oldest first."""
        for message in channel.messages:
            if not message.deleted and message.only_for in (None, person.id):
                yield message
