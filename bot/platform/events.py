"""What comes in: what happened on a platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.platform.address import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a platform.

    Args:
        id: stable, the platform's own; a repeated delivery carries the same one.
        at: when it happened.
        where: the room it happened in; `where.space` is None in direct messages.
        actor: who did it.
        locale: the client's language tag, if the platform tells ("de", "pt-BR").
        zone: an IANA time zone that the platform suggests for the actor, never more than that.
        roles: what the platform's server says of the actor in this room: "owner", "moderator",
            "facilitator", "peer_supporter".
        ranks: what the actor holds there in the platform's own terms, for communities that say
            what it means to them: ids of a Discord server's roles; "power:25" on Matrix.
        spaces: spaces that the actor is known to share with the bot.
        direct: True in a direct message between the actor and the bot.
        message: id of the message that an answer refers to.
        waiting: a handle of a platform that waits for the answer (a Discord interaction);
            None where nothing waits: then answers become durable sends.
        thread_of: the room that `where.channel` is a thread or a post of; whoever watches that
            room watches this too.
        below: the message with which the thread begins that it stands in, else the one that it is
            a reply to.
    """

    id: str
    at: datetime
    where: Address
    actor: Address
    locale: str | None = None
    zone: str | None = None
    roles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    spaces: tuple[str, ...] = ()
    direct: bool = False
    message: str | None = None
    waiting: str | None = None
    thread_of: str | None = None
    below: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Event):
    """A person wrote a message.

    Args:
        text: without the command prefix or the mention of the bot that it began with.
        addressed: it is meant for the bot: a direct message, a prefix, a mention. The rest is
            ambient: read in memory where a room is watched, and never stored.
        replies_to: the message that it is a reply to, or in whose thread it stands.
        with_file: a picture or another file came with the words; only the words are read.
    """

    text: str
    addressed: bool = False
    replies_to: str | None = None
    with_file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded(Event):
    """A person gave a command by the platform's own means; `args` as strings, still unread."""

    name: str
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Event):
    """A person would like the team to look at a message, by the platform's own means.

    Args:
        reported: that message.
        author: who wrote it, if the platform tells; the bot, if it did.
        author_roles: as `roles`, of the author, as far as the platform tells.
        quote: its words, if they can be read; never kept.
    """

    reported: str
    author: Address | None = None
    author_roles: frozenset[str] = frozenset()
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chose(Event):
    """A person chose an option of a prompt: button, reaction or reply word alike.

    Args:
        typed: by a word of their own, so that the answer belongs below it; not by a press, which
            the pressed message itself can show.
    """

    prompt: str
    choice: str
    typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TookBack(Event):
    """A person took back a choice that was handed on before: they removed their reaction.

    `message` shows the question, or what it became when it was answered.
    """

    prompt: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFilled(Event):
    """A person sent a form; `prompt` is what the form was opened from ("" for a command)."""

    form: str
    prompt: str
    values: Mapping[str, str]


class Change(StrEnum):
    """What may happen to somebody's presence.

    BANNED: sent away, and not to come back; LEFT may follow it.
    """

    JOINED = "joined"
    LEFT = "left"
    BANNED = "banned"
    BLOCKED_BOT = "blocked_bot"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberChanged(Event):
    """Somebody came to, or left, a space or the direct messages with the bot.

    Args:
        own: it is the bot's own account that left, or was removed from, `where`; or that is in
            there again.
    """

    change: Change
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomMoved(Event):
    """A room was replaced by another (a Matrix tombstone); `where` is the old one."""

    to: Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecryptable(Event):
    """A message reached the bot that it has no key for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InviteDeclined(Event):
    """Somebody invited the bot to a room that it does not join by the operator's rules.

    `where` is that room, `actor` who invited.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited(Event):
    """The bot came into a space where it is welcome, once for each time.

    `where` is the space, `actor` who invited it, with their roles there.

    Args:
        name: what the space is called; "" if it has no name.
    """

    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRestricted(Event):
    """The platform stopped the bot's account from writing to people unasked.

    `actor` is the bot's own account; `spaces` are all in which it is.

    Args:
        until: unasked messages rest until then; answers go on.
        reason: the platform's code.
    """

    until: datetime
    reason: str
