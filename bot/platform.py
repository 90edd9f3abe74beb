"""The neutral vocabulary between the core and the platforms.

Data flows one way: an adapter turns what happens on its platform into an `Event` and hands it
to the `Sink`; the core answers with actions, which the adapter performs and acknowledges with
a `Receipt`. Everything here is frozen; ids are the platform's own immutable ids, never names;
times are aware.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Literal, Protocol

from bot import richtext
from bot.richtext import Body

if TYPE_CHECKING:
    from bot.commands import CommandTable


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is said or who says it; storable.

    `user` alone is that person's direct messages with the bot; `channel` may name the room
    that is already open for them.
    """

    platform: str
    space: str | None = None
    channel: str | None = None
    user: str | None = None


# --- what comes in


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


# --- what goes out


class Audience(StrEnum):
    """Who may read it. A fallback may narrow the audience, never widen it."""

    PUBLIC = "public"
    ACTOR_ONLY = "actor_only"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option of a prompt.

    Args:
        id: what comes back in `Chose.choice`; at most 40 characters.
        label: at most 80 characters.
        words: further words that mean it when typed, in lower case.
        form: a form of the command table that opens instead of the choice being sent; where
            there are no forms the choice is sent and the core asks one question at a time.
    """

    id: str
    label: str
    words: tuple[str, ...] = ()
    form: str | None = None
    tone: Literal["plain", "primary", "danger"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """A question with options; at most 25.

    Args:
        prompt: what comes back in `Chose.prompt`: `<handler>` or `<handler>/<detail>`, at most
            60 characters. It is not secret and not trusted.
        language: of the adapter's own words, where it has to explain how to answer.
        poll: everybody in the room is asked, so that a platform's own poll suits it, with the
            votes to be seen.
    """

    prompt: str
    options: tuple[Choice, ...]
    language: str = "en"
    poll: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file; `description` is read to those who do not see it."""

    name: str
    content_type: str
    data: bytes
    description: str


def new_key() -> str:
    """22 random characters: a Matrix transaction id and a Discord nonce (at most 25)."""
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to one event, performed right after the commit while its platform waits.

    Where nothing waits it becomes a `Say`. Private unless said otherwise.

    Args:
        form: opens this form of the command table instead of showing a text.
        replaces: shows the text in place of the message whose button was pressed.
    """

    to: Event
    body: Body
    audience: Audience = Audience.ACTOR_ONLY
    choices: Choices | None = None
    attachments: tuple[Attachment, ...] = ()
    form: str | None = None
    form_prompt: str = ""
    replaces: bool = False
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A message of its own.

    Args:
        key: stays the same however often it is tried.
        answers: the message it refers to, shown as a reply or in its thread.
        thread: the message whose thread it belongs to, where all that is said about one thing
            hangs together; a reply to that message where there can be no thread.
        asked: the room in which somebody said what this answers in private. Where direct messages
            do not arrive, a platform may offer the answer there, to this person alone.
        aside: a room below which this is said to `to.user` in a private thread of theirs, instead
            of in direct messages, where the platform has such threads; else in direct messages.
        edits: the bot's own message it replaces.
        rings: it should notify (a reminder); an answer or a status does not. In a room it then
            calls those whom the body mentions, but for quiet mentions, and never anybody else.
        urgent: it cannot wait: no limit of our own holds it up, and where the person cannot be
            written to right now it is offered in `asked`.
    """

    to: Address
    body: Body
    audience: Audience
    choices: Choices | None = None
    attachments: tuple[Attachment, ...] = ()
    answers: str | None = None
    thread: str | None = None
    asked: Address | None = None
    aside: Address | None = None
    edits: str | None = None
    rings: bool = False
    urgent: bool = False
    key: str = field(default_factory=new_key)


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


class Right(StrEnum):
    """What the bot may do in a room.

    SEE: read what is said. WRITE: say something. HISTORY: read what was said before. THREADS: open
    threads, private ones too.
    """

    SEE = "see"
    WRITE = "write"
    HISTORY = "history"
    THREADS = "threads"


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


class Outcome(StrEnum):
    """How an attempt to perform an action ended.

    SENT: there. DEGRADED: there, with less than asked for. REFUSED: the platform will never
    take this one. GONE: the person or room cannot be reached any more. RETRY: later, nothing
    was sent. UNSUPPORTED: the platform has no such thing. UNKNOWN: it may have been sent.
    """

    SENT = "sent"
    DEGRADED = "degraded"
    REFUSED = "refused"
    GONE = "gone"
    RETRY = "retry"
    UNSUPPORTED = "unsupported"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of an action.

    Args:
        message: the platform's id of what was sent.
        channel: the room it went to, if the adapter had to find or open it.
        retry_after: seconds to wait, with RETRY.
        reason: a short code for operators (an HTTP status, an error code); never text or names.
        rights: what the bot may do there, for a `LookAt`.
    """

    outcome: Outcome
    message: str | None = None
    channel: str | None = None
    retry_after: float | None = None
    reason: str = ""
    rights: frozenset[Right] = frozenset()


@dataclass(frozen=True, slots=True)
class NotSent:
    """What was looked for in a room's history was surely never sent there."""


class Ability(Enum):
    """What the core may ask about a place."""

    PRIVATE_REPLY = "private_reply"
    FORM = "form"
    PRIVATE_ROOM = "private_room"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast the sender may go on a platform's account.

    Args:
        per_minute: direct messages; crisis and answers pass ahead of this budget.
        burst: how many may go at once after a rest.
        concurrent: performed at the same time; one address is always served in order.
        in_doubt_seconds: how long the platform itself recognises a repeated key.
    """

    per_minute: float
    burst: int
    concurrent: int
    in_doubt_seconds: float


Sink = Callable[[Event], Awaitable[None]]
"""Takes one event; returns when it is durably applied (or was applied before)."""


class AdapterState(Protocol):
    """A small encrypted store for what an adapter must remember; one per adapter and account."""

    async def get(self, key: str) -> bytes | None: ...

    async def put(self, entries: Mapping[str, bytes | None]) -> None:
        """Write all entries in one transaction; None deletes."""

    async def all(self, prefix: str) -> dict[str, bytes]: ...


class AdapterStopped(Exception):
    """An adapter cannot go on.

    Args:
        reason: one line that says what is wrong and how to mend it, without secrets.
        permanent: trying again is of no use (a wrong password, a taken port).
    """

    def __init__(self, reason: str, *, permanent: bool = False) -> None:
        super().__init__(reason)
        self.permanent = permanent


class Adapter(Protocol):
    """One platform account. One contract suite runs against every adapter."""

    @property
    def platform(self) -> str: ...

    @property
    def pace(self) -> Pace: ...

    @property
    def connected(self) -> bool:
        """Whether events flow right now; `/readyz` asks."""

    def abilities(self, where: Address) -> frozenset[Ability]: ...

    async def run(self, sink: Sink, commands: CommandTable) -> None:
        """Bring events in until cancelled. Raises: AdapterStopped."""

    async def perform(self, action: Action) -> Receipt:
        """Perform once. Never raises for what the platform refuses: that is a receipt."""

    async def can_reach(self, user: Address) -> bool: ...

    async def find_sent(self, key: str, to: Address, since: datetime) -> Receipt | NotSent | None:
        """Look for `key` in the room's history since it was first tried.

        Returns: its receipt; `NotSent` if all of that history was seen and it is not there, so
            that it may be sent now; None if nobody can tell.
        """

    async def close(self) -> None: ...


# --- reply words


def choice_of(options: tuple[Choice, ...], typed: str) -> Choice | None:
    """The option that a typed answer means: its number from 1, its id, its label or a word of it.

    For platforms without buttons; None when the answer names no option.
    """
    said = _bare(typed)
    if said.isdecimal() and 1 <= int(said) <= len(options):
        return options[int(said) - 1]
    for option in options:
        if said and said in {_bare(name) for name in (option.id, option.label, *option.words)}:
            return option
    return None


def _bare(name: str) -> str:
    """Lower case, without what stands around the words."""
    return " ".join(name.casefold().strip(" .,!?¡¿()[]\"'„“”«»\n").split())


# --- the outbox keeps sends as data


def send_to_data(send: Send) -> dict[str, Any]:
    """A send as JSON-ready data; its key is kept apart."""
    to = send.to
    data: dict[str, Any] = {
        "kind": type(send).__name__,
        "to": _parts(to),
    }
    match send:
        case Say():
            data |= {
                "body": richtext.to_data(send.body),
                "audience": send.audience.value,
                "answers": send.answers,
                "thread": send.thread,
                "asked": _parts(send.asked) if send.asked else None,
                "aside": _parts(send.aside) if send.aside else None,
                "edits": send.edits,
                "rings": send.rings,
                "urgent": send.urgent,
            }
            if send.choices:
                data["prompt"] = send.choices.prompt
                data["language"] = send.choices.language
                data["poll"] = send.choices.poll
                data["options"] = [
                    [o.id, o.label, list(o.words), o.form, o.tone] for o in send.choices.options
                ]
            if send.attachments:
                data["attachments"] = [
                    [a.name, a.content_type, base64.b64encode(a.data).decode(), a.description]
                    for a in send.attachments
                ]
        case Delete():
            data |= {"message": send.message, "theirs": send.theirs}
        case Tidy():
            data |= {
                "since": send.since.isoformat() if send.since else None,
                "before": send.before.isoformat(),
            }
        case SetRole():
            data |= {"role": send.role, "given": send.given, "lent": send.lent}
        case SetFloor():
            data["floor"] = send.floor.value
        case OpenRoom():
            data["name"] = send.name
            data["members"] = [_parts(member) for member in send.members]
        case ShowEvent():
            data |= {
                "subject": send.subject,
                "title": send.title,
                "starts": send.starts.isoformat(),
                "ends": send.ends.isoformat(),
                "where": send.where,
                "about": send.about,
            }
        case CancelEvent():
            data["subject"] = send.subject
        case Forget():
            pass
        case LookAt():
            data["asked_by"] = _parts(send.asked_by)
    return data


def _parts(address: Address) -> list[str | None]:
    return [address.platform, address.space, address.channel, address.user]


def send_from_data(data: Mapping[str, Any], key: str) -> Send:
    """The inverse of `send_to_data`."""
    to = Address(*data["to"])
    match data["kind"]:
        case "Say":
            choices = None
            if "prompt" in data:
                options = tuple(
                    Choice(id=i, label=label, words=tuple(words), form=form, tone=tone)
                    for i, label, words, form, tone in data["options"]
                )
                choices = Choices(
                    prompt=data["prompt"],
                    options=options,
                    language=data.get("language", "en"),
                    poll=data.get("poll", False),
                )
            return Say(
                to=to,
                body=richtext.from_data(data["body"]),
                audience=Audience(data["audience"]),
                choices=choices,
                attachments=tuple(
                    Attachment(
                        name=name, content_type=kind, data=base64.b64decode(raw), description=alt
                    )
                    for name, kind, raw, alt in data.get("attachments", ())
                ),
                answers=data["answers"],
                thread=data.get("thread"),
                asked=Address(*asked) if (asked := data.get("asked")) else None,
                aside=Address(*aside) if (aside := data.get("aside")) else None,
                edits=data["edits"],
                rings=data["rings"],
                urgent=data.get("urgent", False),
                key=key,
            )
        case "Delete":
            theirs = data.get("theirs", False)
            return Delete(to=to, message=data["message"], theirs=theirs, key=key)
        case "Tidy":
            return Tidy(
                to=to,
                since=datetime.fromisoformat(data["since"]) if data["since"] else None,
                before=datetime.fromisoformat(data["before"]),
                key=key,
            )
        case "Forget":
            return Forget(to=to, key=key)
        case "SetRole":
            return SetRole(
                to=to,
                role=data["role"],
                given=data["given"],
                lent=data.get("lent", False),
                key=key,
            )
        case "SetFloor":
            return SetFloor(to=to, floor=Floor(data["floor"]), key=key)
        case "OpenRoom":
            members = tuple(Address(*member) for member in data["members"])
            return OpenRoom(to=to, name=data["name"], members=members, key=key)
        case "CloseRoom":
            return CloseRoom(to=to, key=key)
        case "ShowEvent":
            return ShowEvent(
                to=to,
                subject=data["subject"],
                title=data["title"],
                starts=datetime.fromisoformat(data["starts"]),
                ends=datetime.fromisoformat(data["ends"]),
                where=data["where"],
                about=data["about"],
                key=key,
            )
        case "CancelEvent":
            return CancelEvent(to=to, subject=data["subject"], key=key)
        case "LookAt":
            return LookAt(to=to, asked_by=Address(*data["asked_by"]), key=key)
        case other:
            raise ValueError(f"no kind of send is called {other!r}")
