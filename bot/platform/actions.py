"""What the bot asks a platform to do besides saying something, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.platform.address import Address
from bot.platform.messages import Reply, Say, new_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """Remove one of the bot's own messages.

    Args:
        theirs: one that the member wrote in their direct messages, where the platform lets the bot
            remove such; degraded, and nothing happens, where it does not.
    """

    to: Address
    message: str
    theirs: bool = False
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidy:
    """Remove the bot's own messages from somebody's direct messages.

    A long history is worked through in several attempts: each removes some, and RETRY says that
    there are more. Doing it again removes what is left; nothing left is SENT.

    Args:
        to: `user` names whose direct messages.
        since: what was sent before stays; None: all of it goes.
        before: what was sent later stays, the answer to the wish among it.
    """

    to: Address
    since: datetime | None
    before: datetime
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRole:
    """Give or take a role of the space `to.space` to or from `to.user`.

    Args:
        role: the platform's own id of it. On Matrix a power level from 1 to 50 in the room
            `to.channel`.
        lent: it is given for a while: whoever had it before keeps it when it is taken.
    """

    to: Address
    role: str
    given: bool
    lent: bool = False
    key: str = field(default_factory=new_key)


class Floor(StrEnum):
    """Who may write in a room.

    OPEN: all its members. CLOSED: only those whom the room gives more rights, and the bot.
    AS_BEFORE: whoever might before the first `SetFloor`.
    """

    OPEN = "open"
    CLOSED = "closed"
    AS_BEFORE = "as_before"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFloor:
    """Open or close a room of members for writing, with the platform's own rights.

    What stood there before the first one is remembered by the adapter, over restarts, and AS_BEFORE
    puts back exactly that; without anything to put back it only finds out whether the bot has
    the right. Doing it twice is the same as once. Refused where the bot lacks the right.
    """

    to: Address
    floor: Floor
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoom:
    """A private thread or room for some members, below `to`."""

    to: Address
    name: str
    members: tuple[Address, ...]
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRoom:
    """Archive a room that `OpenRoom` opened."""

    to: Address
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEvent:
    """Show what is to happen among the events of the space `to.space`, as the platform shows such.

    A space shows one event for each subject: a later one takes the place of the one before it.

    Args:
        subject: what it is about, the same for every occurrence ("meeting:12").
        where: a place or an address, as members read it.
        about: one or two sentences.
    """

    to: Address
    subject: str
    title: str
    starts: datetime
    ends: datetime
    where: str
    about: str = ""
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelEvent:
    """What `ShowEvent` shows for a subject does not take place; no error if nothing is shown."""

    to: Address
    subject: str
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAt:
    """Find out what the bot may do in a room; the receipt tells, and nobody sees anything of it.

    Refused, as "elsewhere", where the room is not in the space `to.space`, or, on platforms whose
    spaces hold no rooms for good, `asked_by` is not in the room: nobody sets up what is others'.
    GONE where the bot does not see the room at all.
    """

    to: Address
    asked_by: Address
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Let go of what the adapter remembers of an account, and of the room shared with it alone.

    Whoever had it was erased; if they write again they are a stranger.
    """

    to: Address
    key: str = field(default_factory=new_key)


Send = (
    Say
    | Delete
    | Tidy
    | Forget
    | SetRole
    | SetFloor
    | OpenRoom
    | CloseRoom
    | ShowEvent
    | CancelEvent
    | LookAt
)
Action = Reply | Send
